"""One comment, one file: what is written is read back the same, and nothing else is taken."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.text.visible import is_plain_name
from zerodraft.formats.comment_file import (
    BadRecord,
    comment_id,
    comment_name,
    dump_comment,
    parse_comment,
    with_id,
)

GOLDEN = (Path(__file__).parent / "golden" / "comment.md").read_text("utf-8")
TOKYO = timezone(timedelta(hours=9))
FULL = Comment(
    id="jpn-7f3a",
    delegation="JPN",
    date=datetime(2021, 11, 2, 10, 15, tzinfo=TOKYO),
    anchor=Anchor(
        "3f786850e387550fdab836ed7e6dc881de23001b",
        12,
        "the digital divide",
        " narrow ",
        " between countries\nand ⟦",
    ),
    paragraph="5 bis",
    body="Japan supports *narrowing* the divide.\n\nFrom: here on it is still the comment.",
    on="zero-draft",
    occasion="Panel: Big Data and Crisis Management",
    reply_to="aus-11c0",
    resolves=True,
)
SHORT = Comment("aus-11c0", "AUS", datetime(2021, 11, 3, tzinfo=UTC), Anchor("0" * 64, 0), "", "Agreed.")

NASTY = st.sampled_from([*"“”⟦⟧ :\n\r\t\x00\x1b\u200b\u200c\u200d\u202e\ufe0f\ud800\u0301aZ日क्", "⟦U+000A⟧"])
WORDS = st.one_of(st.text(max_size=30), st.lists(NASTY, max_size=12).map("".join))
PLAIN = st.one_of(st.just(""), st.text(min_size=1, max_size=40).filter(is_plain_name))
BODIES = WORDS.filter(lambda words: not any("\ud800" <= char <= "\udfff" for char in words))
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@st.composite
def comments(draw: st.DrawFn) -> Comment:
    code = draw(st.from_regex(r"[A-Z][A-Z0-9]{1,11}", fullmatch=True))
    return Comment(
        id=f"{code.lower()}-{draw(st.from_regex(r'[0-9a-f]{4,64}', fullmatch=True))}",
        delegation=code,
        date=draw(st.datetimes(timezones=OFFSETS)),
        anchor=Anchor(
            draw(st.from_regex(r"[0-9a-f]{40}|[0-9a-f]{64}", fullmatch=True)),
            draw(st.integers(0, 999_999_999)),
            draw(WORDS),
            draw(WORDS),
            draw(WORDS),
        ),
        paragraph=draw(PLAIN),
        body=draw(BODIES),
        on=draw(PLAIN),
        occasion=draw(PLAIN),
        reply_to=draw(st.sampled_from(("", "aus-11c0"))),
        resolves=draw(st.booleans()),
    )


@given(comments())
def test_what_is_written_is_read_back_the_same(comment: Comment) -> None:
    text = dump_comment(comment)
    assert parse_comment(text, comment.id) == comment
    assert dump_comment(parse_comment(text, comment.id)) == text


@given(comments(), st.data())
def test_a_damaged_file_is_refused_or_means_exactly_what_it_says(comment: Comment, data: st.DataObject) -> None:
    text = dump_comment(comment)
    at = data.draw(st.integers(0, len(text)))
    damaged = text[:at] + data.draw(NASTY) + text[at + data.draw(st.integers(0, 3)) :]
    try:
        read = parse_comment(damaged, comment.id)
    except BadRecord:
        return
    assert dump_comment(read).removesuffix("\n").rstrip("\n") == damaged.removesuffix("\n").rstrip("\n")


@given(WORDS)
def test_no_text_breaks_the_reader(text: str) -> None:
    with pytest.raises(BadRecord):
        parse_comment(text, "jpn-7f3a")


def test_a_comment_stands_in_its_file_like_this() -> None:
    assert dump_comment(FULL) == GOLDEN
    assert parse_comment(GOLDEN, "jpn-7f3a") == FULL


def test_what_is_not_known_has_no_line() -> None:
    assert dump_comment(SHORT) == (
        f"From: AUS\nDate: 2021-11-03T00:00:00+00:00\nText: {'0' * 64}\nOrdinal: 0\n\nAgreed.\n"
    )


def test_a_reply_may_settle_a_matter_without_a_word() -> None:
    settled = replace(SHORT, body="", resolves=True)
    assert dump_comment(settled).endswith("Resolves: yes\n\n")
    assert parse_comment(dump_comment(settled), SHORT.id) == settled


def test_a_missing_line_end_at_the_end_is_forgiven() -> None:
    assert parse_comment(GOLDEN.removesuffix("\n"), "jpn-7f3a") == FULL


HEADER = f"From: AUS\nDate: 2021-11-03T00:00:00+00:00\nText: {'0' * 40}\nOrdinal: 0\n"


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("From: AUS", 0, "No blank line stands between the header lines and the comment."),
        (
            "From: AUS\r\n\r\nwords",
            0,
            "The header lines end as Windows ends them, with carriage returns; save the file with Unix line ends.",
        ),
        ("\n\nwords", 1, "The line doesn't read “Key: value”."),
        ("---\nFrom: AUS\n\n", 1, "The line doesn't read “Key: value”."),
        ("From:AUS\n\n", 1, "The line doesn't read “Key: value”."),
        ("From: \n\n", 1, "The line doesn't read “Key: value”."),
        ("\ufeffFrom: AUS\n\n", 1, "The line holds a character that can't be seen, ⟦U+FEFF⟧."),
        ("From: AUS\r\n\n", 1, "The line holds a character that can't be seen, ⟦U+000D⟧."),
        (HEADER + "Occasion:\tx\n\n", 5, "The line holds a character that can't be seen, ⟦U+0009⟧."),
        ("From: Jap\u200ban\n\n", 1, "The line holds a character that can't be seen, ⟦U+200B⟧."),
        ("From: Japan\n\n", 1, "“From” must be a code of a delegation, such as JPN."),
        ("From: AUS\nFrom: JPN\n\n", 2, "“From” stands twice."),
        ("Date: 2021-11-03T00:00:00+00:00\nFrom: AUS\n\n", 2, "“From” must stand before “Date”."),
        ("From: AUS\n\nwords", 0, "The line “Date: …” is missing."),
        (
            "From: AUS\nDate: 2021-11-03\n\n",
            2,
            "“Date” must be a date, hour and offset, such as 2021-11-02T10:15:00+09:00.",
        ),
        (HEADER.replace("-11-03", "-02-30") + "\n", 2, "There is no such date and hour as 2021-02-30T00:00:00+00:00."),
        (HEADER.replace("+00:00", "-00:00") + "\n", 2, "There is no such date and hour as 2021-11-03T00:00:00-00:00."),
        (HEADER.replace("T00", "T24") + "\n", 2, "There is no such date and hour as 2021-11-03T24:00:00+00:00."),
        (HEADER.replace("Text: 0", "Text: "), 0, "No blank line stands between the header lines and the comment."),
        (HEADER.replace("Text: 0", "Text: ") + "\n", 3, "“Text” must be the id of a text, 40 or 64 digits."),
        (HEADER.replace("l: 0", "l: 007") + "\n", 4, "“Ordinal” must be a number that counts paragraphs from 0."),
        (
            HEADER + "Quote: words\n\n",
            5,
            "A quotation must stand between “ and ”, with marks only where they are needed.",
        ),
        (HEADER + "Quote: “”\n\n", 5, "A quotation must stand between “ and ”, with marks only where they are needed."),
        (
            HEADER + "Quote: “⟦U+0041⟧”\n\n",
            5,
            "A quotation must stand between “ and ”, with marks only where they are needed.",
        ),
        (HEADER + "Reply-To: Japan\n\n", 5, "“Reply-To” must be the name of a comment, such as jpn-7f3a."),
        (HEADER + "Resolves: no\n\n", 5, "“Resolves” must be “yes”, or the line is left out."),
        (
            HEADER.replace("Text", "Occasion:  plenary\nText") + "\n",
            3,
            "White space stands around the value of “Occasion”.",
        ),
        (HEADER.replace("Text", f"On: {'x' * 201}\nText") + "\n", 3, "“On” is longer than 200 characters."),
        (
            HEADER.replace("Text", "Occasion: Re\u0301union\nText") + "\n",
            3,
            "“Occasion” holds accents written as signs of their own; type it again.",
        ),
        (HEADER + f"Quote: “{'x' * 17_000}”\n\n", 0, "The header lines are longer than 16 KiB; quote fewer words."),
        (HEADER + "\n" + "é" * 33_000, 0, "The comment is longer than 64 KiB."),
        (HEADER + "\nword\udc80", 0, "The comment holds bytes that are not UTF-8."),
    ],
)
def test_a_wrong_line_is_named_with_its_number(text: str, line: int, sentence: str) -> None:
    with pytest.raises(BadRecord) as refused:
        parse_comment(text, "aus-11c0")
    assert (refused.value.line, refused.value.sentence) == (line, sentence)


def test_an_unknown_key_is_refused_with_the_keys_that_exist() -> None:
    with pytest.raises(BadRecord, match=r"^line 5: “Approved-By” is not a key; the keys are From, Date, Occasion, On,"):
        parse_comment(HEADER + "Approved-By: chair\n\n", "aus-11c0")


def test_a_file_named_for_another_delegation_is_refused() -> None:
    with pytest.raises(BadRecord, match=r"^line 1: The line says AUS, but the file is named jpn-11c0.$"):
        parse_comment(HEADER + "\nwords", "jpn-11c0")


def test_a_body_of_exactly_64_kib_is_taken() -> None:
    longest = replace(SHORT, body="x" * 65_536)
    assert parse_comment(dump_comment(longest), SHORT.id) == longest


@pytest.mark.parametrize(
    "comment",
    [
        replace(SHORT, delegation="Japan"),
        replace(SHORT, date=datetime(2021, 11, 3)),
        replace(SHORT, date=datetime(2021, 11, 3, tzinfo=timezone(timedelta(hours=7, seconds=12)))),
        replace(SHORT, occasion="one\nFrom: JPN"),
        replace(SHORT, occasion="one\n\nforged body"),
        replace(SHORT, occasion="one\nOn: rev-1"),
        replace(SHORT, reply_to="jpn-7f3a\n\nforged words"),
        replace(SHORT, occasion=" plenary"),
        replace(SHORT, on="zero\u202edraft"),
        replace(SHORT, body="x" * 65_537),
        replace(SHORT, anchor=Anchor("main", 0)),
        replace(SHORT, anchor=Anchor("0" * 40, -1)),
    ],
)
def test_nothing_is_written_that_could_not_be_read_again(comment: Comment) -> None:
    with pytest.raises(BadRecord):
        dump_comment(comment)


class AutumnNight(tzinfo):
    """The hour that is passed twice when summer time ends; `fold` says which time it is."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        return timedelta(hours=1 if moment and moment.fold else 2)

    def dst(self, moment: datetime | None) -> None:
        return None

    def tzname(self, moment: datetime | None) -> str:
        return "autumn"


