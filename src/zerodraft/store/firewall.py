"""Refuses a repository whose own settings could run programs or show other history than there is.

A workspace that came as an archive brings its `.git` folder along: asking it one harmless question ran two
programs, ordinary use fifteen (measured). Switching settings off one by one let four through; allowing
only known ones lets none through.
"""

import os
import re
import stat
from pathlib import Path

from zerodraft.errors import WorkspaceUnusable
from zerodraft.store.runner import run_outside
from zerodraft.store.trouble import lost_parts

# Settings whose values are no program, no file to be read and no place of code. Section and last word in lower case.
_SECTIONS = re.compile(
    r"(?:advice|am|apply|author|blame|branch|clean|color|column|commitgraph|committer|feature|fetch|format|gui|i18n"
    r"|index|init|log|maintenance|pull|push|rebase|rerere|status|submodule|user|versionsort)\.[^\n]*"
)
_KEYS = re.compile(
    r"core\.(?:repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode|symlinks|autocrlf"
    r"|safecrlf|eol|fsync|fsyncmethod|fsyncobjectfiles|abbrev|compression|loosecompression|quotepath|whitespace"
    r"|longpaths|protecthfs|protectntfs|preloadindex|untrackedcache|trustctime|checkstat|bigfilethreshold|commitgraph"
    r"|multipackindex|sharedrepository|hidedotfiles|commentchar|warnambiguousrefs|fsmonitor)"
    r"|extensions\.(?:noop|objectformat)"
    r"|remote\.pushdefault|remote\.[^\n]+\.(?:url|pushurl|fetch|push|prune|prunetags|tagopt|mirror|skipdefaultupdate"
    r"|skipfetchall|gh-resolved)"
    r"|http\.[^\n]+\.extraheader|lfs\.repositoryformatversion|lfs\.[^\n]+\.(?:access|locksverify)"
    r"|commit\.(?:gpgsign|verbose|status|cleanup|template)|tag\.(?:gpgsign|sort|forcesignannotated)"
    r"|merge\.(?:ff|conflictstyle|renames|renamelimit|log|stat|autostash|branchdesc|directoryrenames|verbosity)"
    r"|diff\.(?:algorithm|colormoved|context|indentheuristic|interhunkcontext|mnemonicprefix|noprefix|renames"
    r"|renamelimit|statgraphwidth|wserrorhighlight|wordregex|submodule)"
    r"|gc\.(?:auto|autopacklimit|autodetach|pruneexpire|reflogexpire|reflogexpireunreachable|worktreepruneexpire)"
    r"|pack\.(?:threads|window|depth|windowmemory|usebitmaps|writebitmaps|compression)"
    r"|receive\.(?:denycurrentbranch|denydeletes|denynonfastforwards|fsckobjects)|transfer\.fsckobjects"
)
# What these sections nevertheless hold of that kind.
_NEVER = re.compile(r"submodule\.[^\n]*\.update|branch\.[^\n]*\.mergeoptions|init\.templatedir|fetch\.bundleuri")
_PROGRAM_ADDRESS = re.compile(r"[\w+.-]+::")  # `ext::COMMAND`
_FOREIGN_FILES = {
    "info/attributes": "rules for its files",
    "info/grafts": "altered history",
    "objects/info/alternates": "a borrowed history",
    "objects/info/http-alternates": "a borrowed history",
    "config.worktree": "settings of its own folder",
    "commondir": "a borrowed history",
    "refs/replace": "altered history",
}
_NO_LINKS = (
    "HEAD",
    "config",
    "index",
    "packed-refs",
    "objects",
    "refs",
    "refs/heads",
    "refs/tags",
    "logs",
    "zerodraft",
)
_COPYING = "`git clone --no-local OLD-FOLDER NEW-FOLDER`."
_CLEAN_COPY = f"Work in a clean copy: {_COPYING}"


