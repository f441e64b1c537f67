"""Blocks of a page: rows with their number, tables, quoted blocks, headings, and the frame around all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.numbering import Number
from zerodraft.export.html_words import safe
from zerodraft.export.labels import Labels
from zerodraft.export.sheet import Sheet
from zerodraft.export.stylesheet import STYLE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi")
_NOT_WORD = re.compile(r"[^\w]+")


def ids(numbers: Iterable[Number], prefix: str) -> tuple[str, ...]:
    """An anchor for each paragraph, from the way it is cited: "7(a)(ii)" is `p-7.a.ii`. Unique."""
    found: dict[str, None] = {}
    for number in numbers:
        stem = prefix + _NOT_WORD.sub(".", number.cite).strip(".")
        name, count = stem, 2
        while name in found:
            name, count = f"{stem}.{count}", count + 1
        found[name] = None
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Row:
    """A numbered or unnumbered paragraph: HTML of its number and of its words, and its depth."""

    number: str
    words: str
    level: int = 0

    def html(self) -> str:
        words = f'<p class="words">{self.words}</p>'
        if not self.number:
            return f'<div class="row bare" dir="auto">{words}</div>'
        level = f" level-{min(self.level, 4)}" if self.level else ""
        return f'<div class="row{level}" dir="auto"><span class="number" dir="ltr">{self.number}</span>{words}</div>'


def heading_level(draft: Draft, paragraph: Paragraph, top: int) -> int:
    """The level in the page: `top` for the shallowest headings of the text, deeper ones below it."""
    shallowest = min((each.level for each in draft.paragraphs if each.kind is Kind.HEADING), default=1)
    return min(6, top + paragraph.level - shallowest)


def table(head: Sequence[str], body: Iterable[str]) -> str:
    """Rows are the HTML of their cells, without the `tr`."""
    heads = "".join(f"<tr>{row}</tr>" for row in head)
    rows = "".join(f"<tr>{row}</tr>" for row in body)
    return f'<div class="scroll"><table><thead>{heads}</thead><tbody>{rows}</tbody></table></div>'


def title_block(sheet: Sheet, labels: Labels) -> str:
    """Conference, place, version and stage; empty lines are left out."""
    version = " · ".join(part for part in (labels.version(sheet), sheet.stage, sheet.date_line) if part)
    lines = [("conference", sheet.conference), ("place", sheet.place_and_dates), ("version", version)]
    lines.append(("notice", sheet.mark))
    return "\n".join(f'<p class="{name}" dir="auto">{safe(text)}</p>' for name, text in lines if text)


def framed(title: str, sheet: Sheet, labels: Labels, body: str) -> bytes:
    """The whole file: no script, nothing to fetch, and a policy that forbids both."""
    language = safe(sheet.language) or labels.language
    direction = "rtl" if sheet.language.casefold().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
    page = f"""<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{safe(title)}</title>
<style>{STYLE}{_spoken(labels)}</style>
</head>
<body>
<a class="skip" href="#text">{labels.skip_to_text}</a>
{body}
</body>
</html>
"""
    return page.encode("utf-8")


def _spoken(labels: Labels) -> str:
    """What a screen reader says around a mark. In the style, so that copied text stays the text."""
    return (
        f'ins::before{{content:" [{labels.insertion}: "}}ins::after{{content:" {labels.insertion_end}] "}}'
        f'del::before{{content:" [{labels.deletion}: "}}del::after{{content:" {labels.deletion_end}] "}}\n'
    )


def note_list(labels: Labels, rows: Iterable[str]) -> str:
    """The footnotes at the end of a page, "" where there are none."""
    written = "\n".join(rows)
    if not written:
        return ""
    return f'<section class="notes" aria-label="{labels.footnotes}">\n{written}\n</section>\n'
