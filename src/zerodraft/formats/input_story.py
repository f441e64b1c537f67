"""`input.toml`: the files that delegations might have sent in answer to a sample declaration, for the demonstration.

Each is the version that a delegation had, edited act by act in a word processor.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from zerodraft.formats.toml_table import Table
from zerodraft.formats.toml_text import BadSettings, read_toml


@dataclass(frozen=True, slots=True)
class Signed:
    """Who did something, by the name that the word processor knows, and when."""

    author: str
    date: datetime


@dataclass(frozen=True, slots=True)
class Rewording:
    """In every act `paragraph` is a number of the version, or the `key` of a paragraph that was put in. `find` stands
    there once; `is_silent`: no change is tracked."""

    by: Signed
    paragraph: str
    find: str
    replace: str
    is_silent: bool


@dataclass(frozen=True, slots=True)
class Inserting:
    """A paragraph that looks like the one that it follows."""

    by: Signed
    after: str
    words: str
    key: str


@dataclass(frozen=True, slots=True)
class Deleting:
    by: Signed
    paragraph: str


@dataclass(frozen=True, slots=True)
class Moving:
    by: Signed
    paragraph: str
    after: str


@dataclass(frozen=True, slots=True)
class Splitting:
    """`before` are the words with which the second paragraph begins."""

    by: Signed
    paragraph: str
    before: str


@dataclass(frozen=True, slots=True)
class Remarking:
    """A comment on words; `key` is the name by which a reply refers to it."""

    by: Signed
    paragraph: str
    quote: str
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Replying:
    by: Signed
    to: str
    text: str
    resolves: bool


Act = Rewording | Inserting | Deleting | Moving | Splitting | Remarking | Replying


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file: its name, who sends it, the version that it answers, and what was done in it."""

    name: str
    delegation: str
    on: str
    acts: tuple[Act, ...]


def parse_input_story(text: str) -> tuple[InputFile, ...]:
    """All files. Raises `BadSettings`."""
    return tuple(_file(each) for each in Table(read_toml(text), "the input").tables("file"))


def _file(file: Table) -> InputFile:
    acts = tuple(_act(each, file.words("author")) for each in file.tables("act"))
    return InputFile(file.words("name"), file.words("from"), file.words("on"), acts)


def _act(act: Table, author: str) -> Act:
    kind = act.words("act")
    if kind not in _ACTS:
        raise BadSettings(0, f"“{kind}” of {act.name} is no act.")
    return _ACTS[kind](act, Signed(act.words("by") or author, act.moment()))


def _rewording(act: Table, by: Signed) -> Act:
    return Rewording(by, act.words("paragraph"), act.words("find"), act.words("replace"), act.is_set("silent"))


def _inserting(act: Table, by: Signed) -> Act:
    return Inserting(by, act.words("after"), act.words("words"), act.words("key"))


def _deleting(act: Table, by: Signed) -> Act:
    return Deleting(by, act.words("paragraph"))


def _moving(act: Table, by: Signed) -> Act:
    return Moving(by, act.words("paragraph"), act.words("after"))


def _splitting(act: Table, by: Signed) -> Act:
    return Splitting(by, act.words("paragraph"), act.words("before"))


def _remarking(act: Table, by: Signed) -> Act:
    return Remarking(by, act.words("paragraph"), act.words("quote"), act.words("text"), act.words("key"))


def _replying(act: Table, by: Signed) -> Act:
    return Replying(by, act.words("to"), act.words("text"), act.is_set("resolves"))


_ACTS: dict[str, Callable[[Table, Signed], Act]] = {
    "reword": _rewording,
    "insert": _inserting,
    "delete": _deleting,
    "move": _moving,
    "split": _splitting,
    "comment": _remarking,
    "reply": _replying,
}
