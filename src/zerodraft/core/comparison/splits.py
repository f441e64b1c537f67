"""Third stage of an alignment: paragraphs that were cut in pieces, or joined to one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from zerodraft.core.comparison.common_sequence import common_length
from zerodraft.core.comparison.matching import UNMATCHED, Matching, class_of
from zerodraft.core.comparison.wording import Wording, Wordings
from zerodraft.core.text.draft import Paragraph

_SHORTEST_PIECE = 5
_CONTAINED = 0.6


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
        wholes = {self.to_whole[near] for near in (piece - 1, piece + 1) if 0 <= near < len(self.to_whole)}
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
        """The pieces of a whole, rising: its mate and the paragraphs around it that point to the same."""
        mate = self.to_piece[whole]
        first = last = mate
        while first > 0 and self.to_whole[first - 1] == whole:
            first -= 1
        while last + 1 < len(self.to_whole) and self.to_whole[last + 1] == whole:
            last += 1
        return list(range(first, last + 1))

    def _gain(self, piece: int, whole: int) -> int:
        """How many words of the piece the whole explains that its other pieces don't."""
        sought = self.whole_wording(whole)
        if sought.common(self.piece_wording(piece)) < _CONTAINED * len(self.piece_wording(piece).words):
            return 0
        block = self.block(whole)
        return self._explained(sought, sorted([*block, piece])) - self._explained(sought, block)

    def _explained(self, whole: Wording, block: list[int]) -> int:
        return common_length(whole.words, [word for piece in block for word in self.piece_wording(piece).words])
