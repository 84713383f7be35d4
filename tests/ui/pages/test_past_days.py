"""Add past days: a short list, walked by keys."""

from __future__ import annotations

from datetime import date, timedelta

from fibrojournal.app import Program
from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui.pages.today.past_days import PastDaysPage
from fibrojournal.ui.widgets.back_link import BackLink
from tests.journal.build import EVENING
from tests.ui.conftest import Person, shown_page, today_page

TODAY = date(2026, 3, 12)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def noted(person: Person, *days: int) -> None:
    with QuickJournal.create(person.journal) as journal:
        journal.save([SetReading(ago(back), "mood", Reading(4, EVENING)) for back in days])


def past_days(person: Person, program: Program) -> PastDaysPage:
    page = shown_page(program, "past_days", PastDaysPage)
    person.qtbot.waitUntil(lambda: bool(page._about.text()), timeout=10_000)
    return page


def stored(person: Person, program: Program, day: date) -> Day:
    person.saved(program)
    journal = QuickJournal.open(person.journal)
    assert journal is not None
    with journal:
        return journal.day(day)


def test_it_lists_the_last_fourteen_blank_days_the_newest_first(person: Person) -> None:
    noted(person, 1, 3)
    page = past_days(person, person.start())
    assert list(page._rows) == [ago(2), *(ago(back) for back in range(4, 17))]


def test_digits_and_tab_fill_day_after_day(person: Person) -> None:
    program = person.start()
    page = past_days(person, program)
    assert person.focused() is page._rows[ago(1)].control
    person.press("6 Tab 3 Down 0")
    values = [stored(person, program, ago(back)).value("pain") for back in (1, 2, 3)]
    assert values == [6, 3, 0]


def test_such_a_day_was_offered_no_triggers(person: Person) -> None:
    program = person.start()
    past_days(person, program)
    person.press("6")
    assert not stored(person, program, ago(1)).triggers


def test_a_late_number_is_hollow_and_says_so(person: Person) -> None:
    program = person.start()
    page = past_days(person, program)
    person.press("6 Tab 7")
    assert page._rows[ago(1)].answer_text() == "6 · strong"
    assert page._rows[ago(2)].answer_text() == "7 · strong · noted\N{NO-BREAK SPACE}later"


def test_undo_stays_on_the_list(person: Person) -> None:
    program = person.start()
    page = past_days(person, program)
    person.press("6 Control+Z")
    assert program.window._front is page
    assert page._rows[ago(1)].control.answer is None


def test_a_day_that_was_filled_stays_until_the_page_is_left(person: Person) -> None:
    program = person.start()
    page = past_days(person, program)
    person.press("6")
    assert ago(1) in page._rows
    program.window.show_page("today")
    program.window.show_page("past_days")
    person.qtbot.waitUntil(lambda: ago(1) not in page._rows, timeout=10_000)


def test_readers_hear_the_day_and_the_question(person: Person) -> None:
    page = past_days(person, person.start())
    assert page._rows[ago(1)].control.accessibleName() == (
        "Wednesday 11 March, pain, 0 no pain to 10 worst I can imagine"
    )


def test_a_journal_without_gaps_says_so(person: Person) -> None:
    noted(person, *range(1, 29))
    page = past_days(person, person.start())
    assert page._about.text() == "All days of the last four weeks hold something already."
    assert not page._card.isVisible()
    assert isinstance(person.focused(), BackLink)
    person.press("Space")
    assert today_page(person.open[0]).isVisible()


def test_the_days_menu_leads_there(person: Person) -> None:
    program = person.start()
    today_page(program)._top.menu.past_days_wanted.emit()
    assert isinstance(program.window._front, PastDaysPage)


def test_the_calendar_leads_there_from_a_blank_day(person: Person) -> None:
    noted(person, 0)
    program = person.start()
    program.window.show_page("calendar")
    calendar = program.window._pages["calendar"]
    person.qtbot.waitUntil(lambda: calendar._content is not None)  # type: ignore[attr-defined]
    assert calendar._card._past.isHidden()  # type: ignore[attr-defined]
    calendar.show_day(ago(1))  # type: ignore[attr-defined]
    calendar._card._past.click()  # type: ignore[attr-defined]
    assert isinstance(program.window._front, PastDaysPage)


def test_a_journal_that_is_only_looked_at_takes_nothing(person: Person) -> None:
    noted(person, 1)
    page = past_days(person, person.start(why_read_only="Only to look at."))
    assert not page._rows[ago(2)].control.isEnabled()
