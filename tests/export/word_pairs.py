"""Two versions of a text, made by chance: what a redline has to bear.

Paragraphs of every kind in several scripts, with emphasis, links, notes and tables; the second version is the first
after edits: reworded, split, joined, moved, of another kind, notes put in, taken out and reworded.
"""

from dataclasses import dataclass, replace
from random import Random

from tests.core.redrafting import Pen
from tests.core.redrafting import printed as drafted
from tests.export.sheets import redline_sheet

from zerodraft.core.text.label import letter
from zerodraft.export.sheet import RedlineSheet

_TEXT = (
    "we affirm that ports serve all States, and welcome their reports; harbours’ lights"
    " 的 港口 和平。 合作 与 发展 نؤكد أن الموانئ مفتوحة للجميع เรา ยืนยัน ท่าเรือ เปิด мы подтверждаем порты открыты"
    r" A&nbsp;B 5&thinsp;km H<sub>2</sub>O 2<sup>nd</sup> 3\*4 snake_case ‑ [bracket] a/b ½"
)
_WORDS = tuple(_TEXT.split(" "))
_SORTS = "#1111aabpp-_>"


@dataclass(frozen=True)
class Part:
    """A paragraph: its sort ("#" heading, "1" numbered, "a" and "b" below it, "p" preambular or plain, "-" bullet,
    ">" quoted, "|" table, "_" emphasized whole) and its words."""

    sort: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    parts: tuple[Part, ...]
    notes: tuple[tuple[str, tuple[str, ...]], ...]


class Editor:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._notes = 0

    def words(self, most: int) -> tuple[str, ...]:
        found = [self.chance.choice(_WORDS) for _ in range(self.chance.randint(1, most))]
        if len(found) > 2 and self.chance.random() < 0.4:
            start = self.chance.randrange(len(found) - 1)
            sign = self.chance.choice(("*", "**", "***", "_"))
            end = self.chance.randrange(start, len(found))
            found[start], found[end] = sign + found[start], found[end] + sign
        if self.chance.random() < 0.1:
            found[-1] = f"[{found[-1]}](https://example.org/{len(found)})"
        return tuple(found)

    def part(self) -> Part:
        if self.chance.random() < 0.08:
            return Part("|", tuple(self.chance.choice(_WORDS) for _ in range(2 * self.chance.randint(2, 4))))
        return Part(self.chance.choice(_SORTS), self.words(18))

    def text(self) -> Text:
        text = Text(tuple(self.part() for _ in range(self.chance.randint(1, 14))), ())
        for _ in range(self.chance.randrange(4)):
            text = self._with_note(text)
        return text

    def edited(self, text: Text) -> Text:
        for _ in range(self.chance.randrange(10)):
            text = self._edit(text)
        return text

    def _edit(self, text: Text) -> Text:
        parts = text.parts
        at = self.chance.randrange(len(parts))
        part = parts[at]
        match self.chance.choice("rrrrridmsjknNe"):
            case "i":
                return replace(text, parts=(*parts[:at], self.part(), *parts[at:]))
            case "d" if len(parts) > 1:
                return replace(text, parts=(*parts[:at], *parts[at + 1 :]))
            case "m":
                rest = (*parts[:at], *parts[at + 1 :])
                to = self.chance.randint(0, len(rest))
                return replace(text, parts=(*rest[:to], part, *rest[to:]))
            case "s" if len(part.words) > 6 and part.sort != "|":
                cut = self.chance.randrange(2, len(part.words) - 2)
                halves = Part(part.sort, part.words[:cut]), Part(self.chance.choice(_SORTS), part.words[cut:])
                return replace(text, parts=(*parts[:at], *halves, *parts[at + 1 :]))
            case "j" if at + 1 < len(parts) and "|" not in (part.sort, parts[at + 1].sort):
                joined = Part(part.sort, part.words + parts[at + 1].words)
                return replace(text, parts=(*parts[:at], joined, *parts[at + 2 :]))
            case "k" if part.sort != "|":
                other = replace(part, sort=self.chance.choice(_SORTS))
                return replace(text, parts=(*parts[:at], other, *parts[at + 1 :]))
            case "n":
                return self._with_note(text)
            case "N" if text.notes:
                which = self.chance.randrange(len(text.notes))
                label, words = text.notes[which]
                notes = (*text.notes[:which], (label, self._reworded(words)), *text.notes[which + 1 :])
                return replace(
                    text, notes=notes if self.chance.random() < 0.7 else (*notes[:which], *notes[which + 1 :])
                )
            case _:
                words = self._row(part.words) if part.sort == "|" else self._reworded(part.words)
                return replace(text, parts=(*parts[:at], replace(part, words=words), *parts[at + 1 :]))

    def _row(self, words: tuple[str, ...]) -> tuple[str, ...]:
        row = 2 * self.chance.randint(0, len(words) // 2)
        new = tuple(self.chance.choice(_WORDS) for _ in range(2))
        return (*words[:row], *new, *words[row + self.chance.choice((0, 2)) :])

    def _reworded(self, words: tuple[str, ...]) -> tuple[str, ...]:
        start = self.chance.randrange(len(words) + 1)
        end = min(len(words), start + self.chance.choice((0, 1, 1, 2, 5)))
        new = self.words(4) if self.chance.random() < 0.8 else ()
        return (*words[:start], *new, *words[end:]) or ("we",)

    def _with_note(self, text: Text) -> Text:
        self._notes += 1
        label = self.chance.choice((f"n{self._notes}", f"n{self._notes}", "n1"))
        at = self.chance.randrange(len(text.parts))
        words = list(text.parts[at].words)
        place = self.chance.randrange(len(words))
        words[place] += f"[^{label}]"
        parts = (*text.parts[:at], replace(text.parts[at], words=tuple(words)), *text.parts[at + 1 :])
        known = {name for name, _ in text.notes}
        notes = text.notes if label in known else (*text.notes, (label, self.words(6)))
        return Text(parts, notes)


def printed(text: Text, *, numbered: bool) -> str:
    lines: list[str] = ["# Message"]
    number = item = 0
    for part in text.parts:
        number += part.sort == "1"
        item = item + 1 if part.sort in "ab" else 0
        words = " ".join(part.words)
        label = {"#": "## ", "a": f"({letter(item or 1)}) ", "b": "(i) ", "-": "- ", ">": "> "}.get(part.sort, "")
        if part.sort == "1" and numbered:
            label = f"{number}. "
        if part.sort == "|":
            rows = [part.words[place : place + 2] for place in range(0, len(part.words), 2)]
            lines.append("\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ("---",) * 2, *rows[1:])))
        else:
            lines.append(f"{label}*{words}*" if part.sort == "_" else label + words)
    lines += [f"[^{label}]: {' '.join(words)}" for label, words in text.notes]
    return "\n\n".join(lines) + "\n"


def pair(seed: int) -> RedlineSheet:
    """The redline between a text and what became of it."""
    chance = Random(seed)
    if chance.random() < 0.3:
        pen = Pen(chance)
        old = pen.text(chance.randint(3, 25))
        new = pen.edited(old, chance.randint(0, 14))
        sides = [drafted(each, numbered=chance.random() < 0.5) for each in (old, new)]
    else:
        editor = Editor(chance)
        first = editor.text()
        is_numbered = chance.random() < 0.5
        sides = [printed(each, numbered=is_numbered) for each in (first, editor.edited(first))]
    return redline_sheet(*sides)
