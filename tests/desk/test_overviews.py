"""What stands in a list of declarations: known without a dossier, and the same as in one."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import MORNING, NOTE, git

from zerodraft.core.negotiation.thread import State
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Done, Heard, Overview
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.texts import Beginning, Credit
from zerodraft.formats.settings import Settings


def only(desk: Desk) -> Overview:
    (overview,) = desk.documents()
    return overview


def assert_as_in_its_dossier(desk: Desk, overview: Overview) -> None:
    dossier = desk.open(overview.slug)
    last = dossier.last_issued
    assert (overview.title, overview.kind) == (dossier.title, dossier.settings.kind)
    assert (overview.version, overview.stage) == ((last.designation, last.stage) if last else ("", ""))
    assert (overview.unsaved, overview.problem) == (dossier.unsaved, "")
    waiting = sum(thread.state is State.OPEN for thread in dossier.threads)
    assert (overview.comments, overview.open_comments) == (len(dossier.threads), waiting)
    acts = desk.log(overview.slug)
    assert overview.last_act == (acts[0].date if acts else None)


def test_a_declaration_that_has_just_begun(desk: Desk) -> None:
    assert only(desk) == Overview("note", "Harbour Note", "declaration", "", "", False, 0, 0, "", MORNING)


def acts(desk: Desk) -> Iterator[Done]:
    yield desk.issue(desk.open("note"), Issue("Zero Draft", "SOM"))
    jpn = desk.comment(desk.open("note"), Remark("JPN", "1", "All ships."))
    yield jpn
    yield desk.comment(desk.open("note"), Remark("FRA", "2", "More."))
    yield desk.reply(desk.open("note"), Reply("SEC", jpn.name, "Noted."))
    yield desk.save(desk.open("note"), NOTE.replace("small", "all"), Credit(answers=jpn.name))
    yield desk.undo("note")
    yield desk.redo("note")
    yield desk.issue(desk.open("note"), Issue("Rev.1"))
    yield desk.undo("note")
    yield desk.new("annex", Beginning(Settings(title="The Annex"), source="# Other\n\nWe agree.\n"))


def test_every_act_shows_in_the_overview_as_in_the_dossier(desk: Desk) -> None:
    for _ in acts(desk):
        for overview in desk.documents():
            assert_as_in_its_dossier(desk, overview)
    with Desk.at(desk.root) as other:
        assert other.documents() == desk.documents()
    assert [each.open_comments for each in desk.documents()] == [0, 1]


def test_a_commit_of_plain_git_counts_as_an_act(desk: Desk) -> None:
    saved(desk, "small", "all")
    text_file(desk).write_text(NOTE)
    git(desk.root, "commit", "-qam", "by hand")
    assert_as_in_its_dossier(desk, only(desk))


def test_a_merge_of_plain_git_counts_as_an_act(desk: Desk) -> None:
    desk.documents()
    git(desk.root, "switch", "-q", "-c", "other")
    saved(desk, "small", "all")
    git(desk.root, "switch", "-q", "main")
    desk.new("annex", Beginning(Settings(), source="# Other\n\nWe agree.\n"))
    git(desk.root, "merge", "-q", "--no-edit", "other")
    for overview in desk.documents():
        assert_as_in_its_dossier(desk, overview)


def test_a_branch_that_was_set_back_is_read_again(desk: Desk) -> None:
    saved(desk, "small", "all")
    desk.documents()
    git(desk.root, "reset", "-q", "--hard", "HEAD~1")
    assert_as_in_its_dossier(desk, only(desk))
    assert only(desk).last_act == MORNING


def test_many_acts_of_another_window_are_read_together(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    saved(desk, "small", "all")
    monkeypatch.setattr("zerodraft.desk.record._FEW", 1)
    with Desk.at(desk.root) as other:
        saved(other, "autumn", "spring")
        saved(other, "spring", "winter")
    assert_as_in_its_dossier(desk, only(desk))


def test_words_that_nobody_recorded_show(desk: Desk) -> None:
    text_file(desk).write_text(f"{NOTE}More.\n")
    assert only(desk).unsaved
    folder = text_file(desk, "other").parent
    folder.mkdir()
    (folder / "text.md").write_text("# Other\n\nWe agree.\n")
    assert desk.documents()[1] == Overview("other", "Other", "declaration", "", "", True, 0, 0, "")


def test_the_title_is_that_of_the_settings_of_the_text_or_the_name(desk: Desk) -> None:
    for title, source in (("The Annex", "# Other\n"), ("", "# Other\n"), ("", "We agree.\n")):
        (desk.root / "declarations/annex").mkdir(exist_ok=True)
        text_file(desk, "annex").write_text(source)
        (text_file(desk, "annex").parent / "declaration.toml").write_text(f'title = "{title}"\n' if title else "")
        assert_as_in_its_dossier(desk, desk.documents()[0])


def test_a_version_that_another_program_named_is_passed_over(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    git(desk.root, "tag", "-a", "-m", "by hand", "note/rev-9")
    assert only(desk).version == "Zero Draft"


@pytest.mark.parametrize("broken", ["text.md", "declaration.toml"])
def test_one_that_can_not_be_opened_says_why_and_the_others_are_there(desk: Desk, broken: str) -> None:
    desk.new("annex", Beginning(Settings(), source="# Other\n\nWe agree.\n"))
    (text_file(desk, "annex").parent / broken).write_bytes(b"\xff")
    annex, note = desk.documents()
    assert annex.problem.startswith(f"declarations/annex/{broken} is not UTF-8 text: line 1 can't be read. Save it as")
    assert (annex.slug, annex.title, note.title, note.problem) == ("annex", "annex", "Harbour Note", "")


def test_where_history_is_incomplete_every_declaration_says_so(desk: Desk, tmp_path: Path) -> None:
    saved(desk, "small", "all")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{desk.root}", str(tmp_path / "copy"))
    with Desk.at(tmp_path / "copy") as copy:
        assert only(copy).problem.startswith("The history of this workspace is incomplete")


def test_overviews_come_one_by_one(desk: Desk) -> None:
    desk.new("annex", Beginning(Settings(), source="# Other\n\nWe agree.\n"))
    coming = desk.overviews()
    assert next(coming).slug == "annex"
    text_file(desk).unlink()
    assert next(coming).problem.startswith("The text of note is gone")


def test_an_empty_workspace_has_none(desk: Desk) -> None:
    text_file(desk).unlink()
    git(desk.root, "rm", "-rq", "declarations/note")
    git(desk.root, "commit", "-qm", "gone")
    (desk.root / "declarations").mkdir(exist_ok=True)
    assert desk.documents() == ()


def test_delegations_that_have_spoken_are_counted_for_all_rounds_and_for_this_one(desk: Desk) -> None:
    desk.comment(desk.open("note"), Remark("JPN", "1", "Before any issue.", on="working"))
    assert only(desk).delegations == (Heard("JPN", 1, 1),)
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "On the zero draft."))
    desk.comment(desk.open("note"), Remark("FRA", "2", "More."))
    desk.issue(desk.open("note"), Issue("Rev.1"))
    assert only(desk).delegations == (Heard("FRA", 1, 0), Heard("JPN", 2, 0))
    late = desk.comment(desk.open("note"), Remark("FRA", "2", "Late, and on the zero draft.", on="zero-draft"))
    desk.comment(desk.open("note"), Remark("KEN", "2", "On the text as it is.", on="working"))
    desk.reply(desk.open("note"), Reply("SEC", late.name, "Noted."))
    assert only(desk).delegations == (Heard("FRA", 2, 1), Heard("JPN", 2, 0), Heard("KEN", 1, 1))


def test_a_comment_on_the_last_version_is_of_this_round_whatever_the_clock_says(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.room.clock = lambda: MORNING - timedelta(days=1)
    desk.comment(desk.open("note"), Remark("JPN", "1", "By a clock that is wrong."))
    assert only(desk).delegations == (Heard("JPN", 1, 1),)


def test_the_declaration_on_which_something_was_done_last_comes_first(desk: Desk) -> None:
    for slug in ("annex", "zenith"):
        desk.new(slug, Beginning(Settings(), source="# Other\n\nWe agree.\n"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "All ships."))
    unrecorded = desk.root / "declarations" / "begun"
    unrecorded.mkdir()
    (unrecorded / "text.md").write_text("# Begun\n")
    assert desk.latest_first() == ("note", "zenith", "annex", "begun")
    assert [each.slug for each in desk.overviews(desk.latest_first())] == ["note", "zenith", "annex", "begun"]


def test_only_the_named_declarations_are_read(desk: Desk) -> None:
    desk.new("annex", Beginning(Settings(), source="# Other\n\nWe agree.\n"))
    assert [each.title for each in desk.overviews(("note",))] == ["Harbour Note"]
    assert [each.problem != "" for each in desk.overviews(("gone",))] == [True]


def test_those_who_take_part_are_named_by_their_codes(desk: Desk) -> None:
    desk.new("annex", Beginning(Settings(participants=("ASEAN", "JPN")), source="# Other\n\nWe agree.\n"))
    assert [each.participants for each in desk.documents()] == [("ASEAN", "JPN"), ()]
