"""What the house asks of a place of work; the screens in `screens` are such places."""

from typing import TYPE_CHECKING, ClassVar, Protocol

from zerodraft.tui.actions import Scope

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier
    from zerodraft.formats.bookmark import Bookmark
    from zerodraft.tui.destination import Destination


class Place(Protocol):
    """A screen that is told of the open declaration; see `PlaceScreen` for what each method means."""

    SCOPE: ClassVar[Scope]

    def hear(self, dossier: "Dossier") -> None: ...

    async def show_words(self, title: str, source: str, cursor: tuple[int, int]) -> None: ...

    def record_changed(self) -> None: ...

    def arrive_at(self, destination: "Destination") -> None: ...

    async def may_leave(self) -> bool: ...

    def keep_words(self) -> None: ...

    def bookmarked(self, bookmark: "Bookmark") -> "Bookmark": ...

    def show_progress(self, doing: str, share: float | None) -> None: ...

    def hide_progress(self) -> None: ...

    def show_plain_marks(self, wish: bool) -> None: ...
