"""Charts of the registry over made-up answers, and what they drew, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts import CHART_BY_ID
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.view import Drawn, View
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Day, Event
from tests.charts import charted
from tests.charts.diaries import END, answers

SIZES = ((330, 1.0), (690, 1.0), (900, 1.0), (330, 2.0), (690, 2.0))
"""Widths in px with sizes of text."""


def view_of(
    chart: str,
    series: Mapping[str, Answers],
    *,
    triggers: Mapping[str, Answers] | None = None,
    days: Sequence[Day] = (),
    events: Sequence[Event] = (),
    span: int = 365,
    measure: str = "pain",
) -> View:
    """Make a chart's view of so many days up to `END`; what is not given was never noted."""
    kind, common = CHART_BY_ID[chart], Common({str(at): event for at, event in enumerate(events)})
    nothing = answers({})
    material = Material(
        {id: series.get(id, nothing) for id in (*kind.needs.measures, measure)},
        {id: (triggers or {}).get(id, nothing) for id in kind.needs.triggers},
        days,
        common,
        common.questions,
        None,
    )
    return kind.view(material, Scope(END - timedelta(days=span - 1), END, END, measure))


def drawn(
    view: View, width: float = 690, scale: float = 1.0, theme: str = "light"
) -> tuple[Figure, Drawn]:
    """Draw a view at the height it asks for."""
    return charted.drawn(view, width=width, theme=theme, scale=scale)


def lines(figure: Figure, gid: str, panel: int = 0) -> list[Line2D]:
    """Find what was drawn in a panel under a name."""
    return [line for line in figure.axes[panel].lines if line.get_gid() == gid]


def heights(line: Line2D) -> NDArray[np.float64]:
    """Return the values that a line or its markers stand at."""
    return np.asarray(line.get_ydata(), float)


def assert_texts_stand_apart_and_inside(figure: Figure) -> None:
    """Check that no text leaves the figure or stands on another."""
    boxes = charted.text_boxes(figure)
    width, height = figure.bbox.size
    for at, (text, box) in enumerate(boxes):
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= width + 1 and box.y1 <= height + 1
        assert inside, f"{text!r} leaves the figure"
        for other, rival in boxes[at + 1 :]:
            across = min(box.x1, rival.x1) - max(box.x0, rival.x0)
            up = min(box.y1, rival.y1) - max(box.y0, rival.y0)
            assert across <= 1 or up <= 2, f"{text!r} stands on {other!r}"
