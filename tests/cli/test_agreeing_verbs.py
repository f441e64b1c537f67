"""`zerodraft agree` and `zerodraft reopen`: the lock on agreed wording, seen from the command line."""

from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import git
from tests.cli.piping import head

NOTE = "harbour-note"


def test_paragraphs_are_agreed_and_reopened(ask: Ask, harbour: Path) -> None:
    agreed = ask("agree", NOTE, "2", "3", "--by", "JPN, Fiji", "--by", "VNM", at=harbour)
    assert (agreed.code, agreed.out) == (0, "2, 3\n")
    assert agreed.err == "Paragraphs 2 and 3 agreed ad referendum by Japan, Fiji, Viet Nam.\n"
    opened = ask("reopen", NOTE, "3", "--by", "FJI", "--why", "New instructions.", at=harbour)
    assert opened.err == "Paragraph 3 reopened by Fiji.\n"
    assert "Act: reopen\n" in git(harbour, "log", "-1", "--format=%B")


def test_agreed_words_can_not_be_edited_before_they_are_reopened(ask: Ask, harbour: Path) -> None:
    ask("agree", NOTE, "3", at=harbour)
    edit = ("edit", NOTE, "3", "--with", "We honour the crews and pilots.")
    refused = ask(*edit, at=harbour)
    assert refused.code == 2
    assert "It would read: We honour the crews {+and pilots+}." in refused.err
    assert "Hint: zerodraft reopen harbour-note 3 --why REASON" in refused.err
    ask("reopen", NOTE, "3", "--why", "For the pilots.", at=harbour)
    assert ask(*edit, at=harbour).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("agree", NOTE), 2, "Missing argument 'PARAGRAPH...'"),
        (("agree", NOTE, "1"), 2, "Paragraph 1 still has 1 open bracket."),
        (("agree", NOTE, "77"), 3, "paragraph “77”"),
        (("agree", NOTE, "3", "--by", "Atlantis"), 3, "delegation called “Atlantis”"),
        (("agree", NOTE, "4"), 2, "Paragraph 4 is agreed already."),
        (("reopen", NOTE, "4"), 2, "A reopening is recorded with its reason."),
        (("reopen", NOTE, "3", "--why", "So."), 2, "Paragraph 3 is not agreed"),
    ],
)
def test_what_can_be_neither_agreed_nor_reopened_is_refused(
    ask: Ask, harbour: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    ask("agree", NOTE, "4", at=harbour)
    before = head(harbour)
    answer = ask(*arguments, at=harbour)
    assert answer.code == code
    assert sentence in " ".join(answer.err.split())
    assert "\nHint: " in answer.err
    assert head(harbour) == before
