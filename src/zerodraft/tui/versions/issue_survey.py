"""What a drafter should know of a text before issuing it: whom it concerns, what is still open, what becomes new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zerodraft.core.comparison.compare import Figures
from zerodraft.core.negotiation.disputes import marks
from zerodraft.core.negotiation.thread import State
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.finding import Severity
from zerodraft.core.text.numbering import Number, number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.renewal import renewals
from zerodraft.core.text.splice import splice
from zerodraft.desk.dossier import Dossier
from zerodraft.tui.versions.headline import figures_in_short
from zerodraft.tui.widgets.card import Para, para
from zerodraft.tui.widgets.row import Piece

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Survey:
    """`since` is the version issued last, "" for none, and `changed` what changed since then.

    `waiting` are the names of the delegations whose comments wait for an answer, `comments` how many those are;
    `brackets` counts the disputes, one inside of another not; `wrong` is what `check` would tell, errors first;
    `renewed` pairs the number that a paragraph is cited by now with the one it gets.
    """

    since: str
    changed: Figures
    comments: int
    waiting: tuple[str, ...]
    brackets: int
    wrong: tuple[str, ...]
    renewed: tuple[tuple[str, str], ...]


def survey(dossier: Dossier, changed: Figures) -> Survey:
    """Of the text of a dossier; `changed` counts what the last issued version does not have."""
    waiting = [thread for thread in dossier.threads if thread.state is State.OPEN]
    who = dict.fromkeys(dossier.name_of(thread.root.delegation) for thread in waiting)
    last = dossier.last_issued
    return Survey(
        since=last.designation if last else "",
        changed=changed,
        comments=len(waiting),
        waiting=tuple(who),
        brackets=open_brackets(dossier.draft),
        wrong=_wrong(dossier),
        renewed=renewed(dossier.draft, dossier.reading.numbers),
    )


def open_brackets(draft: Draft) -> int:
    """How many words or passages are disputed; `[shall][should]` is one dispute."""
    return len(marks(draft).disputes)


def _wrong(dossier: Dossier) -> tuple[str, ...]:
    order = list(Severity)
    told = [each for each in dossier.findings if each.severity is not Severity.NOTE]
    return tuple(each.sentence for each in sorted(told, key=lambda each: order.index(each.severity)))


def renewed(draft: Draft, numbers: Sequence[Number]) -> tuple[tuple[str, str], ...]:
    """Which paragraphs will be cited by another number, in the order of the text."""
    changes = renewals(draft)
    fresh = number(read_draft(splice(draft.source, changes)) if changes else draft)
    pairs = zip(numbers, fresh, strict=True)
    return tuple((now.cite, then.cite) for now, then in pairs if now.cite != then.cite)


def told(survey: Survey) -> Iterator[Para]:
    """The survey in sentences; what there is none of is not spoken of."""
    yield _changed(survey)
    if survey.comments:
        yield para(Piece("● ", "warning"), _comments(survey))
    if survey.brackets:
        count = "1 bracket is" if survey.brackets == 1 else f"{survey.brackets} brackets are"
        yield para(Piece("● ", "warning"), f"{count} open: words that are not agreed.")
    if survey.wrong:
        more = f" and {len(survey.wrong) - 1} more" if len(survey.wrong) > 1 else ""
        yield para(Piece("● ", "warning"), f"Still wrong: {survey.wrong[0]}{more}")
    if survey.renewed:
        yield para(_renewed(survey))


def _changed(survey: Survey) -> Para:
    if not survey.since:
        return para("Nothing is issued yet; this is the first version.")
    if not survey.changed.paragraphs_changed:
        return para(Piece("● ", "warning"), f"Nothing has changed since {survey.since}.")
    return para(f"Since {survey.since}: {figures_in_short(survey.changed)}.")


def _comments(survey: Survey) -> str:
    count = "1 comment waits" if survey.comments == 1 else f"{survey.comments} comments wait"
    return f"{count} for an answer: {_listed(survey.waiting)}."


def _listed(names: Sequence[str]) -> str:
    """“Japan, Fiji, Viet Nam, Indonesia and 3 more”."""
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _renewed(survey: Survey) -> str:
    """“Numbers are renewed: 5 bis becomes 6, 6 becomes 7 and 12 more.”"""
    pairs = [f"{now} becomes {then}" for now, then in survey.renewed]
    count = "1 number is" if len(pairs) == 1 else f"{len(pairs)} numbers are"
    return f"{count} renewed: {_listed(pairs)}."
