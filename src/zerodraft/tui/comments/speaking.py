"""From the key to the record: a comment, a reply, a matter settled. To be run in a worker."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from zerodraft.core.negotiation.thread import Thread
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Done, Dossier
    from zerodraft.desk.remarks import Remark, Reply
    from zerodraft.tui.house import House


async def comment_on(house: "House", dossier: "Dossier", cite: str, quote: str = "", words: str = "") -> "Done | None":
    """Ask for a comment on a paragraph and record it, again and again while the record refuses it; None when the
    dialog was closed. `words` are what it begins with."""
    from zerodraft.desk.remarks import Remark
    from zerodraft.tui.dialogs.commenting import CommentDialog

    done: Done | None = None
    remark: Remark | None = Remark("", cite, words, quote=quote)
    while done is None:
        dialog = CommentDialog(dossier, cite, quote, remark)
        remark = wanted = await house.ask_for(dialog)
        if wanted is None:
            return None
        done = await house.act("Recording the comment", _commenting(dossier, wanted))
    await dialog.forget_words()
    return done


def _commenting(dossier: "Dossier", remark: "Remark") -> "Callable[[Desk], Done]":
    return lambda desk: desk.comment(dossier, remark)


async def reply_to(house: "House", dossier: "Dossier", thread: "Thread", *, resolves: bool = False) -> "Done | None":
    """Ask for a reply and record it, again and again while the record refuses it; None when the dialog was closed."""
    from zerodraft.tui.dialogs.replying import ReplyDialog

    done, reply = None, None
    while done is None:
        dialog = ReplyDialog(dossier, thread, resolves, reply)
        reply = wanted = await house.ask_for(dialog)
        if wanted is None:
            return None
        done = await house.act("Recording the reply", _replying(dossier, wanted))
    await dialog.forget_words()
    return done


def _replying(dossier: "Dossier", reply: "Reply") -> "Callable[[Desk], Done]":
    return lambda desk: desk.reply(dossier, reply)
