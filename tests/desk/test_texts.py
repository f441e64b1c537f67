"""A declaration begins and is saved: the words are kept exactly, and the record says what changed."""

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import NOTE, git

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark
from zerodraft.desk.texts import Beginning, Credit
from zerodraft.errors import MovedOn, NotThere, Refusal, UnreadableInput
from zerodraft.formats.settings import Settings


@pytest.mark.parametrize(
    "source",
    [
        "# Title\r\n\r\nWords with CRLF.\r\n",
        "\ufeff---\ntitle: x\n---\n\n# Title\n",
        "no line end at the end",
        "NUL \0 and \u202e turned words\n\n\n\n",
        "[" * 2000 + "\n",
    ],
)
def test_a_text_begins_with_exactly_the_bytes_it_was_given(desk: Desk, source: str) -> None:
    desk.new("other", Beginning(Settings(), source=source))
    assert text_file(desk, "other").read_bytes() == source.encode()
    assert desk.open("other").draft.source == source


def test_a_title_that_hides_characters_is_shown_with_marks_in_the_settings(desk: Desk) -> None:
    desk.new("other", Beginning(Settings(), source="# Safe\u202etitle\n\nWords.\n"))
    assert desk.open("other").settings.title == "Safe⟦U+202E⟧title"


def test_a_declaration_begins_from_its_kind_and_focus_areas_in_its_language(desk: Desk) -> None:
    beginning = Beginning(Settings(kind="message", title="Pesan", language="id"), ("Pelabuhan", "Kapal"))
    desk.new("pesan", beginning)
    dossier = desk.open("pesan")
    assert [area.title for area in dossier.draft.focus_areas] == [
        "Bidang fokus 1: Pelabuhan",
        "Bidang fokus 2: Kapal",
    ]
    assert dossier.title == "Pesan"


def test_a_sample_begins_with_its_text_and_settings_and_without_its_story(desk: Desk) -> None:
    desk.new("jakarta", Beginning(Settings(), sample="jakarta-message"))
    names = sorted(path.name for path in text_file(desk, "jakarta").parent.iterdir())
    assert names == ["declaration.toml", "text.md"]


def test_a_name_that_is_taken_is_refused(desk: Desk) -> None:
    with pytest.raises(MovedOn, match="There is a declaration “note” already"):
        desk.new("note", Beginning(Settings(), source="other words"))
    assert text_file(desk).read_text() == NOTE


def test_settings_that_could_not_be_read_again_are_refused(desk: Desk) -> None:
    with pytest.raises(UnreadableInput, match="conference"):
        desk.new("other", Beginning(Settings(conference="two\nlines"), source="words"))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("to small ships", "to all ships", "Paragraph 1 reworded"),
        ("We decide to meet again in the autumn.\n\n", "", "Paragraph 3 deleted"),
        ("We decide", "We insist.\n\nWe decide", "Paragraph 2 bis inserted"),
        ("(a) once a year;\n\n(b)", "(a)", "Paragraph 2(a) deleted"),
        ("We agree to keep", "We agree  to keep", "Layout of the text changed"),
    ],
)
def test_the_record_says_what_changed_by_the_numbers_of_the_last_issue(
    desk: Desk, old: str, new: str, sentence: str
) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    assert saved(desk, old, new) == f"{sentence} · note."


def test_many_changed_paragraphs_are_counted(desk: Desk) -> None:
    words = "".join(f"We add point {number}.\n\n" for number in range(9))
    assert saved(desk, "We decide", f"{words}We decide").startswith("Paragraphs 3, 4, 5, 6, 7, 8 and 3 more inserted")


def test_a_summary_stands_in_place_of_the_sentence(desk: Desk) -> None:
    dossier = desk.open("note")
    act = desk.save(dossier, NOTE.replace("small", "all"), Credit(summary="As agreed at the table"))
    assert act.sentence == "As agreed at the table · note."


def test_words_of_a_delegation_bear_its_name_and_the_drafter_records_them(desk: Desk) -> None:
    dossier = desk.open("note")
    act = desk.save(dossier, NOTE.replace("small", "all"), Credit("Jepang"))
    assert act.sentence == "Japan: Paragraph 1 reworded · note."
    told = git(desk.room.workspace.root, "log", "-1", "--format=%an <%ae> %cn")
    assert told == "Japan <jpn@delegation.invalid> Ana Drafter"


def test_an_answered_comment_is_named_in_the_record(desk: Desk) -> None:
    name = desk.comment(desk.open("note"), Remark("JPN", "1", "All of them.")).name
    desk.save(desk.open("note"), NOTE.replace("small", "all"), Credit(answers=name.upper()))
    assert f"Answers: {name}" in git(desk.room.workspace.root, "log", "-1", "--format=%B")


def test_an_answer_to_no_comment_is_refused(desk: Desk) -> None:
    with pytest.raises(NotThere, match="jpn-0000"):
        desk.save(desk.open("note"), NOTE.replace("small", "all"), Credit(answers="jpn-0000"))


def test_a_text_that_has_not_changed_makes_no_act(desk: Desk) -> None:
    before = desk.room.workspace.head
    with pytest.raises(Refusal, match="has not changed"):
        desk.save(desk.open("note"), NOTE)
    assert desk.room.workspace.head == before


def test_a_save_on_a_stale_dossier_is_refused_and_writes_nothing(desk: Desk) -> None:
    stale = desk.open("note")
    saved(desk, "small ships", "all ships")
    before = desk.room.workspace.head
    with pytest.raises(MovedOn):
        desk.save(stale, NOTE.replace("autumn", "spring"))
    assert desk.room.workspace.head == before
    assert "spring" not in text_file(desk).read_text()


def test_words_of_another_editor_are_not_written_over(desk: Desk) -> None:
    dossier = desk.open("note")
    text_file(desk).write_text(NOTE.replace("autumn", "winter"))
    with pytest.raises(MovedOn):
        desk.save(dossier, NOTE.replace("autumn", "spring"))
    assert "winter" in text_file(desk).read_text()


def test_numbers_are_followed_through_every_text_that_was_saved_since_the_issue(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Rev.1"))
    new = "We ask the pilots of each port to count the ships, and we thank them for the charts that they drew."
    saved(desk, "We decide to meet again in the autumn.", new)
    assert saved(desk, "the ships, and we thank", "the ships.\n\nWe thank") == "Paragraph 3 split · note."
    assert [each.cite for each in desk.open("note").reading.numbers if each.printed.endswith(".")] == [
        "1",
        "2",
        "3",
        "3 bis",
        "4",
    ]


def test_a_delegation_is_named_in_the_language_of_the_document(desk: Desk) -> None:
    desk.new("pesan", Beginning(Settings(title="Pesan", language="id"), source="# Pesan\n\nKami sepakat.\n"))
    assert desk.open("pesan").name_of("KOR") == "Republik Korea"
    assert desk.open("note").name_of("KOR") == "Republic of Korea"
