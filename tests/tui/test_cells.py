"""What tmux prints of a screen, read back cell by cell."""

from tests.tui.cells import Cell, Look, captured, plain

PLAIN = Look()


def test_a_row_is_its_characters_in_their_looks() -> None:
    [row] = captured("\x1b[1m\x1b[38;2;255;0;16mno\x1b[0m w\n")
    bold = Look("#ff0010", "", frozenset({"bold"}))
    assert row == (Cell("n", bold), Cell("o", bold), Cell(" ", PLAIN), Cell("w", PLAIN))


def test_a_look_goes_on_in_the_next_row() -> None:
    _, row = captured("\x1b[3mone\ntwo\x1b[0m\n")
    assert row[0] == Cell("t", Look(attributes=frozenset({"italic"})))


def test_attributes_end_one_by_one() -> None:
    [row] = captured("\x1b[1;4;7;9ma\x1b[22mb\x1b[24mc\x1b[27md\x1b[29me")
    left = [sorted(cell.look.attributes) for cell in row]
    assert left == [
        ["bold", "reverse", "strike", "underline"],
        ["reverse", "strike", "underline"],
        ["reverse", "strike"],
        ["strike"],
        [],
    ]


def test_colours_of_the_palette_are_numbers() -> None:
    [row] = captured("\x1b[31;42ma\x1b[93;104mb\x1b[38;5;196;48;5;16mc\x1b[39;49md")
    assert [cell.look for cell in row] == [Look("1", "2"), Look("11", "12"), Look("196", "16"), PLAIN]


def test_blanks_at_the_end_count_only_when_they_are_seen() -> None:
    bare, wide, painted = captured("a\na   \na \x1b[44m \x1b[0m")
    assert bare == wide == (Cell("a", PLAIN),)
    assert len(painted) == 3


def test_a_blank_has_no_colour_of_its_own() -> None:
    red, green = captured("\x1b[31ma b\x1b[0m\n\x1b[31ma\x1b[32m \x1b[31mb\x1b[0m")
    assert red == green


def test_a_letter_and_its_mark_share_a_cell() -> None:
    [row] = captured("e\u0301x")
    assert row == (Cell("e\u0301", PLAIN), Cell("x", PLAIN))


def test_plain_is_what_a_reader_reads() -> None:
    [row] = captured("\x1b[1m港は\x1b[0m  open   ")
    assert plain(row) == "港は  open"
