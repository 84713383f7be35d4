"""How long each way is kept, from when on, and that chance decides the order."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.journal.experiments import DESIGN_BY_ID, DESIGNS, Design
from fibrojournal.text import _
from fibrojournal.ui.pages.experiments import words
from fibrojournal.ui.pages.experiments.numbered import Numbered, NumberedCard
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.day_field import DayField
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.segments import Segments

_AHEAD = timedelta(days=92)
_NUMBER = 3


class TimeCard(NumberedCard):
    """A design and a first day, which is tomorrow unless another one is chosen."""

    changed = Signal()
    """The person chose something."""

    def __init__(self, theme: Theme) -> None:
        self._span = Numbered(theme, _NUMBER)
        super().__init__(theme, self._span)
        self._today = date.min
        designs = [(design.id, _(design.name)) for design in DESIGNS]
        self.designs = Segments(theme, _("How long each way is kept"), designs)
        self.designs.show_choice(DESIGNS[0].id)
        self.designs.chosen.connect(self.changed)
        self.first_day = DayField(theme, _("First day"))
        self.first_day.dateChanged.connect(self.changed)
        begins = QWidget()
        row = QHBoxLayout(begins)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "s"))
        row.addWidget(Label(theme, _("Begins on"), color="ink_2"))
        row.addWidget(self.first_day)
        self._suits = Label(theme, role="small", color="ink_2", wraps=True)
        sealed = _(
            "Chance draws the order of every pair now, and seals it. You see which way it is on the"
            " day before. It lies in the journal's file, so that it stays as it fell."
        )
        self.box.addWidget(in_lines(self.designs, begins, gap=16))
        self.box.addWidget(self._suits)
        self.box.addWidget(Label(theme, sealed, role="small", color="ink_2", wraps=True))

    @property
    def design(self) -> Design:
        """The design that is chosen."""
        return DESIGN_BY_ID[self.designs.choice]

    @property
    def start(self) -> date:
        """The first day."""
        return self.first_day.day

    @property
    def chosen_start(self) -> date | None:
        """The first day, where another one than tomorrow was chosen."""
        return None if self.start == self._tomorrow else self.start

    @property
    def lack(self) -> str:
        """What keeps it from beginning, or nothing."""
        return "" if self.start > self._today else _("It can begin tomorrow, or later.")

    def ask(self, today: date) -> None:
        """Ask as of a day; a first day that is still to come stays."""
        if today != self._today:
            self._today = today
            self.show_time(self.design, self.start)

    def show_time(self, design: Design, start: date | None) -> None:
        """Show a design and a first day without telling anyone; one that is over is tomorrow."""
        self.designs.show_choice(design.id)
        with QSignalBlocker(self.first_day):
            self.first_day.show_day(
                max(start or self._tomorrow, self._tomorrow), self._today + _AHEAD
            )

    def judge(self) -> None:
        """Say from when to when it goes, and what the design is good for."""
        self._span.title.setText(words.span(self.start, self.design))
        self._suits.setText(words.suits(self.design))

    @property
    def _tomorrow(self) -> date:
        return self._today + timedelta(days=1)
