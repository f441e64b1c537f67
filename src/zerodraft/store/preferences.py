"""The drafter's own settings, in `$XDG_CONFIG_HOME/zerodraft/config.toml`: read before the first frame, without git."""

import os
from collections.abc import Mapping
from pathlib import Path

from zerodraft.errors import MachineLacks

_LONGEST = 64 * 1024


def place(environment: Mapping[str, str]) -> Path:
    """Where the file is, or would be; a relative XDG_CONFIG_HOME counts as none, as its specification says."""
    folder = environment.get("XDG_CONFIG_HOME", "")
    root = Path(folder) if folder.startswith("/") else Path(environment.get("HOME") or "~").expanduser() / ".config"
    return root / "zerodraft" / "config.toml"


def read(path: Path) -> str | None:
    """The file's text, one character more than is allowed at most; None where there is none.

    A file that can't be read is refused: whoever wrote it wants to know.
    """
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        with open(file, "rb") as opened:
            return opened.read(_LONGEST + 1).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError:
        raise MachineLacks(f"{path} is not UTF-8.", "Save it as UTF-8; until then everything is as usual.") from None
    except OSError as error:
        raise MachineLacks(
            f"{path} can't be read: {error.strerror}.", "Until that is mended everything is as usual."
        ) from None


def keep(path: Path, text: str) -> None:
    """Replace the file in one step, at the end of its links, with its permissions."""
    try:
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        waiting = target.with_name(f".{target.name}.{os.getpid()}~")
        waiting.unlink(missing_ok=True)
        file = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
        with open(file, "wb") as opened:
            opened.write(text.encode())
        waiting.replace(target)
    except OSError as error:
        raise MachineLacks(
            f"{path} can't be written: {error.strerror}.", "What you chose holds until you leave."
        ) from None
