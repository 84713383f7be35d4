"""The experiment that runs, or is to come: which way today has, and how far it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from fibrojournal.journal.experiments import Experiment, State, Way
from fibrojournal.text import _
from fibrojournal.ui.pages.experiments import words
from fibrojournal.ui.pages.experiments.strip import PairStrip, WayRow
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.still import hold_still


class CurrentCard(Card):
    """Shows no way before its time but the one of tomorrow."""

    look_wanted = Signal()
    end_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, why_still: str) -> None:
        super().__init__(theme)
        self.box.setContentsMargins(20, 17, 20, 17)
        self._title = card_title(theme)
        self._today = WayRow(theme, Way.FIRST, role="label")
        self._next = Label(theme, role="small", color="ink_2", wraps=True)
        self._place = Label(theme, role="small", color="ink_2", wraps=True)
        self.strip = PairStrip(theme)
        self.look = TextButton(theme, _("Look now"), "eye")
        self.look.clicked.connect(self.look_wanted)
        self.end = TextButton(theme, _("End it here"), "flag")
        self.end.clicked.connect(self.end_wanted)
        self.remove = LinkButton(theme, _("Take it away"), "x")
        self.remove.clicked.connect(self.removal_wanted)
        self._ways = {way: WayRow(theme, way) for way in Way}
        shown = (
            self._title,
            self._today,
            self._next,
            self.strip,
            *self._ways.values(),
            self._place,
        )
        for part in shown:
            self.box.addWidget(part)
        self.box.addWidget(in_lines(self.look, self.end, self.remove))
        for control in (self.end, self.remove):
            if why_still:
                hold_still(control, why_still)

    def show_experiment(self, experiment: Experiment, today: date) -> None:
        """Show how it stands on a day."""
        self._title.setText(experiment.question)
        period = experiment.period_on(today)
        self._today.mark.setVisible(period is not None)
        self._today.mark.show_way(period.way if period else Way.FIRST)
        self._today.words.setText(words.today_line(experiment, today))
        for way, row in self._ways.items():
            row.words.setText(experiment.words(way))
        coming = words.next_line(experiment, today)
        self._next.setText(coming)
        self._next.setVisible(bool(coming))
        self._place.setText(words.place_line(experiment, today))
        self.strip.show_experiment(experiment, today)
        is_running = experiment.state(today) is State.RUNNING
        self.look.setVisible(is_running)
        self.end.setVisible(is_running)
