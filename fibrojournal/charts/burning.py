"""Burning and tingling over time, heat and cold beside it, and where it hurt on those days.

What a diary sees near small nerve fibres; symptoms cannot tell who has fewer of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fibrojournal.analysis.thirds import DAYS_IN_A_THIRD
from fibrojournal.charts import places
from fibrojournal.charts.kinds import answered
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.places import Place
from fibrojournal.charts.style import Look
from fibrojournal.charts.trend_view import TrendView, trend_view
from fibrojournal.charts.trend_words import joined
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.areas import AREAS
from fibrojournal.journal.day import Day, Origin
from fibrojournal.journal.medicine_words import marked_between
from fibrojournal.text import _, plural

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BURNING, HEAT = "burning", "sensitivity_temperature"
NEEDS = Needs((BURNING, HEAT), days=True)

MOST_PLACES = 5


@dataclass(frozen=True, slots=True, eq=False)
class BurningView(View):
    """The trend of burning with what stands beside it."""

    trend: TrendView
    marked: Mapping[date, str]
    """The areas that were marked on each day in view that has a body map."""
    mapped: int
    """On how many days burning was noted above 0 and a body map was made."""
    places: tuple[Place, ...]
    """The areas that hurt most often on those days; none where the days are few."""
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return self.trend.title

    @property
    def is_empty(self) -> bool:
        """Tell whether burning was never noted."""
        return self.trend.is_empty

    @property
    def heading(self) -> str:
        """What the list of places is."""
        return places_heading(self.mapped)

    def height(self, width: float, scale: float) -> int:
        """Return how high the trend and the list under it should be."""
        below = places.wanted_height(self.heading, self.places, width, scale)
        return round(self.trend.height(width, scale) + below)

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a day, as on every trend."""
        width, _height = size_of(figure)
        below = places.wanted_height(self.heading, self.places, width, look.scale)
        drawn = self.trend.draw(figure, look, below)
        places.draw(figure, drawn.frames[-1], look, self.heading, self.places)
        return drawn

    def read_out(self, at: int) -> str:
        """Read out a day, and where it hurt."""
        words = [self.trend.read_out(at)]
        areas = self.marked.get(self.day_at(at))
        if areas is not None:
            words.append(_("Marked on the body map: {areas}.").format(areas=areas))
        return joined(words)

    def table(self) -> Table:
        """List every day in view."""
        plain = self.trend.table()
        both = zip(plain.rows, plain.days, strict=True)
        rows = tuple((*row, self.marked.get(day, "")) for row, day in both)
        return Table((*plain.headers, _("Where it hurt")), rows, plain.days)

    @property
    def opens_days(self) -> bool:
        """Every mark is a day."""
        return True

    def day_at(self, at: int) -> date:
        """Return the day of a mark."""
        return self.trend.day_at(at)


def of_material(material: Material, scope: Scope) -> BurningView:
    """Make the trend of burning, with heat and cold where they were noted."""
    both = material.measure(BURNING), material.measure(HEAT)
    noted = [answered(measure, material, scope).noted.any() for measure in both]
    measures = both if all(noted) else both[:1]
    over_time = trend_view(
        [(measure, material.series[measure.id]) for measure in measures],
        scope.start,
        scope.end,
        today=scope.today,
        events=marked_between(material.common, scope.start, scope.end),
    )
    maps = [day for day in material.days if day.body_map is not None]
    burned = [day for day in maps if _counts(day)]
    found = _places(burned)
    spoken = [place.label for place in found]
    caution = _("Symptoms cannot tell whose small nerve fibres have changed.")
    if spoken:
        spoken = [
            _("{heading}: {places}.").format(
                heading=places_heading(len(burned)), places="; ".join(spoken)
            )
        ]
    return BurningView(
        over_time,
        {day.date: _areas(day) for day in maps},
        len(burned),
        found,
        over_time.sentence,
        joined([part for part in (over_time.detail, caution) if part]),
        joined([over_time.description, *spoken, caution]),
    )


def places_heading(days: int) -> str:
    """Head the list of places."""
    return plural(
        "Where it hurt, {n} day with burning and a body map",
        "Where it hurt, {n} days with burning and a body map",
        days,
    )


def _counts(day: Day) -> bool:
    """Tell whether burning was felt on a day with a body map, neither of them copied."""
    reading, made = day.readings.get(BURNING), day.body_map
    return (
        made is not None
        and made.origin is not Origin.COPIED
        and reading is not None
        and reading.origin is not Origin.COPIED
        and reading.value > 0
    )


def _places(burned: Sequence[Day]) -> tuple[Place, ...]:
    if len(burned) < DAYS_IN_A_THIRD:
        return ()
    hurt = Counter(area for day in burned if day.body_map for area in day.body_map.areas)
    order = sorted(
        (area for area in AREAS if hurt[area.id]), key=lambda area: hurt[area.id], reverse=True
    )
    return tuple(
        Place(
            _("{area}, {days}").format(
                area=area.label, days=plural("{n} day", "{n} days", hurt[area.id])
            ),
            hurt[area.id] / len(burned),
        )
        for area in order[:MOST_PLACES]
    )


def _areas(day: Day) -> str:
    marked = day.body_map.areas if day.body_map else {}
    return ", ".join(area.label for area in AREAS if area.id in marked) or _("nowhere")
