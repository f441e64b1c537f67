"""`check --final`, `adopt`, `verify` and `export --final`: the end of a negotiation, from the command line."""

import json
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import git

NOTE = "smart-cities-concept-note"
ADOPT = ("adopt", NOTE, "--date", "2018-04-28", "--by", "acclamation")


def test_the_gate_tells_where_and_what_to_do(ask: Ask, demonstration_made: Path) -> None:
    held = ask("check", "cybersecurity-statement", "--final", at=demonstration_made)
    assert held.code == 1
    assert (
        "declarations/cybersecurity-statement/text.md:33:7: error: 5(b): These words are not agreed: [forum] "
        "→ zerodraft resolve cybersecurity-statement 5(b) [open-bracket]\n"
    ) in held.out
    hints = ask("check", NOTE, "--final", "--json", at=demonstration_made)
    assert hints.code == 0
    assert [(each["severity"], each["code"], each["line"]) for each in json.loads(hints.out)] == [
        ("note", "number-in-figures", 9)
    ]


def test_a_version_goes_to_the_gate_by_its_name(ask: Ask, demonstration_made: Path) -> None:
    assert ask("check", "jakarta-message", "--final", "--version", "rev1", at=demonstration_made).code == 0
    assert ask("check", "bali-message", "--final", "--version", "rev-9", at=demonstration_made).code == 3


def test_a_rule_is_explained_with_an_example(ask: Ask, tmp_path: Path) -> None:
    told = ask("check", "--rule", "per-cent", at=tmp_path)
    assert told.out.startswith("per-cent\n  A percentage is a figure followed by")
    assert "  but:  40 per cent of the population" in told.out
    assert len(json.loads(ask("check", "--rules", "--json", at=tmp_path).out)) > 25
    assert ask("check", "--rule", "none", at=tmp_path).code == 3


def test_an_adopted_text_is_handed_out_and_verified(ask: Ask, bali: Path) -> None:
    said = ("--reservation", "MMR:3", "Myanmar reads it so.", "--statement", "Thailand", "Thanks to the host.")
    done = ask(*ADOPT, *said, at=bali)
    assert (done.code, done.out) == (0, "adopted-text\n")
    assert "smart-cities-concept-note adopted by acclamation in Singapore on 28 April 2018. Fingerprint" in done.err
    assert "Manner: acclamation\n" in git(bali, "log", "-1", "--format=%B")
    for name in ("adopted.docx", "adopted.md"):
        ask("export", NOTE, "-o", name, at=bali)
        told = ask("verify", name, at=bali)
        assert told.code == 0
        assert told.out.startswith(f"{name} holds exactly the adopted words of Concept Note")
    text = (bali / "adopted.md").read_text()
    (bali / "other.md").write_text(text.replace("all ten ASEAN Member States", "all ASEAN Member States"))
    other = ask("verify", "other.md", at=bali)
    assert other.code == 1
    assert "other.md does not hold exactly the adopted words of Concept Note" in other.out
    assert "[-ten-]" in other.out


def test_what_is_verified_is_told_to_programs_too(ask: Ask, bali: Path) -> None:
    ask(*ADOPT, at=bali)
    ask("export", NOTE, "-o", "adopted.md", at=bali)
    found = json.loads(ask("verify", "adopted.md", "--json", at=bali).out)
    assert (found["holds"], found["declaration"], found["differences"]) == (True, NOTE, [])
    assert found["fingerprint"] == found["fingerprint_of_file"]
    lines = ask("verify", "adopted.md", "--lines", at=bali).out
    assert lines.startswith("Concept Note on the ASEAN Smart Cities Network\nBackground\n1 Half of the people")


