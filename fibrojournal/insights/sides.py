"""Two kinds of days held against each other, in the words of the person's own scale."""

from __future__ import annotations

from typing import NamedTuple

from fibrojournal.analysis.answers import Answer
from fibrojournal.insights.names import noun, spoken_high
from fibrojournal.insights.timing import Time, time_of
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.questions import Questions
from fibrojournal.text import N_, _, plural

_RATED = N_("days you rated {name} {value}")
_WITH = N_("days with {value} of {name}")
_AT, _A = N_("days with {name} at {value}"), N_("days with a {name} of {value}")
_DAYS: dict[str, str] = {
    "sleep_quality": N_("nights you rated {value}"),
    "sleep_hours": N_("nights of {value}"),
    "sleep_latency_minutes": N_("nights when falling asleep took {value}"),
    "awakenings": N_("nights when you woke {value} times"),
    "sleep_device_score": N_("nights that a device scored {value}"),
    "nap_minutes": N_("days with {value} of napping"),
    "stiffness_minutes": _WITH,
    "exercise_minutes": _WITH,
    "sitting_longest_minutes": N_("days with {value} of sitting in one go"),
    "steps": N_("days with {value} steps"),
    "caffeine_late": N_("days with {value} late drinks with caffeine"),
    "alcohol_units": N_("days with {value} alcoholic drinks"),
    "temperature_c": _A,
    "resting_heart_rate": _A,
    "hrv_sdnn": _A,
    "hrv_rmssd": _A,
    "pain_areas": N_("days with {value} painful areas"),
}


class Side(NamedTuple):
    """Days of one kind: "nights you rated 4 or less", and how many there are, in words."""

    days: str
    n: str

    @property
    def counted(self) -> str:
        """The days with their count in brackets."""
        return _("{days} ({count})").format(days=self.days, count=self.n)


class Sides(NamedTuple):
    """The days that are spoken of, and those they are held against."""

    spoken: Side
    other: Side
    turned: bool
    """The low days are spoken of: an effect of the high ones has the opposite sign."""


def sides(questions: Questions, answer: Answer) -> Sides | None:
    """Name both kinds of days of a question; None where too few differ to make two kinds."""
    factor = answer.question.factor
    measure = questions.measure(factor)
    if measure is None:
        marked = _("days marked {name}").format(name=noun(questions, factor))
        return Sides(
            Side(marked, counted(questions, factor, answer.n_high)),
            Side(_("other days"), counted(questions, factor, answer.n_low)),
            turned=False,
        )
    limits = answer.limits
    if limits is None:
        return None
    low, high = at_most(measure, limits.low), at_least(measure, limits.high)
    few, many = (counted(questions, factor, n) for n in (answer.n_low, answer.n_high))
    if spoken_high(questions, factor):
        return Sides(
            Side(days_of(questions, measure, high), many),
            Side(_briefly(questions, measure, low), few),
            turned=False,
        )
    return Sides(
        Side(days_of(questions, measure, low), few),
        Side(_briefly(questions, measure, high), many),
        turned=True,
    )


def counted(questions: Questions, factor: str, n: int) -> str:
    """Count days, or the nights of what tells of nights."""
    if time_of(questions, factor) is Time.NIGHT:
        return plural("{n} night", "{n} nights", n)
    return plural("{n} day", "{n} days", n)


def at_least(measure: Measure, value: float) -> str:
    """Write the limit of the high days: "6 or more"; the top of a scale stands alone."""
    written = _written(measure, value)
    is_top = measure.scale.is_rating and value >= measure.scale.high
    return written if is_top else _("{value} or more").format(value=written)


def at_most(measure: Measure, value: float) -> str:
    """Write the limit of the low days: "3 or less"; the lowest value stands alone."""
    written = _written(measure, value)
    is_bottom = value <= measure.scale.low
    return written if is_bottom else _("{value} or less").format(value=written)


def days_of(questions: Questions, measure: Measure, value: str) -> str:
    """Name the days with a value: "days you rated stress 6 or more"."""
    usual = _RATED if measure.scale.is_rating else _AT
    return _(_DAYS.get(measure.id, usual)).format(name=noun(questions, measure.id), value=value)


def _briefly(questions: Questions, measure: Measure, value: str) -> str:
    """Name the days on the other side, when it is clear of what they are."""
    if time_of(questions, measure.id) is Time.NIGHT:
        return _("nights with {value}").format(value=value)
    return _("days with {value}").format(value=value)


def _written(measure: Measure, value: float) -> str:
    """Write a value, with its word where the number alone says little: "1 (a bit more)"."""
    word = measure.word_for(value) if (measure.scale.low, measure.scale.high) != (0, 10) else ""
    if not word:
        return measure.value_text(value)
    return _("{value} ({word})").format(value=measure.value_text(value), word=word)
