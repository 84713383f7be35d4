"""Rows that a person arranges: each goes up or down, stands in one of a few places, has a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import IconButton
from fibrojournal.ui.widgets.focus import stop_before, tab_after
from fibrojournal.ui.widgets.labels import Label, Phrase
from fibrojournal.ui.widgets.line import Line
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.roving import RovingFocus
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

_SWATCH = 18
_GAP, _BETWEEN = 10, 4
_WORDS = 210
"""Width in px at 100 % text that the words of a row get beside its controls."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Entry(NamedTuple):
    """What one row shows."""

    id: str
    name: str
    hint: str
    choice: str
    """Which of the places it stands in."""
    can_rise: bool
    can_sink: bool
    color: str = ""
    """The measure whose colour stands before the name, if any does."""


class ArrangedRow(QWidget):
    """One row: its name with a hint, what changes its words, up, down, and where it stands."""

    moved = Signal(str, int)
    placed = Signal(str, str)
    edit_wanted = Signal(str)

    def __init__(self, theme: Theme, places: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._entry = Entry("", "", "", places[0][0], can_rise=False, can_sink=False)
        self._is_still = False
        self._swatch = _Swatch(theme)
        self._name = Phrase(theme, role="small_strong")
        self._hint = Label(theme, role="caption", color="ink_3", wraps=True)
        self.edit = IconButton(theme, "pencil", "", plain=True)
        self.up = IconButton(theme, "arrow-up", "", plain=True)
        self.down = IconButton(theme, "arrow-down", "", plain=True)
        self.places = Segments(theme, "", places)
        self._roving = RovingFocus(self)
        self._roving.set_buttons((self.edit, self.up, self.down))
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self._entry.id))
        self.up.clicked.connect(lambda: self.moved.emit(self._entry.id, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self._entry.id, 1))
        self.places.chosen.connect(lambda place: self.placed.emit(self._entry.id, place))
        for control in (self.edit, self.up, self.down, *self.places.segments):
            control.installEventFilter(self)
        self._lay_out(theme)

    def show_entry(self, entry: Entry) -> None:
        """Show another entry in the same row."""
        self._entry = entry
        self._swatch.show_color(entry.color)
        self._name.setText(entry.name)
        self._hint.setText(entry.hint)
        self._hint.setVisible(bool(entry.hint))
        self._told.arrange()
        self.edit.set_name(_("{name}, its words").format(name=entry.name))
        self.up.set_name(_("{name}, move up").format(name=entry.name))
        self.down.set_name(_("{name}, move down").format(name=entry.name))
        self.up.setEnabled(entry.can_rise and not self._is_still)
        self.down.setEnabled(entry.can_sink and not self._is_still)
        self.places.show_choice(entry.choice)
        self.places.setAccessibleName(_("{name}, where it stands").format(name=entry.name))
        for segment in self.places.segments:
            words = _("{name}, stands: {place}").format(name=entry.name, place=segment.text())
            segment.setAccessibleName(words)

    def hold_still(self, why: str) -> None:
        """Show what is there and take nothing."""
        self._is_still = True
        for control in (self.edit, self.up, self.down, *self.places.segments):
            hold_still(control, why)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the row by Alt+Up and Alt+Down from any of its controls."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        self.moved.emit(self._entry.id, step)
        return True

    def _lay_out(self, theme: Theme) -> None:
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        beside = QHBoxLayout(words)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(_GAP)
        beside.addWidget(self._swatch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._told = SideBySide(
            (self._name, self._hint),
            lambda: self._name.line_width() + _GAP + self._hint.line_width(),
            stretches=(0, 1),
            gap=_GAP,
        )
        theme.changed.connect(self._told.arrange)
        beside.addWidget(self._told, 1)
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for control in (self.edit, self.up, self.down):
            line.addWidget(control)
        line.addStretch(1)

        def on_one_line() -> int:
            controls = buttons.sizeHint().width() + self.places.sizeHint().width()
            return theme.px(_WORDS) + controls + 2 * _BETWEEN

        parts = (words, buttons, self.places)
        both = SideBySide(parts, on_one_line, stretches=(1, 0, 0), gap=_BETWEEN)
        theme.changed.connect(both.arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.addWidget(both)


class ArrangedRows(QWidget):
    """Rows under one another. They stay where they are; entries go from row to row.

    So what Tab comes to keeps its order, and the focus follows an entry that was moved.
    """

    moved = Signal(str, int)
    placed = Signal(str, str)
    edit_wanted = Signal(str)

    def __init__(self, theme: Theme, places: Sequence[tuple[str, str]], why_still: str) -> None:
        super().__init__()
        self._theme, self._places, self._why_still = theme, places, why_still
        self.rows: list[ArrangedRow] = []
        self.entries: tuple[Entry, ...] = ()
        self._lines: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries, and let the focus stay with the one that it was in."""
        held = self._held()
        self.entries = tuple(entries)
        self._column.setEnabled(False)  # else each of forty rows is laid out with all before it
        made = [self._make_row() for _more in range(len(entries) - len(self.rows))]
        if made and len(made) < len(self.rows):  # Qt puts what is made later at the end
            before = stop_before(self)
            if before is not None:
                tab_after(before, self)
        for row, entry in zip(self.rows, entries, strict=False):
            row.show_entry(entry)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(entries))
            self._lines[place].setVisible(place + 1 < len(entries))
        self._column.setEnabled(True)
        self._column.invalidate()
        if held is not None:
            self._bring_focus_to(*held)

    def row_of(self, id: str) -> ArrangedRow | None:
        """Return the row that shows an entry."""
        return next(
            (row for row, one in zip(self.rows, self.entries, strict=False) if one.id == id), None
        )

    def put_below(self, id: str, part: QWidget) -> None:
        """Stand a part below the row of an entry."""
        row = self.row_of(id)
        if row is not None:
            self._column.removeWidget(part)
            self._column.insertWidget(self._column.indexOf(row) + 1, part)
            part.show()
            tab_after(row.places.segments[-1], part)

    def _held(self) -> tuple[str, str] | None:
        """Return which entry the focus is in, and on which of its controls."""
        for row, entry in zip(self.rows, self.entries, strict=False):
            for name in ("edit", "up", "down"):
                if getattr(row, name).hasFocus():
                    return entry.id, name
            if any(segment.hasFocus() for segment in row.places.segments):
                return entry.id, "places"
        return None

    def _bring_focus_to(self, id: str, name: str) -> None:
        row = self.row_of(id)
        if row is None:
            return
        by_key = Qt.FocusReason.TabFocusReason
        if name == "places":
            next(one for one in row.places.segments if one.isChecked()).setFocus(by_key)
            return
        wanted = {"up": (row.up, row.down), "down": (row.down, row.up)}.get(name, (row.edit,))
        next((one for one in wanted if one.isEnabled()), row.edit).setFocus(by_key)

    def _make_row(self) -> ArrangedRow:
        row, line = ArrangedRow(self._theme, self._places), Line(self._theme)
        row.moved.connect(self.moved)
        row.placed.connect(self.placed)
        row.edit_wanted.connect(self.edit_wanted)
        if self._why_still:
            row.hold_still(self._why_still)
        self.rows.append(row)
        self._lines.append(line)
        for part in (row, line):
            self._column.addWidget(part)
            part.show()
        return row


class _Swatch(QWidget):
    """The colour of a measure, as a small square; readers pass over it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._measure = theme, ""
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_color(self, measure_id: str) -> None:
        """Show the colour of a measure; without one there is no square."""
        self._measure = measure_id
        self.setVisible(bool(measure_id))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.measure_qcolor(self._measure)
        draw_box(painter, QRectF(self.rect()), self._theme.px(5), color)

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(_SWATCH), self._theme.px(_SWATCH))
        self.update()
