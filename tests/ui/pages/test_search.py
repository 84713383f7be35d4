"""Search: words are found as they are typed, and the day opens."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Event, Note, Reading
from fibrojournal.journal.edits import Edit, SetEvent, SetNote, SetReading
from fibrojournal.journal.errors import JournalBusy
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.search.page import SearchPage
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)
MONDAY, SUNDAY, LAST_YEAR = date(2026, 3, 9), date(2026, 3, 8), date(2025, 11, 16)
LONG = "Nothing of note. " * 30


@pytest.fixture
def written(person: Person) -> Person:
    """Someone with some notes and an event."""
    stamp = stamp_of(person.moment)

    def note(day: date, text: str) -> Edit:
        return SetNote(day, Note(text, stamp))

    event = Event("e1", "travel", "A week by the sea", SUNDAY, TODAY, stamp)
    nameless = Event("e2", "infection", "", date(2026, 2, 1), None, stamp)
    with JournalFile.create(person.journal) as journal:
        journal.save(
            [
                note(MONDAY, "An hour in the garden, on the low stool. No pain AND no rush."),
                note(SUNDAY, "Gardening help from a neighbour. Café after."),
                note(LAST_YEAR, f"{LONG}Last leaves in the garden. {LONG}"),
                SetReading(MONDAY, "pain", Reading(2, stamp)),
                SetReading(MONDAY, "sleep_quality", Reading(6, stamp)),
                SetEvent("e1", event),
                SetEvent("e2", nameless),
            ]
        )
    return person


def opened(person: Person, program: Program) -> SearchPage:
    person.press("Control+F")
    page = program.window._front
    assert isinstance(page, SearchPage)
    return page


def search(person: Person, page: SearchPage, typed: str, *, kind: str | None = None) -> list[str]:
    """Type words, wait for what is found, and return the titles of the rows."""
    if kind is not None:
        next(one for one in page._kinds.segments if one.id == kind).click()
    page._field.setText(typed)
    person.qtbot.waitUntil(lambda: page._asking is None)
    answer = page._found.answer
    assert answer is not None
    assert answer.query == page._query
    return [row.title for row in page._found.list.rows]


def test_ctrl_f_opens_the_search_with_the_focus_in_its_field(written: Person) -> None:
    page = opened(written, written.start())

    assert page._field.hasFocus()
    assert page._found.words == "Type a word from your notes."
    assert page._field.accessibleName() == "Search"


def test_days_are_found_newest_first_with_that_days_pain_and_sleep(written: Person) -> None:
    page = opened(written, written.start())

    titles = search(written, page, "garden")

    assert titles == ["Monday 9 March", "Sunday 8 March", "Sunday 16 November 2025"]
    assert page._found.words == "“garden” stands on 3 days, newest first."
    assert page._found._also.text() == "also found: gardening"
    first = page._found.list.rows[0]
    assert first.beside == "Pain 2 · Sleep 6"
    assert first.spoken == "Monday 9 March, note, pain 2, sleep 6"
    assert [first.text[start:end] for start, end in first.spans] == ["garden"]
    assert page._found._strip.accessibleName() == "Found on 3 of the last 120 days."


def test_a_long_note_is_cut_around_the_hit_and_told_whole(written: Person) -> None:
    page = opened(written, written.start())
    search(written, page, "leaves")

    row = page._found.list.rows[0]
    assert row.text.startswith("… ")
    assert "Last leaves in the garden." in row.text
    assert len(row.text) < len(row.whole)
    item = page._found.list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleDescriptionRole) == row.whole


def test_anything_typed_is_a_search(written: Person) -> None:
    page = opened(written, written.start())
    expected = {
        "ard": 3,
        "cafe": 1,
        '"low stool"': 1,
        "AND": 1,
        "no rush": 1,
        "g": 3,
        "ga": 3,
        "*": 0,
        "garden:": 0,
    }
    found = {typed: len(search(written, page, typed, kind="notes")) for typed in expected}
    assert found == expected


def test_events_are_found_by_name_and_kind(written: Person) -> None:
    page = opened(written, written.start())

    assert search(written, page, "sea") == ["Sunday 8 March"]
    assert page._found.list.rows[0].text == "Travel: A week by the sea"
    assert page._found.list.rows[0].spoken == "Sunday 8 March, event"
    assert search(written, page, "infect") == ["Sunday 1 February"]
    assert search(written, page, "sea", kind="notes") == []
    assert search(written, page, "garden", kind="events") == []


def test_keys_go_to_the_first_day_open_it_and_come_back(written: Person) -> None:
    program = written.start()
    page = opened(written, program)
    search(written, page, "garden")

    written.press("Down")
    assert page._found.list.hasFocus()
    written.press("Up")
    assert page._field.hasFocus()
    written.press("Return Down Escape")
    assert page._field.hasFocus()
    assert page._field.selectedText() == "garden"
    written.press("Down Down Return")
    written.qtbot.waitUntil(lambda: today_page(program).day == SUNDAY)
    assert program.window._front is today_page(program)


def test_down_stays_in_the_field_where_nothing_was_found(written: Person) -> None:
    page = opened(written, written.start())
    search(written, page, "zzz")

    written.press("Down")

    assert page._field.hasFocus()
    assert page._found.words == "“zzz” stands nowhere."


def test_a_click_opens_the_day(written: Person) -> None:
    program = written.start()
    page = opened(written, program)
    search(written, page, "stool")

    rows = page._found.list
    place = rows.visualItemRect(rows.item(0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    written.qtbot.waitUntil(lambda: today_page(program).day == MONDAY)


def test_a_word_near_the_typed_one_is_offered_and_searched(written: Person) -> None:
    page = opened(written, written.start())
    search(written, page, "gardn")

    written.qtbot.waitUntil(page._found._near.isVisible)
    assert page._found.words == "“gardn” stands nowhere. Near it: garden."
    page._found.near[0].click()
    written.qtbot.waitUntil(lambda: bool(page._found.list.rows))
    assert page._field.text() == "garden"
    assert not page._found._near.isVisible()


def test_near_words_are_those_of_the_kind_that_is_searched(written: Person) -> None:
    page = opened(written, written.start())
    search(written, page, "gardn", kind="events")
    written.qtbot.wait(500)
    assert page._found.words == "“gardn” stands nowhere."

    search(written, page, "weeek")
    written.qtbot.waitUntil(page._found._near.isVisible)
    assert page._found.near[0].text() == "week"


def test_letters_typed_while_it_searches_are_one_search_more(
    written: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Searches that were superseded are not made at all."""
    page = opened(written, written.start())
    asked: list[str] = []
    typed = threading.Event()
    search_notes = JournalFile.search_notes

    def counted(journal: JournalFile, words: str) -> list[tuple[date, str]]:
        asked.append(words)
        assert typed.wait(20)
        return search_notes(journal, words)

    monkeypatch.setattr(JournalFile, "search_notes", counted)
    for end in range(1, 7):
        page._field.setText("garden"[:end])
    typed.set()
    written.qtbot.waitUntil(lambda: page._asking is None)

    assert asked == ["g", "garden"]
    assert page._found.words == "“garden” stands on 3 days, newest first."


