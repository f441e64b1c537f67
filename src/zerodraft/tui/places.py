"""The places, each made when somebody goes there first."""

from collections.abc import Callable

from textual.screen import Screen


def _home() -> Screen[None]:
    from zerodraft.tui.screens.home import HomeScreen

    return HomeScreen()


def _draft() -> Screen[None]:
    from zerodraft.tui.screens.draft import DraftScreen

    return DraftScreen()


def _versions() -> Screen[None]:
    from zerodraft.tui.screens.versions import VersionsScreen

    return VersionsScreen()


def _comments() -> Screen[None]:
    from zerodraft.tui.screens.comments import CommentsScreen

    return CommentsScreen()


def _export() -> Screen[None]:
    from zerodraft.tui.screens.export import ExportScreen

    return ExportScreen()


def _review() -> Screen[None]:
    from zerodraft.tui.screens.review import ReviewScreen

    return ReviewScreen()


def _compile() -> Screen[None]:
    from zerodraft.tui.screens.compile import CompileScreen

    return CompileScreen()


def _brackets() -> Screen[None]:
    from zerodraft.tui.screens.brackets import BracketsScreen

    return BracketsScreen()


def _progress() -> Screen[None]:
    from zerodraft.tui.screens.progress import ProgressScreen

    return ProgressScreen()


MODES: dict[str, str | Callable[[], Screen[None]]] = {
    "home": _home,
    "draft": _draft,
    "versions": _versions,
    "comments": _comments,
    "export": _export,
    "review": _review,
    "compile": _compile,
    "brackets": _brackets,
    "progress": _progress,
}
