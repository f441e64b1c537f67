"""Texts of a length and depth that nobody writes go through every verb: none hangs, fails or grows beyond measure."""

from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import heard

NOTE = "long-note"
EVERYWHERE = (
    ("show", NOTE),
    ("show", NOTE, "--json"),
    ("diff", NOTE),
    ("diff", NOTE, "--side-by-side"),
    ("diff", NOTE, "--summary"),
    ("comment", NOTE, "1", "--from", "JPN", "Too long."),
    ("comment", NOTE, "2", "--from", "JPN", "--quote", "thank", "Words."),
    ("save", NOTE),
    ("edit", NOTE, "2", "--with", "We thank everybody."),
    ("comments", NOTE),
    ("list",),
    ("export", NOTE, "--to", "html"),
    ("export", NOTE, "--to", "txt"),
    ("export", NOTE, "--form", "redline", "--to", "html"),
    ("export", NOTE, "--form", "redline", "--to", "txt"),
    ("export", NOTE, "--form", "redline", "--to", "md"),
    ("issue", NOTE, "Rev.1"),
    ("log", NOTE),
    ("undo", NOTE),
)


def _through_every_verb(ask: Ask, workspace: Path, words: str) -> None:
    source = f"# Long Note\n\n## Ports\n\n1. {words}\n\n2. We thank you.\n"
    (workspace / "long.md").write_text(source)
    assert heard(ask("new", NOTE, "--text", "long.md", at=workspace)).code == 0
    assert heard(ask("issue", NOTE, "Zero Draft", at=workspace)).code == 0
    text = workspace / "declarations" / NOTE / "text.md"
    text.write_text(source.replace("We agree", "We resolve", 2).replace("thank you", "thank you all"))
    assert heard(ask("check", NOTE, at=workspace)).code in (0, 1)
    for verb in EVERYWHERE:
        answer = heard(ask(*verb, at=workspace))
        assert answer.code == 0, (verb, answer.err)


@pytest.mark.parametrize(
    "words",
    [
        f"We agree {'[' * 2000}x{']' * 2000} now.",
        f"We agree {'[' * 2000} now.",
        f"We agree {'*_`[<(' * 2000} now.",
        f"We agree {'word ' * 14_000} now.",
    ],
    ids=["nested", "never-closed", "marks", "long"],
)
def test_a_strange_paragraph_goes_through_every_verb(ask: Ask, harbour: Path, words: str) -> None:
    _through_every_verb(ask, harbour, words)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    ["We agree to keep all ports open to small ships. " * 108_000, "x" * 5_000_000, "*_`[<" * 200_000],
    ids=["words", "letters", "marks"],
)
def test_a_paragraph_of_five_megabytes_goes_through_every_verb(ask: Ask, harbour: Path, words: str) -> None:
    _through_every_verb(ask, harbour, words)


def test_a_text_that_is_far_too_long_is_refused_before_it_is_recorded(ask: Ask, harbour: Path) -> None:
    with (harbour / "long.md").open("wb") as opened:
        opened.truncate(65 * 1024 * 1024)
    answer = heard(ask("new", NOTE, "--text", "long.md", at=harbour))
    assert answer.code == 7
    assert "“long.md” has more than 64 MB; that is no text of a declaration." in answer.err
    assert not (harbour / "declarations" / NOTE).exists()
