"""What things are called inside a sentence: nouns of every measure, and its two ends.

All are singular, so that one form of a verb fits each. Names that the person gave stand as written.
"""

from __future__ import annotations

from typing import NamedTuple

from fibrojournal.analysis import composite
from fibrojournal.journal.measures import MEASURE_BY_ID, Direction, Measure
from fibrojournal.journal.questions import Questions
from fibrojournal.text import N_, _, sentence_case


class Named(NamedTuple):
    """A measure in a sentence: "mood", "better mood", "low mood"."""

    noun: str
    more: str
    less: str


_MORE, _LESS = N_("more {name}"), N_("less {name}")
_HIGHER, _LOWER = N_("higher {name}"), N_("lower {name}")

_NAMES: dict[str, Named] = {
    composite.ID: Named(
        N_("the day on the whole"), N_("things being worse"), N_("things being better")
    ),
    "pain": Named(N_("pain"), _MORE, _LESS),
    "sleep_quality": Named(N_("sleep quality"), N_("good sleep"), N_("poor sleep")),
    "stress": Named(N_("stress"), _MORE, _LESS),
    "fatigue": Named(N_("fatigue"), _MORE, _LESS),
    "fog": Named(N_("fog"), _MORE, _LESS),
    "sleep_hours": Named(N_("time asleep"), N_("long sleep"), N_("short sleep")),
    "energy_morning": Named(N_("waking energy"), _MORE, _LESS),
    "energy_evening": Named(N_("evening energy"), _MORE, _LESS),
    "mood": Named(N_("mood"), N_("good mood"), N_("low mood")),
    "gut": Named(N_("stomach and bowel trouble"), _MORE, _LESS),
    "activity": Named(N_("activity"), _MORE, _LESS),
    "sensitivity_light": Named(N_("sensitivity to light"), _MORE, _LESS),
    "sensitivity_sound": Named(N_("sensitivity to sound"), _MORE, _LESS),
    "sensitivity_touch": Named(N_("sensitivity to touch"), _MORE, _LESS),
    "sensitivity_smell": Named(N_("sensitivity to smells"), _MORE, _LESS),
    "sensitivity_temperature": Named(N_("sensitivity to heat or cold"), _MORE, _LESS),
    "burning": Named(N_("burning or tingling"), _MORE, _LESS),
    "stiffness_minutes": Named(N_("morning stiffness"), _MORE, _LESS),
    "pain_worst": Named(N_("worst pain"), _HIGHER, _LOWER),
    "pain_least": Named(N_("least pain"), _HIGHER, _LOWER),
    "sleep_latency_minutes": Named(
        N_("time to fall asleep"), N_("falling asleep late"), N_("falling asleep soon")
    ),
    "awakenings": Named(N_("the number of wakings"), N_("waking often"), N_("waking seldom")),
    "nap_minutes": Named(N_("time napping"), N_("longer napping"), N_("shorter napping")),
    "bloating": Named(N_("bloating"), _MORE, _LESS),
    "stool_form": Named(N_("stool form"), N_("looser stool"), N_("firmer stool")),
    "temperature_c": Named(N_("body temperature"), _HIGHER, _LOWER),
    "dizziness": Named(N_("dizziness"), _MORE, _LESS),
    "exercise_minutes": Named(N_("exercise"), _MORE, _LESS),
    "steps": Named(N_("the step count"), N_("walking more"), N_("walking less")),
    "sitting_longest_minutes": Named(
        N_("sitting in one go"), N_("sitting longer"), N_("sitting shorter")
    ),
    "caffeine_late": Named(N_("late caffeine"), _MORE, _LESS),
    "alcohol_units": Named(N_("alcohol"), _MORE, _LESS),
    "resting_heart_rate": Named(N_("resting pulse"), _HIGHER, _LOWER),
    "hrv_sdnn": Named(N_("pulse variability (SDNN)"), _HIGHER, _LOWER),
    "hrv_rmssd": Named(N_("pulse variability (RMSSD)"), _HIGHER, _LOWER),
    "sleep_device_score": Named(
        N_("sleep score"), N_("a high sleep score"), N_("a low sleep score")
    ),
    "pain_areas": Named(
        N_("the number of painful areas"), N_("pain in more areas"), N_("pain in fewer areas")
    ),
}
_SPOKEN_OF_WHEN_LOW = frozenset({"sleep_hours"})
"""Neither end is good as such; the short nights are what people ask about."""


def noun(questions: Questions, id: str) -> str:
    """Name a measure, or a trigger in its quotes: "pain", "sleep quality", "“Travel”"."""
    measure = questions.measure(id)
    if measure is not None and not _has_own_words(measure):
        return _(_NAMES[id].noun) if id in _NAMES else measure.inner_label
    if measure is not None:
        return measure.name
    trigger = questions.trigger(id)
    if trigger is None:
        return _(_NAMES[id].noun) if id in _NAMES else id
    return _("“{name}”").format(name=trigger.label)


def end(questions: Questions, id: str, *, high: bool) -> str:
    """Name one end of a measure: "poor sleep", "more stress"; a trigger has one alone."""
    name, measure = noun(questions, id), questions.measure(id)
    if questions.trigger(id) is not None and measure is None:
        return name
    if measure is not None and _has_own_words(measure):
        return name if high else _("low {name}").format(name=name)
    named = _NAMES.get(id)
    form = (named.more if high else named.less) if named else (_MORE if high else _LESS)
    return _(form).format(name=name)


def spoken_high(questions: Questions, id: str) -> bool:
    """Tell which end is spoken of: the bad one, or the high one where neither is bad."""
    measure = questions.measure(id)
    if measure is None or id in _SPOKEN_OF_WHEN_LOW:
        return measure is None
    return measure.direction is not Direction.HIGH_IS_GOOD


def spoken_end(questions: Questions, id: str) -> str:
    """Name the end that is spoken of: "poor sleep", "stress", "“Travel”"."""
    return plain_end(questions, id, high=spoken_high(questions, id))


def plain_end(questions: Questions, id: str, *, high: bool) -> str:
    """Name an end; much of something bad goes by its name alone: "pain", "poor sleep"."""
    measure = questions.measure(id)
    is_bad = measure is not None and measure.direction is Direction.HIGH_IS_BAD
    named = _NAMES.get(id)
    if high and is_bad and (named is None or named.more in (_MORE, _HIGHER)):
        return noun(questions, id)
    return end(questions, id, high=high)


def title(questions: Questions, id: str) -> str:
    """Name the end that is spoken of where it stands alone: "Poor sleep", "Travel"."""
    trigger, measure = questions.trigger(id), questions.measure(id)
    if measure is None and trigger is not None:
        return trigger.label
    words = spoken_end(questions, id)
    is_as_written = measure is not None and words == measure.name
    return words if is_as_written else sentence_case(words)


def _has_own_words(measure: Measure) -> bool:
    known = MEASURE_BY_ID.get(measure.id)
    return known is None or known.name != measure.name