def test_a_comment_made_in_the_hour_that_a_clock_change_repeats_is_recorded() -> None:
    repeated = datetime(2021, 10, 31, 2, 30, tzinfo=AutumnNight(), fold=1)
    assert dump_comment(replace(SHORT, date=repeated)).split("\n")[1] == "Date: 2021-10-31T02:30:00+01:00"


def test_a_new_comment_is_named_after_its_delegation_and_its_content() -> None:
    named = with_id(FULL, ())
    assert named == replace(FULL, id="jpn-ee68")
    assert with_id(replace(FULL, id=""), ()) == named
    longer = with_id(FULL, {named.id})
    assert longer.id.startswith(named.id)
    assert len(longer.id) == len(named.id) + 1


def test_the_same_comment_can_not_be_recorded_without_end() -> None:
    taken: set[str] = set()
    for _ in range(61):
        taken.add(with_id(FULL, taken).id)
    with pytest.raises(BadRecord, match=r"^The same comment is already recorded.$"):
        with_id(FULL, taken)


def test_the_name_of_a_file_says_day_delegation_and_digest() -> None:
    name = comment_name(date(2021, 11, 2), "JPN", "7f3a")
    assert name == "2021-11-02-jpn-7f3a.md"
    assert comment_id(name) == "jpn-7f3a"
    assert comment_name(date(987, 1, 2), "SEC", "00") == "0987-01-02-sec-00.md"


@pytest.mark.parametrize("name", ["jpn-7f3a.md", "2021-11-02-jpn.md", "2021-11-02-JPN-7f3a.md", "../x.md", "x\x1b"])
def test_a_file_of_another_name_is_no_comment(name: str) -> None:
    with pytest.raises(BadRecord, match=r"^A comment's file is named like 2021-11-02-jpn-7f3a.md, not "):
        comment_id(name)
