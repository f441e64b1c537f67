"""Comments and proposals as Web Annotations: JSON-LD of the W3C's Web Annotation Data Model
(https://www.w3.org/TR/annotation-model/).

A comment is set on the words where they stand in this text, and on those that were read if that was another text. The
paragraph is named as in our web page, the words by a quote of the Markdown with what stands around it, and by the code
points of the Markdown file. A reply is an annotation on the annotation that it answers.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from zerodraft.core.text.draft import source_span
from zerodraft.core.text.visible import invisible_characters
from zerodraft.export.annotation_sheet import AnnotationSheet, Offered, Speaker, Stretch
from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.html.blocks import ids
from zerodraft.export.labels import labels_for

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3236"
_AROUND = 32
_ONE = -1
_PLAIN, _MARKDOWN = "text/plain", "text/markdown"

Json = dict[str, object]


def annotations(sheet: AnnotationSheet) -> bytes:
    """One collection with one page: threads in the order of the text, then the proposals by number."""
    labels = labels_for(sheet.sheet.spoken)
    made = _Annotations(sheet)
    items = [*made.comments(), *made.proposals()]
    name = f"{sheet.sheet.title or sheet.sheet.draft.title}, {labels.version(sheet.sheet)}"
    collection, page = made.iri(sheet.source.name, "annotations"), made.iri(sheet.source.name, "annotations", "1")
    first: Json = {"id": page, "type": "AnnotationPage", "partOf": collection, "startIndex": 0, "items": items}
    whole: Json = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": name,
        "total": len(items),
        "first": first,
        "last": page,
    }
    return _written(whole)


def _written(value: Json) -> bytes:
    """What drives a terminal or hides in a text is written by its number, as JSON allows."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    parts: list[str] = []
    done = 0
    for place, char in invisible_characters(text):
        parts += (text[done:place], json.dumps(char)[1:-1])
        done = place + 1
    return "".join((*parts, text[done:], "\n")).encode()


class _Annotations:
    def __init__(self, sheet: AnnotationSheet) -> None:
        self._sheet = sheet
        self._language = sheet.sheet.language
        self._fragments: dict[str, tuple[str, ...]] = {}

    def iri(self, *names: str) -> str:
        """A name for something of this declaration: there is no host to ask for it."""
        return ":".join(("urn:zerodraft", self._sheet.declaration, *names))

    # --- comments -----------------------------------------------------------------------------------

    def comments(self) -> Iterator[Json]:
        for thread in self._sheet.sheet.threads:
            yield self._comment(thread)
            above = thread.root.id
            for said in thread.replies:
                yield self._reply(said, above)

    def _comment(self, thread: Discussed) -> Json:
        found = self._head(self._comment_iri(thread.root.id), "commenting", thread.root)
        status = self._body(thread.status.replace("-", " "), "tagging", _PLAIN, "en")
        found["body"] = [self._body(thread.root.text, "commenting"), status]
        found["target"] = _one_or_all([self._target(each) for each in self._stretches(thread)])
        return found

    def _stretches(self, thread: Discussed) -> Iterator[Stretch]:
        if thread.ordinal is not None:
            yield Stretch(self._sheet.source, thread.ordinal, thread.start, thread.end)
        if thread.root.id in self._sheet.read:
            yield self._sheet.read[thread.root.id]

    def _reply(self, said: Said, above: str) -> Json:
        found = self._head(self._comment_iri(said.id), "replying", said)
        return found | {"body": self._body(said.text, "replying"), "target": self._comment_iri(above)}

    def _comment_iri(self, id_: str) -> str:
        return self.iri("comment", id_)

    # --- proposals ----------------------------------------------------------------------------------

    def proposals(self) -> Iterator[Json]:
        return map(self._proposal, self._sheet.offered)

    def _proposal(self, offered: Offered) -> Json:
        creators = [_creator(each) for each in offered.speakers]
        found: Json = {
            "id": self.iri("proposal", offered.number),
            "type": "Annotation",
            "motivation": "editing",
            "creator": _one_or_all(creators),
            "created": _moment(offered.date),
        }
        bodies = [self._body("\n\n".join(offered.wording), "editing", _MARKDOWN)]
        bodies += [self._body(offered.reason, "commenting")] if offered.reason else []
        bodies.append(self._body(offered.kind, "classifying", _PLAIN, "en"))
        bodies.append(self._body(offered.status, "tagging", _PLAIN, "en"))
        targets: list[object] = [self._target(each) for each in offered.on]
        targets += [self.iri("proposal", offered.answers)] if offered.answers else []
        return found | {"body": bodies, "target": _one_or_all(targets)}

    # --- what both have -----------------------------------------------------------------------------

    def _head(self, iri: str, motivation: str, said: Said) -> Json:
        return {
            "id": iri,
            "type": "Annotation",
            "motivation": motivation,
            "creator": _creator(Speaker(said.code, said.name)),
            "created": _moment(said.date),
        }

    def _body(self, text: str, purpose: str, form: str = _PLAIN, language: str = "") -> Json:
        return {
            "type": "TextualBody",
            "value": text,
            "format": form,
            "language": language or self._language,
            "purpose": purpose,
        }

    def _target(self, stretch: Stretch) -> Json:
        source = stretch.source
        found: Json = {"type": "SpecificResource", "source": self.iri(source.name), "selector": self._selector(stretch)}
        if source.date is not None:
            found["state"] = {"type": "TimeState", "sourceDate": _moment(source.date)}
        return found

    def _selector(self, stretch: Stretch) -> object:
        """The quoted words in their paragraph, or else the same as a stretch of the whole Markdown. Several paragraphs,
        or the place before one, are a stretch only."""
        source, ordinal, start, end, last = stretch
        place = _position(stretch)
        if last not in (_ONE, ordinal + 1):
            return place
        text = source.draft.paragraphs[ordinal].text
        quote: Json = {
            "type": "TextQuoteSelector",
            "exact": text[start:end] or text,
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND] if end else "",
        }
        fragment: Json = {"type": "FragmentSelector", "conformsTo": _FRAGMENTS, "value": self._fragment(stretch)}
        return [fragment | {"refinedBy": quote}, place]

    def _fragment(self, stretch: Stretch) -> str:
        source = stretch.source
        if source.name not in self._fragments:
            self._fragments[source.name] = ids(source.numbers, "p-")
        return self._fragments[source.name][stretch.ordinal]


def _position(stretch: Stretch) -> Json:
    draft, last = stretch.source.draft, stretch.last
    paragraphs = draft.paragraphs
    if last == _ONE:
        end = stretch.end or len(paragraphs[stretch.ordinal].text)
        start, end = source_span(draft, stretch.ordinal, stretch.start, end)
    elif last == stretch.ordinal:
        start = end = paragraphs[last].span.start if last < len(paragraphs) else len(draft.source)
    else:
        start, end = paragraphs[stretch.ordinal].span.start, paragraphs[last - 1].span.end
    return {"type": "TextPositionSelector", "start": start, "end": end}


def _creator(speaker: Speaker) -> Json:
    iri = f"urn:zerodraft:delegation:{speaker.code}"
    return {"id": iri, "type": "Organization", "name": speaker.name, "nickname": speaker.code}


def _moment(date: datetime) -> str:
    return date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _one_or_all(values: Sequence[object]) -> object:
    return values[0] if len(values) == 1 else values
