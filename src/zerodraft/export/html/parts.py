"""The blocks of a redline by the part of the text in which they stand, so that a reader can choose one."""

from collections.abc import Iterable

from zerodraft.core.text.draft import Part
from zerodraft.export.html.blocks import Block, in_stretches
from zerodraft.export.html.hands import Parties
from zerodraft.export.labels import Labels
from zerodraft.export.page_labels import page_labels_for
from zerodraft.export.sheet import RedlineSheet


class Parts:
    """Filled in reading order. What is gone stands in the part of what stands before it."""

    def __init__(self, sheet: RedlineSheet, labels: Labels) -> None:
        self._draft = sheet.new.draft
        self._none_here = page_labels_for(labels.language).none_here
        self._outside = labels.outside
        self._names: dict[int | Part, str] = {}
        self._runs: list[tuple[int | Part, list[Block], list[str]]] = []

    @property
    def names(self) -> tuple[str, ...]:
        """Of the parts, in the order in which they begin."""
        return tuple(self._names.values())

    def add(self, ordinal: int | None, block: Block, authors: Iterable[str]) -> None:
        """`ordinal` in the new text, None for what is gone."""
        if ordinal is not None or not self._runs:
            key = self._part(ordinal or 0)
            if not self._runs or self._runs[-1][0] != key:
                self._runs.append((key, [], []))
        _, blocks, names = self._runs[-1]
        blocks.append(block)
        names += authors

    def _part(self, ordinal: int) -> int | Part:
        area = self._draft.area_of(ordinal)
        paragraphs = self._draft.paragraphs
        part = paragraphs[ordinal].part if ordinal < len(paragraphs) else Part.PREAMBLE
        key: int | Part = area.number if area else part
        self._names.setdefault(key, area.title if area else self._outside[part])
        return key

    def html(self, parties: Parties, spoken: str) -> str:
        """A section for each run of blocks; `spoken` are the attributes of words in the language of the labels."""
        places = {key: number for number, key in enumerate(self._names, start=1)}
        empty = f'<p class="empty"{spoken}>{self._none_here}</p>\n'
        written = []
        for key, blocks, names in self._runs:
            inside = "\n".join(in_stretches(blocks))
            classes = f"part part-{places[key]}{parties.all_of(names)}"
            written.append(f'<section class="{classes}">\n{inside}\n{empty if parties.names else ""}</section>\n')
        return "".join(written)
