"""Footnotes and endnotes: one count of both, as they are cited."""

from lxml import etree

from zerodraft.errors import UnreadableInput
from zerodraft.intake.word_parts import WordParts
from zerodraft.intake.word_xml import Element, child, children, local, tags, text_of

Key = tuple[str, str]
"""The kind of a note, "footnote" or "endnote", and its id in the file."""

MOST_NOTES = 20_000

_CITED = tags("footnoteReference", "endnoteReference")
_PUT_IN = tags("ins", "moveTo")
_ROW = tags("tr")


def names_of_notes(body: Element, what: str) -> dict[Key, str]:
    """The names of all notes that are cited, "1" for the first.

    Those cited in the base text are counted first, so an inserted note changes no name; the inserted ones go on from
    there.
    """
    base: dict[Key, None] = {}
    put_in: dict[Key, None] = {}
    around = 0
    for event, element in etree.iterwalk(body, events=("start", "end"), tag=(*_CITED, *_PUT_IN, *_ROW)):
        if element.tag in _CITED:
            (put_in if around else base)[_key(element)] = None
        elif element.tag in _PUT_IN or child(child(element, "trPr"), "ins") is not None:
            around += 1 if event == "start" else -1
    keys = [*base, *(key for key in put_in if key not in base)]
    if len(keys) > MOST_NOTES:
        raise UnreadableInput(
            f"{what} cites more than {MOST_NOTES:,} notes.",
            "Word never gets that far; ask whoever sent the file where it comes from.",
        )
    return {key: str(number) for number, key in enumerate(keys, 1)}


def notes(parts: WordParts) -> dict[Key, Element]:
    """The stories of all notes; separators are none."""
    return {
        (kind, text_of(element, "id")): element
        for kind in ("footnote", "endnote")
        for root in parts.of(f"{kind}s")
        for element in children(root, kind)
        if text_of(element, "type") in ("", "normal")
    }


def _key(reference: Element) -> Key:
    return local(reference.tag).removesuffix("Reference"), text_of(reference, "id")
