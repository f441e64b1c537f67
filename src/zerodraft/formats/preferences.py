"""`config.toml` in the drafter's own settings folder: how the screens look, and which keys do what.

A wrong line never costs the others: it is a complaint with its place, and what it would have set stays as usual.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

THEMES = ("auto", "dark", "light", "terminal")
KEYMAPS = ("default", "vim", "emacs")
KEYS = "keys"


class KeyWish(NamedTuple):
    """The keys that an action shall have, as they were written; () for none. `line` counts from 1, 0 for unknown."""

    action: str
    keys: tuple[str, ...]
    line: int


class Complaint(NamedTuple):
    """What is wrong with a line, counted from 1; 0 for the file as a whole."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a drafter wishes on every screen, whichever the workspace."""

    theme: str = "auto"
    plain_marks: bool = False
    keymap: str = "default"
    keys: tuple[KeyWish, ...] = ()


_NAMES = ("theme", "plain_marks", "keymap", KEYS)


def parse_preferences(text: str) -> tuple[Preferences, tuple[Complaint, ...]]:
    """The preferences in the text of a `config.toml`, and what could not be taken, by line."""
    from zerodraft.formats.toml_text import BadSettings, read_toml  # 4 ms to load, needed only where there is a file

    try:
        values = read_toml(text)
    except BadSettings as wrong:
        return Preferences(), (Complaint(wrong.line, wrong.sentence),)
    reading = _Reading(text, values, [])
    preferences = Preferences(
        theme=reading.one_of("theme", THEMES),
        plain_marks=reading.switch("plain_marks"),
        keymap=reading.one_of("keymap", KEYMAPS),
        keys=reading.keys(),
    )
    reading.look_for_unknown()
    return preferences, tuple(sorted(reading.complaints))


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    values: Mapping[str, object]
    complaints: list[Complaint]

    def _complain(self, name: str, sentence: str, table: str = "") -> None:
        self.complaints.append(Complaint(self._line(name, table), sentence))

    def _line(self, name: str, table: str = "") -> int:
        from zerodraft.formats.toml_text import line_of

        return line_of(self.text, name, table)

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        value = self.values.get(name, allowed[0])
        if isinstance(value, str) and value in allowed:
            return value
        self._complain(name, f"“{name}” must be one of {', '.join(allowed)}.")
        return allowed[0]

    def switch(self, name: str) -> bool:
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            self._complain(name, f"“{name}” must be true or false.")
            return False
        return value

    def keys(self) -> tuple[KeyWish, ...]:
        value = self.values.get(KEYS, {})
        if not isinstance(value, Mapping):
            self._complain(KEYS, f"“{KEYS}” must be a table: a line [{KEYS}], and below it one line for each action.")
            return ()
        return tuple(sorted(self._wishes(value, ""), key=lambda wish: wish.line))

    def _wishes(self, values: Mapping[str, object], before: str) -> Iterator[KeyWish]:
        """Without quotation marks `draft.save` is a table `draft` with `save` in it; that is understood as well."""
        for name, value in values.items():
            action = before + name
            if isinstance(value, Mapping):
                yield from self._wishes(value, f"{action}.")
            elif isinstance(value, str):
                keys = tuple(key.strip() for key in _commas(value) if key.strip())
                yield KeyWish(action, keys, self._line(action, KEYS))
            else:
                self._complain(action, f'“{action}” must be keys in quotation marks, such as "ctrl+s, f12".', KEYS)

    def look_for_unknown(self) -> None:
        from zerodraft.formats.toml_text import BadSettings, line_of_table, reject_misspelt

        for name in self.values:
            if name in _NAMES:
                continue
            line = self._line(name) or line_of_table(self.text, name)
            try:
                reject_misspelt(name, _NAMES, line)
            except BadSettings as wrong:
                self.complaints.append(Complaint(line, wrong.sentence))
            else:
                self.complaints.append(Complaint(line, f"“{name}” is not a setting."))


def _commas(value: str) -> list[str]:
    """The keys of a list; a comma that stands alone is itself a key."""
    return [","] if value.strip() == "," else value.split(",")


def with_preference(text: str, name: str, value: str | bool) -> str | None:
    """The text with another value of one setting and no other change; None where it can't be read afterwards."""
    from tomllib import TOMLDecodeError, loads

    written = str(value).lower() if isinstance(value, bool) else f'"{value}"'
    changed = _spliced(text, name, written)
    try:
        return changed if loads(changed) == {**loads(text), name: value} else None
    except (TOMLDecodeError, RecursionError, ValueError):
        return None


def _spliced(text: str, name: str, written: str) -> str:
    """In place where the setting stands; else after the last one that is in no table, or as the first line."""
    table = re.search(r"(?m)^[ \t]*\[", text)
    end = table.start() if table else len(text)
    value = re.compile(rf"""(?m)^[ \t]*["']?{re.escape(name)}["']?[ \t]*=[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s#]+)""")
    if found := value.search(text, 0, end):
        return f"{text[: found.start(1)]}{written}{text[found.end(1) :]}"
    line = f"{name} = {written}\n"
    settings = list(re.compile(r"(?m)^[ \t]*[^#\s][^\n]*\n?").finditer(text, 0, end))
    if not settings:
        return f"{line}\n{text}" if text else line
    place = settings[-1].end()
    return f"{text[:place]}{'' if text[place - 1] == chr(10) else chr(10)}{line}{text[place:]}"
