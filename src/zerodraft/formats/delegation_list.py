"""`delegations.toml`: the workspace's own names, aliases and groups.

[JPN]
en = "Japan"
id = "Jepang"
aliases = ["Nippon"]

[groups.ASEAN]
name = "ASEAN"
members = ["BRN", "IDN"]
"""

import re
from collections.abc import Iterator

from zerodraft.core.negotiation.delegation import (
    CODE,
    Delegation,
    Delegations,
    Group,
    comparison_key,
    spellings,
)
from zerodraft.formats.toml_text import (
    BadSettings,
    line_of,
    line_of_table,
    list_at,
    read_toml,
    reject_misspelt,
    words_at,
)

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_GROUP_KEYS = ("name", "members", "aliases")


def parse_delegation_list(text: str) -> Delegations:
    """The delegations and groups that a workspace declares, in the order of the file.

    Raises `BadSettings` with the line that can't be taken: also where two of them could be written
    alike, because then one would be given the other's words.
    """
    tables = read_toml(text)
    groups = tables.pop("groups", {})
    if not isinstance(groups, dict):
        raise BadSettings(line_of(text, "groups"), "“groups” must be tables such as [groups.ASEAN].")
    read_delegations = tuple(_delegation(text, code, table) for code, table in tables.items())
    read_groups = tuple(_group(text, code, table) for code, table in groups.items())
    _reject_lookalikes(text, (*read_delegations, *read_groups))
    return Delegations(read_delegations, read_groups)


def _table(text: str, code: str, table: object, place: str) -> dict[str, object]:
    if not isinstance(table, dict):
        raise BadSettings(line_of(text, code), f"“{code}” must be a table such as [JPN].")
    if not CODE.fullmatch(code):
        raise BadSettings(line_of_table(text, place), f"“{code}” is not a code: capital letters and digits, as in JPN.")
    return table


def _delegation(text: str, code: str, value: object) -> Delegation:
    table = _table(text, code, value, code)
    languages = [key for key in table if _LANGUAGE.fullmatch(key)]
    for key in table:
        if key not in (*languages, "aliases"):
            _reject_misspelt(text, key, ("aliases",), code)
    names = tuple((language, words_at(table, language, line_of(text, language, code))) for language in languages)
    if not names or not all(name for _, name in names):
        raise BadSettings(line_of_table(text, code), f'“{code}” needs a name, such as en = "Japan".')
    return Delegation(code, names, list_at(table, "aliases", line_of(text, "aliases", code)))


def _group(text: str, code: str, value: object) -> Group:
    place = f"groups.{code}"
    table = _table(text, code, value, place)
    for key in table:
        if key not in _GROUP_KEYS:
            _reject_misspelt(text, key, _GROUP_KEYS, place)
    members = list_at(table, "members", line_of(text, "members", place))
    wrong = next((member for member in members if not CODE.fullmatch(member)), None)
    if wrong is not None:
        raise BadSettings(line_of(text, "members", place), f"“{wrong}” is not a code of a delegation, such as JPN.")
    return Group(
        code,
        words_at(table, "name", line_of(text, "name", place)) or code,
        members,
        list_at(table, "aliases", line_of(text, "aliases", place)),
    )


def _reject_misspelt(text: str, key: str, known: tuple[str, ...], place: str) -> None:
    reject_misspelt(key, known, line_of(text, key, place))


def _reject_lookalikes(text: str, entries: tuple[Delegation | Group, ...]) -> None:
    """Raise `BadSettings` where one spelling means two entries."""
    owner: dict[str, Delegation | Group] = {}
    for entry, spelling in _all_spellings(entries):
        first = owner.setdefault(comparison_key(spelling), entry)
        if first is not entry:
            place = f"groups.{entry.code}" if isinstance(entry, Group) else entry.code
            raise BadSettings(line_of_table(text, place), f"“{spelling}” means {first.code} and {entry.code}.")


def _all_spellings(entries: tuple[Delegation | Group, ...]) -> Iterator[tuple[Delegation | Group, str]]:
    for entry in entries:
        for spelling in spellings(entry):
            yield entry, spelling
