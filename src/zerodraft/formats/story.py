"""`story.toml`: how a sample declaration was negotiated, act by act, for the demonstration."""

from dataclasses import dataclass
from datetime import datetime

from zerodraft.formats.toml_text import BadSettings, read_toml


@dataclass(frozen=True, slots=True)
class Issuing:
    date: datetime
    designation: str
    stage: str


@dataclass(frozen=True, slots=True)
class Commenting:
    """`key` is the name by which a reply or an edit refers to this comment, "" where none does."""

    date: datetime
    delegation: str
    on: str
    paragraph: str
    quote: str
    occasion: str
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Replying:
    date: datetime
    delegation: str
    to: str
    text: str
    resolves: bool


@dataclass(frozen=True, slots=True)
class Editing:
    """`changes` are (what stands exactly once in the text, what stands there afterwards), one after the other."""

    date: datetime
    delegation: str
    answers: str
    summary: str
    changes: tuple[tuple[str, str], ...]


Scene = Issuing | Commenting | Replying | Editing


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

    def tables(self, key: str) -> list["_Table"]:
        values = self.values.get(key, [])
        if not isinstance(values, list):
            raise BadSettings(0, f"“{key}” of {self.name} is not a list of tables.")
        return [_Table(each, f"{key} {number} of {self.name}") for number, each in enumerate(values, 1)]


def parse_story(text: str) -> Story:
    """The story in a file's text. Raises `BadSettings`; acts whose dates do not rise are refused."""
    story = _Table(read_toml(text), "the story")
    drafter = _Table(story.values.get("drafter"), "drafter")
    scenes = tuple(_scene(each) for each in story.tables("act"))
    dates = [scene.date for scene in scenes]
    if dates != sorted(dates):
        raise BadSettings(0, "The dates of the acts do not rise.")
    return Story(drafter.words("name"), drafter.words("email"), scenes)


def _scene(act: _Table) -> Scene:
    match act.words("act"):
        case "issue":
            return Issuing(act.moment(), act.words("designation"), act.words("stage"))
        case "comment":
            words = (act.words(key) for key in ("from", "on", "paragraph", "quote", "occasion", "text", "key"))
            return Commenting(act.moment(), *words)
        case "reply":
            resolves = act.values.get("resolves") is True
            return Replying(act.moment(), act.words("from"), act.words("to"), act.words("text"), resolves)
        case "edit":
            changes = tuple((each.words("find"), each.words("replace")) for each in act.tables("change"))
            return Editing(act.moment(), act.words("from"), act.words("answers"), act.words("summary"), changes)
        case other:
            raise BadSettings(0, f"“{other}” of {act.name} is no act.")
