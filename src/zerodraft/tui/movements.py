"""The second half of the table of actions: what keys do inside a text, a list, a redline.

A widget carries them out itself, so they have no method of a screen; their ids may stand in the drafter's keymap.
"""

from collections.abc import Iterator, Mapping

from textual.binding import Binding, BindingType

from zerodraft.tui.actions import ACTIONS, Action, Scope, table

_MOTIONS = (
    ("left", "left", "Left", "One letter to the left"),
    ("right", "right", "Right", "One letter to the right"),
    ("up", "up", "Up", "One line up"),
    ("down", "down", "Down", "One line down"),
    ("word-left", "ctrl+left", "Word left", "To the beginning of the word before"),
    ("word-right", "ctrl+right", "Word right", "To the end of the next word"),
    ("paragraph-up", "ctrl+up", "Paragraph up", "To the paragraph before"),
    ("paragraph-down", "ctrl+down", "Paragraph down", "To the next paragraph"),
    ("home", "home", "Line start", "To the beginning of the line"),
    ("end", "end", "Line end", "To the end of the line"),
    ("text-start", "ctrl+home", "Text start", "To the beginning of the text"),
    ("text-end", "ctrl+end", "Text end", "To the end of the text"),
    ("page-up", "pageup", "Page up", "One page up"),
    ("page-down", "pagedown", "Page down", "One page down"),
)


def _with_shift(key: str) -> str:
    held, _, last = key.rpartition("+")
    return "+".join(filter(None, (held, "shift", last)))


def _motions() -> Iterator[Action]:
    yield from table(Scope.EDITOR, *((name, key, label, told, 0) for name, key, label, told in _MOTIONS))
    yield from table(
        Scope.EDITOR,
        *(
            (f"select-{name}", _with_shift(key), f"Select: {label.lower()}", f"{told}, and select what lies between", 0)
            for name, key, label, told in _MOTIONS
        ),
    )


MOVEMENTS: tuple[Action, ...] = (
    *table(
        Scope.EDITOR,
        ("new-line", "enter", "New line", "Begin a new line", 0),
        ("erase-left", "backspace ctrl+h", "Erase left", "Erase the letter before the cursor, with its marks", 0),
        ("erase-right", "delete ctrl+d", "Erase right", "Erase the letter at the cursor, with its marks", 0),
        ("erase-word-left", "ctrl+w ctrl+backspace", "Erase word left", "Erase to the beginning of the word", 0),
        ("erase-word-right", "ctrl+delete alt+d", "Erase word right", "Erase to the end of the word", 0),
        ("erase-line-start", "ctrl+u", "Erase to line start", "Erase to the beginning of the line", 0),
        ("erase-line-end", "ctrl+k", "Erase to line end", "Erase to the end of the line", 0),
        ("move-paragraph-up", "alt+up", "Move paragraph up", "Exchange the paragraph with the one before", 0),
        ("move-paragraph-down", "alt+down", "Move paragraph down", "Exchange the paragraph with the next one", 0),
        ("undo", "ctrl+z", "Undo typing", "Take back what was typed last", 0),
        ("redo", "ctrl+y ctrl+shift+z", "Redo typing", "Type again what was taken back", 0),
        ("copy", "ctrl+c super+c", "Copy", "Copy the selected words", 0),
        ("cut", "ctrl+x", "Cut", "Copy the selected words and erase them", 0),
        ("paste", "ctrl+v", "Paste", "Insert what was copied here last", 0),
        ("select-paragraph", "f6", "Select paragraph", "Select the paragraph of the cursor", 0),
        ("select-all", "f7 ctrl+a", "Select all", "Select the whole text", 0),
        ("unselect", "escape", "Unselect", "Select nothing", 0),
    ),
    *_motions(),
    *table(
        Scope.LIST,
        ("next", "down j", "Next", "To the next line", 0),
        ("previous", "up k", "Previous", "To the line before", 0),
        ("page-down", "pagedown ctrl+d", "Page down", "One page down", 0),
        ("page-up", "pageup ctrl+u", "Page up", "One page up", 0),
        ("first", "home g", "First", "To the first line", 0),
        ("last", "end G", "Last", "To the last line", 0),
    ),
    *table(
        Scope.REDLINE,
        ("next-change", "n right_square_bracket", "Next change", "To the next change", 0),
        ("previous-change", "p N left_square_bracket", "Previous change", "To the change before", 0),
        ("next-area", "right_curly_bracket", "Next focus area", "To the next focus area", 0),
        ("previous-area", "left_curly_bracket", "Previous focus area", "To the focus area before", 0),
        ("down", "down j", "Down", "One paragraph down", 0),
        ("up", "up k", "Up", "One paragraph up", 0),
        ("page-down", "pagedown space", "Page down", "One page down", 0),
        ("page-up", "pageup b", "Page up", "One page up", 0),
        ("half-down", "ctrl+d", "Half a page down", "Half a page down", 0),
        ("half-up", "ctrl+u", "Half a page up", "Half a page up", 0),
        ("first", "home g", "First", "To the beginning", 0),
        ("last", "end G", "Last", "To the end", 0),
    ),
    *table(
        Scope.TABLE,
        ("left", "left h", "Left", "To the column at the left", 0),
        ("right", "right l", "Right", "To the column at the right", 0),
    ),
)
MOVING = frozenset({Scope.EDITOR, Scope.LIST, Scope.REDLINE, Scope.TABLE})
"""Kinds of widgets whose keys these are."""
ALL: tuple[Action, ...] = ACTIONS + MOVEMENTS
"""Everything that a key can do."""

_USED_ON: Mapping[Scope, tuple[Scope, ...]] = {
    Scope.HOME: (Scope.LIST,),
    Scope.DRAFT: (Scope.EDITOR, Scope.LIST),
    Scope.VERSIONS: (Scope.REDLINE, Scope.LIST),
    Scope.COMMENTS: (Scope.LIST,),
    Scope.EXPORT: (Scope.LIST,),
    Scope.REVIEW: (Scope.LIST,),
    Scope.COMPILE: (Scope.LIST, Scope.TABLE),
    Scope.BRACKETS: (Scope.LIST,),
    Scope.PROGRESS: (Scope.LIST, Scope.TABLE),
}


def movements_on(scope: Scope) -> tuple[tuple[Scope, tuple[Action, ...]], ...]:
    """What the widgets of a screen can do, by the kind of widget."""
    return tuple(
        (kind, tuple(action for action in MOVEMENTS if action.scope is kind)) for kind in _USED_ON.get(scope, ())
    )


def bindings_for(scope: Scope, calls: Mapping[str, str]) -> list[BindingType]:
    """The keys of a widget: `calls` gives the widget's own action for the tail of each id."""
    return [
        Binding(",".join(action.keys), calls[tail], action.label, show=False, id=action.id)
        for action in MOVEMENTS
        if action.scope is scope and (tail := action.id.partition(".")[2]) in calls
    ]
