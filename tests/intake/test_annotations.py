"""Web Annotations of any program: who said what about which words; ours come home to the same comments."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.errors import UnreadableInput
from zerodraft.intake.annotation_input import Answered, received_from_annotations
from zerodraft.intake.annotation_list import AnnotationList, read_annotations
from zerodraft.intake.received import Basis, Received, Went

TEXT = (
    "# T\n\n## A\n\nWe keep *all* ports open to small ships.\n\nWe invite small ships to:\n\n(a) report.\n\nWe end.\n"
)
DRAFT = read_draft(TEXT)
BASIS = Basis("5a" * 20, DRAFT, number(DRAFT))
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAMES = {"JPN": ("JPN",), "AUS; FJI": ("AUS", "FJI")}


def listed(*items: dict[str, object]) -> AnnotationList:
    first = {"type": "AnnotationPage", "items": items}
    whole = {"@context": CONTEXT, "type": "AnnotationCollection", "id": "urn:zerodraft:bali:rev-1:annotations"}
    return read_annotations(json.dumps(whole | {"first": first}).encode(), "said.jsonld")


def said(text: str, target: object, **more: object) -> dict[str, object]:
    creator = {"type": "Organization", "name": "Japan", "nickname": "JPN"}
    body = {"type": "TextualBody", "value": text, "purpose": "commenting"}
    told = {"type": "Annotation", "id": f"urn:x:{text}", "creator": creator, "created": "2021-10-05T02:30:00Z"}
    return told | {"motivation": "commenting", "body": [body], "target": target} | more


def quoting(exact: str, prefix: str = "", suffix: str = "", fragment: str = "") -> dict[str, object]:
    quote: dict[str, object] = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
    selector = {"type": "FragmentSelector", "value": fragment, "refinedBy": quote} if fragment else quote
    return {"source": "https://example.org/text", "selector": selector}


def at(start: int, end: int, source: str = "urn:zerodraft:bali:rev-1") -> dict[str, object]:
    return {"source": source, "selector": {"type": "TextPositionSelector", "start": start, "end": end}}


def received(*items: dict[str, object]) -> Received:
    return received_from_annotations(listed(*items), Answered(BASIS, "rev-1", {}), NAMES, "FIN")


def anchors(found: Received) -> list[tuple[int, str]]:
    return [(each.anchor.ordinal, each.anchor.exact) for each in found.comments]


def test_a_comment_stands_on_its_words_in_the_paragraph_that_is_named() -> None:
    found = received(said("Which?", quoting("small ships", fragment="p-2")))
    (comment,) = found.comments
    assert anchors(found) == [(3, "small ships")]
    assert (comment.delegation, comment.paragraph, comment.body) == ("JPN", "2", "Which?")
    assert comment.date == datetime(2021, 10, 5, 2, 30, tzinfo=UTC)


def test_without_a_paragraph_it_is_what_stands_around_the_words_that_tells() -> None:
    assert anchors(received(said("Which?", quoting("small ships", "open to ", ".")))) == [(2, "small ships")]
    assert anchors(received(said("Which?", quoting("keep *all* ports")))) == [(2, "keep *all* ports")]


def test_words_of_which_nobody_knows_the_place_are_not_guessed() -> None:
    found = received(said("Which?", quoting("small ships")), said("Gone?", quoting("whales")))
    assert found.comments == ()
    assert [(each.text, each.is_comment) for each in found.tray] == [("Which?", True), ("Gone?", True)]


def test_words_that_are_gone_are_told_beside_the_paragraph_that_is_named() -> None:
    (comment,) = received(said("Why?", quoting("large ships", fragment="p-2.a"))).comments
    assert (comment.anchor.ordinal, comment.anchor.exact, comment.quote) == (4, "", "large ships")


def test_replies_follow_what_they_answer_and_a_tag_settles_it() -> None:
    tag = {"type": "TextualBody", "value": "resolved", "purpose": "tagging"}
    body = {"type": "TextualBody", "value": "Why?", "purpose": "commenting"}
    first = said("Why?", quoting("report"), body=[body, tag])
    reply = said("So.", "urn:x:Why?", motivation="replying", body={"value": "So.", "purpose": "replying"})
    root, answer = received(first, reply).comments
    assert root.resolved
    assert (answer.reply_to, answer.anchor) == (0, root.anchor)


def edit(wording: str, target: object, kind: str = "replace", reason: str = "") -> dict[str, object]:
    bodies = [
        {"type": "TextualBody", "value": wording, "purpose": "editing"},
        {"type": "TextualBody", "value": reason, "purpose": "commenting"},
        {"type": "TextualBody", "value": kind, "purpose": "classifying"},
    ]
    creators = [{"nickname": "AUS"}, {"nickname": "FJI"}]
    return said("x", target, motivation="editing", creator=creators, body=bodies)


def span(ordinal: int) -> tuple[int, int]:
    return DRAFT.paragraphs[ordinal].span


def test_proposals_of_every_kind_are_read_from_their_code_points() -> None:
    report, last = span(4), span(5)
    found = received(
        edit("We keep ports open.", at(*span(2)), reason="Shorter."),
        edit("New.\n\nNewer.", at(last[0], last[0]), "insert"),
        edit("", at(report[0], last[1]), "delete"),
        edit("", at(*last), "move after 1"),
        edit("At the end.", at(len(TEXT), len(TEXT)), "insert"),
    )
    text_id = BASIS.text_id
    assert [each.amendment for each in found.proposals] == [
        Amendment(text_id, 2, 3, ("We keep ports open.",)),
        Amendment(text_id, 5, 5, ("New.", "Newer.")),
        Amendment(text_id, 4, 6),
        Amendment(text_id, 5, 6, (), 3),
        Amendment(text_id, 6, 6, ("At the end.",)),
    ]
    assert {(each.delegation, each.others) for each in found.proposals} == {("AUS", ("FJI",))}
    assert [(each.delegation, each.body, each.about) for each in found.comments] == [
        ("AUS", "Shorter.", 0),
        ("FJI", "Shorter.", 0),
    ]


def test_code_points_of_another_text_tell_nothing_but_whole_words_do() -> None:
    elsewhere = at(0, 5, "urn:zerodraft:bali:zero-draft")
    assert received(edit("X.", elsewhere)).proposals == ()
    whole = quoting(DRAFT.paragraphs[5].text)
    assert [each.amendment.first for each in received(edit("X.", [elsewhere, whole])).proposals] == [5]


def test_a_proposal_on_record_brings_nothing() -> None:
    item = edit("X.", at(*span(5))) | {"id": "urn:zerodraft:bali:proposal:AUS-1"}
    for known, count in (({"AUS-1": ("X.",)}, 0), ({"AUS-1": ("Y.",)}, 1)):
        found = received_from_annotations(listed(item), Answered(BASIS, "rev-1", known), NAMES, "FIN")
        assert len(found.proposals) == count


def test_every_character_that_is_said_is_in_the_account_once() -> None:
    found = received(said("Which?", quoting("report")), said("Gone?", quoting("whales")), edit("X.", at(*span(5))))
    assert [(each.text, each.went) for each in found.account] == [
        ("Which?", Went.COMMENT),
        ("Gone?", Went.TRAY),
        ("X.", Went.PROPOSAL),
    ]


def test_what_other_programs_write_is_read_too() -> None:
    plain: dict[str, object] = {"@context": CONTEXT, "type": "Annotation", "bodyValue": "So.", "target": "https://x"}
    (each,) = read_annotations(json.dumps([plain]).encode(), "x.json").said
    assert (each.text, each.author, each.targets, each.date) == ("So.", "", (), None)
    silent: dict[str, object] = {"type": "Annotation", "motivation": "highlighting", "target": quoting("report")}
    assert [notice.times for notice in listed(silent, said("A", quoting("report"))).notices] == [1]


def test_our_own_file_tells_of_which_text_it_is() -> None:
    assert listed(said("A", "x")).properties == {"zerodraft-declaration": "bali", "zerodraft-version": "rev-1"}


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"@context": "x"}', b"\xff\xfe", b"[" * 100_000, b'{"a":' * 60_000])
def test_what_holds_no_annotation_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read_annotations(data, "x.jsonld")


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["Annotation", CONTEXT, "editing"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "type",
                    "items",
                    "first",
                    "body",
                    "target",
                    "selector",
                    "refinedBy",
                    "value",
                    "purpose",
                    "creator",
                    "created",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(st.lists(JSON, max_size=3), st.dictionaries(st.sampled_from(["body", "target", "creator", "motivation"]), JSON))
def test_nothing_in_it_breaks_the_reader(others: list[object], annotation: dict[str, object]) -> None:
    data = json.dumps([*others, {"type": "Annotation"} | annotation]).encode()
    found = read_annotations(data, "x.jsonld")
    received_from_annotations(found, Answered(BASIS, "rev-1", {}), {}, "FIN")
