"""How much evening energy differs from that on waking: days stacked as dots, a stack a difference.

It describes a person's own rhythm and measures no hormone.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.gap import DAYS_NEEDED, Gap, gap
from fibrojournal.charts.energy_gap import EVENING, WAKING, difference_text
from fibrojournal.charts.kinds import counted
from fibrojournal.charts.layout import Box, Boxes, Frame, plot_height
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import Look, text_width
from fibrojournal.charts.trend_words import joined
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.text import _, plural

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Lengths in pixels at 100 % text.
_PLOT, _LINE, _GAP = 150.0, 19.0, 6.0
_ABREAST = 2
_MOST_ROWS = 12
_DOT, _PITCH = 8.5, 11.0
"""How large a dot is, and how far one stands from the next, where there is room for it."""
_BETWEEN = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class GapVaries(View):
    """All that the chart shows, says and lists."""

    differences: NDArray[np.int64]
    """Whole points in a row, from the lowest to the highest that occurs; 0 is among them."""
    counts: NDArray[np.int64]
    """On how many days each occurred."""
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return _("How much the difference varies")

    @property
    def is_empty(self) -> bool:
        """Too few days are not drawn."""
        return not self.counts.size

    @property
    def days_a_dot(self) -> int:
        """How many days one dot stands for: more than one only where stacks would be too high."""
        return ceil(int(self.counts.max(initial=1)) / (_ABREAST * _MOST_ROWS))

    def height(self, width: float, scale: float) -> int:
        """Return how high the chart should be, in px; the width does not matter."""
        return round(plot_height(_PLOT, scale) + scale * (3 * _LINE + _GAP))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a stack, also an empty one."""
        width, height = size_of(figure)
        foot, head = look.px(2 * _LINE + _GAP), look.px(_LINE)
        box = Box(0, foot, max(width, 1), max(height - head, foot + 1))
        frame = Frame(box, self.differences[0] - 0.5, self.differences[-1] + 0.5, 0, 1)
        (axes,) = clean_axes(figure, [box])
        pen = Pen(axes, frame, look)
        pen.levels([0], look.color("border_strong"), "baseline")
        tops = _draw_stacks(pen, self)
        _draw_counts(pen, self, tops)
        _draw_foot(pen, self)
        column = box.width / self.counts.size
        lefts = frame.xs(self.differences) - column / 2
        return Drawn(Boxes(lefts, np.full(lefts.size, box.bottom), column, box.height), leap=1)

    def read_out(self, at: int) -> str:
        """Say a difference, and on how many days it occurred."""
        return joined([f"{_spoken(int(self.differences[at]))}.", _days(int(self.counts[at]))])

    def table(self) -> Table:
        """List every difference between the lowest and the highest."""
        rows = (
            (_spoken(difference), str(count))
            for difference, count in zip(
                self.differences.tolist(), self.counts.tolist(), strict=True
            )
        )
        return Table((_("Evening energy"), _("Days")), tuple(rows))


def of_material(material: Material, scope: Scope) -> GapVaries:
    """Count the differences of the days with both answers; copied ones are left out."""
    waking, evening = (counted(material.series[id], scope) for id in (WAKING, EVENING))
    found = gap(waking, evening)
    if found is None:
        n = int((np.isfinite(waking) & np.isfinite(evening)).sum())
        words = _("{needed} days with both are needed here; you have {n}.")
        sentence = words.format(needed=DAYS_NEEDED, n=n)
        nothing = np.array([], dtype=np.int64)
        return GapVaries(nothing, nothing, sentence, "", sentence)
    points = np.floor(found.daily[np.isfinite(found.daily)] + 0.5).astype(np.int64)
    lowest = min(int(points.min()), 0)
    differences = np.arange(lowest, max(int(points.max()), 0) + 1)
    counts = np.bincount(points - lowest, minlength=differences.size)
    return _said(GapVaries(differences, counts, _finding(found), "", ""), found)


