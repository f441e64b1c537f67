"""`zerodraft progress`: brackets, agreed paragraphs and open proposals."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.core.negotiation.progress import PartTally
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.progressing import Milestone, Report

_EXAMPLE = """\b
Examples:
  zerodraft progress bali-message
  zerodraft progress bali-message --json | jq .total.brackets

How to read it: each sign is one paragraph, in the order of the text. █ is agreed ad referendum, ▒ has a bracket,
░ an open proposal, · nothing of it. [shall][should] counts as one bracket, and so does a bracket with others
inside. Below stand the same figures version by version, with their curve; then who holds what is open: proposals
and brackets together, by part of the text, ▁ to █ for few to many.
"""


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@arguments.json_option
def command(slug: str, as_json: bool) -> None:
    """Tell how far a text is: brackets, paragraphs that are agreed, bracketed or untouched, open proposals.

    For each focus area, over the versions, and by delegation.
    """
    with opening.desk() as desk:
        dossier = desk.open(slug)
        report = desk.progress(dossier)
    if as_json:
        voice.say_json(_json(dossier, report))
    else:
        answers.write(_lines(dossier, report))
    answers.tell_unreadable(dossier)


def _lines(dossier: "Dossier", report: "Report") -> "Iterator[Line]":
    from zerodraft.cli.progress_view import ProgressView
    from zerodraft.cli.text_view import title_lines
    from zerodraft.cli.typeset import MEASURE

    width = min(voice.width(), MEASURE)
    yield from title_lines(dossier, dossier.reading, width)
    yield from ProgressView(dossier, report, width).lines()


def _json(dossier: "Dossier", report: "Report") -> voice.Json:
    names = [_name(part) for part in report.now.parts]
    return {
        "declaration": dossier.slug,
        "text_id": dossier.reading.text_id,
        "total": report.now.total._asdict(),
        "proposals_made": report.made,
        "parts": [_part(part) for part in report.now.parts],
        "versions": [_milestone(each) for each in report.milestones],
        "held": [
            {
                "delegation": each.delegation,
                "proposals": dict(zip((*names, "nowhere"), each.proposals, strict=True)),
                "brackets": dict(zip(names, each.brackets, strict=True)),
            }
            for each in report.now.held
        ],
    }


def _name(part: "PartTally") -> str:
    """`FA2`, `preamble`, `closing`: what a program takes for a key."""
    return f"FA{part.area.number}" if part.area else part.part.value


def _part(part: "PartTally") -> voice.Json:
    return {
        "part": _name(part),
        "focus_area": part.area.number if part.area else None,
        "title": part.area.title if part.area else None,
        **part.tally._asdict(),
        "conditions": [each.value for each in part.conditions],
    }


def _milestone(milestone: "Milestone") -> voice.Json:
    version = milestone.version
    return {
        "version": version.name if version else None,
        "designation": version.designation if version else None,
        "date": version.date.isoformat() if version else None,
        **milestone.tally._asdict(),
    }
