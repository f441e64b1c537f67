"""`zerodraft diff`: the redline as it is read."""

import json
from pathlib import Path

import pytest
from tests.cli.asking import Ask

TEXT = "declarations/harbour-note/text.md"


def rewritten(harbour: Path, old: str, new: str) -> None:
    text = harbour / TEXT
    source = text.read_text()
    assert source.count(old) == 1
    text.write_text(source.replace(old, new))


def test_the_redline_shows_what_changed_and_counts_the_rest(ask: Ask, harbour_made: Path) -> None:
    assert ask("diff", "harbour-note", "zero-draft", "rev-1", at=harbour_made).out == (
        "Harbour Note\n"
        "Zero Draft → Rev.1\n"
        "4 paragraphs changed: 1 reworded, 1 new, 1 deleted, 1 moved; 6 words inserted, 9\n"
        "deleted\n"
        "\n"
        "  Title and preamble · 1 paragraph, unchanged\n"
        "\n"
        "  Focus area 1: Ports\n"
        "\n"
        "▎ 1  We agree to keep {+all+} ports open to small ships.\n"
        "\n"
        "     … 3 paragraphs unchanged …\n"
        "\n"
        "▎ 3  deleted\n"
        "▎    [-We decide to meet again in the autumn.-]\n"
        "\n"
        "  Focus area 2: Ships\n"
        "\n"
        "▎ 4      stood here; moved to paragraph 5\n"
        "\n"
        "▎ 3      new\n"
        "▎        {+We honour the crews.+}\n"
        "\n"
        "         … 1 paragraph unchanged …\n"
        "\n"
        "▎ 4 → 5  moved here from paragraph 4\n"
        "▎        We support the exchange of charts and tables.\n"
        "\n"
        "  Closing · 1 paragraph, unchanged\n"
    )


def test_the_working_text_is_compared_with_the_last_issued_version(ask: Ask, harbour_made: Path) -> None:
    shown = ask("diff", "harbour-note", at=harbour_made).out
    assert "Rev.1 → working text\n" in shown
    assert "▎ 1  We agree to keep {+[+}all {+- Japan; Fiji delete]+} ports open to small\n" in shown
    assert "  Focus area 2: Ships · 3 paragraphs, unchanged\n" in shown


def test_all_shows_unchanged_paragraphs_too(ask: Ask, harbour_made: Path) -> None:
    shown = ask("diff", "harbour-note", "zero-draft", "rev-1", "--all", at=harbour_made).out
    assert "  2(a)  once a year;\n" in shown
    assert "  5 → 4  We thank the pilots who brought the ships home.\n" in shown
    assert "unchanged" not in shown


def test_side_by_side_sets_the_old_text_beside_the_new(ask: Ask, harbour_made: Path) -> None:
    shown = ask("diff", "harbour-note", "zero-draft", "rev-1", "--side-by-side", at=harbour_made).out
    assert (
        "Zero Draft                             │ Rev.1\n"
        "\n"
        "Title and preamble · 1 paragraph, unchanged\n"
        "\n"
        "FA1      Focus area 1: Ports           │ FA1      Focus area 1: Ports\n"
        "\n"
        "1        We agree to keep ports open   ▎ 1        We agree to keep {+all+}\n"
        "         to small ships.               ▎          ports open to small ships.\n"
        "\n"
        "… 3 paragraphs unchanged …\n"
        "\n"
        "3        [-We decide to meet again in  ▎\n"
        "         the autumn.-]                 ▎\n"
    ) in shown
    assert "4        stood here; moved to          ▎\n         paragraph 5                   ▎\n" in shown


def test_the_summary_has_a_line_for_each_part_and_no_empty_column(ask: Ask, harbour_made: Path) -> None:
    shown = ask("diff", "harbour-note", "zero-draft", "rev-1", "--summary", at=harbour_made).out
    assert shown.split("\n\n")[1] == (
        "reworded  new  deleted  moved  +words  −words  part\n"
        "       ·    ·        ·      ·       ·       ·  Title and preamble\n"
        "       1    ·        1      ·       1       9  Focus area 1: Ports\n"
        "       ·    1        ·      1       5       ·  Focus area 2: Ships\n"
        "       ·    ·        ·      ·       ·       ·  Closing\n"
        "       1    1        1      1       6       9  Total\n"
    )


