"""`zerodraft delegations`: who may speak, and how they may be written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice
from zerodraft.formats.settings import LANGUAGES

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.core.negotiation.delegation import Delegation, Delegations, Group
    from zerodraft.desk.desk import Desk

    Entry = Delegation | Group

_EXAMPLE = """\b
Examples:
  zerodraft delegations                      those who take part here
  zerodraft delegations --groups             ASEAN, EU, G77 …: their members
  zerodraft delegations RRT                  how China may be written
  zerodraft delegations --all --language id  all of ISO 3166-1, in Indonesian
\b
To add one, write such lines into declarations/delegations.toml, then
`zerodraft save`:
  [ICRC]
  en = "International Committee of the Red Cross"
  aliases = ["Red Cross"]
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    name: str | None
    groups: bool
    everyone: bool
    language: str
    as_json: bool


@click.command(epilog=_EXAMPLE)
@click.argument("name", required=False, shell_complete=arguments.complete_delegations)
@click.option("--groups", is_flag=True, help="Groups and their members.")
@click.option("--all", "everyone", is_flag=True, help="Every entry of ISO 3166-1, not only those who take part.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="Language of the names.")
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """List the delegations and groups: the code of each, its name, and the other ways to write it.

    Any of them may stand wherever a DELEGATION is asked for; case, accents and punctuation don't matter.
    The list of ISO 3166-1 is one of names and codes; that a name is on it says nothing about anybody's status.
    """
    with opening.desk() as desk:
        known = desk.delegations()
        chosen = _chosen(desk, known, wanted)
    if wanted.as_json:
        voice.say_json([_json(known, each) for each in chosen])
    elif wanted.name:
        answers.write(_card(known, chosen[0], wanted.language))
    else:
        answers.write(_lines(known, chosen, wanted.language))


def _chosen(desk: "Desk", known: "Delegations", wanted: Wanted) -> "Sequence[Entry]":
    if wanted.name:
        named = desk.who(wanted.name)
        return (known.resolve(named.code) or named,)
    if wanted.groups:
        return known.groups
    codes = desk.participants()
    entries = [each for each in known.delegations if wanted.everyone or not codes or each.code in codes]
    place = {code: count for count, code in enumerate(known.by_name([each.code for each in entries], wanted.language))}
    return sorted(entries, key=lambda each: place[each.code])


def _spellings(known: "Delegations", entry: "Entry", language: str) -> tuple[str, ...]:
    """The other ways to write an entry, without its code and its name."""
    from zerodraft.core.negotiation.delegation import spellings

    shown = (entry.code, known.name(entry.code, language))
    return tuple(dict.fromkeys(each for each in spellings(entry) if each not in shown))


def _members(known: "Delegations", entry: "Entry", language: str) -> tuple[str, ...]:
    members = known.members_of(entry.code) if entry in known.groups else ()
    return tuple(known.name(code, language) for code in known.by_name(members, language))


def _groups_of(known: "Delegations", code: str) -> tuple[str, ...]:
    return tuple(group.code for group in known.groups if code in group.members)


def _lines(known: "Delegations", chosen: "Sequence[Entry]", language: str) -> "Iterator[Line]":
    from zerodraft.cli.table import table
    from zerodraft.cli.typeset import ink

    rows = [
        (
            ink(each.code, voice.BOLD),
            ink(known.name(each.code, language)),
            ink(", ".join(_members(known, each, language) or _spellings(known, each, language)), voice.QUIET),
        )
        for each in chosen
    ]
    last = "members" if chosen and chosen[0] in known.groups else "also written"
    return table(("code", "name", last), rows, voice.width())


def _card(known: "Delegations", entry: "Entry", language: str) -> "Iterator[Line]":
    """One entry in full."""
    from zerodraft.cli.table import table
    from zerodraft.cli.typeset import ink

    told = (
        ("name", known.name(entry.code, language)),
        ("also written", ", ".join(_spellings(known, entry, language))),
        ("groups", ", ".join(_groups_of(known, entry.code))),
        ("members", ", ".join(_members(known, entry, language))),
    )
    rows = [(ink(label, voice.QUIET), ink(text)) for label, text in told if text]
    return table(("code", entry.code), rows, voice.width())


def _json(known: "Delegations", entry: "Entry") -> Mapping[str, object]:
    is_group = entry in known.groups
    return {
        "code": entry.code,
        "name": known.name(entry.code, "en"),
        "name_id": known.name(entry.code, "id"),
        "also": list(_spellings(known, entry, "en")),
        "is_group": is_group,
        "members": list(known.members_of(entry.code)) if is_group else [],
        "groups": list(_groups_of(known, entry.code)),
    }
