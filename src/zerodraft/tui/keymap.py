"""The drafter's own keys: what was wished, checked and settled before any screen is made.

A key means one thing in each place. What the drafter wishes goes before a preset, and a preset before the usual keys.
"""

import re
import string
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zerodraft.formats.preferences import Complaint, KeyWish, Preferences
from zerodraft.tui.actions import PLACES, Action, Scope, is_typed, shown_key
from zerodraft.tui.movements import ALL
from zerodraft.tui.presets import PRESETS

_SIGNS = {
    "/": "slash",
    "?": "question_mark",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    ":": "colon",
    ";": "semicolon",
    ",": "comma",
    ".": "full_stop",
    "-": "minus",
    "+": "plus",
    "=": "equals_sign",
    "*": "asterisk",
    "!": "exclamation_mark",
    "@": "at",
    "#": "number_sign",
    "$": "dollar_sign",
    "%": "percent_sign",
    "^": "circumflex_accent",
    "&": "ampersand",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "|": "vertical_line",
    "~": "tilde",
    "'": "apostrophe",
    '"': "quotation_mark",
    "\\": "backslash",
    "_": "underscore",
    "`": "grave_accent",
}
_NAMED = frozenset(
    {"enter", "escape", "space", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"}
    | {"up", "down", "left", "right", *(f"f{number}" for number in range(1, 25)), *_SIGNS.values()}
)
_OTHER_NAMES = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}
_HELD = ("alt", "ctrl", "hyper", "meta", "shift", "super")
# What a terminal sends for these is another key.
_SAME_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
_HOLDS_IN: Mapping[Scope, tuple[Scope, ...]] = {
    Scope.EVERYWHERE: PLACES,
    Scope.EDITOR: (Scope.EDITOR, Scope.DRAFT),
    Scope.LIST: (Scope.LIST,),
    Scope.REDLINE: (Scope.REDLINE,),
}


class Keymap(NamedTuple):
    """Keys by the id of the action, for those that have not the usual ones; and what could not be taken."""

    keys: Mapping[str, tuple[str, ...]]
    complaints: tuple[Complaint, ...]


class _Claim(NamedTuple):
    action: Action
    line: int
    is_own: bool


def parse_key(words: str) -> str | None:
    """Textual's name of a key that a person wrote: `Ctrl+S`, `?`, `esc`; None where there is no such key."""
    if words.endswith("+"):
        held, last = words[:-1].removesuffix("+"), "+"
    else:
        held, _, last = words.rpartition("+")
    names = [name.strip().lower() for name in held.split("+") if name]
    if any(name not in _HELD for name in names) or len(set(names)) < len(names):
        return None
    if names == ["shift"] and len(last) == 1 and last.isalpha():
        names, last = [], last.upper()
    key = _last_key(last.strip(), bool(names))
    return "+".join((*sorted(names), key)) if key else None


def _last_key(name: str, is_held: bool) -> str | None:
    if name in _SIGNS:
        return _SIGNS[name]
    if len(name) == 1:
        return (name.lower() if is_held else name) if name in string.ascii_letters + string.digits else None
    name = name.lower().replace("-", "_")
    name = _OTHER_NAMES.get(name, name)
    return name if name in _NAMED else None


def settled(preferences: Preferences) -> Keymap:
    """The keys of every action, after the wishes of a drafter."""
    settling = _Settling()
    for wish in preferences.keys:
        settling.take(wish, is_own=True)
    for name, keys in PRESETS[preferences.keymap].items():
        if name not in settling.wished:
            settling.take(KeyWish(name, tuple(keys.split()), 0), is_own=False)
    settling.displace()
    return Keymap(settling.wished, tuple(sorted(settling.complaints)))


