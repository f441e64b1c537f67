"""The word redline: its laws, what a drafter sees, and its bounds."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zerodraft.core.comparison import redline as redline_module
from zerodraft.core.comparison.changes import Op, Run, after, before
from zerodraft.core.comparison.common_sequence import common_length, hunks
from zerodraft.core.comparison.redline import changed_words, redline
from zerodraft.core.comparison.tidy import carries_meaning, tidied
from zerodraft.core.text.words import word_spans, words

MARKS = {Op.KEPT: "{}", Op.DELETED: "[-{}-]", Op.INSERTED: "{{+{}+}}"}


def shown(old: str, new: str) -> str:
    return "".join(MARKS[run.op].format(run.text) for run in redline(old, new))


PHRASES = st.lists(
    st.sampled_from(
        [
            "States",
            "shall",
            "should",
            "the",
            "of",
            ",",
            ".",
            "[",
            "]",
            "/",
            " ",
            "  ",
            "\n",
            "region",
            "हिन्दी",
            "ไทย",
            "外交",
        ]
    ),
    max_size=30,
).map("".join)
TEXTS = st.text(max_size=40) | PHRASES


# --- laws ---------------------------------------------------------------------------------------


@given(TEXTS, TEXTS)
@settings(max_examples=300)
def test_both_texts_can_be_read_from_their_redline(old: str, new: str) -> None:
    runs = redline(old, new)
    assert before(runs) == old
    assert after(runs) == new


@given(TEXTS, TEXTS)
@settings(max_examples=200)
def test_runs_are_solid_and_neighbours_differ_in_fate(old: str, new: str) -> None:
    runs = redline(old, new)
    assert all(run.text for run in runs)
    assert all(first.op is not second.op for first, second in itertools.pairwise(runs))


@given(TEXTS, TEXTS)
@settings(max_examples=200)
def test_no_word_of_either_text_is_cut(old: str, new: str) -> None:
    runs = redline(old, new)
    for text, hidden in ((old, Op.INSERTED), (new, Op.DELETED)):
        inside = {place for start, end in word_spans(text) for place in range(start + 1, end)}
        place = 0
        for run in runs:
            if run.op is not hidden:
                place += len(run.text)
                assert place not in inside


@given(PHRASES)
def test_a_text_and_itself_have_no_marks(text: str) -> None:
    assert redline(text, text) == ((Run(Op.KEPT, text),) if text else ())


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_the_common_sequence_is_the_longest(old: str, new: str) -> None:
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, first in enumerate(old):
        for j, second in enumerate(new):
            table[i + 1][j + 1] = table[i][j] + 1 if first == second else max(table[i][j + 1], table[i + 1][j])
    assert common_length(old, new) == table[-1][-1]
    deleted = sum(old_end - old_start for old_start, old_end, _, _ in hunks(old, new))
    assert len(old) - deleted == table[-1][-1]


@given(st.text("abc", max_size=12).map(list), st.text("abc", max_size=12).map(list))
@settings(max_examples=300)
def test_before_it_is_tidied_no_redline_marks_fewer_words(old: list[str], new: list[str]) -> None:
    changed = changed_words(old, new)
    kept = len(old) - sum(old_end - old_start for old_start, old_end, _, _ in changed)
    assert kept == common_length(old, new) == len(new) - sum(hunk[3] - hunk[2] for hunk in changed)


# --- what a drafter sees ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("", "", ""),
        ("", "We agree.", "{+We agree.+}"),
        ("We agree.", "", "[-We agree.-]"),
        ("States shall act.", "States should act.", "States [-shall-]{+should+} act."),
        ("We will support it.", "We will fully support it.", "We will {+fully +}support it."),
        ("We will fully support it.", "We will support it.", "We will [-fully -]support it."),
        ("We agree", "We agree and decide", "We agree{+ and decide+}"),
        (
            "We support the region.",
            "We support, as appropriate, the region.",
            "We support{+, as appropriate,+} the region.",
        ),
        ("Every State may act.", "[Every State] may act.", "{+[+}Every State{+]+} may act."),
        ("States shall act.", "States [shall/should] act.", "States {+[+}shall{+/should]+} act."),
        ("a long-term plan", "a long-standing plan", "a [-long-term-]{+long-standing+} plan"),
        ("l’eau et l’air", "l’eau et l’océan", "l’eau et [-l’air-]{+l’océan+}"),
    ],
)
def test_the_redline_reads_as_a_drafter_would_mark_it(old: str, new: str, seen: str) -> None:
    assert shown(old, new) == seen


def test_an_inserted_sentence_is_marked_from_its_first_word_to_its_full_stop() -> None:
    old = "We met in Bali. We will meet again."
    new = "We met in Bali. We will report each year. We will meet again."
    assert shown(old, new) == "We met in Bali. {+We will report each year. +}We will meet again."


def test_a_deleted_sentence_at_the_end_takes_the_space_before_it() -> None:
    assert shown("We met. We agreed.", "We met.") == "We met.[- We agreed.-]"


def test_an_inserted_clause_ends_at_its_comma() -> None:
    old = "We promote trade, investment, and growth."
    new = "We promote trade, tourism, investment, and growth."
    assert shown(old, new) == "We promote trade, {+tourism, +}investment, and growth."


def test_stop_words_between_two_rewritten_phrases_are_marked_with_them() -> None:
    old = "the rapid growth of the national economies"
    new = "the steady decline of the regional markets"
    assert shown(old, new) == (
        "the [-rapid growth of the national economies-]{+steady decline of the regional markets+}"
    )


def test_a_word_that_carries_meaning_is_never_swallowed() -> None:
    old = "the rapid growth shall serve old people"
    new = "the steady decline shall harm young men"
    assert shown(old, new) == "the [-rapid growth-]{+steady decline+} shall [-serve old people-]{+harm young men+}"


@pytest.mark.parametrize("mark", ["[", "]", "/"])
def test_brackets_and_slashes_are_never_swallowed(mark: str) -> None:
    old = f"rapid growth {mark} national markets"
    new = f"steady decline {mark} regional economies"
    assert f"}} {mark} [" in shown(old, new).replace("+}", "}").replace("[-", "[")
    assert carries_meaning(mark)


def test_a_new_line_for_a_space_marks_no_word() -> None:
    assert redline("One. Two.", "One.\nTwo.") == (
        Run(Op.KEPT, "One."),
        Run(Op.DELETED, " "),
        Run(Op.INSERTED, "\n"),
        Run(Op.KEPT, "Two."),
    )


def test_of_white_space_that_differs_only_the_difference_is_marked() -> None:
    assert redline("a  b c", "a b c") == (Run(Op.KEPT, "a "), Run(Op.DELETED, " "), Run(Op.KEPT, "b c"))


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("เราสนับสนุนความร่วมมือ", "เราไม่สนับสนุนความร่วมมือ", "เรา{+ไม่+}สนับสนุนความร่วมมือ"),
        ("我们将加强合作。", "我们将全面加强合作。", "我们将{+全面+}加强合作。"),
        ("हम इसका समर्थन करते हैं।", "हम इसका पूरा समर्थन करते हैं।", "हम इसका {+पूरा +}समर्थन करते हैं।"),
        ("نحن ندعم التعاون", "نحن ندعم بقوة التعاون", "نحن ندعم {+بقوة +}التعاون"),
        ("Kami mendukung kerja sama.", "Kami akan mendukung kerja sama.", "Kami {+akan +}mendukung kerja sama."),
    ],
)
def test_every_script_is_marked_by_its_own_words(old: str, new: str, seen: str) -> None:
    assert shown(old, new) == seen


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("report States soon", "report report States", "{+report +}report States[- soon-]"),
        ("We soon also also", "We report soon also", "We {+report +}soon also[- also-]"),
        ("report States soon now", "report report States now", "{+report +}report States [-soon -]now"),
    ],
)
def test_a_repeated_word_is_marked_at_the_end_of_the_text(old: str, new: str, seen: str) -> None:
    assert shown(old, new) == seen


# --- bounds -------------------------------------------------------------------------------------


def test_beyond_the_bound_the_text_is_cut_at_phrases_that_stand_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redline_module, "MOST_CELLS", 60)
    old = "Alpha one. The parties meet in Jakarta today. Beta two and more words here follow on and on."
    new = "Gamma one. The parties meet in Jakarta today. Delta two and more words here follow on and off."
    assert shown(old, new) == (
        "[-Alpha-]{+Gamma+} one. The parties meet in Jakarta today. [-Beta-]{+Delta+} "
        "two and more words here follow on and [-on-]{+off+}."
    )


def test_a_stretch_without_such_a_phrase_is_replaced_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redline_module, "MOST_CELLS", 4)
    assert shown("a b c d e", "v b w d x") == "[-a b c d e-]{+v b w d x+}"


def test_beyond_the_bound_nothing_is_sought_inside_the_longer_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown("a b c", "v a b c w") == "{+v +}a b c{+ w+}"
    monkeypatch.setattr(redline_module, "MOST_CELLS", 4)
    assert shown("a b c", "v a b c w") == "[-a b c-]{+v a b c w+}"


def test_more_different_words_than_characters_are_replaced_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redline_module, "MOST_WORDS", 5)
    assert shown("a b c", "a b d") == "[-a b c-]{+a b d+}"


def test_a_paragraph_of_thousands_of_different_words_is_compared_word_by_word() -> None:
    middle = " ".join(f"word{number}" for number in range(3000))
    assert shown(f"We {middle} here", f"They {middle} there") == f"[-We-]{{+They+}} {middle} [-here-]{{+there+}}"


def test_long_texts_that_repeat_one_phrase_are_compared_exactly() -> None:
    old, new = "to meet " * 1500, "meet to " * 1500
    runs = redline(old, new)
    assert (before(runs), after(runs)) == (old, new)
    assert sum(len(words(run.text)) for run in runs if run.op is not Op.KEPT) == 2


def test_a_repeated_sentence_is_marked_at_the_beginning() -> None:
    assert tidied([(2, 2, 2, 4)], list("a.b"), list("a.a.b")) == [(0, 0, 0, 2)]


def test_an_insertion_that_begins_with_a_full_stop_slides_to_the_whole_sentence() -> None:
    assert tidied([(1, 1, 1, 4)], list("x.cd."), list("x.yz.cd.")) == [(2, 2, 2, 5)]


def test_a_hunk_slides_no_further_than_its_neighbour_allows() -> None:
    old, new = list("xabab"), list("yabababz")
    tidy = tidied(hunks(old, new), old, new)
    assert all(first[1] < second[0] for first, second in itertools.pairwise(tidy))
