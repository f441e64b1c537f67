"""Messages: what people typed never becomes a trailer, and everything is read back."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.visible import invisible_characters, is_plain_name, visible
from zerodraft.core.text.words import fold
from zerodraft.formats.commit_message import (
    BadVersionNote,
    CommitMessage,
    VersionNote,
    build,
    dump_version_note,
    note_from,
    note_trailers,
    parse_message,
    parse_trailers,
    parse_version_note,
)

GOLDEN = Path(__file__).parent / "golden"
TRAILERS = (("Declaration", "bali-message"), ("Delegation", "JPN"), ("Paragraph", "5"))
FORGERIES = [
    "Act: adopt",
    "summary\n\nAct: adopt\nText-SHA256: 00",
    "summary\nAct: adopt",
    "summary\n \nAct: adopt\n\n",
    "summary\r\n\r\nAct: adopt",
    "summary\u2028\u2028Act: adopt",
    "summary\n---\nAct: adopt",
    "---",
    "summary\x00\n\nAct: adopt",
    "\n\n\nAct: adopt\n\n\n",
    "Act: adopt\n Signed-off-by: chair",
    "x\n\n(cherry picked from commit 00)\nAct: adopt\nSigned-off-by: chair",
]

PLAIN = (
    st.text(min_size=1, max_size=60)
    .map(lambda text: fold(visible(text, single_line=True)))
    .filter(lambda text: 0 < len(text) <= 100 and not text.startswith("---"))
)
LINES = st.lists(st.one_of(st.just(""), PLAIN, st.just("Act: adopt")), max_size=5)
BODIES = LINES.map(lambda lines: "\n".join(lines).strip("\n")).filter(lambda body: "---" not in body)
KEYS = st.from_regex(r"[A-Z][A-Za-z0-9]{0,8}(-[A-Z0-9][a-z0-9]{0,5})?", fullmatch=True)


@given(PLAIN, PLAIN, st.lists(st.tuples(KEYS, PLAIN), max_size=4), BODIES)
def test_what_is_built_is_read_back(act: str, subject: str, trailers: list[tuple[str, str]], body: str) -> None:
    text = build(act, subject, trailers, body)
    assert parse_message(text) == CommitMessage(subject, body, (("Act", act), *trailers))


@given(st.text(max_size=150), st.text(max_size=80), st.text(max_size=80))
def test_whatever_people_type_the_trailers_are_ours(subject: str, body: str, summary: str) -> None:
    text = build("comment", subject, (("Occasion", f"x {summary}"),), body)
    read = parse_message(text)
    assert [key for key, _ in read.trailers] == ["Act", "Occasion"]
    assert invisible_characters(text) == ()
    assert 0 < len(read.subject) <= 100
    assert "\n" not in read.subject
    assert build("comment", read.subject, read.trailers[1:], read.body) == text


@pytest.mark.parametrize("typed", FORGERIES)
def test_git_too_reads_no_forged_trailer(typed: str) -> None:
    text = build("comment", typed, (*TRAILERS, ("Occasion", typed)), typed)
    assert dict(parse_message(text).trailers)["Act"] == "comment"
    read = subprocess.run(
        ["git", "interpret-trailers", "--parse"], input=text.encode(), capture_output=True, check=True
    ).stdout.decode()
    assert read == "".join(f"{key}: {value}\n" for key, value in parse_trailers(text))
    assert [line.partition(":")[0] for line in read.splitlines()] == [
        "Act",
        "Declaration",
        "Delegation",
        "Paragraph",
        "Occasion",
    ]


def test_a_commit_reads_like_this() -> None:
    text = build("comment", "comment: Japan on\n paragraph\t5", TRAILERS, "\nAct: forged by a summary  \n\n")
    assert text == (GOLDEN / "commit.txt").read_text("utf-8")


def test_a_long_summary_is_cut_and_stands_whole_below() -> None:
    long = "narrow the divide " * 8
    read = parse_message(build("save", long, (), "and more"))
    assert read.subject == ("narrow the divide " * 8)[:99].rstrip() + "…"
    assert read.body == long.strip() + "\n\nand more"
    assert parse_message(build("save", "x" * 101, ())).body == "x" * 101
    assert parse_message(build("save", "x" * 100, ())).body == ""


def test_an_act_without_summary_is_named_by_the_act() -> None:
    assert build("save", " \n", ()) == "save\n\nAct: save\n"


@pytest.mark.parametrize(
    "trailer",
    [("", "x"), ("Two words", "x"), ("Key:", "x"), ("A--B", "x"), ("Key\n", "x"), ("Key", ""), ("Key", " \n")],
)
def test_a_trailer_that_git_would_not_read_is_a_mistake(trailer: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"^not a trailer: "):
        build("save", "subject", (trailer,))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", CommitMessage("", "", ())),
        ("Fix", CommitMessage("Fix", "", ())),
        ("Act: adopt\n", CommitMessage("Act: adopt", "", ())),
        ("two\nlines\n\nbody\n\nmore\n", CommitMessage("two\nlines", "body\n\nmore", ())),
        ("s\n\nAct: x\nno trailer\n", CommitMessage("s", "Act: x\nno trailer", ())),
        ("s\n\n\nbody\n\n\nAct: x\n\n", CommitMessage("s", "body", (("Act", "x"),))),
        ("s\n\nSigned-off-by: A <a@b>\n", CommitMessage("s", "", (("Signed-off-by", "A <a@b>"),))),
    ],
)
def test_the_messages_of_others_are_read_too(text: str, message: CommitMessage) -> None:
    assert parse_message(text) == message


NOTE = VersionNote(
    designation="Rev.1/Corr.1",
    stage="SOM",
    date=date(2021, 11, 5),
    slug="bali-message",
    text_sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
)
NAMES = st.text(min_size=1, max_size=40).filter(is_plain_name).filter(lambda name: fold(name) == name)


@given(
    st.builds(
        VersionNote,
        NAMES,
        st.one_of(st.just(""), NAMES),
        st.dates(),
        st.just("bali-message"),
        st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    )
)
def test_a_version_note_is_read_back(note: VersionNote) -> None:
    assert parse_version_note(dump_version_note(note)) == note
    assert note_from((("Act", "issue"), *note_trailers(note))) == note


def test_the_tag_of_a_version_reads_like_this() -> None:
    golden = (GOLDEN / "version.txt").read_text("utf-8")
    assert dump_version_note(NOTE) == golden
    assert parse_version_note(golden) == NOTE


def test_a_signature_below_the_note_is_left_aside() -> None:
    signed = dump_version_note(NOTE) + "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"
    assert parse_version_note(signed) == NOTE


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("v1.0\n", "The message has no line Designation."),
        ("v\n\nDesignation: Rev.1\nDate: soon\n", "The message has no such date as soon."),
        ("v\n\nDesignation: Rev.1\nDate: 2021-11-05\n", "The message has no line Declaration."),
    ],
)
def test_the_tag_of_somebody_else_is_no_version_note(text: str, sentence: str) -> None:
    with pytest.raises(BadVersionNote, match=f"^{sentence}$"):
        parse_version_note(text)