def test_what_is_noted_meanwhile_is_found(written: Person) -> None:
    program = written.start()
    page = opened(written, program)
    search(written, page, "garden")
    program.diary.fetch_day(page, TODAY, lambda _day: None)
    written.qtbot.waitUntil(lambda: TODAY in program.diary._days)

    note = Note("Back in the garden", stamp_of(written.moment))
    program.diary.edit([SetNote(TODAY, note)], "A note")

    written.qtbot.waitUntil(lambda: len(page._found.list.rows) == 4)


def test_many_days_are_shown_a_part_at_a_time(person: Person) -> None:
    stamp = stamp_of(person.moment)
    with JournalFile.create(person.journal) as journal:
        days = [TODAY - timedelta(days=by) for by in range(50)]
        journal.save([SetNote(day, Note("rain", stamp)) for day in days])
    page = opened(person, person.start())

    assert len(search(person, page, "rain")) == 40
    assert page._found.words == "“rain” stands on 50 days, newest first."
    page._found._more.click()
    person.qtbot.waitUntil(lambda: len(page._found.list.rows) == 50)
    assert page._found._more.isHidden()


def test_an_emptied_field_says_again_what_the_page_is_for(written: Person) -> None:
    page = opened(written, written.start())
    search(written, page, "garden")

    page._field.clear()

    assert page._found.words == "Type a word from your notes."
    assert page._found.list.rows == ()


def test_a_journal_that_cannot_be_searched_says_so(
    written: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = written.start()
    page = opened(written, program)
    told: list[str] = []
    page.told.connect(told.append)

    def busy(*_given: object) -> None:
        raise JournalBusy("Another program uses it.")

    monkeypatch.setattr(JournalFile, "search_notes", busy)
    page._field.setText("garden")

    written.qtbot.waitUntil(lambda: told == ["Another program uses it."])
    assert page._asking is None


def test_the_magnifier_of_the_calendar_leads_here(written: Person) -> None:
    program = written.start()
    program.window.show_page("calendar")
    page = program.window._front
    written.qtbot.waitUntil(lambda: page._content is not None)  # type: ignore[attr-defined]

    page._search.click()  # type: ignore[attr-defined]

    assert isinstance(program.window._front, SearchPage)
    assert program.window._navigation._items["calendar"].isChecked()
