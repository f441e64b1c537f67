"""The words of a web page that we wrote, as a browser shows them; the page is not believed.

What a page shows depends on its parser and its style. So the page is read by the few forms in which our export writes
it: every tag with its attributes, where it may stand, and a style that is known by its digest. Whatever is written
otherwise is named, and then nothing is claimed of the words that are seen.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from zerodraft.core.text.fingerprint import line_of, row_line
from zerodraft.core.text.footnotes import in_turn
from zerodraft.core.text.visible import visible
from zerodraft.intake.page_forms import BACK, BESIDE, ELSEWHERE, HOLD_WORDS, KNOWN_STYLES, PARAGRAPHS, SKIPS, fitting

_DOCTYPE = "<!DOCTYPE html>"
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [a-z-]+=\"[^\"<>]*\")*)>|([^<]+)|(.)", re.DOTALL)
# We write no references but these.
_LOOSE = re.compile(r"&(?!amp;|lt;|gt;|quot;|#x27;)")
_PROPERTY = re.compile(r' name="(zerodraft-\w+)" content="([^"]*)"')
_NAMED = re.compile(r' (?:href="#|id=")([^"]+)"')
_CITED = re.compile("\0([^\0]*)\0")
_MOST = 3


class PageWords(NamedTuple):
    """`lines` are canonical (`core.text.fingerprint`), those of title block and foot among them. `foreign` are pieces
    of the file that our export doesn't write, the first few: with one of them a browser may show other words.
    `comments` counts the threads beside the text."""

    lines: tuple[str, ...]
    foreign: tuple[str, ...]
    comments: int
    properties: Mapping[str, str]


def is_own_page(source: str) -> bool:
    """Whether a web page looks like one of our exports."""
    return re.search(r'<body class="in-(?:en|id)">', source) is not None and '<main id="text">' in source


def page_words(source: str) -> PageWords:
    """The words of a page. Never refuses."""
    text = source.removeprefix("\ufeff").replace("\r\n", "\n")
    reader = _Reader()
    if not text.startswith(_DOCTYPE):
        reader.foreign.append(text[:40])
    for token in _TOKEN.finditer(text.removeprefix(_DOCTYPE)):
        reader.take(token)
    return reader.done()


class _Open(NamedTuple):
    form: str
    tag: str


@dataclass(slots=True)
class _Paragraph:
    """What is read of one: its number, its words in pieces, the name of the footnote that it is; of a row of a table
    after how many pieces each cell begins."""

    number: str = ""
    words: list[str] = field(default_factory=list)
    note: str = ""
    cells: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Walks the tokens. A reference to a footnote is kept in the words as its name between two zero characters."""

    foreign: list[str] = field(default_factory=list)
    _properties: dict[str, str] = field(default_factory=dict)
    _threads: list[str] = field(default_factory=list)
    _cues: list[str] = field(default_factory=list)
    _styles: int = 0
    _open: list[_Open] = field(default_factory=list)
    _here: _Paragraph = field(default_factory=_Paragraph)
    _body: list[_Paragraph] = field(default_factory=list)
    _notes: dict[str, _Paragraph] = field(default_factory=dict)
    _text_end: int = 0
    _marks: dict[str, str] = field(default_factory=dict)
    _name: str = ""
    _is_signed: bool = False
    _unsigned: list[tuple[str, str]] = field(default_factory=list)

    def take(self, token: re.Match[str]) -> None:
        closing, tag, attributes, text, stray = token.groups()
        if stray or "\0" in token[0]:
            self.foreign.append(token[0])
        elif text is not None:
            self._text(text)
        elif closing:
            self._close(tag, attributes)
        else:
            self._start(tag, attributes)

    def _start(self, tag: str, attributes: str) -> None:
        form = fitting(tag, attributes, self._above)
        if form is None:
            self.foreign.append(f"<{tag}{attributes}>")
            self._open.append(_Open("foreign", tag))
            return
        self._begun(form.name, attributes)
        if not form.is_void:
            self._open.append(_Open(form.name, tag))

    def _begun(self, form: str, attributes: str) -> None:
        self._is_signed = False
        match form:
            case "meta" if found := _PROPERTY.fullmatch(attributes):
                self._properties[found[1]] = unescape(found[2])
            case "reference":
                self._name = _NAMED.findall(attributes)[0]
                self._here.words.append(f"\0{self._name}\0")
            case "note-name":
                self._name = self._here.note = _NAMED.findall(attributes)[0]
            case "cell":
                self._here.cells.append(len(self._here.words))
            case "cue":
                self._name = _NAMED.findall(attributes)[0]
            case "thread":
                self._threads.append(_NAMED.findall(attributes)[0])

    def _close(self, tag: str, attributes: str) -> None:
        if attributes or not self._open or self._open[-1].tag != tag:
            self.foreign.append(f"</{tag}{attributes}>")
            return
        form = self._open.pop().form
        if form in _SIGNED and not self._is_signed:
            self._unsigned.append((form, self._name))
        if form in PARAGRAPHS:
            here, self._here = self._here, _Paragraph()
            if not here.note:
                self._body.append(here)
                return
            if self._notes.setdefault(here.note, here) is not here:
                self.foreign.append(here.note)
            if len(self._notes) == 1:
                self._text_end = len(self._body)

    @property
    def _above(self) -> str:
        return self._open[-1].form if self._open else ""

    def _text(self, text: str) -> None:
        if self._above == "style":
            self._style(text)
            return
        if _LOOSE.search(text):
            self.foreign.append(text)
        words = unescape(text)
        match self._above:
            case form if form in HOLD_WORDS:
                self._here.words.append(words)
            case "number":
                self._here.number += words
            case "reference" | "note-name":
                self._mark(words)
            case "cue" if f"c-{words}" == self._name:
                self._cues.append(self._name)
            case form if not words.strip() or form in BESIDE or (form, words) in _CONSTANT:
                pass
            case _:
                self.foreign.append(words)
                self._body.append(_Paragraph(words=[words]))

    def _mark(self, words: str) -> None:
        """A note and all that refers to it show one mark."""
        self._is_signed = True
        if self._marks.setdefault(self._name, words) != words:
            self.foreign.append(words)

    def _style(self, text: str) -> None:
        self._styles += 1
        if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() not in KNOWN_STYLES:
            self.foreign.append("<style>")

    def done(self) -> PageWords:
        if self._open or self._styles != 1:
            self.foreign.append("</html>" if self._open else "<style>")
        self.foreign += (each for each in self._cues if each not in self._threads)
        lines = tuple(filter(None, self._lines()))
        shown = (visible(each.strip(), single_line=True)[:80] for each in dict.fromkeys(self.foreign))
        return PageWords(lines, tuple(shown)[:_MOST], len(self._threads), self._properties)

    def _lines(self) -> list[str]:
        """Footnotes last, in the order in which they are first referred to, also by each other; those to which
        nothing refers at the end of the text."""
        cited: dict[str, int] = {}
        aside: list[str] = []

        def shown(words: list[str]) -> str:
            return _CITED.sub(lambda found: f"^{cited.setdefault(found[1], len(cited) + 1)}", "".join(words))

        lines = [
            row_line(shown(each.words[start:end]) for start, end in pairwise((*each.cells, None)))
            if each.cells
            else line_of(each.number, shown(each.words))
            for each in self._body
        ]
        words: dict[str, str] = {}
        for name in in_turn(cited, self._notes):
            if name not in cited:
                aside.append(name)
            words[name] = shown(self._notes[name].words) if name in self._notes else ""
        signs = {name: str(place) for name, place in cited.items()}
        self.foreign += (name for name in cited if name not in self._notes)
        # A note to which nothing refers bears no number.
        self.foreign += (name for form, name in self._unsigned if form == "reference" or name in cited)
        self.foreign += (sign for name, sign in self._marks.items() if sign != signs.get(name))
        lines[self._text_end : self._text_end] = [line_of("", words[name]) for name in aside if name not in cited]
        return [*lines, *(line_of(f"^{place}", words[name]) for name, place in cited.items() if name in self._notes)]


_SIGNED = ("reference", "note-name")
_CONSTANT = frozenset(
    {*(("skip", words) for words in SKIPS), *(("elsewhere-name", words) for words in ELSEWHERE), ("back", BACK)}
)
