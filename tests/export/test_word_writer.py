"""Whatever stands in a Word document as a value is found again in the file: words, changes, authors, moves, threads."""

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.word_documents import ESTMARK, MOMENT, NORLANDIA, paragraph, part, put_in, read, taken_out, told
from tests.export.word_schema import faults, needs_schema

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.inline import Style
from zerodraft.export.hands import Hand
from zerodraft.export.word.document import (
    Change,
    Changes,
    Cited,
    Document,
    Form,
    Look,
    Paragraph,
    Place,
    Remark,
    Reshaped,
    Restyled,
    Row,
    Table,
    Thread,
    Words,
)
from zerodraft.export.word.writing import write_word
from zerodraft.intake.marked import Point, Revision, Sort
from zerodraft.intake.views import base, final, view

PUT_IN, TAKEN_OUT = (put_in(),), (taken_out(),)
NUMBERED, ITEM = Look(Form.NUMBERED), Look(Form.ITEM_1)


def test_words_lie_under_their_changes_the_oldest_first() -> None:
    on_norlandias = (*PUT_IN, taken_out(ESTMARK))
    document = Document(
        (
            paragraph("We ", Words("will", changes=TAKEN_OUT), Words("may ", changes=PUT_IN), "agree."),
            paragraph("By ", Words("2028", changes=on_norlandias), Words("2027", changes=(put_in(ESTMARK),)), "."),
        )
    )
    assert told(read(document)) == [
        "We {-Norlandia will}{+Norlandia may }agree.",
        "By {+Norlandia-Estmark 2028}{+Estmark 2027}.",
    ]


def test_a_change_has_its_author_and_its_moment_in_utc() -> None:
    here = datetime.fromisoformat("2021-11-13T17:30:00+08:00")
    document = Document((paragraph(Words("now", changes=(put_in(Hand("<b>&\x1b “N”", here)),))),))
    (run,) = read(document).blocks[0].runs
    assert run.revisions == (Revision(Op.INSERTED, "<b>&⟦U+001B⟧ “N”", datetime(2021, 11, 13, 9, 30, tzinfo=UTC)),)


def test_marks_of_paragraphs_are_put_in_and_taken_out() -> None:
    document = Document(
        (
            paragraph("One", mark=PUT_IN),
            paragraph(" two", mark=TAKEN_OUT),
            paragraph(" three.", mark=(put_in(), taken_out(ESTMARK))),
            paragraph("Four."),
        )
    )
    marked = read(document)
    assert [each.text for each in base(marked)] == ["One two", " three.Four."]
    assert [each.text for each in final(marked)] == ["One", " two three.Four."]
    by_norlandia = view(marked, lambda revision: revision.author == "Norlandia")
    assert [each.text for each in by_norlandia] == ["One", " two three.", "Four."]


def test_a_paragraph_that_was_taken_out_counts_in_the_old_text_alone() -> None:
    gone = paragraph(Words("Gone.", changes=TAKEN_OUT), mark=TAKEN_OUT, look=NUMBERED)
    new = paragraph(Words("New.", changes=PUT_IN), mark=PUT_IN, look=ITEM)
    document = Document((paragraph("One.", look=NUMBERED), gone, new, paragraph("Last.", look=NUMBERED)))
    marked = read(document)
    assert [(each.shape.label, each.text) for each in base(marked)] == [
        ("1.", "One."),
        ("2.", "Gone."),
        ("3.", "Last."),
    ]
    assert [(each.shape.label, each.text) for each in final(marked)] == [
        ("1.", "One."),
        ("(a)", "New."),
        ("2.", "Last."),
    ]


def test_both_halves_of_a_move_bear_its_name() -> None:
    away, there = taken_out(move="m1"), put_in(move="m1")
    document = Document(
        (
            paragraph(Words("Moved.", changes=(away,)), mark=(away,)),
            paragraph("Stays."),
            paragraph(
                Words("Mov", changes=(there,)),
                Words("ab", changes=(there, taken_out(ESTMARK))),
                Words("ed.", changes=(there,)),
                mark=(there,),
            ),
            paragraph(
                "End, ", Words("of ", changes=(taken_out(move="m2"),)), Words("it ", changes=(put_in(move="m2"),))
            ),
        )
    )
    blocks = read(document).blocks
    moves = [{revision.move for run in block.runs for revision in run.revisions} for block in blocks]
    assert moves == [{"m1"}, set(), {"m1", ""}, {"m2"}]
    assert [[revision.move for revision in block.mark] for block in blocks] == [["m1"], [], ["m1"], []]


