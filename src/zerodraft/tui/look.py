"""How the screens look: themes that a colour-blind reader can use, and where things stand at each width.

Nothing is said by colour alone: what is inserted is underlined, what is deleted struck, what is chosen bears a bar.
Every text has a contrast of 4.5 : 1 with what it may stand on; blue and orange are told apart by every kind of sight.
"""

from textual.theme import BUILTIN_THEMES, Theme

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
    variables={
        "text-muted": "#a3adbd",
        "text-disabled": "#a3adbd",
        "chosen": "#2b4058",
        "hit": "#453914",
        "veil": "#11151c 60%",
    },
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
    variables={
        "text-muted": "#4d5663",
        "text-disabled": "#4d5663",
        "chosen": "#cfe2f5",
        "hit": "#f6dfae",
        "text-error": "#a32c12",
        "text-success": "#005a63",
        "veil": "#f7f7f4 60%",
    },
)


def _terminals_own(name: str, *, quiet: str, ground: str, strong: tuple[str, str], dark: bool) -> Theme:
    """The sixteen colours that the drafter's terminal has, on its own background."""
    primary, accent = strong
    return Theme(
        name=name,
        ansi=True,
        primary=primary,
        secondary=quiet,
        accent=accent,
        warning=accent,
        error="ansi_red" if not dark else "ansi_bright_red",
        success="ansi_default",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        dark=dark,
        variables={
            **BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"].variables,
            "text": "ansi_default",
            "text-muted": quiet,
            "text-disabled": quiet,
            "text-primary": primary,
            "text-secondary": quiet,
            "text-accent": accent,
            "text-warning": accent,
            "text-error": "ansi_red" if not dark else "ansi_bright_red",
            "text-success": "ansi_default",
            "chosen": ground,
            "hit": ground,
            "veil": "ansi_default",
        },
    )


TERMINAL_DARK = _terminals_own(
    "terminal-dark",
    quiet="ansi_white",
    ground="ansi_bright_black",
    strong=("ansi_bright_cyan", "ansi_bright_yellow"),
    dark=True,
)
TERMINAL_LIGHT = _terminals_own(
    "terminal-light",
    quiet="ansi_bright_black",
    ground="ansi_white",
    strong=("ansi_blue", "ansi_magenta"),
    dark=False,
)
THEMES = (DARK, LIGHT, TERMINAL_DARK, TERMINAL_LIGHT)


def theme_named(wish: str, *, is_light: bool) -> Theme:
    """What `auto`, `dark`, `light` or `terminal` is on a terminal whose background is light, or is not."""
    match wish:
        case "dark":
            return DARK
        case "light":
            return LIGHT
        case "terminal":
            return TERMINAL_LIGHT if is_light else TERMINAL_DARK
        case _:
            return LIGHT if is_light else DARK


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
PlaceScreen { layers: base over; background: $background; color: $foreground; }
Dialog { background: $veil; }
VirtualList > .list--chosen { background: $chosen; }
RedlineCanvas > .redline--cursor { background: $chosen; }
RedlineCanvas > .redline--hit { background: $hit; }
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
Toast { max-width: 90%; padding: 0 1; }
"""
