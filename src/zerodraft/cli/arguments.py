"""Arguments that several verbs take, and what completes them."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from zerodraft.cli import opening

if TYPE_CHECKING:
    from zerodraft.core.text.draft import Draft, FocusArea

F = TypeVar("F", bound=Callable[..., Any])
Wanted = TypeVar("Wanted")
Answer = TypeVar("Answer")


def gathered(kind: Callable[..., Wanted]) -> Callable[[Callable[[Wanted], Answer]], Callable[..., Answer]]:
    """For a verb with many options: its function gets them as one value of `kind`. Stands below the options."""

    def gathering(verb: Callable[[Wanted], Answer]) -> Callable[..., Answer]:
        @wraps(verb)
        def called(**given: object) -> Answer:
            return verb(kind(**given))

        return called

    return gathering


def focus_area(draft: "Draft", number: int) -> "FocusArea":
    """The focus area of that number; a refusal that names the known ones when there is none."""
    from zerodraft.errors import NotThere

    found = next((area for area in draft.focus_areas if area.number == number), None)
    if found is None:
        titles = "; ".join(f"{area.number}: {_bare(area)}" for area in draft.focus_areas)
        raise NotThere("focus area", str(number), hint=titles or "The text has no headings in its operative part.")
    return found


def _bare(area: "FocusArea") -> str:
    """“Trust”, where the heading reads “Focus area 1: Trust”."""
    before, _, after = area.title.partition(": ")
    return after if after and before.endswith(str(area.number)) else area.title


def complete_slugs(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of declarations."""
    from zerodraft.errors import Refusal

    try:
        with opening.desk() as opened:
            slugs = opened.slugs()
    except Refusal:
        return []
    return [CompletionItem(slug) for slug in slugs if slug.startswith(incomplete)]


def slug_before(ctx: click.Context) -> str:
    """The declaration that was named before the word to be completed; "" when none was.

    After an option that waits for its value click has not sorted the arguments yet.
    """
    return ctx.params.get("slug") or next(iter(ctx.args), "")


def complete_versions(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of the versions of the declaration that was named before."""
    from zerodraft.errors import Refusal

    try:
        with opening.desk() as opened:
            versions = opened.versions(slug_before(ctx))
    except Refusal:
        return []
    return [CompletionItem(each.name, help=each.designation) for each in versions if each.name.startswith(incomplete)]


def complete_delegations(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes of delegations, with their names."""
    from zerodraft.errors import Refusal

    try:
        with opening.desk() as opened:
            known = opened.delegations()
    except Refusal:
        return []
    wanted = incomplete.upper()
    codes = [each.code for each in known.delegations] + [each.code for each in known.groups]
    return [CompletionItem(code, help=known.name(code, "en")) for code in codes if code.startswith(wanted)]


def slug_argument(command: F) -> F:
    """The name of a declaration, first of the arguments."""
    return click.argument("slug", shell_complete=complete_slugs)(command)


def at_option(command: F) -> F:
    """`--at`, which text is shown."""
    return click.option(
        "--at",
        default="",
        metavar="VERSION",
        shell_complete=complete_versions,
        help="A version: its name or designation, `last`, `saved`.",
    )(command)


def json_option(command: F) -> F:
    """`--json`, for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")(command)


def area_option(command: F) -> F:
    """`--focus-area`, to show one only."""
    return click.option("--focus-area", type=int, metavar="N", help="Only this focus area, counted from 1.")(command)


def from_option(command: F) -> F:
    """`--from`, whose words these are."""
    return click.option(
        "--from",
        "delegation",
        metavar="DELEGATION",
        shell_complete=complete_delegations,
        help="Whose words these are: a code or name, such as JPN, “Viet Nam”, RRT.",
    )(command)
