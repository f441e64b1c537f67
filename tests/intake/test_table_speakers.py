"""Names as people write them in tables become codes, or are asked for."""

import pytest
from tests.intake.tabled_rows import HEADINGS, grid_of

from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.intake.comment_table import comment_table
from zerodraft.intake.contributors import Contributor
from zerodraft.intake.speakers import contributors_of, speakers
from zerodraft.store.countries import with_countries

DELEGATIONS = with_countries(Delegations())


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Japan", ("JPN",)),
        ("JP", ("JPN",)),
        ("  JEPANG. ", ("JPN",)),
        ("Republic of Korea", ("KOR",)),
        ("Korea, Republic of", ("KOR",)),
        ("Iran, Islamic Republic of; Japan", ("IRN", "JPN")),
        ("Japan, Chile", ("JPN", "CHL")),
        ("Japan, Chile and the United States", ("JPN", "CHL", "USA")),
        ("Japan/Chile", ("JPN", "CHL")),
        ("Jepang dan Selandia Baru", ("JPN", "NZL")),
        ("Trinidad and Tobago", ("TTO",)),
        ("Japan & Trinidad and Tobago", ("JPN", "TTO")),
        ("Bosnia and Herzegovina, Japan", ("BIH", "JPN")),
        ("ASEAN", ("ASEAN",)),
        ("Indonesia on behalf of ASEAN", ("ASEAN",)),
        ("Japan, on behalf of ASEAN", ("ASEAN", "JPN")),
        ("Indonesia atas nama ASEAN", ("ASEAN",)),
        ("EU and its member States", ("EU",)),
        ("(Japan)", ("JPN",)),
        ("Japan\nJapan", ("JPN",)),
        ("Freedonia", ()),
        ("Japan and Freedonia", ()),
        ("Freedonia on behalf of ASEAN", ()),
        ("Јapan", ()),
        ("", ()),
        ("x, " * 1_000, ()),
    ],
)
def test_whoever_is_named_is_found_or_nobody(written: str, codes: tuple[str, ...]) -> None:
    assert speakers(written, DELEGATIONS) == codes


def test_each_name_is_told_with_what_it_says() -> None:
    rows = (("1", "Japan", "2", "", "Yes.", "abc"), ("2", "", "2", "", "No.", ""), ("3", "Japan", "4", "", "", "de"))
    table = comment_table([grid_of(HEADINGS, *rows)], "jpn.csv")
    assert contributors_of(table) == (Contributor("Japan", 5, 1), Contributor("", 0, 1))
