"""Trends: one measure or two over time, with a sentence above that says what the picture shows.

Below it stand further pictures of the same days.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout

from fibrojournal.charts.material import Scope
from fibrojournal.charts.trend_view import PAIN, TrendView, Whole
from fibrojournal.journal.measures import TOO_ILL
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.page import Page, Top, scrolling
from fibrojournal.ui.pages.trends.further import MAIN, FurtherCharts
from fibrojournal.ui.pages.trends.measures import MeasureChoice
from fibrojournal.ui.pages.trends.scores import ScoresPart
from fibrojournal.ui.span_choice import SpanChoice
from fibrojournal.ui.stores import Store
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.chart_view import ChartView
from fibrojournal.ui.widgets.keep_picture import KeepPicture
from fibrojournal.ui.widgets.labels import Label, card_title, page_title
from fibrojournal.ui.widgets.side_by_side import SideBySide

_GAP = 12


class _Content(NamedTuple):
    """What was read from the journal for the measures in view."""

    whole: Whole
    first_noted: date | None


class TrendsPage(Page):
    """Dots are days, the line is the 7-day average, a band is a flare."""

    def __init__(self, theme: Theme, diary: Diary, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme = theme
        self._diary = diary
        self._now = now
        self._content: _Content | None = None
        self._build()
        diary.day_changed.connect(self._outdated)
        diary.journal_changed.connect(self._outdated)
        diary.common_changed.connect(self._ask_anew)

    @property
    def _today(self) -> date:
        return self._diary.day_of(self._now())

    # What the window asks

    def shown(self) -> None:
        """Read the journal, where it has changed since."""
        if self._spans.span.end > self._today or self._content is None:
            self._spans.to_today()
        self.subject_changed.emit("trends", self._why())
        if self._content is None:
            self._read()

    def focus_first(self) -> None:
        """Focus the choice of the range."""
        segments = self._spans.segments.segments
        chosen = next((one for one in segments if one.isChecked()), segments[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Go back or forward by the length of the range, never past today."""
        self._spans.step(by)

    def toggle_table(self) -> None:
        """Change the chart that has the focus, or else the first, to its table or back."""
        focused = QApplication.focusWidget()
        card = self._further.card_with(focused)
        if focused is not None and self._scores.card.isAncestorOf(focused):
            card = self._scores.card
        if card is not None:
            card.toggle_table()
            return
        self._chart.toggle_table()
        self._measures.set_table(shown=self._chart.shows_table)

    # Reading

    def _outdated(self) -> None:
        self._content = None
        if self.isVisible():
            self._read()

    def _ask_anew(self) -> None:
        self._measures.ask_anew()
        self._outdated()

    def _read(self) -> None:
        chosen = tuple(self._measures.chosen)
        wanted = tuple(dict.fromkeys((*chosen, PAIN, TOO_ILL)))

        def ask(store: Store) -> _Content:
            span = store.noted_span()
            return _Content(Whole.of(store.series(wanted), chosen), span[0] if span else None)

        self._diary.fetch(self, ask, self._take)
        self._scores.read(self._today)

    def _take(self, content: _Content) -> None:
        self._content = content
        self._spans.first_noted = content.first_noted
        self._show()

    def _show(self) -> None:
        content, chosen = self._content, self._measures.chosen
        if content is None or not set(chosen) <= content.whole.shifts.keys():
            self._read()
            return
        self._spans.show()
        view = self._view(content)
        self._sentence.setText(view.sentence)
        self._detail.setText(view.detail)
        self._weeks.setText(view.weeks)
        self._weeks.setVisible(bool(view.weeks))
        self._keep.view = view
        names = " · ".join(panel.measure.short_label for panel in view.panels)
        self._chart.show_view(view, _("{names} over time").format(names=names))
        self._further.show_scope(Scope(view.start, view.end, self._today, chosen[-1]))

    def _view(self, content: _Content) -> TrendView:
        span, common = self._spans.span, self._diary.common
        measures = [self._measures.measure(id) for id in self._measures.chosen]
        return content.whole.view(measures, span.start, span.end, self._today, common)

    def _choose_measures(self) -> None:
        self.subject_changed.emit(self._measures.latest, self._why())
        self._show()

    def _why(self) -> str:
        name = self._measures.latest.inner_label
        return _("You are looking at {measure} over time.").format(measure=name)

    # Building

    def _build(self) -> None:
        self._spans = SpanChoice(self._theme, lambda: self._today, self)
        self._spans.changed.connect(self._show)
        top = self._build_top()
        area, column = scrolling(self._theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        top.stand(whole, column)
        self._measures = MeasureChoice(self._theme, self._diary)
        self._measures.changed.connect(self._choose_measures)
        self._measures.table.clicked.connect(self.toggle_table)
        column.addWidget(self._measures)
        column.addWidget(self._build_card(), 1)
        self._further = FurtherCharts(self._theme, self._diary, self._spans.follow)
        self._further.day_chosen.connect(self.day_wanted)
        self._further.told.connect(self.told)
        column.addWidget(self._further)
        self._scores = ScoresPart(self._theme, self._diary)
        self._scores.page_wanted.connect(self.page_wanted)
        self._scores.card.day_chosen.connect(self.day_wanted)
        column.addWidget(self._scores)

    def _build_top(self) -> Top:
        top = Top(self._theme, self)
        title, ranges = page_title(self._theme, _("Trends")), self._spans.segments
        both = SideBySide(
            (title, ranges),
            lambda: title.sizeHint().width() + _GAP + ranges.sizeHint().width(),
            gap=_GAP,
        )
        self._theme.changed.connect(both.arrange)
        top.row.addWidget(both)
        return top

    def _build_card(self) -> Card:
        card = Card(self._theme)
        self._sentence = card_title(self._theme)
        self._detail = Label(self._theme, role="small", color="ink_2", wraps=True)
        self._weeks = Label(self._theme, role="caption", color="ink_2", wraps=True)
        self._chart = ChartView(self._theme, MAIN)
        self._chart.day_chosen.connect(self.day_wanted)
        self._spans.follow(self._chart.picture)
        for words in (self._sentence, self._detail, self._weeks):
            card.box.addWidget(words)
        card.box.addWidget(self._chart, 1)
        self._keep = KeepPicture(self._theme, MAIN)
        self._keep.told.connect(self.told)
        spans = self._spans.buttons
        below = SideBySide(
            (spans, self._keep),
            lambda: spans.sizeHint().width() + _GAP + self._keep.sizeHint().width(),
            stretches=(1, 0),
            gap=_GAP,
        )
        self._theme.changed.connect(below.arrange)
        card.box.addWidget(below)
        return card
