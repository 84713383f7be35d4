from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fibrojournal.journal.chosen import LATEST_START, set_day_starts
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Origin, Reading, TriggerAnswer
from fibrojournal.journal.edits import Edit, SetReading, SetTrigger
from fibrojournal.storage.journal_file import JournalFile
from tests.storage.build import DAY, EPOCH, EVENING, after, answer, chip, scratch
from tests.storage.strategies import DAYS, edits


def test_a_measure_comes_as_arrays_of_its_recorded_days(journal: JournalFile) -> None:
    journal.save([answer("pain", 6, after(5)), answer("pain", 3.3), answer("fog", 1, after(1))])
    pain = journal.series(["pain"])["pain"]
    assert pain.days.astype("datetime64[D]").tolist() == [DAY, after(5)]
    assert pain.values.tolist() == [3.3, 6]
    assert (pain.days.dtype, pain.values.dtype, pain.hollow.dtype) == (
        *(np.dtype(np.int64), np.dtype(np.float64), np.dtype(np.bool_)),
    )
    assert all(array.flags.c_contiguous for array in (pain.days, pain.values, pain.hollow))


def test_a_measure_without_answers_is_empty(journal: JournalFile) -> None:
    none = journal.series(["pain", "own:unheard_of"])
    assert list(none) == ["pain", "own:unheard_of"]
    assert all(len(series.days) == 0 for series in none.values())


def test_cleared_answers_are_gaps(journal: JournalFile) -> None:
    journal.save([answer("pain", 1), answer("pain", 2, after(1))])
    journal.save([answer("pain", None)])
    assert journal.series(["pain"])["pain"].values.tolist() == [2]


def test_both_ends_of_a_span_are_included(journal: JournalFile) -> None:
    journal.save([answer("pain", n, after(n)) for n in range(6)])
    journal.save([chip("travel", ticked=True, day=after(n)) for n in range(6)])
    span = (after(1), after(3))
    assert journal.series(["pain"], *span)["pain"].values.tolist() == [1, 2, 3]
    assert journal.series(["pain"], start=after(4))["pain"].values.tolist() == [4, 5]
    assert journal.series(["pain"], end=after(1))["pain"].values.tolist() == [0, 1]
    assert len(journal.trigger_series(["travel"], *span)["travel"].days) == 3


def test_a_trigger_is_0_or_1_only_where_it_was_offered(journal: JournalFile) -> None:
    journal.save([chip("travel", ticked=True), chip("travel", ticked=False, day=after(2))])
    journal.save([chip("unwell", ticked=True, day=after(1))])
    travel = journal.trigger_series(["travel"])["travel"]
    assert travel.days.astype("datetime64[D]").tolist() == [DAY, after(2)]
    assert travel.values.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("origin", "days_late", "hollow"),
    [
        (Origin.TYPED, 0, [False]),
        (Origin.TYPED, 1, [False]),
        (Origin.TYPED, 2, [True]),
        (Origin.COPIED, 0, [True]),
        (Origin.IMPORTED, 900, [False]),
    ],
)
def test_what_memory_has_a_say_in_is_hollow(
    journal: JournalFile, origin: Origin, days_late: int, hollow: list[bool]
) -> None:
    entered = Stamp(EVENING.at + timedelta(days=days_late), "Europe/Berlin", 60)
    journal.save([SetReading(DAY, "pain", Reading(1, entered, origin))])
    journal.save([SetTrigger(DAY, "travel", TriggerAnswer(True, entered, None, origin))])
    for series in (journal.series(["pain"])["pain"], journal.trigger_series(["travel"])["travel"]):
        assert series.hollow.tolist() == hollow
        assert series.copied.tolist() == [origin is Origin.COPIED]


@settings(max_examples=30, deadline=None)
@given(st.lists(edits, max_size=15))
def test_arrays_say_what_the_days_say(changes: list[Edit]) -> None:
    with scratch() as path, JournalFile.create(path) as journal:
        journal.save(changes)
        days = [journal.day(day) for day in DAYS]
        ids = sorted({id for day in days for id in day.readings} | {"pain"})
        for id, series in journal.series(ids).items():
            told = [
                (day.date, day.readings[id].value, day.readings[id].is_hollow(day.date))
                for day in days
                if id in day.readings
            ]
            dates = series.days.astype("datetime64[D]").tolist()
            assert list(zip(dates, series.values, series.hollow, strict=True)) == told


LATEST = EPOCH + timedelta(days=20_000)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    days_late=st.integers(-3, 3),
    millisecond=st.integers(0, 86_400_000 - 1),
    offset=st.integers(-12 * 60, 14 * 60),
    starts=st.integers(0, LATEST_START),
)
def test_late_means_the_same_in_sql_and_in_the_domain(
    journal: JournalFile, days_late: int, millisecond: int, offset: int, starts: int
) -> None:
    at = LATEST + timedelta(days=days_late, milliseconds=millisecond)
    reading = Reading(1, Stamp(at, "UTC", offset))
    day = LATEST.date()
    journal.save([SetReading(day, "pain", reading), set_day_starts(starts)])
    hollow = reading.is_hollow(day, starts)
    assert journal.series(["pain"])["pain"].hollow.tolist() == [hollow]


def test_days_count_from_1970_as_numpy_does(journal: JournalFile) -> None:
    for day in (date(1969, 12, 31), date(1970, 1, 1), date(2026, 3, 12)):
        journal.save([answer("pain", 1, day)])
        assert np.datetime64(day, "D").astype(np.int64) in journal.series(["pain"])["pain"].days