def check_repository(root: Path) -> None:
    """Refuse the repository at `root` unless its `.git` is plain and its settings are all known."""
    git_dir = root / ".git"
    if not stat.S_ISDIR(os.lstat(git_dir).st_mode):
        raise WorkspaceUnusable(
            f"The .git of {root} leads to another place; zerodraft works only where the history stands in the folder.",
            _CLEAN_COPY,
        )
    if not all((git_dir / name).exists() for name in ("HEAD", "objects", "refs")):
        raise lost_parts()
    _refuse_links(git_dir)
    _refuse_foreign_files(git_dir)
    _check_settings(git_dir)


def settings_mark(git_dir: Path) -> tuple[int, int, int]:
    """Changes when somebody changes the repository's settings; then they are looked at again."""
    known = os.stat(git_dir / "config", follow_symlinks=False)
    return known.st_mtime_ns, known.st_size, known.st_ino


def _refuse_links(git_dir: Path) -> None:
    for name in _NO_LINKS:
        if (git_dir / name).is_symlink():
            raise WorkspaceUnusable(f"In this repository .git/{name} is a link; it could lead outside.", _CLEAN_COPY)


def _refuse_foreign_files(git_dir: Path) -> None:
    found = [name for name in _FOREIGN_FILES if _is_there(git_dir / name)]
    if _packed_replacements(git_dir):
        found.append("refs/replace")
    if found:
        named = ", ".join(f".git/{name} ({_FOREIGN_FILES[name]})" for name in found)
        raise WorkspaceUnusable(f"This repository can't be trusted to show its history as it is: {named}.", _CLEAN_COPY)


def _is_there(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() and not path.is_symlink() else os.path.lexists(path)


def _packed_replacements(git_dir: Path) -> bool:
    packed = git_dir / "packed-refs"
    return packed.exists() and b" refs/replace/" in packed.read_bytes()


def _check_settings(git_dir: Path) -> None:
    answer = run_outside("config", "--file", str(git_dir / "config"), "--no-includes", "--list", "-z")
    if answer.status:
        raise WorkspaceUnusable("The settings of this repository (.git/config) can't be read.", _CLEAN_COPY)
    settings = answer.output.decode("utf-8", "replace").split("\0")
    pairs = [(key, value) for key, _, value in (line.partition("\n") for line in settings if line)]
    _refuse_other_formats(pairs)
    refused = sorted({key for key, value in pairs if not _is_harmless(key, value)})
    if refused:
        named = ", ".join(_shown(key) for key in refused[:6]) + (", …" if len(refused) > 6 else "")
        raise WorkspaceUnusable(
            f"Settings of this repository could run programs or change what is read: {named}.",
            f"If you set them, remove them with `git config --local --unset-all {_shown(refused[0])}`. "
            f"If you didn't, work in a clean copy: {_COPYING}",
        )


def _refuse_other_formats(pairs: list[tuple[str, str]]) -> None:
    for key, value in pairs:
        if key == "core.bare" and value.lower() in ("true", "yes", "on", "1", ""):
            raise WorkspaceUnusable("This repository has no files to work on, only history.", "Work in a clone of it.")
        if key == "extensions.objectformat" and value.lower() != "sha1":
            raise WorkspaceUnusable(
                f"This repository names its objects by {_shown(value)}; zerodraft reads only those named by SHA-1.",
                "Work in a repository made by plain `git init`.",
            )


def _is_harmless(key: str, value: str) -> bool:
    # Only the section and the last word are lower case; what stands between them is the owner's.
    section, *middle, last = key.split(".")
    plain = ".".join([section.lower(), *middle, last.lower()])
    if plain == "core.fsmonitor":
        return value.lower() in ("true", "false", "")
    if _NEVER.fullmatch(plain) or (plain.startswith("remote.") and _PROGRAM_ADDRESS.match(value)):
        return False
    return bool(_SECTIONS.fullmatch(plain) or _KEYS.fullmatch(plain))


def _shown(key: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in key)[:80]
