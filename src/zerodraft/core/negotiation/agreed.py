"""Paragraphs agreed ad referendum: their wording is closed until a reopening is recorded.

Nothing says “locked” anywhere: the wording is that of the text on which it was agreed, and each look compares it with
the text of today.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.text.draft import Draft

_MARKS = re.compile(r" ?\[(?:\^[^\]\s\[^]{1,40}|agreed(?: ad ref[^\]]{0,12})?|ad ref[^\]]{0,12})\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agreed:
    """One agreed paragraph: the decision that holds, its words then, and the paragraph where it stands today, None
    where it stands no more. It `stands` when it has those very words."""

    decision: Decision
    words: str
    ordinal: int | None
    stands: bool


def agreed_paragraphs(decisions: Iterable[Decision], lineage: Lineage) -> tuple[Agreed, ...]:
    """All that are agreed and not reopened since, in the order of their decisions.

    A decision on a text that is not in the lineage is passed over: nobody can tell its words.
    """
    texts = {version.text_id: number for number, version in enumerate(lineage.versions)}
    held: dict[int, Decision] = {}
    for each in sorted(decisions, key=lambda decision: (decision.date, decision.id)):
        identity = _identity(each.anchor, texts, lineage)
        if identity is None or each.verdict not in (Verdict.AGREE, Verdict.REOPEN):
            continue
        held.pop(identity, None)
        if each.verdict is Verdict.AGREE:
            held[identity] = each
    today = {identity: ordinal for ordinal, identity in enumerate(lineage.identities[-1])} if lineage.versions else {}
    return tuple(_compared(identity, each, today, (texts, lineage)) for identity, each in held.items())


def as_adopted(agreed: Iterable[Agreed], draft: Draft) -> tuple[Agreed, ...]:
    """The same of a text that was adopted: reservations put marks of footnotes to agreed words, the marks of the
    agreement itself are gone, and no word is changed."""
    return tuple(
        each if each.stands or each.ordinal is None else _beside_notes(each, draft.paragraphs[each.ordinal].text)
        for each in agreed
    )


def _beside_notes(agreed: Agreed, words: str) -> Agreed:
    return replace(agreed, stands=_MARKS.sub("", words) == _MARKS.sub("", agreed.words))


def _identity(anchor: Anchor | None, texts: Mapping[str, int], lineage: Lineage) -> int | None:
    number = None if anchor is None else texts.get(anchor.text_id)
    if anchor is None or number is None or anchor.ordinal >= len(lineage.identities[number]):
        return None
    return lineage.identities[number][anchor.ordinal]


def _compared(
    identity: int, decision: Decision, today: Mapping[int, int], record: tuple[Mapping[str, int], Lineage]
) -> Agreed:
    texts, lineage = record
    assert decision.anchor is not None  # it has an identity
    words = lineage.versions[texts[decision.anchor.text_id]].draft.paragraphs[decision.anchor.ordinal].text
    ordinal = today.get(identity)
    paragraphs = lineage.versions[-1].draft.paragraphs
    return Agreed(decision, words, ordinal, ordinal is not None and paragraphs[ordinal].text == words)
