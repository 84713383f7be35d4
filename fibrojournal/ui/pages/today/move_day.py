"""Moving a day: what was noted on the wrong day goes to the right one."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt

from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import DayEdit
from fibrojournal.journal.moving import moving, staying
from fibrojournal.text import _, long_date
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back
from fibrojournal.ui.pages.settings.removed_card import held_words
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import PrimaryButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.day_field import DayField
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, card_title, page_title
from fibrojournal.ui.widgets.still import hold_still


class MoveDayPage(Page):
    """Says what would happen before it does; one step of undo brings both days back."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._now = around.theme, around.diary, around.now
        self._start = Day(date.min)
        self._goal: Day | None = None
        self._build()
        self._diary.day_changed.connect(self._day_changed)
        self._diary.journal_changed.connect(self._read)
        if self._diary.why_read_only:
            for control in (self._to, self._go):
                hold_still(control, self._diary.why_read_only)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    def look_at(self, day: date) -> None:
        """Take the day that is to be moved; the day before it is offered first."""
        if day != self._start.date:
            self._start = Day(day)
            self._to.show_day(day - timedelta(days=1), self.today)

    def is_about(self, day: date) -> bool:
        """Tell whether the page shows what changes on a day."""
        return day in (self._start.date, self._to.day)

    def shown(self) -> None:
        """Look at both days anew."""
        self.subject_changed.emit("today", _("You opened the moving of a day."))
        self._read()

    def focus_first(self) -> None:
        """Focus the day to move to, or the way back where nothing can be moved."""
        first = self._back if self._diary.why_read_only else self._to
        first.setFocus(Qt.FocusReason.TabFocusReason)

    # Looking

    def _read(self) -> None:
        if not self.isVisible():
            return
        self._goal = None
        self._diary.fetch_day(self, self._start.date, self._take_start)

    def _take_start(self, day: Day) -> None:
        if day.date == self._start.date:
            self._start = day
            self._diary.fetch_day(self, self._to.day, self._take_goal)

    def _take_goal(self, day: Day) -> None:
        if day.date == self._to.day:
            self._goal = day
            self._show()

    def _day_changed(self, day: date) -> None:
        if self.is_about(day):
            self._read()

    def _show(self) -> None:
        held, name = held_words(self._start), long_date(self._start.date)
        self._holds.setText(_("{day} holds {held}.").format(day=name, held=held))
        if not held:
            self._holds.setText(_("Nothing is noted on {day}.").format(day=name))
        self._what.setText(self._consequence())
        self._what.setVisible(bool(held))
        self._go.setText(_("Move to {day}").format(day=long_date(self._to.day)))
        can = bool(self._edits()) and not self._diary.why_read_only
        self._go.setEnabled(can)

    def _consequence(self) -> str:
        goal = self._goal
        if goal is None or goal.date == self._start.date:
            return _("This is the day itself.")
        there = held_words(goal)
        if not there:
            return _("Nothing is noted there. All of it can go.")
        words = [_("There stand {held} already, and stay as they are.").format(held=there)]
        if stays := held_words(staying(self._start, goal)):
            words.append(_("So this stays where it is: {held}.").format(held=stays))
        return " ".join(words)

    # Moving

    def _edits(self) -> list[DayEdit]:
        goal = self._goal
        if goal is None or goal.date == self._start.date or not held_words(self._start):
            return []
        return moving(self._start, goal)

    def _move(self) -> None:
        edits, goal = self._edits(), self._to.day
        names = {"start": long_date(self._start.date), "goal": long_date(goal)}
        words = _("Moving {start} to {goal}").format(**names)
        if edits and self._diary.edit(edits, words):
            self.day_wanted.emit(goal)
            self.did.emit(_("What {start} held stands on {goal} now.").format(**names))

    # Building

    def _build(self) -> None:
        theme = self._theme
        _area, column = all_scrolling(self, theme)
        self._back = BackLink(theme, _("Back to Today"))
        self._back.clicked.connect(lambda: self.page_wanted.emit("today"))
        lead_back(theme, column, self._back)
        column.addWidget(page_title(theme, _("Move this day")))
        card = Card(theme)
        self._holds = card_title(theme)
        card.box.addWidget(self._holds)
        label = Label(theme, _("To which day"), role="small_strong")
        self._to = DayField(theme, _("To which day"))
        self._to.dateChanged.connect(self._read)
        label.setBuddy(self._to)
        card.box.addWidget(label)
        card.box.addWidget(in_lines(self._to))
        self._what = Label(theme, color="ink_2", wraps=True)
        card.box.addWidget(self._what)
        words = _("Everything keeps the time at which it was noted. It can be taken back.")
        card.box.addWidget(Label(theme, words, role="small", color="ink_3", wraps=True))
        self._go = PrimaryButton(theme, _("Move"))
        self._go.setEnabled(False)
        self._go.clicked.connect(self._move)
        card.box.addWidget(in_lines(self._go))
        column.addWidget(card)
        column.addStretch(1)
