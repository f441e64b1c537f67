"""`adoption.toml`: that a text was adopted, where, when and how, and the fingerprint of its words."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from zerodraft.core.negotiation.adoption import Adopted, Corrigendum, Manner, OnRecord, Saying
from zerodraft.core.negotiation.delegation import CODE
from zerodraft.formats.names import is_safe_name
from zerodraft.formats.toml_text import BadSettings, read_toml, toml_value, words_at

_DIGEST = re.compile(r"[0-9a-f]{64}")
_LABEL = re.compile(r"[^\]\s\[^]{1,40}")

K = TypeVar("K", bound=StrEnum)
Values = dict[str, object]


def dump_adoption(adopted: Adopted) -> str:
    """The text of the file. Law: `parse_adoption(dump_adoption(adopted)) == adopted`. Raises `BadSettings` for an
    adoption that could not be read again."""
    text = "\n\n".join("\n".join(block) for block in _blocks(adopted)) + "\n"
    parse_adoption(text)
    return text


def _blocks(adopted: Adopted) -> Iterator[list[str]]:
    how = _lines(place=adopted.place, by=adopted.manner.value, fingerprint=adopted.fingerprint)
    yield [*_lines(version=adopted.version), f"date = {adopted.day.isoformat()}", *how]
    for each in adopted.on_record:
        where = _lines(paragraph=each.paragraph, note=each.note)
        yield ["[[on-record]]", *_lines(kind=each.saying.value, delegation=each.delegation), *where]
    for correction in adopted.corrigenda:
        day = f"date = {correction.day.isoformat()}"
        said = _lines(why=correction.why, fingerprint=correction.fingerprint)
        yield ["[[corrigendum]]", *_lines(version=correction.version), day, *said]


def _lines(**values: str) -> list[str]:
    return [f"{key} = {toml_value(value)}" for key, value in values.items() if value]


def parse_adoption(text: str) -> Adopted:
    """The adoption in the text of the file. Raises `BadSettings`."""
    values = read_toml(text)
    return Adopted(
        version=_version(values),
        day=_day(values),
        place=words_at(values, "place", 0),
        manner=_one_of(Manner, values, "by"),
        fingerprint=_fingerprint(values),
        on_record=tuple(_on_record(each) for each in _tables(values, "on-record")),
        corrigenda=tuple(_corrigendum(each) for each in _tables(values, "corrigendum")),
    )


def _on_record(values: Values) -> OnRecord:
    return OnRecord(
        _one_of(Saying, values, "kind"),
        _shaped(values, "delegation", CODE, "a code of a delegation, such as IDN"),
        words_at(values, "paragraph", 0),
        _shaped(values, "note", _LABEL, "the label of a footnote"),
    )


def _corrigendum(values: Values) -> Corrigendum:
    return Corrigendum(_version(values), _day(values), words_at(values, "why", 0), _fingerprint(values))


def _fingerprint(values: Values) -> str:
    return _shaped(values, "fingerprint", _DIGEST, "a SHA-256, 64 hexadecimal digits")


def _version(values: Values) -> str:
    name = words_at(values, "version", 0)
    if not is_safe_name(name):
        raise BadSettings(0, "“version” must be the name of a version, such as adopted-text.")
    return name


def _day(values: Values) -> date:
    value = values.get("date")
    if not isinstance(value, date) or type(value) is not date:
        raise BadSettings(0, "“date” must be a day, such as 2019-09-11.")
    return value


def _one_of(kind: type[K], values: Values, key: str) -> K:
    value = words_at(values, key, 0)
    if value not in [each.value for each in kind]:
        raise BadSettings(0, f"“{key}” must be one of {', '.join(kind)}.")
    return kind(value)


def _shaped(values: Values, key: str, shape: re.Pattern[str], what: str) -> str:
    value = words_at(values, key, 0)
    if not shape.fullmatch(value):
        raise BadSettings(0, f"“{key}” must be {what}.")
    return value


def _tables(values: Values, key: str) -> list[Values]:
    found = values.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise BadSettings(0, f"“{key}” must be tables, such as [[{key}]].")
    return found
