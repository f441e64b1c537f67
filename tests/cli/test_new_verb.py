"""`zerodraft init` and `zerodraft new`: a workspace and its declarations begin."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.piping import pipe, text

# A folder of texts that nobody here wrote.
CORPUS = os.environ.get("ZERODRAFT_CORPUS", "")


@pytest.fixture
def workspace(ask: Ask, tmp_path: Path) -> Path:
    place = tmp_path / "conference"
    assert ask("init", str(place), at=tmp_path).code == 0
    return place


def test_init_makes_a_workspace_and_says_what_comes_next(ask: Ask, tmp_path: Path) -> None:
    answer = ask("init", "conference", at=tmp_path)
    assert (answer.code, answer.out) == (0, "")
    assert "is a workspace now" in answer.err
    assert "zerodraft new SLUG" in answer.err
    again = ask("init", "conference", at=tmp_path)
    assert again.code == 4
    assert "is a workspace already" in again.err


def test_init_takes_the_folder_where_one_stands_and_names_texts_that_lie_there(ask: Ask, tmp_path: Path) -> None:
    folder = tmp_path / "here" / "declarations" / "note"
    folder.mkdir(parents=True)
    (folder / "text.md").write_text("# Note\n\nWe agree.\n")
    answer = ask("init", at=tmp_path / "here")
    assert "not recorded yet: note. Next: zerodraft save" in answer.err
    assert ask("save", at=tmp_path / "here").err == 'note begins: Note.\nNext: zerodraft issue note "Zero Draft"\n'


def test_a_declaration_begins_from_its_kind(ask: Ask, workspace: Path) -> None:
    answer = ask(
        *("new", "statement", "--kind", "message", "--title", "A Message", "--conference", "Conference"),
        *("--place", "Suva", "--date", "2026-11-11", "--date", "2026-11-10", "--host", "Fiji"),
        *("--participant", "ASEAN", "--participant", "Jepang", "--participant", "JPN"),
        *("--focus-area", "Ports", "--focus-area", "Ships"),
        at=workspace,
    )
    assert (answer.code, answer.out) == (0, "statement\n")
    assert "A Message begins as statement." in answer.err
    assert "Found: 2 focus areas, 2 numbered paragraphs." in answer.err
    assert 'zerodraft issue statement "Zero Draft"' in answer.err
    assert (workspace / "declarations/statement/declaration.toml").read_text() == (
        'title = "A Message"\nconference = "Conference"\nplace = "Suva"\ndates = [2026-11-10, 2026-11-11]\n'
        'language = "en"\nkind = "message"\nnumbering = "unfccc"\nhost = "FJI"\nparticipants = ["ASEAN", "JPN"]\n'
    )


def test_a_declaration_begins_from_a_sample(ask: Ask, workspace: Path) -> None:
    answer = ask("new", "bali", "--from", "bali-message", at=workspace)
    assert answer.out == "bali\n"
    assert "Found: 5 focus areas, 42 numbered paragraphs." in answer.err
    assert not (workspace / "declarations/bali/story.toml").exists()


def test_a_text_through_a_pipe_keeps_its_bytes(ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "---\ntitle: From the front\n---\r\n\r\n1. One [shall.\r\n\r\n2. Two."
    pipe(monkeypatch, source.encode())
    answer = ask("new", "note", "--text", "-", at=workspace)
    assert "From the front begins as note." in answer.err
    assert "To look at: 1 " in answer.err
    assert text(workspace, "note") == source


def test_a_file_in_another_encoding_is_converted(ask: Ask, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("# Côte d’Ivoire\n".encode("cp1252"))
    refused = ask("new", "note", "--text", str(tmp_path / "old.txt"), at=workspace)
    assert refused.code == 7
    assert "--encoding cp1252" in refused.err
    assert ask("new", "note", "--text", str(tmp_path / "old.txt"), "--encoding", "cp1252", at=workspace).code == 0
    assert text(workspace, "note") == "# Côte d’Ivoire\n"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("../x",), 2, "can't name a declaration"),
        (("a/b",), 2, "can't name a declaration"),
        (("Summit", "Message"), 2, "Say zerodraft new summit-message --title 'Summit Message'"),
        (("CON",), 2, "can't name a declaration"),
        (("x", "--from", "bali"), 3, "no sample declaration “bali”"),
        (("x", "--from", "bali-message", "--title", "y"), 2, "A sample brings its own text"),
        (("x", "--text", "y.md", "--focus-area", "z"), 2, "found in the text"),
        (("x", "--text", "missing.md"), 3, "no file “missing.md”"),
        (("x", "--encoding", "cp1252"), 2, "--encoding goes with --text"),
        (("x", "--participant", "Atlantis"), 3, "no delegation called “Atlantis”"),
        (("x", "--date", "tomorrow"), 2, "tomorrow"),
        (("x", "--place", "a\x1bb"), 7, "place"),
        (("x", "--kind", "poem"), 2, "poem"),
    ],
)
def test_what_can_not_begin_is_refused_and_nothing_is_written(
    ask: Ask, workspace: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = ask("new", *arguments, at=workspace)
    assert answer.code == code
    assert sentence in answer.err
    assert [path.name for path in (workspace / "declarations").iterdir()] == ["delegations.toml"]


def test_outside_of_a_workspace_new_says_how_to_make_one(ask: Ask, tmp_path: Path) -> None:
    answer = ask("new", "x", at=tmp_path)
    assert answer.code == 5
    assert "zerodraft init" in answer.err


def test_hostile_texts_are_taken_as_they_are(ask: Ask, workspace: Path, tmp_path: Path) -> None:
    hostile = {
        "long": "x" * 5_000_000,
        "deep": "[" * 2000 + "]" * 2000,
        "signs": "# \x1b]52;c;x\x07\u202etitle\n\n\0\n",
        "mark": "\ufeff# Title\r\n",
    }
    for slug, source in hostile.items():
        (tmp_path / "file.md").write_bytes(source.encode())
        answer = ask("new", slug, "--text", str(tmp_path / "file.md"), at=workspace)
        assert answer.code == 0
        assert not {"\x1b", "\x07", "\u202e", "\0"} & set(answer.err)
        assert text(workspace, slug) == source


@pytest.mark.skipif(not CORPUS, reason="no folder of real texts (set ZERODRAFT_CORPUS)")
def test_real_texts_come_back_byte_for_byte(ask: Ask, workspace: Path, tmp_path: Path) -> None:
    for count, source in enumerate(sorted(Path(CORPUS).glob("*.md"))):
        target = tmp_path / f"{count}.md"
        assert ask("new", f"real-{count}", "--text", str(source), at=workspace).code == 0
        assert (
            ask("export", f"real-{count}", "--form", "clean", "--to", "md", "-o", str(target), at=workspace).code == 0
        )
        assert target.read_bytes() == source.read_bytes()
        if "g20" in source.name:
            shown = json.loads(ask("show", f"real-{count}", "--json", at=workspace).out)
            numbered = [each["cite"] for each in shown["paragraphs"] if each["kind"] == "operative paragraph"]
            assert numbered == [str(number) for number in range(1, 53)]
