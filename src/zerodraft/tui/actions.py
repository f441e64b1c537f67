"""The one table of what can be done on the screens: footer, help, palette and the user's keys come from it.

Lists and views take plain letters; the editor takes only keys with ctrl, alt and F-keys, because letters are words
there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Where an action is known."""

    EVERYWHERE = "everywhere"
    HOME = "home"
    DRAFT = "draft"
    VERSIONS = "versions"
    COMMENTS = "comments"
    EXPORT = "export"
    REVIEW = "review"
    COMPILE = "compile"
    BRACKETS = "brackets"
    PROGRESS = "progress"
    EDITOR = "editor"
    LIST = "list"
    REDLINE = "redline"
    TABLE = "table"


PLACES = (
    Scope.HOME,
    Scope.DRAFT,
    Scope.VERSIONS,
    Scope.COMMENTS,
    Scope.EXPORT,
    Scope.REVIEW,
    Scope.COMPILE,
    Scope.BRACKETS,
    Scope.PROGRESS,
)
"""In the order of the figures that go there, which never change: hands remember them."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `id` is what the user's keymap names. `keys` are Textual's names, the first one is shown. `label` stands in the
    footer, `told` in help and palette. `rank` orders the footer, the smallest first; 0 keeps it out.
    """

    id: str
    scope: Scope
    keys: tuple[str, ...]
    label: str
    told: str
    rank: int = 0

    @property
    def method(self) -> str:
        """The method of a screen that does it: `draft.save` is `do_save`."""
        return "do_" + self.id.partition(".")[2].replace("-", "_")


def table(scope: Scope, *rows: tuple[str, str, str, str, int]) -> Iterator[Action]:
    for name, keys, label, told, rank in rows:
        yield Action(f"{scope.value}.{name}", scope, tuple(keys.split()), label, told, rank)


