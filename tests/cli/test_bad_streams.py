"""Streams that are closed, full or left by their reader; a terminal of no width; a folder that is gone."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.cli.asking import Answer, Ask
from tests.cli.hardship import NOTE, PROGRAM, git, heard, zerodraft
from tests.cli.piping import kept

FULL = Path("/dev/full")


def shell(line: str, at: Path, env: Mapping[str, str] | None = None) -> Answer:
    """A line as typed in a shell; `zerodraft` in it is the program."""
    typed = line.replace("zerodraft", shlex.join(PROGRAM), 1)
    done = subprocess.run(
        ["sh", "-c", typed], cwd=at, env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False
    )
    return heard(Answer(done.returncode, done.stdout, done.stderr))


@pytest.mark.parametrize("verb", [f"show {NOTE}", f"export {NOTE}", "list --json", "--help", "--version"])
def test_where_stdout_is_closed_nothing_fails(harbour_made: Path, verb: str) -> None:
    assert shell(f"zerodraft {verb} >&-", harbour_made) == Answer(0, "", "")


def test_a_file_that_is_opened_never_takes_the_place_of_a_closed_stream(harbour: Path) -> None:
    before = git(harbour, "rev-list", "--count", "HEAD")
    for streams in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        assert shell(f"zerodraft comment {NOTE} 2 --from JPN 'Words {streams}' {streams}", harbour).code == 0
    assert int(git(harbour, "rev-list", "--count", "HEAD")) == int(before) + 4
    assert git(harbour, "status", "--porcelain") == ""
    assert git(harbour, "fsck", "--strict") == ""


def test_a_closed_stderr_changes_no_exit_code(harbour_made: Path) -> None:
    assert shell("zerodraft show nothing 2>&-", harbour_made) == Answer(3, "", "")
    assert shell("zerodraft save 2>&-", harbour_made) == Answer(0, "", "")


@pytest.mark.parametrize(
    "verb", [f"comment {NOTE} 2 --from JPN -", f"edit {NOTE} 2 --with -", "new third-note --text -", f"edit {NOTE} 2"]
)
def test_where_stdin_is_closed_there_are_no_words(harbour: Path, verb: str) -> None:
    answer = shell(f"zerodraft {verb} <&-", harbour)
    assert answer.code in (2, 6, 7)
    assert "\nHint: " in answer.err
    assert kept(harbour) == []


def test_where_nobody_can_be_asked_a_paragraph_is_not_taken_out(harbour: Path) -> None:
    answer = shell(f"zerodraft edit {NOTE} 2 --delete <&-", harbour)
    assert answer.code == 2
    assert answer.err.endswith("Hint: Say --yes to take it out without a question.\n")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("verb", [f"show {NOTE}", f"export {NOTE}", "list --json", "--help", "completion bash"])
def test_what_can_not_be_printed_is_told(harbour_made: Path, verb: str) -> None:
    sentence = "Error: The system refused something: No space left on device.\n"
    hint = "Hint: Look whether there is room on the disk and the place can be written, then try again.\n"
    assert shell(f"zerodraft {verb} >/dev/full", harbour_made) == Answer(6, "", sentence + hint)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_an_act_stands_although_nobody_can_be_told_of_it(harbour: Path) -> None:
    answer = shell(f"zerodraft comment {NOTE} 2 --from JPN Words. >/dev/full", harbour)
    assert answer.code == 6
    assert answer.err.startswith("Japan comments on paragraph 2 of Rev.1: jpn-")
    assert "kept" not in answer.err
    assert kept(harbour) == []
    assert shell(f"zerodraft edit {NOTE} 4 --with 'We thank the pilots.' 2>/dev/full", harbour).code == 0
    assert shell("zerodraft show nothing 2>/dev/full", harbour).code == 3
    assert git(harbour, "log", "-1", "--format=%s") == "Paragraph 4 reworded"


def test_a_reader_of_the_narration_that_leaves_stops_no_act(harbour: Path) -> None:
    (harbour / f"declarations/{NOTE}/text.md").write_text("# Harbour Note\n\nWe agree.\n")
    (harbour / f"declarations/{NOTE}/declaration.toml").write_text('title = "Harbour Note"\n')
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run([*PROGRAM, "save"], cwd=harbour, stdout=pipe, stderr=pipe, check=False)
    assert done.returncode == 0
    assert git(harbour, "status", "--porcelain") == ""


@pytest.mark.parametrize("columns", ["0", "1", "-5", "abc", "²", "99999999999", "999999", " "])
def test_any_width_is_taken_for_one_that_can_be_read(
    ask: Ask, harbour_made: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for verb in (("show", NOTE), ("list",), ("diff", NOTE, "zero-draft", "--side-by-side"), ("comments", NOTE)):
        answer = heard(ask(*verb, at=harbour_made))
        assert (answer.code, answer.err.rstrip()) == (0, "4 comments: 3 open, 1 resolved" if "comments" in verb else "")
        assert max(map(len, answer.out.splitlines())) <= 1000


def test_without_a_terminal_type_there_are_no_colours(harbour_made: Path) -> None:
    assert "\x1b" not in shell(f"env -u TERM zerodraft show {NOTE}", harbour_made).out


@pytest.mark.parametrize("locale", ["C", "POSIX", "xx_YY.utf8"])
def test_a_poor_locale_gets_the_numbers_of_the_characters(harbour: Path, locale: str) -> None:
    poor = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    shown = zerodraft("comments", NOTE, at=harbour, env=poor)
    assert shown.code == 0
    assert "We would delete \\u201call\\u201d." in shown.out
    refused = zerodraft("show", "nöte", at=harbour, env=poor)
    assert (refused.code, refused.out) == (3, "")
    said = zerodraft("comment", NOTE, "2", "--from", "JPN", "Là.", at=harbour, env=poor)
    assert said.code == 7
    assert said.err.startswith("Error: The words on the command line are not UTF-8.\nHint: ")
    assert zerodraft("comment", NOTE, "2", "--from", "JPN", "-", at=harbour, env=poor, stdin="Là.".encode()).code == 0


@pytest.mark.parametrize("verb", ["list", "init", "demo", f"show {NOTE}"])
def test_a_folder_that_is_gone_is_told(tmp_path: Path, verb: str) -> None:
    answer = shell(f"mkdir gone; cd gone; rmdir ../gone; zerodraft {verb}", tmp_path)
    assert (answer.code, answer.out) == (6, "")
    assert answer.err.endswith("Error: The folder you stand in is gone.\nHint: Go to another one, then try again.\n")
