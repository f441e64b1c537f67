"""The adoption of a text: one act that puts reservations and statements on record, and freezes the words."""

import re
from dataclasses import dataclass, replace
from datetime import date

from zerodraft.core.negotiation.adoption import Adopted, Corrigendum, Manner, OnRecord, Saying
from zerodraft.core.negotiation.agreed_marks import agreed_marks, without_agreed_marks
from zerodraft.core.negotiation.putting_on_record import Footnote, can_bear, put_on_record
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.fingerprint import fingerprint_of
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.visible import LONGEST_NAME, invisible_characters, is_plain_name, mark
from zerodraft.desk.adoptions import require_open, told
from zerodraft.desk.decoding import decoded, digest
from zerodraft.desk.dossier import Done, Dossier, Reading
from zerodraft.desk.gatekeeping import require_passed
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.room import Room
from zerodraft.errors import MovedOn, NotThere, Refusal, UnreadableInput
from zerodraft.export.adoption_labels import adoption_labels
from zerodraft.formats.adoption_file import dump_adoption
from zerodraft.formats.commit_message import Trailer, VersionNote, dump_version_note, note_trailers
from zerodraft.formats.names import split_tag, tag_name
from zerodraft.formats.sayings_file import parse_sayings
from zerodraft.formats.toml_text import BadSettings
from zerodraft.store.acts import TagChange, Write
from zerodraft.store.layout import adoption_path, text_path

ADOPTED_TEXT = "Adopted text"
_CORRECTED = re.compile(r"/Corr\.\d+$")


@dataclass(frozen=True, slots=True)
class Said:
    """A reservation or statement to be put on record: `paragraph` as it is cited, "" for the text as a whole."""

    saying: Saying
    delegation: str
    words: str
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Adoption:
    """How a text is adopted. `place` "" is that of the conference, `day` None today. With a `corrigendum`, the reason,
    the text as it lies in the folder takes the place of the adopted one; all else stays as it was."""

    manner: Manner = Manner.CONSENSUS
    place: str = ""
    day: date | None = None
    said: tuple[Said, ...] = ()
    designation: str = ADOPTED_TEXT
    corrigendum: str = ""


def said_in(content: bytes, name: str) -> tuple[Said, ...]:
    """What delegations put on record, in a file; `UnreadableInput` for another one."""
    try:
        written = parse_sayings(decoded(content, name))
    except BadSettings as wrong:
        raise UnreadableInput(f"{name} can't be read: {wrong}", "`zerodraft adopt --help` shows such a file.") from None
    return tuple(Said(each.saying, each.delegation, each.words, each.paragraph) for each in written)


def adopt(room: Room, dossier: Dossier, wanted: Adoption) -> Done:
    """Record that the text is adopted, or corrected. From then on its words are frozen."""
    _require_plain(wanted)
    if wanted.corrigendum:
        return _correct(room, dossier, wanted)
    dossier = _as_of_now(room, dossier)
    require_open(dossier)
    _require_saved(dossier)
    require_passed(room, dossier, dossier.reading, "What is not ready can't be adopted.")
    codes = [room.who(each.delegation).code for each in wanted.said]
    marks = len(agreed_marks(dossier.draft.source))
    bare = read_draft(without_agreed_marks(dossier.draft)) if marks else dossier.draft
    _require_place_for_notes(bare, wanted)
    paper = put_on_record(bare, [_footnote(dossier, *each) for each in zip(wanted.said, codes, strict=True)])
    place, day = wanted.place or dossier.settings.place, wanted.day or room.clock().date()
    designation = " ".join(wanted.designation.split())
    name = split_tag(tag_name(dossier.slug, designation))[1]
    on_record = tuple(
        OnRecord(each.saying, code, each.paragraph and _cited(dossier, each.paragraph), label)
        for each, code, label in zip(wanted.said, codes, paper.labels, strict=True)
    )
    adopted = Adopted(name, day, place, wanted.manner, _fingerprint(paper.source), on_record)
    done = _recorded(room, dossier, (designation, paper.source), adopted)
    taken = f" {marks} mark{'s' if marks > 1 else ''} “[Agreed ad ref]” taken out." if marks else ""
    return replace(done, sentence=f"{done.sentence}.{taken}" if marks else done.sentence)


def _require_place_for_notes(draft: Draft, wanted: Adoption) -> None:
    if wanted.said and not any(can_bear(draft, each.ordinal) for each in draft.paragraphs):
        raise Refusal(
            "The text has no paragraph to which a footnote could hang, and what is put on record becomes one.",
            "Write a paragraph first, for example on how the text was adopted.",
        )


def _as_of_now(room: Room, seen: Dossier) -> Dossier:
    """Opened again, for proposals and decisions that came meanwhile; `MovedOn` where the text is another one."""
    dossier = room.open(seen.slug)
    if dossier.reading.text_id != seen.reading.text_id:
        raise MovedOn(f"The text of {seen.slug} was changed meanwhile.", "Look at it again, then adopt it.")
    return dossier


