"""A journey gives what `trace` and `place_all` give from the first version on, whatever it remembers."""

import random
from collections.abc import Sequence
from itertools import count

import pytest

from zerodraft.core.comparison.anchor import Anchor, Standing
from zerodraft.core.comparison.journey import Journey
from zerodraft.core.comparison.lineage import Version, trace
from zerodraft.core.comparison.placement import place_all
from zerodraft.core.text.parse import read_draft

_WORDS = (
    *("We", "invite", "each", "country", "to", "report", "on", "its", "ports", "open", "ships", "charts"),
    *("tables", "harbour", "autumn", "language", "seminar"),
)


class History:
    """Versions of a short text, each edited at random from one before, and anchors on them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.versions: list[Version] = []
        self.gone: list[str] = []
        self.names = (f"t{number}" for number in count())
        self.add([self.sentence() for _ in range(self.chance.randint(1, 9))])

    def sentence(self) -> str:
        return " ".join(self.chance.choices(_WORDS, k=self.chance.randint(3, 14))) + "."

    def add(self, paragraphs: Sequence[str]) -> Version:
        source = "\n\n".join(paragraphs)
        if all(version.draft.source != source for version in self.versions):
            self.versions.append(Version(next(self.names), read_draft(source)))
        return self.versions[-1]

    def edit(self) -> Version:
        paragraphs = self.versions[-1].draft.source.split("\n\n")
        for _ in range(self.chance.randint(1, 3)):
            self._edit(paragraphs, self.chance.randrange(len(paragraphs)))
        return self.add(paragraphs)

    def _edit(self, paragraphs: list[str], place: int) -> None:
        words = paragraphs[place].split()
        match self.chance.randrange(7):
            case 0 if len(paragraphs) > 1:
                self.gone.append(paragraphs.pop(place))
            case 1:
                paragraphs.insert(place, self.sentence())
            case 2 if self.gone:
                paragraphs.insert(place, self.gone.pop())
            case 3 if len(words) > 5:
                paragraphs[place : place + 1] = [" ".join(words[:4]), " ".join(words[4:])]
            case 4 if place:
                paragraphs[place - 1 : place + 1] = [" ".join(paragraphs[place - 1 : place + 1])]
            case 5:
                paragraphs.insert(0, paragraphs.pop(place))
            case _:
                words[self.chance.randrange(len(words))] = self.chance.choice(_WORDS)
                paragraphs[place] = " ".join(words)

    def anchor(self) -> Anchor:
        version = self.chance.choice(self.versions)
        ordinal = self.chance.randrange(len(version.draft.paragraphs))
        text = version.draft.paragraphs[ordinal].text
        start = self.chance.randrange(len(text))
        exact = text[start : start + self.chance.choice((0, 3, 20, 60))]
        match self.chance.randrange(12):
            case 0:
                return Anchor("unknown", ordinal, exact)
            case 1:
                return Anchor(version.text_id, ordinal, "words that nobody wrote")
            case _:
                return Anchor(version.text_id, ordinal, exact, text[max(0, start - 9) : start], "")


@pytest.mark.parametrize("seed", range(60))
def test_a_journey_arrives_where_the_whole_way_leads(seed: int) -> None:
    history, journey = History(seed), Journey()
    anchors: list[Anchor] = []
    for _ in range(14):
        match history.chance.randrange(6):
            case 0 if len(history.versions) > 2:  # an act is undone
                del history.versions[history.chance.randrange(1, len(history.versions)) :]
            case 1 if len(history.versions) > 2:  # an older state is read, and what came after it is still known
                check(journey, history.versions[: history.chance.randrange(1, len(history.versions))], anchors)
            case 2 | 3:
                anchors += [history.anchor() for _ in range(history.chance.randint(1, 8))]
            case 4 if anchors:
                anchors.pop(history.chance.randrange(len(anchors)))
            case _:
                history.edit()
        check(journey, history.versions, anchors)


def check(journey: Journey, versions: Sequence[Version], anchors: Sequence[Anchor]) -> None:
    """Again with another last version too, as while somebody types."""
    typed = Version(
        f"typed on {versions[-1].text_id}", read_draft(f"One more paragraph.\n\n{versions[-1].draft.source} And more.")
    )
    for way in (versions, [*versions, typed]):
        reached = journey.reach(way[:-1], way[-1], anchors)
        lineage = trace(way)
        assert reached.lineage == lineage
        assert reached.places == place_all(anchors, lineage)


def test_what_was_traced_is_not_traced_again() -> None:
    history, journey = History(1), Journey()
    while len(history.versions) < 5:
        history.edit()
    told: list[tuple[int, int]] = []
    *before, last = history.versions
    for _ in range(2):
        journey.reach(before, last, (), lambda done, of: told.append((done, of)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
    journey.reach([*before, last], history.edit(), (), lambda done, of: told.append((done, of)))
    assert told[4:] == [(0, 1)]


def test_a_last_text_that_is_asked_for_again_is_not_traced_again() -> None:
    """After an act the declaration is read anew, and mostly its text is as it was."""
    history, journey = History(1), Journey()
    *before, last = [history.edit() for _ in range(4)]
    first = journey.reach(before, last, ())
    assert journey.reach(before, last, ()).lineage is first.lineage
    assert journey.reach(before, history.edit(), ()).lineage is not first.lineage


def test_a_comment_on_an_untouched_paragraph_keeps_its_very_place() -> None:
    version = Version("t0", read_draft("We agree.\n\nWe invite all."))
    anchors = (Anchor("t0", 0, "agree"), Anchor("t0", 1, "all"))
    journey = Journey()
    first = journey.reach([version], Version("t1", read_draft("We agree.\n\nWe invite all now.")), anchors)
    again = journey.reach([version], Version("t2", read_draft("We agree.\n\nWe invite nearly all.")), anchors)
    assert first.places == (Standing(0, 3, 8), Standing(1, 10, 13))
    assert again.places == (Standing(0, 3, 8), Standing(1, 17, 20))
    assert again.places[0] is first.places[0]
