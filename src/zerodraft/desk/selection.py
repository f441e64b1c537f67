"""Which comments somebody wants to see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.naming import ordinal_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What is left empty doesn't matter. `speaker` is a code, of a group for all its members too;
    `paragraph` a number of the working text."""

    speaker: str = ""
    area: int | None = None
    paragraph: str = ""
    state: State | None = None
    standing: str = ""


def chosen(dossier: Dossier, wish: Wish) -> Iterator[Thread]:
    """The threads in which the speaker speaks, by where they stand now, then by date; detached ones last."""
    speakers = {wish.speaker, *dossier.delegations.members_of(wish.speaker)} if wish.speaker else None
    block = paragraph_block(dossier.draft, ordinal_of(dossier, wish.paragraph)) if wish.paragraph else None
    for thread in sorted(dossier.threads, key=lambda each: _place(dossier, each, len(dossier.draft.paragraphs))):
        placed = dossier.placed[thread.root.id]
        if (
            (speakers is None or any(comment.delegation in speakers for comment in thread.comments))
            and (wish.area is None or placed.area == wish.area)
            and (block is None or placed_at(dossier, thread) in block)
            and (wish.state is None or thread.state is wish.state)
            and (not wish.standing or placed.standing == wish.standing)
        ):
            yield thread


def placed_at(dossier: Dossier, thread: Thread) -> int | None:
    """The ordinal of the paragraph of the working text where a thread stands; None for a detached one."""
    ordinal: int | None = getattr(dossier.placed[thread.root.id].place, "ordinal", None)
    return ordinal


def standing_at(dossier: Dossier, reading: Reading) -> Mapping[int, Sequence[Thread]]:
    """Which threads stand at which paragraph, by ordinal: at the working text where they stand now, at any
    other the ones that were opened on it."""
    found: dict[int, list[Thread]] = {}
    for thread in dossier.threads:
        anchor = thread.root.anchor
        if reading.version is None and reading.text_id == dossier.reading.text_id:
            ordinal = placed_at(dossier, thread)
        else:
            ordinal = anchor.ordinal if anchor.text_id == reading.text_id else None
        if ordinal is not None:
            found.setdefault(ordinal, []).append(thread)
    return found


def _place(dossier: Dossier, thread: Thread, last: int) -> int:
    ordinal = placed_at(dossier, thread)
    return last if ordinal is None else ordinal


def paragraph_block(draft: Draft, ordinal: int) -> Sequence[int]:
    """A paragraph and the sub-paragraphs below it."""
    end = ordinal + 1
    level = draft.paragraphs[ordinal].level if draft.paragraphs[ordinal].kind is Kind.SUB else 0
    while (
        end < len(draft.paragraphs) and draft.paragraphs[end].kind is Kind.SUB and draft.paragraphs[end].level > level
    ):
        end += 1
    return range(ordinal, end)
