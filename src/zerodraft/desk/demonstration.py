"""The demonstration: a new workspace in which the stories of the five samples are replayed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import assert_never

from zerodraft.desk import agreeing
from zerodraft.desk.adopting import Adoption
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.decoding import decoded
from zerodraft.desk.demonstrated_input import input_files, made_files
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.issuing import Issue
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.desk.remarks import Remark, Reply, read_on
from zerodraft.desk.room import Room
from zerodraft.desk.starting import set_up_list
from zerodraft.desk.texts import Beginning, Credit
from zerodraft.errors import MovedOn, UnreadableInput
from zerodraft.formats.scenes import (
    Adopting,
    Closing,
    Commenting,
    Deciding,
    Editing,
    Issuing,
    Proposing,
    Replying,
    Scene,
    Speaking,
)
from zerodraft.formats.settings import Settings
from zerodraft.formats.story import Story, parse_story
from zerodraft.store.acts import Person
from zerodraft.store.layout import INPUT, STORY
from zerodraft.store.outside import hand_out
from zerodraft.store.samples import sample_slugs, samples_root
from zerodraft.store.workspace import Workspace

# A declaration begins a day before its first act, so that its history starts with the text.
_BEFORE_FIRST_ACT = timedelta(days=1)


def replay(place: Path) -> Iterator[tuple[int, int]]:
    """Make the workspace and replay all stories by date: (acts done, acts in all) after each.

    The dates, names and words come from the samples alone: the same samples give the same commit
    ids. Refuses a place where something lies already.
    """
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise MovedOn(
            f"{place} exists and is not empty; the demonstration would write over it.",
            "Name another folder: zerodraft demo ANOTHER-FOLDER",
        )
    stories = {slug: _story(slug) for slug in sample_slugs()}
    scenes = sorted(
        (scene.date, slug, number) for slug, story in stories.items() for number, scene in enumerate(story.scenes)
    )
    with Desk(Workspace.create(place)) as desk:
        player = _Player(desk.room, desk)
        player.open_workspace(stories)
        for count, (_, slug, number) in enumerate(scenes, 1):
            player.play(slug, stories[slug], stories[slug].scenes[number])
            if count == len(scenes):
                _lay_input(place, player)
            yield count, len(scenes)


def _lay_input(place: Path, player: "_Player") -> None:
    """The files that delegations sent lie beside the declarations, to be taken in; they are no part of the record, and
    git doesn't speak of them."""
    for slug in sample_slugs():
        files = input_files(slug)
        if files:
            (place / INPUT).mkdir(exist_ok=True)
            hand_out(place / INPUT / ".gitignore", b"*\n", replace=True)
            for name, content in made_files(player.room, player.desk.open(slug), files):
                hand_out(place / INPUT / name, content, replace=False)


def _story(slug: str) -> Story:
    """All chapters of a sample's story, in the order of their names."""
    chapters = sorted((samples_root() / slug).glob(STORY), key=lambda path: path.name)
    return parse_story(*(decoded(path.read_bytes(), f"The story of {slug}") for path in reversed(chapters)))


class _Player:
    """Replays scenes on a desk whose clock and drafter are the story's."""

    def __init__(self, room: Room, desk: Desk) -> None:
        self.room = room
        self.desk = desk
        self.named: dict[str, str] = {}

    def open_workspace(self, stories: dict[str, Story]) -> None:
        """The list of delegations, a day before the first act of all."""
        openings = sorted((story.scenes[0].date - _BEFORE_FIRST_ACT, slug) for slug, story in stories.items())
        self._set(stories[openings[0][1]], openings[0][0])
        set_up_list(self.room)

    def play(self, slug: str, story: Story, scene: Scene) -> None:
        if slug not in self.room.workspace.slugs():
            self._set(story, scene.date - _BEFORE_FIRST_ACT)
            self.desk.new(slug, Beginning(Settings(), sample=slug))
        self._set(story, scene.date)
        dossier = self.desk.open(slug)
        match scene:
            case Issuing():
                self.desk.issue(dossier, Issue(scene.designation, scene.stage))
            case Commenting():
                remark = Remark(scene.delegation, scene.paragraph, scene.text, scene.on, scene.quote, scene.occasion)
                self.named[f"{slug}:{scene.key}"] = self.desk.comment(dossier, remark).name
            case Replying():
                answer = Reply(scene.delegation, self.named[f"{slug}:{scene.to}"], scene.text, scene.resolves)
                self.desk.reply(dossier, answer)
            case Editing():
                answers = self.named.get(f"{slug}:{scene.answers}", "")
                source = _changed(dossier.draft.source, scene.changes)
                self.desk.save(dossier, source, Credit(scene.delegation, answers, scene.summary))
            case Proposing():
                self.desk.propose(dossier, self._offer(dossier, scene))
            case Speaking():
                where = (scene.proposal, scene.paragraph, scene.quote, scene.on)
                self.desk.take_position(dossier, Opinion(scene.delegation, scene.stand, *where, scene.text))
            case Deciding():
                made = (scene.verdict, scene.proposals, scene.changes, scene.words, scene.why, scene.instead)
                self.desk.decide(dossier, Ruling(*made))
            case Closing():
                closing = agreeing.Closing(scene.paragraphs, scene.by, scene.why)
                (self.desk.reopen if scene.opens else self.desk.agree)(dossier, closing)
            case Adopting():
                self.desk.adopt(dossier, Adoption(scene.manner))
            case _:
                assert_never(scene)

    def _offer(self, dossier: Dossier, scene: Proposing) -> Offer:
        words = scene.words
        if scene.changes:
            reading = read_on(self.room, dossier, scene.on)
            paragraph = reading.draft.paragraphs[ordinal_of(dossier, scene.paragraph, reading.numbers)]
            words = _changed(paragraph.text, scene.changes)
        return Offer(
            delegations=scene.delegations,
            paragraph=scene.paragraph,
            words=words,
            until=scene.until,
            is_insertion=scene.is_insertion,
            after=scene.after,
            on=scene.on,
            reason=scene.reason,
            occasion=scene.occasion,
            answers=scene.answers,
        )

    def _set(self, story: Story, moment: datetime) -> None:
        self.room.clock = lambda: moment
        self.room.drafter = Person(story.drafter, story.address)


def _changed(words: str, changes: tuple[tuple[str, str], ...]) -> str:
    for find, replacement in changes:
        if words.count(find) != 1:
            raise UnreadableInput(f"The story's words “{find[:60]}” don't stand exactly once in the text.")
        words = words.replace(find, replacement)
    return words
