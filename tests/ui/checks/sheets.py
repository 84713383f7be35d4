"""Contact sheets: every room in one picture, a picture for each theme, size and language.

Not a test, but it goes through the same rooms: `make sheets` runs it.
"""

from __future__ import annotations

import os
from datetime import timedelta
from math import ceil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.charts import CHARTS
from fibrojournal.charts.material import Scope, gather
from fibrojournal.charts.saving import picture_bytes
from fibrojournal.journal.factors import FACTORS
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.tokens import tokens
from fibrojournal.ui.widgets.chart_picture import ChartPicture
from tests.ui.checks.conftest import DAYS, TODAY
from tests.ui.checks.rooms import visits
from tests.ui.checks.rooms_of_spans import factor
from tests.ui.checks.test_translation import abroad
from tests.ui.checks.visit import SIDEBAR_REST_MS, Visit, settle
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
PLACE, CHART = QSize(620, 1400), QSize(760, 560)


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


def sheet(rooms: dict[str, QImage], room: QSize = ROOM, columns: int = COLUMNS) -> QImage:
    """All rooms in lines, each with its name."""
    pitch = QSize(room.width() + GAP, room.height() + GAP + CAPTION)
    lines = ceil(len(rooms) / columns)
    whole = QImage(
        columns * pitch.width() + GAP, lines * pitch.height() + GAP, QImage.Format.Format_RGB32
    )
    whole.fill(PAPER)
    painter = QPainter(whole)
    font = QFont("Inter")
    font.setPixelSize(17)
    painter.setFont(font)
    painter.setPen(INK)
    for place, (name, picture) in enumerate(rooms.items()):
        line, column = divmod(place, columns)
        left, top = GAP + column * pitch.width(), GAP + line * pitch.height()
        caption = QRect(left, top, room.width(), CAPTION)
        painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawImage(left, top + CAPTION, picture)
    painter.end()
    return whole


def draw(person: Person, name: str, theme: str, scale: float) -> None:
    program = person.start(size=WINDOW, theme=theme, text_scale=scale)
    rooms = {visit.room: seen(visit) for visit in visits(person, program)}
    keep(sheet(rooms), f"{name}-{theme}-{scale:.0%}".replace("%", ""))


def keep(whole: QImage, name: str) -> None:
    """Write a sheet."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    place = FOLDER / f"{name}.png"
    assert whole.save(str(place))
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


@pytest.mark.timeout(600)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("theme", THEMES)
def test_sheet_of_the_place_of_every_factor(settled: Person, theme: str, scale: float) -> None:
    program = settled.start(size=WINDOW, theme=theme, text_scale=scale)
    places = {one.id: whole_place(settled, program, one.id) for one in FACTORS}
    keep(sheet(places, PLACE, 4), f"factors-{theme}-{scale:.0%}".replace("%", ""))


def whole_place(person: Person, program: Program, id: str) -> QImage:
    """All of a place, also what one would scroll to."""
    page = factor(person, program, id)
    pictures = [one for one in page.findChildren(ChartPicture) if one.isVisible()]
    person.qtbot.waitUntil(lambda: not any(one.pixmap().isNull() for one in pictures))
    settle()  # a picture may ask for more room once it is there
    inside = page._column.parentWidget()
    assert inside is not None
    return inside.grab().toImage().scaled(PLACE, _WHOLE, Qt.TransformationMode.SmoothTransformation)


@pytest.mark.parametrize("theme", THEMES)
def test_sheet_of_every_chart(some_months: Path, theme: str) -> None:
    with JournalFile.open_to_read(some_months) as source:
        scope = Scope(TODAY - timedelta(days=DAYS - 1), TODAY, TODAY)
        views = {
            chart.id: chart.view(gather(source, chart.needs, scope, source.questions()), scope)
            for chart in CHARTS
        }
    pictures = {
        id: QImage.fromData(picture_bytes(view, tokens(theme), "png")).scaled(
            CHART, _WHOLE, Qt.TransformationMode.SmoothTransformation
        )
        for id, view in views.items()
    }
    keep(sheet(pictures, CHART, 3), f"charts-{theme}")


_WHOLE = Qt.AspectRatioMode.KeepAspectRatio
