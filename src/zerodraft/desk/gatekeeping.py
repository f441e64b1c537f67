"""The gate: what a text must be before it leaves as a clean final, or is adopted."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from zerodraft.core.gate.findings import GateFinding, placed
from zerodraft.core.gate.gate import Final, barriers
from zerodraft.core.negotiation.agreed_marks import agreed_marks, without_agreed_marks
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.room import Room
from zerodraft.errors import Refusal
from zerodraft.store.layout import DECISIONS, PROPOSALS


def gate(room: Room, dossier: Dossier, reading: Reading) -> tuple[GateFinding, ...]:
    """What the gate finds in a text of the declaration, in the order of the text."""
    is_now = reading.text_id == dossier.reading.text_id
    final = Final(
        draft=reading.draft,
        numbers=reading.numbers,
        language=dossier.settings.language,
        agreed=dossier.agreed if is_now else (),
        proposals=tuple(each for each in dossier.tabled.values() if each.is_open),
        own=_own(room),
    )
    return (*_unread(dossier), *placed(dossier.slug, reading.draft, reading.numbers, barriers(final)))


def _unread(dossier: Dossier) -> Iterator[GateFinding]:
    """Proposals and decisions in files that can't be read: nobody knows what is still open."""
    for each in dossier.unreadable:
        if {PROPOSALS, DECISIONS} & {*each.path.split("/")[:-1]}:
            yield GateFinding(True, "unreadable-file", f"{each.path} can't be read: {each.sentence}", each.hint)


def _own(room: Room) -> Delegations:
    """The workspace's own list; no entries while it can't be read, which `check` tells."""
    with suppress(Refusal):
        return room.archive.lists.own_delegations()
    return Delegations()


def require_passed(room: Room, dossier: Dossier, reading: Reading, hint: str) -> tuple[GateFinding, ...]:
    """Refuse a text at which the gate stops; the hints of one that passes."""
    found = gate(room, dossier, reading)
    stops = [each for each in found if each.stops]
    if not stops:
        return found
    first = stops[0]
    more = f" And {len(stops) - 1} more." if len(stops) > 1 else ""
    called = reading.label if reading.version else f"the {reading.label}"
    raise Refusal(
        f"The gate holds {called} of {dossier.slug}: {told(first)}{more}",
        f"`zerodraft check {dossier.slug} --final` tells all of them, and what to do. {hint}".rstrip(),
    )


def without_marks(reading: Reading) -> Reading:
    """A text as it leaves for good: what was agreed ad referendum is no longer marked so."""
    if not agreed_marks(reading.draft.source):
        return reading
    draft = read_draft(without_agreed_marks(reading.draft))
    is_alike = len(draft.paragraphs) == len(reading.draft.paragraphs)
    return replace(reading, draft=draft, numbers=reading.numbers if is_alike else number(draft))


def require_as_adopted(room: Room, dossier: Dossier, reading: Reading, hint: str) -> None:
    """Refuse a version whose words have another fingerprint than those that were adopted under its name."""
    adopted, version = dossier.adopted, reading.version
    known = dict(adopted.versions) if adopted else {}
    if version and version.name in known and room.archive.fingerprint(version.text_id) != known[version.name]:
        raise Refusal(
            f"The words of {version.designation} of {dossier.slug} are not those that were adopted; their fingerprint "
            "is another one.",
            f"`zerodraft log {dossier.slug}` tells what was done. {hint}",
        )


def told(finding: GateFinding) -> str:
    """“Paragraph 12, line 40: This bracket is open.”"""
    cite = finding.cite
    named = f"Paragraph {cite}" if cite[:1].isdigit() else cite
    place = ", ".join(filter(None, (named, f"line {finding.line}" if finding.line else "")))
    return f"{place}: {finding.sentence}" if place else finding.sentence
