"""One measure beside another on the same days: dots, and the person's own thirds with their means.

Every dot is a day, moved a little so that equal ones can be told apart. The thirds are parted by
dashed lines; each has the mean of its days with a band in which that likely lies. All this
describes: what it proves is for the statistics to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.grid import on_calendar
from fibrojournal.analysis.thirds import Third, Thirds, by_thirds
from fibrojournal.charts.axis import ValueAxis, day_number, day_of, value_axis
from fibrojournal.charts.layout import Box, Boxes, Frame, Pixels, plot_height
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.over_days import draw_ticks, gutter, size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.trend_words import joined, mean_text
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _, long_date, plain_number, short_date, with_year
from fibrojournal.tokens import mix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DAYS_NEEDED = 30
"""Fewer days with both answers are not parted into thirds."""

# Lengths in pixels at 100 % text.
_PLOT, _HEAD, _UNDER, _FOOT = 230.0, 24.0, 10.0, 46.0
_SIDE = 0.6  # of a step of the scale, left of its lowest and right of its highest value
_AWAY_X, _AWAY_Y = 0.34, 0.22  # how far a dot may stand from its place, in steps
_DOT = 6.5
_GOLDEN, _OTHER = 0.6180339887, 0.7548776662
_MARK = 10.0


class Names(NamedTuple):
    """What the days of the low and the high third are called in the picture, in a few words."""

    low: str
    high: str


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """The days on which two measures were noted, by the first of them; equally long arrays."""

    days: NDArray[np.int64]
    """Days since 1970-01-01."""
    across: NDArray[np.float64]
    values: NDArray[np.float64]
    late: NDArray[np.bool_]
    span: int
    """How many days were looked at, with or without answers, since the journal began."""
    thirds: Thirds | None
    """None where days are too few, or too alike."""

    @property
    def are_few(self) -> bool:
        """Tell whether more days are needed."""
        return self.days.size < DAYS_NEEDED


def pairs(material: Material, across: str, values: str, scope: Scope) -> Pairs:
    """Find the days of a scope with answers to both measures; copied ones count for nothing."""
    first, last = day_number(scope.start), day_number(scope.end)
    one, other = (on_calendar(material.series[id], first, last) for id in (across, values))
    at = np.flatnonzero(np.isfinite(one.counted) & np.isfinite(other.counted))
    at = at[np.argsort(one.counted[at], kind="stable")]
    enough = at.size >= DAYS_NEEDED
    return Pairs(
        one.days[at],
        one.counted[at],
        other.counted[at],
        (one.hollow | other.hollow)[at],
        material.days_looked_at(scope.start, scope.end),
        by_thirds(one.counted, other.counted) if enough else None,
    )


@dataclass(frozen=True, slots=True, eq=False)
class ThirdsView(View):
    """All that the chart shows, says and lists."""

    name: str
    across: Measure
    outcome: Measure
    pairs: Pairs
    names: Names
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return self.name

    @property
    def is_empty(self) -> bool:
        """Without thirds nothing is drawn."""
        return self.pairs.thirds is None

    @property
    def opens_days(self) -> bool:
        """Every dot is a day."""
        return True

    def height(self, width: float, scale: float) -> int:
        """Return how high the chart should be, in px; the width does not matter."""
        return round(plot_height(_PLOT, scale) + _UNDER + scale * (_HEAD + _FOOT))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a day."""
        axis = value_axis(self.outcome, self.pairs.values)
        frame = _frame(figure, self, axis, look)
        (axes,) = clean_axes(figure, [frame.box])
        pen = Pen(axes, frame, look)
        _draw_scales(pen, self, axis)
        x, y = _places(self)
        if self.pairs.thirds is not None:
            _draw_thirds(pen, self, self.pairs.thirds)
        _draw_days(pen, self, x, y)
        half = _MARK / 2
        return Drawn(Boxes(frame.xs(x) - half, frame.ys(y) - half, _MARK, _MARK))

    def day_at(self, at: int) -> date:
        """Return the day of a dot."""
        return day_of(int(self.pairs.days[at]))

    def read_out(self, at: int) -> str:
        """Say a day with its two answers."""
        return _("{day}. {measure} {answer}, {outcome} {value}.").format(
            day=long_date(self.day_at(at)),
            measure=self.across.short_label,
            answer=self.across.spoken(float(self.pairs.across[at])),
            outcome=self.outcome.inner_label,
            value=self.outcome.spoken(float(self.pairs.values[at])),
        )

    def table(self) -> Table:
        """List every day with both answers, the oldest first."""
        order = np.argsort(self.pairs.days)
        days = tuple(self.day_at(int(at)) for at in order)
        rows = tuple(
            (
                with_year(short_date(day), day),
                self.across.value_text(float(self.pairs.across[at])),
                self.outcome.value_text(float(self.pairs.values[at])),
                _("filled in later") if self.pairs.late[at] else "",
            )
            for day, at in zip(days, order, strict=True)
        )
        headers = (_("Day"), self.across.short_label, self.outcome.short_label, _("Marks"))
        return Table(headers, rows, days)


