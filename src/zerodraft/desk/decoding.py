"""Bytes from files as text, and their digest."""

from hashlib import sha256

from zerodraft.errors import UnreadableInput
from zerodraft.store.layout import DECLARATIONS


def digest(content: bytes) -> str:
    """SHA-256 in hex, so that nothing rests on git's SHA-1."""
    return sha256(content).hexdigest()


def decoded(raw: bytes, what: str) -> str:
    """The text of bytes from a file, `what` is its path or says what it is.

    Line ends, byte order mark and NUL bytes stay as they are.
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        guess = "UTF-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "WINDOWS-1252"
        file = what if what.startswith(DECLARATIONS) else "FILE"
        raise UnreadableInput(
            f"{what} is not UTF-8 text: line {line} can't be read.",
            f"Save it as UTF-8, or convert it: `iconv -f {guess} -t UTF-8 {file} > NEW-FILE`.",
        ) from None
