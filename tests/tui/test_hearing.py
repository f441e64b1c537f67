"""Whoever waits for keys sleeps until one comes, or until it is told to end."""

import os
import selectors
from collections.abc import Iterator
from threading import Thread

import pytest

from zerodraft.tui import hearing
from zerodraft.tui.hearing import Patient


@pytest.fixture
def keys() -> Iterator[tuple[int, int]]:
    """Where keys are read, and where they are written."""
    there, here = os.pipe()
    yield there, here
    os.close(there)
    os.close(here)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[float | None]:
    """How long each look may take; none waits."""
    found: list[float | None] = []
    select = selectors.SelectSelector.select

    def noted(self: selectors.SelectSelector, timeout: float | None = None) -> object:
        found.append(timeout)
        return select(self, 0)

    monkeypatch.setattr(selectors.SelectSelector, "select", noted)
    return found


def test_it_looks_often_after_a_key_and_seldom_when_none_has_come_for_long(
    asked: list[float | None], keys: tuple[int, int]
) -> None:
    patient = Patient()
    patient.register(keys[0], selectors.EVENT_READ)
    patient.select(0.1)
    patient._heard = float("-inf")
    patient.select(0.1)
    os.write(keys[1], b"a")
    assert [each[0].fd for each in patient.select(0.1)] == [keys[0]]
    patient.select(0.1)
    assert asked == [0.1, hearing._LONGEST, hearing._LONGEST, 0.1]
    patient.close()


def test_a_bell_wakes_it_and_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hearing, "_LONGEST", 3600.0)
    patient = Patient()
    patient._heard = float("-inf")
    found: list[object] = []
    reader = Thread(target=lambda: found.append(patient.select(0.1)), daemon=True)
    reader.start()
    patient.ring()
    reader.join(20)
    assert found == [[]]
    assert patient.select(3600.0) == []
    patient.close()
