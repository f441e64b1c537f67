"""The same text leaves as the same bytes, whoever writes it, where and when."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.made_once import demonstration_at, made_once

_SCRIPT = Path(__file__).with_name("exported_digests.py")
_HERE = {"TZ": "UTC", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"}
_THERE = {"TZ": "Asia/Tokyo", "LANG": "POSIX", "LC_ALL": "POSIX", "PYTHONHASHSEED": "77"}


def started(place: Path, year: int, umask: int, **around: str) -> subprocess.Popen[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(place.parent)} | around
    command = [sys.executable, str(_SCRIPT), str(place), str(year)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, umask=umask)


@pytest.mark.slow
def test_each_form_in_each_format_is_the_same_in_another_place_on_another_day(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    place = made_once(tmp_path_factory, "demonstration", demonstration_at)
    runs = [started(place, 2024, 0o022, **_HERE), started(place, 2031, 0o077, **_THERE)]
    here, there = (json.loads(run.communicate()[0]) for run in runs)
    assert [run.returncode for run in runs] == [0, 0]
    assert len(here) > 80
    assert [name for name in here if here[name] != there[name]] == []
