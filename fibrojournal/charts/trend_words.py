"""What a trend says in words: its finding, how much stands behind it, and each day read out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fibrojournal.analysis.flares import Flare
from fibrojournal.analysis.level_shifts import LevelShift
from fibrojournal.analysis.summary import Average, Usual
from fibrojournal.charts.axis import day_of
from fibrojournal.journal.day import Event
from fibrojournal.journal.measures import Direction, Measure
from fibrojournal.text import N_, _, day_and_month, plural, quantity, short_date, with_year

DAYS_FOR_A_LINE = 7
"""Fewer noted days than this are dots without a line."""

MANY_HOLLOW = 0.25

SIZED_AS_PAIN = frozenset({"pain", "pain_worst", "pain_least"})
"""Measures on which a point has been asked to mean "slightly better" and two "much better".

Farrar and others, Pain 94 (2001) 149-158; Salaffi and others, Eur J Pain 8 (2004) 283-291.
"""

_LONG_SCALE = 50
_MOST_READ_OUT = 5
_LONGEST_NAME = 28

# Each twice: alone, and beside another measure.
_Twice = tuple[str, str]
_SAME: _Twice = (N_("No difference."), N_("{measure}: no difference."))
_UNDER_A_POINT: dict[bool, _Twice] = {
    False: (
        N_("Lower, but less than a point is often ordinary ups and downs."),
        N_("{measure}: lower, but less than a point is often ordinary ups and downs."),
    ),
    True: (
        N_("Higher, but less than a point is often ordinary ups and downs."),
        N_("{measure}: higher, but less than a point is often ordinary ups and downs."),
    ),
}
_A_LITTLE: dict[bool, _Twice] = {
    False: (N_("A little lower."), N_("{measure}: a little lower.")),
    True: (N_("A little higher."), N_("{measure}: a little higher.")),
}
_CLEARLY: dict[bool, _Twice] = {
    False: (N_("Clearly lower."), N_("{measure}: clearly lower.")),
    True: (N_("Clearly higher."), N_("{measure}: clearly higher.")),
}
_BETTER: _Twice = (N_("Higher is better."), N_("{measure}: higher is better."))
_HOLLOW: _Twice = (
    N_("Over a quarter of these days were filled in later or copied."),
    N_("{measure}: over a quarter of these days were filled in later or copied."),
)
_NOTED: _Twice = (N_("{n} of {span} days noted."), N_("{measure}: {n} of {span} days noted."))
_TOO_FEW: _Twice = (
    N_("7 days draw a first line; you have {n}."),
    N_("{measure}: 7 days draw a first line; you have {n}."),
)
_NONE_EVER: _Twice = (
    N_("Your days will appear here. 7 days draw a first line."),
    N_("{measure}: your days will appear here."),
)


# By whether the view ends before today.
_ONE_MONTH = {
    False: N_("{measure} averaged {last} in the last 30 days."),
    True: N_("{measure} averaged {last} in the 30 days to {end}."),
}
_TWO_MONTHS = {
    False: N_("{measure} averaged {last} in the last 30 days and {before} in the 30 before."),
    True: N_("{measure} averaged {last} in the 30 days to {end} and {before} in the 30 before."),
}
_TWO_ALIKE = {
    False: N_("{measure} averaged {last} in the last 30 days, as in the 30 before."),
    True: N_("{measure} averaged {last} in the 30 days to {end}, as in the 30 before."),
}


@dataclass(frozen=True, slots=True)
class Noted:
    """How much of a measure is noted: in the whole journal, and in the span in view."""

    ever: int
    shown: int
    span: int
    """Days in view since the measure was first noted."""
    hollow_share: float


def finding(
    measure: Measure, noted: Noted, last: Average, before: Average, *, end: str, alone: bool
) -> str:
    """Say in one sentence what the days show.

    `last` and `before` are the 30 days up to the end of the view and the 30 before those; `end` is
    that end in words, or nothing where it is today. `alone`: no other measure is shown with it.
    """
    words = {"measure": measure.worded_label, "n": noted.ever, "end": end}
    if noted.ever < DAYS_FOR_A_LINE:
        return _one(_TOO_FEW if noted.ever else _NONE_EVER, alone=alone).format(**words)
    if not noted.shown:
        return _("{measure}: nothing noted in this period.").format(**words)
    if last.mean is None or not last.is_fair:
        return _("{measure}: not enough days in these 30 for a fair average.").format(**words)
    words["last"] = mean_text(measure, last.mean)
    if before.mean is None or not before.is_fair:
        return _(_ONE_MONTH[bool(end)]).format(**words)
    words["before"] = mean_text(measure, before.mean)
    form = _TWO_ALIKE if words["before"] == words["last"] else _TWO_MONTHS
    return _(form[bool(end)]).format(**words)


def details(
    measure: Measure, noted: Noted, last: Average, before: Average, *, alone: bool
) -> list[str]:
    """Say how sure the finding is and how many days stand behind it; nothing without days."""
    if not noted.ever:
        return []
    sentences = [_NOTED]
    change = _change(measure, last, before)
    if change is not None:
        sentences.insert(0, _size_of(change))
    if measure.direction is Direction.HIGH_IS_GOOD:
        sentences.insert(-1, _BETTER)
    if noted.hollow_share > MANY_HOLLOW:
        sentences.append(_HOLLOW)
    return [
        _one(sentence, alone=alone).format(
            measure=measure.worded_label, n=noted.shown, span=noted.span
        )
        for sentence in sentences
    ]


def _one(twice: _Twice, *, alone: bool) -> str:
    return _(twice[0] if alone else twice[1])


def _change(measure: Measure, last: Average, before: Average) -> float | None:
    """Return the change between two fair averages of a measure whose points have a known size.

    Of the averages as printed, so that the words never contradict the two numbers above them.
    """
    fair = last.is_fair and before.is_fair and measure.id in SIZED_AS_PAIN
    if not fair or last.mean is None or before.mean is None:
        return None
    return round(round(last.mean, 1) - round(before.mean, 1), 1)


def _size_of(change: float) -> _Twice:
    if not change:
        return _SAME
    if abs(change) < 1:
        return _UNDER_A_POINT[change > 0]
    return (_A_LITTLE if abs(change) <= 2 else _CLEARLY)[change > 0]


def mean_text(measure: Measure, mean: float) -> str:
    """Write an average: one decimal, or none on a long scale, with the unit."""
    return quantity(mean, measure.unit, _decimals(measure))


def usual_text(measure: Measure, usual: Usual) -> str:
    """Say where the middle half of the noted days lies."""
    return _("{measure}: half of the noted days lie between {low} and {high}.").format(
        measure=measure.short_label,
        low=measure.value_text(usual.low),
        high=measure.value_text(usual.high),
    )


def _decimals(measure: Measure) -> int:
    return 1 if measure.scale.high - measure.scale.low <= _LONG_SCALE else 0


def flare_text(flare: Flare, *, of_pain: bool) -> str:
    """Label a flare band; `of_pain` where the chart does not show pain itself."""
    if flare.end is None:
        if of_pain:
            return plural("pain flare, {n} day so far", "pain flare, {n} days so far", flare.days)
        return plural("flare, {n} day so far", "flare, {n} days so far", flare.days)
    if of_pain:
        return plural("pain flare, {n} day", "pain flare, {n} days", flare.days)
    return plural("flare, {n} day", "flare, {n} days", flare.days)


def flares_count(flares: int, *, of_pain: bool) -> str:
    """Label all bands at once, where there is no room for each."""
    if of_pain:
        return plural("shaded: {n} pain flare", "shaded: {n} pain flares", flares)
    return plural("shaded: {n} flare", "shaded: {n} flares", flares)


def flare_day(day: int, *, of_pain: bool) -> str:
    """Mark a day of a flare, counted from 1."""
    if of_pain:
        return _("pain flare, day {n}").format(n=day)
    return _("flare, day {n}").format(n=day)


def flares_read_out(flares: Sequence[Flare], *, of_pain: bool, years: bool) -> list[str]:
    """Say when the flares in view were, or how many where there are many."""
    if not flares:
        return []
    if len(flares) > _MOST_READ_OUT:
        return [_("{flares}.").format(flares=flares_count(len(flares), of_pain=of_pain))]
    return [
        _("{flare}, from {start}.").format(
            flare=flare_text(flare, of_pain=of_pain),
            start=date_text(day_of(flare.start), years=years),
        )
        for flare in flares
    ]


def events_read_out(events: Sequence[Event], *, years: bool) -> list[str]:
    """Say what the dashed lines are, or how many where there are many."""
    if len(events) > _MOST_READ_OUT:
        return [plural("{n} event.", "{n} events.", len(events))]
    return [
        _("Event: {name}, {when}.").format(name=event.label, when=_event_days(event, years=years))
        for event in events
    ]


def _event_days(event: Event, *, years: bool) -> str:
    start = date_text(event.start, years=years)
    if event.last == event.start:
        return start
    return _("{start} to {end}").format(start=start, end=date_text(event.last, years=years))


def event_label(event: Event, *, years: bool) -> str:
    """Label an event's dashed line: "new medication, 6 Feb"; a long name is cut short."""
    day = short_date(event.start)
    if years:
        day = with_year(day, event.start)
    name = " ".join(event.label.split())
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME - 1].rstrip() + "…"
    return _("{name}, {day}").format(name=name, day=day)


