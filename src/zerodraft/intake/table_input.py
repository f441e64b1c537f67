"""A table of comments as proposals and comments in the names of delegations; every cell is accounted for.

A row becomes a comment, a proposal, or both. A change that is asked for and can't be understood stays in the comment,
in the delegation's words. What says nothing that could be placed lies in the tray.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.comparison.changes import Op
from zerodraft.core.comparison.quotation import QuoteAmbiguous, QuoteNotFound, anchor_for
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.negotiation.proposal import Kind
from zerodraft.intake.comment_table import Beside, CommentTable, TableRow
from zerodraft.intake.grid import quoted_name
from zerodraft.intake.instruction import Nothing, Understood, request_in
from zerodraft.intake.marked import Notice
from zerodraft.intake.received import Basis, Entry, Received, Remarked, Submitted, Unplaced, Went
from zerodraft.intake.returned_rows import KnownRows, Returned, returned
from zerodraft.intake.row_amendment import Row, Unclear, amendment_for
from zerodraft.intake.row_places import RowPlace, RowPlaces

NOT_A_PROPOSAL = "not-a-proposal"
NOT_RECORDED = "row-details"
RETURNED = "returned-rows"
BLANK = "blank-rows"

_OBSERVATIONS = "It stands in the column for the observations of the secretariat."
_NAMELESS = "It does not say whose words it is."
_EMPTY = "It has neither a comment nor a proposed change."
_CHANGE = "Proposed change"
_NO_WORDS = " -–—."
_RETURNED = "Rows that came back as they went out, and bring nothing new: {}."
_BLANK = "Rows that name a place and say nothing, and were passed over: {}."
_CHANGED = "The row {} went out with other words."
_DETAILS = "Numbers, lines and types of rows that became proposals and nothing else were not recorded."

_SENTENCES = {RETURNED: _RETURNED, BLANK: _BLANK, NOT_RECORDED: _DETAILS}

Names = Mapping[str, tuple[str, ...]]
"""For each name as the table writes it the codes of those who speak, the first one's words; "" for rows that name
nobody. A name that is missing is nobody's."""

_NOBODY_KNOWN: KnownRows = {}


def received_from_table(table: CommentTable, basis: Basis, names: Names, known: KnownRows = _NOBODY_KNOWN) -> Received:
    """What a table says of the version that it answers; `known` are the rows that may be ours.

    A house may count its comments as we do: where no row says what ours says, no row is ours.
    """
    gathered = _Gathered(basis, RowPlaces(basis), names.get("", ()))
    back = [returned(row, known) for row in table.rows]
    if not any(each.same for each in back):
        back = [Returned(row) for row in table.rows]
    for row, each in zip(table.rows, back, strict=True):
        _take(gathered, row, each, names.get(row.delegation, ()))
    for beside in table.beside:
        gathered.put_beside(beside)
    return gathered.received(table.notices)


def _take(gathered: "_Gathered", row: TableRow, back: Returned, codes: tuple[str, ...]) -> None:
    """What is new in a row."""
    if not back.says_something:
        gathered.pass_over(row, RETURNED if back.is_known else BLANK)
        return
    if back.is_known:
        gathered.pass_over_some(back.same, row.delegation)
    if back.is_known:
        gathered.observed(back.row, back.answers, is_known=True)
    if back.is_observed_only:
        gathered.pass_over_some(filter(None, _cells(replace(back.row, observations=""))), row.delegation)
    elif back.is_known:
        _Taking(gathered, replace(back.row, observations=""), _CHANGED.format(row.number)).take(codes)
    else:
        _Taking(gathered, back.row).take(codes)


