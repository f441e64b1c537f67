"""What a shell offers in a negotiation: proposals, paragraphs, stands, delegations in a list."""

from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.test_acting_verbs import completed

NOTE = "harbour-note"


@pytest.fixture
def proposed(ask: Ask, harbour: Path) -> Path:
    """The harbour with JPN-1 and JPN-2 on paragraph 1, and paragraph 4 agreed."""
    for words in ("We agree to keep all ports open.", "We keep all ports open to small ships."):
        ask("propose", NOTE, "1", "--from", "JPN", words, at=harbour)
    ask("agree", NOTE, "4", at=harbour)
    return harbour


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (f"propose {NOTE} 2", ["2", r"2\\(a\\)", r"2\\(b\\)"]),
        (f"propose {NOTE} 1 --until 2\\(", [r"2\\(a\\)", r"2\\(b\\)"]),
        (f"propose {NOTE} 1 --on zero-draft --move-after 5", ["5"]),
        (f"propose {NOTE} 1 --with VN", ["VNM"]),
        (f"propose {NOTE} --answers jpn", ["JPN-1", "JPN-2"]),
        (f"propose {NOTE} 1 2", []),
        (f"position {NOTE} J", ["JPN-1", "JPN-2"]),
        (f"position {NOTE} JPN-1 re", ["retain", "reserve"]),
        (f"position {NOTE} --paragraph 2 s", ["support"]),
        (f"position {NOTE} JPN-1 support s", []),
        (f"accept {NOTE} J", ["JPN-1", "JPN-2"]),
        (f"reject {NOTE} JPN-1 J", ["JPN-2"]),
        (f"overtaken {NOTE} JPN-1 --by J", ["JPN-1", "JPN-2"]),
        (f"agree {NOTE} 2", ["2", r"2\\(a\\)", r"2\\(b\\)"]),
        (f"agree {NOTE} 2 2\\(a\\) 2", [r"2\\(b\\)"]),
        (f"agree {NOTE} 2 --by JPN,VN", ["JPN,VNM"]),
        (f"reopen {NOTE} 4", ["4"]),
        (f"reopen {NOTE} 2", []),
        (f"undo {NOTE} jpn", ["JPN-1", "JPN-2"]),
    ],
)
def test_a_shell_offers_what_can_be_named(
    proposed: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
    found: list[str],
) -> None:
    offered = completed(f"zerodraft {words}", proposed, monkeypatch, capsys).split()
    names = [each.removeprefix("plain,") for each in offered]
    assert [each for each in names if not each.startswith("jpn-")] == found


def test_what_is_typed_in_quotes_is_offered_as_it_is(
    proposed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = completed(f"zerodraft agree {NOTE} '2(a", proposed, monkeypatch, capsys)
    assert offered.split() == ["plain,2(a)"]


@pytest.mark.parametrize("words", ["propose x 1", "position x J", "agree x 1", "reopen x 1", "undo x a", "agree 1"])
def test_where_nothing_is_known_nothing_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    assert completed(f"zerodraft {words}", tmp_path, monkeypatch, capsys).strip() == ""
