"""What leaves the house: the text byte for byte, the redline against the version before, files written whole."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.desk.council import saved

from zerodraft.core.negotiation.adoption import Manner
from zerodraft.desk import remarks
from zerodraft.desk.adopting import Adoption
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.laying_out import sheet_of
from zerodraft.desk.outgoing import Order
from zerodraft.desk.texts import Beginning
from zerodraft.errors import MachineLacks, MovedOn, NotThere, Refusal
from zerodraft.formats.settings import Settings
from zerodraft.store.outside import hand_out


@pytest.mark.parametrize("source", ["# T\r\n\r\nCRLF.\r\n", "\ufeffBOM", "no end", "NUL \0\n", "---\na: b\n---\n# T\n"])
def test_a_clean_markdown_export_is_the_text_byte_for_byte(desk: Desk, source: str) -> None:
    desk.new("other", Beginning(Settings(), source=source))
    assert desk.export(desk.open("other"), Order("clean", "md")) == source.encode()


def issue_two(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    saved(desk, "small ships", "all ships")
    desk.issue(desk.open("note"), Issue("Rev.1", "SOM", date(2021, 11, 3)))
    saved(desk, "all ships", "many ships")


def test_a_redline_is_against_the_version_before_unless_it_says_otherwise(desk: Desk) -> None:
    issue_two(desk)
    dossier = desk.open("note")
    assert b"{--all--}{++many++}" in desk.export(dossier, Order("redline", "md"))
    assert b"{--small--}{++all++}" in desk.export(dossier, Order("redline", "md", "rev-1"))
    assert b"{--small--}{++many++}" in desk.export(dossier, Order("redline", "md", against="zero-draft"))


def test_a_version_is_found_however_its_signs_are_typed(desk: Desk) -> None:
    issue_two(desk)
    desk.issue(desk.open("note"), Issue("Rev.11"))
    dossier = desk.open("note")
    for typed in ("rev1", "REV 1", "Rev.1", "rev_1", "rev.1"):
        assert desk.reading(dossier, typed).label == "Rev.1"
        assert remarks.read_on(desk.room, dossier, typed).label == "Rev.1"
    assert desk.reading(dossier, "zerodraft").label == "Zero Draft"
    with pytest.raises(NotThere):
        desk.reading(dossier, "rev-1-1")
    desk.issue(dossier, Issue("Rev 1-1"))
    desk.issue(desk.open("note"), Issue("Rev1-1"))
    with pytest.raises(NotThere):
        desk.reading(desk.open("note"), "re v1-1")


def test_what_was_just_issued_leaves_under_its_designation(desk: Desk) -> None:
    issue_two(desk)
    desk.issue(desk.open("note"), Issue("Rev.2"))
    dossier = desk.open("note")
    assert b"{--all--}{++many++}" in desk.export(dossier, Order("redline", "md"))
    page = desk.export(dossier, Order("clean", "txt")).decode()
    assert "Rev.2\n" in page
    assert "working text" not in page.casefold()
    assert "Working text\n" in desk.export(dossier, Order("clean", "txt", "working")).decode()


def test_the_first_version_has_none_before_it(desk: Desk) -> None:
    with pytest.raises(NotThere, match="before “working text”"):
        desk.export(desk.open("note"), Order("redline", "md"))
    issue_two(desk)
    with pytest.raises(NotThere, match="before “Zero Draft”"):
        desk.export(desk.open("note"), Order("redline", "txt", "zero-draft"))


def test_a_page_bears_its_title_block_in_the_language_of_the_text(desk: Desk) -> None:
    beginning = Settings(title="Pesan", place="Bali", dates=(date(2021, 11, 16),), language="id")
    desk.new("pesan", Beginning(beginning, ("Pelabuhan",)))
    desk.issue(desk.open("pesan"), Issue("Rev.1", "SOM", date(2021, 8, 3)))
    dossier = desk.open("pesan")
    sheet = sheet_of(desk.room, dossier, desk.reading(dossier, "rev-1"))
    assert (sheet.version, sheet.stage, sheet.date_line) == ("Rev.1", "SOM", "3 Agustus 2021")
    assert sheet.place_and_dates == "Bali, 16 November 2021"
    assert b'lang="id"' in desk.export(dossier, Order("clean", "html"))


def test_a_form_that_nobody_knows_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="can't leave as redline odt"):
        desk.export(desk.open("note"), Order("redline", "odt"))
    with pytest.raises(Refusal, match="can't leave as woven md"):
        desk.export(desk.open("note"), Order("woven", "md"))


def test_a_file_that_exists_is_replaced_only_when_that_is_wanted(tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    hand_out(target, b"one", replace=False)
    with pytest.raises(MovedOn, match="exists already"):
        hand_out(target, b"two", replace=False)
    assert target.read_bytes() == b"one"
    hand_out(target, b"two", replace=True)
    assert target.read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.md"]


def test_a_file_of_the_same_name_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.md"
    real = os.link

    def link(source: Path, there: Path) -> None:
        target.write_bytes(b"theirs")
        real(source, there)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(MovedOn):
        hand_out(target, b"ours", replace=False)
    assert target.read_bytes() == b"theirs"


def test_a_disk_without_links_gets_the_file_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(_source: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", link)
    hand_out(tmp_path / "out.md", b"one", replace=False)
    assert (tmp_path / "out.md").read_bytes() == b"one"


def test_what_is_no_file_is_never_written_over(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is a folder"):
        hand_out(tmp_path, b"", replace=True)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refusal, match="not an ordinary file"):
        hand_out(tmp_path / "pipe", b"", replace=True)
    with pytest.raises(NotThere, match="folder"):
        hand_out(tmp_path / "missing" / "out.md", b"", replace=False)


def test_a_disk_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_file: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "out.md").write_bytes(b"one")
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(MachineLacks, match="the disk is full"):
        hand_out(tmp_path / "out.md", b"two", replace=True)
    assert (tmp_path / "out.md").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.md"]


# --- drafts, finals, adopted texts ------------------------------------------------------------------


def page(desk: Desk, version: str = "", *, final: bool = False, draft: bool = False) -> str:
    return desk.export(desk.open("note"), Order("clean", "txt", version, is_final=final, is_draft=draft)).decode()


def test_a_text_bears_the_mark_of_a_draft_until_it_is_adopted(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Rev.1", day=date(2021, 11, 3)))
    assert "Draft of 3 November 2021 – not for circulation" in page(desk)
    desk.adopt(desk.open("note"), Adoption(Manner.CONSENSUS, "Bali"))
    assert "not for circulation" not in page(desk)
    assert "adopted by consensus" in page(desk)
    assert "not for circulation" in page(desk, "rev-1")
    assert "not for circulation" in page(desk, draft=True)


def test_a_final_leaves_without_a_mark_and_only_through_the_gate(desk: Desk) -> None:
    saved(desk, "in the autumn", "in the [autumn]")
    desk.issue(desk.open("note"), Issue("Rev.1"))
    with pytest.raises(Refusal, match=r"The gate holds Rev\.1 of note: Paragraph 3, line 15") as refused:
        page(desk, final=True)
    assert "--draft writes it all the same, and the paper says so." in refused.value.hint
    assert "not for circulation" in page(desk, final=True, draft=True)
    saved(desk, "in the [autumn]", "in the autumn")
    with pytest.raises(Refusal, match="A final text leaves under its designation"):
        page(desk, final=True)
    desk.issue(desk.open("note"), Issue("Final draft"))
    assert "not for circulation" not in page(desk, final=True)


def test_only_a_clean_text_is_final(desk: Desk) -> None:
    issue_two(desk)
    with pytest.raises(Refusal, match="A redline is no final text"):
        desk.export(desk.open("note"), Order("redline", "txt", is_final=True))


def test_adopted_words_that_were_tampered_with_do_not_leave_as_adopted(desk: Desk) -> None:
    desk.adopt(desk.open("note"), Adoption(Manner.CONSENSUS, "Bali"))
    dossier = desk.open("note")
    assert dossier.adopted is not None
    other = replace(dossier, adopted=replace(dossier.adopted, fingerprint="0" * 64))
    with pytest.raises(Refusal, match="are not those that were adopted"):
        desk.export(other, Order("clean", "txt"))
    assert b"not for circulation" in desk.export(other, Order("clean", "txt", is_draft=True))


def test_two_texts_without_a_common_paragraph_have_no_redline(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    other = "# Bread\n\n1. Flour is milled at dawn.\n\n2. Salt follows.\n\n3. Water comes last.\n\n4. Then it rests.\n"
    desk.save(desk.open("note"), other)
    dossier = desk.open("note")
    with pytest.raises(Refusal, match="has no paragraph of Zero Draft"):
        desk.export(dossier, Order("redline", "md"))
    assert desk.export(dossier, Order("clean", "md")) == other.encode()
