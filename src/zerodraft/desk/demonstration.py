"""The demonstration: a new workspace in which the stories of the five samples are replayed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from zerodraft.desk.decoding import decoded
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.room import Room
from zerodraft.desk.starting import set_up_list
from zerodraft.desk.texts import Beginning, Credit
from zerodraft.errors import MovedOn, UnreadableInput
from zerodraft.formats.settings import Settings
from zerodraft.formats.story import Commenting, Editing, Issuing, Replying, Scene, Story, parse_story
from zerodraft.store.acts import Person
from zerodraft.store.layout import STORY
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
    stories = {slug: parse_story(_story(slug)) for slug in sample_slugs()}
    scenes = sorted(
        (scene.date, slug, number) for slug, story in stories.items() for number, scene in enumerate(story.scenes)
    )
    with Desk(Workspace.create(place)) as desk:
        player = _Player(desk.room, desk)
        player.open_workspace(stories)
        for count, (_, slug, number) in enumerate(scenes, 1):
            player.play(slug, stories[slug], stories[slug].scenes[number])
            yield count, len(scenes)


def _story(slug: str) -> str:
    raw = (samples_root() / slug / STORY).read_bytes()
    return decoded(raw, f"The story of {slug}")


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
                self.desk.save(
                    dossier, _edited(dossier.draft.source, scene), Credit(scene.delegation, answers, scene.summary)
                )

    def _set(self, story: Story, moment: datetime) -> None:
        self.room.clock = lambda: moment
        self.room.drafter = Person(story.drafter, story.address)


def _edited(source: str, scene: Editing) -> str:
    for find, replacement in scene.changes:
        if source.count(find) != 1:
            raise UnreadableInput(f"The story's words “{find[:60]}” don't stand exactly once in the text.")
        source = source.replace(find, replacement)
    return source
