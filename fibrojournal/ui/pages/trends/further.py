"""The further pictures of Trends: two that stand, and one of all others that the person chose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.charts import CHART_BY_ID, CHARTS, Chart
from fibrojournal.charts.material import Scope
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.chart_card import ChartCard, abreast
from fibrojournal.ui.widgets.days_picture import DaysPicture
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.pills import Pills

MAIN, CHECK_INS = "trend", "check_ins"
STANDING = ("through_day", "before_after")
"""These stand side by side below the trend; check-ins last; all others wait to be chosen."""


def offered() -> tuple[Chart, ...]:
    """Return the charts of Trends that are chosen by name: those of no factor, in their order."""
    apart = (MAIN, *STANDING, CHECK_INS)
    return tuple(chart for chart in CHARTS if not chart.factor and chart.id not in apart)


class FurtherCharts(QWidget):
    """All show the days and the measure of the page; a card that is chosen is made then."""

    day_chosen = Signal(object)
    told = Signal(str)

    def __init__(self, theme: Theme, diary: Diary, follow: Callable[[DaysPicture], None]) -> None:
        """Make the two that stand; `follow` hears how a picture wants to be moved."""
        super().__init__()
        self._theme, self._diary, self._follow = theme, diary, follow
        self._scope: Scope | None = None
        self.cards: dict[str, ChartCard] = {}
        """Those that were made, by the ids of their charts."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.size("space", "m"))
        self._column.addWidget(abreast(theme, [self._make(CHART_BY_ID[id]) for id in STANDING]))
        self._others = offered()
        choices = [(chart.id, chart.label) for chart in self._others]
        self.choice = Pills(theme, _("Other ways to look"), choices) if choices else None
        if self.choice is not None:
            self.choice.show_none()
            self.choice.chosen.connect(self.open)
            self._column.addWidget(Label(theme, _("Other ways to look"), role="label"))
            self._column.addWidget(self.choice)

    def show_scope(self, scope: Scope) -> None:
        """Show these days of this measure in every card that stands there."""
        self._scope = scope
        for card in self.cards.values():
            card.show_scope(scope)

    def open(self, id: str) -> None:
        """Show the chart that was chosen below the names, in the place of the one before."""
        for chart in self._others:
            card = self.cards.get(chart.id)
            if card is not None:
                card.setVisible(chart.id == id)
            elif chart.id == id:
                card = self._make(chart)
                self._column.addWidget(card)
                card.show()
                if self.choice is not None:
                    tab_after(self.choice.options[-1], card)

    def card_with(self, part: QWidget | None) -> ChartCard | None:
        """Return the card that holds a part of the window, if one does."""
        cards = self.cards.values()
        return next((card for card in cards if part and card.isAncestorOf(part)), None)

    def _make(self, chart: Chart) -> ChartCard:
        is_titled = chart.id in STANDING  # the others are named by what was chosen
        card = ChartCard(self._theme, self._diary, chart, is_titled=is_titled)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        card.day_chosen.connect(self.day_chosen)
        card.told.connect(self.told)
        self._follow(card.body.picture)
        self.cards[chart.id] = card
        if self._scope is not None:
            card.show_scope(self._scope)
        return card
