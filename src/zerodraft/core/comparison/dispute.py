"""A dispute: words that two sides worded differently, written as the field writes them.

    [shall - Japan / should - EU]   [in the region - Japan; EU delete]   [shall / should]   [in the region]

The grammar is that of `core.text.bracket`, which reads each of them back as it was meant: so words that hold
alternatives of their own stand in brackets of their own, and a name that could not be read back is left out.
"""

from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.text.bracket import Bracket, Sort, brackets
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import Span
from zerodraft.core.text.words import words


@dataclass(frozen=True, slots=True)
class Dispute:
    """`span` is the bracket in the merged source, with both signs. `base` is what stood there before, `ours` and
    `theirs` are the two wordings, as they were typed; "" where a side took the words out."""

    span: Span
    base: str
    ours: str
    theirs: str


class Wording(NamedTuple):
    """Words with as many brackets before and after them as belong to a bracket over several paragraphs."""

    opened: int
    words: str
    closed: int

    @classmethod
    def of(cls, text: str) -> "Wording":
        """Inside a dispute such a bracket would end it, or go on after it: it stands around the dispute."""
        strays = brackets(text).unbalanced
        if not strays:
            return cls(0, text, 0)
        closed = sum(text[place] == "]" for place in strays)
        ends = zip((-1, *strays), (*strays, len(text)), strict=True)
        kept = " ".join([text[start + 1 : end].strip() for start, end in ends])
        return cls(len(strays) - closed, kept.strip(), closed)


def in_brackets(ours: str, theirs: str, names: tuple[str, str]) -> str:
    """Two wordings in one bracket, ours first; where one side took the words out, the other's with its objection."""
    ours_name, theirs_name = names
    ours, theirs = _shielded(ours), _shielded(theirs)
    if bracketed := _one_in_brackets(ours, theirs):
        return _alone(_as_one_wording(bracketed))
    if ours and theirs:
        return f"[{_attributed(ours, ours_name)} / {_attributed(theirs, theirs_name)}]"
    wording, author, objector = (ours, ours_name, theirs_name) if ours else (theirs, theirs_name, ours_name)
    positions = [author] if author else []
    if objector:
        positions.append(f"{objector} delete")
    return _alone(_attributed(wording, "; ".join(positions)))


def in_block_brackets(ours: str, theirs: str, line_end: str) -> str:
    """Two tables, one of which may be missing, between signs on lines of their own: a sign inside would break them."""
    parting = 2 * line_end
    return f"[{parting}{f'{parting}/{parting}'.join(filter(None, (ours, theirs)))}{parting}]"


def readable(name: str) -> str:
    """The name if it reads as that of a delegation inside a bracket, else ""."""
    found = brackets(f"[words - {name}]").found
    positions = [each for bracket in found for alternative in bracket.alternatives for each in alternative.positions]
    return name if [(each.name, each.stance) for each in positions] == [(name, Stance.PROPOSE)] else ""


def _shielded(wording: str) -> str:
    """The words as a sign may follow them, which a backslash at their end would hide."""
    return f"{wording} " if wording.endswith("\\") else wording


def _alone(wording: str) -> str:
    """One wording in a bracket; in two where it would read as several, as `a/b` does, or as agreed."""
    whole = _whole(f"[{wording}]")
    return f"[[{wording}]]" if whole and not _is_one_wording(whole) else f"[{wording}]"


def _one_in_brackets(ours: str, theirs: str) -> str:
    """The wording that differs from the other only by its brackets: that it isn't agreed is all the dispute."""
    for bracketed, bare in ((ours, theirs), (theirs, ours)):
        if words(bare) == [word for word in words(bracketed) if word not in ("[", "]")]:
            return bracketed
    return ""


def _attributed(wording: str, positions: str) -> str:
    return f"{_as_one_wording(wording)} - {positions}" if positions else _as_one_wording(wording)


def _as_one_wording(wording: str) -> str:
    """The words as they may stand between two signs: `[shall]` needs no brackets of its own, `shall / may` does."""
    own = _whole(wording)
    if own and _is_one_wording(own) and not own.alternatives[0].positions:
        return own.alternatives[0].text
    beside_another = _whole(f"[{wording} / other]")
    return f"[{wording}]" if beside_another and len(beside_another.alternatives) != 2 else wording


def _whole(wording: str) -> Bracket | None:
    """The bracket that these words are, from the first sign to the last."""
    found = brackets(wording).found
    return found[0] if found and found[0].span == Span(0, len(wording)) else None


def _is_one_wording(bracket: Bracket) -> bool:
    return bracket.sort is Sort.DISPUTED and len(bracket.alternatives) == 1
