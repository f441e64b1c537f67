"""The program: `zerodraft` and `python -m zerodraft`."""

import sys
from pathlib import Path

from zerodraft.errors import Refusal


def main() -> None:
    """Run the command line; without arguments, the screens. `--version` answers alone: scripts ask for it."""
    from zerodraft.cli.streams import open_closed_ones, silence_broken_ones

    open_closed_ones()
    if sys.argv[1:] == ["--version"]:
        from zerodraft import __version__

        sys.stdout.write(f"zerodraft {__version__}\n")
        silence_broken_ones()
        return
    if not sys.argv[1:] and sys.stdin.isatty() and sys.stdout.isatty():
        sys.exit(_open_at_once())
    from zerodraft.cli.main import run

    sys.exit(run(_open_screens))


def _open_at_once() -> int:
    """The screens without the command line, which takes a tenth of the time until something is seen."""
    import gc

    from zerodraft.cli.streams import silence_broken_ones, take_every_character

    # As on the command line: what is shown are small values without circles.
    gc.set_threshold(100_000, 50, 50)
    take_every_character()
    try:
        code = _open_screens(Path.cwd())
    except (Refusal, OSError) as error:
        from zerodraft.cli.main import refused

        code = refused(error)
    silence_broken_ones()
    return code


def _open_screens(place: Path) -> int:
    """Textual is loaded when somebody wants to see the screens, and not before."""
    from zerodraft.tui.start import run

    return run(place)


if __name__ == "__main__":
    main()
