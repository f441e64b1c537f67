"""Elements of an OpenDocument file: built, never parsed."""

from collections.abc import Mapping
from functools import cache

from lxml import etree

Element = etree._Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_COMPATIBLE = f"{_OASIS}:xsl-fo-compatible:1.0"
_SPACES = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "fo": _COMPATIBLE,
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "meta": f"{_OASIS}:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "manifest": f"{_OASIS}:manifest:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
Values = Mapping[str, str | int]
_NONE: Values = {}


def root(name: str, *prefixes: str, values: Values = _NONE) -> Element:
    """The root of a part, in which elements of these prefixes may stand."""
    made = etree.Element(_named(name), nsmap={prefix: _SPACES[prefix] for prefix in prefixes})
    _set(made, values)
    return made


def put(parent: Element, name: str, values: Values = _NONE) -> Element:
    """A new last child, `text:p` with `{"text:style-name": "Standard"}`; values are text that XML can carry."""
    child = etree.SubElement(parent, _named(name))
    _set(child, values)
    return child


def write_after(parent: Element, words: str) -> None:
    """Words behind all that stands in an element."""
    last = parent[-1] if len(parent) else None
    if last is None:
        parent.text = (parent.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def serialized(element: Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8")


def _set(element: Element, values: Values) -> None:
    for name, value in values.items():
        element.set(_named(name), str(value))


@cache
def _named(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"
