"""Starting the screens, and ending them in order."""

from pathlib import Path


def run(place: Path) -> int:
    """Open the workspace around a folder on the screens; the exit code. A workspace that can't be opened is refused."""
    from zerodraft.tui.app import ZerodraftApp

    app = ZerodraftApp(place)
    code = app.run()
    app.clerk.close()
    if app.refused is not None:
        raise app.refused
    return code if code is not None else (app.return_code or 0)
