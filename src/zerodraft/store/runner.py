"""The one way git is called: GitPython starts it, with fixed arguments, a clean environment and time limits.

GitPython's own ways of writing are never used: with eight writers its commits overwrite each other (142 of
200 were lost, measured), and its guards against option-like names are deny-lists.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from signal import SIGKILL
from subprocess import PIPE, Popen
from threading import Timer
from typing import TYPE_CHECKING

from zerodraft.errors import MachineLacks
from zerodraft.store import condition
from zerodraft.store.objects import GitObject
from zerodraft.store.reader import ObjectReader
from zerodraft.store.trees import Entry, Folder, find_entry, parse_tree, split_path
from zerodraft.store.trouble import damaged, git_trouble

if TYPE_CHECKING:
    from git import Git

OLDEST_GIT = (2, 38)  # merge-tree --write-tree and safe.bareRepository came with it
# What an id stands for never changes; a list of 300 declarations asks ten times for the folder of each.
_MOST_FOLDERS = 512
TIME_LIMIT = 120.0  # seconds; a log of 100,000 commits takes about 3
# The drafter's name may come by these two; everything else that git would obey is dropped.
KEPT_VARIABLES = ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")

_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_ALLOW_PROTOCOL": "https:ssh:file",
}
# What would run a program or change what is read is switched off, whatever the settings say; a power
# cut after git's own defaults left no clean workspace in 196 trials, with these and the fsyncs of
# folders in `journal` 472 of 472.
_OVERRIDES = (
    "core.fsync=all",
    "core.fsyncMethod=fsync",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "core.pager=cat",
    "core.editor=true",
    "core.askPass=",
    "core.gitProxy=",
    "core.alternateRefsCommand=true",
    "core.symlinks=false",
    "core.splitIndex=false",
    "core.untrackedCache=false",
    # Branches have a book of where they stood; names of versions none: `git gc` takes what is in it for damaged.
    "core.logAllRefUpdates=true",
    "core.quotePath=true",
    "core.protectHFS=true",
    "core.protectNTFS=true",
    "credential.helper=",
    "diff.external=",
    "commit.gpgSign=false",
    "tag.gpgSign=false",
    "log.showSignature=false",
    "log.showRoot=true",
    "i18n.commitEncoding=UTF-8",
    "i18n.logOutputEncoding=UTF-8",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "maintenance.auto=false",
    "gc.auto=0",
    "safe.bareRepository=explicit",
    "transfer.fsckObjects=true",
    "transfer.credentialsInUrl=die",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said: exit status, output, complaint."""

    status: int
    output: bytes
    complaint: str


