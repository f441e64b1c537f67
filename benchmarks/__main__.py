"""Run all benchmarks, one after the other: `python benchmarks` (a few minutes), `python benchmarks --quick`.

Figures are ratios to named peers measured in the same run; absolute times depend on the machine and its load.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ALL = ("startup", "redline", "anchors", "credits", "rebase", "intake", "word", "pdf", "git_access", "screens", "house")
TAKE_QUICK = ("redline", "anchors", "credits", "rebase", "intake", "word", "pdf", "git_access", "screens")


def main() -> None:
    quick = sys.argv[1:] == ["--quick"]
    if sys.argv[1:] and not quick:
        sys.exit(__doc__)
    print(f"{os.cpu_count()} processors, load average {os.getloadavg()[0]:.1f}")
    for name in ALL:
        print(f"\n== {name}", flush=True)
        options = ["--quick"] if quick and name in TAKE_QUICK else []
        subprocess.run([sys.executable, str(HERE / f"{name}.py"), *options], check=False)


if __name__ == "__main__":
    main()
