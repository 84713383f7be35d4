"""How much a day costs: the counts that the design promises, through real keys and clicks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fibrojournal.app import Program
from fibrojournal.journal.day import Day, Origin, Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui.widgets.rating import RatingScale
from tests.journal.build import EVENING
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)
FIVE = {"pain": 6.0, "sleep_quality": 3.0, "stress": 5.0, "fatigue": 7.0, "fog": 4.0}
TRIGGER = "overdid_it"


def stored(person: Person, program: Program) -> Day:
    person.saved(program)
    journal = QuickJournal.open(person.journal)
    assert journal is not None
    with journal:
        return journal.day(TODAY)


def values(day: Day) -> dict[str, float]:
    return {id: reading.value for id, reading in day.readings.items()}


@pytest.mark.parametrize("ready", [True, False], ids=["ready", "in the first second"])
def test_five_ratings_and_a_trigger_take_eleven_keys(person: Person, *, ready: bool) -> None:
    keys = "6 Tab 3 Tab 5 Tab 7 Tab 4 Tab Space"
    program = person.start(ready=ready)
    person.press(keys)
    day = stored(person, program)
    assert values(day) == FIVE
    assert day.ticked == (TRIGGER,)
    assert len(keys.split()) == 11


def test_five_ratings_and_a_trigger_take_six_clicks(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    places: list[tuple[QWidget, QPoint]] = []
    for measure, value in FIVE.items():
        scale = page._ratings.rows[measure].control
        assert isinstance(scale, RatingScale)
        places.append((scale, scale.cell_place(int(value)).center().toPoint()))
    chip = next(chip for chip in page._triggers._chips.chips if chip.id == TRIGGER)
    places.append((chip, chip.rect().center()))
    for widget, place in places:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    day = stored(person, program)
    assert values(day) == FIVE
    assert day.ticked == (TRIGGER,)
    assert len(places) == 6


def test_a_day_like_the_one_before_takes_one_key(person: Person) -> None:
    before = TODAY - timedelta(days=1)
    with QuickJournal.create(person.journal) as journal:
        journal.save(
            [SetReading(before, id, Reading(value, EVENING)) for id, value in FIVE.items()]
        )
    program = person.start()
    person.press("s")
    scale = today_page(program)._ratings.rows["fog"].control
    person.qtbot.waitUntil(lambda: scale.answer is not None)
    day = stored(person, program)
    assert values(day) == FIVE
    assert {reading.origin for reading in day.readings.values()} == {Origin.COPIED}


def test_a_hard_day_takes_six_keys(person: Person) -> None:
    keys = "h 8 Tab 9 Tab 2"
    program = person.start()
    person.press(keys)
    assert values(stored(person, program)) == {"pain": 8, "fatigue": 9, "sleep_quality": 2}
    assert len(keys.split()) == 6


def test_a_day_on_which_nothing_can_be_noted_takes_one_key(person: Person) -> None:
    program = person.start()
    person.press("x")
    assert values(stored(person, program)) == {"too_ill": 1}


def test_letters_can_be_switched_off(person: Person) -> None:
    program = person.start(single_letter_keys=False)
    page = today_page(program)
    for letter in "hsxm":
        person.press(letter)
        QTest.qWait(30)
        assert program.window._front is page, letter
        assert not page._more.is_open, letter
        assert not len(program.diary.steps), letter
