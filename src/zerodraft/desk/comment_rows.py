"""Comments and replies as rows of a table. What the secretariat replied stands in its own column."""

import re
from collections.abc import Iterable, Iterator, Sequence

from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.negotiation.thread import State
from zerodraft.core.text.visible import visible
from zerodraft.desk.row_places import RowPlaces
from zerodraft.export.comments_sheet import CommentRow, Type
from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.requested import shown
from zerodraft.store.countries import long_date

_TYPED = re.compile(r"\((?:[^()\n]*, )?(ge|te|ed)\)\s*$")
"""How the intake notes the type that a delegation gave to its comment."""


def comment_rows(places: RowPlaces, threads: Iterable[Discussed]) -> Iterator[Sequence[CommentRow]]:
    """For each thread the comment and the replies to it, but for those of the secretariat."""
    for thread in threads:
        yield (
            _row(places, thread, thread.root),
            *(_row(places, thread, each) for each in thread.replies if each.code != SECRETARIAT_CODE),
        )


def _row(places: RowPlaces, thread: Discussed, said: Said) -> CommentRow:
    is_root = said is thread.root
    ordinal = thread.ordinal
    return CommentRow(
        number=said.id,
        codes=(said.code,),
        delegation=places.name(said.code),
        area=places.area(ordinal),
        paragraph=_paragraph(places, thread),
        type=_type(places, thread, said),
        comment=_root_words(thread) if is_root else _reply_words(places, thread, said),
        proposed="",
        observations="\n".join(_observations(places, thread)) if is_root else "",
        ordinal=ordinal,
    )


def _paragraph(places: RowPlaces, thread: Discussed) -> str:
    if thread.ordinal is None:
        return places.cited_then(thread.cited_then, thread.read_on)
    return places.cited(thread.ordinal, thread.ordinal + 1)


def _type(places: RowPlaces, thread: Discussed, said: Said) -> Type:
    """As the delegation said, else general for the text as a whole."""
    told = _TYPED.search(said.text)
    if told:
        return Type(told[1])
    return Type.GENERAL if places.is_title(thread.ordinal) and not thread.quote else Type.TECHNICAL


def _root_words(thread: Discussed) -> str:
    quote = shown(thread.quote)
    words = visible(thread.root.text)
    return f"“{quote}”\n{words}" if quote else words


def _reply_words(places: RowPlaces, thread: Discussed, said: Said) -> str:
    return f"{places.labels.replies_to.replace('{}', thread.root.id)} {visible(said.text)}"


def _observations(places: RowPlaces, thread: Discussed) -> Iterator[str]:
    """What became of it, then what the secretariat replied, each line from one act."""
    state = places.outcomes.get(State(thread.status))
    if state:
        yield f"{state}."
    for each in thread.replies:
        if each.code == SECRETARIAT_CODE:
            yield f"{long_date(each.date.date(), places.language)}: {visible(each.text)}"
