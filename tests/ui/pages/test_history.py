"""Every past value of a day, and the way back, as a person meets them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from fibrojournal import app
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import BodyMap, Day, Moment, Note, Origin, Reading
from fibrojournal.journal.edits import Edit, SetBodyMap, SetMoment, SetNote, SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.history.page import HistoryPage
from fibrojournal.ui.pages.history.rows import ChangeRow
from fibrojournal.ui.pages.today.day_menu import DayMenu
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


def written(person: Person, *steps: Edit) -> None:
    """Fill the journal before the window opens, one edit after the other."""
    with JournalFile.create(person.journal) as journal:
        for step in steps:
            journal.save([step])


def rate(person: Person, value: float, origin: Origin = Origin.TYPED) -> SetReading:
    return SetReading(TODAY, "pain", Reading(value, stamp_of(person.moment), origin))


def note(person: Person, text: str) -> SetNote:
    return SetNote(TODAY, Note(text, stamp_of(person.moment)))


def opened(person: Person, program: app.Program) -> HistoryPage:
    program.window._actions["history"].trigger()
    page = program.window._front
    assert isinstance(page, HistoryPage)
    person.qtbot.waitUntil(page._card.isVisible)
    return page


def rows(page: HistoryPage) -> list[str]:
    """What a reader is told of each row, less the time."""
    found = [row for row in page._card.findChildren(ChangeRow) if row.isVisible()]
    return [row.accessibleName().partition(", ")[2] for row in found]


def stored(person: Person, day: date = TODAY) -> Day:
    with JournalFile.open(person.journal) as journal:
        return journal.day(day)


def test_an_untouched_day_says_so(person: Person) -> None:
    page = opened(person, person.start())
    assert rows(page) == []
    texts = [label.text() for label in page._card.findChildren(QLabel) if label.isVisible()]
    assert texts == ["Nothing was changed on this day."]


def test_what_was_entered_stands_there_newest_first(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.moment += timedelta(minutes=5)
    person.press("7 Tab 3")
    person.saved(program)
    page = opened(person, program)
    assert sorted(rows(page)) == [
        "Pain: 6, then 7; changed by you; stands now",
        "Pain: not answered, then 6; typed",
        "Sleep last night: not answered, then 3; typed; stands now",
    ]
    assert rows(page)[-1] == "Pain: not answered, then 6; typed"
    assert [one.accessibleName() for one in page._card.buttons] == [
        "Bring back Pain 6, typed 20:00"
    ]


def test_a_day_of_another_year_says_which(person: Person) -> None:
    stamp = stamp_of(person.moment - timedelta(days=365))
    day = TODAY - timedelta(days=365)
    written(person, SetReading(day, "pain", Reading(5, stamp)))
    program = person.start()
    program.window.open_day(day)
    page = opened(person, program)
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Wednesday 12 March 2025. Anything you changed can come back." in texts
    assert "Wednesday 12 March 2025" in texts


def test_it_is_reached_from_the_days_menu_and_leads_back(person: Person) -> None:
    program = person.start()
    program.window.open_day(TODAY - timedelta(days=2))
    menu = program.window.findChild(DayMenu)
    assert menu is not None
    menu.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert [action.text() for action in popup.actions()] == [
        "How is it now?",
        "Every past value",
        "Add past days",
        "Too ill to log",
        "Move to another day",
        "Remove this day",
    ]
    popup.actions()[1].trigger()
    popup.close()
    page = program.window._front
    assert isinstance(page, HistoryPage)
    assert page.day == TODAY - timedelta(days=2)
    assert page._line.text() == "Tuesday 10 March. Anything you changed can come back."
    assert program.window._navigation._items["today"].isChecked()
    person.press("Space")
    assert program.window._front is today_page(program)
    assert today_page(program).day == TODAY - timedelta(days=2)


def test_bringing_back_is_a_change_like_any_other(person: Person) -> None:
    first = rate(person, 7, Origin.COPIED)
    written(person, first, rate(person, 8))
    program = person.start()
    page = opened(person, program)
    page._card.buttons[0].setFocus()
    person.press("Space")
    person.qtbot.waitUntil(lambda: len(rows(page)) == 3)
    assert rows(page)[0] == "Pain: 8, then 7; brought back; stands now"
    assert program.window._toast.text == "Brought back: Pain on Thursday 12 March"
    assert stored(person).readings["pain"] == first.reading
    person.press("Control+Z")
    person.qtbot.waitUntil(lambda: len(rows(page)) == 4)
    assert program.window._front is page
    assert rows(page)[0] == "Pain: 7, then 8; brought back; stands now"
    assert stored(person).readings["pain"].value == 8
    person.press("Control+Y")
    person.qtbot.waitUntil(lambda: len(rows(page)) == 5)
    assert stored(person).readings["pain"] == first.reading


def test_the_toast_takes_back_what_was_brought_back(person: Person) -> None:
    written(person, rate(person, 7), rate(person, 8))
    program = person.start()
    page = opened(person, program)
    page._card.buttons[0].click()
    person.qtbot.waitUntil(lambda: len(rows(page)) == 3)
    program.window._toast.button.click()
    person.qtbot.waitUntil(lambda: len(rows(page)) == 4)
    assert stored(person).readings["pain"].value == 8


def test_the_focus_stays_among_the_ways_back(person: Person) -> None:
    written(person, rate(person, 5), rate(person, 6), rate(person, 7))
    program = person.start()
    page = opened(person, program)
    assert [one.text() for one in page._card.buttons] == ["Bring back 6", "Bring back 5"]
    page._card.buttons[1].setFocus()
    person.press("Space")
    person.qtbot.waitUntil(lambda: len(rows(page)) == 4)
    assert person.focused() is page._card.buttons[-1]
    assert person.focused().accessibleName().startswith("Bring back Pain 6")


def test_the_focus_goes_to_the_way_out_where_no_way_back_is_left(person: Person) -> None:
    written(person, rate(person, 5), rate(person, 6))
    program = person.start()
    page = opened(person, program)
    page._card.buttons[0].setFocus()
    page._segments.segments[2].click()
    assert person.focused() is page._back


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ("all", {"Neck", "Pain", "Pain at 20:00", "Note"}),
        ("ratings", {"Pain", "Pain at 20:00"}),
        ("notes", {"Note"}),
    ],
)
def test_the_segments_choose_what_is_shown(person: Person, choice: str, names: set[str]) -> None:
    written(person, *full(person))
    page = opened(person, person.start())
    next(one for one in page._segments.segments if one.id == choice).click()
    assert {row.partition(": ")[0] for row in rows(page)} == names


def test_a_choice_without_rows_says_so(person: Person) -> None:
    written(person, rate(person, 5))
    page = opened(person, person.start())
    page._segments.segments[2].click()
    texts = [label.text() for label in page._card.findChildren(QLabel) if label.isVisible()]
    assert texts == ["No note was changed on this day."]


def test_a_note_saved_every_half_second_is_one_row_with_all_its_words(person: Person) -> None:
    program = person.start()
    field = today_page(program)._note.field
    today_page(program)._note.set_open(is_open=True)
    field.setFocus()
    for word in ("Cancelled ", "Ana, ", "and slept the whole of the long afternoon through."):
        QTest.keyClicks(field, word)
        field.hand_over()
    person.saved(program)
    page = opened(person, program)
    assert len(rows(page)) == 1
    (row,) = page._card.findChildren(ChangeRow)
    described = [label.accessibleDescription() for label in row.findChildren(QLabel)]
    assert "Cancelled Ana, and slept the whole of the long afternoon through." in described


def test_a_step_shows_another_day_and_never_tomorrow(person: Person) -> None:
    written(person, rate(person, 5))
    program = person.start()
    page = opened(person, program)
    person.press("Alt+Right")
    assert page.day == TODAY
    person.press("Alt+Left")
    person.qtbot.waitUntil(lambda: page._told == [])
    assert page.day == TODAY - timedelta(days=1)
    person.press("Alt+Right")
    person.qtbot.waitUntil(lambda: len(rows(page)) == 1)


def test_an_answer_for_a_day_that_was_left_is_dropped(person: Person) -> None:
    page = opened(person, person.start())
    page._take(TODAY - timedelta(days=9), [])
    page._told = None
    page._take(TODAY - timedelta(days=9), [])
    assert page._told is None


def test_the_rows_follow_the_theme(person: Person) -> None:
    written(person, rate(person, 5))
    program = person.start()
    page = opened(person, program)
    before = page._card.grab().toImage()
    program.window._choices.set_theme("dark")
    assert page._card.grab().toImage() != before
    assert len(rows(page)) == 1


def test_a_change_by_another_program_is_shown(person: Person) -> None:
    program = person.start()
    page = opened(person, program)
    with JournalFile.open(person.journal) as other:
        other.save([rate(person, 5)])
    program.diary.look_for_changes()
    person.qtbot.waitUntil(lambda: len(rows(page)) == 1)


# Removing a day


def full(person: Person) -> list[Edit]:
    stamp = stamp_of(person.moment)
    return [
        rate(person, 5),
        note(person, "Rain."),
        SetBodyMap(TODAY, BodyMap({"neck": 3}, stamp)),
        SetMoment(TODAY, "noon", Moment("noon", TODAY, "pain", 4, stamp)),
    ]


def test_a_day_is_removed_in_one_step_and_comes_back_by_undo(person: Person) -> None:
    written(person, *full(person))
    program = person.start()
    before = stored(person)
    program.window._actions["remove_day"].trigger()
    person.saved(program)
    assert stored(person) == Day(TODAY)
    assert program.window._toast.text == (
        "Thursday 12 March is removed. For 30 days it can be brought back."
    )
    assert today_page(program)._ratings.rows["pain"].control.answer is None
    person.press("Control+Z")
    person.saved(program)
    assert stored(person) == before
    assert program.window._toast.text == "Taken back: Removing Thursday 12 March"
    person.press("Control+Y")
    person.saved(program)
    assert stored(person) == Day(TODAY)


def test_a_note_that_is_being_written_goes_with_its_day_and_comes_back(person: Person) -> None:
    program = person.start()
    today_page(program)._note.set_open(is_open=True)
    QTest.keyClicks(today_page(program)._note.field, "half a")
    program.window._actions["remove_day"].trigger()
    person.saved(program)
    assert stored(person).note is None
    program.window._toast.undo()
    person.saved(program)
    kept = stored(person).note
    assert kept is not None
    assert kept.text == "half a"


def test_a_day_that_holds_nothing_is_not_removed(person: Person) -> None:
    program = person.start()
    program.window._actions["remove_day"].trigger()
    assert not len(program.diary.steps)
    assert program.window._notices.notice.text == "Nothing is noted on this day."


def test_a_day_is_removed_from_its_history_too(person: Person) -> None:
    written(person, rate(person, 5))
    program = person.start()
    page = opened(person, program)
    program.window._actions["remove_day"].trigger()
    person.qtbot.waitUntil(lambda: len(rows(page)) == 2)
    assert rows(page)[0] == "Pain: 5, then not answered; cleared; stands now"


def test_no_day_is_removed_unseen(person: Person) -> None:
    written(person, rate(person, 5))
    program = person.start()
    program.window.show_page("calendar")
    program.window._actions["remove_day"].trigger()
    assert not len(program.diary.steps)
    assert program.window._notices.notice.text == "Open the day on Today first."


def test_removing_waits_for_the_whole_store(person: Person) -> None:
    written(person, *full(person))
    program = person.start(ready=False)
    today_page(program).remove_day()
    assert not len(program.diary.steps)
    app.go_on(program, lambda: None)
    person.qtbot.waitUntil(lambda: len(program.diary.steps) == 1, timeout=20_000)
    person.saved(program)
    assert stored(person) == Day(TODAY)


def test_a_journal_that_is_only_looked_at_shows_its_past_and_changes_nothing(
    person: Person,
) -> None:
    written(person, rate(person, 5), rate(person, 6))
    why = "Read only: your journal is open in another window."
    program = person.start(why_read_only=why)
    page = opened(person, program)
    (button,) = page._card.buttons
    assert not button.isEnabled()
    assert button.accessibleDescription() == why
    removal = program.window._actions["remove_day"]
    assert (removal.isEnabled(), removal.statusTip()) == (False, why)
    assert program.window._toast.isHidden()
    assert stored(person).readings["pain"].value == 6
