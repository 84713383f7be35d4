"""Energy on waking and in the evening: each day as two marks and a line between them.

Both stand on one scale. The picture describes a person's own rhythm and measures no hormone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.gap import DAYS_NEEDED, Gap, gap
from fibrojournal.analysis.grid import on_calendar
from fibrojournal.analysis.summary import seven_day_mean
from fibrojournal.charts.axis import day_number, day_of, value_axis
from fibrojournal.charts.layout import Box, Boxes, Frame, plot_height, thinned
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.over_days import (
    FOOT,
    SIDE,
    UNDER,
    days_frame,
    draw_dates,
    draw_ticks,
    gutter,
    size_of,
)
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.trend_words import joined, mean_text
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _, long_date, number, plural, short_date, with_year

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WAKING, EVENING = "energy_morning", "energy_evening"
NEEDS = Needs((WAKING, EVENING))

# Lengths in pixels at 100 % text.
_PLOT, _HEAD, _BESIDE = 230.0, 8.0, 14.0
_SMALL, _LARGE = 4.5, 8.0
_AVERAGE_LINES = 1.0, 2.0
"""How thick the lines of both are, so that they can be told apart in grey."""
_MOST_MARKED = 120
"""Over more days than this two marks a day hide each other: lines of averages stand for them."""


@dataclass(frozen=True, slots=True, eq=False)
class EnergyGap(View):
    """All that the chart shows, says and lists."""

    waking: Measure
    evening: Measure
    start: date
    end: date
    days: NDArray[np.int64]
    """Days since 1970-01-01 with both answers."""
    first: NDArray[np.float64]
    second: NDArray[np.float64]
    gap: Gap | None
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return _("Energy on waking and in the evening")

    @property
    def is_empty(self) -> bool:
        """Too few days are not drawn."""
        return self.gap is None

    @property
    def shows_averages(self) -> bool:
        """Tell whether lines of averages stand for the marks of days."""
        return _is_long(self.start, self.end)

    @property
    def opens_days(self) -> bool:
        """Every mark is a day."""
        return True

    def height(self, width: float, scale: float) -> int:
        """Return how high the chart should be, in px; the width does not matter."""
        return round(plot_height(_PLOT, scale) + UNDER + scale * (_HEAD + FOOT))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a day with both answers."""
        frame = _frame(figure, self, look)
        (axes,) = clean_axes(figure, [frame.box])
        pen = Pen(axes, frame, look)
        axis = value_axis(self.waking, self.first)
        draw_ticks(pen, axis, axis.few_ticks)
        draw_dates(pen, self.start, self.end)
        _draw_differences(pen, self)
        if self.shows_averages:
            _draw_averages(pen, self)
        else:
            _draw_days(pen, self)
        if self.gap is not None:
            _draw_means(pen, self, self.gap)
        places = frame.xs(self.days)
        bottom = np.full(places.size, frame.box.bottom)
        return Drawn(Boxes(places, bottom, 0.0, frame.box.height), (frame,))

    def day_at(self, at: int) -> date:
        """Return the day of a mark."""
        return day_of(int(self.days[at]))

    def read_out(self, at: int) -> str:
        """Say a day with its two answers."""
        return _("{day}. Waking {first}, evening {second}.").format(
            day=long_date(self.day_at(at)),
            first=self.waking.spoken(float(self.first[at])),
            second=self.evening.spoken(float(self.second[at])),
        )

    def table(self) -> Table:
        """List every day with both answers, the oldest first."""
        days = tuple(self.day_at(at) for at in range(self.days.size))
        rows = (
            (
                with_year(short_date(day), day),
                self.waking.value_text(float(first)),
                self.evening.value_text(float(second)),
                difference_text(float(second - first)),
            )
            for day, first, second in zip(days, self.first, self.second, strict=True)
        )
        headers = (_("Day"), _("Waking"), _("Evening"), _("Difference"))
        return Table(headers, tuple(rows), days)


def of_material(material: Material, scope: Scope) -> EnergyGap:
    """Set the two answers of each day of the scope beside each other; copied ones are left out."""
    waking, evening = material.measure(WAKING), material.measure(EVENING)
    span = (day_number(scope.start), day_number(scope.end))
    one = on_calendar(material.series[WAKING], *span)
    other = on_calendar(material.series[EVENING], *span)
    both = np.flatnonzero(np.isfinite(one.counted) & np.isfinite(other.counted))
    found = gap(one.counted, other.counted)
    days = material.days_looked_at(scope.start, scope.end)
    sentence, detail = _words(waking, found, both.size, days)
    if found is not None and _is_long(scope.start, scope.end):
        detail = joined([detail, _("The lines are 7-day averages; uprights span a day.")])
    return EnergyGap(
        waking,
        evening,
        scope.start,
        scope.end,
        one.days[both],
        one.counted[both],
        other.counted[both],
        found,
        sentence,
        detail,
        joined([part for part in (sentence, detail, _spread(found)) if part]),
    )


def _is_long(start: date, end: date) -> bool:
    return (end - start).days >= _MOST_MARKED


def _words(waking: Measure, found: Gap | None, count: int, span: int) -> tuple[str, str]:
    if found is None:
        words = plural(
            "{{needed}} days with both are needed here; you have {n}.",
            "{{needed}} days with both are needed here; you have {n}.",
            count,
        )
        return words.format(needed=DAYS_NEEDED), ""
    # Of the averages as printed, so that the sentence fits the numbers below it.
    difference = round(found.second, 1) - round(found.first, 1)
    points = number(abs(difference), 1)
    if points == number(0, 1):
        sentence = _("Mornings and evenings held the same energy on average.")
    elif difference > 0:
        sentence = _("Evenings held {points} points more energy than mornings.")
    else:
        sentence = _("Mornings held {points} points more energy than evenings.")
    detail = _(
        "Waking {first}, evening {second}. Both noted on {count} of {span} days."
        " A description of your days; it does not measure a hormone."
    )
    return sentence.format(points=points), detail.format(
        first=mean_text(waking, found.first),
        second=mean_text(waking, found.second),
        count=count,
        span=span,
    )


