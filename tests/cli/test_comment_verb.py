"""`zerodraft comment`: who says what about which words."""

from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.piping import editor, head, kept, pipe

NOTE = "harbour-note"


def comment_file(workspace: Path, name: str) -> str:
    return next((workspace / "declarations" / NOTE / "comments").glob(f"*-{name}.md")).read_text()


def test_a_comment_prints_its_id_and_tells_what_was_recorded(ask: Ask, harbour: Path) -> None:
    answer = ask(
        *("comment", NOTE, "2", "--from", "Jepang", "--quote", "each country", "--occasion", "Panel 2"),
        "We would say “every”.",
        at=harbour,
    )
    name = answer.out.strip()
    assert name.startswith("jpn-")
    assert answer.err == f"Japan comments on paragraph 2 of Rev.1: {name}.\n"
    written = comment_file(harbour, name)
    assert "Occasion: Panel 2\n" in written
    assert "Quote: “each country”\n" in written
    assert written.endswith("\n\nWe would say “every”.\n")


def test_a_comment_may_be_on_an_older_version(ask: Ask, harbour: Path) -> None:
    answer = ask("comment", NOTE, "3", "--from", "JPN", "--on", "Zero Draft", "Why in the autumn?", at=harbour)
    assert "on paragraph 3 of Zero Draft" in answer.err


def test_words_come_through_a_pipe_or_from_the_editor(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(monkeypatch, b"From the pipe.\n")
    piped = ask("comment", NOTE, "2", "--from", "JPN", "-", at=harbour).out.strip()
    assert comment_file(harbour, piped).endswith("\n\nFrom the pipe.\n")
    editor(monkeypatch, tmp_path, 'echo "From the editor." > "$1"')
    typed = ask("comment", NOTE, "2", "--from", "JPN", at=harbour).out.strip()
    assert comment_file(harbour, typed).endswith("\n\nFrom the editor.\n")
    assert kept(harbour) == []


def test_a_reply_settles_a_matter_in_the_name_of_the_secretariat(ask: Ask, harbour: Path) -> None:
    name = ask("comment", NOTE, "2", "--from", "JPN", "Why?", at=harbour).out.strip()
    answer = ask("comment", NOTE, "--reply-to", name.upper(), "--from", "SEC", "--resolve", "Because.", at=harbour)
    assert answer.err.startswith(f"Secretariat settles {name} on paragraph 2: sec-")
    assert f"Reply-To: {name}\n" in comment_file(harbour, answer.out.strip())


def test_a_reply_of_a_delegation_leaves_the_matter_open(ask: Ask, harbour: Path) -> None:
    name = ask("comment", NOTE, "2", "--from", "JPN", "Why?", at=harbour).out.strip()
    answer = ask("comment", NOTE, "--reply-to", name, "--from", "FJI", "Because.", at=harbour)
    assert answer.err.startswith(f"Fiji replies to {name}")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ((), 2, "Say which paragraph"),
        (("2", "Words."), 2, "It is not said whose words these are."),
        (("--reply-to", "jpn-1", "Words."), 2, "--from SEC for those of the Secretariat"),
        (("2", "two", "words", "--from", "JPN"), 2, "put them in quotation marks"),
        (("2", "Words.", "--from", "JPN", "--resolve"), 2, "--resolve goes with --reply-to"),
        (("--reply-to", "jpn-1", "--quote", "x", "Words."), 2, "A reply stands where the comment stands"),
        (("--reply-to", "jpn-0000", "--from", "SEC", "Words."), 3, "called “jpn-0000”"),
        (("2", "Words.", "--from", "Atlantis"), 3, "delegation called “Atlantis”"),
        (("77", "Words.", "--from", "JPN"), 3, "paragraph “77”"),
        (("2", "Words.", "--from", "JPN", "--on", "rev-7"), 3, "Issued are: zero-draft, rev-1"),
        (("2", "Words.", "--from", "JPN", "--quote", "nowhere"), 3, "reads “nowhere”"),
        (("2", " ", "--from", "JPN"), 2, "no words"),
        (("2", "Words.\x1b[2J", "--from", "A\x1b[2J"), 3, "⟦U+001B⟧"),
    ],
)
def test_what_can_not_be_said_is_refused(
    ask: Ask, harbour: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    before = head(harbour)
    answer = ask("comment", NOTE, *arguments, at=harbour)
    assert answer.code == code
    assert sentence in " ".join(answer.err.split())
    assert "\x1b" not in answer.err
    assert head(harbour) == before


def test_a_comment_typed_in_vain_is_kept(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, "head -c 70000 /dev/zero | tr '\\0' x > \"$1\"")
    answer = ask("comment", NOTE, "2", "--from", "JPN", at=harbour)
    assert answer.code == 7
    assert "longer than 64 KiB" in answer.err
    assert "Your words are kept in" in answer.err
    assert [len(words) for words in kept(harbour)] == [70000]


def test_a_reply_with_a_paragraph_is_told_to_leave_it_out(ask: Ask, harbour: Path) -> None:
    answer = ask("comment", NOTE, "2", "--reply-to", "jpn", "--from", "SEC", "Thank you.", at=harbour)
    assert answer.code == 2
    assert "A reply stands where the comment stands: leave out the paragraph, 2." in answer.err
