"""The sizes that a reader can hold: the hard limits of `benchmarks/house.py`, and what it prints."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "benchmarks" / "house.py"


@pytest.fixture(scope="module")
def house() -> ModuleType:
    spec = importlib.util.spec_from_file_location("house", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["house"] = module
    spec.loader.exec_module(module)
    return module


def test_no_file_is_longer_than_350_lines(house: ModuleType) -> None:
    assert not [path for path in house.sources(house.SOURCE) if house.lines_of(path) > 350]


def test_no_function_is_longer_than_40_lines_or_takes_more_than_5_parameters(house: ModuleType) -> None:
    known = [function for path in house.sources(house.SOURCE) for function in house.functions(path)]
    assert not [function for function in known if function.lines > 40 or function.parameters > 5]


def test_no_modules_import_each_other_in_a_circle(house: ModuleType) -> None:
    assert house.cycles() == []


def test_a_module_is_never_called_by_a_name_that_says_nothing(house: ModuleType) -> None:
    nothing = {"utils", "util", "helpers", "helper", "misc", "common", "manager"}
    assert not [path for path in house.sources(house.SOURCE) if path.stem in nothing]


def test_the_report_prints_every_figure() -> None:
    run = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, check=False)
    assert [line.split()[0] for line in run.stdout.splitlines()[:5]] == [
        "files",
        "functions",
        "parameters",
        "cycles",
        "tests",
    ]


def test_no_two_test_files_bear_one_name() -> None:
    """pytest imports a test file by its name alone and stops at the second one."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
