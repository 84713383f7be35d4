"""Design tokens: the colours and sizes of `resources/tokens.toml`, for window and charts alike."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from fibrojournal import resources

THEMES = ("light", "dark", "quiet", "quiet_paper")


@dataclass(frozen=True)
class Tokens:
    """One theme's colours (as "#RRGGBB") with the sizes that all themes share."""

    theme: str
    data: dict[str, Any]

    def color(self, name: str) -> str:
        """Return a colour of the theme, such as `surface` or `ink_2`."""
        color: str = self._theme[name]
        return color

    def measure(self, measure_id: str) -> str:
        """Return the colour that draws a measure; those without one of their own use ink-2."""
        color: str = self._theme["measure"].get(measure_id, self._theme["ink_2"])
        return color

    def marker(self, measure_id: str) -> str:
        """Return the name of the marker that draws a measure."""
        marker: str = self.data["chart"]["marker"].get(measure_id, "pentagon")
        return marker

    def factor(self, factor_id: str) -> str:
        """Return the colour of a factor's icon."""
        color: str = self._theme["factor"].get(factor_id, self._theme["ink_2"])
        return color

    @property
    def ramp(self) -> tuple[str, ...]:
        """The eleven steps of the heat ramp, 0 to 10."""
        return tuple(self._theme["ramp"]["steps"])

    @property
    def selected_ink(self) -> str:
        """The digit on a selected rating cell."""
        color: str = self.data["rating"]["selected_ink"][self.theme]
        return color

    @property
    def tint_below(self) -> float:
        """How much of the measure's colour stands in the cells below the selected one."""
        share: float = self.data["rating"]["tint_below"][self.theme]
        return share

    def px(self, group: str, name: str) -> int:
        """Return a size, such as `("space", "m")`, at 100 % text."""
        return int(self.data[group][name])

    def heat_ink(self, step: str) -> str:
        """Return the text colour with the highest contrast on a step of the ramp."""
        names = self.data["chart"]["heat_cell_text"]
        inks = [name if name.startswith("#") else self.color(name) for name in names]
        return max(inks, key=lambda ink: contrast(ink, step))

    @property
    def _theme(self) -> dict[str, Any]:
        theme: dict[str, Any] = self.data["theme"][self.theme]
        return theme


@cache
def tokens(theme: str) -> Tokens:
    """Load a theme by name. Raises KeyError for one that does not exist."""
    data = tomllib.loads(resources.text("tokens.toml"))
    if theme not in data["theme"]:
        raise KeyError(theme)
    return Tokens(theme, data)


def rgb(color: str) -> tuple[int, int, int]:
    """Split "#RRGGBB" into three numbers 0-255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(under: str, over: str, share: float) -> str:
    """Mix two colours in sRGB; `share` of the second."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(under), rgb(over), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


@lru_cache(maxsize=1024)
def luminance(color: str) -> float:
    """Relative luminance by WCAG 2.2."""
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in rgb(color))
    )
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
