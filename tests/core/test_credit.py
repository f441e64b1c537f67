"""Whose words a text holds: laws on texts in which every word is another one, and cases as a drafter sees them."""

import random
from collections.abc import Sequence
from itertools import pairwise
from string import ascii_uppercase
from time import process_time

import pytest
from tests.core.redrafting import Pen, printed, told

from zerodraft.core.comparison.credit import Credits, Provenance, Root, Stage
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft


def in_a_row(*sources: str, towards: str = "") -> tuple[Draft, Sequence[Provenance]]:
    """Texts one after the other, by the acts A, B, C …; the last text and where its paragraphs come from."""
    book, before = Credits(), ""
    *earlier, last = zip(ascii_uppercase, map(read_draft, sources), strict=False)
    for act, draft in earlier:
        book.add(Stage(act, draft, (before,)))
        before = act
    return last[1], book.add(Stage(*last, (before,), tuple(towards)))


def shown(draft: Draft, found: Sequence[Provenance]) -> list[str]:
    """Each paragraph with the act before its words: `A: We agree to keep |B: all |A: ports open.`"""
    return [
        "|".join(f"{act}: {paragraph.text[start:end]}" for act, start, end in words)
        for paragraph, (words, _, _) in zip(draft.paragraphs, found, strict=True)
    ]


def after(*sources: str, towards: str = "") -> list[str]:
    return shown(*in_a_row(*sources, towards=towards))


# --- laws -------------------------------------------------------------------------------------


def history(seed: int) -> list[str]:
    """Seven texts; what a word is, no other word ever was."""
    pen = Pen(random.Random(seed))
    text = pen.text(12)
    sources = [printed(text)]
    for _ in range(6):
        text = pen.edited(text, 3)
        sources.append(printed(text))
    return sources


def credited(draft: Draft, found: Sequence[Provenance]) -> dict[str, str]:
    """The act of each word."""
    return {
        word: act
        for paragraph, (words, _, _) in zip(draft.paragraphs, found, strict=True)
        for act, start, end in words
        for word in told(paragraph.text[start:end])
    }


@pytest.mark.parametrize("seed", range(60))
def test_no_word_is_credited_to_an_act_whose_text_does_not_hold_it(seed: int) -> None:
    sources = history(seed)
    draft, found = in_a_row(*sources)
    holders = {ascii_uppercase[place]: told(source) for place, source in enumerate(sources)}
    for word, act in credited(draft, found).items():
        assert word in holders[act]
        assert word in told(sources[-1])


@pytest.mark.parametrize("seed", range(60))
def test_the_words_that_a_text_adds_are_credited_to_its_act(seed: int) -> None:
    *before, last = history(seed)
    new = {*told(last)}.difference(*map(told, before))
    whose = credited(*in_a_row(*before, last))
    assert {whose[word] for word in new} <= {ascii_uppercase[len(before)]}


@pytest.mark.parametrize("seed", range(60))
def test_the_stretches_of_a_paragraph_are_its_text(seed: int) -> None:
    draft, found = in_a_row(*history(seed))
    for paragraph, (words, acts, _) in zip(draft.paragraphs, found, strict=True):
        assert "".join(paragraph.text[start:end] for _, start, end in words) == paragraph.text
        assert all(one.end == other.start and one.act != other.act for one, other in pairwise(words))
        assert {each.act for each in words} <= {*acts}
        assert list(acts) == sorted(acts)


def test_of_a_thousand_words_at_most_five_lose_the_act_that_brought_them() -> None:
    words = lost = 0
    for seed in range(100, 200):
        sources = history(seed)
        brought: dict[str, str] = {}
        for place, source in enumerate(sources):
            for word in told(source):
                brought.setdefault(word, ascii_uppercase[place])
        whose = credited(*in_a_row(*sources))
        words += len(whose)
        lost += sum(brought[word] != act for word, act in whose.items())
    assert words > 10_000
    assert 1000 * lost <= 5 * words


