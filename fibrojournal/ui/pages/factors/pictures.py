"""The pictures of a factor: the first over the whole width, the others in pairs below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.charts import Chart
from fibrojournal.charts.material import Known, Scope
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.span_choice import SpanChoice
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.chart_card import ChartCard, abreast

_PAIR = 2


class FactorCharts(QWidget):
    """The cards of all charts of one factor; they show the same days."""

    day_chosen = Signal(object)
    """The date of a day that the person wants to open."""
    told = Signal(str)

    def __init__(
        self, theme: Theme, diary: Diary, charts: Sequence[Chart], spans: SpanChoice
    ) -> None:
        super().__init__()
        self._theme = theme
        self._known = Known()
        for changed in (diary.saved, diary.journal_changed):  # before the cards hear of it
            changed.connect(self._forget)
        self.cards = tuple(self._make(diary, chart) for chart in charts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        for card in self.cards:
            spans.follow(card.body.picture)
        for card in self.cards[:1]:
            column.addWidget(card)
            column.addWidget(spans.buttons)
            spans.buttons.show()
        for at in range(1, len(self.cards), _PAIR):
            pair = self.cards[at : at + _PAIR]
            column.addWidget(abreast(theme, pair) if len(pair) == _PAIR else pair[0])

    def _forget(self) -> None:
        self._known = Known()  # what is being read for a card goes to the one before

    def show_scope(self, scope: Scope) -> None:
        """Show these days in every card."""
        for card in self.cards:
            card.show_scope(scope)

    def toggle_table(self, focused: QWidget | None) -> None:
        """Change the chart that holds what has the focus to its table; else the first drawn."""
        held = (card for card in self.cards if focused and card.isAncestorOf(focused))
        drawn = (card for card in self.cards if card.view is not None and not card.view.is_empty)
        card = next(held, next(drawn, None))
        if card is not None:
            card.toggle_table()

    def _make(self, diary: Diary, chart: Chart) -> ChartCard:
        card = ChartCard(self._theme, diary, chart, known=lambda: self._known)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        card.day_chosen.connect(self.day_chosen)
        card.told.connect(self.told)
        return card
