"""A file that a delegation sent, read before anything of it is recorded: who wrote in it, on which version, and what it
says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.text.numbering import number
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.on_record import without_recorded
from zerodraft.desk.remarks import read_on
from zerodraft.desk.room import Room
from zerodraft.desk.taking_in import Arrived, taken_before
from zerodraft.errors import MovedOn, Refusal
from zerodraft.formats.names import is_safe_name
from zerodraft.intake.annotation_input import Answered, contributors_in, received_from_annotations
from zerodraft.intake.annotation_list import AnnotationList
from zerodraft.intake.comment_table import CommentTable
from zerodraft.intake.contributors import Contributor, contributors
from zerodraft.intake.mail import Letter
from zerodraft.intake.marked import Marked
from zerodraft.intake.nearest import likeness, nearest
from zerodraft.intake.reading import Arrived as File
from zerodraft.intake.reading import Content, Means, Unread, read
from zerodraft.intake.received import Basis, Received, together
from zerodraft.intake.speakers import contributors_of, speakers
from zerodraft.intake.views import Seen, base
from zerodraft.store.office import converted

# Of a text that somebody worked on nine tenths and more stand in the file; of its next version, seldom eight.
_SURELY = 0.1
_ITS_OWN = 0.8
_ANOTHER = 0.4


@dataclass(frozen=True, slots=True)
class Delivery:
    """A file as it came: its name and bytes, who sent it, and on which version ("" is the last issued one, unless the
    file says itself). `authors` are names of people in the file, each with the delegation in whose name it writes."""

    name: str
    content: bytes
    sender: str
    on: str = ""
    authors: Mapping[str, str] = field(default_factory=dict)
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be recorded. `unknown` are authors of whom nobody said in whose name they write: their words are
    shown as the sender's. `warning` says that the file was rather made on another version, or for another text.
    `unread` are files on a message that can't be read. `before` says that the same file was taken in already.
    """

    arrived: Arrived
    kind: str
    unknown: tuple[Contributor, ...] = ()
    warning: str = ""
    unread: tuple[Unread, ...] = ()
    before: str = ""


def look_into(room: Room, dossier: Dossier, delivery: Delivery) -> Preview:
    """Read a file, and say what it would bring. Nothing is recorded."""
    sender = room.who(delivery.sender).code
    known = room.archive.lists.delegations()
    file = read(delivery.content, delivery.name, Means(converted, lambda name: known.resolve(name) is not None))
    contents = tuple(_contents(file))
    reading = _reading(room, dossier, delivery, contents)
    told = _told(room, delivery)
    authors = {**room.archive.lists.authors(), **told}
    received, unknown = [], dict[str, Contributor]()
    for content in contents:
        mapping = _codes(content, authors, known)
        unknown |= {each.name: each for each in _contributors(content) if each.name and each.name not in mapping}
        if isinstance(content, AnnotationList):
            said = _from_annotations(dossier, content, reading, mapping, sender)
            received.append(without_recorded(dossier, said))
        elif isinstance(content, CommentTable):
            received.append(_from_table(room, dossier, content, reading, {**mapping, "": (sender,)}))
        else:
            received.append(without_recorded(dossier, _received(content, reading, mapping, sender)))
    arrived = Arrived(
        name=delivery.name,
        content=delivery.content,
        digest=file.digest,
        sender=sender,
        reading=reading,
        received=together(received),
        authors=authors,
        learned={name: code for name, code in told.items() if room.archive.lists.authors().get(name) != code},
        occasion=delivery.occasion,
    )
    before = taken_before(room, dossier.slug, file.digest)
    return Preview(
        arrived,
        str(file.kind),
        tuple(unknown.values()),
        _warning(room, dossier, reading, contents),
        tuple(each for each in file.attached if isinstance(each, Unread)),
        f"{before.authored:%Y-%m-%d}: {before.subject}" if before else "",
    )


def _contents(file: File) -> Iterator[Content]:
    """What a file and all those on it say."""
    yield from file.contents
    for each in file.attached:
        if isinstance(each, File):
            yield from _contents(each)


def _told(room: Room, delivery: Delivery) -> dict[str, str]:
    """In whose name people write, as the drafter says it now."""
    return {name: room.who(code).code for name, code in delivery.authors.items()}


def _codes(content: Content, authors: Mapping[str, str], known: Delegations) -> dict[str, tuple[str, ...]]:
    """The delegations of each name that is known: as it was said or remembered, or because it names them itself."""
    found: dict[str, tuple[str, ...]] = {}
    for each in _contributors(content):
        codes = (authors[each.name],) if each.name in authors else speakers(each.name, known) if each.name else ()
        if codes:
            found[each.name] = codes
    return found


def _contributors(content: Content) -> Sequence[Contributor]:
    match content:
        case Marked():
            return contributors(content)
        case CommentTable():
            return contributors_of(content)
        case AnnotationList():
            return [Contributor(name, 0, 1) for name in contributors_in(content)]
        case _:
            return ()


def _received(
    content: Marked | Letter, reading: Reading, names: Mapping[str, tuple[str, ...]], sender: str
) -> Received:
    if isinstance(content, Marked):
        from zerodraft.intake.receiving import receive

        return receive(content, _basis(reading), {name: codes[0] for name, codes in names.items()}, sender)
    from zerodraft.intake.letter_input import received_from_letter

    return received_from_letter(content, sender)


