"""Starting the screens, and ending them in order."""

from contextlib import nullcontext
from pathlib import Path


def run(place: Path) -> int:
    """Open the workspace around a folder on the screens; the exit code. A workspace that can't be opened is refused."""
    from zerodraft.desk import preferences
    from zerodraft.tui.background import Background

    known = preferences.read()
    asks = known.preferences.theme in ("auto", "terminal")
    with Background() if asks else nullcontext() as background:
        # The terminal answers while Textual is loaded.
        from zerodraft.tui.app import ZerodraftApp

        app = ZerodraftApp(place, known, is_light=background is not None and background.is_light())
    code = app.run()
    app.clerk.close()
    if app.refused is not None:
        raise app.refused
    return code if code is not None else (app.return_code or 0)
