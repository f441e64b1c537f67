"""What a proposal asks for, in a sentence as delegations write them: ‘Replace “may” with “shall”’.

Each sentence is one that the intake understands again, so a table that comes home says what it said when it went out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.proposal import Amendment, Kind
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.visible import visible
from zerodraft.export.labels import in_language

_MOST = 3
"""Changes that are told one by one; where there are more, the paragraph as it should read says it better."""

_MOST_OF_IT = 0.5
_LONGEST_SENTENCE = 900
_CONTEXT = 8
_QUOTES = frozenset("“”\"„«»‘’'")
_CLOSING = tuple(",.;:!?)]")


@dataclass(frozen=True, slots=True)
class Phrases:
    """`{old}`, `{new}` and `{beside}` are words, `{place}` is a number."""

    replace: str
    delete: str
    after: str
    before: str
    delete_paragraph: str
    new_paragraph: str
    new_paragraph_first: str
    move: str
    move_first: str
    reads: str


_ENGLISH = Phrases(
    replace="replace “{old}” with “{new}”",
    delete="delete “{old}”",
    after="insert “{new}” after “{beside}”",
    before="insert “{new}” before “{beside}”",
    delete_paragraph="Delete this paragraph",
    new_paragraph="Add a new paragraph after this one:",
    new_paragraph_first="Add a new paragraph before this one:",
    move="Move after paragraph {place}",
    move_first="Move before paragraph {place}",
    reads="To read:",
)
_INDONESIAN = Phrases(
    replace="ganti “{old}” dengan “{new}”",
    delete="hapus “{old}”",
    after="sisipkan “{new}” setelah “{beside}”",
    before="sisipkan “{new}” sebelum “{beside}”",
    delete_paragraph="Hapus paragraf ini",
    new_paragraph="Tambahkan paragraf baru setelah paragraf ini:",
    new_paragraph_first="Tambahkan paragraf baru sebelum paragraf ini:",
    move="Pindahkan setelah paragraf {place}",
    move_first="Pindahkan sebelum paragraf {place}",
    reads="Diubah menjadi:",
)


class Asked(NamedTuple):
    """An amendment with what it takes to tell it: the paragraphs that it changes, as they were read, and the number
    that a moved one goes after, or before where nothing stands before."""

    amendment: Amendment
    standing: tuple[str, ...]
    place: str = ""


def shown(text: str) -> str:
    """The words of a paragraph's Markdown."""
    return visible("".join(each.text for each in read_inline(text)), single_line=True)


def requested(asked: Asked, language: str) -> str:
    """The request in words; `language` as for `in_language`."""
    phrases = in_language(language, _ENGLISH, _INDONESIAN)
    amendment = asked.amendment
    wording = tuple(map(shown, amendment.wording))
    match amendment.kind:
        case Kind.DELETE:
            return f"{phrases.delete_paragraph}."
        case Kind.INSERT:
            head = phrases.new_paragraph if amendment.first else phrases.new_paragraph_first
            return "\n".join((head, *wording))
        case Kind.MOVE:
            moved = (phrases.move if amendment.to else phrases.move_first).format(place=asked.place)
            changed = "" if amendment.wording == asked.standing else "\n".join(("", phrases.reads, *wording))
            return f"{moved}.{changed}"
        case Kind.REPLACE if len(wording) == 1:
            return _edits(shown(asked.standing[0]), wording[0], phrases) or f"{phrases.reads} {wording[0]}"
        case _:
            return "\n".join((phrases.reads, *wording))


def runs_of(asked: Asked) -> tuple[Run, ...]:
    """The request as a redline of what is shown; a line end is the end of a paragraph. () for a move."""
    if asked.amendment.kind is Kind.MOVE:
        return ()
    before, after = ("\n".join(map(shown, each)) for each in (asked.standing, asked.amendment.wording))
    return redline(before, after)


# --- changes within one paragraph ------------------------------------------------------------------


class _Change(NamedTuple):
    """Words that go and words that come, and the kept words on both sides."""

    old: str
    new: str
    before: str
    after: str