def test_outside_of_a_workspace_a_file_is_compared_with_nothing_and_that_is_said(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("# T\n")
    told = ask("verify", "x.md", at=tmp_path)
    assert told.code == 5
    assert "Error: x.md was compared with nothing." in told.err


def test_after_the_adoption_every_act_on_the_words_is_refused(ask: Ask, bali: Path) -> None:
    ask(*ADOPT, at=bali)
    for act in (
        ("edit", NOTE, "3", "--with", "Other words."),
        ("issue", NOTE, "Rev.9"),
        ("propose", NOTE, "3", "--from", "MMR", "Other words."),
        ADOPT,
    ):
        refused = ask(*act, at=bali)
        assert (refused.code, "was adopted by acclamation in Singapore on 28 April 2018" in refused.err) == (4, True)
    assert ask("comment", NOTE, "3", "--from", "MMR", "An explanation.", at=bali).code == 0


def test_an_adoption_can_be_taken_back_while_it_is_the_last_act(ask: Ask, bali: Path) -> None:
    ask(*ADOPT, at=bali)
    assert ask("undo", NOTE, at=bali).code == 0
    assert ask("edit", NOTE, "3", "--with", "Other words.", at=bali).code == 0


def test_what_delegations_put_on_record_may_stand_in_a_file(ask: Ask, bali: Path) -> None:
    (bali / "said.toml").write_text('[[reservation]]\ndelegation = "MMR"\nparagraph = "3"\ntext = "It reads so."\n')
    assert ask(*ADOPT, "--from-file", "said.toml", at=bali).code == 0
    assert "Reservation (Myanmar): It reads so." in ask("show", NOTE, at=bali).out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("adopt", "cybersecurity-statement"), 2, "The gate holds the working text of cybersecurity-statement:"),
        ((*ADOPT, "--reservation", "Atlantis", "No."), 3, "delegation called “Atlantis”"),
        ((*ADOPT, "--reservation", "MMR:99", "No."), 3, "paragraph “99”"),
        ((*ADOPT, "--reservation", "MMR:FA1", "No."), 2, "No footnote can hang to FA1."),
        ((*ADOPT, "--statement", "MMR", " "), 2, "The statement of MMR has no words."),
        ((*ADOPT, "--place", "a\u202eb"), 2, "The place must be one line"),
        ((*ADOPT, "--corrigendum", "A comma"), 2, "is not adopted; there is nothing to correct."),
        ((*ADOPT, "--from-file", "none.toml"), 7, "none.toml can't be read"),
        ((*ADOPT, "--from-file", "text.toml"), 7, "“reservations” is neither a [[reservation]] nor a [[statement]]."),
        (("verify", "none.docx"), 7, "none.docx can't be read"),
        (("verify", "text.toml", "bali-message"), 2, "bali-message is not adopted"),
        (("export", "bali-message", "--final", "-o", "x.docx"), 2, "The gate holds the working text of bali-message"),
    ],
)
def test_what_can_not_be_done_is_refused_with_the_reason(
    ask: Ask, bali: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    (bali / "text.toml").write_text('[[reservations]]\ndelegation = "MMR"\n')
    head = git(bali, "rev-parse", "HEAD")
    refused = ask(*arguments, at=bali)
    assert (refused.code, sentence in refused.err) == (code, True), refused.err
    assert git(bali, "rev-parse", "HEAD") == head


def test_a_draft_leaves_all_the_same_and_the_paper_says_so(ask: Ask, bali: Path) -> None:
    written = ask("export", "bali-message", "--final", "--draft", "--to", "txt", "-o", "x.txt", at=bali)
    assert written.code == 0
    assert "not for circulation" in (bali / "x.txt").read_text()


def test_a_corrigendum_without_a_reason_adopts_nothing(ask: Ask, tmp_path: Path) -> None:
    said = ask("adopt", NOTE, "--corrigendum", " ", at=tmp_path)
    assert (said.code, "Say why it is corrected" in said.err) == (2, True)


def test_a_file_that_is_far_too_long_is_not_read_to_its_end(ask: Ask, tmp_path: Path) -> None:
    with (tmp_path / "long.md").open("wb") as made:
        made.truncate(10**10)
    said = ask("verify", "long.md", "--lines", at=tmp_path)
    assert "long.md is larger than 200 MB." in said.err
