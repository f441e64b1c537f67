"""Which parts of an Office package belong to which, and for what."""

from typing import NamedTuple

from zerodraft.intake.container import Package
from zerodraft.intake.xml import parsed


class Relationship(NamedTuple):
    """`sort` is the last word of its type (“worksheet”, “comments”). `target` is the name of a part, "" where it leads
    out of the package: nothing out there is ever asked for."""

    id: str
    sort: str
    target: str


def relationships(package: Package, source: str = "") -> tuple[Relationship, ...]:
    """Those of a part, in their order; of the package as a whole with "". None where the part has no list of them."""
    folder, _, name = source.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if listed not in package:
        return ()
    root = parsed(package.part(listed), package.called(listed))
    return tuple(
        Relationship(
            each.get("Id", ""),
            each.get("Type", "").rpartition("/")[2],
            "" if each.get("TargetMode") == "External" else _resolved(folder, each.get("Target", "")),
        )
        for each in root
    )


def _resolved(folder: str, target: str) -> str:
    """The name of a part from how it is called in a folder; "" where that climbs out of the package."""
    steps = [] if target.startswith("/") or not folder else folder.split("/")
    for step in target.split("/"):
        if step == "..":
            if not steps:
                return ""
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