def test_following_the_words_of_a_long_text_takes_less_than_reading_it() -> None:
    pen = Pen(random.Random(1))
    parts = list(pen.text(300))
    book, before, reading, following = Credits(), "", 0.0, 0.0
    for place in range(40):
        parts[7 * place + 1] = pen.part("1")
        begin = process_time()
        draft = read_draft(printed(tuple(parts)))
        read = process_time()
        book.add(Stage(f"{place}", draft, (before,)))
        before, reading, following = f"{place}", reading + read - begin, following + process_time() - read
    assert following < reading


# --- cases ------------------------------------------------------------------------------------

PORTS = "We agree to keep ports open to small ships."
CREWS = "We honour the crews of all ships that sail by night and by day in any weather."
TABLES = "We support the exchange of charts and tables between the harbours of the region."


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_a_word_put_into_a_paragraph_belongs_to_its_act_and_the_others_stay_whose_they_were() -> None:
    assert after(text(PORTS, CREWS), text(PORTS.replace("ports", "all ports"), CREWS)) == [
        "A: We agree to keep |B: all |A: ports open to small ships.",
        f"A: {CREWS}",
    ]


def test_each_of_several_acts_keeps_its_words_in_one_paragraph() -> None:
    second = PORTS.replace("ports", "all ports")
    third = second.replace("small ships", "small ships in need")
    fourth = third.replace("agree", "decide")
    assert after(PORTS, second, third, fourth) == [
        "A: We |D: decide |A: to keep |B: all |A: ports open to small ships |C: in need|A: ."
    ]


def test_a_moved_paragraph_keeps_its_credit_and_its_mover_is_told() -> None:
    draft, found = in_a_row(text(PORTS, CREWS, TABLES), text(TABLES, PORTS, CREWS))
    assert shown(draft, found) == [f"A: {TABLES}", f"A: {PORTS}", f"A: {CREWS}"]
    assert [each.acts for each in found] == [("A", "B"), ("A",), ("A",)]


def test_the_halves_of_a_split_paragraph_keep_their_credit() -> None:
    whole = f"{CREWS[:-1]}, and we support the exchange of old charts and of tables."
    reworded = whole.replace("old charts", "new charts")
    assert after(whole, reworded, reworded.replace(", and we support", ".\n\nWe support")) == [
        "A: We honour the crews of all ships that sail by night and by day in any weather|C: .",
        "C: We |A: support the exchange of |B: new |A: charts and of tables.",
    ]


def test_a_joined_paragraph_has_the_credit_of_its_parts() -> None:
    first, second = text(CREWS, TABLES), text(CREWS, TABLES.replace("the region", "our region"))
    draft, found = in_a_row(first, second, second.replace("weather.\n\nWe support", "weather, and support"))
    rest = "support the exchange of charts and tables between the harbours of"
    assert shown(draft, found) == [f"A: {CREWS[:-1]}|C: , and |A: {rest} |B: our |A: region."]
    assert found[0].acts == ("A", "B", "C")


def test_words_taken_out_leave_their_act_as_the_last_that_touched_the_paragraph() -> None:
    draft, found = in_a_row(PORTS, PORTS.replace("small ", ""))
    assert shown(draft, found) == ["A: We agree to keep ports open to ships."]
    assert found[0].acts == ("A", "B")


def test_another_text_in_the_place_of_a_paragraph_is_all_its_own() -> None:
    assert after(text(CREWS, PORTS), text(CREWS, "Nothing of what we said stands to be read.")) == [
        f"A: {CREWS}",
        "B: Nothing of what we said stands to be read.",
    ]


def test_what_an_undo_puts_back_belongs_to_those_who_brought_it() -> None:
    first = text(PORTS, CREWS)
    second = text(PORTS.replace("ports", "all ports"), CREWS)
    third = text(PORTS)
    assert after(first, second, third, second, towards="B") == [
        "A: We agree to keep |B: all |A: ports open to small ships.",
        f"A: {CREWS}",
    ]


