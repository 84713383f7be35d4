"""The pictures of one result, side by side: when it shows, and how sure it is counted out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.analysis.pages import Page
from fibrojournal.charts.found_delays import found_delays
from fibrojournal.charts.lag_view import LagView
from fibrojournal.charts.likely_answers import LikelyView, likely_answers
from fibrojournal.insights.ranking import Row
from fibrojournal.insights.record import Record
from fibrojournal.text import _
from fibrojournal.ui.insights import Insights
from fibrojournal.ui.pages.factors.result_rows import Seen
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.chart_card import abreast
from fibrojournal.ui.widgets.view_card import ViewCard


@dataclass(frozen=True, slots=True)
class _Views:
    delays: LagView
    answers: LikelyView


class ResultPictures(QWidget):
    """Has both worked out beside the window."""

    told = Signal(str)
    """A sentence about what was done with a picture."""

    def __init__(self, theme: Theme, insights: Insights) -> None:
        super().__init__()
        self._insights = insights
        self._row: Row | None = None
        self.delays = ViewCard(theme, "found_delays", _("How long it takes to show"))
        self.answers = ViewCard(theme, "likely_answers", _("20 equally likely answers"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(abreast(theme, (self.delays, self.answers)))
        for card in (self.delays, self.answers):
            card.told.connect(self.told)

    def show_row(self, seen: Seen, row: Row) -> None:
        """Draw what a row stands for."""
        self._row = row
        asked = row.lead.answer.question
        self._insights.ask(
            self,
            ("pictures", asked.outcome, asked.factor, asked.lag),
            lambda record: _views(record, seen.page, row),
            lambda views: self._take(row, views),
        )

    def toggle_table(self, focused: QWidget | None) -> bool:
        """Change the chart that has the focus to its table, and tell whether one has."""
        held = (card for card in (self.delays, self.answers) if card.isAncestorOf(focused or self))
        card = next(held, None)
        if card is not None:
            card.toggle_table()
        return card is not None

    def _take(self, row: Row, views: _Views | None) -> None:
        if row == self._row and views is not None:
            self.delays.show_view(views.delays)
            self.answers.show_view(views.answers)


def _views(record: Record, page: Page, row: Row) -> _Views:
    answers = likely_answers(record.questions, row.lead)
    return _Views(found_delays(record, page, row.lead), answers)
