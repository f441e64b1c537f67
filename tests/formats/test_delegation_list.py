"""`delegations.toml`: names, aliases and groups of the workspace."""

import pytest

from zerodraft.core.negotiation.delegation import Delegation, Group
from zerodraft.formats.delegation_list import parse_delegation_list
from zerodraft.formats.toml_text import BadSettings

FILE = """\
# who is in the room
[JPN]
en = "Japan"
id = "Jepang"
aliases = ["Nippon"]

[ITU]
en = "International Telecommunication Union"

[groups.ASEAN]
name = "ASEAN"
members = ["BRN", "IDN"]
aliases = ["Association of Southeast Asian Nations"]

[groups.MSG]
"""


def test_the_file_declares_delegations_and_groups_in_its_order() -> None:
    declared = parse_delegation_list(FILE)
    assert declared.delegations[:-1] == (
        Delegation("JPN", (("en", "Japan"), ("id", "Jepang")), ("Nippon",)),
        Delegation("ITU", (("en", "International Telecommunication Union"),)),
    )
    assert declared.groups == (
        Group("ASEAN", "ASEAN", ("BRN", "IDN"), ("Association of Southeast Asian Nations",)),
        Group("MSG", "MSG"),
    )


def test_an_empty_file_declares_the_secretariat_alone() -> None:
    assert [entry.code for entry in parse_delegation_list("").delegations] == ["SEC"]


def test_keys_of_others_are_left_aside() -> None:
    text = '[JPN]\nen = "Japan"\nambassador = "N. N."\n[groups.EU]\ncolour = "blue"\n'
    assert parse_delegation_list(text).name("JPN", "en") == "Japan"


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("\ngroups = 1", 2, "“groups” must be tables such as [groups.ASEAN]."),
        ('JPN = "Japan"', 1, "“JPN” must be a table such as [JPN]."),
        ('[Japan]\nen = "Japan"', 1, "“Japan” is not a code: capital letters and digits, as in JPN."),
        ('\n[groups.asean]\nname = "x"', 2, "“asean” is not a code: capital letters and digits, as in JPN."),
        ("\n[JPN]\naliases = []", 2, '“JPN” needs a name, such as en = "Japan".'),
        ("JPN = {}", 0, '“JPN” needs a name, such as en = "Japan".'),
        ('[JPN]\nen = ""', 1, '“JPN” needs a name, such as en = "Japan".'),
        ('[JPN]\nen = "Japan"\n[KOR]\nen = 1', 4, "“en” must be text in quotation marks."),
        (
            '[JPN]\nen = "Ja\u200bpan"',
            2,
            "“en” must be one line of up to 200 characters, without invisible ones or space around it.",
        ),
        ('[JPN]\nen = "Japan"\nalias = ["x"]', 3, "“alias” is not a setting; did you mean “aliases”?"),
        ('[JPN]\nen = "Japan"\naliases = "x"', 3, '“aliases” must be a list of texts, such as ["one", "two"].'),
        ("[groups.EU]\nmember = []", 2, "“member” is not a setting; did you mean “members”?"),
        ('[groups.EU]\nmembers = ["Finland"]', 2, "“Finland” is not a code of a delegation, such as JPN."),
        (
            '[KOR]\nen = "Korea"\n["PRK"]\nen = "DPRK"\naliases = ["the  KOREA"]',
            3,
            "“the  KOREA” means KOR and PRK.",
        ),
        ('[EU]\nen = "Union"\n[groups.EU]\nname = "EU"', 3, "“EU” means EU and EU."),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(text: str, line: int, sentence: str) -> None:
    with pytest.raises(BadSettings) as refused:
        parse_delegation_list(text)
    assert (refused.value.line, refused.value.sentence) == (line, sentence)
