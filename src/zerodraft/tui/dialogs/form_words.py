"""What is written in a form, when the program is told to end: it waits on the disk for the next time."""

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Input, TextArea

from zerodraft.errors import Refusal
from zerodraft.tui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk

_SLUG = "new"  # of a document that has no name yet


def written(form: Widget) -> str:
    """All fields by their names."""
    lines = {str(each.id): each.value for each in form.query(Input)}
    areas = {str(each.id): each.text for each in form.query(TextArea)}
    choices = {str(each.id): each.chosen for each in form.query(OneOf)}
    return json.dumps(lines | areas | choices, ensure_ascii=False)


def fill(form: Widget, words: str) -> None:
    """Write into the fields what stood there; what is no such text changes nothing."""
    try:
        values = json.loads(words)
    except ValueError:
        return
    known = (
        {name: value for name, value in values.items() if isinstance(value, str)} if isinstance(values, dict) else {}
    )
    for each in form.query(Input):
        each.value = known.get(str(each.id), each.value)
    for area in form.query(TextArea):
        area.text = known.get(str(area.id), area.text)
    for choice in form.query(OneOf):
        if (value := known.get(str(choice.id))) in choice.words:
            choice.choose(str(value))


def keep(desk: "Desk", form: str, words: str) -> None:
    """In place of those that waited; where the disk can't hold them, they are lost."""
    with suppress(Refusal):
        forget(desk, form)
        desk.lay_down(_SLUG, ("begin", form), "", words)


def waiting(desk: "Desk", form: str) -> str:
    """What waits for this form, "" for nothing that can be read."""
    with suppress(Refusal):
        for each in reversed(desk.waiting(_SLUG, ("begin", form))):
            return each.words()
    return ""


def forget(desk: "Desk", form: str) -> None:
    for each in desk.waiting(_SLUG, ("begin", form)):
        each.drop()
