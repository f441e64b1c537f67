"""`story.toml`: how a sample declaration was negotiated, act by act, for the demonstration."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from zerodraft.core.negotiation.adoption import Manner
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.formats.scenes import (
    Adopting,
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
from zerodraft.formats.toml_table import Table
from zerodraft.formats.toml_text import BadSettings, read_toml

K = TypeVar("K", Manner, Stand, Verdict)


@dataclass(frozen=True, slots=True)
class Story:
    """Who drafted, and what happened, in order of date."""

    drafter: str
    address: str
    scenes: tuple[Scene, ...]


def parse_story(*texts: str) -> Story:
    """The story in one file, or in several one after the other; the first tells who drafts.

    Raises `BadSettings`; acts whose dates do not rise are refused.
    """
    parts = [Table(read_toml(text), "the story") for text in texts]
    drafter = Table(parts[0].values.get("drafter"), "drafter")
    scenes = tuple(_scene(each) for part in parts for each in part.tables("act"))
    dates = [scene.date for scene in scenes]
    if dates != sorted(dates):
        raise BadSettings(0, "The dates of the acts do not rise.")
    return Story(drafter.words("name"), drafter.words("email"), scenes)


def _scene(act: Table) -> Scene:
    kind = act.words("act")
    if kind not in _SCENES:
        raise BadSettings(0, f"“{kind}” of {act.name} is no act.")
    return _SCENES[kind](act)


def _issuing(act: Table) -> Scene:
    return Issuing(act.moment(), act.words("designation"), act.words("stage"))


def _commenting(act: Table) -> Scene:
    words = (act.words(key) for key in ("from", "on", "paragraph", "quote", "occasion", "text", "key"))
    return Commenting(act.moment(), *words)


def _replying(act: Table) -> Scene:
    return Replying(act.moment(), act.words("from"), act.words("to"), act.words("text"), act.is_set("resolves"))


def _editing(act: Table) -> Scene:
    return Editing(act.moment(), act.words("from"), act.words("answers"), act.words("summary"), act.changes())


def _proposing(act: Table) -> Scene:
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


def _speaking(act: Table) -> Scene:
    words = (act.words(key) for key in ("proposal", "paragraph", "quote", "on", "text"))
    return Speaking(act.moment(), act.words("from"), _one_of(Stand, act, "stand"), *words)


def _deciding(act: Table) -> Scene:
    return Deciding(
        date=act.moment(),
        verdict=_one_of(Verdict, act, "verdict"),
        proposals=act.names("proposals"),
        changes=act.numbers("changes"),
        words=act.words("words"),
        why=act.words("why"),
        instead=act.words("instead"),
    )


def _closing(act: Table) -> Scene:
    opens = act.words("act") == "reopen"
    return Closing(act.moment(), act.names("paragraphs"), act.names("by"), act.words("why"), opens)


def _adopting(act: Table) -> Scene:
    return Adopting(act.moment(), _one_of(Manner, act, "by"))


def _one_of(kind: type[K], act: Table, key: str) -> K:
    try:
        return kind(act.words(key))
    except ValueError:
        raise BadSettings(0, f"“{act.words(key)}” of {act.name} is none of {', '.join(kind)}.") from None


_SCENES: dict[str, Callable[[Table], Scene]] = {
    "issue": _issuing,
    "comment": _commenting,
    "reply": _replying,
    "edit": _editing,
    "propose": _proposing,
    "position": _speaking,
    "decide": _deciding,
    "agree": _closing,
    "reopen": _closing,
    "adopt": _adopting,
}
