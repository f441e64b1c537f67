"""Arguments that name nothing, that command a terminal, or that are a page long."""

import re
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import heard, state, told

HOSTILE = "\x1b]52;c;eA==\x07\u202e\u200b\x9b31m\U000e0041\u2066"
PAGE = "x" * 120_000
# Where a name is put: `{}` stands for it.
PLACES = (
    "show {}", "show harbour-note {}", "show harbour-note --at {}", "show harbour-note --focus-area {}",
    "show harbour-note --{}", "list {}", "list --{}", "comments {}", "comments harbour-note {}",
    "comments harbour-note --from {}", "comments harbour-note --paragraph {}", "comments harbour-note --state {}",
    "versions {}", "versions harbour-note {}", "log {}", "log -n {}", "log harbour-note {}", "diff {}",
    "diff harbour-note {}", "diff harbour-note rev-1 {}", "diff harbour-note rev-1 saved {}", "check {}",
    "delegations {}", "delegations --language {}", "delegations JPN {}", "export {}",
    "export harbour-note --version {}", "export harbour-note --against {}", "export harbour-note --to {}",
    "export harbour-note -o {}", "export harbour-note -o /nonexistent/{}.md", "issue {} Rev.2",
    "issue harbour-note {}", "issue harbour-note Rev.2 --stage {}", "issue harbour-note Rev.2 --date {}",
    "issue harbour-note Rev.2 {}", "new {}", "new third --title {}", "new third --kind {}", "new third --host {}",
    "new third --participant {}", "new third --from {}", "new third --text {}", "new third --text - --encoding {}",
    "new third --place {}", "new third --conference {}", "new third --date {}", "new third {}",
    "comment {} 2 --from JPN Words.", "comment harbour-note {} --from JPN Words.",
    "comment harbour-note 2 --from {} Words.", "comment harbour-note 2 --from JPN --quote {} Words.",
    "comment harbour-note 2 --from JPN --on {} Words.", "comment harbour-note 2 --from JPN --occasion {} Words.",
    "comment harbour-note --reply-to {} --from JPN Words.", "comment harbour-note 2 --from JPN Words. {}",
    "edit {} 2 --with Words.", "edit harbour-note {} --with Words.", "edit harbour-note 2 --with Words. --from {}",
    "edit harbour-note 2 --with Words. --answers {}", "edit harbour-note 2 --with Words. {}", "save {}",
    "save --from {}", "save harbour-note --answers {}", "save harbour-note {}", "undo {}", "undo harbour-note {}",
    "proposals {}", "proposals harbour-note {}", "proposals harbour-note --from {}",
    "proposals harbour-note --paragraph {}", "proposals harbour-note --state {}",
    "undo harbour-note {} x", "propose {} 1 --from JPN Words.", "propose harbour-note {} --from JPN Words.",
    "propose harbour-note 1 --from {} Words.", "propose harbour-note 1 --from JPN --with {} Words.",
    "propose harbour-note 1 --from JPN --on {} Words.", "propose harbour-note 1 --from JPN --until {} Words.",
    "propose harbour-note 1 --from JPN --move-after {}", "propose harbour-note --answers {} --from JPN Words.",
    "propose harbour-note 1 --from JPN --occasion {} Words.", "propose harbour-note 1 --from JPN Words. {}",
    "position {} JPN-1 --from FJI support", "position harbour-note {} --from FJI support",
    "position harbour-note JPN-1 --from {} support", "position harbour-note --paragraph {} --from FJI retain",
    "position harbour-note --paragraph 1 --quote {} --from FJI retain",
    "position harbour-note --paragraph 1 --on {} --from FJI retain",
    "position harbour-note --paragraph 1 --from FJI {}",
    "accept {} JPN-1", "accept harbour-note {}", "accept harbour-note JPN-1 --change {}", "reject harbour-note {}",
    "bracket harbour-note {}", "collisions {}", "collisions harbour-note {}",
    "withdraw harbour-note {}", "overtaken harbour-note {}",
    "overtaken harbour-note JPN-1 --by {}", "resolve {} 1 --lift", "resolve harbour-note {} --lift",
    "resolve harbour-note 1 {} --lift", "resolve harbour-note 1 --take {}", "resolve harbour-note 1 --lift --by {}",
    "agree {} 2", "agree harbour-note {}", "agree harbour-note 2 --by {}", "reopen {} 2 --why So.",
    "reopen harbour-note {} --why So.", "redo {}",
    "init a {}", "demo x {}", "demo --focus-area {}", "completion {}", "{}", "show --json={} x",
)  # fmt: skip


NAMED = tuple(place for place in PLACES if re.match(r"(?!delegations|list|demo|init|completion)\w+ \{}", place))


def _refused(ask: Ask, workspace: Path, place: str, name: str) -> None:
    answer = heard(ask(*(part.replace("{}", name) for part in place.split(" ")), at=workspace))
    assert answer.code in (2, 3, 4, 5, 6, 7), (place, answer)
    assert answer.out == ""
    assert "Error: " in answer.err, place
    assert "\nHint: " in answer.err, (place, answer.err)
    assert len(answer.err) < 1500, (place, answer.err[:300])


@pytest.mark.parametrize("name", [HOSTILE, PAGE], ids=["commands", "page"])
def test_words_that_name_nothing_are_refused_in_a_short_sentence_with_a_hint(
    ask: Ask, harbour: Path, name: str
) -> None:
    before = state(harbour)
    for place in PLACES:
        _refused(ask, harbour, place, name)
    assert state(harbour) == before


@pytest.mark.parametrize("name", ["../../etc/passwd", "-x", "a/b", "..", ".", "", "con", "Bali/", "a\nb"])
def test_a_name_that_no_declaration_can_have_is_refused_by_every_verb(ask: Ask, harbour: Path, name: str) -> None:
    before = state(harbour)
    for place in NAMED:
        _refused(ask, harbour, place, name)
    assert state(harbour) == before


def test_a_name_that_is_nearly_right_is_found_by_the_hint(ask: Ask, harbour: Path) -> None:
    for name in ("Harbour Note", "harbour_note", "harbour-note/", "harbor-note"):
        answer = heard(ask("show", name, at=harbour))
        assert answer == told(3, f"There is no declaration “{name}”.", "Did you mean harbour-note?")
    answer = heard(ask("new", "Harbour Notes", at=harbour))
    assert answer.err.endswith("\nHint: Try “harbour-notes”.\n")
    assert heard(ask("new", "harbour-notes", at=harbour)).code == 0


def test_a_verb_that_is_not_there_is_answered_with_near_ones(ask: Ask, tmp_path: Path) -> None:
    answer = heard(ask("isue", at=tmp_path))
    assert answer == told(
        2,
        "There is no command “isue”. Did you mean issue, save, list?",
        "`zerodraft --help` explains it, with examples.",
    )
