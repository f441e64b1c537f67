"""Some paragraphs with all that is proposed for their words, in brackets."""

from collections.abc import Iterable, Iterator, Sequence

from zerodraft.core.comparison.merge_passage import BREAK
from zerodraft.core.negotiation.bracket_marks import OpenWords, Wording, put_among
from zerodraft.core.negotiation.disputed_words import Disputed, disputed
from zerodraft.core.negotiation.stands import Entry, on_the_offer, on_the_standing
from zerodraft.core.negotiation.word_stream import EDGE, PILCROW, Base, Rival
from zerodraft.core.negotiation.working_text import WorkingText
from zerodraft.core.text.splice import Span


def bracketed(text: WorkingText, entries: Sequence[Entry]) -> tuple[OpenWords, ...]:
    """The outermost brackets in the order of the text, for proposals that replace, delete or move paragraphs. Raises
    `Inseparable` with the places in `entries` of those that no bracket can hold."""
    first = min(each.amendment.first for each in entries)
    base = Base.of(text.draft, first, max(each.amendment.last for each in entries))
    rivals = [
        Rival.of(base, base.words_of(each.amendment.first, each.amendment.last), each.amendment.wording)
        for each in entries
    ]
    words = [_open(base, each, entries) for each in disputed(base, rivals)]
    for move in _moves(text, base, entries):
        put_among(words, move)
    return tuple(words)


def _open(base: Base, found: Disputed, entries: Sequence[Entry]) -> OpenWords:
    """The bracket with its claims, at its place in the source."""
    by_words: dict[str, list[Entry]] = {}
    for index, words in found.wordings.items():
        by_words.setdefault(words, []).append(entries[index])
    deleting = by_words.pop("", [])
    is_insertion = found.start == found.end
    offers = [(words, on_the_offer(offering, replaces=not is_insertion)) for words, offering in by_words.items()]
    wordings = tuple(Wording(*each) for each in offers)
    if is_insertion:
        place, before, after = place_of(base, found)
        return OpenWords(place, (), wordings, before, after)
    standing = on_the_standing(deleting, [each for offering in by_words.values() for each in offering])
    if base.stream.words[found.start : found.end] == (BREAK,):
        end = base.ends[found.start]
        return OpenWords(Span(end, end), standing, wordings, " ", "", (), PILCROW)
    span = Span(base.starts[found.start], base.ends[found.end - 1])
    return OpenWords(span, standing, wordings, inner=tuple(_open(base, each, entries) for each in found.inner))


def place_of(base: Base, found: Disputed) -> tuple[Span, str, str]:
    """Where words are put in, and the white space to put in with them: that of the text parts them on one side."""
    word, gap = found.start, base.stream.gaps[found.start]
    if gap == EDGE and (word == len(base.starts) or base.stream.words[word] == BREAK):
        end = base.bounds[base.paragraph_of(word) - base.first].end
        return Span(end, end), found.lead.replace(EDGE, ""), ""
    start = base.starts[word]
    if gap == "" or found.lead != "":
        before = found.lead if gap == "" else ""
        return Span(start, start), before, found.tail.replace(EDGE, "")
    end = base.ends[word - 1]
    return Span(end, end), "", ""


def _moves(text: WorkingText, base: Base, entries: Iterable[Entry]) -> Iterator[OpenWords]:
    """`[move after 7 - Japan]` at the end of what would move."""
    by_end: dict[int, dict[str, list[Entry]]] = {}
    for each in entries:
        if each.amendment.to is not None:
            where = by_end.setdefault(each.amendment.last, {})
            where.setdefault(moving(text, each.amendment.first, each.amendment.last, each.amendment.to), []).append(
                each
            )
    for last, offers in by_end.items():
        end = base.bounds[last - 1 - base.first].end
        wordings = tuple(Wording(words, on_the_offer(some, replaces=False)) for words, some in offers.items())
        yield OpenWords(Span(end, end), (), wordings, " ")


def moving(text: WorkingText, first: int, last: int, to: int) -> str:
    """How it is written that paragraphs move: `move after 7`, `move 3–4 before 1`, `pindahkan setelah 7`."""
    what = "" if last - first == 1 else f"{text.cited(first, last)} "
    move, after, before = ("pindahkan", "setelah", "sebelum") if text.language == "id" else ("move", "after", "before")
    place = f"{after} {text.numbers[to - 1].cite}" if to else f"{before} {text.numbers[0].cite}"
    return f"{move} {what}{place}"
