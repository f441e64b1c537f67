"""Comments beside the words of the text that is laid out, be it the working text or an older version."""

from tests.desk.council import saved

from zerodraft.desk.desk import Desk
from zerodraft.desk.discussing import discussed
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply


def test_a_comment_stands_at_its_words_in_each_text(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "Which ones?", quote="small ships"))
    saved(desk, "small ships", "all the small ships")
    desk.issue(desk.open("note"), Issue("Rev.1"))
    dossier = desk.open("note")
    comment = dossier.threads[0].root.id
    desk.reply(dossier, Reply("SEC", comment, "All of them.", resolves=True))
    dossier = desk.open("note")
    for version in ("zero-draft", "rev-1", ""):
        reading = desk.reading(dossier, version)
        (found,) = discussed(desk.room, dossier, reading, "id")
        assert found.ordinal is not None
        words = reading.draft.paragraphs[found.ordinal].text[found.start : found.end]
        assert words.endswith("small ships"), version
        assert (found.root.name, found.read_on, found.quote) == ("Jepang", "Zero Draft", "small ships")
        assert (found.replies[0].text, found.is_resolved) == ("All of them.", True)


def test_what_was_said_later_does_not_stand_beside_an_older_text(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    saved(desk, "small ships", "all ships")
    desk.issue(desk.open("note"), Issue("Rev.1"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "Which ones?", quote="all ships"))
    dossier = desk.open("note")
    assert discussed(desk.room, dossier, desk.reading(dossier, "zero-draft"), "en") == ()
    assert len(discussed(desk.room, dossier, desk.reading(dossier, "rev-1"), "en")) == 1


def test_a_comment_whose_words_are_gone_comes_last_without_a_place(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "Which ones?", quote="small ships"))
    desk.comment(desk.open("note"), Remark("AUS", "1", "The whole of it."))
    saved(desk, "small ships", "everybody")
    dossier = desk.open("note")
    whole, gone = discussed(desk.room, dossier, dossier.reading, "en")
    assert (whole.root.code, whole.cited, whole.end) == ("AUS", "1", 0)
    assert (gone.root.code, gone.ordinal, gone.cited, gone.cited_then) == ("JPN", None, "", "1")
