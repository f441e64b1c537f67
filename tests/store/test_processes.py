"""Whether whoever left something behind still lives."""

import subprocess
import sys
from pathlib import Path

import pytest

from zerodraft.store.processes import is_living, start_mark


def test_a_process_lives_until_it_ends_also_where_nobody_buries_it() -> None:
    if not Path("/proc/self/stat").exists():
        pytest.skip("there is no /proc on this machine")
    with subprocess.Popen([sys.executable, "-c", "print('here', flush=True); input()"], stdin=-1, stdout=-1) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        child.stdout.readline()
        mark = start_mark(child.pid)
        assert is_living(child.pid)
        assert is_living(child.pid, mark)
        assert not is_living(child.pid, f"{mark}0")
        child.stdin.close()
        child.stdout.read()
        while is_living(child.pid):  # its files are closed a moment before it has ended
            pass
        assert child.returncode is None  # nobody has asked for it: it is a zombie
        assert not is_living(child.pid, mark)
