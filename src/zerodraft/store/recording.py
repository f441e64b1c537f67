"""Recording an act, so that it is done wholly or not at all, whatever happens in between.

intent on disk → objects → new files beside the old → the branch moves, if nobody else moved it (this is the
moment of recording) → files take their places → the drafter's index → intent dropped.
Before the moment nothing visible has changed and everything can be withdrawn; after it the next start
finishes what is left. Two git processes make the commit, two look after the index.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from zerodraft.errors import MachineLacks, MovedOn, Refusal
from zerodraft.store import journal, refs, staging, worktree
from zerodraft.store.acts import Act, Write
from zerodraft.store.objects import pack
from zerodraft.store.plan import Plan, check_act, check_work_tree, draw_up, is_foreign
from zerodraft.store.runner import Runner
from zerodraft.store.trees import Entry
from zerodraft.store.trouble import disk_trouble

# Another program's commit came in between: each attempt takes 10 ms, so 50 outlast any script.
_ATTEMPTS = 50
_STORE = ("unpack-objects", "-q", "--strict")


@dataclass(frozen=True, slots=True)
class Done:
    """A recorded act: its commit, and the files that were left as they are, for they hold newer words."""

    commit: str
    left_alone: tuple[str, ...]


def carry_out(runner: Runner, act: Act, *, intent: Path | None = None) -> Done:
    """Record the act, under the journal's lock, which the caller holds.

    `intent` is the file of an act that was cut off and is now done again. When the act is refused
    nothing has changed, and a new intent is withdrawn; an old one stays for the caller to judge.
    """
    check_act(act)
    paths = [write.path for write in act.writes]
    file = intent or journal.new_intent(runner.git_dir)
    with runner.ahead(staging.listing(paths), _STORE, refs.MOVE, env=refs.written_by(act.committer)):
        plan = draw_up(runner, act)
        check_work_tree(runner, act)
        before = staging.staged(runner, paths)
        plan = _land_or_withdraw(runner, plan, file, is_new=intent is None)
    return finish(runner, plan, file, before)


def finish(runner: Runner, plan: Plan, intent: Path, before: Mapping[str, Entry]) -> Done:
    """What is left to do once the commit stands; each step finds out whether it is done already.

    `before` is what the drafter's index holds now.
    """
    act = plan.act
    try:
        refs.complete(runner, plan.refs[1:], act.committer)
        with staging.brought_along(runner, before, act.writes) as brought_along:
            refs.make_durable(runner, plan.refs)
            left_alone = tuple(write.path for write in act.writes if not _take_place(runner.root, write))
        if brought_along:
            journal.drop(intent)
    except (OSError, Refusal) as failure:
        refusal = _refusal(failure, "put the new words into their files")
        message = f"The act is recorded, but not finished. {refusal.message}"
        raise MachineLacks(message, f"{refusal.hint} The next start finishes it.") from failure
    return Done(plan.commit, left_alone)


def _land_or_withdraw(runner: Runner, plan: Plan, intent: Path, *, is_new: bool) -> Plan:
    try:
        return _land(runner, plan, intent)
    except (OSError, Refusal) as failure:
        refusal = _refusal(failure, "write in this workspace")
        if is_new and not _withdraw(runner, plan.act, intent):
            refusal.hint += " What you did is kept, and is recorded at the next start."
        raise refusal from failure


def _land(runner: Runner, plan: Plan, intent: Path) -> Plan:
    """Bring the commit onto the branch, on top of whatever others put there meanwhile."""
    storing = runner.begin(*_STORE, stdin=pack(plan.objects))
    try:
        journal.write_down(intent, plan.act, plan.commit)
        for write in plan.act.writes:
            if write.content is not None:
                worktree.prepare(runner.root, write.path, write.content)
    finally:
        runner.finished("store the new words", storing)
    for _ in range(_ATTEMPTS):
        if refs.move(runner, plan.refs, plan.act.committer):
            return plan
        plan = draw_up(runner, plan.act)
        journal.write_down(intent, plan.act, plan.commit)
        runner.ask("store the new words", *_STORE, stdin=pack(plan.objects))
    raise MovedOn("Another program records here without a pause; nothing was written.", "Try again.")


def _take_place(root: Path, write: Write) -> bool:
    """Let the new words stand in the file; False when somebody else's newer words stand there."""
    present = worktree.read(root, write.path)
    if present == write.content or is_foreign(present, write):
        worktree.discard(root, write.path)
        return present == write.content
    if write.content is None:
        worktree.remove(root, write.path)
        return True
    worktree.prepare_if_missing(root, write.path, write.content)
    worktree.settle(root, write.path)
    return True


def _withdraw(runner: Runner, act: Act, intent: Path) -> bool:
    """Leave no trace of an act that was refused; False when the disk doesn't even allow that."""
    try:
        for write in act.writes:
            worktree.discard(runner.root, write.path)
        journal.drop(intent)
    except OSError:
        return False
    return True


def _refusal(failure: OSError | Refusal, doing: str) -> Refusal:
    return disk_trouble(failure, doing) if isinstance(failure, OSError) else failure
