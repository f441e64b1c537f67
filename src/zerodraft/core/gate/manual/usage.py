"""Words and names: capitals, abbreviations, terms to be avoided, references to resolutions and notes."""

import re
from collections.abc import Iterator

from zerodraft.core.gate.manual.rule import Hit, Page, Rule, cased_as, either, pattern
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.prose import Prose

# Names that stand for themselves: nobody spells them out.
_KNOWN = re.compile(
    "ASEAN|UN|EU|AU|OECD|UNESCO|UNICEF|WHO|IMF|WTO|UNFCCC|UNDP|UNHCR|COVID|HIV|AIDS|ISO|NATO|OPEC|SAARC|APEC|BRICS|USA|UK|US"
    "|UAE|DPRK?|PDR|ROK|PRC|ID|PP|OP|TV|DNA|OK|AM|PM|AD|BCE?|CE|PDF|URL|USD|EUR|IDR|AUD|JPY|GBP|SARS|[IVXLCDM]+"
)
_ACRONYM = re.compile(r"(?<![\w/.$-])([A-Z]{2,7})(s?)(?![\w/-]|\.\w)")
_PEOPLE = {
    "chairman": "Chair", "chairmen": "Chairs", "spokesman": "spokesperson", "mankind": "humankind",
    "manpower": "workforce", "man-made": "human-made", "manmade": "human-made", "policeman": "police officer",
    "fishermen": "fishers", "businessmen": "businesspeople", "salesman": "salesperson", "layman": "layperson",
    "cameraman": "camera operator", "firemen": "firefighters", "craftsmen": "artisans",
}  # fmt: skip
_SHORT = {
    "don't": "do not", "can't": "cannot", "won't": "will not", "isn't": "is not", "aren't": "are not",
    "doesn't": "does not", "didn't": "did not", "we're": "we are", "we'll": "we will", "it's": "it is",
    "we've": "we have", "let's": "let us", "shouldn't": "should not", "couldn't": "could not",
}  # fmt: skip


def _acronyms(page: Page) -> Iterator[Hit]:
    """Each at its first place, unless it stands in brackets behind its words there, or is spelled out behind it."""
    met: set[str] = set()
    for prose in page.all:
        is_heading = prose.paragraph.kind in (Kind.TITLE, Kind.HEADING)
        for found in _ACRONYM.finditer(prose.text):
            if found[1] in met or _KNOWN.fullmatch(found[1]) or _is_a_shout(prose, found):
                continue
            is_spelled = _is_spelled_out(prose.text, found)
            if is_spelled or not is_heading:
                met.add(found[1])
            if not is_spelled and not is_heading:
                yield Hit(prose, *found.span())


def _is_a_shout(prose: Prose, found: re.Match[str]) -> bool:
    """Words in capitals at the beginning of a paragraph, beside others or in bold are words: WE, NOTING FURTHER."""
    beside = prose.text[max(0, found.start() - 12) : found.end() + 12]
    return found.start() == 0 or prose.is_emphasised(found.start()) or len(re.findall(r"\b[A-Z]{2,}\b", beside)) > 1


def _is_spelled_out(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()].rstrip(" “\"'‘"), text[found.end() :].lstrip(" ”\"'’")
    return before.endswith("(") or after.startswith("(") or ("(" in before[-60:] and ")" in after[:60])


def _in_table(table: dict[str, str]) -> str:
    return rf"\b({'|'.join(each.replace(chr(39), '[’' + chr(39) + ']') for each in table)})\b"


def _notes_in_order(page: Page) -> Iterator[Hit]:
    """Footnotes that are numbered are cited in the order of their numbers."""
    last = 0
    for prose in page.all:
        if prose.paragraph.kind is Kind.FOOTNOTE:
            continue
        at = 0
        for each in prose.stretches:
            length = 1 if each.note else len(each.text)
            if each.note.isdecimal():
                if int(each.note) not in (last, last + 1) and int(each.note) > last:
                    yield Hit(prose, at, at + 1, str(last + 1))
                last = max(last, int(each.note))
            at += length