def _spread(found: Gap | None) -> str:
    if found is None or found.usual is None:
        return ""
    return _(
        "On half of these days the difference lay between {low} and {high};"
        " the evening was lower on {lower}, equal on {equal}, higher on {higher}."
    ).format(
        low=difference_text(found.usual.low),
        high=difference_text(found.usual.high),
        lower=found.lower,
        equal=found.equal,
        higher=found.higher,
    )


def difference_text(points: float) -> str:
    """Write a difference with its sign: "+2", "−1.5", "0"."""
    written = number(points, 0 if points == int(points) else 1)
    return f"+{written}" if points > 0 else written


def _frame(figure: Figure, view: EnergyGap, look: Look) -> Frame:
    width, height = size_of(figure)
    axis = value_axis(view.waking, view.first)
    left = gutter([axis], look)
    labels = _mean_labels(view)
    room = max((text_width(label, look.text_size, STRONG) for label in labels), default=0.0)
    right = max(width - room - look.px(2 * _BESIDE), left + 2 * SIDE + 1)
    head = look.px(_HEAD)
    box = Box(left, look.px(FOOT), right, max(height, look.px(FOOT) + head + UNDER + 1))
    return days_frame(box, axis, view.start, view.end, head)


def _mean_labels(view: EnergyGap) -> tuple[str, ...]:
    if view.gap is None:
        return ()
    return (
        _("waking {mean}").format(mean=mean_text(view.waking, view.gap.first)),
        _("evening {mean}").format(mean=mean_text(view.evening, view.gap.second)),
    )


def _day_width(frame: Frame) -> float:
    return frame.box.width / (frame.last - frame.first)


def _draw_differences(pen: Pen, view: EnergyGap) -> None:
    """Join the two answers of each day."""
    look, day_width = pen.look, _day_width(pen.frame)
    joined_days = np.repeat(view.days.astype(np.float64), 3)
    heights = np.column_stack((view.first, view.second, np.full(view.days.size, math.nan))).ravel()
    pen.line(
        joined_days,
        heights,
        color=look.dot(view.evening.id, crowded=True),
        linewidth=min(2.0, max(day_width / 3, 0.8)),
        gid="gap",
    )


def _draw_averages(pen: Pen, view: EnergyGap) -> None:
    """Draw the 7-day averages of both answers."""
    days = day_number(view.start) + np.arange((view.end - view.start).days + 1)
    x = pen.frame.xs(days)
    first, second = _AVERAGE_LINES
    for values, color, width, gid in (
        (view.first, pen.look.color("ink_2"), first, "waking average"),
        (view.second, _evening(view, pen.look), second, "evening average"),
    ):
        whole = np.full(days.size, math.nan)
        whole[view.days - days[0]] = values
        means = seven_day_mean(whole)
        kept = thinned(x, means)
        pen.line(days[kept], means[kept], color=color, linewidth=width, gid=gid)


def _draw_days(pen: Pen, view: EnergyGap) -> None:
    look = pen.look
    size = min(max(0.8 * _day_width(pen.frame), _SMALL), _LARGE)
    pen.markers(
        view.days,
        view.second,
        marker="s",
        markersize=0.8 * size,
        color=look.tokens.measure(view.evening.id),
        markeredgewidth=0,
        clip_on=False,
        gid="evening",
    )
    pen.markers(
        view.days,
        view.first,
        marker="o",
        markersize=size,
        markerfacecolor="none",
        markeredgecolor=look.color("ink_2"),
        markeredgewidth=min(1.6, size / 4),
        clip_on=False,
        gid="waking",
    )


def _draw_means(pen: Pen, view: EnergyGap, found: Gap) -> None:
    """Name the marks at the right, each at the height of its average, apart from each other."""
    frame, look = pen.frame, pen.look
    apart = look.px(20)
    first, second = frame.y(found.first), frame.y(found.second)
    if abs(second - first) < apart:
        middle, half = (first + second) / 2, apart / 2
        upper = second >= first
        first, second = (middle - half, middle + half) if upper else (middle + half, middle - half)
    looks = (("o", "none", look.color("ink_2"), 1.6), ("s", "", _evening(view, look), 0.0))
    if view.shows_averages:  # a piece of each line
        thin, thick = _AVERAGE_LINES
        looks = (("_", "", look.color("ink_2"), thin), ("_", "", _evening(view, look), thick))
    for label, y, (marker, face, color, edge) in zip(
        _mean_labels(view), (first, second), looks, strict=True
    ):
        x = frame.box.right + look.px(_BESIDE) / 2
        pen.markers(
            [frame.day_at(x)],
            [frame.value_at(y)],
            marker=marker,
            markersize=_LARGE,
            markerfacecolor=face or color,
            markeredgecolor=color,
            markeredgewidth=edge,
            clip_on=False,
            gid="name",
        )
        left = x + look.px(_BESIDE) / 2 + 1
        pen.text(pen.box_of(label, left, y, STRONG), label, color=color, weight=STRONG, gid="name")


def _evening(view: EnergyGap, look: Look) -> str:
    return look.tokens.measure(view.evening.id)
