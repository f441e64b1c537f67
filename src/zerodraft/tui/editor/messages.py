"""What the text area tells the screen."""

from textual.message import Message

from zerodraft.core.text.strokes import Stroke


class Edited(Message):
    """The text was changed by these strokes, in this order; undone and redone ones are told as well."""

    def __init__(self, strokes: tuple[Stroke, ...]) -> None:
        super().__init__()
        self.strokes = strokes


class CursorMoved(Message):
    """The cursor came to another place, or something else is selected."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line = line
        self.column = column


class Copied(Message):
    """Words were copied or cut."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class CommentsAsked(Message):
    """Somebody clicked on the number of comments beside a line."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class EditRefused(Message):
    """Keys that would change a text that can only be read."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason
