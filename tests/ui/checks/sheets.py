"""Contact sheets: every room in one picture, a picture for each theme, size and language.

Not a test, but it goes through the same rooms: `make sheets` runs it.
"""

from __future__ import annotations

import os
from math import ceil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest

from tests.ui.checks.rooms import visits
from tests.ui.checks.test_translation import abroad
from tests.ui.checks.visit import SIDEBAR_REST_MS, Visit
from tests.ui.conftest import Person

__all__ = ["abroad"]

FOLDER = Path(os.environ.get("FIBROJOURNAL_SHEETS", "build/sheets"))
WINDOW = (1280, 800)
COLUMNS = 6
ROOM = QSize(480, 300)
GAP, CAPTION = 16, 28
PAPER, INK = QColor("#6B6B6B"), QColor("#FFFFFF")
THEMES = ("light", "dark", "quiet", "quiet_paper")
SCALES = (1.0, 2.0)


def seen(visit: Visit) -> QImage:
    """The window, with the panel that lies over it if there is one."""
    window = visit.program.window
    if window._side.isVisible():
        QTest.qWait(SIDEBAR_REST_MS)  # it follows after a while
    picture = window.grab().toImage()
    if visit.front is not window:
        painter = QPainter(picture)
        corner = visit.front.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
        inside = QRect(QPoint(0, 0), picture.size() - visit.front.size())
        corner.setX(min(max(corner.x(), 0), max(inside.right(), 0)))
        corner.setY(min(max(corner.y(), 0), max(inside.bottom(), 0)))
        painter.drawImage(corner, visit.front.grab().toImage())
        painter.end()
    return picture.scaled(ROOM, _WHOLE, Qt.TransformationMode.SmoothTransformation)


def sheet(rooms: dict[str, QImage]) -> QImage:
    """All rooms in lines, each with its name."""
    pitch = QSize(ROOM.width() + GAP, ROOM.height() + GAP + CAPTION)
    lines = ceil(len(rooms) / COLUMNS)
    whole = QImage(
        COLUMNS * pitch.width() + GAP, lines * pitch.height() + GAP, QImage.Format.Format_RGB32
    )
    whole.fill(PAPER)
    painter = QPainter(whole)
    font = QFont("Inter")
    font.setPixelSize(17)
    painter.setFont(font)
    painter.setPen(INK)
    for place, (name, picture) in enumerate(rooms.items()):
        line, column = divmod(place, COLUMNS)
        left, top = GAP + column * pitch.width(), GAP + line * pitch.height()
        caption = QRect(left, top, ROOM.width(), CAPTION)
        painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawImage(left, top + CAPTION, picture)
    painter.end()
    return whole


def draw(person: Person, name: str, theme: str, scale: float) -> None:
    program = person.start(size=WINDOW, theme=theme, text_scale=scale)
    rooms = {visit.room: seen(visit) for visit in visits(person, program)}
    FOLDER.mkdir(parents=True, exist_ok=True)
    place = FOLDER / f"{name}-{theme}-{scale:.0%}.png".replace("%", "")
    assert sheet(rooms).save(str(place))
    with Image.open(place) as full:
        full.quantize(256, dither=Image.Dither.NONE).save(place, optimize=True)  # a third as large


@pytest.mark.timeout(600)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("theme", THEMES)
def test_sheet_in_english(settled: Person, theme: str, scale: float) -> None:
    draw(settled, "english", theme, scale)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("theme", THEMES)
def test_sheet_in_a_longer_language(abroad: Person, theme: str, scale: float) -> None:
    draw(abroad, "longer", theme, scale)


_WHOLE = Qt.AspectRatioMode.KeepAspectRatio
