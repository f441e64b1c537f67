"""Acts of speech: a comment of a delegation, a reply, a matter settled."""

from dataclasses import dataclass, replace

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.comparison.quotation import QuoteAmbiguous, anchor_for
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.desk.comparing import WORKING, loosely_named
from zerodraft.desk.dossier import Done, Dossier, Reading
from zerodraft.desk.filing import filed
from zerodraft.desk.naming import comment_named, paragraph_read
from zerodraft.desk.room import Room
from zerodraft.errors import NotThere, Refusal
from zerodraft.formats.comment_file import COMMENT


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody says: `on` names the version that was read, "" the last issued one, `working` the working
    text; `quote` is "" for the paragraph as a whole."""

    delegation: str
    paragraph: str
    body: str
    on: str = ""
    quote: str = ""
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answers to the comment `to`; `resolves` settles the matter."""

    delegation: str
    to: str
    body: str
    resolves: bool = False


def comment(room: Room, dossier: Dossier, remark: Remark) -> Done:
    """Record a comment in the name of its delegation."""
    who = room.who(remark.delegation)
    _require_words(remark.body)
    reading, anchor = place_of(room, dossier, remark)
    cite = reading.numbers[anchor.ordinal].cite
    said = Comment(
        id="",
        delegation=who.code,
        date=room.clock(),
        anchor=anchor,
        paragraph=cite,
        body=remark.body.strip(),
        on=reading.version.name if reading.version else "",
        occasion=remark.occasion,
    )
    return _record(
        room, dossier, said, ("comment", f"{room.name(who)} comments on paragraph {cite} of {reading.label}")
    )


def place_of(room: Room, dossier: Dossier, remark: Remark) -> tuple[Reading, Anchor]:
    """The text that was read, and the words in it that the remark is about; refused when they aren't there."""
    reading = read_on(room, dossier, remark.on)
    ordinal = paragraph_read(room, dossier, remark.paragraph, reading)
    return reading, _anchor(reading, ordinal, reading.numbers[ordinal].cite, remark.quote)


def reply(room: Room, dossier: Dossier, answer: Reply) -> Done:
    """Record a reply; it stands where the comment stands that it answers."""
    who = room.who(answer.delegation)
    if not answer.resolves:
        _require_words(answer.body)
    above = comment_named(dossier, answer.to)
    if answer.resolves:
        _require_standing(room, dossier, above.comment.id, who.code)
    said = replace(
        above.comment,
        id="",
        delegation=who.code,
        date=room.clock(),
        body=answer.body.strip(),
        occasion="",
        reply_to=above.comment.id,
        resolves=answer.resolves,
    )
    act, verb = ("settle", "settles") if answer.resolves else ("reply", "replies to")
    sentence = f"{room.name(who)} {verb} {above.comment.id} on paragraph {said.paragraph}"
    return _record(room, dossier, said, (act, sentence))


def _require_standing(room: Room, dossier: Dossier, answered: str, code: str) -> None:
    """A matter is settled by the secretariat, or by the delegation that raised it."""
    thread = next(each for each in dossier.threads if answered in (comment.id for comment in each.comments))
    if code not in (SECRETARIAT_CODE, thread.root.delegation):
        raised_by = dossier.delegations.name(thread.root.delegation, "en")
        raise Refusal(
            f"{raised_by} raised this matter; only {raised_by} or the secretariat can settle it.",
            "Leave out --resolve: the reply is recorded, and the matter stays open.",
        )


def _require_words(body: str) -> None:
    if not body.strip():
        raise Refusal(
            "There are no words to record.", "Write them in quotation marks, or `-` to read them from a pipe."
        )


def read_on(room: Room, dossier: Dossier, on: str) -> Reading:
    """The text that a delegation read: a version, else the last issued one, else the working text."""
    if on and on not in WORKING:
        named = loosely_named(on, dossier.versions)
        return room.archive.reading(dossier.slug, room.archive.version_named(dossier.slug, named, dossier.versions))
    if not on and dossier.last_issued:
        return room.archive.reading(dossier.slug, dossier.last_issued)
    if dossier.unsaved:
        raise Refusal(
            f"The working text of {dossier.slug} has changes that are not saved; nobody else can have read it.",
            f"`zerodraft save {dossier.slug}` records them; or name the version that was read: --on VERSION",
        )
    return dossier.reading


def _anchor(reading: Reading, ordinal: int, cite: str, quote: str) -> Anchor:
    try:
        return anchor_for(reading.draft, reading.text_id, ordinal, quote)
    except QuoteAmbiguous as twice:
        raise NotThere(
            f"single passage in paragraph {cite} of {reading.label} that reads",
            quote,
            hint=f"The words stand there {twice.times} times; quote some more of them.",
        ) from None
    except ValueError:
        raise NotThere(
            f"passage in paragraph {cite} of {reading.label} that reads",
            quote,
            hint="Quote the words as they stand there, enough of them to be found once.",
        ) from None


def _record(room: Room, dossier: Dossier, said: Comment, title: tuple[str, str]) -> Done:
    named, write = filed(COMMENT, said, dossier.slug, dossier.placed.keys())
    trailers = (
        ("Declaration", dossier.slug),
        ("Delegation", named.delegation),
        ("Paragraph", named.paragraph),
        ("Comment", named.id),
        ("Answers", named.reply_to),
        ("Version", named.on),
    )
    commit = room.record(title, room.author(room.who(named.delegation)), trailers, (write,))
    return Done(commit, f"{title[1]}: {named.id}.", named.id)
