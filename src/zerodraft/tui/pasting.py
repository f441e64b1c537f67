"""What is pasted into a field of one line: one line, without what nobody can see."""

from textual import events
from textual.app import App
from textual.widgets import Input

from zerodraft.core.text.visible import invisible_characters


class Pasting(App[int], inherit_bindings=False):
    """The part of the application that takes what is pasted."""

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Paste) and isinstance(self.focused, Input):
            event.text = in_one_line(event.text)
        await super().on_event(event)


def in_one_line(words: str) -> str:
    """Words as a field can hold them. Textual would take the first line alone, and lay out in no cell what the guard
    shows in one: the frame to its right would break."""
    lines = [line.strip() for line in words.splitlines()]
    joined = words if len(lines) < 2 else " ".join(filter(None, lines))
    hidden = {place for place, _ in invisible_characters(joined)}
    return "".join(char for place, char in enumerate(joined) if place not in hidden).replace("\t", " ")
