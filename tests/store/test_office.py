"""OpenDocument texts and old Word files by LibreOffice: what it makes of them, and that it reaches for nothing."""

import os
import select
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.store.opened_documents import MANIFEST, inserted, open_text, tracked

from zerodraft.errors import MachineLacks, UnreadableInput
from zerodraft.intake.marked import Marked
from zerodraft.intake.reading import Means, read
from zerodraft.intake.recognition import InputKind
from zerodraft.store import office

needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
BODY = f"<text:p>We {inserted(1, 'all ')}agree{inserted(2, ', and sign')}.</text:p>"


def marked_of(data: bytes, name: str) -> Marked:
    (content,) = read(data, name, Means(office.converted)).contents
    assert isinstance(content, Marked)
    return content


def words_and_authors(marked: Marked) -> list[tuple[str, str]]:
    runs = (run for block in marked.blocks for run in block.runs)
    return [(run.text, "".join(revision.author for revision in run.revisions)) for run in runs]


class Asked(ThreadingHTTPServer):
    """A server on this machine that remembers what it was asked for."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Asked)
        self.server.paths.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def asked() -> Iterator[Asked]:
    with Asked() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def linked(address: str, file: Path) -> bytes:
    """A text with a picture and a section on a server, and a section in a file of this machine."""
    how = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    picture = f'<draw:image xlink:href="{address}/picture.png" {how}/>'
    return open_text(
        f'<text:p>We <draw:frame svg:width="2cm" svg:height="2cm">{picture}</draw:frame>agree.</text:p>'
        f'<text:section text:name="A"><text:section-source xlink:href="{address}/section.odt"/><text:p>A</text:p>'
        f'</text:section><text:section text:name="B"><text:section-source xlink:href="{file.as_uri()}" '
        'text:filter-name="Text (encoded)"/><text:p>B</text:p></text:section>'
    )


@needs_office
def test_an_open_document_keeps_its_words_and_who_wrote_them() -> None:
    assert words_and_authors(marked_of(open_text(BODY, tracked("Chile", "Japan")), "chl.odt")) == [
        ("We ", ""),
        ("all ", "Chile"),
        ("agree", ""),
        (", and sign", "Japan"),
        (".", ""),
    ]


@needs_office
def test_linked_pictures_and_sections_are_not_fetched_even_where_there_is_a_network(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_apart", lambda: ())
    secret = tmp_path / "secret.txt"
    secret.write_text("Our red line.")
    marked = marked_of(linked(asked.address, secret), "chl.odt")
    assert asked.paths == []
    words = " ".join(text for text, _ in words_and_authors(marked))
    assert "agree" in words
    assert "red line" not in words


@pytest.mark.slow
@needs_office
def test_without_our_settings_it_would_have_been_fetched(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "x.odt").write_bytes(linked(asked.address, tmp_path / "secret.txt"))
    soffice = office.program()
    assert soffice is not None
    settings = (f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "docx")
    subprocess.run([soffice, *settings, "--outdir", tmp_path, tmp_path / "x.odt"], capture_output=True, check=True)
    assert "/picture.png" in asked.paths


@pytest.mark.slow
@needs_office
def test_an_old_word_file_keeps_its_words_and_who_wrote_them(tmp_path: Path) -> None:
    (tmp_path / "x.odt").write_bytes(open_text(BODY, tracked("Chile", "Japan")))
    soffice = office.program()
    assert soffice is not None
    settings = (f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless")
    subprocess.run(
        [soffice, *settings, "--convert-to", "doc:MS Word 97", "--outdir", tmp_path, tmp_path / "x.odt"],
        capture_output=True,
        check=True,
    )
    found = words_and_authors(marked_of((tmp_path / "x.doc").read_bytes(), "chl.doc"))
    assert [each for each in found if each[1]] == [("all ", "Chile"), (", and sign", "Japan")]
    assert "".join(text for text, _ in found) == "We all agree, and sign."


@needs_office
def test_what_is_no_such_file_is_refused() -> None:
    with pytest.raises(UnreadableInput) as refused:
        office.converted(b"\xd0\xcf\x11\xe0 no more of it", InputKind.OLD_WORD, "chl.doc")
    assert refused.value.message == "LibreOffice can’t open chl.doc."


def test_where_it_is_not_installed_the_hint_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(MachineLacks) as refused:
        office.converted(open_text(BODY), InputKind.OPEN_TEXT, "chl.odt")
    assert refused.value.message == (
        "chl.odt is an OpenDocument text (.odt), and LibreOffice, which reads those, is not installed."
    )
    assert "apt install" in refused.value.hint


def wait_for_the_end_of(process: int) -> None:
    try:
        known = os.pidfd_open(process)
    except ProcessLookupError:
        return
    ended, _, _ = select.select([known], [], [], 60)
    os.close(known)
    assert ended


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="this system tells nobody of the end of another's process")
def test_a_program_that_takes_too_long_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "started"
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\nsleep 1000 &\necho $$ $! > {started}.new\nmv {started}.new {started}\nwait\n")
    script.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(script))
    monkeypatch.setattr(office, "TIME_LIMIT", 5.0)
    with pytest.raises(UnreadableInput) as refused:
        office.converted(open_text(BODY), InputKind.OPEN_TEXT, "chl.odt")
    assert refused.value.message == "LibreOffice took more than 5 s for chl.odt."
    for process in started.read_text().split():
        wait_for_the_end_of(int(process))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            open_text("", manifest=MANIFEST.replace("</manifest:m", "<manifest:encryption-data/></manifest:m")),
            "chl.odt is protected by a password.",
        ),
        (
            open_text("<text:p>" * 300 + "</text:p>" * 300),
            "content.xml in chl.odt has more than 200 elements inside each other.",
        ),
        (open_text("x" * 70_000_000), "content.xml in chl.odt is larger than 64 MB when unpacked."),
        (b"PK\x03\x04", "chl.odt is a damaged package."),
    ],
)  # fmt: skip
def test_a_hostile_package_never_reaches_the_program(
    data: bytes, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: "/nowhere/soffice")
    with pytest.raises(UnreadableInput) as refused:
        office.converted(data, InputKind.OPEN_TEXT, "chl.odt")
    assert refused.value.message == sentence
