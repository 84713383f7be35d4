"""Charts as plain pictures: bytes for a window to show, and what lies under which pixel."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts import style
from fibrojournal.charts.axis import day_of
from fibrojournal.charts.trend_view import trend_view
from fibrojournal.charts.view import Drawn, View
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.tokens import Tokens, tokens

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

_REACH = 24.0
"""A mark further away than that is not meant."""


@dataclass(frozen=True, slots=True)
class Area:
    """Part of a picture, in device-independent pixels from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A drawn chart."""

    rgba: bytes
    """Rows of red, green, blue, alpha from the top; `width` x `height` device pixels, opaque."""
    width: int
    height: int
    ratio: float
    """Device pixels in one device-independent pixel."""
    drawn: Drawn

    @property
    def count(self) -> int:
        """How many marks can be pointed at."""
        return self.drawn.marks.left.size

    def area(self, at: int) -> Area:
        """Return where a mark stands."""
        box = self.drawn.marks.at(at)
        return Area(box.left, self.height / self.ratio - box.top, box.width, box.height)

    def nearest(self, x: float, y: float) -> int | None:
        """Return the mark nearest to a place, or None where none is near."""
        if not self.count:
            return None
        marks, up = self.drawn.marks, self.height / self.ratio - y
        across = np.maximum(marks.left - x, x - marks.left - marks.width)
        along = np.maximum(marks.bottom - up, up - marks.bottom - marks.height)
        away = np.hypot(np.maximum(across, 0), np.maximum(along, 0))
        at = int(away.argmin())
        return at if away[at] <= _REACH else None

    def beside(self, at: int, rows: int) -> int:
        """Return the mark so many rows above (-1) or below (1) another, the nearest sideways.

        The same mark where there is no further row.
        """
        marks = self.drawn.marks
        heights = np.unique(np.round(marks.bottom, 2))[::-1]
        row = int(np.searchsorted(-heights, -round(float(marks.bottom[at]), 2))) + rows
        if not 0 <= row < heights.size:
            return at
        there = np.flatnonzero(np.isclose(marks.bottom, heights[row], atol=0.02))
        return int(there[abs(marks.left[there] - marks.left[at]).argmin()])


class ChartCanvas:
    """Draws charts, always on the same figure: a figure holds some 19 MB."""

    def __init__(self) -> None:
        self._canvas: FigureCanvasAgg | None = None

    def render(
        self,
        view: View,
        size: tuple[float, float],
        theme: Tokens,
        *,
        scale: float = 1.0,
        ratio: float = 1.0,
    ) -> Picture:
        """Draw a view at a size in device-independent pixels.

        `scale` is that of text, `ratio` the device pixels in one device-independent pixel.
        """
        from matplotlib import rc_context

        look = style.Look(theme, scale)
        with rc_context(style.parameters(look)), warnings.catch_warnings():
            # A name may hold signs that no font here has; they are drawn as boxes.
            warnings.filterwarnings("ignore", message="Glyph ")
            canvas = self._canvas_of(size, ratio)
            canvas.figure.set_facecolor(look.color("surface"))
            drawn = view.draw(canvas.figure, look)
            canvas.draw()
        width, height = canvas.get_width_height(physical=True)
        return Picture(bytes(canvas.buffer_rgba()), width, height, ratio, drawn)

    def _canvas_of(self, size: tuple[float, float], ratio: float) -> FigureCanvasAgg:
        from matplotlib.figure import Figure

        from fibrojournal.charts.canvas import new_canvas

        if self._canvas is None:
            self._canvas = new_canvas(Figure())
        figure = self._canvas.figure
        figure.set_dpi(style.PIXELS_AN_INCH * ratio)
        # Whole device pixels, so that the picture is shown without being scaled.
        width, height = (max(round(length * ratio), 1) / ratio for length in size)
        figure.set_size_inches(width / style.PIXELS_AN_INCH, height / style.PIXELS_AN_INCH)
        return self._canvas


@cache
def warm_up() -> None:
    """Load matplotlib and the fonts, as far as that can be done before the first chart: once."""
    days = np.arange(30)
    answers = Answers(days, np.full(30, 5.0), days % 5 == 0, days < 0)
    view = trend_view([(MEASURE_BY_ID["pain"], answers)], day_of(0), day_of(29), today=day_of(29))
    ChartCanvas().render(view, (300, 200), tokens("light"))
