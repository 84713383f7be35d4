"""The journal that is committed for each released schema: `python -m tests.storage.released`.

Run it once when a schema is released and commit the file; files of released schemas are never
made again. What they hold is told here in the domain's words, so it is the same for all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from fibrojournal.journal.day import (
    BodyMap,
    Event,
    Intake,
    MedicineEffect,
    Moment,
    Note,
    Origin,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.edits import (
    SetBodyMap,
    SetEffect,
    SetEvent,
    SetIntake,
    SetMedicine,
    SetMoment,
    SetNote,
    SetReading,
    SetSetting,
    SetTrigger,
    set_own,
)
from fibrojournal.journal.imported import ImportBatch, ImportedDay
from fibrojournal.journal.measures import Direction, Scale
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan, Slot
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.schema import VERSION
from tests.storage.build import DAY, EVENING, NEXT_EVENING, after

FOLDER = Path(__file__).parent.parent / "data" / "journals"

STILL_IN, TAKEN_OUT = "import-still-in", "import-taken-out"


def fill(journal: JournalFile) -> None:
    """Write something of every kind, and change some of it."""
    for n in range(40):
        day = after(n)
        journal.save(
            [
                SetReading(day, "pain", Reading((n * 7) % 11, EVENING)),
                SetReading(day, "sleep_quality", Reading(3.3, NEXT_EVENING, Origin.COPIED)),
                SetTrigger(day, "travel", TriggerAnswer(n % 5 == 0, EVENING, 1 + n % 3)),
            ]
        )
    journal.save([SetNote(DAY, Note("Erste Notiz: ein Tag am Meer", EVENING))])
    journal.save([SetNote(DAY, Note("A day by the sea, grün und blau", NEXT_EVENING))])
    journal.save([SetBodyMap(DAY, BodyMap({"neck": 4.0, "chest": None}, EVENING))])
    journal.save([SetBodyMap(DAY, BodyMap({"neck": 5.0, "hip_left": 2.5}, NEXT_EVENING))])
    journal.save([SetMoment(DAY, "noon", Moment("noon", DAY, "pain", 7.5, EVENING))])
    journal.save([SetEvent("cold", Event("cold", "infection", "A cold", DAY, after(4), EVENING))])
    journal.save([SetEvent("gone", Event("gone", "other", "Gone", DAY, None, EVENING))])
    journal.save([SetEvent("gone", None), SetReading(after(3), "pain", None)])
    journal.save(
        [
            set_own(
                own_measure(
                    "own:hum", "Hum", scale=Scale(0, 5, 0.5), direction=Direction.HIGH_IS_BAD
                )
            )
        ]
    )
    journal.save([set_own(own_trigger("own:taxes", "Taxes", factor="stress_trauma"))])
    journal.save([SetSetting("today", "pain fog")])
    before = date(2024, 2, 28)
    for id in (STILL_IN, TAKEN_OUT):
        days = {
            before + timedelta(n): ImportedDay({"fog": n + len(id) / 8}, {"unwell": n == 2}, id)
            for n in range(4)
        }
        journal.bring_in(ImportBatch(f"{id}.csv", EVENING, days, id=id))
    journal.take_out(TAKEN_OUT)


def fill_medicines(journal: JournalFile) -> None:
    """Write what came with schema 2, and change some of it."""
    plan = Plan(20, "mg", "1 capsule", (Slot("morning", time(8)), Slot("bedtime")))
    first = Course(ALWAYS, plan, EVENING)
    pill = Medicine("pill", "Duloxetine", EVENING, (first,))
    journal.save([SetMedicine("pill", pill), SetMedicine("tea", replace(pill, id="tea"))])
    more = Course(after(9), replace(plan, dose=30), NEXT_EVENING)
    stop = Course(after(30), None, NEXT_EVENING)
    journal.save([SetMedicine("pill", replace(pill, courses=(first, more, stop)))])
    journal.save([SetMedicine("tea", None)])
    for n in range(12):
        intake = Intake(n % 4 > 0, EVENING, time(8, n), origin=Origin.TYPED)
        journal.save([SetIntake(after(n), "pill", "morning", intake)])
    journal.save([SetIntake(DAY, "pill", "morning", None)])
    journal.save([SetIntake(DAY, "pill", "once", Intake(True, EVENING, None, 2.0))])
    for helped in (3, 6.5):
        journal.save([SetEffect(DAY, "pill", MedicineEffect(EVENING, helped, "a dry mouth"))])


FILLED_BY = (fill, fill_medicines)
"""What each schema brought; a file of a schema holds all up to it."""


if __name__ == "__main__":
    with JournalFile.create(FOLDER / f"v{VERSION}.fjnl") as made:
        for fill_more in FILLED_BY[:VERSION]:
            fill_more(made)
