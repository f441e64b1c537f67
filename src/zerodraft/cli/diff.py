"""`zerodraft diff`: the word-level redline between two texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.desk.comparing import Compared
    from zerodraft.desk.dossier import Dossier
    from zerodraft.export.sheet import RedlineSheet

_EXAMPLE = """\b
Examples:
  zerodraft diff bali-message                  since the last issued version
  zerodraft diff bali-message rev-1 rev-2      one version against another
  zerodraft diff bali-message saved            what is not saved yet
  zerodraft diff bali-message rev-1 rev-2 --side-by-side
  zerodraft diff bali-message rev-1 --summary  figures for each focus area

How to read it: a bar stands beside what changed. Inserted words are underlined, deleted ones are
struck; without colour, or with --word-diff, they stand as {+inserted+} and [-deleted-].

Exit code: 0, whether anything changed or not.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    old: str
    new: str
    side_by_side: bool
    summary: bool
    everything: bool
    focus_area: int | None
    word_diff: bool
    as_json: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("old", default="", shell_complete=arguments.complete_versions)
@click.argument("new", default="", shell_complete=arguments.complete_versions)
@click.option("--side-by-side", is_flag=True, help="Two columns: the old text and the new one.")
@click.option("--summary", is_flag=True, help="Figures only, for each focus area.")
@click.option("--all", "everything", is_flag=True, help="Unchanged paragraphs too, not only how many there are.")
@arguments.area_option
@click.option("--word-diff", is_flag=True, help="Plain marks [-deleted-] {+inserted+} and no colour.")
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Show the word-level redline between two texts of a declaration.

    OLD is the last issued version when it is not named, NEW the working text. Both may be the name of a
    version or its designation (`rev-1`, `Rev.1`, `zero draft`), `last` for the last issued one, `saved` for
    the working text as it is recorded, `working` for the text as it lies in the folder.
    """
    with opening.desk() as desk:
        dossier = desk.open(wanted.slug)
        compared = desk.compare(dossier, wanted.old or "last", wanted.new)
        if wanted.focus_area is not None:
            arguments.focus_area(compared.new.draft, wanted.focus_area)
        if wanted.as_json:
            from zerodraft.cli.redline_json import redline_json

            voice.say_json(redline_json(dossier, compared, wanted.focus_area, everything=wanted.everything))
            return
        answers.write(_lines(dossier, compared, wanted), plain=wanted.word_diff)
        if not wanted.old:
            _tell_of_the_last_issue(dossier)


def _tell_of_the_last_issue(dossier: "Dossier") -> None:
    """Who asks what is new right after an issue finds nothing; what that issue brought is one step before."""
    last = dossier.last_issued
    if last and last.text_id == dossier.reading.text_id and len(dossier.versions) > 1:
        before = dossier.versions[-2].name
        voice.narrate(f"What {last.designation} changed: zerodraft diff {dossier.slug} {before} {last.name}")


def _lines(dossier: "Dossier", compared: "Compared", wanted: Wanted) -> "Iterator[Line]":
    from zerodraft.cli.typeset import MEASURE
    from zerodraft.desk.sheets import sheet_of

    sheet = sheet_of(dossier.title, compared, (wanted.old, wanted.new))
    columns = voice.width()
    yield from _title(sheet, wanted.focus_area, min(columns, MEASURE))
    if wanted.summary:
        from zerodraft.cli.redline_summary import summary_lines

        yield ()
        yield from summary_lines(sheet, wanted.focus_area, columns)
        return
    yield from _redline(sheet, wanted, columns)


def _title(sheet: "RedlineSheet", area: int | None, width: int) -> "Iterator[Line]":
    from zerodraft.cli.redline_summary import in_a_sentence, parts_of
    from zerodraft.cli.typeset import hung, ink
    from zerodraft.export.summary import total

    figures = total(sheet) if area is None else parts_of(sheet, area)[0].figures
    yield from hung((), ink(sheet.new.title, voice.BOLD), width)
    yield from hung((), ink(f"{sheet.old.version} → {sheet.new.version}"), width)
    yield from hung((), ink(in_a_sentence(figures)), width)


def _redline(sheet: "RedlineSheet", wanted: Wanted, columns: int) -> "Iterator[Line]":
    from zerodraft.cli.redline_view import Look, RedlineView
    from zerodraft.cli.side_by_side import SideBySide
    from zerodraft.cli.typeset import MEASURE
    from zerodraft.export.sections import sections

    area = wanted.focus_area
    shown = [each for each in sections(sheet) if not each.is_title_alone and (area is None or each.area == area)]
    if not wanted.everything and not any(each.has_changes for each in shown):
        return
    plain = wanted.word_diff or not voice.pen().colour
    if wanted.side_by_side:
        yield ()
        yield from SideBySide(sheet, Look(columns, plain, wanted.everything)).lines(shown)
    else:
        yield from RedlineView(sheet, Look(min(columns, MEASURE), plain, wanted.everything)).lines(shown)
