"""What was modified in a text, told beside it: each insertion and deletion, whose it is, in which version."""

from collections.abc import Iterator, Sequence

from zerodraft.core.comparison.changes import Op
from zerodraft.export.akn.meta import SOURCE, Named
from zerodraft.export.akn.words import NUMBER, Modified
from zerodraft.export.akn.xml import Element, put

_KINDS = {Op.INSERTED: "insertion", Op.DELETED: "repeal"}


def tell_modifications(meta: Element, modified: Sequence[Modified], source: str, named: Named) -> None:
    """Nothing where nothing was modified. `source` refers to the version with the new words."""
    if not modified:
        return
    told = put(put(meta, "analysis", source=SOURCE), "passiveModifications")
    for place, group in enumerate(_together(modified), 1):
        first = group[0]
        kind = "substitution" if len(group) > 1 else _KINDS[first.op]
        mod = put(
            told,
            "textualMod",
            type="renumbering" if first.paragraph.endswith(NUMBER) else kind,
            eId=f"mod_{place}",
            refersTo=f"#{named.of(first.hand.author)}" if first.hand else None,
        )
        put(mod, "source", href=source)
        put(mod, "destination", href=f"#{first.paragraph.removesuffix(NUMBER)}")
        for each in group:
            put(mod, "old" if each.op is Op.DELETED else "new", href=f"#{each.name}")


def _together(modified: Sequence[Modified]) -> Iterator[list[Modified]]:
    """A deletion and the insertion right after it, of one hand in one paragraph, are one substitution."""
    waiting: list[Modified] = []
    for each in modified:
        if waiting and (each.op is not Op.INSERTED or not each.is_adjacent or waiting[0].hand != each.hand):
            yield waiting
            waiting = []
        waiting.append(each)
        if each.op is Op.INSERTED:
            yield waiting
            waiting = []
    if waiting:
        yield waiting