def test_a_change_of_look_is_tracked() -> None:
    was = Reshaped(ITEM, NORLANDIA)
    document = Document((paragraph("One.", look=NUMBERED), Paragraph((Words("Two."),), NUMBERED, reshaped=was)))
    marked = read(document)
    assert [each.shape.label for each in base(marked)] == ["1.", "(a)"]
    assert [each.shape.label for each in final(marked)] == ["1.", "2."]
    assert marked.blocks[1].reshaped == Revision(Op.KEPT, "Norlandia", MOMENT)


def test_a_change_of_form_touches_no_word() -> None:
    words = Words("now", Style.STRONG, restyled=Restyled(Style.EMPHASIS, NORLANDIA))
    document = Document((paragraph(words),))
    marked = read(document)
    assert told(marked) == ["now"]
    assert [notice.code for notice in marked.notices] == ["format"]
    assert "<w:rPr><w:b/><w:bCs/><w:rPrChange" in part(document, "word/document.xml")


def test_notes_are_cited_under_changes() -> None:
    document = Document(
        (paragraph("Ports", Cited(0), " and ", Words("ships", changes=PUT_IN), Cited(1, PUT_IN), "."),),
        notes=((Words("Of the sea"), Words(", and of rivers", changes=TAKEN_OUT), Words(".")), (Words("All."),)),
    )
    marked = read(document)
    assert told(marked) == [
        "Ports[^1] and {+Norlandia ships[^2]}.",
        "Of the sea{-Norlandia , and of rivers}.",
        "{+Norlandia All.}¶+Norlandia",
    ]
    assert [block.shape.sort for block in marked.blocks] == [Sort.BODY, Sort.NOTE, Sort.NOTE]


def test_rows_of_a_table_are_put_in_and_taken_out() -> None:
    def row(*cells: str, changes: Changes = ()) -> Row:
        return Row(tuple((Words(cell),) for cell in cells), changes)

    document = Document((Table((row("Port", "Depth"), row("A", "9", changes=PUT_IN), row("B", changes=TAKEN_OUT))),))
    marked = read(document)
    assert [each.text for each in base(marked) if each.place] == ["Port", "Depth", "B", ""]
    assert [each.text for each in final(marked) if each.place] == ["Port", "Depth", "A", "9"]


THREADS = (
    Thread((Remark(NORLANDIA, "Too early.\nSee the annex."), Remark(ESTMARK, "Agreed.")), Place(0, 3), Place(0, 7)),
    Thread((Remark(ESTMARK, "All of it."),), Place(0, 7), Place(1, 3), is_resolved=True),
    Thread((Remark(ESTMARK, "A point."),), Place(1, 0), Place(1, 0)),
)


def test_threads_are_set_on_their_words() -> None:
    document = Document(
        (paragraph("We ", Words("will", changes=TAKEN_OUT), " go."), paragraph("Now.")), threads=THREADS
    )
    found = [
        (each.author, each.date, each.body, each.start, each.end, each.reply_to, each.resolved)
        for each in read(document).remarks
    ]
    first, last = (Point(0, 3), Point(0, 7)), (Point(0, 7), Point(1, 3))
    assert found == [
        ("Norlandia", MOMENT, "Too early.\nSee the annex.", *first, "", False),
        ("Estmark", ESTMARK.date, "Agreed.", *first, "0", False),
        ("Estmark", ESTMARK.date, "All of it.", *last, "", True),
        ("Estmark", ESTMARK.date, "A point.", Point(1, 0), Point(1, 0), "", False),
    ]
    assert told(read(document)) == ["We {-Norlandia will} go.", "Now."]


def test_everybody_who_wrote_in_the_file_is_listed() -> None:
    document = Document((paragraph("A", Words("b", changes=(put_in(ESTMARK),)), mark=PUT_IN), paragraph("c")))
    people = part(document, "word/people.xml")
    assert [name in people for name in ("Estmark", "Norlandia", "Jutlandia")] == [True, True, False]


GONE, TABLE = paragraph("Gone.", mark=TAKEN_OUT), Table((Row(((Words("x"),),)),))


