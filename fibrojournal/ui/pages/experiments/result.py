"""What came out of an experiment: its pairs as a picture or a table, and plain words beside."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.analysis.grid import Recorded
from fibrojournal.charts.experiment import CHART, ExperimentView
from fibrojournal.charts.experiment_chance import CHART as CHANCE
from fibrojournal.charts.material import Scope
from fibrojournal.journal.experiments import Experiment, Way
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.pages.experiments import words
from fibrojournal.ui.pages.experiments.points import Points
from fibrojournal.ui.stores import Store
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.certainty import CertaintyDots
from fibrojournal.ui.widgets.chart_card import ChartCard
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import card_title
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

_EPOCH = date(1970, 1, 1)
_TITLE = 200
"""Width in px at 100 % text below which the dots stand under the title."""


def days_kept(experiment: Experiment, done: Recorded) -> tuple[int, int]:
    """Count the days on which the way of the day was kept, and those that say so at all."""
    kept = said = 0
    for number, value in zip(done.days.tolist(), done.values.tolist(), strict=True):
        period = experiment.period_on(date.fromordinal(_EPOCH.toordinal() + number))
        if period is not None:
            said += 1
            kept += (value > 0) == (period.way is Way.FIRST)
    return kept, said


class ResultPart(QWidget):
    """Reads one experiment and shows it, also before it is over."""

    again_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, diary: Diary, why_still: str) -> None:
        super().__init__()
        self._diary = diary
        self._experiment: Experiment | None = None
        self._today = date.min
        self._done = (0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        self.card = ChartCard(theme, diary, CHART)
        self.card.was_read.connect(self._say)
        column.addWidget(self.card)
        self.chance = ChartCard(theme, diary, CHANCE, is_titled=True)
        self.chance.was_read.connect(self._show_chance)
        column.addWidget(self.chance)
        plain = Card(theme)
        plain.box.setContentsMargins(20, 17, 20, 17)
        self.dots = CertaintyDots(theme)
        head = SideBySide(
            (card_title(theme, _("In plain words")), in_lines(self.dots)),
            lambda: theme.px(_TITLE) + self.dots.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(head.arrange)
        plain.box.addWidget(head)
        self.points = Points(theme, "info", "accent")
        plain.box.addWidget(self.points)
        column.addWidget(plain)
        self.again = TextButton(theme, _("Try something again"), "repeat")
        self.again.clicked.connect(self.again_wanted)
        self.remove = LinkButton(theme, _("Take it away"), "x")
        self.remove.clicked.connect(self.removal_wanted)
        if why_still:
            hold_still(self.remove, why_still)
        column.addWidget(in_lines(self.again, self.remove))

    def show_experiment(self, experiment: Experiment, today: date) -> None:
        """Read and show one."""
        self._experiment, self._today, self._done = experiment, today, (0, 0)
        if self._diary.questions.measure(experiment.outcome) is None:
            self.card.hide()
            self.chance.hide()
            self.dots.hide()
            self.points.show_texts((words.outcome_gone(),))
            return
        self.card.show()
        scope = Scope(experiment.start, experiment.last, today, experiment.outcome, experiment.id)
        self.card.show_scope(scope)
        self.chance.show()
        self.chance.show_scope(scope)
        trigger = experiment.trigger

        def ask(store: Store) -> Recorded:
            return store.trigger_series((trigger,))[trigger]

        self._diary.fetch(self, ask, partial(self._take_done, experiment))
        self._say()

    def _take_done(self, experiment: Experiment, done: Recorded) -> None:
        if experiment == self._experiment:
            self._done = days_kept(experiment, done)
            self._say()

    def _show_chance(self) -> None:
        """Without an answer there is nothing that chance could do as well."""
        self.chance.setVisible(self.chance.view is not None and not self.chance.view.is_empty)

    def _say(self) -> None:
        view = self.card.view
        if not isinstance(view, ExperimentView) or view.read is None or self._experiment is None:
            return
        verdict = view.read.verdict
        self.dots.setVisible(verdict is not None)
        if verdict is not None:
            self.dots.show_label(*words.certainty(verdict.label))
        common = self._diary.common
        lines = words.plain_words(self._experiment, view.read, self._today, common, self._done)
        self.points.show_texts(lines)
