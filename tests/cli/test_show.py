"""`zerodraft show`: what a drafter sees."""

import json
from pathlib import Path

import pytest
from tests.cli.asking import Ask

TEXT = "declarations/harbour-note/text.md"


def test_the_text_is_shown_with_title_block_numbers_and_counts_of_comments(ask: Ask, harbour_made: Path) -> None:
    assert ask("show", "harbour-note", at=harbour_made).out == (
        "Harbour Note\n"
        "Conference of Small Harbours\n"
        "Suva, 2–3 November 2021\n"
        "Working text, changed since Rev.1\n"
        "\n"
        "       PP1  Recalling the seminar of the year before,\n"
        "\n"
        "       FA1  Focus area 1: Ports\n"
        "\n"
        "●2      1.  We agree to keep [all - Japan; Fiji delete] ports open to small\n"
        "            ships.\n"
        "\n"
        "        2.  We invite each country to report on its ports:\n"
        "\n"
        "✓1          (a)   once a year;\n"
        "\n"
        "            (b)   in one language.\n"
        "\n"
        "       FA2  Focus area 2: Ships\n"
        "\n"
        "        3.  We honour the crews.\n"
        "\n"
        "        4.  We thank the pilots who brought the ships home.\n"
        "\n"
        "        5.  We support the exchange of charts and tables.\n"
        "\n"
        "        C1  Done at the harbour.\n"
    )


def test_a_version_is_shown_as_it_was_issued(ask: Ask, harbour_made: Path) -> None:
    shown = ask("show", "harbour-note", "--at", "Zero Draft", at=harbour_made).out
    assert "Zero Draft, Consultation, 2 November 2021" in shown
    assert "●1      3.  We decide to meet again in the autumn." in shown


def test_a_paragraph_is_shown_with_its_sub_paragraphs(ask: Ask, harbour_made: Path) -> None:
    assert ask("show", "harbour-note", "para 2", at=harbour_made).out == (
        "        2.  We invite each country to report on its ports:\n"
        "\n"
        "✓1          (a)   once a year;\n"
        "\n"
        "            (b)   in one language.\n"
    )


def test_comments_stand_below_their_paragraph(ask: Ask, harbour_made: Path) -> None:
    shown = ask("show", "harbour-note", "2(a)", "--comments", at=harbour_made).out
    assert "          │ ✓ Viet Nam on paragraph 2(a)\n" in shown
    assert "          │   ↳ Secretariat settles the matter · 2 November 2021 · sec-" in shown
    assert shown.endswith("          │     Kept at once a year.\n")


def test_a_focus_area_is_shown_alone(ask: Ask, harbour_made: Path) -> None:
    shown = ask("show", "harbour-note", "--focus-area", "2", "--plain", at=harbour_made).out
    assert shown == (
        "FA2\tFocus area 2: Ships\n"
        "3\tWe honour the crews.\n"
        "4\tWe thank the pilots who brought the ships home.\n"
        "5\tWe support the exchange of charts and tables.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (["harbour-not"], "There is no declaration “harbour-not”.", "Did you mean harbour-note?"),
        (["harbour-note", "9"], "There is no paragraph “9”.", "`zerodraft show harbour-note` shows the numbers."),
        (
            ["harbour-note", "--at", "rev-7"],
            "There is no version of harbour-note called “rev-7”.",
            "Issued are: zero-draft, rev-1.",
        ),
        (
            ["harbour-note", "--focus-area", "3"],
            "There is no focus area “3”.",
            "1: Ports; 2: Ships",
        ),
    ],
)
def test_what_is_not_there_is_told_with_what_is(
    ask: Ask, harbour_made: Path, arguments: list[str], sentence: str, hint: str
) -> None:
    answer = ask("show", *arguments, at=harbour_made)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"Error: {sentence}\nHint: {hint}\n"


