"""Who says what of a proposal: groups for their members, and the members that differ."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.review import Voice
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.standpoints import against_their_group, standpoints
from zerodraft.tui.widgets.card import Para, para
from zerodraft.tui.widgets.row import Piece

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_STYLES = {Stand.SUPPORT: "good", Stand.RETAIN: "good", Stand.DELETE: "warning", Stand.RESERVE: "warning"}
_INDENT = 2


def position_paras(dossier: "Dossier", tabled: Tabled) -> Iterator[Para]:
    """Members that don't go along with a proposing group; one paragraph for each stand; then what was said with it."""
    for code in tabled.proposal.delegations:
        if differing := against_their_group(dossier, tabled, code):
            yield para(Piece(f"{dossier.name_of(code)}, ", "strong"), Piece(_but(dossier, differing), "warning"))
    found = standpoints(dossier, tabled)
    for stand, held in groupby(found, key=lambda each: each.position.stand):
        names = [dossier.name_of(each.position.delegation) + _within(dossier, each.differing) for each in held]
        yield para(Piece(f"{stand.value}: ", _STYLES.get(stand, "strong")), ", ".join(names))
    for each in found:
        if each.position.body:
            name = dossier.name_of(each.position.delegation)
            yield para(Piece(f"{name}: ", "strong"), each.position.body, indent=_INDENT)


def _within(dossier: "Dossier", differing: Sequence[Voice]) -> str:
    """“ (but Singapore: delete)”; "" where nobody differs."""
    return f" ({_but(dossier, differing)})" if differing else ""


def _but(dossier: "Dossier", differing: Sequence[Voice]) -> str:
    told = ", ".join(f"{dossier.name_of(each.delegation)}: {each.stand.value}" for each in differing)
    return f"but {told}"
