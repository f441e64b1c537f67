"""What a file would bring, for programs."""

from typing import TYPE_CHECKING, Any

from zerodraft.intake.received import Remarked, Submitted, Unplaced, Went

if TYPE_CHECKING:
    from zerodraft.desk.arriving import Preview


def preview_json(preview: "Preview") -> dict[str, Any]:
    """Proposals and comments in the order of the file; the account in characters."""
    arrived, received = preview.arrived, preview.arrived.received
    return {
        "file": arrived.name,
        "kind": preview.kind,
        "sha256": arrived.digest,
        "from": arrived.sender,
        "on": arrived.reading.version.name if arrived.reading.version else None,
        "unknown_authors": [each.name for each in preview.unknown],
        "warning": preview.warning or None,
        "taken_in_before": preview.before or None,
        "proposals": [_proposal(each) for each in received.proposals],
        "comments": [_comment(each) for each in received.comments],
        "not_placed": [_unplaced(each) for each in received.tray],
        "notices": [{"code": each.code, "sentence": each.sentence, "times": each.times} for each in received.notices],
        "unread": [{"file": each.name, "sentence": each.sentence, "hint": each.hint} for each in preview.unread],
        "characters": {
            "in all": received.total.characters,
            **{went.value: received.tally(went).characters for went in Went},
        },
    }


def _proposal(submitted: Submitted) -> dict[str, Any]:
    return {
        "delegations": [submitted.delegation, *submitted.others],
        "author": submitted.author or None,
        "kind": submitted.amendment.kind.value,
        "paragraph": submitted.paragraph,
        "wording": list(submitted.amendment.wording),
        "answers": submitted.answers,
        "marked_in_the_file": not submitted.is_untracked,
        "doubt": submitted.doubt or None,
    }


def _comment(remarked: Remarked) -> dict[str, Any]:
    return {
        "delegation": remarked.delegation,
        "author": remarked.author or None,
        "paragraph": remarked.paragraph,
        "quote": remarked.quote or remarked.anchor.exact or None,
        "body": remarked.body,
        "reply_to": remarked.reply_to,
        "answers": remarked.answers or None,
        "settled": remarked.resolved,
    }


def _unplaced(unplaced: Unplaced) -> dict[str, Any]:
    return {"delegation": unplaced.delegation, "text": unplaced.text, "reason": unplaced.reason}
