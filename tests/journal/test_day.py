from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import (
    BodyMap,
    Day,
    Event,
    Moment,
    Note,
    Origin,
    Reading,
    TriggerAnswer,
)
from tests.journal.build import DAY, EVENING, make_day

THREE_DAYS_ON = Stamp(datetime(2026, 3, 15, 20, tzinfo=UTC), "Europe/Berlin", 60)


def test_a_gap_is_not_zero_pain() -> None:
    assert Day(DAY).value("pain") is None
    assert make_day(pain=0).value("pain") == 0


def test_an_empty_day_is_not_noted() -> None:
    assert not Day(DAY).is_noted


@pytest.mark.parametrize(
    "day",
    [
        make_day(pain=0),
        make_day("overdid_it"),
        Day(DAY, note=Note("Rain", EVENING)),
        Day(DAY, body_map=BodyMap({"neck": None}, EVENING)),
        Day(DAY, body_map=BodyMap({}, EVENING)),
        Day(DAY, moments=(Moment("m1", DAY, "pain", 4, EVENING),)),
    ],
    ids=["zero", "trigger", "note", "body map", "nothing hurt", "moment"],
)
def test_one_answer_of_any_kind_makes_a_day_noted(day: Day) -> None:
    assert day.is_noted


def test_chips_that_were_only_offered_do_not_make_a_day_noted() -> None:
    offered = TriggerAnswer(ticked=False, entered=EVENING)
    assert not Day(DAY, triggers={"travel": offered}).is_noted


def test_ticked_lists_the_ticked_triggers_alone() -> None:
    day = make_day("overdid_it", "travel")
    answers = {**day.triggers, "period": TriggerAnswer(ticked=False, entered=EVENING)}
    assert replace(day, triggers=answers).ticked == ("overdid_it", "travel")


@pytest.mark.parametrize(
    ("origin", "entered", "hollow"),
    [
        (Origin.TYPED, EVENING, False),
        (Origin.TYPED, THREE_DAYS_ON, True),
        (Origin.COPIED, EVENING, True),
        (Origin.COPIED, THREE_DAYS_ON, True),
        (Origin.IMPORTED, EVENING, False),
        (Origin.IMPORTED, THREE_DAYS_ON, False),
    ],
)
def test_a_reading_is_hollow_when_copied_or_typed_late(
    origin: Origin, entered: Stamp, *, hollow: bool
) -> None:
    assert Reading(4, entered, origin).is_hollow(DAY) is hollow


@pytest.mark.parametrize(("starts", "hollow"), [(4, True), (6, False), (0, True)])
def test_late_is_counted_in_days_that_begin_when_the_person_says(
    starts: int, *, hollow: bool
) -> None:
    five_in_the_morning = Stamp(datetime.combine(DAY + timedelta(days=2), time(5), UTC), "UTC", 0)
    assert Reading(4, five_in_the_morning).is_hollow(DAY, starts) is hollow


def make_event(start: date, end: date | None = None, kind: str = "travel") -> Event:
    return Event("e1", kind, "To the sea", start, end, EVENING)


def test_an_event_of_one_day_covers_that_day() -> None:
    event = make_event(DAY)
    assert event.covers(DAY)
    assert not event.covers(DAY + timedelta(days=1))
    assert not event.covers(DAY - timedelta(days=1))


def test_an_event_covers_its_span_with_both_ends() -> None:
    event = make_event(DAY, DAY + timedelta(days=2))
    covered = [offset for offset in range(-1, 4) if event.covers(DAY + timedelta(days=offset))]
    assert covered == [0, 1, 2]


def test_an_event_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="on or after"):
        make_event(DAY, DAY - timedelta(days=1))


def test_an_event_is_of_a_kind_that_exists() -> None:
    with pytest.raises(ValueError, match="no such kind of event: party"):
        make_event(DAY, kind="party")


def test_an_event_without_a_name_is_called_by_its_kind() -> None:
    assert Event("1", "infection", "  ", DAY, None, EVENING).label == "Infection"
    assert Event("1", "infection", " Flu ", DAY, None, EVENING).label == "Flu"
