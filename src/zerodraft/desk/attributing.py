"""Whose hand each change between two texts is: who put words in, and who took them out."""

from collections.abc import Callable, Iterable, Sequence, Set
from itertools import pairwise

from zerodraft.core.comparison.credit import Credits, Provenance, Stage
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.credit_books import WORKING
from zerodraft.desk.crediting import origins_of, provenances
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.room import Room
from zerodraft.export.hands import Hand, Hands, Signed
from zerodraft.store.acts import TextState

_LEFT = "left"
"""In the place of an act: words that nobody took out."""


def hands_between(room: Room, dossier: Dossier, old: Reading, new: Reading, language: str = "") -> Hands:
    """Each hand under the name of the delegation in a language ("" for that of the text), with the date of the act.
    What no act between the two tells of is the secretariat's, as the new text was issued."""
    way = _way_back(room, dossier.slug, old, new)
    put, taken = provenances(room, dossier, new), _taken_out(room, way, new)
    origins = origins_of(room, dossier.slug, {act for each in put for act in each.acts} | {each.commit for each in way})
    name = room.archive.lists.delegations().name
    language = language or dossier.settings.language
    moment = new.version.issued if new.version else room.clock()

    def hand(act: str) -> Hand:
        origin = origins.get(act)
        code = origin.delegation if origin else ""
        return Hand(name(code or SECRETARIAT_CODE, language), (origin.date if origin else None) or moment)

    recent = {WORKING, *(each.commit for each in way[:-1])}
    return Hands(
        other=Hand(name(SECRETARIAT_CODE, language), moment),
        put=dict(enumerate(_signed(put, recent, hand))),
        taken=dict(enumerate(_signed(taken, recent, hand))),
        last={at: hand(each.acts[-1]) for at, each in enumerate(put) if each.acts and each.acts[-1] in recent},
    )


def _signed(found: Iterable[Provenance], recent: Set[str], hand: Callable[[str], Hand]) -> Iterable[Sequence[Signed]]:
    for words, _, _ in found:
        yield tuple(Signed(start, end, hand(act)) for act, start, end in words if act in recent)


def _way_back(room: Room, slug: str, old: Reading, new: Reading) -> Sequence[TextState]:
    """The states of the text from the new one back to the old, both with them; none if the one did not come of the
    other."""
    if old.version is None:
        return ()
    states = {each.commit: each for each in room.workspace.text_states(slug, new.version.commit if new.version else "")}
    end = room.workspace.text_states(slug, old.version.commit)[-1].commit
    way = [*states.values()][-1:]
    while way and way[-1].commit != end:
        before = states.get(next(iter(way[-1].parents), ""))
        if before is None:
            return ()
        way.append(before)
    return way


def _taken_out(room: Room, way: Sequence[TextState], new: Reading) -> Sequence[Provenance]:
    """For each paragraph of the old text the acts that took out its words: those that bring them when history is read
    backwards."""
    backwards = Credits()
    found = backwards.add(Stage(_LEFT, new.draft))
    before = _LEFT
    if way and way[0].blob != new.text_id:
        found, before = backwards.add(Stage(WORKING, _draft(room, way[0]), (before,))), WORKING
    for later, earlier in pairwise(way):
        found = backwards.add(Stage(later.commit, _draft(room, earlier), (before,)))
        before = later.commit
    return found if way else ()


def _draft(room: Room, state: TextState) -> Draft:
    return room.archive.draft(state.blob) if state.blob else read_draft("")
