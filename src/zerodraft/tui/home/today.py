"""What the Today panel says: where the drafter was, what others did since, which words were never saved."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.tui.home import news
from zerodraft.tui.when import when
from zerodraft.tui.widgets.row import Piece, Row, row

if TYPE_CHECKING:
    from zerodraft.desk.dossier import LogEntry

_LABEL_CELLS = 16
# For so long one knows an hour by its figures, also past midnight.
_BY_THE_HOUR = timedelta(hours=18)
RESUME, RECORD, WORDS = "resume", "record", "words"

TitleOf = Callable[[str], str]


class Spot(NamedTuple):
    """Where the drafter was: a screen, the cursor in the text (line and column, from 0) and the number by which its
    paragraph is cited ("" without one), two texts that were compared; the title of the document, where nothing else
    was read of it yet."""

    slug: str
    screen: str
    cursor: tuple[int, int] = (0, 0)
    cite: str = ""
    old: str = ""
    new: str = ""
    title: str = ""


class Waiting(NamedTuple):
    """Words that were typed in a document and never saved."""

    slug: str
    moment: datetime


class Today(NamedTuple):
    """`acts` are what others did since the commit `seen`, newest first; `latest` is the last act of all, told to
    whoever was never here (`seen` is "" then), for whom everything would be new."""

    spot: Spot | None = None
    acts: tuple["LogEntry", ...] = ()
    waiting: tuple[Waiting, ...] = ()
    latest: "LogEntry | None" = None
    seen: str = ""


class Line(NamedTuple):
    """One line of the panel; `leads_to` says what enter does there; `end` stands at the right edge."""

    label: str
    words: str
    leads_to: str = ""
    slug: str = ""
    end: str = ""


def first_line(spot: Spot) -> Line:
    """The way back, before anything else is known."""
    return _resume(spot, lambda slug: spot.title or slug)


def lines(today: Today, title_of: TitleOf, now: datetime) -> tuple[Line, ...]:
    return (_resume(today.spot, title_of), *_news(today, title_of, now), *_waiting(today, title_of, now))


def _resume(spot: Spot | None, title_of: TitleOf) -> Line:
    if spot is None:
        return Line("Resume", "Nothing to go back to yet: enter opens the chosen document.")
    where = f"¶ {spot.cite}, in" if spot.cite else "in"
    return Line("Resume", title_of(spot.slug), RESUME, spot.slug, f"{where} {spot.screen.capitalize()}")


def _news(today: Today, title_of: TitleOf, now: datetime) -> Iterator[Line]:
    if today.latest is not None:
        title = title_of(today.latest.declaration) if today.latest.declaration else ""
        told = " · ".join(each for each in (today.latest.sentence, title) if each)
        yield Line("Latest act", told, RECORD, end=when(today.latest.date, now))
        return
    for count, sentence in enumerate(news.sentences(today.acts, title_of) or ("Nothing was done by others.",)):
        yield Line("" if count else "Since you left", sentence, RECORD)


def _waiting(today: Today, title_of: TitleOf, now: datetime) -> Iterator[Line]:
    for count, words in enumerate(today.waiting):
        local = words.moment.astimezone(now.tzinfo)
        moment = f"{local:%H:%M}" if now - local < _BY_THE_HOUR else when(local, now)
        sentence = f"Words of {moment} were never saved: Draft offers them · {title_of(words.slug)}"
        yield Line("" if count else "Not saved", sentence, WORDS, words.slug)


def row_of(line: Line) -> Row:
    tail = [Piece(f"{line.end} ", "" if line.leads_to == RESUME else "quiet")] if line.end else []
    if line.leads_to == RESUME:
        tail.append(Piece(" r ", "accent"))
    return row(Piece(f"{line.label:<{_LABEL_CELLS}}", "strong"), Piece(line.words), tail=tail)
