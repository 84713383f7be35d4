"""A journal with some months of days, for looking at every page."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fibrojournal.exchange.demo import made_up_days
from fibrojournal.journal.clock import Stamp, stamp_of
from fibrojournal.journal.day import Event, Moment, Note, Origin, Reading
from fibrojournal.journal.edits import SetEvent, SetMedicine, SetMoment, SetNote, SetReading
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan, Slot
from fibrojournal.storage.journal_file import JournalFile
from tests.ui.conftest import Person

TODAY = date(2026, 3, 12)
DAYS = 150
LONG_NOTE = "A long day that needs many words. " * 8
LONG_NAME = "A first visit to the rheumatology clinic in the next town"


def some_medicines(stamp: Stamp) -> list[Medicine]:
    """One with a long name and changes of dose, one as needed, one that was stopped."""
    plan = Plan(1000, "international units", "2 soft capsules", (Slot("bedtime", time(22, 30)),))
    long = (
        Course(ALWAYS, plan, stamp),
        Course(date(2026, 1, 9), replace(plan, dose=2000.5), stamp),
        Course(date(2026, 2, 6), plan, stamp),
    )
    stopped = (Course(ALWAYS, plan, stamp), Course(date(2026, 2, 1), None, stamp))
    return [
        Medicine("long", "Cholecalciferol from the pharmacy in the next town", stamp, long),
        Medicine("rest", "Paracetamol", stamp, (Course(ALWAYS, Plan(1, "g"), stamp),)),
        Medicine("gone", "Pregabalin", stamp, stopped),
    ]


@pytest.fixture(scope="session")
def some_months(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of 150 days up to today: a long note, an event with a long name, past values.

    A backup beside it is of the day before, without these.
    """
    path = tmp_path_factory.mktemp("journals") / "journal.fjnl"
    stamp = stamp_of(datetime(2026, 3, 12, 9, tzinfo=ZoneInfo("Europe/Berlin")))
    event = Event("3f1f1d1e-0000-4000-8000-000000000001", "other", LONG_NAME, TODAY, None, stamp)
    with JournalFile.create(path) as journal:
        journal.save(made_up_days(DAYS, end=TODAY))
        journal.save([SetMedicine(one.id, one) for one in some_medicines(stamp)])
        journal.back_up(path.with_name("backups"), datetime(2026, 3, 11, 20, 4, tzinfo=UTC))
        journal.save([SetReading(date(2026, 3, 4), "stress", None)])
        journal.save([SetNote(TODAY, Note("It rained for the whole of the day.", stamp))])
        journal.save([SetNote(TODAY, Note(LONG_NOTE, stamp)), SetEvent(event.id, event)])
        pain = journal.day(TODAY).readings["pain"]
        for reading in (Reading(10, stamp), None, pain):
            journal.save([SetReading(TODAY, "pain", reading)])
        journal.save([SetReading(TODAY, "stress", Reading(5, stamp, Origin.COPIED))])
        for measure in ("pain", "energy"):
            moment = Moment(f"{measure} now", TODAY, measure, 6, stamp)
            journal.save([SetMoment(TODAY, moment.id, moment)])
    return path


@pytest.fixture
def settled(person: Person, some_months: Path) -> Person:
    """Someone who has kept a diary for some months."""
    shutil.copy(some_months, person.journal)
    shutil.copytree(some_months.with_name("backups"), person.home / "backups")
    return person
