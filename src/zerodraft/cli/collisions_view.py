"""Where proposals meet, on a terminal: by paragraph, with what each says and what can be done."""

from collections.abc import Iterator, Sequence

from zerodraft.cli import voice
from zerodraft.cli.proposal_list import about, gist
from zerodraft.cli.typeset import Ink, Line, hung, ink
from zerodraft.core.negotiation.clusters import Cluster
from zerodraft.core.negotiation.collisions import Collision, Relation
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.meetings import Meetings, together, told
from zerodraft.desk.proposal_words import names, place_told

_INDENT: Line = (Ink("  "),)
_DEEPER: Line = (Ink("    "),)
_MOST_AT_ONE_PLACE = 24
Group = tuple[Tabled, ...]


def meeting_lines(dossier: Dossier, met: Meetings, width: int, *, is_named: bool) -> Iterator[Line]:
    """First the places where open proposals meet; then what is alike, decided in two ways, or of two minds.

    Where very many meet at one place they are counted, unless some were named.
    """
    parts: list[tuple[str, list[Line]]] = [
        (
            place_told(dossier, group),
            [*(_place if is_named or len(group) <= _MOST_AT_ONE_PLACE else _crowd)(dossier, pairs, width)],
        )
        for group, pairs in _by_place(dossier, met.collisions)
    ]
    parts += [
        ("Nearly the same; one decision may do for all of them", [*_alike(dossier, met.clusters, width)]),
        ("Decided in two ways", [*_unlike(dossier, met.unlike, width)]),
        ("Of two minds", [line for each in met.contradictions for line in _row(told(dossier, each), width)]),
    ]
    shown = [(title, lines) for title, lines in parts if lines]
    for count, (title, lines) in enumerate(shown):
        if count:
            yield ()
        yield ink(title, voice.BOLD)
        yield from lines


def _by_place(dossier: Dossier, found: Sequence[Collision]) -> Iterator[tuple[Group, list[Collision]]]:
    """The proposals that meet each other, or a third one, with their pairs; in the order of the text."""
    room_of: dict[str, int] = {}
    rooms: dict[int, list[str]] = {}
    for number, pair in enumerate(found):
        ids = (pair.one.proposal.id, pair.other.proposal.id)
        known = sorted({room_of[each] for each in ids if each in room_of}, key=lambda room: -len(rooms[room]))
        home = known[0] if known else number
        newcomers = [each for each in ids if each not in room_of]
        for each in (*newcomers, *(one for room in known[1:] for one in rooms.pop(room))):
            room_of[each] = home
            rooms.setdefault(home, []).append(each)
    pairs: dict[int, list[Collision]] = {}
    for pair in found:
        pairs.setdefault(room_of[pair.one.proposal.id], []).append(pair)
    for home, met in sorted(pairs.items(), key=lambda room: min(each.one.first for each in room[1])):
        members = {*rooms[home]}
        yield tuple(each for name, each in dossier.tabled.items() if name in members), met


def _crowd(dossier: Dossier, pairs: Sequence[Collision], width: int) -> Iterator[Line]:
    """Which say the same, and how many there are of the others."""
    members = {each.proposal.id: each for pair in pairs for each in (pair.one, pair.other)}
    same = [*_cliques([pair for pair in pairs if pair.relation is Relation.IDENTICAL])]
    sayings = _Sayings(dossier, same)
    for group in same:
        yield from _row(f"{_listed(group)} say the same", width, sayings.command("accept", group))
    first = next(iter(members.values()))
    way = f"zerodraft collisions {dossier.slug} {_named(first)}"
    yield from _row(f"{len(members)} proposals meet here; name one to see what it meets", width, way)


def _place(dossier: Dossier, pairs: Sequence[Collision], width: int) -> Iterator[Line]:
    """Each proposal with its words, then what they are to each other; of those that say the same, the first speaks for
    the others."""
    members = {each.proposal.number: each for pair in pairs for each in (pair.one, pair.other)}
    for each in members.values():
        yield from hung(_INDENT, ink(f"{_named(each)}  {names(dossier, each)}", voice.BOLD), width)
        yield from hung(_DEEPER, tuple(gist(dossier, each, plain=not voice.pen().colour)), width)
    yield ()
    same = [*_cliques([pair for pair in pairs if pair.relation is Relation.IDENTICAL])]
    sayings = _Sayings(dossier, same)
    for group in same:
        yield from _row(f"{_listed(group)} say the same", width, sayings.command("accept", group))
    spoken = [pair for pair in pairs if sayings.speaks(pair.one) and sayings.speaks(pair.other)]
    yield from sayings.parts([pair for pair in spoken if pair.relation in _PART_OF], width)
    yield from sayings.merged([pair for pair in spoken if pair.relation is Relation.COMPLEMENTARY], width)
    for group in _cliques([pair for pair in spoken if pair.relation is Relation.CONTRADICTORY]):
        yield from _row(f"{_listed(group)} contradict each other", width, sayings.command("bracket", group))


