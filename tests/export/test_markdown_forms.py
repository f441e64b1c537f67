"""Markdown out: the clean source byte for byte, the redline as CriticMarkup that resolves to either text."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export import word_pairs
from tests.export.sheets import NEW, OLD, redline_sheet, sheet

from zerodraft.core.text.draft import Draft
from zerodraft.core.text.words import fold, words
from zerodraft.export.hands import Hand, Hands, Signed
from zerodraft.export.markdown.clean import clean_markdown
from zerodraft.export.markdown.redline import redline_markdown
from zerodraft.export.sheet import RedlineSheet
from zerodraft.intake.critic_markup import read_critic_markup
from zerodraft.intake.marked import Marked
from zerodraft.intake.views import Seen, base, final

_MARK = re.compile(r"\{(\+\+|--|>>)(.*?)(?:\+\+|--|<<)\}", re.DOTALL)
_REFERENCE = re.compile(r"&#(\d+);")


def resolve(critic: str, *, accept: bool) -> str:
    """CriticMarkup resolved: comments go, one kind of mark stays as its words, the other goes."""
    kept = "++" if accept else "--"
    text = _MARK.sub(lambda found: found[2] if found[1] == kept else "", critic)
    return _REFERENCE.sub(lambda found: chr(int(found[1])) if int(found[1]) in (38, 123, 125, 126) else found[0], text)


def read(sheet: RedlineSheet) -> Marked:
    """What the intake finds in it."""
    return read_critic_markup(marks(sheet), lambda _: False)


def texts(seen: tuple[Seen, ...]) -> list[str]:
    return [text for each in seen if (text := fold(each.text))]


def paragraphs(draft: Draft) -> list[str]:
    return [text for each in draft.paragraphs if (text := fold(each.text))]


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


HOSTILE = ("{", "}", "{++", "++}", "~>", "~~}", "--}", "{>>", "<<}", "&#123;", "&#126;", "&", "&#38;#123;")


@pytest.mark.parametrize("first_seed", range(0, 120, 40))
def test_reading_it_back_gives_both_texts_exactly(first_seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Order included; moved, split, joined paragraphs and ones of another kind, in several scripts."""
    monkeypatch.setattr(word_pairs, "_WORDS", (*word_pairs._WORDS, *HOSTILE))
    for seed in range(first_seed, first_seed + 40):
        redline = word_pairs.pair(seed)
        found = read(redline)
        assert texts(base(found)) == paragraphs(redline.old.draft), seed
        assert texts(final(found)) == paragraphs(redline.new.draft), seed
        assert not found.remarks, seed
        assert not found.notices, seed


MORNING = datetime(2021, 10, 5, 9, 30, tzinfo=timezone(timedelta(hours=7)))
JAPAN, FIJI = Hand("Japan", MORNING), Hand("Fiji", MORNING + timedelta(days=2))
OTHER = Hand("Secretariat", MORNING + timedelta(days=9))


def test_behind_the_marks_stands_whose_they_are() -> None:
    old, new = "# T\n\nWe shall help ships.", "# T\n\nWe may well help ports."
    hands = Hands(OTHER, {1: [Signed(3, 6, JAPAN), Signed(7, 11, FIJI)]}, {1: [Signed(3, 8, JAPAN)]})
    critic = marks(replace(redline_sheet(old, new), hands=hands))
    assert critic.split("\n\n")[-1] == (
        "1. We {--shall--}{++may ++}{>>Japan: 2021-10-05T02:30:00Z<<}{++well++}{>>Fiji: 2021-10-07T02:30:00Z<<}"
        " help {--ships--}{++ports++}{>>Secretariat: 2021-10-14T02:30:00Z<<}.\n"
    )


def test_mark_and_fingerprint_stand_on_top_and_are_nobodys_words() -> None:
    redline = redline_sheet("# T\n\nOne.", "# T\n\nTwo.")
    draft = replace(redline, new=replace(redline.new, mark="Draft of {3} November – not for circulation"))
    assert "\n{>>zerodraft: Draft of &#123;3&#125; November – not for circulation<<}\n\n# T" in marks(draft)
    adopted = replace(redline, new=replace(redline.new, fingerprint="ab" * 32))
    assert f"{'ab' * 32}<<}}\n\n# T" in marks(adopted)
    for each in (draft, adopted):
        assert (texts(base(read(each))), texts(final(read(each)))) == (["T", "One."], ["T", "Two."])
        assert not read(each).remarks


def test_a_number_alone_is_in_nobodys_hand() -> None:
    hands = Hands(OTHER, {1: [Signed(0, 99, JAPAN)]})
    critic = marks(replace(redline_sheet("# T\n\nSecond.", "# T\n\nFirst.\n\nSecond."), hands=hands))
    assert "{++1. First.++}{>>Japan: 2021-10-05T02:30:00Z<<}\n\n{--1. --}{++2. ++}Second." in critic


def test_a_name_that_closes_a_comment_or_drives_a_terminal_is_only_a_name() -> None:
    hands = Hands(Hand("A<<}{++x++}\x1b[31m", MORNING))
    redline = replace(redline_sheet("# T\n\nOne.", "# T\n\nTwo."), hands=hands)
    assert "\x1b" not in marks(redline)
    assert texts(final(read(redline))) == ["T", "Two."]


@settings(max_examples=30)
@given(st.integers(0, 400), st.data())
def test_the_intake_finds_the_hand_of_every_mark(seed: int, data: st.DataObject) -> None:
    redline = word_pairs.pair(seed)
    someone = st.sampled_from((JAPAN, FIJI))

    def signed(draft: Draft) -> dict[int, list[Signed]]:
        return {each.ordinal: [Signed(0, len(each.text), data.draw(someone))] for each in draft.paragraphs}

    found = read(replace(redline, hands=Hands(OTHER, signed(redline.new.draft), signed(redline.old.draft))))
    known = {(each.author, each.date.astimezone(UTC)) for each in (JAPAN, FIJI, OTHER)}
    stacks = [stack for block in found.blocks for stack in (block.mark, *(run.revisions for run in block.runs))]
    revisions = {each for stack in stacks for each in stack}
    assert {(each.author, each.date) for each in revisions} <= known


def test_the_clean_form_is_the_source_byte_for_byte() -> None:
    source = b"\xef\xbb\xbf# T\r\n\r\ncaf\xe9 \x00 text \xe2\x80\xae\n"
    assert clean_markdown(sheet(source.decode("utf-8", "surrogateescape"))) == source


def test_every_fate_of_a_paragraph_is_marked() -> None:
    critic = marks(redline_sheet(OLD, NEW))
    assert critic.startswith("{>>zerodraft: Changes from Zero draft to Rev.1: 9 paragraphs changed; ")
    for expected in (
        "{--*--}Guided{--*--} by the Charter",
        "{++1. We underline that the undertakings",
        "voluntary in every respect.++} {>>zerodraft: moved from paragraph 3<<}",
        "{--3. We underline that the undertakings",
        "voluntary in every respect.--} {>>zerodraft: moved to paragraph 1<<}",
        "{++6. We welcome the offer of Fiji to host the first exercise.++}",
        "{--7. We pay tribute to the health workers who kept services running during the pandemic.--}",
        "{>>zerodraft: split from paragraph 4<<}",
        "{>>zerodraft: joined from paragraph 5, paragraph 6<<}",
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
    assert critic.split("\n\n")[1] == "{--1. One word of this text.--} {>>zerodraft: moved to paragraph 3<<}"
