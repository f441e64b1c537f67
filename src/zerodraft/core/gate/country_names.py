"""Names of countries that are not those of the United Nations' list, in English and Indonesian texts.

The short names are those under which Member States and observers sit (2023). A workspace's own list of delegations
goes first: what stands there as the name of a delegation is right. The table speaks of names, not of anybody's status.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from zerodraft.core.gate.findings import Barrier, and_more
from zerodraft.core.negotiation.delegation import Delegation, Delegations
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.prose import Prose, prose_of

LISTED: Mapping[str, str] = {
    "BOL": "Bolivia (Plurinational State of)",
    "BRN": "Brunei Darussalam",
    "CIV": "Côte d’Ivoire",
    "COD": "Democratic Republic of the Congo",
    "CPV": "Cabo Verde",
    "CZE": "Czechia",
    "FSM": "Micronesia (Federated States of)",
    "GBR": "United Kingdom of Great Britain and Northern Ireland",
    "IRN": "Iran (Islamic Republic of)",
    "KGZ": "Kyrgyzstan",
    "KOR": "Republic of Korea",
    "LAO": "Lao People’s Democratic Republic",
    "MDA": "Republic of Moldova",
    "MKD": "North Macedonia",
    "MMR": "Myanmar",
    "NLD": "Kingdom of the Netherlands",
    "PRK": "Democratic People’s Republic of Korea",
    "PSE": "State of Palestine",
    "RUS": "Russian Federation",
    "SVK": "Slovakia",
    "SWZ": "Eswatini",
    "SYR": "Syrian Arab Republic",
    "TLS": "Timor-Leste",
    "TUR": "Türkiye",
    "TZA": "United Republic of Tanzania",
    "USA": "United States of America",
    "VAT": "Holy See",
    "VEN": "Venezuela (Bolivarian Republic of)",
    "VNM": "Viet Nam",
}
_RIGHT_TOO = (
    "Plurinational State of Bolivia",
    "Federated States of Micronesia",
    "Islamic Republic of Iran",
    "Bolivarian Republic of Venezuela",
    "Republic of North Macedonia",
    "Socialist Republic of Viet Nam",
    "Republic of Türkiye",
    "Gulf of Iran",
)

# What people write, and whose name it is. The second group is a hint: an abbreviation, a formal or a common name.
_WRONG = {
    "Burma": "MMR", "South Korea": "KOR", "North Korea": "PRK", "Vietnam": "VNM", "Laos": "LAO", "Lao PDR": "LAO",
    "Brunei": "BRN", "Turkey": "TUR", "Turkiye": "TUR", "Ivory Coast": "CIV", "Cote d'Ivoire": "CIV",
    "Cote d’Ivoire": "CIV", "Swaziland": "SWZ", "Macedonia": "MKD", "Cape Verde": "CPV", "Holland": "NLD",
    "East Timor": "TLS", "Timor Leste": "TLS", "Russia": "RUS", "Syria": "SYR", "Iran": "IRN", "Bolivia": "BOL",
    "Venezuela": "VEN", "Moldova": "MDA", "Tanzania": "TZA", "Micronesia": "FSM", "Zaire": "COD", "Vatican": "VAT",
    "Kyrgyz Republic": "KGZ", "Slovak Republic": "SVK", "Kirghizia": "KGZ",
}  # fmt: skip
_DOUBTFUL = {
    "Czech Republic": "CZE", "UK": "GBR", "U.K.": "GBR", "United Kingdom": "GBR", "Great Britain": "GBR",
    "Britain": "GBR", "USA": "USA", "U.S.A.": "USA", "US": "USA", "U.S.": "USA", "United States": "USA",
    "DPRK": "PRK", "ROK": "KOR", "Korea": "KOR", "Palestine": "PSE", "PRC": "CHN",
}  # fmt: skip
_WRONG_IN_INDONESIAN = {
    "Burma": "MMR", "Korea Selatan": "KOR", "Korea Utara": "PRK", "Cina": "CHN", "Pantai Gading": "CIV",
    "Swaziland": "SWZ", "Tanjung Verde": "CPV", "Timor Timur": "TLS", "Muangthai": "THA", "Birma": "MMR",
}  # fmt: skip
_NAMES_IN_INDONESIAN = {
    "MMR": "Myanmar", "KOR": "Republik Korea", "PRK": "Republik Rakyat Demokratik Korea", "CHN": "Tiongkok",
    "CIV": "Côte d’Ivoire", "SWZ": "Eswatini", "CPV": "Cabo Verde", "TLS": "Timor-Leste", "THA": "Thailand",
}  # fmt: skip


class _Tables(NamedTuple):
    wrong: Mapping[str, str]
    doubtful: Mapping[str, str]
    listed: Mapping[str, str]


_BY_LANGUAGE = {
    "en": _Tables(_WRONG, _DOUBTFUL, {"CHN": "China", **LISTED}),
    "id": _Tables(_WRONG_IN_INDONESIAN, {}, _NAMES_IN_INDONESIAN),
}


def country_names(draft: Draft, language: str, own: Delegations) -> Iterator[Barrier]:
    """One finding for each name that the list has otherwise. `own` are the workspace's own entries alone."""
    tables = _BY_LANGUAGE.get(language.partition("-")[0].casefold())
    if tables is None:
        return
    names = {each.code: dict(each.names).get(language, "") for each in own.delegations if isinstance(each, Delegation)}
    right = _alternatives((*_RIGHT_TOO, *tables.listed.values(), *filter(None, names.values())))
    wrong = _alternatives((*tables.wrong, *tables.doubtful))
    doubtful: dict[str, list[Barrier]] = {}
    for prose in prose_of(draft):
        kept = [found.span() for found in right.finditer(prose.text)]
        for found in wrong.finditer(prose.text):
            if any(start <= found.start() and found.end() <= end for start, end in kept):
                continue
            told = _barrier(prose, found, tables, names)
            if told.stops:
                yield told
            elif not _is_in_a_name(prose.text, found):
                doubtful.setdefault(found[0], []).append(told)
    for first, *more in doubtful.values():
        yield first._replace(sentence=f"{first.sentence}{and_more(len(more))}")