def described(outcome: Measure, found: Pairs, names: Names, sentence: str, detail: str) -> str:
    """Put the picture into words for screen readers: its sentences, and the mean of each third."""
    thirds = found.thirds
    if thirds is None:
        return sentence
    named = [(names.low, thirds.low), (names.high, thirds.high)]
    if thirds.middle is not None:
        named.insert(1, (_("in between"), thirds.middle))
    means = [
        _("{mean} {days}, likely between {low} and {high}.").format(
            days=name,
            mean=mean_text(outcome, third.mean.mean),
            low=mean_text(outcome, third.mean.low),
            high=mean_text(outcome, third.mean.high),
        )
        for name, third in named
    ]
    return joined([sentence, detail, *means])


class _Part(NamedTuple):
    """A third between two places of the lower axis."""

    third: Third
    start: float
    end: float
    name: str


def _frame(figure: Figure, view: ThirdsView, axis: ValueAxis, look: Look) -> Frame:
    width, height = size_of(figure)
    left = gutter([axis], look)
    foot, head = look.px(_FOOT), look.px(_HEAD)
    width, height = max(width, left + 1), max(height, foot + head + _UNDER + 1)
    a_pixel = (axis.high - axis.low) / (height - foot - head - _UNDER)
    low, high = _reach(view)
    side = _SIDE * view.across.scale.step
    return Frame(
        Box(left, foot, width, height),
        low - side,
        high + side,
        axis.low - _UNDER * a_pixel,
        axis.high + head * a_pixel,
    )


def _reach(view: ThirdsView) -> tuple[float, float]:
    """Return the ends of the lower axis: those of a rating's scale, else whole steps around all."""
    scale, found = view.across.scale, view.pairs.across
    if scale.is_rating or not found.size:
        return scale.low, scale.high
    return float(np.floor(found.min())), float(np.ceil(found.max()))


def _places(view: ThirdsView) -> tuple[Pixels, Pixels]:
    """Stand each day a little beside its numbers, always at the same place."""
    across = (view.pairs.days * _GOLDEN) % 1.0 - 0.5
    along = (view.pairs.days * _OTHER) % 1.0 - 0.5
    scale, step = view.outcome.scale, view.across.scale.step
    y = view.pairs.values + 2 * _AWAY_Y * along * scale.step
    return view.pairs.across + 2 * _AWAY_X * across * step, np.clip(y, scale.low, scale.high)


