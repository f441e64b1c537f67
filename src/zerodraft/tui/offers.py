"""What help and palette offer: actions, documents, paragraphs; and which of them a few words mean."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.tui.actions import Action, shown_key
from zerodraft.tui.destination import Destination
from zerodraft.tui.home.filtering import folded

if TYPE_CHECKING:
    from zerodraft.core.text.numbering import Number

# Paragraphs of one number: 3, 3(a), 3 bis; whoever wants more types more of it.
_MOST_PARAGRAPHS = 40


class Opening(NamedTuple):
    """A document that is to be opened."""

    slug: str


Goal = Action | Opening | Destination


class Offer(NamedTuple):
    """Something to choose. `goal` is None for a heading; `reason` says why it can't be done now, "" when it can."""

    goal: Goal | None
    label: str
    told: str = ""
    keys: str = ""
    reason: str = ""


class Knowledge(NamedTuple):
    """What is known of an action here and now: its keys, and why it can't be done."""

    keys_of: Callable[[Action], tuple[str, ...]]
    why_not: Callable[[Action], str]


def offered(actions: Iterable[Action], known: Knowledge) -> Iterator[Offer]:
    for action in actions:
        keys = " ".join(map(shown_key, known.keys_of(action)))
        yield Offer(action, action.label, action.told, keys, known.why_not(action))


def in_groups(groups: Iterable[tuple[str, Iterable[Action]]], known: Knowledge) -> tuple[Offer, ...]:
    """The actions of each group below its heading."""
    found: list[Offer] = []
    for title, actions in groups:
        found += (Offer(None, title), *offered(actions, known))
    return tuple(found)


def documents(titles: Iterable[tuple[str, str]]) -> Iterator[Offer]:
    """The documents of the workspace, given by folder and title."""
    for slug, title in titles:
        yield Offer(Opening(slug), f"Open: {title}", slug)


def paragraphs(words: str, numbers: "Sequence[Number]", texts: Callable[[int], str]) -> Iterator[Offer]:
    """The paragraphs whose number begins as the words do: `36`, `¶ 12`, `pp3`. None for other words."""
    wanted = folded(words).replace(" ", "").removeprefix("¶")
    if not wanted or not any(char.isdigit() for char in wanted):
        return
    found = 0
    for ordinal, number in enumerate(numbers):
        if number.cite and folded(number.cite).replace(" ", "").startswith(wanted):
            yield Offer(Destination("draft", ordinal=ordinal), f"¶ {number.cite}", texts(ordinal))
            found += 1
            if found == _MOST_PARAGRAPHS:
                return


def narrowed(offers: Sequence[Offer], words: str) -> tuple[Offer, ...]:
    """Help: those in which each word stands, in their order; of headings those that keep something."""
    wanted = folded(words).split()
    found: list[Offer] = []
    for offer in offers:
        if offer.goal is None:
            if found and found[-1].goal is None:
                found.pop()
            found.append(offer)
        elif all(word in folded(f"{offer.label}\n{offer.told}\n{offer.keys}") for word in wanted):
            found.append(offer)
    if found and found[-1].goal is None:
        found.pop()
    return tuple(found)


def ranked(offers: Iterable[Offer], words: str) -> tuple[Offer, ...]:
    """Palette: those that the words may mean, the nearest first, in their order where they are equally near."""
    wanted = folded(words).split()
    near = ((distance(wanted, folded(offer.label), folded(offer.told)), offer) for offer in offers)
    return tuple(offer for far, offer in sorted(((far, each) for far, each in near if far is not None), key=_first))


def _first(pair: tuple[int, Offer]) -> int:
    return pair[0]


def distance(wanted: Sequence[str], label: str, told: str) -> int | None:
    """How far a label is from the words, 0 for nothing between them; None where one of them is not meant at all."""
    total = 0
    for word in wanted:
        far = _distance(word, label, told)
        if far is None:
            return None
        total += far
    return total


def _distance(word: str, label: str, told: str) -> int | None:
    """Nearest: the label begins so, then a word of it, then its middle; then letters in order; then the sentence."""
    place = label.find(word)
    if place >= 0:
        return 0 if place == 0 else 1 if not label[place - 1].isalnum() else 3
    if (gaps := _gaps(word, label)) is not None:
        return 6 + gaps
    if word in told:
        return 5
    return None


def _gaps(word: str, label: str) -> int | None:
    """How often one has to skip letters that don't begin a word to find the word's letters in order."""
    gaps, place = 0, 0
    for char in word:
        found = label.find(char, place)
        if found < 0:
            return None
        gaps += found != place and found > 0 and label[found - 1].isalnum()
        place = found + 1
    return gaps if gaps <= len(word) // 2 else None
