"""Stories: what is read, and what is refused with its place."""

from datetime import datetime, timedelta, timezone

import pytest

from zerodraft.formats.scenes import Commenting, Editing, Issuing, Replying
from zerodraft.formats.story import parse_story
from zerodraft.formats.toml_text import BadSettings

DRAFTER = '[drafter]\nname = "Sari"\nemail = "sari@secretariat.invalid"\n'
WITA = timezone(timedelta(hours=8))

STORY = (
    DRAFTER
    + """
[[act]]
act = "issue"
date = 2021-10-04T09:00:00+08:00
designation = "Zero Draft"
stage = "Consultation"

[[act]]
act = "comment"
key = "jpn-1"
date = 2021-10-05T10:00:00+08:00
from = "JPN"
on = "zero-draft"
paragraph = "14"
quote = "big data"
occasion = "Panel"
text = "Responsible use."

[[act]]
act = "reply"
date = 2021-10-06T10:00:00+08:00
from = "SEC"
to = "jpn-1"
text = "Taken up."
resolves = true

[[act]]
act = "edit"
date = 2021-10-07T10:00:00+08:00
from = "JPN"
answers = "jpn-1"
summary = "Responsible use"
[[act.change]]
find = "use of big data"
replace = "responsible use of big data"
"""
)


def test_every_kind_of_scene_is_read() -> None:
    story = parse_story(STORY)
    assert (story.drafter, story.address) == ("Sari", "sari@secretariat.invalid")
    assert story.scenes == (
        Issuing(datetime(2021, 10, 4, 9, tzinfo=WITA), "Zero Draft", "Consultation"),
        Commenting(
            datetime(2021, 10, 5, 10, tzinfo=WITA),
            "JPN",
            "zero-draft",
            "14",
            "big data",
            "Panel",
            "Responsible use.",
            "jpn-1",
        ),
        Replying(datetime(2021, 10, 6, 10, tzinfo=WITA), "SEC", "jpn-1", "Taken up.", True),
        Editing(
            datetime(2021, 10, 7, 10, tzinfo=WITA),
            "JPN",
            "jpn-1",
            "Responsible use",
            (("use of big data", "responsible use of big data"),),
        ),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[act]]\nact = 'issue'\n", "drafter is not a table"),
        (
            DRAFTER + "[[act]]\nact = 'sing'\ndate = 2021-10-04T09:00:00+08:00\n",
            "“sing” of act 1 of the story is no act",
        ),
        (
            DRAFTER + "[[act]]\nact = 'issue'\ndate = 2021-10-04T09:00:00\n",
            "act 1 of the story has no date with an offset",
        ),
        (DRAFTER + "[[act]]\nact = 3\ndate = 2021-10-04T09:00:00+08:00\n", "“act” of act 1 of the story is not text"),
        (DRAFTER + "act = 3\n", "“act” of the story is not a list of tables"),
    ],
)
def test_a_story_that_cannot_be_played_says_where(text: str, sentence: str) -> None:
    if text.startswith(DRAFTER + "act = 3"):
        text = "act = 3\n" + DRAFTER
    with pytest.raises(BadSettings, match=sentence):
        parse_story(text)


def test_acts_out_of_order_are_refused() -> None:
    early = STORY.replace("2021-10-07", "2021-10-01")
    with pytest.raises(BadSettings, match="do not rise"):
        parse_story(early)
