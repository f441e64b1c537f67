"""What the filter line of the comments means: words, and terms such as `from:JPN` or `state:open`."""

from dataclasses import replace
from typing import TYPE_CHECKING

from zerodraft.core.negotiation.thread import State
from zerodraft.desk.selection import Wish
from zerodraft.tui.narrowing.meanings import area_meant, paragraph_meant, speaker_meant, version_meant
from zerodraft.tui.narrowing.terms import Filter, Grammar, NotUnderstood, begun_with, listed, with_term

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

STANDING_WORDS = {"stands": "standing", "reworded": "rewritten", "gone": "detached"}
_STANDING_TOLD = {"standing": "words stand", "rewritten": "reworded since", "detached": "words are gone"}


def understood(line: str, dossier: "Dossier") -> Filter[Wish]:
    """Reads a filter line."""
    return GRAMMAR.read(line, Wish(), dossier)


def _state(wish: Wish, value: str, _dossier: "Dossier") -> Wish:
    begun = begun_with(State, value)
    if len(begun) == 1:
        return replace(wish, state=State(begun[0]))
    raise NotUnderstood(f"A matter is {listed(State)}, not “{value}”.")


def _standing(wish: Wish, value: str, _dossier: "Dossier") -> Wish:
    known = {**STANDING_WORDS, **{standing: standing for standing in STANDING_WORDS.values()}}
    begun = {known[word] for word in begun_with(known, value)}
    if len(begun) == 1:
        return replace(wish, standing=begun.pop())
    raise NotUnderstood(f"standing: takes {listed(STANDING_WORDS)}, not “{value}”.")


GRAMMAR: Grammar[Wish] = Grammar(
    {
        "from": lambda wish, value, dossier: replace(wish, speaker=speaker_meant(value, dossier)),
        "area": lambda wish, value, dossier: replace(wish, area=area_meant(value, dossier)),
        "para": lambda wish, value, dossier: replace(wish, paragraph=paragraph_meant(value, dossier)),
        "state": _state,
        "standing": _standing,
        "on": lambda wish, value, dossier: replace(wish, on=version_meant(value, dossier)),
    },
    lambda wish, word: replace(wish, words=(*wish.words, word)),
)


def with_state(line: str, state: State | None) -> str:
    """The filter line with this state in place of any other; None takes it out."""
    return with_term(line, "state", state.value if state else "")


def described(wish: Wish, dossier: "Dossier") -> str:
    """What the list shows, in words: “from Japan · focus area 2 · open”; "" for everything."""
    found = (
        f"from {dossier.name_of(wish.speaker)}" if wish.speaker else "",
        f"focus area {wish.area}" if wish.area is not None else "",
        f"¶ {wish.paragraph}" if wish.paragraph else "",
        wish.state.words if wish.state else "",
        _STANDING_TOLD.get(wish.standing, ""),
        f"on {wish.on}" if wish.on else "",
        " ".join(f"“{word}”" for word in wish.words),
    )
    return " · ".join(filter(None, found))
