"""The demonstration: the same samples give the same history, on any machine."""

from itertools import islice
from pathlib import Path

import pytest
from tests.rooms import git

from zerodraft.desk.demonstration import replay
from zerodraft.desk.desk import Desk
from zerodraft.errors import MovedOn


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "mine"
    place.mkdir()
    (place / "file").write_text("mine")
    with pytest.raises(MovedOn, match="is not empty"):
        list(replay(place))
    with pytest.raises(MovedOn, match="is not empty"):
        list(replay(place / "file"))
    assert [path.name for path in place.iterdir()] == ["file"]


def test_the_first_acts_are_counted_and_need_no_drafter_of_this_machine(tmp_path: Path, home: Path) -> None:
    (home / ".gitconfig").write_text("")
    counted = list(islice(replay(tmp_path / "new"), 3))
    assert [count for count, _ in counted] == [1, 2, 3]
    assert git(tmp_path / "new", "log", "--reverse", "--format=%s", "--max-parents=0") == (
        "The list of delegations is set up"
    )


@pytest.mark.slow
def test_two_demonstrations_have_the_same_commits_versions_and_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        for count, acts in replay(tmp_path / name):
            assert 1 <= count <= acts
    one, two = (git(tmp_path / name, "rev-parse", "HEAD", "--tags") for name in ("one", "two"))
    assert one == two
    files, others = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "input").iterdir()} for name in ("one", "two")
    )
    assert files
    assert files == others
    with Desk.at(tmp_path / "one") as desk:
        assert all(not overview.problem and not overview.unsaved for overview in desk.documents())
        assert all(desk.open(overview.slug).last_issued for overview in desk.documents())
