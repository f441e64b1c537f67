"""Comments where their words stand in a text: in the working text, or in a version as it was issued."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.anchor import Detached, Place
from zerodraft.core.comparison.lineage import Version as TextVersion
from zerodraft.core.comparison.lineage import trace
from zerodraft.core.comparison.placement import place_all
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.room import Room
from zerodraft.export.discussed import Discussed, Said


def discussed(room: Room, dossier: Dossier, reading: Reading, language: str) -> tuple[Discussed, ...]:
    """Every comment that was made on this text or an earlier one, by its place and then its date; those without a
    place come last. Names are in `language`."""
    teller = _Teller(dossier, reading, language)
    found = sorted(_placed(room, dossier, reading), key=_key)
    return tuple(teller.told(thread, place) for thread, place in found)


_Found = tuple[Thread, Place]


def _placed(room: Room, dossier: Dossier, reading: Reading) -> Iterator[_Found]:
    if reading.text_id == dossier.reading.text_id:
        for thread in dossier.threads:
            yield thread, dossier.placed[thread.root.id].place
        return
    chain = texts_up_to(room, dossier, reading)
    threads = [each for each in dossier.threads if each.root.anchor.text_id in chain]
    texts = {thread.root.anchor.text_id for thread in threads} | {version.text_id for version in dossier.versions}
    lineage = trace(
        TextVersion(each, room.archive.draft(each)) for each in chain if each in texts or each == reading.text_id
    )
    yield from zip(threads, place_all([thread.root.anchor for thread in threads], lineage), strict=True)


def texts_up_to(room: Room, dossier: Dossier, reading: Reading) -> Sequence[str]:
    """The ids of the states of the text that came before this one, oldest first, each once, and this one."""
    states = room.archive.record.texts(dossier.slug)
    end = states.index(reading.text_id) if reading.text_id in states else len(states)
    before = dict.fromkeys(each for each in states[:end] if each != reading.text_id)
    return (*before, reading.text_id)


def _key(found: _Found) -> tuple[float, int, float, str]:
    thread, place = found
    where = (float("inf"), 0) if isinstance(place, Detached) else (float(place.ordinal), place.start)
    return (*where, thread.root.date.timestamp(), thread.root.id)


class _Where(NamedTuple):
    ordinal: int | None = None
    start: int = 0
    end: int = 0
    cited: str = ""
    area: str = ""


class _Teller:
    def __init__(self, dossier: Dossier, reading: Reading, language: str) -> None:
        self._name = dossier.delegations.name
        self._language = language
        self._reading = reading
        self._designations: Mapping[str, str] = {each.name: each.designation for each in dossier.versions}

    def told(self, thread: Thread, place: Place) -> Discussed:
        where, root = self._where(root_place=place, whole=not thread.root.anchor.exact), thread.root
        return Discussed(
            said=tuple(map(self._said, thread.comments)),
            ordinal=where.ordinal,
            start=where.start,
            end=where.end,
            quote=root.anchor.exact,
            read_on=self._designations.get(root.on, root.on),
            cited_then=root.paragraph,
            cited=where.cited,
            area=where.area,
            status=thread.state.value,
            is_resolved=thread.state is State.RESOLVED,
        )

    def _where(self, root_place: Place, *, whole: bool) -> _Where:
        if isinstance(root_place, Detached):
            return _Where()
        ordinal = root_place.ordinal
        area = self._reading.draft.area_of(ordinal)
        start, end = (0, 0) if whole else (root_place.start, root_place.end)
        return _Where(ordinal, start, end, self._reading.numbers[ordinal].cite, area.title if area else "")

    def _said(self, comment: Comment) -> Said:
        name = self._name(comment.delegation, self._language)
        return Said(comment.id, comment.delegation, name, comment.date, comment.body)