def event_text(event: Event, *, year: int) -> str:
    """Name an event with its day in a sentence: "a cold, 6 February"; its year if not `year`."""
    day = date_text(event.start, years=event.start.year != year)
    return _("{name}, {day}").format(name=" ".join(event.label.split()), day=day)


def shift_label(measure: Measure, shift: LevelShift, *, years: bool) -> str:
    """Label a level shift: "from about 14 Jun: 1.2 higher"."""
    day = short_date(day_of(shift.day))
    if years:
        day = with_year(day, day_of(shift.day))
    return _("from about {day}: {change}").format(day=day, change=_changed(measure, shift))


def shift_mark(measure: Measure, shift: LevelShift) -> str:
    """Mark the day from which on another level holds."""
    return _("{measure} about {change} from here on").format(
        measure=measure.inner_label, change=_changed(measure, shift)
    )


def shift_read_out(measure: Measure, shift: LevelShift, *, years: bool) -> str:
    """Say when a level shifted, from what to what; why is not known."""
    return _(
        "From about {day} on, {measure} averaged {after}, {change} than in the weeks before"
        " ({before}). This says when, and not why."
    ).format(
        day=date_text(day_of(shift.day), years=years),
        measure=measure.inner_label,
        after=mean_text(measure, shift.after),
        before=mean_text(measure, shift.before),
        change=_changed(measure, shift),
    )


