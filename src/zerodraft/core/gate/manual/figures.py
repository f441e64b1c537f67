"""Figures: numbers, dates, times, percentages, money."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from zerodraft.core.gate.manual.rule import Hit, Page, Rule, either, pattern

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = f"(?:{_MONTHS})"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LARGE = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

# What stands beside a figure that keeps it one: a word that is counted by numbers, a unit, a month, another figure.
_COUNTED_BY = (
    "paragraphs?|paras?|articles?|sections?|chapters?|parts?|annex(?:es)?|figures?|tables?|pages?|phases?|tiers?|tracks?"
    "|levels?|goals?|targets?|indicators?|versions?|volumes?|lots?|steps?|stages?|options?|areas?|pillars?|items?|rounds?"
    "|resolutions?|decisions?|rules?|notes?|footnotes?|type|group|grade|class|scope|category|no|nos|number|of|vs?|week|day"
    "|under|ages?|aged|rev|corr|add|dan|zone"
)
_AFTER = re.compile(
    r"\s?(?:per cent|%|percent|percentage|degrees?|°|km|kg|cm|mm|m\b|[kMG]?Hz|[KMGT]B|[kMGT]?W|tons?|tonnes?|hectares?"
    rf"|years? old|year-old|a\.m|p\.m|am\b|pm\b|million|billion|trillion|months? old|{_MONTH}|{_SHORT_MONTHS}"
    rf"|st\b|nd\b|rd\b|th\b|[-–/:×x]\s?\d|[.,]\d|and \d|or \d|to \d|\))",
)
_BEFORE = re.compile(
    rf"(?:(?<![a-z])(?i:{_COUNTED_BY})\.?\s|\b[A-Z][\w-]*\s|[\w$€£¥/.:,–-]|\(|{_MONTH}\s|\d\s?(?:to|and|or|,)\s)\Z"
)
_SENTENCE = re.compile(r"[^.;!?]+")
_LARGE_FIGURE = re.compile(r"(?<![\d/.-])\d{2,3}(?![\d/.-])")


def _small_figures(page: Page) -> Iterator[Hit]:
    for prose in page.running:
        with_large = [found.span() for found in _SENTENCE.finditer(prose.text) if _LARGE_FIGURE.search(found[0])]
        for found in re.finditer(r"(?<!\d)[1-9](?![\d\w])", prose.text):
            before = prose.text[max(0, found.start() - 30) : found.start()]
            if _BEFORE.search(before) or not before.strip() or _AFTER.match(prose.text, found.end()):
                continue
            if not _is_within(found.start(), with_large):
                yield Hit(prose, *found.span(), _WORDS[int(found[0]) - 1])


def _is_within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Numbers of one sentence are written alike: all in figures where one is 10 or more."""
    before = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return before >= 0 and place < spans[before][1]


def _large_word(found: re.Match[str]) -> str:
    value = _LARGE[found[1].lower()] + (_WORDS.index(found[2].lower()) + 1 if found[2] else 0)
    return str(value)


def _grouped(found: re.Match[str]) -> str:
    return f"{int(found[0]):,}"


FIGURES = (
    Rule(
        "number-in-words",
        "“{found}” is written “{instead}” in running text.",
        "Numbers below 10 are written in words; figures stay for percentages, units, ages, dates, numbers of "
        "paragraphs, and beside numbers of 10 and more in the same sentence.",
        "We establish 3 working groups.",
        "We establish three working groups.",
        _small_figures,
    ),
    Rule(
        "number-in-figures",
        "“{found}” is written “{instead}”.",
        "Numbers of 10 and more are written in figures, except at the beginning of a sentence.",
        "the next fifteen years",
        "the next 15 years",
        pattern(
            rf"(?<![\w-])(?<=\s)({'|'.join(_LARGE)})(?:-({'|'.join(_WORDS)}))?(?![\w-])",
            _large_word,
            unless=r"[.!?:]\s⟨|⟩\s(?:thousand|hundred|million|percent|per cent)|(?:per|in|out of) ⟨ten⟩",
        ),
    ),
    Rule(
        "large-number",
        "“{found}” is written “{instead}”.",
        "Figures of five digits and more have a comma between groups of three.",
        "25000 officials",
        "25,000 officials",
        pattern(r"(?<![\w,./:–-])\d{5,9}(?![\w,/–-]|\.\d)", _grouped),
    ),
    Rule(
        "per-cent",
        "“{found}” is written “{instead}” in running text.",
        "A percentage is a figure followed by the words “per cent”; the sign is for tables.",
        "40% of the population, or 40 percent",
        "40 per cent of the population, or 40 per cent",
        either(pattern(r"(\d[\d.,]*)\s?%", r"\1 per cent"), pattern(r"\bpercent\b", "per cent")),
    ),
    Rule(
        "date-order",
        "The date is written “{instead}”.",
        "A date is day, month, year, without ordinal endings and without commas.",
        "on November 16, 2021 and on the 17th of November 2021",
        "on 16 November 2021 and on 17 November 2021",
        either(
            pattern(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b", r"\2 \1 \3"),
            pattern(rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th)(?: of)? ({_MONTH})\b", r"\1 \2"),
            pattern(rf"\b(\d{{1,2}}) ({_MONTH}), ((?:19|20)\d\d)\b", r"\1 \2 \3"),
        ),
    ),
    Rule(
        "date-in-figures",
        "“{found}” is a date in figures, which some read as day and month, others as month and day.",
        "In running text the month is a word.",
        "on 11/09/2019",
        "on 11 September 2019",
        pattern(r"(?<![\w/.])\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?![\w/.])", ""),
        is_english=False,
    ),
    Rule(
        "decade",
        "“{found}” is written “{instead}”.",
        "Decades have no apostrophe.",
        "since the 1990's",
        "since the 1990s",
        pattern(r"\b((?:19|20)\d0)['’]s\b", r"\1s"),
    ),
    Rule(
        "time-of-day",
        "“{found}” is written “{instead}”.",
        "Hours are given as 9 a.m. and 2.30 p.m.",
        "at 10am and 2:30 PM",
        "at 10 a.m. and 2.30 p.m.",
        either(
            pattern(
                r"\b(\d{1,2}):(\d\d)\s?([AaPp])\.?[Mm]\b\.?", lambda each: f"{each[1]}.{each[2]} {each[3].lower()}.m."
            ),
            pattern(r"(?<![.:\d])\b(\d{1,2})\s?([AaPp])[Mm]\b", lambda each: f"{each[1]} {each[2].lower()}.m."),
        ),
    ),
    Rule(
        "currency",
        "“{found}” is written “{instead}”.",
        "The sign of a currency stands before the figure, without a space.",
        "US $ 5 million, USD 5 million",
        "US$5 million, US$5 million",
        either(
            pattern(r"\b(?:US \$|USD)\s?(\d[\d.,]*)", r"US$\1"),
            pattern(r"\$ (\d[\d.,]*)", r"$\1"),
        ),
    ),
)
