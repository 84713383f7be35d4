"""The look of every chart: colours and sizes from the tokens, the bundled fonts, nothing else.

Charts are laid out in device-independent pixels. A figure has 72 dots an inch times the screen's
pixel ratio, so that one point of matplotlib is one such pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from fibrojournal import resources
from fibrojournal.tokens import Tokens, mix

if TYPE_CHECKING:
    from matplotlib import RcParams
    from matplotlib.backends.backend_agg import RendererAgg

PIXELS_AN_INCH = 72

REGULAR = 400
STRONG = 600

_HINTING = "no_hinting"
"""Letters are then spaced as in the window's own text, and at every size alike."""

MARKERS = {
    "circle": "o",
    "square": "s",
    "triangle": "^",
    "triangle_down": "v",
    "diamond": "D",
    "thin_diamond": "d",
    "plus": "P",
    "cross": "X",
    "hexagon": "h",
    "pentagon": "p",
}

_MARKER_SIZES = {
    "square": 0.95,
    "triangle": 1.2,
    "triangle_down": 1.2,
    "thin_diamond": 1.3,
    "plus": 1.3,
    "cross": 1.3,
    "hexagon": 1.15,
    "pentagon": 1.15,
}


@dataclass(frozen=True, slots=True)
class Look:
    """One theme at one text size, in the terms of charts."""

    tokens: Tokens
    scale: float = 1.0

    @property
    def text_size(self) -> float:
        """The height of the text, in pixels: never under 13 at 100 %."""
        return self.px(self.tokens.px("type", "caption"))

    def px(self, length: float) -> float:
        """Scale a length that belongs to text."""
        return length * self.scale

    def color(self, name: str) -> str:
        """Return a colour of the theme."""
        return self.tokens.color(name)

    def dot(self, measure_id: str, *, crowded: bool = False) -> str:
        """Return the colour of a measure's days: its own, a little towards the surface.

        `crowded`: several days to a pixel, which would hide the line, so further towards it.
        """
        share: float = self.tokens.data["chart"]["day_dot_mix"] * (0.5 if crowded else 1.0)
        return mix(self.color("surface"), self.tokens.measure(measure_id), share)

    def marker(self, measure_id: str) -> str:
        """Return matplotlib's code for a measure's marker."""
        return MARKERS[self.tokens.marker(measure_id)]

    def marker_size(self, measure_id: str) -> float:
        """Return how large a measure's marker is drawn, so that all look equally large."""
        return _MARKER_SIZES.get(self.tokens.marker(measure_id), 1.0)

    @property
    def has_grid(self) -> bool:
        """Tell whether the theme draws grid lines; the quiet ones do not."""
        grid: bool = self.tokens.data["chart"]["grid"][self.tokens.theme]
        return grid


def parameters(look: Look) -> RcParams:
    """Return matplotlib's settings for a look, to be put in force while a chart is drawn."""
    from matplotlib import RcParams

    settings = {
        "font.family": list(families()),
        "font.size": look.text_size,
        "text.color": look.color("ink_2"),
        "text.parse_math": False,  # a person's "$" is a dollar
        "text.hinting": _HINTING,
        "axes.facecolor": look.color("surface"),
        "figure.facecolor": look.color("surface"),
        "lines.solid_capstyle": "round",
        "lines.solid_joinstyle": "round",
        "lines.dash_capstyle": "butt",
        "lines.scale_dashes": False,
        "path.simplify_threshold": 0.5,
    }
    return RcParams(settings)


@cache
def families() -> tuple[str, ...]:
    """Make the bundled fonts known to matplotlib; return the families to look for, best first.

    Later families lend the glyphs that earlier ones lack.
    """
    import logging

    from matplotlib.font_manager import fontManager

    # A family that lacks a weight lends its nearest; that is no news for anybody.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for file in sorted(resources.path("fonts").glob("Inter-*.ttf")):
        fontManager.addfont(str(file))
    known = {entry.name for entry in fontManager.ttflist}
    wanted = ("Inter", "Noto Sans", "DejaVu Sans")
    return tuple(family for family in wanted if family in known)


@lru_cache(maxsize=2048)
def text_width(text: str, size: float, weight: int = REGULAR) -> float:
    """Measure a line of text, in pixels."""
    from matplotlib import rcParams
    from matplotlib.font_manager import FontProperties

    font = FontProperties(family=list(families()), size=size, weight=weight)
    # Not `rc_context`: to put 300 settings back takes longer than to measure.
    before = rcParams["text.hinting"]
    rcParams["text.hinting"] = _HINTING
    try:
        width, _height, _descent = _measuring().get_text_width_height_descent(
            text, font, ismath=False
        )
    finally:
        rcParams["text.hinting"] = before
    return float(width)


def text_lines(text: str, size: float, width: float, weight: int = REGULAR) -> list[str]:
    """Break a text into lines of at most a width, in pixels; a longer word has a line to itself.

    It breaks at plain spaces alone, not at those that hold words together.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _measuring() -> RendererAgg:
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(1, 1, PIXELS_AN_INCH)
