"""The first act of a workspace: its list of delegations."""

from zerodraft.desk.archive import DELEGATION_LIST
from zerodraft.desk.dossier import Done
from zerodraft.desk.room import Room
from zerodraft.errors import MovedOn
from zerodraft.store.acts import Write
from zerodraft.store.samples import samples_root


def set_up_list(room: Room) -> Done:
    """Record the list of delegations that comes with zerodraft. Refused where there is a list already."""
    if room.workspace.read(DELEGATION_LIST) is not None or room.workspace.blob_id(DELEGATION_LIST) is not None:
        raise MovedOn(
            f"{room.workspace.root} is a workspace already.",
            "`zerodraft list` names its declarations, `zerodraft new SLUG` begins another one.",
        )
    content = (samples_root() / "delegations.toml").read_bytes()
    sentence = "The list of delegations is set up"
    write = Write(DELEGATION_LIST, content, None)
    return Done(room.record(("init", sentence), room.person(), (), (write,)), f"{sentence}.")
