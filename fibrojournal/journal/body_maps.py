"""Body maps: marking areas on one, and what several of them say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from statistics import fmean

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import BodyMap, Day, Origin

MAPS_FOR_A_PICTURE = 7
"""Fewer maps than this draw no picture of how often an area hurts."""
DAYS_OF_RECALL = 7
"""The Widespread Pain Index looks back so many days."""


def marked(body_map: BodyMap | None, area: str, entered: Stamp) -> BodyMap:
    """Return the map with one area marked; how strong it is comes later, or never."""
    areas = {} if body_map is None else body_map.areas
    return BodyMap({**areas, area: None}, entered)


def unmarked(body_map: BodyMap, area: str, entered: Stamp) -> BodyMap | None:
    """Return the map without one area.

    None where it was the only one: a slip that is corrected does not say that nothing hurt.
    """
    areas = {id: strength for id, strength in body_map.areas.items() if id != area}
    return BodyMap(areas, entered) if areas else None


def with_strength(body_map: BodyMap, area: str, strength: float | None, entered: Stamp) -> BodyMap:
    """Return the map with how strongly one of its areas hurts, 0-10."""
    return BodyMap({**body_map.areas, area: strength}, entered)


def copied(body_map: BodyMap, entered: Stamp) -> BodyMap:
    """Return the map as the copy of it that another day gets."""
    return replace(body_map, entered=entered, origin=Origin.COPIED)


@dataclass(frozen=True, slots=True)
class Composite:
    """How often each area hurt on the days with a map of their own; copies are left out."""

    days: int
    """How many days have one."""
    copies: int
    hurt: Mapping[str, int] = field(default_factory=dict)
    """On how many of these days an area hurt; an area that never did is absent."""
    strength: Mapping[str, float] = field(default_factory=dict)
    """The mean of what was noted of an area's strength."""

    @property
    def is_fair(self) -> bool:
        """Tell whether there are enough days for a picture."""
        return self.days >= MAPS_FOR_A_PICTURE

    def share(self, area: str) -> float:
        """Return on what share of the days an area hurt. Raises ZeroDivisionError without days."""
        return self.hurt.get(area, 0) / self.days


def composite(days: Iterable[Day]) -> Composite:
    """Count over days how often each area hurt."""
    maps = [day.body_map for day in days if day.body_map is not None]
    own = [one for one in maps if one.origin is not Origin.COPIED]
    hurt = Counter(area for one in own for area in one.areas)
    strengths: dict[str, list[float]] = {}
    for one in own:
        for area, strength in one.areas.items():
            if strength is not None:
                strengths.setdefault(area, []).append(strength)
    means = {area: fmean(values) for area, values in strengths.items()}
    return Composite(len(own), len(maps) - len(own), dict(hurt), means)


def areas_of_week(days: Iterable[Day], last: date) -> frozenset[str] | None:
    """Return every area that hurt in the seven days up to `last`.

    None unless each of the seven has a map of its own: what a day without one would have added is
    not known, and a copy says nothing of its day.
    """
    own = {
        day.date: day.body_map
        for day in days
        if day.body_map is not None and day.body_map.origin is not Origin.COPIED
    }
    maps = [own.get(last - timedelta(days=back)) for back in range(DAYS_OF_RECALL)]
    known = [one for one in maps if one is not None]
    if len(known) < len(maps):
        return None
    return frozenset(area for one in known for area in one.areas)
