"""`accept`, `reject`, `bracket`, `withdraw`, `overtaken`: what becomes of proposals, of the text, and of the others."""

from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import git
from tests.cli.piping import editor, head, kept, pipe, text

NOTE = "harbour-note"
PILOTS = "We thank the pilots who brought the ships home."
CREWS = "We thank the pilots and crews who brought the ships home."


def state(ask: Ask, workspace: Path, number: str) -> str:
    """The second line of a proposal in the list."""
    return ask("proposals", NOTE, number, at=workspace).out.splitlines()[1].strip()


def test_an_accepted_proposal_is_the_text_in_the_name_of_its_delegation(ask: Ask, negotiation: Path) -> None:
    answer = ask("accept", NOTE, "FJI-1", "--why", "Nobody objects.", at=negotiation)
    assert (answer.code, answer.out) == (0, "FJI-1\n")
    assert answer.err.startswith("FJI-1 accepted.\n")
    assert answer.err.endswith(f"The redline: zerodraft diff {NOTE}\n")
    assert CREWS in text(negotiation)
    assert git(negotiation, "log", "-1", "--format=%an, %cn") == "Fiji, Ana Drafter"
    trailers = git(negotiation, "log", "-1", "--format=%(trailers:only)")
    assert "Co-authored-by: Viet Nam <vnm@delegation.invalid>\n" in trailers
    shown = ask("proposals", NOTE, "FJI-1", at=negotiation).out
    assert " · accepted · Secretariat: Nobody objects.\n" in shown


def test_several_are_accepted_in_one_act(ask: Ask, negotiation: Path) -> None:
    before = git(negotiation, "rev-list", "--count", "HEAD")
    answer = ask("accept", NOTE, "fji-1", "FJI-2", "IDN-1", at=negotiation)
    assert answer.err.startswith("FJI-1, FJI-2, IDN-1 accepted.\n")
    assert int(git(negotiation, "rev-list", "--count", "HEAD")) == int(before) + 1
    tail = text(negotiation).partition("## Focus area 2: Ships\n")[2].partition("\n---")[0]
    assert [each for each in tail.split("\n\n") if each.strip()] == [
        "\nWe honour the crews.",
        "We honour those who were lost at sea.",
        "We support the exchange of charts and tables.",
        f"{CREWS}\n",
    ]


def test_a_decision_tells_what_it_did_to_the_others(ask: Ask, negotiation: Path) -> None:
    ask("propose", NOTE, "4", "--from", "JPN", "We thank the sailors who brought the ships home.", at=negotiation)
    answer = ask("accept", NOTE, "FJI-1", at=negotiation)
    told = [line for line in answer.err.splitlines() if line.startswith("Now ")]
    assert told == ["Now JPN-3, collision: Both changed “pilots”."]


def test_a_change_is_accepted_alone_and_the_rest_stays_open(ask: Ask, negotiation: Path) -> None:
    ask("propose", NOTE, "5", "--from", "JPN", "We welcome the exchange of charts and books.", at=negotiation)
    answer = ask("accept", NOTE, "JPN-3", "--change", "2", at=negotiation)
    assert answer.err.startswith("JPN-3 accepted in part (change 2).\n")
    assert "We support the exchange of charts and books." in text(negotiation)
    assert state(ask, negotiation, "JPN-3").startswith("accepted in part (change 2) · on Rev.1")
    shown = ask("proposals", NOTE, "JPN-3", at=negotiation).out
    assert "  ✓ 2  [-tables-]{+books+}\n" in shown
    assert "    5  We [-support-]{+welcome+} the exchange of charts and books.\n" in shown
    assert ask("accept", NOTE, "JPN-3", "--change", "1", at=negotiation).err.startswith("JPN-3 accepted.\n")
    assert "We welcome the exchange of charts and books." in text(negotiation)


