"""Every past value of a day: what was entered, what it replaced, and the way back to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.day import Day
from fibrojournal.journal.past import PastValue, way_back
from fibrojournal.text import N_, _, long_date
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.page import Page, all_scrolling, lead_back
from fibrojournal.ui.pages.calendar.content import date_words
from fibrojournal.ui.pages.history.rows import ChangesCard
from fibrojournal.ui.pages.history.words import NOTES, RATINGS, Told, name_of, tell
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import IconLabel, Label, page_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

_KINDS = {"ratings": RATINGS, "notes": NOTES}
_NONE = {
    "all": N_("Nothing was changed on this day."),
    "ratings": N_("No rating was changed on this day."),
    "notes": N_("No note was changed on this day."),
}
_TITLE_WIDTH = 250


class HistoryPage(Page):
    """The changes of the day that Today shows. To bring one back is an edit like any other."""

    def __init__(self, theme: Theme, diary: Diary, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme = theme
        self._diary = diary
        self._now = now
        self._day = self.today
        self._told: list[Told] | None = None
        self._build()
        diary.saved.connect(self._read)
        diary.journal_changed.connect(self._read)
        theme.changed.connect(self._show)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    @property
    def day(self) -> date:
        """The day whose changes are shown."""
        return self._day

    # What the window asks

    def look_at(self, day: date) -> None:
        """Take the day whose changes are wanted."""
        if day != self._day:
            self._day, self._told = day, None
            self._card.hide()
        self._line.setText(
            _("{day}. Anything you changed can come back.").format(day=date_words(day, self.today))
        )

    def is_about(self, day: date) -> bool:
        """Tell whether the page shows what changes on a day."""
        return day == self._day

    def shown(self) -> None:
        """Read what has changed since the page was last in front."""
        self.subject_changed.emit("history", _("You opened the history of a day."))
        self._read()

    def focus_first(self) -> None:
        """Focus the way back to the day: nothing here needs to be changed."""
        self._back.setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, by: int) -> None:
        """Show the changes of the next or previous day; never past today."""
        target = self._day + timedelta(days=by)
        if target <= self.today:
            self.look_at(target)
            self._read()

    # Reading and showing

    def _read(self) -> None:
        if self.isVisible() and self._diary.is_ready:
            day = self._day
            self._diary.fetch(self, lambda store: store.past_values(day), partial(self._take, day))

    def _take(self, day: date, past: Sequence[PastValue]) -> None:
        if day != self._day:
            return  # the person has gone on
        told = tell(past, self._diary.common)
        if told != self._told:
            self._told = told
            self._show()

    def _show(self) -> None:
        if self._told is None:
            return
        place = self._focused_button()
        choice = self._segments.choice
        kinds = _KINDS.get(choice)
        told = [one for one in self._told if kinds is None or one.change.kind in kinds]
        self._card.show_changes(told, self._diary.questions, self.today, _(_NONE[choice]))
        if self._diary.why_read_only:
            for button in self._card.buttons:
                hold_still(button, self._diary.why_read_only)
        self._card.show()
        tab_after(self._segments.segments[-1], self._card)
        if place is not None:
            buttons = self._card.buttons
            stop = buttons[min(place, len(buttons) - 1)] if buttons else self._back
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _focused_button(self) -> int | None:
        """Tell which of the ways back has the focus: the rows are made anew around it."""
        focused = QApplication.focusWidget()
        return next((n for n, one in enumerate(self._card.buttons) if one is focused), None)

    # Bringing back

    def _bring_back(self, change: PastValue) -> None:
        self._diary.fetch_day(self, change.day, partial(self._put_back, change))

    def _put_back(self, change: PastValue, now: Day) -> None:
        question = name_of(change, self._diary.common)
        what = _("{question} on {day}").format(question=question, day=long_date(change.day))
        if self._diary.edit([way_back(change, now)], what):
            self.did.emit(_("Brought back: {what}").format(what=what))

    # Building

    def _build(self) -> None:
        _area, column = all_scrolling(self, self._theme)
        self._back = BackLink(self._theme, _("Back to the day"))
        self._back.clicked.connect(lambda: self.day_wanted.emit(self._day))
        lead_back(self._theme, column, self._back)
        column.addWidget(self._build_header())
        self._card = ChangesCard(self._theme)
        self._card.back_wanted.connect(self._bring_back)
        self._card.hide()
        column.addWidget(self._card)
        add_layout(column, self._build_foot())
        column.addStretch(1)
        self.look_at(self._day)

    def _build_header(self) -> SideBySide:
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(page_title(self._theme, _("Every past value")))
        self._line = Label(self._theme, role="small", color="ink_2", wraps=True)
        column.addWidget(self._line)
        choices = (("all", _("All")), ("ratings", _("Ratings")), ("notes", _("Notes")))
        self._segments = Segments(self._theme, _("Which changes"), choices)
        self._segments.show_choice("all")
        self._segments.chosen.connect(self._show)
        header = SideBySide(
            (words, in_lines(self._segments)),
            lambda: self._theme.px(_TITLE_WIDTH) + self._segments.sizeHint().width(),
            stretches=(1, 0),
        )
        self._theme.changed.connect(header.arrange)
        return header

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.size("space", "m"))
        row.addWidget(IconLabel(self._theme, "info", "ink_3"))
        row.addWidget(
            Label(
                self._theme,
                _(
                    "To bring back is itself a change:"
                    " it stands here too, and Ctrl+Z takes it back."
                ),
                role="small",
                color="ink_2",
                wraps=True,
            ),
            1,
        )
        return row
