"""What Home asks at the desk, in pieces: an act of the drafter never waits for a long list."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from zerodraft.errors import NameUnknown, Refusal
from zerodraft.tui.home import news
from zerodraft.tui.home.document import Document, Heard
from zerodraft.tui.home.today import Spot, Today, Waiting

if TYPE_CHECKING:
    from zerodraft.core.negotiation.delegation import Delegations
    from zerodraft.core.text.draft import Draft
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Overview
    from zerodraft.formats.bookmark import Bookmark

# Seconds that the desk reads documents before whoever waits is served: less than one feels.
_AT_ONCE = 0.08
# Where one works; a bookmark of another program may name something else.
_PLACES = ("draft", "versions", "comments", "export", "review", "compile", "brackets", "progress")


def some(documents: Iterator[Document]) -> tuple[Document, ...]:
    """The next documents, as many as can be read at once; () when all are read."""
    found = []
    end = monotonic() + _AT_ONCE
    for document in documents:
        found.append(document)
        if monotonic() > end:
            break
    return tuple(found)


def today(desk: "Desk", seen: str | None = None) -> Today:
    """What the Today panel shows. `seen` is the last act that the drafter saw the last time: without it, that of the
    bookmark, which moves on while one works."""
    bookmark = desk.bookmark()
    if seen is None:
        seen = bookmark.seen if bookmark else ""
    waiting = tuple(Waiting(words.slug, words.date) for words in desk.typed())
    if not seen:
        latest = desk.log(limit=1)
        return Today(_spot(desk, bookmark), (), waiting, latest[0] if latest else None)
    return Today(_spot(desk, bookmark), news.others_acts(desk.since(seen), _drafter(desk)), waiting, None, seen)


def _drafter(desk: "Desk") -> str:
    with suppress(NameUnknown):
        return desk.drafter()
    return ""


def way_back(place: Path) -> Spot | None:
    """The bookmarked place as far as it is known at once; whether its document can be opened, nobody has tried yet."""
    from zerodraft.desk import first_look

    bookmark = first_look.way_back(place)
    return _marked(bookmark)._replace(title=bookmark.title) if bookmark else None


def _marked(bookmark: "Bookmark") -> Spot:
    screen = bookmark.screen if bookmark.screen in _PLACES else _PLACES[0]
    return Spot(bookmark.slug, screen, (bookmark.line, bookmark.column), "", bookmark.old, bookmark.new)


def _spot(desk: "Desk", bookmark: "Bookmark | None") -> Spot | None:
    """The bookmarked place; None where its document is gone or can't be opened."""
    if bookmark is None or not bookmark.slug:
        return None
    try:
        dossier = desk.open(bookmark.slug)
    except Refusal:
        return None
    spot = _marked(bookmark)
    ordinal = _ordinal(dossier.draft, bookmark.line) if spot.screen == "draft" else None
    if ordinal is None or dossier.draft.paragraphs[ordinal].text == dossier.draft.title:
        return spot
    return spot._replace(cite=dossier.reading.numbers[ordinal].cite)


def _ordinal(draft: "Draft", line: int) -> int | None:
    """The paragraph in which a line of the source stands, or after which."""
    starts = 0
    for _ in range(line):
        starts = draft.source.find("\n", starts) + 1
        if not starts:
            break
    before = [each.ordinal for each in draft.paragraphs if each.span.start <= starts]
    return before[-1] if before else None


def documents(desk: "Desk") -> tuple[tuple[str, ...], Iterator[Document]]:
    """Names of all documents, those first in which something was done last; and the documents, in that order."""
    order = desk.latest_first()
    return order, these(desk, order)


def these(desk: "Desk", slugs: Sequence[str]) -> Iterator[Document]:
    """The documents with these names."""
    known = _delegations(desk)
    return (_document(overview, known) for overview in desk.overviews(slugs))


def _delegations(desk: "Desk") -> "Delegations | None":
    """None while the list can't be read: delegations go by their codes then."""
    with suppress(Refusal):
        return desk.delegations()
    return None


def _document(overview: "Overview", known: "Delegations | None") -> Document:
    def name(code: str) -> str:
        return known.name(code, "en") if known else code

    heard = (
        Heard(each.delegation, name(each.delegation), each.this_round, each.comments) for each in overview.delegations
    )
    return Document(
        overview.slug,
        overview.title,
        overview.kind,
        overview.version,
        overview.stage,
        overview.unsaved,
        overview.comments,
        overview.open_comments,
        overview.last_act,
        tuple(heard),
        tuple(map(name, _silent(overview, known))),
        overview.problem,
        overview.is_adopted,
    )


def _silent(overview: "Overview", known: "Delegations | None") -> tuple[str, ...]:
    """Those who take part and for whom nobody spoke: a group speaks for its members, and takes part as they do."""

    def members(code: str) -> tuple[str, ...]:
        return (known.members_of(code) if known else ()) or (code,)

    spoken = {code for each in overview.delegations for code in (each.delegation, *members(each.delegation))}
    expected = dict.fromkeys(code for each in overview.participants for code in members(each))
    return tuple(code for code in expected if code not in spoken)
