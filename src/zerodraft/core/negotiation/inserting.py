"""Paragraphs that are proposed between two of the text: `[5 bis. We thank the hosts. - Viet Nam]`."""

from collections.abc import Iterator, Sequence
from itertools import islice

from zerodraft.core.negotiation.bracket_marks import OpenWords, Wording
from zerodraft.core.negotiation.stands import Entry, on_the_offer
from zerodraft.core.negotiation.working_text import WorkingText
from zerodraft.core.text.splice import Span


def inserted_paragraphs(text: WorkingText, entries: Sequence[Entry]) -> tuple[OpenWords, ...]:
    """The brackets of all that is put in, or moves, to one place before a paragraph. Those that say the same, or of
    which one answers the other, are alternatives in one bracket."""
    inserting = [each for each in entries if each.amendment.to is None]
    moving = [each for each in entries if each.amendment.to is not None]
    place = inserting[0].amendment.first if inserting else moving[0].amendment.to or 0
    return (*_moved_here(text, moving, place), *_put_in(text, inserting, place))


def _put_in(text: WorkingText, entries: Sequence[Entry], place: int) -> Iterator[OpenWords]:
    labels = text.labels(place)
    for group in _together(entries):
        offers: dict[tuple[str, ...], list[Entry]] = {}
        for each in group:
            offers.setdefault(each.amendment.wording, []).append(each)
        given = tuple(islice(labels, max(map(len, offers))))
        wordings = [
            Wording(_paragraphs(text, given, wording), on_the_offer(some, replaces=False))
            for wording, some in offers.items()
        ]
        yield _between(text, place, tuple(wordings))


def _moved_here(text: WorkingText, entries: Sequence[Entry], place: int) -> Iterator[OpenWords]:
    """`[7 … - Japan]`, where paragraph 7 would go."""
    by_range: dict[tuple[int, int], list[Entry]] = {}
    for each in entries:
        by_range.setdefault((each.amendment.first, each.amendment.last), []).append(each)
    for (first, last), some in by_range.items():
        told = Wording(f"{text.cited(first, last)} …", tuple(each.claim for each in some))
        yield _between(text, place, (told,))


def _together(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The proposals by the bracket in which they stand, in their order."""
    groups: list[list[Entry]] = []
    for entry in entries:
        group = next((some for some in groups if any(_is_of(entry, other) for other in some)), None)
        if group is None:
            groups.append([entry])
        else:
            group.append(entry)
    return groups


def _is_of(entry: Entry, other: Entry) -> bool:
    one, another = entry.tabled.proposal, other.tabled.proposal
    return entry.amendment.wording == other.amendment.wording or one.id == another.answers or one.answers == another.id


def _paragraphs(text: WorkingText, labels: Sequence[str], wording: Sequence[str]) -> str:
    lines = (label + words for label, words in zip(labels, wording, strict=False))
    return (2 * _line_end(text)).join(lines)


def _line_end(text: WorkingText) -> str:
    return "\r\n" if "\r\n" in text.draft.source else "\n"


def _between(text: WorkingText, ordinal: int, wordings: tuple[Wording, ...]) -> OpenWords:
    """A bracket before a paragraph, parted by empty lines from what stands around it."""
    source, line_end = text.draft.source, _line_end(text)
    if not text.draft.paragraphs:
        return OpenWords(Span(len(source), len(source)), (), wordings, 2 * line_end)
    if not ordinal:
        place = text.draft.paragraphs[0].span.start
        return OpenWords(Span(place, place), (), wordings, "", 2 * line_end)
    place = text.draft.paragraphs[ordinal - 1].span.end
    rest = source[place:]
    space = rest[: len(rest) - len(rest.lstrip())]
    is_close = bool(rest.strip()) and space.count("\n") < 2
    return OpenWords(Span(place, place), (), wordings, 2 * line_end, line_end if is_close else "")
