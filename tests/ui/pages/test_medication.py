"""The medication page as a person meets it."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Day, Intake, MedicineEffect, Origin
from fibrojournal.journal.edits import Edit, SetEffect, SetIntake, SetMedicine
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan, Slot
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.medication.form import NotRead, dose_of, time_of
from fibrojournal.ui.pages.medication.page import MedicationPage
from fibrojournal.ui.pages.medication.rows import DoseRow, NeededRow
from fibrojournal.ui.pages.settings.medication_card import MedicationCard
from fibrojournal.ui.widgets.buttons import TextButton
from tests.ui.checks.rooms_of_parts import medication
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)
MORNING = Plan(30, "mg", "1 capsule", (Slot("morning", time(8)),))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def medicine(person: Person, name: str, *courses: tuple[date, Plan | None]) -> SetMedicine:
    stamp = stamp_of(person.moment)
    held = tuple(Course(start, plan, stamp) for start, plan in courses)
    return SetMedicine(name.lower(), Medicine(name.lower(), name, stamp, held))


def fill(person: Person, *edits: Edit) -> None:
    """Fill the journal: duloxetine every morning, tea as needed."""
    with JournalFile.create(person.journal) as journal:
        journal.save(
            [
                medicine(person, "Duloxetine", (ago(60), MORNING)),
                medicine(person, "Tea", (ALWAYS, Plan(1, "cup"))),
                *edits,
            ]
        )


@pytest.fixture
def opened(person: Person) -> tuple[Program, MedicationPage]:
    fill(person)
    program = person.start()
    return program, medication(person, program)


def stored(person: Person, program: Program, day: date = TODAY) -> Day:
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        return journal.day(day)


def common(person: Person, program: Program) -> Common:
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        return journal.common()


def rows(page: MedicationPage) -> list[DoseRow | NeededRow]:
    return [row for row in page._lists._rows if isinstance(row, DoseRow | NeededRow)]


def dose_row(page: MedicationPage) -> DoseRow:
    return next(row for row in rows(page) if isinstance(row, DoseRow))


def needed_row(page: MedicationPage) -> NeededRow:
    return next(row for row in rows(page) if isinstance(row, NeededRow))


def taken(day: Day) -> dict[tuple[str, str], bool]:
    return {place: intake.taken for place, intake in day.intakes.items()}


Opened = tuple[Program, MedicationPage]


# A day


def test_an_empty_page_says_that_nothing_is_wanted(person: Person) -> None:
    page = medication(person, person.start())
    assert page._lists._none.isVisible()
    assert person.focused() is page._add_button


def test_taken_is_one_key_and_one_step_back(person: Person, opened: Opened) -> None:
    program, page = opened
    person.press("Space")
    assert taken(stored(person, program)) == {("duloxetine", "morning"): True}
    assert dose_row(page)._when._second.text() == "noted at 20:00"
    person.press("Control+Z")
    assert stored(person, program).intakes == {}
    assert dose_row(page).answer.answer is None


def test_skipped_is_noted_and_cleared_again(person: Person, opened: Opened) -> None:
    program, page = opened
    person.press("Right")
    assert taken(stored(person, program)) == {("duloxetine", "morning"): False}
    person.press("Delete")
    assert stored(person, program).intakes == {}
    assert dose_row(page)._when._second.text() == "not noted yet"


def test_the_focus_stays_where_an_answer_was_given(person: Person, opened: Opened) -> None:
    _program, page = opened
    person.press("Space")
    assert person.focused() is dose_row(page).answer.options[0]


def test_took_one_now_is_stamped_and_counted(person: Person, opened: Opened) -> None:
    program, page = opened
    for _turn in range(2):
        QTest.mouseClick(needed_row(page).take, Qt.MouseButton.LeftButton)
    intakes = [i for (id, _), i in stored(person, program).intakes.items() if id == "tea"]
    assert [intake.time for intake in intakes] == [time(20), time(20)]
    assert needed_row(page).count.answer == 2
    assert needed_row(page).who._second.text() == "1 cup · last at 20:00"


def test_the_number_may_be_set_and_taken_back(person: Person, opened: Opened) -> None:
    program, page = opened
    count = needed_row(page).count
    count.setFocus()
    person.press("Up Up Down")
    assert [i.time for i in stored(person, program).intakes.values()] == [None]
    assert count.answer == 1
    person.press("Down")
    assert stored(person, program).intakes == {}
    assert count.answer is None


def test_a_past_day_notes_without_a_time(person: Person) -> None:
    fill(person)
    program = person.start()
    today_page(program).show_day(ago(3))
    page = medication(person, program)
    assert needed_row(page).take.text() == "Took one"
    needed_row(page).take.click()
    (intake,) = stored(person, program, ago(3)).intakes.values()
    assert intake.time is None
    dose_row(page).answer.options[0].click()
    assert dose_row(page)._when._second.text() == "noted on 12 March"


def test_a_copy_says_where_it_came_from(person: Person) -> None:
    stamp = stamp_of(person.moment)
    copy = Intake(taken=True, entered=stamp, origin=Origin.COPIED)
    fill(person, SetIntake(TODAY, "duloxetine", "morning", copy))
    page = medication(person, person.start())
    assert dose_row(page)._when._second.text() == "from yesterday"


# What a medicine did


def test_how_far_it_helped_and_side_effects_are_kept_for_the_day(
    person: Person, opened: Opened
) -> None:
    program, page = opened
    dose_row(page).more.click()
    person.press("7 Tab")
    QTest.keyClicks(person.focused(), "a dry mouth")
    page.finish()
    effect = stored(person, program).effects["duloxetine"]
    assert (effect.helped, effect.side_effects) == (7, "a dry mouth")
    assert page._effect._title.text() == "Duloxetine on Thursday 12 March"


def test_what_is_cleared_leaves_nothing(person: Person) -> None:
    effect = MedicineEffect(stamp_of(person.moment), 3)
    fill(person, SetEffect(TODAY, "duloxetine", effect))
    program = person.start()
    page = medication(person, program)
    dose_row(page).more.click()
    assert page._effect.rating.control.answer == 3
    person.press("Delete")
    assert stored(person, program).effects == {}


def test_closing_brings_the_focus_back(person: Person, opened: Opened) -> None:
    _program, page = opened
    dose_row(page).more.click()
    page._effect.close_button.click()
    assert person.focused() is dose_row(page).more
    assert not page._course.isVisible()


def test_esc_closes_what_is_open_and_loses_nothing(person: Person, opened: Opened) -> None:
    program, page = opened
    dose_row(page).more.click()
    person.press("Tab")
    QTest.keyClicks(person.focused(), "tired")
    person.press("Escape")
    assert not page._effect.isVisible()
    assert stored(person, program).effects["duloxetine"].side_effects == "tired"
    page._add_button.click()
    person.press("Escape")
    assert person.focused() is page._add_button
    person.press("Escape")
    assert program.window._front is page


def test_other_days_are_a_key_away_up_to_today(person: Person, opened: Opened) -> None:
    program, page = opened
    person.press("Alt+Left")
    person.qtbot.waitUntil(lambda: needed_row(page).take.text() == "Took one")
    assert person.focused() is dose_row(page).answer.options[0]
    dose_row(page).answer.options[0].click()
    assert taken(stored(person, program, ago(1))) == {("duloxetine", "morning"): True}
    for _turn in range(2):
        page.step(1)
    assert page.is_about(TODAY)


# Adding


def test_a_medicine_is_added_by_its_name_alone(person: Person) -> None:
    program = person.start()
    page = medication(person, program)
    page._add_button.click()
    QTest.keyClicks(person.focused(), "Iron")
    person.press("Return")
    (added,) = common(person, program).medicines.values()
    assert added.name == "Iron"
    assert added.courses[0].start == ALWAYS
    assert added.plan == Plan(slots=(Slot("any"),))
    assert not page._adding.isVisible()
    assert person.focused() is dose_row(page).more


def test_a_medicine_is_added_with_all_that_is_known(person: Person) -> None:
    program = person.start()
    page = medication(person, program)
    page._add_button.click()
    form = page._adding.form
    page._adding.name.field.setText("Iron")
    for line, text in ((form.dose, "2,5"), (form.unit, " mg "), (form.form, "1 tablet")):
        line.field.setText(text)
    noon, needed = form.when.chips[1], form.when.chips[-1]
    needed.click()
    noon.click()
    assert not needed.isChecked()
    form.times["noon"].field.setText("12.30")
    page._adding.since._choice.options[1].click()
    page._adding.add.click()
    (added,) = common(person, program).medicines.values()
    assert added.courses[0].start == TODAY
    assert added.plan == Plan(2.5, "mg", "1 tablet", (Slot("noon", time(12, 30)),))
    person.press("Control+Z")
    assert common(person, program).medicines == {}


def test_as_needed_stands_alone(person: Person) -> None:
    page = medication(person, person.start())
    page._add_button.click()
    form = page._adding.form
    form.when.chips[0].click()
    form.when.chips[-1].click()
    assert form.draft().is_as_needed
    assert not form.times["morning"].isVisible()


def test_what_a_field_does_not_take_is_said_beside_it(person: Person) -> None:
    program = person.start()
    page = medication(person, program)
    page._add_button.click()
    page._adding.add.click()
    assert person.focused() is page._adding.name.field
    assert "any name will do" in page._adding._trouble.text()
    page._adding.name.field.setText("Iron")
    form = page._adding.form
    form.dose.field.setText("a few")
    page._adding.add.click()
    assert person.focused() is form.dose.field
    assert form.dose_trouble.text() == "The dose takes a number, such as 30 or 2.5."
    assert form.dose.field.accessibleDescription() == form.dose_trouble.text()
    form.dose.field.setText("3")
    form.when.chips[0].click()
    form.times["morning"].field.setText("late")
    page._adding.add.click()
    assert form.dose_trouble.text() == ""
    assert "such as 8:00" in form.time_trouble.text()
    assert common(person, program).medicines == {}


def test_not_now_adds_nothing(person: Person, opened: Opened) -> None:
    program, page = opened
    page._add_button.click()
    page._adding.leave.click()
    assert person.focused() is page._add_button
    assert len(common(person, program).medicines) == 2


# A change


def test_a_change_of_dose_begins_on_a_day_and_leaves_earlier_days_alone(
    person: Person, opened: Opened
) -> None:
    program, page = opened
    dose_row(page).more.click()
    page._course.form.dose.field.setText("40")
    page._course.form.changed.emit()
    page._course.note.click()
    changed = common(person, program).medicines["duloxetine"]
    assert [course.start for course in changed.courses] == [ago(60), TODAY]
    assert changed.plan_on(ago(1)) == MORNING
    assert changed.plan is not None
    assert changed.plan.dose == 40
    assert page._course._told.text() == (
        "30 mg · 1 capsule from 11 January 2026, 40 mg · 1 capsule from 12 March 2026"
    )


def test_a_change_that_is_none_is_not_kept(person: Person, opened: Opened) -> None:
    program, page = opened
    dose_row(page).more.click()
    page._course.note.click()
    assert len(common(person, program).medicines["duloxetine"].courses) == 1


def test_a_dose_that_is_no_number_is_not_previewed_nor_kept(person: Person, opened: Opened) -> None:
    program, page = opened
    dose_row(page).more.click()
    field = page._course.form.dose.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "x")
    person.press("Return")
    assert page._course.bar._next is None
    assert len(common(person, program).medicines["duloxetine"].courses) == 1


def test_a_stop_keeps_the_medicine_among_the_earlier_ones(person: Person, opened: Opened) -> None:
    program, page = opened
    dose_row(page).more.click()
    page._course.stop.click()
    assert common(person, program).medicines["duloxetine"].plan is None
    (row,) = page._lists._earlier_rows
    assert row.medicine_id == "duloxetine"
    assert not page._course.stop.isVisible()
    program.diary.undo()
    assert common(person, program).medicines["duloxetine"].plan == MORNING
    assert page._lists._earlier_rows == []


def test_what_was_stopped_can_begin_again(person: Person) -> None:
    fill(person, medicine(person, "Iron", (ALWAYS, MORNING), (ago(9), None)))
    program = person.start()
    page = medication(person, program)
    page._lists._earlier.set_open(is_open=True)
    page._lists._earlier_rows[0].more.click()
    assert page._course.form.draft() == MORNING
    page._course.note.click()
    assert common(person, program).medicines["iron"].plan == MORNING


def test_a_new_name_is_the_name_of_every_day(person: Person, opened: Opened) -> None:
    program, page = opened
    dose_row(page).more.click()
    page._course.name.field.setText("Cymbalta")
    page._course.rename.click()
    assert common(person, program).medicines["duloxetine"].name == "Cymbalta"
    page._course.name.field.setText(" ")
    page._course.rename.click()
    assert common(person, program).medicines["duloxetine"].name == "Cymbalta"


def test_what_was_added_and_taken_back_closes_its_cards(person: Person) -> None:
    program = person.start()
    page = medication(person, program)
    page._add("Iron", MORNING, ALWAYS)
    dose_row(page).more.click()
    program.diary.undo()
    assert not page._effect.isVisible()
    page._change(TODAY, None)
    page._rename("Gold")
    page._help(3)
    assert common(person, program).medicines == {}


# Around


def test_a_journal_that_is_only_looked_at_takes_nothing(person: Person) -> None:
    fill(person)
    page = medication(person, person.start(why_read_only="It is only looked at."))
    assert person.focused() is page._back
    assert not page._add_button.isEnabled()
    for row in rows(page):
        control = row.answer.options[0] if isinstance(row, DoseRow) else row.take
        assert not control.isEnabled()
        assert "only looked at" in control.accessibleDescription()
    dose_row(page).more.click()
    assert not page._course.note.isEnabled()
    assert page._effect.effects.isReadOnly()


def test_the_way_back_leads_to_the_day(person: Person) -> None:
    fill(person)
    program = person.start()
    today_page(program).show_day(ago(3))
    page = medication(person, program)
    page._back.click()
    assert program.window._front is today_page(program)
    assert today_page(program).day == ago(3)


def test_yesterday_is_copied_to_today_by_one_key(person: Person) -> None:
    stamp = stamp_of(person.moment)
    fill(person, SetIntake(ago(1), "duloxetine", "morning", Intake(taken=True, entered=stamp)))
    program = person.start()
    person.press("S")
    person.qtbot.waitUntil(lambda: bool(program.diary.known(TODAY).intakes))
    intake = stored(person, program).intakes["duloxetine", "morning"]
    assert intake.origin is Origin.COPIED


@pytest.mark.parametrize("text", ["0", "-3", "1e3", "3 mg", "nan"])
def test_other_texts_are_no_dose(text: str) -> None:
    with pytest.raises(NotRead):
        dose_of(text)


@pytest.mark.parametrize(("text", "dose"), [("", None), (" 30 ", 30), ("2,5", 2.5), ("0.25", 0.25)])
def test_a_dose_is_read_with_a_point_or_a_comma(text: str, dose: float | None) -> None:
    assert dose_of(text) == dose


@pytest.mark.parametrize("text", ["24", "24:00", "8:60", "8:", "eight"])
def test_other_texts_are_no_time(text: str) -> None:
    with pytest.raises(NotRead):
        time_of(text)


@pytest.mark.parametrize(
    ("text", "at"), [("", None), ("8", time(8)), ("8:05", time(8, 5)), ("21.30", time(21, 30))]
)
def test_a_time_is_read_with_a_colon_or_a_point_and_as_an_hour_alone(
    text: str, at: time | None
) -> None:
    assert time_of(text) == at


def test_settings_are_a_second_door_and_the_way_back_leads_there(person: Person) -> None:
    program = person.start()
    program.window.show_page("settings")
    card = program.window.findChild(MedicationCard)
    assert isinstance(card, MedicationCard)
    card.findChild(TextButton).click()  # type: ignore[union-attr]
    page = program.window._front
    assert isinstance(page, MedicationPage)
    page.step(-1)
    assert page._back.text() == "Back to Settings"
    page._back.click()
    assert program.window._front is program.window._pages["settings"]
    program.window.show_page("today")
    page = medication(person, program)
    assert page._back.text() == "Back to the day"
    page._back.click()
    assert program.window._front is today_page(program)


def test_the_card_of_settings_counts_the_medicines(person: Person) -> None:
    program = person.start()
    program.window.show_page("settings")
    card = program.window.findChild(MedicationCard)
    assert isinstance(card, MedicationCard)
    assert card._state.text() == "No medicine is noted, and none needs to be."
    program.diary.edit([medicine(person, "Tea", (ALWAYS, Plan(1, "cup")))], "Tea")
    assert card._state.text() == "1 medicine is noted."
