from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.dose_bar import DoseBar, Stretch

TODAY = date(2026, 3, 12)
WIDTH = 700


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> DoseBar:
    bar = DoseBar(theme)
    bar.resize(WIDTH, bar.sizeHint().height())
    qtbot.addWidget(bar)
    bar.show()
    return bar


def picture(bar: DoseBar) -> QImage:
    return bar.grab().toImage()


def along(image: QImage) -> list[str]:
    """The colours along the upper edge of the bar, below the words and above those in it."""
    return [image.pixelColor(x, 26).name() for x in range(image.width())]


def share(colors: Iterable[str], color: QColor) -> float:
    every = list(colors)
    return every.count(color.name()) / len(every)


def test_readers_hear_what_the_bar_shows(bar: DoseBar) -> None:
    bar.show_doses([Stretch(ago(60), "20 mg")], TODAY, "20 mg from 11 January")
    assert bar.accessibleName() == "20 mg from 11 January"


def test_each_dose_takes_its_time(bar: DoseBar, theme: Theme) -> None:
    bar.show_doses([Stretch(ago(60), "20 mg"), Stretch(ago(20), "30 mg")], TODAY, "")
    colors = along(picture(bar))
    first, second = (theme.mixed("surface", "accent", tint) for tint in (0.20, 0.38))
    assert share(colors, first) == pytest.approx(2 * share(colors, second), rel=0.1)


def test_what_was_taken_before_the_journal_begins_at_the_edge(bar: DoseBar, theme: Theme) -> None:
    bar.show_doses([Stretch(None, "20 mg"), Stretch(ago(20), "30 mg")], TODAY, "")
    assert along(picture(bar))[8] == theme.mixed("surface", "accent", 0.20).name()


def test_nothing_is_drawn_while_it_was_stopped(bar: DoseBar, theme: Theme) -> None:
    stretches = [Stretch(ago(60), "20 mg"), Stretch(ago(30), "", is_taken=False)]
    bar.show_doses(stretches, TODAY, "")
    colors = along(picture(bar))
    tints = {theme.mixed("surface", "accent", tint).name() for tint in (0.20, 0.38)}
    assert not tints.intersection(colors[WIDTH // 2 :])


def test_what_is_being_written_is_dashed_until_it_is_let_go(bar: DoseBar, theme: Theme) -> None:
    bar.show_doses([Stretch(ago(60), "20 mg")], TODAY, "")
    before = picture(bar)
    bar.show_next(Stretch(ago(10), "40 mg"))
    accent = theme.qcolor("accent").name()
    assert accent in [picture(bar).pixelColor(x, 22).name() for x in range(WIDTH)]
    bar.show_next(None)
    assert picture(bar) == before


def test_many_years_do_not_make_the_last_weeks_invisible(bar: DoseBar, theme: Theme) -> None:
    bar.show_doses([Stretch(date(1999, 1, 1), "20 mg"), Stretch(ago(60), "30 mg")], TODAY, "")
    assert share(along(picture(bar)), theme.mixed("surface", "accent", 0.38)) > 0.05


def test_a_medicine_that_begins_today_has_a_bar_of_no_length(bar: DoseBar, theme: Theme) -> None:
    bar.show_doses([Stretch(TODAY, "20 mg")], TODAY, "")
    assert theme.mixed("surface", "accent", 0.20).name() not in along(picture(bar))
