"""Files that LibreOffice wrote, as three delegations with tracking on: base text and authors are exact."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from tests.intake.office import Session, edited, needs_office, saved
from tests.intake.word_made import (
    begins,
    cell,
    comment,
    element,
    ends,
    ins,
    level,
    made,
    num,
    p,
    paragraph_style,
    r,
    root,
    row,
    style,
    t,
    table,
    told,
)

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.marked import Marked
from zerodraft.intake.views import base, view
from zerodraft.intake.word import read_word

pytestmark = [needs_office, pytest.mark.slow]

NORLANDIA, ESTMARK, JUTLANDIA = "Delegation of Norlandia", "Delegation of Estmark", "Delegation of Jutlandia"

STYLES = root(
    "styles",
    paragraph_style("Normal", "Normal", default="1")
    + paragraph_style("Title", "Title", based_on="Normal")
    + paragraph_style("Heading2", "heading 2", based_on="Normal")
    + paragraph_style("Numbered", "Numbered", element("numPr", element("numId", val="1")), based_on="Normal")
    + paragraph_style(
        "Lettered",
        "Lettered",
        element("numPr", element("ilvl", val="1") + element("numId", val="1")),
        based_on="Normal",
    ),
)
NUMBERING = root(
    "numbering",
    element(
        "abstractNum",
        level(0, "decimal", "%1.", element("pStyle", val="Numbered"))
        + level(1, "lowerLetter", "(%2)", element("pStyle", val="Lettered")),
        abstractNumId="1",
    )
    + num("1", "1"),
)
PROPERTIES = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Version"><vt:lpwstr>rev-1</vt:lpwstr>'
    b"</property></Properties>"
)
NOTES = root(
    "footnotes",
    element("footnote", p(r(element("separator"))), id="0", type="separator")
    + element("footnote", p(r(element("footnoteRef")), t(" See the seminar.")), id="2"),
)
PARTS = {"styles": STYLES, "numbering": NUMBERING, "footnotes": NOTES, "custom-properties": PROPERTIES}
CITED = r(element("footnoteReference", id="2"))

PARAGRAPHS = [
    ("Title", "Harbour Note"),
    ("Normal", "Recalling the seminar of the year before,"),
    ("Heading2", "Ports"),
    ("Numbered", "We agree to keep ports open to small ships by 2030."),
    ("Numbered", "We invite each country to report on its ports:"),
    ("Lettered", "once a year;"),
    ("Lettered", "in one language."),
    ("Numbered", "We protect mangroves, wetlands and reefs."),
    ("Numbered", "We welcome the contributions of all."),
    ("Numbered", "Relocation is a measure of last resort, and it is agreed with those concerned."),
    ("Heading2", "Follow-up"),
    ("Numbered", "We meet again in two years."),
    ("Normal", "End."),
]
BASE = [text for _, text in PARAGRAPHS]
LABELS = ["", "", "", "1.", "2.", "(a)", "(b)", "3.", "4.", "5.", "", "6.", ""]


def circulated() -> bytes:
    body = []
    for number, (name, text) in enumerate(PARAGRAPHS):
        mark = element("bookmarkStart", id=str(number), name=f"_zd{number}") + element("bookmarkEnd", id=str(number))
        cited = CITED if number == 1 else ""
        body.append(p(mark, t(text), cited, properties=style(name)))
    rows = table(row(cell(p(t("Port"))), cell(p(t("Depth")))), row(cell(p(t("Aberport"))), cell(p(t("9 m")))))
    return made("".join((*body[:-1], rows, body[-1])), PARTS)


SESSIONS = [
    Session(
        author=NORLANDIA,
        edits=[
            ("replace", "by 2030", "by 2028"),
            ("insert after", "each country", " and territory"),
            ("delete paragraph", "We welcome"),
            ("add paragraph after", "in one language", "and in full."),
            ("add footnote after", "reefs", "All of them."),
        ],
    ),
    Session(
        author=ESTMARK,
        edits=[
            ("replace", "last resort", "very last resort"),
            ("split after", "and it is agreed "),
            ("join to next", "small ships"),
            ("replace", "Recalling", "Reaffirming"),
            ("insert row below", "Depth"),
        ],
    ),
    Session(
        author=JUTLANDIA,
        edits=[
            ("replace", "2028", "2027"),
            ("replace", "and in full", "and in whole"),
            ("replace", "Follow-up", "Review"),
        ],
    ),
]


@pytest.fixture(scope="module")
def evenings(tmp_path_factory: pytest.TempPathFactory) -> list[Marked]:
    files = edited(circulated(), SESSIONS, tmp_path_factory.mktemp("evenings"))
    return [read_word(data, "group.docx") for data in files]


def texts(marked: Marked, *accepted: str) -> list[str]:
    """The paragraphs of the body when the changes of some authors are accepted."""
    return [each.text for each in view(marked, lambda revision: revision.author in accepted) if not each.place]


def test_the_base_text_is_the_text_that_was_sent_out(evenings: list[Marked]) -> None:
    expected = [BASE[0], BASE[1] + "[^1]", *BASE[2:]]
    for marked in evenings:
        assert texts(marked) == expected
        assert [each.text for each in base(marked) if each.place] == [
            "Port",
            "Depth",
            "Aberport",
            "9 m",
            "See the seminar.",
        ]


def test_the_base_text_has_the_numbers_that_were_printed(evenings: list[Marked]) -> None:
    for marked in evenings:
        assert [each.shape.label for each in base(marked) if not each.place] == LABELS


def test_hidden_names_and_properties_come_back(evenings: list[Marked]) -> None:
    for marked in evenings:
        assert [each.bookmarks for each in base(marked) if not each.place] == [(f"_zd{at}",) for at in range(len(BASE))]
        assert marked.properties["Version"] == "rev-1"


NORLANDIAS = [
    "Harbour Note",
    "Recalling the seminar of the year before,[^1]",
    "Ports",
    "We agree to keep ports open to small ships by 2028.",
    "We invite each country and territory to report on its ports:",
    "once a year;",
    "in one language.",
    "and in full.",
    "We protect mangroves, wetlands and reefs[^2].",
    "Relocation is a measure of last resort, and it is agreed with those concerned.",
    "Follow-up",
    "We meet again in two years.",
    "End.",
]
ESTMARKS = [
    "Harbour Note",
    "Reaffirming the seminar of the year before,[^1]",
    "Ports",
    "We agree to keep ports open to small ships by 2028.We invite each country and territory to report on its ports:",
    *NORLANDIAS[5:9],
    "Relocation is a measure of very last resort, and it is agreed ",
    "with those concerned.",
    *NORLANDIAS[10:],
]
JUTLANDIAS = [
    *ESTMARKS[:3],
    "We agree to keep ports open to small ships by 2027.We invite each country and territory to report on its ports:",
    *ESTMARKS[4:6],
    "and in whole.",
    *ESTMARKS[7:10],
    "Review",
    *ESTMARKS[11:],
]


def test_each_evening_reads_as_its_delegation_left_it(evenings: list[Marked]) -> None:
    last = evenings[-1]
    assert texts(last, NORLANDIA) == NORLANDIAS
    assert texts(last, NORLANDIA, ESTMARK) == ESTMARKS
    assert texts(last, NORLANDIA, ESTMARK, JUTLANDIA) == JUTLANDIAS
    assert [texts(each, NORLANDIA, ESTMARK, JUTLANDIA) for each in evenings] == [NORLANDIAS, ESTMARKS, JUTLANDIAS]


def changed(marked: Marked) -> set[tuple[str, str, str]]:
    """Each changed stretch of words in the body with its operation and author; a mark is “¶”."""
    blocks = [block for block in marked.blocks if not block.place]
    runs = [(run.text, run.revisions) for block in blocks for run in block.runs]
    stacks = (*runs, *(("¶", block.mark) for block in blocks))
    return {(revision.op.value, revision.author, text) for text, revisions in stacks for revision in revisions}


def test_every_change_is_its_authors(evenings: list[Marked]) -> None:
    inserted, deleted = Op.INSERTED.value, Op.DELETED.value
    assert changed(evenings[-1]) == {
        (deleted, NORLANDIA, "by 2030"),
        (inserted, NORLANDIA, "by "),
        (inserted, NORLANDIA, "2028"),
        (deleted, JUTLANDIA, "2028"),
        (inserted, JUTLANDIA, "2027"),
        (inserted, NORLANDIA, " and territory"),
        (deleted, NORLANDIA, "We welcome the contributions of all."),
        (deleted, NORLANDIA, "¶"),
        (inserted, NORLANDIA, "¶"),
        (inserted, NORLANDIA, "and in full"),
        (deleted, JUTLANDIA, "and in full"),
        (inserted, JUTLANDIA, "and in whole"),
        (inserted, NORLANDIA, "."),
        (inserted, NORLANDIA, "[^2]"),
        (deleted, ESTMARK, "last resort"),
        (inserted, ESTMARK, "very last resort"),
        (inserted, ESTMARK, "¶"),
        (deleted, ESTMARK, "¶"),
        (deleted, ESTMARK, "Recalling"),
        (inserted, ESTMARK, "Reaffirming"),
        (deleted, JUTLANDIA, "Follow-up"),
        (inserted, JUTLANDIA, "Review"),
    }


def test_a_row_of_the_table_was_put_in_by_its_author(evenings: list[Marked]) -> None:
    rows = {
        block.place[1]: {each.author for each in block.mark} for block in evenings[1].blocks if len(block.place) == 3
    }
    assert rows == {0: set(), 1: {ESTMARK}, 2: set()}


def threads(*told_there: tuple[str, str, str]) -> bytes:
    space = "http://schemas.microsoft.com/office/word/2012/wordml"
    content = "".join(
        f'<x:commentEx x:paraId="{key}" {f"""x:paraIdParent="{parent}" """ if parent else ""}x:done="{done}"/>'
        for key, parent, done in told_there
    )
    return f'<x:commentsEx xmlns:x="{space}">{content}</x:commentsEx>'.encode()


@pytest.mark.parametrize("ways", [("docx",), ("odt", "docx"), ("doc", "docx")])
def test_comments_come_back_from_libreoffice(ways: tuple[str, ...], tmp_path: Path) -> None:
    body = (
        p(t("We agree "), begins("1"), begins("2"), t("to keep"), ends("1"), ends("2"), t(" ports "))
        + p(ins("Estmark", begins("3") + t("open") + ends("3")), t(" by 2030."))
        + p(t("End."))
    )
    comments = root(
        "comments",
        comment("1", "Ana N", "Too weak.", "Really.") + comment("2", "Bo J", "Yes.") + comment("3", "Cy", "New."),
    )
    told_there = threads(("C1000001", "", "1"), ("C2000000", "C1000001", "0"), ("C3000000", "", "0"))
    first = read_word(made(body, {"comments": comments, "commentsExtended": told_there}), "first.docx")
    back = read_word(
        saved(made(body, {"comments": comments, "commentsExtended": told_there}), tmp_path, *ways), "a.docx"
    )
    assert told(back) == told(first)
    assert places_and_words(back) == places_and_words(first)
    by_author = {each.author: each for each in back.remarks}
    assert by_author["Bo J"].reply_to == by_author["Ana N"].id
    assert by_author["Ana N"].resolved == (ways[0] != "doc")


def places_and_words(marked: Marked) -> list[tuple[object, ...]]:
    return sorted((each.author, each.date, each.body, each.start, each.end) for each in marked.remarks)


@dataclass
class Line:
    """A paragraph as plain words. `is_whole`: nobody split, joined or removed it or its neighbours."""

    words: list[str]
    is_whole: bool = True
    is_open: bool = True


class Evening:
    """Chooses edits for LibreOffice and makes them in plain paragraphs too. No word is used twice."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._word = 0
        self.lines = [Line(self._words(self._chance.randint(4, 9))) for _ in range(14)]

    @property
    def texts(self) -> list[str]:
        return [" ".join(line.words) for line in self.lines]

    def edits(self, count: int) -> list[tuple[str, ...]]:
        return [self._edit() for _ in range(count)]

    def _words(self, count: int) -> list[str]:
        self._word += count
        return [f"w{number}x" for number in range(self._word - count, self._word)]

    def _edit(self) -> tuple[str, ...]:
        at = self._chance.choice(
            [at for at, line in enumerate(self.lines[:-1]) if line.is_open and len(line.words) > 2]
        )
        line, new = self.lines[at], self._words(1)[0]
        place = self._chance.randrange(1, len(line.words) - 1)
        word = line.words[place]
        match self._chance.randrange(7):
            case 0 | 1:
                line.words[place] = new
                return "replace", word, new
            case 2:
                first, plus, rest = word.partition("+")
                line.words[place] = f"{first}+{new}{plus}{rest}"
                return "insert after", first, f"+{new}"
            case 3:
                rest_of_line = Line(["", *line.words[place + 1 :]], is_whole=False)
                self.lines[at : at + 1] = [Line(line.words[: place + 1], is_whole=False), rest_of_line]
                return "split after", word
            case 4:
                added = Line([new, *self._words(2)], is_whole=False)
                line.is_whole = False
                self.lines.insert(at + 1, added)
                return "add paragraph after", word, " ".join(added.words)
            case 5 if line.is_whole and 0 < at < len(self.lines) - 2:
                self.lines[at - 1].is_whole = self.lines[at + 1].is_whole = False
                del self.lines[at]
                return "delete paragraph", word
            case _ if line.is_whole and self.lines[at + 1].is_whole and at < len(self.lines) - 2:
                following = self.lines.pop(at + 1).words
                words = [*line.words[:-1], line.words[-1] + following[0], *following[1:]]
                self.lines[at] = Line(words, is_whole=False, is_open=False)
                return "join to next", word
        return self._edit()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_three_delegations_do_each_evening_can_be_read(seed: int, tmp_path: Path) -> None:
    evening = Evening(seed)
    expected = [evening.texts]
    data = made("".join(p(t(text)) for text in evening.texts))
    sessions = []
    for author in (NORLANDIA, ESTMARK, JUTLANDIA):
        sessions.append(Session(author=author, edits=evening.edits(10)))
        expected.append(evening.texts)
    last = read_word(edited(data, sessions, tmp_path)[-1], "last.docx")
    authors = [NORLANDIA, ESTMARK, JUTLANDIA]
    assert [texts(last, *authors[:count]) for count in range(4)] == expected