@dataclass(slots=True)
class _Gathered:
    """What was read so far."""

    basis: Basis
    known: RowPlaces
    sender: tuple[str, ...]
    proposals: list[Submitted] = field(default_factory=list)
    comments: list[Remarked] = field(default_factory=list)
    tray: list[Unplaced] = field(default_factory=list)
    account: list[Entry] = field(default_factory=list)
    asides: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    notices: list[Notice] = field(default_factory=list)

    def enter(self, author: str, text: str, went: Went, at: int) -> None:
        if text:
            self.account.append(Entry(Op.INSERTED, author, text, went, at))

    def put_beside(self, beside: Beside) -> None:
        at = self.put(Unplaced("", "", beside.words, f"It stands {_at(beside.place)}.", is_comment=True))
        self.enter("", beside.words, Went.TRAY, at)

    def aside(self, code: str, author: str, words: str) -> None:
        """Words that are told of in a notice alone."""
        self.asides.setdefault(code, []).append((author, words))

    def pass_over(self, row: TableRow, code: str) -> None:
        """A row that says nothing new."""
        self.counts[code] += 1
        for words in filter(None, _cells(row)):
            self.aside(code, row.delegation, words)

    def pass_over_some(self, same: Iterable[str], author: str) -> None:
        """The cells of a row that say nothing new."""
        for words in same:
            self.aside(RETURNED, author, words)

    def observed(self, row: TableRow, answers: str = "", *, is_known: bool = False) -> None:
        """What was written into the column of the secretariat: of a row of ours, which the secretariat sent, it is its
        reply; else it is nobody's comment."""
        words, author = row.observations, row.delegation
        if not words:
            return
        text = words if answers or not is_known else f"{row.number}: {words}"
        places = self.known.of(row).ordinals or self.known.places.whole_text().ordinals
        if not (is_known and places and self.sender == (SECRETARIAT_CODE,)):
            at = self.put(Unplaced("", author, text, _OBSERVATIONS, is_comment=True))
            self.enter(author, words, Went.TRAY, at)
            return
        anchor, paragraph = Anchor(self.basis.text_id, places[0]), self.basis.numbers[places[0]].cite
        said = Remarked(row.place, SECRETARIAT_CODE, author, None, anchor, paragraph, text, answers=answers)
        self.comments.append(said)
        self.enter(author, words, Went.COMMENT, len(self.comments) - 1)

    def put(self, unplaced: Unplaced) -> int:
        """Into the tray; its place there."""
        self.tray.append(unplaced)
        return len(self.tray) - 1

    def received(self, told: tuple[Notice, ...]) -> Received:
        notices = (*told, *self.notices)
        for code, words in self.asides.items():
            count = self.counts[code]
            notices = (*notices, Notice(code, _SENTENCES[code].replace("{}", f"{count:,}"), max(1, count)))
            for author, text in words:
                self.enter(author, text, Went.NOTICE, len(notices) - 1)
        return Received(tuple(self.proposals), tuple(self.comments), tuple(self.tray), notices, tuple(self.account))


def _at(place: str) -> str:
    return place if place.startswith(("above", "outside")) else f"in {place}"


