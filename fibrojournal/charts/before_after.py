"""Before and after an event that the person chose: two stacks of days, a triangle at each mean."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fibrojournal.charts import difference_words as differ
from fibrojournal.charts.across import FOOT, draw_name, draw_values, frame_across, names_room
from fibrojournal.charts.around import (
    Around,
    Side,
    around_words,
    chosen_around,
    events_of,
    options_of,
)
from fibrojournal.charts.axis import ValueAxis, value_axis
from fibrojournal.charts.layout import Box, Boxes
from fibrojournal.charts.material import Material, Option, Scope
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.trend_words import event_text, joined, mean_text
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.figure import Figure

_MOST_COLUMNS = 20
# Lengths in pixels at 100 % text.
_STACK = 76.0
_ROW = 104.0
"""A stack with its triangle and words below."""
_TRIANGLE = 11.0
_LARGEST_DOT = 6.5
_WIDEST_MARK = 28.0
"""At the first and the last value there is no more room than that."""
_SIDES = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """How the values of a measure fall into columns, from its lowest value up."""

    low: float
    width: float
    count: int
    is_exact: bool
    """Whether a column is one value; else it holds those from its left edge up to the next."""

    def of(self, values: NDArray[np.float64]) -> NDArray[np.intp]:
        """Return the column of each value."""
        shift = 0.5 if self.is_exact else 0.0
        at = np.floor((values - self.low) / self.width + shift + 1e-9).astype(np.intp)
        return at.clip(0, self.count - 1)

    def middle(self, column: int) -> float:
        """Return where a column stands."""
        return self.low + (column + (0.0 if self.is_exact else 0.5)) * self.width

    def text(self, column: int, measure: Measure) -> str:
        """Name a column by its value, or by those that it holds."""
        start = self.low + column * self.width
        if self.is_exact:
            return measure.spoken(start)
        return _("{low} to {high}").format(
            low=measure.value_text(start), high=measure.value_text(start + self.width)
        )


@dataclass(frozen=True, slots=True, eq=False)
class BeforeAfterView(View):
    """All that the two stacks show, say and list."""

    around: Around | None
    axis: ValueAxis | None
    today: date
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        if self.around is None:
            return _("Before and after")
        event = event_text(self.around.event, year=self.today.year)
        return _("Before and after: {event}").format(event=event)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no event, or there are too few days around it."""
        return self.axis is None

    @property
    def option(self) -> str:
        """The id of the event."""
        return self.around.event.id if self.around else ""

    @property
    def columns(self) -> Columns:
        """The columns into which the days of both sides fall."""
        measure, axis = self._shown.measure, self._axis
        steps = round((axis.high - axis.low) / measure.scale.step)
        each = math.ceil(steps / _MOST_COLUMNS)
        is_exact = each == 1
        width = measure.scale.step * each
        count = math.ceil((axis.high - axis.low) / width - 1e-9)
        return Columns(axis.low, width, count + is_exact, is_exact)

    def counts(self, side: Side) -> NDArray[np.int64]:
        """Count the noted days of a side by column."""
        columns = self.columns
        return np.bincount(columns.of(side.noted), minlength=columns.count)

    @property
    def _shown(self) -> Around:
        if self.around is None:
            raise ValueError("there is no event")
        return self.around

    @property
    def _axis(self) -> ValueAxis:
        if self.axis is None:
            raise ValueError("there are too few days")
        return self.axis

    def height(self, width: float, scale: float) -> int:
        """Return how high both stacks are; the width does not matter."""
        return round(_SIDES * (_STACK + (_ROW - _STACK) * scale) + FOOT * scale)

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a column, with both its stacks."""
        shown, columns = self._shown, self.columns
        names = [_("before"), _("after")]
        width, height = size_of(figure)
        box = Box(names_room(names, look), look.px(FOOT), width, height)
        frame = frame_across(look, self._axis.low, self._axis.high, box)
        a_pixel = (frame.last - frame.first) / frame.box.width
        pen = Pen(clean_axes(figure, [frame.box])[0], frame, look)
        draw_values(pen, self._axis, frame.high)
        under = (_ROW - _STACK) * look.scale
        row = frame.high / _SIDES
        sides = [self.counts(side) for side in (shown.before, shown.after)]
        color = look.tokens.measure(shown.measure.id)
        looks = [(look.color("ink_3"), look.color("ink_2")), (look.dot(shown.measure.id), color)]
        across_px = columns.width / a_pixel * 0.9
        size, beside = _dots(int(max(side.max() for side in sides)), across_px, row - under - 4)
        middles = np.array([columns.middle(column) for column in range(columns.count)])
        for at, (name, counts, colors) in enumerate(zip(names, sides, looks, strict=True)):
            foot = row * (_SIDES - 1 - at) + under
            x, y = _stacked(counts, beside)
            pen.markers(
                middles[x[0]] + x[1] * size * a_pixel,
                foot + (y + 0.5) * size,
                marker=look.marker(shown.measure.id),
                markersize=(size - 0.8) * look.marker_size(shown.measure.id),
                color=colors[0],
                markeredgewidth=0,
                clip_on=False,
                gid=name,
            )
            draw_name(pen, name, foot + (row - under) / 2)
            side = (shown.before, shown.after)[at]
            _draw_mean(pen, shown.measure, float(side.noted.mean()), foot, colors[1])
        wide = min(columns.width / a_pixel, _WIDEST_MARK)
        feet = np.full(columns.count, frame.box.bottom)
        boxes = Boxes(frame.xs(middles) - wide / 2, feet, wide, frame.box.height)
        return Drawn(boxes, leap=5)

    def read_out(self, at: int) -> str:
        """Say on how many days of each side the measure had the value of a column."""
        shown = self._shown
        before, after = (self.counts(side)[at] for side in (shown.before, shown.after))
        return _("{measure} {value}: {n} of {before} days before, {m} of {after} after.").format(
            measure=shown.measure.short_label,
            value=self.columns.text(at, shown.measure),
            n=before,
            before=shown.before.noted.size,
            m=after,
            after=shown.after.noted.size,
        )

    def table(self) -> Table:
        """List the days of each column, both averages and all days; nothing where they are few."""
        if self.is_empty:
            return Table((_("Value"), _("Days before"), _("Days after")), ())
        shown = self._shown
        sides = (shown.before, shown.after)
        counts = [self.counts(side) for side in sides]
        rows = [
            (self.columns.text(at, shown.measure), *(str(side[at]) for side in counts))
            for at in range(self.columns.count)
        ]
        means = (mean_text(shown.measure, float(side.noted.mean())) for side in sides)
        rows.append((_("Average"), *means))
        rows.append((_("Noted days"), *(str(side.noted.size) for side in sides)))
        return Table((shown.measure.short_label, _("Days before"), _("Days after")), tuple(rows))


def of_material(material: Material, scope: Scope) -> BeforeAfterView:
    """Look around the event that was chosen, else the newest with days enough around it."""
    found = chosen_around(material, scope, events_of(material, scope))
    if found is None:
        sentence = _("Once an event is noted, the days before and after it can stand here.")
        return BeforeAfterView(None, None, scope.today, sentence, "", sentence)
    sentence, detail = around_words(found, scope.today)
    if found.difference is None:
        description = joined([sentence, detail])
        return BeforeAfterView(found, None, scope.today, sentence, detail, description)
    both = np.concatenate((found.before.noted, found.after.noted))
    spans = differ.averages_text(found.measure, found.difference)
    return BeforeAfterView(
        found,
        value_axis(found.measure, both),
        scope.today,
        sentence,
        detail,
        joined([sentence, spans, detail]),
    )


def options(material: Material, scope: Scope) -> tuple[Option, ...]:
    """Offer every event that has begun, the newest first."""
    return options_of(events_of(material, scope), scope.today)


def _dots(most: int, across_px: float, high: float) -> tuple[float, int]:
    """Return how large dots can be so that all find room, and how many lie side by side."""
    sizes = [
        min(_LARGEST_DOT, across_px / beside, high / math.ceil(most / beside))
        for beside in range(1, most + 1)
    ]
    best = max(sizes)
    return best, sizes.index(best) + 1


def _stacked(
    counts: NDArray[np.int64], beside: int
) -> tuple[tuple[NDArray[np.intp], NDArray[np.float64]], NDArray[np.float64]]:
    """Return of each dot its column, how many dots it lies off the middle, and its row."""
    column = np.repeat(np.arange(counts.size), counts)
    number = np.arange(column.size) - np.repeat(counts.cumsum() - counts, counts)
    row = number // beside
    in_row = np.minimum(counts[column] - row * beside, beside)
    off = number % beside - (in_row - 1) / 2
    return (column, off), row.astype(np.float64)


def _draw_mean(pen: Pen, measure: Measure, mean: float, foot: float, color: str) -> None:
    """Draw a triangle that points at the mean, with its number beside it where there is room."""
    frame, look = pen.frame, pen.look
    size = look.px(_TRIANGLE)
    height = foot - look.px(4) - size / 2
    pen.markers(
        [mean], [height], marker="^", markersize=size, color=color, markeredgewidth=0, gid="mean"
    )
    label = _("average {mean}").format(mean=mean_text(measure, mean))
    wide = text_width(label, look.text_size, STRONG)
    x = frame.x(mean)
    left = x + size
    if left + wide > frame.box.right + look.px(8):
        left = x - size - wide
    middle = frame.box.bottom + height
    pen.text(pen.box_of(label, left, middle, STRONG), label, gid="mean", color=color, weight=STRONG)
