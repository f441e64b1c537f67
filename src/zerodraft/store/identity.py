"""Who the drafter is."""

import os

from zerodraft.errors import MachineLacks
from zerodraft.store.acts import Person
from zerodraft.store.objects import one_line, plain_person
from zerodraft.store.runner import Runner

_SETTINGS = ("config", "-z", "--get-regexp", r"^user\.(name|email)$")


def drafter(runner: Runner) -> Person:
    """The drafter: GIT_COMMITTER_NAME and -EMAIL, else git's settings of the workspace, else of the user.

    Refused when either is missing: an act must have somebody who recorded it.
    """
    settings = _settings(runner)
    name = os.environ.get("GIT_COMMITTER_NAME") or settings.get("user.name", "")
    email = os.environ.get("GIT_COMMITTER_EMAIL") or settings.get("user.email", "")
    person = plain_person(Person(name, email))
    if not one_line(name):
        raise MachineLacks("Git doesn't know your name yet.", 'git config --global user.name "Your Name"')
    if not person.email:
        raise MachineLacks("Git doesn't know your address yet.", 'git config --global user.email "you@example.org"')
    return person


def _settings(runner: Runner) -> dict[str, str]:
    """Both keys as git resolves them; the last value of a key wins, which is the workspace's."""
    answer = runner.attempt(*_SETTINGS)
    lines = answer.output.decode("utf-8", "replace").split("\0")
    return {key: value for key, _, value in (line.partition("\n") for line in lines if line)}
