"""The places to choose from: also where figures write figures."""

from zerodraft.tui.actions import BY_ID, PLACES, Scope
from zerodraft.tui.dialogs.choice import Choice, Way


class Places(Choice):
    """Answers the name of a place."""

    def __init__(self, here: Scope) -> None:
        super().__init__("Where to?", "", [_way(number, place, here) for number, place in enumerate(PLACES, 1)])


def _way(number: int, place: str, here: Scope) -> Way:
    action = BY_ID[f"everywhere.{place}"]
    return Way(str(number), place, f"{action.told} (you are here)" if place == here.value else action.told)
