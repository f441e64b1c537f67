"""Files that are no text, settings with a wrong line, comments that are cut, empty, long or no comments at all."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import ACTING, NOTE, OTHER, READING, TEXT, git, heard, others_go_on, state, told, with_another

SETTINGS = f"declarations/{NOTE}/declaration.toml"
LIST = "declarations/delegations.toml"
COMMENTS = f"declarations/{NOTE}/comments"


# --- texts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "line", "guess"),
    [
        (b"# Caf\xe9\n", 1, "WINDOWS-1252"),
        (b"# Note\n\nWe agree \x96 all of us.\n", 3, "WINDOWS-1252"),
        ("# Note\n".encode("utf-16"), 1, "UTF-16"),
    ],
)
def test_a_text_that_is_not_utf_8_is_told_with_its_line_and_converted_by_the_hint(
    ask: Ask, harbour: Path, content: bytes, line: int, guess: str
) -> None:
    with_another(harbour)
    (harbour / TEXT).write_bytes(content)
    before = state(harbour)
    hint = f"Save it as UTF-8, or convert it: `iconv -f {guess} -t UTF-8 {TEXT} > NEW-FILE`."
    refusal = told(7, f"{TEXT} is not UTF-8 text: line {line} can't be read.", hint)
    for verb in (*READING, *ACTING[:4]):
        assert heard(ask(*verb, at=harbour)) == refusal
    assert state(harbour) == before
    assert f"line {line} can't be read" in heard(ask("check", at=harbour)).out
    assert heard(ask("list", at=harbour)).code == 0
    others_go_on(ask, harbour)
    assert os.system(f"cd {harbour} && iconv -f {guess} -t UTF-8 {TEXT} > new && mv new {TEXT}") == 0
    assert heard(ask("save", at=harbour)).code == 0


def test_line_ends_byte_order_mark_and_nul_bytes_stay_as_they_are(ask: Ask, harbour: Path) -> None:
    source = (harbour / TEXT).read_bytes().replace(b"\n", b"\r\n").replace(b"open", b"o\0pen")
    (harbour / TEXT).write_bytes(b"\xef\xbb\xbf" + source)
    assert heard(ask("save", at=harbour)).code == 0
    check = heard(ask("check", at=harbour)).out
    assert "Lines end in CR LF" in check
    assert "byte order mark" in check
    assert "U+0000" in check
    assert heard(ask(*ACTING[0], at=harbour)).code == 0
    after = (harbour / TEXT).read_bytes()
    assert after == b"\xef\xbb\xbf" + source.replace(
        b"the pilots who brought the ships home", b"the pilots who came home"
    )
    assert "o⟦U+0000⟧pen" in heard(ask("show", NOTE, at=harbour)).out


def test_an_empty_text_is_shown_compared_and_taken_back(ask: Ask, harbour: Path) -> None:
    before = state(harbour)
    (harbour / TEXT).write_bytes(b"")
    for verb in (*READING, ("check",), ("list",)):
        assert heard(ask(*verb, at=harbour)).code == 0
    assert heard(ask("save", at=harbour)).code == 0
    assert heard(ask("undo", at=harbour)).code == 0
    assert (harbour / TEXT).read_bytes() != b""
    assert {**state(harbour), "HEAD": ""} == {**before, "HEAD": ""}


# --- settings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'title = "x"\nplace = \n', "line 2: This is not TOML: Invalid value."),
        (b'title = "x"\n\nplase = "y"\n', "line 3: “plase” is not a setting; did you mean “place”?"),
        (b"title = 3\n", "line 1: “title” must be text in quotation marks."),
        (b'title = "x"\ndates = ["2021"]\n', "line 2: “dates” must be a list of days, such as [2021-11-16]."),
        (b'title = "a\x1b]52;c;eA==\x07"\n', "line 1: This is not TOML: Illegal character '\\x1b'."),
        (b"a = " + b"[" * 1500, "The file holds a number or value that can't be read."),
        (b'"titl\\u202e" = 2\n', "“titl⟦U+202E⟧” is not a setting; did you mean “title”?"),
        (b'title = "' + b"x" * 70_000 + b'"\n', "The file is longer than 64 KiB."),
    ],
    ids=["syntax", "misspelt", "type", "dates", "escape", "nested", "invisible", "long"],
)
def test_settings_with_a_wrong_line_are_told_with_the_line(
    ask: Ask, harbour: Path, content: bytes, sentence: str
) -> None:
    with_another(harbour)
    (harbour / SETTINGS).write_bytes(content)
    hint = "Mend it with any editor; `zerodraft check` tells when it can be read."
    for verb in (*READING[:2], *ACTING[:4]):
        assert heard(ask(*verb, at=harbour)) == told(7, f"{SETTINGS} can't be read: {sentence}", hint)
    assert sentence in heard(ask("check", at=harbour)).out
    others_go_on(ask, harbour)
    git(harbour, "restore", SETTINGS)
    assert heard(ask("check", at=harbour)).code == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[JPN]\nen = \n", "line 2: This is not TOML: Invalid value."),
        (b'[JPN]\nen = "Japan"\n[FJI]\nen = "Japan"\n', "line 3: “Japan” means JPN and FJI."),
        (b'["J\\u001b[31m"]\nen = "x"\n', "“J⟦U+001B⟧[31m” is not a code: capital letters and digits, as in JPN."),
        (b'[JPN]\nen = "Jap\xe9n"\n', f"{LIST} is not UTF-8 text: line 2 can't be read."),
    ],
    ids=["syntax", "twice", "escape", "latin"],
)
def test_while_the_list_of_delegations_can_not_be_read_texts_can(
    ask: Ask, harbour: Path, content: bytes, sentence: str
) -> None:
    (harbour / LIST).write_bytes(content)
    for verb in READING:
        answer = heard(ask(*verb, at=harbour))
        assert answer.code == 0
        if verb[0] in ("show", "comments"):
            assert f"{LIST} can't be read: {sentence} " in answer.err
    check = heard(ask("check", at=harbour))
    assert (check.code, check.out.count(sentence)) == (1, 1)
    before = state(harbour)
    for verb in (*ACTING[:2], ("delegations",), ("save",)):
        answer = heard(ask(*verb, at=harbour))
        assert answer.code == 7
        assert sentence in answer.err
    assert state(harbour) == before
    (harbour / LIST).write_text('[JPN]\nen = "Japan"\n')
    assert heard(ask("save", at=harbour)).code == 0
    assert heard(ask(*ACTING[1], at=harbour)).code == 0


# --- comments -----------------------------------------------------------------------------------------


def _first(workspace: Path) -> Path:
    return min((workspace / COMMENTS).iterdir())


def _rewritten(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(change(path.read_bytes()))


def _become_a_link(path: Path) -> None:
    path.rename(path.parents[3] / "elsewhere.md")
    path.symlink_to(path.parents[3] / "elsewhere.md")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_rewritten(lambda raw: raw[:90]), "No blank line stands between the header lines and the comment."),
        (_rewritten(lambda raw: b""), "The file is empty."),
        (_rewritten(lambda raw: b"\xff\0\x1b" * 200), "The file is not UTF-8 text: line 1 can't be read."),
        (_rewritten(lambda raw: raw + b"x" * 10_000_000), "The comment is longer than 64 KiB."),
        (_rewritten(lambda raw: raw.replace(b"\n", b"\r\n")), "The header lines end as Windows ends them"),
        (_rewritten(lambda raw: raw.replace(b"From: ", b"From: \xe2\x80\xae")), "can't be seen, ⟦U+202E⟧"),
        (lambda path: path.unlink(), "is recorded, but its file is gone, or is no ordinary file."),
        (_become_a_link, "is recorded, but its file is gone, or is no ordinary file."),
    ],
    ids=["cut", "empty", "binary", "long", "windows", "invisible", "gone", "link"],
)
def test_a_comment_that_can_not_be_read_is_told_and_comes_back_by_the_hint(
    ask: Ask, harbour: Path, spoil: Callable[[Path], object], sentence: str
) -> None:
    shown = heard(ask("comments", NOTE, at=harbour))
    spoilt = _first(harbour)
    path = spoilt.relative_to(harbour).as_posix()
    spoil(spoilt)
    answer = heard(ask("comments", NOTE, at=harbour))
    assert answer.code == 0
    assert f"{path} can't be read: " in answer.err
    assert sentence in answer.err
    assert answer.err.startswith("3 comments: ")
    assert sentence in heard(ask("check", at=harbour)).out
    for verb in ACTING[:3]:
        assert heard(ask(*verb, at=harbour)).code == 0
    hint = re.search(r"`git restore :/([^`]+)`", answer.err)
    assert hint is not None
    git(harbour, "restore", f":/{hint[1]}")
    assert "can't be read" not in heard(ask("comments", NOTE, at=harbour)).err
    assert shown.out.splitlines()[0] in heard(ask("comments", NOTE, at=harbour)).out


@pytest.mark.parametrize("name", ["note.md", "2021-11-02-fji-9999.md", "\x1b]52;c;eA==\x07.md", "\udcff.md"])
def test_a_file_that_is_no_comment_keeps_nobody_from_reading_the_others(ask: Ask, harbour: Path, name: str) -> None:
    source = next(path for path in (harbour / COMMENTS).iterdir() if "-jpn-" in path.name)
    (harbour / COMMENTS / name).write_bytes(source.read_bytes())
    for verb in (*READING, ("list",)):
        assert heard(ask(*verb, at=harbour)).code == 0
    answer = heard(ask("check", NOTE, at=harbour))
    assert answer.code == 1
    assert "Mend it with any editor, or move it out of the folder." in answer.out


def test_two_comments_of_one_name_are_told_and_the_first_is_kept(ask: Ask, harbour: Path) -> None:
    first = _first(harbour)
    (first.parent / f"2021-12-31{first.name[10:]}").write_bytes(first.read_bytes())
    answer = heard(ask("comments", NOTE, at=harbour))
    assert answer.code == 0
    assert f"{first.name} has the same id" in answer.err


def test_a_folder_of_comments_that_is_a_link_is_told_and_the_text_is_shown(ask: Ask, harbour: Path) -> None:
    folder = harbour / COMMENTS
    folder.rename(harbour / "elsewhere")
    folder.symlink_to(harbour / "elsewhere")
    answer = heard(ask("show", NOTE, at=harbour))
    assert answer.code == 0
    assert answer.err.startswith(f"{COMMENTS} can't be read: ")
    said = heard(ask(*ACTING[1], at=harbour))
    assert said.code in (5, 6)
    assert "Your words are kept in" in said.err
    assert sorted(path.name for path in (harbour / "elsewhere").iterdir()) == sorted(
        path.name for path in folder.iterdir()
    )


def test_many_comments_that_are_gone_are_told_in_a_few_lines(ask: Ask, harbour: Path) -> None:
    for count in range(8):
        assert ask("comment", NOTE, "2", "--from", "JPN", f"Words {count}.", at=harbour).code == 0
    for path in (harbour / COMMENTS).iterdir():
        path.unlink()
    answer = heard(ask("comments", NOTE, at=harbour))
    assert answer.err.splitlines()[-1] == f"… and 8 more; `zerodraft check {NOTE}` tells all of them."
    assert heard(ask("check", NOTE, at=harbour)).out.count("is recorded, but its file is gone") == 13
    assert OTHER not in answer.err
