"""Which small thing suits what a person has noted, and a kind word where none does.

Someone who comes from a result wants to try just that. Some of it can be tried as it is, some
comes by itself, and some belongs to a doctor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.triggers import TRIGGER_BY_ID
from fibrojournal.journal.trying import EXERTION, FOOD, MEDICINES, THINGS, Thing, caution
from fibrojournal.text import N_, _

_SUITED: Mapping[str, tuple[str, ...]] = {
    "bedtime": ("sleep", "sleep_quality", "sleep_hours", "sleep_device_score"),
    "screens": ("sleep_latency_minutes", "awakenings"),
    "breathing": ("stress_trauma", "stress", "stressful_event"),
    "rest_breaks": ("environment_lifestyle", "rest_break", "sat_long", "sitting_longest_minutes"),
    "small_parts": ("overdid_it", "activity"),
    "daylight": ("hpa_axis", "energy_morning", "energy_evening"),
}
"""The things by the ids of measures, triggers and factors that they suit."""
_THINGS = {id: thing for thing in THINGS for id in _SUITED[thing.id]}
_CAUTIONS: Mapping[str, str] = {
    "medicine_change": MEDICINES,
    "skipped_meal": FOOD,
    "poor_food": FOOD,
    "gentle_movement": EXERTION,
    "exercise_minutes": EXERTION,
    "steps": EXERTION,
}
_DONE = frozenset({"good_company", "caffeine_late", "alcohol_units", "nap_minutes"})
"""What is done rather than met, and yet nothing that is offered."""

_FILLED = N_("Filled in with “{name}” in mind. Every word of it is yours to change.")
_GIVEN = N_(
    "“{name}” comes by itself, so that no coin can choose it. These are small things that can be"
    " tried."
)
_YOURS = N_(
    "You know best whether a coin may choose “{name}”. If so, put it into two ways; if not, these"
    " are a start."
)


class Suited(NamedTuple):
    """A thing to try, or None; and what is said about it."""

    thing: Thing | None
    words: str


def thing_for(id: str) -> Thing | None:
    """Return what suits a measure, a trigger or a factor, or None."""
    return _THINGS.get(id)


def suited(id: str, name: str, medicines: Iterable[str] = ()) -> Suited:
    """Choose what suits a measure, a trigger or a factor that goes by a name.

    `medicines` are the names of those that the journal holds.
    """
    thing = thing_for(id)
    if thing is not None:
        return Suited(thing, _(_FILLED).format(name=name))
    is_own = id not in MEASURE_BY_ID and id not in TRIGGER_BY_ID
    said = _(_CAUTIONS[id]) if id in _CAUTIONS else caution(name, medicines) if is_own else ""
    form = _YOURS if is_own or id in _DONE else _GIVEN
    return Suited(None, said or _(form).format(name=name))