def _edits(old: str, new: str, phrases: Phrases) -> str:
    """The changes one by one; "" where they are too many, or could not be carried out as they are told."""
    changes = list(_changes(redline(old, new)))
    touched = sum(len(each.old) + len(each.new) for each in changes)
    if not 0 < len(changes) <= _MOST or touched > _MOST_OF_IT * (len(old) + len(new)):
        return ""
    told: list[str] = []
    now = old
    for each in changes:
        sentence, then = _told(each, now, phrases)
        if not sentence:
            return ""
        told.append(sentence)
        now = then
    sentence = "; ".join(told) + "."
    if " ".join(now.split()) != " ".join(new.split()) or len(sentence) > _LONGEST_SENTENCE:
        return ""
    return sentence[0].upper() + sentence[1:]


def _changes(runs: Sequence[Run]) -> Iterator[_Change]:
    """Deleted words stand before the inserted ones that take their place."""
    place = 0
    while place < len(runs):
        if runs[place].op is Op.KEPT:
            place += 1
            continue
        end = place
        while end < len(runs) and runs[end].op is not Op.KEPT:
            end += 1
        yield _Change(
            old=_said(runs[place:end], Op.DELETED),
            new=_said(runs[place:end], Op.INSERTED),
            before=runs[place - 1].text if place else "",
            after=runs[end].text if end < len(runs) else "",
        )
        place = end


def _said(runs: Iterable[Run], op: Op) -> str:
    return "".join(each.text for each in runs if each.op is op).strip()


def _told(change: _Change, now: str, phrases: Phrases) -> tuple[str, str]:
    """One change in words, and the paragraph after it; ("", "") where no words around it tell its place."""
    if _QUOTES & {*change.old, *change.new} or not (_is_balanced(change.old) and _is_balanced(change.new)):
        return "", ""
    if change.old and not change.new and _stands_once(change.old, now):
        return phrases.delete.format(old=change.old), now.replace(change.old, "")
    if change.old:
        return _replaced(change, now, phrases)
    return _inserted(change, now, phrases)


def _replaced(change: _Change, now: str, phrases: Phrases) -> tuple[str, str]:
    for context in _contexts(change.before):
        old, new = (f"{context}{words}".strip() for words in (change.old, change.new))
        if new and not _QUOTES & {*context} and _stands_once(old, now):
            return phrases.replace.format(old=old, new=new), now.replace(old, new)
    return "", ""


def _inserted(change: _Change, now: str, phrases: Phrases) -> tuple[str, str]:
    """After the words before it, or before those after it where it begins the paragraph."""
    space = "" if change.new.startswith(_CLOSING) else " "
    for words in filter(None, map(str.strip, _contexts(change.before))):
        if not _QUOTES & {*words} and _stands_once(words, now):
            told = phrases.after.format(new=change.new, beside=words)
            return told, now.replace(words, f"{words}{space}{change.new}")
    for words in filter(None, map(str.strip, _following(change.after) if not change.before else ())):
        if not _QUOTES & {*words} and _stands_once(words, now):
            told = phrases.before.format(new=change.new, beside=words)
            return told, now.replace(words, f"{change.new} {words}")
    return "", ""


def _contexts(kept: str) -> Iterator[str]:
    """The last words of a stretch: none, one, two …, each with the space after it."""
    words = kept.split()
    space = " " if kept.endswith(" ") else ""
    yield ""
    for count in range(1, min(_CONTEXT, len(words)) + 1):
        yield " ".join(words[-count:]) + space


def _following(kept: str) -> Iterator[str]:
    words = kept.split()
    for count in range(1, min(_CONTEXT, len(words)) + 1):
        yield " ".join(words[:count])


def _is_balanced(words: str) -> bool:
    """Half a bracket is taken out by nobody who speaks of it."""
    return words.count("[") == words.count("]")


def _stands_once(words: str, text: str) -> bool:
    """As whole words, and nowhere as a part of others."""
    at = text.find(words)
    if at < 0 or text.find(words, at + 1) >= 0:
        return False
    end = at + len(words)
    before, after = text[:at][-1:], text[end:][:1]
    return not (before.isalnum() and words[0].isalnum()) and not (after.isalnum() and words[-1].isalnum())
