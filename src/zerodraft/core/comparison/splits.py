"""Third stage of an alignment: paragraphs that were cut in pieces, or joined to one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from zerodraft.core.comparison.common_sequence import common_length
from zerodraft.core.comparison.matching import UNMATCHED, Matching, class_of
from zerodraft.core.comparison.wording import Wording, Wordings
from zerodraft.core.text.draft import Paragraph

_SHORTEST_PIECE = 5
# Share of a piece's words that only it explains. Of 450 splits, a tenth to a third of the paragraphs restructured,
# 5 to 30 % of the words edited: 0.6 finds 377 with 16 wrong pairs, 0.5 finds 396 with 17, 0.4 no more but 18.
_CONTAINED = 0.5
_REACH = 3  # a paragraph may have been put between the pieces


def add_pieces(matching: Matching, wordings: Wordings) -> None:
    """Give an unmatched paragraph to a neighbour's mate when that was cut in two (or, the other way, joined)."""
    cut = _Pieces(matching.new, matching.old, matching.to_old, matching.to_new, wordings.new, wordings.old)
    joined = _Pieces(matching.old, matching.new, matching.to_new, matching.to_old, wordings.old, wordings.new)
    for side, other in ((cut, joined), (joined, cut)):
        ordinals = [piece for piece, whole in enumerate(side.to_whole) if whole == UNMATCHED]
        for piece in chain(ordinals, reversed(ordinals)):
            side.place(piece, other)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """One direction of the search: pieces on one side, wholes on the other."""

    pieces: Sequence[Paragraph]
    wholes: Sequence[Paragraph]
    to_whole: list[int]
    to_piece: list[int]
    piece_wording: Callable[[int], Wording]
    whole_wording: Callable[[int], Wording]

    def place(self, piece: int, reverse: "_Pieces") -> None:
        """Absorb one piece where it fits best; nothing happens where it fits nowhere."""
        if self.to_whole[piece] != UNMATCHED or len(self.piece_wording(piece).words) < _SHORTEST_PIECE:
            return
        wholes = set(self.to_whole[max(0, piece - _REACH) : piece + _REACH + 1])
        gains = [(self._gain(piece, whole), -whole) for whole in wholes if self._may_be_cut(piece, whole, reverse)]
        if gains and max(gains)[0] >= _CONTAINED * len(self.piece_wording(piece).words):
            self.to_whole[piece] = -max(gains)[1]

    def _may_be_cut(self, piece: int, whole: int, reverse: "_Pieces") -> bool:
        if whole == UNMATCHED or class_of(self.pieces[piece]) != class_of(self.wholes[whole]):
            return False
        mate = self.to_piece[whole]
        one_to_one = self.to_whole[mate] == whole and len(reverse.block(mate)) == 1
        return one_to_one and self.pieces[mate].text != self.wholes[whole].text

    def block(self, whole: int) -> list[int]:
        """The pieces of a whole, rising: its mate and the paragraphs near it that point to the same."""
        mate = self.to_piece[whole]
        near = range(max(0, mate - _REACH), min(len(self.to_whole), mate + _REACH + 1))
        return [piece for piece in near if self.to_whole[piece] == whole]

    def _gain(self, piece: int, whole: int) -> int:
        """How many words of the piece the whole explains that its other pieces don't."""
        sought = self.whole_wording(whole)
        if sought.common(self.piece_wording(piece)) < _CONTAINED * len(self.piece_wording(piece).words):
            return 0
        block = self.block(whole)
        return self._explained(sought, sorted([*block, piece])) - self._explained(sought, block)

    def _explained(self, whole: Wording, block: list[int]) -> int:
        return common_length(whole.words, [word for piece in block for word in self.piece_wording(piece).words])
