"""Every target is large enough, every word is shown whole and every control is reached by keys.

So it is in each room, at every size of window and text. To go through the rooms takes longer than
to look at them: what holds at a size is checked on one way through them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from fibrojournal.ui.reading_sources import CopyButton
from fibrojournal.ui.widgets.check_list import CheckList
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.focus import FocusRing
from fibrojournal.ui.widgets.note_field import NoteField
from fibrojournal.ui.widgets.rating import RatingScale
from fibrojournal.ui.widgets.scroll import ScrollPage
from fibrojournal.ui.widgets.section_list import SectionList
from fibrojournal.ui.widgets.stepper import Stepper
from fibrojournal.ui.widgets.toast import Toast
from tests.ui.checks.conftest import LONG_NAME, LONG_NOTE
from tests.ui.checks.rooms import dealt, visits
from tests.ui.checks.test_keys import REACHED, nameless, strays
from tests.ui.checks.visit import Visit
from tests.ui.conftest import Person, today_page

TARGET = 44
SMALLEST_TEXT = 13
SIZES = [
    pytest.param((960, 640), 1.0, dealt(0, 3), id="960x640"),
    pytest.param((1280, 800), 2.0, dealt(1, 3), id="1280x800 at 200 percent"),
    pytest.param((1180, 640), 1.15, dealt(2, 3), id="1180x640 at 115 percent"),
]
"""What lies between the least room for the largest text and 1280x800; each has its own test."""


@dataclass(frozen=True)
class Painted:
    """A text that one of our own controls has painted."""

    text: str
    place: QRectF
    needed: QRectF
    surface: QRectF
    font: QFont


class Eye:
    """Sees every text that is painted in Python, with the room it was given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: list[Painted] = []
        self._is_open = False
        paint = QPainter.drawText

        def seeing(painter: QPainter, place: QRect | QRectF, flags: int, text: str) -> None:
            paint(painter, place, flags, text)
            if not self._is_open:
                return
            room = QRectF(place)
            needed = painter.boundingRect(room, int(flags), text)
            device = painter.device()
            ratio = device.devicePixelRatio()
            surface = QRectF(0, 0, device.width() / ratio, device.height() / ratio)
            moved = painter.transform().mapRect
            self.seen.append(Painted(text, moved(room), moved(needed), surface, painter.font()))

        monkeypatch.setattr(QPainter, "drawText", seeing)

    def look_at(self, visit: Visit) -> list[Painted]:
        """Let everything be painted, what is scrolled out of sight too."""
        self.seen.clear()
        self._is_open = True
        visit.front.grab()
        for widget in visit.widgets:
            page = widget.widget() if isinstance(widget, ScrollPage) else None
            if page is not None:
                page.grab()
        self._is_open = False
        return list(self.seen)


@pytest.fixture
def eye(monkeypatch: pytest.MonkeyPatch) -> Eye:
    return Eye(monkeypatch)


def name_of(widget: QWidget) -> str:
    words = widget.accessibleName() or getattr(widget, "text", str)() or widget.objectName()
    return f"{type(widget).__name__} {words!r}"


Aim = tuple[str, float, float]
"""What a finger may aim at in a control, with its width and height."""


@singledispatch
def aims(widget: QWidget) -> Iterator[Aim]:
    """Yield what can be hit in a control."""
    yield from ()


@aims.register(QAbstractButton)
@aims.register(TextField)
@aims.register(NoteField)
def _(widget: QWidget) -> Iterator[Aim]:
    yield "all of it", widget.width(), widget.height()


@aims.register
def _(widget: CopyButton) -> Iterator[Aim]:
    yield from ()  # as good as a link in the line of a source


@aims.register
def _(widget: RatingScale) -> Iterator[Aim]:
    cell = widget.cell_place(widget.minimum() + 1)
    yield "a cell", cell.width() + 0.5, cell.height()  # cells lie between whole pixels


@aims.register
def _(widget: Stepper) -> Iterator[Aim]:
    for end in (-1, 1):
        yield "an end", widget._end_place(end).width(), widget._end_place(end).height()


@aims.register
def _(widget: QTableView) -> Iterator[Aim]:
    rows, columns = widget.model().rowCount(), widget.model().columnCount()
    lowest = min(map(widget.rowHeight, range(rows)), default=TARGET)
    yield "a cell", min(map(widget.columnWidth, range(columns)), default=TARGET), lowest


@aims.register
def _(widget: SectionList) -> Iterator[Aim]:
    size = widget.row_size()
    yield "a row", size.width(), size.height()


@aims.register
def _(widget: CheckList) -> Iterator[Aim]:
    for row in widget.rows:
        yield row.name, widget.viewport().width(), widget.places(row).height


@aims.register
def _(widget: QComboBox) -> Iterator[Aim]:
    yield "all of it", widget.width(), widget.height()


@aims.register
def _(widget: QMenu) -> Iterator[Aim]:
    for action in widget.actions():
        yield action.text(), TARGET, widget.actionGeometry(action).height()


def small_targets(visit: Visit) -> Iterator[str]:
    """Name what is smaller than 44 px each way (links between words may be)."""
    for widget in visit.widgets:
        if not widget.isEnabled():
            continue
        for part, width, height in aims(widget):
            if min(width, height) < TARGET:
                yield f"{name_of(widget)}, {part}: {width}x{height}"