@pytest.mark.parametrize("slug", ["../etc", "a/b", "Harbour Note", "con"])
def test_a_name_that_no_declaration_can_have_is_simply_not_there(ask: Ask, harbour_made: Path, slug: str) -> None:
    answer = ask("show", "--", slug, at=harbour_made)
    assert answer.code == 3
    assert answer.err.startswith(f"Error: There is no declaration “{slug}”.\nHint: ")


def test_unsaved_words_are_shown_and_told(ask: Ask, harbour: Path) -> None:
    text = harbour / TEXT
    text.write_text(text.read_text().replace("crews", "brave crews"))
    shown = ask("show", "harbour-note", at=harbour).out
    assert "Working text, changed since Rev.1, not saved" in shown
    assert "We honour the brave crews." in shown
    assert "We honour the crews." in ask("show", "harbour-note", "--at", "saved", at=harbour).out


def test_marks_stand_for_what_a_terminal_must_not_be_told(ask: Ask, harbour: Path) -> None:
    text = harbour / TEXT
    text.write_text(text.read_text().replace("crews", "\x1b]52;c;ZXZpbA==\x07cre\u202ews"))
    for arguments in (["show", "harbour-note"], ["show", "harbour-note", "--plain"], ["diff", "harbour-note"]):
        out = ask(*arguments, at=harbour).out
        assert not set("\x1b\x07\u202e") & set(out)
        assert "⟦U+202E⟧" in out


def test_json_keeps_such_characters_and_escapes_them(ask: Ask, harbour: Path) -> None:
    text = harbour / TEXT
    text.write_text(text.read_text().replace("crews", "\x9b2Jcre\u202ews 船"))
    out = ask("show", "harbour-note", "3", "--json", at=harbour).out
    assert not set("\x9b\u202e") & set(out)
    assert "船" in out
    assert json.loads(out)["paragraphs"][0]["text"] == "We honour the \x9b2Jcre\u202ews 船."


def test_markdown_shows_as_words_and_tables_as_typed(ask: Ask, harbour: Path) -> None:
    text = harbour / TEXT
    table = "| Port | Berths |\n| --- | --- |\n| Suva | 12 |"
    text.write_text(
        text.read_text().replace("We honour the crews.", f"We **honour** the 5<sup>th</sup> crew.\n\n{table}")
    )
    shown = ask("show", "harbour-note", at=harbour).out
    assert "We honour the 5th crew." in shown
    assert "        T1  | Port | Berths |\n            | --- | --- |\n            | Suva | 12 |\n" in shown


def test_no_line_is_wider_than_the_terminal(
    ask: Ask, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (40, 80, 160):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = ask("show", "bali-message", "--comments", at=demonstration_made).out
        assert max(map(len, shown.splitlines())) <= min(columns, 100)


def test_colour_is_for_terminals_alone(ask: Ask, harbour_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[35m[all - \x1b[0m" in ask("show", "harbour-note", at=harbour_made).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in ask("show", "harbour-note", at=harbour_made).out


def test_json_has_every_paragraph_with_its_comments(ask: Ask, harbour_made: Path) -> None:
    told = json.loads(ask("show", "harbour-note", "1", "--json", at=harbour_made).out)
    assert (told["title"], told["dates"], told["version"]) == ("Harbour Note", ["2021-11-02", "2021-11-03"], None)
    assert told["focus_areas"][1] == {"number": 2, "title": "Focus area 2: Ships"}
    (paragraph,) = told["paragraphs"]
    assert (paragraph["cite"], paragraph["printed"], paragraph["focus_area"]) == ("1", "1.", 1)
    assert [name.split("-")[0] for name in paragraph["comments"]] == ["jpn", "fji"]


def test_indonesian_texts_bear_their_dates_in_indonesian(ask: Ask, harbour: Path) -> None:
    settings = harbour / "declarations/harbour-note/declaration.toml"
    source = settings.read_text()
    settings.write_text(source.replace('"en"', '"id"').replace("2021-11-0", "2021-08-0"))
    assert "Suva, 2–3 Agustus 2021" in ask("show", "harbour-note", at=harbour).out