ACTIONS: tuple[Action, ...] = (
    *table(
        Scope.EVERYWHERE,
        ("help", "f1 question_mark", "Help", "Show all keys, and run what is chosen", 90),
        ("palette", "ctrl+p", "Palette", "Find any action by its name", 91),
        ("leave", "escape", "Close", "Close the innermost thing: find bar, panel, selection", 0),
        ("back", "q", "Back", "Go back one place; from Home, quit", 80),
        ("quit", "ctrl+q", "Quit", "Quit; unsaved words are asked about and kept", 0),
        ("home", "1", "Home", "Go to Home: documents and what is new", 0),
        ("draft", "2", "Draft", "Go to the text", 0),
        ("versions", "3", "Versions", "Go to the versions and their redlines", 0),
        ("comments", "4", "Comments", "Go to all comments", 0),
        ("export", "5", "Export", "Go to what leaves the house", 0),
        ("review", "6", "Review", "Go to the proposals, and decide on them", 0),
        ("compile", "7", "Compile", "Go to the text with all that is proposed in it", 0),
        ("brackets", "8", "Brackets", "Go to all brackets, and settle them", 0),
        ("progress", "9", "Progress", "Go to the figures: what is agreed, and who holds what", 0),
        ("places", "f8", "Places", "Choose where to go: works in the editor too", 80),
        ("jump", "ctrl+o", "Jump", "Show a letter on each panel, and go to the one pressed", 0),
        ("refresh", "R", "Refresh", "Read everything from the disk again", 0),
        ("undo-act", "U", "Undo act", "Take back the last recorded act; the record keeps both", 0),
        ("take-in", "I", "Take in", "Take in a file that a delegation sent: Word, a table, a message", 0),
        ("redo-act", "", "Redo act", "Do again what was last taken back", 0),
        ("theme", "", "Theme", "Choose light or dark, or your terminal's own colours", 0),
        ("marks", "", "Plain marks", "Show redlines with [-…-] and {+…+} as well as by style", 0),
        ("notices", "", "Messages", "Show the messages of this session again", 0),
        ("repaint", "ctrl+l", "Repaint", "Draw the whole screen anew", 0),
        ("name", "", "Your name", "Say in whose name acts are recorded", 0),
    ),
    *table(
        Scope.HOME,
        ("open", "enter", "Open", "Open the chosen document", 10),
        ("resume", "r", "Resume", "Go to where you were when you left", 11),
        ("find", "slash", "Find", "Show only the documents with these words", 12),
        ("new", "n", "New document", "Begin a declaration: from a kind, a sample or a file", 13),
        ("record", "a", "Acts", "Read who did what, newest first, and take back the last", 14),
        ("delegations", "d", "Delegations", "Show or hide who has answered", 15),
    ),
    *table(
        Scope.DRAFT,
        ("save", "ctrl+s", "Save", "Record the text as it stands", 10),
        ("find", "ctrl+f", "Find", "Find words in the text", 11),
        ("replace", "ctrl+r", "Replace", "Find words and replace them", 0),
        ("comments-beside", "f3", "Comments", "Show or hide the comments of the paragraph", 12),
        (
            "comment",
            "ctrl+t",
            "Add comment",
            "Record what a delegation says of this paragraph or the words selected",
            13,
        ),
        ("answer", "ctrl+e", "Answer", "Answer a comment on this paragraph", 14),
        ("propose", "alt+p", "Propose", "Take down what a delegation proposes for this paragraph", 14),
        ("support", "alt+s", "Supports", "A delegation supports the proposal beside, or the alternative here", 15),
        ("retain", "alt+k", "Retains", "A delegation wants to keep it", 0),
        ("go-to", "ctrl+g", "Go to ¶", "Go to a paragraph by its number", 15),
        ("redline", "f5", "Redline", "Show what changed since the last issued version", 16),
        ("issue", "f9", "Issue", "Issue the text as a version, to all", 17),
        ("next-comment", "ctrl+n", "Next comment", "Go to the next paragraph with comments", 18),
        ("outline", "f2", "Outline", "Show or hide the focus areas", 19),
        ("editor", "f4", "$EDITOR", "Take the text to your own editor and back", 20),
        ("bracket", "ctrl+b", "Bracket", "Put the selected words in brackets, or take the brackets off", 21),
        (
            "agreed-language",
            "alt+l",
            "Agreed language",
            "Show what other documents agreed in nearly these words; quote it, or take it over",
            22,
        ),
        ("findings", "f10", "Findings", "Go to the next thing that is wrong with the text", 11),
        ("save-as", "", "Save in the name of…", "Record the text with a delegation's words, in its name", 0),
        ("throw-away", "", "Throw away unsaved words", "Go back to the recorded text; ctrl+z brings them back", 0),
    ),
    *table(
        Scope.VERSIONS,
        ("open", "enter", "Read", "Go into the redline", 10),
        ("base", "space", "Mark base", "Compare with this version from now on", 11),
        ("next", "right_square_bracket", "Next change", "Go to the next change", 12),
        ("previous", "left_square_bracket", "Previous", "Go to the change before", 13),
        ("side-by-side", "s", "Side by side", "Show the two texts in two columns, or in one again", 14),
        ("only-changes", "o", "Only changes", "Leave out what did not change, or show it again", 15),
        ("summary", "m", "Summary", "Count what changed, by focus area", 16),
        ("find", "slash", "Find", "Find words in the redline", 17),
        ("issue", "i f9", "Issue", "Issue the text as a version, to all", 18),
        ("edit", "e", "Edit", "Go to this paragraph in the text", 19),
        ("copy", "y", "Copy", "Copy this paragraph with its changes", 0),
    ),
    *table(
        Scope.COMMENTS,
        ("open", "enter", "Go to ¶", "Go to the paragraph in the text", 10),
        ("reply", "r", "Reply", "Answer in the name of the secretariat, or of a delegation", 11),
        ("resolve", "x", "Resolve", "Settle the matter, with words or without", 12),
        ("find", "slash", "Filter", "Filter: words, from:JPN, area:2, state:open", 13),
        ("open-only", "o", "Open only", "Show only what waits for an answer, or all again", 14),
        ("add", "c", "Add comment", "Record a comment that a delegation made", 15),
        ("order", "s", "Order", "Order by paragraph, by date or by delegation", 16),
        ("read", "space", "Read", "Go into the thread; esc comes back", 17),
        ("copy", "y", "Copy", "Copy the comment with its replies", 0),
    ),
    *table(
        Scope.REVIEW,
        ("accept", "a", "Accept", "Accept the proposal, with those that say the same, or the marked ones", 10),
        ("reject", "r", "Reject", "Reject it", 11),
        ("edit", "e", "Edit", "Edit the wording, then accept it as edited", 12),
        ("bracket", "b", "Bracket", "Put it into the text in brackets, beside what stands there", 13),
        ("merge", "m", "Merge", "Make it one with another proposal for the same paragraph", 14),
        ("undo", "u backspace", "Undo", "Take back what was decided last, or the decision on the chosen proposal", 15),
        ("take", "t", "Take change", "Accept one change of it alone; the rest stays open", 19),
        ("decide", "d", "Decide…", "Decide with a reason; also withdrawn, or overtaken by another", 20),
        ("position", "p", "Position", "Record where another delegation stands on it", 21),
        ("open", "enter", "Read", "Go into the proposal; there to what the cursor stands on, or to the paragraph", 16),
        ("skip", "s", "Skip", "Go to the next proposal that is open", 17),
        (
            "mark",
            "space",
            "Mark",
            "Mark the proposal, or a change of it; what is done next is done to all marked",
            18,
        ),
        ("mark-range", "v", "Mark range", "Mark all open proposals from the one marked last to this one", 20),
        ("mark-alike", "l", "Mark alike", "Mark it with all proposals that say the same or nearly", 21),
        ("next-here", "right_square_bracket", "Next here", "Go to the next proposal for the same paragraph", 22),
        ("previous-here", "left_square_bracket", "Previous here", "Go to the one before for the same paragraph", 0),
        ("find", "slash", "Filter", "Filter: words, from:JPN, area:2, state:open, outcome:collision", 23),
        ("open-only", "o", "Open only", "Show only what waits for a decision, or all again", 24),
        ("order", "O", "Order", "Order by paragraph, by delegation or by date", 25),
        ("comment", "c", "Comment", "Record a comment on the paragraph", 26),
        ("copy", "y", "Copy", "Copy the proposal with its words", 0),
    ),
    *table(
        Scope.COMPILE,
        ("open", "enter", "Go there", "Go to the proposals for the paragraph, or to the text where it has none", 10),
        ("layout", "v", "Layout", "Lay it out inline, paragraph by paragraph, or as a table with the delegations", 11),
        ("attribution", "a", "Names", "Show or leave out who proposes what", 12),
        ("open-only", "o", "Open only", "Show only what is open, or all again", 13),
        ("parts", "f2", "Focus areas", "Go to the focus areas, and back", 14),
        ("tick", "space", "Tick", "Show or hide a focus area", 15),
        ("alone", "x", "Alone", "Show this focus area alone, or all again", 16),
        ("next", "right_square_bracket", "Next", "Go to the next place where something is open", 17),
        ("previous", "left_square_bracket", "Previous", "Go to the place before where something is open", 0),
        ("edit", "e", "To the text", "Go to this paragraph in the text", 18),
        ("copy", "y", "Copy", "Copy what the cursor stands on", 0),
    ),
    *table(
        Scope.BRACKETS,
        ("open", "enter", "Settle", "Settle the bracket: an alternative, no brackets, or other words", 10),
        ("edit", "e", "Own words", "Word it otherwise, with who agreed and why", 11),
        ("undo", "u backspace", "Undo", "Take back what was done last", 12),
        ("read", "space", "Read", "Go to the alternatives; esc comes back", 13),
        ("text", "t", "To the text", "Go to the paragraph in the text", 14),
        ("proposals", "p", "Proposals", "Go to the proposals for the paragraph", 15),
        ("support", "alt+s", "Supports", "A delegation supports the alternative", 16),
        ("retain", "alt+k", "Retains", "A delegation wants to keep it", 0),
        ("find", "slash", "Filter", "Filter: words, from:JPN, area:2, para:36", 17),
        ("copy", "y", "Copy", "Copy the bracket with its alternatives", 0),
    ),
    *table(
        Scope.PROGRESS,
        ("open", "enter", "Go there", "Go to what is open in the chosen part, or in the chosen cell", 10),
        ("read", "space", "Who holds what", "Go into the table; esc comes back", 11),
        ("edit", "e", "To the text", "Go to the chosen part in the text", 12),
        ("copy", "y", "Copy", "Copy the figures", 13),
    ),
    *table(
        Scope.EXPORT,
        ("write", "w", "Write the file", "Write the file as chosen", 10),
        ("change", "enter", "Change", "Change the chosen line; ← and → step through what it may be", 11),
        ("preview", "p", "Preview", "Read what the file will hold", 12),
        ("gate", "f", "Gate", "See what stands between the text and a clean final", 13),
        ("adopt", "a", "Adopt", "Record the adoption; the words are frozen from then on", 14),
        ("verify", "v", "Verify", "See whether a file holds exactly the adopted words", 15),
        ("copy", "y", "Copy path", "Copy the path of the last file written", 16),
    ),
)
# What shows another place or asks for something: keys that are pressed in the same breath are meant for that.
ASKING = frozenset(
    {f"everywhere.{name}" for name in ("help", "palette", "places", "jump", "theme", "notices", "name", "quit")}
    | {f"everywhere.{place}" for place in PLACES}
    | {"home.open", "home.resume", "home.new", "home.find", "home.record"}
    | {f"draft.{name}" for name in ("find", "replace", "go-to", "comment", "answer", "issue", "redline", "save-as")}
    | {"draft.agreed-language"}
    | {f"draft.{name}" for name in ("propose", "support", "retain")}
    | {"versions.find", "versions.issue", "versions.edit", "export.change"}
    | {f"brackets.{name}" for name in ("open", "edit", "find", "text", "proposals", "support", "retain")}
    | {"compile.open", "compile.edit", "progress.open", "progress.edit"}
    | {f"comments.{name}" for name in ("open", "reply", "resolve", "find", "add")}
    | {f"review.{name}" for name in ("find", "comment", "edit", "merge", "decide", "position")}
)
BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

