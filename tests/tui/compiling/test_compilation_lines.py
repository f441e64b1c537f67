"""The compilation as it is read on the screen, line by line."""

from collections.abc import Iterable

import pytest
from tests.tui.review.by_hand import doubtful, proposed, with_table

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.desk.compiling import compilation
from zerodraft.desk.dossier import Dossier
from zerodraft.tui.compiling import spots
from zerodraft.tui.compiling.compiled import Compiled, Wish
from zerodraft.tui.compiling.proposal_told import change_paras, elided
from zerodraft.tui.compiling.setting import Look, Setting
from zerodraft.tui.compiling.spots import Spot

OPEN = Wish(open_only=True)


def drawn(note: Compiled, shown: Iterable[Spot], look: Look, width: int = 70) -> list[str]:
    setting = Setting(note.dossier, tuple(shown), look)
    return [
        "".join(piece.text for piece in line) for index in range(len(setting)) for line in setting.lines(index, width)
    ]


def test_inline_every_proposal_stands_in_its_bracket_with_whose_it_is(note: Compiled) -> None:
    assert drawn(note, spots.inline(note, OPEN, attributed=True), Look()) == [
        "     Focus area 1: Ports",
        "   1 We [agree / intend - Indonesia] to keep [all - Japan; Fiji",
        "     delete] ports open to small [ships / vessels - Indonesia] [and to",
        "     fishing boats - Japan, Indonesia; Viet Nam; Fiji support].",
        "2(a)   [once a / every second - Japan; ASEAN delete; Indonesia",
        "       flexible] year;",
        "     Focus area 2: Ships",
        "   3 [We honour the crews. - Fiji delete]",
        "   5 We support the [free - Viet Nam] exchange of charts and [of -",
        "     Viet Nam] tables.",
    ]


def test_without_names_only_those_remain_that_the_text_has(note: Compiled) -> None:
    assert drawn(note, spots.inline(note, OPEN, attributed=False), Look(attributed=False))[1:3] == [
        "   1 We [agree / intend] to keep [all - Japan; Fiji delete] ports open",
        "     to small [ships / vessels] [and to fishing boats].",
    ]


def test_by_paragraph_each_proposal_stands_below_with_its_change_and_the_positions(note: Compiled) -> None:
    assert drawn(note, spots.by_paragraph(note, OPEN), Look(plain=True)) == [
        "     Focus area 1: Ports",
        "   1 We agree to keep [all - Japan; Fiji delete] ports open to small",
        "     ships.",
        "       IDN-1 Indonesia",
        "       We [-agree-]{+intend+} to keep [all - … ports open to small",
        "       [-ships-]{+vessels+}.",
        "       JPN-1 Japan, Indonesia",
        "       … ports open to small ships {+and to fishing boats+}.",
        "       support: Fiji",
        "       VNM-1 Viet Nam",
        "       … ports open to small ships {+and to fishing boats+}.",
        "2(a)   once a year;",
        "       JPN-2 Japan",
        "       [-once a-]{+every second+} year;",
        "       delete: ASEAN; flexible: Indonesia",
        "     Focus area 2: Ships",
        "   3 We honour the crews.",
        "       FJI-1 Fiji",
        "       deletes it",
        "   5 We support the exchange of charts and tables.",
        "       VNM-2 Viet Nam",
        "       We support the {+free+} exchange of charts and {+of+} tables.",
    ]


def test_by_paragraph_and_without_names_the_changes_remain(note: Compiled) -> None:
    assert drawn(note, spots.by_paragraph(note, OPEN), Look(attributed=False, plain=True))[-3:] == [
        "       deletes it",
        "   5 We support the exchange of charts and tables.",
        "       We support the {+free+} exchange of charts and {+of+} tables.",
    ]


