"""The compilation text of a declaration: the working text with all that is open."""

from zerodraft.core.negotiation.compilation import Compilation, compile_text
from zerodraft.core.negotiation.position import Position
from zerodraft.core.negotiation.review import voices
from zerodraft.core.negotiation.working_text import WorkingText
from zerodraft.core.text.numbering import Profile
from zerodraft.desk.dossier import Dossier


def compilation(dossier: Dossier) -> Compilation:
    """The working text with every open proposal in place, and where the others stand."""
    said: dict[str, list[Position]] = {}
    for each in dossier.positions:
        said.setdefault(each.proposal, []).append(each)
    heard = {name: voices(said[name], dossier.delegations) for name in dossier.tabled if name in said}
    return compile_text(working_text(dossier), dossier.tabled.values(), heard)


def working_text(dossier: Dossier) -> WorkingText:
    """The working text with its numbers, and the names of all delegations in its language."""
    known = dossier.delegations
    codes = (*(each.code for each in known.delegations), *(each.code for each in known.groups))
    names = {code: dossier.name_of(code) for code in codes}
    return WorkingText(dossier.draft, dossier.reading.numbers, names, Profile(dossier.settings.numbering))
