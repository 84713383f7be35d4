"""A treatment's start, change or stop: the days on both sides, and those that are left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.charts import difference_words as differ
from fibrojournal.charts.around import (
    Around,
    Side,
    around_words,
    chosen_around,
    events_of,
    options_of,
)
from fibrojournal.charts.axis import ValueAxis, day_number, value_axis
from fibrojournal.charts.layout import Box, Boxes, plot_height
from fibrojournal.charts.material import Material, Option, Scope
from fibrojournal.charts.over_days import (
    FOOT,
    SIDE,
    days_frame,
    draw_dates,
    draw_values,
    left_of_frame,
    size_of,
    value_labels,
)
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.trend_words import event_text, joined, mean_text
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.text import _, long_date, short_date, with_year

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_PLOT = 210.0
_HEAD = 24.0
_DOT = 4.6


@dataclass(frozen=True, slots=True, eq=False)
class TreatmentView(View):
    """All that the days around a treatment show, say and list."""

    around: Around | None
    axis: ValueAxis | None
    today: date
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        if self.around is None:
            return _("Around a treatment")
        return _("Around: {event}").format(
            event=event_text(self.around.event, year=self.today.year)
        )

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no treatment, or there are too few days around it."""
        return self.axis is None

    @property
    def option(self) -> str:
        """The id of the treatment's event."""
        return self.around.event.id if self.around else ""

    @property
    def opens_days(self) -> bool:
        """Every mark is a day."""
        return True

    @property
    def start(self) -> date:
        """The first day in view."""
        return self._shown.before.start

    @property
    def _shown(self) -> Around:
        if self.around is None:
            raise ValueError("there is no treatment")
        return self.around

    @property
    def _days(self) -> int:
        return (self._shown.after.end - self.start).days + 1

    def height(self, width: float, scale: float) -> int:
        """Return how high it should be; the width does not matter."""
        return round(plot_height(_PLOT, scale) + (_HEAD + FOOT) * scale)

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a day."""
        shown, axis = self._shown, self.axis
        if axis is None:
            raise ValueError("there are too few days")
        width, height = size_of(figure)
        left = left_of_frame(value_labels(axis), look)
        box = Box(left, look.px(FOOT), max(width, left + 2 * SIDE + 1), height)
        frame = days_frame(box, axis, self.start, shown.after.end, look.px(_HEAD))
        pen = Pen(clean_axes(figure, [frame.box])[0], frame, look)
        draw_values(pen, axis, look.px(_HEAD))
        draw_dates(pen, self.start, shown.after.end)
        self._draw_left_out(pen)
        self._draw_side(pen, shown.between, look.color("ink_3"), "day left out")
        for side in (shown.before, shown.after):
            self._draw_side(pen, side, look.dot(shown.measure.id), "day")
        for name, side in ((_("before"), shown.before), (_("after"), shown.after)):
            self._draw_mean(pen, name, side)
        days = day_number(self.start) + np.arange(self._days)
        feet = np.full(days.size, frame.box.bottom)
        return Drawn(Boxes(frame.xs(days), feet, 0.0, frame.box.height), (frame,))

    def _draw_left_out(self, pen: Pen) -> None:
        shown, frame, look = self._shown, pen.frame, pen.look
        first, last = day_number(shown.before.end) + 0.5, day_number(shown.after.start) - 0.5
        pen.bands(np.array([first]), np.array([last]), look.color("inset"))
        at = day_number(shown.event.start)
        pen.line(
            [at, at],
            [frame.low, frame.value_at(frame.box.top - look.px(_HEAD))],
            color=look.color("ink_2"),
            linewidth=1.5,
            dashes=(5.0, 3.5),
            snap=True,
            gid="event",
        )
        label = _("left out")
        left, right = frame.x(first), frame.x(last)
        if text_width(label, look.text_size) <= right - left:  # else the words above say it alone
            middle = frame.box.top - look.px(_HEAD) / 2
            box = pen.centred_box(label, (left + right) / 2, middle, frame.box)
            pen.text(box, label, gid="left out")

    def _draw_side(self, pen: Pen, side: Side, color: str, gid: str) -> None:
        look, id = pen.look, self._shown.measure.id
        days = day_number(side.start) + np.arange(side.values.size)
        noted = np.isfinite(side.values)
        pen.markers(
            days[noted],
            side.noted,
            marker=look.marker(id),
            markersize=_DOT * look.marker_size(id),
            color=color,
            markeredgewidth=0,
            clip_on=False,
            gid=gid,
        )

    def _draw_mean(self, pen: Pen, name: str, side: Side) -> None:
        """Draw the average of a side as a level line, and say it above, as far as there is room."""
        shown, frame, look = self._shown, pen.frame, pen.look
        mean = float(side.noted.mean())
        color = look.tokens.measure(shown.measure.id)
        ends = (day_number(side.start) - 0.4, day_number(side.end) + 0.4)
        pen.line(ends, [mean, mean], color=color, linewidth=2.5, gid=f"mean {name}")
        number = mean_text(shown.measure, mean)
        labels = (
            _("{side}: average {mean}").format(side=name, mean=number),
            _("average {mean}").format(mean=number),
            number,
        )
        left, right = (frame.x(end) for end in ends)
        room = right - left
        for label in labels:
            wide = text_width(label, look.text_size, STRONG)
            if wide <= room:
                break
        middle = frame.box.top - look.px(_HEAD) / 2
        start = min(max((left + right - wide) / 2, frame.box.left), frame.box.right - wide)
        box = pen.box_of(label, start, middle, STRONG)
        pen.text(box, label, gid="mean", color=color, weight=STRONG)

    def day_at(self, at: int) -> date:
        """Return the day of a mark."""
        return self.start + timedelta(days=at)

    def read_out(self, at: int) -> str:
        """Say a day, what was noted, and to which side it counts."""
        day = self.day_at(at)
        return _("{day}. {value} {side}").format(
            day=long_date(day), value=self._value_words(day), side=self._side_words(day)
        )

    def table(self) -> Table:
        """List every day in view with its answer and its side; none without a treatment."""
        if self.around is None:
            return Table((_("Day"), _("Value"), _("Side")), ())
        days = tuple(self.day_at(at) for at in range(self._days))
        measure = self._shown.measure
        rows = tuple(
            (
                with_year(short_date(day), day),
                "" if (value := self._value(day)) is None else measure.value_text(value),
                self._side_name(day),
            )
            for day in days
        )
        return Table((_("Day"), measure.short_label, _("Side")), rows, days)

    def _value(self, day: date) -> float | None:
        for side in (self._shown.before, self._shown.between, self._shown.after):
            at = (day - side.start).days
            if 0 <= at < side.values.size and np.isfinite(side.values[at]):
                return float(side.values[at])
        return None

    def _side_name(self, day: date) -> str:
        if day <= self._shown.before.end:
            return _("before")
        return _("after") if day >= self._shown.after.start else _("left out")

    def _value_words(self, day: date) -> str:
        measure, value = self._shown.measure, self._value(day)
        if value is not None:
            return _("{measure} {value}.").format(
                measure=measure.short_label, value=measure.spoken(value)
            )
        return _("{measure}: nothing noted.").format(measure=measure.short_label)

    def _side_words(self, day: date) -> str:
        return _("{side}.").format(side=self._side_name(day).capitalize())


def of_material(material: Material, scope: Scope) -> TreatmentView:
    """Look around the treatment that was chosen, else the newest with days enough around it."""
    found = chosen_around(material, scope, events_of(material, scope, treatments_alone=True))
    if found is None:
        sentence = _(
            "Once a treatment or a medicine is noted with the day it began or changed,"
            " the days on both sides can stand here."
        )
        return TreatmentView(None, None, scope.today, sentence, "", sentence)
    sentence, detail = around_words(found, scope.today)
    if found.difference is None:
        return TreatmentView(found, None, scope.today, sentence, detail, joined([sentence, detail]))
    every = np.concatenate([found.before.noted, found.between.noted, found.after.noted])
    averages = differ.averages_text(found.measure, found.difference)
    description = joined([sentence, averages, detail])
    axis = value_axis(found.measure, every)
    return TreatmentView(found, axis, scope.today, sentence, detail, description)


def options(material: Material, scope: Scope) -> tuple[Option, ...]:
    """Offer every start, change and stop of a treatment or a medicine, the newest first."""
    return options_of(events_of(material, scope, treatments_alone=True), scope.today)
