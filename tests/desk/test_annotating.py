"""Comments and proposals as Web Annotations: every selector finds its words in the files that leave with it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

import pytest
from tests.desk.council import open_desk, saved
from tests.made_once import made_once
from tests.rooms import ANA, clock

from zerodraft.core.text.words import fold
from zerodraft.desk.arriving import Delivery
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.outgoing import Order
from zerodraft.desk.proposing import Offer
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.store.workspace import Workspace

Json = Mapping[str, object]

# The terms of http://www.w3.org/ns/anno.jsonld, as far as they are used here, with what may stand in them.
KEYS = {
    "AnnotationCollection": {"@context", "id", "type", "label", "total", "first", "last"},
    "AnnotationPage": {"id", "type", "partOf", "startIndex", "items"},
    "Annotation": {"id", "type", "motivation", "creator", "created", "body", "target"},
    "Organization": {"id", "type", "name", "nickname"},
    "TextualBody": {"type", "value", "format", "language", "purpose"},
    "SpecificResource": {"type", "source", "selector"},
    "FragmentSelector": {"type", "value", "conformsTo", "refinedBy"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "TextPositionSelector": {"type", "start", "end"},
    "TimeState": {"type", "sourceDate"},
}
MOTIVATIONS = {"commenting", "replying", "editing", "tagging", "classifying"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def discuss(place: Path) -> None:
    """A text of which something was said in two versions: words that stand, words that are gone, a whole paragraph."""
    with open_desk(place) as desk:
        desk.issue(desk.open("note"), Issue("Zero Draft"))
        desk.comment(desk.open("note"), Remark("JPN", "1", "Which ones?", quote="small ships"))
        desk.comment(desk.open("note"), Remark("AUS", "3", "The whole of it: \x9b31m \u202e"))
        desk.comment(desk.open("note"), Remark("FJI", "2", "Since when?", quote="We invite each country"))
        desk.propose(
            desk.open("note"), Offer(("AUS", "JPN"), "1", "We welcome ships of every size.", reason="Clearer.")
        )
        desk.propose(desk.open("note"), Offer(("CHL",), "2", "A new {paragraph}.", is_insertion=True))
        desk.propose(desk.open("note"), Offer(("FJI",), "3", until="4"))
        desk.propose(desk.open("note"), Offer(("CHL",), "2", after="4"))
        saved(desk, "small ships", "all the small ships")
        saved(desk, "We invite each country", "Otherwise")
        desk.issue(desk.open("note"), Issue("Rev.1"))
        comment = next(each.root.id for each in desk.open("note").threads if each.root.delegation == "JPN")
        desk.reply(desk.open("note"), Reply("SEC", comment, "All of them.", resolves=True))


@pytest.fixture
def discussed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(Workspace.find(made_once(tmp_path_factory, "discussed", discuss)), clock(), ANA) as opened:
        yield opened


def collection(desk: Desk, version: str = "", language: str = "") -> Json:
    written = desk.export(desk.open("note"), Order("comments", "jsonld", version, language=language))
    return cast("Json", json.loads(written))


def items(whole: Json) -> Sequence[Json]:
    return cast("Sequence[Json]", cast("Json", whole["first"])["items"])


def every(value: object) -> Iterator[Json]:
    """All objects, from the outside in."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from every(each)
    elif isinstance(value, list):
        for each in value:
            yield from every(each)


def of_type(value: object, kind: str) -> list[Json]:
    return [each for each in every(value) if each.get("type") == kind]


def listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("version", ["", "zero-draft", "rev-1"])
def test_it_is_a_collection_in_the_terms_of_the_w3c(discussed: Desk, version: str) -> None:
    whole = collection(discussed, version)
    assert whole["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert whole["total"] == len(items(whole)) > 0
    assert cast("Json", whole["first"])["id"] == whole["last"]
    optional = {"state", "refinedBy"}
    for each in every(whole):
        kind = cast("str", each["type"])
        assert KEYS[kind] - optional <= set(each) <= KEYS[kind] | optional, kind
    for each in of_type(whole, "Annotation"):
        assert each["motivation"] in MOTIVATIONS
        assert MOMENT.fullmatch(cast("str", each["created"]))
    assert all(each["purpose"] in MOTIVATIONS for each in of_type(whole, "TextualBody"))
    assert all(MOMENT.fullmatch(cast("str", each["sourceDate"])) for each in of_type(whole, "TimeState"))


def test_every_name_is_a_urn_and_no_two_annotations_have_the_same(discussed: Desk) -> None:
    whole = collection(discussed)
    names = [cast("str", each["id"]) for each in every(whole) if "id" in each]
    names += [cast("str", each["source"]) for each in of_type(whole, "SpecificResource")]
    assert all(re.fullmatch(r"urn:zerodraft:[A-Za-z0-9:-]+", name) for name in names)
    told = [each["id"] for each in items(whole)]
    assert len({*told}) == len(told)


@pytest.mark.parametrize("version", ["", "zero-draft", "rev-1"])
def test_each_selector_selects_exactly_the_words_in_the_exported_texts(discussed: Desk, version: str) -> None:
    dossier = discussed.open("note")
    seen = 0
    for target in of_type(collection(discussed, version), "SpecificResource"):
        name = cast("str", target["source"]).rpartition(":")[2]
        assert name in ("zero-draft", "rev-1")
        markdown = discussed.export(dossier, Order("clean", "md", name)).decode()
        page = discussed.export(dossier, Order("clean", "html", name)).decode()
        selectors = [cast("Json", each) for each in listed(target["selector"])]
        place = next(each for each in selectors if each["type"] == "TextPositionSelector")
        words = fold(markdown[cast("int", place["start"]) : cast("int", place["end"])])
        for fragment in (each for each in selectors if each["type"] == "FragmentSelector"):
            quote = cast("Mapping[str, str]", fragment["refinedBy"])
            assert quote["exact"] == words
            assert quote["prefix"] + words + quote["suffix"] in fold(markdown)
            assert f'id="{fragment["value"]}"' in page
            seen += 1
    assert seen > 3


def test_a_comment_is_set_on_the_words_of_this_text_and_on_those_that_were_read(discussed: Desk) -> None:
    said = {cast("Json", each["creator"])["nickname"]: each for each in items(collection(discussed, "rev-1"))[:4]}
    exact = {
        code: [quote["exact"] for quote in of_type(each, "TextQuoteSelector")]
        for code, each in said.items()
        if code != "SEC"
    }
    assert exact["JPN"] == ["small ships", "small ships"]
    assert len(exact["FJI"]) == 1, "gone from this text"
    sources = [target["source"] for target in of_type(said["FJI"], "SpecificResource")]
    assert sources == ["urn:zerodraft:note:zero-draft"]


def test_a_reply_is_an_annotation_on_the_comment(discussed: Desk) -> None:
    first = next(each for each in items(collection(discussed)) if each["motivation"] == "replying")
    comment = next(each for each in items(collection(discussed)) if each["id"] == first["target"])
    assert cast("Json", first["creator"])["name"] == "Secretariat"
    assert [body["value"] for body in of_type(comment["body"], "TextualBody")] == ["Which ones?", "resolved"]


def test_a_proposal_is_an_edit_with_its_words_its_kind_and_its_state(discussed: Desk) -> None:
    edits = [each for each in items(collection(discussed)) if each["motivation"] == "editing"]
    told = [[(body["purpose"], body["value"]) for body in of_type(each["body"], "TextualBody")] for each in edits]
    assert told[0] == [
        ("editing", "We welcome ships of every size."),
        ("commenting", "Clearer."),
        ("classifying", "replace"),
        ("tagging", "open"),
    ]
    assert [creator["name"] for creator in of_type(edits[0]["creator"], "Organization")] == ["Australia", "Japan"]
    assert {told[at][-2] for at in range(1, 4)} == {
        ("classifying", "insert"),
        ("classifying", "delete"),
        ("classifying", "move after 4"),
    }
    insertion = next(each for each in edits if ("classifying", "insert") in told[edits.index(each)])
    places = [(each["start"], each["end"]) for each in of_type(insertion, "TextPositionSelector")]
    assert places
    assert all(start == end for start, end in places)


def test_what_drives_a_terminal_is_written_by_its_number(discussed: Desk) -> None:
    written = discussed.export(discussed.open("note"), Order("comments", "jsonld")).decode()
    assert "\x9b" not in written
    assert "\u202e" not in written
    assert "The whole of it: \x9b31m \u202e" in [body["value"] for body in of_type(json.loads(written), "TextualBody")]


def test_names_are_in_the_language_that_is_wanted(discussed: Desk) -> None:
    names = {creator["name"] for creator in of_type(collection(discussed, language="id"), "Organization")}
    assert {"Jepang", "Sekretariat"} <= names


@pytest.mark.parametrize("version", ["rev-1", ""])
def test_taken_in_again_it_brings_nothing_that_is_not_on_record(discussed: Desk, version: str) -> None:
    dossier = discussed.open("note")
    written = discussed.export(dossier, Order("comments", "jsonld", version))
    preview = discussed.look_into(dossier, Delivery("said.jsonld", written, "SEC"))
    assert preview.unknown == ()
    assert preview.arrived.received.comments == ()
    assert preview.arrived.received.proposals == ()
    assert preview.arrived.received.tray == ()


def test_what_somebody_adds_to_it_comes_home_to_its_place(discussed: Desk) -> None:
    dossier = discussed.open("note")
    whole = json.loads(discussed.export(dossier, Order("comments", "jsonld", "rev-1")))
    added = whole["first"]["items"]
    quoted = next(each for each in added if each["creator"] == added[0]["creator"])
    fresh = quoted | {"id": "urn:x:1", "created": "2021-12-01T00:00:00Z", "creator": {"name": "Fiji"}}
    fresh["body"] = [{"type": "TextualBody", "value": "Fiji agrees.", "purpose": "commenting"}]
    reply = {"type": "Annotation", "id": "urn:x:2", "motivation": "replying", "creator": {"nickname": "CHL"}}
    reply |= {"target": quoted["id"], "created": "2021-12-02T00:00:00Z", "bodyValue": "Chile too."}
    whole["first"]["items"] = [*added, fresh, reply]
    arrived = discussed.look_into(dossier, Delivery("said.jsonld", json.dumps(whole).encode(), "FIN")).arrived
    assert arrived.reading.label == "Rev.1"
    said = [(each.delegation, each.body, each.is_reply) for each in arrived.received.comments]
    assert said == [("FJI", "Fiji agrees.", False), ("CHL", "Chile too.", True)]
    assert arrived.received.comments[0].anchor.exact == "small ships"
