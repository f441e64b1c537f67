"""Proposals in a list: state, who and where, the words that change, who stands where."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from zerodraft.cli import voice
from zerodraft.cli.inking import marked
from zerodraft.cli.thread_view import day
from zerodraft.cli.typeset import Ink, Line, hung, ink
from zerodraft.core.comparison.changes import Op
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.review import Status, Voice
from zerodraft.core.negotiation.tabled import Change, Tabled
from zerodraft.desk.as_proposed import redline_of
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.proposal_words import names, on_version, what_it_does
from zerodraft.desk.standpoints import Standpoint, against_their_group, standpoints
from zerodraft.export.passages import Departure, Words, laid_out
from zerodraft.export.shown_words import Sides, shown_parts, sides, within_marks

SIGNS = {
    Status.OPEN: "●",
    Status.IN_PART: "◐",
    Status.ACCEPTED: "✓",
    Status.BRACKETED: "□",
    Status.REJECTED: "✗",
    Status.WITHDRAWN: "–",
    Status.OVERTAKEN: "»",
}
_STYLES = {Status.OPEN: voice.BOLD, Status.IN_PART: voice.BOLD}
_INDENT: Line = (Ink("  "),)
_MOST_KEPT = 8  # words between two changes that are shown whole
_MOST_CHANGED = 40  # words of one change that are shown whole; of new paragraphs the ends tell which they are


def listed_lines(dossier: Dossier, tabled: Tabled, width: int) -> Iterator[Line]:
    """One proposal in a few lines."""
    yield from headline(dossier, tabled, width)
    yield from hung(_INDENT, ink(about(dossier, tabled), voice.QUIET), width)
    yield from hung(_INDENT, tuple(gist(dossier, tabled, plain=not voice.pen().colour)), width)
    said = _voices_told(dossier, tabled)
    if said:
        yield from hung(_INDENT, ink(said), width)


def headline(dossier: Dossier, tabled: Tabled, width: int) -> Iterator[Line]:
    """“● JPN-1  Japan, with Fiji: new wording for paragraph 14, now 15”."""
    status = tabled.standing.status
    sign = ink(f"{SIGNS[status]} ", _STYLES.get(status, voice.QUIET))
    who = names(dossier, tabled)
    does = f": {what_it_does(dossier, tabled)}"
    yield from hung(sign, (*ink(f"{tabled.proposal.number}  {who}", voice.BOLD), *ink(does)), width)


def about(dossier: Dossier, tabled: Tabled) -> str:
    """“open, collision: Both changed “should” · on Rev.1 · 3 November 2021 · Panel 2”."""
    proposal, status = tabled.proposal, tabled.standing.status
    state = status.value
    if status is Status.IN_PART:
        state += f" (change {', '.join(map(str, tabled.standing.changes))})"
    if tabled.is_open and tabled.outcome is not Outcome.CLEAN:
        state += f", {tabled.outcome}: {tabled.reason}".rstrip(":. ")
    on = f"on {on_version(dossier, tabled)}"
    return " · ".join(filter(None, (state, on, day(proposal.date), proposal.occasion)))


def _voices_told(dossier: Dossier, tabled: Tabled) -> str:
    """“support: Japan, Fiji · reserve: ASEAN (but Viet Nam: support)”."""
    told = []
    for stand, said in groupby(standpoints(dossier, tabled), key=lambda each: each.position.stand):
        told.append(f"{stand}: {', '.join(who_said(dossier, each) for each in said)}")
    told += [
        f"proposed by {dossier.name_of(code)}{but(dossier, differing)}"
        for code in tabled.proposal.delegations
        if (differing := against_their_group(dossier, tabled, code))
    ]
    return " · ".join(told)


def who_said(dossier: Dossier, said: Standpoint) -> str:
    """“ASEAN (but Viet Nam: support)”."""
    return dossier.name_of(said.position.delegation) + but(dossier, said.differing)


def but(dossier: Dossier, differing: Iterable[Voice]) -> str:
    told = ", ".join(f"{dossier.name_of(each.delegation)}: {each.stand}" for each in differing)
    return f" (but {told})" if told else ""


# --- the words that change --------------------------------------------------------------------------


def gist(dossier: Dossier, tabled: Tabled, *, plain: bool) -> Iterator[Ink]:
    """The words that would change in the text of today, with a few around them; where nothing would, because it was
    decided or has no place, the changes as they were proposed."""
    if tabled.is_open and tabled.outcome in (Outcome.CLEAN, Outcome.LOOK, Outcome.COLLISION):
        sheet = redline_of(dossier, tabled)
        found = [place for place in laid_out(sheet) if not isinstance(place, Departure)]
        words = [word for place in found for passage in place for word in passage.words]
        if any(word.op is not Op.KEPT for word in words):
            yield from _excerpt(words, sides(sheet), plain=plain)
            return
    yield from as_made(tabled.changes, plain=plain)


def _excerpt(words: Iterable[Words], of: Sides, *, plain: bool) -> Iterator[Ink]:
    for op, group in groupby(words, key=lambda each: each.op):
        said = tuple(group)
        text = "".join(part.text for each in said for part in shown_parts(each, of[op]))
        most = _MOST_KEPT if op is Op.KEPT else _MOST_CHANGED
        if len(text.split()) <= most:
            yield from marked(said, of, plain=plain)
        else:
            yield from change_inks(op, shortened(text, most), plain=plain)


def as_made(changes: Iterable[Change], *, plain: bool) -> Iterator[Ink]:
    """The changes of a proposal against the text that was read."""
    for count, change in enumerate(changes):
        if count:
            yield Ink(" … ")
        if change.is_move:
            yield from ink(f"“{shortened(change.before, _MOST_KEPT)}”")
            continue
        yield from changed_words(change, plain=plain)


def changed_words(change: Change, *, plain: bool) -> Iterator[Ink]:
    """One change: what goes, what comes."""
    for run in redline(change.before, change.after):
        yield from change_inks(run.op, shortened(run.text, _MOST_CHANGED), plain=plain)


_OPS = {Op.INSERTED: voice.INSERTED, Op.DELETED: voice.DELETED, Op.KEPT: ""}


def change_inks(op: Op, text: str, *, plain: bool) -> Line:
    """Words of one fate, in its style or within its marks."""
    shown = text.replace("\n", " ¶ ")
    return ink(within_marks(op, shown)) if plain else ink(shown, _OPS[op])


def shortened(text: str, most: int) -> str:
    """The first and last words of a longer text, with the spaces at its ends."""
    words = text.split()
    if len(words) <= most:
        return text
    half = most // 2
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return f"{before}{' '.join(words[:half])} … {' '.join(words[-half:])}{after}"
