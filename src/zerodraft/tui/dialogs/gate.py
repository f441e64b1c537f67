"""The gate: what stands between the text and a clean final, each with its place and the next step."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from zerodraft.core.gate.findings import GateFinding
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.plain import plain
from zerodraft.tui.widgets.row import Piece, Row, row, shortened
from zerodraft.tui.widgets.virtual_list import VirtualList

_MOST = 14  # rows of the list
_STOPS, _HINT = "■", "○"
_OPEN = "The gate is open: a clean final may leave, and the text may be adopted."


def verdict(found: Sequence[GateFinding]) -> str:
    """“3 things hold it; 2 hints.”"""
    stops = sum(each.stops for each in found)
    hints = len(found) - stops
    told = [f"{stops} thing{'' if stops == 1 else 's'} hold{'s' if stops == 1 else ''} the text"] if stops else []
    told += [f"{hints} hint{'' if hints == 1 else 's'}"] if hints else []
    return f"{'; '.join(told)}." if stops else " ".join(filter(None, (_OPEN, f"{told[0]}." if told else "")))


class GateDialog(Dialog[GateFinding]):
    """Answers the finding whose paragraph the drafter goes to. `about` stands above the list."""

    DEFAULT_CSS = """
    GateDialog > Vertical { width: 96; }
    GateDialog VirtualList { height: auto; background: $surface; }
    GateDialog .way { height: auto; min-height: 2; max-height: 6; margin-top: 1; }
    """

    def __init__(self, title: str, found: Sequence[GateFinding]) -> None:
        keys = "↑ ↓: what to do · enter: go to the paragraph · esc: close" if found else "esc: close"
        super().__init__(title, verdict(found), keys)
        self._found = tuple(found)

    def compose_answer(self) -> Iterable[Widget]:
        if self._found:
            yield VirtualList(id="findings")
            yield Static(plain(""), classes="way")

    def on_mount(self) -> None:
        if self._found:
            items = self.query_one(VirtualList)
            items.show(len(self._found), self._rows)
            items.styles.height = min(len(self._found), _MOST)
            items.focus()
            self._tell(0)

    def _rows(self, index: int) -> tuple[Row]:
        each = self._found[index]
        sign = Piece(f" {_STOPS} ", "warning") if each.stops else Piece(f" {_HINT} ", "quiet")
        cite = Piece(f"{each.cite or 'text':<8} ", "strong")
        room = max(self.query_one(VirtualList).scrollable_content_region.width - 13, 8)
        return (row(sign, cite, *shortened((Piece(each.sentence, ""),), room)),)

    def _tell(self, index: int) -> None:
        each = self._found[index]
        where = f"Line {each.line}: " if each.line else ""
        self.query_one(".way", Static).update(plain(f"{where}{each.sentence}\n→ {each.way}"))

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        self._tell(event.index)

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        self.dismiss(self._found[event.index])

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.dismiss(self._found[self.query_one(VirtualList).chosen] if self._found else None)
