"""What is written in a message itself: nobody but a reader can tell what of it is a comment, and on what."""

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.mail import Letter
from zerodraft.intake.received import Entry, Received, Unplaced, Went

_REASON = "It is the message itself; whoever reads it can tell what is a comment in it."


def received_from_letter(letter: Letter, delegation: str) -> Received:
    """The words of a message in the tray, subject and all; `delegation` is the code in whose name it came, which its
    From line doesn't tell."""
    words = "\n\n".join(filter(None, (letter.subject, letter.body)))
    if not words:
        return Received()
    tray = (Unplaced(delegation, letter.sender, words, _REASON, is_comment=True),)
    return Received(tray=tray, account=(Entry(Op.INSERTED, letter.sender, words, Went.TRAY, 0),))
