"""Brackets: what is disputed, with its alternatives and who wants which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.bracket import Bracket, Sort, brackets
from zerodraft.core.text.splice import Span

Alternatives = list[tuple[str, list[str]]]


def shown(bracket: Bracket) -> Alternatives:
    return [
        (each.text, [f"{position.name} {position.stance}" for position in each.positions])
        for each in bracket.alternatives
    ]


def only(source: str) -> Bracket:
    found = brackets(source)
    assert found.unbalanced == ()
    assert len(found.found) == 1
    return found.found[0]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[extreme - US; G77 delete]", [("extreme", ["US propose", "G77 delete"])]),
        (
            "[, in accordance with national law -G77; US, Canada, Japan, EU delete]",
            [
                (
                    ", in accordance with national law",
                    ["G77 propose", "US delete", "Canada delete", "Japan delete", "EU delete"],
                )
            ],
        ),
        (
            "[changing unsustainable - EU, G77 retain / promoting sustainable - US]",
            [("changing unsustainable", ["EU retain", "G77 retain"]), ("promoting sustainable", ["US propose"])],
        ),
        ("[shall/should]", [("shall", []), ("should", [])]),
        ("[shall / should – Japan]", [("shall", []), ("should", ["Japan propose"])]),
        (
            "[wording one — Japan / wording two — EU]",
            [("wording one", ["Japan propose"]), ("wording two", ["EU propose"])],
        ),
        (f"[{'同意' * 60}/{'支持' * 60}]", [("同意" * 60, []), ("支持" * 60, [])]),
        ("[technical and/or financial]", [("technical and/or financial", [])]),
        ("[and/or]", [("and/or", [])]),
        ("[dan/atau]", [("dan/atau", [])]),
        (
            "[South - South cooperation among us all, as ever]",
            [("South - South cooperation among us all, as ever", [])],
        ),
        ("[the period 2021 - 2030]", [("the period 2021 - 2030", [])]),
        ("[well-known seas]", [("well-known seas", [])]),
        ("[]", [("", [])]),
        ("[ - US]", [("", ["US propose"])]),
        ("[a \\] b]", [("a \\] b", [])]),
        ("[keep `]` here]", [("keep `]` here", [])]),
        ("[keep <!-- ] --> here]", [("keep <!-- ] --> here", [])]),
    ],
)
def test_how_a_bracket_is_read(source: str, expected: Alternatives) -> None:
    assert shown(only(f"We {source} agree.")) == expected


@pytest.mark.parametrize(
    "source", ["[Agreed ad ref]", "[agreed]", "[Ad ref.]", "[ agreed ad referendum ]", "[AGREED AD REF.]"]
)
def test_a_closed_paragraph_bears_its_mark(source: str) -> None:
    bracket = only(f"We agree. {source}")
    assert (bracket.sort, bracket.alternatives) == (Sort.AGREED, ())


def test_words_that_only_begin_like_the_mark_are_disputed() -> None:
    assert only("[agreed language of 2019]").sort is Sort.DISPUTED
    assert only("[agreed" + " " * 30 + "]").sort is Sort.DISPUTED


def test_stacked_brackets_are_one_dispute() -> None:
    first, second, third = brackets("We [shall][should] act [now].").found
    assert (first.stacked, second.stacked, third.stacked) == (False, True, False)


def test_stacks_are_told_on_each_depth() -> None:
    assert [each.stacked for each in brackets("[a [b][c]][d]").found] == [False, False, True, True]


def test_a_bracket_in_a_bracket_keeps_its_strokes_and_dashes_to_itself() -> None:
    outer, inner = brackets("[we [a / b - US] act - EU]").found
    assert (outer.depth, inner.depth) == (1, 2)
    assert shown(outer) == [("we [a / b - US] act", ["EU propose"])]
    assert shown(inner) == [("a", []), ("b", ["US propose"])]


@pytest.mark.parametrize(
    "source",
    [
        "[the Charter](https://un.org/charter)",
        "[the Charter](<a b> 'the Charter')",
        '[text](charter.md "the Charter")',
        "[mail](mailto:a@b)",
        "![flag](flag.png)",
        "![flag]",
        "as said[^1]",
        "[^note]: One member has other views.",
        "[the Charter][un]\n\n[un]: https://un.org",
        "[Charter][]\n\n[charter]: https://un.org",
        "[un]\n\n[UN]: https://un.org",
        r"\[not a bracket\]",
        "`[code]`",
        "<!-- [an aside] -->",
    ],
)
def test_links_images_footnotes_and_references_are_no_brackets(source: str) -> None:
    found = brackets(source).found
    assert [each.span.of(source) for each in found] in ([], ["[]"])


@pytest.mark.parametrize(
    "source", ["[Parties](a)", "[States] (all)", "[a][b]", "[x](see [1])", "[un]\n\n[other]: https://un.org"]
)
def test_brackets_that_only_look_like_links_are_brackets(source: str) -> None:
    assert brackets(source).found[0].depth == 1


def test_a_long_bracket_is_no_reference() -> None:
    long = "x" * 1000
    assert len(brackets(f"[{long}]\n\n[{long}]: a.b").found) == 2


def test_an_unclosed_comment_hides_nothing() -> None:
    assert len(brackets("<!-- [a] [b]").found) == 2


def test_a_bracket_may_go_over_several_paragraphs() -> None:
    source = "1. We [agree;\n\n# Aside ]\n\n2. and act] now."
    spans = (Span(0, 12), Span(26, len(source)))
    found = brackets(source, spans)
    assert [each.span.of(source) for each in found.found] == ["[agree;\n\n# Aside ]\n\n2. and act]"]
    assert found.unbalanced == ()


def test_unbalanced_brackets_are_told_and_the_others_count() -> None:
    found = brackets("a ] b [c] [d")
    assert found.unbalanced == (2, 10)
    assert [each.span for each in found.found] == [Span(6, 9)]


def test_an_image_that_never_closes_is_no_bracket() -> None:
    assert brackets("![ never").unbalanced == ()


def test_a_text_without_brackets_has_none() -> None:
    assert brackets("We agree - all of us / most of us.") == brackets("")


PLAIN_SIGNS = st.text(st.sampled_from("[]ab /-;,\nUS"), max_size=40)


def _matched(source: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Pairs and loose ends by the simplest rule: the nearest open one is closed."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    stray: list[int] = []
    for place, char in enumerate(source):
        if char == "[":
            opened.append(place)
        elif char == "]" and opened:
            pairs.append((opened.pop(), place + 1))
        elif char == "]":
            stray.append(place)
    return sorted(pairs), sorted([*stray, *opened])


@given(PLAIN_SIGNS)
def test_exactly_the_unmatched_brackets_are_unbalanced(source: str) -> None:
    found = brackets(source)
    assert ([tuple(each.span) for each in found.found], list(found.unbalanced)) == _matched(source)


@given(PLAIN_SIGNS)
def test_brackets_nest_and_know_their_depth(source: str) -> None:
    found = brackets(source).found
    for each in found:
        around = [other for other in found if other.span.start < each.span.start < other.span.end]
        assert all(other.span.end >= each.span.end for other in around)
        assert each.depth == len(around) + 1


@given(PLAIN_SIGNS)
def test_the_alternatives_their_positions_and_the_signs_between_are_the_whole_inside(source: str) -> None:
    for each in brackets(source).found:
        done = each.span.start + 1
        for alternative in each.alternatives:
            assert source[done : alternative.span.start].strip() in ("", "/")
            assert alternative.text == alternative.span.of(source).strip()
            done = alternative.span.end
            if alternative.positions:
                assert source[done : alternative.positions[0].span.start].strip() == "-"
                assert all(position.span.of(source) == position.name for position in alternative.positions)
                done = source.find("/", alternative.positions[-1].span.end, each.span.end)
                done = each.span.end - 1 if done < 0 else done
        assert source[done : each.span.end - 1].strip() == ""


@given(PLAIN_SIGNS, PLAIN_SIGNS)
def test_what_stands_before_moves_the_brackets_and_changes_nothing_else(before: str, source: str) -> None:
    shifted = brackets(before + source, (Span(len(before), len(before) + len(source)),))
    plain = brackets(source)
    assert [tuple(each.span) for each in shifted.found] == [
        (each.span.start + len(before), each.span.end + len(before)) for each in plain.found
    ]
    assert [shown(each) for each in shifted.found] == [shown(each) for each in plain.found]


def test_two_thousand_nested_brackets_are_read() -> None:
    found = brackets("[" * 2000 + "x" + "]" * 2000)
    assert found.unbalanced == ()
    assert [each.depth for each in found.found] == list(range(1, 2001))
    assert found.found[99].alternatives[0].text.count("[") == 1900
    assert found.found[100].alternatives == ()


def test_a_paragraph_of_five_million_characters_is_read() -> None:
    found = brackets(("[shall - US / should - EU] " + "we act " * 140) * 5_000)
    assert len(found.found) == 5_000
    assert shown(found.found[-1]) == [("shall", ["US propose"]), ("should", ["EU propose"])]


HOSTILE_SIGNS = ("[a](", "[a](<", "[a][", "![", "[ - ", "[/", "<!--", "[`", '[a](b.c "', "[a - A, ", "[^", "a - A / ")


@pytest.mark.parametrize("sign", HOSTILE_SIGNS)
def test_twenty_thousand_openings_are_read(sign: str) -> None:
    source = sign * 20_000 + "[]"
    found = brackets(source)
    assert found.found[-1].span.end == len(source)
