"""A trend before it is drawn: the numbers that its picture, its words and its table share."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.flares import Flare, flare_days
from fibrojournal.analysis.grid import Recorded, on_calendar
from fibrojournal.analysis.level_shifts import LevelShift, change_points
from fibrojournal.analysis.summary import (
    MONTH,
    WEEK,
    hollow_share,
    last_months,
    seven_day_mean,
    usual_range,
)
from fibrojournal.charts import trend
from fibrojournal.charts import trend_words as words
from fibrojournal.charts.axis import ValueAxis, day_number, day_of, value_axis
from fibrojournal.charts.layout import Boxes
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.charts.week_change import week_change
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Event
from fibrojournal.journal.measures import TOO_ILL, Measure
from fibrojournal.journal.medicine_words import marked_between
from fibrojournal.text import N_, _, long_date, short_date, weekday_name, with_year

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.style import Look

PAIN = "pain"
"""Flares are those of pain, whichever measure is shown."""

MOST_MEASURES = 2
SHORTEST_SPAN = 30
DAYS_A_YEAR = 365
"""From here on a day is named with its year: on a shorter span no date comes twice."""


@dataclass(frozen=True, slots=True)
class Range:
    """A choice of how far back to look; None looks at everything."""

    id: str
    name: str
    days: int | None

    def span(self, end: date, first_noted: date | None) -> tuple[date, date]:
        """Return the first and last day to show, both included; 30 days at least."""
        days = self.days
        if days is None:
            noted = (end - first_noted).days + 1 if first_noted else 0
            days = max(noted, SHORTEST_SPAN)
        return end - timedelta(days=days - 1), end


RANGES = (
    Range("month", N_("30 days"), 30),
    Range("quarter", N_("90 days"), 90),
    Range("year", N_("1 year"), DAYS_A_YEAR),
    Range("all", N_("All"), None),
)


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """One measure over the days in view; every array has one entry a calendar day."""

    measure: Measure
    axis: ValueAxis
    values: NDArray[np.float64]
    """The answers; NaN where there is none."""
    hollow: NDArray[np.bool_]
    copied: NDArray[np.bool_]
    mean: NDArray[np.float64]
    """The centred 7-day average; NaN where fewer than 4 of the 7 days are noted."""
    shifts: tuple[LevelShift, ...] = ()
    """The level shifts in view, by days since 1970-01-01."""


@dataclass(frozen=True, slots=True, eq=False)
class TrendView(View):
    """All that a trend shows, says and lists."""

    start: date
    end: date
    panels: tuple[Panel, ...]
    flares: tuple[Flare, ...]
    """Those of pain that touch the days in view, whole."""
    events: tuple[Event, ...]
    too_ill: frozenset[date]
    """Days that were too hard to note: known to be bad ones, and without a number."""
    sentence: str
    detail: str
    description: str
    """For screen readers: the span, the sentences, and what the bands and dashed lines are."""
    weeks: str = ""
    """The last week beside one of four weeks before, of pain alone; nothing without the days."""

    @property
    def days(self) -> int:
        """How many calendar days are in view."""
        return (self.end - self.start).days + 1

    @property
    def spans_years(self) -> bool:
        """Tell whether a day without its year could be one of two."""
        return self.days > DAYS_A_YEAR

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        first, *others = (panel.measure for panel in self.panels)
        if not others:
            return _("{measure} over time").format(measure=first.short_label)
        return _("{measure} and {other} over time").format(
            measure=first.short_label, other=others[0].inner_label
        )

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to draw."""
        return not any(np.isfinite(panel.values).any() for panel in self.panels)

    @property
    def flares_need_a_name(self) -> bool:
        """Tell whether the bands must say that they are pain's, since pain is not shown."""
        return all(panel.measure.id != PAIN for panel in self.panels)

    def table(self) -> Table:
        """List every day in view with its answers, averages and marks."""
        headers = [_("Day")]
        for panel in self.panels:
            headers += [panel.measure.short_label, _("7-day average")]
        days = tuple(self.start + timedelta(days=at) for at in range(self.days))
        rows = ((_table_date(day), *self._cells(day), "; ".join(self._marks(day))) for day in days)
        return Table((*headers, _("Marks")), tuple(rows), days)

    def height(self, width: float, scale: float) -> int:
        """Return how high the trend should be, in px; the width does not matter."""
        return trend.wanted_height(len(self.panels), scale)

    def draw(self, figure: Figure, look: Look, below: float = 0.0) -> Drawn:
        """Draw over a figure but `below` px at its foot: a mark is a day, through all panels."""
        frames = trend.draw(figure, self, look, below)
        days = np.arange(self.days) + day_number(self.start)
        bottom, top = frames[-1].box.bottom, frames[0].box.top
        marks = Boxes(frames[0].xs(days), np.full(self.days, bottom), 0.0, top - bottom)
        return Drawn(marks, frames)

    @property
    def opens_days(self) -> bool:
        """Every mark is a day."""
        return True

    def day_at(self, at: int) -> date:
        """Return the day of a mark."""
        return self.start + timedelta(days=at)

    def read_out(self, at: int) -> str:
        """Read out the day of a mark."""
        return self.day_text(self.day_at(at))

    def day_text(self, day: date) -> str:
        """Read out one day in view: its answers in words, its averages and its marks."""
        at = self._place(day)
        sentences = [_("{part}.").format(part=long_date(day))]
        for panel in self.panels:
            sentences += words.read_out(
                panel.measure, float(panel.values[at]), float(panel.mean[at])
            )
        sentences += [_("{part}.").format(part=mark) for mark in self._marks(day)]
        return words.joined(sentences)

    def _place(self, day: date) -> int:
        if not self.start <= day <= self.end:
            raise ValueError("the day is not in view")
        return (day - self.start).days

    def _cells(self, day: date) -> list[str]:
        cells = []
        for panel in self.panels:
            value, mean = panel.values[self._place(day)], panel.mean[self._place(day)]
            cells.append(panel.measure.value_text(float(value)) if np.isfinite(value) else "")
            cells.append(words.mean_text(panel.measure, float(mean)) if np.isfinite(mean) else "")
        return cells

    def _marks(self, day: date) -> list[str]:
        """Say what a day is marked with: a flare, an answer that is not of that day, events."""
        number, at = day_number(day), self._place(day)
        marks = [
            words.flare_day(number - flare.start + 1, of_pain=self.flares_need_a_name)
            for flare in self.flares
            if flare.start <= number <= flare.last_noted
        ]
        marks += [
            words.shift_mark(panel.measure, shift)
            for panel in self.panels
            for shift in panel.shifts
            if shift.day == number
        ]
        marks += [
            words.hollow_mark(
                panel.measure, copied=bool(panel.copied[at]), alone=len(self.panels) == 1
            )
            for panel in self.panels
            if panel.hollow[at]
        ]
        if day in self.too_ill:
            marks.append(words.too_ill())
        return marks + [event.label for event in self.events if event.covers(day)]


