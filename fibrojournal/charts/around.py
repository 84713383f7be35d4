"""The days on both sides of an event, chosen among all events, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.before_after import before_after
from fibrojournal.analysis.difference import NOTED_A_SIDE, Difference
from fibrojournal.analysis.grid import Recorded, on_calendar
from fibrojournal.analysis.phase_change import (
    LEFT_OUT_AFTER,
    LEFT_OUT_BEFORE,
    SPAN,
    began_after_bad_spell,
    phase_change,
)
from fibrojournal.charts import difference_words as differ
from fibrojournal.charts import trend_words as words
from fibrojournal.charts.axis import day_number, day_of
from fibrojournal.charts.material import Material, Option, Scope
from fibrojournal.charts.trend_words import joined
from fibrojournal.journal.day import TREATMENTS, Event
from fibrojournal.journal.measures import Direction, Measure
from fibrojournal.journal.medicine_words import marked_between
from fibrojournal.text import _

_BEFORE = SPAN + LEFT_OUT_BEFORE


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """The days of one side."""

    start: date
    values: NDArray[np.float64]
    """One entry a calendar day; NaN where nothing was noted that counts."""

    @property
    def end(self) -> date:
        """Its last day."""
        return self.start + timedelta(days=self.values.size - 1)

    @property
    def noted(self) -> NDArray[np.float64]:
        """The noted values."""
        return self.values[np.isfinite(self.values)]


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """A measure on both sides of an event."""

    measure: Measure
    event: Event
    before: Side
    between: Side
    """The event's own days, and those that are left out."""
    after: Side
    difference: Difference | None
    """None while either side has fewer than 21 noted days."""
    after_bad_spell: bool
    is_over: bool
    """Whether the last day of the side after has passed."""

    @property
    def is_treatment(self) -> bool:
        """Tell whether days next to the event are left out."""
        return self.event.kind in TREATMENTS

    @property
    def has_enough(self) -> bool:
        """Tell whether both sides have days enough to say something of."""
        return self.difference is not None


def around(measure: Measure, recorded: Recorded, event: Event, today: date) -> Around:
    """Lay a measure over the 56 days on both sides of an event.

    Around a treatment 14 days before and 7 after its start are left out; around any other event
    its own days alone. Of the side after, the days up to today are in view.
    """
    is_treatment = event.kind in TREATMENTS
    first = day_number(event.start) - _BEFORE
    last = day_number(event.start if is_treatment else event.last)
    values = on_calendar(recorded, first, last + LEFT_OUT_AFTER + SPAN).counted
    has_end = measure.direction is not Direction.NEITHER
    high_is_bad = measure.direction is Direction.HIGH_IS_BAD
    if is_treatment:
        difference = phase_change(values, _BEFORE).difference
        left, right = first, last + LEFT_OUT_AFTER
    else:
        difference = before_after(values, _BEFORE, last - first).difference
        left, right = day_number(event.start) - SPAN, last + 1
    rated = differ.as_rating(measure, values)  # a bad spell is one of over a point in 10
    spell = began_after_bad_spell(rated, _BEFORE, high_is_bad=high_is_bad)
    now = day_number(today)
    seen = min(max(now - right + 1, 0), SPAN)
    return Around(
        measure,
        event,
        Side(day_of(left), values[left - first : left - first + SPAN]),
        Side(day_of(left + SPAN), values[left - first + SPAN : right - first]),
        Side(day_of(right), values[right - first : right - first + seen]),
        difference,
        bool(spell) and has_end,
        now >= right + SPAN - 1,
    )


def events_of(material: Material, scope: Scope, *, treatments_alone: bool = False) -> list[Event]:
    """List the events that have begun, and what changed about medicines, the newest first."""
    found = marked_between(material.common, date.min, scope.today)
    kept = [one for one in found if not treatments_alone or one.kind in TREATMENTS]
    return [one for one in reversed(kept) if one.start <= scope.today]


def options_of(events: Sequence[Event], today: date) -> tuple[Option, ...]:
    """Offer events by name and day."""
    return tuple(Option(event.id, words.event_text(event, year=today.year)) for event in events)


def chosen_around(material: Material, scope: Scope, events: Sequence[Event]) -> Around | None:
    """Look around the event that was chosen, else the newest with days enough, else the newest.

    None where there is no event.
    """
    measure, recorded = material.measure(scope.measure), material.series[scope.measure]
    wanted = [event for event in events if event.id == scope.other]
    if not wanted:
        # Looking around each of hundreds of events would take long; the count is quickly made.
        enough = (event for event in events if _has_days(recorded, event))
        wanted = [event for event in (next(enough, None), *events[:1]) if event]
    return around(measure, recorded, wanted[0], scope.today) if wanted else None


def around_words(found: Around, today: date) -> tuple[str, str]:
    """Say the difference around an event in a sentence, and how sure it is, of how many days."""
    measure, difference = found.measure, found.difference
    event = words.event_text(found.event, year=today.year)
    if difference is None:
        sentence = _("{n} noted days on each side are needed here: {event}.").format(
            n=NOTED_A_SIDE, event=event
        )
        return sentence, joined([_counts(found), *_left_out(found)])
    sentence = _("{measure} after {event}: {change}; {likely}.").format(
        measure=measure.worded_label,
        event=event,
        change=differ.change_text(measure, differ.printed_change(measure, difference)),
        likely=differ.likely_text(measure, difference),
    )
    detail = [
        differ.how_sure(measure, difference, is_over=found.is_over),
        _(differ.OTHER_THINGS),
        _counts(found),
        *_left_out(found),
    ]
    if found.after_bad_spell:
        detail.append(_(differ.AFTER_A_BAD_SPELL))
    return sentence, joined(detail)


def _counts(found: Around) -> str:
    return _("{n} of {before} days noted before, {m} of {after} after.").format(
        n=found.before.noted.size,
        before=found.before.values.size,
        m=found.after.noted.size,
        after=found.after.values.size,
    )


def _left_out(found: Around) -> list[str]:
    if not found.is_treatment:
        return []
    return [
        _("The {n} days before and the first {m} after are left out.").format(
            n=LEFT_OUT_BEFORE, m=LEFT_OUT_AFTER
        )
    ]


def _has_days(recorded: Recorded, event: Event) -> bool:
    is_treatment = event.kind in TREATMENTS
    start = day_number(event.start) - (LEFT_OUT_BEFORE if is_treatment else 0)
    end = day_number(event.start) + LEFT_OUT_AFTER if is_treatment else day_number(event.last) + 1
    days = recorded.days[~recorded.copied]
    sides = np.searchsorted(days, (start - SPAN, start, end, end + SPAN))
    return bool(sides[1] - sides[0] >= NOTED_A_SIDE and sides[3] - sides[2] >= NOTED_A_SIDE)
