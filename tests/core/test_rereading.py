"""A text read again after a change: the same as if it had been read from the beginning, and often quicker."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE, LEADERS, SNIPPETS
from tests.core.redrafting import Pen, printed

from zerodraft.core.text import rereading
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.rereading import read_again

NOTE = """# Harbour Note

*Recalling* the seminar of the year before,

## Focus area 1: Ports

1. We agree to keep ports open to small ships.

We invite each country to report:

(a) once a year;

- in one language, and

- **in full**

| Port | Berths |
| --- | --- |
| Suva | 12 |

> We quote the pilots.

```
We quote the code.
```

We `count` the ships.

<div>We quote the page.

**A bold line**

We thank the hosts:

---

Done at the harbour.[^1]

[^1]: With reservations.
"""
EDITS = st.tuples(st.floats(0, 1), st.integers(0, 6), st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=3)))


def edited(source: str, where: float, taken: int, put: str) -> str:
    place = round(where * len(source))
    return source[:place] + put + source[place + taken :]


@given(st.sampled_from([NOTE, LEADERS]), st.lists(EDITS, min_size=1, max_size=4))
def test_a_text_read_again_is_as_if_it_were_read_for_the_first_time(
    source: str, edits: list[tuple[float, int, str]]
) -> None:
    draft = read_draft(source)
    for edit in edits:
        source = edited(source, *edit)
        draft = read_again(draft, source)
        assert draft == read_draft(source)


@given(HOSTILE, HOSTILE)
def test_any_text_may_follow_any_other(one: str, other: str) -> None:
    assert read_again(read_draft(one), other) == read_draft(other)


@given(HOSTILE, EDITS)
def test_a_hostile_text_may_be_changed_anywhere(source: str, edit: tuple[float, int, str]) -> None:
    after = edited(source, *edit)
    assert read_again(read_draft(source), after) == read_draft(after)


@pytest.mark.parametrize("numbered", [True, False])
def test_drafts_that_are_edited_on_and_on_are_read_rightly(numbered: bool) -> None:
    pen = Pen(random.Random(numbered))
    parts = pen.text(20)
    draft = read_draft(printed(parts, numbered=numbered))
    for _ in range(60):
        parts = pen.edit(parts)
        source = printed(parts, numbered=numbered)
        draft = read_again(draft, source)
        assert draft == read_draft(source)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Noting the hour,", "Noting the hour."),  # the operative part begins there
        ("**The first part.**", "**The first part**"),  # two bold lines are headings
        ("(a) We agree", "(a We agree"),
    ],
)
def test_a_line_that_makes_others_what_they_are_is_read_with_all_of_them(old: str, new: str) -> None:
    source = (
        "Noting the hour,\n\nNoting the day,\n\n**The first part.**\n\n(a) We agree.\n\n**The second part**\n\nDone.\n"
    )
    assert read_again(read_draft(source), source.replace(old, new)) == read_draft(source.replace(old, new))


@pytest.fixture
def only_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """No text is read as a whole any more."""

    def refused(source: str) -> Draft:
        raise AssertionError(source)

    monkeypatch.setattr(rereading, "read_draft", refused)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("small ships", "all ships"),
        ("seminar of the", "seminars of the"),
        ("once a year;", "once a year and more;"),
        ("in one language, and", "in one language or two, and"),
        ("the hosts:", "the kind hosts:"),
        ("Done at the harbour.", "Done at the harbour"),
        ("to small ships.", "to"),
    ],
)
def test_a_change_inside_of_a_line_of_words_reads_that_line_alone(only_lines: None, old: str, new: str) -> None:
    source = NOTE.replace(old, new)
    assert source != NOTE
    assert read_again(BEFORE, source).source == source


BEFORE = read_draft(NOTE)
