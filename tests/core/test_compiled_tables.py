"""From the table to the compilation: proposals on an older text, placed in the text of today."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.table_room import NETWORK, READ, REPORT, SHARE, WELCOME, answering, decided, lineage, on_table, proposal
from tests.core.tabling_trials import CODES, MORNING, NAMES, ORDINARY, amendments, edited, texts

from zerodraft.core.comparison.lineage import Version, trace
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.compilation import ALREADY_IN, Compilation, compile_text
from zerodraft.core.negotiation.compilation_reading import read_compilation
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.tabling import table
from zerodraft.core.negotiation.working_text import Printed, WorkingText, shortest
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.splice import Span, Splice, splice


def compiled(proposals: list[Proposal], now: tuple[str, ...], *decisions: Decision) -> Compilation:
    draft = lineage(READ, now).versions[-1].draft
    text = WorkingText(draft, number(draft), {"AUS": "Australia", "JPN": "Japan"})
    return compile_text(text, on_table(proposals, now, *decisions).values(), {})


def test_a_collision_shows_the_words_of_today_and_those_of_the_proposal() -> None:
    theirs = proposal(0, 1, WELCOME.replace("Bali", "Jakarta").replace("thank", "praise"))
    found = compiled([theirs], (WELCOME.replace("Bali", "Bandung"), *READ[1:]))
    assert found.entries[0].tabled.outcome is Outcome.COLLISION
    assert found.inline().startswith(
        "We welcome the Conference held in [Bandung / Jakarta - Australia]. We [thank / praise - Australia] the hosts."
    )


def test_what_would_be_taken_out_is_shown_as_it_stands_today() -> None:
    found = compiled([proposal(1, 2)], (WELCOME, SHARE.replace("crises", "disasters"), *READ[2:]))
    assert f"\n\n[{SHARE.replace('crises', 'disasters')} - Australia delete]\n\n" in found.inline()


def test_what_was_accepted_in_part_is_shown_without_that_part() -> None:
    theirs = proposal(0, 1, WELCOME.replace("Bali", "Jakarta").replace("thank", "praise"))
    half = WELCOME.replace("Bali", "Jakarta")
    found = compiled([theirs], (half, *READ[1:]), decided(Verdict.IN_PART, 1))
    assert found.inline().startswith(f"{half.replace('thank', '[thank / praise - Australia]')}\n\n")


def test_other_words_for_a_new_paragraph_stand_beside_it() -> None:
    theirs = proposal(4, 4, "We meet again in a year.")
    found = compiled([theirs, answering(theirs, "We meet again in two years.")], READ)
    assert found.inline().endswith(
        f"{NETWORK}\n\n[4 bis. We meet again in a year. - Australia / 4 bis. We meet again in two years. - Japan]"
    )


def test_what_is_in_the_text_already_is_listed() -> None:
    theirs = proposal(2, 3, REPORT.replace("shall", "may"))
    found = compiled([theirs], (WELCOME, SHARE, REPORT.replace("shall", "may"), NETWORK))
    assert [each.reason for each in found.unplaced] == [ALREADY_IN]


@st.composite
def rounds(draw: st.DrawFn) -> tuple[WorkingText, WorkingText, list[Proposal]]:
    """A text, the same after some paragraphs were reworded, and what was proposed on the first one."""
    read = draw(texts(ORDINARY))
    made = []
    for count in range(draw(st.integers(1, 5))):
        code = draw(st.sampled_from(CODES))
        amendment = draw(amendments(read, ORDINARY).filter(lambda each: not each.problem))
        made.append(Proposal(f"p{count}", f"{code}-{count}", (code,), MORNING, replace(amendment, text_id="t0")))
    changes = []
    for paragraph in read.draft.paragraphs:
        whole = Span(paragraph.body.start, paragraph.span.end)
        if paragraph.text and not read.is_block(paragraph.ordinal) and draw(st.booleans()):
            changes.append(
                Splice(whole, f"{'## ' if paragraph.kind == 'heading' else ''}{draw(edited(paragraph.text, ORDINARY))}")
            )
    draft = read_draft(splice(read.draft.source, changes))
    return read, WorkingText(draft, number(draft), NAMES), made


@given(rounds())
@settings(max_examples=150)
def test_what_is_on_the_table_is_read_back_from_the_compilation(
    trial: tuple[WorkingText, WorkingText, list[Proposal]],
) -> None:
    read, now, made = trial
    tabled = table(made, (), trace([Version("t0", read.draft), Version("t1", now.draft)]))
    found = compile_text(now, tabled.values(), {})
    told = [each.id for each in found.entries] + [each.tabled.proposal.id for each in found.unplaced]
    assert sorted(told) == sorted(tabled)
    for entry in found.entries:
        held = entry.tabled
        assert entry.amendment == shortest(
            now,
            replace(held.proposal.amendment, first=held.first, last=held.last, wording=held.own_wording, to=held.to),
        )
    expected = Counter(Printed(*each.claim[::2], each.amendment) for each in found.entries)
    assert Counter(read_compilation(now, found.inline())) == expected
