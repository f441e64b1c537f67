"""Reservations and statements as they are typed in one line."""

import re

from zerodraft.core.negotiation.adoption import Saying
from zerodraft.desk.adopting import Said
from zerodraft.desk.dossier import Dossier

_LINE = re.compile(r"(?P<saying>\w+)\s+(?P<who>[^:]+?)(?:\s+(?P<paragraph>(?:PP)?\d\S*))?\s*:\s*(?P<words>.+)")
_EXAMPLE = "Write: reservation AUS 12: words of the footnote"


def said_in(dossier: Dossier, line: str) -> Said:
    """What “reservation AUS 12: …” or “statement FJI: …” puts on record. Raises ValueError with a sentence."""
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(_EXAMPLE)
    sayings = [each for each in Saying if each.value.startswith(found["saying"].casefold())]
    if len(sayings) != 1:
        raise ValueError(f"“{found['saying']}” is neither reservation nor statement. {_EXAMPLE}")
    who = dossier.delegations.resolve(found["who"])
    if who is None:
        raise ValueError(f"No delegation is called “{found['who']}”.")
    paragraph = found["paragraph"] or ""
    if paragraph and paragraph not in {number.cite for number in dossier.reading.numbers}:
        raise ValueError(f"There is no paragraph {paragraph}.")
    return Said(sayings[0], who.code, found["words"], paragraph)
