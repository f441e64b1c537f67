"""A text that is being typed is read as if it lay in the folder; and what is remembered changes nothing."""

import random

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import NOTE

from zerodraft.core.comparison.anchor import Rewritten, Standing
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.texts import Beginning
from zerodraft.errors import Refusal
from zerodraft.formats.settings import Settings


def opened_afresh(desk: Desk) -> Dossier:
    with Desk.at(desk.root) as other:
        return other.open("note")


def test_a_text_that_is_typed_is_read_as_if_it_lay_in_the_folder(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "All ships.", quote="small ships"))
    desk.comment(desk.open("note"), Remark("FRA", "2(a)", "Twice."))
    before = desk.open("note")
    source = NOTE.replace("## Focus area 1", "A new paragraph [shall - Atlantis.\n\n## Focus area 1").replace(
        "small s", "s"
    )
    typed = desk.reread(before, source)
    assert (typed.unsaved, typed.recorded) == (True, before.recorded)
    assert typed.draft.source == source
    assert [finding.code for finding in typed.findings] == ["unbalanced-bracket"]
    by_delegation = {each.comment.delegation: each for each in typed.placed.values()}
    assert {code: each.cite for code, each in by_delegation.items()} == {"JPN": "1", "FRA": "2(a)"}
    assert isinstance(by_delegation["JPN"].place, Rewritten)
    assert isinstance(by_delegation["FRA"].place, Standing)
    text_file(desk).write_text(source)
    assert desk.open("note") == typed


def test_nothing_of_what_is_typed_reaches_the_disk(desk: Desk) -> None:
    desk.reread(desk.open("note"), "Other words.")
    assert text_file(desk).read_text() == NOTE


def test_the_text_that_is_there_already_is_not_read_again(desk: Desk) -> None:
    before = desk.open("note")
    assert desk.reread(before, NOTE) is before
    typed = desk.reread(before, "Other words.")
    assert desk.reread(typed, NOTE) == before


def test_a_comment_that_stays_is_the_same_value(desk: Desk) -> None:
    desk.comment(desk.open("note"), Remark("JPN", "1", "All ships.", on="working"))
    desk.comment(desk.open("note"), Remark("FRA", "3", "Spring.", on="working"))
    before = desk.reread(desk.open("note"), NOTE.replace("autumn", "spring"))
    after = desk.reread(before, NOTE.replace("autumn", "winter"))
    stays = {each.comment.delegation: after.placed[id_] is each for id_, each in before.placed.items()}
    assert stays == {"JPN": True, "FRA": False}


def test_half_a_character_that_a_terminal_sent_is_read_too(desk: Desk) -> None:
    assert desk.reread(desk.open("note"), f"{NOTE}\ud83d").unsaved


def test_how_far_the_reading_of_many_versions_is_can_be_told(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    for old, new in (("small", "big"), ("autumn", "spring"), ("spring", "winter")):
        saved(desk, old, new)
    told: list[tuple[int, int]] = []
    with Desk.at(desk.root) as other:
        other.open("note", lambda done, of: told.append((done, of)))
        assert told == [(0, 3), (1, 3), (2, 3)]
        other.open("note", lambda done, of: told.append((done, of)))
        assert len(told) == 3


def an_act(desk: Desk, chance: random.Random, number: int) -> None:
    dossier = desk.open("note")
    paragraphs = dossier.draft.source.split("\n\n")
    match chance.randrange(8):
        case 0:
            desk.issue(dossier, Issue(f"Rev.{number}"))
        case 1 | 2:
            desk.comment(dossier, Remark("JPN", "1", f"Words {number}.", on=chance.choice(("", "working"))))
        case 3 if dossier.placed:
            desk.reply(dossier, Reply("SEC", chance.choice([*dossier.placed]), f"Answer {number}."))
        case 4:
            desk.undo("note")
        case 5:
            desk.redo("note")
        case _:
            place = chance.randrange(2, len(paragraphs) - 1)
            paragraphs[place : place + chance.randrange(2)] = [
                f"{paragraphs[place]} And {number}.",
                f"We add {number}.",
            ]
            desk.save(dossier, "\n\n".join(paragraphs))


@pytest.mark.parametrize("seed", range(3))
def test_a_desk_that_was_open_all_night_shows_what_one_shows_that_was_just_opened(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(25):
        try:
            an_act(desk, chance, number)
        except Refusal:
            continue
        dossier = desk.open("note")
        assert dossier == opened_afresh(desk)
        source = dossier.draft.source.replace("We", "We all", chance.randrange(4))
        typed = desk.reread(dossier, source)
        text_file(desk).write_text(source)
        assert typed == opened_afresh(desk)
        assert desk.reading(typed, "saved").numbers == dossier.reading.numbers
        text_file(desk).write_text(dossier.draft.source)


def test_a_list_of_delegations_that_is_changed_meanwhile_counts_from_then_on(desk: Desk) -> None:
    with pytest.raises(Refusal):
        desk.who("Atlantis")
    (desk.root / "declarations" / "delegations.toml").write_text('[ATL]\nen = "Atlantis"\n')
    assert desk.who("Atlantis").code == "ATL"
    assert desk.open("note").delegations.name("ATL", "en") == "Atlantis"
    (desk.root / "declarations" / "delegations.toml").unlink()
    with pytest.raises(Refusal):
        desk.who("Atlantis")


def test_of_many_declarations_that_were_looked_at_the_first_is_traced_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zerodraft.desk.lineages._MOST_JOURNEYS", 1)
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    saved(desk, "small", "big")
    desk.new("annex", Beginning(Settings(), source="# Annex\n\nWe agree.\n"))
    told: list[tuple[int, int]] = []
    for slug in ("note", "note", "annex", "note"):
        desk.open(slug, lambda done, of: told.append((done, of)))
    assert told == [(0, 1)]
