"""When one thing stands beside another, in words: rows of the diary, counted from the night."""

from __future__ import annotations

from enum import Enum

from fibrojournal.analysis.prior import NIGHT
from fibrojournal.journal.measures import Asked
from fibrojournal.journal.questions import Questions
from fibrojournal.text import N_, _


class Time(Enum):
    """What part of a row of the diary something tells of."""

    NIGHT = "night"
    MORNING = "morning"
    DAY = "day"


def time_of(questions: Questions, id: str) -> Time:
    """Return what part of a day a measure or trigger tells of."""
    if id in NIGHT:
        return Time.NIGHT
    measure = questions.measure(id)
    return Time.MORNING if measure and measure.asked is Asked.WAKING else Time.DAY


def steps(questions: Questions, source: str, target: str, lag: int) -> int:
    """Count the days from one thing to another: a night stands on the row of the day after it."""
    night_first = time_of(questions, source) is Time.NIGHT
    return lag + (night_first and time_of(questions, target) is not Time.NIGHT)


_ONE = {
    Time.NIGHT: N_("the night after"),
    Time.MORNING: N_("the morning after"),
    Time.DAY: N_("the day after"),
}
_TWO = {
    Time.NIGHT: N_("two nights later"),
    Time.MORNING: N_("two mornings later"),
    Time.DAY: N_("two days later"),
}
_MORE = {
    Time.NIGHT: N_("{n} nights later"),
    Time.MORNING: N_("{n} mornings later"),
    Time.DAY: N_("{n} days later"),
}


def when(questions: Questions, source: str, target: str, lag: int) -> str:
    """Say when the target is looked at: "the day after", "the same day"."""
    apart = steps(questions, source, target, lag)
    if not apart:
        is_night = time_of(questions, source) is Time.NIGHT
        return _("the same night") if is_night else _("the same day")
    forms = {1: _ONE, 2: _TWO}.get(apart, _MORE)
    return _(forms[time_of(questions, target)]).format(n=apart)


_LED = {
    Time.NIGHT: {
        1: N_("The night after {days}"),
        2: N_("Two nights after {days}"),
        3: N_("{n} nights after {days}"),
    },
    Time.MORNING: {
        1: N_("The morning after {days}"),
        2: N_("Two mornings after {days}"),
        3: N_("{n} mornings after {days}"),
    },
    Time.DAY: {
        1: N_("The day after {days}"),
        2: N_("Two days after {days}"),
        3: N_("{n} days after {days}"),
    },
}


def led(questions: Questions, source: str, target: str, lag: int, days: str) -> str:
    """Begin a sentence with the days of the source: "The day after {days}", "On {days}"."""
    apart = steps(questions, source, target, lag)
    if not apart:
        is_night = time_of(questions, source) is Time.NIGHT
        return (_("After {days}") if is_night else _("On {days}")).format(days=days)
    forms = _LED[time_of(questions, target)]
    return _(forms[min(apart, 3)]).format(n=apart, days=days)


def than(questions: Questions, source: str, target: str, lag: int, days: str) -> str:
    """Go on with the days it is held against: "than after {days}", "than on {days}"."""
    on = not steps(questions, source, target, lag) and time_of(questions, source) is not Time.NIGHT
    return (_("than on {days}") if on else _("than after {days}")).format(days=days)
