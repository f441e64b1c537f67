"""Taking in what a delegation sent: everything that a file says becomes a record in somebody's name, in one act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.text.visible import LONGEST_NAME
from zerodraft.core.text.words import fold
from zerodraft.desk.dossier import Done, Dossier, Reading
from zerodraft.desk.filing import filed
from zerodraft.desk.proposing import next_number
from zerodraft.desk.room import Room
from zerodraft.desk.stacks import stacks
from zerodraft.errors import MovedOn, Refusal
from zerodraft.formats.author_list import dump_author_list
from zerodraft.formats.comment_file import COMMENT
from zerodraft.formats.proposal_file import PROPOSAL
from zerodraft.intake.received import Received, Remarked, Submitted, Unplaced
from zerodraft.store.acts import Recorded, Write
from zerodraft.store.layout import AUTHOR_LIST, INPUT, folder

_NOT_PLACED = "Not placed: "


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was read, before anything of it is recorded.

    `sender` is the code of the delegation that sent it, `reading` the version that it answers, `digest` the file's
    SHA-256. `authors` says in whose name each author in it writes; `learned` are those of them that were not
    remembered before.
    """

    name: str
    content: bytes
    digest: str
    sender: str
    reading: Reading
    received: Received
    authors: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, str] = field(default_factory=dict)
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """What the drafter says to a preview: `doubtful` says yes to what could not be placed surely, `keep` keeps the
    file itself in the workspace."""

    doubtful: bool = False
    keep: bool = False


def taken_before(room: Room, slug: str, digest: str) -> Recorded | None:
    """The act that took in a file of these very bytes, and still stands."""
    acts = stacks(room.archive.record.acts(slug)).done
    return next((act for act in acts if dict(act.trailers).get("File-SHA256") == digest), None)


def record(room: Room, dossier: Dossier, arrived: Arrived, consent: Consent) -> Done:
    """Record all of it in one act. Raises `MovedOn` for a file that was taken in already."""
    before = taken_before(room, dossier.slug, arrived.digest)
    if before:
        raise MovedOn(
            f"This file was taken in on {before.authored:%Y-%m-%d}: {before.subject}.",
            f"`zerodraft undo {dossier.slug} {before.commit[:8]}` takes that back first.",
        )
    filing = _Filing(room, dossier, arrived, _consented(arrived.received, consent))
    writes = (
        *filing.proposals(),
        *filing.comments(),
        *filing.tray(),
        *_lists(room, arrived),
        *_kept(dossier.slug, arrived, consent),
    )
    if not (filing.numbers or filing.said or filing.not_placed):
        raise Refusal(f"{arrived.name} says nothing that {arrived.reading.label} doesn't say.", "Is it the right file?")
    told = _told(filing)
    sentence = f"{room.name(room.who(arrived.sender))}: {told} from {arrived.name}"
    trailers = (
        ("Declaration", dossier.slug),
        ("Delegation", ", ".join(filing.codes)),
        ("Proposal", ", ".join(filing.numbers)),
        ("Version", arrived.reading.version.name if arrived.reading.version else ""),
        ("File", arrived.name),
        ("File-SHA256", arrived.digest),
    )
    commit = room.record(("take-in", sentence), room.author(room.who(arrived.sender)), trailers, writes)
    return Done(commit, f"{sentence}.", ", ".join(filing.numbers))


def _told(filing: "_Filing") -> str:
    counts = ((len(filing.numbers), "proposal"), (filing.said, "comment"), (filing.not_placed, "passage"))
    parts = [f"{count} {noun}{'s' if count > 1 else ''}" for count, noun in counts[:2] if count]
    if filing.not_placed:
        parts.append(f"{filing.not_placed} not placed")
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _consented(received: Received, consent: Consent) -> Received:
    """Without a yes, what is in doubt goes to the tray."""
    if consent.doubtful:
        return received
    sure = [index for index, each in enumerate(received.proposals) if not each.doubt]
    again = {old: new for new, old in enumerate(sure)}
    proposals = tuple(_counted_anew(received.proposals[index], again) for index in sure)
    doubtful = (_unplaced(each) for each in received.proposals if each.doubt)
    comments = tuple(
        replace(each, about=again.get(each.about) if each.about is not None else None) for each in received.comments
    )
    return replace(received, proposals=proposals, comments=comments, tray=(*received.tray, *doubtful))


def _counted_anew(submitted: Submitted, again: Mapping[int, int]) -> Submitted:
    return replace(submitted, builds_on=tuple(again[each] for each in submitted.builds_on if each in again))


def _unplaced(submitted: Submitted) -> Unplaced:
    words = "\n\n".join(submitted.amendment.wording) or f"To delete paragraph {submitted.paragraph}."
    return Unplaced(submitted.delegation, submitted.author, words, submitted.doubt)


