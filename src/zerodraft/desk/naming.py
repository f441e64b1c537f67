"""What a person names: a paragraph by its number, a comment by its id; refusals with what is near."""

from collections.abc import Sequence

from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.numbering import Number, find
from zerodraft.desk.dossier import Dossier, Placed, Reading, Version
from zerodraft.desk.room import Room
from zerodraft.errors import NotThere

WORKING = "working"


def ordinal_of(dossier: Dossier, paragraph: str, numbers: Sequence[Number] | None = None) -> int:
    """The ordinal of a cited paragraph of the working text (or of the version with these `numbers`)."""
    known = dossier.reading.numbers if numbers is None else numbers
    ordinal = find(known, paragraph)
    if ordinal is not None:
        return ordinal
    from difflib import get_close_matches

    near = get_close_matches(paragraph, [each.cite for each in known], n=3, cutoff=0.4)
    raise NotThere("paragraph", paragraph, near, f"`zerodraft show {dossier.slug}` shows the numbers.")


def paragraph_read(room: Room, dossier: Dossier, paragraph: str, reading: Reading) -> int:
    """The same in the text that a delegation read; where it has no such paragraph, the hint names the texts that do."""
    try:
        return ordinal_of(dossier, paragraph, reading.numbers)
    except NotThere:
        others = [each.name for each in reversed(dossier.versions) if _has(room, dossier, each, paragraph)]
        others += [WORKING] if find(dossier.reading.numbers, paragraph) is not None else []
        if not others:
            raise
        text = reading.version.designation if reading.version else "the working text"
        hint = f"Another text has one. If that was read: --on {' or --on '.join(others)}"
        raise NotThere(f"paragraph of {text} called", paragraph, hint=hint) from None


def _has(room: Room, dossier: Dossier, version: Version, paragraph: str) -> bool:
    return find(room.archive.reading(dossier.slug, version).numbers, paragraph) is not None


def comment_named(dossier: Dossier, name: str) -> Placed:
    """The comment with this id, or with a beginning of an id that no other comment has."""
    found = dossier.comment_named(name)
    if found is not None:
        return found
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), dossier.placed, n=3, cutoff=0.6)
    raise NotThere(
        f"comment on {dossier.slug} called", name, near, f"`zerodraft comments {dossier.slug}` lists all of them."
    )


def proposal_named(dossier: Dossier, name: str) -> Tabled:
    """The proposal with this number, or with a beginning of an id that no other proposal has."""
    found = dossier.proposal_named(name)
    if found is not None:
        return found
    from difflib import get_close_matches

    near = get_close_matches(name.upper(), [each.number for each in dossier.proposals], n=3, cutoff=0.6)
    raise NotThere(
        f"proposal on {dossier.slug} called", name, near, f"`zerodraft proposals {dossier.slug}` lists all of them."
    )
