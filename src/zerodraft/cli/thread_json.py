"""Comments for programs."""

from zerodraft.cli.voice import Json
from zerodraft.core.comparison.anchor import Detached
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.thread import Thread
from zerodraft.desk.dossier import Dossier


def thread_json(dossier: Dossier, thread: Thread) -> Json:
    """A comment, where it stands today, and its replies, oldest first."""
    placed = dossier.placed[thread.root.id]
    return {
        **_comment(dossier, thread.root),
        "state": thread.state.value,
        "on": thread.root.on or None,
        "paragraph": thread.root.paragraph,
        "quote": thread.root.anchor.exact,
        "occasion": thread.root.occasion,
        "standing": placed.standing,
        "paragraph_now": placed.cite or None,
        "focus_area": placed.area,
        "reason": placed.place.reason if isinstance(placed.place, Detached) else None,
        "replies": [
            {**_comment(dossier, reply), "reply_to": reply.reply_to, "resolves": reply.resolves}
            for reply in thread.replies
        ],
    }


def _comment(dossier: Dossier, comment: Comment) -> Json:
    return {
        "id": comment.id,
        "delegation": comment.delegation,
        "name": dossier.name_of(comment.delegation),
        "date": comment.date.isoformat(),
        "body": comment.body,
    }
