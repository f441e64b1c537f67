"""Real outcome documents as Word files, if a folder of them is there (`ZERODRAFT_CORPUS`): each as a clean text, and in
redlines with what became of it and with another one."""

import os
import re
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from tests.export.office_views import views
from tests.export.sheets import redline_sheet, sheet
from tests.export.test_word_redline import assert_both_sides, words_of
from tests.export.word_documents import expected, plain, read, seen
from tests.export.word_schema import faults, needs_schema
from tests.intake.office import needs_office

from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.redline import redline_document
from zerodraft.export.word.writing import write_word
from zerodraft.intake.views import base

CORPUS = os.environ.get("ZERODRAFT_CORPUS", "")
TEXTS = sorted(Path(CORPUS).glob("*.md")) if CORPUS else []
needs_corpus = pytest.mark.skipif(not CORPUS, reason="no folder of real texts (set ZERODRAFT_CORPUS)")


def source(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def edited(text: str, seed: int) -> str:
    """Some paragraphs reworded, parted, joined, moved, taken out and put in."""
    chance = Random(seed)
    parts = re.split(r"\n{2,}", text.strip())
    for _ in range(max(3, len(parts) // 8)):
        at = chance.randrange(len(parts))
        match chance.choice("rrrsjmdi"):
            case "r":
                words = parts[at].split(" ")
                place = chance.randrange(len(words))
                parts[at] = " ".join((*words[:place], "in good time", *words[place + chance.randrange(3) :]))
            case "s":
                parts[at] = parts[at].replace(", ", ".\n\n", 1)
            case "j" if at + 1 < len(parts):
                parts[at : at + 2] = [f"{parts[at]} {parts[at + 1]}"]
            case "m":
                parts.insert(chance.randrange(len(parts)), parts.pop(at))
            case "d" if len(parts) > 1:
                del parts[at]
            case _:
                parts.insert(at, "We thank the host for its hospitality.")
    return "\n\n".join(parts) + "\n"


def redlines() -> list[RedlineSheet]:
    texts = list(map(source, TEXTS))
    pairs = [(text, edited(text, seed)) for seed, text in enumerate(texts)]
    return [redline_sheet(*pair) for pair in (*pairs, *pairwise(texts))]


@needs_corpus
def test_a_real_text_reads_as_it_is() -> None:
    for path in TEXTS:
        text = sheet(source(path))
        found = seen(base(read(clean_document(text))))
        assert found == expected(text.draft, [each.printed for each in text.numbers]), path.name


@needs_corpus
def test_a_redline_of_real_texts_is_both_of_them() -> None:
    for redline in redlines():
        assert_both_sides(redline)


@needs_corpus
@needs_schema
def test_every_part_of_a_redline_of_real_texts_keeps_the_schema() -> None:
    for redline in redlines():
        assert faults(write_word(redline_document(redline))) == []


@needs_corpus
@needs_office
@pytest.mark.slow
def test_libreoffice_rejects_and_accepts_redlines_of_real_texts(tmp_path: Path) -> None:
    every = redlines()
    found = views([write_word(redline_document(each)) for each in every], tmp_path)
    for redline, view in zip(every, found, strict=True):
        assert plain(view.rejected) == words_of(redline.old)
        assert plain(view.accepted) == words_of(redline.new)
