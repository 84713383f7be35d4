"""In your journal: what the person noted of the matter that they read about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.analysis.grid import Recorded
from fibrojournal.charts import CHART_BY_ID
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.material import Scope, gather
from fibrojournal.charts.view import View
from fibrojournal.journal.factors import FACTOR_IDS
from fibrojournal.learn.topics import Topic
from fibrojournal.text import N_, _
from fibrojournal.ui.own_findings import OwnFindings
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages import has_page, place_of
from fibrojournal.ui.stores import Store
from fibrojournal.ui.widgets.buttons import FlushLink
from fibrojournal.ui.widgets.chart_view import ChartView
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.labels import Label

ENOUGH = 30
"""So many noted days of a question make a picture."""
SPAN = 90
"""So many days are shown."""
_NOT_YET = N_("Your own days appear here after about 30 noted days with this question.")
_LONG_AGO = N_("Nothing is noted with this question in the last 90 days.")
_NARROWEST = 240
_CHART = CHART_BY_ID["trend"]


class OwnDays(QWidget):
    """A small chart of the first question that was answered often enough, and its sentence.

    Where several were, the person chooses among them. What analysis has to say of the matter
    stands above the chart; the chart says no more than Trends does.
    """

    day_wanted = Signal(object)
    """The date of a day that the person wants to open."""
    page_wanted = Signal(str)
    """The id of a page that the person wants to go to."""

    def __init__(self, around: Surroundings, shown: Topic, today: Callable[[], date]) -> None:
        super().__init__()
        diary = around.diary
        self._theme, self._diary, self._today = around.theme, diary, today
        self._measures = shown.measures
        self._measure = ""
        self._findings = OwnFindings(around.theme, around.insights, shown)
        self._build(shown)
        for changed in (diary.journal_changed, diary.common_changed, diary.saved):
            changed.connect(self._read)

    @property
    def has_chart(self) -> bool:
        """Tell whether there are days to show."""
        return not self._chart.isHidden()

    @property
    def shows_table(self) -> bool:
        """Tell whether the numbers stand there as a table, which needs more width."""
        return self.has_chart and self._chart.shows_table

    def toggle_table(self) -> None:
        """Change between the picture and a table of the same numbers."""
        if self.has_chart:
            self._chart.toggle_table()

    def focus_chart(self) -> None:
        """Put the focus on the picture or the table."""
        shown = self._chart.table if self.shows_table else self._chart.picture
        shown.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what may have changed while it was out of sight."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if not (self.isVisible() and self._diary.is_ready):
            return
        measures, first = self._measures, day_number(self._today()) - SPAN + 1

        def ask(store: Store) -> tuple[bool, list[str]]:
            return told_enough(store.series(measures), measures, first)

        self._diary.fetch(self, ask, self._offer)

    def _offer(self, told: tuple[bool, Sequence[str]]) -> None:
        """Show one of the measures that were answered often enough, and offer the others."""
        is_known, measures = told
        self._none.setText(_(_LONG_AGO if is_known else _NOT_YET))
        self._none.setVisible(not measures)
        if not measures:
            self._show(None)
            return
        if self._measure not in measures:
            self._measure = measures[0]
        known = [self._choice.itemData(place) for place in range(self._choice.count())]
        if known != list(measures):
            self._choice.clear()
            for id in measures:
                found = self._diary.questions.measure(id)
                self._choice.addItem(found.short_label if found else id, id)
        self._choice.setCurrentIndex(self._choice.findData(self._measure))
        self._choice.setVisible(len(measures) > 1)
        self._draw()

    def _choose(self, place: int) -> None:
        self._measure = self._choice.itemData(place)
        self._draw()

    def _draw(self) -> None:
        end, questions = self._today(), self._diary.questions
        scope = Scope(end - timedelta(days=SPAN - 1), end, end, self._measure)

        def ask(store: Store) -> View:
            return _CHART.view(gather(store, _CHART.needs, scope, questions), scope)

        self._diary.fetch(self, ask, self._show)

    def _show(self, view: View | None) -> None:
        for part in (self._sentence, self._detail, self._chart):
            part.setVisible(view is not None)
        if view is None:
            self._choice.hide()
            return
        self._sentence.setText(view.sentence)
        self._detail.setText(view.detail)
        self._chart.show_view(view, view.title)

    def _build(self, shown: Topic) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(theme, _("In your journal"), role="caption_strong", color="ink_2"))
        self._none = Label(theme, role="small", color="ink_2", wraps=True)
        self._sentence = Label(theme, role="block", wraps=True)
        self._choice = Choice(theme, _("Which question"))
        self._choice.activated.connect(self._choose)
        self._chart = ChartView(theme, _CHART.id)
        self._chart.picture.narrowest = _NARROWEST
        self._chart.day_chosen.connect(self.day_wanted)
        self._detail = Label(theme, role="small", color="ink_2", wraps=True)
        column.addWidget(self._findings)
        column.addWidget(self._none)
        column.addWidget(self._sentence)
        column.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._chart)
        column.addWidget(self._detail)
        self._none.hide()
        self._show(None)
        if shown.factor in FACTOR_IDS and has_page("factor"):
            own = FlushLink(theme, _("Open its own page"), "chart-line")
            own.clicked.connect(partial(self.page_wanted.emit, place_of(shown.factor, "reading")))
            column.addWidget(own, 0, Qt.AlignmentFlag.AlignLeading)


def told_enough(
    series: Mapping[str, Recorded], measures: Sequence[str], first: int
) -> tuple[bool, list[str]]:
    """Tell whether any measure was noted on enough days; list those with days since `first`."""
    enough = [id for id in measures if (~series[id].copied).sum() >= ENOUGH]
    return bool(enough), [id for id in enough if bool((series[id].days >= first).any())]
