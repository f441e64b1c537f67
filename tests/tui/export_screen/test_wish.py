"""What a drafter wants to hand out: what was not said follows from the declaration."""

from pathlib import Path

import pytest

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.issuing import Issue
from zerodraft.desk.outgoing import Order
from zerodraft.tui.outgoing.lines import both_ends, in_short, lines_of, rows_of, ways_of
from zerodraft.tui.outgoing.wish import (
    YES,
    Setting,
    Wish,
    earlier_than,
    formats_of,
    order_of,
    path_of,
    settings_of,
    settled,
    stepped,
    versions_of,
    with_value,
    wrong_file,
)
from zerodraft.tui.widgets.row import fitted

HOME = Path("/home/ana")


@pytest.fixture
def dossier(harbour_made: Path) -> Dossier:
    with Desk.at(harbour_made) as desk:
        return desk.open("harbour-note")


@pytest.fixture
def issued(harbour: Path) -> Dossier:
    """The working text was just issued as Rev.2."""
    with Desk.at(harbour) as desk:
        desk.issue(desk.open("harbour-note"), Issue("Rev.2"))
        return desk.open("harbour-note")


def test_the_text_as_it_is_now_is_what_leaves_unless_another_is_chosen(dossier: Dossier, issued: Dossier) -> None:
    assert versions_of(dossier) == ("working", "rev-1", "zero-draft")
    assert versions_of(issued) == ("rev-2", "rev-1", "zero-draft")
    assert settled(dossier, Wish()) == Wish("clean", "docx", "working", "", "harbour-note-working-text.docx")
    assert settled(issued, Wish()).file == "harbour-note-rev-2.docx"


def test_a_redline_is_against_the_version_before(dossier: Dossier) -> None:
    found = settled(dossier, Wish("redline", "txt", "rev-1"))
    assert (found.against, found.file) == ("zero-draft", "harbour-note-zero-draft-to-rev-1.txt")
    assert order_of(found) == Order("redline", "txt", "rev-1", "zero-draft")
    assert settled(dossier, Wish("redline")).against == "rev-1"


def test_nothing_stands_before_the_first_version(dossier: Dossier) -> None:
    assert earlier_than(dossier, "zero-draft") == ()
    assert settled(dossier, Wish("redline", version="zero-draft", against="rev-1")).against == ""


def test_what_is_not_there_any_more_is_chosen_anew(dossier: Dossier) -> None:
    assert settled(dossier, Wish("redline", version="rev-9", against="rev-8")).version == "working"


def test_a_setting_is_stepped_through_in_a_circle(dossier: Dossier) -> None:
    wish = Wish()
    formats = []
    for _ in formats_of("clean"):
        wish = stepped(dossier, wish, Setting.FORMAT, 1)
        formats.append(wish.format)
    assert formats == [*formats_of("clean")[1:], "docx"]
    assert stepped(dossier, Wish(), Setting.VERSION, -1).version == "zero-draft"
    assert stepped(dossier, Wish(), Setting.AGAINST, 1) == Wish()
    assert stepped(dossier, Wish(), Setting.FILE, 1) == Wish()


def test_a_file_name_that_was_typed_stays_and_its_ending_follows_the_format() -> None:
    wish = with_value(Wish(), Setting.FILE, "~/for Japan.txt")
    assert (wish.file, wish.format) == ("~/for Japan.txt", "txt")
    assert with_value(wish, Setting.FORMAT, "md").file == "~/for Japan.md"
    assert with_value(with_value(Wish(), Setting.FILE, "note.v2"), Setting.FORMAT, "md").file == "note.v2"
    assert with_value(wish, Setting.VERSION, "rev-1").file == "~/for Japan.txt"


def test_a_file_lies_where_the_program_was_started_unless_its_folder_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", str(HOME))
    folder = Path("/srv/texts")
    paths = [path_of(Wish(file=file), folder) for file in ("a.html", "~/a.html", "/tmp/a.html", "~nobody-at-all/a")]
    assert list(map(str, paths)) == [
        "/srv/texts/a.html",
        "/home/ana/a.html",
        "/tmp/a.html",
        "/srv/texts/~nobody-at-all/a",
    ]


@pytest.mark.parametrize("file", ["text.doc", "TEXT.RTF"])
def test_what_can_not_be_written_is_told_with_what_can(file: str) -> None:
    assert "Word and LibreOffice open another" in wrong_file(file)
    assert wrong_file("text.html") == wrong_file("text.docx") == ""
    assert wrong_file("") == "A file needs a name."
    assert wrong_file("all.xlsx", "redline").startswith("A redline can't be written as .xlsx: there are docx, ")


# --- the lines ----------------------------------------------------------------------------------


