"""The trend: every day a dot, the 7-day average a line, flares as bands, events dashed.

One measure, or two one above the other on the same days; never two scales in one frame. Nothing
is drawn that `TrendView` does not hold, and no sentence of it stands in the picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.charts import trend_words as words
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.layout import (
    Box,
    Boxes,
    Crowd,
    Frame,
    Pixels,
    apart,
    extremes,
    plot_height,
    thinned,
)
from fibrojournal.charts.over_days import (
    BETWEEN_LABELS,
    FOOT,
    SIDE,
    UNDER,
    days_frame,
    draw_dates,
    draw_values,
    gutter,
    size_of,
)
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.trend_shifts import draw_shifts
from fibrojournal.text import _

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.trend_view import Panel, TrendView

# Lengths in pixels at 100 % text.
_PLOT = 240.0  # from the lowest to the highest tick
_PLOT_OF_TWO = 130.0
_HEAD = 22.0  # over the highest tick, for the labels of the bands
_BETWEEN = 10.0  # from one panel to the next
_LEAST_BAND = 2.0
_MOST_LABELLED = 16  # of more bands than that, most would stay without a label
_LEAST_DOT = 3.2
_LEAST_LINE = 1.2
_MARGIN = 4.0  # between a label and a dot's centre

# How much a label avoids to stand on something.
_BAND = 0.001
_A_DOT = 1.0
_FEW = 4.0
_EVENT = 50.0

_FROM_LINE = (15.0, 20.0, 26.0, 34.0, 44.0, 56.0)
"""How far from the line its label may stand, nearest first."""
_LEADER_FROM = 20.0
"""A label further away than this is joined to the line."""


def draw(figure: Figure, view: TrendView, look: Look, below: float = 0.0) -> tuple[Frame, ...]:
    """Draw a trend over a figure of 72 dots an inch times the pixel ratio.

    `below` pixels at its foot stay free. Returns the frame of each measure, the upper one first.
    `style.parameters(look)` are in force.
    """
    frames = _frames(figure, view, look, below)
    axes = clean_axes(figure, [frame.box for frame in frames])
    alone = len(frames) == 1
    for at, (panel, frame) in enumerate(zip(view.panels, frames, strict=True)):
        pen = Pen(axes[at], frame, look)
        crowd = Crowd(frame.box)
        draw_values(pen, panel.axis, look.px(_HEAD))
        free_from = frame.box.left if alone else _draw_name(pen, panel, crowd)
        _draw_flares(pen, view, crowd, free_from if at == 0 else None)
        _draw_days(pen, panel, view, crowd)
        line = _draw_average(pen, panel, view, crowd)
        _draw_events(pen, panel, view, crowd)
        if at == len(frames) - 1:
            _label_events(pen, view, crowd)
            draw_dates(pen, view.start, view.end)
        if at == 0 and line is not None:
            _label_average(pen, panel, *line, crowd)
        draw_shifts(pen, panel, crowd, years=view.spans_years)
    return frames


def wanted_height(panels: int, scale: float) -> int:
    """Return how high a trend of so many measures should be, in pixels."""
    plot = _PLOT if panels == 1 else _PLOT_OF_TWO
    text = scale * (_HEAD * panels + _BETWEEN * (panels - 1) + FOOT)
    return round(panels * (plot_height(plot, scale) + UNDER) + text)


def _frames(figure: Figure, view: TrendView, look: Look, below: float) -> tuple[Frame, ...]:
    width, height = size_of(figure)
    left = gutter([panel.axis for panel in view.panels], look)
    count = len(view.panels)
    head = look.px(_HEAD)
    each = (height - below - look.px(FOOT) - look.px(_BETWEEN) * (count - 1)) / count
    # A window may be too small for a chart for a moment; it is drawn, beyond its edges.
    each, width = max(each, head + UNDER + 1), max(width, left + 2 * SIDE + 1)
    frames = []
    for at, panel in enumerate(view.panels):
        top = height - at * (each + look.px(_BETWEEN))
        box = Box(left, top - each, width, top)
        frames.append(days_frame(box, panel.axis, view.start, view.end, head))
    return tuple(frames)


def _draw_name(pen: Pen, panel: Panel, crowd: Crowd) -> float:
    """Name a panel beside its marker, over its upper left corner; return where there is room."""
    frame, look, measure = pen.frame, pen.look, panel.measure
    color = look.tokens.measure(measure.id)
    middle = frame.box.top - look.px(_HEAD) / 2
    size = look.px(8.0)
    box = pen.box_of(measure.short_label, frame.box.left + size + look.px(6), middle, STRONG)
    day = frame.first + (size / 2) * (frame.last - frame.first) / frame.box.width
    value = frame.high - look.px(_HEAD) / 2 * (frame.high - frame.low) / frame.box.height
    pen.markers(
        [day],
        [value],
        marker=look.marker(measure.id),
        markersize=size,
        color=color,
        markeredgewidth=0,
        clip_on=False,
        gid="name",
    )
    pen.text(box, measure.short_label, color=color, weight=STRONG, gid="name")
    free_from = box.right + BETWEEN_LABELS
    crowd.add_box(Box(frame.box.left, box.bottom, free_from, box.top))
    return free_from


def _draw_flares(pen: Pen, view: TrendView, crowd: Crowd, labels_from: float | None) -> None:
    """Shade the flares; label them from a pixel to the right, or not at all."""
    if not view.flares:
        return
    frame, look = pen.frame, pen.look
    least = _LEAST_BAND * (frame.last - frame.first) / frame.box.width
    starts = np.array([flare.start - 0.5 for flare in view.flares]).clip(frame.first)
    ends = np.array([flare.last_noted + 0.5 for flare in view.flares])
    ends = np.maximum(ends, starts + least).clip(max=frame.last)
    pen.bands(starts, ends, look.color("flare_band"))
    lefts, rights = frame.xs(starts), frame.xs(ends)
    crowd.add_columns(lefts, rights, _BAND)
    if labels_from is not None:
        _label_flares(pen, view, ((lefts + rights) / 2).tolist(), crowd, labels_from)


def _label_flares(
    pen: Pen, view: TrendView, centres: list[float], crowd: Crowd, free_from: float
) -> None:
    """Label the bands that have room for it; where most have none, count them instead."""
    frame = pen.frame
    middle = frame.box.top - pen.look.px(_HEAD) / 2
    within = frame.box.wider(-2)
    of_pain = view.flares_need_a_name
    placed: list[tuple[Box, str]] = []
    bands = zip(view.flares, centres, strict=True)
    for flare, centre in bands if len(view.flares) <= _MOST_LABELLED else ():
        label = words.flare_text(flare, of_pain=of_pain)
        box = pen.centred_box(label, centre, middle, within)
        if box.left >= free_from:
            placed.append((box, label))
            free_from = box.right + BETWEEN_LABELS
    if 2 * len(placed) < len(view.flares):
        label = words.flares_count(len(view.flares), of_pain=of_pain)
        placed = [(pen.centred_box(label, frame.box.right, middle, within), label)]
    for box, label in placed:
        pen.text(box, label, gid="flare")
        crowd.add_box(box.wider(BETWEEN_LABELS))


def _draw_days(pen: Pen, panel: Panel, view: TrendView, crowd: Crowd) -> None:
    frame, look, measure = pen.frame, pen.look, panel.measure
    noted = np.isfinite(panel.values)
    days = day_number(view.start) + np.arange(view.days)
    day_width = frame.box.width / (frame.last - frame.first)
    largest = look.tokens.px("size", "chart_marker") + 0.5
    size = min(max(1.1 * day_width, _LEAST_DOT), largest) * look.marker_size(measure.id)
    color = look.dot(measure.id, crowded=day_width < 1)
    crowd.add_points(frame.xs(days[noted]), frame.ys(panel.values[noted]), _A_DOT)
    for gid, hollow in (("day", False), ("hollow day", True)):
        which = np.flatnonzero(noted & (panel.hollow == hollow))
        which = which[apart(frame.xs(days[which]), panel.values[which])]
        pen.markers(
            days[which],
            panel.values[which],
            marker=look.marker(measure.id),
            markersize=size,
            markerfacecolor=look.color("surface") if hollow else color,
            markeredgecolor=color,
            markeredgewidth=min(1.2, size / 4) if hollow else 0,
            clip_on=False,
            gid=gid,
        )


def _draw_events(pen: Pen, panel: Panel, view: TrendView, crowd: Crowd) -> None:
    """Draw each event dashed at its first day; a longer one also as a bar along the foot."""
    frame, look, spans, starts = pen.frame, pen.look, [], []
    for event in view.events:
        start, end = day_number(event.start), day_number(event.last)
        if end > start:
            spans += [max(start, frame.first), min(end, frame.last), np.nan]
        if start >= day_number(view.start):
            starts += [start, start, np.nan]
            x, top = frame.x(start), frame.y(panel.axis.high)
            crowd.add_box(Box(x, frame.box.bottom, x, top), _EVENT)
    if spans:
        pen.line(
            spans,
            [frame.low, frame.low, np.nan] * (len(spans) // 3),
            color=look.color("ink_3"),
            linewidth=4.0,
            solid_capstyle="butt",
            gid="event span",
        )
    if starts:
        pen.line(
            starts,
            [frame.low, panel.axis.high, np.nan] * (len(starts) // 3),
            color=look.color("ink_3"),  # the days come first
            linewidth=1.1,
            dashes=(5.0, 3.5),
            snap=True,
            gid="event",
        )


def _label_events(pen: Pen, view: TrendView, crowd: Crowd) -> None:
    """Name the newest events that begin in view, as far as there is room."""
    begun = [event for event in view.events if event.start >= view.start]
    for event in begun[-_MOST_LABELLED:]:
        label = words.event_label(event, years=view.spans_years)
        x = pen.frame.x(day_number(event.start))
        found = crowd.freest(_beside(pen, label, x), _MARGIN, enough=_A_DOT / 2)
        if found is not None and found[1] < _FEW:
            pen.text(found[0], label, gid="event")
            crowd.add_box(found[0].wider(BETWEEN_LABELS))


def _beside(pen: Pen, label: str, x: float) -> Boxes:
    """Return places for a label right and left of an upright line, the lowest first."""
    frame, look = pen.frame, pen.look
    width = text_width(label, look.text_size)
    lowest = frame.box.bottom + UNDER + look.px(8.0)
    middles = np.arange(lowest, frame.box.top - look.px(_HEAD), look.px(9.0))
    lefts = np.tile((x + 8, x - 8 - width), middles.size)
    return pen.boxes_of(label, lefts, middles.repeat(2))


def _draw_average(
    pen: Pen, panel: Panel, view: TrendView, crowd: Crowd
) -> tuple[Pixels, Pixels] | None:
    """Draw the average; return its points in pixels, or None where there are none."""
    seen = np.isfinite(panel.mean)
    if not seen.any():
        return None
    frame, look = pen.frame, pen.look
    color = look.tokens.measure(panel.measure.id)
    days = day_number(view.start) + np.arange(view.days)
    x = frame.xs(days)
    full: float = look.tokens.data["size"]["chart_line"]
    width = min(full, max(_LEAST_LINE, full * 1.5 * frame.box.width / view.days))
    filled = extremes(x, panel.mean)
    if filled is not None:
        starts, lows, highs = filled
        pen.ribbon(days[starts], lows, highs, color, "mean")
    else:
        kept = thinned(x, panel.mean)
        pen.line(days[kept], panel.mean[kept], color=color, linewidth=width, gid="mean")
    alone = seen & ~np.append(seen[1:], False) & ~np.insert(seen[:-1], 0, False)
    if alone.any():  # a line needs two points; one by itself would not be seen
        pen.markers(
            days[alone],
            panel.mean[alone],
            marker="_",
            markersize=2 * full,
            markeredgewidth=full,
            color=color,
            gid="mean alone",
        )
    x, y = x[seen], frame.ys(panel.mean[seen])
    between = np.arange(x[0], x[-1] + 1, 1.5)
    crowd.add_points(x, y, _A_DOT)
    crowd.add_points(between, np.interp(between, x, y), _A_DOT)
    return x, y


def _label_average(pen: Pen, panel: Panel, x: Pixels, y: Pixels, crowd: Crowd) -> None:
    """Say what the line is: beside it where there is room, else over the frame with a sample."""
    frame, look = pen.frame, pen.look
    color = look.tokens.measure(panel.measure.id)
    label = _("7-day average")
    wanted = frame.box.left + 0.3 * frame.box.width
    anchors = np.argsort(abs(x - wanted), kind="stable")[:: max(1, x.size // 60)]
    half = text_width(label, look.text_size, STRONG) / 2
    away = np.outer([look.px(distance) for distance in _FROM_LINE], (1, -1)).ravel()
    middles = np.add.outer(away, y[anchors]).ravel()
    beside = pen.boxes_of(label, np.tile(x[anchors] - half, away.size), middles, STRONG)
    found = crowd.freest(beside, _MARGIN)
    if found is None or found[1] >= _A_DOT / 2:
        _label_above(pen, label, crowd, color)
        return
    box, _weight = found
    pen.text(box, label, gid="average", color=color, weight=STRONG)
    centre, middle = box.left + half, (box.bottom + box.top) / 2
    height = float(np.interp(centre, x, y))
    if abs(height - middle) > look.px(_LEADER_FROM):
        edge = box.bottom if middle > height else box.top
        pen.line(
            [frame.day_at(centre)] * 2,
            [frame.value_at(edge), frame.value_at(height)],
            color=color,
            linewidth=1.0,
            gid="leader",
        )


def _label_above(pen: Pen, label: str, crowd: Crowd, color: str) -> None:
    frame, look = pen.frame, pen.look
    middle = frame.box.top - look.px(_HEAD) / 2
    sample = look.px(20.0)
    lefts = np.arange(frame.box.left + sample, frame.box.right, 12.0)
    boxes = pen.boxes_of(label, lefts + BETWEEN_LABELS, np.full(lefts.size, middle), STRONG)
    found = crowd.freest(boxes.wider(sample))
    if found is None or found[1] >= _A_DOT:
        return
    box = found[0].wider(-sample)
    pen.text(box, label, gid="average", color=color, weight=STRONG)
    pen.line(
        [frame.day_at(box.left - 6 - sample), frame.day_at(box.left - 6)],
        [frame.value_at(middle)] * 2,
        color=color,
        linewidth=2.0,
        gid="leader",
    )
