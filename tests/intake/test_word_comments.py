"""Comments of a Word file: threads, resolved marks, and where they are set."""

from datetime import UTC, datetime

import pytest
from tests.intake.word_made import begins, cell, comment, element, ends, gone, ins, made, p, r, root, row, t, table

from zerodraft.intake.marked import Marked, Point, Remark
from zerodraft.intake.word import read_word

NEW = "http://schemas.microsoft.com/office/word/2012/wordml"
PREVIEW = "http://schemas.microsoft.com/office/word/2010/11/wordml"


def threads(*told: tuple[str, str, str], namespace: str = NEW) -> bytes:
    """Comments by the id of their last paragraph, the one they reply to, and whether they are done."""
    content = "".join(
        f'<x:commentEx x:paraId="{key}" {f"""x:paraIdParent="{parent}" """ if parent else ""}x:done="{done}"/>'
        for key, parent, done in told
    )
    return f'<x:commentsEx xmlns:x="{namespace}">{content}</x:commentsEx>'.encode()


def read(body: str, *comments: str, **parts: bytes) -> Marked:
    return read_word(made(body, {"comments": root("comments", "".join(comments)), **parts}), "aus.docx")


def remarks(body: str, *comments: str, **parts: bytes) -> tuple[Remark, ...]:
    return read(body, *comments, **parts).remarks


def places(body: str, *comments: str) -> list[tuple[Point | None, Point | None]]:
    return [(each.start, each.end) for each in remarks(body, *comments)]


FIRST, SECOND, THIRD = (comment(name, "N", f"Words {name}.") for name in "123")


def test_a_comment_has_author_date_words_and_a_range() -> None:
    (only,) = remarks(
        p(t("We "), begins("1"), t("agree"), ends("1"), t(".")),
        comment("1", "Delegation of N", "Too weak.", "", "See our paper.", date="2021-11-03T09:00:00"),
    )
    assert only == Remark(
        "1",
        "Delegation of N",
        datetime(2021, 11, 3, 9, tzinfo=UTC),
        "Too weak.\n\nSee our paper.",
        Point(0, 3),
        Point(0, 8),
    )


@pytest.mark.parametrize("namespace", [NEW, PREVIEW])
def test_threads_and_resolved_marks_are_known_in_each_namespace(namespace: str) -> None:
    told = threads(("C1000000", "", "1"), ("C2000000", "C1000000", "0"), ("C3000000", "", "0"), namespace=namespace)
    body = p(begins("1"), begins("2"), begins("3"), t("a"), ends("1"), ends("2"), ends("3"))
    found = remarks(body, FIRST, SECOND, THIRD, commentsExtended=told)
    assert [(each.reply_to, each.resolved, each.is_guessed) for each in found] == [
        ("", True, False),
        ("1", True, False),
        ("", False, False),
    ]


def test_a_thread_is_known_by_any_paragraph_of_a_comment() -> None:
    long = comment("1", "N", "One.", "Two.")
    told = threads(("C1000001", "", "0"), ("c2000000", "c1000000", "0"))
    assert [each.reply_to for each in remarks(p(), long, SECOND, commentsExtended=told)] == ["", "1"]


def test_a_reply_without_a_place_stands_where_its_thread_does() -> None:
    told = threads(("C1000000", "", "0"), ("C2000000", "C1000000", "0"))
    found = remarks(p(t("a"), begins("1"), t("b"), ends("1")), FIRST, SECOND, commentsExtended=told)
    assert [(each.start, each.end) for each in found] == [(Point(0, 1), Point(0, 2))] * 2


def test_comments_that_reply_to_each_other_in_a_circle_reply_to_none() -> None:
    told = threads(("C1000000", "C2000000", "0"), ("C2000000", "C1000000", "1"), ("C3000000", "C3000000", "0"))
    found = remarks(p(), FIRST, SECOND, THIRD, commentsExtended=told)
    assert [each.reply_to for each in found] == ["", "", ""]


def test_a_file_that_knows_no_threads_has_them_guessed_by_the_range() -> None:
    older = comment("2", "J", "First.", date="2021-11-01T09:00:00Z")
    body = p(begins("1"), begins("2"), t("a"), ends("1"), ends("2"), begins("3"), t("b"), ends("3"))
    found = remarks(body, FIRST, older, THIRD)
    assert [(each.reply_to, each.is_guessed) for each in found] == [("2", True), ("", False), ("", False)]


