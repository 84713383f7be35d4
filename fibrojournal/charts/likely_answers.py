"""How sure a result is, counted out: twenty values of its effect, each as likely as the others.

Quantiles of the estimate's t distribution. Counted outcomes are judged better than an interval.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.analysis import composite
from fibrojournal.analysis.pages import Relation
from fibrojournal.charts.lag_view import signed
from fibrojournal.charts.layout import Box, Boxes, Frame, Pixels
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import Look
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.insights.names import noun, spoken_high
from fibrojournal.journal.questions import Questions
from fibrojournal.text import N_, _, sentence_case

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COUNT = 20
# Lengths in pixels at 100 % text.
_CIRCLE, _ARROW, _EDGE = 22.0, 8.0, 1.5
_CELL, _ROW = 30.0, 50.0
_TO_VALUE = 34.0
_ROOM = 4.0
_PER_ROW = (10, 5, 4)
_NONE = 0.05
"""A smaller value is written as none."""

_WORSE, _BETTER = N_("worse"), N_("better")
_HIGHER, _LOWER = N_("higher"), N_("lower")
_HOW_READ = N_("Given your days, each of these is as likely as the others.")


@dataclass(frozen=True, slots=True)
class LikelyView(View):
    """Twenty circles from the lowest value to the highest, with an arrow for its direction."""

    factor: str
    """The id of the measure whose colour the circles have."""
    outcome: str
    """The outcome inside a sentence."""
    up: str
    down: str
    values: tuple[float, ...]
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return _("20 equally likely answers")

    @property
    def is_empty(self) -> bool:
        """Without an estimate there are none."""
        return not self.values

    def height(self, width: float, scale: float) -> int:
        """Return how high the chart should be, in px."""
        rows = -(-len(self.values) // _per_row(width, scale))
        return round(rows * _ROW * scale)

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure, a pixel to a unit: a mark is a circle."""
        width, height = (max(length, 1.0) for length in size_of(figure))
        box = Box(0, 0, width, height)
        (axes,) = clean_axes(figure, [box])
        pen = Pen(axes, Frame(box, 0, width, 0, height), look)
        count = _per_row(width, look.scale)
        pitch = width / count
        at = np.arange(len(self.values), dtype=np.float64)
        x = (at % count + 0.5) * pitch
        top = height - np.floor(at / count) * look.px(_ROW)
        y = top - look.px(_CIRCLE) / 2 - _EDGE
        self._draw_circles(pen, x, y)
        for place, value in enumerate(self.values):
            middle = float(top[place]) - look.px(_TO_VALUE)
            text = signed(value)
            pen.text(pen.centred_box(text, float(x[place]), middle, box), text, gid="value")
        half = look.px(_CIRCLE) / 2
        marks = Boxes(x - half, y - half, 2 * half, 2 * half)
        return Drawn(marks, row=count, leap=count)

    def read_out(self, at: int) -> str:
        """Say one of the values."""
        return _("Answer {n} of {count}: {change}.").format(
            n=at + 1, count=len(self.values), change=self._change(self.values[at])
        )

    def table(self) -> Table:
        """List all values."""
        rows = ((str(at + 1), self._change(one)) for at, one in enumerate(self.values))
        return Table((_("Answer"), _("Points of {outcome}").format(outcome=self.outcome)), (*rows,))

    def _change(self, value: float) -> str:
        if not _side(value):
            return _("no difference")
        form = self.up if value > 0 else self.down
        return _("{points} points, {direction}").format(points=signed(value), direction=_(form))

    def _draw_circles(self, pen: Pen, x: Pixels, y: Pixels) -> None:
        look = pen.look
        sides = np.array([_side(value) for value in self.values])
        color, surface = look.tokens.measure(self.factor), look.color("surface")
        lead = 1 if (sides > 0).sum() >= (sides < 0).sum() else -1
        for side, marker in ((1, "^"), (-1, "v"), (0, "")):
            chosen = sides == side
            if not chosen.any():
                continue
            fill = color if side == lead else surface
            pen.markers(
                x[chosen],
                y[chosen],
                marker="o",
                markersize=look.px(_CIRCLE),
                markerfacecolor=fill,
                markeredgecolor=color if side else look.color("ink_3"),
                markeredgewidth=_EDGE,
                clip_on=False,
                gid="circle",
            )
            if marker:
                pen.markers(
                    x[chosen],
                    y[chosen],
                    marker=marker,
                    markersize=look.px(_ARROW),
                    markerfacecolor=surface if side == lead else color,
                    markeredgewidth=0,
                    clip_on=False,
                    gid="arrow",
                )


def likely_answers(questions: Questions, relation: Relation) -> LikelyView:
    """Show the values of a relation's effect, of the days that are spoken of."""
    asked, estimate = relation.answer.question, relation.answer.estimate
    up, down = (_WORSE, _BETTER) if asked.outcome == composite.ID else (_HIGHER, _LOWER)
    outcome = noun(questions, asked.outcome)
    if estimate is None:
        sentence = _("Not enough days yet to say something fair.")
        return LikelyView(asked.factor, outcome, up, down, (), sentence, "", sentence)
    sign = 1 if spoken_high(questions, asked.factor) else -1
    values = tuple(sorted(sign * value for value in estimate.quantiles(COUNT)))
    sentence = _counted(outcome, up, down, values)
    spread = _("They run from {low} to {high} points.").format(
        low=signed(values[0]), high=signed(values[-1])
    )
    detail = _(_HOW_READ)
    spoken = f"{sentence} {detail} {spread}"
    return LikelyView(asked.factor, outcome, up, down, values, sentence, detail, spoken)


def _counted(outcome: str, up: str, down: str, values: tuple[float, ...]) -> str:
    sides = Counter(_side(value) for value in values)
    first = 1 if sides[1] >= sides[-1] else -1
    lead, other = (up, down) if first > 0 else (down, up)
    words = {"outcome": outcome, "lead": _(lead), "other": _(other), "of": len(values)}
    if sides[first] == len(values):
        sentence = _("{outcome} was {lead} in all {of}.").format(**words)
    elif not sides[-first]:
        sentence = _("{outcome} was {lead} in {n} of {of}.").format(n=sides[first], **words)
    else:
        sentence = _("{outcome} was {lead} in {n} of {of}, and {other} in {m}.").format(
            n=sides[first], m=sides[-first], **words
        )
    return sentence_case(sentence)


def _side(value: float) -> int:
    """Tell on which side of none a value is, as printed."""
    return 0 if abs(value) < _NONE else (1 if value > 0 else -1)


def _per_row(width: float, scale: float) -> int:
    """Return how many circles with their values stand in a row."""
    return next((n for n in _PER_ROW if width / n >= _CELL * scale + _ROOM), _PER_ROW[-1])
