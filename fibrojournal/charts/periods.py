"""One period beside another: two averages, two usual ranges, and how far apart they lie."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.analysis.difference import NOTED_A_SIDE, Difference
from fibrojournal.analysis.grid import on_calendar
from fibrojournal.analysis.periods import Period, Periods, compare_periods
from fibrojournal.charts import difference_words as differ
from fibrojournal.charts.across import FOOT, SIDE, draw_values, frame_across
from fibrojournal.charts.around import events_of
from fibrojournal.charts.axis import ValueAxis, day_number, value_axis
from fibrojournal.charts.layout import Box, Boxes
from fibrojournal.charts.material import Material, Option, Scope
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.span import Span
from fibrojournal.charts.style import REGULAR, STRONG, Look, text_width
from fibrojournal.charts.trend_words import event_text, joined, mean_text
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.day import Event
from fibrojournal.journal.measures import Measure
from fibrojournal.text import N_, _, day_and_month, with_year
from fibrojournal.tokens import mix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_EVENTS = 8
"""The newest so many events are offered to compare what lies before and after them."""
_YEAR, _HALF_A_YEAR = 365, 182
_FIXED = (
    ("before", N_("Days in view, against as many before")),
    ("year", N_("Days in view, against a year before")),
    ("month", N_("Last 30 days, against the 30 before")),
    ("quarter", N_("Last 90 days, against the 90 before")),
)
_LAST = {"month": 30, "quarter": 90}

# Lengths in pixels at 100 % text.
_WORDS = 22.0
_BAR = 18.0
_ROOM = 12.0
_TINT = 0.32


@dataclass(frozen=True, slots=True)
class PeriodsView(View):
    """All that two periods show, say and list."""

    measure: Measure
    names: tuple[str, str]
    """The earlier period, and the later one."""
    chosen: str
    found: Periods
    axis: ValueAxis
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return _("{measure}: two periods").format(measure=self.measure.short_label)

    @property
    def is_empty(self) -> bool:
        """Tell whether either period has too few days."""
        return self.found.difference is None

    @property
    def option(self) -> str:
        """The id of the pair of periods."""
        return self.chosen

    @property
    def _difference(self) -> Difference:
        if self.found.difference is None:
            raise ValueError("there are too few days")
        return self.found.difference

    @property
    def _periods(self) -> tuple[tuple[str, Period], ...]:
        return tuple(zip(self.names, (self.found.a, self.found.b), strict=True))

    def height(self, width: float, scale: float) -> int:
        """Return how high three rows and two axes are; the width does not matter."""
        return round(3 * _row(scale) + 2 * FOOT * scale)

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a period, the last one their difference."""
        width, height = size_of(figure)
        foot, row = look.px(FOOT), _row(look.scale)
        upper_foot = 2 * foot + row
        upper = Box(2.0, upper_foot, width, max(height, upper_foot + 1))
        lower = Box(2.0, foot, width, foot + row)
        values = frame_across(look, self.axis.low, self.axis.high, upper)
        most = _reach(self.measure, self._difference)
        differences = frame_across(look, -most, most, lower)
        axes = clean_axes(figure, [values.box, differences.box])
        pen = Pen(axes[0], values, look)
        draw_values(pen, self.axis, values.high)
        short = _("earlier"), _("later")
        for at, (name, period) in enumerate(self._periods):
            self._draw_period(pen, (name, short[at]), period, row * (1 - at))
        self._draw_difference(Pen(axes[1], differences, look), most)
        feet = np.array([upper_foot + row, upper_foot, foot])
        lefts = np.full(3, values.box.left)
        return Drawn(Boxes(lefts, feet, values.box.width, row), leap=1)

    def _draw_period(self, pen: Pen, names: tuple[str, str], period: Period, foot: float) -> None:
        """Draw the middle half as a bar, the average as a marker on it, and say both."""
        look, id = pen.look, self.measure.id
        mean, usual = period.average.mean, period.usual
        if mean is None or usual is None:
            raise ValueError("a period without days has no bar")
        color = look.tokens.measure(id)
        least = 3 * (pen.frame.last - pen.frame.first) / pen.frame.box.width
        low, high = usual.low, max(usual.high, usual.low + least)
        middle = foot + _ROOM / 2 + _BAR / 2
        bar = Box(low, middle - _BAR / 2, high, middle + _BAR / 2)
        pen.bars([bar], mix(look.color("surface"), color, _TINT), "middle half")
        pen.markers(
            [mean],
            [middle],
            marker=look.marker(id),
            markersize=11.0 * look.marker_size(id),
            markerfacecolor=color,
            markeredgecolor=look.color("surface"),
            markeredgewidth=1.5,
            gid="mean",
        )
        label = _("average {mean}").format(mean=mean_text(self.measure, mean))
        end = _write(pen, label, foot, color=color, weight=STRONG, gid="mean")
        room = pen.frame.box.right + SIDE - end
        fitting = (one for one in names if text_width(one, look.text_size) <= room)
        for name in tuple(fitting)[:1]:
            _write(pen, name, foot, left=end, color=look.color("ink_2"), gid="period")

    def _draw_difference(self, pen: Pen, most: float) -> None:
        """Draw how far apart the averages lie, and what is likely, over a line at 0."""
        frame, look, found = pen.frame, pen.look, self._difference
        top = _ROOM / 2 + _BAR
        pen.uprights([0.0], look.color("border_strong"), "no difference", top)
        pen.levels([0.0], look.color("border_strong"), "baseline")
        color = look.color("ink" if differ.is_clear(self.measure, found) else "ink_3")
        middle = _ROOM / 2 + _BAR / 2
        pen.line([found.low, found.high], [middle] * 2, color=color, linewidth=4.0, gid="likely")
        pen.markers(
            [found.change],
            [middle],
            marker="o",
            markersize=12.0,
            markerfacecolor=color,
            markeredgecolor=look.color("surface"),
            markeredgewidth=1.5,
            gid="difference",
        )
        change = differ.printed_change(self.measure, found)
        label = _("difference: {change}").format(change=differ.change_text(self.measure, change))
        _write(pen, label, 0.0, color=look.color("ink_2"), weight=STRONG, gid="difference")
        below = frame.box.bottom - look.px(FOOT) / 2 - 1
        within = Box(0, 0, frame.box.right + look.px(SIDE), frame.box.top)
        for tick in (-most, 0.0, most):
            words = differ.change_text(self.measure, tick) if tick else "0"
            pen.text(pen.centred_box(words, frame.x(tick), below, within), words, gid="value")

    def read_out(self, at: int) -> str:
        """Say the average and the middle half of a period, or the difference."""
        if at == len(self.names):
            return self.sentence
        name, period = self._periods[at]
        mean, usual = period.average.mean, period.usual
        if mean is None or usual is None:
            raise ValueError("a period without days has no mark")
        half = _("half of the days between {low} and {high}").format(
            low=self.measure.value_text(usual.low), high=self.measure.value_text(usual.high)
        )
        return _("{period}: {measure} {mean} on average, {half}. {noted}").format(
            period=name,
            measure=self.measure.short_label,
            mean=mean_text(self.measure, mean),
            half=half,
            noted=_noted(period),
        )

    def table(self) -> Table:
        """List both periods and their difference."""
        rows = []
        for name, period in self._periods:
            mean, usual = period.average.mean, period.usual
            if mean is not None and usual is not None:
                half = _("{low} to {high}").format(
                    low=self.measure.value_text(usual.low),
                    high=self.measure.value_text(usual.high),
                )
                rows.append((name, mean_text(self.measure, mean), half, str(period.average.n)))
        found = self.found.difference
        if found is not None:
            change = differ.change_text(self.measure, differ.printed_change(self.measure, found))
            rows.append((_("Difference"), change, differ.likely_text(self.measure, found), ""))
        headers = (_("Period"), _("Average"), _("Half of the days lie"), _("Days noted"))
        return Table(headers, tuple(rows))


