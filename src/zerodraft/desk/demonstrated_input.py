"""The Word files of the demonstration: what three delegations might have sent, made from the versions that they had."""

from collections.abc import Iterator
from typing import assert_never

from zerodraft.core.text.waymark import waymark_name
from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.laying_out import sheet_of
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.remarks import read_on
from zerodraft.desk.room import Room
from zerodraft.export.hands import Hand
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.document import Remark
from zerodraft.export.word.editing import Manuscript
from zerodraft.export.word.writing import write_word
from zerodraft.formats.input_story import (
    Deleting,
    InputFile,
    Inserting,
    Moving,
    Remarking,
    Replying,
    Rewording,
    Signed,
    Splitting,
    parse_input_story,
)
from zerodraft.store.layout import INPUT_STORY
from zerodraft.store.samples import samples_root


def input_files(slug: str) -> tuple[InputFile, ...]:
    """What a sample says of files that were sent; none, if it says nothing."""
    path = samples_root() / slug / INPUT_STORY
    return parse_input_story(decoded(path.read_bytes(), f"The input of {slug}")) if path.is_file() else ()


def made_files(room: Room, dossier: Dossier, files: tuple[InputFile, ...]) -> Iterator[tuple[str, bytes]]:
    """Each file with its name. The same sample gives the same bytes."""
    for file in files:
        reading = read_on(room, dossier, file.on)
        manuscript = Manuscript(clean_document(sheet_of(room, dossier, reading)))
        _Evening(dossier, reading, manuscript).edit(file)
        yield file.name, write_word(manuscript.document())


class _Evening:
    """Acts on one manuscript; those in the margin come last, as words are found for them when they stand."""

    def __init__(self, dossier: Dossier, reading: Reading, manuscript: Manuscript) -> None:
        self._dossier = dossier
        self._reading = reading
        self._manuscript = manuscript
        self._own: set[str] = set()
        self._threads: dict[str, int] = {}

    def edit(self, file: InputFile) -> None:
        margin = (Remarking, Replying)
        for act in sorted(file.acts, key=lambda act: isinstance(act, margin)):
            match act:
                case Rewording():
                    hand = None if act.is_silent else _hand(act.by)
                    self._manuscript.reword(self._key(act.paragraph), act.find, act.replace, hand)
                case Inserting():
                    self._own |= {act.key}
                    self._manuscript.insert_after(self._key(act.after), act.words, _hand(act.by), act.key)
                case Deleting():
                    self._manuscript.delete(self._key(act.paragraph), _hand(act.by))
                case Moving():
                    self._manuscript.move(self._key(act.paragraph), self._key(act.after), _hand(act.by))
                case Splitting():
                    self._manuscript.split(self._key(act.paragraph), act.before, _hand(act.by))
                case Remarking():
                    remark = Remark(_hand(act.by), act.text)
                    self._threads[act.key] = self._manuscript.comment(self._key(act.paragraph), act.quote, remark)
                case Replying():
                    remark = Remark(_hand(act.by), act.text)
                    self._manuscript.reply(self._threads[act.to], remark, resolves=act.resolves)
                case _:
                    assert_never(act)

    def _key(self, cited: str) -> str:
        if cited in self._own:
            return cited
        return waymark_name(ordinal_of(self._dossier, cited, self._reading.numbers), self._reading.text_id)


def _hand(by: Signed) -> Hand:
    return Hand(by.author, by.date)
