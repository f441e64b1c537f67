"""The program: `zerodraft` and `python -m zerodraft`."""

import sys
from pathlib import Path


def main() -> None:
    """Run the command line; without arguments, the screens. `--version` answers alone: scripts ask for it."""
    from zerodraft.cli.streams import open_closed_ones, silence_broken_ones

    open_closed_ones()
    if sys.argv[1:] == ["--version"]:
        from zerodraft import __version__

        sys.stdout.write(f"zerodraft {__version__}\n")
        silence_broken_ones()
        return
    from zerodraft.cli.main import run

    sys.exit(run(_open_screens))


def _open_screens(place: Path) -> int:
    """Textual is loaded when somebody wants to see the screens, and not before."""
    from zerodraft.tui.start import run

    return run(place)


if __name__ == "__main__":
    main()
