"""The place of one factor: what the journal shows of it, beside what a diary cannot see."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fibrojournal.charts import Chart
from fibrojournal.charts.material import Scope
from fibrojournal.charts.trend_view import RANGES
from fibrojournal.journal.factors import FACTORS
from fibrojournal.learn.library import topic
from fibrojournal.text import _
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back, titled
from fibrojournal.ui.pages import has_page
from fibrojournal.ui.pages.factors.content import READING, charts_of
from fibrojournal.ui.reading_parts import TopicMark
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.chart_card import ChartCard
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide

OUTCOMES = ("pain", "fatigue", "fog", "energy_evening")
"""What a chart may set a factor beside, as far as the person's journal asks for it."""
FIRST_RANGE = "year"
"""Links need many days, so a place begins with a year."""
_FACTORS = {factor.id: factor for factor in FACTORS}
_NARROWEST = 330
_GAP = 12


class FactorPage(Page):
    """`open_at` turns to a factor; the charts of the one before are let go of."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._theme, self._diary = around, around.theme, around.diary
        self.factor = ""
        self.cards: list[ChartCard] = []
        self._outcome = OUTCOMES[0]
        self._range = next(one for one in RANGES if one.id == FIRST_RANGE)
        self._first_noted: date | None = None
        self._body: QWidget | None = None
        _area, self._column = all_scrolling(self, self._theme)
        back = BackLink(self._theme, _("Back to Factors"))
        back.clicked.connect(lambda: self.page_wanted.emit("factors"))
        lead_back(self._theme, self._column, back)
        self._column.addStretch(1)
        self._diary.journal_changed.connect(self._find_span)

    def open_at(self, part: str) -> None:
        """Turn to a factor. Raises KeyError for what is none."""
        if part == self.factor:
            return
        self.factor = _FACTORS[part].id
        former = self._body
        self._body = self._build(charts_of(part))
        self._column.insertWidget(1, self._body)
        self._body.show()  # at once, so that Tab comes to it
        if former is not None:
            former.hide()
            former.deleteLater()

    def shown(self) -> None:
        """Show the days up to today."""
        title = topic(self.factor).title
        self.subject_changed.emit(self.factor, _("You opened {factor}.").format(factor=title))
        self._find_span()

    def focus_first(self) -> None:
        """Focus the chosen outcome, or else the range."""
        chosen = next(one for one in self._segments[0].segments if one.isChecked())
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_table(self) -> None:
        """Change the chart that has the focus, or else the first, to its table or back."""
        focused = QApplication.focusWidget()
        held = (card for card in self.cards if focused and card.isAncestorOf(focused))
        card = next(held, self.cards[0] if self.cards else None)
        if card is not None:
            card.toggle_table()

    def _find_span(self) -> None:
        self._diary.fetch(self, lambda store: store.noted_span(), self._take_span)

    def _take_span(self, span: tuple[date, date] | None) -> None:
        self._first_noted = span[0] if span else None
        self._show()

    def _show(self) -> None:
        today = self._diary.day_of(self._around.now())
        start, end = self._range.span(today, self._first_noted)
        for card in self.cards:
            card.show_scope(Scope(start, end, today, self._outcome))

    def _choose_outcome(self, id: str) -> None:
        self._outcome = id
        self._show()

    def _choose_range(self, id: str) -> None:
        self._range = next(one for one in RANGES if one.id == id)
        self._show()

    # Building

    def _build(self, charts: tuple[Chart, ...]) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.size("space", "m"))
        column.addLayout(self._build_title())
        column.addWidget(self._build_choices(charts))
        self.cards = [self._make(chart) for chart in charts]
        for card in self.cards[:1]:
            column.addWidget(card)
        rest = self.cards[1:]
        for at in range(0, len(rest), 2):
            column.addWidget(self._pair(rest[at : at + 2]))
        column.addWidget(self._build_limits())
        return body

    def _build_title(self) -> QBoxLayout:
        shown, name = topic(self.factor), _(_FACTORS[self.factor].name)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(TopicMark(self._theme, shown), 0, Qt.AlignmentFlag.AlignTop)
        words = _("Seen together in your days, which is not proof of cause.")
        line = Label(self._theme, words, role="small", color="ink_2", wraps=True)
        title = _("{factor}, in your journal").format(factor=name)
        row.addLayout(titled(self._theme, title, line), 1)
        return row

    def _build_choices(self, charts: tuple[Chart, ...]) -> QWidget:
        theme, questions = self._theme, self._diary.questions
        self._segments: list[Segments] = []
        if any(chart.takes_measure for chart in charts):
            found = [(id, questions.measure(id)) for id in OUTCOMES]
            outcomes = [(id, measure.short_label) for id, measure in found if measure]
            of_what = Segments(theme, _("Beside what"), outcomes)
            of_what.show_choice(self._outcome)
            of_what.chosen.connect(self._choose_outcome)
            self._segments.append(of_what)
        ranges = Segments(theme, _("How far back"), [(one.id, _(one.name)) for one in RANGES])
        ranges.show_choice(self._range.id)
        ranges.chosen.connect(self._choose_range)
        self._segments.append(ranges)
        parts = self._segments
        both = SideBySide(
            parts, lambda: sum(part.sizeHint().width() for part in parts) + _GAP, gap=_GAP
        )
        theme.changed.connect(both.arrange)
        return both

    def _make(self, chart: Chart) -> ChartCard:
        card = ChartCard(self._theme, self._diary, chart)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        card.day_chosen.connect(self.day_wanted)
        card.told.connect(self.told)
        return card

    def _pair(self, cards: list[ChartCard]) -> QWidget:
        if len(cards) == 1:
            return cards[0]
        pair = SideBySide(
            cards, lambda: 2 * self._theme.px(_NARROWEST) + _GAP, stretches=(1, 1), gap=_GAP
        )
        self._theme.changed.connect(pair.arrange)
        return pair

    def _build_limits(self) -> Card:
        shown, card = topic(self.factor), Card(self._theme)
        if shown.cannot_see:
            card.box.addWidget(card_title(self._theme, _("A diary cannot see this")))
            words = "\n".join(f"• {point}" for point in shown.cannot_see)
            card.box.addWidget(Label(self._theme, words, color="ink_2", wraps=True))
        if has_page(READING):
            title = _("Read: {topic}").format(topic=shown.title)
            link = LinkButton(self._theme, title, "book-open")
            link.clicked.connect(lambda: self.page_wanted.emit(f"{READING}:{shown.id}"))
            card.box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        return card
