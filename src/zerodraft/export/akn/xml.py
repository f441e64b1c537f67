"""Elements of an Akoma Ntoso file: built, never parsed."""

import re

from lxml import etree

from zerodraft.export.xml_words import carried

Element = etree._Element

SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:zerodraft:akn:1"
"""The namespace of what only this program reads: how the text was typed where that is not the usual way."""

_A, _Z = f"{{{SPACE}}}", f"{{{OWN}}}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_OUTSIDE_OF_ADDRESSES = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9%/:?@!$&'()*+,;=._~#-]")
_MIXED = frozenset({"p", "block", "num", "heading", "crossHeading"})


def root(name: str) -> Element:
    """The root of a file, with a document of this kind in it."""
    element = etree.Element(f"{_A}akomaNtoso", nsmap={None: SPACE, "zd": OWN})  # type: ignore[dict-item]
    return put(element, name)


def put(parent: Element, name: str, /, **values: str | None) -> Element:
    """A new last child; attributes that are None are left out, and one that is a word of Python ends in `_`."""
    child = etree.SubElement(parent, _A + name)
    for key, value in values.items():
        if value is not None:
            child.set(key.removesuffix("_"), carried(value))
    return child


def put_own(parent: Element, name: str, /, **values: str) -> Element:
    """A child that is only for this program."""
    child = etree.SubElement(parent, _Z + name)
    hint(child, **values)
    return child


def hint(element: Element, /, **values: str) -> None:
    """Attributes that are only for this program; empty ones are left out, and line ends stay as they were typed."""
    for key, value in values.items():
        if value:
            element.set(_Z + key, "\r".join(map(carried, value.split("\r"))))


def say(parent: Element, text: str) -> None:
    """Words at the end of what an element holds."""
    text = carried(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def speak(element: Element, language: str) -> None:
    """Say in which language the words of an element are."""
    element.set(_LANGUAGE, language)


def address(href: str) -> str:
    """An address in the signs that an address may have; others are written as their numbers."""
    return _OUTSIDE_OF_ADDRESSES.sub(_by_number, href)


def _by_number(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def serialized(document: Element) -> bytes:
    """The whole file, indented where no words stand."""
    whole = document.getparent()
    assert whole is not None
    _indent(whole, 0)
    return etree.tostring(whole, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(element: Element, depth: int) -> None:
    children = list(element)
    if not children or element.tag.removeprefix(_A) in _MIXED:
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in children:
        child.tail = "\n" + "  " * (depth + 1)
        _indent(child, depth + 1)
    children[-1].tail = "\n" + "  " * depth
