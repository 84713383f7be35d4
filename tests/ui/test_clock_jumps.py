"""The clock while the window is open: set back, asleep for days, in another zone, in odd nights."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtTest import QTest

from fibrojournal.storage.journal_file import JournalFile
from tests.ui.conftest import Person, today_page

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 3, 12)


def pains(person: Person) -> dict[date, tuple[float | None, int]]:
    """The pain of each noted day, and the offset at which it was noted."""
    with JournalFile.open(person.journal) as journal:
        days = journal.days(date(2026, 1, 1), date(2026, 12, 31))
    return {
        day.date: (day.value("pain"), day.readings["pain"].entered.offset_minutes) for day in days
    }


def test_a_form_in_use_keeps_its_day_when_the_clock_goes_back(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.moment -= timedelta(days=1)
    program.window._watch.look()
    page = today_page(program)
    assert page.day == TODAY
    notice = program.window._notices.notice
    assert notice.text.startswith("The computer's clock went back a day.")
    assert not page._top._forward.isEnabled()
    person.press("7")
    person.saved(program)
    for name in ("calendar", "trends", "today"):
        program.window.show_page(name)
        QTest.qWait(30)
    assert pains(person) == {TODAY: (7, 60)}
    notice._buttons[0].click()
    assert page.day == TODAY - timedelta(days=1)


def test_a_form_at_rest_follows_the_clock_back(person: Person) -> None:
    program = person.start()
    person.moment -= timedelta(days=1)
    program.window._watch.look()
    person.qtbot.waitUntil(lambda: today_page(program).day == TODAY - timedelta(days=1))
    person.press("5")
    person.saved(program)
    assert pains(person) == {TODAY - timedelta(days=1): (5, 60)}


def test_after_a_weekend_asleep_the_form_at_rest_shows_today(person: Person) -> None:
    program = person.start()
    person.moment += timedelta(days=3)
    program.window._watch.look()
    person.qtbot.waitUntil(lambda: today_page(program).day == TODAY + timedelta(days=3))


def test_a_day_that_was_chosen_stays_whatever_the_clock_does(person: Person) -> None:
    program = person.start()
    person.press("Alt+Left")
    for days in (1, 3, -2):
        person.moment += timedelta(days=days)
        program.window._watch.look()
        assert today_page(program).day == TODAY - timedelta(days=1)
    person.press("4")
    person.saved(program)
    assert set(pains(person)) == {TODAY - timedelta(days=1)}


def test_undo_takes_back_what_was_answered_last_though_the_clock_went_back(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.saved(program)
    person.moment -= timedelta(hours=3)
    person.press("8 Control+Z")
    person.saved(program)
    assert pains(person) == {TODAY: (6, 60)}


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [("Pacific/Auckland", 13, 780), ("America/Los_Angeles", 12, -420)],
)
def test_an_answer_after_a_journey_is_stamped_by_the_clock_there(
    person: Person, zone: str, day: int, offset: int
) -> None:
    program = person.start()
    person.press("6")
    person.saved(program)
    person.moment = person.moment.astimezone(ZoneInfo(zone))
    program.window._watch.look()
    assert today_page(program).day == TODAY, "the day stays as chosen"
    person.press("Control+D")
    today_page(program)._ratings.rows["pain"].control.setFocus()
    person.press("3")
    person.saved(program)
    assert pains(person)[date(2026, 3, day)] == (3, offset)


def test_the_night_in_which_the_clock_goes_back_is_one_day(person: Person) -> None:
    person.moment = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0)
    program = person.start()
    page = today_page(program)
    assert page.day == date(2026, 10, 24)
    person.press("6")
    person.moment = person.moment.replace(fold=1)
    program.window._watch.look()
    person.press("7")
    person.saved(program)
    assert page.day == date(2026, 10, 24)
    assert pains(person) == {date(2026, 10, 24): (7, 60)}
    person.moment = datetime(2026, 10, 25, 4, tzinfo=BERLIN)
    program.window._watch.look()
    assert "new day" in program.window._notices.notice.text


def test_the_night_in_which_the_clock_goes_forward_is_one_day(person: Person) -> None:
    person.moment = datetime(2026, 3, 29, 1, 59, tzinfo=BERLIN)
    program = person.start()
    person.press("6")
    person.moment = datetime(2026, 3, 29, 3, 1, tzinfo=BERLIN)
    program.window._watch.look()
    person.press("Tab 4")
    person.saved(program)
    assert pains(person) == {date(2026, 3, 28): (6, 60)}
    assert today_page(program).day == date(2026, 3, 28)
