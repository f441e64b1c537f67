"""`adoption.toml`: what is written is read again, and nothing else is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.negotiation.adoption import Adopted, Corrigendum, Manner, OnRecord, Saying
from zerodraft.core.text.visible import is_plain_name
from zerodraft.formats.adoption_file import dump_adoption, parse_adoption
from zerodraft.formats.toml_text import BadSettings

LINES = (
    st.text(max_size=60).map(lambda text: " ".join(text.split())).filter(lambda text: not text or is_plain_name(text))
)
NAMES = st.from_regex(r"[a-z]{4,12}(-[0-9]{1,3})?", fullmatch=True)
CODES = st.from_regex(r"[A-Z]{3}", fullmatch=True)
DIGESTS = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
LABELS = st.from_regex(r"[0-9a-z]{1,8}", fullmatch=True)
ADOPTIONS = st.builds(
    Adopted,
    version=NAMES,
    day=st.dates(),
    place=LINES,
    manner=st.sampled_from(Manner),
    fingerprint=DIGESTS,
    on_record=st.lists(st.builds(OnRecord, st.sampled_from(Saying), CODES, LINES, LABELS), max_size=3).map(tuple),
    corrigenda=st.lists(st.builds(Corrigendum, NAMES, st.dates(), LINES, DIGESTS), max_size=2).map(tuple),
)
GOOD = dump_adoption(Adopted("adopted-text", date(2019, 9, 11), "Jakarta", Manner.CONSENSUS, "0" * 64))


@given(ADOPTIONS)
def test_what_is_written_is_read_again(adopted: Adopted) -> None:
    assert parse_adoption(dump_adoption(adopted)) == adopted


@pytest.mark.parametrize(
    ("line", "wrong", "sentence"),
    [
        ('by = "consensus"', 'by = "lot"', "must be one of consensus, vote, acclamation, silence procedure"),
        ("date = 2019-09-11", "date = 2019-09-11T10:00:00Z", "must be a day"),
        (f'"{"0" * 64}"', '"abc"', "must be a SHA-256"),
        ('"adopted-text"', '"../x"', "must be the name of a version"),
        ('place = "Jakarta"', "place = 3", "must be text"),
    ],
)
def test_anything_else_is_refused_with_what_it_must_be(line: str, wrong: str, sentence: str) -> None:
    assert line in GOOD
    with pytest.raises(BadSettings, match=sentence):
        parse_adoption(GOOD.replace(line, wrong))
