"""Putting what was said or decided into a file of its own."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from zerodraft.core.text.visible import visible
from zerodraft.errors import UnreadableInput
from zerodraft.formats.record import BadRecord, Form, R, dump, file_name, with_id
from zerodraft.store import layout
from zerodraft.store.acts import Write


def following(moment: datetime, before: Iterable[datetime]) -> datetime:
    """The moment, or the next one after all of these: of two things said in one second the later one holds, and also
    where a clock was ahead."""
    last = max(before, default=None)
    return moment if last is None or last < moment else last + timedelta(microseconds=1)


def filed(form: Form[R], record: R, slug: str, taken: Collection[str]) -> tuple[R, Write]:
    """The record under an id that is not `taken`, and the file that an act writes.

    Raises `UnreadableInput` for words that can't be recorded.
    """
    try:
        named = with_id(form, record, taken)
        content = dump(form, named)
    except BadRecord as wrong:
        raise UnreadableInput(
            f"The {form.thing} can't be recorded: {visible(wrong.sentence, single_line=True)}", "Change the words."
        ) from None
    path = f"{layout.folder(slug)}/{_FOLDERS[form.thing]}/{file_name(named.date, named.id)}"
    return named, Write(path, content.encode("utf-8"), None)


_FOLDERS = {
    "comment": layout.COMMENTS,
    "proposal": layout.PROPOSALS,
    "position": layout.POSITIONS,
    "decision": layout.DECISIONS,
}