def test_own_words_are_accepted_from_the_line_a_pipe_or_the_editor(
    ask: Ask, negotiation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = PILOTS.replace("pilots", "pilots and sailors")
    assert ask("accept", NOTE, "FJI-1", "--words", words, at=negotiation).err.startswith("FJI-1 accepted as edited.\n")
    assert words in text(negotiation)
    ask("undo", NOTE, at=negotiation)
    pipe(monkeypatch, f"{words}\n".encode())
    assert ask("accept", NOTE, "FJI-1", "--words", "-", at=negotiation).code == 0
    ask("undo", NOTE, at=negotiation)
    editor(monkeypatch, tmp_path, 'sed -i "s/ships/boats/" "$1"')
    assert ask("accept", NOTE, "FJI-1", "--edit", at=negotiation).code == 0
    assert CREWS.replace("ships", "boats") in text(negotiation)


def test_words_that_were_not_touched_in_the_editor_are_those_of_the_proposal(
    ask: Ask, negotiation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, "true")
    assert ask("accept", NOTE, "FJI-1", "--edit", at=negotiation).err.startswith("FJI-1 accepted.\n")
    assert kept(negotiation) == []


def test_a_collision_is_accepted_only_with_words_or_in_brackets(ask: Ask, negotiation: Path) -> None:
    refused = ask("accept", NOTE, "JPN-1", at=negotiation)
    assert refused.code == 4
    assert refused.err == (
        "Error: JPN-1 collides with words that were decided since. Both changed “all”.\n"
        f"Hint: `zerodraft bracket {NOTE} JPN-1` keeps both; or accept it with your own words: --words\n"
    )
    words = "We agree to keep ports open to ships of any size."
    assert ask("accept", NOTE, "JPN-1", "--words", words, at=negotiation).code == 0
    assert words in text(negotiation)


@pytest.mark.parametrize(
    ("verb", "told", "author"),
    [
        ("reject", "FJI-2 rejected.", "Ana Drafter"),
        ("withdraw", "FJI-2 withdrawn.", "Fiji"),
        ("overtaken", "FJI-2 overtaken.", "Ana Drafter"),
    ],
)
def test_some_decisions_leave_the_text_as_it_is(ask: Ask, negotiation: Path, verb: str, told: str, author: str) -> None:
    before = text(negotiation)
    answer = ask(verb, NOTE, "FJI-2", "--why", "Agreed in Suva.", at=negotiation)
    assert (answer.code, answer.out, answer.err) == (0, "FJI-2\n", f"{told}\n")
    assert text(negotiation) == before
    assert git(negotiation, "log", "-1", "--format=%an") == author


def test_a_proposal_is_overtaken_by_another(ask: Ask, negotiation: Path) -> None:
    answer = ask("overtaken", NOTE, "VNM-2", "--by", "fji-1", at=negotiation)
    assert answer.err == "VNM-2 overtaken by FJI-1.\n"
    assert " · overtaken by FJI-1 · Secretariat\n" in ask("proposals", NOTE, "VNM-2", at=negotiation).out


def test_a_bracket_holds_both_wordings(ask: Ask, negotiation: Path) -> None:
    answer = ask("bracket", NOTE, "FJI-1", at=negotiation)
    assert answer.err.startswith("FJI-1 bracketed.\n")
    words = "We thank the pilots [and crews - Fiji, Viet Nam, Japan] who brought the ships home."
    assert words in text(negotiation)
    again = ask("accept", NOTE, "FJI-1", at=negotiation)
    assert f"Hint: `zerodraft resolve {NOTE} 4` settles the bracket." in again.err


def test_a_decided_proposal_is_not_decided_again_before_that_is_undone(ask: Ask, negotiation: Path) -> None:
    before = head(negotiation)
    for verb in ("accept", "reject", "bracket", "withdraw", "overtaken"):
        answer = ask(verb, NOTE, "VNM-1", at=negotiation)
        assert answer.code == 4
        assert answer.err == (
            "Error: VNM-1 was rejected on 4 November 2021.\n"
            f"Hint: `zerodraft undo {NOTE} VNM-1` takes that back; then decide again.\n"
        )
    assert head(negotiation) == before
    ask("undo", NOTE, "VNM-1", at=negotiation)
    assert ask("accept", NOTE, "VNM-1", at=negotiation).code == 0


def test_a_proposal_on_a_paragraph_that_is_gone_is_not_accepted(ask: Ask, negotiation: Path) -> None:
    for way in ((), ("--edit",), ("--words", "We meet in the spring.")):
        answer = ask("accept", NOTE, "JPN-2", *way, at=negotiation)
        assert answer.code == 4
        assert "JPN-2 has no place in the text any more. The paragraph was deleted." in answer.err
        assert f"zerodraft propose {NOTE} 12 --on working" in answer.err
    assert ask("reject", NOTE, "JPN-2", at=negotiation).code == 0


def test_agreed_words_are_not_changed_by_a_decision(ask: Ask, negotiation: Path) -> None:
    ask("agree", NOTE, "4", at=negotiation)
    answer = ask("accept", NOTE, "FJI-1", at=negotiation)
    assert answer.code == 2
    assert "It would read: We thank the pilots {+and crews+} who" in answer.err
    assert f"Hint: zerodraft reopen {NOTE} 4 --why REASON" in answer.err


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("accept", NOTE), 2, "Missing argument 'NUMBER...'"),
        (("accept", NOTE, "FJI-9"), 3, "There is no proposal on harbour-note called “FJI-9”."),
        (("accept", NOTE, "FJI-1", "--change", "7"), 3, "There is no change of FJI-1 called “7”."),
        (("accept", NOTE, "FJI-1", "--change", "0"), 3, "There is no change of FJI-1 called “0”."),
        (("accept", NOTE, "FJI-1", "--change", "one"), 2, "'one' is not a valid integer"),
        (("accept", NOTE, "FJI-1", "FJI-2", "--change", "1"), 2, "One proposal at a time"),
        (("accept", NOTE, "FJI-1", "--change", "1", "--edit"), 2, "three ways"),
        (("accept", NOTE, "FJI-1", "--words", " "), 2, "There are no words."),
        (("accept", NOTE, "FJI-1", "FJI-2", "--words", "We agree."), 2, "about different paragraphs"),
        (("withdraw", NOTE, "FJI-1", "JPN-1"), 2, "A delegation withdraws its own proposals."),
        (("overtaken", NOTE, "FJI-1", "--by", "FJI-9"), 3, "called “FJI-9”"),
        (("overtaken", NOTE, "FJI-1", "--by", "FJI-1"), 2, "itself"),
    ],
)
def test_what_can_not_be_decided_is_refused(
    ask: Ask, negotiation: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    before = head(negotiation), text(negotiation)
    answer = ask(*arguments, at=negotiation)
    assert answer.code == code
    assert sentence in " ".join(answer.err.split())
    assert "\nHint: " in answer.err
    assert (head(negotiation), text(negotiation)) == before
