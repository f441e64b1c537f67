"""Typed numbers are renewed when a version is issued; untyped ones are derived and need nothing."""

from collections import Counter
from collections.abc import Iterator

from zerodraft.core.text.draft import ASIDE, Draft, Kind, Paragraph
from zerodraft.core.text.label import Label, Style, label_at, letter, readings, roman_or_number
from zerodraft.core.text.splice import Splice


def renewals(draft: Draft) -> tuple[Splice, ...]:
    """The splices by which typed numbers are renewed at an issue: 1, 2, 3 … and (a), (b) … without gaps.

    A text without typed numbers needs none. Bullets stay bullets.
    """
    wanted = [*_renewed_numbers(draft), *((each, _counter(style, value)) for each, style, value in sub_counts(draft))]
    changes: list[Splice] = []
    for paragraph, counter in wanted:
        label = label_at(draft.source, paragraph.span.start, paragraph.span.end)
        if label and label.counter.of(draft.source) != counter:
            # "2.bis We" becomes "3. We": without its numeral the number needs the point.
            point = "." if label.suffix and label.style is Style.NUMBER and not _ends(draft.source, label) else ""
            changes.append(Splice(label.counter, counter + point))
    return tuple(sorted(changes))


def _ends(source: str, label: Label) -> bool:
    return source[label.counter.end : label.end].lstrip("\\")[:1] in (".", ")")


def _renewed_numbers(draft: Draft) -> Iterator[tuple[Paragraph, str]]:
    counted = [each for each in draft.paragraphs if each.kind is Kind.OPERATIVE and each.label]
    # A text whose every number is typed as "1." leaves the counting to Markdown.
    if len({each.label for each in counted}) == 1 < len(counted):
        return
    counts: Counter[str] = Counter()
    renewed: dict[str, str] = {}
    for paragraph in counted:
        above, _, _ = paragraph.label.rpartition(".")
        prefix = renewed.get(above, above)
        counts[prefix] += 1
        renewed[paragraph.label] = f"{prefix}.{counts[prefix]}" if prefix else str(counts[prefix])
        yield paragraph, renewed[paragraph.label]


def sub_counts(draft: Draft) -> Iterator[tuple[Paragraph, Style, int]]:
    """Each typed sub-paragraph with the count that its place demands: (a), (b), then (c)."""
    open_counts: dict[int, tuple[Style, int]] = {}
    for paragraph in draft.paragraphs:
        if paragraph.kind is not Kind.SUB:
            open_counts = open_counts if paragraph.kind in ASIDE else {}
            continue
        open_counts = {level: count for level, count in open_counts.items() if level <= paragraph.level}
        options = readings(paragraph.label.strip("()"))
        if not options:
            continue
        first = next((style for style, count in options if count == 1), options[0][0])
        style, value = open_counts.get(paragraph.level, (first, 0))
        open_counts[paragraph.level] = (style, value + 1)
        yield paragraph, style, value + 1


def _counter(style: Style, value: int) -> str:
    match style:
        case Style.ROMAN:
            return roman_or_number(value)
        case Style.LETTER:
            return letter(value)
        case _:
            return str(value)


def written(style: Style, value: int) -> str:
    """A counter as it is cited: (c), (iii), (3)."""
    return f"({_counter(style, value)})"
