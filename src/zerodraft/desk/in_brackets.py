"""Proposals put into the text in brackets, each wording with the delegations that stand behind it."""

from collections.abc import Iterable, Sequence

from zerodraft.core.comparison.dispute import readable
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.alternatives import Choice, alternatives
from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.putting_in import splices
from zerodraft.core.negotiation.review import latest
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.splice import splice
from zerodraft.desk.dossier import Dossier
from zerodraft.errors import Refusal

_FOR = (Stand.SUPPORT, Stand.RETAIN)


def bracketed(dossier: Dossier, chosen: Sequence[Tabled]) -> str:
    """The source with the wordings of these proposals, and the one that stands there, in brackets. Those that are about
    the same paragraphs share their brackets."""
    made = [each for group in _groups(chosen) for each in splices(dossier.draft, _in_one(dossier, group))]
    return splice(dossier.draft.source, sorted(made))


def _groups(chosen: Sequence[Tabled]) -> list[list[Tabled]]:
    """Those that are about the same paragraphs, or about some of them, together."""
    groups: list[list[Tabled]] = []
    for each in sorted(chosen, key=lambda tabled: (tabled.first, tabled.last)):
        before = groups[-1] if groups else []
        goes_on = before and each.first < max(other.last for other in before)
        if goes_on or (before and (before[0].first, before[0].last) == (each.first, each.last)):
            before.append(each)
        else:
            groups.append([each])
    return groups


def _in_one(dossier: Dossier, group: Sequence[Tabled]) -> Tabled:
    """All of them as one proposal with brackets."""
    if moving := [each.proposal.number for each in group if each.to is not None]:
        raise Refusal(f"{moving[0]} moves paragraphs; a bracket can't hold that.", "Accept it, or reject it.")
    first, last = min(each.first for each in group), max(each.last for each in group)
    stands = _texts(dossier, first, last)
    choices = [Choice(stands, _names(dossier, _against(dossier, group)))] if first < last else []
    for each in group:
        wording = (*_texts(dossier, first, each.first), *each.own_wording, *_texts(dossier, each.last, last))
        choices.append(Choice(wording, _names(dossier, _behind(dossier, each))))
    words = alternatives(dossier.draft, first, last, choices)
    return group[0]._replace(outcome=Outcome.CLEAN, first=first, last=last, wording=words, to=None)


def _behind(dossier: Dossier, tabled: Tabled) -> tuple[str, ...]:
    """The codes of those that propose it, then of those that support it."""
    said = _said(dossier, tabled)
    return (*tabled.proposal.delegations, *(each.delegation for each in said if each.stand in _FOR))


def _against(dossier: Dossier, group: Sequence[Tabled]) -> tuple[str, ...]:
    """The codes of those that want the words as they stand: they asked to delete every one of the proposals."""
    against = [
        {each.delegation: None for each in _said(dossier, tabled) if each.stand is Stand.DELETE} for tabled in group
    ]
    return tuple(code for code in against[0] if all(code in each for each in against))


def _said(dossier: Dossier, tabled: Tabled) -> tuple[Position, ...]:
    return latest(dossier.positions_on(tabled.proposal.id))


def _names(dossier: Dossier, codes: Iterable[str]) -> tuple[str, ...]:
    """As they are printed, each once; the code where a name would not be read back as one."""
    names = {code: dossier.name_of(code) for code in dict.fromkeys(codes)}
    return tuple(name if readable(name) else code for code, name in names.items())


def _texts(dossier: Dossier, first: int, last: int) -> tuple[str, ...]:
    return tuple(each.text for each in dossier.draft.paragraphs[first:last])