class _Settling:
    """Wishes one after the other; a key that is taken stays with whoever took it first."""

    def __init__(self) -> None:
        self.known = {action.id: action for action in ALL}
        self.wished: dict[str, tuple[str, ...]] = {}
        self.complaints: list[Complaint] = []
        self._claims: dict[tuple[Scope, str], _Claim] = {}

    def take(self, wish: KeyWish, *, is_own: bool) -> None:
        action = self.known.get(wish.action)
        if action is None:
            self.complaints.append(Complaint(wish.line, _unknown(wish.action, self.known)))
            return
        keys = tuple(dict.fromkeys(key for word in wish.keys if (key := self._checked(word, action, wish.line))))
        free = tuple(key for key in keys if self._claimed(key, _Claim(action, wish.line, is_own)))
        if free or not wish.keys:
            self.wished[action.id] = free

    def _checked(self, word: str, action: Action, line: int) -> str | None:
        """A key that there is, and that reaches us; a complaint for another."""
        key = parse_key(word)
        if key is None:
            self.complaints.append(Complaint(line, f"There is no key “{word}”{_meant(word)}"))
        elif key in _SAME_AS:
            self.complaints.append(Complaint(line, f"“{word}” is {_SAME_AS[key]} to every terminal; choose another."))
        elif is_typed(key) and action.scope in (Scope.DRAFT, Scope.EDITOR):
            sentence = f"“{word}” writes a sign in the text; {action.id} needs ctrl, alt or a function key."
            self.complaints.append(Complaint(line, sentence))
        else:
            return key
        return None

    def _claimed(self, key: str, claim: _Claim) -> bool:
        """Whether the key is free wherever the action is known; then it is the action's."""
        places = _holds_in(claim.action.scope)
        for place in places:
            other = self._claims.get((place, key))
            if other is not None and other.action is not claim.action:
                if claim.is_own:
                    self.complaints.append(
                        Complaint(claim.line, f"“{shown_key(key)}” is {other.action.id} already, in line {other.line}.")
                    )
                return False
        for place in places:
            self._claims[place, key] = claim
        return True

    def displace(self) -> None:
        """Take the wished keys from the actions that have them usually."""
        for action in ALL:
            if action.id in self.wished:
                continue
            takers = {key: self._taker(action, key) for key in action.keys}
            if any(takers.values()):
                left = tuple(key for key, taker in takers.items() if taker is None)
                self.wished[action.id] = left
                self._regret(action, left, [taker for taker in takers.values() if taker])

    def _taker(self, action: Action, key: str) -> _Claim | None:
        """Whoever has the key now; not one that shared it before, as `escape` is shared."""
        claims = (self._claims.get((place, key)) for place in _holds_in(action.scope))
        return next((claim for claim in claims if claim and key not in claim.action.keys), None)

    def _regret(self, action: Action, left: tuple[str, ...], takers: Sequence[_Claim]) -> None:
        """An action without a key is told of, unless it had been wished so."""
        taker = takers[0]
        if not left and taker.is_own:
            sentence = f'{taker.action.id} takes the only key of {action.id}; give that one another, or "" for none.'
            self.complaints.append(Complaint(taker.line, sentence))


def _holds_in(scope: Scope) -> tuple[Scope, ...]:
    return _HOLDS_IN.get(scope, (scope,))


def _unknown(name: str, known: Mapping[str, Action]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.6)
    meant = f"; did you mean “{near[0]}”?" if near else "; help (f1) shows all, and docs/screens.md their names."
    return f"There is no action “{name}”{meant}"


def _meant(word: str) -> str:
    """The end of the sentence: “ctlr+s” is nearly “ctrl+s”."""
    from difflib import get_close_matches

    *held, last = re.split(r"\+(?=.)", word.lower())
    near = [(get_close_matches(name, _HELD, n=1, cutoff=0.6) or [name])[0] for name in held]
    for end in (last, *get_close_matches(last, _NAMED, n=1, cutoff=0.6)):
        guess = "+".join((*near, end))
        if guess != word and parse_key(guess):
            return f"; did you mean “{guess}”?"
    return "."


def textual_keymap(keys: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What Textual takes: an action without a key gets one that no keyboard has."""
    return {name: ",".join(found) or nowhere(name) for name, found in keys.items()}


def nowhere(name: str) -> str:
    """A key that is never pressed, so that an action without one can be given one."""
    return f"no-key-of.{name}"
