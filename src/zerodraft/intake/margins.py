"""Remarks in the margin of a file become comments, anchored on words of the version."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.comparison.changes import Op
from zerodraft.core.comparison.quotation import QuoteAmbiguous, QuoteNotFound, anchor_at, anchor_for
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.words import fold
from zerodraft.intake.deeds import ordinal_of
from zerodraft.intake.folding import folded
from zerodraft.intake.letters import places_of, seen, words_of
from zerodraft.intake.loom import Loom
from zerodraft.intake.marked import Marked, Remark
from zerodraft.intake.matching import SURE, Lane, typed_number
from zerodraft.intake.received import Basis, Remarked
from zerodraft.intake.roster import Roster
from zerodraft.intake.signs import NOBODY, NOWHERE, Passage, Sign, lines

_LONGEST_QUOTE = 1000  # characters of the file; a remark on a whole chapter quotes its beginning
_DOUBT = "The paragraph reads so differently in the file that it may be another one."

Brought = Mapping[tuple[int, int], int]
"""The proposal that brings a sign, by row and place."""


class Spot(NamedTuple):
    """A sign on which a remark is set: its row, and its place in the passage."""

    row: int
    place: int
    sign: Sign


class Margins:
    """Finds the words on which remarks are set."""

    def __init__(self, marked: Marked, on: Basis, loom: Loom, roster: Roster) -> None:
        self._marked = marked
        self._on = on
        self._loom = loom
        self._roster = roster
        self._by_block: dict[int, dict[int, Spot]] = {}
        self._stands: dict[tuple[int, int], dict[int, tuple[int, int]]] = {}

    def remarked(self, brought: Brought) -> tuple[Remarked, ...]:
        """A comment for each remark, in their order; none where the version has no paragraph at all."""
        index = {remark.id: number for number, remark in enumerate(self._marked.remarks)}
        if not self._on.draft.paragraphs:
            return ()
        return tuple(
            self._comment(remark, None if remark.reply_to == remark.id else index.get(remark.reply_to), brought)
            for remark in self._marked.remarks
        )

    def _comment(self, remark: Remark, reply_to: int | None, brought: Brought) -> Remarked:
        spots = tuple(self._spots(remark))
        here = spots[0] if spots else self._beside(remark)
        anchor, words = self._anchor(spots, here)
        quote = _quote(spots, words)
        found = (brought[spot.row, spot.place] for spot in spots if (spot.row, spot.place) in brought)
        return Remarked(
            id=remark.id,
            delegation=self._roster.code_of(remark.author),
            author=remark.author,
            date=remark.date,
            anchor=anchor,
            paragraph=self._on.numbers[anchor.ordinal].cite,
            body=remark.body,
            quote=quote,
            about=next(found, None) if quote else None,
            reply_to=reply_to,
            is_guessed=remark.is_guessed,
            resolved=remark.resolved,
            doubt=_DOUBT if here and self._loom.woven(here.row).sureness < SURE else "",
        )

    # --- where it is set ----------------------------------------------------------------------------

    def _spots(self, remark: Remark) -> Iterator[Spot]:
        if remark.start is None or remark.end is None:
            return
        many = 0
        for block in range(remark.start.block, remark.end.block + 1):
            first = remark.start.offset if block == remark.start.block else 0
            last = len(self._marked.blocks[block].text) if block < remark.end.block else remark.end.offset
            found = self._in_block(block)
            yield from (found[offset] for offset in range(first, last) if offset in found)
            many += last - first
            if many > _LONGEST_QUOTE:
                return

    def _beside(self, remark: Remark) -> Spot | None:
        """For a remark set between two characters, one of its paragraph."""
        found = self._in_block(remark.start.block) if remark.start else {}
        return next(iter(found.values()), None)

    def _in_block(self, block: int) -> Mapping[int, Spot]:
        if block not in self._by_block:
            row = self._loom.row_of.get(block, NOWHERE)
            for place, sign in enumerate(self._loom.woven(row).signs if row != NOWHERE else ()):
                if sign.at:
                    self._by_block.setdefault(sign.at.block, {})[sign.at.offset] = Spot(row, place, sign)
        return self._by_block.setdefault(block, {})

    # --- the anchor ---------------------------------------------------------------------------------

    def _anchor(self, spots: Sequence[Spot], here: Spot | None) -> tuple[Anchor, str]:
        """The anchor, and the words on which it is as they are seen."""
        kept = [spot for spot in spots if spot.sign.ordinal != NOWHERE and spot.sign.letter.shown.strip()]
        if kept:
            counted = Counter((spot.row, spot.sign.ordinal) for spot in kept)
            row, ordinal = max(counted, key=counted.__getitem__)
            own = [spot.place for spot in kept if (spot.row, spot.sign.ordinal) == (row, ordinal)]
            return self._on_words(row, ordinal, own)
        ordinal = self._nearest(here) if here else self._whole_document()
        return Anchor(self._on.text_id, ordinal), words_of(self._on.draft.paragraphs[ordinal].text)

    def _on_words(self, row: int, ordinal: int, places: Sequence[int]) -> tuple[Anchor, str]:
        woven = self._loom.woven(row)
        stand = self._places_in(row, ordinal)
        words = seen([woven.signs[place].letter for place in stand if places[0] <= place <= places[-1]])
        if woven.lane is Lane.CELLS:
            return self._in_table(ordinal, words), words
        if folded(words) == folded(words_of(self._on.draft.paragraphs[ordinal].text)):
            return Anchor(self._on.text_id, ordinal), words
        start, end = stand[places[0]][0], stand[places[-1]][1]
        return anchor_at(self._on.draft, self._on.text_id, ordinal, start, end), words

    def _places_in(self, row: int, ordinal: int) -> Mapping[int, tuple[int, int]]:
        """Where the signs of a row stand in the text of a paragraph of the version."""
        if (row, ordinal) not in self._stands:
            signs = self._loom.woven(row).signs
            for line in lines(signs, NOBODY):
                places = places_of([signs[at].letter for at in line.places])
                own = dict(zip(line.places, places, strict=True))
                self._stands[row, ordinal_of(signs, line)] = own
        return self._stands[row, ordinal]

    def _in_table(self, ordinal: int, words: str) -> Anchor:
        try:
            return anchor_for(self._on.draft, self._on.text_id, ordinal, words)
        except (QuoteNotFound, QuoteAmbiguous):
            return Anchor(self._on.text_id, ordinal)

    def _nearest(self, here: Spot) -> int:
        """The paragraph of the version beside a sign that is in none: the one before, else the one after."""
        woven = self._loom.woven(here.row)
        places = [*range(here.place, -1, -1), *range(here.place, len(woven.signs))]
        found = (woven.signs[place].ordinal for place in places if woven.signs[place].ordinal != NOWHERE)
        return next(found, min(max(woven.place - 1, 0), len(self._on.draft.paragraphs) - 1))

    def _whole_document(self) -> int:
        return next((each.ordinal for each in self._on.draft.paragraphs if each.kind is Kind.TITLE), 0)


def _quote(spots: Sequence[Spot], anchored: str) -> str:
    """The words as the file has them, where they are others than those of the anchor."""
    words = _words_of([spot.sign for spot in spots])
    return "" if folded(words[typed_number(words) :]) in ("", folded(anchored)) else words


def _words_of(signs: Passage) -> str:
    """As the file reads when all is accepted; when nothing of it is left then, as it read before."""
    there = [sign.raw for sign in signs if all(change.op is Op.INSERTED for change in sign.changes)]
    return fold("".join(there)) or fold("".join([sign.raw for sign in signs]))