def _draw_scales(pen: Pen, view: ThirdsView, axis: ValueAxis) -> None:
    frame, look = pen.frame, pen.look
    draw_ticks(pen, axis, axis.few_ticks)
    low_end, high_end = _reach(view)
    within = Box(0, 0, frame.box.right, frame.box.top)
    upper, lower = frame.box.bottom - look.px(12), frame.box.bottom - look.px(32)
    every = next(
        step for step in count(1) if frame.box.width * step >= (high_end - low_end) * look.px(20)
    )
    for value in np.arange(low_end, high_end + 1, every):
        label = plain_number(float(value))
        pen.text(pen.centred_box(label, frame.x(value), upper, within), label, gid="across")
    low, high = _(view.across.low_end), _(view.across.high_end)
    if not low:
        label = view.across.label
        pen.text(pen.centred_box(label, frame.box.right, lower, within), label, gid="end")
        return
    room = frame.box.width - look.px(24)
    if text_width(low, look.text_size) + text_width(high, look.text_size) < room:
        pen.text(pen.box_of(low, frame.box.left, lower), low, gid="end")
        left = frame.box.right - text_width(high, look.text_size)
        pen.text(pen.box_of(high, left, lower), high, gid="end")


def _draw_thirds(pen: Pen, view: ThirdsView, thirds: Thirds) -> None:
    """Draw the mean and the band of each third between the lines that part them."""
    frame, look, limits = pen.frame, pen.look, thirds.limits
    half = view.across.scale.step / 2
    cuts = (limits.low + half, limits.high - half)
    if cuts[0] > cuts[1]:  # nothing lies between a low and a high third
        cuts = ((limits.low + limits.high) / 2,) * 2
    for cut in dict.fromkeys(cuts):
        pen.line(
            [cut, cut],
            [frame.low, frame.high],
            color=look.color("ink_3"),
            linewidth=1.2,
            dashes=(3.0, 3.0),
            snap=True,
            gid="limit",
        )
    edges = (frame.first, *cuts, frame.last)
    parts = (thirds.low, thirds.middle, thirds.high)
    words = (view.names.low, "", view.names.high)
    for third, start, end, name in zip(parts, edges[:-1], edges[1:], words, strict=True):
        if third is not None and end > start:
            _draw_third(pen, view, _Part(third, start, end, name))


def _draw_third(pen: Pen, view: ThirdsView, part: _Part) -> None:
    frame, look, third, scale = pen.frame, pen.look, part.third, view.outcome.scale
    color = look.tokens.measure(view.across.id)
    inside = 6 * (frame.last - frame.first) / frame.box.width
    ends = np.array((part.start + inside, part.end - inside))
    low, high = max(third.mean.low, scale.low), min(third.mean.high, scale.high)
    band = mix(look.color("surface"), color, 0.2)
    pen.ribbon(ends, np.full(2, low), np.full(2, high), band, "band", under=True)
    pen.line(ends, [third.mean.mean] * 2, color=color, linewidth=3.5, gid="mean")
    mean = mean_text(view.outcome, third.mean.mean)
    room = (ends[1] - ends[0]) * frame.box.width / (frame.last - frame.first)
    label = f"{mean} {part.name}" if part.name else mean
    if text_width(label, look.text_size, STRONG) > room:
        label = mean
    if text_width(label, look.text_size, STRONG) > room:
        return
    middle = frame.box.top - look.px(_HEAD) / 2
    within = Box(frame.x(ends[0]), 0, frame.x(ends[1]), frame.box.top)
    box = pen.centred_box(label, frame.x(float(ends.mean())), middle, within)
    pen.text(box, label, color=color, weight=STRONG, gid="mean")


def _draw_days(pen: Pen, view: ThirdsView, x: Pixels, y: Pixels) -> None:
    look, measure = pen.look, view.outcome
    color = look.dot(measure.id)
    size = _DOT * look.marker_size(measure.id) * (0.8 if x.size > 400 else 1.0)
    for gid, late in (("day", False), ("late day", True)):
        which = view.pairs.late == late
        pen.markers(
            x[which],
            y[which],
            marker=look.marker(measure.id),
            markersize=size,
            markerfacecolor=look.color("surface") if late else color,
            markeredgecolor=color,
            markeredgewidth=1.2 if late else 0,
            clip_on=False,
            gid=gid,
        )
