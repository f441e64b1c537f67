"""Next steps: told by commands at the desk, by places and keys on the screens."""

import pytest

from zerodraft.errors import MovedOn
from zerodraft.tui.actions import Action
from zerodraft.tui.hints import on_screens, sentence


def _usual(action: Action) -> tuple[str, ...]:
    return action.keys


@pytest.mark.parametrize(
    ("hint", "told"),
    [
        ("", ""),
        ("Did you mean rev-1?", "Did you mean rev-1?"),
        ("`zerodraft log bali` tells who.", "a on Home tells who did what."),
        (
            "`zerodraft diff bali saved` shows them, `zerodraft save bali` records them.",
            "Versions (3) shows what changed. ctrl+s in the text saves it.",
        ),
        (
            "Look with `zerodraft diff bali`, or record it with `zerodraft save bali`.",
            "Versions (3) shows what changed. ctrl+s in the text saves it.",
        ),
        (
            "`zerodraft log bali` tells who; edit one paragraph at a time and both changes stand.",
            "a on Home tells who did what. Edit one paragraph at a time and both changes stand.",
        ),
        ("Choose another name, or `zerodraft show bali`.", "Choose another name. Draft (2) shows the text."),
        (
            "`zerodraft save bali` records them; or name the version that was read: --on VERSION",
            "ctrl+s in the text saves it.",
        ),
        ("Mend it with any editor; `zerodraft check` tells when it can be read.", "Mend it with any editor."),
        ("Name another file, or write over it with --force.", "Name another file."),
        ("Name another file, or `-o -` to print.", "Name another file."),
        ("Name the text to compare with: --against VERSION, or `--form clean`.", ""),
        ("`zerodraft delegations --all` lists the known ones. To add one: zerodraft delegations --help", ""),
        ("`git restore :/declarations` brings it back.", "`git restore :/declarations` brings it back."),
        ("Decide it and `git add` it, or `git merge --abort`.", "Decide it and `git add` it, or `git merge --abort`."),
        (
            "The folder leads elsewhere; zerodraft works only here.",
            "The folder leads elsewhere; zerodraft works only here.",
        ),
    ],
)
def test_a_hint_names_places_and_keys_in_place_of_commands(hint: str, told: str) -> None:
    assert on_screens(hint, _usual) == told


def test_a_key_of_ones_own_is_named() -> None:
    assert on_screens("`zerodraft undo` again takes that back.", lambda _: ("u",)) == "u takes it back."


def test_without_a_key_the_palette_is_named() -> None:
    told = on_screens("`zerodraft save bali` records it.", lambda _: ())
    assert told == "“Save” (palette) in the text saves it."


def test_what_could_not_be_done_stands_before_the_next_step() -> None:
    refusal = MovedOn("The text moved on.", "`zerodraft log` tells who.")
    assert sentence(refusal, _usual) == "The text moved on. a on Home tells who did what."
