"""A check-in as it stands in a day: read from its answers, and written back with its sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, fields
from datetime import date, timedelta

from fibrojournal.journal.areas import AREAS
from fibrojournal.journal.body_maps import DAYS_OF_RECALL
from fibrojournal.journal.check_in_measures import (
    CHECK_IN_BY_ID,
    GAD2,
    LASTING,
    MOOD,
    PHQ2,
    PSD,
    SSS,
    WORRY,
    WPI,
    area_item,
)
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.edits import DayEdit, SetReading
from fibrojournal.journal.scoring import CheckIn, SymptomAnswers, two_item_score

Values = Mapping[str, int | None]
"""What items and sums come to, by id; None is blank."""

_AREA_ITEMS = {area.id: area_item(area.id) for area in AREAS}
_SYMPTOM_ITEMS = {part.name: f"{SSS}_{part.name}" for part in fields(SymptomAnswers)}
_ITEMS = (*_AREA_ITEMS.values(), *_SYMPTOM_ITEMS.values(), LASTING)


def is_of_check_in(measure_id: str) -> bool:
    """Tell whether an answer belongs to a check-in, and not to the daily form."""
    return measure_id in CHECK_IN_BY_ID


def check_in_of(day: Day) -> CheckIn:
    """Read the check-in that a day holds; one that does not hold any is blank."""
    areas = {area: _value(day, item) for area, item in _AREA_ITEMS.items()}
    lasting = _value(day, LASTING)
    return CheckIn(
        None if None in areas.values() else frozenset(area for area, hurt in areas.items() if hurt),
        SymptomAnswers(**{name: _value(day, item) for name, item in _SYMPTOM_ITEMS.items()}),
        None if lasting is None else bool(lasting),
    )


def values_of(check_in: CheckIn) -> Values:
    """Return what the items and sums of a check-in come to."""
    areas = check_in.areas
    values: dict[str, int | None] = {
        item: None if areas is None else int(area in areas) for area, item in _AREA_ITEMS.items()
    }
    parts = astuple(check_in.symptoms)
    values |= dict(zip(_SYMPTOM_ITEMS.values(), parts, strict=True))
    values[LASTING] = None if check_in.lasting is None else int(check_in.lasting)
    return values | {WPI: check_in.wpi, SSS: check_in.sss, PSD: check_in.psd}


def blanks(check_in: CheckIn) -> int:
    """Count the questions without an answer; all areas together are one."""
    answers = (check_in.areas, *astuple(check_in.symptoms), check_in.lasting)
    return sum(answer is None for answer in answers)


def feelings_of(day: Day) -> Values:
    """Read the four answers of PHQ-2 and GAD-2 that a day holds."""
    return {item.id: _value(day, item.id) for item in (*MOOD, *WORRY)}


def with_scores(feelings: Values) -> Values:
    """Return answers with the two sums of the four; a blank answer leaves no sum."""
    mood, worry = ([feelings[item.id] for item in items] for items in (MOOD, WORRY))
    return {**feelings, PHQ2: two_item_score(*mood), GAD2: two_item_score(*worry)}


def edits_to(day: Day, values: Values, entered: Stamp) -> list[DayEdit]:
    """Return the edits that bring values into a day; what stands there already is left alone."""
    return [
        SetReading(day.date, id, None if value is None else Reading(float(value), entered))
        for id, value in values.items()
        if day.value(id) != value
    ]


def unfinished(days: Iterable[Day], today: date) -> Day | None:
    """Return the newest day with a check-in that waits to be finished; it waits for a week."""
    waiting = [
        day
        for day in days
        if today - day.date < timedelta(days=DAYS_OF_RECALL)
        and day.readings.keys() & set(_ITEMS)
        and PSD not in day.readings
    ]
    return max(waiting, key=lambda day: day.date, default=None)


def _value(day: Day, id: str) -> int | None:
    """Return a whole answer; one that was brought in from between two steps goes to the nearest."""
    value = day.value(id)
    return None if value is None else round(CHECK_IN_BY_ID[id].scale.nearest_step(value))
