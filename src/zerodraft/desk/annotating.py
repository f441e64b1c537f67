"""What was said and proposed about a text, with the texts on which it was made: what leaves as Web Annotations."""

from collections.abc import Iterator
from dataclasses import replace

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.comparison.quotation import find_quote
from zerodraft.core.negotiation.proposal import Kind, Proposal
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.numbering import number
from zerodraft.desk.discussing import texts_up_to
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.laying_out import Look, sheet_of
from zerodraft.desk.room import Room
from zerodraft.export.annotation_sheet import AnnotationSheet, Offered, Source, Speaker, Stretch


def annotation_sheet(room: Room, dossier: Dossier, reading: Reading, look: Look) -> AnnotationSheet:
    """The comments and proposals on a text that were made on it or on an earlier one."""
    sheet = sheet_of(room, dossier, reading, replace(look, has_comments=True))
    made = _Annotating(room, dossier, reading, sheet.spoken)
    anchors = {thread.root.id: thread.root.anchor for thread in dossier.threads}
    shown = {each.root.id: anchors[each.root.id] for each in sheet.threads}
    read = {name: found for name, anchor in shown.items() if (found := made.read(anchor)) is not None}
    return AnnotationSheet(sheet, dossier.slug, made.source, read, tuple(made.offered()))


class _Annotating:
    """Knows the texts of one declaration by their ids."""

    def __init__(self, room: Room, dossier: Dossier, reading: Reading, language: str) -> None:
        self._room = room
        self._dossier = dossier
        self._reading = reading
        self._language = language
        self._chain = texts_up_to(room, dossier, reading)
        version = reading.version
        name = version.name if version else reading.text_id
        self.source = Source(name, reading.draft, reading.numbers, version.issued if version else None)
        self._sources = {reading.text_id: self.source}

    def read(self, anchor: Anchor) -> Stretch | None:
        """The words that a comment was made on, None where it was this very text, or where nobody has that text."""
        source = self._source(anchor.text_id)
        if source is None or source is self.source or anchor.ordinal >= len(source.draft.paragraphs):
            return None
        start = find_quote(source.draft, anchor)
        return None if start is None else Stretch(source, anchor.ordinal, start, start + len(anchor.exact))

    def offered(self) -> Iterator[Offered]:
        for tabled in self._dossier.tabled.values():
            source = self._source(tabled.proposal.amendment.text_id)
            if source is not None:
                yield self._offered(tabled, source)

    def _offered(self, tabled: Tabled, source: Source) -> Offered:
        proposal, name = tabled.proposal, self._dossier.delegations.name
        above = self._dossier.tabled.get(proposal.answers)
        return Offered(
            number=proposal.number,
            speakers=tuple(Speaker(code, name(code, self._language)) for code in proposal.delegations),
            date=proposal.date,
            on=tuple(self._on(tabled, source)),
            wording=proposal.amendment.wording,
            kind=_kind(proposal, source),
            status=tabled.standing.status.value,
            reason=proposal.reason,
            answers=above.proposal.number if above else "",
        )

    def _on(self, tabled: Tabled, source: Source) -> Iterator[Stretch]:
        """Where it stands today is known of the working text alone."""
        amendment = tabled.proposal.amendment
        is_now = self._reading.text_id == self._dossier.reading.text_id
        if is_now and source is not self.source and tabled.first >= 0:
            yield Stretch(self.source, tabled.first, last=tabled.last)
        yield Stretch(source, amendment.first, last=amendment.last)

    def _source(self, text_id: str) -> Source | None:
        if text_id not in self._sources and text_id in self._chain:
            draft = self._room.archive.draft(text_id)
            issued = next((each for each in self._dossier.versions if each.text_id == text_id), None)
            name = issued.name if issued else text_id
            self._sources[text_id] = Source(name, draft, number(draft), issued.issued if issued else None)
        return self._sources.get(text_id)


def _kind(proposal: Proposal, source: Source) -> str:
    amendment = proposal.amendment
    kind = amendment.kind
    if kind is not Kind.MOVE or amendment.to is None:
        return kind.value
    return f"move after {source.numbers[amendment.to - 1].cite}" if amendment.to else "move to the beginning"
