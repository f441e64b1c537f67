"""What the filter line of the queue means: words, and terms such as `from:JPN` or `outcome:collision`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.review import Status
from zerodraft.desk.queue import OPEN, Sought, place_of
from zerodraft.tui.narrowing.completing import FROM, Completing, known_areas, known_speakers, known_versions
from zerodraft.tui.narrowing.meanings import area_meant, paragraph_meant, speaker_meant, version_meant
from zerodraft.tui.narrowing.terms import Filter, Grammar, NotUnderstood, begun_with, listed, with_term

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_DECIDED = frozenset(Status) - {Status.OPEN}
# What somebody writes behind `state:`; “open” holds as well what was accepted in part, for the rest of it waits.
STATES: dict[str, frozenset[Status]] = {
    "open": OPEN,
    "decided": _DECIDED,
    "accepted": frozenset({Status.ACCEPTED, Status.IN_PART}),
    "bracketed": frozenset({Status.BRACKETED}),
    "rejected": frozenset({Status.REJECTED}),
    "withdrawn": frozenset({Status.WITHDRAWN}),
    "overtaken": frozenset({Status.OVERTAKEN}),
}
OUTCOMES = {outcome.value.replace(" ", "-"): outcome for outcome in Outcome}
_OUTCOME_TOLD = {
    Outcome.CLEAN: "clean",
    Outcome.LOOK: "to be looked at",
    Outcome.COLLISION: "in collision",
    Outcome.ALREADY_IN: "already in",
    Outcome.DETACHED: "without a place",
}


def understood(line: str, dossier: "Dossier") -> Filter[Sought]:
    """Reads a filter line."""
    return GRAMMAR.read(line, Sought(), dossier)


def _state(sought: Sought, value: str, _dossier: "Dossier") -> Sought:
    begun = begun_with(STATES, value)
    if len(begun) == 1:
        return replace(sought, states=STATES[begun[0]])
    raise NotUnderstood(f"A proposal is {listed(STATES)}, not “{value}”.")


def _outcome(sought: Sought, value: str, _dossier: "Dossier") -> Sought:
    begun = begun_with(OUTCOMES, value)
    if len(begun) == 1:
        return replace(sought, outcome=OUTCOMES[begun[0]])
    raise NotUnderstood(f"outcome: takes {listed(OUTCOMES)}, not “{value}”.")


GRAMMAR: Grammar[Sought] = Grammar(
    {
        FROM: lambda sought, value, dossier: replace(sought, delegation=speaker_meant(value, dossier)),
        "area": lambda sought, value, dossier: replace(sought, area=area_meant(value, dossier)),
        "para": lambda sought, value, dossier: replace(sought, paragraph=paragraph_meant(value, dossier)),
        "state": _state,
        "outcome": _outcome,
        "on": lambda sought, value, dossier: replace(sought, on=version_meant(value, dossier)),
    },
    lambda sought, word: replace(sought, words=(*sought.words, word)),
)


def _paragraphs(_value: str, dossier: "Dossier") -> Iterator[str]:
    """Those with proposals, in the order of the text."""
    ordinals = sorted({place for each in dossier.tabled.values() if (place := place_of(each)) is not None})
    return ("".join(dossier.reading.numbers[ordinal].cite.split()) for ordinal in ordinals)


COMPLETING = Completing(
    {
        FROM: known_speakers,
        "area": known_areas,
        "para": _paragraphs,
        "state": lambda _value, _dossier: STATES,
        "outcome": lambda _value, _dossier: OUTCOMES,
        "on": known_versions,
    },
    "words · from:JPN · area:2 · para:36 · state:open · outcome:collision · on:rev-1",
)


def with_state(line: str, state: str) -> str:
    """The filter line with this state in place of any other; "" takes it out."""
    return with_term(line, "state", state)


def described(sought: Sought, dossier: "Dossier") -> str:
    """What the queue shows, in words: “from Japan · focus area 2 · open”; "" for everything."""
    states = next((name for name, states in STATES.items() if states == sought.states), "")
    found = (
        f"from {dossier.name_of(sought.delegation)}" if sought.delegation else "",
        f"focus area {sought.area}" if sought.area is not None else "",
        f"¶ {sought.paragraph}" if sought.paragraph else "",
        states,
        _OUTCOME_TOLD[sought.outcome] if sought.outcome else "",
        f"on {sought.on}" if sought.on else "",
        " ".join(f"“{word}”" for word in sought.words),
    )
    return " · ".join(filter(None, found))
