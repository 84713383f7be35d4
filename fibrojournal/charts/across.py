"""Charts on which the values of a measure run from left to right, and days are stacked in rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fibrojournal.charts.axis import ValueAxis
from fibrojournal.charts.layout import Box, Frame
from fibrojournal.charts.pen import Pen
from fibrojournal.charts.style import PIXELS_AN_INCH, Look, text_width

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FOOT = 26.0
"""Under the frame, for the values, in px at 100 % text."""
_SIDE = 14.0
_TO_NAMES = 12.0
_A_TICK_EACH = 34.0


@dataclass(frozen=True, slots=True)
class Across:
    """Where such a chart stands: its frame, whose heights are pixels from the frame's foot."""

    frame: Frame
    axis: ValueAxis

    @property
    def pixel(self) -> float:
        """How much of the measure a pixel stands for."""
        return (self.frame.last - self.frame.first) / self.frame.box.width


def across(figure: Figure, look: Look, axis: ValueAxis, names: list[str], foot: float) -> Across:
    """Lay a chart out over a figure; `names` stand left of the frame, `foot` px below it."""
    width, height = (float(size) for size in figure.get_size_inches() * PIXELS_AN_INCH)
    left = max(text_width(name, look.text_size) for name in names) + look.px(_TO_NAMES)
    right = max(width - look.px(_SIDE), left + 2 * _SIDE + 1)
    bottom = min(foot, height - 1)
    a_pixel = (axis.high - axis.low) / (right - left - 2 * _SIDE)
    frame = Frame(
        Box(left, bottom, right, height),
        axis.low - _SIDE * a_pixel,
        axis.high + _SIDE * a_pixel,
        0.0,
        height - bottom,
    )
    return Across(frame, axis)


def draw_values(pen: Pen, axis: ValueAxis, top: float) -> None:
    """Draw the scale: upright lines up to a height, and the values below the frame."""
    frame, look = pen.frame, pen.look
    roomy = frame.box.width >= look.px(_A_TICK_EACH) * (len(axis.ticks) + 1)
    ticks = axis.ticks if roomy else axis.few_ticks
    if look.has_grid:
        pen.uprights(ticks, look.color("grid"), "grid", top)
    pen.levels([0.0], look.color("border_strong"), "baseline")
    middle = frame.box.bottom - look.px(FOOT) / 2 - 1
    within = Box(0, 0, frame.box.right + look.px(_SIDE), frame.box.top)
    for tick in ticks:
        label = axis.label(tick)
        pen.text(pen.centred_box(label, frame.x(tick), middle, within), label, gid="value")


def draw_name(pen: Pen, name: str, height: float) -> None:
    """Name a row left of the frame, centred on a height of it."""
    frame, look = pen.frame, pen.look
    left = frame.box.left - look.px(_TO_NAMES) - text_width(name, look.text_size)
    pen.text(pen.box_of(name, left, frame.box.bottom + height), name, gid="row")
