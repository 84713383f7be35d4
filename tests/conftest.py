"""What every test needs: no window on anyone's screen, and no haste."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says how busy the machine is, and nothing about the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, and count no lines in tests of random examples.

    A way through all rooms of the window takes seconds: begun last, the other processors wait
    for it. To count lines makes random examples take half as long again, and says nothing more:
    examples by hand run every line of the core.
    """
    items.sort(key=lambda item: item.path.parent.name != "checks")
    for item in items:
        if item.get_closest_marker("hypothesis"):
            item.add_marker("no_cover")


FULL_AFTER = 40
"""So many tests after each other are looked through one by one before all is."""


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Free what is left of a test on this thread; see `fibrojournal.ui.garbage`."""
    yield
    if gc.isenabled():  # there was no window yet
        return
    gc.collect(0)  # all that the test has made and left
    if gc.get_count()[1] > FULL_AFTER:
        gc.collect()