class Runner:
    """Git in one repository: single commands, and the lasting reader of objects.

    To be closed: the reader is a process of its own. For one thread at a time.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git_dir = root / ".git"
        self._driver = _driver(root)
        self._where = ("--no-pager", f"--git-dir={self.git_dir}", f"--work-tree={root}")
        self._reader = ObjectReader(lambda: self.start("cat-file", "--batch"))
        self._folders: dict[str, Folder] = {}
        self._ahead: dict[tuple[str, ...], Popen[bytes]] = {}

    def ask(self, doing: str, *arguments: str, stdin: bytes = b"") -> bytes:
        """What the command prints. `doing` completes “git can't …” when it fails: a Refusal."""
        return self.finished(doing, self.start(*arguments), stdin)

    def attempt(self, *arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Answer:
        """Run one command; `arguments` are fixed words, ids and checked names, user text goes by `stdin` and `env`."""
        return _finish(self.start(*arguments, env=env), stdin)

    @contextmanager
    def ahead(self, *commands: tuple[str, ...], env: Mapping[str, str] | None = None) -> Iterator[None]:
        """Start commands before their turn; they wait for their input, those not used are ended.

        Git takes 1.3 ms to start: three at once, while we work, made an act a third shorter.
        """
        try:
            for command in commands:
                self._ahead[command] = self.start(*command, env=env)
            yield
        finally:
            for process in self._ahead.values():
                process.communicate()  # without input each ends and changes nothing; killed, it might leave a lock
            self._ahead.clear()

    def start(self, *arguments: str, env: Mapping[str, str] | None = None) -> Popen[bytes]:
        """Begin a command whose answer `finished` collects later, so that two can work at once."""
        started = self._ahead.pop(arguments, None)
        return started or _start(self._driver, (*self._where, *arguments), env)

    def begin(self, *arguments: str, stdin: bytes) -> Popen[bytes]:
        """The same with its input given, so that only the answer is awaited."""
        process = self.start(*arguments)
        assert process.stdin is not None
        with suppress(BrokenPipeError):  # it has ended early; `finished` tells why
            process.stdin.write(stdin)
            process.stdin.close()
        process.stdin = None
        return process

    def finished(self, doing: str, process: Popen[bytes], stdin: bytes = b"") -> bytes:
        answer = _finish(process, stdin)
        if answer.status:
            raise git_trouble(doing, answer.complaint)
        return answer.output

    def object(self, name: str) -> tuple[str, GitObject] | None:
        """Id and object that a name, an id or `<id>:<path>` stands for, None when there is none.

        Git calls an object missing also when its file is empty, as after a power cut: refused here.
        """
        found = self._reader.object(name)
        if found is None and (self.git_dir / "objects" / name[:2] / name[2:]).is_file():
            raise damaged("a part of it is empty")
        return found

    def folder(self, tree: str) -> Folder:
        """The entries of a tree, by its id or `<commit>^{tree}`; "" is the empty folder. Fits `trees.Reader`.

        One that is missing is refused: taken for empty, the next act would remove what was in it.
        """
        if tree not in self._folders:
            found = self.object(tree) if tree else None
            if tree and (found is None or found[1].kind != "tree"):
                raise damaged("a folder is missing")
            if len(self._folders) >= _MOST_FOLDERS:
                del self._folders[next(iter(self._folders))]
            self._folders[tree] = parse_tree(found[1].body) if found else {}
        return self._folders[tree]

    def head(self) -> str | None:
        """The commit that the branch stands on, None before the first."""
        found = self.object("HEAD")
        if found is None and condition.has_commits(self.git_dir):
            raise damaged("its last act can't be read")
        return found[0] if found else None

    def recorded(self, path: str) -> Entry | None:
        """What the path stands for in the last commit."""
        head = self.head()
        return find_entry(self.folder(f"{head}^{{tree}}"), split_path(path), self.folder) if head else None

    def close(self) -> None:
        """End the lasting reader; it comes back when it is needed."""
        self._reader.close()


def run_outside(*arguments: str) -> Answer:
    """Run git where no repository is concerned: reading a settings file, making a new repository."""
    return _finish(_start(_driver(Path("/")), ("--no-pager", *arguments)), b"")


def require_git() -> None:
    """Refuse where git is missing, broken or too old, before anything is made."""
    _driver(Path("/"))


def drop_inherited() -> None:
    """Forget the GIT_* variables of whoever started us, for GitPython hands on what it finds.

    A `GIT_DIR` left over from a hook would send every act to another repository.
    """
    for name in [name for name in os.environ if name.startswith("GIT_") and name not in KEPT_VARIABLES]:
        del os.environ[name]


def _driver(folder: Path) -> "Git":
    """GitPython's starter of processes, once git is known to be there and new enough."""
    program = shutil.which("git")
    if program is None:
        raise MachineLacks("Git is not installed on this machine.", "Install it, for example `apt install git`.")
    drop_inherited()
    _check_version(_version(program))
    from git import Git

    driver = Git(str(folder))
    driver.update_environment(**_ENVIRONMENT)
    return driver


def _check_version(version: tuple[int, ...]) -> None:
    if version[:2] < OLDEST_GIT:
        known = ".".join(str(number) for number in version) or "unknown"
        raise MachineLacks(
            f"Git on this machine has version {known}; zerodraft needs {OLDEST_GIT[0]}.{OLDEST_GIT[1]} or later.",
            "Install a newer git, for example from the backports of your system.",
        )


@cache
def _version(program: str) -> tuple[int, ...]:
    """The version of the git that stands first on the path; asked once for each program.

    GitPython asks it on being loaded, and can't be loaded when git doesn't answer.
    """
    try:
        from git import Git, GitCommandError
    except ImportError:
        raise _broken(program) from None
    try:
        return Git().version_info
    except GitCommandError:
        raise _broken(program) from None


def _broken(program: str) -> MachineLacks:
    return MachineLacks(
        f"Git on this machine, {program}, doesn't answer when it is asked for its version.",
        "Try `git --version`; if that fails too, install git again.",
    )


def _start(driver: "Git", arguments: tuple[str, ...], env: Mapping[str, str] | None = None) -> Popen[bytes]:
    """In a session of its own: no question on the drafter's terminal, no Ctrl-C half-way through."""
    settings = [part for override in _OVERRIDES for part in ("-c", override)]
    command = ["git", *settings, *arguments]
    wrapped = driver.execute(command, istream=PIPE, as_process=True, env=env, start_new_session=True)
    # The wrapper would kill the process as soon as it is collected; git must be let finish what it writes.
    process, wrapped.proc = wrapped.proc, None
    assert process is not None
    return process


def _finish(process: Popen[bytes], stdin: bytes) -> Answer:
    # Not `communicate(timeout=…)`: its waiting in steps of half a millisecond made each command 1.1 ms longer.
    watchdog = Timer(TIME_LIMIT, process.kill)
    watchdog.daemon = True
    watchdog.start()
    try:
        output, complaint = process.communicate(stdin)
    finally:
        watchdog.cancel()
    if process.returncode == -SIGKILL:
        return Answer(process.returncode, b"", "it was ended before it had finished")
    return Answer(process.returncode, output, complaint.decode("utf-8", "replace"))