USAGE = (
    Rule(
        "member-states",
        "“{found}” is written “{instead}”.",
        "Member States, observer States and States parties have a capital S: countries are meant.",
        "all member states and states parties",
        "all Member States and States parties",
        either(
            pattern(r"\b(?:member states|Member states|member States)\b", "Member States"),
            pattern(r"\b(?:member state|Member state|member State)\b", "Member State"),
            pattern(r"\b(?:states parties|States Parties)\b", "States parties"),
        ),
    ),
    Rule(
        "government-of",
        "“{found}” is written “{instead}”.",
        "The Government of a country has a capital G.",
        "the government of Indonesia",
        "the Government of Indonesia",
        pattern(r"\bgovernment of (?=(?:the )?[A-Z])", "Government of "),
    ),
    Rule(
        "office-hyphen",
        "“{found}” is written “{instead}”.",
        "The titles of the heads of organizations have a hyphen.",
        "the Secretary General of ASEAN",
        "the Secretary-General of ASEAN",
        pattern(r"\b(Secretary|Secretaries|Director|Under Secretary) General\b", r"\1-General"),
    ),
    Rule(
        "acronym",
        "“{found}” is not spelled out at its first mention.",
        "An abbreviation stands in brackets behind the words for which it is short, where it is used first.",
        "support for SMEs",
        "support for small and medium-sized enterprises (SMEs)",
        _acronyms,
    ),
    Rule(
        "and-or",
        "“{found}” leaves open what is meant.",
        "“and/or” is avoided: “or” often says both, else “… or …, or both”.",
        "technical and/or financial assistance",
        "technical or financial assistance, or both",
        pattern(r"\band/or\b", "", flags=re.IGNORECASE),
    ),
    Rule(
        "latin-abbreviation",
        "“{found}” is written “{instead}”.",
        "Latin abbreviations are avoided in running text.",
        "e.g. alerts, registration, etc.",
        "for example alerts, registration and so on",
        either(
            pattern(r"\be\.\s?g\.", "for example"),
            pattern(r"\bi\.\s?e\.", "that is"),
            pattern(r"\betc\.?(?!\w)", "and so on"),
            pattern(r"\bviz\.?(?!\w)", "namely"),
            pattern(r"\bvis-a-vis\b", "vis-à-vis"),
        ),
    ),
    Rule(
        "contraction",
        "“{found}” is written “{instead}”.",
        "Words are not contracted.",
        "We don't accept it.",
        "We do not accept it.",
        pattern(
            _in_table(_SHORT), lambda each: cased_as(each[0], _SHORT[each[0].lower().replace("’", "'")]), flags=re.I
        ),
    ),
    Rule(
        "inclusive-language",
        "“{found}” can be “{instead}”.",
        "Words that name men alone are avoided where people are meant.",
        "the Chairman and the benefit of mankind",
        "the Chair and the benefit of humankind",
        pattern(_in_table(_PEOPLE), lambda each: cased_as(each[0], _PEOPLE[each[0].lower()]), flags=re.I),
    ),
    Rule(
        "ampersand",
        "“&” is written “and”.",
        "The sign stands in names of firms alone.",
        "trade & investment",
        "trade and investment",
        pattern(r"(?<=[a-z]) & (?=[a-z])", " and "),
    ),
    Rule(
        "resolution-symbol",
        "“{found}” is cited “{instead}” in running text.",
        "A resolution is cited by organ and number; the symbol of its document is for footnotes.",
        "A/RES/70/1",
        "General Assembly resolution 70/1",
        pattern(r"\bA/RES/(\d+/\d+)\b", r"General Assembly resolution \1"),
    ),
    Rule(
        "footnotes-in-order",
        "Footnote {instead} is cited after a higher one.",
        "Notes are numbered in the order in which the text refers to them.",
        "We agree.[^2] We decide.[^1]",
        "We agree.[^1] We decide.[^2]",
        _notes_in_order,
        is_english=False,
    ),
)
