"""Paragraphs and two changed forms of each, for the laws of a rebase."""

from typing import NamedTuple

from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE

from zerodraft.core.text.words import words

# --- paragraphs of which each word is the only one of its kind, so that it is known who kept what --------------------


class Side(NamedTuple):
    """What a side does to each word of the base: "" keeps it; it may go, become another, get one before or after."""

    acts: tuple[str, ...]
    name: str

    def text(self, base: list[str]) -> str:
        return " ".join(filter(None, (self._said(word, act) for word, act in zip(base, self.acts, strict=True))))

    def _said(self, word: str, act: str) -> str:
        bare = word.rstrip(".")
        end = word[len(bare) :]
        match act:
            case "go":
                return ""
            case "other":
                return f"{self.name}{bare}{end}"
            case "before":
                return f"{self.name}{bare} {word}"
            case "bracket":
                return f"[{bare}]{end}"
            case _:
                return word

    def kept(self, base: list[str]) -> set[str]:
        pairs = zip(base, self.acts, strict=True)
        return {word.rstrip(".") for word, act in pairs if act in ("", "before", "bracket")}


ACTS = st.sampled_from((*[""] * 16, "go", "other", "before", "bracket"))


class Trial(NamedTuple):
    base: list[str]
    sentence_of: list[int]
    ours: Side
    theirs: Side

    def texts(self) -> tuple[str, str, str]:
        return " ".join(self.base), self.ours.text(self.base), self.theirs.text(self.base)


@st.composite
def trials(draw: st.DrawFn) -> Trial:
    sizes = draw(st.lists(st.integers(3, 9), min_size=1, max_size=4))
    base = [
        f"{'Wort' if place == 0 else 'wort'}{sentence}n{place}{'.' if place == size - 1 else ''}"
        for sentence, size in enumerate(sizes)
        for place in range(size)
    ]
    sentence_of = [sentence for sentence, size in enumerate(sizes) for _ in range(size)]
    acts = st.tuples(*[ACTS] * len(base))
    return Trial(base, sentence_of, Side(draw(acts), "Uns"), Side(draw(acts), "Ihr"))


# Words that occur again and again, function words, signs and every kind of white space.
PROSE = st.lists(
    st.tuples(
        st.sampled_from(words("we shall the of trade fish No Art . . , ; ( ) [ ] “ ” /")), st.sampled_from("  \t")
    )
).map(lambda found: "".join(word + space.replace("\t", "") for word, space in found))


@st.composite
def prose_trials(draw: st.DrawFn) -> tuple[str, str, str]:
    """A paragraph and two changed forms of it: some stretches were taken out, some others put in."""
    base = draw(PROSE)
    return base, _changed(draw, base), _changed(draw, base)


def _changed(draw: st.DrawFn, text: str) -> str:
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(PROSE) + text[start + draw(st.integers(0, 12)) :]
    return text


ANY_THREE = st.one_of(prose_trials(), st.tuples(HOSTILE, HOSTILE, HOSTILE), trials().map(Trial.texts))
