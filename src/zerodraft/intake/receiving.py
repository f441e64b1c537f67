"""A marked file and the version it answers: everything that the file says, in somebody's name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.groups import Group, Woven, groups, together
from zerodraft.intake.ledger import Ledger
from zerodraft.intake.loom import Loom
from zerodraft.intake.margins import Brought, Margins
from zerodraft.intake.marked import Marked
from zerodraft.intake.moves import with_moves, with_unmarked_moves
from zerodraft.intake.received import Basis, Received, Unplaced, Went
from zerodraft.intake.roster import Roster
from zerodraft.intake.scribe import Scribe
from zerodraft.intake.submitting import Submitter


def receive(marked: Marked, on: Basis, delegation_of: Mapping[str, str], sender: str) -> Received:
    """Proposals and comments of a file, what can't be placed, and where each character of its changes went.

    `delegation_of` gives the code for each name that the file gives to an author; a name that isn't there is the
    `sender`'s (a code), and so is what differs from the version without a mark. In a file that marks no changes at all
    every difference is a proposal of the sender.

    Laws: with a hand's proposals and those they build on the version reads as the file does when that hand's changes
    are accepted; no character of a change is counted twice, or not at all.
    """
    roster = Roster(marked, delegation_of, sender)
    loom = Loom(marked, on, roster)
    rows = loom.changed()
    woven = tuple(loom.woven(row) for row in rows)
    ledger = Ledger(woven, (*marked.notices, *loom.notices))
    scribe = Scribe(marked.blocks, loom.note_names, marked.is_markdown)
    submitter = Submitter(on, woven, ledger, roster, scribe)
    submitter.is_tracked = marked.has_revisions
    for group in sorted(_groups(woven, on), key=lambda group: group.order):
        submitter.submit(group)
    for number, passage in enumerate(woven):
        _rest(submitter, ledger, number, passage)
    brought = _brought(ledger, woven, rows) if marked.remarks else {}
    comments = Margins(marked, on, loom, roster).remarked(brought)
    if marked.remarks and not comments:
        _put_by_remarks(marked, ledger, roster)
    return Received(tuple(ledger.proposals), comments, tuple(ledger.tray), ledger.notices(), ledger.account())


def _groups(woven: Sequence[Woven], on: Basis) -> Sequence[Group]:
    told = tuple(replace(passage, signs=()) if passage.apart else passage for passage in woven)
    found = with_moves(groups(told), told, on.draft)
    return tuple(together(with_unmarked_moves(found, told)))


def _rest(submitter: Submitter, ledger: Ledger, number: int, passage: Woven) -> None:
    if passage.apart:
        submitter.put_by_apart(number)
        return
    hands = {change.hand for stack in {sign.changes for sign in passage.signs} for change in stack}
    for hand in sorted(hands):
        submitter.put_by_taken_out(number, hand)
        ledger.enter_marks(number, hand)


def _brought(ledger: Ledger, woven: Sequence[Woven], rows: Sequence[int]) -> Brought:
    """Which proposal brings a sign that the version doesn't have."""
    found: dict[tuple[int, int], int] = {}
    for number, (row, passage) in enumerate(zip(rows, woven, strict=True)):
        for place, sign in enumerate(passage.signs):
            if sign.changes and sign.changes[0].op is Op.INSERTED:
                went, at = ledger.goal(number, place, 0) or (Went.NOTICE, 0)
                if went in (Went.PROPOSAL, Went.UNTRACKED):
                    found[row, place] = at
    return found


def _put_by_remarks(marked: Marked, ledger: Ledger, roster: Roster) -> None:
    """A version without a paragraph has no place for a comment."""
    for remark in marked.remarks:
        reason = "The version has no paragraph to put a comment on."
        ledger.put_by(Unplaced(roster.code_of(remark.author), remark.author, remark.body, reason, is_comment=True))
