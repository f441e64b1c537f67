"""The words of an Akoma Ntoso element as they are shown: their form, and the footnotes that stand among them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from zerodraft.core.text.inline import Style
from zerodraft.core.text.respelling import Shown, folded, joined

Element = etree._Element

OWN = "urn:zerodraft:akn:1"
"""The namespace in which our own export says how a text was typed."""

_FORMS = {
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "i": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "sup": Style.RAISED,
    "sub": Style.LOWERED,
}
_LINK = re.compile(r"(?:https?://|mailto:)[^\s()<>]+", re.IGNORECASE)
LABEL = re.compile(r"[^\]\s\[^]{1,40}")
_BREAKS = frozenset({"eol", "br", "eop", "p", "block", "li", "content", "intro", "wrapUp", "tr"})
_NOTES = frozenset({"authorialNote", "note", "ed"})


def local(element: Element) -> str:
    """The name of an element without its namespace, whichever it is."""
    return str(element.tag).rpartition("}")[2]


def own(element: Element, name: str) -> str:
    """What our export said of an element, "" for nothing."""
    return str(element.get(f"{{{OWN}}}{name}", ""))


class Note(NamedTuple):
    """A footnote, in the order in which notes are cited."""

    label: str
    words: tuple[Shown, ...]
    element: Element


@dataclass
class Reader:
    """Reads the words of one file. `is_former` takes the deleted words for the inserted ones."""

    root: Element
    is_own: bool
    is_former: bool = False
    notes: list[Note] = field(default_factory=list)
    _labels: dict[Element, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def words(self, *elements: Element) -> tuple[Shown, ...]:
        """The words of some elements, with white space folded."""
        return folded(piece for element in elements for piece in (*self._inside(element, Shown("")), Shown(" ")))

    def is_cited(self, element: Element) -> bool:
        """Whether an element is a footnote that was cited before."""
        return element in self._labels

    def line(self, element: Element) -> Iterator[str]:
        """Words line by line, with every space."""
        yield from "".join(self._typed(element)).split("\n")

    def _typed(self, element: Element) -> Iterator[str]:
        yield (element.text or "").replace("\n", " ")
        for child in element:
            if isinstance(child.tag, str) and local(child) != self._gone:
                yield from ["\n"] if local(child) == "eol" else self._typed(child)
            yield (child.tail or "").replace("\n", " ")

    @property
    def _gone(self) -> str:
        """The element of words that are not read."""
        return "ins" if self.is_former else "del"

    def _inside(self, element: Element, form: Shown) -> Iterator[Shown]:
        if element.text:
            yield form._replace(text=element.text)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._element(child, form)
            if child.tail:
                yield form._replace(text=child.tail)

    def _element(self, element: Element, form: Shown) -> Iterator[Shown]:
        name = local(element)
        if name == self._gone:
            return
        if name in _NOTES:
            yield from self._note(element, element, form)
        elif name == "inline" and element.get("name") == "reference":
            yield Shown("", form.style & (Style.EMPHASIS | Style.STRONG), form.href, (element.text or "")[2:-1] or "?")
        elif name == "noteRef":
            yield from self._reference(element, form)
        else:
            if name in _BREAKS:
                yield form._replace(text=" ")
            yield from self._inside(element, self._formed(element, name, form))
            if name in _BREAKS:
                yield form._replace(text=" ")

    def _formed(self, element: Element, name: str, form: Shown) -> Shown:
        if name in _FORMS:
            return form._replace(style=form.style | _FORMS[name])
        if name == "inline" and element.get("name") == "code":
            return form._replace(style=form.style | Style.CODE)
        if name in ("a", "ref") and _LINK.fullmatch(str(element.get("href", ""))):
            return form._replace(href=str(element.get("href")))
        return form

    # --- footnotes ----------------------------------------------------------------------------------

    def _note(self, note: Element, sign: Element, form: Shown) -> Iterator[Shown]:
        label = self._labels.get(note)
        if label is None:
            label = self._labels[note] = self._label(str(sign.get("marker") or note.get("marker") or ""))
            place = len(self.notes)
            self.notes.append(Note(label, (), note))
            self.notes[place] = Note(label, self.words(note), note)
        yield Shown("", form.style & (Style.EMPHASIS | Style.STRONG), form.href, label)

    def _reference(self, sign: Element, form: Shown) -> Iterator[Shown]:
        note = self._named.get(str(sign.get("href", "")).removeprefix("#"))
        if note is not None:
            yield from self._note(note, sign, form)
        elif marker := str(sign.get("marker") or ""):
            yield form._replace(text=marker, style=form.style | Style.RAISED)

    @cached_property
    def _named(self) -> Mapping[str, Element]:
        found: dict[str, Element] = {}
        for element in self.root.iter():
            if isinstance(element.tag, str) and local(element) in _NOTES:
                for key in ("eId", "id", "wId"):
                    if name := element.get(key):
                        found.setdefault(str(name), element)
        return found

    def _label(self, marker: str) -> str:
        """The sign of a note as the file has it, where no other note bears it; else the next free number."""
        marker = marker.strip().strip("()[].")
        if not LABEL.fullmatch(marker) or marker in self._taken:
            count = len(self.notes) + 1
            while str(count) in self._taken:
                count += 1
            marker = str(count)
        self._taken.add(marker)
        return marker


def characters(pieces: tuple[Shown, ...]) -> str:
    """What is shown, without white space and form."""
    return "".join(f"[^{each.note}]" if each.note else "".join(each.text.split()) for each in joined(pieces))
