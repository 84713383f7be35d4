"""Activity and an outcome by four weeks at a time, one above the other: the slow side of it.

Days and months may well point in opposite ways, so the two are never put into one number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.slow_and_fast import BLOCK, BLOCKS_NEEDED, NOTED_IN_A_BLOCK, slowly
from fibrojournal.charts import blocks
from fibrojournal.charts.kinds import answered, outcome_of
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.trend_words import date_text, joined, mean_text
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.style import Look

ACTIVITY = "activity"
NEEDS = Needs((ACTIVITY, "pain"))

BLOCKS = 39
"""It looks back three years at most, whatever is in view: people change."""


@dataclass(frozen=True, slots=True, eq=False)
class FourWeeksView(View):
    """The means of two measures by four weeks, all that they show, say and list."""

    measures: tuple[Measure, ...]
    means: tuple[NDArray[np.float64], ...]
    """By measure, one entry each four weeks, oldest first; NaN where too few days were noted."""
    starts: tuple[date, ...]
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        one, other = self.measures
        return _("{measure} and {other} by four weeks").format(
            measure=one.worded_label, other=other.inner_label
        )

    @property
    def is_empty(self) -> bool:
        """Tell whether too few weeks were noted to draw them."""
        return not self.starts

    @property
    def end(self) -> date:
        """The last day."""
        return self.starts[-1] + timedelta(days=BLOCK - 1)

    def height(self, width: float, scale: float) -> int:
        """Return how high the panels should be; the width does not matter."""
        return blocks.wanted_height(len(self.measures), scale)

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is four weeks, through all panels."""
        return blocks.draw(figure, self, look)

    def read_out(self, at: int) -> str:
        """Say the means of four weeks."""
        means = [
            _("{measure}: nothing noted.").format(measure=measure.short_label)
            if np.isnan(values[at])
            else _("{measure} {mean} on average.").format(
                measure=measure.short_label, mean=mean_text(measure, float(values[at]))
            )
            for measure, values in zip(self.measures, self.means, strict=True)
        ]
        return joined([_("{part}.").format(part=self._span(at)), *means])

    def table(self) -> Table:
        """List every four weeks."""
        headers = (_("Four weeks"), *(measure.short_label for measure in self.measures))
        rows = [
            (
                self._span(at),
                *(
                    "" if np.isnan(values[at]) else mean_text(measure, float(values[at]))
                    for measure, values in zip(self.measures, self.means, strict=True)
                ),
            )
            for at in range(len(self.starts))
        ]
        return Table(headers, tuple(rows))

    def _span(self, at: int) -> str:
        start = self.starts[at]
        return _("{start} to {end}").format(
            start=date_text(start, years=False),
            end=date_text(start + timedelta(days=BLOCK - 1), years=True),
        )


def of_material(material: Material, scope: Scope) -> FourWeeksView:
    """Describe activity and the chosen outcome by four weeks, up to the end of the scope."""
    activity = material.measure(ACTIVITY)
    outcome = outcome_of(material, scope, but=ACTIVITY)
    reach = Scope(scope.end - timedelta(days=BLOCKS * BLOCK - 1), scope.end, scope.today)
    factor, felt = (answered(one, material, reach).values for one in (activity, outcome))
    slow = slowly(factor, felt)
    measures = (activity, outcome)
    if not slow.is_fair:
        missing = _(
            "{blocks} spans of four weeks, each with {days} days of both, are needed here;"
            " you have {n}."
        ).format(blocks=BLOCKS_NEEDED, days=NOTED_IN_A_BLOCK, n=slow.blocks)
        return FourWeeksView(measures, (), (), missing, "", missing)
    first = int(np.isfinite(slow.factor).argmax())
    starts = tuple(reach.start + timedelta(days=int(day)) for day in slow.starts[first:])
    sentence = _(
        "From four weeks to the next, {measure} and {other} went the same way in {same} of {n}"
        " steps, opposite ways in {opposite}."
    ).format(
        measure=activity.inner_label,
        other=outcome.inner_label,
        same=slow.same_way,
        opposite=slow.other_way,
        n=int(np.isfinite(np.diff(slow.factor)).sum()),
    )
    detail = joined(
        [
            _("A description: months follow months, so a few of them say little."),
            _("Single days may well point the other way."),
            _("Over months, exercise helps many people."),
        ]
    )
    means = slow.factor[first:], slow.outcome[first:]
    return FourWeeksView(measures, means, starts, sentence, detail, joined([sentence, detail]))
