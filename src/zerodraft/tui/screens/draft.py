"""Draft: the text by focus area, in an editor, with the comments of the delegations beside it."""

from typing import ClassVar

from textual.binding import BindingType

from zerodraft.tui.actions import Action, Scope
from zerodraft.tui.draft.capturing import Capturing
from zerodraft.tui.draft.consulting import Consulting
from zerodraft.tui.draft.looking import Looking
from zerodraft.tui.draft.returning import Returning
from zerodraft.tui.screens.place_screen import bindings_of


class DraftScreen(Consulting, Capturing, Returning, Looking):
    """The place where the words are written."""

    SCOPE = Scope.DRAFT
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    DEFAULT_CSS = """
    #draft { height: 1fr; }
    #outline-panel { width: 32; }
    #text-panel { width: 1fr; }
    #text { height: 1fr; }
    #comments-panel { width: 40; }
    #beside { height: 1fr; }
    """

    def label_of(self, action: Action) -> str:
        """Findings are told where there are any: the frame that counts them vanishes on a small terminal."""
        if action.id != "draft.findings":
            return super().label_of(action)
        found = len(self.dossier.findings) if self.seen is not None else 0
        return "1 finding" if found == 1 else f"{found} findings" if found else ""

    def do_bracket(self) -> None:
        """Brackets around the selected words, or the word at the cursor; off where they stand already."""
        self.area.bracket_selection()
