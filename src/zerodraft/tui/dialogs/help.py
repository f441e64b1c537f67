"""Help: all that can be done here, by where it is known, with its keys; it runs what is chosen."""

from zerodraft.tui.actions import ACTIONS, Scope
from zerodraft.tui.dialogs.finder import Finder
from zerodraft.tui.offers import Knowledge, in_groups, narrowed

_WHERE = {
    Scope.HOME: "Home",
    Scope.DRAFT: "Draft",
    Scope.VERSIONS: "Versions",
    Scope.COMMENTS: "Comments",
    Scope.EXPORT: "Export",
}


class Help(Finder):
    """The actions of a screen, then those known everywhere."""

    def __init__(self, scope: Scope, known: Knowledge) -> None:
        groups = ((f"On this screen: {_WHERE[scope]}", scope), ("Everywhere", Scope.EVERYWHERE))
        offers = in_groups(((title, [each for each in ACTIONS if each.scope is at]) for title, at in groups), known)
        super().__init__("Help", "a word, or a key", lambda words: narrowed(offers, words))
