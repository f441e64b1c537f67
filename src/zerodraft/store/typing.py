"""Words that are being typed: each edit lies in a file before the next key comes.

A program that is killed loses none of them, a power cut those of the last second. Nothing here fails into the
typing: where a disk is full or can only be read, the journal goes to the next place, and says so once.
"""

import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from zerodraft.core.text.strokes import Stroke, replay, stroke_between
from zerodraft.formats.typing_journal import Beginning, checksum, dump_beginning, dump_stroke, parse_journal
from zerodraft.store import typing_places, unbroken
from zerodraft.store.objects import blob_id_of
from zerodraft.store.processes import start_mark
from zerodraft.store.trouble import disk_trouble
from zerodraft.store.typing_file import JournalFile, Syncing

_TRY_AGAIN = 5.0  # seconds, where no disk takes the words
_NOWHERE = "What you type can't be kept on any disk now, so that a crash would lose it: save soon."


class Typing:
    """The journal of what one screen types in one text; for one thread. A file appears with the first edit.

    To be ended by `close`, `keep` or `discard`. Where none of them is called, for the program was killed, the
    words are found at the next start.
    """

    def __init__(self, root: Path, slug: str, base: str, clock: Callable[[], datetime]) -> None:
        self._root = root
        self._slug = slug
        self._base = base
        self._clock = clock
        self._lines: list[bytes] = []  # the whole journal: when a disk vanishes, another must take all of it
        self._sum = 0
        self._file: JournalFile | None = None
        self._place: Path | None = None
        self._trouble: OSError | None = None  # why the last words are not safe in the file
        self._failed: set[Path] = set()
        self._next_try = 0.0  # no disk took them; 0 where one did
        self._notice = ""
        self._told: set[str] = set()
        self._syncing = Syncing(self._sync)
        unbroken.loaded()

    @property
    def path(self) -> Path | None:
        """Where the words lie, or lay when it was ended; None where nothing was typed, or no disk takes them."""
        return self._place

    def note(self, *strokes: Stroke) -> None:
        """Keep edits, in the order in which they were made."""
        if not self._lines:
            self._begin()
        first = len(self._lines)
        for stroke in strokes:
            line, self._sum = dump_stroke(stroke, self._sum)
            self._lines.append(line)
        self._write(b"".join(self._lines[first:]))
        self._syncing.due()

    def flush(self) -> None:
        """Make all words durable now: before the program ends or goes to sleep. Takes as long as the disk does."""
        self._mend()
        self._sync()
        self._mend()

    def rebase(self, base: str, now: str | None = None) -> None:
        """Start afresh when `base` is saved; `now` is the text on the screen, where the typing went on meanwhile."""
        former, self._file = self._file, None
        self._place = None
        self._base, self._lines, self._trouble = base, [], None
        self._failed.clear()
        if now is not None and now != base:
            self.note(stroke_between(base, now))
        if former:
            former.remove()

    def take_notice(self) -> str:
        """What the drafter must be told about these words, once; "" for nothing."""
        notice, self._notice = self._notice, ""
        return notice

    def close(self) -> None:
        """End. The words stay for the next start, unless they are again those of the beginning."""
        if self._has_words():
            self.keep()
        else:
            self.discard()

    def keep(self) -> None:
        """End, and leave the words for the next start."""
        if self._lines:
            self.flush()
        self._syncing.end()
        former, self._file = self._file, None
        if former:
            former.close()

    def discard(self) -> None:
        """End, and forget the words."""
        self._syncing.end()
        self._lines = []
        former, self._file = self._file, None
        if former:
            former.remove()

    def _mend(self) -> None:
        if self._trouble:
            self._settle()

    def _has_words(self) -> bool:
        if len(self._lines) < 2:
            return False
        journal = parse_journal(b"".join(self._lines))
        return replay(self._base, journal.strokes).text != self._base

    def _begin(self) -> None:
        base_id = blob_id_of(self._base.encode("utf-8", "surrogatepass"))
        process = os.getpid()
        beginning = Beginning(
            self._slug, str(self._root), self._clock(), process, start_mark(process), base_id, self._base
        )
        line = dump_beginning(beginning)
        self._lines, self._sum = [line], checksum(line)

    def _write(self, lines: bytes) -> None:
        """Put the last lines into the file; where it can't take them, all lines into another."""
        if self._file and not self._trouble:
            try:
                self._file.append(lines)
                return
            except OSError as error:
                self._trouble = error
        if self._lines and time.monotonic() >= self._next_try:
            self._settle()

    def _settle(self) -> None:
        """Find a disk that takes the whole journal: the workspace's first, then those for need."""
        if self._file and not self._next_try:
            self._failed.add(self._file.path.parent)
        places = typing_places.places(self._root)
        for place in places:
            if place not in self._failed and self._has_moved_to(place):
                if place != places[0] and self._trouble:
                    self._tell(f"{_reason(self._trouble)} It is kept in {place} meanwhile.")
                self._trouble, self._next_try = None, 0.0
                return
        self._failed.clear()
        self._next_try = time.monotonic() + _TRY_AGAIN
        self._tell(_NOWHERE)

    def _has_moved_to(self, place: Path) -> bool:
        try:
            new = JournalFile(place / typing_places.new_name(self._slug), b"".join(self._lines))
        except OSError as error:
            self._trouble = self._trouble or error
            self._failed.add(place)
            return False
        former, self._file, self._place = self._file, new, new.path
        if former:
            former.remove()
        return True

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self._notice = sentence

    def _sync(self) -> None:
        """Make what was written durable; called by a thread that does nothing else, and by `flush`."""
        file = self._file
        try:
            if file:
                file.sync()
        except OSError as error:
            self._trouble = self._trouble or error


def _reason(error: OSError) -> str:
    return disk_trouble(error, "keep in this workspace what you type").message
