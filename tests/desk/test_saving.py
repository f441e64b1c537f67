"""What lies in the folder, changed by any editor, is recorded: texts, settings, the list of delegations."""

import shutil
from pathlib import Path

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import NOTE, git

from zerodraft.desk import saving
from zerodraft.desk.desk import Desk
from zerodraft.desk.remarks import Remark
from zerodraft.desk.texts import Credit
from zerodraft.errors import MovedOn, Refusal, UnreadableInput
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


@pytest.mark.parametrize("gone", ["declarations/note/text.md", "declarations/note", "declarations"])
def test_a_text_that_disappeared_while_it_was_open_can_be_saved(desk: Desk, gone: str) -> None:
    dossier = desk.open("note")
    place = desk.root / gone
    place.unlink() if place.is_file() else shutil.rmtree(place)
    done = desk.save(dossier, NOTE.replace("small", "all"))
    assert done.sentence == "Paragraph 1 reworded · note."
    assert text_file(desk).read_text() == NOTE.replace("small", "all")
    assert git(desk.root, "show", "HEAD:declarations/note/text.md") == NOTE.replace("small", "all").rstrip("\n")
    assert git(desk.root, "status", "--porcelain", "declarations/note/text.md") == ""


def test_a_text_that_disappeared_is_not_saved_over_what_another_window_recorded(desk: Desk) -> None:
    dossier = desk.open("note")
    saved(desk, "autumn", "spring")
    text_file(desk).unlink()
    with pytest.raises(MovedOn, match="changed by another act"):
        desk.save(dossier, NOTE.replace("small", "all"))
    assert not text_file(desk).exists()


def test_words_that_another_editor_put_in_the_place_of_a_text_are_not_written_over(desk: Desk) -> None:
    dossier = desk.open("note")
    text_file(desk).unlink()
    text_file(desk).write_text("Mine.")
    with pytest.raises(MovedOn, match="changed in another editor"):
        desk.save(dossier, NOTE.replace("small", "all"))
    assert text_file(desk).read_text() == "Mine."


def test_an_unchanged_text_that_disappeared_is_laid_into_the_folder_again_without_an_act(desk: Desk) -> None:
    dossier = desk.open("note")
    text_file(desk).unlink()
    done = desk.save(dossier, NOTE)
    assert done.sentence == "The text of note lies in its folder again."
    assert done.commit == git(desk.root, "rev-parse", "HEAD")
    assert text_file(desk).read_text() == NOTE
    assert len(desk.log()) == 1
    with pytest.raises(Refusal, match="has not changed"):
        desk.save(dossier, NOTE)


def test_an_unchanged_text_is_not_laid_back_over_the_head_of_another_window(desk: Desk) -> None:
    dossier = desk.open("note")
    saved(desk, "autumn", "spring")
    text_file(desk).unlink()
    with pytest.raises(MovedOn, match="changed by another act"):
        desk.save(dossier, NOTE)
    assert not text_file(desk).exists()


def test_a_folder_that_can_not_be_made_again_is_told(desk: Desk) -> None:
    dossier = desk.open("note")
    shutil.rmtree(desk.root / "declarations" / "note")
    (desk.root / "declarations" / "note").write_text("in the way")
    with pytest.raises(Refusal, match="a link or a file stands where a folder is expected"):
        desk.save(dossier, NOTE)
