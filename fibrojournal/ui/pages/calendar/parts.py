"""Small parts of the calendar page: the legend, the jump to a day, the first words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from fibrojournal.heat import STEPS, heat_ramp
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _
from fibrojournal.ui import icons
from fibrojournal.ui.pages.calendar.content import (
    date_words,
    end_words,
)
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import IconButton, PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.day_field import DayField
from fibrojournal.ui.widgets.day_square import Noted, draw_outline
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.labels import Label, Phrase, card_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.paint import draw_box

_NOTE_LENGTH = 90
_SWATCH = QSize(19, 16)
_NARROW = 13
"""The width of a step of the ramp where the legend holds one more mark, or large text."""
_DOT = 2
_SWATCH_GAP = 2


class Legend(QWidget):
    """What the colours and marks of the squares mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._measure: Measure | None = None
        self._with_other = False
        self._low, self._high = self._words(), self._words()
        self._ramp = QLabel()
        self._nothing, self._other = QLabel(), QLabel()
        self._flag = QLabel()
        flow = FlowLayout(self, gap=16, line_gap=8)
        flow.setContentsMargins(2, 0, 0, 0)
        flow.addWidget(_group(self._low, self._ramp, self._high))
        flow.addWidget(_group(self._nothing, self._words(_("nothing noted"))))
        self._other_group = _group(self._other, self._words(_("other answers")))
        flow.addWidget(self._other_group)
        flow.addWidget(_group(self._flag, self._words(_("event"))))
        theme.changed.connect(self._draw)

    def show_measure(self, measure: Measure, *, with_other: bool) -> None:
        """Explain the squares of a measure; `with_other`: some day is noted without it."""
        self._measure = measure
        low, high = measure.scale.low, measure.scale.high
        self._low.setText(
            _("{measure} {end}").format(measure=measure.short_label, end=end_words(measure, low))
        )
        self._high.setText(end_words(measure, high))
        self._with_other = with_other
        self._other_group.setVisible(with_other)
        self._draw()

    def _words(self, text: str = "") -> Phrase:
        return Phrase(self._theme, text, role="small", color="ink_2")

    def _draw(self) -> None:
        if self._measure is None:
            return
        self._draw_ramp(heat_ramp(self._theme.tokens, self._measure.id))
        for label, noted in ((self._nothing, Noted.NOTHING), (self._other, Noted.OTHER)):
            self._draw_swatch(label, noted)
        ratio, ink = self.devicePixelRatioF(), self._theme.tokens.color("ink_2")
        self._flag.setPixmap(icons.pixmap("flag", ink, self._swatch.height(), ratio))

    @property
    def _swatch(self) -> QSize:
        return QSize(self._theme.px(_SWATCH.width()), self._theme.px(_SWATCH.height()))

    def _draw_ramp(self, ramp: Sequence[str]) -> None:
        height = self._swatch.height()
        is_tight = self._with_other or self._theme.is_large_text
        width = self._theme.px(_NARROW if is_tight else _SWATCH.width())
        step = width + _SWATCH_GAP
        picture, painter = self._canvas(QSize(STEPS * step - _SWATCH_GAP, height))
        for place, color in enumerate(ramp):
            box = QRectF(place * step, 0, width, height)
            draw_box(painter, box, height / 4, self._theme.hex_color(color))
        painter.end()
        self._ramp.setPixmap(picture)

    def _draw_swatch(self, label: QLabel, noted: Noted) -> None:
        picture, painter = self._canvas(self._swatch)
        place = QRectF(0, 0, self._swatch.width(), self._swatch.height())
        draw_outline(painter, self._theme, place, noted)
        if noted is Noted.OTHER:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.qcolor("ink_2"))
            dot = self._theme.px(_DOT)
            painter.drawEllipse(place.center(), dot, dot)
        painter.end()
        label.setPixmap(picture)

    def _canvas(self, size: QSize) -> tuple[QPixmap, QPainter]:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return picture, painter


def _group(*parts: QWidget) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return group


class DayChooser(QDialog):
    """A small panel that asks for a date, by typing or by buttons for whole years."""

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setWindowTitle(_("Go to a day"))
        self._today = date.max
        self.field = DayField(theme, _("Day to go to"))
        self.field.dateChanged.connect(self._say)
        self._words = Label(theme, role="small", color="ink_2")
        self.earlier = IconButton(theme, "chevron-left", _("A year earlier"))
        self.earlier.clicked.connect(lambda: self._add_years(-1))
        self.later = IconButton(theme, "chevron-right", _("A year later"))
        self.later.clicked.connect(lambda: self._add_years(1))
        self.go = PrimaryButton(theme, _("Show this day"))
        self.go.setDefault(True)
        self.go.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space", "s"))
        for part in (self.earlier, self.field, self.later):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(theme.size("space", "m"))
        column.addWidget(card_title(theme, self.windowTitle()))
        add_layout(column, row)
        column.addWidget(self._words)
        column.addWidget(self.go)
        theme.changed.connect(self.update)

    def ask(self, day: date, today: date, below: QWidget) -> None:
        """Open below a button, with a date to start from."""
        self._today = today
        self.field.show_day(day, today)
        self._say()
        self.adjustSize()
        corner = below.mapToGlobal(below.rect().bottomRight() + QPoint(1, 4))
        room = below.screen().availableGeometry()
        left = max(corner.x() - self.width(), room.left())
        self.move(left, min(corner.y(), room.bottom() - self.height()))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panel."""
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.qcolor("surface"))
        draw_box(painter, QRectF(self.rect()), 0, None, theme.qcolor("border_strong"))

    def _say(self) -> None:
        self._words.setText(date_words(self.field.day, self._today))
        self.later.setEnabled(self.field.day < self._today)

    def _add_years(self, years: int) -> None:
        self.field.setDate(self.field.date().addYears(years))

    def _choose(self) -> None:
        self.accept()
        self.day_chosen.emit(self.field.day)


class FirstWords(QWidget):
    """What the calendar says before any day is noted."""

    today_wanted = Signal()
    past_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = Label(
            theme,
            _("Your days will appear here. You can start with any day."),
            role="reading",
            wraps=True,
        )
        today = PrimaryButton(theme, _("Note today"), "pencil")
        today.clicked.connect(self.today_wanted)
        self.setFocusProxy(today)
        past = TextButton(theme, _("Add past days"))
        past.clicked.connect(self.past_wanted)
        card = Card(theme)
        card.box.setContentsMargins(20, 20, 20, 20)
        card.box.setSpacing(theme.size("space", "l"))
        card.box.addWidget(words)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=theme.size("space", "m"))
        flow.addWidget(today)
        flow.addWidget(past)
        card.box.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
