"""Where the sentences of a paragraph begin, in words.

A point ends a sentence only if what follows may begin one, and what stands before it is no abbreviation: in doubt two
sentences are one, so that two changes are rather shown to a drafter than taken for distant ones. A semicolon parts
clauses of one sentence. A line end among the words is the end of a paragraph, and so of a sentence.
"""

import re
from collections.abc import Sequence

_ENDS = frozenset(".!?…。！？｡؟۔।။៕\n")
_CLOSING = frozenset(")]}\"'”’»›」』")
_OPENING = frozenset("([{\"'“‘«‹「『")
_ABBREVIATIONS = frozenset(
    re.findall(
        r"\S+",
        "add al annex approx arab art arts cf ch chap co corp corr dept doc dr ed eds esp est etc excl fig ff "
        "gen gov hon inc incl inter jr ltd m mme mr mrs ms mt no nos op p para paras pp prof pt rep res resp rev sec "
        "sect sess sr st subpara supp suppl univ viz vol vols vs "
        "dll dsb dst hlm jl no pasal yth",
    )
)


def sentence_starts(words: Sequence[str]) -> list[int]:
    """The place of the first word of each sentence, rising; signs that close a quotation or bracket go with the
    sentence before. [] where there are no words."""
    starts = [0] if words else []
    for place, word in enumerate(words):
        if word in _ENDS and place + 1 < len(words):
            following = _after_closing(words, place + 1)
            if following < len(words) and words[following] not in _ENDS and _is_end(words, place, following):
                starts.append(following)
    return starts


def ends_sentence(words: Sequence[str]) -> bool:
    """Whether the last of these words, but for signs that close, is the end of a sentence."""
    last = len(words) - 1
    while last >= 0 and words[last] in _CLOSING:
        last -= 1
    return last >= 0 and words[last] in _ENDS


def _after_closing(words: Sequence[str], place: int) -> int:
    while place < len(words) and words[place] in _CLOSING:
        place += 1
    return place


def _is_end(words: Sequence[str], place: int, following: int) -> bool:
    """Whether the mark at `place` ends a sentence, when `following` is the next word that could begin one."""
    while following < len(words) - 1 and words[following] in _OPENING:
        following += 1
    if words[place] not in ".!?…":
        return True
    begins = words[following][0]
    if not begins.isalpha() or begins.islower():
        return False
    return words[place] != "." or not (place and _is_shortened(words[place - 1]))


def _is_shortened(word: str) -> bool:
    """`Art`, `U.N`, `J`: words after which a point tells nothing."""
    return word.lower() in _ABBREVIATIONS or "." in word or (len(word) == 1 and word.isupper())
