"""What others did since the drafter left, in a few sentences; the record has all of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zerodraft.desk.dossier import LogEntry

MOST_LINES = 3
# Delegations that are named one by one; more are counted.
_MOST_NAMED = 3
_SAID = {"comment": "commented", "reply": "replied"}
_COUNTED = {
    "settle": ("a comment settled", "{} comments settled"),
    "settings": ("the settings changed", "the settings changed {} times"),
    "list": ("the list of delegations changed", "the list of delegations changed {} times"),
    "": ("a change from outside zerodraft", "{} changes from outside zerodraft"),
}
_TAKEN_BACK = ("undo", "redo")


def others_acts(acts: Iterable["LogEntry"], drafter: str) -> tuple["LogEntry", ...]:
    """What stands of the others' acts; what was taken back, and the taking back, is no news."""
    return tuple(
        act for act in acts if act.recorded_by != drafter and not act.undone and act.act not in (*_TAKEN_BACK, "init")
    )


def sentences(acts: Sequence["LogEntry"], title_of: Callable[[str], str]) -> tuple[str, ...]:
    """One a document, that of the newest act first; the last one counts what has no room.

    `acts` are newest first, `title_of` gives the title of a declaration.
    """
    by_document: dict[str, list[LogEntry]] = {}
    for act in acts:
        by_document.setdefault(act.declaration, []).append(act)
    documents = list(by_document.items())
    shown, rest = documents[:MOST_LINES], documents[MOST_LINES:]
    if rest:
        shown, rest = documents[: MOST_LINES - 1], documents[MOST_LINES - 1 :]
    told = [_of_document(title_of(slug) if slug else "", found) for slug, found in shown]
    if rest:
        count = sum(len(found) for _, found in rest)
        told.append(f"{_acts(count)} in {len(rest)} other documents")
    return tuple(told)


def _of_document(title: str, acts: Sequence["LogEntry"]) -> str:
    told = ", ".join(chain(_issued(acts), _spoken(acts), _changed(acts), _rest(acts)))
    told = told[:1].upper() + told[1:]
    return f"{told} · {title}" if title else told


def _issued(acts: Sequence["LogEntry"]) -> Iterator[str]:
    """“Rev.2 issued”, in the words of the record; and that the document is new."""
    for act in reversed(acts):
        if act.act == "issue":
            yield act.sentence
        elif act.act == "new":
            yield "begun"


def _spoken(acts: Sequence["LogEntry"]) -> Iterator[str]:
    for name, verb in _SAID.items():
        counts: dict[str, int] = {}
        for act in reversed(acts):
            if act.act == name:
                counts[act.who] = counts.get(act.who, 0) + 1
        if len(counts) > _MOST_NAMED:
            yield f"{len(counts)} delegations {verb} {_times(sum(counts.values()))}"
        else:
            yield from (f"{who} {verb}{_again(count)}" for who, count in counts.items())


def _changed(acts: Sequence["LogEntry"]) -> Iterator[str]:
    """The text itself: by whom is told where it was a delegation's words."""
    saved = [act for act in acts if act.act == "save"]
    if saved:
        by_whom = tuple(dict.fromkeys(act.who for act in reversed(saved)))
        name = f" by {by_whom[0]}" if len(by_whom) == 1 else ""
        yield f"the text changed{_again(len(saved))}{name}"


def _rest(acts: Sequence["LogEntry"]) -> Iterator[str]:
    known = {"issue", "new", "save", *_SAID}
    for name in dict.fromkeys(act.act for act in reversed(acts) if act.act not in known):
        count = sum(act.act == name for act in acts)
        once, often = _COUNTED.get(name, (f"an act “{name}”", f"{{}} acts “{name}”"))
        yield once if count == 1 else often.format(count)


def _again(count: int) -> str:
    return "" if count == 1 else f" {_times(count)}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _acts(count: int) -> str:
    return "one act" if count == 1 else f"{count} acts"
