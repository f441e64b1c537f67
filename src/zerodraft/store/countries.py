"""The entries of ISO 3166-1 as delegations, and dates in words: from CLDR, by way of Babel.

Loading Babel and its alpha-3 codes costs 17 ms, English 3 to 8 and Indonesian 8 (measured, Python
3.11), so it is imported inside the functions, and only the languages asked for are read. The
workspace's own `delegations.toml` needs none of it: ask that list first. Babel keeps all that it ever
read, 4 MB for some hundred names: it is made to forget it once the names are taken out.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from threading import Lock

from zerodraft.core.negotiation.delegation import Delegation, Delegations
from zerodraft.formats.settings import LANGUAGES
from zerodraft.store.customary_names import ALIASES, GROUPS, NAMES

# ISO 3166-1 keeps these alpha-3 codes for itself or has withdrawn them; CLDR still lists them.
_WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
_RESERVED = frozenset({"ASC", "CPT", "DGA", "TAA"})
# Nobody lives there who could send a delegation: Antarctica, Bouvet Island, the French Southern Territories,
# Heard and McDonald Islands, South Georgia, the outlying islands of the United States. All other entries stay:
# the list says how a name is written, and nothing about anybody's status.
_UNINHABITED = frozenset({"ATA", "ATF", "BVT", "HMD", "SGS", "UMI"})

# Dates stand as conferences print them, 16 November 2021; CLDR's plain "en" is American.
_DATE_LOCALES = {"en": "en_GB", "id": "id"}

# One thread at a time: what one forgets, another may be about to read.
_BABEL = Lock()


def _is_assigned(code: str) -> bool:
    """Whether an alpha-3 code may be a delegation's: AAA–AAZ, QMA–QZZ, XAA–XZZ and ZZA–ZZZ are for private use."""
    private = code.startswith(("AA", "X", "ZZ")) or "QMA" <= code <= "QZZ"
    return not private and code not in _WITHDRAWN | _RESERVED | _UNINHABITED


def _alpha_2() -> dict[str, str]:
    """ISO 3166-1: alpha-3 code to alpha-2 code, the 243 inhabited entries of 249."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {
        code: targets[0]
        for code, targets in sorted(aliases.items())
        if len(code) == 3 and code.isalpha() and len(targets) == 1 and _is_assigned(code)
    }


def _territories(language: str) -> dict[str, str]:
    """Names by alpha-2 code, as CLDR gives them."""
    from babel.core import Locale

    return dict(Locale(language).territories)


@lru_cache(maxsize=1)
def _world(languages: tuple[str, ...]) -> tuple[Delegation, ...]:
    """Every country, with its names in these languages."""
    from babel import core, localedata

    with _BABEL:
        territories = {language: _territories(language) for language in languages}
        found = tuple(_country(code, alpha_2, territories) for code, alpha_2 in _alpha_2().items())
        localedata._cache.clear()
        core._global_data = None
    return found


def _country(code: str, alpha_2: str, territories: Mapping[str, Mapping[str, str]]) -> Delegation:
    names: list[tuple[str, str]] = []
    aliases = [alpha_2]
    for language, common_names in territories.items():
        common = common_names[alpha_2]
        customary = NAMES.get((code, language), common)
        names.append((language, customary))
        aliases.append(common)
    return Delegation(code, tuple(names), (*aliases, *ALIASES.get(code, ())))


def _with_own(country: Delegation, own: Delegation) -> Delegation:
    """The workspace's names stand in place of ours; ours stay as aliases."""
    names = dict(country.names) | dict(own.names)
    replaced = (name for _, name in country.names if name not in names.values())
    return Delegation(country.code, tuple(names.items()), (*own.aliases, *replaced, *country.aliases))


def with_countries(own: Delegations, languages: Sequence[str] = LANGUAGES) -> Delegations:
    """The closed list: the workspace's own entries first, then the entries of ISO 3166-1, then the usual groups.

    A name that `own` gives to a delegation is never taken from it by a country or group below.
    """
    world = {each.code: each for each in _world(tuple(languages))}
    mine = tuple(_with_own(world.pop(each.code), each) if each.code in world else each for each in own.delegations)
    taken = {each.code for each in own.groups} | {each.code for each in own.delegations}
    groups = tuple(each for each in GROUPS if each.code not in taken)
    others = tuple(each for each in world.values() if each.code not in taken)
    return Delegations((*mine, *others), (*own.groups, *groups))


def long_date(day: date, language: str) -> str:
    """A day in words: “3 August 2019”, in Indonesian “3 Agustus 2019”."""
    from babel.dates import format_date

    with _BABEL:
        return format_date(day, "long", locale=_DATE_LOCALES.get(language, language))


def long_dates(days: Sequence[date], language: str) -> str:
    """First to last day in words: “10–11 September 2019”; "" for no day."""
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return long_date(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(last, language)}"
    return f"{long_date(first, language)} – {long_date(last, language)}"
