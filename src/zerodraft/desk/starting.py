"""The first act of a workspace, its list of delegations; and texts that come from outside."""

from os.path import lexists
from pathlib import Path

from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Done
from zerodraft.desk.room import Room
from zerodraft.errors import MovedOn, UnreadableInput
from zerodraft.formats.settings import parse_settings
from zerodraft.intake.recognition import is_akoma_ntoso, shown_name
from zerodraft.store.acts import Write
from zerodraft.store.layout import DECLARATIONS, DELEGATION_LIST, SETTINGS
from zerodraft.store.outside import bring_in
from zerodraft.store.samples import sample_files, sample_slugs, samples_root
from zerodraft.store.workspace import Workspace

_SENTENCE = "The list of delegations is set up"


def workspace_at(place: Path) -> Workspace:
    """The workspace at a folder: made where there is none, opened where one was begun."""
    begun = lexists(place / ".git") and (lexists(place / DECLARATIONS) or (place / ".git" / "zerodraft").is_dir())
    return Workspace.find(place) if begun else Workspace.create(place)


def workspace_around(place: Path) -> Path | None:
    """The workspace in which a folder lies and in which something was recorded; without opening it."""
    place = place.resolve()
    return next((each for each in (place, *place.parents) if (each / ".git" / "zerodraft").is_dir()), None)


def samples() -> tuple[str, ...]:
    """The declarations that one can begin from, by name."""
    return sample_slugs()


def sample_titles() -> tuple[tuple[str, str], ...]:
    """Each sample by name, with its title."""
    return tuple((slug, _title_of(slug)) for slug in sample_slugs())


def _title_of(slug: str) -> str:
    files = sample_files(slug)
    return parse_settings(decoded(files[SETTINGS], f"The settings of {slug}")).title if SETTINGS in files else slug


def set_up_list(room: Room) -> Done:
    """Record the list of delegations that comes with zerodraft. Refused where there is a list already."""
    if room.workspace.read(DELEGATION_LIST) is not None or room.workspace.blob_id(DELEGATION_LIST) is not None:
        raise MovedOn(
            f"{room.workspace.root} is a workspace already.",
            "`zerodraft list` names its declarations, `zerodraft new SLUG` begins another one.",
        )
    content = (samples_root().parent / DELEGATION_LIST).read_bytes()
    commit = room.record(("init", _SENTENCE), room.person(), (), (Write(DELEGATION_LIST, content, None),))
    return Done(commit, f"{_SENTENCE}.")


def text_from(path: Path, encoding: str) -> str:
    """The text in a file outside of the workspace; as UTF-8 its bytes are kept exactly."""
    return text_in(bring_in(path), str(path), encoding)


def text_in(raw: bytes, name: str, encoding: str) -> str:
    """The text of bytes from outside: `encoding` "" is UTF-8."""
    if not raw.strip():
        raise UnreadableInput(f"There are no words in {name}.", "Without --text a declaration begins from its kind.")
    if is_akoma_ntoso(raw):
        from zerodraft.intake.akn_reading import read_akn

        return read_akn(raw, shown_name(name))
    if encoding:
        return _converted(raw, name, encoding)
    if kind := _known_format(raw):
        raise UnreadableInput(
            f"{name} is {kind}, not a text.", "Save it as plain text or Markdown in the program that made it."
        )
    try:
        return decoded(raw, name)
    except UnreadableInput as unreadable:
        guess = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "cp1252"
        unreadable.hint = f"Convert it as it comes in, with `--encoding {guess}` for example, or save it as UTF-8."
        raise


def _converted(raw: bytes, name: str, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
        text.encode("utf-8")  # UTF-7 can hold half characters
        return text
    except LookupError:
        raise UnreadableInput(
            f"There is no encoding called “{encoding}”.", "Usual ones are cp1252 (Windows), latin-1, mac-roman, utf-16."
        ) from None
    except UnicodeError:
        raise UnreadableInput(
            f"{name} is not written in {encoding}.", "Try another: cp1252, latin-1, mac-roman, utf-16."
        ) from None


_FORMATS = {
    b"PK\x03\x04": "a Word or other packed document",
    b"%PDF-": "a PDF",
    b"{\\rtf": "a rich-text document",
    b"\xd0\xcf\x11\xe0": "an old Word document",
}


def _known_format(raw: bytes) -> str:
    return next((kind for sign, kind in _FORMATS.items() if raw.startswith(sign)), "")
