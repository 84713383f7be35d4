from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from fibrojournal.journal.measures import MEASURES
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box, draw_marker, draw_ring


def marker(theme: Theme, name: str) -> QImage:
    paper = QPixmap(40, 40)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    draw_marker(painter, name, QColor("black"), QPointF(20, 20), 24)
    painter.end()
    return paper.toImage()


def ink(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).lightness() < 128
    }


def test_every_measure_has_a_marker_that_can_be_drawn(theme: Theme) -> None:
    for name in {theme.tokens.marker(measure.id) for measure in MEASURES}:
        dots = ink(marker(theme, name))
        assert 60 < len(dots) < 600, name
        assert (20, 20) in dots


def test_no_two_markers_look_the_same(theme: Theme) -> None:
    names = {theme.tokens.marker(measure.id) for measure in MEASURES}
    shapes = {name: ink(marker(theme, name)) for name in names}
    for one, other in combinations(shapes, 2):
        alike = len(shapes[one] & shapes[other]) / len(shapes[one] | shapes[other])
        assert alike < 0.9, (one, other)


def test_the_ring_is_3_px_thick_2_px_from_its_control(theme: Theme) -> None:
    paper = QPixmap(40, 40)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    draw_ring(painter, theme, QRectF(10, 10, 20, 20), 4)
    painter.end()
    column = [paper.toImage().pixelColor(20, y) for y in range(10)]
    white, focus = QColor("white"), theme.qcolor("focus")
    assert column == [white] * 5 + [focus] * 3 + [white] * 2


def test_a_border_lies_inside_and_may_be_dashed(theme: Theme) -> None:
    paper = QPixmap(40, 40)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    draw_box(painter, QRectF(4, 4, 32, 32), 6, None, QColor("black"), dashed=True)
    painter.end()
    image = paper.toImage()
    top = {image.pixelColor(x, 4).name() for x in range(10, 30)}
    assert {"#000000", "#ffffff"} <= top
    assert image.pixelColor(20, 3).name() == "#ffffff"
