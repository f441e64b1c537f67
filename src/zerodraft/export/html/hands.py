"""Whose each change and comment on a page is: classes by which the style tells, marks and filters them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.negotiation.delegation import comparison_key
from zerodraft.core.text.inline import Stretch, cut
from zerodraft.core.text.visible import visible
from zerodraft.export.hands import Hand, Hands, filled, within
from zerodraft.export.page_labels import PageLabels
from zerodraft.export.passages import Passage, Words

Shown = tuple[Words, Stretch]

_MOVES = (Fate.MOVED, Fate.SPLIT, Fate.JOINED)


class Parties:
    """Everybody who changed or said something, by the name that readers see, numbered in the order of the names."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names: tuple[str, ...] = tuple(sorted(set(names), key=lambda name: (comparison_key(name), name)))
        self._numbers: Mapping[str, int] = {name: number for number, name in enumerate(self.names, start=1)}

    def named(self, name: str) -> str:
        """The class of all that is theirs."""
        return f"by-{self._numbers[name]}"

    def all_of(self, names: Iterable[str]) -> str:
        """Their classes, each once, with a space before each."""
        return "".join(f" {self.named(name)}" for name in dict.fromkeys(names))


class Signatures:
    """The acts of one redline. What nobody is known to have done is `hands.other`'s."""

    def __init__(self, hands: Hands, parties: Parties, labels: PageLabels) -> None:
        self.hands = hands
        self._parties = parties
        self._labels = labels
        self._acts: dict[tuple[str, date], int] = {}

    def attributes(self, hand: Hand) -> str:
        """Of the mark around words: it takes the focus, and then the style tells whose it is."""
        act = self._acts.setdefault((hand.author, hand.date.date()), len(self._acts) + 1)
        return f' class="{self._parties.named(hand.author)} act-{act}" tabindex="0"'

    def rules(self) -> str:
        """The style's knowledge of each act: “ by Japan, 3 November 2021”."""
        return "".join(self._rule(*act, number) for act, number in self._acts.items())

    def _rule(self, author: str, day: date, number: int) -> str:
        told = f"{author}, {self._labels.dated(day)}"
        by = " " + self._labels.by.replace("{}", told)
        return f".act-{number}{{--by:{quoted(by)};--who:{quoted(told)}}}\n"


class Signer:
    """Signs the changes of one passage; `authors` are those who made them, each once."""

    def __init__(self, signatures: Signatures, passage: Passage) -> None:
        self._signatures = signatures
        hands, fate = signatures.hands, passage.fate
        self._otherwise = hands.other if fate is Fate.DELETED else hands.touched(passage.paragraph.ordinal)
        self._found: dict[str, None] = dict.fromkeys([self._otherwise.author] if fate in _MOVES else ())

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(self._found) or (self._otherwise.author,)

    def sign(self, found: Sequence[Shown]) -> Iterator[tuple[Stretch, str]]:
        """What isn't told of is in the hand of what stands before it, as in a Word file (`word/tracking.py`)."""
        held = [each for words, stretch in found for each in self._held(words, stretch)]
        hands = filled([hand for _, hand in held], self._otherwise)
        for (stretch, _), hand in zip(held, hands, strict=True):
            self._found[hand.author] = None
            yield stretch, self._signatures.attributes(hand)

    def _held(self, words: Words, stretch: Stretch) -> Iterator[tuple[Stretch, Hand | None]]:
        """In pieces, each in one hand; white space is in the hand of the word beside it."""
        hands = self._signatures.hands
        signed = hands.signed(words.op, words.ordinal)
        if words.is_break or not stretch.is_literal:
            yield stretch, None if words.is_break else next(within(signed, stretch.start, stretch.end)).hand
            return
        for start, end, hand in within(signed, stretch.start, stretch.end):
            (part,) = cut((stretch,), start, end)
            yield part, None if part.text.isspace() else hand


def quoted(text: str) -> str:
    """A string of CSS: every sign but plain letters, figures and spaces by its number, so that none can end it."""
    shown = visible(text, single_line=True)
    return '"' + "".join(_escaped(char) for char in shown) + '"'


def _escaped(char: str) -> str:
    return char if char.isascii() and (char.isalnum() or char in " ,.") else f"\\{ord(char):x} "
