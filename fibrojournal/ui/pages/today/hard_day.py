"""A hard day: three large questions, any of them or none, and nothing else to look at."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.copying import how_noted
from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.measures import MEASURE_BY_ID, TOO_ILL, Measure
from fibrojournal.text import N_, _, long_date
from fibrojournal.ui.page import Page, Surroundings
from fibrojournal.ui.pages.today.quiet_offer import QuietOffer
from fibrojournal.ui.pages.today.whole_day import WholeDay
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.chips import Chip
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, page_title
from fibrojournal.ui.widgets.large_rating import LargeQuestion
from fibrojournal.ui.widgets.scroll import ScrollPage

QUESTIONS: tuple[tuple[str, str], ...] = (
    ("pain", N_("How bad is the pain?")),
    ("fatigue", N_("How tired are you?")),
    ("sleep_quality", N_("How was the night?")),
)
"""What is asked on a hard day, in order. The day is offered no triggers here."""

_MOST_SIDE, _LEAST_SIDE = 100, 28
_TOP, _BOTTOM = 52, 32
_HIGH = 54


class _Large:
    """Makes a button as high as the cells are large."""

    _theme: Theme

    def sizeHint(self) -> QSize:
        size: QSize = super().sizeHint()  # type: ignore[misc]
        return size.expandedTo(QSize(0, max(_HIGH, self._theme.px(_HIGH))))


class _LargePrimary(_Large, PrimaryButton):
    role, padding = "label", 18


class _LargeText(_Large, TextButton):
    role, padding = "label", 18


class _LargeChip(_Large, Chip):
    pass


class HardDayPage(Page):
    """Asks for the day that Today shows. Whatever is answered stands on the full form too."""

    leaves_room = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._now = around.theme, around.diary, around.now
        self._day = date.min
        self._whole = WholeDay(self._diary, self._now, self)
        self._whole.did.connect(self.did)
        self._offer = QuietOffer(around)
        self._area = ScrollPage(self._theme)
        self._states = QStackedWidget()
        self._states.addWidget(self._build_form())
        self._states.addWidget(self._build_end())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._states)
        self._theme.changed.connect(self._arrange)
        self._diary.day_changed.connect(self._day_changed)
        self._diary.journal_changed.connect(self._reload)
        self._diary.saved.connect(self._show_saved)
        if self._diary.why_read_only:
            for question in self._questions:
                question.scale.hold_still(self._diary.why_read_only)
            self._too_ill.setEnabled(False)

    def look_at(self, day: date) -> None:
        """Take the day that Today shows."""
        self._day = day
        is_today = day == self._diary.day_of(self._now())
        self._date.setText("" if is_today else long_date(day))
        self._date.setVisible(not is_today)
        self._fill(self._diary.known(day))

    def is_about(self, day: date) -> bool:
        """Tell whether it asks about a day."""
        return day == self._day

    def shown(self) -> None:
        """Begin with the questions."""
        self._states.setCurrentIndex(0)
        self._offer.come()
        self._saved.setText(_("Saved as you go. Rest is a good plan."))

    def focus_first(self) -> None:
        """Focus the first question without an answer, else the first."""
        scales = [question.scale for question in self._questions]
        blank = next((scale for scale in scales if scale.answer is None), scales[0])
        blank.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the questions away from the edges, as far as there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        widest = self._questions[0].maximumWidth()
        side = min(max((self.width() - widest) // 2, _LEAST_SIDE), _MOST_SIDE)
        for column in (self._form, self._end):
            column.setContentsMargins(side, _TOP, _LEAST_SIDE - ScrollPage.GUTTER, _BOTTOM)
        self._offer.setMaximumWidth(widest)

    def _answer(self, measure: Measure, value: float | None) -> None:
        reading = None if value is None else Reading(value, stamp_of(self._now()))
        words = _("{question} on {day}").format(question=measure.label, day=long_date(self._day))
        self._diary.edit([SetReading(self._day, measure.id, reading)], words)

    def _go_on(self, question: LargeQuestion, by: int) -> None:
        at = self._questions.index(question) + by
        if 0 <= at < len(self._questions):
            self._questions[at].scale.setFocus(Qt.FocusReason.TabFocusReason)

    def _finish(self) -> None:
        self._states.setCurrentIndex(1)
        self._open_too.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._done.text())

    def _return(self) -> None:
        self._states.setCurrentIndex(0)
        self.focus_first()

    # Showing

    def _day_changed(self, day: date) -> None:
        if day == self._day:
            self._fill(self._diary.known(day))

    def _reload(self) -> None:
        if self._day != date.min:
            self._diary.fetch_day(self, self._day, self._fill)

    def _fill(self, day: Day) -> None:
        today, starts = self._diary.day_of(self._now()), self._diary.questions.chosen.day_starts
        for question in self._questions:
            reading = day.readings.get(question.measure.id)
            source = how_noted(reading, day.date, today, starts) if reading else ""
            question.show_reading(reading, source)
        is_marked = bool(day.value(TOO_ILL))
        self._too_ill.setChecked(is_marked)
        self._marked.setVisible(is_marked)

    def _show_saved(self) -> None:
        self._saved.setText(_("Saved. Rest is a good plan."))

    # Building

    def _build_form(self) -> QWidget:
        theme, inside = self._theme, QWidget()
        self._form = column = QVBoxLayout(inside)
        column.setSpacing(0)
        column.addWidget(page_title(theme, _("A hard day")))
        column.addSpacing(theme.size("space", "s"))
        self._date = Label(theme, color="ink_2", wraps=True)
        column.addWidget(self._date)
        what = _("Three questions, or only one. Then you are done.")
        column.addWidget(Label(theme, what, role="body", wraps=True))
        column.addSpacing(theme.size("space", "m"))
        column.addWidget(self._offer)
        self._questions = [
            LargeQuestion(theme, MEASURE_BY_ID[id], _(words)) for id, words in QUESTIONS
        ]
        for question in self._questions:
            question.answered.connect(partial(self._answer, question.measure))
            question.scale.left_row.connect(partial(self._go_on, question))
            column.addSpacing(theme.size("space", "l"))
            column.addWidget(question)
            column.addSpacing(theme.size("space", "s"))
        column.addStretch(1)
        column.addSpacing(theme.size("space", "xl"))
        column.addWidget(self._build_ways())
        column.addSpacing(theme.size("space", "m"))
        self._saved = Label(theme, wraps=True)
        column.addWidget(self._saved)
        for before, after in pairwise(question.scale for question in self._questions):
            QWidget.setTabOrder(before, after)
        self._area.show_page(inside)
        return self._area

    def _build_ways(self) -> QWidget:
        theme = self._theme
        end = _LargePrimary(theme, _("That is all for today"), "check")
        end.clicked.connect(self._finish)
        full = _LargeText(theme, _("Open the full day"), "chevron-right")
        full.clicked.connect(lambda: self.page_wanted.emit("today"))
        self._too_ill = _LargeChip(theme, TOO_ILL, MEASURE_BY_ID[TOO_ILL].label)
        self._too_ill.setAccessibleDescription(
            _("One press says that the day was too hard to note anything. All else stays empty.")
        )
        self._too_ill.clicked.connect(lambda: self._whole.turn_too_ill(self._day))
        return in_lines(end, full, self._too_ill)

    def _build_end(self) -> QWidget:
        theme, inside = self._theme, QWidget()
        self._end = column = QVBoxLayout(inside)
        column.setSpacing(theme.size("space", "m"))
        column.addStretch(1)
        self._done = page_title(theme, _("Done. Rest is a good plan."))
        self._marked = Label(theme, _("The day is noted as too ill to log."), wraps=True)
        kept = Label(theme, _("All is saved. You can close the window."), color="ink_2", wraps=True)
        self._open_too = _LargeText(theme, _("Open the full day"), "chevron-right")
        self._open_too.clicked.connect(lambda: self.page_wanted.emit("today"))
        back = _LargeText(theme, _("Back to the questions"))
        back.clicked.connect(self._return)
        for part in (self._done, self._marked, kept):
            column.addWidget(part)
        column.addSpacing(theme.size("space", "m"))
        column.addWidget(in_lines(self._open_too, back))
        column.addStretch(2)
        return inside
