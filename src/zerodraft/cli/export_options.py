"""Options of `zerodraft export` that would change nothing in the file that is asked for: refused, not passed over."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from zerodraft.desk.outgoing import Order


def refuse_idle(order: "Order") -> None:
    """Raise click's error for the first option that has no place in this form or format."""
    from zerodraft.export.options import COMMENTED, LINED, TYPED, can_be_empty, takes

    _refuse_idle_of_form(order)
    if order.is_empty and not can_be_empty(order.form, order.to):
        raise click.UsageError("--empty goes with --form comments, as a table to fill in.")
    for option, is_given, formats in (
        ("--comments", order.has_comments, COMMENTED),
        ("--line-numbers", order.has_line_numbers, LINED),
        ("--typed-numbers", order.has_typed_numbers, TYPED),
    ):
        if is_given and not takes(formats, order.form, order.to):
            *some, last = formats
            raise click.UsageError(f"{option} goes with a text, redline or compilation as {', '.join(some)} or {last}.")


def _refuse_idle_of_form(order: "Order") -> None:
    if order.against and order.form not in ("redline", "concordance"):
        raise click.UsageError("--against goes with --form redline or concordance.")
    if order.version and order.form == "compilation":
        raise click.UsageError("A compilation is of the text as it is now; --version goes with the other forms.")
    if order.layout.value != "inline" and order.form != "compilation":
        raise click.UsageError("--layout goes with --form compilation.")


def refuse_misnamed(to: str, ending: str, endings: dict[str, str]) -> None:
    """Raise click's error when a file would be named like one of another format; `ending` has its dot."""
    if endings.get(ending, to) != to:
        raise click.UsageError(f"A file that ends in {ending} is no {to}: leave out --to, or name it FILE.{to}")