def test_an_act_before_the_last_one_is_undone_and_both_credits_stand() -> None:
    first = PORTS.replace("small ships", "small and old ships")
    second = first.replace("small and old ships", "ships")
    third = second.replace("ports", "all ports")
    assert after(first, second, third, third.replace("to ships", "to small and old ships"), towards="A") == [
        "A: We agree to keep |C: all |A: ports open to small and old ships."
    ]


def test_who_says_the_same_words_again_without_an_undo_brings_them_anew() -> None:
    more = PORTS.replace("ports", "all ports")
    assert after(PORTS, more, PORTS, more) == ["A: We agree to keep |D: all |A: ports open to small ships."]


def test_a_merge_has_the_words_of_both_sides_and_adds_only_what_is_in_neither() -> None:
    book = Credits()
    ours, theirs = PORTS.replace("ports", "all ports"), PORTS.replace("small", "small and old")
    both = ours.replace("small", "small and old")
    book.add(Stage("A", read_draft(text(PORTS, CREWS))))
    book.add(Stage("B", read_draft(text(ours, CREWS)), ("A",)))
    book.add(Stage("C", read_draft(text(theirs, CREWS.replace("night", "dusk"))), ("A",)))
    draft = read_draft(text(both, CREWS.replace("night", "dusk"), "Done at the harbour."))
    found = book.add(Stage("M", draft, ("B", "C")))
    assert shown(draft, found) == [
        "A: We agree to keep |B: all |A: ports open to small |C: and old |A: ships.",
        "A: We honour the crews of all ships that sail by |C: dusk |A: and by day in any weather.",
        "M: Done at the harbour.",
    ]
    assert [each.acts for each in found] == [("A", "B", "C", "M"), ("A", "C"), ("M",)]


def test_a_paragraph_that_is_gone_tells_who_touched_it_and_who_took_it_out() -> None:
    book = Credits()
    crews = CREWS.replace("night", "dusk")
    first = book.add(Stage("A", read_draft(text(PORTS, CREWS))))
    book.add(Stage("B", read_draft(text(PORTS, crews)), ("A",)))
    book.add(Stage("C", read_draft(text(PORTS)), ("B",)))
    assert [book.taken_out(root) for each in first for root in each.roots] == [(), ("A", "B", "C")]
    again = book.add(Stage("D", read_draft(text(PORTS, crews)), ("C",), ("B",)))
    assert [each.roots for each in again] == [each.roots for each in first]


def test_the_longer_piece_of_a_split_paragraph_is_that_paragraph_and_a_joined_one_is_both() -> None:
    book = Credits()
    whole = f"{CREWS[:-1]}, and we support charts and tables."
    split = whole.replace(", and we support", ".\n\nWe support")
    (first,) = book.add(Stage("A", read_draft(whole)))
    longer, shorter = book.add(Stage("B", read_draft(split), ("A",)))
    assert (longer.roots, shorter.roots) == (first.roots, (Root("B", 1),))
    (joined,) = book.add(Stage("C", read_draft(whole), ("B",)))
    assert joined.roots == (*first.roots, Root("B", 1))


def test_a_text_that_is_only_looked_at_leaves_no_trace() -> None:
    book = Credits()
    book.add(Stage("A", read_draft(PORTS)))
    typed = read_draft(PORTS.replace("ports", "all ports"))
    assert [each.act for each in book.look(Stage("typed", typed, ("A",)))[0].words] == ["A", "typed", "A"]
    assert "typed" not in book
    assert "A" in book


def test_an_act_is_taken_along_once() -> None:
    book = Credits()
    once = book.add(Stage("A", read_draft(PORTS)))
    assert book.add(Stage("A", read_draft(CREWS))) is once


def test_a_new_number_and_another_wrapping_change_no_credit() -> None:
    assert after(f"1. {PORTS}", f"2. {PORTS.replace(' ports', chr(10) + 'ports')}") == [f"A: {PORTS}"]
