"""A document in the list, and who has answered in it."""

from datetime import UTC, datetime

from zerodraft.core.text.width import cells
from zerodraft.tui.home import answers, document_rows
from zerodraft.tui.home.document import Document, Heard
from zerodraft.tui.widgets.row import Row, fitted

NOW = datetime(2021, 11, 13, 20, 41, tzinfo=UTC)
BALI = Document(
    "bali-message",
    "Bali Message [on] Digital Diplomacy",
    "message",
    "Rev.2",
    "Negotiation",
    True,
    47,
    11,
    datetime(2021, 11, 13, 20, 39, tzinfo=UTC),
)


def seen(row: Row, width: int) -> str:
    """The row as it stands on the screen, without the spaces at its end."""
    drawn = "".join(piece.text for piece in fitted(row, width))
    assert cells(drawn) == width
    return drawn.rstrip()


def document(known: Document | None, width: int = 60) -> list[str]:
    return [seen(row, width) for row in document_rows.rows_of("bali-message", known, NOW)]


def panel(known: Document, width: int = 34) -> list[str]:
    return [seen(line.row, width) for line in answers.lines(known, width)]


def test_title_and_moment_stand_above_version_and_comments() -> None:
    assert document(BALI) == [
        "Bali Message [on] Digital Diplomacy    ● unsaved  2 min ago",
        "  message · Rev.2 · Negotiation      11 open of 47 comments",
    ]


def test_where_another_document_bears_the_same_title_the_name_tells_them_apart() -> None:
    rows = document_rows.rows_of("bali-message", BALI, NOW, is_named=True)
    assert seen(rows[1], 70) == "  bali-message · message · Rev.2 · Negotiation 11 open of 47 comments"


def test_what_is_not_there_is_said_or_left_out() -> None:
    new = Document("note", "Note", "declaration")
    assert document(new, 46) == ["Note", "  declaration · not issued yet    no comments"]


def test_a_single_comment_is_one() -> None:
    one = BALI._replace(comments=1, open_comments=0)
    assert document(one)[1] == "  message · Rev.2 · Negotiation      none open of 1 comment"


def test_a_long_title_leaves_room_for_the_moment() -> None:
    long = BALI._replace(title="Declaration " * 20, unsaved=False)
    assert document(long)[0] == "Declaration Declaration Declaration Declaration…  2 min ago"


def test_a_document_that_was_not_read_yet_shows_its_name() -> None:
    assert document(None) == ["bali-message", "  reading …"]


def test_a_document_that_cannot_be_opened_says_why() -> None:
    broken = Document("bali-message", "bali-message", problem="declaration.toml can't be read: line 3.")
    assert document(broken) == [
        "bali-message                              ✗ can't be opened",
        "  declaration.toml can't be read: line 3.",
    ]
    assert panel(broken, 20) == ["declaration.toml", "can't be read: line", "3."]


HEARD = (
    Heard("JAP", "Japan", 4, 9),
    Heard("FIJ", "Fiji", 2, 2),
    Heard("CHI", "Chile", 2, 5),
    Heard("IND", "India", 0, 3),
)


def test_bars_stand_in_the_order_of_comments_then_of_names() -> None:
    known = BALI._replace(heard=HEARD, silent=("Viet Nam", "Australia"))
    assert panel(known) == [
        "Japan               ▇▇▇▇▇▇▇▇▇   4",
        "Chile               ▇▇▇▇░░░░░   2",
        "Fiji                ▇▇▇▇░░░░░   2",
        "",
        "No answer yet:                  3",
        "  Australia",
        "  India                  3 before",
        "  Viet Nam",
    ]
    assert answers.told(known) == "3 of 6 on Rev.2"
    assert [line.code for line in answers.lines(known, 34)] == ["JAP", "CHI", "FIJ", "", "", "", "IND", ""]
    assert [line.name for line in answers.lines(known, 34) if not line.code and not line.is_heading] == [
        "Australia",
        "Viet Nam",
    ]


def test_where_nobody_answered_yet_those_are_shown_who_spoke_before() -> None:
    known = BALI._replace(heard=(Heard("CHI", "Chile", 0, 1), Heard("JAP", "Japan", 0, 9)), silent=("Fiji",))
    assert panel(known) == [
        "Before Rev.2:",
        "Japan               ▇▇▇▇▇▇▇▇▇   9",
        "Chile               ▇░░░░░░░░   1",
        "",
        "No answer yet:                  1",
        "  Fiji",
    ]
    assert answers.told(known) == "0 of 3 on Rev.2"


def test_on_an_adopted_text_nobody_is_waited_for() -> None:
    known = BALI._replace(version="Adopted text", heard=HEARD[:2], silent=("Viet Nam",))
    assert panel(known) == [
        "Japan               ▇▇▇▇▇▇▇▇▇   9",
        "Fiji                ▇▇░░░░░░░   2",
        "",
        f"{'Said nothing:':<32}1",
        "  Viet Nam",
    ]
    assert answers.told(known) == "2 of 3 spoke"


def test_whoever_said_little_beside_one_who_said_much_has_a_bar() -> None:
    known = BALI._replace(heard=(Heard("JAP", "Japan", 500, 500), Heard("FIJ", "Fiji", 1, 1)))
    assert panel(known) == ["Japan               ▇▇▇▇▇▇▇▇▇ 500", "Fiji                ▇░░░░░░░░   1"]


def test_a_name_of_eighty_characters_keeps_bar_and_count() -> None:
    name = "Organisation for the Prohibition of Long Names in Panels of Thirty-four Columns"
    known = BALI._replace(heard=(Heard("OPL", name, 3, 3),), silent=(name,))
    assert panel(known, 30) == [
        "Organisation f… ▇▇▇▇▇▇▇▇▇   3",
        "",
        "No answer yet:              1",
        "  Organisation for the Prohib…",
    ]


def test_before_anybody_is_named_the_frame_says_nothing() -> None:
    assert answers.told(BALI) == ""
    assert answers.told(BALI._replace(version="", heard=(Heard("FIJ", "Fiji", 1, 1),))) == "1 of 1 on the draft"
