"""What a reader of a redline may choose to see, by plain fields and the style alone: no script has to run."""

from collections.abc import Sequence
from typing import NamedTuple

from zerodraft.export.html.words import safe
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
    fields.append(choice_list("by", words.changes_by, words.everybody, choice.parties))
    fields.append(choice_list("part", words.shown_part, words.whole_text, choice.parts))
    return f'<section class="controls" aria-label="{words.controls}"{spoken}>\n{"".join(fields)}</section>\n'


def _switch(choice: Choice, labels: Labels) -> str:
    names = (("both", labels.show_both), ("new", labels.show_new), ("old", labels.show_old))
    radios = "".join(
        f'<label for="show-{name}"><input type="radio" name="show" id="show-{name}" autocomplete="off"'
        f"{' checked' if name == 'both' else ''}>{text}</label>"
        for name, text in names
    )
    boxes = "" if choice.only_changes else box("only", labels.only_changes)
    if choice.has_talk:
        boxes += box("talk", page_labels_for(labels.language).show_comments, " checked")
    return f"<fieldset><legend>{labels.show}</legend>{radios}{boxes}</fieldset>\n"


def box(name: str, text: str, state: str = "") -> str:
    """A field that is on or off; `state` is “ checked” for one that is on."""
    return f'<label for="{name}"><input type="checkbox" id="{name}" autocomplete="off"{state}>{text}</label>'


def choice_list(name: str, label: str, everything: str, names: Sequence[str]) -> str:
    """A field in which one of several names is chosen, at first none; "" where there is no choice."""
    if len(names) < 2:
        return ""
    options = "".join(f'<option dir="auto">{safe(each)}</option>' for each in names)
    return (
        f'<p class="choice"><label for="{name}">{label}</label> <select id="{name}" autocomplete="off">'
        f"<option selected>{everything}</option>{options}</select></p>\n"
    )


def filters(choice: Choice) -> str:
    """The style of each choice from a list; the first option of a list is everything."""
    parties = range(1, len(choice.parties) + 1) if len(choice.parties) > 1 else ()
    return "".join(map(_by_party, parties)) + hiding("part", ".part", len(choice.parts))


def hiding(name: str, what: str, count: int) -> str:
    """The style of a list of so many names: one chosen, everything hides that isn't of its number."""
    return "".join(
        f"body:has(#{name}>option:nth-child({number + 1}):checked) {what}:not(.{name}-{number}){{display:none}}\n"
        for number in range(1, count + 1 if count > 1 else 1)
    )


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
