"""Where the program is started: no repository, no workspace, a half one, links, odd folders."""

import os
import shutil
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import (
    ACTING,
    NOTE,
    OTHER,
    READING,
    TEXT,
    git,
    heard,
    others_go_on,
    state,
    told,
    with_another,
    zerodraft,
)

EVERY_VERB = (*READING, *ACTING, ("list",), ("log",), ("check",), ("delegations",), ("redo",))


@pytest.mark.parametrize("verb", EVERY_VERB, ids=lambda verb: verb[0])
def test_outside_of_a_workspace_every_verb_says_how_to_make_one(
    ask: Ask, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    hint = "Make one here with `zerodraft init`, or go to one."
    assert heard(ask(*verb, at=outside)) == told(5, f"{outside} doesn't stand in a workspace.", hint)
    assert list(outside.iterdir()) == []


def test_the_hint_outside_of_a_workspace_leads_to_one(ask: Ask, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    assert zerodraft("init", at=outside).code == 0
    assert heard(ask("list", at=outside)).code == 0


def test_a_repository_without_declarations_is_made_a_workspace_by_the_hint(ask: Ask, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main", "there")
    there = tmp_path / "there"
    sentence = f"{there} is a git repository, but no workspace: it has no folder declarations/."
    assert heard(ask("list", at=there)) == told(5, sentence, "Make it one with `zerodraft init`.")
    assert zerodraft("init", at=there).code == 0
    assert heard(ask("list", at=there)).code == 0


@pytest.mark.parametrize("verb", [("list",), ("show", NOTE), ("init",)], ids=lambda verb: verb[0])
def test_declarations_that_are_a_link_or_a_file_are_refused(
    ask: Ask, harbour: Path, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    place = harbour / "declarations"
    shutil.move(place, tmp_path / "elsewhere")
    refusal = told(
        5,
        f"{place} is a link or a file; the declarations of a workspace stand in an ordinary folder.",
        "Move it away, or put the folder itself there.",
    )
    place.symlink_to(tmp_path / "elsewhere")
    assert heard(ask(*verb, at=harbour)) == refusal
    place.unlink()
    place.write_text("a file")
    assert heard(ask(*verb, at=harbour)) == refusal


@pytest.mark.parametrize("verb", [("list",), ("show", NOTE), ("init",)], ids=lambda verb: verb[0])
def test_declarations_that_were_removed_come_back_by_the_hint(ask: Ask, harbour: Path, verb: tuple[str, ...]) -> None:
    before = state(harbour)
    shutil.rmtree(harbour / "declarations")
    answer = heard(ask(*verb, at=harbour))
    hint = "`git restore :/declarations` brings back what was recorded."
    assert answer == told(5, f"The folder declarations/ of the workspace {harbour} is gone.", hint)
    git(harbour, "restore", ":/declarations")
    assert state(harbour) == before


def test_a_text_that_was_removed_is_missed_everywhere_and_comes_back_by_the_hint(ask: Ask, harbour: Path) -> None:
    with_another(harbour)
    before = state(harbour)
    (harbour / TEXT).unlink()
    hint = f"`git restore :/{TEXT}` brings back what was recorded."
    refusal = told(5, f"The text of {NOTE} is gone from the folder: there is no {TEXT}.", hint)
    for verb in (*READING, *ACTING[:4]):
        assert heard(ask(*verb, at=harbour)) == refusal
    assert f"The text of {NOTE} is gone" in " ".join(heard(ask("list", at=harbour)).out.split())
    assert f"The text of {NOTE} is gone" in heard(ask("check", at=harbour)).out
    assert heard(ask("save", at=harbour)).code == 5
    git(harbour, "restore", f":/{TEXT}")
    assert state(harbour) == before
    others_go_on(ask, harbour)


def _link(path: Path) -> None:
    shutil.move(path, path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("put", "sentence", "hint"),
    [
        (_link, "in this workspace is a link; it could lead outside.", "Replace it by an ordinary file or folder."),
        (_folder, "is a folder, where a file is expected.", "Move the folder away."),
        (_pipe, "is not an ordinary file.", "Replace it by one."),
    ],
    ids=["link", "folder", "pipe"],
)
@pytest.mark.parametrize("name", ["text.md", "declaration.toml"])
def test_what_is_no_ordinary_file_is_neither_read_nor_written(
    ask: Ask, harbour: Path, put: object, sentence: str, hint: str, name: str
) -> None:
    with_another(harbour)
    path = f"declarations/{NOTE}/{name}"
    assert callable(put)
    put(harbour / path)
    for verb in (*READING[:3], *ACTING[:4]):
        assert heard(ask(*verb, at=harbour)) == told(5, f"“{path}” {sentence}", hint)
    check = heard(ask("check", at=harbour))
    assert check.code == 1
    assert f"“{path}” {sentence} {hint}" in check.out
    others_go_on(ask, harbour)


def test_a_declaration_whose_folder_is_a_link_is_refused(ask: Ask, harbour: Path) -> None:
    with_another(harbour)
    _link(harbour / "declarations" / NOTE)
    answer = heard(ask("show", NOTE, at=harbour))
    sentence = f"“{TEXT}” can't be read: a link or a file stands where a folder is expected."
    assert answer == told(5, sentence, "Replace it by an ordinary folder.")
    others_go_on(ask, harbour)


def test_the_workspace_is_found_from_below_and_in_a_folder_with_spaces_and_accents(
    ask: Ask, harbour: Path, tmp_path: Path
) -> None:
    place = tmp_path / "Piagam Bali – Übersicht (2021) 海"
    harbour.rename(place)
    below = place / "declarations" / NOTE
    assert heard(ask("show", NOTE, at=below)).code == 0
    for verb in ACTING[:3]:
        assert heard(ask(*verb, at=below)).code == 0
    assert git(place, "status", "--porcelain") == ""


def test_folders_with_names_that_no_declaration_can_have_are_left_alone(ask: Ask, harbour: Path) -> None:
    with_another(harbour)
    for name in ("Harbour Note", "\x1b]52;c;eA==\x07", "\u202enote"):
        (harbour / "declarations" / name).mkdir()
        (harbour / "declarations" / name / "text.md").write_text("# Note\n")
    assert OTHER in heard(ask("list", at=harbour)).out
    answer = heard(ask("save", at=harbour))
    assert "declarations/⟦U+202E⟧note/text.md was changed by hand; it is left as it is" in answer.err
    others_go_on(ask, harbour)
