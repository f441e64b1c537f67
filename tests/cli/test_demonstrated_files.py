"""The Word files of the demonstration say what their story tells, and can be taken in."""

from pathlib import Path

from tests.cli.asking import Ask

FILES = ("finland.docx", "philippines.docx", "republic-of-korea.docx")


def told(ask: Ask, at: Path, name: str, code: str) -> list[str]:
    """What taking in a file would bring, from the first line to the sums, without the words of the proposals."""
    shown = ask("take-in", f"input/{name}", "--from", code, "--dry-run", at=at)
    assert shown.code == 0
    return [" ".join(line.split()) for line in shown.out.splitlines() if "¶ " in line[:14] or line.startswith("after")]


def test_three_files_lie_beside_the_declarations(demonstration_made: Path) -> None:
    assert sorted(path.name for path in (demonstration_made / "input").glob("*.docx")) == sorted(FILES)


def test_chile_works_on_what_finland_put_in(ask: Ask, demonstration_made: Path) -> None:
    assert told(ask, demonstration_made, FILES[0], "FIN") == [
        "1 ¶ 6 · Finland",
        "2 ¶ 6 · Chile · on proposal 1",
        "3 ¶ 13 · Finland",
        "4 ¶ 13 · Chile · on proposal 3",
        "5 ¶ 20 · Finland",
        "6 after ¶ 26 · Finland",
        "7 after ¶ 26 · Chile · on proposal 6",
    ]


def test_the_philippines_move_and_delete_and_speak_in_the_margin(ask: Ask, demonstration_made: Path) -> None:
    assert told(ask, demonstration_made, FILES[1], "PHL") == [
        "1 ¶ 12(b) · Philippines",
        "2 ¶ 18 · Philippines",
        "3 ¶ 32 moved · Philippines",
        "4 ¶ 29(a) · Philippines",
        "¶ 17 · Philippines comments",
        "¶ 17 · Thailand replies",
        "¶ PP10 · Thailand comments · settled",
        "¶ PP10 · Philippines replies · settled",
    ]


def test_one_paragraph_of_koreas_was_edited_without_a_mark(ask: Ask, demonstration_made: Path) -> None:
    first, *others = told(ask, demonstration_made, FILES[2], "KOR")
    assert first == "1 ¶ 24 · Republic of Korea · not marked as a change"
    assert len(others) == 3


def test_an_author_nobody_knows_is_asked_for_once(ask: Ask, bali: Path) -> None:
    arguments = ("take-in", f"input/{FILES[2]}", "--from", "KOR")
    refused = ask(*arguments, at=bali)
    assert refused.code == 2
    assert "--author “Digital Diplomacy Division=KOR”".replace("“", '"').replace("”", '"') in refused.err
    assert ask(*arguments, "--author", "Digital Diplomacy Division=KOR", at=bali).code == 0
    assert "4 proposals" in ask("log", "bali-message", at=bali).out
