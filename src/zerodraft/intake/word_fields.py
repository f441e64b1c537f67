"""Fields: what Word computes, like a date or a table of contents. Their result is text, their code is not."""

from zerodraft.intake.word_xml import Element, tags, text_of

_KIND = "fldCharType"


class Fields:
    """The fields that are open at a place of a story."""

    def __init__(self) -> None:
        self._is_code: list[bool] = []
        self._codes = 0

    @property
    def in_code(self) -> bool:
        return self._codes > 0

    def step(self, kind: str) -> None:
        """The sign that begins a field, parts its code from its result, or ends it."""
        if kind == "begin":
            self._is_code.append(True)
            self._codes += 1
        elif kind == "separate" and self._is_code:
            self._codes -= self._is_code[-1]
            self._is_code[-1] = False
        elif kind == "end" and self._is_code:
            self._codes -= self._is_code.pop()


def close_fields(root: Element) -> None:
    """Take out the beginnings of fields that never end: no text may be taken for their code."""
    begun: list[Element] = []
    for sign in root.iter(*tags("fldChar")):
        kind = text_of(sign, _KIND)
        if kind == "begin":
            begun.append(sign)
        elif kind == "end" and begun:
            begun.pop()
    for sign in begun:
        for name in tags(_KIND):
            sign.set(name, "")