def _changed(measure: Measure, shift: LevelShift) -> str:
    by = mean_text(measure, abs(shift.change))
    return (_("{by} higher") if shift.change > 0 else _("{by} lower")).format(by=by)


def too_ill() -> str:
    """Say of a day why it has no number: "too ill to log"."""
    return _("too ill to log")


def hollow_mark(measure: Measure, *, copied: bool, alone: bool) -> str:
    """Mark a day whose answer was not given on the day itself."""
    if alone:
        return _("copied") if copied else _("filled in later")
    if copied:
        return _("{measure} copied").format(measure=measure.short_label)
    return _("{measure} filled in later").format(measure=measure.short_label)


def read_out(measure: Measure, value: float, mean: float) -> list[str]:
    """Say a day's answer and its 7-day average; either may be NaN."""
    name = measure.short_label
    if math.isnan(value):
        sentences = [_("{measure}: nothing noted.").format(measure=name)]
    else:
        sentences = [_("{measure} {value}.").format(measure=name, value=measure.spoken(value))]
    if not math.isnan(mean):
        sentences.append(_("7-day average {mean}.").format(mean=mean_text(measure, mean)))
    return sentences


def date_text(day: date, *, years: bool) -> str:
    """Write a day, with its year where that could be in doubt."""
    if years:
        return with_year(day_and_month(day), day)
    return day_and_month(day)


def span_text(start: date, end: date) -> str:
    """Name a span of days, with years where they differ."""
    return _("{start} to {end}.").format(
        start=date_text(start, years=start.year != end.year), end=date_text(end, years=True)
    )


def joined(sentences: Sequence[str]) -> str:
    """Put whole sentences one after another."""
    return " ".join(sentences)
