"""`declaration.toml`: what a declaration is called, where and when it is negotiated, and how it is numbered."""

import re
from dataclasses import dataclass, fields
from datetime import date

from zerodraft.core.negotiation.delegation import CODE
from zerodraft.core.text.numbering import Profile
from zerodraft.formats.names import is_safe_name
from zerodraft.formats.toml_text import (
    BadSettings,
    line_of,
    list_at,
    read_toml,
    reject_misspelt,
    toml_value,
    words_at,
)

LANGUAGES = ("en", "id")
_TYPE = re.compile("statement|doc")
_JURISDICTION = re.compile(r"[a-z]{2}(?:-[a-z0-9]{1,12}){0,3}")
_PART = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+){0,12}")
_NUMBERINGS = tuple(profile.value for profile in Profile)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one declaration.

    `dates` are the days of the conference, `language` that of the text, `kind` what the outcome
    document is (message, joint statement, concept note), `numbering` a profile: `unfccc`, `un` or
    `legal`. `host` and `participants` are codes of delegations and groups, `predecessor` the slug
    of the declaration that this one follows up. `stages` are the steps it climbs, lowest first.
    The `akn_` ones name the text in Akoma Ntoso: `akn_type` is the kind of document, the others are parts of its
    identifier. What is not known is "" or (). Each text is one line of up to 200 visible characters.
    """

    title: str = ""
    conference: str = ""
    place: str = ""
    dates: tuple[date, ...] = ()
    language: str = "en"
    kind: str = "declaration"
    numbering: str = "unfccc"
    host: str = ""
    participants: tuple[str, ...] = ()
    predecessor: str = ""
    stages: tuple[str, ...] = ()
    akn_jurisdiction: str = ""
    akn_body: str = ""
    akn_type: str = ""
    akn_subtype: str = ""


_KEYS = tuple(field.name for field in fields(Settings))


def parse_settings(text: str) -> Settings:
    """The settings in the text of a `declaration.toml`.

    Keys that are not ours are left aside, unless they are nearly one of ours. Raises `BadSettings`
    with the first line that can't be taken.
    """
    values = read_toml(text)
    for key in values:
        if key not in _KEYS:
            reject_misspelt(key, _KEYS, line_of(text, key))
    read = _Reading(text, values)
    return Settings(
        title=read.words("title"),
        conference=read.words("conference"),
        place=read.words("place"),
        dates=read.days("dates"),
        language=read.one_of("language", LANGUAGES),
        kind=read.words("kind") or "declaration",
        numbering=read.one_of("numbering", _NUMBERINGS),
        host=read.code("host"),
        participants=read.codes("participants"),
        predecessor=read.slug("predecessor"),
        stages=read.several("stages"),
        akn_jurisdiction=read.shaped("akn_jurisdiction", _JURISDICTION, "a code such as un, id or un-fao"),
        akn_body=read.shaped("akn_body", _PART, "letters, digits and hyphens, such as unga"),
        akn_type=read.shaped("akn_type", _TYPE, "statement or doc"),
        akn_subtype=read.shaped("akn_subtype", _PART, "letters, digits and hyphens, such as deliberation"),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """The values of one file, and its text, where a wrong one is looked up."""

    text: str
    values: dict[str, object]

    def _line(self, key: str) -> int:
        return line_of(self.text, key)

    def words(self, key: str) -> str:
        return words_at(self.values, key, self._line(key))

    def several(self, key: str) -> tuple[str, ...]:
        return list_at(self.values, key, self._line(key))

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self.words(key) or allowed[0]
        if value not in allowed:
            raise BadSettings(self._line(key), f"“{key}” must be one of {', '.join(allowed)}.")
        return value

    def shaped(self, key: str, shape: re.Pattern[str], what: str) -> str:
        value = self.words(key)
        if value and not shape.fullmatch(value):
            raise BadSettings(self._line(key), f"“{key}” must be {what}; in small letters.")
        return value

    def code(self, key: str) -> str:
        value = self.words(key)
        if value and not CODE.fullmatch(value):
            raise BadSettings(self._line(key), f"“{key}” must be a code of a delegation, such as IDN.")
        return value

    def codes(self, key: str) -> tuple[str, ...]:
        values = self.several(key)
        wrong = next((value for value in values if not CODE.fullmatch(value)), None)
        if wrong is not None:
            raise BadSettings(self._line(key), f"“{key}”: {wrong} is not a code of a delegation, such as IDN.")
        if len(set(values)) < len(values):
            raise BadSettings(self._line(key), f"“{key}” names a delegation twice.")
        return values

    def slug(self, key: str) -> str:
        value = self.words(key)
        if value and not is_safe_name(value):
            raise BadSettings(self._line(key), f"“{key}” must be the name of a declaration's folder.")
        return value

    def days(self, key: str) -> tuple[date, ...]:
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(type(value) is date for value in values):
            raise BadSettings(self._line(key), f"“{key}” must be a list of days, such as [2021-11-16].")
        return tuple(values)


def dump_settings(settings: Settings) -> str:
    """The text of a `declaration.toml`. Law: `parse_settings(dump_settings(settings)) == settings`.

    What is not known is left out. Raises `BadSettings` for settings that could not be read again.
    """
    values = ((key, getattr(settings, key)) for key in _KEYS)
    text = "".join(f"{key} = {toml_value(value)}\n" for key, value in values if value)
    parse_settings(text)
    return text
