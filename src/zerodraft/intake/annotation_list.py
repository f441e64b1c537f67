"""Web Annotations (https://www.w3.org/TR/annotation-model/): who said what about which words, as JSON-LD has it.

The model lets one value stand where several may, and a name where a thing may; both are read. What has no words is told
of in a notice.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import NamedTuple

from zerodraft.core.text.visible import visible
from zerodraft.core.text.words import fold
from zerodraft.errors import UnreadableInput
from zerodraft.intake.marked import Notice

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OURS = "urn:zerodraft:"
_HINT = "Ask for the comments as a table (.csv, .xlsx) or in a Word file."
_MOST = 100_000
_DEEPEST = 40
_TEXT_ID = re.compile(r"[0-9a-f]{40}")

Json = Mapping[str, object]


class Target(NamedTuple):
    """Words of a text. `source` is the last part of the text's name, `fragment` that of a paragraph in a page; `place`
    are code points of the Markdown, None where none are told."""

    source: str
    fragment: str = ""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotation. `author` are the names as the file gives them, parted by semicolons. `wording` are the proposed
    paragraphs, None where nothing is proposed; `does` is what a proposal does with them, "" where that is not said.
    `answers` is the id of the annotation that it replies to. Characters that can't be shown are marks."""

    id: str
    author: str
    date: datetime | None
    text: str
    targets: tuple[Target, ...]
    wording: tuple[str, ...] | None = None
    does: str = ""
    is_resolved: bool = False
    answers: str = ""


@dataclass(frozen=True, slots=True)
class AnnotationList:
    """All annotations of one file, in their order. `properties` are those of a file that we wrote."""

    said: tuple[Annotated, ...]
    notices: tuple[Notice, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)


def read_annotations(data: bytes, what: str) -> AnnotationList:
    """What a file says. Raises `UnreadableInput` for what is no JSON, or holds no annotation."""
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise UnreadableInput(f"{what} is no JSON that can be read.", _HINT) from None
    found = list(_annotations(whole, 0))
    if not found:
        raise UnreadableInput(f"{what} holds no annotation.", _HINT)
    if len(found) > _MOST:
        raise UnreadableInput(f"{what} holds more than {_MOST:,} annotations.", "Send them in several files.")
    said = [_annotated(each) for each in found]
    names = {each.id for each in said}
    kept = tuple(each for each in said if each.text or each.wording is not None)
    silent = len(said) - len(kept)
    told = "Annotations without words (highlights, links, words that lie elsewhere) were passed over."
    notices = (Notice("silent-annotations", told, silent),) if silent else ()
    return AnnotationList(tuple(_without_others(each, names) for each in kept), notices, _properties(whole))


def _annotations(value: object, depth: int) -> Iterator[Json]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _annotations(each, depth + 1)
    elif isinstance(value, dict):
        if "Annotation" in _strings(value.get("type")):
            yield value
            return
        for name in ("first", "items", "@graph"):
            yield from _annotations(value.get(name), depth + 1)


def _annotated(each: Json) -> Annotated:
    bodies = [{"value": body} if isinstance(body, str) else body for body in _all(each.get("body"))]
    words = [body for body in bodies if isinstance(body, dict)]
    words += [{"value": each["bodyValue"]}] if isinstance(each.get("bodyValue"), str) else []
    motivations = _strings(each.get("motivation"))
    edits = [body for body in words if _purpose(body, motivations) == "editing"]
    said = [body for body in words if _purpose(body, motivations) in ("commenting", "replying", "questioning", "")]
    targets = _all(each.get("target"))
    return Annotated(
        id=_string(each.get("id")),
        author="; ".join(filter(None, map(_name, _all(each.get("creator"))))),
        date=_moment(_string(each.get("created"))),
        text="\n\n".join(filter(None, (visible(_string(body.get("value"))).strip() for body in said))),
        targets=tuple(_target(target) for target in targets if isinstance(target, dict)),
        wording=tuple(filter(None, map(fold, visible(_string(edits[0].get("value"))).split("\n\n"))))
        if edits
        else None,
        does=next((_string(body.get("value")) for body in words if _purpose(body, ()) == "classifying"), ""),
        is_resolved=any(_purpose(b, ()) == "tagging" and _string(b.get("value")) == "resolved" for b in words),
        answers=next((target for target in targets if isinstance(target, str)), "")
        if "replying" in motivations
        else "",
    )


def _without_others(each: Annotated, names: set[str]) -> Annotated:
    """A reply to an annotation that is not in the file stands by itself."""
    return each if each.answers in names else replace(each, answers="")


def _purpose(body: Json, motivations: tuple[str, ...]) -> str:
    own = next(iter(_strings(body.get("purpose"))), "")
    return own or ("editing" if "editing" in motivations else "")


def _name(creator: object) -> str:
    """A code says more than a name."""
    if isinstance(creator, dict):
        return fold(_string(creator.get("nickname")) or _string(creator.get("name")))
    return _string(creator).rpartition(":")[2].rpartition("/")[2]


def _target(target: Json) -> Target:
    found = Target(_string(target.get("source") or target.get("id")).rpartition(":")[2])
    waiting = [(each, 0) for each in _all(target.get("selector"))]
    while waiting:
        selector, depth = waiting.pop(0)
        if not isinstance(selector, dict) or depth > _DEEPEST:
            continue
        match next(iter(_strings(selector.get("type"))), ""):
            case "FragmentSelector" if not found.fragment:
                found = found._replace(fragment=_string(selector.get("value")))
            case "TextQuoteSelector" if not found.exact:
                exact, prefix, suffix = (_string(selector.get(name)) for name in ("exact", "prefix", "suffix"))
                found = found._replace(exact=exact, prefix=prefix, suffix=suffix)
            case "TextPositionSelector" if found.place is None and depth == 0:
                start, end = selector.get("start"), selector.get("end")
                if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
                    found = found._replace(place=(start, end))
        waiting += [(each, depth + 1) for each in _all(selector.get("refinedBy"))]
    return found


def _properties(whole: object) -> Mapping[str, str]:
    """`urn:zerodraft:bali-message:rev-2:annotations` is what our own collections are called."""
    name = _string(whole.get("id")) if isinstance(whole, dict) else ""
    parts = name.removeprefix(_OURS).split(":")
    if not name.startswith(_OURS) or len(parts) != 3:
        return {}
    kind = "zerodraft-text" if _TEXT_ID.fullmatch(parts[1]) else "zerodraft-version"
    return {"zerodraft-declaration": parts[0], kind: parts[1]}


def _moment(written: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _all(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _strings(value: object) -> tuple[str, ...]:
    return tuple(each for each in _all(value) if isinstance(each, str))


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
