"""What a drafter wants to hand out, as far as it was said; the rest follows from the declaration."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from zerodraft.desk.dossier import Dossier
from zerodraft.desk.outgoing import CLEAN, REDLINE, Order

WORKING = "working"
FORMS = (CLEAN, REDLINE)
FORMATS = ("html", "docx", "txt", "md")
_UNKNOWN = (".doc", ".odt", ".rtf", ".pdf")


class Setting(StrEnum):
    """What can be said; in the order in which it is asked."""

    FORM = "form"
    FORMAT = "format"
    VERSION = "version"
    AGAINST = "against"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is "" was not said: the newest version, the one before it, a file named after both.

    `file` is as it was typed: `~` stands for the home, and a name without a folder lies in the one where the program
    was started.
    """

    form: str = CLEAN
    format: str = FORMATS[0]
    version: str = ""
    against: str = ""
    file: str = ""


def versions_of(dossier: Dossier) -> tuple[str, ...]:
    """Names of the texts that can be handed out, the newest first: the working text unless it was just issued."""
    issued = tuple(version.name for version in reversed(dossier.versions))
    last = dossier.last_issued
    return issued if last and last.text_id == dossier.reading.text_id else (WORKING, *issued)


def earlier_than(dossier: Dossier, version: str) -> tuple[str, ...]:
    """The versions that were issued before one, the newest first; before the working text all of them."""
    issued = tuple(each.name for each in reversed(dossier.versions))
    return issued[issued.index(version) + 1 :] if version in issued else issued


def settled(dossier: Dossier, wish: Wish) -> Wish:
    """The same with everything said that could be: what is not there any more is chosen anew.

    `against` is "" where the text is to be clean, and where nothing was issued before it.
    """
    version = _one_of(versions_of(dossier), wish.version)
    against = _one_of(earlier_than(dossier, version), wish.against) if wish.form == REDLINE else ""
    said = replace(wish, version=version, against=against)
    return said if wish.file else replace(said, file=proposed_file(dossier.slug, said))


def _one_of(known: Sequence[str], wanted: str) -> str:
    return wanted if wanted in known else (known[0] if known else "")


def proposed_file(slug: str, wish: Wish) -> str:
    """`bali-message-rev-2.html`, `bali-message-rev-1-to-rev-2.html`."""
    version = "working-text" if wish.version == WORKING else wish.version
    versions = f"{wish.against}-to-{version}" if wish.against else version
    return f"{slug}-{versions}.{wish.format}"


def order_of(wish: Wish) -> Order:
    """What the desk is asked for; the wish is a settled one."""
    return Order(wish.form, wish.format, wish.version, wish.against)


def path_of(wish: Wish, folder: Path) -> Path:
    """Where the file of a settled wish will lie."""
    try:
        return folder / Path(wish.file).expanduser()
    except RuntimeError:
        # `~somebody`, whom this machine does not know, is the name of a folder.
        return folder / wish.file


def wrong_file(file: str) -> str:
    """Why nothing can be written under a name, in a sentence; "" when something can."""
    ending = Path(file).suffix.lower()
    if ending in _UNKNOWN:
        return f"No {ending} file can be written; Word and LibreOffice open another: name it .docx."
    return "" if file else "A file needs a name."


# --- saying something else ----------------------------------------------------------------------


def values_of(dossier: Dossier, wish: Wish, setting: Setting) -> tuple[str, ...]:
    """What a setting may be, in the order in which one steps through it; none for the file, which is typed."""
    match setting:
        case Setting.FORM:
            return FORMS
        case Setting.FORMAT:
            return FORMATS
        case Setting.VERSION:
            return versions_of(dossier)
        case Setting.AGAINST:
            return earlier_than(dossier, wish.version) if wish.form == REDLINE else ()
        case Setting.FILE:
            return ()


def with_value(wish: Wish, setting: Setting, value: str) -> Wish:
    """The wish with one thing said. A file name that was typed keeps its name and takes the ending of the format;
    one with a known ending says the format."""
    match setting:
        case Setting.FORM:
            return replace(wish, form=value)
        case Setting.FORMAT:
            return replace(wish, format=value, file=_with_ending(wish.file, value))
        case Setting.VERSION:
            return replace(wish, version=value)
        case Setting.AGAINST:
            return replace(wish, against=value)
        case Setting.FILE:
            ending = Path(value).suffix.lower().removeprefix(".")
            return replace(wish, file=value, format=ending if ending in FORMATS else wish.format)


def _with_ending(file: str, ending: str) -> str:
    known = any(file.lower().endswith(f".{each}") for each in FORMATS)
    return str(Path(file).with_suffix(f".{ending}")) if known else file


def stepped(dossier: Dossier, wish: Wish, setting: Setting, by: int) -> Wish:
    """The wish with the next value of a setting (`by` 1) or the one before (-1); after the last comes the first."""
    settled_wish = settled(dossier, wish)
    values = values_of(dossier, settled_wish, setting)
    if not values:
        return wish
    place = values.index(value_of(settled_wish, setting))
    return with_value(wish, setting, values[(place + by) % len(values)])


def value_of(wish: Wish, setting: Setting) -> str:
    match setting:
        case Setting.FORM:
            return wish.form
        case Setting.FORMAT:
            return wish.format
        case Setting.VERSION:
            return wish.version
        case Setting.AGAINST:
            return wish.against
        case Setting.FILE:
            return wish.file
