"""What a drafter sees of a file: proposals in Markdown, in the right name, at the right place."""

from datetime import UTC, datetime

import pytest
from tests.intake.notation import AUTHORS, marked, remark

from zerodraft.core.comparison.changes import Op
from zerodraft.core.negotiation.proposal import Kind
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.intake.critic_markup import read_critic_markup
from zerodraft.intake.markdown_input import read_markdown, read_plain_text
from zerodraft.intake.marked import Block, Marked, Notice, Point, Remark, Revision, Run, Shape, Sort
from zerodraft.intake.received import Basis, Received, Submitted, Unplaced, Went
from zerodraft.intake.receiving import receive

TEXT_ID = "5a" * 20
VERSION = """# Message on Harbours

*Recalling* the **Charter**[^1], and noting the States' right of access,

## Ships

1. We *shall* act by 2030, whatever it costs.

2. We resolve to keep:

(a) charts for safety;

(b) lights for the night.

3. We thank the pilots of all harbours.

4. We meet again in the autumn.

[^1]: Charter of the United Nations.
"""
FILE = """Message on Harbours
Recalling the Charter[^1], and noting the States’ right of access,
Ships
1. We shall act by 2030, whatever it costs.
2. We resolve to keep:
(a) charts for safety;
(b) lights for the night.
3. We thank the pilots of all harbours.
4. We meet again in the autumn.
"""


def on(version: str = VERSION) -> Basis:
    draft = read_draft(version)
    return Basis(TEXT_ID, draft, number(draft))


def received(file: Marked, version: str = VERSION) -> Received:
    return receive(file, on(version), AUTHORS, "FJI")


def edited(old: str, new: str) -> Received:
    """What comes of the file with some words changed, in notation."""
    assert FILE.count(old) == 1
    return received(marked(FILE.replace(old, new)))


def only(found: Received) -> Submitted:
    (proposal,) = found.proposals
    assert not found.tray
    assert not proposal.doubt
    return proposal


Told = tuple[str, Kind, str, tuple[str, ...]]


def told(found: Received) -> list[Told]:
    return [(each.delegation, each.amendment.kind, each.paragraph, each.amendment.wording) for each in found.proposals]


# --- one author -----------------------------------------------------------------------------------


def test_a_copy_as_it_was_sent_says_nothing() -> None:
    assert received(marked(FILE)) == Received()


def test_new_words_stand_in_the_markdown_of_the_old_ones() -> None:
    found = only(edited("shall act", "{-J shall-}{+J should+} act"))
    assert found.amendment.wording == ("We *should* act by 2030, whatever it costs.",)
    assert (found.delegation, found.author, found.paragraph) == ("JPN", "J", "1")
    assert found.date == datetime(2021, 11, 1, tzinfo=UTC)


def test_emphasis_links_and_notes_elsewhere_survive() -> None:
    found = only(edited("right of access", "right of {+J free +}access"))
    assert found.amendment.wording == ("*Recalling* the **Charter**[^1], and noting the States' right of free access,",)


@pytest.mark.parametrize(
    "words",
    [
        "{-J Recalling-}{+J Reaffirming+} the",
        "{+J Reaffirming+}{-J Recalling-} the",
        "Re{-J calling-}{+J affirming+} the",
    ],
)
def test_the_first_words_of_a_paragraph_keep_the_emphasis_of_those_in_whose_place_they_come(words: str) -> None:
    found = only(edited("Recalling the", words))
    assert found.amendment.wording[0].startswith("*Reaffirming* the **Charter**")


def test_signs_that_were_typed_are_words() -> None:
    found = only(edited("whatever it costs", "whatever {-J it costs-}{+J *it* takes <b>+}"))
    assert found.amendment.wording == ("We *shall* act by 2030, whatever \\*it\\* takes &lt;b>.",)


