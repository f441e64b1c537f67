"""Comments on a page: a sign after the words that they are about, the threads beside the paragraph."""

from collections.abc import Iterator

from zerodraft.core.text.visible import visible
from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.html.frame import in_labels, in_text
from zerodraft.export.html.hands import Parties
from zerodraft.export.html.words import Cue, Cues, safe
from zerodraft.export.labels import Labels
from zerodraft.export.page_labels import PageLabels, page_labels_for
from zerodraft.export.sheet import Sheet


class Talk:
    """All threads of a sheet, numbered from 1 in their order."""

    def __init__(self, sheet: Sheet, labels: Labels, parties: Parties) -> None:
        self._sheet = sheet
        self._labels = labels
        self._words: PageLabels = page_labels_for(labels.language)
        self._parties = parties
        self._threads = dict(enumerate(sheet.threads, start=1))
        self._spoken = in_labels(sheet, labels)
        self._beside: dict[int, list[int]] = {}
        for number, thread in self._threads.items():
            if thread.ordinal is not None:
                self._beside.setdefault(thread.ordinal, []).append(number)

    def __bool__(self) -> bool:
        return bool(self._threads)

    def cues(self) -> Cues:
        """The signs in the text, by the paragraph."""
        return {ordinal: self._signs(numbers) for ordinal, numbers in self._beside.items()}

    def _signs(self, numbers: list[int]) -> list[Cue]:
        found = [Cue(thread.start, thread.end, self._sign(each)) for each in numbers if (thread := self._threads[each])]
        return sorted(found, key=lambda cue: (cue.start == cue.end, cue.end))

    def _sign(self, number: int) -> str:
        told = safe(_filled(self._words.comment, str(number), self._threads[number].root.name))
        link = f'href="#c-{number}" id="w-{number}" aria-label="{told}"'
        return f'<a class="cue {self._classes(number)}" {link}{self._spoken}>{number}</a>'

    def _classes(self, number: int) -> str:
        thread = self._threads[number]
        state = "resolved" if thread.is_resolved else "unresolved"
        return f"{state}{self._parties.all_of(said.name for said in thread.said)}"

    def names(self, ordinal: int) -> Iterator[str]:
        """Everybody who said something of a paragraph."""
        return (said.name for number in self._beside.get(ordinal, ()) for said in self._threads[number].said)

    def beside(self, ordinal: int, classes: str = "") -> str:
        """The threads of one paragraph, "" where there are none."""
        numbers = self._beside.get(ordinal, [])
        if not numbers:
            return ""
        cited = self._labels.cited(self._sheet.numbers[ordinal])
        return self._list(numbers, self._words.comments_on.replace("{}", cited), classes)

    def elsewhere(self) -> str:
        """The threads on the text as a whole, and those whose words are gone."""
        numbers = [number for number, thread in self._threads.items() if thread.ordinal is None]
        if not numbers:
            return ""
        head = f'<h2 id="elsewhere">{self._words.elsewhere}</h2>'
        listed = self._list(numbers, self._words.elsewhere, "")
        return f'<section class="elsewhere"{self._spoken} aria-labelledby="elsewhere">\n{head}\n{listed}</section>\n'

    def _list(self, numbers: list[int], label: str, classes: str) -> str:
        threads = "\n".join(map(self._thread, numbers))
        return f'<ul class="talk{classes}" aria-label="{safe(label)}"{self._spoken}>\n{threads}\n</ul>\n'

    def _thread(self, number: int) -> str:
        thread = self._threads[number]
        head, rest = self._head(number, thread), self._rest(thread)
        if thread.is_resolved:
            inside = f"<details><summary>{head}</summary>{rest}</details>"
        else:
            inside = f'<p class="head">{head}</p>{rest}'
        return f'<li class="thread {self._classes(number)}" id="c-{number}">{inside}</li>'

    def _head(self, number: int, thread: Discussed) -> str:
        """“3 Japan · 16 November 2021 · open”; the number leads back to the words."""
        sign = str(number)
        if thread.ordinal is not None and not thread.is_resolved:
            told = safe(self._words.to_words.replace("{}", sign))
            sign = f'<a href="#w-{number}" aria-label="{told}">{number}</a>'
        state = safe(self._words.states.get(thread.status, thread.status))
        return f'<span class="sign">{sign}</span> {self._speaker(thread.root)} · <span class="state">{state}</span>'

    def _speaker(self, said: Said) -> str:
        day = said.date.date()
        name = f'<strong dir="auto">{safe(said.name)}</strong>'
        return f'{name} · <time datetime="{day.isoformat()}">{self._words.dated(day)}</time>'

    def _rest(self, thread: Discussed) -> str:
        replies = "".join(
            f'<li><p class="head">{self._speaker(each)}</p>{_lines(each)}</li>' for each in thread.replies
        )
        return f"{self._quote(thread)}{_lines(thread.root)}" + (f"<ul>{replies}</ul>" if replies else "")

    def _quote(self, thread: Discussed) -> str:
        """Which words were read, where these are no longer the words beside the comment."""
        stands = ""
        if thread.ordinal is not None:
            stands = self._sheet.draft.paragraphs[thread.ordinal].text[thread.start : thread.end]
            if not thread.quote or stands == thread.quote:
                return ""
        place = f"{thread.read_on}, {self._labels.place(thread.cited_then)}" if thread.cited_then else thread.read_on
        quote = f"“{thread.quote}”" if thread.quote else ""
        told = _filled(self._words.said_of, place, quote) if quote else place
        tongue = in_text(self._sheet, self._labels) or ' dir="auto"'
        return f'<p class="quote"{tongue}>{safe(told)}</p>' if told else ""


def _filled(phrase: str, first: str, second: str) -> str:
    before, between, after = phrase.split("{}")
    return f"{before}{first}{between}{second}{after}"


def _lines(said: Said) -> str:
    """The words of a comment; an empty line begins a new paragraph, and nothing in it is more than words."""
    found = (block.strip("\n") for block in visible(said.text).split("\n\n"))
    return "".join(f'<p dir="auto">{"<br>".join(map(safe, block.split(chr(10))))}</p>' for block in found if block)


def everybody(sheet: Sheet) -> Iterator[str]:
    """The names of all who said something."""
    return (said.name for thread in sheet.threads for said in thread.said)
