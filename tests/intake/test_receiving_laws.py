"""What must hold of any file: nothing is lost, nothing is counted twice, and the proposals say what the file says."""

from collections import Counter
from collections.abc import Iterable
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.intake.returning import AUTOMATIC, Editor, Unit, printed, returned, with_sources
from tests.intake.tracking import Typist, accepted, page_of

from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.intake.folding import folded, has_words
from zerodraft.intake.marked import Marked
from zerodraft.intake.matching import typed_number
from zerodraft.intake.received import Basis, Received, Submitted, Went
from zerodraft.intake.receiving import receive
from zerodraft.intake.views import final

TEXT_ID = "5a" * 20
WORDS = (
    *("ports", "and", "harbours", "*all*", "[of/for]", "them", "–", "every", "“ship”", "2030;"),
    *("States'", "never_mind", "<b>", "3.", "(a)"),
)
VERSION = """# Message on Harbours

*Recalling* the **Charter** and the [Message](http://e.org/1), noting the States' right,

## Ships and their crews

1. We *shall* act by 2030, whatever it costs, for [all/most] ships in need.

2. We resolve to keep, in the light of experience:

(a) charts for safety at sea;

(b) lights for the night and for the fog.

3. We thank the pilots of all harbours for their work \\& care.

## Review

4. We meet again in the autumn of every second year.
"""
DRAFT = read_draft(VERSION)
ON = Basis(TEXT_ID, DRAFT, number(DRAFT))
CODES = {"J": "JPN", "N": "NOR", "C": "CHL"}
SEEDS = st.integers(0, 1_000_000)
FEWER = settings(max_examples=40)  # a file takes 10 to 20 ms


def tracked(seed: int, authors: str, most: int = 6) -> Marked:
    chance = Random(seed)
    page, typist = page_of(DRAFT), Typist(chance, WORDS)
    for author in authors:
        for _ in range(chance.randint(0, most)):
            typist.edit(page, author)
    return page.marked()


def changed(marked: Marked) -> Counter[tuple[str, str, str]]:
    """Each character that somebody changed, by author and what was done, as it stands in the file."""
    found: Counter[tuple[str, str, str]] = Counter()
    for block in marked.blocks:
        for text, revisions in (*((run.text, run.revisions) for run in block.runs), ("\n", block.mark)):
            for revision in revisions:
                found.update((revision.author, revision.op.value, char) for char in text)
    return found


def accounted(received: Received) -> Counter[tuple[str, str, str]]:
    return Counter(
        (entry.author, entry.op.value, char) for entry in received.account if entry.author for char in entry.text
    )


def bare(texts: Iterable[str]) -> list[str]:
    """The words, without typed numbers: proposals leave them out, or bring them where a list begins."""
    found: list[str] = []
    for text in map(folded, texts):
        while size := typed_number(text):
            text = text[size:]
        if has_words(text):
            found.append(text)
    return found


def texts(file: Marked) -> list[str]:
    return bare(each.text for each in final(file))


@FEWER
@given(SEEDS)
def test_every_changed_character_is_in_exactly_one_entry_of_the_account(seed: int) -> None:
    file = tracked(seed, "JNC")
    assert accounted(receive(file, ON, CODES, "SEC")) == changed(file)


@FEWER
@given(SEEDS)
def test_every_entry_leads_to_what_is_there(seed: int) -> None:
    received = receive(tracked(seed, "JNC"), ON, CODES, "SEC")
    sizes = {
        Went.PROPOSAL: len(received.proposals),
        Went.UNTRACKED: len(received.proposals),
        Went.TRAY: len(received.tray),
        Went.NOTICE: len(received.notices),
    }
    assert all(entry.text and 0 <= entry.at < sizes[entry.went] for entry in received.account)
    told = {entry.at for entry in received.account if entry.went in (Went.PROPOSAL, Went.UNTRACKED)}
    assert told == set(range(len(received.proposals)))


@FEWER
@given(SEEDS)
def test_every_amendment_can_be_one_and_builds_only_on_earlier_ones(seed: int) -> None:
    received = receive(tracked(seed, "JNC"), ON, CODES, "SEC")
    for place, each in enumerate(received.proposals):
        assert each.amendment.problem == ""
        assert all(below < place for below in each.builds_on)
        above = None if each.answers is None else received.proposals[each.answers]
        assert above is None or above.delegation != each.delegation


@FEWER
@given(SEEDS)
def test_with_all_proposals_of_one_author_the_version_reads_as_the_file(seed: int) -> None:
    file = tracked(seed, "J")
    received = receive(file, ON, CODES, "SEC")
    assert not received.untracked
    assert bare(accepted(DRAFT, received.proposals)) == texts(file)


def overlap(proposals: list[Submitted]) -> bool:
    """Whether two are about one paragraph, or put something in at one place."""
    taken = [ordinal for each in proposals for ordinal in range(each.amendment.first, each.amendment.last)]
    places = [each.amendment.first for each in proposals if each.amendment.first == each.amendment.last]
    return len(taken) != len(set(taken)) or len(places) != len(set(places))


@FEWER
@given(SEEDS)
def test_with_the_last_word_on_each_paragraph_the_version_reads_as_a_file_of_several_authors(seed: int) -> None:
    """Where two changed one paragraph, each on the version's words, both can't be accepted as they are."""
    file = tracked(seed, "NJC", most=3)
    received = receive(file, ON, CODES, "SEC")
    amended = {below for each in received.proposals for below in each.builds_on}
    last = [each for number, each in enumerate(received.proposals) if number not in amended]
    assume(not received.tray and not overlap(last) and not any(each.doubt for each in last))
    assume(not any(entry.went is Went.NOTICE and "\n" in entry.text for entry in received.account))
    assert bare(accepted(DRAFT, last)) == texts(file)


@FEWER
@given(SEEDS)
def test_a_copy_without_marks_is_what_its_differences_make_of_the_version(seed: int) -> None:
    chance = Random(seed)
    units = with_sources([Unit("1", tuple(each.text.split())) for each in DRAFT.paragraphs])
    version = printed(units)
    draft = read_draft(version)
    typist = Typist(chance, WORDS)
    edited = Editor(chance, lambda count: tuple(typist.phrase(1) for _ in range(count))).edited(units, 3)
    file = returned(edited, chance, AUTOMATIC)
    received = receive(file, Basis(TEXT_ID, draft, number(draft)), {}, "JPN")
    assert not received.untracked
    if not received.tray and not received.notices:
        assert sorted(bare(accepted(draft, received.proposals))) == sorted(texts(file))