def test_all_changes_of_a_paragraph_are_one_proposal() -> None:
    assert told(edited("act by 2030", "{+J always +}act {-J by 2030-}{+J soon+}")) == [
        ("JPN", Kind.REPLACE, "1", ("We *shall* always act soon, whatever it costs.",))
    ]


def test_paragraphs_put_in_beside_each_other_are_one_proposal() -> None:
    found = edited("3. We thank", "{+J We thank the hosts.¶We thank all.¶+}3. We thank")
    assert told(found) == [("JPN", Kind.INSERT, "2", ("We thank the hosts.", "We thank all."))]
    assert only(found).amendment.first == 7


def test_a_paragraph_may_also_be_put_in_behind_another_ones_words() -> None:
    found = edited("whatever it costs.", "whatever it costs.{+J ¶We mean it.+}")
    assert told(found) == [("JPN", Kind.INSERT, "1", ("We mean it.",))]
    assert {entry.text for entry in found.account} == {"\nWe mean it."}


def test_an_item_goes_on_with_the_list_before_it() -> None:
    assert told(edited("3. We", "{+J (c) pilots.¶+}3. We")) == [("JPN", Kind.INSERT, "2(b)", ("pilots.",))]


def test_a_new_paragraph_brings_the_numbers_of_its_own_list() -> None:
    found = edited("4. We meet", "{+J 4. We ask for:¶(a) boats;¶(b) ropes.¶+}4. We meet")
    assert told(found) == [("JPN", Kind.INSERT, "3", ("We ask for:", "(a) boats;", "(b) ropes."))]


def test_a_new_heading_is_one() -> None:
    shapes = (*(Shape() for _ in range(8)), Shape(Sort.HEADING, 1))
    file = marked(FILE.replace("4. We meet", "{+J Review¶+}4. We meet"), shapes)
    assert told(received(file)) == [("JPN", Kind.INSERT, "3", ("## Review",))]


def test_paragraphs_taken_out_beside_each_other_are_one_proposal() -> None:
    found = edited(
        "(a) charts for safety;\n(b) lights for the night.\n", "{-J (a) charts for safety;¶(b) lights for the night.¶-}"
    )
    assert told(found) == [("JPN", Kind.DELETE, "2(a)", ())]
    assert (only(found).amendment.first, only(found).amendment.last) == (5, 7)


def test_a_paragraph_whose_words_are_all_taken_out_is_deleted_though_its_mark_stays() -> None:
    found = edited("We thank the pilots of all harbours.", "{-J We thank the pilots of all harbours.-}")
    assert told(found) == [("JPN", Kind.DELETE, "3", ())]


def test_a_paragraph_deleted_from_the_end_of_the_one_before_is_deleted() -> None:
    found = edited("harbours.\n4. We meet again in the autumn.\n", "harbours.{-J ¶4. We meet again in the autumn.-}\n")
    assert told(found) == [("JPN", Kind.DELETE, "4", ())]


def test_a_split_keeps_the_markdown_of_both_halves() -> None:
    found = edited("noting the", "{+J ¶+}noting the")
    assert told(found) == [
        ("JPN", Kind.SPLIT, "PP1", ("*Recalling* the **Charter**[^1], and", "noting the States' right of access,"))
    ]


def test_two_paragraphs_become_one() -> None:
    found = edited("harbours.\n4. We meet", "harbours{-J .¶4. We-}{+J  and+} meet")
    assert told(found) == [
        ("JPN", Kind.JOIN, "3", ("We thank the pilots of all harbours and meet again in the autumn.",))
    ]


def test_other_words_for_a_whole_paragraph_replace_it() -> None:
    found = edited(
        "3. We thank the pilots of all harbours.\n",
        "{-J 3. We thank the pilots of all harbours.¶-}{+J Ports are open.¶+}",
    )
    assert told(found) == [("JPN", Kind.REPLACE, "3", ("Ports are open.",))]


