"""Who says what of a proposal: groups for their members, and the members that differ."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.review import Voice, dissenting, latest, voices
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.tui.widgets.card import Para, para
from zerodraft.tui.widgets.row import Piece

if TYPE_CHECKING:
    from zerodraft.core.negotiation.delegation import Delegations
    from zerodraft.desk.dossier import Dossier

_STYLES = {Stand.SUPPORT: "good", Stand.RETAIN: "good", Stand.DELETE: "warning", Stand.RESERVE: "warning"}
_INDENT = 2


def position_paras(dossier: "Dossier", positions: Sequence[Position]) -> Iterator[Para]:
    """One paragraph for each stand, then what was said with it."""
    held = latest(positions)
    heard = voices(held, dossier.delegations)
    for stand in Stand:
        if said_by := [each for each in held if each.stand is stand]:
            names = ", ".join(_named(dossier, each, heard) for each in said_by)
            yield para(Piece(f"{stand.value}: ", _STYLES.get(stand, "strong")), names)
    for each in held:
        if each.body:
            yield para(Piece(f"{dossier.name_of(each.delegation)}: ", "strong"), each.body, indent=_INDENT)


def _named(dossier: "Dossier", position: Position, heard: Sequence[Voice]) -> str:
    """“ASEAN (but Singapore: delete)”, “Japan”, “Singapore (differs from ASEAN)”."""
    name = dossier.name_of(position.delegation)
    differs = dissenting(heard, dossier.delegations, position.delegation)
    if differs:
        told = ", ".join(f"{dossier.name_of(each.delegation)}: {each.stand.value}" for each in differs)
        return f"{name} (but {told})"
    return name


def tally(dossier: "Dossier", tabled: Tabled, positions: Sequence[Position]) -> str:
    """“3 for, 1 against”: delegations that spoke of it besides those that propose it; "" where none did."""
    heard = [
        each for each in voices(positions, dossier.delegations) if not _proposes(dossier.delegations, tabled, each)
    ]
    counts = (
        (sum(each.stand in (Stand.SUPPORT, Stand.RETAIN) for each in heard), "for"),
        (sum(each.stand is Stand.DELETE for each in heard), "against"),
        (sum(each.stand is Stand.RESERVE for each in heard), "reserved"),
        (sum(each.stand is Stand.FLEXIBLE for each in heard), "flexible"),
    )
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def _proposes(known: "Delegations", tabled: Tabled, voice: Voice) -> bool:
    return any(
        voice.delegation == code or voice.delegation in known.members_of(code) for code in tabled.proposal.delegations
    )
