"""How long it takes to show: what goes with a factor on the same day, and up to three days later.

Each delay has the local projection's difference between the person's own thirds and its 95 %
interval (`fibrojournal.analysis`). A delay whose interval holds 0 is drawn grey. No delay is given
a label: that several are looked at is not allowed for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from fibrojournal.analysis.answers import Answer, Estimate
from fibrojournal.charts.layout import Box, Boxes, Frame, plot_height
from fibrojournal.charts.over_days import draw_beside, left_of_frame, size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import Look, text_width
from fibrojournal.charts.trend_words import joined
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.text import _, number, sentence_case

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Lengths in pixels at 100 % text.
_PLOT, _HEAD, _UNDER, _FOOT = 150.0, 10.0, 8.0, 28.0
_BAR, _DOT = 4.0, 10.0
_LEAST_REACH = 2.0
"""The axis goes that far up and down at least, so that a small effect looks small."""


class Delay(NamedTuple):
    """A step of the lower axis: its words in the picture, and in a sentence."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class LagView(View):
    """All that the chart shows, says and lists. Effects are of `sign` times the answers'."""

    name: str
    factor: str
    """The id of the measure whose colour the effects have."""
    outcome: str
    delays: tuple[Delay, ...]
    effects: tuple[Effect, ...]
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return self.name

    @property
    def is_empty(self) -> bool:
        """Without an effect nothing is drawn."""
        return not self.effects

    def height(self, width: float, scale: float) -> int:
        """Return how high the chart should be, in px; the width does not matter."""
        return round(plot_height(_PLOT, scale) + _UNDER + scale * (_HEAD + _FOOT))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a delay."""
        frame = _frame(figure, self, look)
        (axes,) = clean_axes(figure, [frame.box])
        pen = Pen(axes, frame, look)
        _draw_scale(pen, self)
        for at, effect in enumerate(self.effects):
            _draw_effect(pen, self, at, effect)
        places = np.array([frame.x(at) for at in range(len(self.effects))])
        bottom = np.full(places.size, frame.box.bottom)
        half = look.px(_DOT)
        return Drawn(Boxes(places - half, bottom, 2 * half, frame.box.height), leap=1)

    def read_out(self, at: int) -> str:
        """Say the difference at a delay, how sure it is, and how many days stand behind it."""
        effect = self.effects[at]
        return _("{when}: {points} points, likely between {low} and {high}. {n} days.").format(
            when=sentence_case(self.delays[at].words),
            points=signed(effect.points),
            low=signed(effect.low),
            high=signed(effect.high),
            n=effect.n,
        )

    def table(self) -> Table:
        """List every delay."""
        headers = (_("When"), _("Difference"), _("Likely between"), _("Days"))
        rows = (
            (
                sentence_case(delay.words),
                signed(effect.points),
                _("{low} and {high}").format(low=signed(effect.low), high=signed(effect.high)),
                str(effect.n),
            )
            for delay, effect in zip(self.delays, self.effects, strict=False)  # empty: no effects
        )
        return Table(headers, tuple(rows))


@dataclass(frozen=True, slots=True)
class Effect:
    """A difference in points of the outcome with its 95 % interval, from `n` days."""

    points: float
    low: float
    high: float
    n: int
    detectable: float
    """The smallest difference that four of five such diaries would tell from chance."""

    @property
    def is_clear(self) -> bool:
        """Tell whether the interval leaves 0 out as it is printed, to one decimal."""
        return round(self.low, 1) > 0 or round(self.high, 1) < 0


def effects_of(answers: Sequence[Answer], sign: int) -> tuple[Effect, ...]:
    """Return the effect at each delay, turned round by a `sign` of -1; none if any is wanting."""
    estimates = [(one.estimate, one.n) for one in answers]
    if any(estimate is None for estimate, _n in estimates):
        return ()
    return tuple(_effect(estimate, n, sign) for estimate, n in estimates if estimate is not None)


def _effect(estimate: Estimate, n: int, sign: int) -> Effect:
    low, high = sorted((sign * estimate.low, sign * estimate.high))
    return Effect(sign * estimate.effect, low, high, n, estimate.detectable)


def described(view_words: Sequence[str], delays: Sequence[Delay], effects: Sequence[Effect]) -> str:
    """Put the picture into words for screen readers."""
    parts = [
        _("{when} {points}, likely between {low} and {high}.").format(
            when=sentence_case(delay.words),
            points=signed(effect.points),
            low=signed(effect.low),
            high=signed(effect.high),
        )
        for delay, effect in zip(delays, effects, strict=False)
    ]
    return joined([*(word for word in view_words if word), *parts])


def signed(points: float) -> str:
    """Write a difference with its sign: "+1.3", "−0.4", "0.0"."""
    written = number(points, 1)
    return f"+{written}" if points > 0 and written != "0.0" else written


def _frame(figure: Figure, view: LagView, look: Look) -> Frame:
    width, height = size_of(figure)
    reach = _reach(view)
    left = left_of_frame([signed(tick) for tick in (reach, -reach)], look)
    foot, head = look.px(_FOOT), look.px(_HEAD)
    width, height = max(width, left + 1), max(height, foot + head + _UNDER + 1)
    a_pixel = 2 * reach / (height - foot - head - _UNDER)
    box = Box(left, foot, width, height)
    last = len(view.effects) - 1
    return Frame(box, -0.5, last + 0.5, -reach - _UNDER * a_pixel, reach + head * a_pixel)


def _reach(view: LagView) -> float:
    furthest = max(max(-effect.low, effect.high) for effect in view.effects)
    return float(max(_LEAST_REACH, math.ceil(furthest)))


def _draw_scale(pen: Pen, view: LagView) -> None:
    frame, look, reach = pen.frame, pen.look, _reach(view)
    ticks = (-reach, 0.0, reach)
    if look.has_grid:
        pen.levels(ticks, look.color("grid"), "grid")
    pen.levels([0.0], look.color("border_strong"), "zero")
    for tick in ticks:
        label = signed(tick) if tick else "0"
        label = label.removesuffix(".0")
        draw_beside(pen, label, frame.y(tick), "value")
    middle = frame.box.bottom - look.px(_FOOT) / 2
    within = Box(0, 0, frame.box.right, frame.box.top)
    room = frame.box.width / len(view.delays) - look.px(8)
    fits = all(text_width(delay.label, look.text_size) <= room for delay in view.delays)
    for at, delay in enumerate(view.delays):
        label = delay.label if fits else str(at)
        pen.text(pen.centred_box(label, frame.x(at), middle, within), label, gid="delay")


def _draw_effect(pen: Pen, view: LagView, at: int, effect: Effect) -> None:
    look = pen.look
    color = look.tokens.measure(view.factor) if effect.is_clear else look.color("ink_3")
    pen.line([at, at], [effect.low, effect.high], color=color, linewidth=_BAR, gid="interval")
    pen.line(
        [at],
        [effect.points],
        color=color,
        marker="o" if effect.is_clear else "s",
        markersize=_DOT,
        markeredgewidth=1.5,
        markeredgecolor=look.color("surface"),
        gid="effect",
    )
