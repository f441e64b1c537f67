"""Texts with proposals of every kind on them, by chance: for the laws of a compilation."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.negotiation.review import Standing, Status, Voice
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.working_text import WorkingText
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.numbering import Profile, number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.words import words as words_of

NAMES = {"AUS": "Australia", "JPN": "Japan", "KOR": "Korea, Republic of", "CIV": "Côte d’Ivoire", "EU": "EU"}
CODES = [*NAMES, "ASEAN", "FJI"]
MORNING = datetime(2021, 11, 3, 9, 0, tzinfo=UTC)

WORDS = st.sampled_from(
    words_of("we agree to keep ports open the of small large ships and invite country report decide meet")
)
SIGNS = st.sampled_from(
    [
        *("[", "]", "[shall]", "[a / b]", "[x - Japan]", "and/or", "a/b", "/", "-", "–", "- Japan", "¶", "…", "(", ")"),
        *("*bold*", "`", "\\", "[^1]", "[un](http://un.org)", "“", "”", "agreed", "ad ref", "move after 1", "1 …", "!"),
        *("<!--", "-->", "<!-- x -->", "同意", "2 bis.", "3.", "(a)", "#", "|", "AUS-1", "Japan;", "EU delete"),
    ]
)


def _sentences(words: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    ends = st.sampled_from([*[""] * 8, ",", ".", ";"])
    return st.lists(st.tuples(words, ends), min_size=1, max_size=most).map(
        lambda found: " ".join(word + end for word, end in found)
    )


ORDINARY = _sentences(WORDS, 14)
ANY_WORDS = _sentences(st.one_of(WORDS, WORDS, SIGNS), 10)


class Trial(NamedTuple):
    text: WorkingText
    tabled: tuple[Tabled, ...]
    voices: dict[str, tuple[Voice, ...]]


def tabled(proposal: Proposal, outcome: Outcome = Outcome.CLEAN, status: Status = Status.OPEN) -> Tabled:
    """A proposal on the very text that it is placed in."""
    first, last, wording, to = (getattr(proposal.amendment, name) for name in ("first", "last", "wording", "to"))
    return Tabled(proposal, Standing(status, (), ()), outcome, "", first, last, wording, to, ())


@st.composite
def texts(draw: st.DrawFn, words: st.SearchStrategy[str]) -> WorkingText:
    """A text of some paragraphs: headings, preambular, numbered ones with sub-paragraphs, in lines of any length. No
    two of them are the same: of those nobody could tell which one is taken out."""
    blocks: list[str] = []
    count = 0
    for place in range(draw(st.integers(1, 6))):
        said = f"{draw(words)} {'xyzuvw'[place]}"
        match draw(st.sampled_from(["plain", "heading", "numbered", "numbered", "sub", "wrapped", "bullets", "table"])):
            case "heading":
                blocks.append(f"## {said}")
            case "numbered":
                count += 1
                blocks.append(f"{count}. {said}")
            case "sub":
                blocks.append(f"(a) {said};\n\n(b) second {said}.")
            case "wrapped":
                blocks.append(said.replace(" ", "\n", 1))
            case "bullets":
                blocks.append(f"- {said}\n- second {said}")
            case "table":
                blocks.append("| a | b |\n|---|---|\n| c | d |")
            case _:
                blocks.append(said)
    source = "\n\n".join(blocks) + draw(st.sampled_from(["", "\n", "\n\n---\n"]))
    draft = read_draft(source.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"]))))
    profile, language = draw(st.sampled_from(list(Profile))), draw(st.sampled_from(("en", "id")))
    return WorkingText(draft, number(draft), NAMES, profile, language)


@st.composite
def edited(draw: st.DrawFn, text: str, words: st.SearchStrategy[str]) -> str:
    """Some words of a paragraph taken out, put in, or become others."""
    said = text.split()
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(said)))
        new = draw(st.one_of(st.just(""), words))
        said[start : start + draw(st.integers(0, 3))] = new.split()
    return " ".join(said) or draw(words)


@st.composite
def amendments(draw: st.DrawFn, text: WorkingText, words: st.SearchStrategy[str]) -> Amendment:
    paragraphs = text.draft.paragraphs
    count = len(paragraphs)
    first = draw(st.integers(0, count))
    kind = draw(st.sampled_from(["replace", "replace", "replace", "insert", "delete", "move", "split", "join", "many"]))
    if kind == "insert" or first == count:
        return Amendment("", first, first, tuple(draw(st.lists(words, min_size=1, max_size=2))))
    last = (
        draw(st.integers(first + 1, min(count, first + 3))) if kind in ("delete", "move", "join", "many") else first + 1
    )
    said = text.texts(first, last)
    if any(paragraph.kind in (Kind.TABLE, Kind.OPAQUE) for paragraph in paragraphs[first:last]):
        return Amendment("", first, first, (draw(words),))
    match kind:
        case "delete":
            return Amendment("", first, last)
        case "move" if others := [to for to in range(count + 1) if not first <= to <= last]:
            wording = said if draw(st.booleans()) else tuple(draw(edited(each, words)) for each in said)
            return Amendment("", first, last, wording, draw(st.sampled_from(others)))
        case "split":
            whole = draw(edited(said[0], words)).split()
            cut = draw(st.integers(0, len(whole)))
            return Amendment("", first, last, tuple(filter(None, (" ".join(whole[:cut]), " ".join(whole[cut:])))))
        case "join":
            return Amendment("", first, last, (draw(edited(" ".join(said), words)),))
        case "many":
            return Amendment("", first, last, tuple(draw(st.lists(words, min_size=1, max_size=4))))
        case _:
            return Amendment("", first, last, tuple(draw(edited(each, words)) for each in said))


VOICES = st.lists(
    st.tuples(st.sampled_from(CODES), st.sampled_from(list(Stand))).map(lambda said: Voice(said[0], said[1], said[0])),
    max_size=2,
).map(tuple)


@st.composite
def trials(draw: st.DrawFn, words: st.SearchStrategy[str] = ANY_WORDS) -> Trial:
    text = draw(texts(words))
    found: list[Tabled] = []
    voices: dict[str, tuple[Voice, ...]] = {}
    for count in range(draw(st.integers(0, 6))):
        who = tuple(draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True)))
        made = draw(amendments(text, words).filter(lambda each: not each.problem))
        proposal = Proposal(f"p{count}", f"{who[0]}-{count}", who, MORNING + timedelta(minutes=count), made)
        found.append(tabled(proposal))
        voices[proposal.id] = draw(VOICES)
    return Trial(text, tuple(found), voices)
