"""Writes every form of a workspace's declarations in every format, and prints the digest of each file.

    python exported_digests.py WORKSPACE YEAR

The year is that of the clock. It says nothing to issued texts; a compilation is of today, so for it another clock runs.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.outgoing import Order
from zerodraft.export.compiled import Layout
from zerodraft.export.forms import FORMS
from zerodraft.store.acts import Person
from zerodraft.store.workspace import Workspace

_SLUGS = ("bali-message", "jakarta-message")
_COMPILED = 2023


def orders(dossier: Dossier) -> Iterator[Order]:
    """Each form and format of the last issued text, in both languages, with comments and numbers of lines."""
    versions = [each.name for each in dossier.versions]
    against = versions[-2] if len(versions) > 1 else ""
    for form, formats in FORMS.items():
        if form in ("redline", "concordance") and not against:
            continue
        for to in formats:
            if to == "pdf" and not find_spec("typst"):
                continue
            for layout in Layout if form == "compilation" else (Layout.INLINE,):
                for language in ("", "id") if to in ("docx", "html") else ("",):
                    former = against if form in ("redline", "concordance") else ""
                    version = "" if form == "compilation" else versions[-1]
                    yield Order(form, to, version, former, True, language, True, layout)


def main(place: str, year: int) -> None:
    today, minutes = [year], count()

    def clock() -> datetime:
        return datetime(today[0], 3, 4, 5, 6, tzinfo=UTC) + timedelta(minutes=next(minutes))

    person = Person("Ana Drafter", "ana@example.org")
    found: dict[str, str] = {}
    with Desk(Workspace.find(Path(place)), clock, person) as desk:
        for slug in _SLUGS:
            dossier = desk.open(slug)
            for order in orders(dossier):
                today[0] = _COMPILED if order.form == "compilation" else year
                found[f"{slug} {order}"] = sha256(desk.export(dossier, order)).hexdigest()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