def test_a_paragraph_taken_out_here_and_put_in_there_has_moved() -> None:
    text = FILE.replace("(a) charts for safety;\n", "{-J (a) charts for safety;¶-}")
    found = received(marked(text.replace("4. We meet", "{+J charts for safety;¶+}4. We meet")))
    assert told(found) == [("JPN", Kind.MOVE, "2(a)", ("charts for safety;",))]
    assert only(found).amendment.to == 8
    assert {entry.at for entry in found.account} == {0}


def test_a_move_that_the_file_tells_may_be_reworded_and_keeps_its_markdown() -> None:
    gone, come = (Revision(op, "J", None, move="7") for op in (Op.DELETED, Op.INSERTED))
    blocks = list(marked(FILE).blocks)
    blocks[3] = Block((Run("We shall act by 2030, whatever it costs.", (gone,)),), (gone,))
    blocks.insert(8, Block((Run("We shall act by 2025, whatever it costs.", (come,)),), (come,)))
    found = received(Marked(tuple(blocks)))
    assert told(found) == [("JPN", Kind.MOVE, "1", ("We *shall* act by 2025, whatever it costs.",))]


def test_spaces_and_numbers_alone_are_no_proposal_but_are_told() -> None:
    found = edited("3. We thank", "{-J 3-}{+J 4+}. We {+J  +}thank")
    assert found.proposals == ()
    assert [(each.code, each.times) for each in found.notices] == [("spacing", 3)]
    assert {entry.went for entry in found.account} == {Went.NOTICE}


# --- several authors ------------------------------------------------------------------------------


def test_who_changes_anothers_words_amends_the_proposal() -> None:
    found = edited("by 2030", "by {-N 2030-}{+N {-J 2028-}+}{+J 2027+}")
    assert told(found) == [
        ("NOR", Kind.REPLACE, "1", ("We *shall* act by 2028, whatever it costs.",)),
        ("JPN", Kind.REPLACE, "1", ("We *shall* act by 2027, whatever it costs.",)),
    ]
    assert [each.answers for each in found.proposals] == [None, 0]


def test_two_who_change_different_words_of_a_paragraph_each_propose_their_own() -> None:
    found = edited("by 2030, whatever it costs", "by {-N 2030-}{+N 2028+}, whatever it {-J costs-}{+J takes+}")
    assert told(found) == [
        ("NOR", Kind.REPLACE, "1", ("We *shall* act by 2028, whatever it costs.",)),
        ("JPN", Kind.REPLACE, "1", ("We *shall* act by 2030, whatever it takes.",)),
    ]
    assert [each.builds_on for each in found.proposals] == [(), ()]


def test_who_rewords_one_of_anothers_new_paragraphs_amends_all_of_the_proposal() -> None:
    found = edited("3. We", "{+N We thank {-J the hosts-}{+J Bali+}.¶We thank all.¶+}3. We")
    assert told(found) == [
        ("NOR", Kind.INSERT, "2", ("We thank the hosts.", "We thank all.")),
        ("JPN", Kind.INSERT, "2", ("We thank Bali.", "We thank all.")),
    ]
    assert found.proposals[1].answers == 0


@pytest.mark.parametrize("words", ["{-J and-}{+J or+} in full", "and {-J in full-}{+J in whole+}"])
def test_who_rewords_what_another_put_behind_a_paragraph_does_nothing_to_that_paragraph(words: str) -> None:
    found = edited("(b) lights for the night.", "(b) lights for the night.{+N ¶" + words + ";+}")
    assert [(code, kind) for code, kind, _, _ in told(found)] == [("NOR", Kind.INSERT), ("JPN", Kind.INSERT)]
    assert (found.proposals[1].answers, found.proposals[1].doubt, found.tray) == (0, "", ())


def test_who_takes_out_all_that_another_put_in_takes_a_position_and_that_is_for_the_drafter() -> None:
    found = edited("3. We", "{+N {-J We thank the hosts.¶-}+}3. We")
    assert told(found) == [("NOR", Kind.INSERT, "2", ("We thank the hosts.",))]
    reason = "It takes out words that only NOR proposes: a position on that proposal."
    assert found.tray == (Unplaced("JPN", "J", "We thank the hosts.\n", reason),)


