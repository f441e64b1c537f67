"""A message gives its words and its files; whoever forged it gains nothing."""

import time
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.hostile import is_shown_safely, peak_of, refusal_of, refusal_or_none

from zerodraft.core.text.visible import visible
from zerodraft.intake.letter_input import received_from_letter
from zerodraft.intake.mail import Attachment, Letter, read_mail, safe_name
from zerodraft.intake.received import Received

WORDS = "Please find attached our comments.\n\nPara 8: add “seagrass”."


def message(body: str = WORDS) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "“Chile, Mission” <mission@chile.example>"
    made["To"] = "secretariat@conference.example"
    made["Subject"] = "Comments on Rev.2 – Chile"
    made["Date"] = "Fri, 05 Nov 2021 09:00:00 +0000"
    made.set_content(body)
    return made


def with_file(made: EmailMessage, name: str, data: bytes = b"x") -> EmailMessage:
    made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


def refused(data: bytes) -> str:
    return refusal_of(lambda: read_mail(data, "chl.eml"))


def test_a_message_gives_its_words_and_its_files() -> None:
    mail = read_mail(with_file(message(), "Rev2 Chile.docx", b"PK").as_bytes(), "chl.eml")
    moment = datetime(2021, 11, 5, 9, tzinfo=UTC)
    sender = "“Chile, Mission” <mission@chile.example>"
    assert mail.letters == (Letter(sender, "Comments on Rev.2 – Chile", moment, WORDS),)
    assert mail.attachments == (Attachment("Rev2 Chile.docx", b"PK"),)


@pytest.mark.parametrize(
    ("given_", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Rev2 Chile.docx", "Rev2 Chile.docx"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("a\x1b[31m\u202exls.docx", "a[31mxls.docx"),
        ("x" * 300 + ".docx", "x" * 110 + ".docx"),
        ("CON:|<>?.csv", "CON_____.csv"),
        ("...", "unnamed"),
        ("", "unnamed"),
        ("dir/", "unnamed"),
    ],
)
def test_a_name_is_safe_to_show_and_to_write(given_: str, safe: str) -> None:
    assert safe_name(given_) == safe


def test_files_of_one_name_are_told_apart() -> None:
    made = message()
    for _ in range(3):
        with_file(made, "comments.csv")
    names = [each.name for each in read_mail(made.as_bytes(), "chl.eml").attachments]
    assert names == ["comments.csv", "comments (2).csv", "comments (3).csv"]


def test_of_plain_words_and_a_web_page_the_plain_words_are_read() -> None:
    made = message()
    made.add_alternative("<p>Please find <b>attached</b></p>", subtype="html")
    assert read_mail(made.as_bytes(), "chl.eml").letters[0].body == WORDS


def test_a_web_page_is_read_without_its_marks() -> None:
    page = (
        "<html><head><title>T</title><style>p{}</style></head><body><!-- <p>no --><p>We <b>all</b>"
        "\n agree &amp; sign.</p><script>alert('x')</script><div>Done</div></body>"
    )
    made = message()
    made.set_content(page, subtype="html")
    assert read_mail(made.as_bytes(), "chl.eml").letters[0].body == "We all agree & sign.\nDone"


def test_a_message_that_was_passed_on_is_read_with_its_files() -> None:
    outer = message("See below.")
    outer.add_attachment(with_file(message("Inner words."), "chile.docx"))
    mail = read_mail(outer.as_bytes(), "chl.eml")
    assert [each.body for each in mail.letters] == ["See below.", "Inner words."]
    assert [each.name for each in mail.attachments] == ["chile.docx"]


def test_messages_too_deep_inside_each_other_are_refused() -> None:
    made = message()
    for _ in range(6):
        outer = message()
        outer.add_attachment(made)
        made = outer
    assert refused(made.as_bytes()) == "chl.eml has more than 5 messages inside each other."


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_words_are_read_in_the_letters_that_the_message_names(charset: str) -> None:
    made = message()
    made.set_content("Côte d'Ivoire".encode(charset), maintype="text", subtype="plain", params={"charset": charset})
    assert read_mail(made.as_bytes(), "chl.eml").letters[0].body == "Côte d'Ivoire"


@pytest.mark.parametrize("charset", ["punycode", "zlib", "nonsense", "utf-7"])
def test_letters_that_nobody_writes_are_read_as_utf_8(charset: str) -> None:
    made = message()
    made.set_content("naïve".encode(), maintype="text", subtype="plain", params={"charset": charset})
    assert read_mail(made.as_bytes(), "chl.eml").letters[0].body == "naïve"


def nested(depth: int) -> bytes:
    opening = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth))
    return b"Subject: x\n" + opening + b"\nwords\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (nested(301), "chl.eml has more than 300 parts."),
        (b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 301, "chl.eml has more than 300 parts."),
        (b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n" * 30_000, "chl.eml has more than 300 parts."),
        (b"a:\n" * 1_000_000, "chl.eml has headers that are out of all proportion."),
        (b"a:\r" * 1_000_000, "chl.eml has headers that are out of all proportion."),
        (b"From: " + b"(" * 10_000 + b"\n\nx", "chl.eml has headers that are out of all proportion."),
        (b"Subject: x\n" + b" y\n" * 5_000, "chl.eml has headers that are out of all proportion."),
        (b"x" * 48_000_001, "chl.eml is larger than 48 MB."),
    ],
)
def test_what_is_out_of_proportion_is_refused(data: bytes, sentence: str) -> None:
    assert refused(data) == sentence


