"""Whose words a row of a table is: “Japan”, “Japan and Chile”, “Indonesia on behalf of ASEAN”. Nobody is guessed."""

import re
from collections import Counter
from collections.abc import Iterator

from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.intake.comment_table import CommentTable
from zerodraft.intake.contributors import Contributor

_LONGEST = 400
_MOST = 40
_FOR = re.compile(r"(.+?),? *\b(?:on behalf of|speaking for|for|atas nama|mewakili)\b *(?:the )?(.+)", re.IGNORECASE)
# The further down, the oftener such a sign stands inside of a name: “Iran, Islamic Republic of”.
_BETWEEN = (
    re.compile(r"\s*[;\n|]\s*"),
    re.compile(r"\s*[/&+]\s*"),
    re.compile(r"\s*\b(?:and|dan|with|serta)\b\s*", re.IGNORECASE),
    re.compile(r"\s*,\s*(?:\b(?:and|dan)\b\s*)?", re.IGNORECASE),
)
_AROUND = " .,:;()[]"


def speakers(written: str, delegations: Delegations) -> tuple[str, ...]:
    """The codes of all who are named, the first one's words; () where one of them is unknown.

    Who speaks for a group of which it is a member is not named beside it.
    """
    if len(written) > _LONGEST:
        return ()
    return tuple(dict.fromkeys(_named(" ".join(written.split(" ")).strip(), delegations)))[:_MOST]


def _named(written: str, delegations: Delegations) -> Iterator[str]:
    found = delegations.resolve(written) or delegations.resolve(written.strip(_AROUND))
    if found is not None:
        yield found.code
        return
    behalf = _FOR.fullmatch(written)
    if behalf is not None:
        yield from _on_behalf(speakers(behalf[1], delegations), speakers(behalf[2], delegations), delegations)
        return
    for sign in _BETWEEN:
        parts = [part for part in sign.split(written) if part.strip(_AROUND)]
        named = [speakers(part, delegations) for part in parts] if len(parts) > 1 else []
        if named and all(named):
            for codes in named:
                yield from codes
            return


def _on_behalf(speaker: tuple[str, ...], for_whom: tuple[str, ...], delegations: Delegations) -> Iterator[str]:
    if speaker and for_whom:
        members = {member for code in for_whom for member in delegations.members_of(code)}
        yield from for_whom
        yield from (code for code in speaker if code not in members)


def contributors_of(table: CommentTable) -> tuple[Contributor, ...]:
    """Everybody whom the rows name, as they are written, in their order: with the characters of the changes that they
    propose, and how many rows of theirs have a comment. "" for rows that name nobody."""
    characters: Counter[str] = Counter()
    remarks: Counter[str] = Counter()
    for row in table.rows:
        characters[row.delegation] += len(row.proposal)
        remarks[row.delegation] += bool(row.comment)
    return tuple(Contributor(name, characters[name], remarks[name]) for name in characters)
