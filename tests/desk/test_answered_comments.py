"""A Word file with comments comes back with more of them: replies stand in their threads, and nothing is said twice."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from zerodraft.core.negotiation.thread import State
from zerodraft.core.text.waymark import waymark_name
from zerodraft.desk.arriving import Delivery, Preview
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.laying_out import Look, sheet_of
from zerodraft.desk.taking_in import Consent
from zerodraft.export.hands import Hand
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.document import Document
from zerodraft.export.word.document import Remark as Written
from zerodraft.export.word.editing import Manuscript
from zerodraft.export.word.writing import write_word

FINLAND = Hand("Finland", datetime(2021, 11, 2, 8, tzinfo=UTC))


@pytest.fixture
def discussed(desk: Desk) -> Desk:
    from zerodraft.desk.remarks import Remark, Reply

    desk.comment(desk.open("note"), Remark("JPN", "1", "Which ships?\n\nSee our note.", quote="small ships"))
    (thread,) = desk.open("note").threads
    desk.reply(desk.open("note"), Reply("SEC", thread.root.id, "Those below 500 tons."))
    desk.comment(desk.open("note"), Remark("AUS", "2", "Every year?"))
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    return desk


def sent(desk: Desk) -> Document:
    dossier = desk.open("note")
    return clean_document(sheet_of(desk.room, dossier, desk.reading(dossier, "zero-draft"), Look(has_comments=True)))


def look_into(desk: Desk, document: Document) -> Preview:
    return desk.look_into(desk.open("note"), Delivery("finland.docx", write_word(document), "FIN"))


def test_a_reply_in_the_file_is_a_reply_on_the_record(discussed: Desk) -> None:
    paper = Manuscript(sent(discussed))
    paper.reply(0, Written(FINLAND, "And ours?"), resolves=False)
    key = next(each.ordinal for each in discussed.open("note").draft.paragraphs if "report on its" in each.text)
    text_id = discussed.open("note").versions[0].text_id
    paper.comment(waymark_name(key, text_id), "its ports", Written(FINLAND, "All of them?"))
    preview = look_into(discussed, paper.document())
    assert [(each.delegation, each.body) for each in preview.arrived.received.comments] == [
        ("FIN", "And ours?"),
        ("FIN", "All of them?"),
    ]
    discussed.take_in(discussed.open("note"), preview, Consent())
    threads = discussed.open("note").threads
    assert [[(each.delegation, each.body) for each in thread.comments] for thread in threads] == [
        [("FIN", "All of them?")],
        [("JPN", "Which ships?\n\nSee our note."), ("FIN", "And ours?"), ("SEC", "Those below 500 tons.")],
        [("AUS", "Every year?")],
    ]


def test_a_matter_that_somebody_ticks_with_a_reply_is_settled(discussed: Desk) -> None:
    paper = Manuscript(sent(discussed))
    paper.reply(1, Written(FINLAND, "Yes."), resolves=True)
    discussed.take_in(discussed.open("note"), look_into(discussed, paper.document()), Consent())
    states = {thread.root.delegation: thread.state for thread in discussed.open("note").threads}
    assert [code for code, state in states.items() if state is State.RESOLVED] == ["AUS"]


def test_the_same_words_at_another_time_are_another_comment(discussed: Desk) -> None:
    document = sent(discussed)
    first, second = document.threads
    later = Written(first.remarks[0].hand._replace(date=FINLAND.date), first.remarks[0].text)
    changed = replace(document, threads=(replace(first, remarks=(later,)), second))
    (comment,) = look_into(discussed, changed).arrived.received.comments
    assert (comment.delegation, comment.answers) == ("JPN", "")
