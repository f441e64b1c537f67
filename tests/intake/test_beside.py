"""A paragraph of the version beside the same paragraph of a file."""

from hypothesis import given
from hypothesis import strategies as st

from zerodraft.intake.beside import BREAK, NOTHING, Beside, Side, beside
from zerodraft.intake.folding import folded
from zerodraft.intake.letters import Letter, letters_of

MARKDOWN = st.text(alphabet="abc  .,'’-–…*[^1]ﬁ\u00a0", max_size=30)
NONE: frozenset[int] = frozenset()


def laid(version: str, file: str, *, has_notes: bool = True) -> list[tuple[Side, str, str]]:
    """Neighbours of one side together: what the version shows and what the file shows."""
    letters = letters_of(version)
    rows: list[tuple[Side, str, str]] = []
    for each in beside(letters, file, NONE, has_notes=has_notes):
        letter = "" if each.letter == NOTHING else letters[each.letter].source or ""
        letter += "".join(letters[at].source or "" for at in each.more)
        char = "" if each.char == NOTHING else file[each.char]
        if rows and rows[-1][0] is each.side:
            rows[-1] = (each.side, rows[-1][1] + letter, rows[-1][2] + char)
        else:
            rows.append((each.side, letter, char))
    return rows


def letters_in(found: tuple[Beside, ...]) -> list[int]:
    return [at for each in found for at in (each.letter, *each.more) if at != NOTHING]


@given(MARKDOWN, MARKDOWN, st.booleans())
def test_every_letter_and_every_character_is_laid_once_and_in_order(version: str, file: str, has_notes: bool) -> None:
    letters = letters_of(version)
    found = beside(letters, file, NONE, has_notes=has_notes)
    assert letters_in(found) == list(range(len(letters)))
    assert [each.char for each in found if each.char != NOTHING] == list(range(len(file)))


@given(MARKDOWN, MARKDOWN)
def test_what_is_on_both_sides_folds_alike(version: str, file: str) -> None:
    letters = letters_of(version)
    for each in beside(letters, file, NONE, has_notes=True):
        if each.side is Side.BOTH and not letters[each.letter].is_note:
            assert folded(letters[each.letter].shown)[:1] == folded(file[each.char])[:1]


def test_typography_is_the_same_on_both_sides() -> None:
    assert laid("the States' *of\ufb01ces* …", "the  States’ offices ...") == [
        (Side.BOTH, "the ", "the "),
        (Side.SILENT, "", " "),
        (Side.BOTH, "States' of\ufb01", "States’ off"),
        (Side.SILENT, "", "i"),
        (Side.BOTH, "ces …", "ces ."),
        (Side.SILENT, "", ".."),
    ]


def test_one_character_may_stand_for_two_letters() -> None:
    assert laid("offices", "o\ufb03ces") == [(Side.BOTH, "offices", "o\ufb03ces")]


def test_other_words_stand_on_one_side_only() -> None:
    assert laid("by 2030 at last", "by 2029 at the last") == [
        (Side.BOTH, "by ", "by "),
        (Side.VERSION, "2030", ""),
        (Side.FILE, "", "2029"),
        (Side.BOTH, " at ", " at "),
        (Side.FILE, "", "the "),
        (Side.BOTH, "last", "last"),
    ]


def test_a_reference_that_the_file_shows_under_another_name_is_the_same() -> None:
    assert laid("the Charter[^1].", "the Charter[^9].")[0][0] is Side.BOTH


def test_a_file_without_references_took_none_out() -> None:
    assert Side.VERSION not in {side for side, _, _ in laid("the Charter[^1].", "the Charter.", has_notes=False)}
    assert (Side.VERSION, "[^1]", "") in laid("the Charter[^1].", "the Charter.", has_notes=True)


def test_a_break_is_no_space() -> None:
    assert laid("one two", "one\ntwo") == [
        (Side.BOTH, "one", "one"),
        (Side.VERSION, " ", ""),
        (Side.FILE, "", "\n"),
        (Side.BOTH, "two", "two"),
    ]


def test_two_paragraphs_are_not_one_with_a_space() -> None:
    letters = (*letters_of("one"), Letter(BREAK, ""), *letters_of("two"))
    sides = [each.side for each in beside(letters, "one two", NONE, has_notes=True)]
    assert sides == [*(3 * [Side.BOTH]), Side.VERSION, Side.FILE, *(3 * [Side.BOTH])]