def trend_view(
    shown: Sequence[tuple[Measure, Recorded]],
    start: date,
    end: date,
    *,
    today: date,
    flares: Sequence[Flare] = (),
    events: Sequence[Event] = (),
    too_ill: Collection[date] = (),
    shifts: Mapping[str, Sequence[LevelShift]] = MappingProxyType({}),
) -> TrendView:
    """Gather a trend of one measure, or of two, from `start` to `end`, both included.

    `shown` holds every answer of each measure, not only those in view: the average looks three
    days past both ends, and the sentences compare with the 30 days before. `flares` are all those
    of pain (`fibrojournal.analysis.flares`), `too_ill` the days that were marked as too hard to
    note, `shifts` the level shifts of each measure (`level_shifts`). Raises ValueError for no or
    too many measures, and for a span that ends before it starts.
    """
    if not 1 <= len(shown) <= MOST_MEASURES or end < start:
        raise ValueError("a trend shows one or two measures from a day to the same or a later one")
    alone, years = len(shown) == 1, (end - start).days + 1 > DAYS_A_YEAR
    panels, findings, details, usual = [], [], [], []
    for measure, recorded in shown:
        panel = _panel(measure, recorded, start, end, shifts.get(measure.id, ()))
        panels.append(panel)
        finding, more = _words(panel, recorded, start, end, today=today, alone=alone)
        findings.append(finding)
        details += more
        if panel.shifts:
            details.append(words.shift_read_out(measure, panel.shifts[-1], years=years))
        middle = usual_range(panel.values[~panel.copied])
        usual += [words.usual_text(measure, middle)] if middle else []
    first, last = day_number(start), day_number(end)
    in_view = tuple(flare for flare in flares if flare.start <= last and flare.last_noted >= first)
    touching = tuple(event for event in events if event.start <= end and event.last >= start)
    of_pain = all(measure.id != PAIN for measure, _recorded in shown)
    sentence, detail = words.joined(findings), words.joined(details)
    weeks = week_change(*shown[0], end) if alone else ""
    description = [
        words.span_text(start, end),
        sentence,
        detail,
        *usual,
        *words.flares_read_out(in_view, of_pain=of_pain, years=years),
        *(
            words.shift_read_out(panel.measure, one, years=years)
            for panel in panels
            for one in panel.shifts[:-1]
        ),
        *words.events_read_out(touching, years=years),
    ]
    return TrendView(
        start,
        end,
        tuple(panels),
        in_view,
        touching,
        frozenset(too_ill),
        sentence,
        detail,
        words.joined([part for part in description if part]),
        weeks,
    )


