"""LibreOffice Calc as another reader of the tables that are written. Skipped, and said so, where it is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_CALC = Path("/usr/lib/libreoffice/program/libsclo.so")
_LONGEST = 180
# Commas, quotation marks, UTF-8; numbers are looked for, and formulas are evaluated.
_VALUES = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true"

needs_calc = pytest.mark.skipif(
    shutil.which("soffice") is None or not _CALC.exists(), reason="LibreOffice Calc (soffice) is not installed"
)


def converted(data: bytes, name: str, to: str, folder: Path) -> bytes:
    """A table as LibreOffice saves it in another form: “xlsx”, “csv”, “fods” (one XML file)."""
    file = folder / name
    file.write_bytes(data)
    office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    values = [f"--infilter={_VALUES}"] if name.endswith(".csv") else []
    into = folder / "converted"
    subprocess.run(
        [*office, *values, "--convert-to", to, "--outdir", str(into), str(file)],
        capture_output=True,
        timeout=_LONGEST,
        check=True,
        env=os.environ | {"HOME": str(folder)},
    )
    return (into / file.name).with_suffix(f".{to}").read_bytes()


def formulas(data: bytes, name: str, folder: Path) -> int:
    """How many cells of a table LibreOffice takes for formulas."""
    return converted(data, name, "fods", folder).count(b"table:formula=")
