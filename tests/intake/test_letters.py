"""Letters: a paragraph taken apart, changed, and written again as Markdown."""

from hypothesis import example, given
from hypothesis import strategies as st

from zerodraft.core.text.words import fold
from zerodraft.intake.letters import Letter, letters_of, places_of, rewritten, seen, words_of, written

MARKDOWN = st.text(alphabet="ab *_[]()<>`\\&;!^/:#x1\u202e\udce9-{}. ", max_size=50)
WORDS = st.text(alphabet="ab *_[]()<>`\\&;!^#x1-.é", max_size=12)


@given(MARKDOWN)
@example("[](http://e.org/1)")
@example("***a** b* \\* &amp; <sup>2</sup> `` ` ``")
def test_a_paragraph_taken_apart_is_written_byte_for_byte(text: str) -> None:
    assert written(letters_of(text)) == text


@given(MARKDOWN)
def test_the_words_of_a_paragraph_are_all_its_letters(text: str) -> None:
    assert words_of(text) == seen(letters_of(text))


@given(MARKDOWN)
def test_each_letter_stands_where_its_markdown_is(text: str) -> None:
    letters = letters_of(text)
    assert [text[start:end] for start, end in places_of(letters)] == [letter.source for letter in letters]


@given(WORDS)
def test_words_from_outside_stay_words(words: str) -> None:
    assert seen(letters_of(written([Letter(char) for char in words]))) == words


@given(MARKDOWN, st.data())
def test_whatever_is_exchanged_what_is_seen_is_what_was_meant(text: str, data: st.DataObject) -> None:
    letters = letters_of(text)
    start = data.draw(st.integers(0, len(letters)))
    end = data.draw(st.integers(start, len(letters)))
    put_in = tuple(Letter(char) for char in data.draw(WORDS))
    changed = (*letters[:start], *put_in, *letters[end:])
    assert fold(seen(letters_of(rewritten(changed)))) == fold(seen(changed))


def exchanged(text: str, old: str, new: str) -> str:
    """The Markdown of a paragraph in which words, as they are seen, are exchanged."""
    letters = letters_of(text)
    start = seen(letters).index(old)
    put_in = [Letter(char) for char in new]
    return rewritten([*letters[:start], *put_in, *letters[start + len(old) :]])


def test_emphasis_elsewhere_survives() -> None:
    assert exchanged("*Recalling* the [Charter](http://un.org), we **shall** act[^1].", "act", "act now") == (
        "*Recalling* the [Charter](http://un.org), we **shall** act now[^1]."
    )


def test_emphasis_ends_with_the_last_word_that_is_left_of_it() -> None:
    assert exchanged("We **shall consider** to act.", "consider to ", "") == "We **shall** act."


def test_emphasis_goes_with_its_words() -> None:
    assert exchanged("We **shall** act.", "shall ", "") == "We act."


def test_signs_that_a_delegation_types_are_words() -> None:
    assert exchanged("We act.", "act", "*act* <b>now</b>") == "We \\*act\\* &lt;b>now&lt;/b>."


def test_brackets_that_a_delegation_types_are_brackets() -> None:
    assert exchanged("We shall act.", "shall", "[shall/should]") == "We [shall/should] act."
