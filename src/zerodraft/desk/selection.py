"""Which comments somebody wants to see."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.folding import folded
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.naming import ordinal_of

Check = Callable[[Thread], bool]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is left empty doesn't matter. `speaker` is a code, of a group for all its members too; `paragraph` a
    number of the working text; `on` the name of a version that was read; `words`, as `folded` gives them, must all
    be said, quoted or named in a thread."""

    speaker: str = ""
    area: int | None = None
    paragraph: str = ""
    state: State | None = None
    standing: str = ""
    on: str = ""
    words: tuple[str, ...] = ()


_EVERYTHING = Wish()


def chosen(dossier: Dossier, wish: Wish) -> Sequence[Thread]:
    """The threads that are wished for, by where they stand now, then by date; detached ones last."""
    return dossier.in_order if wish == _EVERYTHING else tuple(filter(fits(dossier, wish), dossier.in_order))


def fits(dossier: Dossier, wish: Wish) -> Check:
    """Whether a thread is wished for. Refused where the paragraph of the wish is not there."""
    checks = tuple(_checks(dossier, wish))
    return lambda thread: all(check(thread) for check in checks)


def _checks(dossier: Dossier, wish: Wish) -> Iterator[Check]:
    """One check for each thing that matters, the cheap ones first."""
    placed = dossier.placed
    if wish.state is not None:
        yield lambda thread: thread.state is wish.state
    if wish.area is not None:
        yield lambda thread: placed[thread.root.id].area == wish.area
    if wish.standing:
        yield lambda thread: placed[thread.root.id].standing == wish.standing
    if wish.on:
        yield lambda thread: thread.root.on == wish.on
    if wish.paragraph:
        block = paragraph_block(dossier.draft, ordinal_of(dossier, wish.paragraph))
        yield lambda thread: placed[thread.root.id].ordinal in block
    if wish.speaker:
        speakers = {wish.speaker, *dossier.delegations.members_of(wish.speaker)}
        yield lambda thread: any(comment.delegation in speakers for comment in thread.comments)
    if wish.words:
        yield lambda thread: _has_words(_said(dossier, thread), wish.words)


def _has_words(said: str, words: Sequence[str]) -> bool:
    return all(word in said for word in words)


def _said(dossier: Dossier, thread: Thread) -> str:
    """All words of a thread in which somebody may look for something, folded."""
    said = (
        (each.id, each.delegation, dossier.name_of(each.delegation), each.occasion, each.anchor.exact, each.body)
        for each in thread.comments
    )
    return folded("\n".join(word for words in said for word in words))


def placed_at(dossier: Dossier, thread: Thread) -> int | None:
    """The ordinal of the paragraph of the working text where a thread stands; None for a detached one."""
    return dossier.placed[thread.root.id].ordinal


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


def paragraph_block(draft: Draft, ordinal: int) -> Sequence[int]:
    """A paragraph and the sub-paragraphs below it."""
    end = ordinal + 1
    level = draft.paragraphs[ordinal].level if draft.paragraphs[ordinal].kind is Kind.SUB else 0
    while (
        end < len(draft.paragraphs) and draft.paragraphs[end].kind is Kind.SUB and draft.paragraphs[end].level > level
    ):
        end += 1
    return range(ordinal, end)


def ordinals_named(dossier: Dossier, reading: Reading, cited: Sequence[str]) -> Sequence[int]:
    """The paragraphs that somebody cites, with their sub-paragraphs, in the order of the text; all where none is."""
    if not cited:
        return range(len(reading.draft.paragraphs))
    named = (ordinal_of(dossier, each, reading.numbers) for each in cited)
    return sorted({ordinal for each in named for ordinal in paragraph_block(reading.draft, each)})
