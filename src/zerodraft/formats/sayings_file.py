"""What delegations put on record at an adoption, as somebody wrote it in TOML: `[[reservation]]`, `[[statement]]`."""

from typing import NamedTuple

from zerodraft.core.negotiation.adoption import Saying
from zerodraft.formats.toml_table import Table
from zerodraft.formats.toml_text import BadSettings, read_toml

_KEYS = frozenset({"delegation", "paragraph", "text"})


class Written(NamedTuple):
    """One of them, as it is written: a delegation's name or code, a number or "", words."""

    saying: Saying
    delegation: str
    paragraph: str
    words: str


def parse_sayings(text: str) -> tuple[Written, ...]:
    """All of a file, reservations first. Raises `BadSettings`."""
    table = Table(read_toml(text), "the file")
    unknown = set(table.values) - {each.value for each in Saying}
    if unknown:
        raise BadSettings(0, f"“{min(unknown)}” is neither a [[reservation]] nor a [[statement]].")
    return tuple(_written(saying, each) for saying in Saying for each in table.tables(saying.value))


def _written(saying: Saying, table: Table) -> Written:
    unknown = set(table.values) - _KEYS
    if unknown:
        raise BadSettings(0, f"“{min(unknown)}” of {table.name} is none of delegation, paragraph, text.")
    for key in ("delegation", "text"):
        if not table.words(key):
            raise BadSettings(0, f"{table.name} has no “{key}”.")
    return Written(saying, table.words("delegation"), table.words("paragraph"), table.words("text"))
