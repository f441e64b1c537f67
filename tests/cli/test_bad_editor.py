"""Editors that fail, are not there, remove the file, write no text; Ctrl-C wherever somebody is asked or waits."""

import signal
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import NOTE, TEXT, git, heard, state, told, zerodraft
from tests.cli.piping import editor, kept
from tests.cli.terminal import CTRL_C, CTRL_D, on_terminal, press, send

EDIT = ("edit", NOTE, "4")
SAY = ("comment", NOTE, "2", "--from", "JPN")
BOTH = pytest.mark.parametrize("verb", [EDIT, SAY], ids=["edit", "comment"])


@BOTH
@pytest.mark.parametrize(
    ("script", "code", "sentence", "is_kept"),
    [
        ("exit 1", 6, "ended with an error (1); nothing was recorded.", False),
        ('rm "$1"', 7, "The editor left no file behind; nothing was recorded.", False),
        ('rm "$1"; mkdir "$1"', 6, "a folder stands there.", False),
        ('echo "Half a" > "$1"; exit 3', 6, "ended with an error (3); nothing was recorded.", True),
        ('echo "Half a" > "$1"; kill -9 $$', 6, "ended with an error (-9); nothing was recorded.", True),
        (r"printf 'W\351 agree.\n' > \"$1\"".replace("\\\"", '"'), 7, "is not UTF-8 text: line 1 can't be read.", True),
        ('truncate -s 100M "$1"', 7, "has more than 64 MB; that is no text of a declaration.", True),
    ],
    ids=["fails", "removes", "folder", "fails-late", "killed", "latin", "long"],
)  # fmt: skip
def test_an_editor_that_fails_records_nothing_and_loses_nothing(
    ask: Ask,
    harbour: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    verb: tuple[str, ...],
    script: str,
    code: int,
    sentence: str,
    is_kept: bool,
) -> None:
    editor(monkeypatch, tmp_path, script)
    before = state(harbour)
    answer = heard(ask(*verb, at=harbour))
    assert answer.code == code
    assert sentence in answer.err
    assert "\nHint: " in answer.err
    edits = harbour / ".git" / "zerodraft" / "edits"
    left = [path for path in edits.iterdir() if path.is_file()]
    assert len(left) == is_kept
    if is_kept:
        assert f"Your words are kept in {left[0]}\n" in answer.err
    assert state(harbour) == before


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ("/nonexistent/editor", "The editor “/nonexistent/editor” can't be started."),
        ("/etc/hostname", "The editor “/etc/hostname” can't be started."),
        ("/tmp", "The editor “/tmp” can't be started."),
        ("vi 'x", "The editor “vi 'x” has a quotation mark without its other half."),
        ("\x1b]52;c;eA==\x07", "The editor “⟦U+001B⟧]52;c;eA==⟦U+0007⟧” can't be started."),
    ],
)
def test_an_editor_that_is_none_is_told_with_a_way_to_set_one(
    ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, sentence: str
) -> None:
    monkeypatch.setenv("EDITOR", chosen)
    hint = 'Set one: export EDITOR=nano (a windowed one must wait: export EDITOR="code --wait").'
    assert heard(ask(*EDIT, at=harbour)) == told(6, sentence, hint)
    assert kept(harbour) == []


def test_an_editor_may_have_spaces_in_its_name_and_arguments(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "my editor"
    program.write_text('#!/bin/sh\n[ "$1" = --wait ] && echo "We thank the crews." > "$2"\n')
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"'{program}' --wait")
    assert heard(ask(*EDIT, at=harbour)).code == 0
    assert "We thank the crews." in (harbour / TEXT).read_text()


def test_what_an_editor_wrote_is_shown_with_marks(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, r"""printf 'We thank\000 \033]52;c;eA==\007 the pilots.\n' > "$1" """)
    assert heard(ask(*EDIT, at=harbour)).code == 0
    assert "We thank⟦U+0000⟧ ⟦U+001B⟧]52;c;eA==⟦U+0007⟧ the pilots." in heard(ask("show", NOTE, at=harbour)).out


# --- Ctrl-C -------------------------------------------------------------------------------------------


def _slow_editor(folder: Path) -> dict[str, str]:
    """An editor that writes words, says that it is ready, and waits for the end of its input."""
    program = folder / "slow-editor"
    program.write_text('#!/bin/sh\necho "Half a sentence" > "$1"\necho ready\nread answer\n')
    program.chmod(0o755)
    return {"EDITOR": str(program)}


@BOTH
def test_ctrl_c_in_the_editor_keeps_the_words(harbour: Path, tmp_path: Path, verb: tuple[str, ...]) -> None:
    before = state(harbour)
    shown = on_terminal(*verb, at=harbour, env=_slow_editor(tmp_path), when=b"ready", then=press(CTRL_C))
    assert shown[0] == 6
    assert "Traceback" not in shown[1]
    assert "Your words are kept in" in " ".join(shown[1].split())
    assert str(next((harbour / ".git/zerodraft/edits").iterdir())) in shown[1]  # whole, to be copied
    assert kept(harbour) == ["Half a sentence\n"]
    assert state(harbour) == before


def test_a_terminal_that_is_closed_keeps_the_words_and_the_next_edit_offers_them(harbour: Path, tmp_path: Path) -> None:
    code, _ = on_terminal(*EDIT, at=harbour, env=_slow_editor(tmp_path), when=b"ready", then=send(signal.SIGKILL))
    assert code == -signal.SIGKILL
    assert kept(harbour) == ["Half a sentence\n"]
    code, shown = on_terminal(*EDIT, at=harbour, env={"EDITOR": "true"}, when=b"(d)?", then=press(b"g\n"))
    assert (code, git(harbour, "log", "-1", "--format=%s")) == (0, "Paragraph 4 reworded"), shown
    assert "Half a sentence" in (harbour / TEXT).read_text()


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
def test_a_question_that_is_not_answered_changes_nothing(harbour: Path, tmp_path: Path, keys: bytes) -> None:
    before = state(harbour)
    code, shown = on_terminal("edit", NOTE, "4", "--delete", at=harbour, when=b"[y/N]", then=press(keys))
    assert (code, "Stopped." in shown) == (130, True)
    on_terminal(*EDIT, at=harbour, env=_slow_editor(tmp_path), when=b"ready", then=press(CTRL_C))
    code, shown = on_terminal(*EDIT, at=harbour, env={"EDITOR": "false"}, when=b"(d)?", then=press(keys))
    assert (code, "Stopped." in shown) == (130, True)
    assert kept(harbour) == ["Half a sentence\n"]
    assert state(harbour) == before


def test_ctrl_c_while_the_demonstration_is_made_tells_what_is_left(tmp_path: Path) -> None:
    code, shown = on_terminal("demo", "here", at=tmp_path, when=b"%", then=press(CTRL_C))
    assert code == 130
    assert "Traceback" not in shown
    assert "Stopped half-way; remove here before you begin again." in shown
    assert zerodraft("list", at=tmp_path / "here").code == 0
    assert git(tmp_path / "here", "status", "--porcelain") == ""
