"""Whether a file holds exactly some words: line by line, and word by word where it doesn't."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.changes import Run
from zerodraft.core.comparison.redline import redline

# A file with more lines than this is another text, or made to keep us busy.
_MOST_TIMES, _MOST_MORE, _NEAR = 3, 1_000, 100


class Difference(NamedTuple):
    """A line that differs. `ordinal` is the paragraph of the adopted text, None for words that only the file has; the
    runs lead from the adopted words to those of the file."""

    ordinal: int | None
    runs: tuple[Run, ...]


def differences(
    adopted: Sequence[tuple[int, str]], file: Sequence[str], beside: Collection[str] = ()
) -> tuple[Difference, ...]:
    """Where the lines of a file differ from the adopted ones, (ordinal, line) each. Lines that are `beside` the text,
    as those of its cover, are no difference above it, below it, and between it and its footnotes."""
    from difflib import SequenceMatcher

    words = [line for _, line in adopted]
    most = _MOST_TIMES * len(words) + _MOST_MORE
    file, beyond = list(file[:most]), file[most:]
    matcher = SequenceMatcher(None, words, file, autojunk=False)
    found: list[Difference] = []
    for op, first, last, start, end in matcher.get_opcodes():
        if op != "equal":
            is_edge = first == 0 or last == len(words) or words[first].startswith("^1 ")
            around = beside if is_edge else ()
            found += _apart(adopted[first:last], [line for line in file[start:end] if line not in around])
    return (*found, *(Difference(None, tuple(redline("", line))) for line in beyond))


def _apart(adopted: Sequence[tuple[int, str]], file: Sequence[str]) -> list[Difference]:
    """Lines that stand at one place: each with the likest one of the file that follows those before."""
    found: list[Difference] = []
    rest = list(file)
    for ordinal, line in adopted:
        at = _likest(line, rest)
        if at is None:
            found.append(Difference(ordinal, tuple(redline(line, ""))))
            continue
        found += [Difference(None, tuple(redline("", each))) for each in rest[:at]]
        if rest[at] != line:
            found.append(Difference(ordinal, tuple(redline(line, rest[at]))))
        rest = rest[at + 1 :]
    return [*found, *(Difference(None, tuple(redline("", each))) for each in rest)]


_ALIKE = 0.5


def _likest(line: str, others: Sequence[str]) -> int | None:
    """The place of the line with most words in common, among the next hundred; None where none shares half of them."""
    wanted = set(line.split())
    shares = [len(wanted & set(other.split())) / max(1, len(wanted)) for other in others[:_NEAR]]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= _ALIKE else None
