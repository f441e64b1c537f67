"""An act in the record: what was done, when, in whose words, and whether it was taken back."""

from datetime import datetime
from typing import TYPE_CHECKING

from zerodraft.tui.home.today import TitleOf
from zerodraft.tui.widgets.row import Piece, Row, row

if TYPE_CHECKING:
    from zerodraft.desk.dossier import LogEntry

HEIGHT = 2


def rows_of(act: "LogEntry", title_of: TitleOf, now: datetime) -> tuple[Row, Row]:
    """The sentence, and below it who and where."""
    undone = Piece("(undone) ", "warning") if act.undone else Piece("")
    sentence = Piece(act.sentence, "quiet" if act.undone else "")
    return (
        row(undone, sentence, tail=(Piece(f" {moment(act.date, now)} ", "quiet"),)),
        row(Piece(f"  {' · '.join(_about(act, title_of))}", "quiet")),
    )


def words_of(act: "LogEntry", title_of: TitleOf) -> str:
    """What a filter looks at."""
    undone = "undone" if act.undone else ""
    return " ".join((act.sentence, *_about(act, title_of), act.declaration, act.act, undone))


def moment(date: datetime, now: datetime) -> str:
    """Day and time in the drafter's zone; the year only where it is not this one."""
    local = date.astimezone(now.tzinfo)
    year = "" if local.year == now.year else f" {local.year}"
    return f"{local.day} {local:%b}{year} {local:%H:%M}"


def _about(act: "LogEntry", title_of: TitleOf) -> tuple[str, ...]:
    """Whose words, who recorded them, in which document."""
    if not act.act:
        who = f"{act.recorded_by}, outside zerodraft"
    else:
        who = act.who if act.who == act.recorded_by else f"{act.who}, recorded by {act.recorded_by}"
    return (who, title_of(act.declaration)) if act.declaration else (who,)
