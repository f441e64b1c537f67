"""Every set of words that an export adds: complete in both languages, and in each of them other words."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

import pytest

import zerodraft.export


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