def test_a_name_that_nobody_is_known_by_is_the_senders() -> None:
    assert only(edited("by 2030", "by 2030{+X  at last+}")).delegation == "FJI"


# --- what nobody marked ---------------------------------------------------------------------------


def test_a_change_without_a_mark_is_told_in_the_name_of_the_sender() -> None:
    found = edited("by 2030, whatever it costs", "by 2029, whatever it {-J costs-}{+J takes+}")
    assert told(found) == [
        ("FJI", Kind.REPLACE, "1", ("We *shall* act by 2029, whatever it costs.",)),
        ("JPN", Kind.REPLACE, "1", ("We *shall* act by 2030, whatever it takes.",)),
    ]
    assert [each.is_untracked for each in found.proposals] == [True, False]
    assert found.tally(Went.UNTRACKED) == (2, 8)


def test_a_marked_change_of_words_that_the_version_does_not_have_builds_on_the_unmarked_one() -> None:
    found = edited("by 2030", "by {-J 2029-}{+J 2028+}")
    assert [each.amendment.wording[0] for each in found.proposals] == [
        "We *shall* act by 2029, whatever it costs.",
        "We *shall* act by 2028, whatever it costs.",
    ]
    assert found.proposals[1].answers == 0


def test_in_a_copy_without_any_marks_all_differences_are_proposals() -> None:
    text = FILE.replace("by 2030", "by 2028").replace("(b) lights for the night.\n", "")
    found = received(marked(text))
    assert told(found) == [
        ("FJI", Kind.REPLACE, "1", ("We *shall* act by 2028, whatever it costs.",)),
        ("FJI", Kind.DELETE, "2(b)", ()),
    ]
    assert found.untracked == ()


def test_a_paragraph_that_stands_elsewhere_in_a_copy_has_moved() -> None:
    line = "3. We thank the pilots of all harbours.\n"
    found = received(marked(FILE.replace(line, "").replace("1. We", line + "1. We")))
    assert told(found) == [("FJI", Kind.MOVE, "3", ("We thank the pilots of all harbours.",))]
    assert only(found).amendment.to == 3
    assert found.tally(Went.PROPOSAL).characters == 2 * len("We thank the pilots of all harbours.")


def test_words_so_different_that_it_may_be_another_paragraph_need_a_yes() -> None:
    found = received(marked(FILE.replace("We thank the pilots of all harbours.", "Fish is plenty where nets are few.")))
    assert [each.doubt for each in found.proposals] == [
        "The paragraph reads so differently in the file that it may be another one than 3."
    ]


def test_a_letterhead_is_put_by() -> None:
    found = received(marked("Republic of Fiji\nComments on Rev.1\n" + FILE))
    assert found.proposals == ()
    assert found.tray == (
        Unplaced("FJI", "", "Republic of Fiji\nComments on Rev.1", "It stands before the text, as a letterhead does."),
    )


def test_an_extract_deletes_nothing() -> None:
    found = received(marked("1. We shall act by {-J 2030-}{+J 2028+}, whatever it costs.\n"))
    assert told(found) == [("JPN", Kind.REPLACE, "1", ("We *shall* act by 2028, whatever it costs.",))]
    assert found.notices == (
        Notice("extract", "The file holds 1 of 9 paragraphs; the others are taken as they stand."),
    )


# --- notes and tables -----------------------------------------------------------------------------


def note(name: str, *runs: Run) -> Block:
    shape = Shape(Sort.NOTE)
    return Block(runs, shape=shape, former=shape, place=(name,))


def put_in(text: str) -> Run:
    return Run(text, (Revision(Op.INSERTED, "J"),))


def with_notes(text: str, *notes: Block) -> Marked:
    return Marked((*marked(text).blocks, *notes))


