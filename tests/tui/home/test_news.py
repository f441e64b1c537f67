"""What others did since the drafter left, in a few sentences, and the lines of the Today panel."""

from datetime import UTC, datetime, timedelta

from zerodraft.desk.dossier import LogEntry
from zerodraft.tui.home import today
from zerodraft.tui.home.news import others_acts, sentences
from zerodraft.tui.home.today import Line, Spot, Today, Waiting
from zerodraft.tui.widgets.row import fitted

NOW = datetime(2021, 11, 13, 20, 50, tzinfo=UTC)
BALI, NOTE = "bali-message", "note"


def act(name: str, who: str = "Japan", slug: str = BALI, sentence: str = "", *, undone: bool = False) -> LogEntry:
    moment = datetime(2021, 11, 13, 9, 0, tzinfo=UTC)
    return LogEntry("c0ffee", moment, who, "Budi", name, slug, sentence or f"{who} {name}s", undone)


def title_of(slug: str) -> str:
    return {BALI: "Bali Message", NOTE: "Note [1]"}.get(slug, slug)


def told(*acts: LogEntry) -> tuple[str, ...]:
    """The sentences for acts, of which the newest stands first."""
    return sentences(acts, title_of)


def test_a_delegation_that_commented_twice_is_named_once() -> None:
    assert told(act("comment"), act("reply", "Chile"), act("comment")) == (
        "Japan commented twice, Chile replied · Bali Message",
    )


def test_an_issued_version_is_told_first_and_in_the_words_of_the_record() -> None:
    acts = (act("comment", "Fiji"), act("issue", "Budi", sentence="Rev.3 issued"), act("save", "Budi"))
    assert told(*acts) == ("Rev.3 issued, Fiji commented, the text changed by Budi · Bali Message",)


def test_a_new_document_is_told_as_begun() -> None:
    assert told(act("save", "Ana"), act("save", "Budi"), act("new", "Budi", NOTE)) == (
        "The text changed twice · Bali Message",
        "Begun · Note [1]",
    )


def test_many_delegations_are_counted() -> None:
    names = ("Japan", "Chile", "Fiji", "India", "India", "India")
    assert told(*(act("comment", name) for name in names)) == ("4 delegations commented 6 times · Bali Message",)


def test_what_is_rare_is_counted_in_its_own_words() -> None:
    assert told(act("settle"), act("settle"), act("settings")) == (
        "The settings changed, 2 comments settled · Bali Message",
    )
    assert told(act("list", slug="")) == ("The list of delegations changed",)
    assert told(act("", slug=BALI)) == ("A change from outside zerodraft · Bali Message",)


def test_more_than_three_documents_are_told_in_three_lines() -> None:
    acts = [act("comment", slug=f"text-{number}") for number in (1, 2, 3, 4, 4)]
    assert told(*acts) == (
        "Japan commented · text-1",
        "Japan commented · text-2",
        "3 acts in 2 other documents",
    )


def test_three_documents_have_a_line_each() -> None:
    assert len(told(*(act("comment", slug=f"text-{number}") for number in range(3)))) == 3


def test_the_drafters_own_acts_and_what_was_taken_back_are_no_news() -> None:
    kept = act("comment", "Fiji")
    acts = [act("undo", "Budi"), act("comment", undone=True), kept, act("init", "Budi")]
    assert others_acts(acts, "Ana") == (kept,)
    assert others_acts(acts, "Budi") == ()


# --- the panel ------------------------------------------------------------------------------------


def panel(shown: Today) -> tuple[Line, ...]:
    return today.lines(shown, title_of, NOW)


def test_the_first_line_tells_where_the_drafter_was() -> None:
    (resume, *_) = panel(Today(Spot(BALI, "draft", (40, 3), "36")))
    assert resume == Line("Resume", "Bali Message", "resume", BALI, "¶ 36, in Draft")


def test_a_place_without_a_paragraph_is_told_without_one() -> None:
    (resume, *_) = panel(Today(Spot(NOTE, "versions", old="rev-1", new="rev-2")))
    assert (resume.words, resume.end) == ("Note [1]", "in Versions")


def test_where_there_is_no_room_the_title_is_shortened_and_not_the_place() -> None:
    (resume, *_) = panel(Today(Spot(BALI, "draft", (40, 3), "36")))
    drawn = "".join(piece.text for piece in fitted(today.row_of(resume), 44))
    assert drawn == "Resume          Bali Mes… ¶ 36, in Draft  r "


def test_whoever_was_never_here_learns_what_enter_does_and_what_was_done_last() -> None:
    assert panel(Today(latest=act("comment", sentence="Japan comments on paragraph 2"))) == (
        Line("Resume", "Nothing to go back to yet: enter opens the chosen document."),
        Line("Latest act", "Japan comments on paragraph 2 · Bali Message", "record", "", "today 09:00"),
    )


def test_only_the_first_line_of_the_news_bears_a_name() -> None:
    lines = panel(Today(Spot(BALI, "draft"), acts=(act("comment"), act("comment", slug=NOTE))))
    assert [(line.label, line.words) for line in lines[1:]] == [
        ("Since you left", "Japan commented · Bali Message"),
        ("", "Japan commented · Note [1]"),
    ]


def test_where_nobody_did_anything_that_is_said() -> None:
    assert panel(Today(Spot(BALI, "draft")))[1] == Line("Since you left", "Nothing was done by others.", "record")


def test_words_that_were_never_saved_are_told_with_their_hour_also_past_midnight() -> None:
    evening = datetime(2021, 11, 13, 20, 41, tzinfo=UTC)
    lines = panel(Today(waiting=(Waiting(BALI, evening), Waiting(NOTE, evening.replace(day=12)))))
    (past_midnight,) = today.lines(Today(waiting=(Waiting(BALI, evening),)), title_of, evening + timedelta(hours=4))[2:]
    assert past_midnight.words.startswith("Words of 20:41 were never saved")
    assert [(line.label, line.words, line.slug) for line in lines[2:]] == [
        ("Not saved", "Words of 20:41 were never saved: Draft offers them · Bali Message", BALI),
        ("", "Words of yesterday were never saved: Draft offers them · Note [1]", NOTE),
    ]
