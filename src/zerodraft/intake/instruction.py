"""What a delegation asks for in the column “proposed change”: ‘replace “x” with “y”’, ‘hapus paragraf ini’.

Words between quotation marks are set aside first, so that nothing in them is taken for a request. What is left must be
a request from end to end, or several, with the reason at the end at most; else nothing is understood, and it is words.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zerodraft.intake import instruction_grammar as grammar


class Exchange(NamedTuple):
    """`old` words give way to `new` ones, "" for none."""

    old: str
    new: str


class Addition(NamedTuple):
    """`words` go after the words `beside` or before them; "" is the end or the beginning of the paragraph."""

    words: str
    beside: str = ""
    is_before: bool = False


class Sentence(NamedTuple):
    """A sentence of the paragraph, counted from 1, -1 for the last, gives way to `words`, "" for none."""

    which: int
    words: str = ""


Edit = Exchange | Addition | Sentence


class Edits(NamedTuple):
    """Changes inside of the paragraph."""

    edits: tuple[Edit, ...]


class Removal(NamedTuple):
    """The paragraph goes. `paragraph` is how the request cites it, "" for the one that the row is about."""

    paragraph: str = ""


class Relocation(NamedTuple):
    """The paragraph goes after the paragraph `beside`, or before it."""

    beside: str
    paragraph: str = ""
    is_before: bool = False


class NewParagraph(NamedTuple):
    """A paragraph that is not there yet, after `beside` or before it; "" is the one that the row is about."""

    words: str
    beside: str = ""
    is_before: bool = False


class Wording(NamedTuple):
    """The paragraph as it should read. `is_said`: the delegation says that it is; else these are words and no more."""

    words: str
    paragraph: str = ""
    is_said: bool = True


class Nothing(NamedTuple):
    """“–”, “no change”, “tidak ada”."""


Request = Edits | Removal | Relocation | NewParagraph | Wording | Nothing

_LONGEST_SKELETON = 1_000
_LONGEST_HEAD = 160
_MOST_QUOTATIONS = grammar.LAST_SIGN - grammar.FIRST_SIGN
_QUOTATION = re.compile(
    r'“([^“”]+)”|"([^"“”]+)"|„([^„“”]+)[“”]|«([^«»]+)»'
    r"|(?<![\w’])‘([^‘\n]+?)’(?!\w)|(?<!\w)'([^'\n]+)'(?!\w)"
)  # fmt: skip
_PRIVATE = re.compile(f"[{chr(grammar.FIRST_SIGN)}-{chr(grammar.LAST_SIGN)}]")
_BEFORE = frozenset({"before", "prior to", "sebelum"})
_BEGINNING = frozenset({"beginning", "start", "awal"})


class Understood(NamedTuple):
    """A request, and the words after it that give its reason, "" for none."""

    request: Request
    reason: str = ""


def request_in(proposed: str) -> Understood:
    """What the words ask for; a `Wording` that is not said where they ask for nothing that is understood."""
    text = proposed.strip()
    found = _short_request(text) or _request_with_words(text)
    return found or Understood(Wording(text, is_said=False))


# --- requests that are said in one sentence --------------------------------------------------------


class _Skeleton(NamedTuple):
    """A text in small letters with single spaces, one sign in the place of each quotation."""

    sentence: str
    quotations: tuple[str, ...]

    def words(self, sign: str) -> str:
        return self.quotations[ord(sign) - grammar.FIRST_SIGN]


def _short_request(text: str) -> Understood | None:
    skeleton = _skeleton(text)
    if skeleton is None:
        return None
    if grammar.NOTHING.fullmatch(skeleton.sentence):
        return Understood(Nothing())
    for sentence, reason in _with_reasons(skeleton.sentence):
        request = _request(skeleton, sentence)
        if request is not None:
            return Understood(request, reason)
    return None


def _skeleton(text: str) -> _Skeleton | None:
    """None for what is too long to be a request, or holds signs of our own."""
    if _PRIVATE.search(text) or len(text) > _MOST_QUOTATIONS:
        return None
    quotations: list[str] = []

    def sign(found: re.Match[str]) -> str:
        quotations.append(next(words for words in found.groups() if words is not None).strip())
        return chr(grammar.FIRST_SIGN + len(quotations) - 1)

    lines = (" ".join(line.split()) for line in _QUOTATION.sub(sign, text).casefold().splitlines())
    sentence = "\n".join(filter(None, lines)).rstrip(" .;")
    return _Skeleton(sentence, tuple(quotations)) if len(sentence) <= _LONGEST_SKELETON else None


def _with_reasons(sentence: str) -> Iterator[tuple[str, str]]:
    """The sentence as a whole, then what stands before each place where a reason may begin, and that reason."""
    yield sentence, ""
    for found in grammar.REASON.finditer(sentence):
        reason = sentence[found.start() :].lstrip(" ,")
        if not _PRIVATE.search(reason) and not grammar.A_REQUEST.search(reason):
            yield sentence[: found.start()].rstrip(" .;"), reason


def _request(skeleton: _Skeleton, sentence: str) -> Request | None:
    for pattern in grammar.REMOVALS:
        if found := pattern.fullmatch(sentence):
            return Removal(_cited(found, "cited"))
    for pattern in grammar.MOVES:
        if found := pattern.fullmatch(sentence):
            return Relocation(found["beside"], _cited(found, "cited"), found[_beside(pattern)] in _BEFORE)
    edits = tuple(_edits(skeleton, sentence))
    return Edits(edits) if edits else None


def _beside(pattern: re.Pattern[str]) -> int:
    """The group in which “after” or “before” stands: the one without a name."""
    return next(group for group in range(1, pattern.groups + 1) if group not in pattern.groupindex.values())


def _cited(found: re.Match[str], name: str) -> str:
    return (found.groupdict().get(name) or "").strip()


def _edits(skeleton: _Skeleton, sentence: str) -> Iterator[Edit]:
    """The changes that a sentence asks for, one or several; none where one part of it is not understood."""
    whole = tuple(_edits_of(skeleton, sentence))
    if whole:
        yield from whole
        return
    parts = [tuple(_edits_of(skeleton, part)) for part in _parts(sentence)]
    if all(parts):
        yield from (edit for part in parts for edit in part)


def _parts(sentence: str) -> tuple[str, ...]:
    return tuple(part for part in (each.strip(" .;,") for each in grammar.BETWEEN.split(sentence)) if part)


def _edits_of(skeleton: _Skeleton, sentence: str) -> tuple[Edit, ...]:
    """The changes that one request asks for; more than one only where several words are to be deleted or replaced."""
    if found := _first(grammar.DOUBLE_EXCHANGES, sentence):
        old, new, old_too, new_too = map(skeleton.words, found.groups())
        return (Exchange(old, new), Exchange(old_too, new_too))
    if found := _first(grammar.ADDITIONS_BETWEEN, sentence):
        words, before, after = map(skeleton.words, found.groups())
        return (Exchange(f"{before} {after}", f"{before} {words} {after}"),)
    if found := _first(grammar.EXCHANGES, sentence):
        return (Exchange(skeleton.words(found[1]), skeleton.words(found[2])),)
    if found := _first(grammar.TURNED_EXCHANGES, sentence):
        return (Exchange(skeleton.words(found[2]), skeleton.words(found[1])),)
    if found := _first(grammar.DELETIONS, sentence):
        return tuple(Exchange(skeleton.words(sign), "") for sign in found[1] if _PRIVATE.match(sign))
    if found := _first(grammar.ADDITIONS, sentence):
        return (Addition(skeleton.words(found[1]), skeleton.words(found[3]), found[2] in _BEFORE),)
    if found := _first(grammar.TURNED_ADDITIONS, sentence):
        return (Addition(skeleton.words(found[3]), skeleton.words(found[2]), found[1] in _BEFORE),)
    if found := _first(grammar.EDGE_ADDITIONS, sentence):
        return (Addition(skeleton.words(found[1]), is_before=found[2] in _BEGINNING),)
    if found := _first(grammar.TURNED_EDGE_ADDITIONS, sentence):
        return (Addition(skeleton.words(found[2]), is_before=found[1] in _BEGINNING),)
    if found := _first(grammar.SENTENCE_DELETIONS, sentence):
        return (Sentence(_which(found)),)
    return ()


def _which(found: re.Match[str]) -> int:
    return grammar.SENTENCES[found["which"] or found["yang"]]


def _first(patterns: Iterable[re.Pattern[str]], sentence: str) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.fullmatch(sentence))), None)


# --- requests followed by the words of a paragraph -------------------------------------------------


def _request_with_words(text: str) -> Understood | None:
    """“Add a new paragraph after 12: …”, “to read: …”: a head, and behind a colon or on the next line the words."""
    for end, start in _heads(text):
        head, words = " ".join(text[:end].casefold().split()), _unquoted(text[start:])
        if words and (request := _headed(head, words)):
            return Understood(request)
    return None


def _heads(text: str) -> Iterator[tuple[int, int]]:
    """Where the head may end and the words begin: at the first colon, the first line end, the first quotation mark."""
    found = [each for sign in (":", "\n", "“", '"', "«") if 0 < (each := text.find(sign)) <= _LONGEST_HEAD]
    for place in sorted(found):
        yield place, place + (text[place] in ":\n")


def _headed(head: str, words: str) -> Request | None:
    head = head.strip(" ,.–—-")
    if found := _first(grammar.NEW_PARAGRAPHS, head):
        place = next((each for each in found.groups() if each in _BEFORE), "")
        return NewParagraph(words, _cited(found, "beside"), bool(place))
    if found := _first(grammar.NUMBERED_PARAGRAPHS, head):
        return NewParagraph(words, _cited(found, "number"))
    if found := _first(grammar.SENTENCE_READINGS, head):
        return Edits((Sentence(_which(found), words),))
    if found := _first(grammar.READINGS, head):
        return Wording(words, _cited(found, "cited"))
    return None


def _unquoted(text: str) -> str:
    """Words without the one pair of quotation marks around them."""
    words = text.strip()
    found = _QUOTATION.fullmatch(words.rstrip(" .;"))
    if found is None:
        return words
    return next(inside for inside in found.groups() if inside is not None).strip()
