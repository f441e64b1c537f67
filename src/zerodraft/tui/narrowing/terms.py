"""The grammar of a filter line: words, and terms such as `from:JPN` or `state:open`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from zerodraft.core.text.folding import folded

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

W = TypeVar("W")
# `key:` alone; or with a value in quotation marks or up to the next space; or words in quotation marks, or one word.
_TERM = re.compile(r'([A-Za-z]+):(?=\s|$)|(?:([A-Za-z]+):)?(?:"([^"]*)"?|([^\s"]+))')
_PARAGRAPH = "¶"


class Filter(NamedTuple, Generic[W]):
    """What is wished for, as far as it was understood. `problem` is a sentence about the rest, "" when all was;
    `unfinished` one about a term that is only begun, to be told when nobody types it any more."""

    wish: W
    problem: str = ""
    unfinished: str = ""


class NotUnderstood(ValueError):
    """A term that means nothing here; its text is a sentence for the drafter."""


class OnlyBegun(NotUnderstood):
    """A term that would mean something with more letters."""


class Term(NamedTuple):
    """`key` is "" for words."""

    key: str
    value: str


Reader = Callable[[W, str, "Dossier"], W]
"""Narrows a wish by the value of one term. Raises `NotUnderstood`."""


class Grammar(NamedTuple, Generic[W]):
    """The terms that a list knows, and what becomes of words that are no term; these come folded."""

    readers: Mapping[str, Reader[W]]
    words: Callable[[W, str], W]

    def read(self, line: str, wish: W, dossier: "Dossier") -> Filter[W]:
        """What isn't understood narrows nothing; neither does a term that is being typed."""
        problem = unfinished = ""
        for term in terms(line):
            try:
                wish = self._narrowed(wish, term, dossier)
            except OnlyBegun as begun:
                unfinished = unfinished or str(begun)
            except NotUnderstood as wrong:
                problem = problem or str(wrong)
        return Filter(wish, problem, unfinished)

    def _narrowed(self, wish: W, term: Term, dossier: "Dossier") -> W:
        if not term.key:
            return self.words(wish, folded(term.value)) if term.value else wish
        if term.key not in self.readers:
            known = ", ".join(f"{key}:" for key in self.readers)
            raise NotUnderstood(f"“{term.key}:” is none of {known}. Words with a colon stand in quotation marks.")
        return self.readers[term.key](wish, term.value, dossier) if term.value else wish


def terms(line: str) -> Iterator[Term]:
    """The terms of a filter line, in order."""
    for lonely, key, quoted, plain in _TERM.findall(line):
        if not key and plain.startswith(_PARAGRAPH):
            yield Term("para", plain.removeprefix(_PARAGRAPH))
        else:
            yield Term((key or lonely).lower(), quoted or plain)


def with_term(line: str, key: str, value: str) -> str:
    """The filter line with this value in place of any other of its key; "" takes it out."""
    kept = re.sub(rf'(?:^|\s+){key}:(?:"[^"]*"?|\S*)', "", line, flags=re.IGNORECASE).strip()
    return " ".join(filter(None, (kept, f"{key}:{value}" if value else "")))


def begun_with(words: Iterable[str], value: str) -> tuple[str, ...]:
    return tuple(word for word in words if word.startswith(value.lower()))


def listed(words: Iterable[str]) -> str:
    """“open, answered or resolved”."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
