"""CriticMarkup: what a marked file said before, what it says after, and what was remarked."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.comparison.changes import Op
from zerodraft.core.comparison.compare import compare
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.words import fold
from zerodraft.export.hands import Hand, Hands, Signed
from zerodraft.export.markdown.redline import redline_markdown
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.intake.critic_markup import read_critic_markup
from zerodraft.intake.marked import Marked, Point, Revision
from zerodraft.intake.received import Basis
from zerodraft.intake.receiving import receive
from zerodraft.intake.views import Seen, base, final

SIGNS = {Op.KEPT: ("", ""), Op.INSERTED: ("{++", "++}"), Op.DELETED: ("{--", "--}")}
WORDS = st.lists(st.sampled_from(["a", "be", " ", " ", ",", "{", "}", "++}", "~>", "\n\n", "\n"])).map("".join)
SEGMENTS = st.lists(st.tuples(st.sampled_from(Op), WORDS), max_size=8)


def read(source: str) -> Marked:
    return read_critic_markup(source, lambda name: name in ("Japan", "Norlandia"))


def texts(seen: tuple[Seen, ...]) -> list[str]:
    return [text for each in seen if (text := fold(each.text))]


def paragraphs(source: str) -> list[str]:
    return [each.text for each in read_draft(source).paragraphs]


def escaped(text: str) -> str:
    return text.replace("{", "&#123;").replace("}", "&#125;").replace("~", "&#126;")


@given(SEGMENTS)
def test_rejecting_all_marks_gives_the_old_text_and_accepting_them_the_new_one(
    segments: list[tuple[Op, str]],
) -> None:
    source = "".join(f"{SIGNS[op][0]}{escaped(text)}{SIGNS[op][1]}" for op, text in segments)
    marked = read(source)
    assert texts(base(marked)) == paragraphs("".join(text for op, text in segments if op is not Op.INSERTED))
    assert texts(final(marked)) == paragraphs("".join(text for op, text in segments if op is not Op.DELETED))


OLD = """# On Harbours

*Recalling* the {Charter} & the seas,

## Ships

1. We affirm that ports are open to every ship in need, whatever its flag.

2. We decide on the following, in the light of experience, for the ports of the region:

(a) charts for safety;

(b) lights for the night.
"""
NEW = """# On Harbours

*Recalling* the {Charter} & the wide seas,

## Ships

1. We decide on the following, in the light of experience:

2. For the ports of the region:

(a) charts for safety at sea;

(b) pilots, who know the way.

3. We thank the pilots.
"""


def sheet(source: str) -> Sheet:
    draft = read_draft(source)
    return Sheet("", "", "", "Rev.1", "", "", "en", draft, number(draft))


def test_our_own_redline_is_read_back_to_both_texts() -> None:
    old, new = sheet(OLD), sheet(NEW)
    written = redline_markdown(RedlineSheet(old, new, compare(old.draft, new.draft)))
    marked = read(written.decode())
    assert texts(base(marked)) == paragraphs(OLD)
    assert texts(final(marked)) == paragraphs(NEW)


def test_our_own_redline_is_taken_in_as_the_proposals_of_those_whose_words_they_are() -> None:
    old, new = sheet(OLD), sheet(NEW)
    moment = datetime(2026, 11, 5, 9, 30, tzinfo=UTC)
    every = {each.ordinal: [Signed(0, len(each.text), Hand("Japan", moment))] for each in new.draft.paragraphs}
    taken = {each.ordinal: [Signed(0, len(each.text), Hand("Japan", moment))] for each in old.draft.paragraphs}
    hands = Hands(Hand("Secretariat", moment), every, taken)
    redline = RedlineSheet(old, new, compare(old.draft, new.draft), hands=hands)
    marked = read(redline_markdown(redline).decode())
    found = receive(marked, Basis("5a" * 20, old.draft, old.numbers), {"Japan": "JPN", "Secretariat": "SEC"}, "FIN")
    assert {each.delegation for each in found.proposals} == {"JPN"}
    assert {each.date for each in found.proposals} == {moment}
    assert (found.comments, found.tray) == ((), ())


def test_a_name_before_a_remark_is_its_author() -> None:
    remarks = read("We act{>>Norlandia: by when?<<}. {>>Note: nothing<<}").remarks
    assert [(each.author, each.body) for each in remarks] == [("Norlandia", "by when?"), ("", "Note: nothing")]


def test_a_remark_is_set_on_the_words_marked_before_it() -> None:
    remarks = read("We {==all==}{>>all?<<}{>>Japan: all.<<} act {++now++}{>>why?<<}.").remarks
    assert [(each.start, each.end) for each in remarks] == [
        (Point(0, 3), Point(0, 6)),
        (Point(0, 3), Point(0, 6)),
        (Point(0, 11), Point(0, 14)),
    ]


def test_a_signature_behind_marks_is_that_of_all_of_them_and_no_remark() -> None:
    marked = read(
        "We {--all--}{++may {--not --}++}{>>Norlandia: 2026-11-05T09:30:00Z<<} {++act++}.{>>zerodraft: told<<}"
    )
    moment = datetime(2026, 11, 5, 9, 30, tzinfo=UTC)
    authors = {(each.author, each.date) for run in marked.blocks[0].runs for each in run.revisions if run.text != "act"}
    assert authors == {("Norlandia", moment)}
    assert marked.blocks[0].runs[-2].revisions == (Revision(Op.INSERTED, ""),)
    assert not marked.remarks


def test_a_signature_that_stands_behind_no_mark_is_a_remark() -> None:
    (said,) = read("We act{>>Japan: 2026-11-05T09:30:00Z<<}.").remarks
    assert (said.author, said.body) == ("Japan", "2026-11-05T09:30:00Z")
    assert len(read("We {++act++}{>>Japan: 2026-13-99T09:30:00Z<<}.").remarks) == 1


def test_a_mark_in_a_mark_is_both() -> None:
    (block,) = read("We {++shall {--always --}act++}.").blocks
    assert block.runs[2].text == "always "
    assert block.runs[2].revisions == (Revision(Op.INSERTED, ""), Revision(Op.DELETED, ""))


def test_a_sign_without_its_other_end_is_words_and_is_told() -> None:
    marked = read("We {++act. --} {~~no arrow~~}")
    assert texts(base(marked)) == ["We {++act. --} {~~no arrow~~}"]
    assert [(each.code, each.times) for each in marked.notices] == [("loose-mark", 4)]


def test_ten_thousand_open_signs_are_words() -> None:
    assert texts(base(read("{++" * 10_000))) == ["{++" * 10_000]
