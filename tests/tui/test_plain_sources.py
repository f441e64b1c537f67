"""Words of people never reach a widget as markup: looked for in the sources, and tried with the worst of words."""

import ast
import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.tui.shown import text_of
from tests.tui.stage import until
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widget import Widget

import zerodraft.tui
from zerodraft.tui.dialogs.choice import Choice, Way
from zerodraft.tui.dialogs.finder import Finder
from zerodraft.tui.dialogs.notices import Notices
from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.look import CSS, DARK, THEMES
from zerodraft.tui.offers import Offer, Opening
from zerodraft.tui.telling import Telling, Told
from zerodraft.tui.widgets.card import Card, para
from zerodraft.tui.widgets.card_list import CardList
from zerodraft.tui.widgets.choices import Choices
from zerodraft.tui.widgets.key_bar import KeyBar, KeyHint
from zerodraft.tui.widgets.page import Page
from zerodraft.tui.widgets.panel import Panel
from zerodraft.tui.widgets.row import row
from zerodraft.tui.widgets.top_bar import TopBar
from zerodraft.tui.widgets.virtual_list import VirtualList

SOURCES = sorted(Path(zerodraft.tui.__file__).parent.rglob("*.py"))
DOORS = {"plain", "line", "Content"}
# Widgets of Textual that take the text they are given for markup.
PARSING = {"Static", "Label", "Button", "Checkbox", "RadioButton", "Tab", "Collapsible", "Option", "Select"}
WORST = "[/] [b] [Reaffirm] [shall] [@click=app.x]y[/]"
CONTROLS = "\x1b[2J\x07\x9b\u202e"
SHOWN_CONTROLS = "⟦U+001B⟧[2J⟦U+0007⟧⟦U+009B⟧⟦U+202E⟧"


# --- the sources -------------------------------------------------------------------------------


def name_of(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=func):
            return name_of(func)
        case _:
            return ""


def is_safe(call: ast.Call) -> bool:
    """Its first word came through a door, or markup is off."""
    has_no_markup = any(
        each.arg == "markup" and isinstance(each.value, ast.Constant) and each.value.value is False
        for each in call.keywords
    )
    words = call.args[0] if call.args else None
    return has_no_markup or words is None or (isinstance(words, ast.Call) and name_of(words) in DOORS)