class _Taking:
    """One row on its way to a proposal, a comment, or the tray."""

    def __init__(self, gathered: _Gathered, row: TableRow, doubt: str = "") -> None:
        self._all = gathered
        self._row = row
        self._basis = gathered.basis
        self._doubt = doubt

    def take(self, codes: tuple[str, ...]) -> None:
        row = self._row
        if not codes:
            who = f"Nobody is called {quoted_name(row.delegation)} here." if row.delegation else _NAMELESS
            at = self._all.put(Unplaced("", row.delegation, _words(row), who, is_comment=True))
            self._enter_all(Went.TRAY, at)
            self._all.enter(row.delegation, row.observations, Went.TRAY, at)
            return
        self._all.observed(row)
        where = self._all.known.of(row)
        where = where._replace(doubt=" ".join(filter(None, (self._doubt, where.doubt))))
        asked = request_in(row.proposal) if row.proposal else Understood(Nothing())
        proposal = self._proposed(asked, where, codes)
        body = self._body(asked, where, is_proposed=proposal is not None)
        if body:
            self._enter_all(*self._said(body, where, codes, proposal), proposal)
        elif proposal is not None:
            self._enter_all(Went.PROPOSAL, proposal, proposal)
        elif words := _words(replace(row, observations="")):
            at = self._all.put(Unplaced(codes[0], row.delegation, words, _EMPTY, is_comment=True))
            self._enter_all(Went.TRAY, at)

    def _proposed(self, asked: Understood, where: RowPlace, codes: tuple[str, ...]) -> int | None:
        """The place of the proposal that follows from the row; None where none does."""
        try:
            spot = Row(where.ordinals, self._row.quoted)
            amendment, doubt = amendment_for(asked.request, spot, self._basis, self._all.known.places)
        except Unclear as unclear:
            if unclear.reason:
                place = self._row.place
                sentence = f"{place[:1].upper()}{place[1:]} stays a comment: {unclear.reason}"
                self._all.notices.append(Notice(NOT_A_PROPOSAL, sentence))
            return None
        shown = amendment.first - (amendment.kind is Kind.INSERT)
        self._all.proposals.append(
            Submitted(
                delegation=codes[0],
                author=self._row.delegation,
                date=None,
                amendment=amendment,
                paragraph=self._basis.numbers[max(0, shown)].cite,
                doubt=" ".join(filter(None, (where.doubt, doubt))),
                others=codes[1:],
            )
        )
        return len(self._all.proposals) - 1

    def _body(self, asked: Understood, where: RowPlace, *, is_proposed: bool) -> str:
        """The words of a comment: what is said, the change that could not be understood, what has no column here."""
        row = self._row
        is_said = bool(row.proposal) and (not is_proposed or bool(asked.reason)) and row.proposal.strip(_NO_WORDS) != ""
        parts = [row.comment, f"{_CHANGE}: {row.proposal}" if is_said else ""]
        parts += [f"{heading}: {words}" for heading, words in row.others]
        body = "\n\n".join(filter(None, parts))
        details = (
            f"no. {row.number}" if row.number else "",
            f"paragraphs {row.paragraph}" if len(where.ordinals) > 1 and row.paragraph else "",
            f"lines {row.lines}" if row.lines else "",
            row.type,
        )
        told = ", ".join(filter(None, details))
        return f"{body}\n\n({told})" if body and told else body

    def _said(self, body: str, where: RowPlace, codes: tuple[str, ...], proposal: int | None) -> tuple[Went, int]:
        """A comment of each who speaks; in the tray where it has no place."""
        row, first = self._row, len(self._all.comments)
        if not where.ordinals:
            if proposal is None:
                words = _words(replace(row, observations=""))
                unplaced = Unplaced(codes[0], row.delegation, words, where.reason, is_comment=True)
                return Went.TRAY, self._all.put(unplaced)
            where = RowPlace((self._near(self._all.proposals[proposal].amendment.first),))
        anchor, quote = self._anchor(where.ordinals[0])
        for code in codes:
            self._all.comments.append(
                Remarked(
                    id=f"{row.place} {code}" if len(codes) > 1 else row.place,
                    delegation=code,
                    author=row.delegation,
                    date=None,
                    anchor=anchor,
                    paragraph=self._basis.numbers[where.ordinals[0]].cite,
                    body=body,
                    quote=quote,
                    about=proposal,
                    doubt=where.doubt,
                )
            )
        return Went.COMMENT, first

    def _near(self, ordinal: int) -> int:
        return min(ordinal, len(self._basis.draft.paragraphs) - 1)

    def _anchor(self, ordinal: int) -> tuple[Anchor, str]:
        """On the words that the row quotes, or else on the paragraph; then the quoted words are told beside."""
        whole = Anchor(self._basis.text_id, ordinal)
        quoted = self._row.quoted
        if not quoted:
            return whole, ""
        try:
            found = anchor_for(self._basis.draft, self._basis.text_id, ordinal, quoted)
        except (QuoteNotFound, QuoteAmbiguous):
            return whole, "" if self._all.known.is_whole(ordinal, quoted) else quoted
        return (whole if found.exact == self._basis.draft.paragraphs[ordinal].text else found), ""

    def _enter_all(self, went: Went, at: int, proposal: int | None = None) -> None:
        """Each cell into the account; the details of a row that is nothing but a proposal are not recorded."""
        row, enter = self._row, self._all.enter
        author = row.delegation
        said = (row.delegation, row.area, row.paragraph, row.quoted, row.comment, *(words for _, words in row.others))
        for words in said:
            enter(author, words, went, at)
        if proposal is None:
            enter(author, row.proposal, went, at)
        else:
            enter(author, row.proposal, Went.PROPOSAL, proposal)
        details = tuple(filter(None, (row.number, row.lines, row.type)))
        if went is Went.PROPOSAL and details:
            self._all.counts[NOT_RECORDED] += 1
            for words in details:
                self._all.aside(NOT_RECORDED, author, words)
        elif went is not Went.PROPOSAL:
            for words in details:
                enter(author, words, went, at)


def _words(row: TableRow) -> str:
    """All words of a row, below each other."""
    return "\n".join(filter(None, (*_cells(row), *(f"{heading}: {words}" for heading, words in row.others))))


def _cells(row: TableRow) -> tuple[str, ...]:
    """The cells under headings that we know."""
    return (
        row.number, row.delegation, row.lines, row.area, row.paragraph, row.type, row.quoted, row.comment, row.proposal,
        row.observations,
    )  # fmt: skip
