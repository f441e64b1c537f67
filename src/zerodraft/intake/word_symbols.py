"""Characters of the old symbol fonts as Unicode. Word stores them by font and code, at the code or 0xF000 above it."""

_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_SYMBOL_LAST = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_SYMBOL = (
    {0x20 + at: sign for at, sign in enumerate(_SYMBOL_LOW)}
    | {0xA0 + at: sign for at, sign in enumerate(_SYMBOL_HIGH)}
    | {0xF1 + at: sign for at, sign in enumerate(_SYMBOL_LAST)}
)
_WINGDING_SIGNS = (
    "●l ■n □o ❑q ❒r ❖v ☺J ☹L •\x9f ▪\xa7 ◻\xa8 ➢\xd8 ←\xdf →\xe0 ↑\xe1 ↓\xe2 ➔\xe8 ⇨\xf0 ✗\xfb ✓\xfc ☒\xfd ☑\xfe"
)
_WINGDINGS = {ord(pair[1]): pair[0] for pair in _WINGDING_SIGNS.split(" ")}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def symbol(font: str, code: str) -> str:
    """The sign of a font at a hexadecimal code; `UNKNOWN` where there is none in Unicode that would look like it."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    signs = _FONTS.get(font.lower())
    if signs is not None:
        return signs.get(number & 0xFF, UNKNOWN)
    if 0xF000 <= number <= 0xF0FF:
        return UNKNOWN
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number <= 0xFFFD else UNKNOWN
