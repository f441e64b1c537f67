"""The parts of a Word document as one package: the same parts give the same bytes."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from zerodraft.export.word.xml import OFFICE, RELATIONS, Element, serialized
from zerodraft.export.xml_words import carried

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o600 << 16
_UNIX = 3
_CUSTOM = f"{OFFICE}/custom-properties"
_TYPES = f"{OFFICE}/docPropsVTypes"
_OWN_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_CORE = f"{_PACKAGE}/metadata/core-properties"


class Part(NamedTuple):
    """A part of the document: its file name in `word/`, the last word of its type and of its relation, its content."""

    name: str
    kind: str
    relation: str
    content: Element

    @property
    def relation_type(self) -> str:
        later = self.relation in ("commentsExtended", "people")
        return f"{_MICROSOFT if later else RELATIONS}/{self.relation}"


class Links(NamedTuple):
    """Addresses that a part leads to, by the name of the relation."""

    part: str
    addresses: Mapping[str, str]


def packed(main: Element, parts: Sequence[Part], links: Iterable[Links], properties: "Properties") -> bytes:
    """The whole file. The relation to a part is named as the part, without its ending."""
    relations: dict[str, list[tuple[str, str, str, bool]]] = {"document.xml": []}
    for part in parts:
        relations["document.xml"].append((relation_name(part.name), part.relation_type, part.name, False))
    for link in links:
        own = relations.setdefault(link.part, [])
        own += [(name, f"{RELATIONS}/hyperlink", address, True) for name, address in link.addresses.items()]
    files = {f"word/{part.name}": serialized(part.content) for part in parts}
    files["word/document.xml"] = serialized(main)
    for name, told in relations.items():
        if told:
            files[f"word/_rels/{name}.rels"] = _relations(told)
    files["docProps/core.xml"] = _core(properties)
    files["docProps/custom.xml"] = _custom(properties.own)
    head = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _root_relations()}
    return _zipped({**head, **dict(sorted(files.items()))})


class Properties(NamedTuple):
    """What the file says of itself."""

    title: str
    language: str
    own: tuple[tuple[str, str], ...]


def relation_name(part: str) -> str:
    return part.removesuffix(".xml")


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """In the order given; every file has the same date, and nothing of this machine is in it."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, _READABLE, _UNIX
            archive.writestr(entry, content)
    return written.getvalue()


def _content_types(parts: Iterable[Part]) -> bytes:
    space = f"{_PACKAGE}/content-types"
    types = _root(space, "Types")
    for ending, kind in (("rels", f"{_PACKAGE_TYPE}.relationships+xml"), ("xml", "application/xml")):
        etree.SubElement(types, f"{{{space}}}Default", {"Extension": ending, "ContentType": kind})
    known = {"/word/document.xml": f"{_WORD}.document.main+xml"}
    known |= {f"/word/{part.name}": f"{_WORD}.{part.kind}+xml" for part in parts}
    known["/docProps/core.xml"] = f"{_PACKAGE_TYPE}.core-properties+xml"
    known["/docProps/custom.xml"] = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    for name, kind in known.items():
        etree.SubElement(types, f"{{{space}}}Override", {"PartName": name, "ContentType": kind})
    return serialized(types)


_PACKAGE_TYPE = "application/vnd.openxmlformats-package"


def _root_relations() -> bytes:
    return _relations(
        [
            ("document", f"{RELATIONS}/officeDocument", "word/document.xml", False),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False),
            ("custom", f"{RELATIONS}/custom-properties", "docProps/custom.xml", False),
        ]
    )


def _relations(told: Iterable[tuple[str, str, str, bool]]) -> bytes:
    """Relations: name, type, target, and whether it lies outside of the file."""
    space = f"{_PACKAGE}/relationships"
    table = _root(space, "Relationships")
    for name, kind, target, is_outside in told:
        own = {"Id": name, "Type": kind, "Target": carried(target)}
        if is_outside:
            own["TargetMode"] = "External"
        etree.SubElement(table, f"{{{space}}}Relationship", own)
    return serialized(table)


def _core(properties: Properties) -> bytes:
    part = _root(_CORE, "coreProperties", dc=_DUBLIN)
    for name, value in (("title", properties.title), ("language", properties.language)):
        etree.SubElement(part, f"{{{_DUBLIN}}}{name}").text = carried(value)
    return serialized(part)


def _custom(properties: Iterable[tuple[str, str]]) -> bytes:
    part = _root(_CUSTOM, "Properties", vt=_TYPES)
    for number, (name, value) in enumerate(properties, 2):
        own = {"fmtid": _OWN_PROPERTIES, "pid": str(number), "name": carried(name)}
        told = etree.SubElement(part, f"{{{_CUSTOM}}}property", own)
        etree.SubElement(told, f"{{{_TYPES}}}lpwstr").text = carried(value)
    return serialized(part)


def _root(space: str, name: str, **prefixes: str) -> Element:
    """An element whose namespace needs no prefix."""
    # The stubs of lxml know no namespace without a prefix.
    known = cast("Mapping[str, str]", {None: space, **prefixes})
    return etree.Element(f"{{{space}}}{name}", nsmap=known)
