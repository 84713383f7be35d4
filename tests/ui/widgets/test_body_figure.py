"""The body figure: every area can be seen and met, and left is the person's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fibrojournal.heat import heat_ramp
from fibrojournal.journal.areas import AREAS, Area
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.body_figure import BodyFigure
from fibrojournal.ui.widgets.body_shapes import WIDTH, back, front


@pytest.fixture
def figure(theme: Theme, qtbot: QtBot) -> BodyFigure:
    figure = BodyFigure(theme)
    qtbot.addWidget(figure)
    figure.take_clicks(taken=True)
    figure.resize(figure.sizeHint())
    return figure


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_an_area_is_drawn_in_the_views_that_show_it(area: Area) -> None:
    assert (area.id in front().areas) == area.front
    assert (area.id in back().areas) == area.back


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_an_area_is_met_in_its_middle(figure: BodyFigure, area: Area) -> None:
    assert figure.area_at(figure.center_of(area.id)) == area.id


@pytest.mark.parametrize("view", [front(), back()], ids=["front", "back"])
def test_areas_do_not_lie_on_each_other(view: object) -> None:
    shapes = list((front() if view is front() else back()).areas.values())
    for at, shape in enumerate(shapes):
        for other in shapes[at + 1 :]:
            overlap = (shape & other).boundingRect()
            assert overlap.width() * overlap.height() < 4


def test_left_lies_right_from_the_front_and_left_from_the_back() -> None:
    assert front().areas["hip_left"].boundingRect().center().x() > 0
    assert back().areas["hip_left"].boundingRect().center().x() < 0
    assert front().areas["hip_right"].boundingRect().center().x() < 0


def test_a_click_meets_the_nearest_area(figure: BodyFigure, qtbot: QtBot) -> None:
    beside = figure.center_of("neck") - QPointF(16, 0)
    with qtbot.waitSignal(figure.area_pressed) as pressed:
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=beside.toPoint())
    assert pressed.args == ["neck"]


def test_a_click_far_from_the_body_meets_nothing(figure: BodyFigure, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(figure.area_pressed):
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_a_figure_to_look_at_takes_no_clicks(figure: BodyFigure, qtbot: QtBot) -> None:
    figure.take_clicks(taken=False)
    with qtbot.assertNotEmitted(figure.area_pressed):
        spot = figure.center_of("chest").toPoint()
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=spot)


def test_the_pointer_names_the_area_below_it_until_it_leaves(
    figure: BodyFigure, qtbot: QtBot
) -> None:
    figure.show()
    pointed: list[str] = []
    figure.area_pointed.connect(pointed.append)
    QTest.mouseMove(figure, figure.center_of("chest").toPoint())
    qtbot.waitUntil(lambda: pointed == ["chest"])
    QTest.mouseMove(figure, QPoint(1, 1))
    qtbot.waitUntil(lambda: pointed == ["chest", ""])


def test_marks_and_shares_have_the_colours_of_pain(figure: BodyFigure, theme: Theme) -> None:
    def color(area: str) -> str:
        spot = figure.center_of(area) + QPointF(-9, -9)
        return figure.grab().toImage().pixelColor(spot.toPoint()).name().upper()

    figure.show_marks({"chest"})
    assert color("chest") == theme.tokens.measure("pain")
    assert color("abdomen") == theme.tokens.color("inset")
    figure.show_shares({"chest": 1.0, "abdomen": 0.0})
    ramp = heat_ramp(theme.tokens, "pain")
    assert (color("chest"), color("abdomen")) == (ramp[-1], ramp[0])


def test_the_area_that_the_list_is_at_is_framed(figure: BodyFigure) -> None:
    plain = figure.grab().toImage()
    figure.show_current("lower_back")
    assert figure.grab().toImage() != plain
    figure.show_current("")
    assert figure.grab().toImage() == plain


def test_a_narrow_figure_is_smaller_and_still_whole(figure: BodyFigure) -> None:
    figure.resize(round(WIDTH), figure.heightForWidth(round(WIDTH)))
    assert figure.height() < figure.sizeHint().height()
    assert figure.area_at(figure.center_of("lower_leg_left")) == "lower_leg_left"


def test_readers_meet_a_named_picture_that_takes_no_focus(figure: BodyFigure) -> None:
    assert figure.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert QAccessible.queryAccessibleInterface(figure).role() == QAccessible.Role.Graphic
    assert figure.accessibleName() == "A body from the front and from the back"