def test_the_whole_text_is_there_unless_parts_are_hidden(note: Compiled) -> None:
    def ordinals(wish: Wish) -> list[int]:
        return [each.ordinal for each in spots.inline(note, wish, attributed=True)]

    assert ordinals(Wish()) == list(range(12))
    assert ordinals(Wish(frozenset({1, 3}))) == [0, 1, 7, 8, 9, 10]
    assert ordinals(Wish(frozenset({1, 2}), open_only=True)) == []


def test_in_a_narrow_window_the_number_stands_before_the_words(note: Compiled) -> None:
    assert drawn(note, spots.by_paragraph(note, OPEN), Look(), 30)[1:4] == [
        "1 We agree to keep [all -",
        "Japan; Fiji delete] ports open",
        "to small ships.",
    ]


def test_a_new_paragraph_stands_where_it_would_come_and_one_without_a_place_at_the_end(council: Dossier) -> None:
    lost = doubtful(proposed("FJI-9", 10, 11, "Gone words."), Outcome.DETACHED, "The paragraph is gone.")
    dossier = with_table(council, proposed("JPN-9", 9, 9, "We thank the hosts."), lost)
    note = Compiled(dossier, compilation(dossier))
    assert drawn(note, spots.inline(note, OPEN, attributed=True), Look())[-6:] == [
        "  Focus area 2: Ships",
        "3 We honour the crews.",
        "+ [3 bis. We thank the hosts. - Japan]",
        "  FJI-9 Fiji · on ¶ 1",
        "  The paragraph is gone.",
        "  Gone words.",
    ]
    assert drawn(note, spots.by_paragraph(note, OPEN), Look(plain=True))[-6:-3] == [
        "3 We honour the crews.",
        "    JPN-9 Japan",
        "    {+We thank the hosts.+}",
    ]


@pytest.mark.parametrize(
    ("amendment", "told"),
    [
        (Amendment("", 9, 11), ["deletes 2 paragraphs"]),
        (Amendment("", 9, 10, ("We thank the pilots who brought the ships home.",), 8), ["moves it after FA2"]),
        (Amendment("", 8, 9, ("*We honour* the crews.",)), ["changes its form, and no word"]),
        (Amendment("", 5, 6, ("twice a year;",)), ["[-once-]{+twice+} a year;"]),
    ],
)
def test_a_change_is_told_by_what_it_does(council: Dossier, amendment: Amendment, told: list[str]) -> None:
    paras = change_paras(council, amendment, plain=True)
    assert ["".join(piece.text for piece in each.pieces) for each in paras] == told


def test_of_what_stays_only_some_words_are_told() -> None:
    long = " ".join(map(str, range(20)))
    runs = (Run(Op.KEPT, long), Run(Op.INSERTED, "new"), Run(Op.KEPT, long), Run(Op.DELETED, "old"), Run(Op.KEPT, long))
    assert "|".join(run.text for run in elided(runs)) == (
        "… 15 16 17 18 19|new|0 1 2 3 4 … 15 16 17 18 19|old|0 1 2 3 4 …"
    )


def test_what_is_copied_has_its_number_and_a_line_each(note: Compiled) -> None:
    setting = Setting(note.dossier, tuple(spots.by_paragraph(note, OPEN)), Look(plain=True))
    assert setting.copied(1) == "1 We agree to keep [all - Japan; Fiji delete] ports open to small ships."
    assert (
        setting.copied(3)
        == "JPN-1 Japan, Indonesia\n… ports open to small ships {+and to fishing boats+}.\nsupport: Fiji"
    )
    assert setting.copied(99) == ""


def test_the_cursor_finds_its_proposal_or_its_paragraph_again(note: Compiled) -> None:
    everything = tuple(spots.by_paragraph(note, Wish()))
    some = tuple(spots.by_paragraph(note, OPEN))
    by_number = {each.tabled.proposal.number: each for each in everything if each.tabled}
    assert some[spots.nearest(some, by_number["VNM-2"])].tabled == by_number["VNM-2"].tabled
    assert some[spots.nearest(some, Spot(4))].ordinal == 5
    assert some[spots.nearest(some, Spot(11))] is some[-1]
