"""Days of illness: pain and fatigue laid over the days before and after an illness began."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.aligned import EVENTS_NEEDED, Aligned, Offset, aligned, first_days
from fibrojournal.analysis.grid import on_calendar
from fibrojournal.charts.axis import ValueAxis, day_number
from fibrojournal.charts.columns import Columns, ColumnsView, Point, Row
from fibrojournal.charts.difference_words import EARLY, FEW, change_text
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.trend_words import joined
from fibrojournal.charts.view import Table
from fibrojournal.journal.measures import Measure
from fibrojournal.text import N_, _, number, plural

UNWELL, INFECTION = "unwell", "infection"
SHOWN = ("pain", "fatigue")
NEEDS = Needs(SHOWN, (UNWELL,))
OFFSETS = (-3, 7)
WINDOW = 1095
"""Illness is rare, so three years are looked at, however few days are in view."""
_LEAST_REACH = 2.0

_HONEST = N_("A diary sees days of feeling ill, not the immune system.")
_HOW = N_(
    "Day 0 is the first day of illness, the level line your usual of that time;"
    " the band holds the middle half of the days."
)
_MARKS = N_("“Unwell” on a day, or an infection among the events, counts as one.")


@dataclass(frozen=True, slots=True, eq=False)
class IllnessView(ColumnsView):
    """All that the days around illness show, say and list."""

    found: tuple[tuple[Measure, Aligned], ...]
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What it is."""
        return _("Around days of illness")

    @property
    def is_empty(self) -> bool:
        """Tell whether too few days around illness are noted."""
        return not any(point for row in self._rows for point in row.points)

    def read_out(self, at: int) -> str:
        """Say how far such a day lay above or below the usual."""
        column, row, point = self.columns.point_at(at)
        measure, _found = self.found[row]
        return _(
            "{day}: {measure} {change}, half of the days between {low} and {high}. {days}"
        ).format(
            day=when(OFFSETS[0] + column),
            measure=measure.inner_label,
            change=change_text(measure, point.middle),
            low=change_text(measure, point.low),
            high=change_text(measure, point.high),
            days=plural("{n} day.", "{n} days.", point.n),
        )

    def table(self) -> Table:
        """List the days before and after, each measure by itself."""
        rows = tuple(
            (when(OFFSETS[0] + column), self.found[row][0].short_label, *point.cells())
            for column, row, point in self.columns.order()
        )
        headers = (_("Day"), _("Measure"), _("Against the usual"), _("Middle half"), _("Days"))
        return Table(headers, rows)

    @property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(
                measure.id,
                tuple(_point(one) if found.is_fair else None for one in found.offsets),
                measure.inner_label,
                is_joined=True,
            )
            for measure, found in self.found
        )

    @property
    def columns(self) -> Columns:
        """What is drawn."""
        rows = self._rows
        points = [point for row in rows for point in row.points if point is not None]
        names = tuple(_name(offset) for offset in range(OFFSETS[0], OFFSETS[1] + 1))
        return Columns(names, rows, _axis(points), marked=0.0)


def of_material(material: Material, scope: Scope) -> IllnessView:
    """Look at the days around illness in the three years up to the last day in view."""
    last = min(day_number(scope.end), day_number(scope.today))
    first = last - WINDOW + 1
    begun = first_days(_ill(material, first, last))
    found = tuple(
        (
            material.measure(id),
            aligned(on_calendar(material.series[id], first, last).counted, first, begun, OFFSETS),
        )
        for id in SHOWN
    )
    sentence, detail = _words(found, begun.size)
    return IllnessView(found, sentence, detail, joined([sentence, detail]))


def when(offset: int) -> str:
    """Name a day by how far it lies from the first day of illness."""
    if offset == 0:
        return _("The first day of illness")
    if offset > 0:
        return plural("{n} day after", "{n} days after", offset)
    return plural("{n} day before", "{n} days before", -offset)


def _ill(material: Material, first: int, last: int) -> NDArray[np.float64]:
    """Mark the days of illness in a span: 1, else 0 or NaN."""
    marks = on_calendar(material.triggers[UNWELL], first, last).counted
    for event in material.common.events.values():
        if event.kind == INFECTION:
            start = max(day_number(event.start), first)
            marks[start - first : max(day_number(event.last) - first + 1, 0)] = 1.0
    return marks


def _words(found: tuple[tuple[Measure, Aligned], ...], times: int) -> tuple[str, str]:
    if times < EVENTS_NEEDED:
        sentence = _("{n} times of illness are needed here; you have {times}.").format(
            n=EVENTS_NEEDED, times=times
        )
        return sentence, joined([_(_MARKS), _(_HONEST)])
    on_day = _changes(found, 0)
    if not on_day:
        sentence = _("Too few days around illness are noted to draw this.")
        return sentence, _(_HONEST)
    sentence = _("On the first day of illness, against your usual: {changes}.").format(
        changes=on_day
    )
    detail = [plural("{n} time.", "{n} times.", times)]
    if times < FEW:
        detail.append(_(EARLY))
    later = _changes(found, OFFSETS[1])
    if later:
        detail.append(_("A week later: {changes}.").format(changes=later))
    return sentence, joined([*detail, _(_HONEST), _(_HOW)])


def _changes(found: tuple[tuple[Measure, Aligned], ...], offset: int) -> str:
    """Say how far each measure lay from the usual on a day; nothing where too few are noted."""
    parts = []
    for measure, one in found:
        point = _point(one.offsets[offset - OFFSETS[0]]) if one.is_fair else None
        if point is not None:
            change = change_text(measure, point.middle)
            parts.append(f"{measure.inner_label} {change}")
    return ", ".join(parts)


def _point(one: Offset) -> Point | None:
    return Point.of(one.n, one.mean, one.usual, EVENTS_NEEDED)


def _axis(points: list[Point]) -> ValueAxis:
    """Reach as far up as down in whole points, so that the usual lies in the middle."""
    most = float(
        np.ceil(max((abs(end) for one in points for end in (one.low, one.high)), default=0))
    )
    most = max(most, _LEAST_REACH)
    step = max(float(np.ceil(most / 3)), 1.0)
    ticks = tuple(float(tick) for tick in np.arange(-step * (most // step), most + 1e-9, step))
    return ValueAxis(-most, most, ticks, ticks)


def _name(offset: int) -> str:
    return f"{'+' if offset > 0 else ''}{number(offset)}"