def of_material(material: Material, scope: Scope) -> PeriodsView:
    """Compare the two periods that were chosen; else the days in view with as many before."""
    measure, recorded = material.measure(scope.measure), material.series[scope.measure]
    pairs = _pairs(material, scope)
    chosen = scope.other if scope.other in pairs else _FIXED[0][0]
    a, b = pairs[chosen]
    grids = [on_calendar(recorded, day_number(span.start), day_number(span.end)) for span in (a, b)]
    found = compare_periods(grids[0].counted, grids[1].counted)
    axis = value_axis(
        measure, np.concatenate([grid.counted[np.isfinite(grid.counted)] for grid in grids])
    )
    first, second = span_text(a, scope.today.year), span_text(b, scope.today.year)
    counts = _("{first}: {noted}").format(first=first, noted=_noted(found.a))
    other = _("{first}: {noted}").format(first=second, noted=_noted(found.b))
    if found.difference is None:
        sentence = _(
            "{n} noted days in each of two periods are needed here; you have {a} and {b}."
        ).format(n=NOTED_A_SIDE, a=found.a.average.n, b=found.b.average.n)
        detail = joined([counts, other])
        said = joined([sentence, detail])
        return PeriodsView(measure, (first, second), chosen, found, axis, sentence, detail, said)
    sentence = _("{measure}, {second} against {first}: {change}; {likely}.").format(
        measure=measure.worded_label,
        second=second,
        first=first,
        change=differ.change_text(measure, differ.printed_change(measure, found.difference)),
        likely=differ.likely_text(measure, found.difference),
    )
    detail = joined(
        [
            differ.how_sure(
                measure, found.difference, is_over=chosen in dict(_FIXED) or b.end < scope.today
            ),
            _(differ.OTHER_THINGS),
            counts,
            other,
        ]
    )
    averages = differ.averages_text(measure, found.difference)
    said = joined([sentence, averages, detail])
    return PeriodsView(measure, (first, second), chosen, found, axis, sentence, detail, said)


