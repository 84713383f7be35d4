"""Charts on which days run from left to right and a measure from bottom to top."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from fibrojournal.charts.axis import MOST_TICKS, ValueAxis, date_ticks, day_number
from fibrojournal.charts.layout import Box, Frame
from fibrojournal.charts.pen import Pen
from fibrojournal.charts.style import PIXELS_AN_INCH, Look, text_width

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Lengths in pixels at 100 % text.
FOOT = 28.0
"""Under the frame, for the dates."""
UNDER = 6.0
"""Under the lowest tick, so that no dot is cut; not scaled."""
SIDE = 7.0
"""From the first and the last day to the frame's sides; not scaled."""
BETWEEN_LABELS = 10.0
TO_AXIS = 9.0
"""From a tick's label to the frame."""
_TICK = 4.0
_A_TICK_EACH = 25.0  # a frame with less height a tick has few ticks
_A_DATE_EACH = 100.0


def size_of(figure: Figure) -> tuple[float, float]:
    """Return the width and the height of a figure in px."""
    width, height = figure.get_size_inches() * PIXELS_AN_INCH
    return float(width), float(height)


def gutter(axes: Sequence[ValueAxis], look: Look) -> float:
    """Return where frames with these upright axes begin."""
    return left_of_frame([label for axis in axes for label in value_labels(axis)], look)


def left_of_frame(labels: Sequence[str], look: Look) -> float:
    """Return where a frame begins, so that these labels find room left of it."""
    return max(text_width(label, look.text_size) for label in labels) + look.px(TO_AXIS) + 2


def value_labels(axis: ValueAxis) -> list[str]:
    """Write all ticks of an axis."""
    return [axis.label(tick) for tick in axis.ticks]


def days_frame(box: Box, axis: ValueAxis, start: date, end: date, head: float) -> Frame:
    """Lay an axis over a box, with `head` px of room above its top; days reach to both sides."""
    first, last = day_number(start), day_number(end)
    side = SIDE * max(last - first, 1) / (box.width - 2 * SIDE)
    a_pixel = (axis.high - axis.low) / (box.height - head - UNDER)
    return Frame(
        box,
        first - side,
        max(last, first + 1) + side,
        axis.low - UNDER * a_pixel,
        axis.high + head * a_pixel,
    )


def draw_values(pen: Pen, axis: ValueAxis, head: float) -> None:
    """Draw the scale: level lines and the values left of the frame, the few where it is low."""
    frame, look = pen.frame, pen.look
    roomy = frame.box.height >= look.px(_A_TICK_EACH) * len(axis.ticks) + head
    draw_ticks(pen, axis, axis.ticks if roomy else axis.few_ticks)


def draw_ticks(pen: Pen, axis: ValueAxis, ticks: Sequence[float]) -> None:
    """Draw level lines at some values of an axis, and those values left of the frame."""
    frame, look = pen.frame, pen.look
    if look.has_grid:
        pen.levels(ticks, look.color("grid"), "grid")
    pen.levels([frame.low], look.color("border_strong"), "baseline")
    for tick in ticks:
        draw_beside(pen, axis.label(tick), frame.y(tick), "value")


def draw_beside(pen: Pen, label: str, middle: float, gid: str) -> None:
    """Write left of the frame, centred on a height in px."""
    frame, look = pen.frame, pen.look
    left = frame.box.left - look.px(TO_AXIS) - text_width(label, look.text_size)
    pen.text(pen.box_of(label, left, middle), label, gid=gid)


def draw_dates(pen: Pen, start: date, end: date) -> None:
    """Date some days below the frame."""
    frame, look = pen.frame, pen.look
    most = max(2, min(MOST_TICKS, int(frame.box.width / look.px(_A_DATE_EACH))))
    middle = frame.box.bottom - look.px(FOOT) / 2 - 2
    free_from = frame.box.left - look.px(TO_AXIS)
    within = Box(0, 0, frame.box.right, frame.box.top)
    tick_height = _TICK * (frame.high - frame.low) / frame.box.height
    ticks: list[float] = []
    for day, label in date_ticks(start, end, most):
        number = day_number(day)
        box = pen.centred_box(label, frame.x(number), middle, within)
        if box.left < free_from:
            continue
        free_from = box.right + BETWEEN_LABELS
        pen.text(box, label, gid="date")
        ticks += (number, number, math.nan)
    pen.line(
        ticks,
        (frame.low - tick_height, frame.low, math.nan) * (len(ticks) // 3),
        color=look.color("border_strong"),
        linewidth=1.0,
        solid_capstyle="butt",
        clip_on=False,
        snap=True,
        gid="tick",
    )
