"""Editing a passage: one paragraph, a new one after it, or the whole text, as somebody saw it.

While the words were being typed others may have recorded acts. A passage that nobody else touched is
found again in the text as it is now; one that was touched is refused, and the words are kept.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from zerodraft.core.comparison.changes import Comparison, Fate, Pair
from zerodraft.core.comparison.compare import compare
from zerodraft.core.text.draft import Draft, belonging
from zerodraft.core.text.label import label_at
from zerodraft.core.text.setting import line_end_of, next_labels, put_after, taken_out, typed_label
from zerodraft.core.text.splice import Splice, splice
from zerodraft.desk.adoptions import require_open
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.room import Room
from zerodraft.desk.texts import Credit, save
from zerodraft.errors import MovedOn, Refusal

_SHOWN = 240


class Deed(StrEnum):
    """What is done with a passage."""

    REWORD = "reword"
    INSERT_AFTER = "insert after"
    TAKE_OUT = "take out"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place of the working text that `seen` shows. `ordinal` None is the whole text."""

    seen: Dossier
    ordinal: int | None = None
    deed: Deed = Deed.REWORD

    @property
    def cite(self) -> str:
        return "" if self.ordinal is None else self.seen.reading.numbers[self.ordinal].cite


def passage(dossier: Dossier, paragraph: str, deed: Deed = Deed.REWORD) -> Passage:
    """The passage that a person names; "" is the whole text. Refused while the folder holds unrecorded words."""
    require_open(dossier)
    _require_recorded(dossier)
    return Passage(dossier, ordinal_of(dossier, paragraph) if paragraph else None, deed)


def _require_recorded(dossier: Dossier) -> None:
    if dossier.unsaved:
        raise Refusal(
            f"The working text of {dossier.slug} was changed in another editor and is not recorded yet.",
            f"`zerodraft save {dossier.slug}` records it, `zerodraft diff {dossier.slug} saved` shows the change.",
        )


def words_of(place: Passage) -> str:
    """What an editor begins with: the paragraph as it stands in the file, its typed number included."""
    if place.ordinal is not None and place.deed is Deed.INSERT_AFTER:
        return next(next_labels(place.seen.draft, place.ordinal))
    return standing(place)


def standing(place: Passage) -> str:
    """What stands at the passage: the paragraph in the file, or the whole text."""
    draft = place.seen.draft
    return draft.source if place.ordinal is None else draft.paragraphs[place.ordinal].span.of(draft.source)


def source_with(place: Passage, words: str) -> str:
    """The text with the passage reworded, inserted or taken out; outside of it every byte stays."""
    draft = place.seen.draft
    if place.ordinal is None:
        return with_last_line_end_of(draft.source, words)
    fitting = _with_line_ends_of(draft.source, words.strip("\r\n"))
    match place.deed:
        case Deed.REWORD:
            return splice(draft.source, (Splice(draft.paragraphs[place.ordinal].span, fitting),))
        case Deed.INSERT_AFTER:
            last = belonging(draft, place.ordinal)[-1]
            return splice(draft.source, (put_after(draft, last, fitting, place.ordinal),))
        case Deed.TAKE_OUT:
            return splice(draft.source, (Splice(taken_out(draft, belonging(draft, place.ordinal)), ""),))


def is_unchanged(place: Passage, words: str) -> bool:
    """The words say nothing new: as they were, or nothing at all for a new paragraph."""
    if place.deed is Deed.INSERT_AFTER:
        return words.strip() in ("", words_of(place).strip())
    return place.deed is Deed.REWORD and source_with(place, words) == place.seen.draft.source


def labelled(place: Passage, words: str) -> str:
    """Words with the number that the paragraph has typed, or a new one by its neighbour's, unless they bring one."""
    if place.deed is Deed.INSERT_AFTER:
        label = words_of(place)
    else:
        label = "" if place.ordinal is None else typed_label(place.seen.draft, place.ordinal)
    return words if not label or label_at(words, 0, len(words)) else label + words.lstrip()


def record(room: Room, place: Passage, words: str, credit: Credit) -> Done:
    """Record the words at the passage, found again in the text as it is now.

    MovedOn when somebody else recorded other words for the same passage meanwhile.
    """
    while True:
        current = room.open(place.seen.slug)
        carried = carry_over(place, current)
        try:
            return save(room, current, source_with(carried, words), credit)
        except MovedOn:
            if room.open(place.seen.slug).recorded == current.recorded:
                raise


def carry_over(place: Passage, current: Dossier) -> Passage:
    """The same passage in the text as it is now."""
    _require_recorded(current)
    if current.draft.source == place.seen.draft.source:
        return replace(place, seen=current)
    if place.ordinal is None:
        raise MovedOn(
            f"Somebody recorded another text of {current.slug} meanwhile.",
            f"`zerodraft log {current.slug}` tells who; edit one paragraph at a time and both changes stand.",
        )
    comparison = compare(place.seen.draft, current.draft)
    wanted = belonging(place.seen.draft, place.ordinal) if place.deed is Deed.TAKE_OUT else (place.ordinal,)
    found = [_found_again(comparison, place, ordinal) for ordinal in wanted]
    if place.deed is Deed.TAKE_OUT and found != list(belonging(current.draft, found[0])):
        raise MovedOn(
            f"Somebody added a sub-paragraph to paragraph {place.cite} of {current.slug} meanwhile.",
            f"`zerodraft show {current.slug}` shows it.",
        )
    return Passage(current, found[0], place.deed)


def _found_again(comparison: Comparison, place: Passage, ordinal: int) -> int:
    """Where the paragraph stands now. What is reworded or taken out must stand as it was read."""
    pair = next(change.pair for change in comparison.changes if ordinal in change.pair.old)
    needs_same_words = place.deed is not Deed.INSERT_AFTER
    if not pair.new or (needs_same_words and not _is_same(comparison, pair)):
        raise _touched(comparison.new, place, pair)
    return pair.new[-1]


def _is_same(comparison: Comparison, pair: Pair) -> bool:
    """One paragraph, byte for byte the same, wherever it stands."""
    if len(pair.old) != 1 or len(pair.new) != 1:
        return False
    old, new = comparison.old, comparison.new
    was, is_now = old.paragraphs[pair.old[0]].span, new.paragraphs[pair.new[0]].span
    return was.of(old.source) == is_now.of(new.source)


def _touched(now: Draft, place: Passage, pair: Pair) -> MovedOn:
    slug = place.seen.slug
    if pair.fate is Fate.DELETED:
        return MovedOn(
            f"Somebody took paragraph {place.cite} out of {slug} meanwhile.", f"`zerodraft log {slug}` tells who."
        )
    reads = " ".join(now.paragraphs[ordinal].text for ordinal in pair.new)
    shown = reads if len(reads) <= _SHOWN else f"{reads[:_SHOWN]}…"
    return MovedOn(
        f"Somebody reworded paragraph {place.cite} of {slug} meanwhile; it reads now: “{shown}”",
        f"`zerodraft log {slug}` tells who.",
    )


# --- line ends --------------------------------------------------------------------------------------


def _with_line_ends_of(source: str, words: str) -> str:
    """An editor on this machine ends lines in its own way; the text keeps its own."""
    plain = words.replace("\r\n", "\n")
    return plain.replace("\n", line_end_of(source))


def with_last_line_end_of(source: str, words: str) -> str:
    """Most editors end the last line; where the text doesn't, that is no change."""
    if source.endswith("\n") or not words.endswith("\n"):
        return words
    return words.removesuffix("\n").removesuffix("\r") if not source.endswith("\r") else words.removesuffix("\n")
