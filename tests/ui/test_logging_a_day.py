"""Logging a day as a person does: keys and clicks in, answers in the file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fibrojournal.journal.day import Day, Origin
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui.widgets.rating import RatingScale
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


def stored(person: Person, day: date = TODAY) -> Day:
    """Read a day straight from the file."""
    journal = QuickJournal.open(person.journal)
    assert journal is not None
    with journal:
        return journal.day(day)


def values(day: Day) -> dict[str, float]:
    return {id: reading.value for id, reading in day.readings.items()}


def test_keys_are_taken_before_anything_else_is_loaded(person: Person) -> None:
    program = person.start(ready=False)
    person.press("6 Tab 3")
    person.saved(program)
    assert values(stored(person)) == {"pain": 6, "sleep_quality": 3}


def test_an_answer_tells_when_it_was_entered(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.saved(program)
    reading = stored(person).readings["pain"]
    assert reading.entered.zone == "Europe/Berlin"
    assert reading.entered.offset_minutes == 60
    assert reading.origin is Origin.TYPED


def test_ten_may_be_typed_slowly(person: Person) -> None:
    program = person.start()
    person.press("1")
    QTest.qWait(300)
    person.press("0 Tab 1 Tab 0")
    person.saved(program)
    assert values(stored(person)) == {"pain": 10, "sleep_quality": 1, "stress": 0}


def test_delete_leaves_the_question_unanswered(person: Person) -> None:
    program = person.start()
    person.press("6 Delete")
    person.saved(program)
    assert "pain" not in stored(person).readings


def test_the_day_was_offered_the_chips_that_stood_there_and_no_others(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.saved(program)
    offered = stored(person).triggers
    assert len(offered) == 8
    assert not any(answer.ticked for answer in offered.values())
    assert "medicine_change" not in offered


def test_looking_at_a_day_writes_nothing(person: Person) -> None:
    program = person.start()
    program.window.open_day(TODAY - timedelta(days=3))
    QTest.qWait(50)
    assert not stored(person, TODAY - timedelta(days=3)).triggers
    assert not stored(person).triggers


def test_showing_more_chips_offers_them_from_then_on(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page._triggers._chips.rest_requested.emit()
    person.press("Space")
    person.saved(program)
    day = stored(person)
    assert len(day.triggers) == 15
    assert len(day.ticked) == 1


def test_a_trigger_that_was_ticked_once_is_offered_from_then_on(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page._triggers._chips.rest_requested.emit()
    for chip in page._triggers._chips.chips:
        chip.click()
    person.saved(program)
    person.leave(program)
    person.moment += timedelta(days=1)
    again = person.start()
    person.press("6")
    person.saved(again)
    offered = stored(person, TODAY + timedelta(days=1)).triggers
    assert len(offered) == 15
    assert not any(answer.ticked for answer in offered.values())


def test_undo_takes_back_the_answer_and_the_offer_with_it(person: Person) -> None:
    program = person.start()
    person.press("6 Control+Z")
    person.saved(program)
    day = stored(person)
    assert not day.is_noted
    assert not day.triggers


def test_redo_brings_the_same_answer_back(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.saved(program)
    first = stored(person)
    person.press("Control+Z Control+Y")
    person.saved(program)
    assert stored(person) == first


def test_undo_goes_back_to_the_day_that_it_changes(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.press("Alt+Left")
    page = today_page(program)
    person.qtbot.waitUntil(lambda: page.day == TODAY - timedelta(days=1))
    person.press("4 Control+Z Control+Z")
    person.qtbot.waitUntil(lambda: page.day == TODAY)
    person.saved(program)
    assert not stored(person).is_noted
    assert not stored(person, TODAY - timedelta(days=1)).is_noted


def test_a_past_day_is_filled_in_for_that_day(person: Person) -> None:
    program = person.start()
    program.window.open_day(date(2016, 2, 29))
    page = today_page(program)
    person.qtbot.waitUntil(lambda: page.day == date(2016, 2, 29))
    person.press("6")
    person.saved(program)
    reading = stored(person, date(2016, 2, 29)).readings["pain"]
    assert reading.value == 6
    assert reading.is_hollow(date(2016, 2, 29))


def test_tomorrow_cannot_be_reached(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    person.press("Alt+Right")
    QTest.qWait(30)
    assert page.day == TODAY


def test_a_note_is_saved_half_a_second_after_the_last_key(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page._note.set_open(is_open=True)
    page._note.field.setFocus()
    QTest.keyClicks(page._note.field, "slept in the sun")
    person.qtbot.waitUntil(lambda: len(program.diary.steps) == 1, timeout=2_000)
    person.saved(program)
    note = stored(person).note
    assert note is not None
    assert note.text == "slept in the sun"


def test_a_half_typed_note_is_kept_when_the_window_closes(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page._note.set_open(is_open=True)
    QTest.keyClicks(page._note.field, "half a")
    program.window.close()
    person.qtbot.waitUntil(lambda: not program.window.isVisible())
    note = stored(person).note
    assert note is not None
    assert note.text == "half a"


def test_the_letters_of_a_note_are_no_commands(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page._note.set_open(is_open=True)
    QTest.keyClicks(page._note.field, "mm")
    assert not page._more.is_open
    assert page._note.field.toPlainText() == "mm"


def test_undo_takes_a_note_back_as_a_whole(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page._note.set_open(is_open=True)
    page._note.field.setFocus()
    for word in ("one ", "two ", "three"):
        QTest.keyClicks(page._note.field, word)
        page._note.field.hand_over()
    person.press("Control+Z")
    person.saved(program)
    assert stored(person).note is None
    assert page._note.field.toPlainText() == ""


def test_m_opens_the_further_questions_and_brings_the_focus_there(person: Person) -> None:
    program = person.start()
    person.press("M")
    person.press("Up Tab 3")
    person.saved(program)
    day = stored(person)
    assert set(values(day)) == {"sleep_hours", "energy_morning"}
    page = today_page(program)
    assert page._more.is_open
    assert "2" in page._more.row.accessibleDescription()


def test_single_letters_can_be_switched_off(person: Person) -> None:
    program = person.start(single_letter_keys=False)
    person.press("M")
    assert not today_page(program)._more.is_open


def test_a_click_on_a_cell_answers(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    control = page._ratings.rows["stress"].control
    assert isinstance(control, RatingScale)
    QTest.mouseClick(
        control, Qt.MouseButton.LeftButton, pos=control.cell_place(8).center().toPoint()
    )
    person.saved(program)
    assert values(stored(person)) == {"stress": 8}


def test_an_own_trigger_is_added_ticked_and_offered(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page._triggers._chips.add_requested.emit()
    QTest.keyClicks(page._triggers._name.field, "Cold hands")
    QTest.keyClick(page._triggers._name.field, Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: len(program.diary.steps) == 1)
    person.saved(program)
    assert stored(person).ticked == ("own:cold_hands",)
    assert "Cold hands" in [chip.text() for chip in page._triggers._chips.chips]


def test_a_nameless_trigger_is_asked_for_again(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page._triggers._take_name("!?")
    assert page._saved.hint.text() == "A name needs a letter or a digit."
    assert not len(program.diary.steps)


@pytest.mark.parametrize("value", [0, 7])
def test_what_was_noted_shows_again_after_a_restart(person: Person, value: int) -> None:
    program = person.start(ready=False)
    person.press(str(value))
    person.saved(program)
    person.leave(program)
    again = person.start(ready=False)
    page = today_page(again)
    assert page._ratings.rows["pain"].control.answer == value
    assert person.focused() is page._ratings.rows["sleep_quality"].control
