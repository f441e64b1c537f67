"""Numbers: derived from the text, frozen between two issues, never an identity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE

from zerodraft.core.text.numbering import Number, Profile, find, freeze, number, sub_label
from zerodraft.core.text.parse import read_draft

PROFILES = list(Profile)


def cites(source: str) -> list[str]:
    return [each.cite for each in number(read_draft(source))]


def frozen(old: str, new: str, profile: Profile = Profile.UNFCCC) -> list[str]:
    """Cites of `new`, where each paragraph of `old` with the same words keeps its number."""
    before = read_draft(old)
    known = {each.text: of for each, of in zip(before.paragraphs, number(before), strict=True)}
    after = read_draft(new)
    issued = {each.ordinal: known[each.text] for each in after.paragraphs if each.text in known}
    return [each.cite for each in freeze(after, issued, profile)]


# --- laws -----------------------------------------------------------------------------------------


@given(HOSTILE)
def test_no_two_paragraphs_are_cited_alike(source: str) -> None:
    found = cites(source)
    assert len(set(found)) == len(found)


@given(HOSTILE, st.sampled_from(PROFILES))
def test_what_was_issued_unchanged_keeps_every_number(source: str, profile: Profile) -> None:
    draft = read_draft(source)
    issued = number(draft)
    assert freeze(draft, dict(enumerate(issued)), profile) == issued


@given(HOSTILE, st.sampled_from(PROFILES), st.data())
def test_frozen_numbers_stay_and_new_ones_are_unique(source: str, profile: Profile, data: st.DataObject) -> None:
    draft = read_draft(source)
    numbers = number(draft)
    kept = data.draw(st.sets(st.integers(0, max(0, len(numbers) - 1)))) if numbers else set()
    found = freeze(draft, {ordinal: numbers[ordinal] for ordinal in kept}, profile)
    assert all(found[ordinal] == numbers[ordinal] for ordinal in kept)
    assert len({each.cite for each in found}) == len(found)


@given(HOSTILE)
def test_every_number_is_found_as_it_is_cited(source: str) -> None:
    numbers = number(read_draft(source))
    for ordinal, each in enumerate(numbers):
        assert (
            numbers[find(numbers, each.cite) or 0].cite.casefold().replace(" ", "")
            == (each.cite.casefold().replace(" ", ""))
            or find(numbers, each.cite) == ordinal
        )


# --- a text by itself -----------------------------------------------------------------------------

TEXT = """\
# Message

*Recalling* the seas,

*Noting* the rivers,

## Aims

We affirm:

(a) peace:

(i) by sea;

(ii) by land;

(b) trust.

### Means

We fund.

[^1]: Not all.

| a |
|---|

## Trade

> Model clause

We trade.

---

## Closing

