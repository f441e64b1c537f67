"""The program: `zerodraft` and `python -m zerodraft`."""

import sys


def main() -> None:
    """Run the command line. `--version` answers without loading it: that is asked by scripts."""
    from zerodraft.cli.streams import open_closed_ones, silence_broken_ones

    open_closed_ones()
    if sys.argv[1:] == ["--version"]:
        from zerodraft import __version__

        sys.stdout.write(f"zerodraft {__version__}\n")
        silence_broken_ones()
        return
    from zerodraft.cli.main import run

    sys.exit(run())


if __name__ == "__main__":
    main()
