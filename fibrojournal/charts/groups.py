"""Averages of groups of days side by side, before they are drawn: numbers, read-outs, table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from fibrojournal.charts import group_marks
from fibrojournal.charts.axis import ValueAxis, value_axis
from fibrojournal.charts.trend_words import joined, mean_text
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _, plural

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.style import Look


@dataclass(frozen=True, slots=True)
class Group:
    """The noted days of one kind: their average, and between what it likely lies (95 %).

    One of too few days has its count alone.
    """

    n: int
    mean: float = np.nan
    low: float = np.nan
    high: float = np.nan

    @property
    def is_shown(self) -> bool:
        """Tell whether enough days stand behind the average to draw it."""
        return math.isfinite(self.mean)


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of days in every column of a panel; without a name where it stands alone."""

    groups: tuple[Group, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure in columns; `is_joined` where the columns are steps in time."""

    title: str
    measure: Measure
    columns: tuple[str, ...]
    series: tuple[Series, ...]
    is_joined: bool = False

    @property
    def axis(self) -> ValueAxis:
        """The upright axis: the whole scale, so that each chart of a rating looks the same."""
        return value_axis(self.measure, np.array([]))


class Place(NamedTuple):
    """Which group of a chart: by panel, column and series."""

    panel: int
    column: int
    series: int


@dataclass(frozen=True, slots=True)
class GroupsView(View):
    """Panels of averages, all that they show, say and list."""

    name: str
    panels: tuple[Panel, ...]
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return self.name

    @property
    def is_empty(self) -> bool:
        """Tell whether no group has days enough to be drawn."""
        return not self.panels

    @property
    def places(self) -> tuple[Place, ...]:
        """The groups that are drawn, in reading order."""
        return tuple(place for place in self._all() if self.group(place).is_shown)

    def group(self, place: Place) -> Group:
        """Return one group."""
        return self.panels[place.panel].series[place.series].groups[place.column]

    def height(self, width: float, scale: float) -> int:
        """Return how high the panels should be: side by side where there is room, else stacked."""
        return 0 if self.is_empty else group_marks.wanted_height(self, width, scale)

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a group."""
        return group_marks.draw(figure, self, look)

    def read_out(self, at: int) -> str:
        """Say the average of a group, how sure it is, and of how many days."""
        place = self.places[at]
        panel, group = self.panels[place.panel], self.group(place)
        return joined(
            [
                _("{panel}: {group}.").format(panel=panel.title, group=self._name(place)),
                _("{mean} on average, likely between {low} and {high}.").format(
                    mean=mean_text(panel.measure, group.mean),
                    low=mean_text(panel.measure, group.low),
                    high=mean_text(panel.measure, group.high),
                ),
                plural("{n} day.", "{n} days.", group.n),
            ]
        )

    def table(self) -> Table:
        """List every group, those of too few days with their count alone."""
        headers = (_("What"), _("On which days"), _("Average"), _("Likely between"), _("Days"))
        return Table(headers, tuple(self._row(place) for place in self._all()))

    def compact(self) -> GroupsView:
        """Return the first panel alone."""
        return replace(self, panels=self.panels[:1])

    def _all(self) -> list[Place]:
        return [
            Place(at, column, series)
            for at, panel in enumerate(self.panels)
            for column in range(len(panel.columns))
            for series in range(len(panel.series))
        ]

    def _name(self, place: Place) -> str:
        panel = self.panels[place.panel]
        column, series = panel.columns[place.column], panel.series[place.series].name
        if not series:
            return column
        return _("{column}, {days}").format(column=column, days=series)

    def _row(self, place: Place) -> tuple[str, ...]:
        panel, group = self.panels[place.panel], self.group(place)
        mean = likely = ""
        if group.is_shown:
            mean = mean_text(panel.measure, group.mean)
            likely = _("{low} and {high}").format(
                low=mean_text(panel.measure, group.low), high=mean_text(panel.measure, group.high)
            )
        return panel.title, self._name(place), mean, likely, str(group.n)


def empty(name: str, sentence: str) -> GroupsView:
    """Say what is missing before anything can be drawn."""
    return GroupsView(name, (), sentence, "", sentence)


def described(name: str, panels: Sequence[Panel], sentence: str, detail: str) -> GroupsView:
    """Make the view of panels, described for screen readers by its sentences and its averages."""
    averages = [_spoken(panel) for panel in panels]
    description = joined([sentence, detail, *averages])
    return GroupsView(name, tuple(panels), sentence, detail, description)


def _spoken(panel: Panel) -> str:
    """Say the averages of a panel, those of each kind of days in one go."""
    parts = []
    for series in panel.series:
        means = ", ".join(
            f"{column} {mean_text(panel.measure, group.mean)}"
            for column, group in zip(panel.columns, series.groups, strict=True)
            if group.is_shown
        )
        parts.append(f"{series.name}: {means}" if series.name else means)
    return _("{panel}: {averages}.").format(panel=panel.title, averages="; ".join(parts))
