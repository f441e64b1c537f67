"""Groups of changes become proposals: with the wording in Markdown, the place, and what they build on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.text.draft import Kind
from zerodraft.intake.carried import carried
from zerodraft.intake.groups import Group, Part, Standing, Woven
from zerodraft.intake.insertion import NewLine, chunks, following
from zerodraft.intake.ledger import Ledger
from zerodraft.intake.matching import SURE
from zerodraft.intake.received import Basis, Submitted, Unplaced, Went
from zerodraft.intake.roster import Roster
from zerodraft.intake.scribe import Scribe
from zerodraft.intake.signs import UNMARKED, Change, Sign

_BLOCKS = (Kind.TABLE, Kind.OPAQUE)
_A_BLOCK = "It changes a block that stands as it is, which only the drafter can change."


class Tender(NamedTuple):
    """An amendment, the paragraph that it cites, and the stretches of the file that went into it."""

    amendment: Amendment
    paragraph: str
    parts: tuple[Part, ...]


class _Made(NamedTuple):
    """A proposal that was made: whose hand, from which stretches, its number."""

    hand: int
    parts: tuple[Part, ...]
    number: int


class Submitter:
    """Makes proposals in the ledger, the older hands first. `is_tracked`: the file marks changes, so what nobody
    marked is told apart."""

    def __init__(self, on: Basis, woven: Sequence[Woven], ledger: Ledger, roster: Roster, scribe: Scribe) -> None:
        self._on = on
        self._woven = woven
        self._ledger = ledger
        self._roster = roster
        self._scribe = scribe
        self._made: list[_Made] = []
        self.is_tracked = True

    def submit(self, group: Group) -> None:
        group = self._without_kept(group)
        paragraphs = self._on.draft.paragraphs
        if group.lines and any(paragraphs[ordinal].kind in _BLOCKS for ordinal in group.ordinals):
            self._put_by(group.parts, group.hand, self._raw(group.lines), _A_BLOCK)
            return
        for tender in self._tenders(group):
            self._tender(group, tender)

    # --- the amendment ------------------------------------------------------------------------------

    def _without_kept(self, group: Group) -> Group:
        """Without the paragraphs at its ends that read as they did: of two that were joined the first may be left, and
        the second gone."""
        ordinals, lines = list(group.ordinals), list(group.lines)
        for end in (0, -1) if len(ordinals) + len(lines) > 2 and group.to is None else ():
            while ordinals and lines and self._stands(ordinals[end], lines[end]):
                place = ordinals.pop(end) + (end == 0)
                lines.pop(end)
                group = replace(group, ordinals=tuple(ordinals), lines=tuple(lines), place=place)
        return group

    def _stands(self, ordinal: int, standing: Standing) -> bool:
        words = self._scribe.words(self._woven[standing.passage].signs, standing.line)
        return words == self._on.draft.paragraphs[ordinal].text

    def _tenders(self, group: Group) -> Iterator[Tender]:
        if not group.ordinals:
            yield from self._insertions(group)
            return
        first, *others = _unbroken(group.ordinals)
        wording = self._moved(group) if group.to is not None else self._following(group)
        amendment = Amendment(self._on.text_id, first.start, first.stop, wording, group.to)
        yield Tender(amendment, self._on.numbers[first.start].cite, group.parts)
        for each in others:
            taken_out = Amendment(self._on.text_id, each.start, each.stop)
            yield Tender(taken_out, self._on.numbers[each.start].cite, ())

    def _insertions(self, group: Group) -> Iterator[Tender]:
        lines = [self._new_line(standing) for standing in group.lines]
        done = 0
        for chunk in chunks(self._on.draft, self._on.numbers, group.place, lines):
            own = group.lines[done : done + len(chunk.wording)]
            done += len(chunk.wording)
            parts = tuple(Part(passage, frozenset(line.every)) for passage, line in own)
            amendment = Amendment(self._on.text_id, group.place, group.place, chunk.wording)
            yield Tender(amendment, chunk.paragraph, parts if done < len(lines) else (*parts, *group.parts))

    def _following(self, group: Group) -> tuple[str, ...]:
        lines = [self._new_line(standing) for standing in group.lines]
        return following(self._on.draft, group.ordinals[0], lines) if lines else ()

    def _moved(self, group: Group) -> tuple[str, ...]:
        """The paragraphs as they stand, with the words that were changed on the way."""
        texts = [self._on.draft.paragraphs[ordinal].text for ordinal in group.ordinals]
        lines = [self._new_line(standing).words for standing in group.lines]
        if len(texts) != len(lines):
            return tuple(lines)
        return tuple(carried(*pair, is_markdown=self._scribe.is_markdown) for pair in zip(texts, lines, strict=True))

    def _new_line(self, standing: Standing) -> NewLine:
        signs, line = self._woven[standing.passage].signs, standing.line
        name = self._scribe.note(signs, line)
        label, shape = self._scribe.label(signs, line), self._scribe.shape(signs, line)
        return NewLine(self._scribe.words(signs, line), label, shape, self._scribe.note_names.get(name, name))

    # --- the proposal -------------------------------------------------------------------------------

    def _tender(self, group: Group, tender: Tender) -> None:
        parents = [each for each in self._made if each.hand in group.below and _meet(each.parts, group.parts)]
        placed, doubt = self._on_parents(tender, parents)
        if self._says_nothing_new(placed.amendment, parents):
            return
        if problem := placed.amendment.problem:
            self._put_by(placed.parts, group.hand, "\n".join(placed.amendment.wording) or tender.paragraph, problem)
            return
        number = self._ledger.propose(self._submitted(group, placed, doubt or self._doubt(group)))
        if not doubt:
            builds_on = tuple(each.number for each in parents)
            self._ledger.proposals[number] = replace(self._ledger.proposals[number], builds_on=builds_on)
        self._made.append(_Made(group.hand, group.parts, number))
        self._enter(placed.parts, group.hand, self._went(group.hand), number)
        if group.hand == UNMARKED and placed.amendment.to is not None:
            moved = [self._on.draft.paragraphs[ordinal].text for ordinal in group.ordinals]
            self._ledger.enter_move("\n".join(moved), self._went(group.hand), number)

    def _on_parents(self, tender: Tender, parents: Sequence[_Made]) -> tuple[Tender, str]:
        """A sub-amendment is about the same paragraphs as what it amends; where it can't be, it stands by itself."""
        if not parents:
            return tender, ""
        above = self._ledger.proposals[parents[-1].number].amendment
        own = tender.amendment
        if own.first == own.last and (above.to is not None or above.first == above.last):
            own = replace(own, first=above.first, last=above.last, to=above.to)
        if (own.first, own.last, own.to) == (above.first, above.last, above.to):
            return tender._replace(amendment=own), ""
        names = ", ".join(dict.fromkeys(self._roster.codes[each.hand] for each in parents))
        return tender, f"Its wording contains what {names} proposes, and goes over more than that."

    def _says_nothing_new(self, amendment: Amendment, parents: Sequence[_Made]) -> bool:
        if parents:
            return self._ledger.proposals[parents[-1].number].amendment == amendment
        if amendment.to is not None or amendment.first == amendment.last:
            return False
        stands = self._on.draft.paragraphs[amendment.first : amendment.last]
        return amendment.wording == tuple(each.text for each in stands)

    def _submitted(self, group: Group, tender: Tender, doubt: str) -> Submitted:
        changes = list(self._changes(tender.parts, group.hand))
        authors = dict.fromkeys(change.author for change in changes if change.author)
        dates = [change.date for change in changes if change.date]
        return Submitted(
            delegation=self._roster.codes[group.hand],
            author=", ".join(authors),
            date=max(dates, default=None),
            amendment=tender.amendment,
            paragraph=tender.paragraph,
            is_untracked=group.hand == UNMARKED and self.is_tracked,
            doubt=doubt,
        )

    def _changes(self, parts: Sequence[Part], hand: int) -> Iterator[Change]:
        for passage, places in parts:
            for place in sorted(places):
                yield from (change for change in self._woven[passage].signs[place].changes if change.hand == hand)

    def _doubt(self, group: Group) -> str:
        if not group.ordinals or all(self._woven[part.passage].sureness >= SURE for part in group.parts):
            return ""
        cite = self._on.numbers[group.ordinals[0]].cite
        return f"The paragraph reads so differently in the file that it may be another one than {cite}."

    def _went(self, hand: int) -> Went:
        return Went.UNTRACKED if hand == UNMARKED and self.is_tracked else Went.PROPOSAL

    def _enter(self, parts: Sequence[Part], hand: int, went: Went, at: int) -> None:
        for part in parts:
            self._ledger.enter(part, hand, went, at)

    # --- the tray -----------------------------------------------------------------------------------

    def _put_by(self, parts: Sequence[Part], hand: int, text: str, reason: str) -> None:
        authors = dict.fromkeys(change.author for change in self._changes(parts, hand) if change.author)
        unplaced = Unplaced(self._roster.codes[hand], ", ".join(authors), text, reason)
        self._enter(parts, hand, Went.TRAY, self._ledger.put_by(unplaced))

    def _raw(self, standings: Sequence[Standing]) -> str:
        lines = ((self._woven[passage].signs, line) for passage, line in standings)
        return "\n".join("".join([signs[place].raw for place in line.places]) for signs, line in lines)

    def put_by_taken_out(self, passage: int, hand: int) -> None:
        """Words that only another proposes, and that are taken out altogether: no wording says that but a position."""
        signs = self._woven[passage].signs
        lost = [at for at in self._ledger.open_places(passage, hand) if _is_taken_from_another(signs[at], hand)]
        for _, group in groupby(enumerate(lost), key=lambda pair: pair[1] - pair[0]):
            places = [place for _, place in group]
            text = "".join([signs[place].raw for place in places])
            proposer = self._roster.codes[signs[places[0]].changes[0].hand]
            reason = f"It takes out words that only {proposer} proposes: a position on that proposal."
            if text.strip():
                self._put_by((Part(passage, frozenset(places)),), hand, text, reason)

    def put_by_apart(self, passage: int) -> None:
        """All that is changed in a passage of which nothing can be proposed, hand by hand."""
        woven = self._woven[passage]
        whole = Part(passage, frozenset(range(len(woven.signs))))
        for hand in sorted({change.hand for sign in woven.signs for change in sign.changes}):
            words = {op: self._words_of(woven, hand, op).strip() for op in (Op.DELETED, Op.INSERTED)}
            text = " → ".join(filter(None, words.values()))
            if text:
                self._put_by((whole,), hand, text, woven.apart)

    def _words_of(self, woven: Woven, hand: int, op: Op) -> str:
        own = (sign for sign in woven.signs if any(each.hand == hand and each.op is op for each in sign.changes))
        return "".join(sign.raw for sign in own)


def _unbroken(ordinals: Sequence[int]) -> list[range]:
    """The ordinals as stretches without a gap."""
    runs = [range(ordinals[0], ordinals[0] + 1)]
    for ordinal in ordinals[1:]:
        if ordinal == runs[-1].stop:
            runs[-1] = range(runs[-1].start, ordinal + 1)
        else:
            runs.append(range(ordinal, ordinal + 1))
    return runs


def _meet(one: Sequence[Part], other: Sequence[Part]) -> bool:
    return any(first.meets(second) for first in one for second in other)


def _is_taken_from_another(sign: Sign, hand: int) -> bool:
    first, last = sign.changes[0], sign.changes[-1]
    return first.op is Op.INSERTED and first.hand != hand and (last.op, last.hand) == (Op.DELETED, hand)
