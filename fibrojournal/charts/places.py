"""A short list under a chart: how often each of a few places was marked, as bars with words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from fibrojournal.charts.layout import Frame
from fibrojournal.charts.over_days import FOOT
from fibrojournal.charts.pen import Pen
from fibrojournal.charts.style import STRONG, Look, text_lines
from fibrojournal.tokens import tokens

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Lengths in pixels at 100 % text.
_LINE = 19.0
_OVER = 14.0
_BAR = 5.0
_ROW = 31.0  # a line of words with its bar


class Place(NamedTuple):
    """A place, how often it was marked in words, and of all days the share."""

    label: str
    share: float


def wanted_height(heading: str, rows: Sequence[Place], width: float, scale: float) -> float:
    """Return how high the list is, in px; 0 without places."""
    if not rows:
        return 0.0
    look = Look(tokens("light"), scale)  # sizes are the same in every theme
    lines = len(text_lines(heading, look.text_size, width, STRONG))
    return look.px(_OVER + _LINE * lines + _ROW * len(rows))


def draw(figure: Figure, frame: Frame, look: Look, heading: str, rows: Sequence[Place]) -> None:
    """Draw the list under the dates of a chart's lowest frame."""
    if not rows:
        return
    pen = Pen(figure.axes[-1], frame, look)
    top = frame.box.bottom - look.px(FOOT + _OVER)
    for line in text_lines(heading, look.text_size, frame.box.right, STRONG):
        top -= look.px(_LINE)
        box = pen.box_of(line, 0, top + look.px(_LINE) / 2, STRONG)
        pen.text(box, line, gid="places", color=look.color("ink"), weight=STRONG)
    for row in rows:
        box = pen.box_of(row.label, 0, top - look.px(_LINE) / 2)
        pen.text(box, row.label, gid="place")
        height = frame.value_at(top - look.px(_LINE + _BAR / 2))
        for end, color, gid in (
            (frame.box.right, "inset", "all days"),
            (row.share * frame.box.right, "ink_3", "share"),
        ):
            pen.line(
                [frame.day_at(0), frame.day_at(end)],
                [height, height],
                color=look.color(color),
                linewidth=look.px(_BAR),
                solid_capstyle="butt",
                clip_on=False,
                gid=gid,
            )
        top -= look.px(_ROW)
