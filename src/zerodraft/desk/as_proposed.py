"""A proposal as a redline: the paragraphs of the working text as they stand, and as they would."""

from collections.abc import Iterable, Sequence

from zerodraft.core.comparison.changes import Change, Comparison, Fate, Pair
from zerodraft.core.comparison.compare import compare
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.draft import Draft, Kind, Paragraph, Part
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.splice import Span
from zerodraft.desk.dossier import Dossier
from zerodraft.export.sheet import RedlineSheet, Sheet

_NOWHERE = Span(0, 0)
_UNNUMBERED = Number("", "")


def redline_of(dossier: Dossier, tabled: Tabled) -> RedlineSheet:
    """What a proposal makes of the text as it stands; of a detached one, and of one that is in the text already,
    nothing is changed. A paragraph that is put in has no number yet."""
    stands = dossier.draft.paragraphs[tabled.first : tabled.last] if tabled.first >= 0 else ()
    numbers = dossier.reading.numbers[tabled.first : tabled.last] if stands else ()
    old = _draft(each._replace(ordinal=place) for place, each in enumerate(stands))
    new = _draft(_proposed(stands, place, words) for place, words in enumerate(tabled.wording))
    later = tuple(numbers[place] if place < len(numbers) else _UNNUMBERED for place in range(len(tabled.wording)))
    return RedlineSheet(_sheet(dossier, old, numbers), _sheet(dossier, new, later), _compared(old, new))


def _proposed(stands: Sequence[Paragraph], place: int, words: str) -> Paragraph:
    """A paragraph of the kind of the one in whose place it would stand."""
    if not stands:
        return Paragraph(place, Kind.PLAIN, Part.OPERATIVE, _NOWHERE, _NOWHERE, "", 0, words)
    return stands[min(place, len(stands) - 1)]._replace(ordinal=place, text=words)


def _compared(old: Draft, new: Draft) -> Comparison:
    """What is proposed for a paragraph is compared with it, however much it was rewritten."""
    taken, given = len(old.paragraphs), len(new.paragraphs)
    if not (taken == 1 <= given or given == 1 <= taken):
        return compare(old, new)
    runs = redline(_text(old), _text(new))
    fate = Fate.SPLIT if given > 1 else Fate.JOINED if taken > 1 else Fate.REWORDED
    fate = Fate.KEPT if _text(old) == _text(new) else fate
    return Comparison(old, new, (Change(Pair(fate, tuple(range(taken)), tuple(range(given))), runs),))


def _text(draft: Draft) -> str:
    return "\n".join(each.text for each in draft.paragraphs)


def _draft(paragraphs: Iterable[Paragraph]) -> Draft:
    return Draft("", _NOWHERE, "", tuple(paragraphs), ())


def _sheet(dossier: Dossier, draft: Draft, numbers: tuple[Number, ...]) -> Sheet:
    return Sheet(dossier.title, "", "", "", "", "", dossier.settings.language, draft, numbers)