def test_each_line_says_what_is_chosen_and_what_it_means(dossier: Dossier) -> None:
    wish = settled(dossier, Wish("redline", "html", "", "", "~/a.html"))
    lines = lines_of(dossier, wish, HOME / "a.html", HOME)
    assert [(each.name, each.value, each.told) for each in lines] == [
        ("Form", "redline", "every change marked"),
        ("Format", "web page", "for browsers and print"),
        ("Text", "Working text", "changed since Rev.1; marked as not for circulation"),
        ("Against", "Rev.1", "2 Nov 2021 · Negotiation · 1 comment"),
        ("Labels", "as the text", "labels, dates, names of countries"),
        ("Comments", "left out", ""),
        ("File", "a.html", "in ~"),
    ]


def test_a_clean_text_is_against_nothing(dossier: Dossier) -> None:
    clean = lines_of(dossier, settled(dossier, Wish()), Path("/srv/a.html"), HOME)
    assert [each.name for each in clean] == ["Form", "Format", "Text", "Mark", "Labels", "Lines", "Comments", "File"]
    assert clean[-1].told == "in /srv"
    first = settled(dossier, Wish("redline", version="zero-draft"))
    assert lines_of(dossier, first, Path("/srv/a.html"), HOME)[3].told == "nothing was issued before Zero Draft"


def test_a_folder_in_the_home_is_told_in_short() -> None:
    assert in_short(HOME / "texts", HOME) == "~/texts"
    assert in_short(HOME, HOME) == "~"
    assert in_short(Path("/srv"), HOME) == "/srv"


def test_a_line_takes_one_row_where_there_is_little_room(dossier: Dossier) -> None:
    line = lines_of(dossier, settled(dossier, Wish()), Path("/srv/[shall].html"), HOME)[-1]
    one = rows_of(line, is_tall=False, width=40)
    assert ["".join(piece.text for piece in fitted(row, 40)) for row in one] == [
        " File     [shall].html          in /srv "
    ]
    assert len(rows_of(line, is_tall=True, width=40)) == 2


def test_a_long_file_name_keeps_both_ends() -> None:
    assert both_ends("asean-leaders-vision-rev-1-to-final-draft.html", 24) == "asean-le…inal-draft.html"
    assert both_ends("港" * 20 + ".html", 24) == "港港港港…港港港港港.html"
    assert both_ends("short.html", 24) == "short.html"


def test_the_values_of_a_setting_can_be_chosen_by_a_letter(dossier: Dossier) -> None:
    ways = ways_of(dossier, settled(dossier, Wish()), Setting.FORMAT)
    assert (ways[0].key, ways[0].name, ways[0].told) == ("1", "docx", "Word file · for delegations to answer")
    assert [way.name for way in ways] == [*formats_of("clean")]


# --- what goes with what ------------------------------------------------------------------------


def test_only_what_a_file_can_have_is_asked() -> None:
    def asked(*said: str) -> set[Setting]:
        return {*settings_of(Wish(*said))} - {Setting.FORM, Setting.FORMAT, Setting.VERSION}

    assert asked("clean", "docx") == {Setting.MARK, Setting.LANGUAGE, Setting.LINES, Setting.COMMENTS, Setting.FILE}
    assert asked("clean", "md") == {Setting.FILE}
    assert asked("redline", "html") == {Setting.AGAINST, Setting.LANGUAGE, Setting.COMMENTS, Setting.FILE}
    assert Setting.NUMBERS in asked("redline", "docx")
    assert asked("comments", "docx") == {Setting.ROWS, Setting.LANGUAGE, Setting.FILE}
    assert asked("compilation", "html") == {Setting.LAYOUT, Setting.LANGUAGE, Setting.COMMENTS, Setting.FILE}


def test_what_was_said_for_another_format_is_not_ordered(dossier: Dossier) -> None:
    wish = settled(dossier, Wish(lines=YES, comments=YES, language="id"))
    assert order_of(wish) == Order("clean", "docx", "working", "", True, "id", True)
    assert order_of(with_value(wish, Setting.FORMAT, "txt")) == Order("clean", "txt", "working", "", False, "id", False)


def test_a_format_that_a_form_does_not_have_gives_way_to_one_that_it_has(dossier: Dossier) -> None:
    wish = with_value(Wish(format="odt", file="note.odt"), Setting.FORM, "redline")
    assert (wish.format, wish.file) == ("docx", "note.docx")
    assert settled(dossier, Wish("compilation")).file.startswith("harbour-note-compilation-working-text.")


def test_what_is_open_lies_on_the_table_of_today(dossier: Dossier) -> None:
    assert versions_of(dossier, "compilation") == ("working",)
    assert settled(dossier, Wish("compilation", version="rev-1")).version == "working"
