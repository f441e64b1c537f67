"""The lists of a workspace: who may speak, and in whose name the authors of files write."""

from collections.abc import Mapping
from dataclasses import dataclass

from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Unreadable
from zerodraft.errors import Refusal, UnreadableInput
from zerodraft.formats.author_list import parse_author_list
from zerodraft.formats.delegation_list import parse_delegation_list
from zerodraft.formats.toml_text import BadSettings
from zerodraft.store.countries import with_countries
from zerodraft.store.layout import AUTHOR_LIST, DELEGATION_LIST
from zerodraft.store.workspace import Workspace

MEND = "Mend it with any editor; `zerodraft check` tells when it can be read."


@dataclass
class Lists:
    """Of one workspace; the closed list is remembered by its bytes."""

    workspace: Workspace
    _own: tuple[bytes | None, Delegations] | None = None
    _world: tuple[Delegations, Delegations] | None = None

    def delegations(self) -> Delegations:
        """The closed list: the workspace's own entries, then every country."""
        own = self.own_delegations()
        if self._world is None or self._world[0] is not own:
            self._world = own, with_countries(own)
        return self._world[1]

    def own_delegations(self) -> Delegations:
        """Those of the workspace's list as it lies in the folder now."""
        raw = self.workspace.read(DELEGATION_LIST)
        if self._own is None or self._own[0] != raw:
            try:
                own = parse_delegation_list(decoded(raw, DELEGATION_LIST)) if raw is not None else Delegations()
            except BadSettings as wrong:
                raise UnreadableInput(f"{DELEGATION_LIST} can't be read: {wrong}", MEND) from None
            self._own = raw, own
        return self._own[1]

    def delegations_as_far_as_known(self) -> tuple[Delegations, tuple[Unreadable, ...]]:
        """The closed list for reading: without the workspace's own entries while they can't be read.

        Nothing is recorded in anybody's name meanwhile: acts ask `delegations`.
        """
        try:
            return self.delegations(), ()
        except Refusal as refusal:
            sentence = refusal.message.removeprefix(f"{DELEGATION_LIST} can't be read: ")
            return with_countries(Delegations()), (Unreadable(DELEGATION_LIST, sentence, refusal.hint),)

    def authors(self) -> Mapping[str, str]:
        """In whose name the authors of files write, as far as it was asked for."""
        raw = self.workspace.read(AUTHOR_LIST)
        try:
            return parse_author_list(decoded(raw, AUTHOR_LIST)) if raw is not None else {}
        except BadSettings as wrong:
            raise UnreadableInput(f"{AUTHOR_LIST} can't be read: {wrong}", MEND) from None
