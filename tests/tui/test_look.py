"""Themes: every text can be read on whatever it may stand on, and colours of opposite meaning are told apart."""

import pytest
from textual.color import Color
from textual.theme import Theme

from zerodraft.tui.look import DARK, LIGHT, THEMES, theme_named

TEXTS = (
    "foreground",
    "text-muted",
    "text-disabled",
    "text-primary",
    "text-secondary",
    "text-accent",
    "text-warning",
    "text-error",
    "text-success",
)
GROUNDS = ("background", "surface", "panel", "chosen", "hit")
# Deleted and inserted words, and what is wrong beside what is well.
OPPOSITES = (("text-warning", "text-primary"), ("text-error", "text-success"))
# What a person without red (first) or green receptors sees of a colour: Viénot, Brettel and Mollon 1999, linear light.
BLINDNESS = (
    ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
)


def linear(colour: str) -> tuple[float, ...]:
    channels = (value / 255 for value in Color.parse(colour).rgb)
    return tuple(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)


def luminance(light: tuple[float, ...]) -> float:
    red, green, blue = light
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(linear(one)), luminance(linear(other))), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def seen(colour: str, blindness: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    light = linear(colour)
    return tuple(sum(part * value for part, value in zip(row, light, strict=True)) for row in blindness)


def test_the_measure_of_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_has_contrast_enough_on_every_ground(theme: Theme, ground: str) -> None:
    colours = theme.to_color_system().generate() | theme.variables
    ratios = {text: contrast(colours[text], colours[ground]) for text in TEXTS}
    assert {text: round(ratio, 2) for text, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_opposite_meanings_differ_for_every_kind_of_sight(theme: Theme, one: str, other: str) -> None:
    colours = theme.to_color_system().generate() | theme.variables
    for blindness in BLINDNESS:
        pair = zip(seen(colours[one], blindness), seen(colours[other], blindness), strict=True)
        assert max(abs(left - right) for left, right in pair) > 0.04


def test_all_themes_know_the_same_names() -> None:
    for theme in THEMES:
        assert theme.variables.keys() >= {"chosen", "hit", "veil", "text-muted"}


@pytest.mark.parametrize(
    ("wish", "is_light", "name"),
    [
        ("auto", False, "dark"),
        ("auto", True, "light"),
        ("dark", True, "dark"),
        ("light", False, "light"),
        ("terminal", False, "terminal-dark"),
        ("terminal", True, "terminal-light"),
    ],
)
def test_a_wish_and_the_terminals_background_make_the_theme(wish: str, is_light: bool, name: str) -> None:
    assert theme_named(wish, is_light=is_light).name == name
