"""`list`, `versions`, `log`, `check`, `delegations`: the shorter answers."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.asking import Ask

TEXT = "declarations/harbour-note/text.md"
ID = re.compile(r" · [0-9a-f]{8}\b")


# --- list, versions ---------------------------------------------------------------------------


def test_declarations_are_listed_with_version_and_open_comments(ask: Ask, harbour_made: Path) -> None:
    assert ask("list", at=harbour_made).out == (
        "name          version  stage        comments    title\n"
        "harbour-note  Rev.1    Negotiation  4 (3 open)  Harbour Note\n"
    )


def test_a_declaration_that_cant_be_opened_is_listed_with_the_reason(ask: Ask, harbour: Path) -> None:
    other = harbour / "declarations/old-note"
    other.mkdir()
    (other / "text.md").write_bytes(b"# Caf\xe9\n")
    answer = ask("list", at=harbour)
    assert answer.code == 0
    assert "not UTF-8" in " ".join(answer.out.split())
    assert "harbour-note  Rev.1" in answer.out
    problems = {each["slug"]: each["problem"] for each in json.loads(ask("list", "--json", at=harbour).out)}
    assert problems["harbour-note"] == ""
    assert "not UTF-8" in problems["old-note"]


def test_what_is_not_saved_is_listed_as_such(ask: Ask, harbour: Path) -> None:
    (harbour / TEXT).write_text("# Harbour Note\n")
    assert "Harbour Note · not saved\n" in ask("list", at=harbour).out


def test_titles_stand_below_their_rows_where_the_terminal_is_narrow(
    ask: Ask, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = ask("list", at=demonstration_made).out
    assert "\n    Concept Note on the ASEAN Smart Cities Network\n" in shown


def test_an_empty_workspace_says_how_to_begin(ask: Ask, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", str(tmp_path / "w")], check=True)
    (tmp_path / "w/declarations").mkdir()
    for verb in ("list", "check"):
        answer = ask(verb, at=tmp_path / "w")
        assert (answer.out, answer.err) == ("", "There is no declaration yet; `zerodraft new SLUG` begins one.\n")


def test_outside_of_a_workspace_the_next_step_is_named(ask: Ask, tmp_path: Path) -> None:
    answer = ask("list", at=tmp_path)
    assert answer.code == 5
    assert "zerodraft init" in answer.err


def test_versions_are_listed_in_the_order_of_issue(ask: Ask, harbour_made: Path) -> None:
    assert ask("versions", "harbour-note", at=harbour_made).out == (
        "name        designation   date             comments  stage\n"
        "zero-draft  Zero Draft    2 November 2021  3         Consultation\n"
        "rev-1       Rev.1         2 November 2021  1         Negotiation\n"
        "working     working text                   –         changed since Rev.1\n"
    )


def test_versions_for_programs(ask: Ask, harbour_made: Path) -> None:
    told = json.loads(ask("versions", "harbour-note", "--json", at=harbour_made).out)
    assert [(each["name"], each["date"], each["comments"]) for each in told] == [
        ("zero-draft", "2021-11-02", 3),
        ("rev-1", "2021-11-02", 1),
    ]


# --- log --------------------------------------------------------------------------------------


def test_the_story_is_told_by_day_the_latest_first(ask: Ask, harbour_made: Path) -> None:
    shown = ask("log", "harbour-note", "-n", "3", at=harbour_made).out
    assert ID.sub(" · ID", shown) == (
        "3 November 2021 · recorded by Ana Drafter\n"
        "  01:00  Paragraph 1 reworded · ID\n"
        "  00:00  Fiji comments on paragraph 1 of Rev.1 · ID\n"
        "\n"
        "2 November 2021 · recorded by Ana Drafter\n"
        "  22:00  Rev.1 issued · ID\n"
    )


def test_the_story_of_a_workspace_names_the_declaration(ask: Ask, harbour_made: Path) -> None:
    assert "  22:00  Rev.1 issued · harbour-note · " in ask("log", at=harbour_made).out


def test_what_was_undone_stays_in_the_story(ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("undo", at=harbour).code == 0
    assert "  01:00  Paragraph 1 reworded (undone) · " in ask("log", "harbour-note", at=harbour).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[9m\x1b[2mParagraph 1 reworded\x1b[0m" in ask("log", "harbour-note", at=harbour).out
    undone, *_ = [each for each in json.loads(ask("log", "--json", at=harbour).out) if each["undone"]]
    assert undone["sentence"] == "Paragraph 1 reworded"


def test_a_commit_from_outside_is_told_as_one(ask: Ask, harbour: Path) -> None:
    text = harbour / TEXT
    text.write_text(text.read_text() + "\nMore.\n")
    names = {"GIT_AUTHOR_NAME": "Budi", "GIT_COMMITTER_NAME": "Budi"}
    subprocess.run(["git", "commit", "-qam", "typo"], cwd=harbour, env=os.environ | names, check=True)
    assert "  changed outside zerodraft by Budi: typo · " in ask("log", "harbour-note", at=harbour).out


def test_the_story_of_an_unknown_declaration_is_refused(ask: Ask, harbour_made: Path) -> None:
    assert ask("log", "harbor-note", at=harbour_made).code == 3


# --- check ------------------------------------------------------------------------------------


def test_a_sound_text_has_nothing_to_mend(ask: Ask, harbour_made: Path) -> None:
    answer = ask("check", "harbour-note", at=harbour_made)
    assert (answer.code, answer.out, answer.err) == (0, "", "Nothing to mend.\n")


def test_findings_name_file_line_and_column(ask: Ask, harbour: Path) -> None:
    text = harbour / TEXT
    text.write_text(text.read_text().replace("We honour", "We [honour [praise - Atlantis]"))
    answer = ask("check", at=harbour)
    assert answer.code == 1
    error, warning = answer.out.splitlines()
    assert error == f"{TEXT}:17:4: error: This bracket is never closed. [unbalanced-bracket]"
    assert warning.startswith(f"{TEXT}:17:22: warning: No delegation is called “Atlantis”.")
    told = json.loads(ask("check", "harbour-note", "--json", at=harbour).out)
    assert [(each["line"], each["column"], each["code"]) for each in told] == [
        (17, 4, "unbalanced-bracket"),
        (17, 22, "unknown-delegation"),
    ]


def test_warnings_alone_are_no_failure(ask: Ask, harbour: Path) -> None:
    text = harbour / TEXT
    text.write_text(text.read_text().replace("Focus area 2: Ships", "Focus area 1: Ports"))
    answer = ask("check", "harbour-note", at=harbour)
    assert answer.code == 0
    assert ": warning: The heading “Focus area 1: Ports” stands twice. [duplicate-heading]\n" in answer.out


def test_texts_and_comments_that_cant_be_read_are_errors_and_the_rest_is_checked(ask: Ask, harbour: Path) -> None:
    other = harbour / "declarations/a-note"
    other.mkdir()
    (other / "text.md").write_bytes(b"# Caf\xe9\n")
    (damaged,) = (harbour / "declarations/harbour-note/comments").glob("*-jpn-*")
    damaged.write_bytes(b"nothing")
    answer = ask("check", at=harbour)
    assert answer.code == 1
    first, second = answer.out.splitlines()
    assert first.startswith("declarations/a-note: error: ")
    assert second.startswith(f"declarations/harbour-note/comments/{damaged.name}: error: ")


def test_a_declaration_that_is_not_there_cant_be_checked(ask: Ask, harbour_made: Path) -> None:
    assert ask("check", "no-note", at=harbour_made).code == 3


@pytest.mark.parametrize(
    "source",
    [
        "[" * 2000 + "]" * 2000,
        pytest.param("word " * 1_000_000, marks=pytest.mark.slow),
        "a\r\n\r\nb\r\n",
        "\ufeff# T\n\nx\x00y\n",
        "",
    ],
)
def test_every_text_can_be_shown_compared_and_checked(ask: Ask, harbour: Path, source: str) -> None:
    (harbour / TEXT).write_bytes(source.encode())
    for verb in ("show", "diff", "check", "comments", "list"):
        answer = ask(verb, *([] if verb == "list" else ["harbour-note"]), at=harbour)
        assert answer.code in (0, 1)
        assert "\x00" not in answer.out


# --- delegations ------------------------------------------------------------------------------


def test_those_who_take_part_are_listed_by_name(ask: Ask, harbour_made: Path) -> None:
    shown = ask("delegations", at=harbour_made).out
    assert [line.split()[0] for line in shown.splitlines()[1:]] == ["FJI", "IDN", "JPN", "VNM"]


def test_names_can_be_indonesian(ask: Ask, harbour_made: Path) -> None:
    assert "\nJPN   Jepang" in ask("delegations", "--language", "id", at=harbour_made).out


def test_every_country_can_be_listed(ask: Ask, harbour_made: Path) -> None:
    codes = {each["code"] for each in json.loads(ask("delegations", "--all", "--json", at=harbour_made).out)}
    assert len(codes) > 190
    assert "ATA" not in codes


def test_the_whole_list_of_delegations_says_that_it_says_nothing_about_status(ask: Ask, tmp_path: Path) -> None:
    told = " ".join(ask("delegations", "--help", at=tmp_path).out.split())
    assert "Every entry of ISO 3166-1, not only those who take part." in told
    assert "says nothing about anybody's status" in told


def test_groups_are_listed_with_their_members(ask: Ask, harbour_made: Path) -> None:
    told = {each["code"]: each for each in json.loads(ask("delegations", "--groups", "--json", at=harbour_made).out)}
    assert "VNM" in told["ASEAN"]["members"]
    assert "members" in ask("delegations", "--groups", at=harbour_made).out.splitlines()[0]


def test_one_delegation_is_told_in_full(ask: Ask, harbour_made: Path) -> None:
    shown = ask("delegations", "vietnam", at=harbour_made).out
    assert shown.splitlines()[:2] == ["code          VNM", "name          Viet Nam"]
    assert "groups        ASEAN" in shown


def test_a_delegation_that_nobody_is_called_is_refused(ask: Ask, harbour_made: Path) -> None:
    assert ask("delegations", "Atlantis", at=harbour_made).code == 3


# --- the program itself -----------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["show", "list", "comments", "versions", "log", "diff", "check", "delegations"])
def test_each_reading_verb_has_help_with_an_example(ask: Ask, tmp_path: Path, verb: str) -> None:
    answer = ask(verb, "--help", at=tmp_path)
    assert answer.code == 0
    assert f"  zerodraft {verb}" in answer.out


def test_the_real_program_answers_a_pipe_without_colour(demonstration_made: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "zerodraft", "diff", "bali-message", "rev-1", "rev-2", "--summary"],
        cwd=demonstration_made,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert done.stdout.splitlines()[1] == "Rev.1 → Rev.2"
