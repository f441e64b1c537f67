"""What Home asks at the desk, in pieces: an act of the drafter never waits for a long list."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import takewhile
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from zerodraft.errors import NameUnknown, Refusal
from zerodraft.tui.home import news
from zerodraft.tui.home.document import Document
from zerodraft.tui.home.today import Spot, Today, Waiting

if TYPE_CHECKING:
    from zerodraft.core.text.draft import Draft
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import LogEntry
    from zerodraft.formats.bookmark import Bookmark

# Seconds that the desk reads documents before whoever waits is served: less than one feels.
_AT_ONCE = 0.08


def some(documents: Iterator[Document]) -> tuple[Document, ...]:
    """The next documents, as many as can be read at once; () when all are read."""
    found = []
    end = monotonic() + _AT_ONCE
    for document in documents:
        found.append(document)
        if monotonic() > end:
            break
    return tuple(found)


def today(desk: "Desk") -> Today:
    bookmark = desk.bookmark()
    waiting = tuple(Waiting(words.slug, words.date) for words in desk.typed())
    if bookmark is None or not bookmark.seen:
        latest = desk.log(limit=1)
        return Today(_spot(desk, bookmark), (), waiting, latest[0] if latest else None)
    acts = news.others_acts(_since(desk, bookmark.seen), _drafter(desk))
    return Today(_spot(desk, bookmark), acts, waiting)


def _since(desk: "Desk", seen: str) -> "Iterator[LogEntry]":
    return takewhile(lambda act: act.commit != seen, desk.log())


def _drafter(desk: "Desk") -> str:
    with suppress(NameUnknown):
        return desk.drafter()
    return ""


def _spot(desk: "Desk", bookmark: "Bookmark | None") -> Spot | None:
    """The bookmarked place; None where its document is gone or can't be opened."""
    if bookmark is None or not bookmark.slug:
        return None
    try:
        dossier = desk.open(bookmark.slug)
    except Refusal:
        return None
    spot = Spot(bookmark.slug, bookmark.screen or "draft", old=bookmark.old, new=bookmark.new)
    ordinal = _ordinal(dossier.draft, bookmark.line)
    if ordinal is None or spot.screen != "draft":
        return spot
    return spot._replace(ordinal=ordinal, cite=dossier.reading.numbers[ordinal].cite)


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
    last: dict[str, datetime] = {}
    for act in desk.log():
        last.setdefault(act.declaration, act.date)
    order = sorted(desk.slugs(), key=lambda slug: (-last[slug].timestamp() if slug in last else -inf, slug))
    return tuple(order), (_document(desk, slug, last.get(slug)) for slug in order)


def these(desk: "Desk", slugs: Iterable[str]) -> tuple[Document, ...]:
    """Documents in which something was recorded just now."""
    return tuple(_document(desk, slug, None) for slug in slugs)


def _document(desk: "Desk", slug: str, last: "datetime | None") -> Document:
    from collections import Counter

    from zerodraft.core.negotiation.thread import State

    try:
        dossier = desk.open(slug)
    except Refusal as refusal:
        return Document(slug, slug, problem=refusal.message, hint=refusal.hint)
    version = dossier.last_issued
    counts = Counter(each.root.delegation for each in dossier.threads)
    settings = dossier.settings
    return Document(
        slug,
        dossier.title,
        settings.kind,
        version.designation if version else "",
        version.stage if version else "",
        dossier.unsaved,
        len(dossier.threads),
        sum(each.state is State.OPEN for each in dossier.threads),
        last,
        tuple((dossier.name_of(code), n) for code, n in counts.items()),
        tuple(dossier.name_of(code) for code in settings.participants if code not in counts),
    )
