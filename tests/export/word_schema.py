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


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(_schema_file())))


def faults(data: bytes) -> list[str]:
    """What each part of WordprocessingML in a file has against the schema; none is checked without one."""
    return list(_faults(data))


def _faults(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            root = etree.fromstring(archive.read(name))
            if "wordprocessingml/2006/main" not in root.tag:
                continue
            known = etree.fromstring(etree.tostring(_without_ignorable(root)))
            try:
                _schema().assertValid(known)
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
