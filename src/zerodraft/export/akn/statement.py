"""The whole file around the parts of a text: what it says of itself, the title block, and how it was adopted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from zerodraft.core.text.draft import Kind
from zerodraft.export.akn.body import name, write_parts
from zerodraft.export.akn.meta import (
    Named,
    identify,
    identity_of,
    naming_of,
    tell_comments,
    tell_history,
    tell_own,
    tell_references,
)
from zerodraft.export.akn.naming import adoption_line
from zerodraft.export.akn.units import Unit
from zerodraft.export.akn.words import Pen
from zerodraft.export.akn.xml import Element, put, root, say, speak
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet


@dataclass(frozen=True, slots=True)
class About:
    """What a file says beside the text. `hints` tell which form of it the file holds; `analyse` puts what was modified
    into `meta`, after the text is written; `named` are the organisations that it names."""

    named: Named
    hints: Mapping[str, str]
    analyse: Callable[[Element], None] | None = None


def statement_of(sheet: Sheet, units: Sequence[Unit], pen: Pen, about: About) -> Element:
    """The document."""
    statement = root(naming_of(sheet).type)
    statement.set("name", naming_of(sheet).name)
    meta = put(statement, "meta")
    first = next((each for each in units[:1] if each.kind is Kind.TITLE), None)
    _preface(statement, sheet, first, pen)
    conclusions = write_parts(statement, units[1:] if first else units, pen)
    _adoption(statement, conclusions, sheet)
    for said in (said for thread in sheet.threads for said in thread.said):
        about.named.of(said.name, said.code)
    identify(meta, sheet, identity_of(sheet))
    tell_history(meta, sheet)
    if about.analyse:
        about.analyse(meta)
    tell_references(meta, sheet, about.named)
    tell_comments(meta, sheet, {each.number.cite: each.name for each in units}, about.named)
    tell_own(meta, sheet, about.hints)
    return statement


def _preface(statement: Element, sheet: Sheet, title: Unit | None, pen: Pen) -> None:
    """The title block; the title itself is that of the text, where it has one."""
    labels, naming = labels_for(sheet.spoken), naming_of(sheet)
    preface = put(statement, "preface")
    for kind, text in (("conference", sheet.conference), ("place", sheet.place_and_dates)):
        if text:
            say(put(preface, "p", class_=kind), text)
    line = put(preface, "p", class_="version")
    say(put(line, "docNumber"), labels.version(sheet))
    if sheet.stage:
        say(line, " · ")
        say(put(line, "docStage"), sheet.stage)
    if sheet.date_line:
        say(line, " · ")
        say(put(line, "docDate", date=naming.day.isoformat()), sheet.date_line)
    if sheet.mark:
        say(put(put(preface, "p", class_="mark"), "docStatus"), sheet.mark)
    if title:
        written = put(put(preface, "p", class_="title"), "docTitle")
        name(written, title)
        pen.write(written, title.words, title.name)
    elif shown := sheet.title or sheet.draft.title:
        say(put(put(preface, "p", class_="cover"), "docTitle"), shown)


def _adoption(statement: Element, conclusions: Element | None, sheet: Sheet) -> None:
    """Where, when and how the text was adopted, after its last words."""
    adoption = naming_of(sheet).adoption
    if adoption is None:
        return
    if conclusions is None:
        conclusions = put(statement, "conclusions")
    line = put(put(conclusions, "container", name="adoption"), "p", class_="adoption")
    speak(line, labels_for(sheet.spoken).language)
    say(line, adoption_line(adoption._replace(place="", told="")))
    for written, attributes in (
        (adoption.place, {"refersTo": "#place"}),
        (adoption.told, {"date": adoption.date.isoformat(), "refersTo": "#adoption"}),
    ):
        if written:
            say(line, ", ")
            say(put(line, "date" if "date" in attributes else "location", **attributes), written)
