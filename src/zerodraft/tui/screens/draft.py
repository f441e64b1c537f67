"""Draft."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from zerodraft.tui.actions import Scope
from zerodraft.tui.plain import plain
from zerodraft.tui.screens.place_screen import PlaceScreen, bindings_of


class DraftScreen(PlaceScreen):
    """Draft."""

    SCOPE = Scope.DRAFT
    BINDINGS: ClassVar = bindings_of(SCOPE)

    def compose_body(self) -> ComposeResult:
        yield Static(plain("draft"), classes="first")
