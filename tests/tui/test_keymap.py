"""The drafter's own keys: what is wished is done where it can be, and what can't be is told with its line."""

import pytest
from textual.binding import Binding

from zerodraft.formats.preferences import Complaint, KeyWish, Preferences
from zerodraft.tui.actions import BY_ID, PLACES, Scope, in_scope, is_typed
from zerodraft.tui.editor.keyboard import Keyboard
from zerodraft.tui.keymap import Keymap, parse_key, settled, textual_keymap
from zerodraft.tui.movements import ALL, MOVEMENTS
from zerodraft.tui.presets import PRESETS


def wished(*wishes: tuple[str, str], keymap: str = "default") -> Keymap:
    keys = tuple(KeyWish(name, tuple(keys.split()), line) for line, (name, keys) in enumerate(wishes, start=1))
    return settled(Preferences(keymap=keymap, keys=keys))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("ctrl+s", "ctrl+s"),
        ("Ctrl+S", "ctrl+s"),
        ("shift+ctrl+Up", "ctrl+shift+up"),
        ("?", "question_mark"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        ("alt+/", "alt+slash"),
        ("esc", "escape"),
        ("PgDn", "pagedown"),
        ("G", "G"),
        ("shift+g", "G"),
        ("f12", "f12"),
        ("f25", None),
        ("ctlr+s", None),
        ("ctrl+ctrl+s", None),
        ("", None),
        ("ข", None),
    ],
)
def test_a_key_is_understood_as_people_write_it(words: str, key: str | None) -> None:
    assert parse_key(words) == key


def test_no_wishes_change_nothing() -> None:
    assert wished() == Keymap({}, ())


def test_several_keys_may_do_one_thing() -> None:
    assert wished(("draft.save", "ctrl+s f12")) == Keymap({"draft.save": ("ctrl+s", "f12")}, ())


def test_a_key_may_be_taken_away() -> None:
    keymap = wished(("everywhere.jump", ""))
    assert keymap == Keymap({"everywhere.jump": ()}, ())
    assert textual_keymap(keymap.keys) == {"everywhere.jump": "no-key-of.everywhere.jump"}


def test_two_keys_may_be_exchanged() -> None:
    keymap = wished(("draft.save", "f5"), ("draft.redline", "ctrl+s"))
    assert keymap == Keymap({"draft.save": ("f5",), "draft.redline": ("ctrl+s",)}, ())


@pytest.mark.parametrize(
    ("name", "keys", "sentence"),
    [
        ("draft.sve", "f12", "There is no action “draft.sve”; did you mean “draft.save”?"),
        ("draft.save", "ctlr+s", "There is no key “ctlr+s”; did you mean “ctrl+s”?"),
        ("draft.save", "pageupp", "There is no key “pageupp”; did you mean “pageup”?"),
        ("draft.save", "ข", "There is no key “ข”."),
        ("draft.save", "s", "“s” writes a sign in the text; draft.save needs ctrl, alt or a function key."),
        ("draft.save", "ctrl+i", "“ctrl+i” is tab to every terminal; choose another."),
    ],
)
def test_what_cannot_be_is_told_and_the_usual_key_stays(name: str, keys: str, sentence: str) -> None:
    assert wished((name, keys)) == Keymap({}, (Complaint(1, sentence),))


def test_the_first_of_two_lines_keeps_the_key() -> None:
    keymap = wished(("draft.save", "f12"), ("draft.find", "f12 ctrl+f"))
    assert keymap.keys == {"draft.save": ("f12",), "draft.find": ("ctrl+f",)}
    assert keymap.complaints == (Complaint(2, "“f12” is draft.save already, in line 1."),)


def test_a_key_may_mean_different_things_in_different_places() -> None:
    assert wished(("draft.save", "f12"), ("versions.find", "f12")).complaints == ()
    assert len(wished(("draft.save", "f12"), ("everywhere.places", "f12")).complaints) == 1


def test_an_action_that_loses_its_only_key_is_told_of() -> None:
    keymap = wished(("draft.save", "f5"))
    assert keymap.keys == {"draft.save": ("f5",), "draft.redline": ()}
    told = 'draft.save takes the only key of draft.redline; give that one another, or "" for none.'
    assert keymap.complaints == (Complaint(1, told),)


def test_a_wish_goes_before_a_preset() -> None:
    keymap = wished(("draft.issue", "ctrl+x"), keymap="emacs")
    assert keymap.keys["draft.issue"] == ("ctrl+x",)
    assert "ctrl+x" not in keymap.keys.get("draft.save", BY_ID["draft.save"].keys)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_names_what_there_is_and_takes_nothing_silently(name: str) -> None:
    keymap = wished(keymap=name)
    assert keymap.complaints == ()
    usual = {action.id: action.keys for action in ALL}
    assert [each for each, keys in keymap.keys.items() if usual[each] and not keys] == []


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("place", PLACES)
def test_a_key_means_one_thing_on_a_screen_with_every_preset(name: str, place: Scope) -> None:
    keys = wished(keymap=name).keys
    found = [key for action in in_scope(place) for key in keys.get(action.id, action.keys)]
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("name", PRESETS)
def test_no_preset_takes_a_letter_from_the_text(name: str) -> None:
    keys = wished(keymap=name).keys
    acting = [action for action in ALL if action.scope in (Scope.DRAFT, Scope.EDITOR)]
    typed = [action.id for action in acting if any(map(is_typed, keys.get(action.id, action.keys)))]
    assert typed == []


@pytest.mark.parametrize("name", PRESETS)
def test_the_editor_never_swallows_a_key_of_its_screen(name: str) -> None:
    keys = wished(keymap=name).keys
    own = {key: action.id for action in in_scope(Scope.DRAFT) for key in keys.get(action.id, action.keys)}
    editor = [action for action in MOVEMENTS if action.scope is Scope.EDITOR]
    swallowed = {own[key]: key for action in editor for key in keys.get(action.id, action.keys) if key in own}
    assert swallowed.items() <= {("everywhere.leave", "escape")}


def test_every_key_of_the_editor_stands_in_the_table() -> None:
    bound = {binding.id: tuple(binding.key.split(",")) for binding in Keyboard.BINDINGS if isinstance(binding, Binding)}
    assert bound == {action.id: action.keys for action in MOVEMENTS if action.scope is Scope.EDITOR}
