"""Where a comment was made and where it stands now, in words."""

from zerodraft.core.comparison.anchor import Detached
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.desk.dossier import Dossier, Placed
from zerodraft.export.labels import ENGLISH
from zerodraft.export.sheet import WORKING_TEXT


def on_version(dossier: Dossier, comment: Comment) -> str:
    """The designation of the version that was read."""
    return next((each.designation for each in dossier.versions if each.name == comment.on), comment.on or WORKING_TEXT)


def where(placed: Placed) -> str:
    """“paragraph 14, now 15; reworded since”; for a detached one, why it stands nowhere."""
    then = _cited(placed.comment.paragraph)
    if isinstance(placed.place, Detached):
        return f"{then}: {placed.place.reason}"
    now = f", now {placed.cite}" if placed.cite != placed.comment.paragraph else ""
    return then + now + ("; reworded since" if placed.standing == "rewritten" else "")


def _cited(cite: str) -> str:
    return f"{ENGLISH.paragraph} {cite}" if cite[:1].isdigit() else cite
