"""Whether a Word file keeps the schema of its format, which is no part of the project: it may lie beside the checkout.

Looked for are `schemas/ooxml/wml.xsd` (the WordprocessingML of ECMA-376) next to the checkout, one folder deeper, or
in the folder that `ZERODRAFT_SCHEMAS` names.
"""

import os
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

_ROOT = Path(__file__).resolve().parents[2]
_NAME = "ooxml/wml.xsd"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def _schema_file() -> Path | None:
    named = os.environ.get("ZERODRAFT_SCHEMAS", "")
    beside = [Path(named) / _NAME] if named else []
    beside += [_ROOT.parent / "schemas" / _NAME, *sorted(_ROOT.parent.glob(f"*/schemas/{_NAME}"))]
    return next((path for path in beside if path.is_file()), None)


needs_schema = pytest.mark.skipif(_schema_file() is None, reason="the schema of WordprocessingML (wml.xsd) is not here")


_OTHERS = {
    "package/2006/content-types": "opc-xsd/opc-contentTypes.xsd",
    "package/2006/relationships": "opc-xsd/opc-relationships.xsd",
    "officeDocument/2006/custom-properties": "shared-documentPropertiesCustom.xsd",
}
"""The schemas of parts that are no WordprocessingML, by the end of their namespace. Threads and people of comments came
later than the standard and have none; that of the core properties asks the network for others."""


@cache
def _schema(name: str = "wml.xsd") -> etree.XMLSchema:
    path = _schema_file()
    assert path
    return etree.XMLSchema(etree.parse(str(path.parent / name)))


def faults(data: bytes) -> list[str]:
    """What each part of a file has against its schema; none is checked without one."""
    return list(_faults(data))


def _faults(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            root = etree.fromstring(archive.read(name))
            space = str(etree.QName(root).namespace)
            if "wordprocessingml/2006/main" in space:
                schema = _schema()
            elif other := next((schema for end, schema in _OTHERS.items() if space.endswith(end)), ""):
                schema = _schema(other)
            else:
                continue
            known = etree.fromstring(etree.tostring(_without_ignorable(root)))
            try:
                schema.assertValid(known)
            except etree.DocumentInvalid as fault:
                yield f"{name}: {fault}"


def _without_ignorable(root: etree._Element) -> etree._Element:
    """What programs that don't know the later namespaces see."""
    passed_over = {root.nsmap.get(prefix) for prefix in root.get(f"{_COMPATIBILITY}Ignorable", "").split()}
    for element in list(root.iter()):
        for key in list(element.attrib):
            space = str(key).partition("}")[0].removeprefix("{")
            if space in passed_over or str(key).startswith(_COMPATIBILITY):
                del element.attrib[key]
    return root
