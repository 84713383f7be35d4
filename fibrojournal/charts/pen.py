"""Drawing on one frame of a chart; matplotlib's own axes, ticks and labels stay out of sight.

They cost more than all the data of ten years, so a chart has a few lines and labels of its own,
placed where they are wanted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import numpy as np
from numpy.typing import NDArray

from fibrojournal.charts.canvas import new_label
from fibrojournal.charts.layout import Box, Boxes, Frame, Pixels
from fibrojournal.charts.style import PIXELS_AN_INCH, REGULAR, Look, families, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path
    from matplotlib.typing import CapStyleType

Numbers = Sequence[float] | NDArray[np.float64] | NDArray[np.int64]
Colors = Sequence[str] | NDArray[np.float64]

_ASCENT = 0.78
_DESCENT = 0.24
_HALF_CAPITAL = 0.36
"""Of the text's size: from the baseline up, down, and to the middle of a capital."""

_BANDS, _GRID, _DOTS, _LINE, _OVER, _TEXT = range(6)
"""What lies over what."""


class Style(TypedDict, total=False):
    """How a line or its markers look, in matplotlib's words."""

    color: str
    linewidth: float
    dashes: tuple[float, float]
    solid_capstyle: CapStyleType
    marker: str
    markersize: float
    markerfacecolor: str
    markeredgecolor: str
    markeredgewidth: float
    clip_on: bool
    snap: bool
    gid: str


class _Stamp(TypedDict, total=False):
    facecolors: Colors | str
    edgecolors: Colors
    linewidths: float
    gid: str
    zorder: float


class _Style(Style, total=False):
    zorder: float
    linestyle: Literal["none"]


def clean_axes(figure: Figure, boxes: Sequence[Box]) -> list[Axes]:
    """Return one empty axes a box, using again those that the figure has.

    Those that are over stay there unseen: making axes takes longer than most charts on them.
    """
    for axes in figure.axes:
        for artist in (*axes.lines, *axes.patches, *axes.collections, *axes.texts):
            artist.remove()
        axes.set_visible(False)
    return [further_axes(figure, box) for box in boxes]


def further_axes(figure: Figure, box: Box) -> Axes:
    """Return empty axes beside those that were drawn on."""
    unused = (axes for axes in figure.axes if not axes.get_visible())
    axes = next(unused, None) or _add_axes(figure)
    axes.set_visible(True)
    _place(figure, axes, box)
    return axes


def _add_axes(figure: Figure) -> Axes:
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_autoscale_on(False)
    return axes


def _place(figure: Figure, axes: Axes, box: Box) -> None:
    width, height = figure.get_size_inches() * PIXELS_AN_INCH
    axes.set_position(
        (box.left / width, box.bottom / height, box.width / width, box.height / height)
    )


def as_rgba(colors: Sequence[str]) -> NDArray[np.float64]:
    """Return colours as numbers, to be picked from for thousands of cells."""
    from matplotlib.colors import to_rgba_array

    numbers: NDArray[np.float64] = to_rgba_array(colors)
    return numbers


