"""A text as an OpenDocument text: the words, numbers and hidden names of the model, and LibreOffice agrees."""

import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.export import word_pairs
from tests.export.odt_reader import META, OFFICE, STYLE, TEXT, notes, paragraphs, part, words
from tests.export.sheets import NEW, sheet
from tests.export.test_word_clean import ODD
from tests.intake.office import _environment, _office, needs_office

from zerodraft.core.text.draft import Kind
from zerodraft.core.text.numbering import Profile, freeze, number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.waymark import Provenance, read_provenance, waymark_name
from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.labels import labels_for
from zerodraft.export.odt.writing import clean_odt
from zerodraft.export.sheet import Sheet
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.document import Cited, Content, Table, Words
from zerodraft.export.xml_words import carried
from zerodraft.intake.open_document import check_open_text
from zerodraft.intake.received import Basis
from zerodraft.intake.receiving import receive
from zerodraft.intake.views import base
from zerodraft.intake.word import read_word

DECLARATIONS = sorted((Path(__file__).resolve().parents[2] / "declarations").glob("*/text.md"))
LATER = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
TEXT_ID = "5a" * 20
PROVENANCE = Provenance("bali-message", "rev-1", TEXT_ID, "ab" * 32)


def between_two_issues() -> Sheet:
    """A text with paragraphs that were put in after its issue, at three levels."""
    old = read_draft("# T\n\n## A\n\nOne.\n\nTwo:\n\n(a) first;\n\n(b) second.\n\nThree.\n")
    new = read_draft(
        "# T\n\n## A\n\nOne.\n\nNew.\n\n(a) below it;\n\nTwo:\n\n(a) first;\n\n(b) half;\n\n(c) second.\n\nThree.\n"
    )
    issued = dict(zip((0, 1, 2, 5, 6, 8, 9), number(old), strict=True))
    return replace(sheet(""), draft=new, numbers=freeze(new, issued, Profile.UNFCCC))


def shown(content: Content) -> str:
    return carried("".join(each.text for each in content if isinstance(each, Words)))


def expected(made: Sheet) -> list[str]:
    """The words of the blocks of the model, cells one by one."""
    found: list[str] = []
    for block in clean_document(made).blocks:
        contents = [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block.content]
        found += map(shown, contents)
    return found


def printed(made: Sheet) -> list[str]:
    paired = zip(made.draft.paragraphs, made.numbers, strict=True)
    return [known.printed for each, known in paired if each.kind in (Kind.OPERATIVE, Kind.SUB) and known.printed]


SHEETS = [sheet(ODD), sheet(NEW), between_two_issues(), *(sheet(path.read_text("utf-8")) for path in DECLARATIONS)]


@pytest.mark.parametrize("made", SHEETS)
def test_words_numbers_and_notes_are_those_of_the_model(made: Sheet) -> None:
    data = clean_odt(made)
    read = paragraphs(data)
    assert [each.text for each in read] == expected(made)
    assert [each.number for each in read if each.number] == printed(made)
    cited = [each for block in clean_document(made).blocks for each in _pieces(block) if isinstance(each, Cited)]
    assert notes(data) == [shown(clean_document(made).notes[each.note]) for each in cited]


def _pieces(block: object) -> Content:
    if isinstance(block, Table):
        return tuple(piece for row in block.rows for cell in row.cells for piece in cell)
    return block.content  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("first_seed", [0, 30])
def test_so_they_are_of_texts_made_by_chance(first_seed: int) -> None:
    for seed in range(first_seed, first_seed + 30):
        made = word_pairs.pair(seed).new
        data = clean_odt(made)
        read = paragraphs(data)
        assert [each.text for each in read] == expected(made), seed
        assert [each.number for each in read if each.number] == printed(made), seed
        assert data == clean_odt(made)


HOSTILE = st.text(st.sampled_from("ab  \t*_[]<>&\"'\x00\x1b\x9b\u202e\ufffe\ud800\U000e0041\n^:#|-1.()"), max_size=60)


@settings(max_examples=60)
@given(HOSTILE)
def test_no_text_breaks_the_file_or_becomes_part_of_it(text: str) -> None:
    made = replace(sheet(f"# {text}\n\n{text}"), conference=text, title=text, mark=text)
    data = clean_odt(made)
    assert [each.text for each in paragraphs(data)] == expected(made)
    assert len(part(data, "styles.xml"))
    assert len(part(data, "meta.xml"))


def test_the_file_says_its_kind_in_its_first_bytes_and_is_the_same_each_time() -> None:
    data = clean_odt(sheet(ODD))
    assert data == clean_odt(sheet(ODD))
    assert data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text")
    with ZipFile(BytesIO(data)) as package:
        first, *others = package.infolist()
        told = part(data, "META-INF/manifest.xml")
        assert first.compress_type == ZIP_STORED
        named = {each.get(f"{{{told.nsmap['manifest']}}}full-path") for each in told}
        assert named == {"/", *(each.filename for each in others if not each.filename.startswith("META-INF"))}
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    check_open_text(data, "own.odt")


