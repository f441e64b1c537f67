"""The documents of the workspace, as far as they were read, and those of them that a filter finds."""

from collections import Counter
from collections.abc import Iterable

from zerodraft.tui.home.document import Document
from zerodraft.tui.home.filtering import matches, wanted


class Shelf:
    """`shown` are names of documents in the order of the list."""

    def __init__(self) -> None:
        self.order: tuple[str, ...] = ()
        self.is_set_up = False
        self.shown: tuple[str, ...] = ()
        self.words = ""
        self._known: dict[str, Document] = {}
        self._titles: Counter[str] = Counter()

    def set_up(self, order: Iterable[str]) -> None:
        """All documents that there are now; what was read of them before stays until they are read again."""
        self.order, self.is_set_up = tuple(order), True
        self._known = {slug: self._known[slug] for slug in self.order if slug in self._known}
        self._choose()

    def learn(self, documents: Iterable[Document]) -> bool:
        """Documents were read; whether others are shown now."""
        self._known |= {each.slug: each for each in documents}
        self._titles = Counter(each.title for each in self._known.values())
        before = self.shown
        self._choose()
        return before != self.shown

    def narrow(self, words: str) -> None:
        """Show those that have all of these words; "" for all documents."""
        self.words = words.strip()
        self._choose()

    def known(self, slug: str) -> Document | None:
        """None for a document that was not read yet."""
        return self._known.get(slug)

    def has_namesake(self, slug: str) -> bool:
        """Whether another document bears the same title, so that the name must tell them apart."""
        return self._titles[self.title_of(slug)] > 1

    def title_of(self, slug: str) -> str:
        known = self._known.get(slug)
        return known.title if known else slug

    @property
    def count_told(self) -> str:
        """“5 documents”, “2 of 300”."""
        if len(self.shown) < len(self.order):
            return f"{len(self.shown)} of {len(self.order)}"
        return f"{len(self.order)} document{'' if len(self.order) == 1 else 's'}" if self.order else ""

    def _choose(self) -> None:
        words = wanted(self.words)
        self.shown = (
            tuple(slug for slug in self.order if matches(words, slug, *self._told(slug))) if words else self.order
        )

    def _told(self, slug: str) -> tuple[str, ...]:
        known = self._known.get(slug)
        if known is None:
            return ()
        return (known.title, known.kind, known.version, known.stage, "unsaved" if known.unsaved else "")
