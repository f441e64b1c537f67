"""The table of actions: nothing in it without a method, no two actions on one key of a screen."""

from collections import Counter
from importlib import import_module

import pytest

from zerodraft.tui.actions import ACTIONS, BY_ID, Scope, in_footer, in_scope, is_typed, shown_key

SCREENS = {
    Scope.HOME: ("home", "HomeScreen"),
    Scope.DRAFT: ("draft", "DraftScreen"),
    Scope.VERSIONS: ("versions", "VersionsScreen"),
    Scope.COMMENTS: ("comments", "CommentsScreen"),
    Scope.EXPORT: ("export", "ExportScreen"),
    Scope.REVIEW: ("review", "ReviewScreen"),
    Scope.COMPILE: ("compile", "CompileScreen"),
    Scope.BRACKETS: ("brackets", "BracketsScreen"),
    Scope.PROGRESS: ("progress", "ProgressScreen"),
}


@pytest.mark.parametrize("scope", SCREENS)
def test_a_screen_can_do_all_that_the_table_says(scope: Scope) -> None:
    module, name = SCREENS[scope]
    screen = getattr(import_module(f"zerodraft.tui.screens.{module}"), name)
    missing = [action.id for action in in_scope(scope) if not hasattr(screen, action.method)]
    assert missing == []


@pytest.mark.parametrize("scope", SCREENS)
def test_a_key_means_one_thing_on_a_screen(scope: Scope) -> None:
    keys = Counter(key for action in in_scope(scope) for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_has_its_own_id() -> None:
    assert len(BY_ID) == len(ACTIONS)


def test_the_draft_has_no_key_that_writes_a_letter() -> None:
    assert [action.id for action in ACTIONS if action.scope is Scope.DRAFT and any(map(is_typed, action.keys))] == []


def test_the_footer_begins_with_the_screens_own_actions() -> None:
    first, *_, last = in_footer(in_scope(Scope.VERSIONS))
    assert (first.id, last.id) == ("versions.open", "everywhere.palette")


@pytest.mark.parametrize(
    ("key", "shown"),
    [("ctrl+s", "^s"), ("enter", "⏎"), ("slash", "/"), ("alt+down", "alt+↓"), ("f5", "f5"), ("q", "q")],
)
def test_keys_are_written_short(key: str, shown: str) -> None:
    assert shown_key(key) == shown