def test_hidden_names_and_properties_tell_where_it_comes_from() -> None:
    made = replace(sheet(ODD), provenance=PROVENANCE)
    data = clean_odt(made)
    told = {each.get(f"{META}name", ""): each.text or "" for each in part(data, "meta.xml").iter(f"{META}user-defined")}
    assert read_provenance(told) == PROVENANCE
    kinds = (Kind.TABLE, Kind.FOOTNOTE)
    wanted = [waymark_name(each.ordinal, TEXT_ID) for each in made.draft.paragraphs if each.kind not in kinds]
    assert [name for each in paragraphs(data) for name in each.names] == wanted


def test_headings_are_in_the_outline() -> None:
    read = paragraphs(clean_odt(sheet(NEW)))
    assert [(each.outline, each.text) for each in read if each.outline][:2] == [
        (1, "Bali Message"),
        (2, "Focus area 1: Policy"),
    ]


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_pages_bear_title_block_mark_and_count_in_their_language(language: str) -> None:
    made = replace(sheet(NEW), labels_in=language, mark="Draft of 3 November 2021", date_line="3 November 2021")
    pages = [words(each) for each in part(clean_odt(made), "styles.xml").iter(f"{TEXT}p")]
    before, between, _ = labels_for(language).page.split("{}")
    count = f"{before}1{between}1"
    assert pages == [
        "International Conference on Digital Diplomacy",
        "Bali, 16 November 2021",
        "Rev.1 · open for comments · 3 November 2021",
        "Draft of 3 November 2021",
        count,
        "Bali Message\tRev.1 – 3 November 2021",
        "Draft of 3 November 2021",
        count,
    ]


def test_an_adopted_text_bears_its_fingerprint() -> None:
    pages = [words(each) for each in part(clean_odt(replace(sheet(NEW), fingerprint="ab" * 32)), "styles.xml").iter()]
    assert sum("ab" * 32 in page for page in pages if page) >= 2


@pytest.mark.parametrize("is_on", [True, False])
def test_lines_are_numbered_on_request(is_on: bool) -> None:
    styles = part(clean_odt(replace(sheet(NEW), has_line_numbers=is_on)), "styles.xml")
    (told,) = styles.iter(f"{TEXT}linenumbering-configuration")
    assert told.get(f"{TEXT}number-lines") == str(is_on).lower()
    assert (told.get(f"{TEXT}increment"), told.get(f"{TEXT}restart-on-page")) == ("5", "true")


def test_a_script_from_right_to_left_stands_on_the_right() -> None:
    content = part(clean_odt(sheet("# T\n\nنؤكد أن الموانئ")), "content.xml")
    modes = [each.get(f"{STYLE}writing-mode") for each in content.iter(f"{STYLE}paragraph-properties")]
    assert modes == ["rl-tb"]


# --- comments -------------------------------------------------------------------------------------

SAID = datetime(2021, 10, 5, 9, 30, tzinfo=UTC)


def talk(*said: tuple[int | None, int, int]) -> Sheet:
    """A text with a comment and a reply on each of these stretches: ordinal, start, end."""
    made = sheet(ODD)

    def thread(number: int, ordinal: int | None, start: int, end: int) -> Discussed:
        words = made.draft.paragraphs[ordinal].text[start:end] if ordinal is not None else "gone"
        root = Said(f"jpn-{number}", "JPN", "Japan", SAID, f"Remark {number}\x1b\nin two lines.")
        reply = Said(f"sec-{number}", "SEC", "Secretariat", SAID, "Reply <b>.")
        return Discussed((root, reply), ordinal, start, end, words, "Rev.1", "3", "3", "", "open", number % 2 == 0)

    return replace(made, threads=tuple(thread(number, *each) for number, each in enumerate(said)))


def test_a_comment_begins_and_ends_with_its_words() -> None:
    ordinals = {each.text[:12]: each.ordinal for each in sheet(ODD).draft.paragraphs}
    one, gap = ordinals["One **bold *"], ordinals["A gap before"]
    text = sheet(ODD).draft.paragraphs[gap].text
    made = talk((one, 0, 3), (gap, text.index("before"), text.index(", H")), (gap, 2, 5), (gap, 0, 0), (None, 0, 0))
    data = clean_odt(made)
    assert [each.text for each in paragraphs(data)] == expected(made)
    content = part(data, "content.xml")
    quoted = {name: quote(content, name) for name in ("said1.0", "said2.0", "said2.1", "said3.0")}
    assert quoted == {"said1.0": "One", "said2.0": "before it", "said2.1": "before it", "said3.0": "gap"}
    whole = quote(content, "said4.0")
    assert whole.startswith("A gap before it, H2O and")
    told = [each for each in content.iter(f"{OFFICE}annotation") if each.get(f"{OFFICE}name", "").startswith("said3")]
    assert [words(each[2]) for each in told] == ["Remark 2⟦U+001B⟧", "Reply <b>."]
    assert [each.get(f"{LATER}resolved") for each in told] == ["true", "true"]
    assert [each.get(f"{LATER}parent-name") for each in told] == [None, "said3.0"]


