"""A canvas without a window that draws each label once.

Laying out and rasterising a line of text costs matplotlib about as much as a year of days, and a
chart that is paged through shows the same few labels again and again. So the canvas keeps the
pixels of each label it has drawn. They are those that matplotlib would draw on a whole pixel.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal, TypedDict, Unpack

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase, RendererBase
    from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.patches import Patch
    from matplotlib.path import Path
    from matplotlib.text import Text
    from matplotlib.transforms import Transform, TransformedPath

_MOST_LABELS = 200
_MARGIN = 3
"""Glyphs may reach a little over the box that they are measured by."""


class LabelStyle(TypedDict):
    """How a label looks, in matplotlib's words."""

    transform: Transform
    color: str
    fontweight: int
    zorder: float
    gid: str


def new_canvas(figure: Figure) -> FigureCanvasAgg:
    """Put a figure on a canvas that remembers its labels."""
    return _canvas_class()(figure)


def new_label(x: float, y: float, text: str, **style: Unpack[LabelStyle]) -> Text:
    """Make a level line of text that such a canvas draws at once, where it knows the pixels."""
    return _label_class()(x, y, text, verticalalignment="baseline", clip_on=False, **style)


@cache
def _label_class() -> type[Text]:
    from matplotlib.text import Text

    class Label(Text):
        """Looks for its pixels before it lays itself out, which takes longer than all else."""

        def draw(self, renderer: RendererBase) -> None:
            """Draw it with its baseline's left end at its position."""
            draw_known = getattr(renderer, "draw_known", None)  # a file's has none
            place = self.get_transform().transform(self.get_position())
            if draw_known is None or not draw_known(self, *place):
                super().draw(renderer)

        def set_clip_path(
            self, path: Patch | Path | TransformedPath | None, transform: Transform | None = None
        ) -> None:
            """Take none: a label is never clipped, and axes work one out for each."""

    return Label


@cache
def _renderer_class() -> type[RendererAgg]:
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.colors import to_rgba

    class RememberingRenderer(RendererAgg):
        """Draws text from memory where it can."""

        labels: ClassVar[dict[Hashable, tuple[NDArray[np.uint8], int]]] = {}

        def draw_text(  # noqa: PLR0917  matplotlib's signature
            self,
            gc: GraphicsContextBase,
            x: float,
            y: float,
            s: str,
            prop: FontProperties,
            angle: float,
            ismath: bool | Literal["TeX"] = False,  # noqa: FBT001, FBT002
            mtext: Text | None = None,
        ) -> None:
            """Draw a level line of text with its baseline's left end at a pixel."""
            key = self._key(s, prop, gc.get_rgb())
            if key not in self.labels:
                if len(self.labels) >= _MOST_LABELS:
                    self.labels.clear()
                self.labels[key] = self._label(gc, s, prop, mtext)
            self._draw(gc, key, x, y)

        def draw_known(self, label: Text, x: float, y: float) -> bool:
            """Draw a label that was drawn before, `y` px from the foot; tell whether it was."""
            rgb = to_rgba(label.get_color())
            key = self._key(label.get_text(), label.get_fontproperties(), rgb)
            if key in self.labels:
                self._draw(self.new_gc(), key, x, self.height - y)
            return key in self.labels

        def _key(self, text: str, prop: FontProperties, rgb: tuple[float, ...]) -> Hashable:
            look = (*prop.get_family(), prop.get_weight(), prop.get_size_in_points())
            return text, look, rgb, self.dpi

        def _draw(self, gc: GraphicsContextBase, key: Hashable, x: float, y: float) -> None:
            pixels, below = self.labels[key]
            self.draw_image(gc, round(x) - _MARGIN, self.height - round(y) - below, pixels)

        def _label(
            self, gc: GraphicsContextBase, text: str, prop: FontProperties, mtext: Text | None
        ) -> tuple[NDArray[np.uint8], int]:
            """Return a label's pixels, lowest row first, and how many lie under its baseline."""
            width, height, descent = self.get_text_width_height_descent(  # type: ignore[no-untyped-call]
                text, prop, ismath=False
            )
            below = round(descent) + _MARGIN
            size = (int(width) + 2 * _MARGIN + 2, int(height) + 2 * _MARGIN + 2)
            paper = RendererAgg(*size, self.dpi)
            paper.draw_text(gc, _MARGIN, size[1] - below, text, prop, 0, mtext=mtext)
            return np.asarray(paper.buffer_rgba())[::-1].copy(), below

    return RememberingRenderer


@cache
def _canvas_class() -> type[FigureCanvasAgg]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    class RememberingCanvas(FigureCanvasAgg):
        """Keeps one renderer for as long as the size stays the same."""

        _fits: tuple[int, int, float] | None = None

        def get_renderer(self) -> RendererAgg:
            """Return the renderer for the figure's present size."""
            width, height = (int(length) for length in self.figure.bbox.size)
            size = (width, height, self.figure.dpi)
            if self._fits != size:
                self._fits = size
                self.renderer = _renderer_class()(*size)
            renderer: RendererAgg = self.renderer
            return renderer

    return RememberingCanvas
