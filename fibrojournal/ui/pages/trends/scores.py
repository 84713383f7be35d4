"""The part of Trends below the daily measures: scores of check-ins, and the way to the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.charts.axis import day_of
from fibrojournal.charts.score_view import SCORES, ScoreView
from fibrojournal.journal.check_in_measures import PSD
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.stores import Store
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.score_chart import ScoreCard

MONTH = 28
"""So many days after a check-in, the next one is offered again."""

Points = Mapping[str, Sequence[tuple[date, float]]]


class ScoresPart(QWidget):
    """A card for every score that has points. One line offers a check-in, once a month at most."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, diary: Diary) -> None:
        super().__init__()
        self._diary = diary
        self._offer = Label(theme, role="small", color="ink_2", wraps=True)
        self.check_in = TextButton(theme, _("Check-in"), "person-standing")
        self.check_in.clicked.connect(lambda: self.page_wanted.emit("check_in"))
        self.feelings = TextButton(theme, _("Mood, worry and change"), "smile")
        self.feelings.clicked.connect(lambda: self.page_wanted.emit("feelings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        column.addWidget(self._offer)
        column.addWidget(in_lines(self.check_in, self.feelings))
        self.cards = {score.id: ScoreCard(theme) for score in SCORES}
        self._frames = {id: Card(theme) for id in self.cards}
        for id, frame in self._frames.items():
            frame.box.addWidget(self.cards[id])
            frame.hide()
            column.addWidget(frame)

    @property
    def offer(self) -> str:
        """The line that offers a check-in; nothing in the month after one."""
        return "" if self._offer.isHidden() else self._offer.text()

    def read(self, today: date) -> None:
        """Read the scores anew."""
        self._diary.fetch(self, _read, lambda points: self._take(points, today))

    def set_table(self, *, shown: bool) -> None:
        """Show every score as a table, or as a picture."""
        for card in self.cards.values():
            card.set_table(shown=shown)

    def _take(self, points: Points, today: date) -> None:
        for score in SCORES:
            found = tuple(points[score.id])
            self._frames[score.id].setVisible(bool(found))
            if found:
                self.cards[score.id].show_view(ScoreView(score, found))
        sums = points[PSD]
        is_first = not sums
        self._offer.setText(
            _("A check-in adds up where it hurts and how heavy it is. It takes about 90 seconds.")
            if is_first
            else _("A check-in is welcome again: once a month is plenty.")
        )
        is_due = is_first or today - sums[-1][0] >= timedelta(days=MONTH)
        self._offer.setVisible(is_due and not self._diary.why_read_only)


def _read(store: Store) -> Points:
    found = store.series([score.id for score in SCORES])
    return {
        id: [
            (day_of(number), value)
            for number, value in zip(series.days.tolist(), series.values.tolist(), strict=True)
        ]
        for id, series in found.items()
    }
