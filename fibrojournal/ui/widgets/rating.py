"""The rating scale: one cell a step, with "not answered" one step below the scale."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider, QWidget

from fibrojournal.journal.measures import Direction, Measure, range_text
from fibrojournal.text import MINUS, _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce_value
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.still import with_reason

FEW_CELLS = 5
"""With so few cells, each is wide and has its word below it."""
_FEW, _WIDEST_FEW = 100, 136
_WIDEST = 60
_HOLLOW = 2.5
"""How thick the frame is around an answer that is not the person's own of that day."""
_PLAIN_KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class RatingScale(RingFocus, QSlider):
    """Asks one rating by digits, arrows, clicks or assistive tools.

    It speaks only when the person acts: `answered` carries a float, or None where the answer was
    cleared. Values between two steps (from an import) show in the nearest cell and stay as they
    are until they are answered anew.
    """

    answered = Signal(object)
    answer_changed = Signal()
    number_typed = Signal()
    """A number was typed that no further digit can go on with."""
    left_row = Signal(int)
    """Up (-1) or Down (+1) was pressed."""

    ring_on_click = True
    digit_role = "digit"
    answer_role = "digit_selected"
    cell_border = ""
    """The colour of the frames; on a card, cells need none."""

    def __init__(self, theme: Theme, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self.measure = theme, measure
        self._low, self._high = int(measure.scale.low), int(measure.scale.high)
        self._unanswered = self._low - 1
        self._answer: float | None = None
        self._source = ""
        self._typed = 0
        self._putting = False
        self._hovered: int | None = None
        self._pressed: int | None = None
        self._why_still = ""
        # A few kinds side by side have no less and no more.
        are_kinds = self.cells <= FEW_CELLS and measure.direction is Direction.NEITHER
        self._tints = self._low >= 0 and not are_kinds
        self.setRange(self._unanswered, self._high)
        self.setPageStep(1)
        self.setValue(self._unanswered)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(
            _("{name}, {range}").format(name=measure.label, range=range_text(measure))
        )
        self.setAccessibleDescription(self._spoken(None))
        self.valueChanged.connect(self._hear_assistive_tools)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def answer(self) -> float | None:
        """What is shown; None while not answered."""
        return self._answer

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self._high - self._low + 1

    @property
    def widest(self) -> int:
        """The width beyond which the cells do not grow."""
        cell = _WIDEST_FEW if self.cells <= FEW_CELLS else _WIDEST
        return self._width_of(self._theme.px(cell))

    @property
    def source(self) -> str:
        """Words for where the answer comes from, if it was not given here: it shows hollow."""
        return self._source

    def show_value(self, value: float | None, source: str = "") -> None:
        """Show an answer without telling anyone; None shows "not answered"."""
        if value != self._answer:
            self._typed = 0
        self._put(value, source)

    def hold_still(self, why: str) -> None:
        """Show answers and take none; the description ends with why."""
        self._why_still = why
        self.setEnabled(False)
        self.setAccessibleDescription(self._spoken(self._answer))

    def cell_place(self, value: int) -> QRectF:
        """Return where the cell of a value stands."""
        index = value - self._low
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            index = self.cells - 1 - index
        pitch = (self.width() + self._gap) / self.cells
        left, right = round(index * pitch), round((index + 1) * pitch - self._gap)
        return QRectF(left, 0, right - left, self.height())

    def sizeHint(self) -> QSize:
        """Cells of 44 px, or of 100 px where there are few."""
        side = self._theme.size("rating", "cell")
        cell = _FEW if self.cells <= FEW_CELLS else side
        return QSize(self._width_of(cell), max(side, self._theme.px(side)))

    def minimumSizeHint(self) -> QSize:
        """No cell is smaller than 44 px."""
        side = self._theme.size("rating", "cell")
        return QSize(self._width_of(side), self.sizeHint().height())

    def ring_radius(self) -> float:
        """Follow the corners of the cells."""
        return self._theme.size("radius", "cell")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set, step, clear, or go to another row; other keys are the page's."""
        if event.modifiers() & ~_PLAIN_KEYS:
            event.ignore()
            return
        if event.text().isdecimal() and len(event.text()) == 1:
            self._type_digit(int(event.text()))
            return
        self._typed = 0
        action = self._actions().get(Qt.Key(event.key()))
        if action is None:
            event.ignore()
        else:
            action()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget a digit typed before: one typed after coming back starts anew."""
        self._typed = 0
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: it never writes a value."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where the press began."""
        self._typed = 0
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._cell_at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer, if the press ends in the cell where it began."""
        pressed, self._pressed = self._pressed, None
        self.update()
        if pressed is not None and pressed == self._cell_at(event.position()):
            self._give(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the cell under the pointer; a drag does nothing."""
        self._hover(self._cell_at(event.position()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Mark the cell under the pointer."""
        self._hover(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Mark no cell."""
        self._hover(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells: solid for the answer, tinted below it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, cell = self._theme, self._cell_of(self._answer)
        painter.setFont(theme.font(self.digit_role))
        for value in range(self._low, self._high + 1):
            if value != cell:
                self._draw_cell(painter, value, tinted=self._tints and value < cell)
        if self._answer is not None:
            self._draw_answer(painter, cell)

    def _draw_answer(self, painter: QPainter, cell: int) -> None:
        theme, place = self._theme, self.cell_place(cell)
        radius, color = theme.size("radius", "cell"), theme.measure_qcolor(self.measure.id)
        if self._source:
            draw_box(painter, place, radius, theme.qcolor("surface"), color, width=_HOLLOW)
            painter.setPen(color)
        else:
            draw_box(painter, place, radius, color)
            painter.setPen(theme.hex_color(theme.tokens.selected_ink))
        painter.setFont(theme.font(self.answer_role))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._digits(cell))

    def _draw_cell(self, painter: QPainter, value: int, *, tinted: bool) -> None:
        theme, place = self._theme, self.cell_place(value)
        color, share = theme.tokens.measure(self.measure.id), theme.tokens.tint_below
        fill = theme.mixed("surface", color, share) if tinted else theme.qcolor("inset")
        near = value in (self._hovered, self._pressed) and self.isEnabled()
        frame = "border_strong" if near else self.cell_border
        border = theme.qcolor(frame) if frame else None
        draw_box(painter, place, theme.size("radius", "cell"), fill, border)
        ink = "ink" if tinted else "ink_2"
        painter.setPen(theme.qcolor(ink if self.isEnabled() else "ink_3"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._digits(value))

    def _actions(self) -> dict[Qt.Key, Callable[[], None]]:
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        return {
            Qt.Key.Key_Left: lambda: self._step(-forward),
            Qt.Key.Key_Right: lambda: self._step(forward),
            Qt.Key.Key_Home: lambda: self._give(self._low),
            Qt.Key.Key_End: lambda: self._give(self._high),
            Qt.Key.Key_Delete: self._clear,
            Qt.Key.Key_Backspace: self._clear,
            Qt.Key.Key_Up: lambda: self.left_row.emit(-1),
            Qt.Key.Key_Down: lambda: self.left_row.emit(1),
        }

    def _type_digit(self, digit: int) -> None:
        """Take a digit; "1" then "0" gives 10, however long the pause, while the focus stays."""
        both = self._typed * 10 + digit
        value = both if self._typed and both <= self._high else digit
        self._typed = digit if value == digit else 0
        if self.measure.scale.holds(value):
            self._give(value)
            if not self._typed or self._typed * 10 > self._high:
                self.number_typed.emit()

    def _step(self, by: int) -> None:
        if self._answer is None:
            self._give(max(self._low, 0))
            return
        whole = floor(self._answer) if by > 0 else ceil(self._answer)
        stepped = min(max(whole + by, self._low), self._high)
        if stepped != self._answer:
            self._give(stepped)

    def _clear(self) -> None:
        if self._answer is not None:
            self._put(None)
            self.answered.emit(None)

    def _give(self, value: float) -> None:
        self._put(float(value))
        self.answered.emit(float(value))

    def _hear_assistive_tools(self, cell: int) -> None:
        if self._putting:
            return
        if cell == self._unanswered:  # below the scale only by clearing
            self._put(self._answer, self._source)
        else:
            self._give(cell)

    def _put(self, value: float | None, source: str = "") -> None:
        changed = (value, source) != (self._answer, self._source)
        self._answer, self._source = value, source
        cell = self._cell_of(value)
        self._putting = True
        self.setAccessibleDescription(self._spoken(value))
        if cell != self.value():
            self.setValue(cell)
        elif changed:
            announce_value(self, cell)
        self._putting = False
        self.update()
        if changed:
            self.answer_changed.emit()

    def _cell_of(self, value: float | None) -> int:
        if value is None:
            return self._unanswered
        return min(max(floor(value + 0.5), self._low), self._high)

    def _cell_at(self, point: QPointF) -> int | None:
        if not self.rect().contains(point.toPoint()):
            return None
        index = int(point.x() // ((self.width() + self._gap) / self.cells))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            index = self.cells - 1 - index
        return min(max(self._low + index, self._low), self._high)

    def _hover(self, cell: int | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()

    def _spoken(self, value: float | None) -> str:
        return with_reason(self._words(value), self._why_still)

    def _words(self, value: float | None) -> str:
        if value is None:
            return _("not answered")
        text = self.measure.spoken(value)
        if self._source:
            text = f"{text}, {self._source}"
        if text.startswith(MINUS):  # readers leave the sign out
            return _("minus {value}").format(value=text.removeprefix(MINUS))
        return text

    def _digits(self, value: int) -> str:
        if self._low >= 0:
            return str(value)
        sign = MINUS if value < 0 else "+" if value > 0 else ""
        return f"{sign}{abs(value)}"

    def _width_of(self, cell: int) -> int:
        return self.cells * cell + (self.cells - 1) * self._gap

    @property
    def _gap(self) -> int:
        return self._theme.size("size", "target_gap")

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self.digit_role))
        self.updateGeometry()
        self.update()
