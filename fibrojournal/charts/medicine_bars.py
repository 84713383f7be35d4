"""Medicines over time, each a bar of its doses, under the pain of the same days.

It shows what was to be taken, as it was noted. It judges no medicine and no dose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.charts import trend
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.layout import Box, Boxes, Frame
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.over_days import SIDE
from fibrojournal.charts.pen import Pen, further_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.trend_view import TrendView, trend_view
from fibrojournal.charts.trend_words import event_text, joined, span_text
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.medicine_words import changes, dose_words
from fibrojournal.journal.medicines import Medicine, Plan
from fibrojournal.text import N_, _, plural
from fibrojournal.tokens import mix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_BARS = 6
"""Of more medicines than that the others stand in the table and the read-out alone."""

# Lengths in pixels at 100 % text.
_NAME = 21.0
_BAR = 22.0
_GAP = 5.0
_INSIDE = 8.0
_TINTS = (0.20, 0.38)

_HONEST = N_(
    "The bars are what was to be taken, as you noted it."
    " That two things stand side by side is not proof of cause."
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which a medicine was to be taken in the same way, both ends included."""

    start: date
    end: date
    plan: Plan

    @property
    def words(self) -> str:
        """How much, or that it is taken as needed; nothing where neither was noted."""
        dose = dose_words(self.plan)
        if not self.plan.is_as_needed:
            return dose
        return _("as needed, {dose}").format(dose=dose) if dose else _("as needed")


@dataclass(frozen=True, slots=True)
class Bar:
    """A medicine, and its stretches in view."""

    name: str
    stretches: tuple[Stretch, ...]

    def on(self, day: date) -> str:
        """Say how it was to be taken on a day; nothing where it was not."""
        for stretch in self.stretches:
            if stretch.start <= day <= stretch.end:
                return " ".join(part for part in (self.name, stretch.words) if part)
        return ""


