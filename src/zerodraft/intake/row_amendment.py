"""What a row of a table would do to the version that the delegation had.

Either an amendment follows from its words and the paragraph that it cites, or nothing is proposed: then the words stay
a comment, with the reason where one was asked for and can't be carried out.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.text.draft import belonging
from zerodraft.core.text.label import label_at
from zerodraft.core.text.words import fold
from zerodraft.intake.citation import Places, is_text
from zerodraft.intake.grid import quoted_name
from zerodraft.intake.instruction import (
    Addition,
    Edit,
    Edits,
    Exchange,
    NewParagraph,
    Nothing,
    Relocation,
    Removal,
    Request,
    Sentence,
    Wording,
)
from zerodraft.intake.letters import rewritten, seen
from zerodraft.intake.received import Basis
from zerodraft.intake.rewording import (
    Letters,
    Spelled,
    added,
    added_at_edge,
    as_markdown,
    exchanged,
    likeness,
    reworded,
    spelled,
)

IS_MEANT = 0.5
"""Words in common, of all: a text that nobody calls the paragraph's new wording is taken for it from here on."""

_IS_LEFT = 0.2
_MOST_PARAGRAPHS = 100
_NOT_SAID = "The row does not say that these are the words in place of those it quotes."
_STRUCK = re.compile(r"\{--(.*?)--\}", re.DOTALL)
_LEFT_OUT = re.compile(r"…|\.\.\.|\[…\]|\(…\)")


