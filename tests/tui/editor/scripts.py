"""Texts in every script that the rows must bear, and edits made at random places of them."""

from collections.abc import Callable

from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE

from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.place import Edit, Place

THAI = "ความร่วมมือระหว่างประเทศ"
CHINESE = "加强「数字」外交合作。"
VIETNAMESE = "Viê\u0323t Nam cho\u0302\u0301ng "
BURMESE = "မြန်မာနိုင်ငံ၏ "
KHMER = "កម្ពុជា ព្រះ"
ARABIC = "التعاون الدولي "
FAMILY = "👨\u200d👩\u200d👧"
_PIECES = (
    *("We ", "resolve ", "to ", "cooperation ", "[shall] ", "[", "]", "**a** ", "a", " ", "    ", "-"),
    *("\n", "\n\n", "\r\n", "\r", "\t", "\u202e", "\u200b", "\x1b", "\u0301", "ê\u0323"),
    *(THAI, CHINESE, VIETNAMESE, BURMESE, KHMER, ARABIC, FAMILY, "🇯🇵🇰🇷", "👍🏽", "❤\ufe0f", "한국", "ต\u0e33"),
)
TEXTS = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join), HOSTILE)
LINES = TEXTS.map(lambda text: text.replace("\n", " ").rstrip("\r"))
SHORT = st.one_of(st.sampled_from(_PIECES), st.just(""))

Draw = Callable[[st.SearchStrategy[int]], int]


def drawn_edit(data: st.DataObject, buffer: Buffer) -> Edit:
    """An edit anywhere in a text, in the midst of characters and line ends too."""
    first, last = sorted(data.draw(st.integers(0, len(buffer.source))) for _ in range(2))
    starts = [index for index, char in enumerate(buffer.source) if char == "\n"]

    def place(offset: int) -> Place:
        before = [start for start in starts if start < offset]
        return Place(len(before), offset - (before[-1] + 1 if before else 0))

    return Edit(place(first), place(last), data.draw(SHORT))
