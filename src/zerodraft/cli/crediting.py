"""Whose words a change brings, which comment it answers, and how the record tells it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click
from click.shell_completion import CompletionItem

from zerodraft.cli import arguments, opening

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.texts import Credit

F = TypeVar("F", bound=Callable[..., Any])


class Credited(Protocol):
    """What `options` adds to the options of a verb."""

    @property
    def delegation(self) -> str | None: ...
    @property
    def answers(self) -> str: ...
    @property
    def summary(self) -> str: ...


def complete_comments(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Ids of the comments on the declaration that was named before."""
    from zerodraft.errors import Refusal

    try:
        with opening.desk() as opened:
            placed = opened.open(arguments.slug_before(ctx)).placed
    except Refusal:
        return []
    return [
        CompletionItem(each, help=f"paragraph {known.comment.paragraph}")
        for each, known in placed.items()
        if each.startswith(incomplete.lower())
    ]


def options(command: F) -> F:
    """`--from`, `--answers` and `--message`."""
    answers = click.option(
        "--answers",
        metavar="COMMENT",
        default="",
        shell_complete=complete_comments,
        help="The comment that this change answers, such as jpn-7f3a.",
    )
    summary = click.option(
        "-m", "--message", "summary", metavar="SUMMARY", default="", help="What the record says, in place of its own."
    )
    return arguments.from_option(answers(summary(command)))


def credit(desk: "Desk", dossier: "Dossier", wanted: Credited) -> "Credit":
    """The credit that the options give. A name that nobody bears is refused before any word is typed."""
    from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
    from zerodraft.desk.naming import comment_named
    from zerodraft.desk.texts import Credit

    who = desk.who(wanted.delegation).code if wanted.delegation else SECRETARIAT_CODE
    answers = comment_named(dossier, wanted.answers).comment.id if wanted.answers else ""
    return Credit(who, answers, wanted.summary)
