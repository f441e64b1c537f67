"""Which acts stand, and which were taken back: read from the record alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from zerodraft.store.acts import Recorded


@dataclass(frozen=True, slots=True)
class Stacks:
    """What can be undone, and what can be redone, the next one last."""

    done: tuple[Recorded, ...]
    undone: tuple[Recorded, ...]


def stacks(log: Sequence[Recorded]) -> Stacks:
    """From the log of a declaration (newest first). A new act ends what could be redone."""
    by_commit = {each.commit: each for each in log}
    done: list[str] = []
    undone: list[str] = []
    for each in reversed(log):
        trailers = dict(each.trailers)
        if (target := trailers.get("Undoes", "")) in by_commit:
            done = [commit for commit in done if commit != target]
            undone.append(target)
        elif (target := trailers.get("Redoes", "")) in by_commit:
            undone = [commit for commit in undone if commit != target]
            done.append(target)
        elif "Act" in trailers and len(each.parents) < 2:
            done.append(each.commit)
            undone = []
    return Stacks(tuple(by_commit[commit] for commit in done), tuple(by_commit[commit] for commit in undone))
