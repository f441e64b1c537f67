"""Every set of words that an export adds: complete in both languages, and in each of them other words."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

import pytest

import zerodraft.export
from zerodraft.core.negotiation.thread import State
from zerodraft.core.text.draft import Part
from zerodraft.export.labels import labels_for
from zerodraft.export.page_labels import page_labels_for


def label_sets() -> Iterator[tuple[object, object]]:
    """The sets of all modules, in English and Indonesian."""
    for module in pkgutil.walk_packages(zerodraft.export.__path__, "zerodraft.export."):
        known = vars(importlib.import_module(module.name))
        for english, indonesian in (("ENGLISH", "INDONESIAN"), ("_ENGLISH", "_INDONESIAN")):
            if english in known and indonesian in known:
                yield known[english], known[indonesian]


def phrases(labels: object, name: str = "") -> dict[str, str]:
    """All words of a set by the names of their places."""
    if isinstance(labels, str) and not isinstance(labels, Enum):
        return {name: labels}
    if is_dataclass(labels) or hasattr(labels, "_fields"):
        names = labels._fields if hasattr(labels, "_fields") else [each.name for each in fields(labels)]  # type: ignore[arg-type]
        parts = {each: getattr(labels, each) for each in names if each != "language"}
    elif isinstance(labels, Mapping):
        parts = {str(key): value for key, value in labels.items()}
    elif isinstance(labels, tuple):
        parts = {str(at): value for at, value in enumerate(labels)}
    else:
        return {}
    return {place: words for part, value in parts.items() for place, words in phrases(value, f"{name}.{part}").items()}


SETS = {type(english).__name__: (english, indonesian) for english, indonesian in label_sets()}
OF_ONE_LANGUAGE = (".reasons", ".no_place")
"""Reasons that the program tells in English have words of their own in Indonesian alone."""
# The same words in both languages: abbreviations, and words that Indonesian has taken over.
SAME = {"No.", "Total", "{cite} ({version})", "A4", "April", "September", "November"}


def test_there_are_several_sets() -> None:
    assert len(SETS) >= 4


@pytest.mark.parametrize("where", SETS)
def test_both_languages_fill_the_same_places(where: str) -> None:
    english, indonesian = (
        {place: words for place, words in phrases(each).items() if not place.startswith(OF_ONE_LANGUAGE)}
        for each in SETS[where]
    )
    assert english.keys() == indonesian.keys()
    for place, words in english.items():
        assert bool(words) == bool(indonesian[place]), place
        if ".one_" not in place:
            assert words.count("{") == indonesian[place].count("{"), place


@pytest.mark.parametrize("where", SETS)
def test_no_place_was_left_in_english(where: str) -> None:
    english, indonesian = map(phrases, SETS[where])
    same = {words for place, words in english.items() if words == indonesian.get(place) and words.strip(" {}–·:,.()")}
    assert same <= SAME


def test_what_became_of_a_comment_is_told_in_the_words_of_its_state() -> None:
    assert list(page_labels_for("en").outcomes.values()) == ["Taken up", "Resolved"]
    assert list(page_labels_for("id").outcomes.values()) == ["Diakomodasi", "Selesai"]


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_state_and_every_part_has_its_word(language: str) -> None:
    assert {*page_labels_for(language).states} == {*State}
    assert {*labels_for(language).outside} == {*Part}