class Pen:
    """Draws on one frame in the colours and sizes of a look."""

    def __init__(self, axes: Axes, frame: Frame, look: Look) -> None:
        axes.set_xlim(frame.first, frame.last)
        axes.set_ylim(frame.low, frame.high)
        self.frame = frame
        self.look = look
        self._axes = axes
        self._width = float(axes.figure.bbox.width / axes.figure.dpi) * PIXELS_AN_INCH
        self._pixels = axes.figure.dpi_scale_trans

    @property
    def width(self) -> float:
        """How wide the whole figure is, in px."""
        return self._width

    def bands(self, starts: Pixels, ends: Pixels, color: str) -> None:
        """Shade spans of days over the whole height."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        # Bands that touch are one: a hundred years of them would be slow, and look the same.
        first = np.append(True, starts[1:] > ends[:-1])
        last = np.append(first[1:], True)
        starts, ends = starts[first], ends[last]
        days = np.column_stack((starts, starts, ends, ends, starts)).ravel()
        low, high = self.frame.low, self.frame.high
        heights = np.tile((low, high, high, low, low), starts.size)
        codes = (Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)
        path = Path(np.column_stack((days, heights)), codes * starts.size)
        band = PathPatch(path, facecolor=color, linewidth=0, zorder=_BANDS, gid="band")
        self._axes.add_artist(band)

    def levels(self, values: Sequence[float], color: str, gid: str) -> None:
        """Draw level lines across the frame."""
        ends = (self.frame.first, self.frame.last, math.nan)
        self._add(
            ends * len(values),
            [height for value in values for height in (value, value, math.nan)],
            color=color,
            linewidth=1.0,
            zorder=_GRID,
            snap=True,
            clip_on=False,
            gid=gid,
        )

    def uprights(self, places: Sequence[float], color: str, gid: str, top: float) -> None:
        """Draw upright lines from the foot of the frame up to a value."""
        ends = (self.frame.low, top, math.nan)
        self._add(
            [place for at in places for place in (at, at, math.nan)],
            ends * len(places),
            color=color,
            linewidth=1.0,
            zorder=_GRID,
            snap=True,
            clip_on=False,
            gid=gid,
        )

    def bars(self, boxes: Sequence[Box], color: str, gid: str, edge: str = "") -> None:
        """Fill rectangles of the frame's own units, with an edge of another colour or without."""
        from matplotlib.patches import Rectangle

        for box in boxes:
            self._axes.add_artist(
                Rectangle(
                    (box.left, box.bottom),
                    box.width,
                    box.height,
                    facecolor=color,
                    edgecolor=edge or "none",
                    linewidth=1.2 if edge else 0,
                    zorder=_GRID,
                    gid=gid,
                )
            )

    def upright_bars(
        self, xs: Numbers, lows: Pixels, highs: Pixels, width: float, color: str
    ) -> None:
        """Draw upright bars of a width in px, each from one value to another."""
        breaks = np.full(lows.size, math.nan)
        self._add(
            np.repeat(xs, 3),
            np.column_stack((lows, highs, breaks)).ravel(),
            color=color,
            linewidth=width,
            solid_capstyle="butt",
            zorder=_GRID,
            gid="bar",
        )

    def shape(
        self,
        points: Sequence[tuple[float, float]],
        moves: str,
        fill: str,
        edge: str,
        gid: str,
        *,
        width: float = 1.2,
        dashes: tuple[float, float] | None = None,
        over: bool = False,
    ) -> None:
        """Fill a closed shape; `moves` says of each point: M start, L line, Q or C of a curve.

        It lies under lines and markers, unless `over` them.
        """
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        kinds = {"M": Path.MOVETO, "L": Path.LINETO, "Q": Path.CURVE3, "C": Path.CURVE4}
        path = Path([*points, points[0]], [*(kinds[move] for move in moves), Path.CLOSEPOLY])
        patch = PathPatch(
            path,
            facecolor=fill,
            edgecolor=edge,
            linewidth=width,
            linestyle=(0, dashes) if dashes else "solid",
            zorder=_OVER if over else _GRID,
            gid=gid,
        )
        self._axes.add_artist(patch)

    def line(self, days: Numbers, values: Numbers, **style: Unpack[Style]) -> None:
        """Draw a line that breaks where values are NaN."""
        self._add(days, values, zorder=_LINE, **style)

    def ribbon(
        self,
        days: Numbers,
        lows: Pixels,
        highs: Pixels,
        color: str,
        gid: str,
        *,
        under: bool = False,
    ) -> None:
        """Fill the area between two lines, which breaks where they are NaN; `under` the dots."""
        self._axes.fill_between(
            days,
            lows,
            highs,
            where=np.isfinite(lows).tolist(),
            color=color,
            linewidth=1.0,
            zorder=_BANDS if under else _LINE,
            gid=gid,
        )

    def intervals(self, days: Numbers, lows: Pixels, highs: Pixels, **style: Unpack[Style]) -> None:
        """Draw an upright bar at each day, under all lines and markers."""
        self._add(
            np.repeat(days, 3),
            np.column_stack((lows, highs, np.full(lows.size, np.nan))).ravel(),
            zorder=_GRID,
            **style,
        )

    def markers(self, days: Numbers, values: Numbers, **style: Unpack[Style]) -> None:
        """Draw a marker at each point."""
        self._add(days, values, zorder=_DOTS, linestyle="none", **style)

    def _add(self, days: Numbers, values: Numbers, **style: Unpack[_Style]) -> None:
        from matplotlib.lines import Line2D

        # Not `Axes.plot`: it looks for units and limits, which are known here.
        self._axes.add_artist(Line2D(days, values, **style))

    def cells(
        self, xs: Numbers, ys: Numbers, size: tuple[float, float], colors: Colors, gid: str
    ) -> None:
        """Fill rectangles of one size in px, centred on points of the frame, each in its colour."""
        shape = _rectangle(*size)
        self._stamp(shape, xs, ys, facecolors=colors, linewidths=0, gid=gid, zorder=_DOTS)

    def frames(
        self, xs: Numbers, ys: Numbers, size: tuple[float, float], colors: Colors, gid: str
    ) -> None:
        """Draw rectangles as `cells` does, as frames of 2 px that are empty inside."""
        inner = _rectangle(size[0] - 2, size[1] - 2)
        self._stamp(
            inner,
            xs,
            ys,
            facecolors="none",
            edgecolors=colors,
            linewidths=2,
            gid=gid,
            zorder=_DOTS,
        )

    def stamps(self, text: str, xs: Numbers, ys: Numbers, color: str, gid: str) -> None:
        """Write one text at many points of the frame, centred on each: a shape, not a text."""
        shape = _shape_of(text, self.look.text_size)
        self._stamp(shape, xs, ys, facecolors=[color], linewidths=0, gid=gid, zorder=_TEXT)

    def _stamp(self, shape: Path, xs: Numbers, ys: Numbers, **style: Unpack[_Stamp]) -> None:
        from matplotlib.collections import PathCollection
        from matplotlib.transforms import Affine2D

        many = PathCollection(
            [shape],
            offsets=np.column_stack((xs, ys)),
            offset_transform=self._axes.transData,
            clip_on=False,
            **style,
        )
        many.set_transform(Affine2D().scale(1 / PIXELS_AN_INCH) + self._pixels)
        self._axes.add_artist(many)

    def text(
        self,
        box: Box,
        text: str,
        *,
        gid: str,
        color: str | None = None,
        weight: int = REGULAR,
    ) -> None:
        """Write a line of text into the box that `box_of` gave for it."""
        baseline = box.bottom + _DESCENT * self.look.text_size
        line = new_label(
            box.left / PIXELS_AN_INCH,
            baseline / PIXELS_AN_INCH,
            text,
            transform=self._pixels,
            color=color or self.look.color("ink_2"),
            fontweight=weight,
            zorder=_TEXT,
            gid=gid,
        )
        self._axes.add_artist(line)

    def box_of(self, text: str, left: float, middle: float, weight: int = REGULAR) -> Box:
        """Return the box of a line of text whose capitals are centred on a height."""
        size = self.look.text_size
        baseline = middle - _HALF_CAPITAL * size
        right = left + text_width(text, size, weight)
        return Box(left, baseline - _DESCENT * size, right, baseline + _ASCENT * size)

    def boxes_of(self, text: str, lefts: Pixels, middles: Pixels, weight: int = REGULAR) -> Boxes:
        """Return many boxes of one text, as `box_of` does."""
        one = self.box_of(text, 0, 0, weight)
        return Boxes(lefts, middles + one.bottom, one.width, one.height)

    def centred_box(self, text: str, centre: float, middle: float, within: Box) -> Box:
        """Return the box of a text centred on a point, moved to stay within the sides of a box."""
        width = text_width(text, self.look.text_size)
        left = min(max(centre - width / 2, within.left), within.right - width)
        return self.box_of(text, left, middle)


@lru_cache(maxsize=512)
def _shape_of(text: str, size: float) -> Path:
    """Return the outlines of a text around the origin: laying them out is what costs."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import TextPath

    font = FontProperties(family=list(families()), weight=REGULAR)
    left, down = text_width(text, size) / 2, _HALF_CAPITAL * size
    return TextPath((-left, -down), text, size=size, prop=font)


def _rectangle(width: float, height: float) -> Path:
    """Return a rectangle around the origin."""
    from matplotlib.path import Path

    across, up = width / 2, height / 2
    corners = ((-across, -up), (across, -up), (across, up), (-across, up), (-across, -up))
    return Path(corners, closed=True)