@pytest.mark.parametrize("name", [b"From", b"Content-Type", b"Content-Disposition", b"Date", b"Subject"])
@pytest.mark.parametrize(
    "value", [b"(" * 7_000, b'";=' * 2_500, b"=?utf-8?q?" * 700, b"a;b*0*=" * 1_000, b"@<" * 3_500]
)
def test_a_header_made_of_riddles_takes_no_time_that_explodes(name: bytes, value: bytes) -> None:
    def once(riddle: bytes) -> float:
        before = time.process_time()
        refusal_or_none(lambda: read_mail(name + b": " + riddle + b"\n\nwords", "chl.eml"))
        return time.process_time() - before

    def seconds(riddle: bytes) -> float:
        """The least of three: what the rest of the machine does only adds to it."""
        return min(once(riddle) for _ in range(3))

    assert seconds(value) < 10 * seconds(value[: len(value) // 2]) + 0.05


def test_parts_inside_each_other_do_not_exhaust_the_stack() -> None:
    refusal = refusal_or_none(lambda: read_mail(nested(290), "chl.eml"))
    assert refusal is None or is_shown_safely(refusal)


def test_many_borders_take_little_memory() -> None:
    data = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 5_000_000
    assert peak_of(lambda: refusal_or_none(lambda: read_mail(data, "chl.eml"))) < 80_000_000


@given(st.binary(max_size=400))
def test_any_bytes_are_a_message_or_refused(data: bytes) -> None:
    refusal = refusal_or_none(lambda: read_mail(data, "chl.eml"))
    assert refusal is None or is_shown_safely(refusal)


@given(st.text(max_size=40))
def test_any_name_becomes_one_that_is_safe(name: str) -> None:
    safe = safe_name(name)
    assert safe == visible(safe, single_line=True)
    assert not set(safe) & set('/\\:<>|?*"')
    assert safe.strip() == safe
    assert not safe.startswith((".", "-"))
    assert 0 < len(safe) <= 120


def test_a_part_without_a_name_is_called_so() -> None:
    made = message()
    part = EmailMessage()
    part.set_content(b"x", maintype="image", subtype="png")
    made.make_mixed()
    made.attach(part)
    assert read_mail(made.as_bytes(), "chl.eml").attachments == (Attachment("unnamed", b"x"),)


def test_the_words_of_a_message_lie_in_the_tray_in_the_name_that_was_said() -> None:
    found = received_from_letter(Letter("Chile <x@y>", "Our comments", None, "Para 8: add “seagrass”."), "CHL")
    assert [(each.delegation, each.text) for each in found.tray] == [("CHL", "Our comments\n\nPara 8: add “seagrass”.")]
    assert found.total.characters == len(found.tray[0].text)
    assert received_from_letter(Letter("x", "", None, ""), "CHL") == Received()
