"""The styles of the text area: names made into colours and attributes of the theme."""

from rich.style import Style
from textual.widget import Widget

STYLES = (
    *("heading", "number", "strong", "emphasis"),
    *("disputed", "disputed-inside", "agreed", "unbalanced", "partner"),
    *("comment", "finding", "hit", "selected", "cursor", "cursor-away"),
    *("gutter-number", "issued", "unsaved", "open-comments", "comments", "thumb"),
)
CLASSES = {f"draft--{name}" for name in STYLES}
# Each says by an attribute, too, what it says by colour; brackets, bars and counts are signs of their own.
CSS = """
DraftCanvas { overflow: hidden hidden; background: $surface; color: $foreground; height: 1fr; }
DraftCanvas > .draft--heading { color: $text-primary; text-style: bold; }
DraftCanvas > .draft--number { color: $text-primary; }
DraftCanvas > .draft--strong { text-style: bold; }
DraftCanvas > .draft--emphasis { text-style: italic; }
DraftCanvas > .draft--disputed { color: $text-accent; }
DraftCanvas > .draft--disputed-inside { color: $text-warning; }
DraftCanvas > .draft--agreed { color: $text-success; text-style: italic; }
DraftCanvas > .draft--unbalanced { color: $text-error; text-style: bold reverse; }
DraftCanvas > .draft--partner { text-style: bold underline; }
DraftCanvas > .draft--comment { text-style: underline; }
DraftCanvas > .draft--finding { color: $text-warning; text-style: italic underline; }
DraftCanvas > .draft--hit { background: $accent 35%; text-style: bold underline; }
DraftCanvas > .draft--selected { color: $primary; background: $surface; text-style: reverse; }
DraftCanvas > .draft--cursor { color: $foreground; background: $surface; text-style: bold reverse; }
DraftCanvas > .draft--cursor-away { text-style: underline; }
DraftCanvas > .draft--gutter-number { color: $text-muted; }
DraftCanvas > .draft--issued { color: $text-primary; }
DraftCanvas > .draft--unsaved { color: $text-warning; }
DraftCanvas > .draft--open-comments { color: $text-accent; text-style: bold; }
DraftCanvas > .draft--comments { color: $text-muted; }
DraftCanvas > .draft--thumb { color: $text-muted; }
"""


class Inks:
    """Styles over each other, as Rich writes them."""

    def __init__(self, widget: Widget) -> None:
        self.base = widget.rich_style
        self._single = {name: _ink(widget, f"draft--{name}") for name in STYLES}
        self._mixed: dict[tuple[str, ...], Style] = {(): self.base}

    def of(self, names: tuple[str, ...]) -> Style:
        """The style of some names, the last on top; names that are not known change nothing."""
        known = self._mixed.get(names)
        if known is None:
            single = [self._single[name] for name in names if name in self._single]
            known = self._mixed[names] = Style.combine([self.base, *single])
        return known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Inks) and (self.base, self._single) == (other.base, other._single)

    __hash__ = None  # type: ignore[assignment]


def _ink(widget: Widget, name: str) -> Style:
    """What a style sets itself. Its colours are those blended with what lies below, which the partial style isn't."""
    own = widget.get_component_rich_style(name, partial=True)
    blended = widget.get_component_rich_style(name)
    return own + Style(color=blended.color if own.color else None, bgcolor=blended.bgcolor if own.bgcolor else None)
