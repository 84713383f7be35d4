"""Charts as plain pictures: bytes for a window to show, and which day lies under which pixel."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts import style, trend
from fibrojournal.charts.axis import day_number, day_of
from fibrojournal.charts.layout import Frame
from fibrojournal.charts.trend_view import TrendView, trend_view
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.tokens import Tokens, tokens

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg


@dataclass(frozen=True, slots=True)
class Area:
    """Part of a picture, in device-independent pixels from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn trend."""

    rgba: bytes
    """Rows of red, green, blue, alpha from the top; `width` x `height` device pixels, opaque."""
    width: int
    height: int
    ratio: float
    """Device pixels in one device-independent pixel."""
    areas: tuple[Area, ...]
    """Where each measure is drawn, the upper one first."""
    start: date
    end: date
    frames: tuple[Frame, ...]

    def x_of(self, day: date) -> float:
        """Return how far from the left a day stands, in device-independent pixels."""
        return self.frames[0].x(day_number(day))

    def day_at(self, x: float) -> date | None:
        """Return the day nearest to a place, or None left and right of the days."""
        number = round(self.frames[0].day_at(x))
        inside = day_number(self.start) <= number <= day_number(self.end)
        return day_of(number) if inside else None


class TrendCanvas:
    """Draws trends, always on the same figure: a figure holds some 19 MB."""

    def __init__(self) -> None:
        self._canvas: FigureCanvasAgg | None = None

    def render(
        self,
        view: TrendView,
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
            frames = trend.draw(canvas.figure, view, look)
            canvas.draw()
        width, height = canvas.get_width_height(physical=True)
        areas = tuple(
            Area(
                frame.box.left,
                height / ratio - frame.box.top,
                frame.box.width,
                frame.box.height,
            )
            for frame in frames
        )
        rgba = bytes(canvas.buffer_rgba())
        return Picture(rgba, width, height, ratio, areas, view.start, view.end, frames)

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


def warm_up() -> None:
    """Load matplotlib and the fonts, as far as that can be done before the first chart."""
    days = np.arange(30)
    answers = Answers(days, np.full(30, 5.0), days % 5 == 0, days < 0)
    view = trend_view([(MEASURE_BY_ID["pain"], answers)], day_of(0), day_of(29), today=day_of(29))
    TrendCanvas().render(view, (300, 200), tokens("light"))
