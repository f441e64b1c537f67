"""What a drafter wants to hand out, as far as it was said; the rest follows from the declaration."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from zerodraft.desk.dossier import Dossier
from zerodraft.desk.outgoing import CLEAN, REDLINE, Order
from zerodraft.export.compiled import Layout
from zerodraft.export.options import COMMENTED, LINED, can_be_empty, takes

WORKING = "working"
COMPILATION, CONCORDANCE, COMMENTS = "compilation", "concordance", "comments"
FORMATS = ("docx", "pdf", "html", "txt", "md", "odt", "akn", "xlsx", "csv", "jsonld")
"""In the order in which they are offered."""
YES = "yes"
FINAL, DRAFT = "final", "draft"
_OF_WORD = (".doc", ".rtf")
_LANGUAGES = ("", "en", "id")


class Setting(StrEnum):
    """What can be said; in the order in which it is asked."""

    FORM = "form"
    FORMAT = "format"
    VERSION = "version"
    AGAINST = "against"
    LAYOUT = "layout"
    MARK = "mark"
    ROWS = "rows"
    LANGUAGE = "language"
    NUMBERS = "numbers"
    LINES = "lines"
    COMMENTS = "comments"
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
    layout: str = Layout.INLINE.value
    language: str = ""
    lines: str = ""
    comments: str = ""
    mark: str = ""
    rows: str = ""
    numbers: str = ""


def forms() -> tuple[str, ...]:
    """Every form in which a text leaves."""
    from zerodraft.export.forms import FORMS

    return tuple(FORMS)


def formats_of(form: str) -> tuple[str, ...]:
    """The formats of a form, in the order in which they are offered."""
    from zerodraft.export.forms import FORMS

    return tuple(each for each in FORMATS if each in FORMS[form])


def settings_of(wish: Wish) -> tuple[Setting, ...]:
    """What can be said of such a file."""
    return tuple(setting for setting in Setting if _applies(wish, setting))


def _applies(wish: Wish, setting: Setting) -> bool:
    match setting:
        case Setting.AGAINST:
            return wish.form in (REDLINE, CONCORDANCE)
        case Setting.LAYOUT:
            return wish.form == COMPILATION
        case Setting.MARK:
            return (wish.form, wish.format) != (CLEAN, "md") and wish.form == CLEAN
        case Setting.NUMBERS:
            return (wish.form, wish.format) == (REDLINE, "docx")
        case Setting.ROWS:
            return can_be_empty(wish.form, wish.format)
        case Setting.LINES:
            return takes(LINED, wish.form, wish.format)
        case Setting.COMMENTS:
            return takes(COMMENTED, wish.form, wish.format)
        case Setting.LANGUAGE:
            return (wish.form, wish.format) != (CLEAN, "md")
        case _:
            return True


def versions_of(dossier: Dossier, form: str = CLEAN) -> tuple[str, ...]:
    """Names of the texts that can be handed out, the newest first: the working text unless it was just issued. What is
    open lies on the table of today."""
    issued = tuple(version.name for version in reversed(dossier.versions))
    last = dossier.last_issued
    texts = issued if last and last.text_id == dossier.reading.text_id else (WORKING, *issued)
    return texts[:1] if form in (COMPILATION, COMMENTS) else texts


def earlier_than(dossier: Dossier, version: str) -> tuple[str, ...]:
    """The versions that were issued before one, the newest first; before the working text all of them."""
    issued = tuple(each.name for each in reversed(dossier.versions))
    return issued[issued.index(version) + 1 :] if version in issued else issued


def settled(dossier: Dossier, wish: Wish) -> Wish:
    """The same with everything said that could be: what is not there any more is chosen anew.

    `against` is "" where the text is to be clean, and where nothing was issued before it.
    """
    version = _one_of(versions_of(dossier, wish.form), wish.version)
    is_between = wish.form in (REDLINE, CONCORDANCE)
    against = _one_of(earlier_than(dossier, version), wish.against) if is_between else ""
    said = replace(wish, version=version, against=against, format=_one_of(formats_of(wish.form), wish.format))
    return said if wish.file else replace(said, file=proposed_file(dossier.slug, said))


def _one_of(known: Sequence[str], wanted: str) -> str:
    return wanted if wanted in known else (known[0] if known else "")


def proposed_file(slug: str, wish: Wish) -> str:
    """`bali-message-rev-2.html`, `bali-message-rev-1-to-rev-2.html`."""
    version = "working-text" if wish.version == WORKING else wish.version
    versions = f"{wish.against}-to-{version}" if wish.against else version
    form = "" if wish.form in (CLEAN, REDLINE) else f"{wish.form}-"
    return f"{slug}-{form}{versions}.{wish.format}"


def order_of(wish: Wish) -> Order:
    """What the desk is asked for; the wish is a settled one."""
    return Order(
        form=wish.form,
        to=wish.format,
        version=wish.version,
        against=wish.against,
        has_line_numbers=_is_said(wish, Setting.LINES),
        language=wish.language,
        has_comments=_is_said(wish, Setting.COMMENTS),
        layout=Layout(wish.layout),
        is_empty=_is_said(wish, Setting.ROWS),
        has_typed_numbers=_is_said(wish, Setting.NUMBERS),
        is_final=wish.mark == FINAL and _applies(wish, Setting.MARK),
        is_draft=wish.mark == DRAFT and _applies(wish, Setting.MARK),
    )


def _is_said(wish: Wish, setting: Setting) -> bool:
    return value_of(wish, setting) == YES and _applies(wish, setting)


def path_of(wish: Wish, folder: Path) -> Path:
    """Where the file of a settled wish will lie."""
    try:
        return folder / Path(wish.file).expanduser()
    except RuntimeError:
        # `~somebody`, whom this machine does not know, is the name of a folder.
        return folder / wish.file


def wrong_file(file: str, form: str = CLEAN) -> str:
    """Why nothing of a form can be written under a name, in a sentence; "" when something can."""
    ending = Path(file).suffix.lower()
    if ending in _OF_WORD:
        return f"No {ending} file can be written; Word and LibreOffice open another: name it .docx."
    known = formats_of(form)
    if ending.removeprefix(".") in FORMATS and ending.removeprefix(".") not in known:
        return f"A {form} can't be written as {ending}: there are {', '.join(known)}."
    return "" if file else "A file needs a name."


def shown_as(wish: Wish) -> str:
    """The format in which a preview shows the words."""
    known = formats_of(wish.form)
    return wish.format if wish.format == "md" or "txt" not in known else "txt"


# --- saying something else ----------------------------------------------------------------------


def values_of(dossier: Dossier, wish: Wish, setting: Setting) -> tuple[str, ...]:
    """What a setting may be, in the order in which one steps through it; none for the file, which is typed."""
    match setting:
        case Setting.FORM:
            return forms()
        case Setting.FORMAT:
            return formats_of(wish.form)
        case Setting.VERSION:
            return versions_of(dossier, wish.form)
        case Setting.AGAINST:
            return earlier_than(dossier, wish.version) if wish.form in (REDLINE, CONCORDANCE) else ()
        case Setting.LAYOUT:
            return tuple(Layout)
        case Setting.MARK:
            return ("", FINAL, DRAFT)
        case Setting.LANGUAGE:
            return _LANGUAGES
        case Setting.LINES | Setting.COMMENTS | Setting.ROWS | Setting.NUMBERS:
            return ("", YES)
        case Setting.FILE:
            return ()


def with_value(wish: Wish, setting: Setting, value: str) -> Wish:
    """The wish with one thing said. A file name that was typed keeps its name and takes the ending of the format;
    one with a known ending says the format."""
    match setting:
        case Setting.FORM:
            known = formats_of(value)
            first = wish.format if wish.format in known else known[0]
            return replace(wish, form=value, format=first, file=_with_ending(wish.file, first))
        case Setting.FORMAT:
            return replace(wish, format=value, file=_with_ending(wish.file, value))
        case Setting.FILE:
            ending = Path(value).suffix.lower().removeprefix(".")
            return replace(wish, file=value, format=ending if ending in formats_of(wish.form) else wish.format)
        case _:
            return replace(wish, **{setting.value: value})


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
    """What is said of it."""
    value = getattr(wish, setting.value)
    assert isinstance(value, str)
    return value
