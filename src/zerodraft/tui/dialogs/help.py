"""Help: all that can be done here, by where it is known, with its keys; it runs what is chosen."""

from zerodraft.tui.actions import ACTIONS, Scope
from zerodraft.tui.dialogs.finder import Finder
from zerodraft.tui.movements import movements_on
from zerodraft.tui.offers import Knowledge, in_groups, narrowed

_WHERE = {
    Scope.HOME: "Home",
    Scope.DRAFT: "Draft",
    Scope.VERSIONS: "Versions",
    Scope.COMMENTS: "Comments",
    Scope.EXPORT: "Export",
}
_INSIDE = {
    Scope.EDITOR: "In the text",
    Scope.LIST: "In lists",
    Scope.REDLINE: "In a redline",
    Scope.TABLE: "In a table",
}


class Help(Finder):
    """The actions of a screen, then those known everywhere, then the keys of its widgets."""

    def __init__(self, scope: Scope, known: Knowledge) -> None:
        groups = ((f"On this screen: {_WHERE[scope]}", scope), ("Everywhere", Scope.EVERYWHERE))
        actions = [(title, tuple(each for each in ACTIONS if each.scope is at)) for title, at in groups]
        movements = [(_INSIDE[kind], found) for kind, found in movements_on(scope)]
        offers = in_groups((*actions, *movements), known)
        super().__init__("Help", "a word, or a key", lambda words: narrowed(offers, words))
