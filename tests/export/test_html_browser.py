"""Pages in a real browser: nothing fetched, nothing on the console, and a switch that shows either text."""

import html
import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.export.sheets import NEW, OLD, redline_sheet, sheet

from zerodraft.core.text.draft import Kind
from zerodraft.export.html_clean import clean_html
from zerodraft.export.html_redline import redline_html
from zerodraft.export.sheet import Sheet
from zerodraft.export.text_blocks import plain

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]

OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --enable-logging=stderr --virtual-time-budget=4000 --dump-dom"
)

# Opens /page in a frame, turns each switch, and writes down what a reader then sees.
READER = """<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,">
<iframe src="/page" width="1000" height="800"></iframe><pre id="seen"></pre><script>
onload = () => {
  const page = document.querySelector("iframe").contentDocument, seen = {};
  for (const name of ["both", "new", "old"]) {
    const choice = page.getElementById("show-" + name);
    if (choice) choice.click();
    seen[name] = page.querySelector("main").innerText;
  }
  const only = page.getElementById("only");
  if (only) { page.getElementById("show-both").click(); only.click(); }
  seen.only = page.querySelector("main").innerText;
  document.getElementById("seen").textContent = JSON.stringify(seen);
};
</script>"""


@dataclass
class House:
    """A server on this machine: `pages` by path, and every path that was asked for."""

    pages: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""


class Door(BaseHTTPRequestHandler):
    def __init__(self, house: House, *arguments: object) -> None:
        self.house = house
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.house.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.house.pages.get(self.path, b""))

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def house() -> Iterator[House]:
    kept = House({"/": READER.encode()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Door, kept))
    kept.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield kept
    server.shutdown()
    server.server_close()
    thread.join()


def read(house: House, page: bytes, profile: Path) -> tuple[dict[str, str], str]:
    """What each switch shows, and what the browser wrote on its console."""
    house.pages["/page"] = page
    command = [str(CHROMIUM), *OPTIONS.split(), f"--user-data-dir={profile}", f"{house.address}/"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    found = re.search(r'<pre id="seen">(.*?)</pre>', run.stdout, re.DOTALL)
    assert found
    console = "\n".join(line for line in run.stderr.splitlines() if "CONSOLE" in line)
    return json.loads(html.unescape(found[1])), console


def words_of(sheet: Sheet) -> list[str]:
    """The words of a text in order, notes last, without the printed numbers."""
    paragraphs = sheet.draft.paragraphs
    ordered = [*(each for each in paragraphs if each.kind is not Kind.FOOTNOTE)]
    ordered += [each for each in paragraphs if each.kind is Kind.FOOTNOTE]
    return without_numbers(" ".join(plain(each.text) for each in ordered))


def without_numbers(text: str) -> list[str]:
    """Footnote marks, the arrows back, breaks and numbers at the margin left out."""
    text = re.sub(r"(?m)^\s*(?:\d+\.?|\([a-z]\))\s*$", "", text)
    return re.sub(r"[¹↩¶]|(?<=\.)1\b", " ", text).split()


def test_the_switch_shows_either_text_and_nothing_is_fetched(house: House, tmp_path: Path) -> None:
    redline = redline_sheet(OLD, NEW)
    seen, console = read(house, redline_html(redline), tmp_path)
    assert without_numbers(seen["new"]) == words_of(redline.new)
    assert without_numbers(seen["old"]) == words_of(redline.old)
    assert "We pay tribute" in seen["both"]
    assert "We welcome the offer" in seen["both"]
    assert "Recalling" in seen["both"]
    assert "Recalling" not in seen["only"]
    assert console == ""
    assert sorted(house.asked) == ["/", "/page"]


def test_a_text_that_wants_to_load_something_loads_nothing(house: House, tmp_path: Path) -> None:
    wanted = f"{house.address}/wanted"
    hostile = (
        f"# T\n\n![x]({wanted}) <img src={wanted}> <script src={wanted}></script> <link rel=stylesheet href={wanted}>"
        f"\n\n<style>@import '{wanted}'</style>\n\n<iframe src={wanted}></iframe>\n"
    )
    seen, console = read(house, clean_html(sheet(hostile)), tmp_path)
    assert "<script src=" in seen["both"]
    assert console == ""
    assert sorted(house.asked) == ["/", "/page"]
