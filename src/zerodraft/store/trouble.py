"""What went wrong with disk or git, said to a drafter."""

import errno
import os
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
    errno.EFBIG: (
        "the file would be larger than is allowed here",
        "`ulimit -f` shows the limit; raise it, then try again.",
    ),
    errno.ENAMETOOLONG: ("a name in it is too long", "Choose a shorter one."),
    errno.ENOENT: ("it is not there", "Look how it is spelled, and in which folder it lies."),
    errno.EISDIR: ("a folder stands there", "Move the folder away, then try again."),
    errno.ENOTDIR: ("a link or a file stands where a folder is expected", "Replace it by an ordinary folder."),
    errno.ELOOP: ("a link stands there", "Replace it by an ordinary file or folder."),
}
# Git says these in English with LC_ALL=C; they come from the system's own list of errors.
_DISK_WORDS = (
    ("No space left on device", errno.ENOSPC),
    ("Disk quota exceeded", errno.EDQUOT),
    ("Read-only file system", errno.EROFS),
    ("Permission denied", errno.EACCES),
    ("insufficient permission", errno.EACCES),
    ("Input/output error", errno.EIO),
    ("File too large", errno.EFBIG),
)
_ELSEWHERE = (errno.EROFS, errno.EACCES, errno.EPERM)
_INDEX = re.compile(r"index file|bad index|index uses|invalid index")
_NO_WRITING = re.compile(r"(?:couldn't|could not|unable to|cannot) (?:write|create|append)")
_DAMAGE = re.compile(r"corrupt|unable to read|bad object|is empty|missing (?:blob|tree|commit)|invalid sha1")


def git_trouble(doing: str, complaint: str) -> Refusal:
    """The refusal for a git command that failed; `doing` completes “git can't …”. Without passwords."""
    for words, number in _DISK_WORDS:
        if words in complaint:
            return _disk_refusal(f"git can't {doing}", number)
    if _DAMAGE.search(complaint):
        return damaged(f"git can't {doing}")
    if "not a git repository" in complaint:
        return lost_parts()
    if _INDEX.search(complaint):
        return WorkspaceUnusable(
            "Git's list of prepared files, .git/index, is damaged.",
            "Remove that file, then `git reset -q` makes a new one; no text is touched by it.",
        )
    return _other_git_trouble(doing, complaint)


def _other_git_trouble(doing: str, complaint: str) -> Refusal:
    sentence = f"Git can't {doing}: {_first_line(complaint)}."
    if _NO_WRITING.search(complaint):
        return MachineLacks(sentence, "Look whether the disk is full or can only be read, then try again.")
    return WorkspaceUnusable(sentence, "Try again; if it stays so, `git fsck` may tell more.")


def lost_parts() -> WorkspaceUnusable:
    """The refusal for a folder .git that git itself doesn't take for one; `git fsck` would not start in it."""
    return WorkspaceUnusable(
        "The folder .git of this workspace has lost a part of itself; git doesn't know it any more.",
        f"Copy {DECLARATIONS}/ to a safe place, then bring .git back from a backup or a colleague's copy.",
    )


def damaged(what: str) -> WorkspaceUnusable:
    """The refusal for a repository that has lost a part of itself."""
    return WorkspaceUnusable(
        f"The history of this workspace is damaged: {what}.",
        f"Copy the folder {DECLARATIONS}/ to a safe place, then look with `git fsck`.",
    )


def disk_trouble(error: OSError, doing: str, elsewhere: str = "") -> Refusal:
    """The refusal for a file operation that failed; `doing` names what could not be done to what.

    `elsewhere` is the hint where another place would do: a disk that can only be read, a missing permission.
    """
    refusal = _disk_refusal(f"zerodraft can't {doing}", error.errno or 0)
    if elsewhere and error.errno in _ELSEWHERE:
        refusal.hint = elsewhere
    return refusal


def redact(text: str) -> str:
    """The text without the user names and passwords of its addresses."""
    return _CREDENTIALS.sub("://…@", text)


def _disk_refusal(what: str, number: int) -> MachineLacks:
    unknown = f"the system says “{os.strerror(number)}”", "Look whether the disk is there and whole, then try again."
    reason, hint = _DISK_SENTENCES.get(number, unknown)
    return MachineLacks(f"{what[0].upper()}{what[1:]}: {reason}.", hint)


def _first_line(complaint: str) -> str:
    lines = complaint.strip().splitlines() or ["it gave no reason"]
    plain = "".join(char if char.isprintable() else "�" for char in redact(lines[0]))
    return plain.removeprefix("fatal: ").removeprefix("error: ")[:300].rstrip(".")
