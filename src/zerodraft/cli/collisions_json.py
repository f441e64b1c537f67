"""Where proposals meet, for programs."""

from zerodraft.cli.voice import Json
from zerodraft.core.negotiation.clusters import Cluster
from zerodraft.core.negotiation.collisions import Collision, Relation
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.meetings import Meetings, together
from zerodraft.desk.proposal_words import cite_now

_MOST_MERGED = 1000


def meetings_json(dossier: Dossier, met: Meetings) -> Json:
    """`merged` are the paragraphs that two complementary proposals make together; of more than a thousand pairs none
    are told."""
    is_told = len(met.collisions) <= _MOST_MERGED
    return {
        "collisions": [_collision(dossier, each, is_told=is_told) for each in met.collisions],
        "clusters": [_cluster(each) for each in met.clusters],
        "unlike_decisions": [_cluster(each) for each in met.unlike],
        "contradictory_positions": [
            {"delegation": each.delegation, "ways": list(each.ways), "paragraph": each.cite, "words": each.is_on_words}
            for each in met.contradictions
        ],
    }


def _collision(dossier: Dossier, pair: Collision, *, is_told: bool) -> Json:
    can_be = is_told and pair.relation is Relation.COMPLEMENTARY
    merged = together(dossier, pair.one, pair.other) if can_be else None
    return {
        "one": pair.one.proposal.number,
        "other": pair.other.proposal.number,
        "relation": pair.relation.value,
        "paragraph": cite_now(dossier, pair.one),
        "merged": list(merged.wording) if merged else None,
    }


def _cluster(cluster: Cluster) -> Json:
    return {
        "identical": cluster.is_identical,
        "members": [{"number": each.proposal.number, "state": each.standing.status.value} for each in cluster.members],
    }
