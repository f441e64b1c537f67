"""Which comments are found: by words, by version, together with everything else that is wished for."""

import pytest
from tests.desk.council import saved

from zerodraft.core.negotiation.thread import State
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.selection import Wish, chosen, fits
from zerodraft.errors import NotThere


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    """Japan and Côte d'Ivoire on paragraph 1 of the Zero Draft, Fiji on 2(a) of Rev.1; the secretariat answered."""
    desk.issue(desk.open("note"), Issue("Zero Draft", "Consultation"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "All of them.", quote="small ships", occasion="Panel: Ports"))
    second = desk.comment(desk.open("note"), Remark("CIV", "1", "Après la pluie."))
    saved(desk, "in one language", "in two languages")
    desk.issue(desk.open("note"), Issue("Rev.1", "Negotiation"))
    desk.comment(desk.open("note"), Remark("FJI", "2(a)", "Twice [or thrice]."))
    desk.reply(desk.open("note"), Reply("SEC", second.name, "Noted with thanks."))
    return desk.open("note")


def speakers(dossier: Dossier, wish: Wish) -> list[str]:
    return [thread.root.delegation for thread in chosen(dossier, wish)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("all", "them"), ["JPN"]),
        (("all", "pluie"), []),
        (("apres",), ["CIV"]),
        (("noted",), ["CIV"]),
        (("small ships",), ["JPN"]),
        (("panel",), ["JPN"]),
        (("fiji",), ["FJI"]),
        (("[or",), ["FJI"]),
    ],
)
def test_words_are_looked_for_in_all_that_was_said(
    dossier: Dossier, words: tuple[str, ...], expected: list[str]
) -> None:
    assert speakers(dossier, Wish(words=words)) == expected


def test_the_version_that_was_read_can_be_wished_for(dossier: Dossier) -> None:
    assert speakers(dossier, Wish(on="zero-draft")) == ["JPN", "CIV"]
    assert speakers(dossier, Wish(on="rev-1")) == ["FJI"]


def test_everything_that_is_wished_for_must_fit(dossier: Dossier) -> None:
    assert speakers(dossier, Wish(state=State.OPEN)) == ["JPN", "FJI"]
    assert speakers(dossier, Wish(state=State.OPEN, on="zero-draft", paragraph="1", area=1)) == ["JPN"]
    assert speakers(dossier, Wish(state=State.OPEN, on="zero-draft", paragraph="1", area=2)) == []


def test_a_paragraph_that_is_not_there_is_refused_at_once(dossier: Dossier) -> None:
    with pytest.raises(NotThere, match="“99”"):
        fits(dossier, Wish(paragraph="99"))


def test_the_words_on_which_a_comment_was_made_can_be_read_when_they_are_gone(desk: Desk, dossier: Dossier) -> None:
    saved(desk, "We agree to keep ports open to small ships.\n\n", "")
    (gone, *_) = [each for each in desk.open("note").threads if each.root.delegation == "JPN"]
    assert desk.words_then(gone.root) == "We agree to keep ports open to small ships."
