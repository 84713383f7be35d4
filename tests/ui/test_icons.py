from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

import fibrojournal
from fibrojournal import resources
from fibrojournal.journal.factors import FACTORS
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme

CODE = Path(fibrojournal.__file__).parent
NAMES = sorted(
    path.stem for path in resources.path("icons").glob("*.svg") if path.stem != "fibrojournal"
)


def inked(image: QImage) -> Iterable[QColor]:
    for y in range(image.height()):
        for x in range(image.width()):
            color = image.pixelColor(x, y)
            if color.alpha() > 250:
                yield color


def test_every_icon_takes_the_colour_it_is_given(theme: Theme) -> None:
    for name in NAMES:
        image = icons.pixmap(name, "#17595E", 40).toImage()
        colors = {color.name() for color in inked(image)}
        assert "#17595e" in colors, name
        assert "#000000" not in colors, name


def test_every_factor_has_its_icon() -> None:
    assert {factor.icon for factor in FACTORS} <= set(NAMES)


def test_every_icon_has_a_use() -> None:
    code = [path.read_text(encoding="utf-8") for path in CODE.rglob("*.py")]
    reading = [path.read_text(encoding="utf-8") for path in resources.path("learn").rglob("*.md")]
    text = "".join([*code, *reading])
    assert [name for name in NAMES if f'"{name}"' not in text] == []


def test_an_icon_is_as_sharp_as_the_screen(theme: Theme) -> None:
    picture = icons.pixmap("moon", "#17595E", 20, 2.0)
    assert picture.size().toTuple() == (40, 40)
    assert picture.deviceIndependentSize().toTuple() == (20, 20)


def test_an_icon_is_rendered_once(theme: Theme) -> None:
    assert icons.pixmap("moon", "#17595E", 20) is icons.pixmap("moon", "#17595E", 20)


def test_an_icon_is_drawn_in_the_middle_of_its_place(theme: Theme) -> None:
    paper = QPixmap(60, 20)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    icons.draw(painter, "plus", QColor("black"), QRectF(0, 0, 60, 20))
    painter.end()
    image = paper.toImage()
    columns = {x for x in range(60) for y in range(20) if image.pixelColor(x, y).lightness() < 128}
    assert (min(columns) + max(columns)) / 2 == pytest.approx(29.5, abs=1)
    assert max(columns) - min(columns) < 20


def test_an_icon_that_is_not_there_is_named(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError, match="absent"):
        icons.pixmap("absent", "#17595E", 20)
