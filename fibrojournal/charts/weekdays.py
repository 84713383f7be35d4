"""How a measure stands on each day of the week, and whether weekdays differ at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fibrojournal.analysis.grid import Recorded, on_calendar
from fibrojournal.analysis.weekdays import WEEKS_NEEDED, Weekdays, by_weekday
from fibrojournal.charts import trend_words as words
from fibrojournal.charts.axis import ValueAxis, day_number, value_axis
from fibrojournal.charts.columns import Columns, ColumnsView, Point, Row
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.view import Table
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _, plural, week, weekday_name

FEWEST = 4
"""Fewer noted days of any weekday draw nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class WeekdaysView(ColumnsView):
    """The seven days of the week."""

    measure: Measure
    axis: ValueAxis
    found: Weekdays
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What it is."""
        return _("{measure} by weekday").format(measure=self.measure.short_label)

    @property
    def is_empty(self) -> bool:
        """Tell whether some weekday is too rarely noted."""
        return min(day.n for day in self.found.days) < FEWEST

    def read_out(self, at: int) -> str:
        """Say how it stands on a weekday."""
        column, _row, point = self.columns.point_at(at)
        return point.read_out(weekday_name(week()[column]))

    def table(self) -> Table:
        """List the weekdays."""
        rows = (
            (weekday_name(week()[column]), *point.cells())
            for column, _row, point in self.columns.order()
        )
        headers = (_("Weekday"), _("Average"), _("Middle half"), _("Days"))
        return Table(headers, tuple(rows))

    @property
    def columns(self) -> Columns:
        """What is drawn."""
        days = [self.found.days[weekday] for weekday in week()]
        points = tuple(Point.of(day.n, day.mean, day.usual) for day in days)
        names = tuple(weekday_name(weekday, short=True) for weekday in week())
        return Columns(names, (Row(self.measure.id, points),), self.axis)


def weekdays_view(measure: Measure, recorded: Recorded, first: int, last: int) -> WeekdaysView:
    """Describe the days from one to another, counted from 1970-01-01, both included."""
    found = by_weekday(on_calendar(recorded, first, last).counted, first)
    sentence, detail = _words(measure, found)
    told = words.joined([part for part in (sentence, detail) if part])
    axis = value_axis(measure, recorded.values)
    return WeekdaysView(measure, axis, found, sentence, detail, told)


def _words(measure: Measure, found: Weekdays) -> tuple[str, str]:
    counts = [day.n for day in found.days]
    rarest = int(np.argmin(counts))
    few = {"weekday": weekday_name(rarest), "n": counts[rarest]}
    if counts[rarest] < FEWEST:
        sentence = _("4 of each weekday are needed here; of {weekday} you have {n}.").format(**few)
        return sentence, ""
    means = [day.mean or 0.0 for day in found.days]
    high, low = int(np.argmax(means)), int(np.argmin(means))
    said = {
        "measure": measure.worded_label,
        "highest": weekday_name(high),
        "high": words.mean_text(measure, means[high]),
        "lowest": weekday_name(low),
        "low": words.mean_text(measure, means[low]),
    }
    form = _("{measure} averaged between {low} ({lowest}) and {high} ({highest}) over the week.")
    if said["low"] == said["high"]:
        form = _("{measure} averaged {low} on every weekday.")
    sentence = form.format(**said)
    sure = {
        True: _("Weekdays differ more than chance alone would make them."),
        False: _("No clear difference between weekdays: chance alone makes as much."),
        None: _(
            "It takes {needed} of each weekday to tell whether they differ;"
            " of {weekday} you have {n}."
        ).format(needed=WEEKS_NEEDED, **few),
    }[found.differ]
    noted = plural("{n} day noted.", "{n} days noted.", sum(counts))
    return sentence, words.joined([sure, noted, _("The bars hold the middle half.")])


def of_material(material: Material, scope: Scope) -> WeekdaysView:
    """Describe the days in view of the chosen measure."""
    return weekdays_view(
        material.measure(scope.measure),
        material.series[scope.measure],
        day_number(scope.start),
        day_number(scope.end),
    )
