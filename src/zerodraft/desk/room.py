"""What every writing act needs: the workspace, the clock, the drafter, and the way to the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from zerodraft.core.comparison.journey import Told
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE, Delegation, Group
from zerodraft.desk.adoptions import require_not_frozen
from zerodraft.desk.agreed_language import AgreedLanguage
from zerodraft.desk.archive import Archive
from zerodraft.desk.dossier import Dossier
from zerodraft.errors import NotThere
from zerodraft.formats.commit_message import Trailer, build
from zerodraft.store.acts import Act, Person, TagChange, Write
from zerodraft.store.layout import DELEGATION_LIST
from zerodraft.store.workspace import Workspace

_MOST_LOOKS = 20  # at a text that others record one act after the other
_NOBODYS_ADDRESS = "@delegation.invalid"


def now() -> datetime:
    """This moment, with the offset of this machine, in whole seconds as git keeps them."""
    return datetime.now(UTC).astimezone().replace(microsecond=0)


def told(sentence: str, slug: str) -> str:
    """What the record says of an act, as it is told to a person: with the declaration, where it isn't named."""
    named = f"{sentence.rstrip('.')} · {slug}" if slug and slug not in sentence else sentence.rstrip(".")
    return f"{named}."


def code_in(address: str) -> str:
    """The code of the delegation that an address is made for, also in “Japan <jpn@delegation.invalid>”; "" for the
    address of a person."""
    bare = address.rpartition("<")[2].removesuffix(">")
    return bare.removesuffix(_NOBODYS_ADDRESS).upper() if bare.endswith(_NOBODYS_ADDRESS) else ""


@dataclass
class Room:
    """One workspace at work. `clock` gives the date of each act; `drafter` None is asked of git's settings."""

    workspace: Workspace
    clock: Callable[[], datetime] = now
    drafter: Person | None = None
    archive: Archive = field(init=False)
    agreed_language: AgreedLanguage = field(init=False)

    def __post_init__(self) -> None:
        self.archive = Archive(self.workspace)
        self.agreed_language = AgreedLanguage(self.archive)

    def person(self) -> Person:
        """The drafter, who records; every act is committed in this name."""
        self.drafter = self.drafter or self.workspace.drafter()
        return self.drafter

    def open(self, slug: str, told: Told | None = None) -> Dossier:
        """Everything about one declaration, as it stands on disk now; `told` how far the tracing of it is.

        While another process records, history may be ahead of the folder for a moment; that is no
        unsaved change, so it is looked at again when the act is done.
        """
        dossier = self.archive.dossier(slug, told)
        for _ in range(_MOST_LOOKS):
            if not dossier.unsaved:
                break
            head = self.workspace.head
            self.workspace.wait_for_writers()
            dossier = self.archive.dossier(slug)
            if self.workspace.head == head:
                break
        return dossier

    def who(self, name: str) -> Delegation | Group:
        """The delegation that a person names in any of the usual ways."""
        found = self.archive.lists.own_delegations().resolve(name) or self.archive.lists.delegations().resolve(name)
        if found is None:
            near = self.archive.lists.delegations().nearest(name)
            unknown = NotThere("delegation called", name, near, "`zerodraft delegations --all` lists the known ones.")
            unknown.hint += f" To add one to {DELEGATION_LIST}: zerodraft delegations --help"
            raise unknown
        return found

    def author(self, who: Delegation | Group) -> Person:
        """Whose words they are: the delegation, at an address that can't exist; for the secretariat, the drafter."""
        if who.code == SECRETARIAT_CODE:
            return self.person()
        return Person(self.name(who), f"{who.code.lower()}{_NOBODYS_ADDRESS}")

    def name(self, who: Delegation | Group, language: str = "en") -> str:
        return self.archive.lists.delegations().name(who.code, language)

    def record(
        self,
        title: tuple[str, str],
        author: Person,
        trailers: Sequence[Trailer],
        writes: Sequence[Write],
        tags: Sequence[TagChange] = (),
    ) -> str:
        """Record one act under its `title`: the act's name and its sentence. The commit's id. Refused where it would
        change adopted words."""
        act, sentence = title
        grounds = require_not_frozen(self.workspace, writes, tags)
        message = build(act, sentence, [each for each in trailers if each[1]])
        person, moment = self.person(), self.clock()
        return self.workspace.record(Act(message, author, person, moment, tuple(writes), tuple(tags), grounds))
