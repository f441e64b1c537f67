"""Editing a passage: one paragraph, a new one after it, or the whole text, as somebody saw it.

While the words were being typed others may have recorded acts. A passage that nobody else touched is
found again in the text as it is now; one that was touched is refused, and the words are kept.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from zerodraft.core.comparison.changes import Comparison, Fate, Pair
from zerodraft.core.comparison.compare import compare
from zerodraft.core.text.draft import Draft, belonging
from zerodraft.core.text.label import LATIN_NUMERALS, Label, Style, label_at, letter, roman_or_number
from zerodraft.core.text.splice import Span, Splice, splice
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.room import Room
from zerodraft.desk.texts import Credit, save
from zerodraft.errors import MovedOn, Refusal

_SHOWN = 240
_LINE_ENDS = re.compile(r"(?:[ \t]*\r?\n)*")


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
    is_new = place.ordinal is not None and place.deed is Deed.INSERT_AFTER
    return _next_label(place) if is_new else standing(place)


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
            return splice(draft.source, (_insertion(draft, place.ordinal, fitting),))
        case Deed.TAKE_OUT:
            return splice(draft.source, (Splice(_stretch(draft, place.ordinal), ""),))


def is_unchanged(place: Passage, words: str) -> bool:
    """The words say nothing new: as they were, or nothing at all for a new paragraph."""
    if place.deed is Deed.INSERT_AFTER:
        return words.strip() in ("", words_of(place).strip())
    return place.deed is Deed.REWORD and source_with(place, words) == place.seen.draft.source


def labelled(place: Passage, words: str) -> str:
    """Words with the number that the paragraph has typed, or a new one by its neighbour's, unless they bring one."""
    label = words_of(place) if place.deed is Deed.INSERT_AFTER else _typed_label(place)
    return words if not label or label_at(words, 0, len(words)) else label + words.lstrip()


def _typed_label(place: Passage) -> str:
    """The number at the beginning of the paragraph, as it stands in the file."""
    if place.ordinal is None:
        return ""
    paragraph = place.seen.draft.paragraphs[place.ordinal]
    typed = paragraph.label_span
    return typed.of(place.seen.draft.source) if typed.start == paragraph.span.start else ""


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


# --- where a new paragraph goes, and what goes with one that is taken out --------------------------


def _insertion(draft: Draft, ordinal: int, words: str) -> Splice:
    """After the paragraph and its sub-paragraphs, parted from them as its neighbours are from each other."""
    last = belonging(draft, ordinal)[-1]
    kind = draft.paragraphs[ordinal].kind
    line_end = "\r\n" if "\r\n" in draft.source else "\n"
    parting = line_end * 2
    if last + 1 < len(draft.paragraphs) and draft.paragraphs[last + 1].kind is kind:
        parting = _gap_after(draft, last) or parting
    elif ordinal and draft.paragraphs[ordinal - 1].kind is kind:
        parting = _gap_after(draft, ordinal - 1) or parting
    end = draft.paragraphs[last].span.end
    return Splice(Span(end, end), parting + words)


def _stretch(draft: Draft, ordinal: int) -> Span:
    """The paragraph with its sub-paragraphs and the empty lines on one side; the wider gap stays between its
    neighbours."""
    belongs = belonging(draft, ordinal)
    start, end = draft.paragraphs[belongs[0]].span.start, draft.paragraphs[belongs[-1]].span.end
    head = draft.source[:start]
    before = start - len(head.rstrip(" \t\r\n"))
    found = _LINE_ENDS.match(draft.source, end)
    after = len(found[0]) if found else 0
    is_last = not draft.source[end:].strip()
    return Span(start - before, end) if is_last or 0 < before <= after else Span(start, end + after)


def _gap_after(draft: Draft, ordinal: int) -> str:
    """The white space between a paragraph and the next; "" when something else stands there."""
    gap = draft.source[draft.paragraphs[ordinal].span.end : draft.paragraphs[ordinal + 1].span.start]
    return gap if gap.isspace() else ""


def _next_label(place: Passage) -> str:
    """What a new paragraph is to begin with: `7 bis. ` after a typed `7. `, `(c) ` after `(b) `, a bullet after
    a bullet. Typed numbers are renewed when a version is issued."""
    assert place.ordinal is not None
    draft = place.seen.draft
    before = draft.paragraphs[place.ordinal]
    label = label_at(draft.source, before.span.start, before.span.end)
    if not label or label.style is Style.NOTE:
        return ""
    head, tail = draft.source[label.start : label.counter.start], draft.source[label.counter.end : label.end]
    return f"{head}{_next_counter(draft, label)}{tail}"


def _next_counter(draft: Draft, label: Label) -> str:
    match label.style:
        case Style.LETTER:
            return letter(label.value + 1)
        case Style.ROMAN:
            return roman_or_number(label.value + 1)
        case Style.DIGIT:
            return str(label.value + 1)
        case Style.BULLET:
            return label.counter.of(draft.source)
        case _:
            taken = {each.label for each in draft.paragraphs}
            cited = label.text.removesuffix(label.suffix).rstrip()
            numeral = next((each for each in LATIN_NUMERALS if f"{cited} {each}" not in taken), "bis")
            return f"{cited.lstrip('OP')} {numeral}"


# --- line ends --------------------------------------------------------------------------------------


def _with_line_ends_of(source: str, words: str) -> str:
    """An editor on this machine ends lines in its own way; the text keeps its own."""
    plain = words.replace("\r\n", "\n")
    return plain.replace("\n", "\r\n") if "\r\n" in source else plain


def with_last_line_end_of(source: str, words: str) -> str:
    """Most editors end the last line; where the text doesn't, that is no change."""
    if source.endswith("\n") or not words.endswith("\n"):
        return words
    return words.removesuffix("\n").removesuffix("\r") if not source.endswith("\r") else words.removesuffix("\n")
