"""Comments with their replies. What state a matter is in is derived, never stored."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE


class State(StrEnum):
    """`OPEN`: the secretariat has not replied. `ANSWERED`: it has. `TAKEN_UP`: an edit of the text answers
    it. `RESOLVED`: a reply settled it."""

    OPEN = "open"
    ANSWERED = "answered"
    TAKEN_UP = "taken-up"
    RESOLVED = "resolved"

    @property
    def sign(self) -> str:
        """One cell, for where the word has no room."""
        return _SIGNS[self]

    @property
    def words(self) -> str:
        """As it is told: “taken up”."""
        return self.value.replace("-", " ")


_SIGNS = {State.OPEN: "●", State.ANSWERED: "○", State.TAKEN_UP: "◐", State.RESOLVED: "✓"}


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and everything said in reply, oldest first, replies to replies included."""

    root: Comment
    replies: tuple[Comment, ...]
    taken_up: bool = False

    @property
    def state(self) -> State:
        if not self.replies:  # most of ten thousand; each list and margin asks them all
            return State.RESOLVED if self.root.resolves else State.TAKEN_UP if self.taken_up else State.OPEN
        if self.root.resolves or any(reply.resolves for reply in self.replies):
            return State.RESOLVED
        if self.taken_up:
            return State.TAKEN_UP
        if any(reply.delegation == SECRETARIAT_CODE for reply in self.replies):
            return State.ANSWERED
        return State.OPEN

    @property
    def comments(self) -> tuple[Comment, ...]:
        return (self.root, *self.replies)


def threads(comments: Iterable[Comment], taken_up: Container[str] = ()) -> tuple[Thread, ...]:
    """Every comment in exactly one thread; threads and replies in order of date, then id.

    `taken_up` holds the ids of comments that an edit answered.

    A reply to a comment that is not there, or that runs in a circle, opens a thread of its own:
    nothing that was said is left out.
    """
    ordered = sorted(comments, key=lambda comment: (comment.date, comment.id))
    by_id = {comment.id: comment for comment in ordered}
    said: dict[str, list[Comment]] = {}
    for comment in ordered:
        said.setdefault(_root(comment, by_id), []).append(comment)
    return tuple(_thread(comment, said[comment.id], taken_up) for comment in ordered if comment.id in said)


def _thread(root: Comment, said: Sequence[Comment], taken_up: Container[str]) -> Thread:
    replies = tuple(comment for comment in said if comment.id != root.id)
    return Thread(root, replies, any(comment.id in taken_up for comment in said))


def _root(comment: Comment, by_id: Mapping[str, Comment]) -> str:
    seen = [comment.id]
    while (above := by_id.get(comment.reply_to)) is not None:
        if above.id in seen:
            return min(seen[seen.index(above.id) :])
        seen.append(above.id)
        comment = above
    return comment.id
