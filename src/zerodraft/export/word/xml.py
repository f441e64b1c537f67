"""Elements of a Word file: built, never parsed."""

from functools import cache

from lxml import etree

Element = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LATER = "http://schemas.microsoft.com/office/word/2010/wordml"
LATEST = "http://schemas.microsoft.com/office/word/2012/wordml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONS = f"{OFFICE}/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACES = {"w": MAIN, "w14": LATER, "w15": LATEST, "r": RELATIONS, "mc": COMPATIBILITY}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def root(name: str, *prefixes: str) -> Element:
    """The root of a part; elements of `prefixes` may stand in it, and a program that doesn't know them passes over."""
    known = {prefix: _SPACES[prefix] for prefix in ("w", *prefixes)}
    element = etree.Element(_named(name), nsmap=known)
    later = " ".join(prefix for prefix in prefixes if prefix in ("w14", "w15") and not name.startswith(prefix))
    if later:
        element.set(f"{{{COMPATIBILITY}}}Ignorable", later)
    return element


def put(parent: Element, name: str, /, **values: str | int) -> Element:
    """A new last child; attributes are Word's, and their values are text that XML can carry."""
    child = etree.SubElement(parent, _named(name))
    for key, value in values.items():
        child.set(_named(key), str(value))
    return child


def put_text(parent: Element, name: str, text: str) -> None:
    """A child that holds words, white space and all."""
    child = etree.SubElement(parent, _named(name))
    child.set(_SPACE, "preserve")
    child.text = text


def label(element: Element, name: str, value: str) -> None:
    """An attribute of another namespace: `r:id`, `w14:paraId`."""
    element.set(_named(name), value)


def serialized(element: Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


@cache
def _named(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{_SPACES[prefix or 'w']}}}{local}"
