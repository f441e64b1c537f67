"""Long work is told on a terminal, and only there; a file that exists is asked about."""

from pathlib import Path

from tests.cli.terminal import on_terminal, press

from zerodraft.cli.patience import bar

NOTE = "harbour-note"


def test_the_piece_goes_to_and_fro_within_the_bar() -> None:
    shown = [bar(step) for step in range(60)]
    assert {len(each) for each in shown} == {20}
    assert all(each.strip() == "======" for each in shown)
    assert shown[0].startswith("======")
    assert shown[14].endswith("======")
    assert shown[28] == shown[0]


def test_what_takes_long_is_told_and_wiped_away(harbour: Path) -> None:
    text = harbour / "declarations" / NOTE / "text.md"
    text.write_text("# Note\n\n" + "".join(f"{n}. We agree on matter {n} and its sequel.\n\n" for n in range(1, 9000)))
    code, shown = on_terminal("export", NOTE, "-o", "long.docx", at=harbour)
    assert code == 0
    assert "Writing long.docx  [" in shown
    assert shown.rindex("\x1b[K") > shown.rindex("Writing long.docx")
    assert shown.index("is written") > shown.rindex("\x1b[K")


def test_a_file_that_exists_is_written_over_when_somebody_says_so(harbour: Path) -> None:
    file = harbour / "mine.txt"
    file.write_text("mine")
    code, shown = on_terminal("export", NOTE, "-o", "mine.txt", at=harbour, when=b"[y/N]", then=press(b"n\n"))
    assert (code, file.read_text()) == (130, "mine"), shown
    code, shown = on_terminal("export", NOTE, "-o", "mine.txt", at=harbour, when=b"[y/N]", then=press(b"y\n"))
    assert code == 0, shown
    assert "Harbour Note" in file.read_text()
