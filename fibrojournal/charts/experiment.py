"""The pairs of an experiment: each as two joined marks on the scale of its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.analysis.experiment import PairMeans, ReadOut, read_out
from fibrojournal.analysis.grid import on_calendar
from fibrojournal.charts import Chart
from fibrojournal.charts import experiment_words as words
from fibrojournal.charts.axis import ValueAxis, day_number, value_axis
from fibrojournal.charts.layout import Box, Boxes, Frame
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import REGULAR, STRONG, Look, text_lines, text_width
from fibrojournal.charts.trend_words import joined, mean_text
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.experiments import Experiment, Way, experiments
from fibrojournal.journal.measures import Measure
from fibrojournal.text import N_, _

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Lengths in pixels at 100 % text.
_ROW, _KEY, _FOOT, _GAP, _MARK = 26.0, 22.0, 44.0, 12.0, 11.0
_BELOW_KEY = 8.0
_LINE = 2.5


@dataclass(frozen=True, slots=True, eq=False)
class ExperimentView(View):
    """All that the chart shows, says and lists."""

    experiment: Experiment | None
    measure: Measure
    read: ReadOut | None
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return _("Pair by pair")

    @property
    def is_empty(self) -> bool:
        """Without a pair that ran there is nothing to draw."""
        return not self.pairs

    @property
    def option(self) -> str:
        """The experiment that it shows."""
        return self.experiment.id if self.experiment else ""

    @property
    def pairs(self) -> tuple[PairMeans, ...]:
        """The pairs that ran."""
        return self.read.pairs if self.read else ()

    def height(self, width: float, scale: float) -> int:
        """Return how high the chart should be, in px: a row a pair, and a line or more a way."""
        if self.is_empty:
            return 0
        size = 13 * scale
        lines = sum(len(text_lines(one, size, width - scale * _KEY, STRONG)) for one in self._ways)
        return round(scale * (_ROW * len(self.pairs) + _KEY * lines + _BELOW_KEY + _FOOT))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a pair."""
        width, height = size_of(figure)
        axis = self._axis
        keys = [
            text_lines(one, look.text_size, width - look.px(_KEY), STRONG) for one in self._ways
        ]
        head = look.px(_KEY * sum(map(len, keys)) + _BELOW_KEY)
        left = _widest([_pair(at) for at in range(len(self.pairs))], look) + look.px(_GAP)
        right = _widest([self._difference(at) for at in range(len(self.pairs))], look)
        box = Box(
            left + look.px(_GAP),
            look.px(_FOOT),
            max(width - right - look.px(2 * _GAP), left + look.px(2 * _GAP)),
            max(height - head, look.px(_FOOT) + 1),
        )
        frame = Frame(box, axis.low, axis.high, 0, len(self.pairs))
        (axes,) = clean_axes(figure, [box])
        pen = Pen(axes, frame, look)
        self._draw_key(pen, keys, height)
        self._draw_scale(pen, axis)
        for at in range(len(self.pairs)):
            self._draw_pair(pen, at, width)
        row = box.height / len(self.pairs)
        bottoms = box.bottom + row * np.arange(len(self.pairs) - 1, -1, -1, dtype=np.float64)
        return Drawn(Boxes(np.zeros(len(self.pairs)), bottoms, width, row), leap=5)

    def read_out(self, at: int) -> str:
        """Say a pair with its two averages."""
        return words.of_pair(self.measure, _pair(at), self.pairs[at])

    def table(self) -> Table:
        """List every pair that ran."""
        rows = (
            (
                _pair(at),
                *(
                    _("left out") if mean is None else mean_text(self.measure, mean)
                    for mean in (pair.first, pair.second)
                ),
                self._difference(at),
            )
            for at, pair in enumerate(self.pairs)
        )
        ways = self._ways or (_("First way"), _("Second way"))
        return Table((_("Pair"), *ways, _("Difference")), tuple(rows))

    @property
    def _ways(self) -> tuple[str, ...]:
        return tuple(self.experiment.words(way) for way in Way) if self.experiment else ()

    @property
    def _axis(self) -> ValueAxis:
        means = (mean for pair in self.pairs for mean in (pair.first, pair.second))
        return value_axis(self.measure, np.array([mean for mean in means if mean is not None]))

    def _difference(self, at: int) -> str:
        """Write the difference of the averages as printed, so that it fits them."""
        pair = self.pairs[at]
        if pair.first is None or pair.second is None:
            return _("left out")
        return words.signed(round(pair.first, 1) - round(pair.second, 1))

    def _draw_key(self, pen: Pen, keys: list[list[str]], height: float) -> None:
        look = pen.look
        middle = height - look.px(_KEY) / 2
        for way, lines in zip(Way, keys, strict=True):
            _mark(pen, way, self.measure, look.px(_MARK) / 2 + 1, middle)
            for line in lines:
                color = _color(look, way, self.measure)
                place = pen.box_of(line, look.px(_KEY), middle, STRONG)
                pen.text(place, line, gid="way", color=color, weight=STRONG)
                middle -= look.px(_KEY)

    def _draw_scale(self, pen: Pen, axis: ValueAxis) -> None:
        frame, look = pen.frame, pen.look
        if look.has_grid:
            pen.uprights(axis.few_ticks, look.color("grid"), "grid", frame.high)
        pen.levels([0], look.color("border_strong"), "baseline")
        within = Box(0, 0, pen.width, frame.box.bottom)
        middle = frame.box.bottom - look.px(_FOOT) / 4
        for tick in axis.few_ticks:
            label = axis.label(tick)
            pen.text(pen.centred_box(label, frame.x(tick), middle, within), label, gid="tick")
        name = words.average_of(self.measure)
        place = pen.centred_box(name, (frame.box.left + frame.box.right) / 2, middle / 3, within)
        pen.text(place, name, gid="axis")

    def _draw_pair(self, pen: Pen, at: int, width: float) -> None:
        frame, look, pair = pen.frame, pen.look, self.pairs[at]
        row = len(self.pairs) - at - 0.5
        middle = frame.y(row)
        name = _pair(at)
        pen.text(pen.box_of(name, 0, middle), name, gid="pair")
        counts = pair.difference is not None
        if pair.first is not None and pair.second is not None:
            color = _color(look, Way.FIRST, self.measure)
            low, high = sorted((pair.first, pair.second))
            half = _LINE / 2 * len(self.pairs) / frame.box.height
            pen.bars([Box(low, row - half, high, row + half)], color, "joined")
        for way, mean in ((Way.SECOND, pair.second), (Way.FIRST, pair.first)):
            if mean is not None:
                _mark(pen, way, self.measure, frame.x(mean), middle)
        label = self._difference(at)
        weight, ink = (STRONG, "ink") if counts else (REGULAR, "ink_3")
        left = width - text_width(label, look.text_size, weight) - 1
        place = pen.box_of(label, left, middle, weight)
        pen.text(place, label, gid="difference", color=look.color(ink), weight=weight)


