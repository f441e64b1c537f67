"""`config.toml`: what is wrong costs only itself, and a change leaves every comment where it was."""

import pytest

from zerodraft.formats.preferences import Complaint, KeyWish, Preferences, parse_preferences, with_preference

FILE = """# how I like it
theme = "light"   # the projector

plain_marks = true
keymap = "vim"

[keys]
"draft.save" = "ctrl+s, f12"
versions.issue = ""
"draft.find" = ","
"""


def test_everything_is_read() -> None:
    preferences, complaints = parse_preferences(FILE)
    assert preferences == Preferences(
        theme="light",
        plain_marks=True,
        keymap="vim",
        keys=(
            KeyWish("draft.save", ("ctrl+s", "f12"), 8),
            KeyWish("versions.issue", (), 9),
            KeyWish("draft.find", (",",), 10),
        ),
    )
    assert complaints == ()


def test_an_empty_file_wishes_nothing() -> None:
    assert parse_preferences("") == (Preferences(), ())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('\ntheme = "purple"', Complaint(2, "“theme” must be one of auto, dark, light, terminal.")),
        ("plain_marks = 1", Complaint(1, "“plain_marks” must be true or false.")),
        ('keymap = "joe"', Complaint(1, "“keymap” must be one of default, vim, emacs.")),
        ('thme = "dark"', Complaint(1, "“thme” is not a setting; did you mean “theme”?")),
        ("\n\nfont = 3", Complaint(3, "“font” is not a setting.")),
        (
            'keys = "x"',
            Complaint(1, "“keys” must be a table: a line [keys], and below it one line for each action."),
        ),
        (
            '[keys]\n"draft.save" = 5',
            Complaint(2, '“draft.save” must be keys in quotation marks, such as "ctrl+s, f12".'),
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, complaint: Complaint) -> None:
    assert parse_preferences(text) == (Preferences(), (complaint,))


def test_what_is_no_toml_is_told_with_its_line() -> None:
    preferences, (complaint,) = parse_preferences('theme = "light"\nkeymap = vim')
    assert preferences == Preferences()
    assert complaint.line == 2
    assert "TOML" in complaint.sentence


def test_the_rest_holds_where_one_line_is_wrong() -> None:
    preferences, complaints = parse_preferences('theme = "purple"\nplain_marks = true\n')
    assert preferences == Preferences(plain_marks=True)
    assert len(complaints) == 1


def test_a_change_leaves_comments_and_order() -> None:
    assert with_preference(FILE, "theme", "dark") == FILE.replace('"light"   #', '"dark"   #')
    assert with_preference(FILE, "plain_marks", False) == FILE.replace("plain_marks = true", "plain_marks = false")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "dark"\n'),
        ("plain_marks = true", 'plain_marks = true\ntheme = "dark"\n'),
        ("# mine\n", 'theme = "dark"\n\n# mine\n'),
        (
            '# keys\n[keys]\n"draft.save" = "f12"\ntheme = "f1"\n',
            'theme = "dark"\n\n# keys\n[keys]\n"draft.save" = "f12"\ntheme = "f1"\n',
        ),
        ("plain_marks = true\n\n# mine\n[keys]\n", 'plain_marks = true\ntheme = "dark"\n\n# mine\n[keys]\n'),
        ("theme='light'# x", 'theme="dark"# x'),
    ],
)
def test_a_setting_is_written_where_it_belongs(before: str, after: str) -> None:
    assert with_preference(before, "theme", "dark") == after


@pytest.mark.parametrize("text", ["theme =", 'theme = """\nlight"""', "x = [\n1,\n", "[[theme]]\n"])
def test_a_file_that_is_not_understood_is_left_alone(text: str) -> None:
    assert with_preference(text, "theme", "dark") is None
