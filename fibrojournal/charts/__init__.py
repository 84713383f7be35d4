"""Charts: each a file with a `draw` function, and its line in `CHARTS`.

A chart draws on a matplotlib figure that it is handed and knows no window. matplotlib is imported
inside functions only, since it takes longer to load than the window to open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fibrojournal.charts import trend
from fibrojournal.text import N_

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.layout import Frame
    from fibrojournal.charts.style import Look
    from fibrojournal.charts.trend_view import TrendView


@dataclass(frozen=True, slots=True)
class Chart:
    """One kind of chart: its id in commands and traces, its name, and what draws it."""

    id: str
    name: str
    draw: Callable[[Figure, TrendView, Look], tuple[Frame, ...]]


CHARTS: tuple[Chart, ...] = (Chart("trend", N_("Trend"), trend.draw),)
