"""What a reader of a redline may choose to see, by plain fields and the style alone: no script has to run."""

from collections.abc import Sequence
from typing import NamedTuple

from zerodraft.export.html_words import safe
from zerodraft.export.labels import Labels
from zerodraft.export.page_labels import page_labels_for


class Choice(NamedTuple):
    """The names of delegations and of parts, in the order of their numbers on the page."""

    parties: tuple[str, ...]
    parts: tuple[str, ...]
    has_talk: bool
    only_changes: bool


def controls(choice: Choice, labels: Labels, spoken: str) -> str:
    """Old, new or both; only what changed; comments or none; one delegation, one part."""
    words = page_labels_for(labels.language)
    fields = [_switch(choice, labels)]
    if len(choice.parties) > 1:
        fields.append(_list("by", words.changes_by, words.everybody, choice.parties))
    if len(choice.parts) > 1:
        fields.append(_list("part", words.shown_part, words.whole_text, choice.parts))
    return f'<section class="controls" aria-label="{words.controls}"{spoken}>\n{"".join(fields)}</section>\n'


def _switch(choice: Choice, labels: Labels) -> str:
    names = (("both", labels.show_both), ("new", labels.show_new), ("old", labels.show_old))
    radios = "".join(
        f'<label for="show-{name}"><input type="radio" name="show" id="show-{name}" autocomplete="off"'
        f"{' checked' if name == 'both' else ''}>{text}</label>"
        for name, text in names
    )
    boxes = "" if choice.only_changes else _box("only", labels.only_changes, "")
    if choice.has_talk:
        boxes += _box("talk", page_labels_for(labels.language).show_comments, " checked")
    return f"<fieldset><legend>{labels.show}</legend>{radios}{boxes}</fieldset>\n"


def _box(name: str, text: str, state: str) -> str:
    return f'<label for="{name}"><input type="checkbox" id="{name}" autocomplete="off"{state}>{text}</label>'


def _list(name: str, label: str, everything: str, names: Sequence[str]) -> str:
    options = "".join(f'<option dir="auto">{safe(each)}</option>' for each in names)
    return (
        f'<p class="choice"><label for="{name}">{label}</label> <select id="{name}" autocomplete="off">'
        f"<option selected>{everything}</option>{options}</select></p>\n"
    )


def filters(choice: Choice) -> str:
    """The style of each choice from a list; the first option of a list is everything."""
    parties = range(1, len(choice.parties) + 1) if len(choice.parties) > 1 else ()
    parts = range(1, len(choice.parts) + 1) if len(choice.parts) > 1 else ()
    return "".join([*map(_by_party, parties), *map(_by_part, parts)])


def _by_party(number: int) -> str:
    """A paragraph without a word of theirs is left out, a part without one too unless it was chosen; in what is left
    the changes of others are plain."""
    chosen, theirs = f"body:has(#by>option:nth-child({number + 1}):checked)", f":not(.by-{number})"
    return (
        f"{chosen} :is(.par{theirs}:not(.orients),.thread{theirs},.cue{theirs}),\n"
        f"{chosen}:not(:has(#part>option:not(:first-child):checked)) .part{theirs}{{display:none}}\n"
        f"{chosen} .part{theirs} .empty{{display:block}}\n"
        f"{chosen} :is(ins,del){theirs}{{color:var(--quiet);text-decoration-style:dotted}}\n"
    )


def _by_part(number: int) -> str:
    return f"body:has(#part>option:nth-child({number + 1}):checked) .part:not(.part-{number}){{display:none}}\n"
