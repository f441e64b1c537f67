"""How the screens look: themes that a colour-blind reader can use, and where things stand at each width.

Nothing is said by colour alone: what is inserted is underlined, what is deleted struck, what is chosen bears a bar.
"""

from textual.theme import Theme

DARK = Theme(
    name="dark",
    primary="#6cb6ff",
    secondary="#a5b4c8",
    accent="#f0b429",
    warning="#f0a45d",
    error="#ff8f70",
    success="#5cc9b5",
    foreground="#e6e9ef",
    background="#11151c",
    surface="#161b24",
    panel="#232b38",
    dark=True,
)
LIGHT = Theme(
    name="light",
    primary="#0b5cad",
    secondary="#4a5a70",
    accent="#8a4b00",
    warning="#9a4a00",
    error="#b3361b",
    success="#00695c",
    foreground="#1b1f26",
    background="#f7f7f4",
    surface="#ffffff",
    panel="#e4e7ec",
    dark=False,
)
THEMES = (DARK, LIGHT)

# Width of a terminal from which two columns stand beside each other, and from which three.
TWO_COLUMNS, THREE_COLUMNS = 100, 132
BREAKPOINTS = [(0, "-narrow"), (TWO_COLUMNS, "-medium"), (THREE_COLUMNS, "-wide")]
HEIGHTS = [(0, "-flat"), (12, "-high")]


def classes_at(width: int, height: int) -> dict[str, bool]:
    """Which of the classes of a screen hold at a size."""
    return _held(width, BREAKPOINTS) | _held(height, HEIGHTS)


def _held(size: int, breakpoints: list[tuple[int, str]]) -> dict[str, bool]:
    names = [name for least, name in breakpoints if size >= least]
    return {name: name == names[-1] for _, name in breakpoints}


CSS = """
PlaceScreen { background: $background; color: $foreground; }
.panel { border: round $secondary; border-title-color: $text-primary; border-title-style: bold;
         border-subtitle-color: $text-muted; background: $surface; padding: 0; }
.panel:focus, .panel:focus-within { border: round $accent; border-title-color: $text-accent; }
Screen.-narrow .panel, Screen.-flat .panel { border: none; }
Screen.-narrow PanelHead, Screen.-flat PanelHead { display: block; }
Screen.-narrow .side { display: none; }
Screen.-narrow .side.-over { display: block; layer: over; dock: right; width: 90%; height: 1fr; border: round $accent; }
Screen.-medium .side.right { display: none; }
Screen.-medium .side.right.-over { display: block; layer: over; dock: right; width: 60%; height: 1fr;
                                   border: round $accent; }
.side.-hidden { display: none; }
ToastRack { layer: toasts; }
Toast { max-width: 90%; }
"""