def test_a_focus_area_alone_is_counted_alone(ask: Ask, harbour_made: Path) -> None:
    shown = ask("diff", "harbour-note", "zero-draft", "rev-1", "--focus-area", "2", at=harbour_made).out
    assert "2 paragraphs changed: 1 new, 1 moved; 5 words inserted, 0 deleted\n" in shown
    assert "Ports" not in shown
    summed = ask("diff", "harbour-note", "zero-draft", "rev-1", "--focus-area", "2", "--summary", at=harbour_made).out
    assert summed.endswith("new  moved  +words  part\n  1      1       5  Focus area 2: Ships\n")


def test_after_an_issue_the_way_to_what_it_changed_is_told(ask: Ask, harbour: Path) -> None:
    ask("issue", "harbour-note", "Rev.2", at=harbour)
    answer = ask("diff", "harbour-note", at=harbour)
    assert answer.out == "Harbour Note\nRev.2 → working text\nThe two texts say the same.\n"
    assert answer.err == "What Rev.2 changed: zerodraft diff harbour-note rev-1 rev-2\n"


def test_texts_that_say_the_same_are_told_in_one_sentence(ask: Ask, harbour_made: Path) -> None:
    answer = ask("diff", "harbour-note", "saved", at=harbour_made)
    assert (answer.code, answer.out) == (
        0,
        "Harbour Note\nsaved text → working text\nThe two texts say the same.\n",
    )


def test_what_is_not_saved_is_compared_with_what_is(ask: Ask, harbour: Path) -> None:
    rewritten(harbour, "We honour the crews.", "We honour the brave crews.")
    shown = ask("diff", "harbour-note", "saved", at=harbour).out
    assert "▎ 3  We honour the {+brave+} crews.\n" in shown


def test_a_divided_paragraph_is_told_and_its_parts_stand_below_each_other(ask: Ask, harbour: Path) -> None:
    long = "We invite every country to report on its berths, and we ask the pilots of each port to count the ships."
    rewritten(harbour, "We honour the crews.", long)
    assert ask("save", "harbour-note", at=harbour).code == 0
    assert ask("issue", "harbour-note", "Rev.2", at=harbour).code == 0
    rewritten(harbour, "on its berths, and we ask", "on its berths.\n\nWe ask")
    shown = ask("diff", "harbour-note", "saved", at=harbour).out
    assert "▎ 3      split: paragraph 3 was divided\n" in shown
    assert "▎ 3 bis  {+We+} ask the pilots" in shown
    beside = ask("diff", "harbour-note", "saved", "--side-by-side", at=harbour).out
    assert beside.count("split: paragraph 3") == 1


def test_a_paragraph_that_keeps_its_number_is_told_by_its_neighbours_where_it_moved(ask: Ask, harbour: Path) -> None:
    thanks, charts = "We thank the pilots who brought the ships home.", "We support the exchange of charts and tables."
    rewritten(harbour, f"{thanks}\n\n{charts}", f"{charts}\n\n{thanks}")
    shown = ask("diff", "harbour-note", "saved", at=harbour).out
    assert "▎ 5  moved here from after paragraph 4\n" in shown
    assert "▎ 5  stood here; moved to after paragraph 3\n" in shown


def test_a_paragraph_that_moved_to_the_head_of_its_focus_area_is_told_so(ask: Ask, harbour: Path) -> None:
    crews, thanks = "We honour the crews.", "We thank the pilots who brought the ships home."
    rewritten(harbour, f"{crews}\n\n{thanks}", f"{thanks}\n\n{crews}")
    shown = ask("diff", "harbour-note", "saved", at=harbour).out
    assert "stood here; moved to after paragraph 4" in shown
    assert "moved here from the head of FA2" in shown


def test_two_paragraphs_joined_to_one_are_told(ask: Ask, harbour: Path) -> None:
    rewritten(
        harbour,
        "who brought the ships home.\n\nWe support the exchange of charts",
        "who brought the ships home, and we support the exchange of charts",
    )
    shown = ask("diff", "harbour-note", "saved", at=harbour).out
    assert "▎ 4  joined from paragraph 4 and paragraph 5\n" in shown
    assert "¶" in shown


def test_a_change_of_form_alone_is_called_so(ask: Ask, harbour: Path) -> None:
    rewritten(harbour, "We honour the crews.", "We **honour** the crews.")
    shown = ask("diff", "harbour-note", "saved", at=harbour).out
    assert "▎ 3  only the form changed, no word\n▎    We honour the crews.\n" in shown