_PART_OF = (Relation.CONTAINED, Relation.CONTAINS)
_MOST_MERGED = 2  # pairs of which the merged words are shown


class _Sayings:
    """What is said of proposals of which some say the same."""

    def __init__(self, dossier: Dossier, same: Sequence[Group]) -> None:
        self._dossier = dossier
        self._with = {group[0].proposal.id: group for group in same}
        self._silent = {each.proposal.id for group in same for each in group[1:]}

    def speaks(self, tabled: Tabled) -> bool:
        """Whether it isn't another one that says the same."""
        return tabled.proposal.id not in self._silent

    def command(self, verb: str, group: Sequence[Tabled]) -> str:
        """With all that say the same."""
        everyone = [one for each in group for one in self._with.get(each.proposal.id, (each,))]
        return f"zerodraft {verb} {self._dossier.slug} {' '.join(dict.fromkeys(map(_named, everyone)))}"

    def parts(self, pairs: Sequence[Collision], width: int) -> Iterator[Line]:
        for pair in pairs:
            part, whole = (pair.one, pair.other) if pair.relation is Relation.CONTAINED else (pair.other, pair.one)
            way = f"{self.command('overtaken', (part,))} --by {_named(whole)}"
            yield from _row(f"{_named(part)} is part of {_named(whole)}", width, way)

    def merged(self, pairs: Sequence[Collision], width: int) -> Iterator[Line]:
        """With the words that they make together, where there are few."""
        for group in _cliques(pairs):
            yield from _row(f"{_listed(group)} can be merged", width, self.command("accept", group))
            if len(pairs) <= _MOST_MERGED and (merged := together(self._dossier, *group[:2])):
                yield from hung(_DEEPER, tuple(gist(self._dossier, merged, plain=not voice.pen().colour)), width)


def _cliques(pairs: Sequence[Collision]) -> Iterator[Group]:
    """All pairs, as groups in which each is a pair with each."""
    members = {each.proposal.id: each for pair in pairs for each in (pair.one, pair.other)}
    known = {frozenset((pair.one.proposal.id, pair.other.proposal.id)) for pair in pairs}
    covered: set[frozenset[str]] = set()
    for pair in pairs:
        ids = [pair.one.proposal.id, pair.other.proposal.id]
        if frozenset(ids) in covered:
            continue
        for each in members:
            if each not in ids and all(frozenset((each, other)) in known for other in ids):
                ids.append(each)
        covered |= {frozenset((one, other)) for one in ids for other in ids if one != other}
        yield tuple(members[each] for each in members if each in ids)


def _alike(dossier: Dossier, found: Sequence[Cluster], width: int) -> Iterator[Line]:
    """Clusters that are not identical: those are told at their place."""
    for each in found:
        if not each.is_identical:
            way = f"zerodraft proposals {dossier.slug} {' '.join(map(_named, each.members))}"
            yield from _row(_listed(each.members), width, way)


def _unlike(dossier: Dossier, found: Sequence[Cluster], width: int) -> Iterator[Line]:
    for each in found:
        alike = "the same" if each.is_identical else "nearly the same"
        yield from _row(f"{_listed(each.members)} say {alike}", width)
        for tabled in each.members:
            line = ink(f"{_named(tabled)}  {dossier.name_of(tabled.proposal.delegation)}: {about(dossier, tabled)}")
            yield from hung(_DEEPER, line, width)


def _row(sentence: str, width: int, command: str = "") -> Iterator[Line]:
    """A sentence, and beside it the command that settles it; below it where there is no room."""
    if not command:
        yield from hung(_INDENT, ink(sentence), width)
    elif len(sentence) + len(command) + 4 <= width:
        yield (*_INDENT, *ink(f"{sentence}: "), *ink(command, voice.QUIET))
    else:
        yield from hung(_INDENT, ink(f"{sentence}:"), width)
        yield from hung(_DEEPER, ink(command, voice.QUIET), width)


def _named(tabled: Tabled) -> str:
    return tabled.proposal.number


def _listed(group: Sequence[Tabled]) -> str:
    *some, last = map(_named, group)
    return f"{', '.join(some)} and {last}"
