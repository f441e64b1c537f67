"""A declaration that is to begin: its name, and what the desk needs."""

from pathlib import Path

import pytest

from zerodraft.tui.home.beginning import free_name, listed, path_in, wrong_name
from zerodraft.tui.home.folder import completion

TAKEN = ("bali-message", "note", "note-2")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Chair's [draft] Statement", "chairs-draft-statement"),
        ("note", "note-3"),
        ("Bali Message", "bali-message-2"),
        ("宣言", "declaration"),
        ("a" * 70, "a" * 64),
    ],
)
def test_a_name_is_made_of_a_title_and_is_free(words: str, name: str) -> None:
    assert free_name(words, TAKEN) == name


def test_a_name_of_full_length_that_is_taken_is_shortened_for_its_number() -> None:
    longest = "a" * 64
    assert free_name(longest, (longest,)) == "a" * 62 + "-2"
    assert wrong_name(free_name(longest, (longest,)), ()) == ""


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("", "The declaration needs a name"),
        ("Bali", "“Bali” can't name a declaration"),
        ("con", "“con” can't name a declaration"),
        ("note", "There is a declaration “note” already."),
    ],
)
def test_what_is_wrong_with_a_name_is_said(name: str, beginning: str) -> None:
    assert wrong_name(name, TAKEN).startswith(beginning)


def test_a_name_that_cannot_be_is_told_with_one_that_can() -> None:
    assert wrong_name("My Note", TAKEN).endswith("Try “my-note”.")


def test_nothing_is_wrong_with_a_new_name() -> None:
    assert wrong_name("note-3", TAKEN) == ""


def test_delegations_are_listed_between_commas_semicolons_and_lines() -> None:
    assert listed(" ASEAN, Japan ;;Viet  Nam\nJapan,") == ("ASEAN", "Japan", "Viet Nam")


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("drafts/note.md", "drafts/note.md"),
        (" '/tmp/my note.md' ", "/tmp/my note.md"),
        ('"/tmp/my note.md"', "/tmp/my note.md"),
        ("/tmp/my\\ note.md", "/tmp/my note.md"),
        ("file:///tmp/my%20note.md", "/tmp/my note.md"),
        ("~/note.md", "/home/ana/note.md"),
    ],
)
def test_a_path_is_taken_as_it_was_typed_pasted_or_dropped(
    typed: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    assert path_in(typed) == Path(path)


def test_a_path_is_completed_by_the_first_name_in_order(tmp_path: Path) -> None:
    for name in ("note.md", "nothing.md", ".nosy"):
        (tmp_path / name).touch()
    (tmp_path / "drafts").mkdir()
    assert completion(f"{tmp_path}/no") == f"{tmp_path}/note.md"
    assert completion(f"{tmp_path}/noth") == f"{tmp_path}/nothing.md"
    assert completion(f"{tmp_path}/d") == f"{tmp_path}/drafts/"
    assert completion(f"{tmp_path}/") == f"{tmp_path}/drafts/"
    assert completion(f"{tmp_path}/.n") == f"{tmp_path}/.nosy"


@pytest.mark.parametrize("typed", ["", "  ", "~", "/nowhere/at/all", "\0/x"])
def test_what_leads_nowhere_is_not_completed(typed: str) -> None:
    assert completion(typed) is None
