"""`declaration.toml`: read, written, and refused with the line that is wrong."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.visible import is_plain_name
from zerodraft.formats.settings import Settings, dump_settings, parse_settings
from zerodraft.formats.toml_text import BadSettings

GOLDEN = (Path(__file__).parent / "golden" / "declaration.toml").read_text("utf-8")
BALI = Settings(
    title="Bali Message on International Cooperation in Digital Diplomacy",
    conference="International Conference on Digital Diplomacy (ICDD)",
    place="Bali",
    dates=(date(2021, 11, 16),),
    language="en",
    kind="message",
    numbering="unfccc",
    host="IDN",
    participants=("IDN", "AUS", "JPN"),
    predecessor="jakarta-message",
    stages=("SOM", 'Foreign Ministers’ "Meeting"'),
)

WORDS = st.one_of(st.text(min_size=1, max_size=30), st.text("\"\\'#=[]", min_size=1, max_size=8)).filter(is_plain_name)
MAYBE = st.one_of(st.just(""), WORDS)
CODES = st.from_regex(r"[A-Z][A-Z0-9]{1,11}", fullmatch=True)
SETTINGS = st.builds(
    Settings,
    title=MAYBE,
    conference=MAYBE,
    place=MAYBE,
    dates=st.lists(st.dates(), max_size=3).map(tuple),
    language=st.sampled_from(("en", "id")),
    kind=WORDS,
    numbering=st.sampled_from(("unfccc", "un", "legal")),
    host=st.one_of(st.just(""), CODES),
    participants=st.lists(CODES, max_size=5, unique=True).map(tuple),
    predecessor=st.sampled_from(("", "jakarta-message")),
    stages=st.lists(WORDS, max_size=4).map(tuple),
    akn_jurisdiction=st.sampled_from(("", "un", "un-fao")),
    akn_body=st.sampled_from(("", "unga", "itu-pp.18")),
    akn_type=st.sampled_from(("", "statement", "doc")),
    akn_subtype=st.sampled_from(("", "communication")),
)


@given(SETTINGS)
def test_settings_are_read_back_as_they_were_written(settings: Settings) -> None:
    assert parse_settings(dump_settings(settings)) == settings


@given(st.one_of(st.text(max_size=60), st.text("[]{}=\"'.,\n #title1-:", max_size=60)))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        parse_settings(text)
    except BadSettings as refused:
        assert 0 <= refused.line <= text.count("\n") + 1  # noqa: PT017


def test_the_settings_of_a_declaration_stand_like_this() -> None:
    assert dump_settings(BALI) == GOLDEN
    assert parse_settings(GOLDEN) == BALI


def test_an_empty_file_is_a_declaration_with_nothing_known() -> None:
    assert parse_settings("") == Settings()
    assert Settings().numbering == "unfccc"


def test_keys_of_others_and_comments_are_left_aside() -> None:
    text = '# by hand\ntitle = "T"\nweather = "fair"\n\n[secretary]\nname = "A."\n'
    assert parse_settings(text) == Settings(title="T")


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ('place = "Bali"\ntitel = "T"', 2, "“titel” is not a setting; did you mean “title”?"),
        ('place = "Bali"\n"date" = []', 2, "“date” is not a setting; did you mean “dates”?"),
        ("title = 1", 1, "“title” must be text in quotation marks."),
        (
            '\ntitle = "a\\nb"',
            2,
            "“title” must be one line of up to 200 characters, without invisible ones or space around it.",
        ),
        ("dates = [2021-11-16T10:00:00]", 1, "“dates” must be a list of days, such as [2021-11-16]."),
        ("dates = 2021-11-16", 1, "“dates” must be a list of days, such as [2021-11-16]."),
        ('language = "Indonesian"', 1, "“language” must be one of en, id."),
        ('numbering = "rio"', 1, "“numbering” must be one of unfccc, un, legal."),
        ('host = "Indonesia"', 1, "“host” must be a code of a delegation, such as IDN."),
        ('participants = "IDN"', 1, '“participants” must be a list of texts, such as ["one", "two"].'),
        ('participants = ["IDN", ""]', 1, '“participants” must be a list of texts, such as ["one", "two"].'),
        ('participants = ["IDN", "Japan"]', 1, "“participants”: Japan is not a code of a delegation, such as IDN."),
        ('participants = ["IDN", "IDN"]', 1, "“participants” names a delegation twice."),
        ('predecessor = "../etc"', 1, "“predecessor” must be the name of a declaration's folder."),
        ('title = "a"\ntitle = "b"', 2, "This is not TOML: Cannot overwrite a value."),
        ('title = "a', 1, "This is not TOML: Unterminated string."),
        ("title = " + "9" * 3900, 1, "“title” must be text in quotation marks."),
        ("title = " + "[" * 3900, 0, "The file holds a number or value that can't be read."),
        ("\n" + ".".join("a" * 3000), 2, "The line is longer than 4000 characters."),
        ("#\n" * 40_000, 0, "The file is longer than 64 KiB."),
        ('"titl\\u001be" = 1', 0, "“titl⟦U+001B⟧e” is not a setting; did you mean “title”?"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(text: str, line: int, sentence: str) -> None:
    with pytest.raises(BadSettings) as refused:
        parse_settings(text)
    assert (refused.value.line, refused.value.sentence) == (line, sentence)


def test_a_line_is_looked_up_in_its_own_table() -> None:
    with pytest.raises(BadSettings, match=r"^line 4: "):
        parse_settings('kind = "message"\nplace = "Bali"\n\nhost = "Indonesia"\n[notes]\nhost = "x"\n')


def test_settings_that_could_not_be_read_again_are_not_written() -> None:
    with pytest.raises(BadSettings, match="“title” must be one line"):
        dump_settings(Settings(title="one\ntwo"))
    with pytest.raises(BadSettings, match="“title” must be one line"):
        dump_settings(Settings(title="\x1b"))
