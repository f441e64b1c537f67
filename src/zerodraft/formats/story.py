"""`story.toml`: how a sample declaration was negotiated, act by act, for the demonstration."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.formats.scenes import (
    Closing,
    Commenting,
    Deciding,
    Editing,
    Issuing,
    Proposing,
    Replying,
    Scene,
    Speaking,
)
from zerodraft.formats.toml_text import BadSettings, read_toml

K = TypeVar("K", Stand, Verdict)


@dataclass(frozen=True, slots=True)
class Story:
    """Who drafted, and what happened, in order of date."""

    drafter: str
    address: str
    scenes: tuple[Scene, ...]


class _Table:
    """One table of the file; a missing or odd value is told with the table it is missing in."""

    def __init__(self, values: object, name: str) -> None:
        if not isinstance(values, dict):
            raise BadSettings(0, f"{name} is not a table.")
        self.values: dict[str, object] = values
        self.name = name

    def words(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise BadSettings(0, f"“{key}” of {self.name} is not text.")
        return value

    def moment(self) -> datetime:
        value = self.values.get("date")
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise BadSettings(0, f"{self.name} has no date with an offset.")
        return value

    def names(self, key: str) -> tuple[str, ...]:
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            raise BadSettings(0, f"“{key}” of {self.name} is not a list of texts.")
        return tuple(values)

    def numbers(self, key: str) -> tuple[int, ...]:
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(type(each) is int for each in values):
            raise BadSettings(0, f"“{key}” of {self.name} is not a list of numbers.")
        return tuple(values)

    def changes(self) -> tuple[tuple[str, str], ...]:
        return tuple((each.words("find"), each.words("replace")) for each in self.tables("change"))

    def is_set(self, key: str) -> bool:
        return self.values.get(key) is True

    def tables(self, key: str) -> list["_Table"]:
        values = self.values.get(key, [])
        if not isinstance(values, list):
            raise BadSettings(0, f"“{key}” of {self.name} is not a list of tables.")
        return [_Table(each, f"{key} {number} of {self.name}") for number, each in enumerate(values, 1)]


def parse_story(*texts: str) -> Story:
    """The story in one file, or in several one after the other; the first tells who drafts.

    Raises `BadSettings`; acts whose dates do not rise are refused.
    """
    parts = [_Table(read_toml(text), "the story") for text in texts]
    drafter = _Table(parts[0].values.get("drafter"), "drafter")
    scenes = tuple(_scene(each) for part in parts for each in part.tables("act"))
    dates = [scene.date for scene in scenes]
    if dates != sorted(dates):
        raise BadSettings(0, "The dates of the acts do not rise.")
    return Story(drafter.words("name"), drafter.words("email"), scenes)


def _scene(act: _Table) -> Scene:
    kind = act.words("act")
    if kind not in _SCENES:
        raise BadSettings(0, f"“{kind}” of {act.name} is no act.")
    return _SCENES[kind](act)


def _issuing(act: _Table) -> Scene:
    return Issuing(act.moment(), act.words("designation"), act.words("stage"))


def _commenting(act: _Table) -> Scene:
    words = (act.words(key) for key in ("from", "on", "paragraph", "quote", "occasion", "text", "key"))
    return Commenting(act.moment(), *words)


def _replying(act: _Table) -> Scene:
    return Replying(act.moment(), act.words("from"), act.words("to"), act.words("text"), act.is_set("resolves"))


def _editing(act: _Table) -> Scene:
    return Editing(act.moment(), act.words("from"), act.words("answers"), act.words("summary"), act.changes())


def _proposing(act: _Table) -> Scene:
    return Proposing(
        date=act.moment(),
        delegations=(act.words("from"), *act.names("with")),
        on=act.words("on"),
        paragraph=act.words("paragraph"),
        words=act.words("words"),
        changes=act.changes(),
        until=act.words("until"),
        after=act.words("after"),
        is_insertion=act.is_set("insert"),
        reason=act.words("reason"),
        occasion=act.words("occasion"),
        answers=act.words("answers"),
    )


def _speaking(act: _Table) -> Scene:
    words = (act.words(key) for key in ("proposal", "paragraph", "quote", "on", "text"))
    return Speaking(act.moment(), act.words("from"), _one_of(Stand, act, "stand"), *words)


def _deciding(act: _Table) -> Scene:
    return Deciding(
        date=act.moment(),
        verdict=_one_of(Verdict, act, "verdict"),
        proposals=act.names("proposals"),
        changes=act.numbers("changes"),
        words=act.words("words"),
        why=act.words("why"),
        instead=act.words("instead"),
    )


def _closing(act: _Table) -> Scene:
    opens = act.words("act") == "reopen"
    return Closing(act.moment(), act.names("paragraphs"), act.names("by"), act.words("why"), opens)


def _one_of(kind: type[K], act: _Table, key: str) -> K:
    try:
        return kind(act.words(key))
    except ValueError:
        raise BadSettings(0, f"“{act.words(key)}” of {act.name} is none of {', '.join(kind)}.") from None


_SCENES: dict[str, Callable[[_Table], Scene]] = {
    "issue": _issuing,
    "comment": _commenting,
    "reply": _replying,
    "edit": _editing,
    "propose": _proposing,
    "position": _speaking,
    "decide": _deciding,
    "agree": _closing,
    "reopen": _closing,
}
