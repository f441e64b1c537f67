"""Signs: spaces, quotation marks, apostrophes, dashes, and the marks at the ends of paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from zerodraft.core.gate.manual.rule import Hit, Page, Rule, either, pattern
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.prose import NOTE_SIGN, Prose

_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)")
_QUOTE = re.compile(r"[\"“”]")
_LAST = re.compile(rf"[\s{NOTE_SIGN}*_)”\"’']*\Z")


def _fewer(page: Page, sign: re.Pattern[str], straight: str) -> Iterator[Hit]:
    """Where two forms of a sign stand in one text, the places of the form that is used less."""
    found = [(prose, each) for prose in page.all for each in sign.finditer(prose.text)]
    counts = Counter(each[0] == straight for _, each in found)
    if counts[True] and counts[False]:
        is_straight = counts[True] <= counts[False]
        for prose, each in found:
            if (each[0] == straight) is is_straight:
                yield Hit(prose, *each.span(), "curly ones" if is_straight else "straight ones")


def _apostrophes(page: Page) -> Iterator[Hit]:
    return _fewer(page, _APOSTROPHE, "'")


def _quotes(page: Page) -> Iterator[Hit]:
    return _fewer(page, _QUOTE, '"')


def _ends(page: Page, kinds: Sequence[Kind], allowed: str) -> Iterator[tuple[Prose, int, str]]:
    """The last sign of each paragraph of these kinds, before notes and quotation marks, and its place."""
    for prose in page.all:
        if prose.paragraph.kind in kinds:
            end = _LAST.search(prose.text)
            at = (end.start() if end else len(prose.text)) - 1
            if at >= 0:
                yield prose, at, prose.text[at] if prose.text[at] in allowed else ""


def _preambular_ends(page: Page) -> Iterator[Hit]:
    """All as most of them: with a comma or semicolon. The last one leads over, with any sign."""
    ends = list(_ends(page, (Kind.PREAMBULAR,), ",;"))[:-1]
    usual = Counter(sign for _, _, sign in ends if sign).most_common(1)
    if usual and 2 * usual[0][1] > len(ends):
        for prose, at, sign in ends:
            if sign != usual[0][0] and prose.text[at] != ":":
                yield Hit(prose, at, at + 1, usual[0][0])


def _operative_ends(page: Page) -> Iterator[Hit]:
    """With a full stop, or with a semicolon where most are clauses of one sentence; a chapeau with a colon."""
    ends = [each for each in _ends(page, (Kind.OPERATIVE, Kind.SUB), ".;:") if each[0].paragraph.kind is Kind.OPERATIVE]
    usual = Counter(sign for _, _, sign in ends if sign in (".", ";")).most_common(1)
    if usual and 2 * usual[0][1] > len(ends):
        for prose, at, sign in ends:
            is_last = prose is ends[-1][0] and sign == "."
            if sign not in (usual[0][0], ":") and not is_last and prose.text[at] not in ",!?]":
                yield Hit(prose, at, at + 1, usual[0][0])


def _italics(page: Page) -> Iterator[Hit]:
    """Where most preambular paragraphs begin in italics, all do; the last one may lead over."""
    preamble = [each for each in page.all if each.paragraph.kind is Kind.PREAMBULAR and each.text[:1].isalpha()][:-1]
    plain = [each for each in preamble if not each.begins_emphasised]
    if plain and 2 * len(plain) < len(preamble):
        for prose in plain:
            yield Hit(prose, 0, len(prose.text.split(" ", 1)[0]))


def _heading_ends(page: Page) -> Iterator[Hit]:
    for prose in page.all:
        if prose.paragraph.kind in (Kind.TITLE, Kind.HEADING) and re.search(r"[^.]\.\Z", prose.text):
            yield Hit(prose, len(prose.text) - 1, len(prose.text))


def _double_spaces(page: Page) -> Iterator[Hit]:
    """In the source; on paper they are folded, in a Markdown file they stay."""
    for prose in page.running:
        typed = prose.paragraph.body.of(page.draft.source)
        if "\t" not in typed and re.search(r"\S {2,}[^\s\\]", typed):
            first = re.search(r"\S {2,}(\S{1,20})", typed)
            at = prose.text.find(first[1]) if first else -1
            yield Hit(prose, max(0, at - 1), max(1, at))


SIGNS = (
    Rule(
        "single-space",
        "Two spaces stand here.",
        "One space follows a full stop or colon, as it follows any word.",
        "We agree.  We decide.",
        "We agree. We decide.",
        _double_spaces,
        is_english=False,
    ),
    Rule(
        "space-before-sign",
        "A space stands before “{instead}”.",
        "No space stands before a comma, full stop, semicolon, colon or closing bracket.",
        "peace , security and development",
        "peace, security and development",
        pattern(r"(?<=\w)\s([,.;:)])(?=\s|$)", r"\1", unless=r"\.\.⟨|⟩\."),
        is_english=False,
    ),
    Rule(
        "doubled-word",
        "The word “{instead}” stands twice.",
        "A word that stands twice was most likely left over by an edit.",
        "in the the region",
        "in the region",
        pattern(r"\b([A-Za-z]{2,})\s+\1\b", r"\1", unless=r"⟨(?:that that|had had|hati|negara|anak|[A-Z])"),
        is_english=False,
    ),
    Rule(
        "one-apostrophe",
        "Most apostrophes of this text are {instead}; this one isn't.",
        "Apostrophes are straight or curly in the whole of a text, not both.",
        "the countries’ needs and the people's rights",
        "the countries’ needs and the people’s rights",
        _apostrophes,
        is_english=False,
    ),
    Rule(
        "one-quotation-mark",
        "Most quotation marks of this text are {instead}; this one isn't.",
        "Quotation marks are straight or curly in the whole of a text, not both.",
        'the “Network” and the "Forum"',
        "the “Network” and the “Forum”",
        _quotes,
        is_english=False,
    ),
    Rule(
        "range-dash",
        "A range is joined by an en dash: “{instead}”.",
        "Years and numbers from one to another are joined by an en dash without spaces, or by “to”.",
        "the period 2019-2021",
        "the period 2019–2021",
        either(
            pattern(r"(?<![\w./–-])((?:19|20)\d\d)\s?-\s?((?:19|20)?\d\d)(?![\w/–-])", r"\1–\2"),
            pattern(r"(?<=pages )(\d+)-(\d+)(?![\d/-])", r"\1–\2"),
        ),
        is_english=False,
    ),
    Rule(
        "preambular-end",
        "The other preambular paragraphs end with “{instead}”; this one with “{found}”.",
        "The preamble is one sentence: each of its paragraphs ends with a comma, or each with a semicolon.",
        "*Noting* the report.",
        "*Noting* the report,",
        _preambular_ends,
        is_english=False,
    ),
    Rule(
        "operative-end",
        "The other operative paragraphs end with “{instead}”; this one with “{found}”.",
        "Operative paragraphs are sentences that end with a full stop, or clauses that end with a semicolon.",
        "We decide to meet again",
        "We decide to meet again.",
        _operative_ends,
        is_english=False,
    ),
    Rule(
        "preambular-italics",
        "“{found}” is not in italics, as the first words of the other preambular paragraphs are.",
        "The words with which preambular paragraphs begin are in italics in all of them or in none.",
        "Noting the report,",
        "*Noting* the report,",
        _italics,
        is_english=False,
    ),
    Rule(
        "heading-end",
        "A heading ends without a full stop.",
        "Titles and headings are no sentences.",
        "## Capacity building.",
        "## Capacity building",
        _heading_ends,
        is_english=False,
    ),
)
