"""A number with minus and plus at its ends: hours, minutes, counts."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QEvent, QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from fibrojournal.journal.measures import Measure
from fibrojournal.text import N_, _, from_usual_unit, in_usual_unit, plain_number, usual_unit
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.still import with_reason

_WIDTH, _HEIGHT = 206, 46
_INSET = 4
_BLANK = "\N{EN DASH}"
_SPOKEN_UNITS = {
    "h": N_("hours"),
    "min": N_("minutes"),
    "/min": N_("a minute"),
    "ms": N_("milliseconds"),
    "°C": N_("degrees Celsius"),
    "°F": N_("degrees Fahrenheit"),
}


class Stepper(RingFocus, QDoubleSpinBox):
    """Asks for a number on a scale with a step; "not answered" is one step below the scale.

    `answered` carries a float, or None where the answer was cleared, and only when the person
    acts. The first step from "not answered" goes to `start`, or else to the lower end.
    """

    answered = Signal(object)
    answer_changed = Signal()

    ring_on_click = True

    def __init__(
        self,
        theme: Theme,
        measure: Measure,
        *,
        start: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.measure, self._start = theme, measure, start
        self._answer: float | None = None
        self._source = ""
        self._putting = False
        self._pressed: int | None = None
        self._why_still = ""
        scale = measure.scale
        self.setLocale(QLocale.c())
        self.setDecimals(2)
        self.setRange(scale.low - scale.step, scale.high)
        self.setSingleStep(scale.step)
        self.setSpecialValueText(_BLANK)
        if measure.unit:
            self.setSuffix(f" {_(usual_unit(measure.unit))}")
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setValue(self.minimum())
        self.setAccessibleName(measure.label)
        self.lineEdit().setAccessibleName(measure.label)
        self.setAccessibleDescription(self._spoken(None))
        self.valueChanged.connect(self._hear)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def answer(self) -> float | None:
        """What is shown; None while not answered."""
        return self._answer

    @property
    def source(self) -> str:
        """Words for where the answer comes from, if it was not given here."""
        return self._source

    def show_value(self, value: float | None, source: str = "") -> None:
        """Show an answer without telling anyone; None shows "not answered"."""
        self._put(value, source)

    def hold_still(self, why: str) -> None:
        """Show answers and take none; the description ends with why."""
        self._why_still = why
        self.setEnabled(False)
        self.setAccessibleDescription(self._spoken(self._answer))

    def sizeHint(self) -> QSize:
        """As wide as two ends of 44 px and a number."""
        return QSize(self._theme.px(_WIDTH), max(_HEIGHT, self._theme.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Two ends of 44 px and a number."""
        return self.sizeHint()

    def textFromValue(self, value: float) -> str:
        """Write the number with as many decimals as it has."""
        if value < self.measure.scale.low:
            return _("not answered")
        return plain_number(in_usual_unit(value, self.measure.unit))

    def valueFromText(self, text: str) -> float:
        """Read a number with a point or a comma; nothing is "not answered"."""
        digits = self._bare(text)
        if not digits:
            return self.minimum()
        return from_usual_unit(float(digits), self.measure.unit)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take a comma for a point, and an empty field for an answer taken back."""
        if text != _BLANK and _BLANK in text:  # typed beside the sign for "not answered"
            text, position = text.replace(_BLANK, ""), max(position - 1, 0)
        digits = self._bare(text)
        if not digits:
            return QValidator.State.Acceptable, text, position
        if digits.startswith("-") and self.measure.scale.low >= 0:
            return QValidator.State.Invalid, text, position
        if usual_unit(self.measure.unit) != self.measure.unit:
            return self._judge(digits), text, position
        state: QValidator.State = super().validate(text.replace(",", "."), position)[0]
        return state, text, position

    def _judge(self, digits: str) -> QValidator.State:
        """Tell whether a number in the unit that is shown lies on the scale, or may yet."""
        try:
            value = from_usual_unit(float(digits), self.measure.unit)
        except ValueError:
            return QValidator.State.Invalid
        holds = self.measure.scale.holds(value)
        return QValidator.State.Acceptable if holds else QValidator.State.Intermediate

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Allow both ways from "not answered", and no step beyond an end."""
        up = QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        down = QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        if self._answer is None:
            return up | down
        allowed = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._answer < self.measure.scale.high:
            allowed |= up
        if self._answer > self.measure.scale.low:
            allowed |= down
        return allowed

    def stepBy(self, steps: int) -> None:
        """Step up or down; from between two steps, to the next one."""
        scale = self.measure.scale
        if self._answer is None:
            self._give(scale.low if self._start is None else self._start)
            return
        place = (self._answer - scale.low) / scale.step
        whole = floor(place) if steps > 0 else -floor(-place)
        stepped = scale.low + (whole + steps) * scale.step
        stepped = round(min(max(stepped, scale.low), scale.high), 2)
        if stepped != self._answer:
            self._give(stepped)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the number, which typing replaces; there is none to mark while not answered."""
        super().focusInEvent(event)
        if self._answer is None:
            self.lineEdit().deselect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Delete; all else is a number being typed, or a step."""
        if event.key() == Qt.Key.Key_Delete:
            if self._answer is not None:
                self._put(None)
                self.answered.emit(None)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: it never writes a value."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note which end is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._end_at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Step, if the press ends where it began."""
        pressed, self._pressed = self._pressed, None
        self.update()
        if pressed is not None and pressed == self._end_at(event.position()):
            self.stepBy(pressed)
            self.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the number between the ends."""
        super().resizeEvent(event)
        end = self._end_width()
        self.lineEdit().setGeometry(self.rect().adjusted(end, _INSET, -end, -_INSET))

    def changeEvent(self, event: QEvent) -> None:
        """Keep the number between the ends when Qt lays it out anew."""
        super().changeEvent(event)
        end = self._end_width()
        self.lineEdit().setGeometry(self.rect().adjusted(end, _INSET, -end, -_INSET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the two ends."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.size("radius", "control")
        frame = QRectF(self.rect())
        draw_box(painter, frame, radius, theme.qcolor("surface"), theme.qcolor("border_strong"))
        for sign, icon in ((-1, "minus"), (1, "plus")):
            place = QRectF(self._end_place(sign)).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            fill = theme.qcolor("accent_soft" if sign == self._pressed else "inset")
            draw_box(painter, place, radius - 3, fill)
            side = theme.px(18)
            spot = QRectF(0, 0, side, side)
            spot.moveCenter(place.center())
            ink = "accent" if self.isEnabled() else "ink_3"
            icons.draw(painter, icon, theme.qcolor(ink), spot)

    def _bare(self, text: str) -> str:
        suffix = self.suffix().strip()
        return text.replace(_BLANK, "").removesuffix(suffix).strip().replace(",", ".")

    def _hear(self, value: float) -> None:
        """Take what was typed, or set by assistive tools."""
        if self._putting:
            return
        if value >= self.measure.scale.low:
            answer: float | None = round(value, 2)
        elif self.lineEdit().text() == _BLANK:  # set by a tool: only clearing clears
            self._put(self._answer, self._source)
            return
        else:
            answer = None
        if answer != self._answer:
            self._keep(answer)
            self.answered.emit(answer)

    def _give(self, value: float) -> None:
        self._put(float(value))
        self.answered.emit(float(value))

    def _put(self, value: float | None, source: str = "") -> None:
        self._putting = True
        self.setValue(self.minimum() if value is None else value)
        self._putting = False
        self._keep(value, source)

    def _keep(self, value: float | None, source: str = "") -> None:
        changed = (value, source) != (self._answer, self._source)
        self._answer, self._source = value, source
        self.setAccessibleDescription(self._spoken(value))
        if changed:
            self.answer_changed.emit()

    def _spoken(self, value: float | None) -> str:
        words = _("not answered")
        if value is not None:
            unit = usual_unit(self.measure.unit)
            digits = plain_number(in_usual_unit(value, self.measure.unit))
            words = f"{digits} {_(_SPOKEN_UNITS.get(unit, unit))}".rstrip()
        if self._source:
            words = f"{words}, {self._source}"
        return with_reason(words, self._why_still)

    def _end_width(self) -> int:
        return max(self._theme.size("size", "target"), self._theme.px(44))

    def _end_place(self, sign: int) -> QRect:
        end = self._end_width()
        left = 0 if sign < 0 else self.width() - end
        return QRect(left, 0, end, self.height())

    def _end_at(self, point: QPointF) -> int | None:
        spot = point.toPoint()
        return next((sign for sign in (-1, 1) if self._end_place(sign).contains(spot)), None)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("number"))
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.lineEdit().setPalette(palette)
        self.updateGeometry()
        self.update()
