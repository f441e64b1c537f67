"""What the words of a compilation are: of the text or offered, signs of a bracket, names of delegations."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import groupby

from zerodraft.core.negotiation.compilation_rows import InlineRow
from zerodraft.core.text.bracket import Bracket, Sort, brackets
from zerodraft.core.text.splice import Span
from zerodraft.export.word.document import Role
from zerodraft.export.word.shown import Atom, atoms


class _Part(IntEnum):
    """Of a bracket."""

    WORDS = 0
    SIGN = 1
    NAMES = 2


_ROLES = {
    (_Part.WORDS, False): Role.TEXT,
    (_Part.SIGN, False): Role.SIGN,
    (_Part.NAMES, False): Role.NAMES,
    (_Part.WORDS, True): Role.OFFERED,
    (_Part.SIGN, True): Role.OFFERED_SIGN,
    (_Part.NAMES, True): Role.OFFERED_NAMES,
}


Playing = Sequence[tuple[Atom, Role]]
"""Atoms, each in one role."""


def played(rows: Sequence[InlineRow]) -> Iterator[Playing]:
    """For each row what is shown of it. A bracket may go on over several rows."""
    spans = list(_spans(rows))
    source = "\n".join(row.words for row in rows)
    parts = bytearray(len(source))
    for bracket in sorted(brackets(source, spans).found, key=lambda each: each.depth):
        _take(bracket, source, parts)
    for row, span in zip(rows, spans, strict=True):
        put_in = bytearray(len(row.words))
        for start, end in row.put_in:
            put_in[start:end] = b"\1" * (end - start)
        own = parts[span.start : span.end]
        roles = [_ROLES[_Part(part), bool(offered)] for part, offered in zip(own, put_in, strict=True)]
        yield [each for atom in atoms(row.words) for each in _cut(atom, roles)]


def _spans(rows: Sequence[InlineRow]) -> Iterator[Span]:
    done = 0
    for row in rows:
        yield Span(done, done + len(row.words))
        done += len(row.words) + 1


def _take(bracket: Bracket, source: str, parts: bytearray) -> None:
    start, end = bracket.span
    parts[start] = parts[end - 1] = _Part.SIGN
    if bracket.sort is Sort.AGREED:
        parts[start:end] = bytes([_Part.NAMES]) * (end - start)
        return
    done = start + 1
    for span in (*(each.span for each in bracket.alternatives), Span(end - 1, end - 1)):
        for at in range(done, span.start):
            parts[at] = _Part.NAMES
        slash = source.rfind("/", done, span.start)
        if slash >= 0:
            parts[slash] = _Part.SIGN
        done = max(done, span.end)


def _cut(atom: Atom, roles: Sequence[Role]) -> Iterator[tuple[Atom, Role]]:
    """What stands in Markdown as it is shown may be in several roles."""
    start, end = atom.start, atom.end
    if atom.note or len(atom.text) != end - start:
        yield atom, roles[start]
        return
    for role, places in groupby(range(start, end), key=roles.__getitem__):
        first, *rest = places
        last = rest[-1] + 1 if rest else first + 1
        yield atom._replace(start=first, end=last, text=atom.text[first - start : last - start]), role
