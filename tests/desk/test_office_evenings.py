"""A file that left the house comes back from LibreOffice with the changes of three delegations: what goes on the table
is what each of them did, at its place, in its name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from tests.desk.council import open_desk
from tests.intake.office import Session, edited, needs_office

from zerodraft.desk.arriving import Delivery
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.outgoing import Order
from zerodraft.desk.taking_in import Consent
from zerodraft.desk.texts import Beginning
from zerodraft.formats.settings import Settings

pytestmark = [needs_office, pytest.mark.slow]

AUTHORS = {"Mere Fiji": "FJI", "Este Norway": "NOR", "Juta Denmark": "DNK"}


class Told(NamedTuple):
    """A proposal as it lies on the table; `amends` is the wording of the one that it answers."""

    delegation: str
    paragraph: str
    wording: tuple[str, ...]
    amends: tuple[str, ...] = ()


def back_on_the_table(desk: Desk, slug: str, sessions: list[Session], folder: Path) -> tuple[str, set[Told]]:
    """What is said when the file of the last evening is taken in, and all proposals that come of it."""
    desk.issue(desk.open(slug), Issue("Zero Draft"))
    sent = desk.export(desk.open(slug), Order("clean", "docx", version="zero-draft"))
    delivery = Delivery("group.docx", edited(sent, sessions, folder)[-1], "FIN", authors=AUTHORS)
    dossier = desk.open(slug)
    preview = desk.look_into(dossier, delivery)
    assert (preview.warning, preview.unknown) == ("", ())
    sentence = desk.take_in(dossier, preview, Consent()).sentence
    made = {each.id: each for each in desk.open(slug).proposals}
    told = {
        Told(
            each.delegation,
            each.paragraph,
            each.amendment.wording,
            made[each.answers].amendment.wording if each.answers else (),
        )
        for each in made.values()
    }
    assert len(told) == len(made)
    return sentence, told


def test_what_three_delegations_did_on_three_evenings_lies_on_the_table(desk: Desk, tmp_path: Path) -> None:
    fiji, norway, denmark = AUTHORS
    sessions = [
        Session(
            author=fiji,
            edits=[
                ("replace", "small ships", "ships of any size"),
                ("insert after", "each country", " and territory"),
                ("add paragraph after", "in one language", "and in full;"),
                ("delete paragraph", "We support the exchange"),
            ],
        ),
        Session(
            author=norway,
            edits=[
                ("replace", "in the autumn", "in the spring"),
                ("replace", "any size", "all flags"),
                ("split after", "invite each country and territory"),
            ],
        ),
        Session(
            author=denmark,
            edits=[
                ("replace", "once a year", "twice a year"),
                ("replace", "and in full", "and in whole"),
                ("replace", "Recalling", "Reaffirming"),
            ],
        ),
    ]
    ships = "We agree to keep ports open to ships of {}."
    sentence, told = back_on_the_table(desk, "note", sessions, tmp_path)
    assert sentence == "Finland: 10 proposals from group.docx."
    assert told == {
        Told("DNK", "PP1", ("*Reaffirming* the seminar of the year before,",)),
        Told("FJI", "1", (ships.format("any size"),)),
        Told("NOR", "1", (ships.format("all flags"),), (ships.format("any size"),)),
        Told("FJI", "2", ("We invite each country and territory to report on its ports:",)),
        Told("NOR", "2", ("We invite each country", "to report on its ports:")),
        Told("DNK", "2(a)", ("twice a year;",)),
        Told("FJI", "2(b)", ("and in full;",)),
        Told("DNK", "2(b)", ("and in whole;",), ("and in full;",)),
        Told("NOR", "3", ("We decide to meet again in the spring.",)),
        Told("FJI", "4", ()),
    }


@dataclass
class Word:
    """A word of a paragraph: who put it in, who took it out; "" for nobody."""

    text: str
    put_in: str = ""
    taken_out: str = ""


@dataclass
class Evenings:
    """Edits for LibreOffice, and what should come of them. No word is used twice, and nobody works beside another's
    words but on them."""

    chance: Random
    used: int = 0
    lines: list[list[Word]] = field(default_factory=list)
    done: set[tuple[int, int]] = field(default_factory=set)

    def begin(self, count: int) -> str:
        """The version: so many numbered paragraphs."""
        self.lines = [[Word(word) for word in self._new(self.chance.randint(6, 10))] for _ in range(count)]
        paragraphs = (f"{number}. {' '.join(word.text for word in line)}" for number, line in enumerate(self.lines, 1))
        return "\n\n".join(("# Evenings", *paragraphs)) + "\n"

    def evening(self, author: str, count: int) -> Session:
        return Session(author=author, edits=[self._edit(AUTHORS[author]) for _ in range(count)])

    def _new(self, count: int) -> list[str]:
        self.used += count
        return [f"word{number}x" for number in range(self.used - count, self.used)]

    def _edit(self, code: str) -> tuple[str, ...]:
        """A word is exchanged: one of the version, or one that another exchanged for it."""
        at = self.chance.randrange(len(self.lines))
        line, (new,) = self.lines[at], self._new(1)
        if self.chance.random() < 0.4:
            theirs = [word for word in line if word.put_in not in ("", code) and not word.taken_out]
            if theirs:
                return self._exchange(line, self.chance.choice(theirs), new, code)
        free = [word for place, word in enumerate(line) if self._is_free(line, place)]
        return self._exchange(line, self.chance.choice(free), new, code) if free else self._edit(code)

    def _is_free(self, line: list[Word], place: int) -> bool:
        around = line[max(0, place - 1) : place + 2]
        return 0 < place < len(line) - 1 and not any(word.put_in or word.taken_out for word in around)

    def _exchange(self, line: list[Word], word: Word, new: str, code: str) -> tuple[str, ...]:
        word.taken_out = code
        line.insert(line.index(word) + 1, Word(new, code))
        return "replace", word.text, new

    def expected(self) -> Iterator[Told]:
        for number, line in enumerate(self.lines, 1):
            below: dict[str, set[str]] = {}
            for code in AUTHORS.values():
                if not any(code in (word.put_in, word.taken_out) for word in line):
                    continue
                on = {word.put_in for word in line if word.taken_out == code and word.put_in}
                below[code] = on.union(*(below[each] for each in on))
                parent = next((each for each in reversed(AUTHORS.values()) if each in below[code]), "")
                amends = (_read(line, {parent} | below[parent]),) if parent else ()
                yield Told(code, str(number), (_read(line, {code} | below[code]),), amends)


def _read(line: list[Word], accepted: set[str]) -> str:
    """How the paragraph reads with the changes of some and no others."""
    seen = (word for word in line if {word.put_in} <= {"", *accepted} and word.taken_out not in accepted)
    return " ".join(word.text for word in seen)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_three_delegations_do_lies_on_the_table(seed: int, tmp_path: Path) -> None:
    evenings = Evenings(Random(seed))
    with open_desk(tmp_path / "workspace") as desk:
        desk.new("evenings", Beginning(Settings(conference="Evenings"), source=evenings.begin(12)))
        sessions = [evenings.evening(author, 14) for author in AUTHORS]
        _, told = back_on_the_table(desk, "evenings", sessions, tmp_path)
    assert told == {*evenings.expected()}
