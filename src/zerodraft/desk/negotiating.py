"""The acts of a negotiation: what delegations propose and where they stand, what the room decides."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from zerodraft.desk import (
    adopting,
    agreeing,
    deciding,
    positions,
    proposing,
    resolving,
)
from zerodraft.desk.adopting import Adoption
from zerodraft.desk.agreeing import Closing
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.enquiries import Enquiries
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.desk.resolving import Settlement

if TYPE_CHECKING:
    from zerodraft.desk.arriving import Delivery, Preview
    from zerodraft.desk.taking_in import Consent


class Negotiating(Enquiries):
    """One workspace in which proposals are made and decided."""

    def propose(self, dossier: Dossier, offer: Offer) -> Done:
        """Record a proposal in the name of its delegations."""
        return proposing.propose(self.room, dossier, offer)

    def words_to_amend(self, dossier: Dossier, offer: Offer) -> str:
        """Refuse an offer of nobody, or on what isn't there, before its words are typed; the words it is about."""
        return proposing.words_to_amend(self.room, dossier, offer)

    def take_position(self, dossier: Dossier, opinion: Opinion) -> Done:
        """Record where a delegation stands on a proposal, on words, or on a paragraph."""
        return positions.take_position(self.room, dossier, opinion)

    def words_to_settle(self, dossier: Dossier, numbers: Sequence[str]) -> str:
        """Refuse proposals that can't be accepted with any words, before those are typed; the words as proposed."""
        return deciding.words_to_settle(dossier, numbers)

    def look_into(self, dossier: Dossier, delivery: "Delivery") -> "Preview":
        """Read a file that a delegation sent, and say what it would bring. Nothing is recorded."""
        from zerodraft.desk import arriving

        return arriving.look_into(self.room, dossier, delivery)

    def take_in(self, dossier: Dossier, preview: "Preview", consent: "Consent", *, anyway: bool = False) -> Done:
        """Record what a file says, in one act; `anyway` also where it was rather made on another version."""
        from zerodraft.desk import arriving, taking_in

        arriving.require_sure(dossier, preview, anyway=anyway)
        return taking_in.record(self.room, dossier, preview.arrived, consent)

    def decide(self, dossier: Dossier, ruling: Ruling) -> Done:
        """Record what becomes of proposals, with the text that it makes, in one act."""
        return deciding.decide(self.room, dossier, ruling)

    def resolve(self, dossier: Dossier, settlement: Settlement) -> Done:
        """Record that a bracket is settled, with the text that this makes."""
        return resolving.settle(self.room, dossier, settlement)

    def agree(self, dossier: Dossier, closing: Closing) -> Done:
        """Mark paragraphs as agreed ad referendum."""
        return agreeing.agree(self.room, dossier, closing)

    def adopt(self, dossier: Dossier, wanted: Adoption) -> Done:
        """Record the adoption of the text, or a corrigendum; refused where the gate holds it."""
        return adopting.adopt(self.room, dossier, wanted)

    def reopen(self, dossier: Dossier, closing: Closing) -> Done:
        """Open agreed paragraphs again."""
        return agreeing.reopen(self.room, dossier, closing)
