"""Medicines in an archive: what they look like there, and what is refused."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from fibrojournal.exchange.json_reader import read_archive
from fibrojournal.exchange.json_writer import archive_parts
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Intake, MedicineEffect
from fibrojournal.journal.errors import BadFile
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan, Slot
from fibrojournal.storage.snapshot import Snapshot
from tests.exchange.test_json import change

NOW = Stamp(datetime(2025, 3, 1, 20, 15, tzinfo=UTC), "Europe/Berlin", 60)
STAMP = "2025-03-01T21:15:00.000+01:00[Europe/Berlin]"
MARCH = date(2025, 3, 1)
PLAN = Plan(30.0, "mg", "1 capsule", (Slot("morning", time(8)), Slot("bedtime")))
PILL = Medicine("pill", "Duloxetine", NOW, (Course(ALWAYS, PLAN, NOW), Course(MARCH, None, NOW)))
TAKEN = Day(
    MARCH,
    intakes={("pill", "morning"): Intake(taken=True, entered=NOW, time=time(8, 5), amount=2.0)},
    effects={"pill": MedicineEffect(NOW, 6.0, "a dry mouth")},
)
TEXT = "".join(archive_parts(Snapshot(days=(TAKEN,), medicines=(PILL,))))


def test_a_medicine_says_how_it_was_taken_and_since_when() -> None:
    assert json.loads(TEXT)["medicines"] == [
        {
            "id": "pill",
            "name": "Duloxetine",
            "courses": [
                {
                    "start": None,
                    "plan": {
                        "dose": 30,
                        "unit": "mg",
                        "form": "1 capsule",
                        "slots": [
                            {"part": "morning", "time": "08:00"},
                            {"part": "bedtime", "time": None},
                        ],
                    },
                    "entered": STAMP,
                },
                {"start": "2025-03-01", "plan": None, "entered": STAMP},
            ],
            "entered": STAMP,
        }
    ]


def test_a_day_says_what_was_taken_and_what_it_did() -> None:
    (day,) = json.loads(TEXT)["days"]
    assert day["intakes"] == [
        {
            "medicine": "pill",
            "slot": "morning",
            "taken": True,
            "time": "08:05",
            "amount": 2,
            "entered": STAMP,
            "origin": "typed",
        }
    ]
    effect = {"helped": 6, "side_effects": "a dry mouth", "entered": STAMP}
    assert day["medicine_effects"] == {"pill": effect}


def test_an_archive_from_before_there_were_medicines_is_read(tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    file.write_text('{"schema": 1, "days": [{"date": "2025-03-01"}]}', encoding="utf-8")
    assert read_archive(file) == Snapshot(days=(Day(MARCH),))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("medicines/0/courses/1/start", None),  # two that begin at once
        ("medicines/0/courses/0/start", "1 March"),
        ("medicines/0/courses/0/plan/dose", 0),
        ("medicines/0/courses/0/plan/dose", "30"),
        ("medicines/0/courses/0/plan/slots/1/part", "morning"),
        ("medicines/0/courses/0/plan/slots/1/part", "midnight"),
        ("medicines/0/courses/0/plan/slots/1/time", "8:00"),
        ("medicines/0/courses/0/plan/slots/1/time", "25:00"),
        ("medicines/+", {"id": "pill", "name": "", "courses": [], "entered": STAMP}),
        ("days/0/intakes/+", json.loads(TEXT)["days"][0]["intakes"][0]),
        ("days/0/intakes/0/slot", ""),
        ("days/0/intakes/0/slot", "a b"),
        ("days/0/intakes/0/taken", None),
        ("days/0/intakes/0/amount", 0),
        ("days/0/medicine_effects/pill/helped", 10.5),
        ("days/0/medicine_effects/pill/side_effects", None),
    ],
)
def test_what_makes_no_sense_of_a_medicine_is_refused(
    tmp_path: Path, path: str, value: object
) -> None:
    archive = json.loads(TEXT)
    change(path, value)(archive)
    file = tmp_path / "archive.json"
    file.write_text(json.dumps(archive), encoding="utf-8")
    with pytest.raises(BadFile, match=r"\.$"):
        read_archive(file)
