"""At the next start: acts that were cut off are finished, or their words kept aside. None is dropped."""

from pathlib import Path

from zerodraft.errors import MovedOn, NotThere
from zerodraft.store import condition, intents, journal, staging
from zerodraft.store.acts import Act
from zerodraft.store.plan import Plan, RefChange, tag_refs
from zerodraft.store.recording import carry_out, finish
from zerodraft.store.runner import Runner
from zerodraft.store.trouble import disk_trouble


def finish_pending(runner: Runner) -> tuple[str, ...]:
    """Deal with every intent, under the journal's lock; gives sentences for the drafter.

    A refusal of the disk or of the workspace is raised and leaves the intent where it is.
    """
    try:
        journal.sweep(runner.git_dir)
        return tuple(_finish_one(runner, intent) for intent in journal.pending(runner.git_dir))
    except OSError as error:
        raise disk_trouble(error, "finish what was cut off") from error


def _finish_one(runner: Runner, intent: Path) -> str:
    try:
        act, commit = intents.decode(intent.read_bytes())
    except intents.Torn:
        return f"An act that was cut off can't be read; what there is of it is kept in {journal.set_aside(intent)}."
    try:
        if _is_recorded(runner, commit):
            _finish_recorded(runner, act, commit, intent)
        else:
            carry_out(runner, act, intent=intent)
    except (MovedOn, NotThere) as refusal:
        kept = journal.set_aside(intent)
        return f"“{_subject(act)}” was cut off and no longer fits; its words are kept in {kept}. {refusal.message}"
    return f"Finished what was cut off: “{_subject(act)}”."


def _finish_recorded(runner: Runner, act: Act, commit: str, intent: Path) -> None:
    branch = RefChange(condition.branch(runner.git_dir), commit, None)
    plan = Plan(act, commit, (), (branch, *tag_refs(act, commit)))
    finish(runner, plan, intent, staging.staged(runner, [write.path for write in act.writes]))


def _is_recorded(runner: Runner, commit: str) -> bool:
    return runner.attempt("merge-base", "--is-ancestor", commit, "HEAD").status == 0


def _subject(act: Act) -> str:
    return act.message.partition("\n")[0]
