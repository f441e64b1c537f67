"""Three-way merge of drafts: every change of both sides stands, and a conflict is a bracket."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE, LEADERS
from tests.core.redrafting import broken, trial

from zerodraft.core.comparison.dispute import Dispute
from zerodraft.core.comparison.merge import Merged, merge
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.splice import Span

NOBODY = ("", "")
TWO = ("Japan", "EU")


def merged(base: str, ours: str, theirs: str, names: tuple[str, str] = NOBODY) -> str:
    return merge(read_draft(base), read_draft(ours), read_draft(theirs), names=names).source


def disputes(base: str, ours: str, theirs: str) -> tuple[Dispute, ...]:
    return merge(read_draft(base), read_draft(ours), read_draft(theirs)).brackets


# --- laws ---------------------------------------------------------------------------------------


@given(st.randoms(use_true_random=False))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_and_no_bracket_is_lost_and_each_comes_from_where_it_should(chance: Random) -> None:
    assert list(broken(*trial(chance))) == []


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 4000, 1000))
def test_the_laws_hold_in_many_more_cases(first: int) -> None:
    assert [(seed, law) for seed in range(first, first + 1000) for law in broken(*trial(Random(seed)))] == []


@given(HOSTILE, HOSTILE)
@settings(max_examples=100)
def test_where_one_side_changed_nothing_the_text_is_the_other_sides(base: str, edited: str) -> None:
    assert merged(base, edited, base) == edited
    assert merged(base, base, edited) == edited
    assert merged(base, edited, edited) == edited


def test_a_text_that_only_one_side_changed_is_as_that_side_has_it() -> None:
    edited = LEADERS.replace("open sea", "wide sea")
    assert (
        merged(LEADERS, edited, LEADERS)
        == merged(LEADERS, LEADERS, edited)
        == merged(LEADERS, edited, edited)
        == edited
    )


@given(HOSTILE, HOSTILE, HOSTILE)
@settings(max_examples=200)
def test_any_three_texts_have_a_merge(base: str, ours: str, theirs: str) -> None:
    for dispute in disputes(base, ours, theirs):
        assert dispute.ours or dispute.theirs


@given(st.lists(HOSTILE, min_size=1, max_size=4), HOSTILE, HOSTILE)
@settings(max_examples=100)
def test_paragraphs_inserted_in_different_places_stand_where_they_were_put(
    parts: list[str], ours: str, theirs: str
) -> None:
    base = "First of all.\n\nIn the middle of it all.\n\nLast of all.\n"
    first, second = (f"We note {len(each)} marks." for each in (ours, theirs))
    mine = base.replace("all.\n\nIn", f"all.\n\n{first}\n\nIn")
    other = base.replace("all.\n\nLast", f"all.\n\n{second}\n\nLast")
    assert merged(base, mine, other) == mine.replace("all.\n\nLast", f"all.\n\n{second}\n\nLast")


# --- words --------------------------------------------------------------------------------------

CORALS = "We shall support the steady growth of coral reefs in the region."


@pytest.mark.parametrize(
    ("ours", "theirs", "together"),
    [
        (("shall", "should"), ("region", "world"), "We should support the steady growth of coral reefs in the world."),
        (("coral", "kelp"), ("reefs", "forests"), "We shall support the steady growth of kelp forests in the region."),
        (
            ("steady ", ""),
            ("growth of", "growth of all"),
            "We shall support the growth of all coral reefs in the region.",
        ),
        (("coral ", ""), ("coral ", ""), "We shall support the steady growth of reefs in the region."),
        (("We shall", "We"), (" in the region", ""), "We support the steady growth of coral reefs."),
    ],
)
def test_changes_of_different_words_all_stand(ours: tuple[str, str], theirs: tuple[str, str], together: str) -> None:
    assert merged(CORALS, CORALS.replace(*ours), CORALS.replace(*theirs)) == together
    assert merged(CORALS, CORALS.replace(*theirs), CORALS.replace(*ours)) == together


@pytest.mark.parametrize(
    ("ours", "theirs", "plain", "attributed"),
    [
        ("should", "will", "We [should / will] meet.", "We [should - Japan / will - EU] meet."),
        ("shall fully", "should", "We [shall fully / should] meet.", "We [shall fully - Japan / should - EU] meet."),
        ("shall soon", "shall now", "We shall [soon / now] meet.", "We shall [soon - Japan / now - EU] meet."),
        ("shall and will", "", "We [shall and will] meet.", "We [shall and will - Japan; EU delete] meet."),
        ("", "shall and will", "We [shall and will] meet.", "We [shall and will - EU; Japan delete] meet."),
    ],
)
def test_the_same_words_worded_in_two_ways_are_a_bracket(ours: str, theirs: str, plain: str, attributed: str) -> None:
    texts = [f"We {each} meet.".replace("  ", " ") for each in ("shall", ours, theirs)]
    assert merged(texts[0], texts[1], texts[2]) == plain
    assert merged(texts[0], texts[1], texts[2], TWO) == attributed


def test_a_dispute_tells_what_stood_there_and_both_wordings() -> None:
    found = merge(read_draft("We shall meet."), read_draft("We should meet."), read_draft("We will meet."))
    assert found == Merged("We [should / will] meet.", (Dispute(Span(3, 18), "shall", "should", "will"),))


def test_a_name_that_would_not_read_as_one_is_left_out() -> None:
    texts = "We shall meet.", "We should meet.", "We will meet."
    assert merged(*texts, ("ana drafter", "EU")) == "We [should / will - EU] meet."
    assert merged(*texts, ("Japan]", "EU retain")) == "We [should / will] meet."
    assert merged("We shall meet.", "We meet.", "We shall all meet.", ("Japan", "")) == (
        "We [shall all - Japan delete] meet."
    )


def test_what_both_changed_alike_stands_once() -> None:
    base = "We agree to keep the fund and its aims."
    ours, theirs = base.replace("the fund", "our fund"), base.replace("the fund and its", "our fund and all its")
    assert merged(base, ours, theirs) == theirs
    assert merged(base, theirs, ours) == theirs


@pytest.mark.parametrize("backwards", [False, True])
def test_where_one_changed_more_than_both_did_its_words_stand(backwards: bool) -> None:
    base, ours, theirs = "We keep P of Q.", "We keep R of Q.", "We keep R of S."
    if backwards:
        base, ours, theirs = "We keep Q of P here.", "We keep Q of R here.", "We keep S of R here."
    assert merged(base, ours, theirs) == theirs
    assert merged(base, theirs, ours) == theirs


def test_of_two_insertions_in_one_place_the_longer_stands_if_it_holds_the_other() -> None:
    base, ours, theirs = "We meet.", "We meet in Bali.", "We meet in Bali next year."
    assert merged(base, ours, theirs) == merged(base, theirs, ours) == theirs


def test_two_disputes_with_nothing_said_between_are_one() -> None:
    base = "We promise a steady growth of the fund and we will go on to meet each year in one of our ports."
    ours = base.replace("growth", "increase").replace("fund", "budget")
    theirs = base.replace("growth", "decline").replace("fund", "account")
    assert merged(base, ours, theirs) == base.replace(
        "growth of the fund", "[increase of the budget / decline of the account]"
    )


def test_a_paragraph_of_which_most_is_disputed_is_disputed_as_a_whole() -> None:
    base = "We keep one fund, hold two talks."
    ours, theirs = "We keep red fund, hold green talks.", "We keep blue fund, hold white talks."
    assert merged(base, ours, theirs) == base.replace("one", "[red / blue]").replace("two", "[green / white]")
    ours, theirs = "A red old good fund, a green old good big bank.", "A blue new bad fund, a white new bad low bank."
    assert merged("A fund, a bank.", ours, theirs) == f"[{ours} / {theirs}]"


def test_a_paragraph_replaced_by_another_text_is_disputed_as_a_whole() -> None:
    base = "Alpha.\n\nWe call for the attention of all States to women.\n\nOmega."
    ours = base.replace("We call for the attention of all States to women.", "They note some reports on fishing.")
    theirs = base.replace("States", "nations")
    assert merged(base, ours, theirs) == (
        "Alpha.\n\n[They note some reports on fishing / We call for the attention of all nations to women].\n\nOmega."
    )


# --- brackets that stand already ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "together"),
    [
        # A bracket put around words that the other side worded anew.
        ("x a b c y", "x [a b c] y", "x d b c y", "x [d b c] y"),
        ("x a y", "x [a] y", "x d y", "x [a / d] y"),
        ("x a b y", "x [a] b y", "x d e y", "x [[a] b / d e] y"),
        # Both put brackets: each keeps its own.
        ("a b c d e", "[a b c] d e", "[a b] c d e", "[[a b] c] d e"),
        ("a b c d e", "[a b] c d e", "[a b c] d e", "[[a b] c] d e"),
        ("a b c d e", "a [b c] d e", "a b [c] d e", "a [b [c]] d e"),
        ("a b c d e", "a b [c] d e", "a [b c] d e", "a [b [c]] d e"),
        ("a b c d e", "a [b c] d e", "a [b c] d e x", "a [b c] d e x"),
        # A bracket that reaches further now, and words inside worded anew.
        ("a [b c] d e", "a [b c d] e", "a [b x] d e", "a [b x d] e"),
        ("a b [c d] e", "a [b c d] e", "a b [x d] e", "a [b x d] e"),
        ("a b [c d] e", "a x [y d] e", "a b [c d] z", "a x [y d] z"),
        ("a b [[c] d] e f", "a [[b c] d] e f", "a b [[x] d] e f", "a [[b x] d] e f"),
        ("a b c d e", "a new [b] c d e", "a new [b c] d e", "a new [[b] c] d e"),
        # Both moved the end of one bracket; one moved it, the other took it away.
        ("a [b c] d e", "a [b c d] e", "a [b] c d e", "a [b c d / [b] c d] e"),
        ("a [b c] d e", "a [b c d] e", "a b c d e", "a [b c d] e"),
        ("a [b c] d e", "a b c d e", "a [b c d] e", "a [b c d] e"),
        # A dispute holds whole brackets, links, marks, emphasis and code.
        ("x [a b] c y", "x [a d] e y", "x [a f] g y", "x [a [d / f]] [e / g] y"),
        ("see [it](http://a.b/c) now", "see [it](http://a.b/d) now", "see [it](http://a.b/e) now",
         "see [[it](http://a.b/d) / [it](http://a.b/e)] now"),
        ("see [my page](c.d) now", "see [our page](c.d) now", "see [your page](c.d) now",
         "see [[our / your] page](c.d) now"),
        ("see ![it](c.d) now", "see ![it](c.e) now", "see ![it](c.f) now", "see [![it](c.e) / ![it](c.f)] now"),
        ("see it[^1] now", "see it[^2] now", "see it[^3] now", "see it[[^2] / [^3]] now"),
        ("a **bold b** end", "a **bold c end** here", "a **bold d** end", "a **bold [c end / d]** here"),
        ("x *a* y", "x *a b* y", "x *a c* y", "x *a [b / c]* y"),
        ("x <!-- a b --> y", "x <!-- a c --> y", "x <!-- a d --> y", "x <!-- a [c / d] --> y"),
        ("x <!-- a --> y", "x <!-- a --> b y", "x <!-- a c", "x [<!-- a --> b y / <!-- a c]"),
        ("run `a b` now", "run `a c` now", "run `a d` now", "run [`a c` / `a d`] now"),
        ("the 9<sup>th</sup> day", "the 9<b>th</b> day", "the 9<i>th</i> day", "the 9[<b>th</b> / <i>th</i>] day"),
        # Alternatives inside alternatives.
        ("x a y", "x a / b y", "x a / c y", "x a / [b / c] y"),
        ("x q y", "x a / b y", "x c y", "x [[a / b] / c] y"),
        ("x q y", "x [a] y", "x c y", "x [a / c] y"),
        ("x q y", "x [a - Fiji] y", "x c y", "x [[a - Fiji] / c] y"),
        ("x q y", "x [a / b] y", "x c y", "x [[a / b] / c] y"),
        ("x [shall/should] y", "x [shall/may] y", "x [shall/will] y", "x [[shall/may] / [shall/will]] y"),
        ("x q y", "x Agreed ad ref y", "x c y", "x [Agreed ad ref / c] y"),
        ("x q y", "x ad ref y", "x y", "x [[ad ref]] y"),
        ("x q y", "x a\\ y", "x c y", "x [a\\  / c] y"),
        ("x q y", "x a\\ y", "x y", "x [a\\ ] y"),
    ],
)  # fmt: skip
def test_brackets_and_marks_stay_whole(base: str, ours: str, theirs: str, together: str) -> None:
    words = "and so on we go with many more words after it all"
    assert merged(f"{base} {words}", f"{ours} {words}", f"{theirs} {words}") == f"{together} {words}"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "together"),
    [
        ("[a - US]", "[a - US, Fiji]", "[a - US; EU delete]", "[a - US, Fiji; EU delete]"),
        ("[a]", "[a - US]", "[a - EU, Fiji retain]", "[a - US; EU, Fiji retain]"),
        ("[a - US]", "[a - EU]", "[a - Fiji]", "[a - EU, Fiji]"),
        ("[a - US]", "[a - US delete]", "[a - US, EU]", "[a - US delete; EU]"),
        ("[a - US]", "[a - US, EU]", "[a - US delete]", "[a - US delete; EU]"),
        ("[a - US, EU]", "[a - US]", "[a - US, EU; Fiji delete]", "[a - US; Fiji delete]"),
        ("[a - US, EU]", "[a - US, Chile, EU, Peru]", "[a - US, Fiji, EU, Oman]",
         "[a - US, Chile, EU, Peru, Fiji, Oman]"),
        ("[a - US]", "[a - US retain]", "[a - US delete]", "[[a - US retain] / [a - US delete]]"),
        ("[a - US]", "[a]", "[a - Fiji]", "[a / [a - Fiji]]"),
        ("[a - US / b - EU]", "[a - US, Chile / b - EU]", "[a - US, Fiji / b - EU]", "[a - US, Chile, Fiji / b - EU]"),
        ("[a - US / b - EU] c", "[a - US, Chile / b - EU, Chile] d", "[a - US, Fiji / b - EU, Fiji] e",
         "[a - US, Chile, Fiji / b - EU, Chile, Fiji] [d / e]"),
    ],
)  # fmt: skip
def test_positions_that_both_added_to_a_bracket_all_stand(base: str, ours: str, theirs: str, together: str) -> None:
    words = "and so on we go with many more words after it all"
    assert merged(f"x {base} {words}", f"x {ours} {words}", f"x {theirs} {words}") == f"x {together} {words}"


def test_positions_on_a_wording_that_is_itself_disputed_all_stand_too() -> None:
    words = "and so on we go with many more words after it all"
    ours, theirs = f"x [b - US, Chile] d {words}", f"x [c - US, Fiji] d {words}"
    assert merged(f"x [a - US] d {words}", ours, theirs) == f"x [[b / c] - US, Chile, Fiji] d {words}"


THREE = "1. One of all our ports.\n\n2. Two of all our ships.\n\n3. Three of all our charts.\n"


def test_a_bracket_over_several_paragraphs_goes_around_a_dispute() -> None:
    ours = THREE.replace("One", "[Many").replace("ships.", "ships.]")
    theirs = THREE.replace("One", "Some").replace("our charts", "charts")
    assert merged(THREE, ours, theirs) == (
        "1. [[Many / Some] of all our ports.\n\n2. Two of all our ships.]\n\n3. Three of all charts.\n"
    )


def test_a_bracket_that_begins_or_ends_beside_words_of_the_other_side_is_no_dispute() -> None:
    ours = THREE.replace("One", "[One").replace("ships.", "ships.]")
    assert merged(THREE, ours, THREE.replace("ships.", "ships. So be it.")) == (
        "1. [One of all our ports.\n\n2. Two of all our ships. So be it.]\n\n3. Three of all our charts.\n"
    )
    assert merged(THREE, ours, THREE.replace("One", "**One**")) == ours.replace("[One", "[**One**")
    assert merged(THREE, THREE.replace("One", "**One**"), ours) == ours.replace("[One", "[**One**")


def test_both_sides_put_a_bracket_over_several_paragraphs_and_one_inside() -> None:
    ours = THREE.replace("One", "[One").replace("ships.", "ships.]")
    assert merged(THREE, ours, THREE.replace("One of", "[One] of")) == ours.replace("[One of", "[[One] of")
    ends = THREE.replace("One", "[One").replace("our ships.", "our ships.]")
    assert merged(THREE, ends, THREE.replace("ships.", "[ships.]")) == ends.replace("ships.]", "[ships.]]")


def test_where_paragraphs_in_one_bracket_part_each_is_bracketed_alone() -> None:
    ours = THREE.replace("One", "[One").replace("ships.", "ships.]")
    theirs = "1. Two of all our ships.\n\n2. Three of all our charts.\n\n3. One of all our ports.\n"
    assert merged(THREE, ours, theirs) == (
        "1. [Two of all our ships.]\n\n2. Three of all our charts.\n\n3. [One of all our ports.]\n"
    )


def test_a_text_whose_brackets_were_not_balanced_is_merged_as_it_is() -> None:
    base = "We [agree to meet and talk."
    assert merged(base, f"{base} Soon.", f"Yes. {base}") == f"Yes. {base} Soon."


# --- paragraphs ----------------------------------------------------------------------------------

PORTS = "# Note\n\nWe keep our ports open.\n\nWe thank the hosts for it.\n"


def test_paragraphs_inserted_in_one_place_stand_ours_first() -> None:
    ours = PORTS.replace("open.\n", "open.\n\nWe count ships.\n")
    theirs = PORTS.replace("open.\n", "open.\n\nWe draw charts.\n")
    assert merged(PORTS, ours, theirs) == PORTS.replace("open.\n", "open.\n\nWe count ships.\n\nWe draw charts.\n")


def test_a_paragraph_that_both_inserted_in_one_place_stands_once() -> None:
    ours = PORTS.replace("open.\n", "open.\n\nWe count ships.\n\nWe count ships.\n")
    theirs = PORTS.replace("open.\n", "open.\n\nWe draw charts.\n\nWe count ships.\n")
    assert merged(PORTS, ours, theirs).count("We count ships.") == 2
    before_another = PORTS.replace("open.\n", "open.\n\nWe count ships.\n").replace("# Note\n\n", "")
    assert merged(PORTS, ours, before_another).count("We count ships.") == 2


def test_the_same_words_inserted_in_two_places_stand_in_both() -> None:
    ours = PORTS.replace("# Note\n", "# Note\n\nTo this end,\n")
    theirs = PORTS.replace("open.\n", "open.\n\nTo this end,\n")
    assert merged(PORTS, ours, theirs).count("To this end,") == 2


def test_what_is_inserted_at_the_beginning_and_at_the_end_stands_there() -> None:
    assert merged(PORTS, f"Ours.\n\n{PORTS}", f"Theirs.\n\n{PORTS}Last.\n") == f"Ours.\n\nTheirs.\n\n{PORTS}Last.\n"
    assert merged(PORTS, f"{PORTS}\nOurs.\n", f"{PORTS}\nTheirs.\n") == f"{PORTS}\nOurs.\n\nTheirs.\n"


def test_a_paragraph_of_theirs_stays_out_of_a_section_that_ours_began() -> None:
    ours = PORTS.replace("open.\n", "open.\n\nWe count ships.\n\n## Charts\n\nWe draw them.\n")
    theirs = PORTS.replace("open.\n", "open.\n\nWe measure tides.\n")
    assert merged(PORTS, ours, theirs) == ours.replace("ships.\n", "ships.\n\nWe measure tides.\n")
    section = PORTS.replace("open.\n", "open.\n\n## Tides\n\nWe measure them.\n")
    assert merged(PORTS, ours, section) == ours.replace("draw them.\n", "draw them.\n\n## Tides\n\nWe measure them.\n")


def test_a_paragraph_taken_out_by_one_and_left_alone_by_the_other_is_out() -> None:
    ours, theirs = PORTS.replace("We keep our ports open.\n\n", ""), PORTS.replace("hosts", "host")
    assert merged(PORTS, ours, theirs) == merged(PORTS, theirs, ours) == "# Note\n\nWe thank the host for it.\n"


def test_a_paragraph_taken_out_by_both_is_out() -> None:
    gone = PORTS.replace("We keep our ports open.\n\n", "")
    assert merged(PORTS, gone.replace("# Note", "# A note"), gone.replace("hosts", "host")) == (
        "# A note\n\nWe thank the host for it.\n"
    )


def test_a_paragraph_taken_out_by_one_and_reworded_by_the_other_is_kept_in_a_bracket() -> None:
    ours, theirs = PORTS.replace("We keep our ports open.\n\n", ""), PORTS.replace("open", "open to all")
    kept = PORTS.replace("We keep our ports open.", "[We keep our ports open to all.]")
    assert merged(PORTS, ours, theirs) == merged(PORTS, theirs, ours) == kept
    assert merged(PORTS, ours, theirs, TWO) == kept.replace(" all.]", " all. - EU; Japan delete]")
    assert merged(PORTS, theirs, ours, TWO) == kept.replace(" all.]", " all. - Japan; EU delete]")


def test_a_paragraph_emptied_by_one_and_taken_out_by_the_other_leaves_no_empty_bracket() -> None:
    gone = PORTS.replace("We keep our ports open.\n\n", "")
    assert merged(
        THREE, THREE.replace("Two of all our ships.", ""), THREE.replace("2. Two of all our ships.\n\n", "")
    ) == (THREE.replace("2. Two of all our ships.\n\n", ""))
    assert merged(PORTS, gone.replace("hosts", "host"), PORTS.replace("We keep our ports open.", "]")) == (
        gone.replace("hosts", "host").replace("We thank", "]\n\nWe thank")
    )


def test_a_paragraph_taken_out_by_one_and_only_renumbered_by_the_other_is_out() -> None:
    ours = THREE.replace("2. Two of all our ships.\n\n", "")
    theirs = THREE.replace("1. ", "2. ").replace("3. ", "5. ")
    assert merged(THREE, ours, theirs) == "2. One of all our ports.\n\n5. Three of all our charts.\n"


SHIPS = "We count all ships that pass by.\n\nWe draw new charts of the straits.\n\nWe meet in Bali again.\n"


def test_a_paragraph_moved_by_one_and_reworded_by_the_other_is_moved_with_its_new_words() -> None:
    moved = "We draw new charts of the straits.\n\nWe meet in Bali again.\n\nWe count all ships that pass by.\n"
    reworded = SHIPS.replace("all ships", "every ship")
    together = moved.replace("all ships", "every ship")
    assert merged(SHIPS, moved, reworded) == merged(SHIPS, reworded, moved) == together


def test_a_paragraph_that_both_moved_to_one_place_stands_there() -> None:
    moved = "We draw new charts of the straits.\n\nWe meet in Bali again.\n\nWe count all ships that pass by.\n"
    ours, theirs = moved.replace("new", "good"), moved.replace("in Bali again", "again")
    assert merged(SHIPS, ours, theirs) == ours.replace("in Bali again", "again")


def test_two_paragraphs_that_both_moved_to_one_place_stand_there() -> None:
    base = f"{SHIPS}\nWe part as very good old friends, and we thank our hosts.\n\nWe are the ones who met here.\n"
    first, rest = base[: base.index("We meet")], base[base.index("We meet") :]
    moved = rest.replace("We are", f"{first}We are")
    ours, theirs = moved.replace("new charts", "good charts"), moved.replace("very good", "good")
    assert merged(base, ours, theirs) == ours.replace("very good", "good")


def test_a_paragraph_that_both_moved_elsewhere_stands_in_both_places_in_brackets() -> None:
    five = f"We thank everybody who came here.\n\n{SHIPS}\nWe part as very good old friends.\n"
    first, second = "We count all ships that pass by.\n\n", "We draw new charts of the straits.\n\n"
    ours = five.replace(first, "").replace("We part", f"{first}We part")
    theirs = first + five.replace(first, "").replace("friends", "neighbours")
    assert merged(five, ours, theirs, TWO) == (
        "[We count all ships that pass by. - EU; Japan delete]\n\nWe thank everybody who came here.\n\n"
        f"{second}We meet in Bali again.\n\n[We count all ships that pass by. - Japan; EU delete]\n\n"
        "We part as very good old neighbours.\n"
    )


FIRST = "## One\n\nWe count all ships.\n\nWe draw new charts.\n"
SECOND = "## Two\n\nWe meet in Bali again.\n\nWe part.\n"


def test_a_paragraph_put_into_a_section_goes_with_it() -> None:
    ours = f"# Note\n\n{SECOND}\n{FIRST}"
    longer = FIRST.replace("ships.\n", "ships.\n\nNew.\n") + "\nNewer.\n"
    assert merged(f"# Note\n\n{FIRST}\n{SECOND}", ours, f"# Note\n\n{longer}\n{SECOND}") == (
        f"# Note\n\n{SECOND}\n{longer}"
    )


def test_a_paragraph_put_beside_one_that_was_moved_away_stays_in_its_place() -> None:
    ours = SHIPS.replace("We count all ships that pass by.\n\n", "") + "\nWe count all ships that pass by.\n"
    theirs = SHIPS.replace("by.\n", "by.\n\nWe note the tides.\n")
    assert merged(SHIPS, ours, theirs) == f"We note the tides.\n\n{ours}"


def test_two_paragraphs_put_beside_one_that_was_moved_stay_together() -> None:
    ours = SHIPS.replace("We count all ships that pass by.\n\n", "") + "\nWe count all ships that pass by.\n"
    theirs = SHIPS.replace("by.\n", "by.\n\nWe note the tides.\n\nWe note the winds.\n")
    assert merged(SHIPS, ours, theirs) == f"We note the tides.\n\nWe note the winds.\n\n{ours}"


LIST = "We keep a list of contacts. It shall be renewed by the hosts every year."


def test_a_paragraph_split_by_one_and_reworded_by_the_other_is_split_with_the_new_words() -> None:
    ours = LIST.replace(". It", ".\n\nIt")
    theirs = LIST.replace("a list", "one list").replace("every", "each")
    together = ours.replace("a list", "one list").replace("every", "each")
    assert merged(LIST, ours, theirs) == merged(LIST, theirs, ours) == together


def test_a_dispute_beside_a_split_leaves_the_split_alone() -> None:
    ours = LIST.replace(". It shall", ".\n\nIt will")
    assert merged(LIST, ours, LIST.replace("shall", "should")) == (
        "We keep a list of contacts.\n\nIt [will / should] be renewed by the hosts every year."
    )


def test_a_dispute_over_the_edge_of_two_paragraphs_holds_the_words_on_both_sides() -> None:
    base = "We keep a list of all contacts. It shall be renewed by the hosts every year."
    ours = base.replace("all contacts. It shall", "our\n\nIt then shall")
    theirs = base.replace("contacts. It", "names, which")
    assert merged(base, ours, theirs) == (
        "We keep a list of [our\n\nIt then / all names, which] shall be renewed by the hosts every year."
    )


def test_paragraphs_joined_by_one_and_reworded_by_the_other_are_joined_with_the_new_words() -> None:
    base = LIST.replace(". It", ".\n\nIt")
    theirs = base.replace("a list", "one list").replace("every", "each")
    together = LIST.replace("a list", "one list").replace("every", "each")
    assert merged(base, LIST, theirs) == merged(base, theirs, LIST) == together


def test_a_paragraph_put_between_two_that_the_other_side_joined_stands_before_them() -> None:
    base = LIST.replace(". It", ".\n\nIt")
    theirs = base.replace("contacts.\n", "contacts.\n\nIt is long.\n").replace("every", "each")
    assert merged(base, LIST, theirs) == f"It is long.\n\n{LIST.replace('every', 'each')}"


def test_paragraphs_split_and_joined_and_taken_out_are_out_if_no_word_changed() -> None:
    base = f"Alpha.\n\n{LIST}\n\nOmega."
    split = base.replace(". It", ".\n\nIt")
    assert merged(base, split, "Alpha.\n\nOmega here.") == "Alpha.\n\nOmega here."


# --- headings, numbers, tables, asides ---------------------------------------------------------------


def test_a_heading_that_both_retitled_is_a_bracket_in_the_heading() -> None:
    base = "# Note\n\nWe met.\n\n## Focus area 1: Ports ##\n\nWe agree."
    ours, theirs = base.replace("Ports", "Harbours"), base.replace("Ports", "Seaports").replace("## Focus", "### Focus")
    assert merged(base, ours, theirs) == base.replace("## Focus", "### Focus").replace("Ports", "[Harbours / Seaports]")


def test_a_heading_without_words_is_merged_too() -> None:
    assert merged("##\n\nWe agree.", "##  \n\nWe do agree.", "###\n\nWe agree now.") == "###  \n\nWe do agree now."


def test_typed_numbers_count_on_where_both_sides_counted_anew() -> None:
    ours = THREE.replace("3. Three", "4. Three").replace("2. Two", "2. New.\n\n3. Two")
    theirs = THREE.replace("3. Three", "3. Newer.\n\n4. Three")
    assert merged(THREE, ours, theirs) == (
        "1. One of all our ports.\n\n2. New.\n\n3. Two of all our ships.\n\n4. Newer.\n\n5. Three of all our charts.\n"
    )


def test_numbers_with_gaps_are_left_as_they_were_typed() -> None:
    ours = THREE.replace("3. Three", "7. Three").replace("2. Two", "5. Two")
    theirs = THREE.replace("3. Three", "4. Three").replace("2. Two", "3. Two")
    assert merged(THREE, ours, theirs) == THREE.replace("3. ", "7. ").replace("2. ", "5. ")


def test_a_dispute_is_found_again_behind_a_number_that_grew() -> None:
    base = "\n\n".join(f"{number}. Port {chr(64 + number)} is open." for number in range(1, 10))
    counted = [f"{number}. Port {chr(63 + number)} is open." for number in range(2, 11)]
    ours = "\n\n".join(["1. First.", *counted]).replace("H is open", "H is shut")
    theirs = f"{base}\n\n10. Last.".replace("H is open", "H is full")
    text = merge(read_draft(base), read_draft(ours), read_draft(theirs))
    assert "10. Port I is open.\n\n11. Last." in text.source
    assert [each.span.of(text.source) for each in text.brackets] == ["[shut / full]"]


TABLE = "| port | ships |\n|---|---|\n| Bali | 12 |\n| Ende | 9 |\n"


def test_rows_that_both_add_to_a_table_all_stand() -> None:
    ours, theirs = f"{TABLE}| Kupang | 3 |\n", f"{TABLE}| Dili | 4 |\n"
    assert merged(TABLE, ours, theirs) == f"{TABLE}| Kupang | 3 |\n| Dili | 4 |\n"
    first = TABLE.replace("| Bali", "| Kupang | 3 |\n| Bali"), TABLE.replace("| Bali", "| Dili | 4 |\n| Bali")
    assert merged(TABLE, *first) == TABLE.replace("| Bali", "| Kupang | 3 |\n| Dili | 4 |\n| Bali")


def test_a_row_added_beside_one_that_changed_stands_beside_it() -> None:
    theirs = TABLE.replace("| 9 |", "| ten |\n| Dili | 4 |")
    assert merged(TABLE, TABLE.replace("12", "13"), theirs) == theirs.replace("12", "13")


def test_a_cell_that_both_changed_is_a_bracket_in_the_cell() -> None:
    ours, theirs = TABLE.replace("9", "nine"), TABLE.replace("9", "ten")
    assert merged(TABLE, ours, theirs, TWO) == TABLE.replace("9", "[nine - Japan / ten - EU]")


def test_a_table_that_both_cut_up_is_disputed_as_a_whole() -> None:
    ours, theirs = TABLE.replace("| Bali | 12 |\n", ""), TABLE.replace("| 12 |", "| thirteen |")
    assert merged(f"Yes.\n\n{TABLE}", f"Yes.\n\n{ours}", f"Yes.\n\n{theirs}", TWO) == (
        f"Yes.\n\n[\n\n{ours.strip()}\n\n/\n\n{theirs.strip()}\n\n]\n"
    )


def test_a_table_taken_out_by_one_and_changed_by_the_other_stands_between_brackets() -> None:
    base, changed = f"Yes.\n\n{TABLE}\nNo.", f"Yes.\n\n{TABLE.replace('12', '13')}\nNo."
    table = TABLE.replace("12", "13").strip()
    for texts in (("Yes.\n\nNo.", changed), (changed, "Yes.\n\nNo.")):
        assert merged(base, *texts) == f"Yes.\n\n[\n\n{table}\n\n]\n\nNo."
    read = brackets(merged(base, "Yes.\n\nNo.", changed)).found
    assert [each.alternatives[0].text for each in read] == [table]


def test_a_bracket_typed_in_a_table_that_lost_its_mate_is_taken_away() -> None:
    base = f"Yes to all of our ports.\n\nNo more.\n\n{TABLE}"
    ours = base.replace("Yes to", "[Yes to").replace("Ende", "Ende]")
    theirs = f"No more.\n\n{TABLE}\nYes to all of our ports.\n"
    assert merged(base, ours, theirs) == theirs.replace("Yes to all of our ports.", "[Yes to all of our ports.]")


def test_a_line_of_code_taken_out_by_one_and_changed_by_the_other_makes_all_of_it_disputed() -> None:
    base = "```\nfirst\nsecond line\n```\n"
    ours, theirs = "```\nfirst\n```\n", "```\nfirst\nsecond row\n```\n"
    assert merged(base, ours, theirs) == f"[\n\n{ours}\n/\n\n{theirs}\n]\n"


def test_code_and_quotations_are_merged_by_lines() -> None:
    base = "```\nfirst\n\n  second\n```\n\n> We quote\n> them.\n"
    ours, theirs = base.replace("first", "1st"), base.replace("second", "2nd\n  third").replace("them", "you")
    assert merged(base, ours, theirs) == "```\n1st\n\n  2nd\n  third\n```\n\n> We quote\n> you.\n"


ASIDES = "Alpha and one.\n\n---\n\n<!-- ask Ana -->\n\nBeta and two.\n"


def test_rules_and_comments_between_paragraphs_are_merged_without_brackets() -> None:
    ours = ASIDES.replace("---\n\n<!-- ask Ana -->", "<!-- ask Budi -->")
    theirs = ASIDES.replace("ask Ana", "ask Citra")
    assert merged(ASIDES, ours, theirs.replace("two", "three")).endswith("Beta and three.\n")
    assert merged(ASIDES, ASIDES.replace("---\n\n<!-- ask Ana -->\n\n", ""), theirs) == (
        theirs.replace("---\n\n<!-- ask Citra -->", "---\n\n<!-- ask Citra -->")
    )
    assert disputes(ASIDES, ours, theirs) == ()


def test_a_comment_that_both_changed_holds_a_bracket() -> None:
    base = "Alpha.\n\n<!-- ask Ana about it -->\n\nBeta."
    assert merged(base, base.replace("Ana", "Budi"), base.replace("Ana", "Citra")) == (
        base.replace("Ana", "[Budi / Citra]")
    )


# --- white space, line ends, front matter ------------------------------------------------------------


def test_new_line_ends_of_one_side_and_new_words_of_the_other_both_stand() -> None:
    base = "We keep our ports\nopen to small ships\nof all States.\n"
    wrapped = "We keep our ports open\nto small ships of all States.\n"
    reworded = base.replace("small", "all")
    assert merged(base, wrapped, reworded) == merged(base, reworded, wrapped) == wrapped.replace("small", "all")


def test_where_both_wrapped_a_paragraph_anew_ours_stands() -> None:
    base = "We keep our ports open to ships.\n"
    ours, theirs = base.replace("our ", "our\n"), base.replace("our ", "our  ").replace("ships", "boats")
    assert merged(base, ours, theirs) == "We keep our\nports open to boats.\n"


def test_words_of_two_sides_never_become_one_word() -> None:
    base = "We keep Rev . 1 of it."
    assert merged(base, base.replace("Rev .", "Rev."), base.replace(". 1", ".1")) == "We keep Rev. 1 of it."


def test_a_bracket_stands_close_to_the_words_that_the_other_side_put_into_it() -> None:
    base = "We keep coral reefs in the region."
    ours, theirs = "We keep [coral reefs in the region].", "We keep kelp reefs in the region."
    assert merged(base, ours, theirs) == "We keep [kelp reefs in the region]."
    assert merged(base, theirs, ours) == "We keep [kelp reefs in the region]."


def test_paragraphs_that_become_neighbours_are_parted_by_an_empty_line() -> None:
    base = "We agree:\n\n- one port;\n- two ports;\n- three ports.\n"
    ours = base.replace("- two ports;\n", "").replace("- three", "- our port;\n- three")
    theirs = base.replace("- three ports.\n", "- three ports.\n- four ports.\n").replace("- one port;\n", "")
    assert merged(base, ours, theirs) == "We agree:\n\n- our port;\n- three ports.\n- four ports.\n"
    assert merged("A.\n\nB.\n\nC.\n", "B.\n\nD.\n\nC.\n", "A.\n\nC.\n\n\nE.\n") == "D.\n\nC.\n\n\nE.\n"


def test_line_ends_of_windows_that_one_side_brings_are_a_change_like_any_other() -> None:
    ours, theirs = PORTS.replace("\n", "\r\n"), PORTS.replace("hosts", "host")
    assert merged(PORTS, ours, theirs) == merged(PORTS, theirs, ours) == theirs.replace("\n", "\r\n")
    windows = PORTS.replace("\n", "\r\n")
    assert merged(windows, PORTS.replace("Note", "A note"), windows.replace("hosts", "host")) == (
        PORTS.replace("Note", "A note").replace("hosts", "host")
    )


def test_mixed_line_ends_stay_mixed() -> None:
    base = "Alpha one.\r\n\r\nBeta two.\n\nGamma three.\n"
    ours, theirs = base.replace("one", "1"), base.replace("three", "3")
    assert merged(base, ours, theirs) == "Alpha 1.\r\n\r\nBeta two.\n\nGamma 3.\n"
    windows = base.replace("\r", "").replace("\n", "\r\n")
    assert merged(base, windows, theirs) == windows.replace("three", "3")


FRONT = "---\ntitle: Note\nhost: Ende\n---\n\nWe keep our ports open.\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "together"),
    [
        (("Note", "A note"), ("Ende", "Dili"), "title: A note\nhost: Dili\n"),
        (("Note", "A note"), ("Note", "The note"), "title: [A / The] note\nhost: Ende\n"),
        (("title: Note\nhost", "name: Note\nhost"), ("title: Note\nhost", "work: Note\nhost"),
         "name: Note\nhost: Ende\nwork: Note\n"),
        (("Ende\n", "Ende\ndate: 1\n"), ("Ende\n", "Ende\nyear: 2\n"), "title: Note\nhost: Ende\ndate: 1\nyear: 2\n"),
    ],
)  # fmt: skip
def test_front_matter_is_merged_line_by_line(ours: tuple[str, str], theirs: tuple[str, str], together: str) -> None:
    assert merged(FRONT, FRONT.replace(*ours), FRONT.replace(*theirs)) == (
        f"---\n{together}---\n\nWe keep our ports open.\n"
    )


def test_front_matter_that_only_one_side_has_stays() -> None:
    bare, changed = "We keep our ports open.\n", FRONT.replace("Ende", "Dili")
    assert merged(FRONT, bare, changed).startswith("---\ntitle: Note\nhost: Dili\n---\n")
    assert merged(FRONT, changed, bare).startswith("---\ntitle: Note\nhost: Dili\n---\n")
    assert merged(bare, FRONT, f"---\ndate: 1\n---\n{bare}").startswith("---\ntitle: Note\nhost: Ende\ndate: 1\n---\n")
    assert merged(bare, f"\ufeff{bare}", bare.replace("our", "all")) == "\ufeffWe keep all ports open.\n"


def test_a_text_that_one_side_emptied_is_empty_but_for_what_the_other_changed() -> None:
    assert merged(PORTS, "", PORTS.replace("hosts", "host")) == "[We thank the host for it.]"
    assert merged("", PORTS, "We agree.\n") == f"{PORTS}\nWe agree.\n"


def test_the_leaders_statement_keeps_every_trap_that_neither_side_touched() -> None:
    ours, theirs = LEADERS.replace("open sea", "wide sea"), LEADERS.replace("One member has", "Two members have")
    assert merged(LEADERS, ours, theirs) == ours.replace("One member has", "Two members have")
