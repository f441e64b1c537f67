"""Whoever may speak, found while the name is typed: by code, name or alias."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.delegation import Delegation, Group, spellings
from zerodraft.core.text.folding import folded

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_BEGINNING = 2  # letters


class Speaker(NamedTuple):
    """`spelling` is the one that was begun."""

    code: str
    name: str
    spelling: str


def speakers(dossier: "Dossier", begun: str) -> Iterator[Speaker]:
    """All whose code, name or alias begins with what was typed: who spoke most in this document first, then who takes
    part in it, then everybody else."""
    wanted = _spaced(begun)
    for code in _in_order(dossier):
        entry = dossier.delegations.resolve(code)
        if entry is not None and (spelling := _begun(entry, wanted)):
            yield Speaker(entry.code, dossier.name_of(entry.code), spelling)


def _in_order(dossier: "Dossier") -> tuple[str, ...]:
    spoken = Counter(comment.delegation for thread in dossier.threads for comment in thread.comments)
    known = dossier.delegations
    first = [code for code, _ in spoken.most_common()]
    taking_part = (*dossier.settings.participants, dossier.settings.host)
    rest = [*(entry.code for entry in known.delegations), *(group.code for group in known.groups)]
    return tuple(dict.fromkeys((*first, *taking_part, *rest)))


def _begun(entry: Delegation | Group, wanted: str) -> str:
    return next((each for each in spellings(entry) if _spaced(each).startswith(wanted)), "")


def _spaced(name: str) -> str:
    """Folded; `Viet-Nam` is typed where a space would end the word."""
    return folded(name).replace("-", " ")


def completed(dossier: "Dossier", begun: str) -> str:
    """What was typed, with the rest of the first name that begins so; "" when none does, or nothing was typed.

    The rest is added to the letters as they were typed: `jap` becomes `japan`.
    """
    if not begun.strip():
        return ""
    for speaker in speakers(dossier, begun):
        if speaker.spelling.casefold().startswith(begun.casefold()):
            return begun + speaker.spelling[len(begun) :]
    return ""


def meant(dossier: "Dossier", begun: str, recent: Sequence[str] = ()) -> str:
    """The code of whom a few letters mean: a code or name in full; else of those that begin so who spoke last, then who
    takes part, then anybody. For no letters who spoke last; "" where nobody begins so.

    Two letters are a beginning, though they may be somebody's code elsewhere: FI is Fiji where Finland takes no part.
    """
    letters = begun.strip()
    if not letters:
        return recent[0] if recent else ""
    entry = dossier.delegations.resolve(letters)
    exact = (entry.code,) if entry is not None else ()
    if exact and len(letters) > _BEGINNING:
        return entry.code if entry is not None else ""
    found = dict.fromkeys((*exact, *(speaker.code for speaker in speakers(dossier, letters))))
    part = _taking_part(dossier)
    order = (*(code for code in recent if code in found), *(code for code in found if code in part), *found)
    return next(iter(order), "")


def _taking_part(dossier: "Dossier") -> frozenset[str]:
    """The codes of participants and of the members of groups that take part."""
    codes = {*dossier.settings.participants, dossier.settings.host}
    return frozenset(codes | {member for code in codes for member in dossier.delegations.members_of(code)})


def completed_as(dossier: "Dossier", begun: str, code: str) -> str:
    """What was typed, with the rest of a spelling of this one; "" where none begins so."""
    entry = dossier.delegations.resolve(code) if begun.strip() else None
    found = _begun(entry, _spaced(begun)) if entry is not None else ""
    return begun + found[len(begun) :] if found.casefold().startswith(begun.casefold()) else ""


def only_one(dossier: "Dossier", begun: str) -> str:
    """The name of the only one whose code, name or alias begins so; "" when there are several, or none."""
    names = {speaker.code: speaker.name for speaker in speakers(dossier, begun)} if begun.strip() else {}
    return next(iter(names.values())) if len(names) == 1 else ""


def told(dossier: "Dossier", typed: str) -> str:
    """Whom the drafter means: “Japan (JPN)”; who could be meant; or that nobody is called so. "" for no letter."""
    if not typed.strip():
        return ""
    entry = dossier.delegations.resolve(typed)
    if entry is not None:
        return _with_code(entry.code, dossier.name_of(entry.code))
    if begun := list(speakers(dossier, typed.strip())):
        names = ", ".join(_with_code(each.code, each.name) for each in begun[:3])
        return f"{names}{' …' if len(begun) > 3 else ''}"
    return unknown(dossier, typed)


def _with_code(code: str, name: str) -> str:
    return name if name == code else f"{name} ({code})"


def unknown(dossier: "Dossier", typed: str) -> str:
    """That nobody is called so, with the nearest names."""
    near = " or ".join(dossier.delegations.nearest(typed))
    return f"No delegation is called “{typed.strip()}”." + (f" Do you mean {near}?" if near else "")