@pytest.mark.parametrize(
    ("blocks", "empty"), [((), 1), ((GONE,), 1), ((TABLE,), 1), ((TABLE, TABLE), 2), ((GONE, TABLE), 1)]
)
def test_an_empty_paragraph_stands_where_word_wants_one(blocks: tuple[Paragraph | Table, ...], empty: int) -> None:
    """Between two tables, and at the end, where a table or a mark that is put in or taken out would be last."""
    assert part(Document(blocks), "word/document.xml").count("<w:p/>") == empty


# --- anything at all ------------------------------------------------------------------------------

_HANDS = (NORLANDIA, ESTMARK, Hand("Jutlandia", MOMENT.replace(day=14)))


def changes(chance: Random) -> Changes:
    """None, one of them, or a deletion on another's insertion; some belong to moves."""
    put, out = chance.sample(_HANDS, 2)
    move = chance.choice(("", "", f"m{chance.randrange(9)}"))
    return chance.choice(
        ((), (), (Change(Op.INSERTED, put, move),), (Change(Op.DELETED, out, move),), (put_in(put), taken_out(out)))
    )


def any_document(seed: int) -> Document:
    chance = Random(seed)
    notes: list[tuple[Words, ...]] = []

    def content() -> tuple[Words | Cited, ...]:
        pieces: list[Words | Cited] = []
        for _ in range(chance.randrange(6)):
            text = chance.choice(("We ", " agree\n", "海", "\u00ad", "نص", " [x]", "a\tb", "‑"))
            style = chance.choice((Style.PLAIN, Style.EMPHASIS, Style.CODE | Style.STRONG, Style.RAISED))
            href = chance.choice(("", "", "https://example.org/"))
            pieces.append(Words(text, style, changes(chance), href))
            if chance.random() < 0.1:
                notes.append((Words("Note.", changes=changes(chance)),))
                pieces.append(Cited(len(notes) - 1, changes(chance)))
        return tuple(pieces)

    blocks: list[Paragraph | Table] = []
    for number in range(chance.randint(1, 6)):
        if chance.random() < 0.2:
            rows = [Row((content(), content()), changes(chance)) for _ in range(chance.randint(1, 3))]
            blocks.append(Table(tuple(rows)))
            continue
        look, former = (Look(chance.choice(list(Form))) for _ in range(2))
        reshaped = Reshaped(former, NORLANDIA) if chance.random() < 0.2 else None
        blocks.append(Paragraph(content(), look, changes(chance), reshaped, f"_zd_{number}_{'a' * 12}"))
    places = sorted(Place(chance.randrange(len(blocks)), chance.randrange(4)) for _ in range(4))
    threads = (
        Thread((Remark(NORLANDIA, "x"),), places[0], places[2]),
        Thread((Remark(ESTMARK, "y"),), places[1], places[3]),
    )
    return Document(tuple(blocks), tuple(notes), threads=threads)


def as_written(document: Document) -> list[list[tuple[str, tuple[tuple[Op, str], ...]]]]:
    """The characters of each paragraph of the body with their changes, the mark as the last one."""
    return [
        [
            (sign, tuple((change.op, change.hand.author) for change in piece.changes))
            for piece in block.content
            for sign in (piece.text if isinstance(piece, Words) else "§")
        ]
        + [("¶", tuple((change.op, change.hand.author) for change in block.mark))]
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]


@settings(max_examples=100)
@given(st.integers(0, 2**32))
def test_every_character_is_found_under_its_changes(seed: int) -> None:
    document = any_document(seed)
    found = []
    for block in read(document).blocks:
        if block.place or not (block.bookmarks):
            continue
        signs = []
        for run in block.runs:
            stack = tuple((revision.op, revision.author) for revision in run.revisions)
            text = run.text
            for number in range(len(document.notes), 0, -1):
                text = text.replace(f"[^{number}]", "§")
            signs += [(sign, stack) for sign in text]
        found.append([*signs, ("¶", tuple((revision.op, revision.author) for revision in block.mark))])
    assert found == as_written(document)


@needs_schema
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_any_document_keeps_the_schema(seed: int) -> None:
    assert faults(write_word(any_document(seed))) == []


@needs_schema
def test_the_schema_would_find_a_fault() -> None:
    marked_twice = paragraph("x", mark=(put_in(), put_in(ESTMARK)))
    (fault,) = faults(write_word(Document((marked_twice, paragraph("y")))))
    assert fault.startswith("word/document.xml: ")
