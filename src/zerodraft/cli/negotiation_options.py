"""Options that the verbs of a negotiation share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from zerodraft.cli import arguments, completing
from zerodraft.errors import Refusal

F = TypeVar("F", bound=Callable[..., Any])


def with_option(command: F) -> F:
    """`--with`, who proposes it too."""
    return click.option(
        "--with",
        "others",
        multiple=True,
        metavar="DELEGATION",
        shell_complete=arguments.complete_delegations,
        help="A delegation that proposes it too; as often as there are some.",
    )(command)


def on_option(command: F) -> F:
    """`--on`, the version that was read."""
    return click.option(
        "--on", default="", metavar="VERSION", shell_complete=arguments.complete_versions, help="What was read."
    )(command)


def occasion_option(command: F) -> F:
    """`--occasion`, where it was said."""
    return click.option("--occasion", default="", help="Where it was said: a panel, a letter, a date.")(command)


def require_from(delegation: str | None) -> None:
    """Refuse words that are nobody's."""
    if not delegation:
        raise Refusal(
            "It is not said whose words these are.", "Say --from JPN, or --from SEC for those of the Secretariat."
        )


def by_option(command: F) -> F:
    """`--by`, who agreed to it or asked for it."""
    return click.option(
        "--by",
        multiple=True,
        metavar="JPN,AUS",
        shell_complete=completing.codes,
        help="The delegations that agreed to it or asked for it; the room, where it is left out.",
    )(command)


def codes(lists: tuple[str, ...]) -> tuple[str, ...]:
    """The names in lists with commas."""
    return tuple(filter(None, (name.strip() for listed in lists for name in listed.split(","))))
