"""Markdown out: the clean source byte for byte, the redline as CriticMarkup that resolves to either text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import NEW, OLD, redline_sheet, sheet

from zerodraft.core.text.words import words
from zerodraft.export.markdown import clean_markdown, redline_markdown
from zerodraft.export.sheet import RedlineSheet

_MARK = re.compile(r"\{(\+\+|--|>>)(.*?)(?:\+\+|--|<<)\}", re.DOTALL)
_REFERENCE = re.compile(r"&#(\d+);")


def resolve(critic: str, *, accept: bool) -> str:
    """CriticMarkup resolved: comments go, one kind of mark stays as its words, the other goes."""
    kept = "++" if accept else "--"
    text = _MARK.sub(lambda found: found[2] if found[1] == kept else "", critic)
    return _REFERENCE.sub(lambda found: chr(int(found[1])) if int(found[1]) in (38, 123, 125) else found[0], text)


def marks(sheet: RedlineSheet) -> str:
    return redline_markdown(sheet).decode("utf-8", "surrogateescape")


def words_of(text: str) -> list[str]:
    """Signs that stood close may part where a paragraph was divided between them; words never."""
    return sorted(words(text))


def texts_of(sheet: RedlineSheet, *, new: bool) -> list[str]:
    """Words of one side's paragraphs, with the printed numbers, as an unordered whole: moves change only the order."""
    side = sheet.new if new else sheet.old
    found: list[str] = []
    for paragraph, number in zip(side.draft.paragraphs, side.numbers, strict=True):
        found += [*words(number.printed), *words(paragraph.text)]
    return sorted(found)


def without_heading_signs(text: str) -> str:
    return re.sub(r"^#{1,6}(?= |$)", "", text, flags=re.MULTILINE)


WORDS = st.lists(
    st.sampled_from(
        ["we", "agree", "{++", "++}", "{", "}", "--}", "{--x", "&#123;", "R&D", "*all*", "[shall]", "{>>", "<<}"]
    ),
    min_size=1,
    max_size=9,
).map(" ".join)
DRAFTS = st.lists(WORDS, min_size=1, max_size=6).map(lambda each: "\n\n".join(["# T", "## A", *each]))


@settings(max_examples=60)
@given(DRAFTS, DRAFTS)
def test_accepting_gives_the_new_words_and_rejecting_the_old(old: str, new: str) -> None:
    redline = redline_sheet(old, new)
    critic = marks(redline)
    assert words_of(without_heading_signs(resolve(critic, accept=True))) == texts_of(redline, new=True)
    assert words_of(without_heading_signs(resolve(critic, accept=False))) == texts_of(redline, new=False)


def test_the_clean_form_is_the_source_byte_for_byte() -> None:
    source = b"\xef\xbb\xbf# T\r\n\r\ncaf\xe9 \x00 text \xe2\x80\xae\n"
    assert clean_markdown(sheet(source.decode("utf-8", "surrogateescape"))) == source


def test_every_fate_of_a_paragraph_is_marked() -> None:
    critic = marks(redline_sheet(OLD, NEW))
    assert critic.startswith("{>>Changes from Zero draft to Rev.1: 9 paragraphs changed; ")
    for expected in (
        "{--*--}Guided{--*--} by the Charter",
        "{--3. --}{++1. ++}We underline that the undertakings",
        "voluntary in every respect. {>>moved from paragraph 3<<}",
        "{>>paragraph 3: moved to paragraph 1<<}",
        "{++6. We welcome the offer of Fiji to host the first exercise.++}",
        "{--7. We pay tribute to the health workers who kept services running during the pandemic.--}",
        "{>>split from paragraph 4<<}",
        "{>>joined from paragraph 5, paragraph 6<<}",
        "## Focus area 2: Crises",
        "{++[^1]: See the **annex**.++}",
    ):
        assert expected in critic


def test_a_split_paragraph_resolves_to_two_numbered_ones() -> None:
    block = next(each for each in marks(redline_sheet(OLD, NEW)).split("\n\n## ") if each.startswith("Focus area 2"))
    accepted = resolve(block, accept=True)
    assert (
        "4. We undertake to counter false information in crises by making reliable information available." in accepted
    )
    assert "\n\n5. We further resolve to correct our own errors" in accepted
    rejected = resolve(block, accept=False)
    assert "available, and we resolve to correct our own errors openly" in rejected
    assert "\n\n6. We encourage small enterprises" in rejected


def test_a_table_that_changed_is_replaced_whole() -> None:
    old, new = "# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "# T\n\n| a | b |\n|---|---|\n| 1 | 3 |\n"
    critic = marks(redline_sheet(old, new))
    assert "{--| a | b |\n|---|---|\n| 1 | 2 |--}\n\n{++| a | b |\n|---|---|\n| 1 | 3 |++}" in critic


def test_only_changes_leave_unchanged_paragraphs_out_but_not_the_headings() -> None:
    critic = marks(redline_sheet(OLD, NEW, only_changes=True))
    assert "Recalling" not in critic
    assert "# Bali Message" in critic
    assert "## Closing" in critic


def test_a_moved_paragraph_at_the_beginning_is_noted_first() -> None:
    first, second, third = "One word of this text.", "Another thing entirely, about ships.", "A third on mountains."
    critic = marks(redline_sheet("\n\n".join((first, second, third)), "\n\n".join((second, third, first))))
    assert critic.split("\n\n")[1] == "{>>paragraph 1: moved to paragraph 3<<}"
