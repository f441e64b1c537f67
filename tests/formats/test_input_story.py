"""Files that were sent, as a sample tells of them."""

from datetime import datetime

import pytest

from zerodraft.formats.input_story import (
    Deleting,
    InputFile,
    Inserting,
    Moving,
    Remarking,
    Replying,
    Rewording,
    Signed,
    Splitting,
    parse_input_story,
)
from zerodraft.formats.toml_text import BadSettings

NOON = datetime.fromisoformat("2021-11-12T12:00:00+08:00")
JAPAN, CHILE = Signed("Japan", NOON), Signed("Chile", NOON)


def story(*acts: str) -> str:
    told = "".join(f"[[file.act]]\ndate = 2021-11-12T12:00:00+08:00\n{act}\n" for act in acts)
    return f'[[file]]\nname = "japan.docx"\nfrom = "JPN"\non = "rev-2"\nauthor = "Japan"\n{told}'


def test_every_kind_of_act_is_read() -> None:
    told = story(
        'act = "reword"\nparagraph = "3"\nfind = "a"\nreplace = "b"\nby = "Chile"\nsilent = true',
        'act = "insert"\nafter = "3"\nwords = "New."\nkey = "new"',
        'act = "delete"\nparagraph = "4"',
        'act = "move"\nparagraph = "5"\nafter = "2"',
        'act = "split"\nparagraph = "6"\nbefore = "We"',
        'act = "comment"\nparagraph = "7"\nquote = "x"\ntext = "Why?"\nkey = "why"',
        'act = "reply"\nto = "why"\ntext = "Because."\nresolves = true',
    )
    acts = (
        Rewording(CHILE, "3", "a", "b", True),
        Inserting(JAPAN, "3", "New.", "new"),
        Deleting(JAPAN, "4"),
        Moving(JAPAN, "5", "2"),
        Splitting(JAPAN, "6", "We"),
        Remarking(JAPAN, "7", "x", "Why?", "why"),
        Replying(JAPAN, "why", "Because.", True),
    )
    assert parse_input_story(told) == (InputFile("japan.docx", "JPN", "rev-2", acts),)


def test_no_file_is_told_of() -> None:
    assert parse_input_story("") == ()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (story('act = "shout"'), "“shout” of act 1 of file 1 of the input is no act."),
        (story('act = "delete"\nparagraph = 4'), "“paragraph” of act 1 of file 1 of the input is not text."),
        ('[[file]]\n[[file.act]]\nact = "delete"', "act 1 of file 1 of the input has no date with an offset."),
        ("file = 3", "“file” of the input is not a list of tables."),
    ],
)
def test_what_is_odd_is_told_with_its_place(told: str, sentence: str) -> None:
    with pytest.raises(BadSettings, match=sentence):
        parse_input_story(told)
