"""Whether a file holds exactly the adopted words. What the file says of itself only helps to find the declaration."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from zerodraft.core.comparison.word_for_word import Difference, differences
from zerodraft.core.negotiation.adoption import Adopted
from zerodraft.core.text.fingerprint import Line, canonical, fingerprint, line_of
from zerodraft.core.text.numbering import number
from zerodraft.desk.adoptions import BadAdoption, adoption
from zerodraft.desk.dossier import Dossier, Reading, Version
from zerodraft.desk.laying_out import Look, sheet_of
from zerodraft.desk.room import Room
from zerodraft.errors import NotThere, Refusal
from zerodraft.export.adoption_labels import adoption_labels
from zerodraft.export.akn.naming import Adoption, adoption_line
from zerodraft.export.html.frame import page_title
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.formats.settings import LANGUAGES
from zerodraft.intake.held_words import HeldWords, front_lines, held_words
from zerodraft.intake.recognition import shown_name
from zerodraft.store.countries import long_date
from zerodraft.store.office import converted

# A fifth of its lines: two texts of one conference share headings and phrases.
_LEAST_ALIKE = 0.2


@dataclass(frozen=True, slots=True)
class Divergence:
    """One paragraph in which a file differs: `cite` is its number in the adopted text, "" for words that only the file
    has."""

    cite: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a file `holds` exactly the adopted words of a declaration: `version` names them, `fingerprint` is theirs,
    `found` that of all words in the file, the cover's too. `notices` tell what else is in it."""

    holds: bool
    slug: str
    title: str
    version: Version
    kind: str
    fingerprint: str
    found: str
    divergences: tuple[Divergence, ...]
    notices: tuple[str, ...]


def lines_in(data: bytes, name: str) -> tuple[str, ...]:
    """The canonical lines of a file, of which a fingerprint is made."""
    return held_words(data, name, converted).lines


def verify(room: Room, data: bytes, name: str, slug: str = "") -> Verdict:
    """Compare the words of a file with the adopted ones: of the declaration `slug`, else of the one that the file
    names, else of the one whose words it holds most of."""
    held = held_words(data, name, converted)
    dossier = _dossier(room, held, name, slug)
    version = dossier.adopted_version
    if dossier.adopted is None or version is None:
        raise Refusal(
            f"{dossier.slug} is not adopted; there are no adopted words to compare with.",
            f"`zerodraft adopt {dossier.slug}` records an adoption.",
        )
    reading = room.archive.reading(dossier.slug, version)
    own = canonical(reading.draft, reading.numbers)
    lines, apart = _least_apart(own, held, _beside(room, dossier, reading))
    return Verdict(
        holds=not apart and not held.is_disguised,
        slug=dossier.slug,
        title=dossier.title,
        version=version,
        kind=held.kind,
        fingerprint=fingerprint(line.text for line in own),
        found=fingerprint(lines),
        divergences=tuple(_divergence(reading, each) for each in apart),
        notices=held.notices,
    )


def _least_apart(
    own: Sequence[Line], held: HeldWords, beside: frozenset[str]
) -> tuple[tuple[str, ...], tuple[Difference, ...]]:
    """The lines of a file and where they differ, read in the way in which they differ least."""
    read = [(lines, differences(own, lines, beside)) for lines in (held.lines, held.otherwise) if lines]
    return min(read, key=lambda each: len(each[1]), default=((), differences(own, (), beside)))


def _divergence(reading: Reading, difference: Difference) -> Divergence:
    ordinal = difference.ordinal
    return Divergence("" if ordinal is None else reading.numbers[ordinal].cite, difference)


def _dossier(room: Room, held: HeldWords, name: str, slug: str) -> Dossier:
    if slug:
        return room.open(slug)
    named = held.provenance.declaration if held.provenance else ""
    if named in room.workspace.slugs():
        return room.open(named)
    likest = max(_likenesses(room, held), default=(0.0, ""))
    if likest[0] < _LEAST_ALIKE:
        raise NotThere(
            "adopted text whose words stand in",
            shown_name(name),
            hint="Name the declaration: zerodraft verify FILE SLUG",
        )
    return room.open(likest[1])


def _adopted(room: Room) -> Iterator[str]:
    for slug in room.workspace.slugs():
        with suppress(BadAdoption):
            if adoption(room.workspace, slug):
                yield slug


def _likenesses(room: Room, held: HeldWords) -> Iterator[tuple[float, str]]:
    """How many of its lines each adopted text has in the file, as a share."""
    lines = set(held.lines)
    for slug in _adopted(room):
        draft = room.open(slug).draft
        own = [line.text for line in canonical(draft, number(draft))]
        yield sum(line in lines for line in own) / max(1, len(own)), slug


def _beside(room: Room, dossier: Dossier, reading: Reading) -> frozenset[str]:
    """The lines that our exports lay around the words, in both languages."""
    sheets = (sheet_of(room, dossier, reading, Look(language)) for language in LANGUAGES)
    found = frozenset(line for sheet in sheets for line in lines_around(sheet)).union(front_lines(reading.draft))
    if dossier.adopted is None:
        return found
    return found | {line_of("", _adoption(dossier.adopted, language)) for language in LANGUAGES}


def lines_around(sheet: Sheet) -> frozenset[str]:
    """The canonical lines that our exports of a text lay around its words."""
    return frozenset(line_of("", line) for line in _cover(sheet) if line)


def _adoption(adopted: Adopted, language: str) -> str:
    manner = adoption_labels(language).adopted_by[adopted.manner]
    return adoption_line(Adoption(adopted.day, long_date(adopted.day, language), adopted.place, manner))


def _cover(sheet: Sheet) -> Iterator[str]:
    labels = labels_for(sheet.spoken)
    version = labels.version(sheet)
    named = (version, sheet.stage, sheet.date_line)
    yield from (sheet.title, sheet.conference, sheet.place_and_dates, sheet.mark, *named)
    yield labels.version_line(sheet)
    yield " – ".join(filter(None, (version, sheet.date_line)))
    yield f"{page_title(sheet)} – {version}"
    told = labels.fingerprint_line(sheet)
    yield told
    yield " ".join(filter(None, (sheet.conference, sheet.place_and_dates, *named, told)))
