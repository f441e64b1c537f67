"""One model of the text serves all formats: words, numbers and notes are the same in each file that leaves."""

import os
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.export.same_words import READ_BACK, apart, own_sheet, written
from tests.export.whose_words import in_file, in_model, is_in_place, signed_redline
from tests.export.word_pairs import Editor, printed
from tests.made_once import demonstration_at, made_once
from tests.rooms import ANA, clock
from tests.samples.test_declarations import DECLARATIONS

from zerodraft.core.text.fingerprint import canonical
from zerodraft.desk.desk import Desk
from zerodraft.store.workspace import Workspace

ON_PAPER = ("pdf",) if find_spec("typst") else ()
CORPUS = os.environ.get("ZERODRAFT_CORPUS", "")
REAL = sorted(Path(CORPUS).glob("*.md")) if CORPUS else []
SAMPLES = sorted(DECLARATIONS.glob("*/text.md"))
NOTES = """# The *Message*[^a]

*Recalling* the seminar,[^late] and the seminar[^a] again,

We agree.[^b] See [the list](https://example.org), H<sub>2</sub>O, [^nowhere] and zero\u200bwidth.

(a) once;[^b]

| Year[^a] | Ports | |
|---|---|---|
| 2021 | **12** |

> *Quoted* [as typed](https://example.org) &amp; H<sub>2</sub>O

[^late]: Nobody cites the next one.

[^b]: Of a *year*.

[^alone]: Alone.

[^a]: Of two years.
"""


def generated(seed: int) -> str:
    chance = Random(seed)
    return printed(Editor(chance).text(), numbered=chance.random() < 0.5)


@pytest.mark.parametrize("to", READ_BACK)
def test_notes_numbers_tables_and_quotations_are_the_same_in_each_format(to: str) -> None:
    assert apart(own_sheet(NOTES), to) == ()


@pytest.mark.parametrize("to", READ_BACK)
def test_a_sample_declaration_is_the_same_in_each_format(to: str) -> None:
    assert apart(own_sheet(SAMPLES[0].read_text(encoding="utf-8")), to) == ()


@settings(max_examples=12)
@given(st.integers(0, 2**32))
def test_a_generated_text_is_the_same_in_each_format(seed: int) -> None:
    page = own_sheet(generated(seed))
    for to in READ_BACK:
        assert apart(page, to) == (), to


def changed(source: str, chance: Random) -> str:
    """A character, a word or a paragraph put in, taken out or exchanged."""
    parting = chance.choice(("", " ", "\n\n"))
    pieces = source.split(parting) if parting else list(source)
    at = chance.randrange(len(pieces))
    new = [chance.choice(("may", "1", "not", ";"))] if chance.random() < 0.7 else []
    pieces[at : at + chance.randint(0, 1)] = new
    return parting.join(pieces)


def assert_noticed(seed: int) -> None:
    source = generated(seed)
    page, other = own_sheet(source), own_sheet(changed(source, Random(seed)))
    pages = [[line.text for line in canonical(each.draft, each.numbers)] for each in (page, other)]
    for to in READ_BACK:
        if to != "txt":  # it has no other sign for a note than for a raised number
            assert (apart(page, to, written(other, to)) == ()) == (pages[0] == pages[1]), to


@settings(max_examples=15)
@given(st.integers(0, 2**32))
def test_a_change_of_words_is_noticed_in_each_format(seed: int) -> None:
    assert_noticed(seed)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32))
def test_every_change_of_words_is_noticed_in_each_format(seed: int) -> None:
    assert_noticed(seed)


@settings(max_examples=15)
@given(st.integers(0, 2**32))
def test_whose_each_word_is_is_the_same_in_each_redline(seed: int) -> None:
    sheet = signed_redline(seed)
    assume(is_in_place(sheet))
    for to in ("docx", "md", "html", "akn"):
        assert in_file(sheet, to) == in_model(sheet), to


@pytest.mark.slow
def test_every_version_of_the_demonstration_is_the_same_in_each_format(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    place = made_once(tmp_path_factory, "demonstration", demonstration_at)
    with Desk(Workspace.find(place), clock(), ANA) as desk:
        texts = [
            (slug, reading.label, reading.draft.source)
            for slug in desk.room.workspace.slugs()
            for dossier in [desk.open(slug)]
            for reading in (*(desk.room.archive.reading(slug, each) for each in dossier.versions), dossier.reading)
        ]
    assert len(texts) > 15
    for slug, label, source in texts:
        page = own_sheet(source)
        for to in READ_BACK:
            assert apart(page, to) == (), (slug, label, to)


@pytest.mark.slow
@pytest.mark.skipif(not REAL, reason="no folder of real texts (set ZERODRAFT_CORPUS)")
@pytest.mark.parametrize("path", REAL, ids=lambda path: str(path.stem))
def test_a_real_text_is_the_same_in_each_format(path: Path) -> None:
    page = own_sheet(path.read_text(encoding="utf-8", errors="replace"))
    for to in (*READ_BACK, *ON_PAPER):
        assert apart(page, to) == (), to


@pytest.mark.slow
@pytest.mark.skipif(not ON_PAPER, reason="typst is not installed: zerodraft[pdf]")
@pytest.mark.parametrize("source", [NOTES, *(path.read_text(encoding="utf-8") for path in SAMPLES)])
def test_a_sample_declaration_is_the_same_on_paper(source: str) -> None:
    assert apart(own_sheet(source), "pdf") == ()


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32))
def test_whose_each_word_of_many_redlines_is_is_the_same(seed: int) -> None:
    sheet = signed_redline(seed)
    assume(is_in_place(sheet))
    for to in ("docx", "md", "html", "akn"):
        assert in_file(sheet, to) == in_model(sheet), to


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_every_generated_text_is_the_same_in_each_format(seed: int) -> None:
    page = own_sheet(generated(seed))
    for to in READ_BACK:
        assert apart(page, to) == (), to
