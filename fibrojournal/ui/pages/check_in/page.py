"""The check-in: where it hurt, how it has been, and what that adds up to by a research rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.charts.axis import day_of
from fibrojournal.journal.body_maps import DAYS_OF_RECALL, areas_of_week
from fibrojournal.journal.check_in_measures import PSD
from fibrojournal.journal.check_ins import check_in_of, edits_to, unfinished, values_of
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Day
from fibrojournal.journal.scoring import CheckIn
from fibrojournal.text import N_, _, long_date
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back
from fibrojournal.ui.pages.check_in.result import ResultStep
from fibrojournal.ui.pages.check_in.steps import HowStep, WhereStep
from fibrojournal.ui.pages.check_in.words import FOLLOWS_A_RULE, blanks_words
from fibrojournal.ui.stores import Store
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import LinkButton, PrimaryButton, TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import IconLabel, Label, page_title
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.step_marks import StepMarks

_SITTING = "check-in"
_WHERE, _HOW, _RESULT = range(3)
_ON = (N_("Go on to how it has been"), N_("Go on to the result"))
_TITLE_WIDTH = 150


@dataclass(frozen=True, slots=True)
class _Content:
    """What was read from the journal."""

    day: date
    """The day of the check-in: one that waits to be finished, or else today."""
    week: frozenset[str] | None
    """What the body maps of its week mark, where each of the seven days has one."""
    sums: tuple[tuple[date, float], ...]


def _read(store: Store, today: date) -> _Content:
    days = store.days(today - timedelta(days=2 * DAYS_OF_RECALL), today)
    waiting = unfinished(days, today)
    day = waiting.date if waiting else today
    found = store.series([PSD])[PSD]
    points = zip(found.days.tolist(), found.values.tolist(), strict=True)
    sums = tuple((day_of(number), value) for number, value in points)
    return _Content(day, areas_of_week(days, day), sums)


class CheckInPage(Page):
    """Three steps. Every answer is saved as it is given; all of them are one step of undo."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._now = around.theme, around.diary, around.now
        self._day: Day | None = None
        self._content = _Content(self.today, None, ())
        self._step = _WHERE
        self._build()
        self._diary.day_changed.connect(self._day_changed)
        self._diary.journal_changed.connect(self._read)
        if why := self._diary.why_read_only:
            self._where.hold_still(why)
            self._how.hold_still(why)
        self._show_step(_WHERE)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    @property
    def check_in(self) -> CheckIn:
        """The answers as they stand."""
        return CheckIn() if self._day is None else check_in_of(self._day)

    # What the window asks

    def is_about(self, day: date) -> bool:
        """Tell whether the page shows what changes on a day."""
        return self._day is not None and day == self._day.date

    def shown(self) -> None:
        """Read what there is: a check-in that waits is gone on with."""
        self.subject_changed.emit("check_in", _("You are in a check-in."))
        self._day = None
        self._read()

    def focus_first(self) -> None:
        """Focus what comes first on the step."""
        if self._diary.why_read_only or self._step == _RESULT:
            self._back.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._step == _WHERE:
            self._where.focus_first()
        else:
            self._how.focus_first()

    def step(self, by: int) -> None:
        """Go to the next or the previous step."""
        step = min(max(self._step + by, _WHERE), _RESULT)
        if step != self._step:
            self._show_step(step)
            self._area.verticalScrollBar().setValue(0)
            self.focus_first()

    def go_on(self) -> None:
        """Go to the next step."""
        self.step(1)

    def toggle_table(self) -> None:
        """Show the line of sums as a table, or the table as a line."""
        if self._step == _RESULT:
            line = self._result.line
            line.toggle_table()
            self._table.setText(_("Picture") if line.shows_table else _("Table"))
            self._table.set_icon("chart-line" if line.shows_table else "table")

    # Reading

    def _read(self) -> None:
        if self.isVisible() and self._diary.is_ready:
            today = self.today
            self._diary.fetch(self, lambda store: _read(store, today), self._take_content)

    def _take_content(self, content: _Content) -> None:
        if not self.isVisible():  # the page, or the window, has gone meanwhile
            return
        is_new = self._day is None
        if self._day is not None:  # it stays the one that is being answered
            content = _Content(self._day.date, content.week, content.sums)
        self._content = content
        self._diary.fetch_day(self, content.day, lambda day: self._take_day(day, is_new=is_new))

    def _take_day(self, day: Day, *, is_new: bool) -> None:
        self._day = day
        self._where.show_week(day.date, self._content.week)
        self._how.show_week(day.date)
        self._show()
        if is_new:
            check_in = self.check_in
            done = check_in.psd is not None
            self._show_step(_RESULT if done else _WHERE if check_in.areas is None else _HOW)
            self.focus_first()

    def _day_changed(self, day: date) -> None:
        if self.is_about(day):
            self._day = self._diary.known(day)
            self._show()

    # Showing

    def _show(self) -> None:
        if self._day is None:
            return
        check_in, day = self.check_in, self._day.date
        self._where.show_answers(check_in)
        self._how.show_answers(check_in)
        sums = {**dict(self._content.sums)}
        sums.pop(day, None)
        if check_in.psd is not None:
            sums[day] = float(check_in.psd)
        points = sorted(sums.items())
        self._result.show_result(check_in, day, points, self._content.week)
        self._has_line = bool(points)
        self._state.setText(blanks_words(check_in))
        is_waiting = day != self.today
        self._hint.setText(
            _("begun on {day}, it waited for you").format(day=long_date(day))
            if is_waiting
            else _("about 90 seconds · stop anywhere, it waits for you")
        )
        self._table.setVisible(self._step == _RESULT and self._has_line)

    def _show_step(self, step: int) -> None:
        self._step = step
        for place, part in enumerate((self._where, self._how, self._result)):
            part.setVisible(place == step)
        self._marks.show_step(step + 1)
        self._rule.setVisible(step != _WHERE)
        self._former.setVisible(step > _WHERE)
        self._former.setText(_("Step {number}").format(number=step))
        self._next.setVisible(step < _RESULT)
        if step < _RESULT:
            self._next.setText(_(_ON[step]))
        self._feelings.setVisible(step == _RESULT)
        self._hint.setVisible(step < _RESULT)
        self._table.setVisible(step == _RESULT and self._has_line)
        self._foot.arrange()

    # Answering

    def _answer(self, check_in: CheckIn) -> None:
        if self._day is None:
            return
        day = self._day
        edits = edits_to(day, values_of(check_in), stamp_of(self._now()))
        words = _("Check-in on {day}").format(day=long_date(day.date))
        if not edits or not self._diary.edit(edits, words, sitting=_SITTING):
            self._show()

    # Building

    def _build(self) -> None:
        self._has_line = False
        self._area, column = all_scrolling(self, self._theme)
        top = self._build_top()
        lead_back(self._theme, column, top)
        column.setAlignment(top, Qt.AlignmentFlag(0))  # as wide as the page
        column.addWidget(self._build_header())
        self._where: WhereStep = WhereStep(self._theme)
        self._how: HowStep = HowStep(self._theme)
        self._result: ResultStep = ResultStep(self._theme)
        self._result.line.day_chosen.connect(self.day_wanted)
        for step in (self._where, self._how):
            step.changed.connect(self._answer)
        for part in (self._where, self._how, self._result, self._build_rule(), self._build_foot()):
            column.addWidget(part)
        column.addStretch(1)

    def _build_top(self) -> SideBySide:
        self._back = BackLink(self._theme, _("Back to Trends"))
        self._back.clicked.connect(lambda: self.page_wanted.emit("trends"))
        self._table = LinkButton(self._theme, _("Table"), "table")
        self._table.clicked.connect(self.toggle_table)
        self._hint = Label(self._theme, role="small", color="ink_2", wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        holder, end = QWidget(), QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._back)
        row.addStretch(1)
        line = QHBoxLayout(end)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._hint, 1)
        line.addStretch(0)
        line.addWidget(self._table)
        top = SideBySide(
            (holder, end),
            lambda: self._back.sizeHint().width() + self._theme.px(340),
            stretches=(0, 1),
        )
        self._theme.changed.connect(top.arrange)
        return top

    def _build_header(self) -> SideBySide:
        title = page_title(self._theme, _("Check-in"))
        titles = (_("Where it hurt"), _("How it has been"), _("The result"))
        self._marks = StepMarks(self._theme, titles)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self._marks)
        column.addStretch(1)
        header = SideBySide(
            (title, middle),
            lambda: self._theme.px(_TITLE_WIDTH) + self._marks.line_width(),
            stretches=(0, 1),
            gap=self._theme.size("space", "xl"),
        )
        self._theme.changed.connect(header.arrange)
        return header

    def _build_rule(self) -> QWidget:
        self._rule = QWidget()
        row = QHBoxLayout(self._rule)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel(self._theme, "info", "ink_3"))
        words = Label(
            self._theme, _(FOLLOWS_A_RULE), role="small_medium", color="ink_2", wraps=True
        )
        row.addWidget(words, 1)
        return self._rule

    def _build_foot(self) -> SideBySide:
        self._former = TextButton(self._theme, "", "chevron-left")
        self._former.clicked.connect(lambda: self.step(-1))
        self._next = PrimaryButton(self._theme, "", "chevron-right")
        self._next.clicked.connect(self.go_on)
        self._feelings = TextButton(self._theme, _("Mood, worry and change"), "smile")
        self._feelings.clicked.connect(lambda: self.page_wanted.emit("feelings"))
        buttons = in_lines(self._former, self._next, self._feelings)
        self._state = Label(self._theme, role="small", color="ink_2", wraps=True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._foot = SideBySide(
            (buttons, self._state),
            lambda: buttons.sizeHint().width() + self._theme.px(200),
            stretches=(0, 1),
        )
        self._theme.changed.connect(self._foot.arrange)
        return self._foot