def _from_table(
    room: Room, dossier: Dossier, table: CommentTable, reading: Reading, names: Mapping[str, tuple[str, ...]]
) -> Received:
    from zerodraft.desk.known_rows import known_rows
    from zerodraft.intake.table_input import received_from_table

    return received_from_table(table, _basis(reading), names, known_rows(room, dossier, table))


def _from_annotations(
    dossier: Dossier, said: AnnotationList, reading: Reading, names: Mapping[str, tuple[str, ...]], sender: str
) -> Received:
    known = {each.number: each.amendment.wording for each in dossier.proposals}
    called = reading.version.name if reading.version else reading.text_id
    return received_from_annotations(said, Answered(_basis(reading), called, known), names, sender)


def _basis(reading: Reading) -> Basis:
    return Basis(reading.text_id, reading.draft, reading.numbers)


# --- the version that was read --------------------------------------------------------------------


def _reading(room: Room, dossier: Dossier, delivery: Delivery, contents: Sequence[Content]) -> Reading:
    """The version that is named; else the one that our own export wrote into the file, or the working text as it was
    then; else the last issued one."""
    written = next(filter(None, map(_version_in, contents)), "")
    known = {version.name for version in dossier.versions}
    named = delivery.on or (written if written in known else "")
    texts = {_properties(each).get("zerodraft-text", "") for each in contents}
    if not named and dossier.reading.text_id in texts:
        return dossier.reading
    former = [each for each in room.archive.record.texts(dossier.slug) if not named and each in texts]
    if former:
        draft = room.archive.draft(former[-1])
        return Reading(None, former[-1], draft, number(draft))
    return read_on(room, dossier, named)


def _version_in(content: Content) -> str:
    name = _properties(content).get("zerodraft-version", "")
    return name if is_safe_name(name) else ""


def _properties(content: Content) -> Mapping[str, str]:
    """What our own export wrote into a file."""
    return content.properties if isinstance(content, Marked | CommentTable | AnnotationList) else {}


def _warning(room: Room, dossier: Dossier, reading: Reading, contents: Sequence[Content]) -> str:
    """Told by the words of the file, whatever was said of it; "" when they fit."""
    marked = next((each for each in contents if isinstance(each, Marked) and each.blocks), None)
    if marked is None:
        return ""
    seen = base(marked)
    here = likeness(seen, reading.draft, is_markdown=marked.is_markdown)
    others = {version.designation: room.archive.draft(version.text_id) for version in dossier.versions}
    found = nearest(seen, {**others, reading.label: reading.draft}, is_markdown=marked.is_markdown)
    if found and found.is_sure and found.name != reading.label:
        return f"By its words the file was made on {found.name}, not on {reading.label}."
    if here > _ITS_OWN:
        return ""
    rather = _rather(room, dossier, seen, here)
    if rather:
        return f"By its words the file was made for {rather}, not for {dossier.slug}."
    return "" if here > _ANOTHER else f"Hardly a paragraph of {dossier.slug} stands in the file as it was sent out."


def _rather(room: Room, dossier: Dossier, seen: Sequence[Seen], here: float) -> str:
    """Another declaration of the workspace that the file fits."""
    others = {slug: _best(room, slug, seen) for slug in room.workspace.slugs() if slug != dossier.slug}
    best = max(others, key=lambda slug: others[slug], default="")
    return best if best and others[best] > max(here, _ANOTHER) + _SURELY else ""


def require_sure(dossier: Dossier, preview: Preview, *, anyway: bool) -> None:
    """Refuse to record a preview of which something must be said first; `anyway` overrules the warning."""
    if preview.before:
        raise MovedOn(
            f"This file was taken in on {preview.before}.", f"`zerodraft undo {dossier.slug}` takes that back first."
        )
    if preview.unknown:
        names = ", ".join(f"“{each.name}”" for each in preview.unknown)
        first = preview.unknown[0].name
        raise Refusal(
            f"It is not known in whose name {names} write{'s' if len(preview.unknown) == 1 else ''}.",
            f'Say it once, it is remembered: --author "{first}={preview.arrived.sender}"',
        )
    if preview.warning and not anyway:
        raise MovedOn(preview.warning, "Name the right version with --on, or take it in all the same with --anyway.")


def declaration_of(room: Room, name: str, content: bytes) -> str:
    """The declaration that a file is about, where nobody says: what our own export wrote into it, the only one there
    is, or the one whose words it has."""
    slugs = room.workspace.slugs()
    if len(slugs) == 1:
        return slugs[0]
    contents = tuple(_contents(read(content, name, Means(converted))))
    written = (_properties(each).get("zerodraft-declaration", "") for each in contents)
    ours = next((slug for slug in written if slug in slugs), "")
    if ours:
        return ours
    marked = next((each for each in contents if isinstance(each, Marked)), None)
    if marked is not None:
        found = {slug: _best(room, slug, base(marked)) for slug in slugs}
        best = max(found, key=lambda slug: found[slug], default="")
        if best and found[best] > _ANOTHER:
            return best
    raise Refusal(
        f"It is not said for which declaration {name} is.", f"Name it: zerodraft take-in {'|'.join(slugs)} {name}"
    )


def _best(room: Room, slug: str, seen: Sequence[Seen]) -> float:
    """How much of that version of a declaration stands in the file of which most does."""
    try:
        drafts = [room.archive.draft(each.text_id) for each in room.archive.versions(slug)]
    except Refusal:
        return 0.0
    return max((likeness(seen, draft) for draft in drafts), default=0.0)
