"""The compilation text of a declaration: the working text with all that is open, and the files that hold it."""

from dataclasses import dataclass, replace
from pathlib import Path

from zerodraft.core.negotiation.compilation import Compilation, compile_text
from zerodraft.core.negotiation.position import Position
from zerodraft.core.negotiation.review import voices
from zerodraft.core.negotiation.working_text import WorkingText
from zerodraft.core.text.numbering import Profile
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.laying_out import AS_IT_IS, Look, sheet_of
from zerodraft.desk.room import Room
from zerodraft.desk.text_now import text_now
from zerodraft.errors import Refusal
from zerodraft.export.compiled import CompilationSheet, Layout
from zerodraft.export.labels import labels_for
from zerodraft.store.outside import hand_out, refuse_own_file


@dataclass(frozen=True, slots=True)
class Printing:
    """How a compilation leaves: `to` is `md`, `txt` or `html`. A table can't leave the delegations out."""

    to: str
    layout: Layout = Layout.INLINE
    attributed: bool = True


def compilation(dossier: Dossier, language: str = "") -> Compilation:
    """The working text with every open proposal in place, and where the others stand. Names and stances are in a
    language, "" for that of the text."""
    said: dict[str, list[Position]] = {}
    for each in dossier.positions:
        said.setdefault(each.proposal, []).append(each)
    heard = {name: voices(said[name], dossier.delegations) for name in dossier.tabled if name in said}
    return compile_text(working_text(dossier, language), dossier.tabled.values(), heard)


def working_text(dossier: Dossier, language: str = "") -> WorkingText:
    """The working text with its numbers, and the names of all delegations in a language, "" for its own."""
    spoken = labels_for(language or dossier.settings.language).language
    known = dossier.delegations
    codes = (*(each.code for each in known.delegations), *(each.code for each in known.groups))
    names = {code: known.name(code, language or dossier.settings.language) for code in codes}
    profile = Profile(dossier.settings.numbering)
    return WorkingText(dossier.draft, dossier.reading.numbers, names, profile, spoken)


def compiled_bytes(room: Room, dossier: Dossier, wanted: Printing) -> bytes:
    """The content of a file with the compilation."""
    from zerodraft.export import forms

    if wanted.to not in forms.COMPILATION:
        raise Refusal(f"A compilation can't leave as {wanted.to}.", f"There are: {', '.join(forms.COMPILATION)}.")
    sheet = compilation_sheet(room, dossier, wanted.layout, attributed=wanted.attributed)
    return forms.COMPILATION[wanted.to](sheet)


def compilation_sheet(
    room: Room, dossier: Dossier, layout: Layout, look: Look = AS_IT_IS, *, attributed: bool
) -> CompilationSheet:
    """The compilation with the title block of the text."""
    if layout is Layout.TABLE and not attributed:
        raise Refusal("A table has a column for each delegation; it names them.", "Choose another layout.")
    page = replace(
        sheet_of(room, dossier, text_now(room, dossier), look), draft=dossier.draft, numbers=dossier.reading.numbers
    )
    return CompilationSheet(page, compilation(dossier, look.language), layout, attributed=attributed)


def deliver_compiled(room: Room, dossier: Dossier, wanted: Printing, path: Path, *, replaces: bool) -> str:
    """Write the file wholly or not at all; what it holds."""
    refuse_own_file(room.workspace.root, path)
    hand_out(path, compiled_bytes(room, dossier, wanted), replace=replaces)
    return f"The compilation text of {dossier.slug}"