def clipped_labels(visit: Visit) -> Iterator[str]:
    """Name the labels whose words do not fit."""
    for label in visit.widgets:
        if not isinstance(label, QLabel) or not label.text():
            continue
        if label.wordWrap():
            longest = max(re.split("[\\s\N{ZERO WIDTH SPACE}]+", label.text()), key=len)
            width = label.fontMetrics().horizontalAdvance(longest)
            fits = label.heightForWidth(label.width()) <= label.height()
            plain = label.textFormat() == Qt.TextFormat.PlainText
            if not fits or (plain and width > label.contentsRect().width()):
                yield f"{label.text()!r} in {label.width()}x{label.height()}"
        elif not label.sizeHint().width() <= label.width():
            yield f"{label.text()!r} in {label.width()}, needs {label.sizeHint().width()}"


def out_of_place(visit: Visit) -> Iterator[str]:
    """Name what leaves the part of the window that it stands in."""
    for widget in visit.widgets:
        parent = widget.parentWidget()
        if widget.isWindow() or parent is None or isinstance(widget, FocusRing | Toast):
            continue
        place, room = widget.geometry(), parent.rect()
        area = parent.parentWidget()
        scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
        outside = place.left() < 0 or place.right() > room.right()
        if outside or (not scrolls and (place.top() < 0 or place.bottom() > room.bottom())):
            into = f"{type(parent).__name__} {room.getRect()}"
            yield f"{name_of(widget)} at {place.getRect()} in {into}"


def sideways(visit: Visit) -> Iterator[str]:
    """Name what must be scrolled sideways."""
    for widget in visit.widgets:
        if isinstance(widget, QAbstractScrollArea):
            bar = widget.horizontalScrollBar()
            if bar.maximum() > bar.minimum():
                yield f"{name_of(widget)} scrolls sideways"


def cut_texts(painted: list[Painted]) -> Iterator[str]:
    """Name the painted texts that need more room than they have."""
    for one in painted:
        beyond = (
            one.needed.width() > one.place.width() + 1
            or one.needed.height() > one.place.height() + 2
            or not one.surface.adjusted(-1, -1, 1, 1).contains(one.needed)
        )
        if beyond and one.text:
            yield (
                f"{one.text!r} needs {one.needed.getRect()}, has {one.place.getRect()}"
                f" on {one.surface.getRect()}"
            )


def misfits(visit: Visit, eye: Eye) -> list[str]:
    return misfits_beside(visit, eye.look_at(visit))


def misfits_beside(visit: Visit, painted: list[Painted]) -> list[str]:
    """Name what does not fit in a room whose painted texts were seen."""
    found = [
        *small_targets(visit),
        *clipped_labels(visit),
        *out_of_place(visit),
        *sideways(visit),
        *cut_texts(painted),
    ]
    return [f"{visit.room}: {fault}" for fault in dict.fromkeys(found)]


@pytest.mark.parametrize(("size", "scale", "rooms"), SIZES)
def test_everything_fits(
    settled: Person, eye: Eye, size: tuple[int, int], scale: float, rooms: tuple[str, ...]
) -> None:
    program = settled.start(size=size, text_scale=scale)
    faults = [fault for visit in visits(settled, program, rooms) for fault in misfits(visit, eye)]
    assert program.window.size().toTuple() == size
    assert not faults, "\n".join(faults)


def test_in_the_least_room_the_largest_text_fits_and_tab_finds_its_way(
    settled: Person, eye: Eye
) -> None:
    program = settled.start(size=(960, 640), text_scale=2.0)
    by_tab = dealt(0, 2, REACHED)
    faults = []
    for visit in visits(settled, program):
        faults += misfits(visit, eye)
        if visit.room in by_tab:
            faults += strays(visit)
    assert program.window.size().toTuple() == (960, 640)
    assert not faults, "\n".join(dict.fromkeys(faults))


def test_an_empty_journal_fits(person: Person, eye: Eye) -> None:
    program = person.start(size=(960, 640), text_scale=2.0)
    rooms = visits(person, program, ("today, all open", "calendar", "trends", "settings"))
    faults = [fault for visit in rooms for fault in misfits(visit, eye)]
    assert program.window.size().toTuple() == (960, 640)
    assert not faults, "\n".join(faults)


def is_cut_short(text: str) -> bool:
    """Tell whether words are left out that are not the person's own."""
    before = [part.rpartition("“")[2].rstrip() for part in text.split("…")[:-1]]
    is_own = (LONG_NOTE.startswith(part) or LONG_NAME.startswith(part) for part in before)
    return "0 …" not in text and not all(is_own)


def small_or_elided(visit: Visit, painted: list[Painted]) -> Iterator[str]:
    """Name the texts that are hard to read, and those that do not show to their end."""
    texts = [(one.text, one.font) for one in painted]
    texts += [(w.text(), w.font()) for w in visit.widgets if isinstance(w, QLabel | QLineEdit)]
    for text, font in texts:
        if text and QFontInfo(font).pixelSize() < SMALLEST_TEXT:
            yield f"{visit.room}: {text!r} at {QFontInfo(font).pixelSize()} px"
        if is_cut_short(text):
            yield f"{visit.room}: {text!r} is cut short"


def test_at_the_usual_size_all_fits_can_be_read_and_is_reached_once_in_reading_order(
    settled: Person, eye: Eye
) -> None:
    program = settled.start(size=(1280, 800), text_scale=1.0)
    faults = []
    for visit in visits(settled, program):
        painted = eye.look_at(visit)
        faults += [*misfits_beside(visit, painted), *small_or_elided(visit, painted)]
        if visit.room in REACHED:
            faults += [*nameless(visit), *strays(visit)]
    assert program.window.size().toTuple() == (1280, 800)
    assert not faults, "\n".join(dict.fromkeys(faults))


def test_a_note_that_is_cut_short_is_described_in_full(settled: Person) -> None:
    program = settled.start()
    tile = today_page(program)._tiles.note
    assert tile.accessibleDescription() == " ".join(LONG_NOTE.split())
