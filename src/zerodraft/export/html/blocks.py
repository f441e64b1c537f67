"""Blocks of a page: rows with their number, tables, headings, the list of footnotes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.numbering import Number
from zerodraft.export.html.frame import in_labels, in_text
from zerodraft.export.html.words import Cue, safe
from zerodraft.export.labels import Labels
from zerodraft.export.sheet import Sheet

_MANY = 14
"""More columns than that stand on no sheet of paper; their rows are printed as lines."""
_WIDE = 6
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


class Block(NamedTuple):
    """One paragraph as HTML, the comments on it ("" for none), and whether it is a heading."""

    html: str
    talk: str = ""
    is_heading: bool = False


def in_stretches(blocks: Iterable[Block]) -> Iterator[str]:
    """Blocks in reading order, each followed by its comments. A commented paragraph begins a stretch that reaches to
    the next one or to a heading: its comments may stand beside all of it, and no gap opens before they are longer."""
    rest: list[str] = []
    is_open = False
    for each in blocks:
        if is_open and (each.talk or each.is_heading):
            yield _closed(rest)
            rest, is_open = [], False
        if each.talk:
            yield f'<div class="stretch">\n{each.html}\n{each.talk}'
            is_open = True
        elif is_open:
            rest.append(each.html)
        else:
            yield each.html
    if is_open:
        yield _closed(rest)


def _closed(rest: list[str]) -> str:
    inside = "\n".join(rest)
    return f'<div class="rest">\n{inside}\n</div>\n</div>' if rest else "</div>"


def below(cues: Iterable[Cue]) -> str:
    """The signs of comments on a block whose words bear none, "" for none."""
    signs = "".join(cue.html for cue in cues)
    return f'<p class="signs">{signs}</p>' if signs else ""


def heading_levels(draft: Draft, top: int) -> Mapping[int, int]:
    """The level in the page of each heading, by its ordinal: `top` for the shallowest of the text, deeper ones below.

    None is left out on the way down: a `####` below a `##` is one level deeper, not two.
    """
    headings = [each for each in draft.paragraphs if each.kind is Kind.HEADING]
    ranks = {level: rank for rank, level in enumerate(sorted({each.level for each in headings}))}
    found: dict[int, int] = {}
    last = top - 1
    for each in headings:
        last = min(6, top + ranks[each.level], last + 1)
        found[each.ordinal] = last
    return found


def line(cells: str, classes: str = "") -> str:
    """One row of a table, of the HTML of its cells."""
    return f'<tr class="{classes}">{cells}</tr>' if classes else f"<tr>{cells}</tr>"


def table(head: Sequence[str], body: Sequence[str], label: str, columns: int) -> str:
    """Of rows as `line` makes them. A table that is wider than its page scrolls in its own box, which the keyboard
    reaches by the name `label`."""
    rows = "".join(f"{row}\n" for row in body)
    width = " many" if columns > _MANY else " wide" if columns > _WIDE else ""
    return (
        f'<div class="scroll{width}" tabindex="0" role="group" aria-label="{safe(label)}"><table>'
        f"<thead>{''.join(head)}</thead>\n<tbody>{rows}</tbody></table></div>"
    )


def note_list(sheet: Sheet, labels: Labels, rows: Iterable[str]) -> str:
    """The footnotes at the end of a page, "" where there are none."""
    written = "\n".join(filter(None, rows))
    if not written:
        return ""
    tongue = in_text(sheet, labels)
    inside = f"<div{tongue}>\n{written}\n</div>" if tongue else written
    return f'<section class="notes" aria-label="{labels.footnotes}"{in_labels(sheet, labels)}>\n{inside}\n</section>\n'
