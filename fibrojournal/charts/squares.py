"""Days as squares in stronger and weaker colours: months as on a calendar, or years in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.grid import Recorded, on_calendar
from fibrojournal.analysis.summary import usual_range
from fibrojournal.charts import trend_words as words
from fibrojournal.charts.axis import ValueAxis, day_number, value_axis
from fibrojournal.charts.layout import Box, Boxes, Frame
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, as_rgba, clean_axes
from fibrojournal.charts.squares_layout import Label, Places, as_months, as_rows
from fibrojournal.charts.style import REGULAR, STRONG, Look, text_width
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.heat import heat_ramp, heat_step
from fibrojournal.journal.measures import Direction, Measure
from fibrojournal.text import _, long_date, plain_number, plural, with_year

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_MONTHS = 12
"""Of more months than these, a calendar shows the newest; years have rows."""
DAYS_FOR_A_MIDDLE = 7


@dataclass(frozen=True, slots=True, eq=False)
class SquaresView(View):
    """The days of some months; every array has one entry a calendar day."""

    measure: Measure
    start: date
    end: date
    in_rows: bool
    """Whether each month is a row."""
    axis: ValueAxis
    values: NDArray[np.float64]
    """The answers; NaN where there is none."""
    hollow: NDArray[np.bool_]
    copied: NDArray[np.bool_]
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What it is, with the measure."""
        form = _("{measure}, a row for each month") if self.in_rows else _("{measure} by months")
        return form.format(measure=self.measure.short_label)

    @property
    def is_empty(self) -> bool:
        """Tell whether no day is noted."""
        return not np.isfinite(self.values).any()

    @property
    def opens_days(self) -> bool:
        """Every square is a day."""
        return True

    def day_at(self, at: int) -> date:
        """Return the day of a square."""
        return self.start + timedelta(days=at)

    def height(self, width: float, scale: float) -> int:
        """Return the height of all rows."""
        from fibrojournal.tokens import tokens

        return round(self._places(width, Look(tokens("light"), scale)).height)

    def read_out(self, at: int) -> str:
        """Say what was noted on the day of a square."""
        day, value = self.day_at(at), float(self.values[at])
        told = [_("{part}.").format(part=with_year(long_date(day), day))]
        told += words.read_out(self.measure, value, float("nan"))
        if self.hollow[at]:
            told.append(_("{part}.").format(part=self._mark(at).capitalize()))
        return words.joined(told)

    def table(self) -> Table:
        """List the noted days."""
        noted = np.flatnonzero(np.isfinite(self.values)).tolist()
        days = tuple(self.day_at(at) for at in noted)
        rows = tuple(
            (
                with_year(long_date(day), day),
                self.measure.spoken(float(self.values[at])),
                self._mark(at) if self.hollow[at] else "",
            )
            for day, at in zip(days, noted, strict=True)
        )
        return Table((_("Day"), self.measure.short_label, _("Marks")), rows, days)

    def _mark(self, at: int) -> str:
        return words.hollow_mark(self.measure, copied=bool(self.copied[at]), alone=True)

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure."""
        width, height = size_of(figure)
        frame = Frame(Box(0, 0, width, height), 0, width, 0, height)
        pen = Pen(clean_axes(figure, [frame.box])[0], frame, look)
        places = self._places(width, look)
        ys = height - places.ys
        _write(pen, places.labels, height)
        self._draw_days(pen, places, ys)
        across, up = places.size
        return Drawn(Boxes(places.xs - across / 2, ys - up / 2, across, up), row=7)

    def _draw_days(self, pen: Pen, places: Places, ys: NDArray[np.float64]) -> None:
        look, ramp = pen.look, heat_ramp(pen.look.tokens, self.measure.id)
        noted = np.isfinite(self.values)
        nothing = np.flatnonzero(~noted)
        pen.cells(
            places.xs[nothing], ys[nothing], (3.0, 3.0), [look.color("border_strong")], "nothing"
        )
        kinds, of_kind = np.unique(self.values, return_inverse=True)  # few, on years of days
        steps = np.array([self._step(float(value)) for value in kinds])[of_kind]
        for gid, which in (("day", noted & ~self.hollow), ("hollow day", noted & self.hollow)):
            days = np.flatnonzero(which)
            draw = pen.frames if gid == "hollow day" else pen.cells
            if days.size:
                draw(places.xs[days], ys[days], places.size, as_rgba(ramp)[steps[days]], gid)
        names = ["" if isnan(value) else plain_number(value) for value in kinds.tolist()]
        if not places.holds(names, look):
            return
        texts = [names[kind] for kind in of_kind.tolist()]
        inks = [look.tokens.heat_ink(color) for color in ramp]
        by_look: dict[tuple[str, str], list[int]] = {}
        for at in np.flatnonzero(noted).tolist():
            ink = look.color("ink") if self.hollow[at] else inks[steps[at]]
            by_look.setdefault((texts[at], ink), []).append(at)
        for (text, ink), alike in by_look.items():
            pen.stamps(text, places.xs[alike], ys[alike], ink, f"number {text}")

    def _step(self, value: float) -> int:
        if np.isnan(value):
            return 0
        return heat_step((value - self.axis.low) / (self.axis.high - self.axis.low))

    def _places(self, width: float, look: Look) -> Places:
        if self.in_rows:
            return as_rows(self.start, self.end, width, look)
        return as_months(self.start, self.end, width, look.scale)


def _write(pen: Pen, labels: Sequence[Label], height: float) -> None:
    """Write what stands around the squares; the names of columns come again with each month."""
    look = pen.look
    columns: dict[str, list[tuple[float, float]]] = {}
    for label in labels:
        middle = height - label.y
        if not label.strong and not label.ends:
            columns.setdefault(label.text, []).append((label.x, middle))
            continue
        weight = STRONG if label.strong else REGULAR
        wide = text_width(label.text, look.text_size, weight)
        box = pen.box_of(label.text, label.x - (wide if label.ends else 0), middle, weight)
        color = look.color("ink" if label.strong else "ink_2")
        pen.text(box, label.text, gid="label", color=color, weight=weight)
    for text, places in columns.items():
        xs, middles = np.array(places).T
        pen.stamps(text, xs, middles, look.color("ink_2"), "column")


def squares_view(
    measure: Measure,
    recorded: Recorded,
    start: date,
    end: date,
    *,
    in_rows: bool,
    looked_at: int | None = None,
) -> SquaresView:
    """Gather the days from `start` to `end`, both included.

    `looked_at` is how many of them could be noted, where it is not all.
    """
    grid = on_calendar(recorded, day_number(start), day_number(end))
    copied = np.isfinite(grid.values) & ~np.isfinite(grid.counted)
    noted = int(np.isfinite(grid.values).sum())
    name = measure.short_label
    if not noted:
        sentence = _("{measure}: nothing noted in this period.").format(measure=name)
        detail = ""
    else:
        middle = usual_range(grid.counted)
        enough = middle is not None and np.isfinite(grid.counted).sum() >= DAYS_FOR_A_MIDDLE
        sentence = (
            words.usual_text(measure, middle)
            if middle is not None and enough
            else plural("{n} day noted so far.", "{n} days noted so far.", noted)
        )
        detail = words.joined(
            [
                _("{n} of {span} days noted.").format(n=noted, span=looked_at or grid.values.size),
                _which_way(measure),
            ]
        )
    told = [words.span_text(start, end), sentence, detail]
    return SquaresView(
        measure,
        start,
        end,
        in_rows,
        value_axis(measure, recorded.values),
        grid.values,
        grid.hollow,
        copied,
        sentence,
        detail,
        words.joined([part for part in told if part]),
    )


def _which_way(measure: Measure) -> str:
    """Say what a stronger colour means, and an empty frame."""
    if measure.direction is Direction.HIGH_IS_GOOD:
        way = _("A stronger colour is a higher number, and higher is better.")
    else:
        way = _("A stronger colour is a higher number.")
    return words.joined([way, _("A framed day was copied or filled in later.")])


def months_of_material(material: Material, scope: Scope) -> SquaresView:
    """Show the months that the days in view touch, the newest twelve at most."""
    end = _last_of(scope)
    first = date(end.year - (end.month < MOST_MONTHS), end.month % MOST_MONTHS + 1, 1)
    start = max(scope.start.replace(day=1), first)
    return _of(material, scope, start, end, in_rows=False)


def years_of_material(material: Material, scope: Scope) -> SquaresView:
    """Show the days in view and the months before them, a year at least."""
    end = _last_of(scope)
    start = min(scope.start, end - timedelta(days=364)).replace(day=1)
    return _of(material, scope, start, end, in_rows=True)


def _of(material: Material, scope: Scope, start: date, end: date, *, in_rows: bool) -> SquaresView:
    measure = material.measure(scope.measure)
    return squares_view(
        measure,
        material.series[scope.measure],
        start,
        end,
        in_rows=in_rows,
        looked_at=material.days_looked_at(start, end),
    )


def _last_of(scope: Scope) -> date:
    """Return the last day of the month in which the view ends, or today."""
    month = (scope.end.replace(day=28) + timedelta(days=4)).replace(day=1)
    return max(min(month - timedelta(days=1), scope.today), scope.end)