def _mark(pen: Pen, way: Way, measure: Measure, x: float, y: float) -> None:
    """Draw the mark of a way: filled and round where it is tried, else an open square."""
    is_first, look = way is Way.FIRST, pen.look
    color = _color(look, way, measure)
    pen.markers(
        [pen.frame.day_at(x)],
        [pen.frame.value_at(y)],
        marker="o" if is_first else "s",
        markersize=look.px(_MARK if is_first else _MARK - 1),
        markerfacecolor=color if is_first else look.color("surface"),
        markeredgecolor=color,
        markeredgewidth=0 if is_first else 2,
        clip_on=False,
        gid=way.value,
    )


def _color(look: Look, way: Way, measure: Measure) -> str:
    return look.tokens.measure(measure.id) if way is Way.FIRST else look.color("ink_2")


def _pair(at: int) -> str:
    return _("Pair {number}").format(number=at + 1)


def _widest(labels: list[str], look: Look) -> float:
    return max((text_width(label, look.text_size, STRONG) for label in labels), default=0.0)


def result_of(experiment: Experiment, material: Material, scope: Scope) -> ReadOut:
    """Read an experiment out of a journal, up to the day before the one that is today."""
    lag = timedelta(days=experiment.lag)
    first = experiment.start + lag
    last = min(experiment.last + lag, scope.today - timedelta(days=1))
    grid = on_calendar(material.series[experiment.outcome], day_number(first), day_number(last))
    design = experiment.design
    return read_out(
        grid.counted,
        experiment.order,
        design.days,
        settling=design.settling,
        least=design.least,
    )


def of_material(material: Material, scope: Scope) -> ExperimentView:
    """Show the experiment that was chosen, as far as it has run; its outcome is the measure."""
    found = (one for one in experiments(material.common.settings) if one.id == scope.other)
    experiment = next(found, None)
    measure = material.measure(scope.measure)
    if experiment is None:
        sentence = _("This experiment is no longer there.")
        return ExperimentView(None, measure, None, sentence, "", sentence)
    read = result_of(experiment, material, scope)
    state = experiment.state(scope.today)
    sentence, detail = words.finding(experiment, measure, read, state)
    spoken = joined([part for part in (sentence, detail) if part])
    return ExperimentView(experiment, measure, read, sentence, detail, spoken)


CHART = Chart("experiment", N_("Pair by pair"), Needs(), of_material)
"""Not in the registry: it stands on the page of experiments, and a journal may hold none."""
