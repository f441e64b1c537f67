"""What a shell completes in a negotiation: numbers of proposals and of paragraphs, names of delegations in a list."""

import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from zerodraft.cli import arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier, Reading

_SHOWN = 50  # characters of a paragraph beside its number


def proposals(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Numbers of the proposals on the declaration that was named before, without those named already."""
    return _numbers(ctx, param, incomplete, only_open=False)


def open_proposals(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The same of those that wait for a decision."""
    return _numbers(ctx, param, incomplete, only_open=True)


def _numbers(ctx: click.Context, param: click.Parameter, incomplete: str, *, only_open: bool) -> list[CompletionItem]:
    dossier = _dossier(ctx)
    named = given(ctx, param)
    return [
        CompletionItem(each.proposal.number, help=f"paragraph {each.proposal.paragraph}, {each.standing.status}")
        for each in (dossier.tabled.values() if dossier else ())
        if each.proposal.number.startswith(incomplete.upper())
        and each.proposal.number not in named
        and (each.is_open or not only_open)
    ]


def paragraphs(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Numbers of paragraphs of the working text, with the words with which they begin."""
    dossier = _dossier(ctx)
    return _cited(dossier.reading, incomplete, given(ctx, param)) if dossier else []


def paragraphs_read(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The same of the version that a delegation read; after the first of several arguments, none."""
    from zerodraft.errors import Refusal

    if given(ctx, param):
        return []
    try:
        with opening.desk() as opened:
            dossier = opened.open(arguments.slug_before(ctx))
            reading = opened.reading(dossier, ctx.params.get("on") or ("last" if dossier.last_issued else ""))
    except Refusal:
        return []
    return _cited(reading, incomplete, ())


def agreed(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Numbers of the paragraphs that are agreed."""
    dossier = _dossier(ctx)
    numbers = dossier.reading.numbers if dossier else ()
    ordinals = [each.ordinal for each in dossier.agreed if each.ordinal is not None] if dossier else []
    cites = {_as_typed(numbers[ordinal].cite) for ordinal in ordinals}
    return [each for each in paragraphs(ctx, param, incomplete) if each.value in cites]


def bracketed(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Numbers of the paragraphs that have brackets."""
    from zerodraft.core.negotiation.resolving import open_brackets

    dossier = _dossier(ctx)
    found = open_brackets(dossier.draft) if dossier else ()
    cites = {_as_typed(dossier.reading.numbers[each.first].cite) for each in found} if dossier else set()
    return [each for each in paragraphs(ctx, param, incomplete) if each.value in cites]


def codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes of delegations, after the last comma."""
    before, comma, last = incomplete.rpartition(",")
    found = arguments.complete_delegations(ctx, param, last)
    return [CompletionItem(f"{before}{comma}{each.value}", help=each.help) for each in found]


def given(ctx: click.Context, param: click.Parameter) -> Sequence[str]:
    """What of an argument that may be several was said before; () where there is one value only."""
    said = ctx.params.get(param.name or "")
    return said if isinstance(said, tuple) else ()


def _cited(reading: "Reading", incomplete: str, named: Sequence[str]) -> list[CompletionItem]:
    cites = zip(reading.numbers, reading.draft.paragraphs, strict=True)
    return [
        CompletionItem(_as_typed(number.cite), help=voice.line(paragraph.text[:_SHOWN]))
        for number, paragraph in cites
        if number.cite.startswith(incomplete) and number.cite not in named
    ]


def _as_typed(cite: str) -> str:
    """A number as it may stand in a command. zsh and fish put signs themselves before what they'd read otherwise; bash
    takes `7(a)` and `4 bis` as they are, and its script eats one of two backslashes."""
    typing = os.environ.get("COMP_WORDS", "").split()[-1:]
    if not os.environ.get("_ZERODRAFT_COMPLETE", "").startswith("bash") or (typing and typing[0][0] in "\"'"):
        return cite
    return re.sub(r"([() ])", r"\\\\\1", cite)


def _dossier(ctx: click.Context) -> "Dossier | None":
    from zerodraft.errors import Refusal

    try:
        with opening.desk() as opened:
            return opened.open(arguments.slug_before(ctx))
    except Refusal:
        return None
