"""The sum of a check-in as cells."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.sum_strip import SumStrip


def test_a_sum_is_as_many_cells_as_its_parts(theme: Theme, qtbot: QtBot) -> None:
    strip = SumStrip(theme, 31, ("pain", "fatigue"))
    qtbot.addWidget(strip)
    strip.resize(strip.sizeHint())
    strip.show_parts((12, "12 areas"), (8, "8 severity"))
    image = strip.grab().toImage()
    pitch = strip.width() / 31
    colors = [image.pixelColor(round((place + 0.4) * pitch), 12).name() for place in range(31)]
    pain, fatigue = (theme.tokens.measure(id).lower() for id in ("pain", "fatigue"))
    assert colors == [pain] * 12 + [fatigue] * 8 + ["#ffffff"] * 11
