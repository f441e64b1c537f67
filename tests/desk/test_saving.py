"""What lies in the folder, changed by any editor, is recorded: texts, settings, the list of delegations."""

from pathlib import Path

import pytest
from tests.desk.council import text_file
from tests.rooms import NOTE, git

from zerodraft.desk import saving
from zerodraft.desk.desk import Desk
from zerodraft.desk.remarks import Remark
from zerodraft.desk.texts import Credit
from zerodraft.errors import UnreadableInput
from zerodraft.store.layout import DELEGATION_LIST


def settings_file(desk: Desk) -> Path:
    return text_file(desk).parent / "declaration.toml"


def test_text_and_settings_are_recorded_as_they_lie_there(desk: Desk) -> None:
    text_file(desk).write_text(NOTE.replace("small", "all"))
    settings_file(desk).write_text('title = "Other"\nplace = "Suva"\n')
    assert saving.changed(desk.room) == ("note",)
    acts = desk.record_folder(desk.open("note"))
    assert [act.sentence for act in acts] == [
        "Paragraph 1 reworded · note.",
        "Settings changed: title, conference, place · note.",
    ]
    assert git(desk.room.workspace.root, "status", "--porcelain") == ""
    assert desk.record_folder(desk.open("note")) == ()
    assert saving.changed(desk.room) == ()


def test_a_summary_goes_to_the_settings_when_only_they_changed(desk: Desk) -> None:
    settings_file(desk).write_text('title = "Harbour Note"\n')
    acts = desk.record_folder(desk.open("note"), Credit(summary="The title is short"))
    assert [act.sentence for act in acts] == ["The title is short · note."]


def test_settings_that_only_look_different_are_recorded_too(desk: Desk) -> None:
    settings_file(desk).write_text(settings_file(desk).read_text() + "\n# a remark\n")
    assert [act.sentence for act in desk.record_folder(desk.open("note"))] == ["Settings changed: layout only · note."]


def test_settings_that_were_recorded_unreadable_can_be_mended(desk: Desk) -> None:
    good = settings_file(desk).read_text()
    settings_file(desk).write_text("title = \n")
    with pytest.raises(UnreadableInput, match="line 1"):
        desk.open("note")
    git(desk.room.workspace.root, "-c", "user.name=X", "-c", "user.email=x@y.z", "commit", "-aqm", "by hand")
    settings_file(desk).write_text(good)
    assert len(desk.record_folder(desk.open("note"))) == 1


def test_settings_without_a_record_are_recorded(desk: Desk) -> None:
    git(desk.room.workspace.root, "rm", "-q", "--cached", "declarations/note/declaration.toml")
    git(desk.room.workspace.root, "-c", "user.name=X", "-c", "user.email=x@y.z", "commit", "-qm", "by hand")
    assert len(desk.record_folder(desk.open("note"))) == 1


def test_a_text_that_somebody_put_into_the_folder_begins(desk: Desk) -> None:
    folder = text_file(desk, "other").parent
    folder.mkdir()
    (folder / "text.md").write_text("# Other\n\nWe agree.\n")
    assert saving.changed(desk.room) == ("other",)
    acts = desk.record_folder(desk.open("other"))
    assert [act.sentence for act in acts] == ["other begins: Other."]


def test_the_list_of_delegations_is_recorded_when_it_can_be_read(desk: Desk) -> None:
    place = desk.room.workspace.root / DELEGATION_LIST
    assert saving.record_list(desk.room) is None
    place.write_text('[JPN]\nen = "Japan"\n')
    act = saving.record_list(desk.room)
    assert act is not None
    assert act.sentence == "The list of delegations is changed."
    assert saving.record_list(desk.room) is None


def test_a_list_that_can_not_be_read_is_not_recorded(desk: Desk) -> None:
    (desk.room.workspace.root / DELEGATION_LIST).write_text("[jpn]\n")
    with pytest.raises(UnreadableInput, match="is not a code"):
        saving.record_list(desk.room)


def test_a_comment_that_was_changed_by_hand_is_told_and_left(desk: Desk) -> None:
    desk.comment(desk.open("note"), Remark("JPN", "1", "Words."))
    comment = next((text_file(desk).parent / "comments").iterdir())
    comment.write_text(comment.read_text() + "\nMore.\n")
    assert saving.left_over(desk.room) == (f"declarations/note/comments/{comment.name}",)
    assert saving.changed(desk.room) == ()
