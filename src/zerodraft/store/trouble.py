"""What went wrong with disk or git, said to a drafter."""

import errno
import re

from zerodraft.errors import MachineLacks, Refusal, WorkspaceUnusable
from zerodraft.store.layout import DECLARATIONS

_CREDENTIALS = re.compile(r"://[^/@\s]*@")
_DISK_SENTENCES = {
    errno.ENOSPC: ("the disk is full", "Free some space, then try again."),
    errno.EDQUOT: ("your share of the disk is used up", "Free some space, then try again."),
    errno.EROFS: ("this disk can only be read", "Copy the workspace to a disk that can be written."),
    errno.EACCES: ("this user has no permission", "Ask for permission, or copy the workspace to a folder of your own."),
    errno.EPERM: ("this user has no permission", "Ask for permission, or copy the workspace to a folder of your own."),
    errno.EIO: ("the disk reports an error", "Copy the workspace to another disk soon."),
}
# Git says these in English with LC_ALL=C; they come from the system's own list of errors.
_DISK_WORDS = (
    ("No space left on device", errno.ENOSPC),
    ("Disk quota exceeded", errno.EDQUOT),
    ("Read-only file system", errno.EROFS),
    ("Permission denied", errno.EACCES),
    ("insufficient permission", errno.EACCES),
    ("Input/output error", errno.EIO),
)
_DAMAGE = re.compile(r"corrupt|unable to read|bad object|is empty|missing (?:blob|tree|commit)|invalid sha1")


def git_trouble(doing: str, complaint: str) -> Refusal:
    """The refusal for a git command that failed; `doing` completes “git can't …”. Without passwords."""
    for words, number in _DISK_WORDS:
        if words in complaint:
            return _disk_refusal(f"git can't {doing}", number)
    if _DAMAGE.search(complaint):
        return damaged(f"git can't {doing}")
    return WorkspaceUnusable(f"Git can't {doing}: {_first_line(complaint)}.")


def damaged(what: str) -> WorkspaceUnusable:
    """The refusal for a repository that has lost a part of itself."""
    return WorkspaceUnusable(
        f"The history of this workspace is damaged: {what}.",
        f"Copy the folder {DECLARATIONS}/ to a safe place, then look with `git fsck`.",
    )


def disk_trouble(error: OSError, doing: str) -> Refusal:
    """The refusal for a file operation that failed; `doing` names what could not be done to what."""
    return _disk_refusal(f"zerodraft can't {doing}", error.errno or 0)


def redact(text: str) -> str:
    """The text without the user names and passwords of its addresses."""
    return _CREDENTIALS.sub("://…@", text)


def _disk_refusal(what: str, number: int) -> MachineLacks:
    reason, hint = _DISK_SENTENCES.get(number, (errno.errorcode.get(number, "an unknown error"), ""))
    return MachineLacks(f"{what[0].upper()}{what[1:]}: {reason}.", hint)


def _first_line(complaint: str) -> str:
    lines = complaint.strip().splitlines() or ["it gave no reason"]
    plain = "".join(char if char.isprintable() else "�" for char in redact(lines[0]))
    return plain.removeprefix("fatal: ").removeprefix("error: ")[:300].rstrip(".")