def _barrier(prose: Prose, found: re.Match[str], tables: _Tables, names: Mapping[str, str]) -> Barrier:
    written = found[0]
    code = tables.wrong.get(written) or tables.doubtful[written]
    name = names.get(code) or tables.listed[code]
    whose = "the list of delegations" if names.get(code) else "the list of the United Nations"
    sentence = f"“{written}” is “{name}” in {whose}."
    way = f"Write “{name}”: zerodraft edit {{slug}} {{cite}}"
    stops = written in tables.wrong and not _is_in_a_name(prose.text, found)
    return Barrier("country-name", sentence, way, prose.paragraph.ordinal, prose.span(*found.span()), stops)


_JOINED = re.compile(r"[\w.][-–/‑]\Z")
_GOES_ON = re.compile(r"[-–/‑]\w|\s(?!(?:And|Or)\b)[A-Z]\w+")


def _is_in_a_name(words: str, found: re.Match[str]) -> bool:
    """“ASEAN–Russia”, “Laos–China Railway”, “Vietnam Airlines”: names that are not the text's to change."""
    return bool(_JOINED.search(words[max(0, found.start() - 2) : found.start()]) or _GOES_ON.match(words, found.end()))


@lru_cache(maxsize=64)
def _alternatives(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these names as a whole, the longest first; an apostrophe in either form."""
    longest = sorted(dict.fromkeys(names), key=len, reverse=True)
    joined = "|".join(re.sub("['’]", "['’]", re.escape(each)).replace("\\ ", r"\s") for each in longest)
    return re.compile(rf"(?<![\w$])(?:{joined})(?![\w$])")