def is_update_of_static(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(attr="update", value=ast.Call(func=ast.Attribute(attr="query_one"), args=[_, kind])):
            return name_of(kind) in PARSING
        case _:
            return False


def offences(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in PARSING and not is_safe(node):
                yield node
            case ast.Call(func=ast.Attribute(attr="notify"), args=[_, *_]) if not is_safe(node):
                yield node
            case ast.Call() if is_update_of_static(node) and not is_safe(node):
                yield node
            case ast.Assign(targets=[ast.Attribute(attr="border_title" | "border_subtitle" | "tooltip")], value=value):
                if not (isinstance(value, ast.Call) and name_of(value) in DOORS):
                    yield node


@pytest.mark.parametrize(
    "words",
    [
        "Static(words)",
        'Label(f"{title}")',
        'Static("[b]Title[/b]")',
        "app.notify(words)",
        "panel.border_title = title",
        "self.tooltip = words",
        'self.query_one("#told", Static).update(words)',
    ],
)
def test_the_search_finds_what_it_looks_for(words: str) -> None:
    assert len(list(offences(ast.parse(words)))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Static(plain(words))",
        "Static()",
        'Static("Find", markup=False)',
        "condition.notify()",
        "panel.border_title = line(title)",
        'self.query_one("#told", Static).update(line(words))',
        'self.query_one("#list", Shelf).update(words)',
    ],
)
def test_the_search_leaves_alone_what_is_safe(words: str) -> None:
    assert list(offences(ast.parse(words))) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_source_gives_words_to_markup(path: Path) -> None:
    assert [f"{path}:{node.lineno}" for node in offences(ast.parse(path.read_text()))] == []  # type: ignore[attr-defined]


# --- the widgets -------------------------------------------------------------------------------


class Hall(Telling):
    """Every widget that shows words, each with the worst of them."""

    CSS = CSS

    def __init__(self, *made: Widget) -> None:
        super().__init__()
        self.told = []
        self._made = made
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield from self._made


def play(hall: Hall, act: Callable[[], object], expected: str) -> None:
    async def story() -> None:
        async with hall.run_test(size=(110, 24), notifications=True) as pilot:
            act()
            await until(pilot, lambda: expected in text_of(hall))
            assert not set("\x1b\x07\x9b\u202e") & set(text_of(hall))

    asyncio.run(story())


def listed() -> tuple[VirtualList, Callable[[], object]]:
    made = VirtualList()
    return made, lambda: made.show(1, lambda _: (row(WORST + CONTROLS),))


def carded() -> tuple[CardList, Callable[[], object]]:
    made = CardList()
    return made, lambda: made.show([Card(row("head"), (para(WORST + CONTROLS),))])


def card_head() -> tuple[CardList, Callable[[], object]]:
    made = CardList()
    return made, lambda: made.show([Card(row(WORST + CONTROLS), ())])


def paged() -> tuple[Page, Callable[[], object]]:
    made = Page()
    return made, lambda: made.show(WORST + CONTROLS)


def titled() -> tuple[Panel, Callable[[], object]]:
    made = Panel(id="panel")
    return made, lambda: made.name_it(WORST + CONTROLS, "")


def subtitled() -> tuple[Panel, Callable[[], object]]:
    made = Panel(id="panel")
    return made, lambda: made.name_it("", WORST + CONTROLS)


def topped() -> tuple[TopBar, Callable[[], object]]:
    made = TopBar("home")

    def act() -> None:
        made.show(WORST + CONTROLS)
        made.show_progress("Reading")

    return made, act


def in_progress() -> tuple[TopBar, Callable[[], object]]:
    made = TopBar("home")
    return made, lambda: made.show_progress(WORST + CONTROLS)


def keyed() -> tuple[KeyBar, Callable[[], object]]:
    made = KeyBar()
    return made, lambda: made.show([KeyHint("x", "f1", WORST + CONTROLS)], 0)


def to_choose() -> tuple[Choices, Callable[[], object]]:
    return Choices((WORST + CONTROLS,)), lambda: None


@pytest.mark.parametrize(
    "make",
    [listed, carded, card_head, paged, titled, subtitled, topped, in_progress, keyed, to_choose],
    ids=lambda make: make.__name__,
)
def test_a_widget_shows_words_as_they_were_typed(make: Callable[[], tuple[Widget, Callable[[], object]]]) -> None:
    made, act = make()
    play(Hall(made), act, WORST + SHOWN_CONTROLS)


def test_a_message_shows_words_as_they_were_typed() -> None:
    hall = Hall()
    play(hall, lambda: hall.tell("[Reaffirm] [shall] [/]\x1b[2J"), "[Reaffirm] [shall] [/]⟦U+001B⟧[2J")


@pytest.mark.parametrize(
    "make",
    [
        lambda words: Prompt(words),
        lambda words: Prompt("A question", hint=words),
        lambda words: Prompt("A question", value=words),
        lambda words: Choice(words, "", [Way("a", "a", "A")]),
        lambda words: Choice("A choice", words, [Way("a", "a", "A")]),
        lambda words: Choice("A choice", "", [Way("a", "a", words)]),
        lambda words: Finder("Found", "", lambda _: [Offer(None, words)]),
        lambda words: Finder("Found", "", lambda _: [Offer(Opening("x"), "Open", words)]),
        lambda words: Notices([Told(datetime(2021, 11, 2, tzinfo=UTC), words, "warning")]),
    ],
    ids=["title", "hint", "value", "choice", "about", "way", "heading", "offer", "notice"],
)
def test_a_dialog_shows_words_as_they_were_typed(make: Callable[[str], ModalScreen[object]]) -> None:
    hall = Hall()
    words = "[/] [b] [Reaffirm] [shall] [@click=app.x]"
    play(hall, lambda: hall.push_screen(make(words + "\x1b[2J")), words)
