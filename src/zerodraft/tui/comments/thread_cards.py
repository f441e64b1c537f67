"""A thread as cards: the words it is about, what was said, what was replied."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.comparison.anchor import Detached
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.thread import Thread
from zerodraft.core.text.words import word_spans
from zerodraft.desk.whereabouts import on_version
from zerodraft.tui.comments.listing import GONE, STANDING, STATE_STYLES, cited
from zerodraft.tui.when import when
from zerodraft.tui.widgets.card import Card, Para, para
from zerodraft.tui.widgets.row import Piece, row

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier, Placed

# Of a long paragraph as many characters are shown as take six lines of 70 cells, and on a small screen fewer, so that
# the comment stays in view; two fifths of them before the quoted words.
MOST, LEAST = 420, 120
_BEFORE = 0.4
_REPLY_INDENT = 2


class Passage(NamedTuple):
    """How the paragraph is shown. `then` is how it read when the comment was made, "" where nobody knows; `room` how
    many characters of it there is room for."""

    then: str = ""
    room: int = MOST


NOTHING_KNOWN = Passage()


def cards_of(dossier: "Dossier", thread: Thread, now: datetime, passage: Passage = NOTHING_KNOWN) -> tuple[Card, ...]:
    """The passage, the comment, its replies."""
    about = passage_card(dossier, thread, passage)
    return (about, *(comment_card(dossier, thread, comment, now) for comment in thread.comments))


# --- the words it is about -------------------------------------------------------------------


def passage_card(dossier: "Dossier", thread: Thread, passage: Passage) -> Card:
    """The paragraph's words today, those that are quoted underlined; of reworded or detached ones also how they
    read."""
    placed = dossier.placed[thread.root.id]
    state = Piece(f"{thread.state.sign} {thread.state.words}", STATE_STYLES[thread.state])
    if isinstance(placed.place, Detached):
        reason = para(Piece(placed.place.reason, "warning"))
        return Card(row(Piece(GONE, "accent"), tail=(state,)), (reason, *_read_then(dossier, placed, passage)))
    text = dossier.draft.paragraphs[placed.place.ordinal].text
    start, end = placed.place.start, placed.place.end
    today = para(*excerpt(text, start, end if placed.comment.anchor.exact else start, passage.room))
    head = row(Piece(cited(placed.cite), "number"), *_moved(dossier, placed), tail=(state,))
    if placed.standing == "standing":
        return Card(head, (today,))
    return Card(head, (para(Piece(STANDING["rewritten"], "warning")), today, *_read_then(dossier, placed, passage)))


def _moved(dossier: "Dossier", placed: "Placed") -> tuple[Piece, ...]:
    cite = placed.comment.paragraph
    if cite == placed.cite:
        return ()
    return (Piece(f" · {cited(cite)} in {on_version(dossier, placed.comment)}", "quiet"),)


def _read_then(dossier: "Dossier", placed: "Placed", passage: Passage) -> tuple[Para, ...]:
    """What stood there when the comment was made: the quoted words, and around them what is known of the rest."""
    anchor = placed.comment.anchor
    label = Piece(f"{cited(placed.comment.paragraph)} in {on_version(dossier, placed.comment)} read: ", "quiet")
    place = passage.then.find(anchor.prefix + anchor.exact + anchor.suffix)
    if passage.then and place >= 0:
        start = place + len(anchor.prefix)
        return (para(label, *excerpt(passage.then, start, start + len(anchor.exact), passage.room // 2)),)
    if not anchor.exact:
        return ()
    return (para(label, Piece(f"… {anchor.prefix}"), Piece(anchor.exact, "quote"), Piece(f"{anchor.suffix} …")),)


def excerpt(text: str, start: int, end: int, room: int = MOST) -> tuple[Piece, ...]:
    """A text with the stretch from `start` to `end` underlined; of a long one what stands around that."""
    most = max(min(room, MOST), LEAST)
    first, last = 0, len(text)
    if len(text) > most:
        spans = word_spans(text)
        wanted = max(min(start - int(_BEFORE * most), len(text) - most), 0)
        first = max((place for place, _ in spans if place <= wanted), default=0)
        last = min((place for _, place in spans if place >= first + most), default=len(text))
    start, end = max(start, first), min(max(end, start), last)
    pieces = (
        Piece("… " if first else "", "quiet"),
        Piece(text[first:start]),
        Piece(text[start:end], "quote"),
        Piece(text[end:last]),
        Piece(" …" if last < len(text) else "", "quiet"),
    )
    return tuple(piece for piece in pieces if piece.text)


# --- what was said ---------------------------------------------------------------------------


def comment_card(dossier: "Dossier", thread: Thread, comment: Comment, now: datetime) -> Card:
    """Who, when, on which version and occasion; the words. A reply stands further in."""
    is_reply = comment.id != thread.root.id
    who = Piece(dossier.name_of(comment.delegation), "strong")
    marks = (Piece("↳ ", "quiet"),) if is_reply else ()
    head = row(*marks, who, *_verb(comment, is_reply=is_reply), tail=(_when(comment, now),))
    about = para(Piece(_about(dossier, comment, is_reply=is_reply), "quiet"))
    return Card(head, (about, *_words(comment)), _REPLY_INDENT * is_reply)


def _about(dossier: "Dossier", comment: Comment, *, is_reply: bool) -> str:
    if is_reply:
        return comment.id
    return " · ".join(filter(None, (f"on {on_version(dossier, comment)}", comment.occasion, comment.id)))


def thread_card(dossier: "Dossier", thread: Thread, now: datetime) -> Card:
    """A whole thread in one card, for a narrow panel."""
    root, placed = thread.root, dossier.placed[thread.root.id]
    state = Piece(thread.state.sign, STATE_STYLES[thread.state])
    head = row(state, " ", Piece(dossier.name_of(root.delegation), "strong"), tail=(_when(root, now),))
    about = (thread.state.words, STANDING[placed.standing], _about(dossier, root, is_reply=False))
    body = [para(Piece(" · ".join(filter(None, about)), "quiet"))]
    if root.anchor.exact:
        body.append(para(Piece("“", "quiet"), Piece(root.anchor.exact, "quote"), Piece("”", "quiet")))
    body += _words(root)
    for reply in thread.replies:
        who = Piece(f"↳ {dossier.name_of(reply.delegation)}", "strong")
        body.append(para(who, *_verb(reply, is_reply=True), Piece(f" · {when(reply.date, now)}", "quiet")))
        body += _words(reply, _REPLY_INDENT)
    return Card(head, tuple(body))


def _when(comment: Comment, now: datetime) -> Piece:
    return Piece(when(comment.date, now), "quiet")


def _verb(comment: Comment, *, is_reply: bool) -> tuple[Piece, ...]:
    if comment.resolves:
        return (Piece(" settles the matter", "good"),)
    return (Piece(" replies", "quiet"),) if is_reply else ()


def _words(comment: Comment, indent: int = 0) -> tuple[Para, ...]:
    """What was said; a matter may be settled without a word."""
    return (para(Piece(comment.body), indent=indent),) if comment.body else ()


# --- to be copied ----------------------------------------------------------------------------


def copied(dossier: "Dossier", thread: Thread) -> str:
    """A comment with its replies as plain text."""
    placed = dossier.placed[thread.root.id]
    standing = STANDING[placed.standing]
    where = f"{cited(placed.cite or thread.root.paragraph)}{f' ({standing})' if standing else ''}"
    root = thread.root
    lines = [f"{dossier.name_of(root.delegation)} on {where}: {thread.state.words}", _dated(dossier, root)]
    if root.anchor.exact:
        lines.append(f"“{root.anchor.exact}”")
    lines += ["", root.body]
    for reply in thread.replies:
        verb = "settles the matter" if reply.resolves else "replies"
        lines += ["", f"↳ {dossier.name_of(reply.delegation)} {verb}, {_day(reply.date)}"]
        lines += [f"  {line}".rstrip() for line in reply.body.splitlines()]
    return "\n".join(lines) + "\n"


def _dated(dossier: "Dossier", root: Comment) -> str:
    return " · ".join(filter(None, (f"on {on_version(dossier, root)}", _day(root.date), root.occasion, root.id)))


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"
