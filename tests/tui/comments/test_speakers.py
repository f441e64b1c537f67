"""Whoever speaks is found by code, name or alias, and nobody is taken for somebody else."""

import pytest

from zerodraft.desk.dossier import Dossier
from zerodraft.tui.comments.speakers import completed, only_one, told


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("jap", "japan"),
        ("JP", "JPN"),
        ("f", "fJI"),
        ("Viet", "Viet Nam"),
        ("ase", "aseAN"),
        ("association of south", "association of southeast Asian Nations"),
        ("", ""),
        (" ", ""),
        ("zzz", ""),
    ],
)
def test_a_name_is_completed_behind_the_letters_that_were_typed(note: Dossier, typed: str, expected: str) -> None:
    assert completed(note, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("JPN", "Japan (JPN)"),
        ("viet nam", "Viet Nam (VNM)"),
        ("ASEAN", "ASEAN"),
        ("ja", "Japan (JPN), Jamaica (JAM)"),
        ("japn", "No delegation is called “japn”. Do you mean Japan?"),
        ("xyz", "No delegation is called “xyz”."),
        ("", ""),
    ],
)
def test_the_drafter_sees_whom_the_letters_mean(note: Dossier, typed: str, expected: str) -> None:
    assert told(note, typed) == expected


@pytest.mark.parametrize(("typed", "expected"), [("jap", "Japan"), ("ja", ""), ("", ""), ("zzz", "")])
def test_a_beginning_that_only_one_name_has_is_that_name(note: Dossier, typed: str, expected: str) -> None:
    assert only_one(note, typed) == expected
