"""What is loaded until Home is seen: nothing that only the desk needs."""

import subprocess
import sys

HEAVY = (
    "git",
    "markdown_it",
    "diff_match_patch",
    "click",
    "zerodraft.cli.main",
    "zerodraft.core.negotiation.delegation",
    "zerodraft.core.text.numbering",
    "zerodraft.core.text.words",
    "zerodraft.desk.desk",
    "zerodraft.desk.dossier",
    "zerodraft.tui.dialogs.record",
    "zerodraft.tui.dialogs.beginning",
    "zerodraft.tui.screens.draft",
)


def test_home_is_seen_before_the_desk_is_loaded() -> None:
    code = (
        "import sys, zerodraft.__main__, zerodraft.tui.start, zerodraft.tui.app, zerodraft.tui.screens.home\n"
        "print(*sys.modules, sep='\\n')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(run.stdout.split()) & set(HEAVY)
