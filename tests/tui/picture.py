"""Pictures of screens, kept beside the tests and compared byte for byte.

    compare_picture(picture_of(app, "The draft"), "draft-80x24")

When a picture has changed, look at the new one first (the failure says where it lies), then accept it:

    ZERODRAFT_ACCEPT_PICTURES=1 .venv/bin/pytest tests/tui -k the_test
"""

import os
import re
import tempfile
from difflib import unified_diff
from html import unescape
from pathlib import Path

PICTURES = Path(__file__).resolve().parent / "pictures"
LARGEST = 60_000  # bytes; a screen of 132 x 40 cells full of text takes 35,000
ACCEPT = "ZERODRAFT_ACCEPT_PICTURES"


def compare_picture(svg: str, name: str, kept: Path = PICTURES) -> None:
    """AssertionError with what differs in words when the picture is not the kept one; kept anew when asked to."""
    assert len(svg.encode()) <= LARGEST, f"{name} takes {len(svg.encode()):,} bytes, more than {LARGEST:,}"
    place = kept / f"{name}.svg"
    old = place.read_text(encoding="utf-8") if place.exists() else ""
    if svg == old:
        return
    if os.environ.get(ACCEPT) == "1":
        kept.mkdir(exist_ok=True)
        place.write_text(svg, encoding="utf-8")
        return
    new_place = Path(tempfile.mkdtemp(prefix="zerodraft-picture-")) / place.name
    new_place.write_text(svg, encoding="utf-8")
    raise AssertionError(f"{_difference(old, svg)}\n\n{_advice(place, new_place, bool(old))}")


def words_of(svg: str) -> list[str]:
    """The rows of a picture as plain text."""
    description = re.search("<desc>(.*?)</desc>", svg, re.DOTALL)
    return unescape(description[1]).split("\n") if description else []


def _difference(old: str, new: str) -> str:
    if not old:
        return "there is no such picture yet:\n" + "\n".join(words_of(new))
    rows = list(unified_diff(words_of(old), words_of(new), "kept", "now", n=1, lineterm=""))
    return "\n".join(rows) if rows else "the words are the same; colours or attributes are not"


def _advice(kept: Path, now: Path, is_known: bool) -> str:
    looked_at = f"{now} beside {kept}" if is_known else str(now)
    return f"Look at {looked_at} in a browser.\nIf it is as it should be, run this test again with {ACCEPT}=1."
