"""Whether a file holds exactly the adopted words: told by comparing, never by what the file says."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.desk.council import saved
from tests.intake.office import needs_office
from tests.intake.office import saved as saved_by_office
from tests.rooms import NOTE

from zerodraft.core.comparison.changes import Op
from zerodraft.core.negotiation.adoption import Manner, Saying
from zerodraft.desk.adopting import Adoption, Said
from zerodraft.desk.desk import Desk
from zerodraft.desk.outgoing import Order
from zerodraft.desk.texts import Beginning
from zerodraft.errors import NotThere, Refusal
from zerodraft.formats.settings import Settings


@pytest.fixture
def adopted(desk: Desk) -> Desk:
    """A desk on which `note` is adopted, with a reservation and a statement."""
    said = (Said(Saying.RESERVATION, "SGP", "Not for *all* ships.", "1"), Said(Saying.STATEMENT, "JPN", "Thanks."))
    desk.adopt(desk.open("note"), Adoption(Manner.CONSENSUS, "Bali", said=said))
    return desk


@pytest.mark.parametrize(
    ("to", "language"), [("md", ""), ("docx", "id"), ("html", "id"), ("pdf", "id"), ("akn", "id"), ("akn", "en")]
)
def test_what_leaves_holds_exactly_the_adopted_words(adopted: Desk, to: str, language: str) -> None:
    data = adopted.export(adopted.open("note"), Order("clean", to, language=language))
    verdict = adopted.verify(data, f"note.{to}")
    assert (verdict.holds, verdict.slug, verdict.divergences, verdict.notices) == (True, "note", (), ())
    dossier = adopted.open("note")
    assert dossier.adopted is not None
    assert verdict.fingerprint == dossier.adopted.fingerprint


def test_one_changed_letter_is_shown_in_its_paragraph(adopted: Desk) -> None:
    data = adopted.export(adopted.open("note"), Order("clean", "md"))
    verdict = adopted.verify(data.replace(b"small ships", b"all ships"), "note.md")
    assert not verdict.holds
    assert [each.cite for each in verdict.divergences] == ["1"]
    changed = [run for run in verdict.divergences[0].difference.runs if run.op is not Op.KEPT]
    assert [(run.op, run.text.strip()) for run in changed] == [(Op.DELETED, "small"), (Op.INSERTED, "all")]


def test_a_paragraph_more_and_a_paragraph_less_are_told(adopted: Desk) -> None:
    source = adopted.open("note").draft.source
    more = source.replace("## Focus area 2", "We add a paragraph of our own.\n\n## Focus area 2")
    assert "" in [each.cite for each in adopted.verify(more.encode(), "note.md").divergences]
    less = source.replace("(b) in one language.\n\n", "")
    assert [each.cite for each in adopted.verify(less.encode(), "note.md").divergences] == ["2(b)"]


def test_a_line_of_the_cover_is_no_word_above_the_text_and_one_inside_of_it(adopted: Desk) -> None:
    source = adopted.open("note").draft.source
    assert adopted.verify(f"Conference of Small Harbours\n\n{source}".encode(), "note.md").holds
    inside = source.replace("## Focus area 2", "Conference of Small Harbours\n\n## Focus area 2")
    assert not adopted.verify(inside.encode(), "note.md").holds


def test_quotation_marks_are_words_and_emphasis_is_none(adopted: Desk) -> None:
    source = adopted.open("note").draft.source
    assert adopted.verify(source.replace("*Recalling*", "**Recalling**").encode(), "n.md").holds
    assert not adopted.verify(source.replace("the seminar", "the “seminar”").encode(), "n.md").holds


def test_before_an_adoption_there_is_nothing_to_compare_with(desk: Desk) -> None:
    with pytest.raises(NotThere, match="adopted text whose words stand in “note"):
        desk.verify(NOTE.encode(), "note.md")
    with pytest.raises(Refusal, match="note is not adopted"):
        desk.verify(NOTE.encode(), "note.md", "note")


def test_a_file_of_ours_on_a_text_that_is_not_adopted_is_told_so_and_compared_with_no_other(adopted: Desk) -> None:
    adopted.new("other", Beginning(Settings(title="Other"), source=NOTE.replace("Harbour Note", "Other Note")))
    data = adopted.export(adopted.open("other"), Order("clean", "docx"))
    with pytest.raises(Refusal, match="other is not adopted"):
        adopted.verify(data, "other.docx")


def test_a_file_on_nothing_here_is_compared_with_the_one_that_is_named(adopted: Desk) -> None:
    with pytest.raises(NotThere):
        adopted.verify(b"# Other\n\nWords.\n", "other.md")
    assert not adopted.verify(b"# Other\n\nWords.\n", "other.md", "note").holds


def test_a_draft_that_was_sent_out_before_is_not_the_adopted_text(desk: Desk) -> None:
    draft = desk.export(desk.open("note"), Order("clean", "docx"))
    saved(desk, "autumn", "spring")
    desk.adopt(desk.open("note"), Adoption(Manner.VOTE, "Bali"))
    verdict = desk.verify(draft, "note.docx")
    assert not verdict.holds
    assert [each.cite for each in verdict.divergences] == ["3"]


# --- files that somebody changed --------------------------------------------------------------------


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A Word file in which one part was changed."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(written, "w") as new:
        for each in old.namelist():
            content = old.read(each).decode()
            changed = change(content) if each == name else content
            assert each != name or changed != content
            new.writestr(each, changed)
    return written.getvalue()


def word_with(desk: Desk, old: str, new: str, part: str = "word/document.xml") -> bytes:
    data = desk.export(desk.open("note"), Order("clean", "docx"))
    return with_part(data, part, lambda content: content.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "part", "cite"),
    [
        ("small ships", "all ships", "word/document.xml", "1"),
        ("Not for", "Now for", "word/footnotes.xml", "N1"),
        ("<w:footnoteReference", "<w:x", "word/document.xml", "1"),
    ],
)
def test_a_changed_word_file_is_found_out_although_it_bears_the_fingerprint(
    adopted: Desk, old: str, new: str, part: str, cite: str
) -> None:
    verdict = adopted.verify(word_with(adopted, old, new, part), "note.docx")
    assert not verdict.holds
    assert cite in [each.cite for each in verdict.divergences]


def test_hidden_words_and_tracked_changes_are_told_and_never_hold(adopted: Desk) -> None:
    hidden = word_with(adopted, "</w:rPr>", "<w:vanish/></w:rPr>")
    verdict = adopted.verify(hidden, "note.docx")
    assert (verdict.holds, verdict.divergences) == (False, ())
    assert verdict.notices == ("1 stretch of words is hidden in Word.",)
    run = '<w:r><w:t xml:space="preserve">We decide'
    tracked = '<w:ins w:id="900" w:author="X"><w:r><w:t>and </w:t></w:r></w:ins>' + run
    verdict = adopted.verify(word_with(adopted, run, tracked), "note.docx")
    assert not verdict.holds
    assert verdict.notices == ("It holds tracked changes; they are read as accepted.",)
    assert [each.cite for each in verdict.divergences] == ["3"]


def test_words_that_word_computes_itself_never_hold(adopted: Desk) -> None:
    run = '<w:r><w:t xml:space="preserve">We decide'
    field = word_with(adopted, run, '<w:fldSimple w:instr=" DATE "/>' + run)
    verdict = adopted.verify(field, "note.docx")
    assert (verdict.holds, verdict.divergences) == (False, ())
    assert verdict.notices[0].startswith("1 field is computed by Word;")


def test_a_changed_page_or_akoma_ntoso_file_is_found_out(adopted: Desk) -> None:
    for to in ("html", "akn"):
        data = adopted.export(adopted.open("note"), Order("clean", to))
        assert data.count(b"small ships") == 1
        verdict = adopted.verify(data.replace(b"small ships", b"all ships"), f"note.{to}")
        assert (verdict.holds, [each.cite for each in verdict.divergences]) == (False, ["1"])


# --- files that another program saved ---------------------------------------------------------------


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_file_that_a_word_processor_saved_again_still_holds_the_adopted_words(
    adopted: Desk, tmp_path: Path, form: str
) -> None:
    data = adopted.export(adopted.open("note"), Order("clean", "docx"))
    assert adopted.verify(saved_by_office(data, tmp_path, form), f"note.{form}").holds


@pytest.mark.slow
@needs_office
def test_our_own_open_document_holds_the_adopted_words(adopted: Desk) -> None:
    data = adopted.export(adopted.open("note"), Order("clean", "odt"))
    verdict = adopted.verify(data, "note.odt")
    assert (verdict.holds, verdict.kind) == (True, "an OpenDocument text (.odt)")


@pytest.mark.parametrize("oddly", ["<!-- Not adopted. -->", "<!--> Not adopted. <!-- -->", "<!-- a --!> Not. -->"])
def test_a_comment_that_some_programs_show_is_told_and_the_file_not_said_to_hold(adopted: Desk, oddly: str) -> None:
    source = adopted.open("note").draft.source.replace("## Focus area 2", f"{oddly}\n\n## Focus area 2")
    verdict = adopted.verify(source.encode(), "note.md")
    assert (verdict.holds, verdict.divergences) == (False, ())
    assert verdict.notices == ("1 comment in its source has words.",)


def test_what_a_file_says_of_itself_above_its_words_is_a_difference_unless_it_was_adopted_so(desk: Desk) -> None:
    desk.new("more", Beginning(Settings(title="Other"), source=f"---\ntitle: Harbours\n---\n\n{NOTE}"))
    desk.adopt(desk.open("more"), Adoption(Manner.CONSENSUS, "Bali"))
    data = desk.export(desk.open("more"), Order("clean", "md"))
    assert desk.verify(data, "more.md", "more").holds
    assert not desk.verify(f"---\ntitle: Never adopted\n---\n\n{NOTE}".encode(), "more.md", "more").holds
