"""The page about the screens tells of every action, with its keys, and nothing else."""

import importlib.util
import re
from pathlib import Path

from zerodraft.formats.preferences import KEYMAPS, THEMES, Preferences, parse_preferences
from zerodraft.tui.keymap import settled
from zerodraft.tui.movements import ALL

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "screens.md").read_text(encoding="utf-8")


def test_the_page_lists_all_actions_with_their_keys() -> None:
    spec = importlib.util.spec_from_file_location("actions_of_the_page", DOCS / "actions.py")
    assert spec is not None
    assert spec.loader is not None
    writer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(writer)
    assert writer.rewritten(PAGE) == PAGE, "run: python docs/actions.py"


def test_each_action_stands_on_the_page_once() -> None:
    assert [action.id for action in ALL if PAGE.count(f"| `{action.id}` |") != 1] == []


def test_the_example_of_the_page_is_taken_as_it_is() -> None:
    example = re.search(r"```toml\n(.+?)```", PAGE, re.DOTALL)
    assert example
    preferences, complaints = parse_preferences(example[1])
    assert complaints == ()
    assert settled(preferences).complaints == ()
    assert (preferences.theme, preferences.keymap) == (Preferences().theme, Preferences().keymap)
    assert f"# {', '.join(THEMES)}" in example[1]
    assert f"# {', '.join(KEYMAPS)}" in example[1]
