"""A paper before it is typeset: blocks of words, and what stands around them, as the template takes them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from unicodedata import bidirectional

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.inline import Stretch, Style, read_inline
from zerodraft.core.text.visible import mark, visible

_LONG = 60_000
"""Letters of a paragraph whose lines are broken one after the other: the best breaks of 5 MB would take three times as
long."""
Piece = str | tuple[str, object, str]
"""Words as they are, or their style in letters, the words (of a footnote: its pieces), and an address or a name."""
Pieces = Sequence[Piece]
Block = Mapping[str, object]

_LETTERS = (
    (Style.EMPHASIS, "i"),
    (Style.STRONG, "b"),
    (Style.CODE, "c"),
    (Style.RAISED, "u"),
    (Style.LOWERED, "l"),
    (Style.DELEGATION, "d"),
    (Style.MARK, "m"),
)
# PDF/A forbids them: nobody can say what they mean.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000fffff\U00100000-\U0010ffff]")
# Letters without a space between them, in scripts that have spaces: addresses, mostly.
_LONG_WORD = re.compile(r"[!-~\u00a1-\u052f]{23}")
_FATES = {Op.KEPT: "", Op.INSERTED: "+", Op.DELETED: "-"}


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed. `language` is BCP 47; `opening` are the lines above the text, `running` what stands left and
    right above the pages after the first one, `mark` above every page; `page` says how pages are counted, "Page {} of
    {}". `foot` stands below every page, `keywords` are for programs, `day` is that of the text. `is_wide` turns the
    page."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    opening: tuple[str, ...] = ()
    legend: tuple[Pieces, ...] = ()
    running: tuple[str, str] = ("", "")
    page: str = "{} / {}"
    mark: str = ""
    foot: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    day: date | None = None
    has_line_numbers: bool = False
    is_wide: bool = False


def written(paper: Paper, fonts: Sequence[str]) -> str:
    """The paper as JSON for the template; `fonts` are asked, in order, for what the first font lacks."""
    language, _, region = paper.language.partition("-")
    before, between, after = (*paper.page.split("{}"), "", "")[:3]
    words = json.dumps(paper.blocks, ensure_ascii=False)
    return json.dumps(
        {
            "title": paper.title,
            "blocks": paper.blocks,
            "lang": language if language.isalpha() and len(language) in (2, 3) else "en",
            "region": region if region.isalpha() and len(region) == 2 else "",
            "opening": paper.opening,
            "legend": paper.legend,
            "running": paper.running,
            "page": (before, between, after),
            "mark": paper.mark,
            "foot": paper.foot,
            "description": paper.description,
            "keywords": paper.keywords,
            "lines": paper.has_line_numbers,
            "wide": paper.is_wide,
            "long": _LONG_WORD.search(words) is not None,
            "fonts": fonts,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


# --- words ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Notes:
    """The footnotes of one text by their labels. The first reference to a note carries its words, a later one leads to
    it. `side` keeps those of two texts apart. `marked` are the words of notes in which something
    changed."""

    texts: Mapping[str, Pieces]
    side: str = "note"
    marked: Mapping[str, Pieces] = field(default_factory=dict)
    _cited: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, draft: Draft, side: str = "note", op: Op = Op.KEPT) -> "Notes":
        """All words of one fate."""
        notes = (each for each in reversed(draft.paragraphs) if each.kind is Kind.FOOTNOTE)
        return cls({each.label.removeprefix("^"): pieces(read_inline(each.text), op=op) for each in notes}, side)

    def reference(self, label: str, fate: str) -> Piece | None:
        """None for a reference to no note."""
        if label not in self.texts:
            return None
        if label in self._cited:
            return f"r{fate}", "", self._cited[label]
        name = self._cited.setdefault(label, f"{self.side}{len(self._cited) + 1}")
        return f"n{fate}", self.marked.get(label, self.texts[label]) or ("",), name

    def is_cited(self, label: str) -> bool:
        return label.removeprefix("^") in self._cited


NO_NOTES = Notes({})


def pieces(stretches: Iterable[Stretch], notes: Notes = NO_NOTES, op: Op = Op.KEPT) -> Pieces:
    """Words of one fate, neighbours of one style together."""
    return merged(piece(each, notes, op) for each in stretches)


def sign(number: str) -> Piece:
    """The number of a thread, which leads there."""
    return "s", number, f"talk{number}"


def piece(stretch: Stretch, notes: Notes, op: Op = Op.KEPT) -> Piece:
    fate = _FATES[op]
    if stretch.note:
        found = notes.reference(stretch.note, fate)
        return found or _styled(f"[^{stretch.text}]", fate)
    letters = "".join(letter for style, letter in _LETTERS if stretch.style & style)
    if stretch.href:
        return f"h{letters}{fate}", _shown(stretch.text), stretch.href
    return _styled(_shown(stretch.text), letters + fate)


def _shown(text: str) -> str:
    return _PRIVATE.sub(lambda found: mark(found[0]), text)


def plain(text: str, op: Op = Op.KEPT) -> Piece:
    """One line of words without any form."""
    return _styled(line(text), _FATES[op])


def line(text: str) -> str:
    """Words on one line, as they can be printed."""
    return _shown(visible(text, single_line=True))


def _styled(text: str, style: str) -> Piece:
    return (style, text, "") if style else text


def merged(found: Iterable[Piece]) -> Pieces:
    """Neighbours of one style become one."""
    return tuple(joined for key, group in groupby(found, key=_key) for joined in _joined(key, list(group)))


def _key(piece: Piece) -> tuple[str, str]:
    return ("", "") if isinstance(piece, str) else (piece[0], piece[2])


def _joined(key: tuple[str, str], group: list[Piece]) -> Iterator[Piece]:
    style, more = key
    if style[:1] in ("n", "r"):
        yield from group
        return
    text = "".join(each if isinstance(each, str) else str(each[1]) for each in group)
    if text:
        yield (style, text, more) if style else text


# --- blocks ---------------------------------------------------------------------------------------


def block(kind: str, words: Pieces = (), /, **more: object) -> Block:
    """A block of words; what isn't so is left out."""
    made = {"k": kind, "w": words, **{name: value for name, value in more.items() if value or name == "l"}}
    is_long = sum(len(each) for each in words if isinstance(each, str)) > _LONG
    return {**made, **({"d": 1} if reads_from_right(words) else {}), **({"g": 1} if is_long else {})}


def reads_from_right(words: Pieces) -> bool:
    """Whether the first letter is of a script that is written from right to left."""
    for each in words:
        text = each if isinstance(each, str) else each[1]
        if not isinstance(text, str):
            continue
        strong = next((found for found in map(bidirectional, text) if found in ("L", "R", "AL")), "")
        if strong:
            return strong != "L"
    return False
