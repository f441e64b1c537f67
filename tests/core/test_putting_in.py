"""A tabled proposal in the source: exactly its words in their place, and nothing else touched."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE, LEADERS
from tests.core.table_room import proposal

from zerodraft.core.comparison.lineage import Version, trace
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.negotiation.putting_in import splices
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.tabling import table
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.splice import splice
from zerodraft.errors import Refusal

TYPED = """# Title

1. We agree on the first
   thing that matters to us,
   and on another.

   (a) first of all things

   (b) second of all things

2. We invite everybody here.

- one small step
- two small steps

<!-- nobody negotiates this -->

3. We decide to meet again
soon.

Closing words
"""
BALI = (Path(__file__).parents[2] / "declarations" / "bali-message" / "text.md").read_text(encoding="utf-8")
SOURCES = st.sampled_from([TYPED, TYPED.replace("\n", "\r\n"), "\ufeff" + TYPED.rstrip("\n"), BALI, LEADERS])
SENTENCES = st.sampled_from(["Peace be with us.", "We meet 12 times, at least.", "[one / two - JPN] and so on"])


def on(source: str, one: Proposal) -> tuple[Draft, Tabled]:
    draft = read_draft(source)
    return draft, table([one], (), trace([Version("t0", draft)]))[one.id]


def put(source: str, one: Proposal) -> str:
    """The source with a proposal made on it."""
    return splice(source, splices(*on(source, one)))


@st.composite
def amended(draw: st.DrawFn, source: str) -> tuple[int, int, tuple[str, ...], int | None]:
    """Any amendment of a text: words changed, paragraphs put in, taken out, moved, split and joined."""
    paragraphs = read_draft(source).paragraphs
    first = draw(st.integers(0, len(paragraphs)))
    last = min(len(paragraphs), first + draw(st.integers(0, 3)))
    said = [_other(draw, each.text) for each in paragraphs[first:last]]
    match draw(st.sampled_from(["reword", "take out", "add", "join", "split"])):
        case "take out":
            said = []
        case "join":
            said = [" ".join(said)]
        case "split":
            words = " ".join(said).split()
            said = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
        case "add":
            said.insert(draw(st.integers(0, len(said))), draw(SENTENCES))
    to = draw(st.one_of(st.none(), st.integers(0, len(paragraphs))))
    wording = tuple(filter(None, said))
    return first, last, wording, None if to is None or first <= to <= last or not wording else to


def _other(draw: st.DrawFn, text: str) -> str:
    words = text.split()
    place = draw(st.integers(0, max(0, len(words) - 1)))
    words[place : place + draw(st.integers(0, 2))] = draw(st.sampled_from([[], ["urgently"], ["all", "of"]]))
    return " ".join(words)


@given(SOURCES, st.data())
@settings(max_examples=150, deadline=None)
def test_the_words_stand_in_their_place_and_every_other_paragraph_byte_for_byte(
    source: str, data: st.DataObject
) -> None:
    first, last, wording, to = data.draw(amended(source))
    if Amendment("t0", first, last, wording, to).problem:
        return
    draft = read_draft(source)
    if any(each.kind in (Kind.TABLE, Kind.OPAQUE) or not each.text for each in draft.paragraphs[first:last]):
        return
    try:
        found = read_draft(put(source, proposal(first, last, *wording, to=to)))
    except Refusal as refused:
        assert "would not read as the paragraphs" in refused.message  # noqa: PT017
        assert source in (LEADERS,) or any(word[0] in "-#[(" for word in wording)
        return
    raw = [each.span.of(source) for each in draft.paragraphs]
    place = first if to is None else to - (last - first if to > first else 0)
    rest = raw[:first] + raw[last:]
    here = [each.span.of(found.source) for each in found.paragraphs]
    assert here[:place] + here[place + len(wording) :] == rest
    assert [each.text for each in found.paragraphs[place : place + len(wording)]] == [*wording]


@given(HOSTILE, HOSTILE, st.data())
@settings(max_examples=150, deadline=None)
def test_any_words_are_put_in_as_they_are_or_refused(source: str, words: str, data: st.DataObject) -> None:
    count = len(read_draft(source).paragraphs)
    first = data.draw(st.integers(0, count))
    last = data.draw(st.integers(first, count))
    wording = tuple(filter(None, [" ".join(words.split())]))
    if first == last and not wording:
        return
    try:
        found = read_draft(put(source, proposal(first, last, *wording)))
    except Refusal:
        return
    assert len(found.paragraphs) == count - (last - first) + len(wording)


def test_what_stays_in_a_wrapped_paragraph_keeps_its_lines() -> None:
    one = proposal(1, 2, "We agree on the last thing that matters most to us, and on another.")
    assert put(TYPED, one) == TYPED.replace("the first\n", "the last\n").replace("matters to", "matters most to")


def test_a_proposal_that_changes_nothing_is_no_splice() -> None:
    assert splices(*on(TYPED, proposal(4, 5, "We invite everybody here."))) == ()


@pytest.mark.parametrize(
    ("one", "before", "after"),
    [
        pytest.param(
            proposal(4, 5, "We invite everybody.", "They may stay here."),
            "2. We invite everybody here.\n",
            "2. We invite everybody.\n\n2 bis. They may stay here.\n",
            id="split",
        ),
        pytest.param(
            proposal(2, 4, "first of all things and second of all things"),
            "   (a) first of all things\n\n   (b) second of all things\n",
            "   (a) first of all things and second of all things\n",
            id="join",
        ),
        pytest.param(
            proposal(6, 7, "two small steps", "three small steps", "four"),
            "- two small steps\n",
            "- two small steps\n- three small steps\n- four\n",
            id="bullets",
        ),
        pytest.param(proposal(5, 7), "- one small step\n- two small steps\n\n", "", id="taken out"),
        pytest.param(proposal(7, 8), "\n3. We decide to meet again\nsoon.\n", "", id="beside a comment"),
        pytest.param(
            proposal(3, 4, "second of all things", to=2),
            "   (a) first of all things\n\n   (b) second of all things\n",
            "   (b) second of all things\n\n   (a) first of all things\n",
            id="moved to the front of its list",
        ),
        pytest.param(
            proposal(2, 3, "the first of all things", to=4),
            "   (a) first of all things\n\n   (b) second of all things\n",
            "   (b) second of all things\n\n   (c) the first of all things\n",
            id="moved to its end",
        ),
    ],
)
def test_paragraphs_are_numbered_and_parted_as_their_neighbours(one: Proposal, before: str, after: str) -> None:
    assert before in TYPED
    assert put(TYPED, one) == TYPED.replace(before, after)


@pytest.mark.parametrize(
    ("place", "cite", "after", "line"),
    [
        (4, "1", "(b) second of all things", "1 bis. Peace be with us."),
        (4, "1(b)", "(b) second of all things", "   (c) Peace be with us."),
        (3, "1(a)", "(a) first of all things", "   (b) Peace be with us."),
        (4, "", "(b) second of all things", "   (c) Peace be with us."),
        (8, "C1", "soon.", "3 bis. Peace be with us."),
        (5, "1(a)", "2. We invite everybody here.", "2 bis. Peace be with us."),
        (1, "title", "# Title", "1. Peace be with us."),
        (9, "C1", "Closing words", "Peace be with us."),
    ],
)
def test_a_new_paragraph_goes_on_from_the_one_that_was_cited(place: int, cite: str, after: str, line: str) -> None:
    one = replace(proposal(place, place, "Peace be with us."), paragraph=cite)
    assert f"{after}\n\n{line}\n" in put(TYPED, one)


@pytest.mark.parametrize(("label", "following"), [("(i)", "(ii)"), ("(1)", "(2)"), ("(b)", "(c)")])
def test_sub_paragraphs_are_counted_on(label: str, following: str) -> None:
    source = f"1. We agree:\n\n{label} to act;\n\n2. We decide.\n"
    assert f"\n\n{following} Peace.\n\n2." in put(source, replace(proposal(2, 2, "Peace."), paragraph="1(x)"))


def test_where_nothing_is_as_deep_as_what_was_cited_a_new_paragraph_goes_on_from_its_neighbour() -> None:
    one = replace(proposal(2, 2, "three"), paragraph="1")
    assert put("- one\n- two\n\nWe agree.\n", one) == "- one\n- two\n- three\n\nWe agree.\n"


def test_a_paragraph_may_be_divided_while_it_moves() -> None:
    found = put(TYPED, proposal(4, 5, "We invite everybody.", "They may stay here.", to=1))
    assert found.startswith("# Title\n\n2. We invite everybody.\n\nThey may stay here.\n\n1. We agree")


def test_paragraphs_on_both_sides_of_a_comment_go_without_it() -> None:
    found = put(TYPED, proposal(5, 8))
    assert found.endswith("2. We invite everybody here.\n\n<!-- nobody negotiates this -->\n\nClosing words\n")


def test_a_table_goes_as_a_whole() -> None:
    assert put("We agree.\n\n|a|b|\n|-|-|\n|c|d|\n", proposal(1, 2, "We rest.")) == "We agree.\n\nWe rest.\n"


def test_a_number_that_waits_for_its_words_gets_them() -> None:
    assert put("1. We agree.\n\n2.\n\n3. We part.\n", proposal(1, 2, "We rest.")) == (
        "1. We agree.\n\n2. We rest.\n\n3. We part.\n"
    )


def test_a_new_paragraph_under_a_heading_is_numbered_after_the_last_one_before_it() -> None:
    source = "## One\n\n1. We agree.\n\n## Two\n\n2. We decide.\n"
    assert "## Two\n\n1 bis. Peace be with us.\n\n2. We" in put(source, proposal(3, 3, "Peace be with us."))


def test_a_new_paragraph_before_all_others_is_put_before_them() -> None:
    assert put("We agree.\n", proposal(0, 0, "Peace.")) == "Peace.\n\nWe agree.\n"
    assert put("", proposal(0, 0, "Peace.")) == "Peace.\n\n"


def test_words_that_bring_their_number_get_no_other() -> None:
    assert "\n\n4. Peace be with us.\n" in put(TYPED, proposal(8, 8, "4. Peace be with us."))


def test_a_new_heading_is_put_in_as_it_is_typed() -> None:
    assert "\n\n## Peace\n\nClosing words" in put(TYPED, proposal(8, 8, "## Peace"))


def test_lines_end_as_they_do_in_the_text() -> None:
    found = put(TYPED.replace("\n", "\r\n"), proposal(8, 8, "Peace be with us."))
    assert found == put(TYPED, proposal(8, 8, "Peace be with us.")).replace("\n", "\r\n")


def test_what_is_in_already_changes_nothing_and_what_has_no_place_is_refused() -> None:
    first, last = Version("t0", read_draft("We agree.\n")), Version("t1", read_draft("We all agree.\n"))
    there = table([proposal(0, 1, "We all agree.")], (), trace([first, last]))["aus-11c0"]
    assert splices(last.draft, there) == ()
    with pytest.raises(Refusal) as refused:
        splices(last.draft, table([proposal(0, 1, "No.", on="t9")], (), trace([first]))["aus-11c0"])
    assert refused.value.message == (
        "AUS-1 can't be put in: The text that was read is not among the versions of this document."
    )


def test_words_that_would_be_no_paragraph_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        put("We agree.\n\nWe part.\n", proposal(0, 1, "---"))
    assert refused.value.message == (
        "AUS-1 can't be put in: its words would not read as the paragraphs that were proposed."
    )
