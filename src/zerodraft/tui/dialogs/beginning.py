"""Beginning a declaration: from a kind, a sample or a file."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from zerodraft.errors import Refusal
from zerodraft.tui.dialogs.begin_form import BeginForm
from zerodraft.tui.dialogs.beginning_forms import FromFile, FromKind, FromSample
from zerodraft.tui.dialogs.choice import Choice, Way

if TYPE_CHECKING:
    from zerodraft.tui.house import House

_KIND, _SAMPLE, _FILE = "kind", "sample", "file"


async def begin(house: "House", taken: Collection[str]) -> str | None:
    """Ask what it begins from, and begin it; its name, None where nothing was begun. Runs in a worker."""
    try:
        await house.fetch("Looking at the workspace", lambda desk, _: desk.check_ready())
    except Refusal as refusal:
        house.refuse(refusal)
        return None
    ways = (
        Way("k", _KIND, "From a kind of document and its focus areas"),
        Way("s", _SAMPLE, "From a sample, a declaration that comes with zerodraft"),
        Way("f", _FILE, "From a text in a file"),
    )
    match await house.ask_for(Choice("A new declaration", "", ways)):
        case str(way):
            return await house.ask_for(_form(way, taken))
        case _:
            return None


def _form(way: str, taken: Collection[str]) -> BeginForm:
    return {_KIND: FromKind, _SAMPLE: FromSample, _FILE: FromFile}[way](taken)