def options(material: Material, scope: Scope) -> tuple[Option, ...]:
    """Offer usual pairs of periods, and those before and after each of the newest events."""
    labels = {id: _(name) for id, name in _FIXED}
    for event in _events(material, scope):
        name = event_text(event, year=scope.today.year)
        labels[event.id] = _("After and before {event}").format(event=name)
    return tuple(Option(id, labels[id]) for id in _pairs(material, scope))


def span_text(span: Span, year: int) -> str:
    """Write a period: "5 July to 2 October"; with years where they are not all `year`."""
    start, end = day_and_month(span.start), day_and_month(span.end)
    if span.start.year != span.end.year:
        start = with_year(start, span.start)
    if span.end.year != year or span.start.year != year:
        end = with_year(end, span.end)
    return _("{start} to {end}").format(start=start, end=end)


def _pairs(material: Material, scope: Scope) -> dict[str, tuple[Span, Span]]:
    """Return by the id of each option its two periods, the earlier one first."""
    view = Span(scope.start, min(scope.end, max(scope.today, scope.start)))
    pairs = {"before": (_earlier(view, view.days), view), "year": (_earlier(view, _YEAR), view)}
    for id, days in _LAST.items():
        last = Span(scope.today - timedelta(days=days - 1), scope.today)
        pairs[id] = _earlier(last, days), last
    for event, former, following in _neighbours(_events(material, scope), scope.today):
        before = Span(former, event.start - timedelta(days=1))
        after = Span(event.last + timedelta(days=1), following)
        if before.days > 0 and after.days > 0:
            pairs[event.id] = before, after
    return pairs


def _earlier(span: Span, days: int) -> Span:
    return Span(span.start - timedelta(days=days), span.end - timedelta(days=days))


def _events(material: Material, scope: Scope) -> list[Event]:
    return events_of(material, scope)[:MOST_EVENTS]


def _neighbours(events: Sequence[Event], today: date) -> Iterator[tuple[Event, date, date]]:
    """Yield each event with the first day after the one before it, and the last before the next.

    At the ends, half a year is looked at.
    """
    for at, event in enumerate(events):
        earliest = event.start - timedelta(days=_HALF_A_YEAR)
        latest = min(event.last + timedelta(days=_HALF_A_YEAR), today)
        if at + 1 < len(events):
            earliest = max(earliest, events[at + 1].last + timedelta(days=1))
        if at:
            latest = min(latest, events[at - 1].start - timedelta(days=1))
        yield event, earliest, latest


def _noted(period: Period) -> str:
    average = period.average
    return _("{n} of {days} days noted.").format(n=average.n, days=average.days)


def _row(scale: float) -> float:
    return _ROOM + _BAR + _WORDS * scale


def _reach(measure: Measure, found: Difference) -> float:
    """Return how far the axis of differences reaches to both sides: a round number, at least 1."""
    least = max(abs(found.low), abs(found.high), measure.scale.step)
    power = 10.0 ** math.floor(math.log10(least))
    return next(lead * power for lead in (1, 2, 3, 5, 10) if lead * power >= least - 1e-9)


def _write(
    pen: Pen,
    words: str,
    foot: float,
    *,
    gid: str,
    color: str,
    weight: int = REGULAR,
    left: float | None = None,
) -> float:
    """Write above the bar of a row, from the left or from a px on; return where more may stand."""
    frame, look = pen.frame, pen.look
    middle = frame.box.bottom + foot + _ROOM / 2 + _BAR + look.px(_WORDS) / 2
    box = pen.box_of(words, frame.box.left if left is None else left, middle, weight)
    pen.text(box, words, gid=gid, color=color, weight=weight)
    return box.right + look.px(8)
