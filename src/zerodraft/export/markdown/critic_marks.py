"""Pieces of a redline as CriticMarkup: `{++in++}{--out--}{>>Norlandia: 2026-11-05T09:30:00Z<<}`.

The language has no escape: a brace of the text is written as a character reference, which Markdown shows as the brace.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.margin_notes import own_note, signature_note
from zerodraft.core.text.visible import visible
from zerodraft.export.hands import Hand, filled

_SIGNS = {Op.INSERTED: ("{++", "++}"), Op.DELETED: ("{--", "--}"), Op.KEPT: ("", "")}
# A reference that the text itself contains is written so that it comes back, also where a mark cuts it.
_UNSAFE = re.compile(r"[{}]|&(?=\Z|#\Z|#1?\Z|#12?\Z|#(?:3|38|123|125|126)(?:;|\Z))")


class Signed(NamedTuple):
    """Words of one fate, and whose hand it is: None where that is not known, or where there is nothing to know, as of a
    number. `otherwise` is whose it is if nobody's hand is known of what stands beside it."""

    op: Op
    text: str
    hand: Hand | None = None
    otherwise: Hand | None = None


def critic(pieces: Iterable[tuple[Op, str]]) -> str:
    """Neighbours of one fate under one pair of marks."""
    written: list[str] = []
    for op, group in groupby(pieces, key=lambda piece: piece[0]):
        text = "".join(text for _, text in group)
        opening, closing = _SIGNS[op]
        written.append(f"{opening}{_safe(text)}{closing}" if text else "")
    return "".join(written)


def signed_critic(pieces: Iterable[Signed]) -> str:
    """The same, and behind marks that stand next to each other whose they are, and when the last of them was made.

    What is in nobody's hand goes with its neighbours.
    """
    written: list[str] = []
    for is_kept, run in groupby((each for each in pieces if each.text), key=lambda piece: piece.op is Op.KEPT):
        found = list(run)
        written += [critic(each[:2] for each in found)] if is_kept else _signed(found)
    return "".join(written)


def note(words: str) -> str:
    """A comment that is nobody's."""
    return _comment(own_note(words))


def _signed(run: Sequence[Signed]) -> Iterator[str]:
    hands = filled(
        [each.hand for each in run] if any(each.hand for each in run) else [each.otherwise for each in run], None
    )
    for author, group in groupby(zip(hands, run, strict=True), key=lambda each: each[0] and each[0].author):
        found = list(group)
        yield critic(each[:2] for _, each in found)
        if author:
            last = max(hand.date for hand, _ in found if hand)
            yield _comment(signature_note(visible(author, single_line=True), last))


def _comment(text: str) -> str:
    return f"{{>>{_safe(' '.join(text.split()))}<<}}"


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda sign: f"&#{ord(sign[0])};", text)
