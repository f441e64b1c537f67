"""Passages: the version beneath, the file above, nothing lost between them."""

from random import Random

from hypothesis import example, given
from hypothesis import strategies as st
from tests.intake.returning import AUTOMATIC, NONE, TYPED, Editor, Numbers, Unit, printed, returned, with_sources

from zerodraft.core.text.draft import Kind
from zerodraft.core.text.parse import read_draft
from zerodraft.intake.letters import written
from zerodraft.intake.markdown_input import read_markdown
from zerodraft.intake.marked import Marked
from zerodraft.intake.matching import match
from zerodraft.intake.roster import Roster
from zerodraft.intake.signs import NOBODY, UNMARKED, Sign, lines
from zerodraft.intake.slots import File, rows_of
from zerodraft.intake.views import base
from zerodraft.intake.weaving import weaver

TEXT_ID = "5a" * 20
SENTENCES = (
    "*Recalling* the **Charter**[^1] and the [Message](http://e.org/1),",
    "We shall [consider/examine] the use of data, the States' own.",
    "Ports are open to every ship in need; so are *harbours*.",
    "We thank the pilots of all harbours for their work & care.",
)


def passages(marked: Marked, version: str) -> list[tuple[Sign, ...]]:
    draft, view = read_draft(version), base(marked)
    found = match(view, draft, TEXT_ID, is_markdown=marked.is_markdown)
    file = File(marked.blocks, view, found, any(each.kind is Kind.TABLE for each in draft.paragraphs))
    weaving = weaver(file, draft, Roster(marked, {}, "SEC"), is_markdown=marked.is_markdown)
    return [weaving.woven(row) for row in rows_of(file)]


def texts_of_version(woven: list[tuple[Sign, ...]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for signs in woven:
        for line in lines(signs, NOBODY):
            ordinals = {signs[place].ordinal for place in line.places if signs[place].ordinal >= 0}
            if ordinals:
                (ordinal,) = ordinals
                found[ordinal] = written([signs[place].letter for place in line.places])
    return found


def raw_of_file(woven: list[tuple[Sign, ...]]) -> list[str]:
    readings = [(signs, line) for signs in woven for line in lines(signs, frozenset({UNMARKED}))]
    return ["".join(signs[place].raw for place in line.places if signs[place].at) for signs, line in readings]


def check(marked: Marked, version: str) -> None:
    woven = passages(marked, version)
    draft = read_draft(version)
    assert texts_of_version(woven) == {each.ordinal: each.text for each in draft.paragraphs if each.text}
    assert sorted(filter(None, raw_of_file(woven))) == sorted(each.text for each in base(marked) if each.text)


@given(st.integers(0, 100_000), st.sampled_from([AUTOMATIC, TYPED, NONE]))
@example(3, TYPED)
def test_beneath_is_the_version_byte_for_byte_and_above_it_the_file(seed: int, numbers: Numbers) -> None:
    chance = Random(seed)

    def write(count: int) -> tuple[str, ...]:
        words = "ports and harbours, *all* [of/for] them - every “ship” 2030; States'"
        return tuple(chance.choices(words.split(), k=count))

    units = [Unit("#", ("On", "Harbours"))]
    units += [Unit(chance.choice("11a"), tuple(chance.choice(SENTENCES).split())) for _ in range(chance.randint(1, 6))]
    version = with_sources([*units, Unit("^", ("A", "note", "on", "*this*."))])
    file = Editor(chance, write).edited(version, chance.randint(0, 8))
    check(returned(file, chance, numbers), printed(version))


def test_a_copy_in_markdown_is_laid_letter_by_letter() -> None:
    version = "# A\n\n1. We *shall* act[^1] now, at last.\n\n2. And go.\n\n[^1]: A note.\n"
    check(read_markdown(version.replace("now, at last.", "**now**.\n\n3. At last.")), version)
