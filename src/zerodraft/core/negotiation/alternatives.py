"""Wordings that contradict each other, in brackets: `[shall - Japan / should - EU]`, each with its delegations."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.dispute import readable
from zerodraft.core.comparison.merge_passage import BREAK
from zerodraft.core.negotiation.bracketing import place_of
from zerodraft.core.negotiation.claims import Claim, Plates
from zerodraft.core.negotiation.disputed_words import Disputed, Inseparable, disputed
from zerodraft.core.negotiation.shelter import sheltered
from zerodraft.core.negotiation.word_stream import PILCROW, Base, Rival
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import Span, Splice, splice
from zerodraft.core.text.words import fold
from zerodraft.errors import Refusal

_HINT = "Bracket fewer of them, or write the words yourself."


class Choice(NamedTuple):
    """What some paragraphs would read, () where they go, and who says so: names as they are printed, () for nobody."""

    wording: tuple[str, ...]
    names: tuple[str, ...] = ()


def alternatives(draft: Draft, first: int, last: int, choices: Sequence[Choice]) -> tuple[str, ...]:
    """The paragraphs `first` to `last` with all choices in brackets around the words in which they differ; the same
    ordinal twice is for new ones. What stands in the text is an alternative only where a choice leaves it so: by its
    name if it is the whole of that choice, and where some take it out, with theirs.

    Law: each bracket is read back as these alternatives of these delegations. Raises `Refusal` where none could be.
    """
    for name in [name for choice in choices for name in choice.names]:
        if not readable(name):
            raise Refusal(f"“{name}” would not be read as a name in a bracket.", "Use the code of the delegation.")
    if any(each.kind in (Kind.TABLE, Kind.OPAQUE) for each in draft.paragraphs[first:last]):
        raise Refusal("No bracket can stand in a table.", _HINT)
    if first == last:
        return (_of_new(choices),)
    return _Printing(draft, first, last, choices).wording()


class _Alternative(NamedTuple):
    """Words in a bracket, and what is said of them."""

    words: str
    claims: tuple[Claim, ...]

    @property
    def printed(self) -> str:
        return f"{self.words} - {Plates({}).printed(self.claims)}" if self.claims else self.words


class _Printing:
    """The brackets as they are written over words of a source."""

    def __init__(self, draft: Draft, first: int, last: int, choices: Sequence[Choice]) -> None:
        self._draft = draft
        self._choices = choices
        self._texts = tuple([each.text for each in draft.paragraphs[first:last]])
        self._base = Base.of(draft, first, last)

    def wording(self) -> tuple[str, ...]:
        base, source = self._base, self._draft.source
        taken = base.words_of(base.first, base.last)
        rivals = [Rival.of(base, taken, choice.wording) for choice in self._choices]
        try:
            found = disputed(base, rivals)
        except Inseparable:
            raise _torn() from None
        whole = Span(base.bounds[0].start, base.bounds[-1].end)
        new = read_draft(splice(source, (Splice(whole, self._printed(whole, found)),)))
        texts = tuple([each.text for each in new.paragraphs[base.first : base.last]])
        if len(new.paragraphs) != len(self._draft.paragraphs) or _strays(texts) > _strays(self._texts):
            raise _torn()
        return texts

    def _printed(self, span: Span, found: Iterable[Disputed]) -> str:
        """A stretch of the source with brackets in it."""
        source = self._draft.source
        parts: list[str] = []
        done = span.start
        for each in found:
            place, before, after = self._place(each)
            parts += (source[done : place.start], before, _bracket(self._alternatives(each)), after)
            done = place.end
        return "".join((*parts, source[done : span.end]))

    def _place(self, found: Disputed) -> tuple[Span, str, str]:
        base = self._base
        if found.start == found.end:
            return place_of(base, found)
        return Span(base.starts[found.start], base.ends[found.end - 1]), "", ""

    def _alternatives(self, found: Disputed) -> list[_Alternative]:
        words = self._base.stream.words[found.start : found.end]
        if BREAK in words or any(PILCROW in said.split() for said in found.wordings.values()):
            raise Refusal("A bracket can't go over the end of a paragraph.", _HINT)
        offers: dict[str, list[str]] = {}
        for index, said in found.wordings.items():
            offers.setdefault(said, []).extend(self._choices[index].names)
        deleting = offers.pop("", None)
        left = [choice for index, choice in enumerate(self._choices) if index not in found.wordings]
        standing = []
        if words and (left or deleting is not None):
            retaining = [name for choice in left if choice.wording == self._texts for name in choice.names]
            claims = _claims(retaining, Stance.RETAIN) + _claims(deleting or (), Stance.DELETE)
            standing = [_Alternative(sheltered(self._printed(self._place(found)[0], found.inner)), claims)]
        return standing + [_Alternative(sheltered(said), _claims(names)) for said, names in offers.items()]


def _torn() -> Refusal:
    return Refusal("These words can't stand in brackets: one would be torn.", _HINT)


def _strays(paragraphs: Iterable[str]) -> int:
    """How many brackets of theirs have no other end."""
    return len(brackets(BREAK.join(paragraphs)).unbalanced)


def _claims(names: Iterable[str], stance: Stance = Stance.PROPOSE) -> tuple[Claim, ...]:
    codes = tuple(dict.fromkeys(names))
    return (Claim(codes, stance),) if codes else ()


def _of_new(choices: Sequence[Choice]) -> str:
    """New paragraphs in one bracket, as alternatives of one."""
    if any(len(choice.wording) != 1 for choice in choices):
        raise Refusal("A bracket can't go over the end of a paragraph.", _HINT)
    offers: dict[str, list[str]] = {}
    for choice in choices:
        offers.setdefault(choice.wording[0], []).extend(choice.names)
    return _bracket([_Alternative(sheltered(words), _claims(names)) for words, names in offers.items()])


def _bracket(said: Sequence[_Alternative]) -> str:
    """One bracket that is read as these alternatives."""
    text = f"[{' / '.join([each.printed for each in said])}]"
    found = brackets(text).found
    read = [each for each in found[:1] if each.span == Span(0, len(text))]
    told = [(fold(each.text), [it.name for it in each.positions]) for whole in read for each in whole.alternatives]
    if told != [(fold(each.words), [name for claim in each.claims for name in claim.codes]) for each in said]:
        raise Refusal("These words would not be read as alternatives in a bracket.", _HINT)
    return text
