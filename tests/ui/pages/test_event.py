"""Events are added, changed and removed on a page of their own, each in one step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from fibrojournal import app
from fibrojournal.journal.day import Event
from fibrojournal.journal.edits import SetEvent
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.calendar.content import make_cell
from fibrojournal.ui.pages.calendar.page import CalendarPage
from fibrojournal.ui.pages.events.list import FIRST_SHOWN
from fibrojournal.ui.pages.events.page import EventPage
from fibrojournal.ui.pages.trends.page import TrendsPage
from tests.journal.build import EVENING
from tests.ui.conftest import Person, shown_page, today_page

TODAY = date(2026, 3, 12)
FLU = Event("flu", "infection", "Flu", date(2026, 3, 4), date(2026, 3, 9), EVENING)
MOVE = Event("move", "hard_time", "", date(2026, 2, 1), None, EVENING)


@pytest.fixture
def program(person: Person) -> app.Program:
    with JournalFile.create(person.journal) as journal:
        journal.save([SetEvent(FLU.id, FLU), SetEvent(MOVE.id, MOVE)])
    return person.start()


def event_page(program: app.Program) -> EventPage:
    return shown_page(program, "event", EventPage)


def events(program: app.Program) -> list[Event]:
    return list(program.diary.common.events_between(date.min, date.max))


def listed(page: EventPage) -> list[str]:
    labels = page._list.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()][1:]


def press(page: EventPage, name: str) -> None:
    button = next(b for b in page._list.buttons if name in (b.accessibleName(), b.text()))
    button.click()


def test_an_event_is_added_by_keys_alone(person: Person, program: app.Program) -> None:
    event_page(program)
    person.press("Space Tab F l u Return")
    (added,) = (event for event in events(program) if event.start == TODAY)
    assert (added.kind, added.name, added.end) == ("infection", "Flu", None)
    person.saved(program)
    with JournalFile.open(person.journal, read_only=True) as journal:
        assert added in journal.common().events_between(TODAY, TODAY)


def test_a_new_event_begins_on_the_day_that_today_shows(program: app.Program) -> None:
    program.window.open_day(date(2026, 3, 1))
    assert event_page(program)._form.draft.start == date(2026, 3, 1)


def test_what_is_half_written_stays_when_another_day_is_opened(program: app.Program) -> None:
    page = event_page(program)
    page._form._name.setText("Vis")
    program.window.open_day(date(2026, 3, 1))
    assert event_page(program)._form.draft.name == "Vis"
    assert page._form.draft.start == TODAY


def test_a_span_moves_as_a_whole_with_its_first_day(program: app.Program) -> None:
    page = event_page(program)
    press(page, "Change Flu")
    page._form._first.setDate(QDate(2026, 3, 6))
    assert page._form.draft.last == date(2026, 3, 11)


def test_a_last_day_before_the_first_is_said_and_not_taken(program: app.Program) -> None:
    page = event_page(program)
    press(page, "Change Flu")
    page._form._last.setDate(QDate(2026, 3, 1))
    assert page._form._words.text() == "The last day lies before the first."
    assert not page._form._go.isEnabled()
    QTest.keyClick(page._form._name, Qt.Key.Key_Return)
    assert events(program) == [MOVE, FLU]


def test_a_change_is_one_step_and_keeps_the_event_its_own(program: app.Program) -> None:
    page = event_page(program)
    press(page, "Change Flu")
    page._form._name.setText("A cold")
    page._form._spans.segments[0].click()
    page._form._go.click()
    changed = program.diary.common.events["flu"]
    assert (changed.name, changed.start, changed.end) == ("A cold", FLU.start, None)
    program.diary.undo()
    assert events(program) == [MOVE, FLU]


def test_keeping_a_change_of_nothing_makes_no_step(program: app.Program) -> None:
    page = event_page(program)
    press(page, "Change Flu")
    page._form._go.click()
    assert len(program.diary.steps) == 0
    assert page._form._title.text() == "Add an event"


def test_leaving_it_as_it_was_asks_for_a_new_one_again(program: app.Program) -> None:
    page = event_page(program)
    press(page, "Change Flu")
    page._form._leave.click()
    assert page._form.draft.kind == ""
    assert not page._form._leave.isVisible()


def test_a_removed_event_can_be_taken_back_from_the_toast(program: app.Program) -> None:
    page = event_page(program)
    press(page, "Remove Flu")
    assert events(program) == [MOVE]
    assert program.window._toast.text == "Flu is removed."
    program.window._toast.button.click()
    assert events(program) == [MOVE, FLU]
    assert listed(page)[0] == "Flu"


def test_the_form_lets_go_of_an_event_that_is_taken_back(program: app.Program) -> None:
    page = event_page(program)
    page._form._kinds.options[0].click()
    page._form._go.click()
    press(page, "Change Infection")
    program.diary.undo()
    assert page._form._title.text() == "Add an event"


def test_the_newest_stands_first_with_its_kind_and_days(program: app.Program) -> None:
    assert listed(event_page(program)) == [
        "Flu",
        "Infection · 4 to 9 March, 6 days",
        "Hard time",
        "Sunday 1 February",
    ]


def test_the_page_says_what_is_on_the_day(program: app.Program) -> None:
    program.window.open_day(date(2026, 3, 6))
    assert event_page(program)._line.text() == "Friday 6 March: Flu, day 3"


def test_many_events_are_shown_when_they_are_asked_for(program: app.Program) -> None:
    days = [TODAY - timedelta(days=n) for n in range(100, 120)]
    more = [Event(f"{day}", "travel", "", day, None, EVENING) for day in days]
    page = event_page(program)
    program.diary.edit([SetEvent(event.id, event) for event in more], "many")
    assert len(page._list.buttons) == 2 * FIRST_SHOWN + 1
    press(page, "Show 10 older events")
    assert len(page._list.buttons) == 2 * 22


def test_a_planned_event_may_lie_ahead(program: app.Program) -> None:
    page = event_page(program)
    page._form._kinds.options[2].click()
    page._form._first.setDate(QDate(2026, 5, 4))
    page._form._go.click()
    assert listed(page)[:2] == ["Operation", "Monday 4 May · still to come"]


def test_charts_follow(person: Person, program: app.Program) -> None:
    program.window.show_page("trends")
    trends = program.window._front
    assert isinstance(trends, TrendsPage)
    press(event_page(program), "Remove Flu")
    program.window.show_page("trends")
    person.qtbot.waitUntil(lambda: trends._content is not None)
    assert trends._view(trends._content).events == (MOVE,)  # type: ignore[arg-type]
    program.diary.undo()
    person.qtbot.waitUntil(lambda: trends._content is not None)
    assert trends._view(trends._content).events == (MOVE, FLU)  # type: ignore[arg-type]


def test_a_planned_day_is_flagged_in_the_calendar(person: Person, program: app.Program) -> None:
    visit = Event("visit", "other", "Visit", TODAY + timedelta(days=1), None, EVENING)
    page = shown_page(program, "calendar", CalendarPage)
    program.diary.edit([SetEvent("visit", visit)], "a visit")
    person.qtbot.waitUntil(
        lambda: page._content is not None and bool(page._content.events_on(visit.start))
    )
    assert make_cell(page._content, visit.start, page._measure).spoken == "Friday 13 March, event"  # type: ignore[arg-type]


def test_back_leads_to_the_day(program: app.Program) -> None:
    program.window.open_day(date(2026, 3, 1))
    event_page(program)._back.click()
    assert program.window._front is today_page(program)
    assert today_page(program).day == date(2026, 3, 1)


def test_a_journal_that_is_only_looked_at_takes_no_event(person: Person) -> None:
    with JournalFile.create(person.journal) as journal:
        journal.save([SetEvent(FLU.id, FLU)])
    why = "Read only: your journal is open in another window."
    page = event_page(person.start(why_read_only=why))
    assert page._back.hasFocus()
    assert not any(kind.isEnabled() for kind in page._form._kinds.options)
    assert not any(button.isEnabled() for button in page._list.buttons)
    page._remove(FLU)
    assert page._diary.common.events == {"flu": FLU}
