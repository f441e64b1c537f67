"""What a tone looks like: styles of the theme, put together once and kept."""

from enum import StrEnum
from typing import NamedTuple

from rich.style import Style as RichStyle
from textual.widget import Widget

from zerodraft.core.text.inline import Style
from zerodraft.tui.redline.rows import Glow, Ink, Tone

_COLOURED = ("inserted", "deleted", "note", "quiet", "bar", "disputed", "danger")
COMPONENTS = frozenset(f"redline--{name}" for name in (*_COLOURED, "hit", "cursor", "head"))
# Deleted words are struck and inserted ones underlined; blue and orange are told apart by every kind of sight.
CSS = """
    & > .redline--inserted { color: $text-primary; text-style: underline; }
    & > .redline--deleted { color: $text-warning; text-style: strike; }
    & > .redline--note { color: $text-secondary; text-style: italic; }
    & > .redline--quiet { color: $text-muted; }
    & > .redline--bar { color: $text-accent; }
    & > .redline--head { background: $panel; }
    & > .redline--disputed { color: $text-secondary; text-style: bold; }
    & > .redline--danger { color: $text-error; text-style: bold; }
    & > .redline--hit { background: $accent 30%; }
    & > .redline--cursor { background: $primary 14%; }
"""
_MARKS = {Style.DISPUTED: "disputed", Style.AGREED: "quiet", Style.MARK: "danger"}
_TONES = {
    Tone.INSERTED: "inserted",
    Tone.DELETED: "deleted",
    Tone.INSERTED_SIGN: "inserted",
    Tone.DELETED_SIGN: "deleted",
    Tone.OLD_NUMBER: "quiet",
    Tone.NOTE: "note",
    Tone.QUIET: "quiet",
    Tone.BAR: "bar",
}
_SIGNS = (Tone.INSERTED_SIGN, Tone.DELETED_SIGN)
_SHOWN = Style.EMPHASIS | Style.STRONG | Style.DELEGATION | Style.DISPUTED | Style.AGREED | Style.MARK


class Ground(StrEnum):
    """What a row is drawn on."""

    USUAL = ""
    CURSOR = "cursor"
    HEAD = "head"


class _Look(NamedTuple):
    tone: Tone
    style: Style
    glow: Glow
    ground: Ground


class Palette:
    """The styles of one widget under one theme."""

    def __init__(self, widget: Widget) -> None:
        self.base = widget.rich_style
        self._widget = widget
        self._known: dict[_Look, RichStyle] = {}
        grounds = {ground: self._component(ground.value).bgcolor for ground in (Ground.CURSOR, Ground.HEAD)}
        self._grounds = {Ground.USUAL: self.base} | {
            ground: self.base + RichStyle(bgcolor=colour) for ground, colour in grounds.items()
        }

    def _component(self, name: str) -> RichStyle:
        return self._widget.get_component_rich_style(f"redline--{name}")

    def named(self, name: str) -> RichStyle:
        """Colour and attributes of a component. Its own partial style would lose what its colours are blended with."""
        attributes = self._widget.get_component_rich_style(f"redline--{name}", partial=True)
        return attributes.without_color + RichStyle(color=self._component(name).color)

    def ground(self, ground: Ground) -> RichStyle:
        return self._grounds[ground]

    def style(self, ink: Ink, ground: Ground) -> RichStyle:
        look = _Look(ink.tone, ink.style & _SHOWN, ink.glow, ground)
        if look not in self._known:
            self._known[look] = self._mixed(look)
        return self._known[look]

    def _mixed(self, look: _Look) -> RichStyle:
        style = self._grounds[look.ground]
        if look.tone in _TONES:
            style += self.named(_TONES[look.tone])
        if look.tone in _SIGNS:  # struck, `[-` could not be read
            style += RichStyle(underline=False, strike=False)
        for mark, name in _MARKS.items():
            if mark in look.style:
                style += self.named(name)
        if look.style & (Style.STRONG | Style.DELEGATION) or look.tone is Tone.NAME:
            style += RichStyle(bold=True)
        if look.style & Style.EMPHASIS:
            style += RichStyle(italic=True)
        if look.glow is Glow.HIT:
            style += RichStyle(bgcolor=self._component("hit").bgcolor)
        return style + RichStyle(reverse=True) if look.glow is Glow.FOUND else style