def test_a_table_that_changed_shows_its_old_and_new_lines(ask: Ask, harbour: Path) -> None:
    table = "| Port | Berths |\n| --- | --- |\n| Suva | 12 |"
    rewritten(harbour, "We honour the crews.", f"We honour the crews.\n\n{table}")
    assert ask("save", "harbour-note", at=harbour).code == 0
    rewritten(harbour, "| Suva | 12 |", "| Suva | 14 |")
    shown = ask("diff", "harbour-note", "saved", at=harbour).out
    assert "▎     [-| Suva | 12 |-]\n" in shown
    assert "▎     {+| Suva | 14 |+}\n" in shown
    beside = ask("diff", "harbour-note", "saved", "--side-by-side", at=harbour).out
    assert "▎          | Suva | 14 |\n" in beside


def test_a_reworded_heading_stays_the_heading(ask: Ask, harbour: Path) -> None:
    rewritten(harbour, "## Focus area 2: Ships", "## Focus area 2: Small ships")
    shown = ask("diff", "harbour-note", "saved", at=harbour).out
    assert "▎ Focus area 2: [-Ships-]{+Small ships+}\n" in shown


@pytest.mark.parametrize("extra", [[], ["--side-by-side"]])
def test_colour_marks_insertions_and_deletions_on_a_terminal(
    ask: Ask, harbour_made: Path, monkeypatch: pytest.MonkeyPatch, extra: list[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = ask("diff", "harbour-note", "zero-draft", "rev-1", *extra, at=harbour_made).out
    assert "\x1b[32;4mWe honour the crews.\x1b[0m" in shown
    assert "{+" not in shown
    plain = ask("diff", "harbour-note", "zero-draft", "rev-1", "--word-diff", *extra, at=harbour_made).out
    assert "\x1b" not in plain
    assert "{+We honour the crews.+}" in plain


def test_json_has_the_figures_and_the_runs_of_each_change(ask: Ask, harbour_made: Path) -> None:
    told = json.loads(ask("diff", "harbour-note", "zero-draft", "rev-1", "--json", at=harbour_made).out)
    assert (told["old"]["version"], told["new"]["label"]) == ("zero-draft", "Rev.1")
    assert told["figures"]["words_inserted"] == 6
    assert [change["fate"] for change in told["changes"]] == ["reworded", "deleted", "inserted", "moved"]
    assert told["changes"][0] == {
        "fate": "reworded",
        "old": ["1"],
        "new": ["1"],
        "focus_area": 1,
        "runs": [
            {"op": "kept", "text": "We agree to keep "},
            {"op": "inserted", "text": "all "},
            {"op": "kept", "text": "ports open to small ships."},
        ],
    }
    one = json.loads(
        ask("diff", "harbour-note", "zero-draft", "rev-1", "--json", "--all", "--focus-area", "2", at=harbour_made).out
    )
    assert [change["fate"] for change in one["changes"]] == ["kept", "inserted", "kept", "moved"]


def test_a_text_that_was_never_issued_has_nothing_to_be_compared_with(ask: Ask, harbour: Path) -> None:
    folder = harbour / "declarations/new-note"
    folder.mkdir()
    (folder / "text.md").write_text("# New Note\n")
    answer = ask("diff", "new-note", at=harbour)
    assert answer.code == 3
    assert "None is issued yet" in answer.err
    unsaved = ask("diff", "new-note", "saved", at=harbour)
    assert unsaved.code == 3
    assert "Nothing of it is recorded yet" in unsaved.err


def test_no_line_of_a_redline_is_wider_than_the_terminal(
    ask: Ask, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (60, 80, 160):
        monkeypatch.setenv("COLUMNS", str(columns))
        for extra in ([], ["--side-by-side"], ["--all"]):
            shown = ask("diff", "bali-message", "rev-1", "rev-2", *extra, at=demonstration_made).out
            assert max(map(len, shown.splitlines())) <= columns


def test_the_bali_story_shows_a_move_a_split_and_stacked_brackets(ask: Ask, demonstration_made: Path) -> None:
    shown = ask("diff", "bali-message", "rev-1", "rev-2", at=demonstration_made).out
    assert "▎ 23 → 9  moved here from paragraph 23\n" in shown
    assert "▎ 23       stood here; moved to paragraph 9\n" in shown
    assert "▎ 25       split: paragraph 25 was divided\n" in shown
    assert "▎         {+[+}shall{+][should]+} be consistent" in shown
