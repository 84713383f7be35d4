"""One quiet line on Today while an experiment runs: which way the day has, and whether it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, TriggerAnswer
from fibrojournal.journal.edits import SetTrigger
from fibrojournal.journal.experiments import Experiment, Period, Way, experiments
from fibrojournal.text import _, long_date
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.pages.experiments.strip import WayRow
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.answer_segments import AnswerSegments
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.side_by_side import SideBySide

_YES, _NO = "yes", "no"
_TOLD_DAYS = 7
"""For so many days Today says that an experiment is over."""
_WORDS = 260
"""Width in px at 100 % text below which the answer stands under the words."""


class TryingLine(Card):
    """Shows the day that the form shows; nothing on days without an experiment."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, diary: Diary, stamp: Callable[[], Stamp], day: Day) -> None:
        super().__init__(theme)
        self._diary, self._stamp, self._day = diary, stamp, day
        self._experiment: Experiment | None = None
        self._period: Period | None = None
        self.box.setContentsMargins(20, 10, 20, 10)
        self._way = WayRow(theme, Way.FIRST, role="label")
        self.done = AnswerSegments(
            theme, _("Done so"), ((_YES, _("Done so")), (_NO, _("Not today")))
        )
        self.done.answered.connect(self._answer)
        self._more = LinkButton(theme, "")
        self._more.clicked.connect(self._go)
        answer = in_lines(self.done, self._more)
        line = SideBySide(
            (self._way, answer),
            lambda: theme.px(_WORDS) + self.done.sizeHint().width() + self._more.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(line.arrange)
        self.box.addWidget(line)
        if diary.why_read_only:
            self.done.hold_still(diary.why_read_only)
        diary.common_changed.connect(lambda: self.show_day(self._day))
        diary.day_changed.connect(self._day_changed)
        self.show_day(day)

    def show_day(self, day: Day) -> None:
        """Show what a day has, or that an experiment is over; nothing on other days."""
        self._day = day
        self._period = None
        self._experiment = next(filter(self._is_of_the_day, self._every()), None)
        self.setVisible(self._experiment is not None)
        if self._experiment is not None:
            self._period = self._experiment.period_on(day.date)
            self._show(self._experiment)

    def _show(self, experiment: Experiment) -> None:
        period = self._period
        self.done.setVisible(period is not None)
        self._way.mark.setVisible(period is not None)
        if period is None:
            self._way.words.setText(_("What you tried out is over."))
            self._more.setText(_("See what came out"))
            return
        self._more.setText(_("About this"))
        self._way.mark.show_way(period.way)
        self._way.words.setText(_("You try out: {way}").format(way=experiment.words(period.way)))
        answer = self._day.triggers.get(experiment.trigger)
        is_so = answer is not None and answer.ticked == (period.way is Way.FIRST)
        self.done.show_answer(None if answer is None else _YES if is_so else _NO)

    def _every(self) -> tuple[Experiment, ...]:
        return experiments(self._diary.common.settings)

    def _is_of_the_day(self, one: Experiment) -> bool:
        """Tell whether one runs on the day, or ran to its end in the week before it."""
        day = self._day.date
        is_just_over = one.is_told_after(day) and (day - one.last).days <= _TOLD_DAYS
        return one.period_on(day) is not None or (is_just_over and not one.is_ended_early)

    def _go(self) -> None:
        is_over = self._experiment is not None and self._period is None
        part = f":{self._experiment.id}" if self._experiment and is_over else ""
        self.page_wanted.emit(f"try_out{part}")

    def _day_changed(self, day: date) -> None:
        if day == self._day.date:
            self.show_day(self._diary.known(day))

    def _answer(self, answer: str | None) -> None:
        experiment, period = self._experiment, self._period
        if experiment is None or period is None:
            return
        done = None
        if answer is not None:
            is_first = (answer == _YES) == (period.way is Way.FIRST)
            done = TriggerAnswer(ticked=is_first, entered=self._stamp())
        words = _("{question} on {day}").format(
            question=experiment.question, day=long_date(self._day.date)
        )
        self._diary.edit([SetTrigger(self._day.date, experiment.trigger, done)], words)
