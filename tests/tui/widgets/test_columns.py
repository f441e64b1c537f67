"""Columns stay where Textual, the house and the terminal count a text differently."""

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.tui.terminal_driver import Terminal

from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import cells
from zerodraft.tui.columns import FILLER, filled, steadied

BURMESE, KHMER, TAMIL = "မြန်မာနိုင်ငံတော်", "ព្រះរាជាណាចក្រកម្ពុជា", "தமிழ் மொழி"
ARABIC, THAI, LAO = "السلام عليكم", "ราชอาณาจักรไทย", "ສປປ ລາວ"
FAMILY, FACE, KEYCAP = "👨\u200d👩\u200d👧", "☺\ufe0f", "1\ufe0f\u20e3"
HINDI = "क्\u200dष"
SAMPLES = (BURMESE, KHMER, TAMIL, ARABIC, THAI, LAO, FAMILY, FACE, KEYCAP, HINDI, "Việt Nam", "日本国", "[shall]")
_SIGNS = "".join(SAMPLES) + " aé─│▌●ﷺ𑀓\u0600䷀\u0301"


@pytest.mark.parametrize("words", SAMPLES)
def test_a_filled_text_takes_as_many_cells_for_textual_as_for_us(words: str) -> None:
    assert cell_len(filled(words)) == cells(words)


@given(st.text(st.sampled_from(_SIGNS), max_size=12).map(visible))
def test_any_visible_text_can_be_filled(words: str) -> None:
    assert cell_len(filled(words)) == cells(words)


@pytest.mark.parametrize("words", ["We decide – “now”.", "Việt Nam", "日本国", THAI, LAO, "│ ▌ ╰─╯ ●"])
def test_words_that_everybody_counts_alike_stay_as_they_are(words: str) -> None:
    assert filled(words) == words
    assert steadied(words) == words


def test_an_unsteady_stretch_stands_on_blanks_between_two_known_columns() -> None:
    # တော is 1 cell for Textual and 3 for a terminal.
    assert steadied(f"a {filled('တော')} │") == "a \x1b7   \x1b8တော\x1b8\x1b[3C │"


def test_an_unsteady_word_that_nobody_filled_keeps_the_room_that_textual_gave_it() -> None:
    assert steadied("တော│") == "\x1b7 \x1b8တော\x1b8\x1b[1C│"


def test_no_filler_reaches_the_terminal() -> None:
    assert FILLER not in steadied(" ".join(map(filled, SAMPLES)))


def test_colours_and_moves_of_the_cursor_stay_whole() -> None:
    output = f"\x1b[5;1H\x1b[1;31m{filled(KHMER)} a\x1b[0m\x1b[38;2;1;2;3m{filled(ARABIC)}\x1b[0m"
    found = re.findall(r"\x1b\[[\d;]*[Hm]", steadied(output))
    assert found == ["\x1b[5;1H", "\x1b[1;31m", "\x1b[0m", "\x1b[38;2;1;2;3m", "\x1b[0m"]


def test_a_stretch_that_its_widget_keeps_in_place_is_left_alone() -> None:
    kept = "\x1b7\x1b[1mတော\x1b[0m\x1b8\x1b[3C"
    assert steadied(f"{kept} တ") == f"{kept} \x1b7 \x1b8တ\x1b8\x1b[1C"


@pytest.mark.parametrize("words", [BURMESE, KHMER, TAMIL, ARABIC, THAI, LAO, FACE, KEYCAP, FAMILY])
def test_the_frame_stands_in_one_column_on_a_terminal(words: str, tmp_path: Path) -> None:
    row = filled(visible(words)) + " " * (30 - cells(visible(words)))
    output = steadied(f"│{row}│\r\n│{' ' * 30}│\r\n")
    script = "import sys; sys.stdout.write(sys.argv[1]); sys.stdout.flush(); input()"
    with Terminal([sys.executable, "-c", script, output], tmp_path, size=(40, 4)) as terminal:
        shown = terminal.until(lambda screen: screen.count("│") == 4).splitlines()
        assert [cells(line) for line in shown[:2]] == [32, 32]


def test_a_word_at_the_right_edge_does_not_move(tmp_path: Path) -> None:
    output = "\x1b[?7l" + steadied(f"{' ' * 16}{filled('တော')}│\r\nend")
    script = "import sys; sys.stdout.write(sys.argv[1]); sys.stdout.flush(); input()"
    with Terminal([sys.executable, "-c", script, output], tmp_path, size=(20, 4)) as terminal:
        assert terminal.until("end").splitlines()[0] == f"{' ' * 16}တော│"
