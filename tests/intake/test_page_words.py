"""A page of ours read back: the words that a browser shows, and nothing that was slipped in unnoticed."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import NEW, sheet

from zerodraft.core.text.fingerprint import canonical, line_of
from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.html.clean import clean_html
from zerodraft.export.html.frame import page_title
from zerodraft.export.html.style_talk import TALK
from zerodraft.export.html.stylesheet import STYLE
from zerodraft.export.sheet import Sheet
from zerodraft.intake.page_forms import KNOWN_STYLES
from zerodraft.intake.page_words import PageWords, is_own_page, page_words

RICH = """# The *Bali* Message & more

*Recalling* a < b, “quotes” & [brackets - JPN], and H<sub>2</sub>O,[^b]

## Focus area 1

We agree,[^a] see [the Charter](https://un.org/a?b&c) and `code`.

(a) one [Agreed ad ref]

    (i) two;

| Step | When |
|---|---|
| *Points*[^a] | 2022 |
| | x |

> quoted &
> words

## العنوان

نتفق على ذلك.

[^a]: First, as *in* note[^b].
[^b]: Second.
[^c]: Nobody refers to it.
"""


def page_of(page: Sheet) -> str:
    return clean_html(page).decode()


def read(source: str) -> PageWords:
    return page_words(source)


def own_lines(page: Sheet) -> list[str]:
    """Those of the text, and of its cover before and after."""
    version = " · ".join((page.version, page.stage, page.date_line))
    name = f"{page_title(page)} – {page.version}"
    cover = [line_of("", each) for each in (name, page.conference, page.place_and_dates, version)]
    return [*cover, *(line.text for line in canonical(page.draft, page.numbers))]


@pytest.mark.parametrize("source", [RICH, NEW, "---\ntitle: Vision\n---\n\nWe meet.\n", "# T\r\n\r\nOne.\r\n", ""])
def test_a_clean_page_holds_the_canonical_lines_of_its_text(source: str) -> None:
    page = sheet(source)
    found = read(page_of(page))
    assert found.foreign == ()
    assert [line for line in found.lines if line != "Vision"] == own_lines(page)


WORDS = st.lists(
    st.sampled_from(
        ["we", "*agree*", "[shall]", "R&D", "**not**", "text[^1]", "<sup>1</sup>", "<b>", "a|b", "[x](http://y)"]
    ),
    max_size=8,
)


@settings(max_examples=40)
@given(st.lists(WORDS.map(" ".join), max_size=6), st.sampled_from(["", "\n\n[^1]: n", "\n\n[^1]: n[^2]\n\n[^2]: m"]))
def test_the_lines_of_any_page_are_those_of_its_text(texts: list[str], notes: str) -> None:
    page = sheet("\n\n".join(["# T", "## A", *texts]) + notes)
    found = read(page_of(page))
    assert found.foreign == ()
    assert list(found.lines) == own_lines(page)


def test_mark_and_fingerprint_are_lines_and_say_nothing_of_the_text() -> None:
    page = replace(sheet(NEW), mark="Draft – not for circulation", fingerprint="ab12", labels_in="id")
    lines = read(page_of(page)).lines
    assert lines.count("Draft – not for circulation") == 2
    assert sum("ab12" in line for line in lines) == 2


def test_comments_beside_the_text_are_counted_and_are_no_words_of_it() -> None:
    said = (Said("a", "JPN", "Japan", datetime(2021, 11, 3, tzinfo=UTC), "Why?\n\nSo."),) * 2
    told = Discussed(said, 5, 3, 12, "quote", "Rev.1", "2", "2", "", "open", False)
    threads = (
        told,
        replace(told, is_resolved=True, ordinal=3),
        replace(told, ordinal=None),
        replace(told, start=0, end=0),
    )
    page = replace(sheet(RICH), threads=threads)
    found = read(page_of(page))
    assert found.foreign == ()
    assert found.comments == 4
    assert list(found.lines) == own_lines(page)


def test_every_style_that_a_clean_page_bears_is_known() -> None:
    """Add the digest to `KNOWN_STYLES`; those of styles that were released stay in it."""
    assert {sha256(style.encode()).hexdigest() for style in (STYLE, STYLE + TALK)} <= KNOWN_STYLES


PAGE = page_of(sheet(RICH))
SLIPPED_IN = [
    ('<p class="words">We agree', '<p class="words">We do not agree'),
    ("</main>", "<p>And more.</p></main>"),
    ("</main>", "And more.</main>"),
    (" – Rev.1</title>", " – Rev.2</title>"),
    ("</body>", "<div>And more.</div></body>"),
    ("</header>", "More words</header>"),
    ('<p class="words">We', '<p class="words" style="display:none">We'),
    ('<p class="words">We', '<p class="words" hidden>We'),
    ('<p class="words">We', '<p class="skip">We'),
    ('<p class="words">We agree', '<p class="words"><span class="skip">We</span> agree'),
    ('<p class="words">We agree', '<p class="words"><del>We</del> agree'),
    ('<p class="words">We agree', '<p class="words"><!-- We --> agree'),
    ('<p class="words">We agree', '<p class="words"><b>We</b> agree'),
    ("</style>", "#p-1{display:none}</style>"),
    ("</style>", "</style><style>#p-1{display:none}</style>"),
    ("</head>", "<script>1</script></head>"),
    ("</head>", '<meta http-equiv="refresh" content="0;url=//x"></head>'),
    ("</head>", '<link rel="stylesheet" href="//x"></head>'),
    ('dir="auto"><span class="number"', 'dir="rtl"><span class="number"'),
    ("We agree,<sup>", "We agree,<sup>1"),
    ('-ref">2</a>', '-ref">3</a>'),
    ('href="https://un.org', 'onclick="x" href="https://un.org'),
    ("<table>", "<table>words"),
    ("</p>", ""),
    ("We agree", "We\u202e agree"),
    ("We agree", "We&shy;agree"),
    ("<h1", "<template><h1"),
    ("<!DOCTYPE html>", ""),
    ("</html>", "</html>And more."),
    ("We agree", "<![CDATA[We]]> agree"),
    ("We agree", "We <agree"),
    ('-ref">2</a>', '-ref"></a>'),
    ('<span id="note-1">2</span>', '<span id="note-1"></span>'),
    ("We agree", 'We <a class="cue x" href="#c-1" id="w-1" aria-label="">don’t</a> agree'),
    ("We agree", 'We <a class="cue x" href="#c-2" id="w-2" aria-label="">2</a> agree'),
    ("We agree", 'We <a class="cue x" href="#c-2" id="w-2" aria-label="">3</a> agree'),
    (
        "</main>",
        '<section class="elsewhere" aria-labelledby="elsewhere"><h2 id="elsewhere">Never.</h2></section></main>',
    ),
]


@pytest.mark.parametrize(("there", "instead"), SLIPPED_IN)
def test_what_is_slipped_into_a_page_is_noticed(there: str, instead: str) -> None:
    assert there in PAGE
    found, own = read(PAGE.replace(there, instead, 1)), read(PAGE)
    assert found.foreign or found.lines != own.lines


BODY = PAGE.index("<body")


@settings(max_examples=120)
@given(
    st.integers(BODY, len(PAGE) - 1), st.sampled_from(["", "x", " ", "<", ">", "&", '"', "=", "/", "\u200b", "é", "1"])
)
def test_one_character_changed_anywhere_is_noticed_unless_nobody_sees_it(place: int, char: str) -> None:
    changed = PAGE[:place] + char + PAGE[place + 1 :]
    found, own = read(changed), read(PAGE)
    if (found.lines, found.foreign) == (own.lines, own.foreign):
        inside_tag = PAGE.rfind("<", 0, place + 1) > PAGE.rfind(">", 0, place)
        assert (
            inside_tag
            or (PAGE[place] + char).isspace()
            or PAGE[place : place + 8] + char == ".</span>"
            or changed == PAGE
            or (not char.strip() and PAGE[place].isspace())
        )


def test_line_ends_of_windows_and_a_byte_order_mark_change_no_word() -> None:
    found = read("\ufeff" + PAGE.replace("\n", "\r\n"))
    assert found == read(PAGE)


def test_a_page_says_whose_it_is() -> None:
    assert is_own_page(PAGE)
    assert not is_own_page("<!DOCTYPE html><html><body><p>News.</p></body></html>")
