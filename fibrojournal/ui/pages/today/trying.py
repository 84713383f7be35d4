"""One quiet line on Today while an experiment runs: which way the day has, and whether it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, TriggerAnswer
from fibrojournal.journal.edits import SetTrigger
from fibrojournal.journal.experiments import Experiment, Way, experiments
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
_WORDS = 260
"""Width in px at 100 % text below which the answer stands under the words."""


class TryingLine(Card):
    """Shows the day that the form shows; nothing on days without an experiment."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, diary: Diary, stamp: Callable[[], Stamp], day: Day) -> None:
        super().__init__(theme)
        self._diary, self._stamp, self._day = diary, stamp, day
        self.box.setContentsMargins(20, 10, 20, 10)
        self._way = WayRow(theme, Way.FIRST, role="label")
        self.done = AnswerSegments(
            theme, _("Done so"), ((_YES, _("Done so")), (_NO, _("Not today")))
        )
        self.done.answered.connect(self._answer)
        self._more = LinkButton(theme, _("About this"))
        self._more.clicked.connect(lambda: self.page_wanted.emit("try_out"))
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
        """Show what a day has, if it has anything."""
        self._day = day
        experiment = self._experiment
        period = experiment.period_on(day.date) if experiment else None
        self.setVisible(period is not None)
        if experiment is None or period is None:
            return
        self._way.mark.show_way(period.way)
        self._way.words.setText(_("You try out: {way}").format(way=experiment.words(period.way)))
        answer = day.triggers.get(experiment.trigger)
        if answer is None:
            self.done.show_answer(None)
        else:
            is_so = answer.ticked == (period.way is Way.FIRST)
            self.done.show_answer(_YES if is_so else _NO)

    @property
    def _experiment(self) -> Experiment | None:
        every = experiments(self._diary.common.settings)
        return next((one for one in every if one.period_on(self._day.date)), None)

    def _day_changed(self, day: date) -> None:
        if day == self._day.date:
            self.show_day(self._diary.known(day))

    def _answer(self, answer: str | None) -> None:
        experiment = self._experiment
        period = experiment.period_on(self._day.date) if experiment else None
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
