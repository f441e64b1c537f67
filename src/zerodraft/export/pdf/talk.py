"""Comments on paper: a number after the words that they are about, the threads below the paragraph."""

from collections.abc import Iterator, Sequence

from zerodraft.core.text.inline import Stretch, cut
from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.labels import labels_for
from zerodraft.export.page_labels import page_labels_for
from zerodraft.export.pdf.paper import Block, Pieces, line
from zerodraft.export.sheet import Sheet

Sign = tuple[int, str]
"""How many characters of a paragraph's text stand before it, and the number of the thread."""


class Talk:
    """All threads of a sheet, numbered from 1 in their order."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._labels = labels_for(sheet.spoken)
        self._words = page_labels_for(sheet.spoken)
        self._beside: dict[int | None, list[tuple[str, Discussed]]] = {}
        for number, thread in enumerate(sheet.threads, start=1):
            self._beside.setdefault(thread.ordinal, []).append((str(number), thread))

    def signs(self, ordinal: int, end: int) -> Sequence[Sign]:
        """Those of one paragraph, in the order of the text; of what was said of all of it at its `end`."""
        found = self._beside.get(ordinal, ())
        return sorted(((each.end if each.end > each.start else end), number) for number, each in found)

    def below(self, ordinal: int) -> Iterator[Block]:
        """The threads of one paragraph."""
        yield from (self._thread(*each) for each in self._beside.get(ordinal, ()))

    def elsewhere(self) -> Iterator[Block]:
        """The threads on the text as a whole, and those whose words are gone."""
        if None in self._beside:
            yield {"k": "heading", "w": (self._words.elsewhere,), "l": 1}
            yield from (self._thread(*each) for each in self._beside[None])

    def _thread(self, number: str, thread: Discussed) -> Block:
        state = self._words.states.get(thread.status, thread.status)
        head: Pieces = (("b", f"{number}  ", ""), *self._speaker(thread.root), line(f" · {state}"))
        lines = [head, *self._quote(thread), *_lines(thread.root)]
        for each in thread.replies:
            lines += [("– ", *self._speaker(each)), *_lines(each)]
        sign = number if thread.ordinal is not None else ""
        return {"k": "talk", "lines": lines, "sign": sign}

    def _speaker(self, said: Said) -> Pieces:
        return ("b", line(said.name), ""), f" · {self._words.dated(said.date.date())}"

    def _quote(self, thread: Discussed) -> Iterator[Pieces]:
        """Which words were read, where these are no longer the words above."""
        stands = ""
        if thread.ordinal is not None:
            stands = self._sheet.draft.paragraphs[thread.ordinal].text[thread.start : thread.end]
        if thread.quote == stands or (thread.ordinal is not None and not thread.quote):
            return
        place = ", ".join(filter(None, (thread.read_on, self._labels.place(thread.cited_then))))
        quote = f"“{thread.quote}”" if thread.quote else ""
        before, between, after = self._words.said_of.split("{}")
        yield (("i", line(f"{before}{place}{between}{quote}{after}" if quote else place), ""),)


def _lines(said: Said) -> list[Pieces]:
    return [(line(each),) for each in said.text.split("\n") if each.strip()]


def with_signs(stretches: Sequence[Stretch], signs: Sequence[Sign], start: int, end: int) -> Iterator[Stretch | str]:
    """What is shown of `start` to `end`, with the numbers of the threads on it as texts."""
    place = start
    for offset, number in signs:
        if start < offset <= end:
            yield from cut(stretches, place, offset)
            yield number
            place = offset
    yield from cut(stretches, place, end)
