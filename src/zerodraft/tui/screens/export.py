"""Export."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from zerodraft.tui.actions import Scope
from zerodraft.tui.plain import plain
from zerodraft.tui.screens.place_screen import PlaceScreen, bindings_of


class ExportScreen(PlaceScreen):
    """Export."""

    SCOPE = Scope.EXPORT
    BINDINGS: ClassVar = bindings_of(SCOPE)

    def compose_body(self) -> ComposeResult:
        yield Static(plain("export"), classes="first")
