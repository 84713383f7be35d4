"""A made-up person, day by day: what they feel before any of it is written down.

Values follow one another (an autoregression of first order), know weekdays and spells, and hold
one loop: a painful day is followed by a poorer night, and a poor night by a more painful day.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

BURN_IN = 30
"""Days lived before the first that counts, so that the start is like the rest."""

# Levels on the scales of the measures; the ratings of the 0-10 scales unless said otherwise.
LEVELS: Mapping[str, float] = {
    "pain": 4.4,
    "sleep_quality": 4.8,
    "stress": 4.0,
    "fatigue": 5.2,
    "fog": 4.0,
    "sleep_hours": 6.7,
    "energy_morning": 4.0,
    "energy_evening": 3.8,
    "mood": 5.9,
    "gut": 2.4,
    "activity": 0.0,
}

# The working week weighs, the weekend lightens: Monday to Sunday.
_STRESS_OF_WEEKDAY = (0.7, 0.5, 0.5, 0.4, 0.1, -1.1, -1.1)
_PAIN_OF_WEEKDAY = (0.1, 0.1, 0.2, 0.2, 0.3, -0.3, -0.4)
_SATURDAY = 5
_CYCLE, _PERIOD = 28, 4
_RELIEF = 1.7
"""Points of pain that planned rest breaks take away on their day."""


@dataclass(frozen=True, slots=True)
class Spell:
    """Some days on which something lasts: a flare, an infection, a journey."""

    first: int
    last: int
    strength: float = 0.0

    def __contains__(self, day: object) -> bool:
        return isinstance(day, int) and self.first <= day <= self.last


@dataclass(slots=True)
class LivedDay:
    """One day as it was: ratings before rounding, and the triggers that it held."""

    date: date
    ratings: dict[str, float] = field(default_factory=dict)
    triggers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Life:
    """The days, and the spells in them counted from the first day."""

    days: list[LivedDay]
    flares: list[Spell]
    infections: list[Spell]
    journeys: list[Spell]
    treatments: list[int]
    relieved: Collection[date] = ()
    """Days that hurt less, as something was tried on them."""


def live(first: date, count: int, random: Random, relieved: Collection[date] = ()) -> Life:
    """Make up `count` days from `first` on; the `relieved` ones hurt less."""
    flares = _flares(count, random)
    infections = [Spell(flare.first, flare.first + 4) for flare in flares[1::4]]
    journeys = [Spell(day, day + 6) for day in range(190 + random.randrange(25), count, 365)]
    treatments = list(range(230 + random.randrange(20), count, 365))
    life = Life([], flares, infections, journeys, treatments, relieved)
    before: Mapping[str, float] = dict.fromkeys(LEVELS, 0.0)
    triggers: frozenset[str] = frozenset()
    for number in range(-BURN_IN, count):
        day = first + timedelta(days=number)
        happened = _triggers(number, day, before, life, random)
        felt = _felt(number, day, before, happened, triggers, life, random)
        before, triggers = felt, happened
        if number >= 0:
            ratings = {id: LEVELS[id] + felt[id] for id in LEVELS}
            life.days.append(LivedDay(day, ratings, happened))
    return life


def _flares(count: int, random: Random) -> list[Spell]:
    """Place flares 40 to 54 days apart, the first when a usual level is known."""
    flares = []
    first = 34 + random.randrange(10)
    while first < count:
        length = 4 + random.randrange(4)
        flares.append(Spell(first, first + length - 1, random.uniform(2.9, 3.5)))
        first += 40 + random.randrange(15)
    return flares


def _triggers(
    number: int, day: date, before: Mapping[str, float], life: Life, random: Random
) -> frozenset[str]:
    weekend = day.weekday() >= _SATURDAY
    good = before["pain"] < 0
    chances = {
        "overdid_it": 0.22 if weekend and good else 0.08,
        "stressful_event": 0.04 if weekend else 0.14,
        "weather_change": 0.15,
        "sat_long": 0.08 if weekend else 0.25,
        "travel": 0.02,
        "skipped_meal": 0.1,
        "unwell": 0.03,
        "good_company": 0.35 if weekend else 0.12,
        "gentle_movement": 0.35 if good else 0.15,
        "rest_break": 0.3,
        "sensory_overload": 0.07,
        "burning_tingling": 0.09,
        "poor_food": 0.09,
    }
    ticked = {id for id, chance in chances.items() if random.random() < chance}
    certain = {
        "period": number % _CYCLE < _PERIOD,
        "unwell": is_in(number, life.infections),
        "travel": any(number in (spell.first, spell.last) for spell in life.journeys),
        "medicine_change": number in life.treatments,
    }
    return frozenset(ticked | {id for id, holds in certain.items() if holds})


def is_in(number: int, spells: list[Spell]) -> bool:
    """Tell whether a day belongs to one of the spells."""
    return any(number in spell for spell in spells)


def _felt(  # noqa: PLR0917
    number: int,
    day: date,
    before: Mapping[str, float],
    today: frozenset[str],
    yesterday: frozenset[str],
    life: Life,
    random: Random,
) -> dict[str, float]:
    """Return how far each rating lies from its level."""
    weekday = day.weekday()
    sleep = (
        0.15 * before["sleep_quality"]
        - 0.36 * before["pain"]
        - 0.15 * before["stress"]
        + (0.3 if weekday >= _SATURDAY else 0.0)
        + random.gauss(0, 1.35)
    )
    stress = (
        0.4 * before["stress"]
        + _STRESS_OF_WEEKDAY[weekday]
        + 1.6 * ("stressful_event" in today)
        - 0.9 * is_in(number, life.journeys)
        + random.gauss(0, 1.0)
    )
    pain = (
        0.22 * before["pain"]
        - 0.34 * sleep
        + 0.10 * stress
        + _PAIN_OF_WEEKDAY[weekday]
        + 1.1 * ("overdid_it" in yesterday)
        + 0.4 * ("weather_change" in today)
        - 0.3 * ("gentle_movement" in yesterday)
        + _flare_push(number, life.flares)
        - 0.3 * any(number >= begun for begun in life.treatments)
        - _RELIEF * (day in life.relieved)
        + random.gauss(0, 1.0)
    )
    fatigue = 0.3 * before["fatigue"] - 0.4 * sleep + 0.3 * pain + random.gauss(0, 0.9)
    fog = 0.3 * before["fog"] - 0.25 * sleep + 0.25 * fatigue + random.gauss(0, 0.9)
    mood = 0.35 * before["mood"] + 0.2 * sleep - 0.25 * pain - 0.3 * stress + random.gauss(0, 0.9)
    gut = (
        0.35 * before["gut"]
        + 0.15 * stress
        + 1.2 * ("poor_food" in today)
        + 0.6 * ("skipped_meal" in today)
        + random.gauss(0, 1.0)
    )
    activity = 0.8 * ("overdid_it" in today) - 0.25 * pain + random.gauss(0, 0.6)
    return {
        "pain": pain,
        "sleep_quality": sleep,
        "stress": stress,
        "fatigue": fatigue,
        "fog": fog,
        "sleep_hours": 0.45 * sleep + random.gauss(0, 0.6),
        "energy_morning": 0.5 * sleep - 0.2 * before["fatigue"] + random.gauss(0, 0.8),
        "energy_evening": -0.4 * fatigue - 0.2 * stress + random.gauss(0, 0.8),
        "mood": mood,
        "gut": gut,
        "activity": activity,
    }


def _flare_push(number: int, flares: list[Spell]) -> float:
    """Return what a flare adds to the day; yesterday's share of it comes on top."""
    return sum(0.85 * flare.strength for flare in flares if number in flare)
