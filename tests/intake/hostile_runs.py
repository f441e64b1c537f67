"""Reads files one by one, each in a process of its own, and measures it from outside.

    python -m tests.intake.hostile_runs HARMLESS … -- HOSTILE …

Writes a JSON list, for each file seconds of CPU, bytes of memory above a process that reads nothing, what became of it.
"""

import json
import os
import sys
from pathlib import Path

from zerodraft.errors import Refusal
from zerodraft.intake.reading import read

_READ, _REFUSED = 0, 3


def measured(path: Path | None) -> tuple[float, int, str]:
    """What the system says of a child that reads a file, or nothing."""
    child = os.fork()
    if child == 0:
        os._exit(_outcome(path))
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    told = {_READ: "read", _REFUSED: "refused"}.get(code, f"ended with {code}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, told


def _outcome(path: Path | None) -> int:
    try:
        if path is not None:
            read(path.read_bytes(), path.name)
    except Refusal:
        return _REFUSED
    return _READ


def main(harmless: list[Path], hostile: list[Path]) -> None:
    for path in harmless:  # what the readers load is no memory of a file
        _outcome(path)
    _, base, _ = measured(None)
    found = [measured(path) for path in (*harmless, *hostile)]
    sys.stdout.write(json.dumps([(seconds, memory - base, told) for seconds, memory, told in found]))


if __name__ == "__main__":
    border = sys.argv.index("--")
    main([Path(each) for each in sys.argv[1:border]], [Path(each) for each in sys.argv[border + 1 :]])
