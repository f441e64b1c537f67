"""What a house only tells itself, and what is still to be written: none of it may leave in a final text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from zerodraft.core.gate.findings import Barrier
from zerodraft.core.text.bracket import comments
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.splice import Span

_NOT_A_NUMERAL = r"(?<!chapter )(?<!article )(?<!section )(?<!session )(?<!annex )(?<!part )"
_NOTE_WORDS = (
    r"(?:note (?:by|from|of|to|for) (?:the )?(?:secretariat|drafters?|editors?|chair|translators?)"
    r"|(?:drafting|drafter['’]?s?|editorial|editor['’]?s|secretariat|internal|placeholder) (?:note|comment)s?"
    r"|catatan (?:sekretariat|penyusun|perancang|internal|redaksi|untuk penyusun))"
)


class _Sign(NamedTuple):
    """What betrays a note, and how it is told."""

    code: str
    pattern: re.Pattern[str]
    sentence: str


_SIGNS = (
    _Sign(
        "change-mark", re.compile(r"\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}"), "A mark of a change is left here."
    ),
    _Sign(
        "internal-note",
        re.compile(rf"\[?\b{_NOTE_WORDS}\b[^\]\n]{{0,200}}\]?", re.IGNORECASE),
        "A note that the house wrote to itself stands here.",
    ),
    _Sign(
        "internal-note",
        re.compile(rf"\b(?:TODO|FIXME|TBD|TBC|T\.B\.[CD]\.|{_NOT_A_NUMERAL}XXX+)(?!\w)|\?\?+"),
        "Something is still to be done here.",
    ),
    _Sign("placeholder", re.compile(r"_{3,}|\.{5,}|\b[Ll]orem ipsum\b"), "A blank is still to be filled in here."),
)
# Below the adopted words of a Markdown file of ours.
_FINGERPRINT = re.compile(r"[^\W\d_][^:]{0,80} \(SHA-256\): [0-9a-f]{64}")
_WAY = "Take it out: zerodraft edit {slug} {cite}"


def house_notes(draft: Draft) -> Iterator[Barrier]:
    """One finding for each: comments of the source, notes in words, marks of changes, blanks."""
    source = draft.source
    hidden = list(comments(source))
    for span in hidden:
        if _says_something(span, draft):
            yield Barrier("internal-note", _of_comment(span, source), _WAY_OF_SOURCE, _at(draft, span.start), span)
    taken = bytearray(len(source))
    for span in hidden:
        taken[span.start : span.end] = b"\1" * span.length
    for sign in _SIGNS:
        for found in sign.pattern.finditer(source, draft.front_matter.end):
            span = Span(*found.span())
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * span.length
                yield Barrier(sign.code, sign.sentence, _WAY, _at(draft, span.start), span)
    if source[: draft.front_matter.end].strip("\ufeff \r\n"):
        sentence = "The file begins with lines about itself; they leave with a Markdown file."
        yield Barrier("front-matter", sentence, _WAY_OF_SOURCE, None, draft.front_matter, stops=False)


def comments_with_words(draft: Draft) -> int:
    """How many comments of the source say something that no reader sees; the fingerprint that we write is none."""
    return sum(_says_something(span, draft) for span in comments(draft.source))


def _says_something(span: Span, draft: Draft) -> bool:
    words = _words_of(span, draft.source)
    return span.end > draft.front_matter.end and bool(words) and not _FINGERPRINT.fullmatch(words)


_WAY_OF_SOURCE = "Take it out of declarations/{slug}/text.md: zerodraft edit {slug}"


def _of_comment(span: Span, source: str) -> str:
    words = _words_of(span, source)
    shown = words if len(words) <= 60 else f"{words[:60]}…"
    return f"A comment that no reader sees stands in the text: “{shown}”."


def _words_of(span: Span, source: str) -> str:
    """What a comment says; an empty one parts two lists in Markdown, and says nothing."""
    return " ".join(span.of(source).removeprefix("<!--").removesuffix("-->").split())


def _at(draft: Draft, place: int) -> int | None:
    """The paragraph at a place of the source, else the one before it."""
    after = bisect_right(draft.paragraphs, place, key=lambda each: each.span.start)
    return draft.paragraphs[after - 1].ordinal if after else None
