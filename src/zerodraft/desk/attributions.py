"""Names in brackets that no delegation bears: `[shall - Atlantis]`."""

from collections.abc import Callable

from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.finding import Finding, Severity


def unknown_delegations(draft: Draft, known: Callable[[], Delegations]) -> tuple[Finding, ...]:
    """One warning per position of a name that isn't on the closed list.

    The list is asked for only when a bracket names somebody: it costs 30 ms to build.
    """
    found: list[Finding] = []
    for bracket in brackets(draft.source, (paragraph.span for paragraph in draft.paragraphs)).found:
        for alternative in bracket.alternatives:
            for position in alternative.positions:
                if known().resolve(position.name) is None:
                    near = ", ".join(known().nearest(position.name))
                    sentence = f"No delegation is called “{position.name}”." + (
                        f" Meant may be: {near}." if near else ""
                    )
                    found.append(Finding(Severity.WARNING, "unknown-delegation", sentence, position.span))
    return tuple(found)
