"""TOML as people wrote it: where a mistake stands, and how a value is written.

`tomllib` reads, the standard library writes nothing; the few shapes that our files need are here.
"""

import re
from collections.abc import Collection
from datetime import date
from tomllib import TOMLDecodeError, loads

from zerodraft.core.text.visible import is_plain_name, visible

# One dotted key of 64 KiB keeps tomllib busy for 20 seconds, sixteen of 4,000 characters for one.
LONGEST = 64 * 1024
LONGEST_LINE = 4000

_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_ESCAPES = {'"': '\\"', "\\": "\\\\"} | {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}


class BadSettings(ValueError):
    """A settings file that can't be taken as it is. `line` counts from 1, 0 for the file as a whole."""

    def __init__(self, line: int, sentence: str) -> None:
        sentence = visible(sentence, single_line=True)
        super().__init__(f"line {line}: {sentence}" if line else sentence)
        self.line = line
        self.sentence = sentence


def read_toml(text: str) -> dict[str, object]:
    """The values of a TOML text. Raises `BadSettings` for anything that is not TOML, or too much of it."""
    if len(text) > LONGEST:
        raise BadSettings(0, "The file is longer than 64 KiB.")
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise BadSettings(number, f"The line is longer than {LONGEST_LINE} characters.")
    try:
        return loads(text)
    except TOMLDecodeError as wrong:
        place = _AT_LINE.search(str(wrong))
        last = text.rstrip("\n").count("\n") + 1
        reason = _AT_LINE.sub("", str(wrong))
        raise BadSettings(int(place[1]) if place and place[1] else last, f"This is not TOML: {reason}.") from None
    except (ValueError, RecursionError):
        raise BadSettings(0, "The file holds a number or value that can't be read.") from None


def line_of(text: str, key: str, table: str = "") -> int:
    """The line where a key stands, counted from 1: the first in `table`, 0 where it isn't found."""
    wanted = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    header = re.compile(r"\s*\[([^\[\]]+)\]")
    here = ""
    for number, line in enumerate(text.split("\n"), start=1):
        found = header.match(line)
        if found:
            here = re.sub(r"""[\s"']""", "", found[1])
        elif here == table and wanted.match(line):
            return number
    return 0


def line_of_table(text: str, table: str) -> int:
    """The line of `[table]`, counted from 1, 0 where it isn't found."""
    for number, line in enumerate(text.split("\n"), start=1):
        if re.sub(r"""[\s"']""", "", line).startswith(f"[{table}]"):
            return number
    return 0


def reject_misspelt(key: str, known: Collection[str], line: int) -> None:
    """Raise `BadSettings` where an unknown key is nearly a known one; let others pass, they may be later ones."""
    from difflib import get_close_matches  # 9 ms to load, needed for unknown keys only

    near = get_close_matches(key, known, n=1, cutoff=0.75)
    if near:
        raise BadSettings(line, f"“{key}” is not a setting; did you mean “{near[0]}”?")


def words_at(values: dict[str, object], key: str, line: int) -> str:
    """A value that must be one line of words, "" where it is missing or empty."""
    value = values.get(key, "")
    if not isinstance(value, str):
        raise BadSettings(line, f"“{key}” must be text in quotation marks.")
    if value and not is_plain_name(value):
        raise BadSettings(
            line, f"“{key}” must be one line of up to 200 characters, without invisible ones or space around it."
        )
    return value


def list_at(values: dict[str, object], key: str, line: int) -> tuple[str, ...]:
    """A value that must be a list of words, () where it is missing."""
    value = values.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) and is_plain_name(each) for each in value):
        raise BadSettings(line, f'“{key}” must be a list of texts, such as ["one", "two"].')
    return tuple(value)


def toml_value(value: str | tuple[str, ...] | tuple[date, ...]) -> str:
    """A text, a list of texts or a list of days as TOML."""
    if isinstance(value, str):
        return _quoted(value)
    return "[" + ", ".join(each.isoformat() if isinstance(each, date) else _quoted(each) for each in value) + "]"


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'
