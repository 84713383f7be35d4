"""What charts over days have in common: their upright scale, and the dates under them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from fibrojournal.charts.axis import MOST_TICKS, ValueAxis, date_ticks, day_number
from fibrojournal.charts.layout import Box
from fibrojournal.charts.pen import Pen
from fibrojournal.charts.style import Look, text_width

# Lengths in pixels at 100 % text.
FOOT = 28.0
"""Under the frame, for the dates."""
TO_AXIS = 9.0
"""From a tick's label to the frame."""

_TICK = 4.0
_A_TICK_EACH = 25.0  # a frame with less height a tick has few ticks
_A_DATE_EACH = 100.0
_BETWEEN_LABELS = 10.0


def gutter(axes: Sequence[ValueAxis], look: Look) -> float:
    """Return the room that the numbers of upright axes need left of their frames."""
    labels = [axis.label(tick) for axis in axes for tick in axis.ticks]
    return max(text_width(label, look.text_size) for label in labels) + look.px(TO_AXIS) + 2


def draw_scale(pen: Pen, axis: ValueAxis, head: float) -> None:
    """Draw the upright scale, whose highest tick stands `head` px under the frame's top."""
    frame, look = pen.frame, pen.look
    roomy = frame.box.height >= look.px(_A_TICK_EACH) * len(axis.ticks) + head
    ticks = axis.ticks if roomy else axis.few_ticks
    if look.has_grid:
        pen.levels(ticks, look.color("grid"), "grid")
    pen.levels([frame.low], look.color("border_strong"), "baseline")
    for tick in ticks:
        label = axis.label(tick)
        right = frame.box.left - look.px(TO_AXIS)
        left = right - text_width(label, look.text_size)
        pen.text(pen.box_of(label, left, frame.y(tick)), label, gid="value")


def draw_dates(pen: Pen, start: date, end: date) -> None:
    """Write a few dates under the frame."""
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
        free_from = box.right + _BETWEEN_LABELS
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
