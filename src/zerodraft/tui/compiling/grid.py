"""The compilation as a table: a row each paragraph on which something is proposed, a column each delegation."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.delegation import comparison_key
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.proposal import Kind
from zerodraft.core.negotiation.stands import Entry
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.width import cells
from zerodraft.tui.comments.listing import cited
from zerodraft.tui.compiling.compiled import Compiled, Wish
from zerodraft.tui.compiling.proposal_told import proposal_paras
from zerodraft.tui.widgets.card import Card, para
from zerodraft.tui.widgets.matrix import Columns, Line
from zerodraft.tui.widgets.row import Piece, row

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_KINDS = {
    Kind.REPLACE: "~",
    Kind.SPLIT: "~",
    Kind.JOIN: "~",
    Kind.INSERT: "+",
    Kind.DELETE: "−",
    Kind.MOVE: "→",
}
_STANDS = {Stand.SUPPORT: "✓", Stand.RETAIN: "=", Stand.DELETE: "✗", Stand.RESERVE: "?", Stand.FLEXIBLE: "≈"}
LEGEND = "~ other words  + new  − deleted  → moved · ✓ supports  = retains  ✗ deletes  ? reserves  ≈ flexible"
_NOTHING = "·"
_LEAST, _MOST, _MOST_NAME = 4, 5, 44  # cells of a column, and of a name


class Said(NamedTuple):
    """What a delegation says of one proposal; with None the proposal is its own."""

    entry: Entry
    stand: Stand | None


class Grid:
    """The paragraphs that are to be seen."""

    def __init__(self, compiled: Compiled, wish: Wish) -> None:
        self._compiled = compiled
        self._dossier: Dossier = compiled.dossier
        self.ordinals = tuple(ordinal for ordinal in compiled.here if compiled.is_shown(ordinal, wish))
        said = {ordinal: tuple(_said(compiled.here[ordinal])) for ordinal in self.ordinals}
        codes = {code for each in said.values() for code, _ in each}
        self.codes = tuple(sorted(codes, key=lambda code: comparison_key(self._dossier.name_of(code))))
        self._said: dict[tuple[int, str], list[Said]] = {}
        for ordinal, some in said.items():
            for code, each in some:
                self._said.setdefault((ordinal, code), []).append(each)

    @property
    def columns(self) -> Columns:
        signs = max((len(self._signs(each)) for each in self._said.values()), default=0)
        widest = max((cells(code) for code in self.codes), default=0)
        return Columns("", self.codes, max(min(_MOST, max(_LEAST, widest + 1)), signs + 1), _MOST_NAME)

    def line(self, index: int) -> Line:
        ordinal = self.ordinals[index]
        words = "".join(each.text for each in read_inline(self._dossier.draft.paragraphs[ordinal].text))
        name = f"{self._dossier.reading.numbers[ordinal].cite} {words[:_MOST_NAME]}"
        return Line(Piece(name), tuple(self._cell(ordinal, code) for code in self.codes))

    def _cell(self, ordinal: int, code: str) -> Piece:
        said = self._said.get((ordinal, code), [])
        if not said:
            return Piece(_NOTHING, "quiet")
        return Piece(self._signs(said), "accent" if any(each.stand is None for each in said) else "")

    @staticmethod
    def _signs(said: list[Said]) -> str:
        """Each sign once, proposals first."""
        own = (_KINDS[each.entry.tabled.proposal.amendment.kind] for each in said if each.stand is None)
        others = (_STANDS[each.stand] for each in said if each.stand is not None)
        return "".join(dict.fromkeys((*own, *others)))

    def at(self, index: int, column: int) -> tuple[Said, ...]:
        if not (0 <= index < len(self.ordinals) and 0 <= column < len(self.codes)):
            return ()
        return tuple(self._said.get((self.ordinals[index], self.codes[column]), ()))

    def told(self, index: int, column: int) -> str:
        """“Japan on ¶ 12: 2 proposals, 1 position”."""
        said = self.at(index, column)
        own = sum(each.stand is None for each in said)
        counts = ((own, "proposal"), (len(said) - own, "position"))
        told = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count)
        place = cited(self._dossier.reading.numbers[self.ordinals[index]].cite)
        return f"{self._dossier.name_of(self.codes[column])} on {place}: {told or 'nothing'}"

    def cards(self, index: int, column: int, *, plain: bool) -> Iterator[Card]:
        """What the cell says, in words; the legend where it says nothing."""
        said = self.at(index, column)
        for each in said:
            stand = f" · {self._dossier.name_of(self.codes[column])}: {each.stand.value}" if each.stand else ""
            head, *rest = proposal_paras(self._dossier, each.entry, attributed=True, plain=plain)
            yield Card(None, (head._replace(pieces=(*head.pieces, Piece(stand, "strong"))), *rest))
        if not said:
            yield Card(row(Piece("Nothing is said here.", "quiet")), (para(Piece(LEGEND, "quiet")),))


def _said(entries: tuple[Entry, ...]) -> Iterator[tuple[str, Said]]:
    """By code; a group speaks for itself where it spoke for its members."""
    for entry in entries:
        making = entry.tabled.proposal.delegations
        yield from ((code, Said(entry, None)) for code in making)
        heard = dict.fromkeys((voice.said_by, voice.stand) for voice in entry.voices)
        yield from ((code, Said(entry, stand)) for code, stand in heard if code not in making)
