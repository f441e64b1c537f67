"""Screens look the same whoever runs the tests."""

import pytest


@pytest.fixture(autouse=True)
def no_wishes_about_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
