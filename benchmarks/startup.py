"""How long the program takes to answer, as ratios to an interpreter that does nothing.

    python benchmarks/startup.py

Whole processes, interleaved, medians. Target: `zerodraft --version` at most 6 × `python -c pass`.
"""

import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from statistics import median

PROGRAM = str(Path(sysconfig.get_path("scripts")) / "zerodraft")
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "zerodraft --version": [PROGRAM, "--version"],
    "zerodraft --help": [PROGRAM, "--help"],
    "zerodraft undo --help": [PROGRAM, "undo", "--help"],
}
RUNS = 15


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    base = median(taken["python -c pass"])
    for name, times in taken.items():
        print(f"{name:24} {1000 * median(times):7.1f} ms  {median(times) / base:5.2f} ×")


if __name__ == "__main__":
    main()