_SHOWN = {
    "escape": "esc",
    "enter": "⏎",
    "space": "space",
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "colon": ":",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "backspace": "⌫",
    "delete": "del",
}
_PRINTABLE = frozenset(
    {"space", "slash", "question_mark", "left_square_bracket", "right_square_bracket", "left_curly_bracket"}
    | {"right_curly_bracket", "colon", "minus", "plus", "full_stop", "comma"}
)


def shown_key(key: str) -> str:
    """How a key is written in footer and help: `^s`, `alt+↓`, `⏎`."""
    *held, last = key.split("+")
    name = _SHOWN.get(last, last)
    if held == ["ctrl"]:
        return f"^{name}"
    return "+".join((*held, name))


def is_typed(key: str) -> bool:
    """Whether the key writes a sign while the editor has the focus."""
    return len(key) == 1 or key in _PRINTABLE


def in_scope(scope: Scope) -> tuple[Action, ...]:
    """What can be done on a screen: its own actions, then those known everywhere."""
    own = tuple(action for action in ACTIONS if action.scope is scope)
    return own + tuple(action for action in ACTIONS if action.scope is Scope.EVERYWHERE)


def in_footer(actions: Iterable[Action]) -> tuple[Action, ...]:
    return tuple(sorted((action for action in actions if action.rank), key=lambda action: action.rank))
