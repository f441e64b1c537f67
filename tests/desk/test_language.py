"""One text, all forms and formats in Indonesian: whatever stands around the words of people is Indonesian."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.desk.council import saved
from tests.export.test_label_sets import SETS, phrases
from tests.made_once import made_once
from tests.rooms import ANA, clock

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.text.position import Stance
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.outgoing import Order
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.texts import Beginning
from zerodraft.export.compiled import Layout
from zerodraft.export.forms import FORMS
from zerodraft.formats.settings import Settings
from zerodraft.store.workspace import Workspace

# In a language that is neither: what is English in the files is ours.
TEXT = """# Lorem Ipsum

*Dolor* sit amet consectetur,

## Adipiscing elit

Sed eiusmod tempor incididunt ut labore.

Ut enim minim veniam quis nostrud:

(a) exercitation ullamco laboris;

(b) nisi aliquip ex ea commodo.[^1]

Duis aute irure reprehenderit voluptate velit.

## Fugiat nulla

Excepteur sint occaecat cupidatat.

| Sunt | Culpa |
|---|---|
| Qui | Officia |

Deserunt mollit anim.

Est laborum perspiciatis unde omnis iste natus error.

[^1]: Voluptatem accusantium doloremque.
"""
SLUG = "lorem"
NAMES = ("Japan", "China", "Mexico", "New Zealand", "United States", "Finland", "United Kingdom", "Secretariat")
WORDS = (
    "of",
    "by",
    "from",
    "on",
    "with",
    "the",
    "and",
    "after",
    "before",
    "to",
    "page",
    "draft",
    "version",
    "comments",
)
ALIKE = {"fleksibel", "Total"}


def discuss(place: Path) -> None:
    """Proposals of every kind, positions of every kind, comments that stand, changed and are gone, a decision."""
    with Desk(Workspace.create(place), clock(), ANA) as desk:
        desk.new(SLUG, Beginning(Settings(conference="Concilium", place="Ostia"), source=TEXT))
        desk.issue(desk.open(SLUG), Issue("Prima"))
        for code, paragraph, quote in (("JPN", "1", "eiusmod tempor"), ("AUS", "3", ""), ("FJI", "2", "minim veniam")):
            desk.comment(desk.open(SLUG), Remark(code, paragraph, "Quo vadis?", quote=quote))
        for offer in (
            Offer(("AUS", "JPN"), "1", "Sed eiusmod tempora incidunt ut labore.", reason="Clarius."),
            Offer(("CHL",), "2", "Novus paragraphus.", is_insertion=True),
            Offer(("FJI",), "3"),
            Offer(("CHL",), "2", after="4"),
            Offer(("MEX",), "1", "Sed eiusmod saepe incididunt ut labore."),
            Offer(("NZL",), "4", "Excepteur sint.\n\nOccaecat cupidatat."),
            Offer(("NZL",), "5", "Deserunt anim est laborum.", until="6"),
            Offer(("CHN",), "6", "Est labor omnis iste natus error."),
        ):
            desk.propose(desk.open(SLUG), offer)
        for code, stand in zip(("CHN", "USA", "GBR", "FIN"), Stand, strict=False):
            desk.take_position(desk.open(SLUG), Opinion(code, stand, "AUS-1"))
        desk.take_position(desk.open(SLUG), Opinion("FIN", Stand.SUPPORT, "FJI-1"))
        saved(desk, "minim veniam quis", "maxima quis", SLUG)
        saved(desk, "Excepteur sint occaecat cupidatat.", "Excepteur sint.\n\nOccaecat cupidatat.", SLUG)
        saved(desk, "Deserunt mollit anim.\n\n", "", SLUG)
        saved(desk, "Sed eiusmod", "Deserunt mollit anim.\n\nSed eiusmod", SLUG)
        saved(desk, "| Qui | Officia |", "| Qui | Officia |\n| Novi | Ordo |", SLUG)
        desk.decide(desk.open(SLUG), Ruling(Verdict.REJECT, ("CHN-1",), why="Non placet."))
        comment = desk.open(SLUG).threads[0].root.id
        desk.reply(desk.open(SLUG), Reply("SEC", comment, "Omnia.", resolves=True))


@pytest.fixture
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(Workspace.find(made_once(tmp_path_factory, "lorem", discuss)), clock(), ANA) as opened:
        yield opened


def english() -> re.Pattern[str]:
    """All that an English file would have around its text, and an Indonesian one has otherwise."""
    found, others = ({part.strip(" .:,;–()") for part in _parts(which)} for which in (0, 1))
    found |= {*NAMES, *WORDS, *(each.value for each in Stance), "move"}
    kept = sorted(map(re.escape, {each for each in found - others - ALIKE if len(each) > 1}), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(kept)})(?![\w-])")


def _parts(which: int) -> Iterator[str]:
    for pair in SETS.values():
        for words in phrases(pair[which]).values():
            yield from re.split(r"\{[^}]*\}", words)


ENGLISH = english()
SPOKEN = ("title", "aria-label", "alt", "showAs", "author", "descr")
UNSPOKEN = ("style", "script", "meta")


def shown(to: str, data: bytes, folder: Path) -> str:
    """What people may read of a file, or hear."""
    if to in ("docx", "odt", "xlsx"):
        with ZipFile(BytesIO(data)) as package:
            parts = [name for name in package.namelist() if name.endswith(".xml") and "Types" not in name]
            return "\n".join(_of_tree(etree.fromstring(package.read(name))) for name in parts if "theme" not in name)
    if to == "html":
        return _of_tree(etree.HTML(data))
    if to == "akn":
        return _of_tree(etree.fromstring(data))
    if to == "jsonld":
        return "\n".join(_of_annotations(json.loads(data)))
    if to == "pdf":
        file = folder / "shown.pdf"
        file.write_bytes(data)
        return subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
    return data.decode().replace("<!-- not placed -->", "")


def _of_tree(root: etree._Element) -> str:
    read = (each for each in root.iter(etree.Element) if etree.QName(each).localname not in UNSPOKEN)
    found = []
    for each in read:
        found += [each.text or "", each.tail or ""]
        found += [str(value) for name, value in each.attrib.items() if etree.QName(name).localname in SPOKEN]
    return "\n".join(filter(None, found))


def _of_annotations(value: object) -> Iterator[str]:
    """Names and words; what is told in English words of the vocabulary is marked as such."""
    if isinstance(value, list):
        for each in value:
            yield from _of_annotations(each)
    elif isinstance(value, dict) and value.get("language") != "en":
        for name, each in value.items():
            if name in ("name", "label", "value") and isinstance(each, str):
                yield each
            yield from _of_annotations(each)


ORDERS = [(form, to) for form, known in FORMS.items() for to in known]


@pytest.mark.parametrize(("form", "to"), ORDERS, ids=lambda each: str(each))
def test_no_file_in_indonesian_has_an_english_label(room: Desk, form: str, to: str, tmp_path: Path) -> None:
    if to == "pdf" and shutil.which("pdftotext") is None:
        pytest.skip("poppler (pdftotext) is not installed")
    dossier = room.open(SLUG)
    for layout in Layout if form == "compilation" else (Layout.INLINE,):
        order = Order(form, to, language="id", has_comments=True, layout=layout)
        words = shown(to, room.export(dossier, order), tmp_path)
        assert words.strip()
        assert ENGLISH.findall(words) == [], layout


@pytest.mark.parametrize("to", ["txt", "html"])
def test_the_net_is_not_too_wide(room: Desk, to: str, tmp_path: Path) -> None:
    for form in FORMS:
        if to in FORMS[form]:
            words = shown(to, room.export(room.open(SLUG), Order(form, to, language="en", has_comments=True)), tmp_path)
            assert ENGLISH.findall(words), form


def test_delegations_stand_in_the_order_of_the_language(room: Desk) -> None:
    dossier = room.open(SLUG)
    heads = {
        language: room.export(dossier, Order("compilation", "md", language=language, layout=Layout.TABLE)).decode()
        for language in ("en", "id")
    }
    columns = {language: head.partition("\n")[0].strip("| ").split(" | ")[1:] for language, head in heads.items()}
    assert columns["en"].index("Japan") < columns["en"].index("New Zealand")
    assert columns["id"].index("Selandia Baru") < columns["id"].index("Tiongkok")
    assert columns["id"] == sorted(columns["id"])


def test_a_compilation_in_indonesian_says_who_stands_where(room: Desk) -> None:
    told = room.export(room.open(SLUG), Order("compilation", "md", language="id")).decode()
    assert "pindahkan" in told
    assert re.search(r"Tiongkok (?:mendukung|mempertahankan)", told)
