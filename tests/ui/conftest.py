"""A theme for the tests of the window, without fades."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from fibrojournal.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at 100 %; a test may change it."""
    theme = Theme("light", reduced_motion=True)
    theme.apply()
    yield theme
    theme.set_choice("light")
    theme.deleteLater()
