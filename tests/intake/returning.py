"""Documents that delegations send back, made by chance, with the truth about every paragraph.

A unit is a paragraph with its words; it knows from which paragraphs of the version its words come.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import NamedTuple

from zerodraft.core.text.label import letter
from zerodraft.core.text.waymark import waymark_name
from zerodraft.intake.marked import Block, Marked, Run, Shape, Sort

Words = tuple[str, ...]
Write = Callable[[int], Words]
"""So many new words."""


@dataclass(frozen=True)
class Unit:
    """`sort` is "#" for a heading, "1" for a numbered paragraph, "a" for an item below it, "" for an unnumbered one,
    "^" for a footnote. `sources` are the ordinals of the version, in order; () for a new one."""

    sort: str
    words: Words
    sources: tuple[int, ...] = ()


Units = tuple[Unit, ...]


def printed(units: Sequence[Unit], *, numbered: bool = True) -> str:
    """The version as a file: Markdown, one line a paragraph."""
    lines: list[str] = []
    for unit, label in zip(units, _labels(units, numbered=numbered), strict=True):
        prefix = {"#": "## ", "^": f"[^{label}]: "}.get(unit.sort, f"{label} " if label else "")
        lines.append(prefix + " ".join(unit.words))
    return "\n\n".join(lines) + "\n"


def _labels(units: Sequence[Unit], *, numbered: bool = True) -> list[str]:
    number = item = note = 0
    found: list[str] = []
    for unit in units:
        number += unit.sort == "1"
        item = item + 1 if unit.sort == "a" else 0
        note += unit.sort == "^"
        labels = {"1": f"{number}." if numbered else "", "a": f"({letter(item or 1)})", "^": str(note)}
        found.append(labels.get(unit.sort, ""))
    return found


def with_sources(units: Sequence[Unit]) -> Units:
    """The version itself: each unit comes from its own ordinal."""
    return tuple(replace(unit, sources=(ordinal,)) for ordinal, unit in enumerate(units))


class Numbers(NamedTuple):
    """How the numbers of a file were made: by the word processor, typed, or not at all."""

    are_typed: bool = False
    are_there: bool = True


AUTOMATIC, TYPED, NONE = Numbers(), Numbers(are_typed=True), Numbers(are_there=False)


def returned(units: Sequence[Unit], chance: Random, numbers: Numbers, text_id: str = "") -> Marked:
    """The units as a word processor's file, its typography its own; with hidden names where `text_id` is given."""
    blocks: list[Block] = []
    for unit, label in zip(units, _labels(units), strict=True):
        words = " ".join(unit.words)
        typed = f"{label} " if numbers.are_typed and label and unit.sort != "^" else ""
        sort = {"#": Sort.HEADING, "1": Sort.LIST, "a": Sort.LIST, "^": Sort.NOTE}.get(unit.sort, Sort.BODY)
        is_automatic = sort is Sort.LIST and numbers.are_there and not typed
        shape = Shape(sort, 1 if unit.sort in "#a" and unit.sort else 0, label if is_automatic else "")
        names = tuple(waymark_name(each, text_id) for each in unit.sources[:1]) if text_id else ()
        place = (label,) if unit.sort == "^" else ()
        text = typeset(typed + words, chance)
        blocks.append(Block((Run(text),), shape=shape, former=shape, place=place, bookmarks=names))
    return Marked(tuple(sorted(blocks, key=lambda block: block.shape.sort is Sort.NOTE)))


def typeset(words: str, chance: Random) -> str:
    """The words with what a word processor does to them."""
    text = words.replace("'", "’").replace(" - ", " – ")
    places = [place for place, char in enumerate(text) if char == " "]
    for place in chance.sample(places, min(len(places), chance.choice((0, 0, 1, 3)))):
        text = f"{text[:place]}{chance.choice((chr(0xA0), '  ', chr(0x202F)))}{text[place + 1 :]}"
    return text


@dataclass
class Editor:
    """Edits units as people do. `write` gives new words."""

    chance: Random
    write: Write
    new: Callable[[], Unit] = field(init=False)

    def __post_init__(self) -> None:
        self.new = lambda: Unit(self.chance.choice(("1", "1", "a", "")), self.write(self.chance.randint(6, 40)))

    def edited(self, units: Units, edits: int) -> Units:
        for _ in range(edits):
            units = self.edit(units)
        return units

    def edit(self, units: Units) -> Units:
        at = self.chance.randrange(len(units))
        unit = units[at]
        match self.chance.choice("rrrrrridmsjh"):
            case "i":
                return (*units[:at], *(self.new() for _ in range(self.chance.choice((1, 1, 2)))), *units[at:])
            case "d" if len(units) > 4:
                return (*units[:at], *units[at + 1 :])
            case "m" if unit.sort != "^":
                rest = (*units[:at], *units[at + 1 :])
                to = self.chance.randrange(len(rest) + 1)
                return (*rest[:to], unit, *rest[to:])
            case "s" if len(unit.words) >= 16 and unit.sort not in "#^":
                cut = self.chance.randrange(6, len(unit.words) - 6)
                halves = replace(unit, words=unit.words[:cut]), replace(unit, words=unit.words[cut:])
                return (*units[:at], *halves, *units[at + 1 :])
            case "j" if self._may_join(units, at):
                after = units[at + 1]
                sources = tuple(sorted({*unit.sources, *after.sources}))
                return (*units[:at], Unit(unit.sort, unit.words + after.words, sources), *units[at + 2 :])
            case "h" if unit.sort in ("1", "a", ""):
                return (*units[:at], replace(unit, sort=self.chance.choice(("1", "a", ""))), *units[at + 1 :])
            case _:
                return (*units[:at], replace(unit, words=self.reworded(unit.words)), *units[at + 1 :])

    def _may_join(self, units: Units, at: int) -> bool:
        return at + 1 < len(units) and not {units[at].sort, units[at + 1].sort} & {"#", "^"}

    def reworded(self, words: Words) -> Words:
        """One to four phrases put in, taken out or exchanged."""
        for _ in range(self.chance.randint(1, 4)):
            start = self.chance.randrange(len(words) + 1)
            end = min(len(words), start + self.chance.choice((0, 1, 1, 2, 4)))
            put_in = self.write(self.chance.choice((0, 1, 1, 2, 5)))
            if len(words) - (end - start) + len(put_in) >= 1:
                words = (*words[:start], *put_in, *words[end:])
        return words