def test_a_reworded_footnote_is_a_proposal_on_it() -> None:
    file = with_notes(FILE, note("1", Run("Charter of the United Nations"), put_in(", 1945"), Run(".")))
    assert told(received(file)) == [("JPN", Kind.REPLACE, "N1", ("Charter of the United Nations, 1945.",))]


def test_a_reference_that_is_taken_out_goes_from_the_wording() -> None:
    file = with_notes(FILE.replace("[^1]", "{-J [^1]-}"), note("1", Run("Charter of the United Nations.")))
    assert told(received(file))[0][3] == ("*Recalling* the **Charter**, and noting the States' right of access,",)


def test_a_new_footnote_gets_the_next_free_name() -> None:
    file = with_notes(
        FILE.replace("all harbours.", "all harbours{+J [^9]+}."),
        note("1", Run("Charter of the United Nations.")),
        note("9", put_in("On Bali.")),
    )
    assert told(received(file)) == [
        ("JPN", Kind.REPLACE, "3", ("We thank the pilots of all harbours[^2].",)),
        ("JPN", Kind.INSERT, "4", ("[^2]: On Bali.",)),
    ]


TABLE = VERSION + "\n| port | depth |\n|---|---|\n| Bali | 12 |\n"


def cell(row: int, column: int, *runs: Run) -> Block:
    shape = Shape(Sort.CELL)
    return Block(runs, shape=shape, former=shape, place=(0, row, column))


def with_table(*cells: Block) -> Marked:
    return Marked((*marked(FILE).blocks, *cells))


HEAD = (cell(0, 0, Run("port")), cell(0, 1, Run("depth")))


def test_changes_in_a_table_are_put_by_with_their_words() -> None:
    new_row = cell(2, 0, put_in("Lae")), cell(2, 1, put_in("30"))
    found = received(with_table(*HEAD, cell(1, 0, Run("Bali")), cell(1, 1, Run("12"), put_in(".5")), *new_row), TABLE)
    assert found.proposals == ()
    assert [(each.delegation, each.text) for each in found.tray] == [("JPN", ".5"), ("JPN", "Lae"), ("JPN", "30")]
    assert {each.reason for each in found.tray} == {"It stands in a table, which only the drafter can change."}


# --- remarks --------------------------------------------------------------------------------------


def commented(text: str, *remarks: tuple[str, str]) -> Received:
    file = marked(text)
    found = tuple(remark(file, words, body, number=str(at)) for at, (words, body) in enumerate(remarks))
    return received(Marked(file.blocks, found))


def test_a_remark_is_anchored_on_the_words_of_the_version() -> None:
    (said,) = commented(FILE, ("the Charter", "Which one?")).comments
    assert (said.delegation, said.paragraph, said.body, said.quote) == ("JPN", "PP1", "Which one?", "")
    assert (said.anchor.ordinal, said.anchor.exact) == (1, "the **Charter")
    assert said.anchor.suffix.startswith("**[^1], and")


def test_a_remark_on_a_whole_paragraph_is_anchored_on_it() -> None:
    (said,) = commented(FILE, ("4. We meet again in the autumn.", "Where?")).comments
    assert (said.anchor.ordinal, said.anchor.exact, said.quote) == (8, "", "")


def test_a_remark_on_new_words_is_anchored_on_the_paragraph_and_quotes_them() -> None:
    (said,) = commented(FILE.replace("by 2030", "by {+J the year +}2030"), ("the year", "So it is clear.")).comments
    assert (said.anchor.ordinal, said.anchor.exact) == (3, "")
    assert (said.quote, said.about) == ("the year", 0)


def test_a_remark_over_old_and_new_words_is_anchored_on_the_old_ones_and_quotes_all() -> None:
    (said,) = commented(FILE.replace("by 2030", "by {+J the year +}2030"), ("by the year 2030", "Hm.")).comments
    assert (said.anchor.exact, said.quote) == ("by 2030", "by the year 2030")