def _lists(room: Room, arrived: Arrived) -> Iterator[Write]:
    """The authors that were asked for, remembered."""
    if arrived.learned:
        known = {**room.archive.lists.authors(), **arrived.learned}
        yield Write(AUTHOR_LIST, dump_author_list(known).encode("utf-8"), room.workspace.blob_id(AUTHOR_LIST))


def _kept(slug: str, arrived: Arrived, consent: Consent) -> Iterator[Write]:
    if consent.keep:
        suffix = arrived.name.rpartition(".")[2].lower() if "." in arrived.name else "file"
        path = f"{folder(slug)}/{INPUT}/{arrived.sender.lower()}-{arrived.digest[:12]}.{suffix}"
        yield Write(path, arrived.content, None)


class _Filing:
    """The records of one file, each under its id and number."""

    def __init__(self, room: Room, dossier: Dossier, arrived: Arrived, received: Received) -> None:
        self.numbers: list[str] = []
        self.said = 0
        self.not_placed = 0
        self.codes: dict[str, None] = {arrived.sender: None}
        self._room = room
        self._dossier = dossier
        self._arrived = arrived
        self._received = received
        self._now = room.clock()
        self._ids: list[str] = []
        self._counts: dict[str, int] = {}
        self._taken = set(dossier.placed)

    @property
    def _on(self) -> str:
        version = self._arrived.reading.version
        return version.name if version else ""

    def proposals(self) -> Iterator[Write]:
        taken = set(self._dossier.tabled)
        for each in self._received.proposals:
            named, write = filed(PROPOSAL, self._proposal(each), self._dossier.slug, taken)
            taken.add(named.id)
            self._ids.append(named.id)
            self.numbers.append(named.number)
            self.codes[named.delegation] = None
            yield write

    def _proposal(self, submitted: Submitted) -> Proposal:
        code = submitted.delegation
        if code not in self._counts:
            self._counts[code] = int(next_number(self._room, self._dossier, code).rpartition("-")[2])
        number = f"{code}-{self._counts[code]}"
        self._counts[code] += 1
        return Proposal(
            id="",
            number=number,
            delegations=(code, *submitted.others),
            date=self._moment(submitted.date),
            amendment=submitted.amendment,
            paragraph=submitted.paragraph,
            on=self._on,
            reason="Not marked as a change in the file." if submitted.is_untracked else "",
            occasion=self._arrived.occasion,
            answers="" if submitted.answers is None else self._ids[submitted.answers],
            source=self._arrived.digest,
        )

    def comments(self) -> Iterator[Write]:
        ids: dict[int, str] = {}
        for index in _roots_first(self._received.comments):
            remarked = self._received.comments[index]
            above = "" if remarked.reply_to is None else ids[remarked.reply_to]
            named, write = filed(COMMENT, self._comment(remarked, above), self._dossier.slug, self._taken)
            self._taken.add(named.id)
            ids[index] = named.id
            self.said += 1
            self.codes[named.delegation] = None
            yield write

    def _comment(self, remarked: Remarked, above: str) -> Comment:
        about = "" if remarked.about is None else f" on {self.numbers[remarked.about]}"
        quote = f"“{remarked.quote}”{about}:\n\n" if remarked.quote else ""
        return Comment(
            id="",
            delegation=remarked.delegation,
            date=self._moment(remarked.date),
            anchor=remarked.anchor,
            paragraph=remarked.paragraph,
            body=f"{quote}{remarked.body}".strip() or "(without words)",
            on=self._on,
            occasion=self._arrived.occasion,
            reply_to=above or remarked.answers,
            resolves=remarked.resolved,
        )

    def tray(self) -> Iterator[Write]:
        """Words that have no place, as comments on the document as a whole."""
        for each in self._received.tray:
            named, write = filed(COMMENT, self._note(each), self._dossier.slug, self._taken)
            self._taken.add(named.id)
            self.not_placed += 1
            self.codes[named.delegation] = None
            yield write

    def _note(self, unplaced: Unplaced) -> Comment:
        reading = self._arrived.reading
        return Comment(
            id="",
            delegation=unplaced.delegation or self._arrived.sender,
            date=self._now,
            anchor=Anchor(reading.text_id, 0),
            paragraph=reading.numbers[0].cite if reading.numbers else "",
            body=unplaced.text.strip() or "(without words)",
            on=self._on,
            occasion=fold(f"{_NOT_PLACED}{unplaced.reason}")[:LONGEST_NAME].strip(),
        )

    def _moment(self, told: datetime | None) -> datetime:
        """When the file says it was written; now, where it says nothing or a time to come."""
        if told is None:
            return self._now
        aware = (told if told.tzinfo else told.replace(tzinfo=UTC)).replace(microsecond=0)
        return min(aware, self._now)


def _roots_first(comments: Sequence[Remarked]) -> list[int]:
    """Each comment after the one that it answers."""
    done: dict[int, None] = {}
    for index in range(len(comments)):
        chain = [index]
        while (above := comments[chain[-1]].reply_to) is not None and above not in done and above not in chain:
            chain.append(above)
        done |= dict.fromkeys(reversed(chain))
    return [*done]
