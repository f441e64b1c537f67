"""Words of a Word file that readers don't see as the words that they are: of the colour of the paper, tiny, squeezed,
moved off their line, in a font of signs, or hidden by their style."""

from collections.abc import Iterator, Mapping

from zerodraft.intake.word_xml import Element, child, children, is_on, local, number_of, tags, text_of

UNSEEN = "unseen"
_SMALLEST = 8  # half-points
_NARROWEST = 34  # per cent
_TIGHTEST = -40  # twentieths of a point
_FARTHEST = 40  # half-points, above or below the line
_LEAST_APART = 0.3
"""Of white and black: colours that are less apart can't be told from each other on paper."""
_SIGNS = ("wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "zapfdingbats", "mt extra", "marlett")
_TELLING = tags("color", "shd", "sz", "w", "position", "spacing", "rFonts", "vanish")
_Forms = Mapping[str, Element]


def unseen(root: Element, styles: Element | None) -> int:
    """How many runs with words are such."""
    known = _Styles(styles)
    return sum(known.hides(run) for run in root.iter(*tags("r")) if child(run, "t") is not None)


class _Styles:
    """What the styles of a file say of words, each with what it takes over."""

    def __init__(self, root: Element | None) -> None:
        defaults = child(child(root, "docDefaults"), "rPrDefault") if root is not None else None
        self._base = _said(child(defaults, "rPr"))
        self._own = {text_of(each, "styleId"): each for each in children(root, "style")}
        first = (name for name, each in self._own.items() if text_of(each, "default") in ("1", "true", "on"))
        self._default = next((each for each in first if text_of(self._own[each], "type") == "paragraph"), "")
        self._known: dict[str, _Forms] = {}
        self._is_plain = not any(_said(child(each, "rPr")) for each in self._own.values()) and not self._base

    def hides(self, run: Element) -> bool:
        own = child(run, "rPr")
        said = _said(own)
        if not said and self._is_plain:
            return False
        styled = self._styled(run, own)
        is_hidden = "vanish" not in said and is_on(styled.get("vanish"))
        return is_hidden or _is_unseen({**styled, **said}, run)

    def _styled(self, run: Element, own: Element | None) -> _Forms:
        if self._is_plain:
            return {}
        paragraph = next(run.iterancestors(*tags("p")), None)
        look = None if paragraph is None else child(paragraph, "pPr")
        above = self._forms(text_of(child(look, "pStyle")) or self._default)
        return {**self._base, **above, **self._forms(text_of(child(own, "rStyle")))}

    def _forms(self, name: str) -> _Forms:
        line: dict[str, Element] = {}
        while name in self._own and name not in self._known and name not in line:
            line[name] = self._own[name]
            name = text_of(child(line[name], "basedOn"))
        forms = self._known.get(name, {})
        for each, style in reversed(line.items()):
            forms = self._known[each] = {**forms, **_said(child(style, "rPr"))}
        return forms


def _said(properties: Element | None) -> dict[str, Element]:
    return {} if properties is None else {local(each.tag): each for each in properties if each.tag in _TELLING}


def _is_unseen(forms: _Forms, run: Element) -> bool:
    fonts = forms.get("rFonts")
    return (
        _number(forms, "sz", _SMALLEST) < _SMALLEST
        or _number(forms, "w", _NARROWEST) < _NARROWEST
        or _number(forms, "spacing", 0) < _TIGHTEST
        or abs(_number(forms, "position", 0)) > _FARTHEST
        or (fonts is not None and any(text_of(fonts, each).lower() in _SIGNS for each in ("ascii", "hAnsi")))
        or _is_pale(forms, run)
    )


def _is_pale(forms: _Forms, run: Element) -> bool:
    ink = _shade(text_of(forms["color"])) if "color" in forms else None
    if ink is None:
        return False
    ground = _shade(text_of(forms.get("shd"), "fill"))
    return abs(ink - (_paper(run) if ground is None else ground)) < _LEAST_APART


def _number(forms: _Forms, name: str, without: int) -> int:
    found = number_of(forms[name]) if name in forms else None
    return without if found is None else found


def _paper(run: Element) -> float:
    """The shade behind a run: that of its paragraph, else of its cell or table, else white."""
    return next(_shades_behind(run), 1.0)


def _shades_behind(run: Element) -> Iterator[float]:
    for each in run.iterancestors(*tags("p", "tc", "tbl")):
        found = _shade(text_of(child(child(each, f"{local(each.tag)}Pr"), "shd"), "fill"))
        if found is not None:
            yield found


def _shade(colour: str) -> float | None:
    """From 0 for black to 1 for white; None for one that the program chooses itself."""
    try:
        value = bytes.fromhex(colour)
    except ValueError:
        return None
    return (0.3 * value[0] + 0.59 * value[1] + 0.11 * value[2]) / 255 if len(value) == 3 else None
