"""Charts on which the values of a measure run from left to right, and days are stacked in rows."""

from __future__ import annotations

from fibrojournal.charts.axis import ValueAxis
from fibrojournal.charts.layout import Box, Frame
from fibrojournal.charts.pen import Pen
from fibrojournal.charts.style import Look, text_width

FOOT = 26.0
"""Under the frame, for the values, in px at 100 % text."""
SIDE = 14.0
"""From the first and the last value to the sides of the frame."""
_TO_NAMES = 12.0
_A_TICK_EACH = 34.0


def names_room(names: list[str], look: Look) -> float:
    """Return how much room names left of a frame take."""
    return max(text_width(name, look.text_size) for name in names) + look.px(_TO_NAMES)


def frame_across(look: Look, low: float, high: float, box: Box) -> Frame:
    """Lay values over a box, narrowed to the figure; heights are px from the foot of the box."""
    right = max(box.right - look.px(SIDE), box.left + 2 * SIDE + 1)
    a_pixel = (high - low) / (right - box.left - 2 * SIDE)
    return Frame(
        Box(box.left, box.bottom, right, box.top),
        low - SIDE * a_pixel,
        high + SIDE * a_pixel,
        0.0,
        max(box.height, 1.0),
    )


def draw_values(pen: Pen, axis: ValueAxis, top: float) -> None:
    """Draw the scale: upright lines up to a height, and the values below the frame."""
    frame, look = pen.frame, pen.look
    roomy = frame.box.width >= look.px(_A_TICK_EACH) * (len(axis.ticks) + 1)
    ticks = axis.ticks if roomy else axis.few_ticks
    if look.has_grid:
        pen.uprights(ticks, look.color("grid"), "grid", top)
    pen.levels([0.0], look.color("border_strong"), "baseline")
    middle = frame.box.bottom - look.px(FOOT) / 2 - 1
    within = Box(0, 0, frame.box.right + look.px(SIDE), frame.box.top)
    for tick in ticks:
        label = axis.label(tick)
        pen.text(pen.centred_box(label, frame.x(tick), middle, within), label, gid="value")


def draw_name(pen: Pen, name: str, height: float) -> None:
    """Name a row left of the frame, centred on a height of it."""
    frame, look = pen.frame, pen.look
    left = frame.box.left - look.px(_TO_NAMES) - text_width(name, look.text_size)
    pen.text(pen.box_of(name, left, frame.box.bottom + height), name, gid="row")
