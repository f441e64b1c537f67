"""What leaves the house: a version, the redline between two, or the compilation, in the form the next reader needs."""

from dataclasses import dataclass
from pathlib import Path

from zerodraft.core.comparison.changes import Comparison
from zerodraft.core.comparison.compare import compare, figures
from zerodraft.desk.attributing import hands_between
from zerodraft.desk.comparing import reading_named
from zerodraft.desk.compiling import compilation_sheet
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.gatekeeping import require_as_adopted, require_passed, without_marks
from zerodraft.desk.laying_out import Look, is_adopted, sheet_of
from zerodraft.desk.printing import written
from zerodraft.desk.room import Room
from zerodraft.desk.text_now import text_now
from zerodraft.errors import NotThere, Refusal
from zerodraft.export.compiled import Layout
from zerodraft.export.sheet import RedlineSheet
from zerodraft.store.outside import hand_out, refuse_own_file

CLEAN, REDLINE, COMPILATION = "clean", "redline", "compilation"
CONCORDANCE, COMMENTS = "concordance", "comments"
_FEW = 3  # paragraphs; so few may all be other ones


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: `form` and `to` are keys of `export.forms.FORMS`. `version` "" is the text as it is now: the last
    issued version while nothing has changed since, else the working text. `against` "" is the version that was issued
    before it; only a redline is against something. `language` is that of all words around the text, "" for the
    language of the text. A compilation has a layout, and names delegations if it is attributed. A clean text that
    `is_final` goes through the gate and bears no mark of a draft; one that `is_draft` bears it in any case. A table of
    comments that `is_empty` is a form to fill in. In Word numbers may be typed, for programs that count wrong."""

    form: str
    to: str
    version: str = ""
    against: str = ""
    has_line_numbers: bool = False
    language: str = ""
    has_comments: bool = False
    layout: Layout = Layout.INLINE
    is_attributed: bool = True
    is_final: bool = False
    is_draft: bool = False
    is_empty: bool = False
    has_typed_numbers: bool = False

    @property
    def look(self) -> Look:
        is_marked = True if self.is_draft else False if self.is_final else None
        return Look(
            self.language,
            self.has_line_numbers,
            self.has_comments,
            is_marked,
            is_named=self.to == "akn",
            has_typed_numbers=self.has_typed_numbers,
        )


def export_bytes(room: Room, dossier: Dossier, order: Order) -> bytes:
    """The content of the file."""
    from zerodraft.export import forms

    known = forms.FORMS.get(order.form, {})
    if order.to not in known:
        there = f"{order.form} as {', '.join(known)}" if known else ", ".join(forms.FORMS)
        raise Refusal(f"A text can't leave as {order.form} {order.to}.", f"There are: {there}.")
    if order.is_final and order.form != CLEAN:
        raise Refusal(f"A {order.form} is no final text.", "Only the clean text leaves as final: --form clean --final")
    match order.form:
        case "compilation":
            sheet = compilation_sheet(room, dossier, order.layout, order.look, attributed=order.is_attributed)
            return written(forms.COMPILATION, order.to, sheet)
        case "redline":
            return written(forms.REDLINE, order.to, _redline(room, dossier, order))
        case "concordance":
            from zerodraft.desk.concordance_table import concordance_sheet

            lists = concordance_sheet(room, dossier, order.against, order.version, order.look)
            return written(forms.CONCORDANCE, order.to, lists)
        case "comments" if order.to in forms.ANNOTATIONS:
            from zerodraft.desk.annotating import annotation_sheet

            return forms.ANNOTATIONS[order.to](annotation_sheet(room, dossier, _new(room, dossier, order), order.look))
        case "comments":
            from zerodraft.desk.commenting_table import comments_sheet, empty_form

            table = empty_form if order.is_empty else comments_sheet
            said = table(room, dossier, _new(room, dossier, order), order.look)
            return written(forms.COMMENTS, order.to, said)
        case _:
            reading = _new(room, dossier, order)
            require_ready(room, dossier, reading, order)
            reading = without_marks(reading) if order.is_final and not order.is_draft else reading
            return written(forms.CLEAN, order.to, sheet_of(room, dossier, reading, order.look))


def require_ready(room: Room, dossier: Dossier, reading: Reading, order: Order) -> None:
    """Refuse a clean final that the gate holds, and adopted words that are not those which were adopted; `is_draft`
    lets all of them leave, with the mark of a draft."""
    if order.is_draft:
        return
    all_the_same = "--draft writes it all the same, and the paper says so."
    if is_adopted(dossier, reading):
        require_as_adopted(room, dossier, reading, all_the_same)
    elif order.is_final:
        require_passed(room, dossier, reading, all_the_same)
        if reading.version is None:
            raise Refusal(
                f"A final text leaves under its designation, and the {reading.label} of {dossier.slug} has none.",
                f'zerodraft issue {dossier.slug} "Final draft"; {all_the_same}',
            )


def _redline(room: Room, dossier: Dossier, order: Order) -> RedlineSheet:
    new = _new(room, dossier, order)
    old = _old(room, dossier, order, new)
    look = Look(order.language, is_named=order.to == "akn")
    page, former = sheet_of(room, dossier, new, order.look), sheet_of(room, dossier, old, look)
    comparison = compare(old.draft, new.draft)
    _require_related(dossier, (old, new), comparison)
    hands = None if order.to == "txt" else hands_between(room, dossier, old, new, order.language)
    return RedlineSheet(former, page, comparison, hands=hands)


def _require_related(dossier: Dossier, texts: tuple[Reading, Reading], comparison: Comparison) -> None:
    """Refuse a redline in which everything would be struck out and everything new."""
    counted = figures(comparison.changes)
    if min(counted.inserted, counted.deleted) < _FEW or counted.kept or counted.reworded or counted.moved:
        return
    if not (counted.split or counted.joined):
        old, new = map(_called, texts)
        raise Refusal(
            f"{new[0].upper()}{new[1:]} of {dossier.slug} has no paragraph of {old}; a redline would mark all of it.",
            "Name another text to compare with, --against VERSION, or write the clean text: --form clean",
        )


def preview(room: Room, dossier: Dossier, order: Order, width: int) -> str:
    """What the file will hold, as words: in Markdown if that is wanted, else as plain text, no wider than it can be
    read."""
    from dataclasses import replace

    order = order if order.to == "md" else replace(order, to="txt")
    if (order.form, order.to) != (CLEAN, "txt"):
        return export_bytes(room, dossier, order).decode("utf-8")
    from zerodraft.export.columns import WIDTH
    from zerodraft.export.text.clean import clean_text

    sheet = sheet_of(room, dossier, _new(room, dossier, order), order.look)
    return clean_text(sheet, min(width, WIDTH)).decode("utf-8")


def deliver(room: Room, dossier: Dossier, order: Order, path: Path, *, replace: bool) -> str:
    """Write the file wholly or not at all; what it holds: “The redline from Rev.2 to Rev.3”."""
    refuse_own_file(room.workspace.root, path)
    hand_out(path, export_bytes(room, dossier, order), replace=replace)
    if order.form == COMPILATION:
        return f"The compilation text of {dossier.slug}"
    if order.form == CONCORDANCE:
        return f"The concordance of {dossier.slug}"
    new = _new(room, dossier, order)
    if order.form == REDLINE:
        return f"The redline from {_called(_old(room, dossier, order, new))} to {_called(new)}"
    if order.form == COMMENTS:
        return f"{'The form for comments on' if order.is_empty else 'What was said of'} {_called(new)}"
    told = _called(new)
    return told[0].upper() + told[1:]


def _called(reading: Reading) -> str:
    """A text within a sentence."""
    return reading.label if reading.version else f"the {reading.label}"


def _new(room: Room, dossier: Dossier, order: Order) -> Reading:
    return reading_named(room, dossier, order.version) if order.version else text_now(room, dossier)


def _old(room: Room, dossier: Dossier, order: Order, new: Reading) -> Reading:
    return reading_named(room, dossier, order.against) if order.against else _issued_before(room, dossier, new)


def _issued_before(room: Room, dossier: Dossier, reading: Reading) -> Reading:
    """The version before this one; before the working text, the last issued one."""
    names = [version.name for version in dossier.versions]
    place = names.index(reading.version.name) if reading.version else len(names)
    if not place:
        raise NotThere(
            f"version of {dossier.slug} before",
            reading.label,
            hint="Name the text to compare with: --against VERSION, or `--form clean`.",
        )
    return room.archive.reading(dossier.slug, dossier.versions[place - 1])