We thank.
"""


def test_how_each_paragraph_is_cited_and_printed() -> None:
    assert [(each.cite, each.printed) for each in number(read_draft(TEXT))] == [
        ("title", ""),
        ("PP1", ""),
        ("PP2", ""),
        ("FA1", ""),
        ("1", "1."),
        ("1(a)", "(a)"),
        ("1(a)(i)", "(i)"),
        ("1(a)(ii)", "(ii)"),
        ("1(b)", "(b)"),
        ("H1", ""),
        ("2", "2."),
        ("N1", ""),
        ("T1", ""),
        ("FA2", ""),
        ("B1", ""),
        ("3", "3."),
        ("H2", ""),
        ("C1", ""),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1. x\n\n2. y\n\n5. z", ["1", "2", "5"]),
        ("1\\. x\n\n2.bis y\n\n2A. z", ["1", "2 bis", "2A"]),
        ("1\\. x\n\n2\\. y\n\n2\\. z\n\n3\\. w", ["1", "2", "3", "4"]),
        ("OP1 x\n\nOP2 y", ["1", "2"]),
        ("PP1 Noting,\n\nPP3 Recalling,\n\n## A\n\nWe.", ["PP1", "PP3", "FA1", "1"]),
        ("1.1. x\n\n1.2. y\n\n2.1. z", ["1.1", "1.2", "2.1"]),
        ("**Bali, 2022**\n\n1\\. x\n\nChapeau\n\n2\\. y\n\nDone", ["U1", "1", "U2", "2", "C1"]),
        ("1. x:\n\n   - y\n   - z\n     - w", ["1", "1(a)", "1(b)", "1(b)(i)"]),
        ("1\\. x\n\n(a) y\n\n(a) z\n\n(b) w", ["1", "1(a)", "1(b)", "1(c)"]),
        ("1\\. x\n\n(b) y\n\n(a) z\n\n(b) w", ["1", "1(b)", "1(a)", "1(c)"]),
        ("1\\. x\n\n(b) y\n\n(b) z", ["1", "1(b)", "1(b) bis"]),
        ("(a) y\n\n(i) z", ["(a)", "(a)(i)"]),
        ("## A\n\n- x\n\n[^n]: note\n\n- y", ["FA1", "FA1(a)", "N1", "FA1(b)"]),
        ("# T\n\n# A\n\nx.\n\n## B\n\ny.", ["title", "FA1", "1", "H1", "2"]),
        ("", []),
    ],
)
def test_how_a_text_is_counted(source: str, expected: list[str]) -> None:
    assert cites(source) == expected


@pytest.mark.parametrize(
    ("level", "value", "expected"),
    [(1, 2, "(b)"), (2, 4, "(iv)"), (3, 1, "a."), (4, 2, "ii."), (5, 3, "c."), (1, 27, "(aa)"), (2, 90, "(90)")],
)
def test_what_is_printed_before_a_sub_paragraph(level: int, value: int, expected: str) -> None:
    assert sub_label(level, value) == expected


# --- between two issues ---------------------------------------------------------------------------

OLD = "## A\n\none.\n\ntwo.\n\nthree."


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (Profile.UNFCCC, ["FA1", "1", "2", "2 bis", "2 ter", "3"]),
        (Profile.LEGAL, ["FA1", "1", "2", "2A", "2B", "3"]),
        (Profile.UN, ["FA1", "1", "2", "2A", "2B", "3"]),
    ],
)
def test_new_paragraphs_are_named_after_the_one_before(profile: Profile, expected: list[str]) -> None:
    assert frozen(OLD, "## A\n\none.\n\ntwo.\n\nnew.\n\nnewer.\n\nthree.", profile) == expected


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (Profile.UNFCCC, ["FA1", "1 ante", "1 ante bis", "1", "1 bis", "2", "3", "3 bis"]),
        (Profile.LEGAL, ["FA1", "1 ante", "1 ante A", "1", "1A", "2", "3", "3A"]),
        (Profile.UN, ["FA1", "1 ante", "1 ante A", "1", "1A", "2", "3", "3A"]),
    ],
)
def test_before_the_first_in_between_and_at_the_end(profile: Profile, expected: list[str]) -> None:
    new = "## A\n\nnew.\n\nnewer.\n\none.\n\nmid.\n\ntwo.\n\nthree.\n\nlast."
    assert frozen(OLD, new, profile) == expected


def test_in_un_practice_bis_is_another_version_of_the_same_paragraph() -> None:
    old = "## A\n\none.\n\n[two]"
    assert frozen(old, "## A\n\none.\n\n[two]\n\n[new]\n\n[newer]\n\nplain.", Profile.UN) == [
        *("FA1", "1", "2", "2 bis", "2 ter", "2A"),
    ]
    assert frozen(old, "## A\n\none.\n\n[new]\n\n[two]", Profile.UN) == ["FA1", "1", "1A", "2"]
    assert frozen(old, "[new\n\n## A\n\n[newer]\n\n[two]", Profile.UN)[2:] == ["1", "2"]


def test_ten_and_more_insertions_have_names() -> None:
    new = "\n\n".join(f"new {value}." for value in range(12))
    found = frozen("## A\n\none.", f"## A\n\none.\n\n{new}")
    assert found[2:4] == ["1 bis", "1 ter"]
    assert found[-4:] == ["1 decies", "1 11", "1 12", "1 13"]
    assert frozen("## A\n\none.", f"## A\n\none.\n\n{new * 3}", Profile.LEGAL)[-1] == "1AH"


def test_a_moved_paragraph_keeps_its_number_and_its_neighbour_is_named_after_it() -> None:
    assert frozen(OLD, "## A\n\nthree.\n\nnew.\n\none.\n\ntwo.") == ["FA1", "3", "3 bis", "1", "2"]


def test_a_deleted_number_is_not_given_to_the_next() -> None:
    assert frozen(OLD, "## A\n\none.\n\nnew.\n\nthree.") == ["FA1", "1", "1 bis", "3"]


def test_a_suffix_that_was_issued_goes_on() -> None:
    old = "1\\. one\n\n1 bis. two\n\n2A. three"
    assert frozen(old, "1\\. one\n\n1 bis. two\n\n9999\n\n2A. three\n\nx") == ["1", "1 bis", "U1", "2A", "C1"]
    new = "1\\. one\n\n1 bis. two\n\n1\\. new\n\n2A. three\n\n1\\. newer"
    assert frozen(old, new) == ["1", "1 bis", "1 ter", "2A", "2 bis"]
    assert frozen(old, new, Profile.LEGAL) == ["1", "1 bis", "1A", "2A", "2B"]


def test_a_typed_number_that_is_free_is_taken() -> None:
    assert frozen("1\\. one\n\n2\\. two", "1\\. one\n\n2\\. two\n\n3\\. new") == ["1", "2", "3"]
    assert frozen("1\\. one\n\n2\\. two", "1\\. one\n\n2\\. new\n\n3\\. two") == ["1", "1 bis", "2"]


def test_preambular_paragraphs_headings_and_notes_are_inserted_alike() -> None:
    old = "Noting,\n\n## A\n\none.\n\n[^1]: note"
    new = "Seeing,\n\nNoting,\n\nRecalling,\n\n## A\n\none.\n\n## New\n\n[^2]: newer\n\n[^1]: note\n\n[^3]: newest"
    expected = ["PP1 ante", "PP1", "PP1 bis", "FA1", "1", "FA1 bis", "N1 ante", "N1", "N1 bis"]
    assert frozen(old, new) == expected


def test_a_kind_that_was_never_issued_begins_at_one() -> None:
    assert frozen("## A\n\none.", "Noting,\n\n## A\n\none.\n\n[^1]: note") == ["PP1", "FA1", "1", "N1"]


SUBS = "## A\n\none:\n\n(a) x;\n\n(b) y;\n\n(c) z"


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("(a) x;\n\n(b) new;\n\n(c) y;\n\n(d) z", ["1(a)", "1(a) bis", "1(b)", "1(c)"]),
        ("(a) x;\n\n(b) y;\n\n(c) z\n\n(d) new", ["1(a)", "1(b)", "1(c)", "1(d)"]),
        ("(a) new;\n\n(b) x;\n\n(c) y;\n\n(d) z", ["1(a) ante", "1(a)", "1(b)", "1(c)"]),
        ("- x;\n\n- new;\n\n- newer;\n\n- y;", ["1(a)", "1(a) bis", "1(a) ter", "1(b)"]),
        ("(a) new;\n\n(b) newer;\n\n(c) y;", ["1(a)", "1(a) bis", "1(b)"]),
        ("(a) x;\n\n(i) new;\n\n(ii) newer;\n\n(b) y", ["1(a)", "1(a)(i)", "1(a)(ii)", "1(b)"]),
    ],
)
def test_new_sub_paragraphs(profile: Profile, new: str, expected: list[str]) -> None:
    assert frozen(SUBS, f"## A\n\none:\n\n{new}", profile)[2:] == expected


def test_the_sub_paragraphs_of_a_new_paragraph_count_afresh() -> None:
    found = frozen(SUBS, f"{SUBS}\n\nnew:\n\n(a) p;\n\n(b) q;\n\n- r")
    assert found[-4:] == ["1 bis", "1 bis(a)", "1 bis(b)", "1 bis(b)(i)"]


def test_a_title_that_became_a_heading_leaves_no_second_title() -> None:
    draft = read_draft("# New\n\n## Old\n\none.")
    assert [each.cite for each in freeze(draft, {1: Number("title", "")})] == ["H1", "title", "1"]


# --- as people cite -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cited", "cite"),
    [
        ("2", "2"),
        ("2.", "2"),
        ("para 1(a)(i)", "1(a)(i)"),
        ("paragraph 1 (a) (ii)", "1(a)(ii)"),
        ("Par. 2", "2"),
        ("¶ 3", "3"),
        ("OP3", "3"),
        ("op 3", "3"),
        ("pp2", "PP2"),
        ("paragraph PP2", "PP2"),
        ("fa1", "FA1"),
        ("Title", "title"),
    ],
)
def test_a_paragraph_is_found_as_people_cite_it(cited: str, cite: str) -> None:
    numbers = number(read_draft(TEXT))
    ordinal = find(numbers, cited)
    assert ordinal is not None
    assert numbers[ordinal].cite == cite


def test_bis_is_found_with_and_without_a_space() -> None:
    numbers = (Number("5", "5."), Number("5 bis", "5 bis."))
    assert [find(numbers, cited) for cited in ("5bis", "5 bis", "5.bis", "para 5 bis")] == [1, 1, 1, 1]


@pytest.mark.parametrize("cited", ["4", "1(c)", "", "opening", "paragraphs", "PP9"])
def test_what_is_not_there_is_not_found(cited: str) -> None:
    assert find(number(read_draft(TEXT)), cited) is None


def test_a_point_inside_a_number_counts_when_a_paragraph_is_looked_for() -> None:
    numbers = (Number("1", "1."), Number("12", "12."), Number("5 bis", "5 bis."))
    assert find(numbers, "1.2") is None
    assert find(numbers, "12.") == 1
    assert find(numbers, "5. bis") == 2
