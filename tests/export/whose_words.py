"""Whose each inserted and deleted word is, as each format of a redline tells it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from random import Random

from lxml import etree
from tests.export.sheets import redline_sheet

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.draft import Draft
from zerodraft.export.forms import REDLINE
from zerodraft.export.hands import Hand, Hands, Signed
from zerodraft.export.passages import Departure, laid_out
from zerodraft.export.sheet import RedlineSheet
from zerodraft.intake.critic_markup import read_critic_markup
from zerodraft.intake.marked import Marked
from zerodraft.intake.word import read_word

Told = Counter[tuple[Op, str, str]]
"""How often a letter was inserted or deleted by somebody."""
_TEXT = "we affirm that ports serve all States and welcome their reports on lights pilots charts tides"
_WORDS = _TEXT.split(" ")
_NOON = datetime(2021, 11, 3, 12, tzinfo=UTC)
_AUTHORS = [Hand(name, _NOON) for name in ("Japan", "Fiji", "Côte d’Ivoire", "Viet Nam")]
_OTHER = Hand("Secretariat", _NOON)


def signed_redline(seed: int) -> RedlineSheet:
    """Paragraphs of one text reworded, put in and taken out, each word in a hand by chance. Nothing moves."""
    chance = Random(seed)
    old = [[chance.choice(_WORDS) for _ in range(chance.randint(6, 20))] for _ in range(chance.randint(1, 6))]
    new = [_reworded(words, chance) for words in old]
    sheet = redline_sheet(*(_printed(each) for each in (old, new)))
    put, taken = (_by_word(side.draft, chance) for side in (sheet.new, sheet.old))
    return RedlineSheet(sheet.old, sheet.new, sheet.comparison, hands=Hands(_OTHER, put, taken))


def is_in_place(sheet: RedlineSheet) -> bool:
    """Whether no paragraph moved, was split or joined: each format shows that in its own way."""
    fates = {each.pair.fate for each in sheet.comparison.changes}
    return not fates & {Fate.MOVED, Fate.SPLIT, Fate.JOINED}


def _reworded(words: list[str], chance: Random) -> list[str]:
    found = list(words)
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(found) + 1)
        found[at : at + chance.randint(0, 2)] = [chance.choice(_WORDS).upper() for _ in range(chance.randint(0, 3))]
    return found or ["we"]


def _printed(paragraphs: list[list[str]]) -> str:
    return "\n\n".join(["# T", *(" ".join(["We", *words]) + "." for words in paragraphs)]) + "\n"


def _by_word(draft: Draft, chance: Random) -> dict[int, list[Signed]]:
    return {
        each.ordinal: [
            Signed(word.start(), word.end(), chance.choice(_AUTHORS)) for word in re.finditer(r"\S+\s*", each.text)
        ]
        for each in draft.paragraphs
    }


# --- the model ------------------------------------------------------------------------------------


def in_model(sheet: RedlineSheet) -> Told:
    """Letter by letter, from the comparison and the hands."""
    assert sheet.hands is not None
    told: Told = Counter()
    for place in laid_out(sheet):
        for words in () if isinstance(place, Departure) else (each for one in place for each in one.words):
            if words.op is Op.KEPT:
                continue
            side, hands = (sheet.old, sheet.hands.taken) if words.op is Op.DELETED else (sheet.new, sheet.hands.put)
            text = side.draft.paragraphs[words.ordinal].text
            for signed in hands.get(words.ordinal, ()):
                first, last = max(signed.start, words.start), min(signed.end, words.end)
                told.update(_letters(words.op, signed.hand.author, text[first:last] if first < last else ""))
    return told


def _letters(op: Op, author: str, text: str) -> Iterator[tuple[Op, str, str]]:
    return ((op, author, letter) for letter in text if letter.isalpha())


# --- the formats ----------------------------------------------------------------------------------


def in_file(sheet: RedlineSheet, to: str) -> Told:
    data = REDLINE[to](sheet)
    match to:
        case "docx":
            return _marked(read_word(data, "redline.docx"))
        case "md":
            return _marked(read_critic_markup(data.decode(), lambda name: False))
        case "akn":
            return _modified(etree.fromstring(data))
        case _:
            return _Page(data.decode()).told


def _marked(marked: Marked) -> Told:
    told: Told = Counter()
    for run in (run for block in marked.blocks for run in block.runs):
        for revision in run.revisions:
            told.update(_letters(revision.op, revision.author, run.text))
    return told


def _modified(root: etree._Element) -> Told:
    names = {each.get("eId"): str(each.get("showAs")) for each in root.iter("{*}TLCOrganization")}
    words = {each.get("eId"): "".join(map(str, each.itertext())) for each in root.iter("{*}ins", "{*}del")}
    told: Told = Counter()
    for change in root.iter("{*}textualMod"):
        author = names.get(str(change.get("refersTo"))[1:], "")
        for name, op in (("old", Op.DELETED), ("new", Op.INSERTED)):
            for each in change.iterchildren(f"{{*}}{name}"):
                told.update(_letters(op, author, words.get(str(each.get("href"))[1:], "")))
    return told


class _Page(HTMLParser):
    """The marks of a page; the style tells of each act whose it is."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.told: Told = Counter()
        self._who = {act: _name(rule) for act, rule in re.findall(r'\.act-(\d+)\{.*?--who:"([^"]*)"', source)}
        self._open: list[tuple[Op, str]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ins", "del"):
            act = re.search(r"\bact-(\d+)", dict(attrs).get("class") or "")
            self._open.append((Op.INSERTED if tag == "ins" else Op.DELETED, self._who[act[1]] if act else ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ins", "del"):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1]:  # the legend shows marks that are nobody's
            self.told.update(_letters(*self._open[-1], data))


def _name(rule: str) -> str:
    """The words of a string of CSS up to the date."""
    shown = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), rule)
    return shown.partition(",")[0]
