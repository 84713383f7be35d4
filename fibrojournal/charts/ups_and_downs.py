"""Ups and downs: how much days differ, not only how high they are, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from fibrojournal.analysis.grid import Recorded, on_calendar
from fibrojournal.analysis.variability import Variability, in_blocks, variability
from fibrojournal.charts import trend_words as words
from fibrojournal.charts.axis import ValueAxis, day_number, value_axis
from fibrojournal.charts.columns import Columns, ColumnsView, Point, Row
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.view import Table
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _, month_and_year, month_name, number, plural

MOST_MONTHS = 18
"""Of more months than that, years are shown."""


@dataclass(frozen=True, slots=True, eq=False)
class UpsAndDownsView(ColumnsView):
    """The whole span, and each month or year of it."""

    measure: Measure
    axis: ValueAxis
    whole: Variability
    starts: tuple[date, ...]
    """The first days of the months or years."""
    blocks: tuple[Variability, ...]
    sentence: str
    detail: str
    description: str

    @property
    def by_year(self) -> bool:
        """Tell whether each block is a year."""
        return len(self.starts) > 1 and (self.starts[-1] - self.starts[-2]).days > 31

    @property
    def title(self) -> str:
        """What it is."""
        return _("Ups and downs of {measure}").format(measure=self.measure.inner_label)

    @property
    def is_empty(self) -> bool:
        """Tell whether too few days follow one another."""
        return self.whole.typical_step is None

    def read_out(self, at: int) -> str:
        """Say how much the days of a month or a year differ."""
        column, _row, point = self.columns.point_at(at)
        step = self.blocks[column].rms_step
        said = _(
            "{name}: half of the days between {low} and {high}, the middle one {middle}."
        ).format(
            name=self._name(column),
            low=number(point.low, 1),
            high=number(point.high, 1),
            middle=number(point.middle, 1),
        )
        steps = [] if step is None else [_("Step {step}.").format(step=number(step, 1))]
        days = plural("{n} day noted.", "{n} days noted.", point.n)
        return words.joined([said, *steps, days])

    def table(self) -> Table:
        """List the months or years."""
        headers = (
            _("Year") if self.by_year else _("Month"),
            _("Middle"),
            _("Middle half"),
            _("Days"),
            _("Step from day to day"),
        )
        rows = []
        for column, _row, point in self.columns.order():
            step = self.blocks[column].rms_step
            rows.append(
                (
                    self._name(column),
                    *point.cells(),
                    "" if step is None else number(step, 1),
                )
            )
        return Table(headers, tuple(rows))

    def _name(self, column: int) -> str:
        day = self.starts[column]
        return str(day.year) if self.by_year else month_and_year(day)

    @property
    def columns(self) -> Columns:
        """What is drawn."""
        if self.by_year:
            names = tuple(str(day.year) for day in self.starts)
        else:
            names = tuple(
                f"{month_name(day.month, short=True)} {day.year}"
                if day.month == 1 and len(self.starts) > 1
                else month_name(day.month, short=True)
                for day in self.starts
            )
        steps = (block.rms_step for block in self.blocks)
        points = tuple(
            Point.of(block.n, block.usual.middle if block.usual else None, block.usual)
            if block.n >= words.DAYS_FOR_A_LINE
            else None
            for block in self.blocks
        )
        above = tuple(
            "" if step is None else _("step {step}").format(step=number(step, 1)) for step in steps
        )
        return Columns(names, (Row(self.measure.id, points),), self.axis, above)


def ups_and_downs_view(
    measure: Measure, recorded: Recorded, start: date, end: date
) -> UpsAndDownsView:
    """Describe the days from `start` to `end`, both included."""
    first, last = day_number(start), day_number(end)
    values = on_calendar(recorded, first, last).counted
    starts = _blocks(start, end)
    whole = variability(values)
    blocks = in_blocks(values, np.array([day_number(day) - first for day in starts]))
    sentence, detail = _words(measure, whole)
    told = [words.span_text(start, end), sentence, detail]
    return UpsAndDownsView(
        measure,
        value_axis(measure, recorded.values),
        whole,
        starts,
        blocks,
        sentence,
        detail,
        words.joined([part for part in told if part]),
    )


def _blocks(start: date, end: date) -> tuple[date, ...]:
    """Return the first day of each month, or of each year of a long span; `start` comes first."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    step = 1 if months <= MOST_MONTHS else 12
    firsts = [date(year, month, 1) for year in range(start.year, end.year + 1)
              for month in range(1, 13, step)]  # fmt: skip
    return (start, *(day for day in firsts if start < day <= end))


def _words(measure: Measure, whole: Variability) -> tuple[str, str]:
    if whole.rms_step is None or whole.usual is None:
        sentence = _("10 pairs of days in a row are needed here; you have {n}.").format(
            n=whole.steps
        )
        return sentence, ""
    sentence = _(
        "From one day to the next {measure} moves by about {step}; half of the days lie between"
        " {low} and {high}."
    ).format(
        measure=measure.inner_label,
        step=words.mean_text(measure, whole.rms_step),
        low=measure.value_text(whole.usual.low),
        high=measure.value_text(whole.usual.high),
    )
    detail = [
        _("Bars hold the middle half of the days; a step is from one day to the next."),
        plural("{n} day noted.", "{n} days noted.", whole.n),
    ]
    return sentence, words.joined(detail)


def of_material(material: Material, scope: Scope) -> UpsAndDownsView:
    """Describe the days in view of the chosen measure."""
    measure, series = material.measure(scope.measure), material.series[scope.measure]
    return ups_and_downs_view(measure, series, scope.start, scope.end)
