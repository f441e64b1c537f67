"""What a terminal sends for keys and the mouse. Keys bear Textual's names: `ctrl+s`, `enter`, `pagedown`, `a`."""

from collections.abc import Iterable

# Textual's name of a key without its modifiers, and tmux's.
_NAMES = {
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "backspace": "BSpace",
    "delete": "DC",
    "insert": "IC",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
    "pageup": "PPage",
    "pagedown": "NPage",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
_MODIFIERS = {"ctrl": "C-", "alt": "M-", "shift": "S-"}
# A bare ESC, and ESC with a letter for Alt, are told apart by the time until the next byte, which a
# busy machine gets wrong; these are the same keys as newer terminals send them.
_ALT = "\x1b[{code};3u"
# What else tmux has no name for is sent as xterm does.
_SEQUENCES = {"escape": "\x1b[27u", "shift+tab": "\x1b[Z", "ctrl+underscore": "\x1f", "ctrl+at": "\x00"}

PRESSED, RELEASED = "M", "m"
_LEFT, _MOVED, _WHEEL_UP, _WHEEL_DOWN = 0, 32, 64, 65
_HELD = {"shift": 4, "alt": 8, "ctrl": 16}


def sequence_of(key: str) -> bytes:
    """The bytes of a key that the driver sends itself; none when tmux knows the key by a name."""
    modifier, _, letter = key.partition("+")
    if modifier == "alt" and len(letter) == 1:
        return _ALT.format(code=ord(letter)).encode()
    return _SEQUENCES.get(key, "").encode()


def tmux_name(key: str) -> str:
    """What `tmux send-keys` calls a key; ValueError for one that no terminal sends."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if base not in _NAMES and len(base) != 1:
        raise ValueError(f"no key is called {key!r}; a text is typed with type()")
    if unknown := [each for each in modifiers if each not in _MODIFIERS]:
        raise ValueError(f"{key!r}: no modifier is called {unknown[0]!r}")
    if "shift" in modifiers and len(base) == 1:
        raise ValueError(f"{key!r}: terminals send no shift with a letter; press {base.upper()!r}")
    name = "".join(_MODIFIERS[each] for each in modifiers) + _NAMES.get(base, base)
    return "\\;" if name == ";" else name


def clicks(x: int, y: int, times: int = 1, held: Iterable[str] = ()) -> bytes:
    """The left button pressed and released in a cell; cells are counted from 0."""
    once = _report(_LEFT, x, y, PRESSED, held) + _report(_LEFT, x, y, RELEASED, held)
    return once * times


def drags(start: tuple[int, int], end: tuple[int, int]) -> bytes:
    """The left button pressed in one cell, moved half way, to the other cell, and released there."""
    half = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
    moves = [_report(_MOVED, *place, PRESSED) for place in (half, end)]
    return b"".join([_report(_LEFT, *start, PRESSED), *moves, _report(_LEFT, *end, RELEASED)])


def wheels(x: int, y: int, steps: int, held: Iterable[str] = ()) -> bytes:
    """The wheel turned over a cell, down for positive steps."""
    return _report(_WHEEL_DOWN if steps > 0 else _WHEEL_UP, x, y, PRESSED, held) * abs(steps)


def _report(button: int, x: int, y: int, sign: str, held: Iterable[str] = ()) -> bytes:
    """One mouse report in xterm's form 1006, which counts cells from 1."""
    return f"\x1b[<{button + sum(_HELD[each] for each in held)};{x + 1};{y + 1}{sign}".encode()