def quote(content: etree._Element, name: str) -> str:
    """The words between the beginning and the end of a comment."""
    is_within, found = False, []
    for event, each in etree.iterwalk(content, events=("start", "end")):
        tag = etree.QName(each).localname
        if event == "start":
            is_within = is_within and not (tag == "annotation-end" and each.get(f"{OFFICE}name") == name)
            is_said = next(each.iterancestors(f"{OFFICE}annotation", f"{TEXT}note"), None) is not None
            if is_within and not is_said and tag not in ("annotation", "note"):
                found.append(each.text or "")
        else:
            is_within = is_within or (tag == "annotation" and each.get(f"{OFFICE}name") == name)
            is_said = next(each.iterancestors(f"{OFFICE}annotation", f"{TEXT}note"), None) is not None
            if is_within and not is_said:
                found.append(each.tail or "")
    return "".join(found)


# --- LibreOffice ----------------------------------------------------------------------------------


def converted(files: Sequence[bytes], folder: Path, form: str) -> list[bytes]:
    """What LibreOffice makes of each file, all in one go."""
    paths = [folder / f"{at}.odt" for at in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    command = [*_office(folder), "--convert-to", form, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, capture_output=True, timeout=180, check=True, env=_environment(folder))
    return [path.with_suffix(f".{form.partition(':')[0]}").read_bytes() for path in paths]


def printed_lines(made: Sheet) -> list[str]:
    """Number and words of each paragraph as a text file has them; a footnote's sign is its count."""
    noted = 0
    found: list[str] = []
    numbers = [each.number for each in paragraphs(clean_odt(made))]
    contents = [
        content
        for block in clean_document(made).blocks
        for content in (
            [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else [_pieces(block)]
        )
    ]
    for known, content in zip(numbers, contents, strict=True):
        text = ""
        for piece in content:
            noted += isinstance(piece, Cited)
            text += str(noted) if isinstance(piece, Cited) else piece.text
        found += " ".join(filter(None, (known, text))).split("\n")
    return [" ".join(line.split()) for line in found if line.strip()]


@pytest.mark.slow
@needs_office
def test_libreoffice_prints_the_same_words_and_numbers(tmp_path: Path) -> None:
    made = [*SHEETS, *(word_pairs.pair(seed).new for seed in range(12))]
    texts = converted([clean_odt(each) for each in made], tmp_path, "txt:Text (encoded):UTF8")
    for each, text in zip(made, texts, strict=True):
        lines = [" ".join(line.split()) for line in text.decode("utf-8-sig").split("\n") if line.strip()]
        assert lines == printed_lines(each)


@pytest.mark.slow
@needs_office
def test_libreoffice_finds_the_comments_on_their_words(tmp_path: Path) -> None:
    ordinal = next(each.ordinal for each in sheet(ODD).draft.paragraphs if each.text.startswith("A gap"))
    (data,) = converted([clean_odt(talk((ordinal, 2, 5), (ordinal, 6, 12)))], tmp_path, "docx:MS Word 2007 XML")
    marked = read_word(data, "own.docx")
    assert [(each.author, each.body.split()[0], each.resolved) for each in marked.remarks] == [
        ("Japan", "Remark", True),
        ("Secretariat", "Reply", True),
        ("Japan", "Remark", False),
        ("Secretariat", "Reply", False),
    ]
    first, _, third, _ = marked.remarks
    assert first.start is not None
    assert third.start is not None
    assert first.end is not None
    assert third.end is not None
    text = marked.blocks[first.start.block].text
    assert (text[first.start.offset : first.end.offset], text[third.start.offset : third.end.offset]) == (
        "gap",
        "before",
    )


@pytest.mark.slow
@needs_office
def test_what_libreoffice_makes_of_it_is_taken_in_as_unchanged(tmp_path: Path) -> None:
    made = [replace(each, provenance=PROVENANCE) for each in (sheet(path.read_text("utf-8")) for path in DECLARATIONS)]
    files = converted([clean_odt(each) for each in made], tmp_path, "docx:MS Word 2007 XML")
    for each, data in zip(made, files, strict=True):
        marked = read_word(data, "own.docx")
        assert read_provenance(marked.properties) == PROVENANCE
        kept = [name for seen in base(marked) for name in seen.bookmarks]
        assert len(kept) == sum(
            paragraph.kind not in (Kind.TABLE, Kind.FOOTNOTE) for paragraph in each.draft.paragraphs
        )
        received = receive(marked, Basis(TEXT_ID, each.draft, each.numbers), {}, "FIN")
        assert (received.proposals, received.comments, received.tray) == ((), (), ())
