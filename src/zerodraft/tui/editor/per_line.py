"""Something known of each line, kept while the lines around it change."""

from typing import Generic, TypeVar

from zerodraft.tui.editor.place import Edit

T = TypeVar("T")


class PerLine(Generic[T]):
    """One item for each line, or None while nothing is known; an edit forgets those it touched."""

    __slots__ = ("_items",)

    def __init__(self, lines: int) -> None:
        self._items: list[T | None] = [None] * lines

    def __getitem__(self, line: int) -> T | None:
        return self._items[line]

    def __setitem__(self, line: int, item: T) -> None:
        self._items[line] = item

    def follow(self, edit: Edit) -> None:
        self._items[edit.start.line : edit.end.line + 1] = [None] * (edit.text.count("\n") + 1)

    def clear(self) -> None:
        self._items = [None] * len(self._items)