class Unclear(Exception):
    """Nothing can be proposed; `reason` is a sentence, "" where nothing was asked for."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class Proposed(NamedTuple):
    """An amendment, and the sentence why a drafter must say yes first, "" when it is sure."""

    amendment: Amendment
    doubt: str = ""


class Row(NamedTuple):
    """What a row is about: ordinals of the paragraphs that it cites, () for none, and the text that it quotes."""

    ordinals: tuple[int, ...]
    quoted: str = ""


def amendment_for(request: Request, row: Row, basis: Basis, known: Places) -> Proposed:
    """The amendment that is asked for. Raises `Unclear`."""
    proposed = _Room(basis, known, row).proposed(request)
    problem = proposed.amendment.problem or ("" if _changes(proposed.amendment, basis) else "It changes nothing.")
    if problem:
        raise Unclear(problem)
    return proposed


def _changes(amendment: Amendment, basis: Basis) -> bool:
    paragraphs = basis.draft.paragraphs[amendment.first : amendment.last]
    return amendment.to is not None or tuple(each.text for each in paragraphs) != amendment.wording


class _Room:
    """One row, and the version that it is about."""

    def __init__(self, basis: Basis, known: Places, row: Row) -> None:
        self._basis = basis
        self._draft = basis.draft
        self._known = known
        self._ordinals = row.ordinals
        self._quoted = row.quoted

    def proposed(self, request: Request) -> Proposed:
        match request:
            case Edits(edits):
                return Proposed(self._edited(edits))
            case Removal(paragraph):
                return self._removed(paragraph)
            case Relocation():
                return Proposed(self._moved(request))
            case NewParagraph():
                return Proposed(self._inserted(request))
            case Wording():
                return self._worded(request)
            case Nothing():
                raise Unclear

    # --- which paragraph ---------------------------------------------------------------------------

    def _cited(self, written: str) -> tuple[int, ...]:
        """The paragraphs that the request names, or those of the row; refused where the two are not the same."""
        if not written:
            return self._required(self._ordinals)
        found = self._known.cited(written)
        if found.reason:
            raise Unclear(found.reason)
        if self._ordinals and found.ordinals != self._ordinals:
            raise Unclear(f"The row is about paragraph {self._cite(self._ordinals[0])}, and asks for {written}.")
        return self._required(found.ordinals)

    def _required(self, ordinals: tuple[int, ...]) -> tuple[int, ...]:
        if not ordinals:
            raise Unclear("It does not say which paragraph it is about.")
        if not all(is_text(self._draft, ordinal) for ordinal in ordinals):
            raise Unclear(f"{self._cite(ordinals[0])} is a table or a footnote, and can’t be changed in this way.")
        return ordinals

    def _stretch(self, ordinals: tuple[int, ...]) -> tuple[int, int]:
        """First and last of the paragraphs with their sub-paragraphs, half-open."""
        own = {each for ordinal in ordinals for each in belonging(self._draft, ordinal)}
        first, last = min(own), max(own) + 1
        if len(own) < last - first:
            raise Unclear("The paragraphs that it is about do not follow each other.")
        return first, last

    def _one(self, written: str = "") -> int:
        ordinals = self._cited(written)
        if len(ordinals) > 1:
            raise Unclear("It is about several paragraphs, and does not say what each should read.")
        return ordinals[0]

    def _cite(self, ordinal: int) -> str:
        return self._basis.numbers[ordinal].cite

    def _text(self, ordinal: int) -> str:
        return self._draft.paragraphs[ordinal].text

    def _amendment(self, first: int, last: int, wording: Sequence[str] = (), to: int | None = None) -> Amendment:
        return Amendment(self._basis.text_id, first, last, tuple(wording), to)

    # --- what becomes of it ------------------------------------------------------------------------

    def _edited(self, edits: Sequence[Edit]) -> Amendment:
        """Changes inside of one paragraph: the one that is cited, or the one under it that has the words."""
        ordinal = self._one()
        chosen = next((each for each in self._with_words(ordinal, edits)), ordinal)
        now = spelled(self._text(chosen))
        for number, edit in enumerate(edits):
            letters = self._after(now, edit, chosen)
            if number + 1 < len(edits):
                now = Spelled(letters)
        return self._amendment(chosen, chosen + 1, (rewritten(letters),))

    def _with_words(self, ordinal: int, edits: Sequence[Edit]) -> Iterator[int]:
        """The paragraph itself, or else the only sub-paragraph, in which all the words stand that must be there."""
        sought = [words for words in map(_sought, edits) if words]
        holding = [
            each
            for each in belonging(self._draft, ordinal)
            if all(spelled(self._text(each)).places(words) for words in sought)
        ]
        if ordinal in holding or len(holding) == 1:
            yield ordinal if ordinal in holding else holding[0]

    def _after(self, now: Spelled, edit: Edit, ordinal: int) -> Letters:
        if isinstance(edit, Addition) and not edit.beside:
            return added_at_edge(now.letters, edit.words, is_before=edit.is_before)
        if isinstance(edit, Sentence):
            sentence = now.sentence(edit.which)
            if sentence is None:
                raise Unclear(f"Paragraph {self._cite(ordinal)} does not have so many sentences.")
            return exchanged(now.letters, sentence, edit.words)
        sought = _sought(edit)
        found = now.places(sought)
        if len(found) != 1:
            where = "does not stand" if not found else f"stands {len(found)} times"
            raise Unclear(f"{quoted_name(sought)} {where} in paragraph {self._cite(ordinal)}.")
        if isinstance(edit, Exchange):
            return exchanged(now.letters, found[0], edit.new)
        return added(now.letters, found[0], edit.words, is_before=edit.is_before)

    def _removed(self, written: str) -> Proposed:
        ordinals = self._cited(written)
        if len(ordinals) == 1 and self._is_part(ordinals[0]):
            return Proposed(self._edited((Exchange(self._quoted, ""),)))
        return Proposed(self._amendment(*self._stretch(ordinals)))

    def _is_part(self, ordinal: int) -> bool:
        """Whether the row quotes some words of the paragraph, and not all of them."""
        if not self._quoted:
            return False
        stands = spelled(self._text(ordinal))
        found = stands.places(self._quoted)
        if len(found) != 1:
            return False
        around = seen(stands.letters[: found[0].start]) + seen(stands.letters[found[0].end :])
        return bool(around.strip(" .;,"))

    def _moved(self, request: Relocation) -> Amendment:
        first, last = self._stretch(self._cited(request.paragraph))
        beside = self._beside(request.beside)
        to = beside if request.is_before else belonging(self._draft, beside)[-1] + 1
        stands = [self._text(ordinal) for ordinal in range(first, last)]
        return self._amendment(first, last, stands, to)

    def _beside(self, written: str) -> int:
        found = self._known.cited(written)
        if len(found.ordinals) != 1:
            raise Unclear(found.reason or f"{quoted_name(written)} is more than one paragraph.")
        return found.ordinals[0]

    def _inserted(self, request: NewParagraph) -> Amendment:
        beside = self._beside(request.beside) if request.beside else self._one()
        place = beside if request.is_before else belonging(self._draft, beside)[-1] + 1
        return self._amendment(place, place, [as_markdown(each.words) for each in _paragraphs(request.words)])

    def _worded(self, request: Wording) -> Proposed:
        paragraphs = _paragraphs(request.words)
        if not 0 < len(paragraphs) <= _MOST_PARAGRAPHS or (not request.is_said and not self._ordinals):
            raise Unclear
        ordinal = self._one(request.paragraph)
        whole = " ".join(each.words for each in paragraphs)
        if self._is_part(ordinal) and likeness(whole, [self._text(ordinal)]) < IS_MEANT:
            return Proposed(self._edited((Exchange(self._quoted, whole),)), "" if request.is_said else _NOT_SAID)
        first, last = self._replaced(ordinal, paragraphs)
        alike = likeness(whole, [self._text(each) for each in range(first, last)])
        if not request.is_said and alike < IS_MEANT:
            raise Unclear
        if _LEFT_OUT.search(whole) and not any(_LEFT_OUT.search(self._text(each)) for each in range(first, last)):
            raise Unclear("The proposed words leave out a part of the paragraph.")
        doubt = f"Little of paragraph {self._cite(ordinal)} is left in it." if alike < _IS_LEFT else ""
        return Proposed(self._amendment(first, last, tuple(self._wording(first, last, paragraphs))), doubt)

    def _replaced(self, ordinal: int, paragraphs: Sequence["_Proposed"]) -> tuple[int, int]:
        """The paragraph alone, or with its sub-paragraphs where the words have them too."""
        own = belonging(self._draft, ordinal)
        has_subs = len(paragraphs) > 1 and (
            len(paragraphs) == len(own) or any(each.is_labelled for each in paragraphs[1:])
        )
        return (ordinal, own[-1] + 1) if has_subs else (ordinal, ordinal + 1)

    def _wording(self, first: int, last: int, paragraphs: Sequence["_Proposed"]) -> Iterator[str]:
        """Each paragraph with the Markdown of the one that it comes from, the most alike in their order."""
        left = list(range(first, last))
        for each in paragraphs:
            same_place = len(paragraphs) == last - first
            alike = left[0] if same_place else self._most_alike(each.words, left)
            if alike >= 0 and likeness(each.words, [self._text(alike)]) > _IS_LEFT:
                left = [at for at in left if at > alike]
                yield reworded(self._text(alike), each.words)
            else:
                left = left[1:] if same_place else left
                yield as_markdown(each.words)

    def _most_alike(self, words: str, ordinals: Sequence[int]) -> int:
        """-1 where there is none."""
        return max(ordinals, key=lambda ordinal: likeness(words, [self._text(ordinal)]), default=-1)


def _sought(edit: Edit) -> str:
    """Words that must stand in the paragraph, "" where any will do."""
    match edit:
        case Exchange(old, _):
            return old
        case Addition(_, beside, _):
            return beside
        case Sentence():
            return ""


class _Proposed(NamedTuple):
    """One proposed paragraph on one line; `is_labelled`: a number was typed before it."""

    words: str
    is_labelled: bool


def _paragraphs(words: str) -> tuple[_Proposed, ...]:
    """Proposed words as paragraphs, without typed numbers, without what was struck out in them."""
    lines = (fold(line) for line in _STRUCK.sub("", words).split("\n"))
    found = ((line, label_at(line, 0, len(line))) for line in lines if line)
    bare = ((line[label.end :] if label else line, label is not None) for line, label in found)
    return tuple(_Proposed(each, is_labelled) for each, is_labelled in bare if each)
