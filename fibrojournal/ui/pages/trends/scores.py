"""The part of Trends below the daily measures: scores of check-ins, and the way to the next one."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.charts import CHART_BY_ID
from fibrojournal.charts.axis import day_of
from fibrojournal.charts.material import Scope
from fibrojournal.charts.score_view import SCORES
from fibrojournal.journal.check_in_measures import PSD
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.pages.trends.further import CHECK_INS
from fibrojournal.ui.stores import Store
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.chart_card import ChartCard
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label

MONTH = 28
"""So many days after a check-in, the next one is offered again."""


class ScoresPart(QWidget):
    """A card of every score that has points. One line offers a check-in, once a month at most."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, diary: Diary) -> None:
        super().__init__()
        self._diary = diary
        self._offer = Label(theme, role="small", color="ink_2", wraps=True)
        self.check_in = TextButton(theme, _("Check-in"), "person-standing")
        self.check_in.clicked.connect(lambda: self.page_wanted.emit("check_in"))
        self.feelings = TextButton(theme, _("Mood, worry and change"), "smile")
        self.feelings.clicked.connect(lambda: self.page_wanted.emit("feelings"))
        self.card = ChartCard(theme, diary, CHART_BY_ID[CHECK_INS])
        self.card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        column.addWidget(self._offer)
        column.addWidget(in_lines(self.check_in, self.feelings))
        column.addWidget(self.card)

    @property
    def offer(self) -> str:
        """The line that offers a check-in; nothing in the month after one."""
        return "" if self._offer.isHidden() else self._offer.text()

    def read(self, today: date) -> None:
        """Read the scores anew."""
        self.card.show_scope(Scope(today, today, today))
        self._diary.fetch(self, _newest, lambda newest: self._take(newest, today))

    def _take(self, newest: dict[str, date], today: date) -> None:
        self.card.setVisible(bool(newest))
        last = newest.get(PSD)
        self._offer.setText(
            _("A check-in adds up where it hurts and how heavy it is. It takes about 90 seconds.")
            if last is None
            else _("A check-in is welcome again: once a month is plenty.")
        )
        is_due = last is None or today - last >= timedelta(days=MONTH)
        self._offer.setVisible(is_due and not self._diary.why_read_only)


def _newest(store: Store) -> dict[str, date]:
    """Return the last day of every score that has points."""
    found = store.series([score.id for score in SCORES])
    return {id: day_of(int(series.days[-1])) for id, series in found.items() if series.days.size}
