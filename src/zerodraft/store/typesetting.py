"""A paper as a PDF, set by typst: without network, without packages, and without a look at the clock."""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from zerodraft.errors import MachineLacks
from zerodraft.export.pdf.paper import Paper, written
from zerodraft.export.pdf.template import TEMPLATE
from zerodraft.export.scripts import named, scripts_of

if TYPE_CHECKING:
    from typst import Fonts

# An empty box for words that no font has: the standards for accessible and archived files forbid it.
_NOT_SHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_SOME = 5


def typeset(paper: Paper, *, has_machine_fonts: bool = True) -> bytes:
    """Tagged, PDF/UA-1 and PDF/A-2a. The same paper gives the same bytes where the same fonts are.

    Fonts of the machine are looked for only where the built-in ones don't have all of the text.
    """
    scripts = scripts_of(written(paper, ()))
    data = written(paper, [font for each in scripts for font in each.fonts])
    missing: set[str] = set()
    for looks_around in sorted({bool(scripts) and has_machine_fonts, has_machine_fonts}):
        made = _compiled(paper, data, looks_around)
        if isinstance(made, bytes):
            return made
        missing = made
    raise _no_font(missing)


def _compiled(paper: Paper, data: str, looks_around: bool) -> bytes | set[str]:
    """The file; or the characters that no font has. `looks_around` for fonts of the machine."""
    try:
        import typst
    except ImportError:
        raise MachineLacks(
            "A PDF is made by typst, and that is not installed: zerodraft[pdf] is missing.",
            f"{Path(sys.executable).parent / 'pip'} install typst",
        ) from None
    day = datetime.combine(paper.day, time(), UTC) if paper.day else datetime.fromtimestamp(0, UTC)
    try:
        made = typst.compile(
            TEMPLATE.encode("utf-8"),
            sys_inputs={"paper": data},
            font_paths=_fonts(looks_around),
            ignore_system_fonts=not looks_around,
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(day.timestamp()),
        )
    except typst.TypstError as error:
        missing = set(_missing(error.diagnostic))
        if not missing:
            raise
        return missing
    assert isinstance(made, bytes)
    return made


@cache
def _fonts(looks_around: bool) -> "Fonts":
    """Found once: a machine with many fonts takes 0.3 s."""
    from typst import Fonts

    return Fonts(include_system_fonts=looks_around)


def _missing(diagnostic: str) -> Iterator[str]:
    """The characters that typst could not show."""
    for found in _NOT_SHOWN.finditer(diagnostic):
        yield from _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else sign[2], found[1])


def _no_font(characters: set[str]) -> MachineLacks:
    known = named(characters)
    names = [name for name, _ in known]
    more = f" and {len(names) - _SOME} more" if len(names) > _SOME else ""
    listed = f"{', '.join(names[:_SOME])}{more}"
    packages = " ".join(sorted({package for _, package in known}))
    return MachineLacks(
        f"No font on this machine has all of the text: {listed} would be empty boxes.",
        f"Install a font for it (Debian, Ubuntu: apt install {packages}), or take another format: --to docx",
    )
