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


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Free what is left of a test on this thread; see `fibrojournal.ui.garbage`."""
    yield
    if not gc.isenabled():  # there was a window
        from fibrojournal.ui.garbage import collect_due

        collect_due()