def test_resolved_marks_without_threads_leave_the_threads_to_be_guessed() -> None:
    body = p(begins("1"), begins("2"), t("a"), ends("1"), ends("2"))
    found = remarks(body, FIRST, SECOND, commentsExtended=threads(("C1000000", "", "1")))
    assert [(each.reply_to, each.is_guessed, each.resolved) for each in found] == [
        ("", False, True),
        ("1", True, False),
    ]


def test_comments_on_one_range_are_no_thread_where_the_file_says_so() -> None:
    body = p(begins("1"), begins("2"), t("a"), ends("1"), ends("2"))
    told = threads(("C1000000", "", "0"), ("C2000000", "", "0"))
    assert [each.reply_to for each in remarks(body, FIRST, SECOND, commentsExtended=told)] == ["", ""]


def test_a_range_may_lie_in_words_that_were_only_inserted() -> None:
    body = p(t("We "), begins("1"), ins("N", t("all ")), ends("1"), gone("J", begins("2") + t("x") + ends("2")))
    assert places(body, FIRST, SECOND) == [(Point(0, 3), Point(0, 7)), (Point(0, 7), Point(0, 8))]


def test_a_range_may_run_over_paragraphs_and_cells() -> None:
    cells = table(row(cell(p(t("cell"), ends("1")))))
    assert places(p(t("ab"), begins("1"), t("c")) + cells, FIRST) == [(Point(0, 2), Point(1, 4))]


def test_a_range_between_paragraphs_is_that_of_the_paragraphs_in_it() -> None:
    body = p(t("a")) + begins("1") + p(t("bc")) + element("commentRangeEnd", id="1") + p(t("d"))
    assert places(body, FIRST) == [(Point(1, 0), Point(1, 2))]


def test_a_sign_without_a_range_is_a_point() -> None:
    assert places(p(t("ab"), r(element("commentReference", id="1")), t("c")), FIRST) == [(Point(0, 2),) * 2]


def test_half_a_range_is_completed_by_the_sign() -> None:
    sign = r(element("commentReference", id="1"))
    assert places(p(begins("1"), t("ab"), sign), FIRST) == [(Point(0, 0), Point(0, 2))]
    assert places(p(t("ab"), element("commentRangeEnd", id="1"), t("c"), begins("1")), FIRST) == [(Point(0, 3),) * 2]
    assert places(p(t("ab")) + begins("1"), FIRST) == [(Point(0, 2),) * 2]


def test_a_comment_that_is_set_nowhere_is_kept() -> None:
    assert places(p(t("a")), FIRST) == [(None, None)]
    assert places("", FIRST) == [(None, None)]


def test_a_comment_in_a_note_is_set_there() -> None:
    words = p(r(element("footnoteRef")), t(" See "), begins("1"), t("this"), ends("1"))
    notes = root("footnotes", element("footnote", words, id="2"))
    marked = read(p(r(element("footnoteReference", id="2"))), FIRST, footnotes=notes)
    assert (marked.remarks[0].start, marked.remarks[0].end) == (Point(1, 4), Point(1, 8))


def test_comments_with_one_id_are_all_kept() -> None:
    assert [each.id for each in remarks(p(), FIRST, FIRST, comment("", "N", "x"))] == ["1", "1~2", "~1"]


def test_words_deleted_in_a_comment_are_left_out() -> None:
    changed = element("comment", p(t("Too "), gone("N", t("weak")), ins("N", t("strong"))), id="1", author="N")
    assert remarks(p(), changed)[0].body == "Too strong"


def test_the_accounts_of_people_are_read() -> None:
    people = (
        f'<y:people xmlns:y="{NEW}">'
        '<y:person y:author="Ana"><y:presenceInfo y:providerId="AD" y:userId="ana@n.example"/></y:person>'
        '<y:person y:author="Author"><y:presenceInfo y:providerId="None" y:userId="Author"/></y:person>'
        "</y:people>"
    ).encode()
    assert read(p(), people=people).people == {"Ana": "ana@n.example"}
