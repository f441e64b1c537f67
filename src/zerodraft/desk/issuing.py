"""Issuing a version: the text under its designation, to all, with numbers renewed."""

from dataclasses import dataclass
from datetime import date

from zerodraft.core.text.renewal import renewals
from zerodraft.core.text.splice import splice
from zerodraft.core.text.visible import LONGEST_NAME, is_plain_name
from zerodraft.desk.agreeing import require_agreed_stand
from zerodraft.desk.decoding import digest
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.room import Room
from zerodraft.errors import MovedOn, Refusal
from zerodraft.formats.commit_message import VersionNote, dump_version_note, note_trailers
from zerodraft.formats.names import split_tag, tag_name
from zerodraft.store.acts import TagChange, Write
from zerodraft.store.countries import long_date
from zerodraft.store.layout import text_path


@dataclass(frozen=True, slots=True)
class Issue:
    """A version to be issued; `day` None is today."""

    designation: str
    stage: str = ""
    day: date | None = None


def issue(room: Room, dossier: Dossier, wanted: Issue) -> Done:
    """Record the text as an issued version. Typed numbers are renewed in the text, untyped ones derived anew."""
    designation = " ".join(wanted.designation.split())
    tag = tag_name(dossier.slug, designation)
    name = split_tag(tag)[1]
    _require_plain(designation, wanted.stage)
    _check(dossier, name)
    source = splice(dossier.draft.source, renewals(dossier.draft))
    content = source.encode("utf-8")
    note = VersionNote(designation, wanted.stage, wanted.day or room.clock().date(), dossier.slug, digest(content))
    # Also where nothing is renewed: the act checks that the text is still the one that was read.
    write = Write(text_path(dossier.slug), content, dossier.recorded)
    change = TagChange(tag, dump_version_note(note), None)
    trailers = (("Version", name), *note_trailers(note))
    commit = room.record(("issue", f"{designation} issued"), room.person(), trailers, (write,), (change,))
    renewed = " Numbers were renewed." if source != dossier.draft.source else ""
    return Done(commit, f"{designation} of {dossier.slug} issued.{renewed}", name)


def _require_plain(designation: str, stage: str) -> None:
    """They stand on covers and in the record: nothing in them may be invisible."""
    for what, words in (("designation", designation), ("stage", stage)):
        if words and not is_plain_name(words):
            raise Refusal(
                f"The {what} must be one line of up to {LONGEST_NAME} characters, without invisible ones.",
                "Type it again, as it should stand on the cover.",
            )


def _check(dossier: Dossier, name: str) -> None:
    if dossier.unsaved:
        raise Refusal(
            f"The working text of {dossier.slug} has changes that are not saved.",
            f"`zerodraft diff {dossier.slug} saved` shows them, `zerodraft save {dossier.slug}` records them.",
        )
    require_agreed_stand(dossier)
    for version in dossier.versions:
        if version.name == name:
            raise MovedOn(
                f"{version.designation} of {dossier.slug} was issued on {long_date(version.date, 'en')}.",
                "An issued version never changes; give the next one another designation.",
            )
