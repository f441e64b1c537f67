"""`zerodraft export`: forms, files, and what is not written over."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.harbour import WORKING, ZERO_DRAFT

NOTE = "harbour-note"


@pytest.mark.parametrize(
    ("name", "sign"), [("a.md", "# Harbour"), ("a.TXT", "Harbour Note"), ("a.htm", "<!DOCTYPE html>")]
)
def test_the_form_is_guessed_from_the_ending(ask: Ask, harbour: Path, tmp_path: Path, name: str, sign: str) -> None:
    answer = ask("export", NOTE, "-o", str(tmp_path / name), at=harbour)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"The working text is written: {tmp_path / name}\n"
    assert sign.lower() in (tmp_path / name).read_text().lower()


def test_without_a_file_the_text_goes_to_stdout_byte_for_byte(harbour: Path) -> None:
    (harbour / "declarations" / NOTE / "text.md").write_bytes(b"# T\r\n\r\nNo end")
    run = subprocess.run(
        [sys.executable, "-m", "zerodraft", "export", NOTE], cwd=harbour, capture_output=True, check=True
    )
    assert run.stdout == b"# T\r\n\r\nNo end"


def test_a_version_or_a_redline_is_named(ask: Ask, harbour: Path, tmp_path: Path) -> None:
    ask("export", NOTE, "--version", "zero draft", "-o", str(tmp_path / "zero.md"), at=harbour)
    assert (tmp_path / "zero.md").read_text() == ZERO_DRAFT
    ask("export", NOTE, "--against", "zero-draft", "-o", str(tmp_path / "redline.md"), at=harbour)
    assert "{++" in (tmp_path / "redline.md").read_text()
    ask("export", NOTE, "--form", "redline", "--version", "rev-1", "-o", str(tmp_path / "redline.html"), at=harbour)
    assert "<ins" in (tmp_path / "redline.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--at", "rev1"), "Rev.1"),
        (("--at", "rev-1", "--against", "zero-draft"), "The redline from Zero Draft to Rev.1"),
        (("--form", "redline"), "The redline from Rev.1 to the working text"),
    ],
)
def test_what_was_written_is_told(ask: Ask, harbour: Path, arguments: tuple[str, ...], told: str) -> None:
    answer = ask("export", NOTE, *arguments, "-o", "out.html", at=harbour)
    assert answer.err == f"{told} is written: out.html\n"


def test_a_file_that_exists_is_left_unless_forced(ask: Ask, harbour: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    target.write_text("mine")
    answer = ask("export", NOTE, "-o", str(target), at=harbour)
    assert (answer.code, target.read_text()) == (4, "mine")
    assert "--force" in answer.err
    assert ask("export", NOTE, "-o", str(target), "--force", at=harbour).code == 0
    assert target.read_text() == WORKING


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("-o", "out.pages"), 2, "can't be guessed"),
        (("-o", "out.doc"), 2, "Word and LibreOffice open another: -o FILE.docx"),
        (("--form", "clean", "--against", "rev-1"), 2, "--against goes with --form redline"),
        (("--version", "rev-9"), 3, "Issued are: zero-draft, rev-1"),
        (("--form", "redline", "--version", "zero-draft"), 3, "before “Zero Draft”"),
        (("-o", "missing/out.md"), 3, "no folder"),
    ],
)
def test_what_can_not_be_exported_is_refused(
    ask: Ask, harbour: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = ask("export", NOTE, *arguments, at=harbour)
    assert answer.code == code
    assert sentence in " ".join(answer.err.split())
    assert answer.out == ""


@pytest.mark.parametrize("verb", ["export", "compile"])
@pytest.mark.parametrize("file", [f"declarations/{NOTE}/text.md", ".git/note.md"])
def test_what_the_workspace_records_is_never_written_over(ask: Ask, harbour: Path, verb: str, file: str) -> None:
    before = (harbour / "declarations" / NOTE / "text.md").read_bytes()
    answer = ask(verb, NOTE, "-o", file, "--force", at=harbour)
    assert answer.code == 2
    assert f"{file} belongs to the record of this workspace" in " ".join(answer.err.split())
    assert (harbour / "declarations" / NOTE / "text.md").read_bytes() == before
    assert not (harbour / ".git" / "note.md").exists()
