"""Factors: what goes with pain and other outcomes, and doors to the places of all ten factors."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.insights.results import SUSPECTED
from fibrojournal.text import _
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, titled
from fibrojournal.ui.pages.experiments.door import TryOutDoor
from fibrojournal.ui.pages.factors.doors import Doors
from fibrojournal.ui.pages.factors.findings import ALL_OUTCOMES, Findings
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide

FOUND, ALL, SUSPECTS = "found", "all", "suspects"
_TITLE = 260


class FactorsPage(Page):
    """Opens on the results. `open_at` turns to an outcome, to "all" factors or to "suspects"."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme = around.theme
        self._build(around)

    def open_at(self, part: str) -> None:
        """Turn to the page of an outcome, to all factors, or to what is suspected."""
        self._turn_to(ALL if part == ALL else FOUND)
        if part == SUSPECTS:
            self.findings.suspects.call()
            self.findings.open_at(SUSPECTED)
        if part in ALL_OUTCOMES:
            self.findings.open_at(part)

    def shown(self) -> None:
        """Tell the reading what is looked at."""
        if self.doors.isVisible():
            self.subject_changed.emit("factors", _("You opened Factors."))
        else:
            self.findings.say_subject()

    def focus_first(self) -> None:
        """Focus the results, or the factor that was opened last."""
        (self.doors if self.doors.isVisible() else self.findings).focus_first()

    def toggle_table(self) -> None:
        """Show the results, or the chart that has the focus, as a table or back."""
        if self.findings.isVisible():
            self.findings.toggle_table()

    def _turn_to(self, part: str) -> None:
        self.views.show_choice(part)
        self.doors.setVisible(part == ALL)
        self.findings.setVisible(part == FOUND)
        words = {
            FOUND: _("What tends to go together, which is not proof of cause."),
            ALL: _("Ten strands of fibromyalgia, and the picture that joins them."),
        }
        self._line.setText(words[part])

    def _build(self, around: Surroundings) -> None:
        theme = self._theme
        self._area, column = all_scrolling(self, theme)
        self._line = Label(theme, role="small", color="ink_2", wraps=True)
        titles = QWidget()
        row = QHBoxLayout(titles)
        row.setContentsMargins(0, 0, 0, 0)
        add_layout(row, titled(theme, _("Factors"), self._line))
        choices = ((FOUND, _("In your journal")), (ALL, _("All ten factors")))
        self.views = Segments(theme, _("What is shown"), choices)
        self.views.chosen.connect(self._choose)
        switch = QWidget()
        beside = QVBoxLayout(switch)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        top = SideBySide(
            (titles, switch),
            lambda: theme.px(_TITLE) + self.views.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(top.arrange)
        self.findings, self.doors = Findings(around), Doors(around)
        column.addWidget(top)
        for part in (self.findings, self.doors):
            part.subject_changed.connect(self.subject_changed)
            part.page_wanted.connect(self.page_wanted)
            column.addWidget(part)
        door = TryOutDoor(theme)
        door.page_wanted.connect(self.page_wanted)
        column.addWidget(door)
        self.findings.told.connect(self.told)
        self.findings.did.connect(self.did)
        column.addStretch(1)
        self._turn_to(FOUND)

    def _choose(self, part: str) -> None:
        self._turn_to(part)
        self.shown()
