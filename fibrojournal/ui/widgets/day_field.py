"""A field for a date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.month_grid import EARLIEST
from fibrojournal.ui.widgets.paint import draw_box


class DayField(RingFocus, QDateEdit):
    """A date to type, or to change by arrow keys; from `EARLIEST` to a last day."""

    ring_on_click = True

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else turning the wheel takes the focus
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        if self.locale().language() == QLocale.Language.C:  # no place: its own form is hard to read
            self.setDisplayFormat("dd/MM/yyyy")
        self.setMinimumDate(_qdate(EARLIEST))
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def day(self) -> date:
        """The date that stands in the field."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date, last: date) -> None:
        """Show a date, and go no further than `last`."""
        self.setMaximumDate(_qdate(last))
        self.setDate(_qdate(day))
        self.setSelectedSection(self.sectionAt(0))
        if not self.hasFocus():
            self.lineEdit().deselect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the part that typing replaces; a click chooses it by itself."""
        super().focusInEvent(event)
        by_click = event.reason() == Qt.FocusReason.MouseFocusReason
        if not (by_click or self.lineEdit().hasSelectedText()):
            self.setSelectedSection(self.sectionAt(0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark no part of the date: only where one types is it of use."""
        super().focusOutEvent(event)
        self.lineEdit().deselect()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's own
        """Let Tab leave the field: arrows go from day to month to year."""
        return QWidget.focusNextPrevChild(self, next)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame; the text is drawn by the line inside."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place, radius = QRectF(self.rect()), theme.size("radius", "control")
        draw_box(painter, place, radius, theme.qcolor("surface"), theme.qcolor("border_strong"))

    def _dress(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setFont(self._theme.font("body"))
        self.lineEdit().setTextMargins(self._theme.px(10), 0, self._theme.px(10), 0)
        self.setMinimumHeight(max(44, self._theme.px(44)))
        self.setMinimumWidth(self._theme.px(150))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