@dataclass(frozen=True, slots=True)
class Whole:
    """What trends show of a whole journal: worked out once, whichever days are looked at."""

    series: Mapping[str, Recorded]
    flares: tuple[Flare, ...]
    too_ill: frozenset[date]
    shifts: Mapping[str, Sequence[LevelShift]]

    @classmethod
    def of(cls, series: Mapping[str, Recorded], measures: Sequence[str]) -> Whole:
        """Work it out for some measures; `series` holds them, pain, and the mark of too ill."""
        pain, marked = series[PAIN], series[TOO_ILL]
        kept = ~pain.copied
        return cls(
            series,
            flare_days(pain.days[kept], pain.values[kept]),
            frozenset(day_of(int(day)) for day in marked.days[marked.values > 0]),
            {id: level_shifts(series[id]) for id in measures},
        )

    def view(
        self, measures: Sequence[Measure], start: date, end: date, today: date, common: Common
    ) -> TrendView:
        """Make the trend of some of the measures over a span of days."""
        return trend_view(
            [(measure, self.series[measure.id]) for measure in measures],
            start,
            end,
            today=today,
            flares=self.flares,
            events=marked_between(common, start, end),
            too_ill=self.too_ill,
            shifts=self.shifts,
        )


def of_material(material: Material, scope: Scope) -> TrendView:
    """Make the trend of the chosen measure, with pain's flares and what else is marked."""
    whole, measure = Whole.of(material.series, (scope.measure,)), material.measure(scope.measure)
    return whole.view((measure,), scope.start, scope.end, scope.today, material.common)


def level_shifts(recorded: Recorded) -> tuple[LevelShift, ...]:
    """Find the level shifts of a measure over the whole journal, by days since 1970-01-01."""
    if not recorded.days.size:
        return ()
    first = int(recorded.days[0])
    counted = on_calendar(recorded, first, int(recorded.days[-1])).counted
    return tuple(replace(shift, day=shift.day + first) for shift in change_points(counted))


def _panel(
    measure: Measure, recorded: Recorded, start: date, end: date, shifts: Sequence[LevelShift]
) -> Panel:
    first, last = day_number(start), day_number(end)
    reach = WEEK // 2
    grid = on_calendar(recorded, first - reach, last + reach)
    if recorded.days.size < words.DAYS_FOR_A_LINE:
        mean = np.full(grid.values.size, np.nan)
    else:
        mean = seven_day_mean(grid.counted)
    shown = grid.between(first, last)
    return Panel(
        measure,
        value_axis(measure, recorded.values),
        shown.values,
        shown.hollow,
        np.isfinite(shown.values) & ~np.isfinite(shown.counted),
        mean[reach : mean.size - reach],
        tuple(shift for shift in shifts if first < shift.day <= last),
    )


def _words(
    panel: Panel, recorded: Recorded, start: date, end: date, *, today: date, alone: bool
) -> tuple[str, list[str]]:
    first, last = day_number(start), day_number(end)
    since = max(first, int(recorded.days[0])) if recorded.days.size else first
    noted = words.Noted(
        ever=int(recorded.days.size),
        shown=int(np.isfinite(panel.values).sum()),
        span=max(min(last, day_number(today)) - since + 1, 0),
        hollow_share=hollow_share(panel.values, panel.hollow),
    )
    months = on_calendar(recorded, last - 2 * MONTH + 1, last).counted
    latest, before = last_months(months)
    until = "" if end == today else words.date_text(end, years=end.year != today.year)
    return (
        words.finding(panel.measure, noted, latest, before, end=until, alone=alone),
        words.details(panel.measure, noted, latest, before, alone=alone),
    )


def _table_date(day: date) -> str:
    return _("{weekday} {date}").format(
        weekday=weekday_name(day.weekday(), short=True), date=with_year(short_date(day), day)
    )
