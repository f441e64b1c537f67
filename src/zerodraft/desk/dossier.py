"""What a front end sees of a declaration: everything derived, nothing to write back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from sys import maxsize

from zerodraft.core.comparison.anchor import Anchor, Detached, Place, Rewritten
from zerodraft.core.negotiation.adoption import Adopted
from zerodraft.core.negotiation.agreed import Agreed
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.negotiation.position import Position
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.finding import Finding
from zerodraft.core.text.numbering import Number
from zerodraft.export.sheet import WORKING_TEXT
from zerodraft.formats.settings import Settings


@dataclass(frozen=True, slots=True)
class Version:
    """An issued text. `name` is what commands take (`rev-1`), `text_id` git's blob id of the text.

    `intact` says that the text under the tag has the digest that the tag tells of.
    """

    name: str
    designation: str
    stage: str
    date: date
    issued: datetime
    commit: str
    tag_id: str
    text_id: str
    intact: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as it is read: an issued version, or the working text (`version` None)."""

    version: Version | None
    text_id: str
    draft: Draft
    numbers: tuple[Number, ...]

    @property
    def label(self) -> str:
        return self.version.designation if self.version else WORKING_TEXT


STANDINGS = ("standing", "rewritten", "detached")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a comment stands today: its place, the paragraph's number now ("" when detached), its focus area."""

    comment: Comment
    place: Place
    cite: str
    area: int | None

    @property
    def standing(self) -> str:
        """One of `STANDINGS`."""
        match self.place:
            case Detached():
                return "detached"
            case Rewritten():
                return "rewritten"
            case _:
                return "standing"

    @property
    def ordinal(self) -> int | None:
        """The paragraph of the working text; None when detached."""
        return None if isinstance(self.place, Detached) else self.place.ordinal


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of the declaration that can't be read; everything else works."""

    path: str
    sentence: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One declaration as it stands now.

    `reading` is the working text: the file as it lies in the folder, `unsaved` when it differs from
    what is recorded. `recorded` is the blob id of the recorded text: what a writing act must have
    seen. `versions` are in the order of their issue; `placed` is by id of the comment, `tabled` by id of the
    proposal, decided ones too, in the order of their numbers. `places` says where the words of positions and of
    decisions on paragraphs stand today. `adopted` is None until the text is adopted; then it is frozen. `mark` is
    the folder's before it was read: another one there says that this may be out of date.
    """

    slug: str
    settings: Settings
    delegations: Delegations
    reading: Reading
    recorded: str
    unsaved: bool
    findings: tuple[Finding, ...]
    versions: tuple[Version, ...]
    threads: tuple[Thread, ...]
    placed: Mapping[str, Placed]
    unreadable: tuple[Unreadable, ...]
    positions: tuple[Position, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tabled: Mapping[str, Tabled] = field(default_factory=dict)
    agreed: tuple[Agreed, ...] = ()
    places: Mapping[Anchor, Place] = field(default_factory=dict)
    adopted: Adopted | None = None
    mark: tuple[object, ...] = field(default=(), compare=False)
    in_order: tuple[Thread, ...] = field(init=False, compare=False, repr=False)
    """The threads by where they stand now, then by date; detached ones last. Whoever lists ten thousand of them has
    no time to sort or count them."""
    cites: frozenset[str] = field(init=False, compare=False, repr=False)
    """The numbers under which the threads are shown."""
    waiting: int = field(init=False, compare=False, repr=False)
    """How many threads are open."""

    def __post_init__(self) -> None:
        cites = frozenset(self.placed[thread.root.id].cite or thread.root.paragraph for thread in self.threads)
        object.__setattr__(self, "in_order", _in_order_of_the_text(self.threads, self.placed))
        object.__setattr__(self, "cites", cites)
        object.__setattr__(self, "waiting", sum(thread.state is State.OPEN for thread in self.threads))

    @property
    def draft(self) -> Draft:
        return self.reading.draft

    @property
    def title(self) -> str:
        return self.settings.title or self.draft.title or self.slug

    def name_of(self, delegation: str) -> str:
        """The name of a delegation in the language of the document."""
        return self.delegations.name(delegation, self.settings.language)

    @property
    def last_issued(self) -> Version | None:
        return self.versions[-1] if self.versions else None

    @property
    def adopted_version(self) -> Version | None:
        """The version whose words are adopted, the last one after corrections; None until there are some."""
        name = self.adopted.words[0] if self.adopted else ""
        return next((version for version in self.versions if version.name == name), None)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All of them, decided ones too, in the order of their numbers."""
        return tuple(each.proposal for each in self.tabled.values())

    def proposal_named(self, name: str) -> Tabled | None:
        """The proposal with this number (`AUS-3`, `aus 3`), with this id, or with the beginning of one id only. What
        reads as a number is none: `JPN-9` must not mean JPN-1 because its id begins so."""
        wanted = "-".join(name.casefold().split())
        if wanted in self.tabled:
            return self.tabled[wanted]
        found = [each for each in self.tabled.values() if each.proposal.number.casefold() == wanted]
        if not found and wanted and not wanted.rpartition("-")[2].isdecimal():
            found = [each for id_, each in self.tabled.items() if id_.startswith(wanted)]
        return found[0] if len(found) == 1 else None

    def positions_on(self, proposal: str) -> tuple[Position, ...]:
        """What was said of a proposal, by its id."""
        return tuple(each for each in self.positions if each.proposal == proposal)

    def comment_named(self, name: str) -> Placed | None:
        """The comment with this id, `JPN-7f3a`, or with a beginning of an id that only one comment has."""
        wanted = name.casefold()
        if wanted in self.placed:
            return self.placed[wanted]
        found = [each for id_, each in self.placed.items() if wanted and id_.startswith(wanted)]
        return found[0] if len(found) == 1 else None


def _in_order_of_the_text(threads: Sequence[Thread], placed: Mapping[str, Placed]) -> tuple[Thread, ...]:
    places = (placed[thread.root.id].place for thread in threads)
    # Sorting numbers by a list takes half the time of a function that is called for each thread.
    ordinals = [maxsize if isinstance(place, Detached) else place.ordinal for place in places]
    return tuple(threads[each] for each in sorted(range(len(ordinals)), key=ordinals.__getitem__))


@dataclass(frozen=True, slots=True)
class Heard:
    """A delegation that has spoken on a text: all its comments and replies, and those of this round. A comment
    belongs to the round when it is on the last issued version, or was made after its issue; before the first issue
    all do."""

    delegation: str
    comments: int
    this_round: int


@dataclass(frozen=True, slots=True)
class Overview:
    """One declaration in a list: `problem` says why it can't be opened, "" when it can.

    `comments` counts threads; `last_act` is when something was last recorded about it, None for a text that nobody
    recorded. `delegations` are those that have spoken, by code; the secretariat is none. `participants` are codes of
    those who take part, groups among them.
    """

    slug: str
    title: str
    kind: str
    version: str
    stage: str
    unsaved: bool
    comments: int
    open_comments: int
    problem: str
    last_act: datetime | None = None
    delegations: tuple[Heard, ...] = ()
    participants: tuple[str, ...] = ()
    is_adopted: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """A recorded act: its commit and what it was, in one sentence; `name` is what it made (a comment's id,
    a version's name), "" where nothing has a name."""

    commit: str
    sentence: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One act as the log tells it. `act` is "" for a commit that was made outside of this house."""

    commit: str
    date: datetime
    who: str
    recorded_by: str
    act: str
    declaration: str
    sentence: str
    undone: bool
