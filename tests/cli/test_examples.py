"""Every command that a help or the README shows can be typed as it stands, in the demonstration."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.piping import editor, person
from tests.cli.test_acting_verbs import shortened
from tests.cli.test_help import VERBS, verb_named
from tests.rooms import sharing_objects

from zerodraft.cli.main import zerodraft

README = (Path(__file__).resolve().parents[2] / "README.md").read_text()
EDITOR = 'if [ -s "$1" ]; then sed -i "1s/$/ indeed/" "$1"; else echo "We agree." > "$1"; fi'
# What an example may find in the folder, and programs that not every machine has.
FILES = {
    "draft.md": "# A Vision\n\nWe agree.\n",
    "draft.docx": "# A Vision\n",
    "note.txt": "We agree.\n",
    "said.toml": '[[statement]]\ndelegation = "THA"\ntext = "Thailand thanks the host."\n',
    "table.csv": "Delegation,Paragraph,Comment\nJapan,36,We support this.\n",
    "letter.eml": "From: x@example.org\nTo: y@example.org\nSubject: Our input\n\nWe support paragraph 36.\n",
}
STAND_INS = {"pandoc": 'cat "$3"', "jq": "cat", "zerodraft": f'exec {sys.executable} -m zerodraft "$@"'}
BEFORE = {
    "new": ("zerodraft export jakarta-message -o resolution.xml",),
    "redo": ("zerodraft undo bali-message",),
    "verify": ("zerodraft export jakarta-message -o adopted.md",),
}
IN_AN_EMPTY_FOLDER = ("init", "demo")
READING = (
    "proposals",
    "collisions",
    "show",
    "blame",
    "precedent",
    "progress",
    "check",
    "comments",
    "delegations",
    "versions",
    "diff",
    "list",
    "log",
)


def commands(text: str) -> list[str]:
    """The commands in a block of examples, continued lines joined, without what is told beside them."""
    joined = re.sub(r"\\\n\s*", "", text)
    lines = re.findall(r"^ *(?:bash +|zsh +|fish +)?((?:zerodraft|pandoc|cd) .*)", joined, re.MULTILINE)
    return [re.sub(r" {2,}.*", "", line) for line in lines]


def examples(verb: str) -> list[str]:
    return commands(verb_named(verb).epilog or "")


def readme_block(beginning: str) -> list[str]:
    """The commands of the README's block in which this one stands."""
    blocks = re.findall(r"```\n(.*?)```", README, re.DOTALL)
    return next(commands(block) for block in blocks if beginning in block)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A folder with the files that examples name, an editor, and programs on the path."""
    (home / ".config" / "fish" / "completions").mkdir(parents=True)
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, script in STAND_INS.items():
        (programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    editor(monkeypatch, tmp_path, EDITOR)
    place = tmp_path / "table"
    place.mkdir()
    for name, content in FILES.items():
        (place / name).write_text(content)
    (place / "old.txt").write_bytes("# Café\n".encode("cp1252"))
    return place


ALONE = [(verb, command) for verb in VERBS if verb not in IN_AN_EMPTY_FOLDER for command in examples(verb)]


class Typist:
    """Types commands at one place, one after the other."""

    def __init__(self, ask: Ask, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
        self.ask = ask
        self.monkeypatch = monkeypatch
        self.place = place

    def type(self, command: str) -> None:
        """Type it; where it needs a shell, in one. It must be done without an error."""
        name, *arguments = shlex.split(command.replace(" /tmp/", f" {self.place}/"))
        if name == "cd":
            self.place /= arguments[0]
        elif name == "zerodraft" and not set(arguments) & {"|", ">", ">>", "<"}:
            person(self.monkeypatch, "y\n")
            answer = self.ask(*arguments, at=self.place)
            assert answer.code == 0, f"{command}: {answer.err}"
        else:
            done = subprocess.run(["bash", "-c", command], cwd=self.place, capture_output=True, text=True, check=False)
            assert (done.returncode, done.stderr.count("Error")) == (0, 0), f"{command}: {done.stderr}"


def in_the_demonstration(demonstration: Path, table: Path) -> Path:
    """A copy of the demonstration, to write in."""
    return Path(shutil.copytree(demonstration, table, dirs_exist_ok=True, copy_function=sharing_objects))


@pytest.mark.parametrize(("verb", "command"), ALONE)
def test_an_example_of_a_help_can_be_typed(
    ask: Ask, table: Path, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch, verb: str, command: str
) -> None:
    place = demonstration_made if verb in READING else in_the_demonstration(demonstration_made, table)
    typist = Typist(ask, monkeypatch, place)
    for each in BEFORE.get(verb, ()):
        typist.type(each)
    typist.type(command)


@pytest.mark.parametrize("verb", IN_AN_EMPTY_FOLDER)
def test_the_examples_of_a_beginning_can_be_typed_one_after_the_other(
    ask: Ask, table: Path, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    shortened(monkeypatch, demonstration_made)
    typist = Typist(ask, monkeypatch, table)
    for command in examples(verb):
        typist.type(command)


@pytest.mark.parametrize("source", ["the help of the program", "the README"])
def test_a_round_of_negotiation_can_be_typed(
    ask: Ask, table: Path, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    typist = Typist(ask, monkeypatch, in_the_demonstration(demonstration_made, table))
    is_readme = source == "the README"
    known = readme_block("zerodraft issue") if is_readme else commands(zerodraft.epilog or "")
    for command in known:
        if command != "zerodraft demo":
            typist.type(command)
    assert not is_readme or "</ins>" in (typist.place / "rev-3.html").read_text()


def test_what_becomes_of_proposals_can_be_typed(
    ask: Ask, table: Path, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist = Typist(ask, monkeypatch, in_the_demonstration(demonstration_made, table))
    known = readme_block("zerodraft propose")
    for command in known:
        typist.type(command)
    assert {shlex.split(command)[1] for command in known} >= {"propose", "accept", "resolve", "undo"}


def test_the_end_of_a_negotiation_can_be_typed(
    ask: Ask, table: Path, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist = Typist(ask, monkeypatch, in_the_demonstration(demonstration_made, table))
    for command in readme_block("zerodraft adopt"):
        typist.type(command)


@pytest.mark.parametrize("command", readme_block("zerodraft init"))
def test_a_beginning_of_the_readme_can_be_typed(
    ask: Ask, table: Path, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    place = table if command == "zerodraft init" else in_the_demonstration(demonstration_made, table)
    Typist(ask, monkeypatch, place).type(command)


def test_a_block_of_examples_is_read_as_people_read_it() -> None:
    block = """Examples:
  zerodraft new x --title "A" \\
      --place B            told beside it
  zerodraft edit x --insert-after
                 told below it
  bash   zerodraft completion bash >> ~/.bashrc
  cd x
Words about zerodraft are no command.
"""
    assert commands(block) == [
        'zerodraft new x --title "A" --place B',
        "zerodraft edit x --insert-after",
        "zerodraft completion bash >> ~/.bashrc",
        "cd x",
    ]
