"""Who the drafter is."""

import os

from zerodraft.errors import NameUnknown
from zerodraft.store.acts import Person
from zerodraft.store.objects import one_line, plain_person
from zerodraft.store.runner import Runner

_SETTINGS = ("config", "-z", "--get-regexp", r"^user\.(name|email)$")
_NO_ADDRESS = "drafter@workspace.invalid"  # git wants one; no screen shows it, and at .invalid nobody can be reached


def drafter(runner: Runner) -> Person:
    """The drafter: GIT_COMMITTER_NAME and -EMAIL, else git's settings of the workspace, else of the user.

    NameUnknown without a name: an act must have somebody who recorded it.
    """
    settings = _settings(runner)
    name = os.environ.get("GIT_COMMITTER_NAME") or settings.get("user.name", "")
    email = os.environ.get("GIT_COMMITTER_EMAIL") or settings.get("user.email", "")
    if not one_line(name):
        unknown = NameUnknown()
        if not os.path.isdir(os.environ.get("HOME", "")):
            unknown.hint = unknown.hint.replace(" --global", "")  # git would have no place to keep it
        raise unknown
    person = plain_person(Person(name, email))
    return person if person.email else Person(person.name, _NO_ADDRESS)


def remember(runner: Runner, name: str) -> None:
    """Keep the drafter's name in the settings of this workspace."""
    plain = plain_person(Person(name, "")).name.lstrip("-")  # git would take a leading hyphen for an option
    runner.ask("keep your name", "config", "--local", "user.name", plain)


def _settings(runner: Runner) -> dict[str, str]:
    """Both keys as git resolves them; the last value of a key wins, which is the workspace's."""
    answer = runner.attempt(*_SETTINGS)
    lines = answer.output.decode("utf-8", "replace").split("\0")
    return {key: value for key, _, value in (line.partition("\n") for line in lines if line)}
