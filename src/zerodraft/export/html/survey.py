"""What stands above a redline: how much changed and where, how to read the page."""

from zerodraft.core.comparison.changes import Change, Fate
from zerodraft.core.comparison.compare import Figures
from zerodraft.export.html.blocks import ids
from zerodraft.export.html.frame import in_labels, in_text
from zerodraft.export.html.words import safe
from zerodraft.export.labels import Labels
from zerodraft.export.page_labels import page_labels_for
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.summary import PartSummary, summary, total


def survey(sheet: RedlineSheet, labels: Labels, anchors: tuple[str, ...]) -> str:
    """`anchors` are the ids of the new paragraphs on this page."""
    old_anchors = ids(sheet.old.numbers, "old-")
    figures = total(sheet)
    rows = "".join(_row(sheet, labels, part, (anchors, old_anchors)) for part in summary(sheet, labels))
    found = _table(labels, rows, figures) if figures.paragraphs_changed else ""
    spoken = in_labels(sheet.new, labels)
    return (
        f'<section class="survey" aria-labelledby="survey"{spoken}>\n<h2 id="survey">{labels.summary}</h2>\n'
        f"<p>{_sentence(labels, figures)}</p>\n{found}{_legend(sheet, labels)}</section>\n"
    )


def _sentence(labels: Labels, figures: Figures) -> str:
    if not figures.paragraphs_changed:
        return labels.no_changes
    words = labels.count_words(figures.words_inserted, figures.words_deleted)
    return f"{labels.count_changed(figures.paragraphs_changed)}; {words}."


def _table(labels: Labels, rows: str, figures: Figures) -> str:
    names = (labels.part, labels.changed, labels.inserted, labels.deleted, labels.moved)
    heads = "".join(f'<th scope="col">{name}</th>' for name in (*names, labels.words_inserted, labels.words_deleted))
    foot = f'<tr><th scope="row">{labels.total}</th>{_figures(figures)}</tr>'
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-labelledby="survey"><table>'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>{rows}</tbody>\n"
        f"<tfoot>{foot}</tfoot></table></div>\n"
    )


def _figures(figures: Figures) -> str:
    changed = figures.reworded + figures.split + figures.joined
    counts = (changed, figures.inserted, figures.deleted, figures.moved, figures.words_inserted, figures.words_deleted)
    return "".join(f"<td>{count or '–'}</td>" for count in counts)


Anchors = tuple[tuple[str, ...], tuple[str, ...]]


def _row(sheet: RedlineSheet, labels: Labels, part: PartSummary, anchors: Anchors) -> str:
    name = safe(part.name)
    if part.heading is not None:
        name = f'<a href="#{anchors[0][part.heading]}"{in_text(sheet.new, labels)}>{name}</a>'
    places = ", ".join(_place(sheet, labels, change, anchors) for change in part.changed)
    listed = f'<span class="places">{places}</span>' if places else ""
    return f'<tr><th scope="row" dir="auto">{name}{listed}</th>{_figures(part.figures)}</tr>\n'


def _place(sheet: RedlineSheet, labels: Labels, change: Change, anchors: Anchors) -> str:
    """A link to a changed paragraph, struck through where it was deleted."""
    if change.pair.fate is Fate.DELETED:
        ordinal = change.pair.old[0]
        cite, anchor = sheet.old.numbers[ordinal].cite, anchors[1][ordinal]
    else:
        ordinal = change.pair.new[0]
        cite, anchor = sheet.new.numbers[ordinal].cite, anchors[0][ordinal]
    shown = labels.title if cite == "title" else cite
    link = f'<a href="#{anchor}">{safe(shown)}</a>'
    return f"<s>{link}</s>" if change.pair.fate is Fate.DELETED else link


def _legend(sheet: RedlineSheet, labels: Labels) -> str:
    tab = f'<li class="tab">{page_labels_for(labels.language).tab}</li>' if sheet.hands else ""
    return (
        f'<ul class="legend" aria-label="{labels.legend}">'
        f"<li><ins>{labels.insertion}</ins> · <del>{labels.deletion}</del></li>"
        f"<li>{labels.legend_bar} {labels.legend_bracket}</li>{tab}</ul>\n"
    )