def _said(view: GapVaries, found: Gap) -> GapVaries:
    lower, equal, higher = found.lower, found.equal, found.higher
    days = _("Evening energy was lower on {lower} days, equal on {equal}, higher on {higher}.")
    detail = [days.format(lower=lower, equal=equal, higher=higher)]
    if view.days_a_dot > 1:
        detail.append(_("Each dot is up to {n} days.").format(n=view.days_a_dot))
    detail.append(_("It does not measure a hormone."))
    stacks = [
        f"{_spoken(difference)}: {_days(count)}"
        for difference, count in zip(view.differences.tolist(), view.counts.tolist(), strict=True)
        if count
    ]
    words = joined(detail)
    spoken = joined([view.sentence, words, *stacks])
    return GapVaries(view.differences, view.counts, view.sentence, words, spoken)


def _finding(found: Gap) -> str:
    if found.usual is None:
        return _("These days are too few to say how much the difference varies.")
    low, high = difference_text(found.usual.low), difference_text(found.usual.high)
    if low == high:
        return _("On half of these days or more the difference was {points}.").format(points=low)
    return _("On half of these days the difference lay between {low} and {high}.").format(
        low=low, high=high
    )


def _spoken(difference: int) -> str:
    if not difference:
        return _("the same as on waking")
    if difference > 0:
        return plural(
            "{n} point higher than on waking", "{n} points higher than on waking", difference
        )
    return plural("{n} point lower than on waking", "{n} points lower than on waking", -difference)


def _days(count: int) -> str:
    return plural("{n} day.", "{n} days.", count)


def _draw_stacks(pen: Pen, view: GapVaries) -> list[float]:
    """Draw the dots; return how high each stack reaches, in pixels."""
    frame, look = pen.frame, pen.look
    column = frame.box.width / view.counts.size
    pitch = min(_PITCH, column / (_ABREAST + 0.5), frame.box.height / (_MOST_ROWS + 0.5))
    tops = []
    for difference, count in zip(view.differences.tolist(), view.counts.tolist(), strict=True):
        dots = np.arange(ceil(count / view.days_a_dot))
        row, side = dots // _ABREAST, dots % _ABREAST
        centre = frame.x(difference) + (side - (_ABREAST - 1) / 2) * pitch
        if dots.size % _ABREAST:  # the last stands alone, below its number
            centre[-1] = frame.x(difference)
        middle = frame.box.bottom + (row + 0.75) * pitch
        color = look.tokens.measure(EVENING) if difference > 0 else look.color("ink_3")
        pen.markers(
            [frame.day_at(x) for x in centre.tolist()],
            [frame.value_at(y) for y in middle.tolist()],
            marker="o",
            markersize=_DOT * pitch / _PITCH,
            markerfacecolor=color,
            markeredgewidth=0,
            clip_on=False,
            gid="dot",
        )
        tops.append(frame.box.bottom + (row.max(initial=-1) + 1.5) * pitch)
    return tops


def _draw_counts(pen: Pen, view: GapVaries, tops: list[float]) -> None:
    """Write over each stack how many days it holds, where all of them have room."""
    frame, look = pen.frame, pen.look
    room = frame.box.width / view.counts.size - 2
    labels = [str(count) if count else "" for count in view.counts.tolist()]
    if max(text_width(label, look.text_size) for label in labels) > room:
        return
    within = Box(0, 0, frame.box.right, frame.box.top + look.px(_LINE))
    for difference, label, top in zip(view.differences.tolist(), labels, tops, strict=True):
        if label:
            middle = top + look.px(_LINE) / 2 - 2
            box = pen.centred_box(label, frame.x(difference), middle, within)
            pen.text(box, label, gid="count")


def _draw_foot(pen: Pen, view: GapVaries) -> None:
    frame, look = pen.frame, pen.look
    within = Box(0, 0, frame.box.right, frame.box.top)
    labels = {one: difference_text(one) for one in view.differences.tolist()}
    widest = max(text_width(label, look.text_size) for label in labels.values())
    step = ceil((widest + look.px(_BETWEEN)) / (frame.box.width / view.counts.size))
    upper = frame.box.bottom - look.px(_GAP + _LINE / 2)
    for difference, label in labels.items():
        if difference % step == 0:
            box = pen.centred_box(label, frame.x(difference), upper, within)
            pen.text(box, label, gid="difference")
    low, high = _("evening lower"), _("evening higher")
    lower = upper - look.px(_LINE)
    left = frame.box.right - text_width(high, look.text_size)
    if left > text_width(low, look.text_size) + look.px(_BETWEEN):
        pen.text(pen.box_of(low, 0, lower), low, gid="end")
    pen.text(pen.box_of(high, left, lower), high, gid="end")
