"""Through the day: pain and energy on waking, around noon, in the afternoon and before bed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from fibrojournal.analysis.grid import Grid, on_calendar
from fibrojournal.analysis.through_day import Part, ThroughDay, part_at, through_day
from fibrojournal.charts import trend_words as words
from fibrojournal.charts.axis import day_number, value_axis
from fibrojournal.charts.columns import Columns, ColumnsView, Point, Row
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.view import Table
from fibrojournal.journal.clock import DAY_ENDS_AT
from fibrojournal.journal.day import Day
from fibrojournal.journal.measures import MEASURE_BY_ID, Measure
from fibrojournal.text import N_, _, number, plural

ASKED = ("pain", "energy")
"""What is asked of a moment."""
_ALSO = {"energy_morning": ("energy", Part.WAKING), "energy_evening": ("energy", Part.BED)}
"""Answers of a whole day that speak of one part of it."""
_NAMES = {
    Part.WAKING: N_("waking"),
    Part.NOON: N_("noon"),
    Part.AFTERNOON: N_("5 pm"),
    Part.BED: N_("bed"),
}
_WHEN = {
    Part.WAKING: N_("on waking"),
    Part.NOON: N_("around noon"),
    Part.AFTERNOON: N_("in the late afternoon"),
    Part.BED: N_("before bed"),
}
NEEDS = Needs(tuple(_ALSO), days=True)
FEWEST = 5
"""A part of the day with fewer days behind it is not drawn."""
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Course:
    """One measure through the day."""

    measure: Measure
    found: ThroughDay

    @property
    def points(self) -> tuple[Point | None, ...]:
        """The parts of the day that enough days stand behind."""
        return tuple(Point.of(one.n, one.mean, one.usual, FEWEST) for one in self.found.parts)

    def sentence(self) -> str:
        """Say when it is highest and lowest."""
        parts = zip(Part, self.points, strict=True)
        means = {part: point.middle for part, point in parts if point is not None}
        name = self.measure.short_label
        high, low = max(means, key=means.__getitem__), min(means, key=means.__getitem__)
        if means[high] - means[low] < SAME:
            return _("{measure} stays within half a point through the day.").format(measure=name)
        return _("{measure} is highest {when} ({high}) and lowest {then} ({low}).").format(
            measure=name,
            when=_(_WHEN[high]),
            high=number(means[high], 1),
            then=_(_WHEN[low]),
            low=number(means[low], 1),
        )


@dataclass(frozen=True, slots=True, eq=False)
class DayCourseView(ColumnsView):
    """All that stands in the picture of a usual day."""

    courses: tuple[Course, ...]
    """Those that are drawn."""
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What it is."""
        return _("Through the day")

    @property
    def is_empty(self) -> bool:
        """Tell whether too few days have two moments."""
        return not self.courses

    def read_out(self, at: int) -> str:
        """Say a point: which part of the day, how high, of how many days."""
        column, row, point = self.columns.point_at(at)
        name = _("{measure} {when}").format(
            measure=self.courses[row].measure.short_label, when=_(list(_WHEN.values())[column])
        )
        return point.read_out(name)

    def table(self) -> Table:
        """List each part of the day of each measure."""
        headers = (_("Part of the day"), _("Measure"), _("Average"), _("Middle half"), _("Days"))
        names = [_(name) for name in _NAMES.values()]
        rows = (
            (names[column], self.courses[row].measure.short_label, *point.cells())
            for column, row, point in self.columns.order()
        )
        return Table(headers, tuple(rows))

    @property
    def columns(self) -> Columns:
        """What is drawn."""
        return Columns(
            tuple(_(name) for name in _NAMES.values()),
            tuple(
                Row(one.measure.id, one.points, one.measure.short_label, is_joined=True)
                for one in self.courses
            ),
            value_axis(MEASURE_BY_ID["pain"], np.array([])),
        )


def day_course_view(
    days: Sequence[Day], daily: Mapping[str, Grid] | None = None, day_starts: int = DAY_ENDS_AT
) -> DayCourseView:
    """Describe some days' moments, with the answers of whole days that speak of a part of it.

    `daily` holds such answers by measure; `day_starts` is the hour at which the person's days
    start.
    """
    found = [
        Course(MEASURE_BY_ID[id], through_day(_readings(days, daily or {}, id, day_starts)))
        for id in ASKED
    ]
    fair = tuple(course for course in found if course.found.is_fair)
    missing = [
        _("{measure}: {n}.").format(measure=one.measure.short_label, n=one.found.days)
        for one in found
        if one not in fair
    ]
    if not fair:
        most = max(course.found.days for course in found)
        sentence = _("10 days with 2 or more moments are needed here; you have {n}.").format(n=most)
        detail = _("“How is it now?” notes a moment.")
        return DayCourseView((), sentence, detail, words.joined([sentence, detail]))
    sentence = words.joined([course.sentence() for course in fair])
    parts = [
        plural(
            "{n} day with 2 or more moments.",
            "{n} days with 2 or more moments.",
            max(course.found.days for course in fair),
        ),
        _("The bands hold the middle half of them."),
    ]
    if missing:
        parts.append(
            _("10 such days draw what is missing. {has}").format(has=words.joined(missing))
        )
    detail = words.joined(parts)
    return DayCourseView(fair, sentence, detail, words.joined([sentence, detail]))


def _readings(
    days: Sequence[Day], daily: Mapping[str, Grid], id: str, day_starts: int
) -> Iterator[tuple[int, Part, float]]:
    for day in days:
        at = day_number(day.date)
        for moment in day.moments:
            if moment.measure == id:
                local = moment.entered.local
                yield at, part_at(local.hour + local.minute / 60, day_starts), moment.value
    for asked, grid in daily.items():
        measure, part = _ALSO[asked]
        if measure == id:
            for at in np.flatnonzero(np.isfinite(grid.counted)).tolist():
                yield grid.first + at, part, float(grid.counted[at])


def of_material(material: Material, scope: Scope) -> DayCourseView:
    """Describe the moments of the days in view, and what was said of waking and evening."""
    span = (day_number(scope.start), day_number(scope.end))
    daily = {id: on_calendar(material.series[id], *span) for id in _ALSO}
    return day_course_view(material.days, daily, material.questions.chosen.day_starts)
