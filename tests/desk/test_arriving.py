"""A file is read before anything is recorded: who wrote in it, on which version, for which text."""

from pathlib import Path

import pytest
from tests.desk.council import saved
from tests.rooms import NOTE

from zerodraft.desk.arriving import Delivery, declaration_of
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.taking_in import Consent
from zerodraft.desk.texts import Beginning
from zerodraft.errors import MovedOn, NotThere, Refusal, UnreadableInput
from zerodraft.formats.settings import Settings

COPY = NOTE.replace("small ships", "all ships").encode()
TABLE = (
    b'Delegation,Paragraph,Comment,Proposed change\nJapan,1,Why?,\nAtlantis,3,,"replace ""autumn"" with ""spring"""\n'
)
MARKED = NOTE.replace("small ships", "{~~small~>all~~} ships{>>Japan: Why?<<}").encode()
OTHER = "# A Song\n\nWe sing of other things, and of nothing that is said of harbours.\n"


def look(desk: Desk, name: str, content: bytes, sender: str = "FIN", **more: object) -> object:
    return desk.look_into(desk.open("note"), Delivery(name, content, sender, **more))  # type: ignore[arg-type]


def test_an_edited_copy_brings_proposals_and_records_nothing_before_it_is_taken_in(desk: Desk) -> None:
    dossier = desk.open("note")
    preview = desk.look_into(dossier, Delivery("finland.md", COPY, "Finland"))
    assert [(each.delegation, each.paragraph) for each in preview.arrived.received.proposals] == [("FIN", "1")]
    assert (preview.warning, preview.unknown, preview.before) == ("", (), "")
    assert desk.open("note").proposals == ()
    assert desk.take_in(dossier, preview, Consent()).sentence == "Finland: 1 proposal from finland.md."
    tabled = next(iter(desk.open("note").tabled.values()))
    assert tabled.wording == ("We agree to keep ports open to all ships.",)


def test_the_same_file_twice_is_noticed_in_the_preview_and_refused(desk: Desk) -> None:
    dossier = desk.open("note")
    delivery = Delivery("finland.md", COPY, "FIN")
    desk.take_in(dossier, desk.look_into(dossier, delivery), Consent())
    again = desk.look_into(desk.open("note"), Delivery("renamed.md", COPY, "FIN"))
    assert again.before.endswith(": Finland: 1 proposal from finland.md")
    with pytest.raises(MovedOn, match="This file was taken in on"):
        desk.take_in(desk.open("note"), again, Consent())


def test_names_in_a_table_that_nobody_bears_are_asked_for_and_remembered(desk: Desk) -> None:
    dossier = desk.open("note")
    preview = desk.look_into(dossier, Delivery("table.csv", TABLE, "IDN"))
    assert [each.name for each in preview.unknown] == ["Atlantis"]
    with pytest.raises(Refusal, match="It is not known in whose name “Atlantis” writes"):
        desk.take_in(dossier, preview, Consent())
    told = desk.look_into(dossier, Delivery("table.csv", TABLE, "IDN", authors={"Atlantis": "Fiji"}))
    assert desk.take_in(dossier, told, Consent()).name == "FJI-1"
    assert (desk.root / "declarations" / "authors.toml").read_text() == '"Atlantis" = "FJI"\n'
    desk.undo("note")
    with pytest.raises(NotThere, match="delegation called “Nobody”"):
        desk.look_into(dossier, Delivery("table.csv", TABLE, "IDN", authors={"Atlantis": "Nobody"}))


def test_a_remark_in_critic_markup_is_in_the_name_that_it_gives(desk: Desk) -> None:
    dossier = desk.open("note")
    preview = desk.look_into(dossier, Delivery("copy.md", MARKED, "FIN"))
    received = preview.arrived.received
    assert [each.delegation for each in received.comments] == ["JPN"]
    assert [each.delegation for each in received.proposals] == ["FIN"]


def test_a_file_on_another_version_is_noticed_by_its_words_and_the_right_one_named(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    saved(desk, "We decide to meet again in the autumn.", "We meet once more when the leaves fall, in Port Louis.")
    saved(desk, "We support the exchange of charts and tables.", "We exchange tables, charts and pilots every year.")
    desk.issue(desk.open("note"), Issue("Rev.1"))
    dossier = desk.open("note")
    preview = desk.look_into(dossier, Delivery("finland.md", COPY, "FIN"))
    assert preview.warning == "By its words the file was made on Zero Draft, not on Rev.1."
    with pytest.raises(MovedOn, match="made on Zero Draft"):
        desk.take_in(dossier, preview, Consent())
    right = desk.look_into(dossier, Delivery("finland.md", COPY, "FIN", on="zero-draft"))
    assert right.warning == ""
    desk.take_in(dossier, right, Consent())
    assert [each.on for each in desk.open("note").proposals] == ["zero-draft"]


def test_a_file_for_another_text_is_noticed(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.new("song", Beginning(Settings(), source=OTHER))
    desk.issue(desk.open("song"), Issue("Zero Draft"))
    song = desk.look_into(desk.open("note"), Delivery("song.md", OTHER.encode(), "FIN"))
    assert song.warning == "By its words the file was made for song, not for note."
    strange = desk.look_into(desk.open("note"), Delivery("x.md", b"# X\n\nNothing of all that was ever said.\n", "FIN"))
    assert strange.warning == "Hardly a paragraph of note stands in the file as it was sent out."
    assert declaration_of(desk.room, "song.md", OTHER.encode()) == "song"
    with pytest.raises(Refusal, match=r"It is not said for which declaration x\.csv is"):
        declaration_of(desk.room, "x.csv", TABLE)


def test_the_only_declaration_is_meant(desk: Desk) -> None:
    assert declaration_of(desk.room, "x.csv", TABLE) == "note"


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.docx", b"PK\x03\x04 nonsense"), ("x.rtf", b"{\\rtf1 words}"), ("x.pdf", b"%PDF-1.7"), ("x.bin", bytes(200))],
)
def test_what_is_no_input_is_refused_with_its_name(desk: Desk, name: str, content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=name.replace(".", r"\.")):
        look(desk, name, content)


def test_a_message_brings_what_hangs_on_it_and_tells_what_cannot_be_read(desk: Desk, tmp_path: Path) -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"], message["From"] = "Our input", "someone@example.org"
    message.set_content("Please find it attached.")
    message.add_attachment(COPY, maintype="text", subtype="markdown", filename="finland.md")
    message.add_attachment(b"{\\rtf1 words}", maintype="application", subtype="rtf", filename="more.rtf")
    dossier = desk.open("note")
    preview = desk.look_into(dossier, Delivery("letter.eml", message.as_bytes(), "FIN"))
    received = preview.arrived.received
    assert [each.paragraph for each in received.proposals] == ["1"]
    assert [each.name for each in preview.unread] == ["more.rtf"]
    assert any("Please find it attached." in each.text for each in received.tray)
    assert desk.take_in(dossier, preview, Consent()).sentence == "Finland: 1 proposal and 1 not placed from letter.eml."
