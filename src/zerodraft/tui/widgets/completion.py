"""Completion while one types: the rest of the word stands behind the cursor, → takes it."""

from collections.abc import Callable

from textual.suggester import Suggester


class Completion(Suggester):
    """`complete` gives the whole line with its completion, "" where there is none."""

    def __init__(self, complete: Callable[[str], str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        return self._complete(value) or None
