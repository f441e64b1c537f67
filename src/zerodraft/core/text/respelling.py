"""From words as they are shown back to Markdown that shows the same: the way back from formats that know no Markdown.

What Markdown can't say the shortest way is escaped; what it can't say at all (emphasis that begins inside of a word)
loses its form and keeps its words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from zerodraft.core.text.inline import LONGEST, Style, read_inline

FORMED = Style.EMPHASIS | Style.STRONG | Style.CODE | Style.RAISED | Style.LOWERED


class Shown(NamedTuple):
    """Words of one form as a reader sees them, or the reference to a footnote: `note` is its label. `style` is read
    for the styles in `FORMED` alone; `href` is the address of a link."""

    text: str
    style: Style = Style.PLAIN
    href: str = ""
    note: str = ""


_SIGNS = ((Style.STRONG, "**"), (Style.EMPHASIS, "*"))
_TAGS = {Style.RAISED: "sup", Style.LOWERED: "sub"}
_SPECIAL = re.compile(r"[\\`*_<&]|\[(?=\^)|(?<=\])\(")
_BEGINNING = re.compile(r"[#>+-](?=\s)|#{1,6}(?=\s)|[|=~`-]")
_MARKUP = re.compile(r"[\\`*_<&\[\n]")


def shown(text: str) -> tuple[Shown, ...]:
    """What is shown of a paragraph's Markdown, character by character as it is: nothing is marked as dangerous."""
    found = (
        Shown(text[each.start : each.end] if each.style & Style.MARK else each.text, each.style & FORMED, each.href)
        if not each.note
        else Shown("", each.style & FORMED & ~Style.RAISED, each.href, each.note)
        for each in read_inline(text)
    )
    return joined(found)


def joined(pieces: Iterable[Shown]) -> tuple[Shown, ...]:
    """Neighbours of one form as one; empty ones are left out."""
    found: list[Shown] = []
    for piece, group in groupby(pieces, key=lambda each: each._replace(text="")):
        if piece.note:
            found += group
        elif text := "".join(each.text for each in group):
            found.append(piece._replace(text=text))
    return tuple(found)


def folded(pieces: Iterable[Shown]) -> tuple[Shown, ...]:
    """White space folded over the borders of pieces: each run is one space, and none stands at the ends."""
    found: list[Shown] = []
    is_after_space = True
    for piece in pieces:
        if piece.note:
            found.append(piece)
            is_after_space = False
            continue
        words = " ".join(piece.text.split())
        before = " " if piece.text[:1].isspace() and not is_after_space else ""
        after = " " if words and piece.text[-1:].isspace() else ""
        if text := before + words + after:
            found.append(piece._replace(text=text))
            is_after_space = text.endswith(" ")
    while found and not found[-1].note and not found[-1].text.strip():
        found.pop()
    if found and not found[-1].note:
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return joined(found)


def spelled(pieces: Sequence[Shown], *, in_cell: bool = False) -> str:
    """Markdown that shows these pieces, on one line. Law: for folded ones without odd characters,
    `shown(spelled(pieces)) == pieces`, unless emphasis begins or ends where Markdown knows none."""
    pieces = joined(pieces)
    plain = "".join(f"[^{each.note}]" if each.note else each.text for each in pieces)
    if len(plain) > LONGEST:
        return plain
    if not _MARKUP.search(plain) and all(each == (each.text, 0, "", "") for each in pieces):
        text = plain
    else:
        text = next((text for text in _attempts(pieces) if shown(text) == pieces), _words(pieces))
    return text.replace("|", "\\|") if in_cell else text


def guarded(line: str) -> str:
    """A line of words whose beginning Markdown would take for a heading, a quotation or a rule."""
    return f"\\{line}" if _BEGINNING.match(line) else line


def _attempts(pieces: Sequence[Shown]) -> Iterator[str]:
    """From the shortest to the most careful."""
    yield _formed(pieces, is_escaped=False)
    yield _formed(pieces, is_escaped=True)


def _words(pieces: Sequence[Shown]) -> str:
    """Without form; as typed where escapes would not hold either."""
    bare = joined(each._replace(style=Style.PLAIN, href="") for each in pieces)
    careful = _formed(bare, is_escaped=True)
    return careful if shown(careful) == bare else _formed(bare, is_escaped=False)


def _formed(pieces: Sequence[Shown], *, is_escaped: bool) -> str:
    return "".join(
        _linked(href, list(group), is_escaped) for href, group in groupby(pieces, key=lambda each: each.href)
    )


def _linked(href: str, pieces: Sequence[Shown], is_escaped: bool) -> str:
    words = _emphasised(pieces, is_escaped)
    return f"[{words}]({href})" if href else words


def _emphasised(pieces: Sequence[Shown], is_escaped: bool) -> str:
    """Each sign is opened where its words begin and closed where they end; the one that lasts longer is outside."""
    written: list[str] = []
    opened: list[tuple[Style, str]] = []
    for place, piece in enumerate(pieces):
        while opened and not all(piece.style & style for style, _ in opened):
            _close(written, opened.pop()[1])
        missing = [each for each in _SIGNS if piece.style & each[0] and each not in opened]
        told = _told(piece, is_escaped)
        bare = told.lstrip(" ") if missing else told
        written.append(told[: len(told) - len(bare)])
        for each in sorted(missing, key=lambda each: -_lasting(pieces[place:], each[0])):
            opened.append(each)
            written.append(each[1])
        written.append(bare)
    while opened:
        _close(written, opened.pop()[1])
    return "".join(written)


def _close(written: list[str], sign: str) -> None:
    """A space at the end of emphasised words stands behind the sign."""
    words = written[-1]
    bare = words.rstrip(" ")
    written[-1:] = [bare, sign, words[len(bare) :]] if bare else [words, sign]


def _lasting(pieces: Sequence[Shown], style: Style) -> int:
    return next((place for place, each in enumerate(pieces) if not each.style & style), len(pieces))


def _told(piece: Shown, is_escaped: bool) -> str:
    if piece.note:
        return f"[^{piece.note}]"
    if piece.style & Style.CODE:
        return f"`{piece.text}`"
    text = _SPECIAL.sub(lambda sign: f"\\{sign[0]}", piece.text) if is_escaped else piece.text
    tag = next((tag for style, tag in _TAGS.items() if piece.style & style), "")
    return f"<{tag}>{text}</{tag}>" if tag else text