@dataclass(frozen=True, slots=True, eq=False)
class MedicinesView(View):
    """All that pain and the bars under it show, say and list."""

    over: TrendView
    bars: tuple[Bar, ...]
    """Those that changed last come first."""
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        measure = self.over.panels[0].measure
        return _("Medicines and {measure}").format(measure=measure.inner_label)

    @property
    def is_empty(self) -> bool:
        """Tell whether no medicine was to be taken on these days."""
        return not self.bars

    @property
    def opens_days(self) -> bool:
        """Every mark is a day."""
        return True

    def height(self, width: float, scale: float) -> int:
        """Return how high the trend is with the bars below it."""
        return self.over.height(width, scale) + round(self._below(scale))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a day."""
        below = self._below(look.scale)
        (above,) = trend.draw(figure, self.over, look, below)
        box = Box(above.box.left, 0.0, above.box.right, below)
        frame = Frame(box, above.first, above.last, 0.0, below)
        pen = Pen(further_axes(figure, box), frame, look)
        for at, bar in enumerate(self.bars[:MOST_BARS]):
            self._draw_bar(pen, bar, below - (at + 1) * _row(look.scale))
        days = day_number(self.over.start) + np.arange(self.over.days)
        marks = Boxes(frame.xs(days), np.zeros(days.size), 0.0, above.box.top)
        return Drawn(marks, (above,))

    def _draw_bar(self, pen: Pen, bar: Bar, foot: float) -> None:
        """Draw the doses of a medicine, each another tint; hollow where it is taken as needed."""
        frame, look = pen.frame, pen.look
        surface, accent = look.color("surface"), look.color("accent")
        high = look.px(_BAR)
        middle = foot + high + look.px(_NAME) / 2
        name = _fitting(bar.name, frame.box.width - 2 * SIDE, look)
        box = pen.box_of(name, frame.box.left + SIDE, middle, STRONG)
        pen.text(box, name, gid="medicine", color=look.color("ink"), weight=STRONG)
        for at, one in enumerate(bar.stretches):
            start, end = day_number(one.start) - 0.5, day_number(one.end) + 0.5
            start, end = max(start, frame.first), min(end, frame.last)
            is_hollow = one.plan.is_as_needed
            fill = surface if is_hollow else mix(surface, accent, _TINTS[at % len(_TINTS)])
            place = Box(start, foot, end, foot + high)
            pen.bars([place], fill, "dose", look.color("border_strong") if is_hollow else "")
            left, right = frame.x(start) + look.px(_INSIDE), frame.x(end) - 2
            if one.words and left + text_width(one.words, look.text_size) <= right:
                box = pen.box_of(one.words, left, foot + high / 2)
                pen.text(box, one.words, gid="dose", color=look.color("ink"))

    def _below(self, scale: float) -> float:
        return min(len(self.bars), MOST_BARS) * _row(scale) + _GAP

    def day_at(self, at: int) -> date:
        """Return the day of a mark."""
        return self.over.day_at(at)

    def read_out(self, at: int) -> str:
        """Read out the day of a mark, with what was to be taken on it."""
        day = self.day_at(at)
        taken = self._on(day)
        if not taken:
            return self.over.day_text(day)
        return joined([self.over.day_text(day), _("{medicines}.").format(medicines=taken)])

    def table(self) -> Table:
        """List every day in view with what was to be taken on it."""
        table = self.over.table()
        rows = zip(table.rows, table.days, strict=True)
        return Table(
            (*table.headers, _("Medicines")),
            tuple((*row, self._on(day)) for row, day in rows),
            table.days,
        )

    def _on(self, day: date) -> str:
        return "; ".join(taken for bar in self.bars if (taken := bar.on(day)))


def of_material(material: Material, scope: Scope) -> MedicinesView:
    """Draw the chosen measure over the days in view, and under it every medicine of those days."""
    end = min(scope.end, max(scope.today, scope.start))
    changed = changes(material.common, scope.start, end)
    over = trend_view(
        [(material.measure(scope.measure), material.series[scope.measure])],
        scope.start,
        end,
        today=scope.today,
        events=changed,
    )
    bars = _bars(material, scope.start, end)
    if not bars:
        sentence = _("Once a medicine is noted, its doses stand here under your days.")
        return MedicinesView(over, (), sentence, "", sentence)
    sentences = [plural("{n} medicine in these days.", "{n} medicines in these days.", len(bars))]
    named = [event_text(change, year=scope.today.year) for change in changed]
    if not named:
        sentences.append(_("Nothing about them changed."))
    elif len(named) == 1:
        sentences.append(_("One change: {change}.").format(change=named[0]))
    else:
        sentences.append(
            plural(
                "{n} change, the last: {{change}}.",
                "{n} changes, the last: {{change}}.",
                len(named),
            ).format(change=named[-1])
        )
    sentence = joined(sentences)
    details = [over.sentence, _(_HONEST)]
    if len(bars) > MOST_BARS:
        details.append(
            plural(
                "{n} more stands in the table.",
                "{n} more stand in the table.",
                len(bars) - MOST_BARS,
            )
        )
    detail = joined(details)
    listed = "; ".join(f"{bar.name}: {_doses(bar)}" for bar in bars)
    said = _("{medicines}.").format(medicines=listed)
    description = joined([span_text(scope.start, end), sentence, detail, said])
    return MedicinesView(over, bars, sentence, detail, description)


def _bars(material: Material, start: date, end: date) -> tuple[Bar, ...]:
    found = []
    for medicine in material.common.medicines.values():
        stretches = tuple(_stretches(medicine, start, end))
        if stretches:
            found.append(Bar(medicine.name, stretches))
    return tuple(sorted(found, key=lambda bar: (-bar.stretches[-1].start.toordinal(), bar.name)))


def _stretches(medicine: Medicine, start: date, end: date) -> Iterator[Stretch]:
    """Yield how a medicine was to be taken in a span; courses without a change are one."""
    courses = [
        later
        for earlier, later in pairwise((None, *medicine.courses))
        if later is not None and (earlier is None or earlier.plan != later.plan)
    ]
    for course, following in pairwise((*courses, None)):
        if course is None or course.plan is None:
            continue
        first = max(course.start, start)
        last = min(following.start - timedelta(days=1), end) if following else end
        if first <= last:
            yield Stretch(first, last, course.plan)


def _doses(bar: Bar) -> str:
    return ", ".join(one.words or _("taken") for one in bar.stretches)


def _row(scale: float) -> float:
    return (_NAME + _BAR) * scale + _GAP


def _fitting(name: str, room: float, look: Look) -> str:
    """Cut a very long name; the table has it whole."""
    while len(name) > 1 and text_width(name, look.text_size, STRONG) > room:
        name = name.rstrip("…")[:-1].rstrip() + "…"
    return name
