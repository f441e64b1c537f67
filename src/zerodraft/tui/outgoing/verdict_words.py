"""What was found in a file that was compared with the adopted words, as plain text."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from zerodraft.core.comparison.changes import Op, Run

if TYPE_CHECKING:
    from zerodraft.desk.verifying import Divergence, Verdict

_MARKS = {Op.KEPT: "{}", Op.INSERTED: "{{++{}++}}", Op.DELETED: "{{--{}--}}"}
_AROUND = 40  # characters of unchanged words that are told beside a change


def verdict_words(verdict: "Verdict") -> str:
    """The answer, then each paragraph that differs, `{--adopted--}{++in the file++}`."""
    return "\n\n".join(_told(verdict))


def _told(verdict: "Verdict") -> Iterator[str]:
    named = f"{verdict.version.designation} of {verdict.title}"
    if verdict.holds:
        yield f"✓ It holds exactly the adopted words: {named}."
    else:
        yield f"✗ It does not hold the adopted words: {named}."
    yield f"Fingerprint of the adopted words\n{verdict.fingerprint}"
    if verdict.found and verdict.found != verdict.fingerprint:
        yield f"Fingerprint of the words in the file\n{verdict.found}"
    yield from verdict.notices
    if verdict.divergences:
        yield "Where it differs: {--adopted--} {++in the file++}"
    yield from map(_divergence, verdict.divergences)


def _divergence(each: "Divergence") -> str:
    return f"{each.cite or 'only in the file'}\n{_redline(each.difference.runs)}"


def _redline(runs: Iterable[Run]) -> str:
    return "".join(_MARKS[op].format(text if op is not Op.KEPT else _shortened(text)) for op, text in runs)


def _shortened(text: str) -> str:
    if len(text) <= 2 * _AROUND:
        return text
    return f"{text[:_AROUND]} … {text[-_AROUND:]}"
