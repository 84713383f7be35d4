"""The body map as a person meets it: by keys, by clicks, copied, taken back, over time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fibrojournal import settings
from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import BodyMap, Day, Origin
from fibrojournal.journal.edits import PAIN_AREAS, SetBodyMap
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.body.page import BodyMapPage
from tests.ui.checks.rooms_of_parts import body_map
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


def mapped(person: Person, **days: Mapping[str, float | None]) -> None:
    """Fill the journal: `d1` is yesterday, `d0` today."""
    stamp = stamp_of(person.moment)
    with JournalFile.create(person.journal) as journal:
        for name, areas in days.items():
            day = TODAY - timedelta(days=int(name[1:]))
            journal.save([SetBodyMap(day, BodyMap(areas, stamp))])


def stored(person: Person, program: Program, day: date = TODAY) -> Day:
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        return journal.day(day)


def areas_of(day: Day) -> dict[str, float | None] | None:
    return None if day.body_map is None else dict(day.body_map.areas)


def ticked(page: BodyMapPage) -> list[str]:
    return [box.id for box in page._picker.list.boxes if box.isChecked()]


def test_keys_mark_areas_and_each_is_saved_and_counted(person: Person) -> None:
    program = person.start()
    body_map(person, program)
    person.press("Space Down Space Right Space")
    day = stored(person, program)
    assert areas_of(day) == {"jaw_left": None, "neck": None, "chest": None}
    assert day.value(PAIN_AREAS) == 3


def test_a_click_on_the_figure_ticks_the_list(person: Person) -> None:
    program = person.start()
    page = body_map(person, program)
    figure = page._picker.figure
    spot = figure.center_of("lower_back").toPoint()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=spot)
    assert ticked(page) == ["lower_back"]
    assert page._line.text().startswith("1 of 19 areas.")
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=spot)
    assert ticked(page) == []
    assert areas_of(stored(person, program)) is None


def test_nothing_hurt_is_an_answer_and_can_be_taken_back(person: Person) -> None:
    program = person.start()
    page = body_map(person, program)
    assert page._line.text().startswith("Not filled in.")
    nothing = page._picker.list.boxes[-1]
    nothing.click()
    assert page._line.text().startswith("Noted: nothing hurt.")
    day = stored(person, program)
    assert areas_of(day) == {}
    assert day.value(PAIN_AREAS) == 0
    nothing.click()
    assert areas_of(stored(person, program)) is None


def test_marking_an_area_ends_that_nothing_hurt(person: Person) -> None:
    program = person.start()
    page = body_map(person, program)
    page._picker.list.boxes[-1].click()
    page._picker.list.boxes[0].click()
    assert ticked(page) == ["jaw_left"]


def test_undo_takes_one_mark_back(person: Person) -> None:
    program = person.start()
    page = body_map(person, program)
    person.press("Space Down Space Control+Z")
    assert ticked(page) == ["jaw_left"]
    assert program.window._front is page


def test_the_map_of_yesterday_is_copied_by_one_press(person: Person) -> None:
    mapped(person, d1={"neck": 5.0, "chest": None})
    program = person.start()
    page = body_map(person, program)
    assert page._copy.text() == "Same as yesterday"
    page._copy.click()
    day = stored(person, program)
    assert areas_of(day) == {"neck": 5.0, "chest": None}
    assert day.body_map is not None
    assert day.body_map.origin is Origin.COPIED
    assert "left out of findings" in page._line.text()
    assert not page._copy.isEnabled()
    assert program.window._toast.isVisible()


def test_without_a_map_of_yesterday_there_is_nothing_to_copy(person: Person) -> None:
    page = body_map(person, person.start())
    assert not page._copy.isEnabled()
    assert page._copy.accessibleDescription() == "The day before has no body map"


def test_strengths_are_asked_for_once_wanted(person: Person) -> None:
    mapped(person, d0={"neck": None, "chest": 4.0})
    program = person.start()
    page = body_map(person, program)
    assert not page._strengths.rows["neck"].isVisible()
    page._strengths.row.click()
    assert page._strengths.asked == ["neck", "chest"]
    page._strengths.rows["neck"].control.setFocus()
    person.press("7 Down Delete")
    assert areas_of(stored(person, program)) == {"neck": 7.0, "chest": None}
    assert page._strengths.row.accessibleDescription() == "1 of 2 noted"


def test_strengths_are_asked_for_again_after_a_new_start(person: Person) -> None:
    program = person.start()
    body_map(person, program)._strengths.row.click()
    assert settings.load().strengths_open
    person.leave(program)
    page = body_map(person, person.start(strengths_open=True))
    assert page._strengths.is_open
    page._strengths.row.click()
    assert not settings.load().strengths_open


def test_the_strengths_follow_the_marks(person: Person) -> None:
    mapped(person, d0={"neck": None})
    page = body_map(person, person.start())
    page._strengths.set_open(is_open=True)
    boxes = {box.id: box for box in page._picker.list.boxes}
    boxes["chest"].click()
    assert page._strengths.asked == ["neck", "chest"]
    page._strengths.rows["neck"].control.setFocus()
    boxes["neck"].click()
    assert page._strengths.asked == ["chest"]
    assert page._strengths.row.hasFocus()
    boxes["chest"].click()
    assert page._strengths.isHidden()


def test_the_map_is_that_of_the_day_that_today_shows(person: Person) -> None:
    mapped(person, d1={"neck": None})
    program = person.start()
    yesterday = TODAY - timedelta(days=1)
    program.window.open_day(yesterday)
    person.qtbot.waitUntil(lambda: today_page(program).day == yesterday)
    page = body_map(person, program)
    assert page._title.text() == "Where did it hurt on Wednesday 11 March?"
    assert page._copy.text() == "Same as the day before"
    assert ticked(page) == ["neck"]
    person.press("Alt+Right")
    person.qtbot.waitUntil(lambda: page._is_read and page.day == TODAY)
    assert ticked(page) == []
    person.press("Alt+Right")
    assert page.day == TODAY


def test_the_way_back_leads_to_the_day(person: Person) -> None:
    program = person.start()
    page = body_map(person, program)
    page._back.click()
    assert program.window._front is today_page(program)


def test_the_words_below_the_figure_follow_the_keys(person: Person) -> None:
    page = body_map(person, person.start())
    person.press("Space")
    assert page._picker._told._what.text() == "Left jaw: marked"
    person.press("End")
    assert page._picker._told._what.text() == "Nothing hurt: not noted"


def test_a_journal_that_is_only_looked_at_takes_no_marks(person: Person) -> None:
    mapped(person, d0={"neck": None})
    page = body_map(person, person.start(why_read_only="Another window writes."))
    assert page._back.hasFocus()
    assert not page._picker.list.boxes[0].isEnabled()
    assert not page._copy.isEnabled()
    spot = page._picker.figure.center_of("chest").toPoint()
    QTest.mouseClick(page._picker.figure, Qt.MouseButton.LeftButton, pos=spot)
    page._strengths.set_open(is_open=True)
    assert not page._strengths.rows["neck"].control.isEnabled()
    assert ticked(page) == ["neck"]


def test_over_time_each_area_is_counted(person: Person) -> None:
    days = {f"d{back}": {"neck": None} | ({"chest": 6.0} if back < 3 else {}) for back in range(8)}
    mapped(person, **days)
    page = body_map(person, person.start())
    page._segments.segments[1].click()
    person.qtbot.waitUntil(page._over.isVisible)
    assert page._over._sentence.text() == "Neck hurt most often: on 8 of 8 days with a map."
    assert page._over._detail.text().startswith("8 of 30 days with a map of their own.")
    assert page._over.table._texts == (("Neck", "8 of 8", None), ("Chest", "3 of 8", "6.0"))
    assert page._over.figure.accessibleDescription().endswith("Neck 8 of 8, Chest 3 of 8")


def test_over_time_stands_as_a_table_too(person: Person) -> None:
    mapped(person, **{f"d{back}": {"neck": None} for back in range(7)})
    page = body_map(person, person.start())
    page._segments.segments[1].click()
    person.qtbot.waitUntil(page._over.isVisible)
    person.press("Control+T")
    assert page._over.table.rowCount() == 19
    assert not page._over.figure.isVisible()
    page._table.click()
    assert page._over.figure.isVisible()
    assert page._over.table.rowCount() == 1


def test_over_time_says_what_is_wanted_before_there_is_a_picture(person: Person) -> None:
    mapped(person, d0={"neck": None})
    page = body_map(person, person.start())
    page._segments.segments[2].click()
    person.qtbot.waitUntil(page._over.isVisible)
    assert page._over._sentence.text() == "7 days with a body map draw a picture; you have 1."
    assert not page._over.figure.isVisible()
    assert not page._table.isVisible()


def test_a_period_ends_at_the_day_and_steps_back_by_its_length(person: Person) -> None:
    mapped(person, d30={"neck": None})
    page = body_map(person, person.start())
    page._segments.segments[1].click()
    person.qtbot.waitUntil(page._over.isVisible)
    assert page._line.text() == "The last 30 days. Not a diagnosis."
    person.press("Alt+Left")
    person.qtbot.waitUntil(lambda: "you have 1" in page._over._sentence.text())
    assert page._line.text() == "The 30 days to Tuesday 10 February. Not a diagnosis."
