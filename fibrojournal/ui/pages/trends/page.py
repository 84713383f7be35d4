"""Trends: one measure or two over time, with a sentence above that says what the picture shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.analysis.flares import Flare, flare_days
from fibrojournal.charts.axis import day_of
from fibrojournal.charts.trend_view import MOST_MEASURES, PAIN, RANGES, TrendView, trend_view
from fibrojournal.journal.measures import TOO_ILL, Measure, Place
from fibrojournal.journal.medicine_words import marked_between
from fibrojournal.storage.series import Series
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.page import Page, Top, scrolling
from fibrojournal.ui.pages.trends.scores import ScoresPart
from fibrojournal.ui.stores import Store
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.chart_view import ChartView
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.focus import stop_before, tab_after
from fibrojournal.ui.widgets.labels import Label, card_title, page_title
from fibrojournal.ui.widgets.measure_toggle import MeasureToggle
from fibrojournal.ui.widgets.menu import Menu
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide

FIRST_RANGE = "quarter"
_GAP = 12
_NOT_DRAWN = (Place.WHOLE_DAY, Place.MOMENT)


@dataclass(frozen=True, slots=True)
class _Content:
    """What was read from the journal for the measures in view."""

    series: dict[str, Series] = field(default_factory=dict)
    flares: tuple[Flare, ...] = ()
    first_noted: date | None = None


class TrendsPage(Page):
    """Dots are days, the line is the 7-day average, a band is a flare."""

    def __init__(self, theme: Theme, diary: Diary, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme = theme
        self._diary = diary
        self._now = now
        self._chosen = [PAIN]
        self._range = next(choice for choice in RANGES if choice.id == FIRST_RANGE)
        self._end = self._today
        self._content: _Content | None = None
        self._toggles: dict[str, MeasureToggle] = {}
        self._asked = diary.questions
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
        if self._end > self._today or self._content is None:
            self._end = self._today
        self.subject_changed.emit("trends", self._why())
        if self._content is None:
            self._read()

    def focus_first(self) -> None:
        """Focus the choice of the range."""
        chosen = next(one for one in self._ranges.segments if one.id == self._ranges.choice)
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Go back or forward by the length of the range, never past today."""
        days = self._range.days
        if days is None:
            return
        self._end = min(self._end + timedelta(days=by * days), self._today)
        self._show()

    def toggle_table(self) -> None:
        """Change between picture and table."""
        self._chart.toggle_table()
        shows_table = self._chart.shows_table
        self._scores.set_table(shown=shows_table)
        self._table.setText(_("Picture") if shows_table else _("Table"))
        self._table.set_icon("chart-line" if shows_table else "table")

    # Reading

    def _outdated(self) -> None:
        self._content = None
        if self.isVisible():
            self._read()

    def _ask_anew(self) -> None:
        """Offer what the person chose to be asked, and draw nothing that is gone."""
        questions = self._diary.questions
        if questions != self._asked:
            self._asked = questions
            standing = [id for id in self._toggles if questions.measure(id) is not None]
            self._chosen = [id for id in self._chosen if id in standing] or [PAIN]
            asked = [measure.id for measure in questions.asked_on(Place.TODAY)]
            self._offer(dict.fromkeys([*asked, *self._chosen]))
        self._outdated()

    def _offer(self, ids: Iterable[str]) -> None:
        """Stand a toggle for each of these, in the place of those that stand there."""
        for toggle in self._toggles.values():
            self._pills.removeWidget(toggle)
            toggle.hide()
            toggle.deleteLater()
        self._toggles = {}
        for id in ids:
            self._add_toggle(self._measure(id))
            self._toggles[id].show()  # at once, so that Tab comes to it
        before = stop_before(self._standing)
        if before is not None:
            tab_after(before, self._standing)
        self._choices.arrange()

    def _read(self) -> None:
        wanted = tuple(dict.fromkeys((*self._chosen, PAIN, TOO_ILL)))

        def ask(store: Store) -> _Content:
            series = store.series(wanted)
            pain = series[PAIN]
            kept = ~pain.copied
            span = store.noted_span()
            return _Content(
                series,
                flare_days(pain.days[kept], pain.values[kept]),
                span[0] if span else None,
            )

        self._diary.fetch(self, ask, self._take)
        self._scores.read(self._today)

    def _take(self, content: _Content) -> None:
        self._content = content
        self._show()

    def _show(self) -> None:
        content = self._content
        if content is None or not set(self._chosen) <= content.series.keys():
            self._read()
            return
        view = self._view(content)
        self._sentence.setText(view.sentence)
        self._detail.setText(view.detail)
        self._weeks.setText(view.weeks)
        self._weeks.setVisible(bool(view.weeks))
        names = " · ".join(panel.measure.short_label for panel in view.panels)
        self._chart.show_view(view, _("{names} over time").format(names=names))

    def _view(self, content: _Content) -> TrendView:
        start, end = self._range.span(self._end, content.first_noted)
        shown = [(self._measure(id), content.series[id]) for id in self._chosen]
        marked = content.series[TOO_ILL]
        return trend_view(
            shown,
            start,
            end,
            today=self._today,
            flares=content.flares,
            events=marked_between(self._diary.common, start, end),
            too_ill=[day_of(int(day)) for day in marked.days[marked.values > 0]],
        )

    def _measure(self, id: str) -> Measure:
        measure = self._diary.questions.measure(id)
        if measure is None:
            raise KeyError(id)
        return measure

    # Choosing

    def _choose_range(self, id: str) -> None:
        self._range = next(choice for choice in RANGES if choice.id == id)
        self._end = self._today
        self._show()

    def _toggle(self, id: str, *, on: bool) -> None:
        if on:
            self._chosen = [*self._chosen, id][-MOST_MEASURES:]
        elif len(self._chosen) > 1:
            self._chosen.remove(id)
        for measure_id, toggle in self._toggles.items():
            toggle.setChecked(measure_id in self._chosen)
        self.subject_changed.emit(self._measure(self._chosen[-1]), self._why())
        self._show()

    def _why(self) -> str:
        name = self._measure(self._chosen[-1]).short_label
        return _("You are looking at {measure} over time.").format(measure=name.lower())

    def _choose_other(self) -> None:
        menu = Menu(self._theme, self._others.text(), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        standing = set(self._toggles)
        for measure in self._diary.questions.measures:
            if measure.id not in standing and measure.place not in _NOT_DRAWN:
                menu.addAction(measure.label, partial(self._add_other, measure.id))
        menu.popup(self._others.mapToGlobal(self._others.rect().bottomLeft()))

    def _add_other(self, id: str) -> None:
        former = list(self._toggles.values())[-1]
        self._add_toggle(self._measure(id))
        QWidget.setTabOrder(former, self._toggles[id])  # what is made later would come last
        self._toggles[id].show()  # at once, so that it can take the focus
        self._choices.arrange()
        self._toggle(id, on=True)
        self._toggles[id].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_toggle(self, measure: Measure) -> None:
        toggle = MeasureToggle(self._theme, measure)
        toggle.setChecked(measure.id in self._chosen)
        toggle.clicked.connect(lambda on, id=measure.id: self._toggle(id, on=on))
        self._toggles[measure.id] = toggle
        self._pills.addWidget(toggle)

    # Building

    def _build(self) -> None:
        top = self._build_top()
        area, column = scrolling(self._theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        top.stand(whole, column)
        column.addWidget(self._build_choices())
        card = Card(self._theme)
        self._sentence = card_title(self._theme)
        self._detail = Label(self._theme, role="small", color="ink_2", wraps=True)
        self._chart = ChartView(self._theme)
        self._chart.day_chosen.connect(self.day_wanted)
        card.box.addWidget(self._sentence)
        self._weeks = Label(self._theme, role="caption", color="ink_2", wraps=True)
        card.box.addWidget(self._detail)
        card.box.addWidget(self._weeks)
        card.box.addWidget(self._chart, 1)
        column.addWidget(card, 1)
        self._scores = ScoresPart(self._theme, self._diary)
        self._scores.page_wanted.connect(self.page_wanted)
        column.addWidget(self._scores)

    def _build_top(self) -> Top:
        top = Top(self._theme, self)
        title = page_title(self._theme, _("Trends"))
        choices = [(choice.id, _(choice.name)) for choice in RANGES]
        self._ranges = Segments(self._theme, _("How far back"), choices)
        self._ranges.show_choice(self._range.id)
        self._ranges.chosen.connect(self._choose_range)
        both = SideBySide(
            (title, self._ranges),
            lambda: title.sizeHint().width() + _GAP + self._ranges.sizeHint().width(),
            gap=_GAP,
        )
        self._theme.changed.connect(both.arrange)
        top.row.addWidget(both)
        return top

    def _build_choices(self) -> SideBySide:
        self._standing, links = QWidget(), QWidget()
        self._pills = FlowLayout(self._standing)
        for measure in self._diary.questions.asked_on(Place.TODAY):
            self._add_toggle(measure)
        row = QHBoxLayout(links)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._others = LinkButton(self._theme, _("Others"), "plus")
        self._others.clicked.connect(self._choose_other)
        self._table = LinkButton(self._theme, _("Table"), "table")
        self._table.clicked.connect(self.toggle_table)
        for button in (self._others, self._table):
            row.addWidget(button)
        row.addStretch(0)
        self._choices = SideBySide(
            (self._standing, links),
            lambda: self._pills.line_width() + links.sizeHint().width(),
            stretches=(1, 0),
            gap=0,
        )
        self._theme.changed.connect(self._choices.arrange)
        return self._choices
