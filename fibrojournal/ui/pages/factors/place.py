"""The place of one factor: what the journal shows of it, beside what a diary cannot see."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.charts.material import Scope
from fibrojournal.journal.factors import FACTORS, Factor
from fibrojournal.journal.suited import thing_for
from fibrojournal.learn.library import topic
from fibrojournal.text import _
from fibrojournal.ui.own_findings import PAIN, OwnFindings
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back, titled
from fibrojournal.ui.pages import has_page
from fibrojournal.ui.pages.experiments.door import TryOutDoor
from fibrojournal.ui.pages.factors.content import READING, charts_of
from fibrojournal.ui.pages.factors.pictures import FactorCharts
from fibrojournal.ui.pages.factors.sight import BriefCard, SightCard
from fibrojournal.ui.pages.factors.words import BACK, LINES
from fibrojournal.ui.reading_parts import TopicMark
from fibrojournal.ui.span_choice import SpanChoice
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import FlushLink
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide

OUTCOMES = ("pain", "fatigue", "fog", "energy_evening")
"""What a chart may set a factor beside."""
FIRST_RANGE = "year"
"""Links need many days, so a place begins with a year."""
OWN_RANGES = {"hpa_axis": "quarter"}
"""What is drawn day by day is crowded at a year."""
HOME = "factors"
_FACTORS = {factor.id: factor for factor in FACTORS}
_GAP = 12


class FactorPage(Page):
    """`open_at` turns to a factor; the charts of the one before are let go of.

    Which outcome and how many days are looked at is kept from one factor to the next.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._theme, self._diary = around, around.theme, around.diary
        self._outcome = OUTCOMES[0]
        self._spans = SpanChoice(self._theme, lambda: self._today, self, FIRST_RANGE)
        self._spans.changed.connect(self._show)
        self._body: QWidget | None = None
        self._area, self._column = all_scrolling(self, self._theme)
        self._top = self._build_top()
        lead_back(self._theme, self._column, self._top)
        self._column.setAlignment(self._top, Qt.AlignmentFlag(0))  # as wide as the page
        self._column.addStretch(1)
        self._open(FACTORS[0], HOME)
        for changed in (self._diary.journal_changed, self._diary.day_changed):
            changed.connect(self._find_span)

    # What the window asks

    def open_at(self, part: str) -> None:
        """Turn to a factor; after a colon stands the page to go back to: "sleep:reading".

        Raises KeyError for what is no factor.
        """
        id, _colon, origin = part.partition(":")
        factor = _FACTORS[id]
        if (factor, origin or HOME) != (self.factor, self._origin):
            self._open(factor, origin or HOME)
            self._area.verticalScrollBar().setValue(0)

    def shown(self) -> None:
        """Show the days up to today."""
        why = _("You opened {factor}.").format(factor=_(self.factor.name))
        self.subject_changed.emit(self.factor.id, why)
        self._find_span()

    def focus_first(self) -> None:
        """Focus the way back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_table(self) -> None:
        """Change the chart that has the focus, or else the first, to its table or back."""
        self.charts.toggle_table(QApplication.focusWidget())

    def step(self, by: int) -> None:
        """Go back or forward by the days in view, never past today."""
        self._spans.step(by)

    # Reading

    @property
    def _today(self) -> date:
        return self._diary.day_of(self._around.now())

    def _find_span(self) -> None:
        if self.isVisible():
            self._diary.fetch(self, lambda store: store.noted_span(), self._take_span)

    def _take_span(self, span: tuple[date, date] | None) -> None:
        self._spans.first_noted = span[0] if span else None
        if self._spans.span.end > self._today:
            self._spans.to_today()
        self._show()

    def _show(self) -> None:
        self._spans.show()
        span, noted = self._spans.span, self._spans.first_noted
        start = max(span.start, noted or span.start)  # days before a journal are no gaps in it
        self.charts.show_scope(Scope(min(start, span.end), span.end, self._today, self._outcome))

    def _choose_outcome(self, id: str) -> None:
        self._outcome = id
        self.found.set_outcome(id)
        self._show()

    # Building

    def _open(self, factor: Factor, origin: str) -> None:
        """Show a factor in the place of the one before."""
        former, self.factor, self._origin = self._body, factor, origin
        self.back.setText(_(BACK[origin]))
        self._spans.buttons.setParent(self)  # it would go with the body that it stands in
        self._spans.buttons.hide()  # until a chart has it: a page out of sight would show it
        self._body = self._build_body()
        self._spans.begin(OWN_RANGES.get(factor.id, FIRST_RANGE))
        self.ranges.setVisible(bool(self.charts.cards))
        self._top.arrange()
        self._column.insertWidget(1, self._body)
        self._body.show()  # at once, so that Tab comes to it
        tab_after(self.ranges.options[-1], self._body)
        if former is not None:
            former.hide()
            former.deleteLater()

    def _go_back(self) -> None:
        goal = f"{READING}:{self.factor.id}" if self._origin == READING else self._origin
        self.page_wanted.emit(goal)

    def _build_top(self) -> SideBySide:
        self.back = BackLink(self._theme, _(BACK[HOME]))
        self.back.clicked.connect(self._go_back)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        self.ranges = self._spans.segments
        top = SideBySide(
            (holder, self.ranges),
            lambda: self.back.sizeHint().width() + self.ranges.sizeHint().width() + _GAP,
            stretches=(1, 0),
            gap=_GAP,
        )
        self._theme.changed.connect(top.arrange)
        return top

    def _build_body(self) -> QWidget:
        read, theme, charts = topic(self.factor.id), self._theme, charts_of(self.factor.id)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        add_layout(column, self._build_title())
        has_outcomes = any(chart.takes_measure for chart in charts)
        if has_outcomes:
            column.addWidget(self._build_outcomes(), 0, Qt.AlignmentFlag.AlignLeading)
        outcome = self._outcome if has_outcomes else PAIN
        self.found = OwnFindings(theme, self._around.insights, read, outcome=outcome, most=1)
        column.addWidget(self.found)
        self.charts = FactorCharts(theme, self._diary, charts, self._spans)
        self.charts.day_chosen.connect(self.day_wanted)
        self.charts.told.connect(self.told)
        if not charts:
            column.addWidget(BriefCard(theme, read))
        column.addWidget(self.charts)
        if read.cannot_see:
            column.addWidget(SightCard(theme, read))
        if thing_for(self.factor.id) is not None:
            door = TryOutDoor(theme, self.factor.id)
            door.page_wanted.connect(self.page_wanted)
            column.addWidget(door)
        if has_page(READING):
            link = FlushLink(theme, _("Read: {topic}").format(topic=read.title), "book-open")
            link.clicked.connect(partial(self.page_wanted.emit, f"{READING}:{read.id}"))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        return body

    def _build_title(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        mark = TopicMark(self._theme, topic(self.factor.id))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        title = _(self.factor.name)
        if charts_of(self.factor.id):  # what is for reading alone shows nothing of a journal
            title = _("{factor}, in your journal").format(factor=title)
        line = Label(self._theme, _(LINES[self.factor.id]), role="small", color="ink_2", wraps=True)
        add_layout(row, titled(self._theme, title, line), 1)
        return row

    def _build_outcomes(self) -> Segments:
        found = [self._diary.questions.measure(id) for id in OUTCOMES]
        choices = [(measure.id, measure.short_label) for measure in found if measure]
        self.outcomes = Segments(self._theme, _("Beside what"), choices)
        self.outcomes.show_choice(self._outcome)
        self.outcomes.chosen.connect(self._choose_outcome)
        return self.outcomes
