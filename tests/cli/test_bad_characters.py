"""Commands to the terminal, marks that turn the direction, letters nobody sees: in every place where users write."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import NOTE, OTHER, PROGRAM, RAW, git, heard, zerodraft
from tests.cli.terminal import on_terminal

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.texts import Beginning, Credit
from zerodraft.formats.settings import Settings
from zerodraft.store.acts import Person

# Every verb with and without a terminal takes 25 seconds.
pytestmark = pytest.mark.slow

# Clipboard, colour by C1, title, hyperlink, direction, no width, tags, joiner, CSI, NUL, DEL, backspace.
EVIL = (
    "\x1b]52;c;eA==\x07\x9b31m\x9d0;t\x9c\x1b]8;;http://x\x1b\\\u202e\u2066\u200b\u2060\U000e0041\u200dx\x1b[2J\0\x7f\b"
)
SHOWN = "⟦U+001B⟧]52;c;eA==⟦U+0007⟧⟦U+009B⟧31m"
# What the program itself writes to a terminal: colour and weight, the bar of `demo`.
OURS = re.compile(r"\x1b\[(?:[0-9;]*m|\?25[hl]|K)|\r\n|\r")
EVERYWHERE = (
    ("list",),
    ("show", OTHER),
    ("show", OTHER, "--comments"),
    ("show", OTHER, "--plain"),
    ("show", OTHER, "--at", "rev-1"),
    ("comments", OTHER),
    ("versions", OTHER),
    ("log",),
    ("log", OTHER),
    ("diff", OTHER, "rev-1"),
    ("diff", OTHER, "rev-1", "--side-by-side", "--all"),
    ("diff", OTHER, "rev-1", "--summary"),
    ("diff", OTHER, "rev-1", "--word-diff"),
    ("check",),
    ("export", OTHER, "--to", "txt"),
    ("export", OTHER, "--to", "html"),
    ("export", OTHER, "--form", "redline", "--to", "txt"),
    ("export", OTHER, "--form", "redline", "--to", "html"),
    ("list", "--json"),
    ("show", OTHER, "--json"),
    ("comments", OTHER, "--json"),
    ("diff", OTHER, "rev-1", "--json"),
    ("log", "--json"),
    ("versions", OTHER, "--json"),
    ("check", "--json"),
    ("edit", OTHER, "2", "--with", f"We agree {EVIL[:9]} now.", "-m", f"Reworded {EVIL}".replace("\0", "")),
    ("undo",),
    ("redo",),
    ("save",),
)
TEXT = f"""# Other {EVIL} Note

## Ports {EVIL}

1. We agree {EVIL} to [meet{EVIL} - Japan; {EVIL}Fiji delete].

2. We thank you.
"""


@pytest.fixture
def evil(harbour: Path) -> Path:
    """A workspace in which everybody writes what a terminal would obey."""
    with Desk.at(harbour) as desk:
        desk.room.drafter = Person(f"Ana {EVIL}", "ana@example.org")
        desk.new(OTHER, Beginning(Settings(), source=TEXT))
        desk.issue(desk.open(OTHER), Issue("Rev.1"))
        quote = f"We agree {EVIL} to"
        remark = Remark("JPN", "1", f"Words {EVIL}.\n\n> {EVIL}", quote=quote)
        said = desk.comment(desk.open(OTHER), remark)
        desk.reply(desk.open(OTHER), Reply("FJI", said.name, f"No {EVIL}"))
        source = desk.open(OTHER).draft.source.replace("We thank you", f"We thank {EVIL} you all")
        desk.save(desk.open(OTHER), source, Credit("JPN", summary=f"Thanks {EVIL}"))
    (harbour / "declarations" / OTHER / "comments" / f"{EVIL[:7]}.md").write_text(EVIL)
    (harbour / "declarations" / OTHER / f"{EVIL[:7]}.txt").write_text(EVIL)
    git(
        harbour, "-c", "user.name=E\x1b]52;c;x\x07\u202e", "commit", "-q", "--allow-empty", "-m", f"Outside {EVIL[:40]}"
    )
    return harbour


@pytest.mark.parametrize(
    "verb", EVERYWHERE, ids=lambda verb: "-".join(each for each in verb if each.isprintable())[:40]
)
def test_nothing_raw_comes_out_of_a_pipe(ask: Ask, evil: Path, verb: tuple[str, ...]) -> None:
    answer = heard(ask(*verb, at=evil))
    assert answer.code in (0, 1) or verb == ("redo",)


def test_nothing_raw_comes_out_on_a_terminal(evil: Path) -> None:
    for verb in (*EVERYWHERE[:18], *EVERYWHERE[25:28], ("export", OTHER), ("export", OTHER, "--form", "redline")):
        code, shown = on_terminal(*verb, at=evil)
        assert code in (0, 1), shown
        assert not RAW.search(OURS.sub("", shown)), (verb, OURS.sub("", shown))


def test_what_was_hidden_is_shown_as_marks(ask: Ask, evil: Path) -> None:
    for verb in (("show", OTHER), ("comments", OTHER), ("diff", OTHER, "rev-1"), ("export", OTHER, "--to", "txt")):
        assert SHOWN in "".join(heard(ask(*verb, at=evil)).out.split()), verb
    assert "⟦U+202E⟧" in heard(ask("log", at=evil)).out


def test_what_is_handed_out_as_markdown_is_the_text_byte_for_byte(evil: Path) -> None:
    done = subprocess.run([*PROGRAM, "export", OTHER], cwd=evil, capture_output=True, check=True)
    assert done.stdout == (evil / "declarations" / OTHER / "text.md").read_bytes()


@pytest.mark.parametrize("option", ["--title", "--place", "--conference"])
def test_a_name_with_hidden_characters_is_not_recorded(ask: Ask, harbour: Path, option: str) -> None:
    answer = heard(ask("new", "third-note", option, f"Note{EVIL}", at=harbour))
    assert answer.code == 7
    assert not (harbour / "declarations" / "third-note").exists()


def test_a_title_found_in_a_text_is_recorded_with_marks(harbour: Path) -> None:
    answer = zerodraft("new", "third-note", "--text", "-", at=harbour, stdin=TEXT.encode())
    assert answer.code == 0
    assert SHOWN in answer.err
    assert "⟦U+001B⟧" in (harbour / "declarations/third-note/declaration.toml").read_text()
    assert zerodraft("list", at=harbour).code == 0
    assert NOTE in zerodraft("list", at=harbour).out
