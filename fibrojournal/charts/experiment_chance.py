"""Could chance do this? What every order of the coins would have made of the same days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.experiment import Verdict
from fibrojournal.charts import Chart
from fibrojournal.charts import experiment as pairs
from fibrojournal.charts import experiment_words as words
from fibrojournal.charts.layout import Box, Boxes, Frame
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.measures import Measure
from fibrojournal.text import N_, _

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Lengths in pixels at 100 % text.
_PLOT, _HEAD, _FOOT = 120.0, 26.0, 26.0
_WIDTHS = (0.1, 0.2, 0.5, 1.0, 2.0)
_MOST_COLUMNS = 41
_GAP = 0.12
"""Of a column: the room between it and the next."""
_NEARLY = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class ChanceView(View):
    """Orders of the coins in columns, by the difference that each would have shown."""

    measure: Measure
    verdict: Verdict | None
    width: float
    """Points that a column spans; the middle one lies around 0."""
    orders: NDArray[np.int64]
    """Orders of the coins in each column."""
    as_far: NDArray[np.int64]
    """Of these, those that do as much as the real order."""
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return _("Could chance do this?")

    @property
    def is_empty(self) -> bool:
        """Without an answer there is nothing to compare."""
        return self.verdict is None

    def height(self, width: float, scale: float) -> int:
        """Return how high the chart should be, in px; the width does not matter."""
        return 0 if self.is_empty else round(_PLOT + scale * (_HEAD + _FOOT))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a column, also an empty one."""
        width, height = size_of(figure)
        box = Box(0, look.px(_FOOT), width, max(height - look.px(_HEAD), look.px(_FOOT) + 1))
        count = self.orders.size
        frame = Frame(box, 0, count, 0, float(self.orders.max(initial=1)))
        (axes,) = clean_axes(figure, [box])
        pen = Pen(axes, frame, look)
        for colors, low, high in (
            (look.color("border_strong"), np.zeros(count), self.orders - self.as_far),
            (look.tokens.measure(self.measure.id), self.orders - self.as_far, self.orders),
        ):
            columns = [
                Box(at + _GAP / 2, float(low[at]), at + 1 - _GAP / 2, float(high[at]))
                for at in range(count)
                if high[at] > low[at]
            ]
            pen.bars(columns, colors, "orders")
        pen.levels([0], look.color("border_strong"), "baseline")
        self._draw_words(pen)
        column = box.width / count
        lefts = column * np.arange(count, dtype=np.float64)
        return Drawn(Boxes(lefts, np.full(count, box.bottom), column, box.height), leap=5)

    def read_out(self, at: int) -> str:
        """Say how many orders a column holds."""
        return _("{points} points: {some} of {all} orders of the coins.").format(
            points=self._points(at), some=self.orders[at], all=int(self.orders.sum())
        )

    def table(self) -> Table:
        """List every column that holds an order."""
        rows = (
            (self._points(at), str(self.orders[at]), str(self.as_far[at]))
            for at in np.flatnonzero(self.orders).tolist()
        )
        headers = (_("Difference"), _("Orders of the coins"), _("As far out as yours"))
        return Table(headers, tuple(rows))

    def _points(self, at: int) -> str:
        return words.signed(self.width * (at - self.orders.size // 2))

    def _draw_words(self, pen: Pen) -> None:
        difference = self.verdict.difference if self.verdict else 0.0
        frame, look, last = pen.frame, pen.look, self.orders.size - 1
        within = Box(0, 0, pen.width, frame.box.top)
        below = look.px(_FOOT) / 2 - 2
        for at, name in (
            (0, self._points(0)),
            (last / 2, _("no difference")),
            (last, self._points(last)),
        ):
            pen.text(pen.centred_box(name, frame.x(at + 0.5), below, within), name, gid="tick")
        place = last / 2 + difference / self.width + 0.5
        color = look.color("ink")
        pen.uprights([place], color, "yours", frame.high)
        name = _("your result")
        above = frame.box.top + look.px(_HEAD) / 2
        pen.text(
            pen.centred_box(name, frame.x(place), above, within),
            name,
            gid="yours",
            color=color,
            weight=STRONG,
        )


def of_material(material: Material, scope: Scope) -> ChanceView:
    """Show the orders of the coins of the experiment that was chosen."""
    view = pairs.of_material(material, scope)
    verdict = view.read.verdict if view.read else None
    if verdict is None:
        nothing = np.zeros(0, dtype=np.int64)
        said = view.sentence
        return ChanceView(view.measure, None, 1.0, nothing, nothing, said, "", said)
    reach = float(np.abs(verdict.by_chance).max())
    width = next((one for one in _WIDTHS if 2 * reach / one < _MOST_COLUMNS - 1), _WIDTHS[-1])
    middle = round(reach / width)
    columns = np.rint(verdict.by_chance / width).astype(np.int64) + middle
    is_far = np.abs(verdict.by_chance) >= abs(verdict.difference) - _NEARLY
    orders = np.bincount(columns, minlength=2 * middle + 1)
    as_far = np.bincount(columns[is_far], minlength=2 * middle + 1)
    said = words.by_chance(verdict)
    return ChanceView(view.measure, verdict, width, orders, as_far, said, "", said)


CHART = Chart("experiment_chance", N_("Could chance do this?"), Needs(), of_material)
"""Beside the pairs, on the page of experiments alone."""
