"""The picture of scores: it can be seen, read and changed for a table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from fibrojournal.charts.score_view import SCORES, ScoreView
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.score_chart import ScoreCard, color_of
from fibrojournal.ui.widgets.sum_strip import SumStrip

MARCH = date(2026, 3, 9)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> ScoreCard:
    card = ScoreCard(theme)
    qtbot.addWidget(card)
    card.resize(640, 300)
    card.show()
    return card


def view(*values: float) -> ScoreView:
    days = [MARCH - timedelta(days=30 * back) for back in range(len(values))]
    return ScoreView(SCORES[0], tuple(zip(reversed(days), values, strict=True)))


def count(card: ScoreCard, color: str) -> int:
    image = card.picture.grab().toImage()
    return sum(
        image.pixelColor(x, y).name().upper() == color
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("values", [(12.0,), (21.0, 19.0, 20.0), tuple(range(1, 21))])
def test_points_are_drawn_in_the_colour_of_pain(
    card: ScoreCard, theme: Theme, values: tuple[float, ...]
) -> None:
    assert count(card, theme.tokens.measure("pain")) == 0
    card.show_view(view(*values))
    assert count(card, theme.tokens.measure("pain")) > 30


def test_readers_hear_the_sentence(card: ScoreCard) -> None:
    card.show_view(view(21, 19))
    assert card.picture.accessibleName() == "Check-ins, areas plus severity"
    assert card.sentence in card.picture.accessibleDescription()
    assert QAccessible.queryAccessibleInterface(card.picture).role() == QAccessible.Role.Graphic


def test_the_focus_stays_when_the_picture_becomes_a_table(card: ScoreCard, qtbot: QtBot) -> None:
    card.show_view(view(21, 19))
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    card.picture.setFocus(Qt.FocusReason.TabFocusReason)
    card.set_table(shown=True)
    assert card.shows_table
    assert card.table.hasFocus()
    assert card.table.rowCount() == 2
    card.set_table(shown=False)
    assert card.picture.hasFocus()


def test_every_score_has_a_colour_of_the_tokens(theme: Theme) -> None:
    colors = {theme.tokens.measure(color_of(score)) for score in SCORES}
    assert len(colors) == len(SCORES)


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