def test_a_remark_without_words_stands_on_the_title() -> None:
    found = received(Marked(marked(FILE).blocks, (Remark("1", "J", None, "On the whole."),)))
    assert [(each.anchor.ordinal, each.paragraph) for each in found.comments] == [(0, "title")]


def test_a_remark_on_a_point_stands_on_the_paragraph() -> None:
    found = received(Marked(marked(FILE).blocks, (Remark("1", "J", None, "Here.", Point(3, 9), Point(3, 9)),)))
    assert [(each.anchor.ordinal, each.anchor.exact, each.quote) for each in found.comments] == [(3, "", "")]


def test_replies_and_resolved_threads_are_kept() -> None:
    first = Remark("8", "N", None, "Why?", Point(3, 0), Point(3, 5), resolved=True)
    reply = Remark("9", "J", None, "So.", Point(3, 0), Point(3, 5), reply_to="8", is_guessed=True)
    found = received(Marked(marked(FILE).blocks, (first, reply, Remark("10", "J", None, "?", reply_to="404"))))
    assert [(each.delegation, each.reply_to, each.is_guessed, each.resolved) for each in found.comments] == [
        ("NOR", None, False, True),
        ("JPN", 0, True, False),
        ("JPN", None, False, False),
    ]


def test_a_remark_on_a_cell_is_anchored_in_the_table() -> None:
    file = with_table(*HEAD, cell(1, 0, Run("Bali")), cell(1, 1, Run("12")))
    block = len(file.blocks) - 2
    found = received(Marked(file.blocks, (Remark("1", "J", None, "Which?", Point(block, 0), Point(block, 4)),)), TABLE)
    assert [(each.paragraph, each.anchor.exact) for each in found.comments] == [("T1", "Bali")]


# --- other kinds of files -------------------------------------------------------------------------


def test_a_copy_in_markdown_keeps_the_signs_that_were_typed() -> None:
    source = VERSION.replace("## Ships", "*Mindful* of [all](http://e.org/1),\n\n## Ships").replace("2030", "**2028**")
    assert told(received(read_markdown(source))) == [
        ("FJI", Kind.INSERT, "PP1", ("*Mindful* of [all](http://e.org/1),",)),
        ("FJI", Kind.REPLACE, "1", ("We *shall* act by **2028**, whatever it costs.",)),
    ]


def test_other_emphasis_alone_is_no_proposal() -> None:
    assert received(read_markdown(VERSION.replace("*Recalling*", "_Recalling_"))).proposals == ()


def test_a_printed_copy_is_compared_by_its_words() -> None:
    printed = (
        FILE.replace("Ships\n", "Ships\n-----\n").replace("\n", "\n\n").replace("[^1]", "¹").replace("2030", "2028")
    )
    found = received(read_plain_text(printed.replace("Ships\n\n--", "Ships\n--") + "¹ Charter of the United Nations."))
    assert told(found) == [("FJI", Kind.REPLACE, "1", ("We *shall* act by 2028, whatever it costs.",))]


def test_critic_markup_is_a_marked_file() -> None:
    source = VERSION.replace("2030", "{~~2030~>2028~~}{>>Japan: sooner<<}").replace("3. We", "{--3--}{++4++}. We")
    found = receive(read_critic_markup(source, lambda name: name == "Japan"), on(), {"Japan": "JPN"}, "FJI")
    assert told(found) == [("FJI", Kind.REPLACE, "1", ("We *shall* act by 2028, whatever it costs.",))]
    assert [(each.delegation, each.body, each.quote) for each in found.comments] == [("JPN", "sooner", "2028")]


def test_a_version_without_a_paragraph_takes_everything_in_as_new() -> None:
    file = Marked(marked("{+J We begin.+}\n").blocks, (Remark("1", "J", None, "At last."),))
    found = receive(file, on(""), AUTHORS, "FJI")
    assert told(found) == [("JPN", Kind.INSERT, "", ("We begin.",))]
    assert [(each.text, each.is_comment) for each in found.tray] == [("At last.", True)]
