"""The top of Today: the date, the days before and after, and what can be done with a whole day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fibrojournal.text import _, date_in_little_room, long_date
from fibrojournal.ui.page import Page, Top
from fibrojournal.ui.pages.today.day_menu import DayMenu
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import IconButton, TextButton
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.labels import page_title
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

_GAP = 8


class _DayButton(TextButton):
    """So narrow that a long date has room beside two of them."""

    padding, icon_side, icon_gap = 10, 16, 7


class DayTop(Top):
    """Says which day the form is of, and leads to others.

    What is about today alone stands there only on today's form; the menu has it on every day.
    """

    stepped = Signal(int)
    """To the next (1) or the previous (-1) day."""
    today_wanted = Signal()
    same_wanted = Signal()
    hard_day_wanted = Signal()

    def __init__(self, theme: Theme, page: Page, why_still: str) -> None:
        super().__init__(theme, page)
        self._day = date.min
        self._title = page_title(theme)
        self._back_to_today = _DayButton(theme, _("Back to today"))
        self._back_to_today.clicked.connect(self.today_wanted)
        self.back = IconButton(theme, "chevron-left", _("Previous day"))
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self._forward = IconButton(theme, "chevron-right", _("Next day"))
        self._forward.clicked.connect(lambda: self.stepped.emit(1))
        self._same = _DayButton(theme, _("Same as yesterday"), "repeat")
        self._same.clicked.connect(self.same_wanted)
        self._hard = _DayButton(theme, _("Hard day"), "moon")
        self._hard.clicked.connect(self.hard_day_wanted)
        self.menu = DayMenu(theme, why_still)
        if why_still:
            hold_still(self._same, why_still)
            hold_still(self._hard, why_still)
        buttons = (
            self._back_to_today,
            self.back,
            self._forward,
            self._same,
            self._hard,
            self.menu,
        )
        self._buttons = QWidget()
        self._line = FlowLayout(self._buttons, gap=_GAP)
        for button in buttons:
            self._line.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._parts = SideBySide(
            (self._title, self._buttons), self._least, stretches=(1, 0), gap=_GAP
        )
        self.row.addWidget(self._parts)
        theme.changed.connect(self._fit)

    def show_day(self, day: date, today: date) -> None:
        """Show the date of the form, and whether there are days after it."""
        self._day = day
        is_past = day < today
        self._forward.setEnabled(is_past)
        self._forward.setAccessibleDescription("" if is_past else _("This day has not come yet"))
        self._back_to_today.setVisible(day != today)
        self._same.setVisible(day == today)
        self._hard.setVisible(day == today)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the date as long as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self.row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        long, short = long_date(self._day), date_in_little_room(self._day)
        beside = room - _GAP - self._line.line_width()
        is_short = self._width_of(long) > beside >= self._width_of(short)
        self._title.setText(short if is_short else long)
        self._title.setAccessibleName(long)
        is_row = self._width_of(self._title.text()) <= beside
        self._buttons.setMinimumWidth(self._line.line_width() if is_row else 0)
        self._parts.arrange()

    def _least(self) -> int:
        return self._title.line_width() + _GAP + self._line.line_width()

    def _width_of(self, words: str) -> int:
        return self._title.fontMetrics().horizontalAdvance(words)
