"""Starting the screens, and ending them in order."""

import sys
from contextlib import nullcontext
from pathlib import Path

_BROKE_DOWN = "Error: zerodraft has a defect and broke down; what happened stands above."
_NOTHING_LOST = "Hint: nothing is lost that you saved. Start it again"


def run(place: Path) -> int:
    """Open the workspace around a folder on the screens; the exit code. A workspace that can't be opened is refused."""
    from zerodraft.desk import preferences
    from zerodraft.tui.background import Background

    known = preferences.read()
    asks = known.preferences.theme in ("auto", "terminal")
    with Background() if asks else nullcontext() as background:
        # The terminal answers while Textual is loaded.
        from zerodraft.tui import attention
        from zerodraft.tui.app import ZerodraftApp

        app = ZerodraftApp(place, known, is_light=background is not None and background.is_light())
    code = attention.run(app.run_async())
    app.clerk.close()
    if app._exception is not None:
        _tell_of_words(app.kept_in)
    if app.refused is not None:
        raise app.refused
    return code if code is not None else (app.return_code or 0)


def _tell_of_words(kept_in: Path | None) -> None:
    """After a defect was told: what became of the words."""
    kept = f": it offers what you typed since, which lies in {kept_in}" if kept_in else ""
    sys.stderr.write(f"{_BROKE_DOWN}\n{_NOTHING_LOST}{kept}.\n")
