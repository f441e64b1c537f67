"""stub"""

from collections.abc import Iterable, Mapping

from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.tabled import Tabled


def table(
    proposals: Iterable[Proposal], decisions: Iterable[Decision], lineage: Lineage, memory: object = None
) -> Mapping[str, Tabled]:
    return {}