def _correct(room: Room, dossier: Dossier, wanted: Adoption) -> Done:
    former, version = dossier.adopted, dossier.adopted_version
    if former is None or version is None:
        raise Refusal(
            f"{dossier.slug} is not adopted; there is nothing to correct.",
            f"`zerodraft adopt {dossier.slug}` adopts it.",
        )
    if wanted.said:
        raise Refusal(
            "A corrigendum puts no reservation or statement on record; it corrects words.",
            f"Give it without them. A footnote that is missing is written into {text_path(dossier.slug)}.",
        )
    if dossier.reading.text_id == version.text_id:
        raise Refusal(
            f"The text of {dossier.slug} in the folder is the adopted one; nothing in it is corrected.",
            f"Correct {text_path(dossier.slug)} with any editor, then give this command again.",
        )
    draft = dossier.draft
    require_passed(room, dossier, Reading(None, dossier.reading.text_id, draft, number(draft)), "Correct this too.")
    designation = f"{_CORRECTED.sub('', version.designation)}/Corr.{len(former.corrigenda) + 1}"
    name = split_tag(tag_name(dossier.slug, designation))[1]
    day = wanted.day or room.clock().date()
    correction = Corrigendum(name, day, wanted.corrigendum, _fingerprint(draft.source))
    corrected = replace(former, corrigenda=(*former.corrigenda, correction))
    return _recorded(room, dossier, (designation, draft.source), corrected)


def _recorded(room: Room, dossier: Dossier, text: tuple[str, str], adopted: Adopted) -> Done:
    designation, source = text
    slug, content = dossier.slug, source.encode("utf-8")
    correction = adopted.corrigenda[-1] if adopted.corrigenda else None
    stage = stage_of(adopted, dossier.settings.language)
    note = VersionNote(designation, stage, correction.day if correction else adopted.day, slug, digest(content))
    name, fingerprint = adopted.words
    is_issued = _is_issued(dossier, name, content, room)
    tags = () if is_issued else (TagChange(tag_name(slug, designation), dump_version_note(note), None),)
    trailers: tuple[Trailer, ...] = (
        ("Version", name),
        *((("Declaration", slug),) if is_issued else note_trailers(note)),
        ("Place", adopted.place),
        ("Manner", adopted.manner.value),
        ("Delegation", ", ".join(dict.fromkeys(each.delegation for each in adopted.on_record))),
        ("Fingerprint", fingerprint),
    )
    path = adoption_path(slug)
    writes = (
        Write(text_path(slug), content, dossier.recorded),
        Write(path, dump_adoption(adopted).encode("utf-8"), room.workspace.blob_id(path)),
    )
    sentence = f"{designation} issued: {correction.why}" if correction else f"{slug} {told(adopted)}"
    commit = room.record(("adopt", sentence), room.person(), trailers, writes, tags)
    return Done(commit, f"{sentence}. Fingerprint {fingerprint}", name)


def stage_of(adopted: Adopted, language: str) -> str:
    """“adopted by consensus”, as it stands on paper."""
    return adoption_labels(language).adopted_by[adopted.manner]


def _is_issued(dossier: Dossier, name: str, content: bytes, room: Room) -> bool:
    """Whether these words bear the designation already. Refused where other words do."""
    version = next((each for each in dossier.versions if each.name == name), None)
    if version is None:
        return False
    if version.text_id != room.workspace.blob_id_of(content):
        raise MovedOn(
            f"{version.designation} of {dossier.slug} was issued already, with other words.",
            'Give the adopted text another designation: --designation "Final text"',
        )
    return True


def _fingerprint(source: str) -> str:
    draft = read_draft(source)
    return fingerprint_of(draft, number(draft))


# --- what is asked for ------------------------------------------------------------------------------


def _footnote(dossier: Dossier, said: Said, code: str) -> Footnote:
    kind = adoption_labels(dossier.settings.language).on_record[said.saying]
    ordinal = ordinal_of(dossier, said.paragraph) if said.paragraph else None
    if ordinal is not None and not can_bear(dossier.draft, ordinal):
        raise Refusal(f"No footnote can hang to {said.paragraph}.", "Name a paragraph that has words of its own.")
    if not said.words.strip():
        raise Refusal(f"The {said.saying} of {code} has no words.", "Say them after the name of the delegation.")
    if unseen := invisible_characters(said.words):
        raise Refusal(
            f"The {said.saying} of {code} has a character that nobody sees: {mark(unseen[0][1])}.", "Type it again."
        )
    return Footnote(ordinal, f"{kind} ({dossier.name_of(code)}): {said.words}")


def _cited(dossier: Dossier, paragraph: str) -> str:
    return dossier.reading.numbers[ordinal_of(dossier, paragraph)].cite


def _require_plain(wanted: Adoption) -> None:
    for what, words in (
        ("place", wanted.place),
        ("designation", wanted.designation),
        ("reason of a corrigendum", wanted.corrigendum),
    ):
        if words and not is_plain_name(words):
            raise Refusal(
                f"The {what} must be one line of up to {LONGEST_NAME} characters, without invisible ones.",
                "Type it again, as it should stand on the cover.",
            )


def _require_saved(dossier: Dossier) -> None:
    if dossier.unsaved:
        raise Refusal(
            f"The working text of {dossier.slug} has changes that are not saved.",
            f"`zerodraft diff {dossier.slug} saved` shows them, `zerodraft save {dossier.slug}` records them.",
        )
    if not dossier.recorded:
        raise NotThere("recorded text of", dossier.slug, hint=f"`zerodraft save {dossier.slug}` records it.")
