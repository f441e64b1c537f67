"""Annotations as comments and proposals in the names of delegations, on the words that they quote."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.comparison.changes import Op
from zerodraft.core.comparison.quotation import anchor_at, find_quote
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.text.numbering import find
from zerodraft.core.text.waymark import page_anchor
from zerodraft.intake.annotation_list import Annotated, AnnotationList, Target
from zerodraft.intake.received import Basis, Entry, Received, Remarked, Submitted, Unplaced, Went

_NOWHERE = "Its words stand nowhere in the version that it answers."
_NO_PLACE = "It is not to be told which paragraphs it would change."
_MOVES = "move after "

Codes = Mapping[str, tuple[str, ...]]
Known = Mapping[str, tuple[str, ...]]
"""By the number of a proposal that is on record its wording."""


class Answered(NamedTuple):
    """The version that a file answers, and what it is called in the names of texts."""

    basis: Basis
    called: str
    known: Known


def received_from_annotations(said: AnnotationList, on: Answered, names: Codes, sender: str) -> Received:
    """What the annotations say; a name that nobody knows is the sender's. Proposals of ours that are on record with the
    same words bring nothing."""
    made = _Receiving(on, names, sender)
    for each in said.said:
        made.take(each)
    return Received(tuple(made.proposals), tuple(made.comments), tuple(made.tray), said.notices, tuple(made.account))


class _Receiving:
    def __init__(self, on: Answered, names: Codes, sender: str) -> None:
        self._on = on
        self._draft, self._numbers = on.basis.draft, on.basis.numbers
        self._names = names
        self._sender = sender
        self._pages = {page_anchor(each.cite): at for at, each in reversed(list(enumerate(self._numbers)))}
        self._at: dict[str, int] = {}
        self.proposals: list[Submitted] = []
        self.comments: list[Remarked] = []
        self.tray: list[Unplaced] = []
        self.account: list[Entry] = []

    def take(self, each: Annotated) -> None:
        if each.wording is None:
            self._comment(each)
        elif self._on.known.get(each.id.rpartition(":")[2]) != each.wording:
            self._propose(each, each.wording)

    # --- comments -----------------------------------------------------------------------------------

    def _comment(self, each: Annotated) -> None:
        above = self._at.get(each.answers)
        anchor, quote = (self.comments[above].anchor, "") if above is not None else self._anchor(each)
        if anchor is None:
            self._put(each, _NOWHERE)
        else:
            self._say(each, anchor, quote)

    def _say(self, each: Annotated, anchor: Anchor, quote: str, about: int | None = None) -> None:
        """A comment of each who speaks; a reply is on the words of what it answers."""
        first, above = len(self.comments), self._at.get(each.answers)
        for code in self._codes(each):
            cited = self._numbers[anchor.ordinal].cite
            name = f"{each.id or first} {code}"
            said = Remarked(name, code, each.author, each.date, anchor, cited, each.text, quote, about, above)
            self.comments.append(said if above is not None else _settled(said, each))
        self._at.setdefault(each.id, first)
        self._enter(each, each.text, Went.COMMENT, first)

    def _anchor(self, each: Annotated) -> tuple[Anchor | None, str]:
        """On the quoted words; where they don't stand, on the paragraph that is named, with the words beside."""
        found = next(filter(None, map(self._quoted, each.targets)), None)
        if found is not None:
            return found, ""
        for target in each.targets:
            ordinal = self._pages.get(target.fragment)
            if ordinal is not None:
                return Anchor(self._on.basis.text_id, ordinal), target.exact
        return None, ""

    def _quoted(self, target: Target) -> Anchor | None:
        """Where the words stand: in the paragraph that is named, else with what stood around them, else only once."""
        text_id, paragraphs = self._on.basis.text_id, self._draft.paragraphs
        if not target.exact:
            ordinal = self._pages.get(target.fragment)
            return None if ordinal is None or not target.fragment else Anchor(text_id, ordinal)
        named = self._pages.get(target.fragment, -1)
        around = target.prefix + target.exact + target.suffix
        places = [named] if named >= 0 and target.exact in paragraphs[named].text else []
        places = places or [each.ordinal for each in paragraphs if around in each.text]
        places = places or [each.ordinal for each in paragraphs if target.exact in each.text]
        if len(places) != 1:
            return None
        sought = Anchor(text_id, places[0], target.exact, target.prefix, target.suffix)
        start = find_quote(self._draft, sought)
        if start is None or target.exact == paragraphs[places[0]].text:
            return Anchor(text_id, places[0])
        return anchor_at(self._draft, text_id, places[0], start, start + len(target.exact))

    # --- proposals ----------------------------------------------------------------------------------

    def _propose(self, each: Annotated, wording: tuple[str, ...]) -> None:
        amendment = next(filter(None, (self._amendment(each, target, wording) for target in each.targets)), None)
        if amendment is None or amendment.problem:
            self._put(each, _NO_PLACE)
            return
        at = len(self.proposals)
        first, *others = self._codes(each)
        shown = max(0, amendment.first - (amendment.first == amendment.last))
        cited = self._numbers[min(shown, len(self._numbers) - 1)].cite if self._numbers else ""
        proposal = Submitted(first, each.author, each.date, amendment, cited, others=tuple(others))
        self.proposals.append(proposal)
        self._enter(each, "\n\n".join(wording), Went.PROPOSAL, at)
        if each.text and self._numbers:
            ordinal = min(shown, len(self._numbers) - 1)
            self._say(each, Anchor(amendment.text_id, ordinal), "", at)

    def _amendment(self, each: Annotated, target: Target, wording: tuple[str, ...]) -> Amendment | None:
        """In the text itself its code points tell which paragraphs; in another one only the whole words of one."""
        text_id = self._on.basis.text_id
        stretch = self._stretch(target)
        if stretch is None:
            found = self._quoted(target)
            if found is None or found.exact or not target.exact:
                return None
            stretch = (found.ordinal, found.ordinal + 1)
        if not each.does.startswith("move "):
            return Amendment(text_id, *stretch, wording)
        after = find(self._numbers, each.does.removeprefix(_MOVES)) if each.does.startswith(_MOVES) else -1
        return None if after is None else Amendment(text_id, *stretch, wording, after + 1)

    def _stretch(self, target: Target) -> tuple[int, int] | None:
        if target.place is None or target.source != self._on.called:
            return None
        start, end = target.place
        spans = [each.span for each in self._draft.paragraphs]
        if start == end:
            before = [at for at, span in enumerate(spans) if span.end <= start]
            return (len(before), len(before)) if all(not span.start < start < span.end for span in spans) else None
        within = [at for at, span in enumerate(spans) if span.start < end and start < span.end]
        return (within[0], within[-1] + 1) if within else None

    # --- what both have -----------------------------------------------------------------------------

    def _codes(self, each: Annotated) -> tuple[str, ...]:
        return self._names.get(each.author) or (self._sender,)

    def _put(self, each: Annotated, reason: str) -> None:
        proposed = "\n\n".join(each.wording or ())
        words = "\n\n".join(filter(None, (each.text, proposed)))
        self.tray.append(Unplaced(self._codes(each)[0], each.author, words, reason, is_comment=each.wording is None))
        self._enter(each, words, Went.TRAY, len(self.tray) - 1)

    def _enter(self, each: Annotated, words: str, went: Went, at: int) -> None:
        if words:
            self.account.append(Entry(Op.INSERTED, each.author, words, went, at))


def _settled(said: Remarked, each: Annotated) -> Remarked:
    return replace(said, resolved=each.is_resolved)


def contributors_in(said: AnnotationList) -> Iterator[str]:
    """The names of all who speak, each once."""
    yield from dict.fromkeys(each.author for each in said.said)
