"""What `--help` shows of every verb: whole words on 80 columns, and examples that can be typed."""

import re
from pathlib import Path

import click
import pytest
from tests.cli.asking import Ask

from zerodraft.cli.main import GROUPS, zerodraft

VERBS = [verb for verbs in GROUPS.values() for verb in verbs]


def verb_named(name: str) -> click.Command:
    known = zerodraft.get_command(click.Context(zerodraft), name)
    assert known is not None
    return known


@pytest.mark.parametrize("verb", [None, *VERBS])
def test_no_line_of_a_help_is_cut_on_80_columns(ask: Ask, tmp_path: Path, verb: str | None) -> None:
    answer = ask(*filter(None, (verb, "--help")), at=tmp_path)
    assert [line for line in answer.out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_example_of_a_help_names_known_options(verb: str) -> None:
    command = verb_named(verb)
    known = {name for each in command.params for name in each.opts} | {"--help"}
    examples = re.findall(rf"^  zerodraft {verb}\b(.*(?:\\\n.*)*)", command.epilog or "", re.MULTILINE)
    assert examples or verb == "completion"
    for example in examples:
        bare = re.sub(r'"[^"]*"|   .*|\\| .*', "", example)
        assert set(re.findall(r"(?<= )--?[a-z][a-z-]*", bare)) <= known


def test_a_delegation_is_added_as_the_help_says(ask: Ask, harbour: Path) -> None:
    unknown = ask("comment", "harbour-note", "4", "--from", "Red Cross", "We agree.", at=harbour)
    assert "zerodraft delegations --help" in unknown.err
    shown = ask("delegations", "--help", at=harbour).out
    lines = re.findall(r"^ +(\[ICRC\]|en = .*|aliases = .*)$", shown, re.MULTILINE)
    assert len(lines) == 3
    with (harbour / "declarations" / "delegations.toml").open("a") as listed:
        listed.write("\n" + "\n".join(lines) + "\n")
    assert ask("save", at=harbour).err == "The list of delegations is changed.\n"
    assert ask("comment", "harbour-note", "4", "--from", "Red Cross", "We agree.", at=harbour).code == 0


@pytest.mark.parametrize("verb", VERBS)
def test_the_changelog_tells_what_each_verb_does(verb: str) -> None:
    assert f"`{verb}`" in (Path(__file__).resolve().parents[2] / "CHANGELOG.md").read_text()


@pytest.mark.parametrize(("verb", "option"), [("issue", "--date"), ("new", "--date")])
def test_a_date_is_asked_for_as_people_write_it(ask: Ask, tmp_path: Path, verb: str, option: str) -> None:
    assert f"{option} YYYY-MM-DD" in ask(verb, "--help", at=tmp_path).out


@pytest.mark.parametrize(("verb", "option"), [("export", "file"), ("new", "text")])
def test_a_shell_completes_the_names_of_files(verb: str, option: str) -> None:
    command = verb_named(verb)
    context = click.Context(command)
    found = next(each for each in command.params if each.name == option).shell_complete(context, "dra")
    assert [each.type for each in found] == ["file"]


@pytest.mark.parametrize(
    ("arguments", "sentence", "way"),
    [
        (["shwo"], "There is no command “shwo”. Did you mean show?", "zerodraft --help"),
        (["edit"], "Missing argument 'SLUG'.", "zerodraft edit --help"),
    ],
)
def test_what_was_not_understood_is_told_as_every_other_error(
    ask: Ask, tmp_path: Path, arguments: list[str], sentence: str, way: str
) -> None:
    answer = ask(*arguments, at=tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"Error: {sentence}\nHint: `{way}` explains it, with examples.\n"
