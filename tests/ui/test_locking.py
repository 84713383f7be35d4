"""A locked window shows nothing of the journal, loses nothing, and comes back as it was."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QClipboard, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.ui.unlocking import UnlockPage
from fibrojournal.ui.widgets.focus import all_below
from tests.ui.conftest import Person, today_page
from tests.ui.locked import PASSPHRASE, lock_up

WORDS = "a word that nobody else may read"


def unlock_page(program: Program) -> UnlockPage:
    page = program.window.centralWidget()
    assert isinstance(page, UnlockPage)
    return page


def type_in(field: QWidget, text: str) -> None:
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def lock(person: Person, program: Program) -> UnlockPage:
    person.press("Control+L")
    person.qtbot.waitUntil(lambda: program.diary.is_locked)
    return unlock_page(program)


def unlock(person: Person, program: Program) -> None:
    type_in(person.focused(), PASSPHRASE)
    person.qtbot.waitUntil(lambda: not program.diary.is_locked)
    person.qtbot.waitUntil(lambda: not isinstance(program.window.centralWidget(), UnlockPage))


def heard(spoken: QAccessibleInterface) -> Iterator[str]:
    """Everything that assistive tools can read below a part of the window."""
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield spoken.text(kind)
    for at in range(spoken.childCount()):
        yield from heard(spoken.child(at))


@pytest.fixture
def locked(person: Person) -> Person:
    lock_up(person)
    return person


def note(program: Program, text: str) -> QWidget:
    """Write a note without leaving its field."""
    page = today_page(program)
    page._note.set_open(is_open=True)
    field = page._note.field
    field.setFocus()
    QTest.keyClicks(field, text)
    return field


def test_what_is_being_typed_is_saved_before_the_file_is_closed(locked: Person) -> None:
    program = locked.start()
    note(program, WORDS)
    lock(locked, program)
    program.diary.settle()
    with JournalFile.open(locked.journal, locked.key) as journal:
        stored = journal.day(today_page(program).day).note
    assert stored is not None
    assert stored.text == WORDS


def test_after_unlocking_page_focus_and_text_are_back(locked: Person) -> None:
    program = locked.start()
    program.window.show_page("calendar")
    program.window.show_page("today")
    field = note(program, WORDS)
    lock(locked, program)
    unlock(locked, program)
    assert locked.focused() is field
    assert program.window._front is today_page(program)
    assert today_page(program)._note.field.toPlainText() == WORDS
    locked.press("Control+Z")
    assert program.window._toast.isVisible()
    locked.saved(program)


def test_what_was_computed_is_not_kept(locked: Person) -> None:
    program = locked.start()
    insights = program.window._around.insights
    found: list[object] = []
    insights.record(program.window, found.append)
    locked.qtbot.waitUntil(lambda: bool(found))
    lock(locked, program)
    assert insights._record is None
    assert not insights._found


def test_everything_is_read_anew(locked: Person) -> None:
    program = locked.start()
    locked.press("3")
    locked.saved(program)
    lock(locked, program)
    program.diary.settle()
    reading = Reading(8, stamp_of(locked.moment))
    with JournalFile.open(locked.journal, locked.key) as journal:
        journal.save([SetReading(today_page(program).day, "pain", reading)])
    unlock(locked, program)
    control = today_page(program)._ratings.rows["pain"].control
    locked.qtbot.waitUntil(lambda: control.value() == 8)


def test_nothing_of_the_journal_is_in_a_locked_window(locked: Person) -> None:
    program = locked.start()
    field = note(program, WORDS)
    page = today_page(program)
    page._tiles.note.setToolTip(WORDS)
    window = program.window
    assert any(WORDS in said for said in told_by(window)), "the walk finds what is there"
    program.window.show_page("calendar")
    lock(locked, program)
    assert not field.isVisible()
    assert not [said for said in told_by(window) if WORDS in said or "Pain" in said]
    assert "Your journal is locked" in told_by(window)


def told_by(window: QWidget) -> list[str]:
    """All that a window says: to the eye, to the pointer, to assistive tools."""
    words = [window.windowTitle(), *heard(QAccessible.queryAccessibleInterface(window))]
    for part in all_below(window):
        if part.isVisible():
            words.append(part.toolTip())
        if part.isVisible() and isinstance(part, QLabel | QAbstractButton):
            words.append(part.text())
    return words


def test_tab_stays_on_the_unlock_page(locked: Person) -> None:
    program = locked.start()
    page = lock(locked, program)
    for _turn in range(12):
        locked.press("Tab")
        assert page.isAncestorOf(locked.focused())


def test_keys_lead_nowhere_while_it_is_locked(locked: Person) -> None:
    program = locked.start()
    locked.press("6")
    page = lock(locked, program)
    before = program.window._front
    locked.press("Control+2 Control+Z F9 F1 F10 Control+L Alt+Left")
    assert program.window.centralWidget() is page
    assert program.window._front is before
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    assert len(program.diary.steps) == 1
    unlock(locked, program)
    locked.press("Control+2")
    assert program.window._front is not before


def test_what_lies_above_the_page_is_closed(locked: Person) -> None:
    program = locked.start()
    program.window._show_keys()
    panel = QApplication.activeModalWidget()
    assert panel is not None
    program.window._show_menu()
    program.window._guard.lock()
    assert not program.window._menu.isVisible()
    assert not panel.isVisible()


@pytest.mark.parametrize("mode", ["Clipboard", "Selection"])
def test_what_was_copied_cannot_be_pasted_into_a_locked_window(
    locked: Person, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    program, cleared = locked.start(), []
    field = note(program, "lentil soup with Ana")
    QTest.keySequence(field, "Ctrl+A")
    QTest.keySequence(field, "Ctrl+C")
    assert QApplication.clipboard().text() == "lentil soup with Ana"
    # Off-screen Qt knows neither whose the clipboard is nor the one of the middle button.
    monkeypatch.setattr(QClipboard, f"owns{mode}", lambda _self: True)
    monkeypatch.setattr(QClipboard, "clear", lambda _self, which: cleared.append(which))
    lock(locked, program)
    assert cleared == [QClipboard.Mode[mode]]


def test_what_another_program_copied_can_be_pasted_still(locked: Person) -> None:
    program = locked.start()
    QApplication.clipboard().setText("from a password manager")  # off-screen: nobody's
    lock(locked, program)
    assert QApplication.clipboard().text() == "from a password manager"


def test_a_wrong_passphrase_says_so_and_may_be_tried_again(locked: Person) -> None:
    program = locked.start()
    page = lock(locked, program)
    type_in(locked.focused(), "another one")
    locked.qtbot.waitUntil(page._notice.isVisible)
    assert page._notice.text == "That did not open it."
    assert program.diary.is_locked
    unlock(locked, program)


def test_caps_lock_is_named_where_it_is_on(locked: Person) -> None:
    program = locked.start()
    page = lock(locked, program)
    field = page._passphrase.field
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for modifier, letter, is_on in ((shift, "R", False), (none, "r", False), (none, "R", True)):
        field.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_R, modifier, letter))
        assert field.caps_lock_is_on is is_on
    type_in(field, "9")
    locked.qtbot.waitUntil(page._notice.isVisible)
    assert page._notice.text == "That did not open it. Caps lock is on."


def test_no_edit_is_lost_where_saving_fails_before_the_lock(
    locked: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = locked.start()

    def refuse(*_: object) -> None:
        raise JournalNotWritable("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(JournalFile, "save", refuse)
        locked.press("9")
        locked.qtbot.waitUntil(program.window._notices.notice.isVisible)
        lock(locked, program)
        program.diary.settle()
    assert program.diary.has_unsaved
    unlock(locked, program)
    locked.saved(program)
    with JournalFile.open(locked.journal, locked.key) as journal:
        assert journal.day(today_page(program).day).readings["pain"].value == 9


def test_closing_with_something_unsaved_asks_first(
    locked: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = locked.start()

    def refuse(*_: object) -> None:
        raise JournalNotWritable("The disk is full.")

    monkeypatch.setattr(JournalFile, "save", refuse)
    locked.press("9")
    page = lock(locked, program)
    program.window.close()
    assert program.window.isVisible()
    assert "Not all is saved yet" in page._notice.text
    page._notice._buttons[0].click()
    assert not program.window.isVisible()


def test_what_is_open_is_not_let_go_where_its_file_was_taken_away(locked: Person) -> None:
    program = locked.start()
    contents = program.window.centralWidget()
    locked.press("4")
    locked.saved(program)
    locked.journal.unlink()
    locked.press("Control+L")
    locked.qtbot.waitUntil(lambda: program.window.centralWidget() is contents)
    assert not program.diary.is_locked
    assert program.diary.is_ready
    assert "was moved, removed or replaced" in program.window._notices.notice.text
    copy = locked.home / "copy.fjnl"
    program.window._trouble.copy_to(str(copy))
    locked.qtbot.waitUntil(copy.exists)
    program.diary.give_up()


def test_it_locks_once_the_file_is_open_again(locked: Person) -> None:
    program = locked.start()
    go_on = threading.Event()

    def slow_work(key: DataKey | None) -> DataKey | None:
        go_on.wait(5)
        return key

    ended: list[bool] = []
    program.diary.with_file_closed(
        program.window, slow_work, lambda: ended.append(True), lambda _: None
    )
    program.window._guard.lock()
    assert not program.diary.is_locked
    go_on.set()
    locked.qtbot.waitUntil(lambda: program.diary.is_locked)
    assert ended == [True]


def test_the_key_is_dropped(locked: Person) -> None:
    program = locked.start()
    lock(locked, program)
    program.diary.settle()
    assert program.diary._key is None
    assert not keys_in(program.diary)
    assert not keys_in(program.diary._store)


def keys_in(holder: object) -> list[object]:
    return [value for value in vars(holder).values() if isinstance(value, DataKey)]


def test_a_locked_window_closes(locked: Person) -> None:
    program = locked.start()
    lock(locked, program)
    locked.leave(program)
    assert locked.open == []


def test_a_day_that_began_meanwhile_is_shown_after_unlocking(locked: Person) -> None:
    program = locked.start()
    lock(locked, program)
    locked.moment += timedelta(days=1)
    program.window._watch.look()
    unlock(locked, program)
    page = today_page(program)
    locked.qtbot.waitUntil(lambda: page.day == page.today)


def test_it_locks_by_itself_when_nobody_uses_it(locked: Person) -> None:
    program = locked.start(lock_after_minutes=10)
    idle = program.window._guard._idle
    locked.moment += timedelta(minutes=9)
    idle.look()
    assert not program.diary.is_locked
    locked.press("5")
    locked.moment += timedelta(minutes=9)
    idle.look()
    assert not program.diary.is_locked, "a key was pressed in between"
    locked.moment += timedelta(minutes=1)
    idle.look()
    assert program.diary.is_locked


def test_the_key_that_wakes_a_sleeping_computer_comes_too_late(locked: Person) -> None:
    program = locked.start(lock_after_minutes=10)
    field = locked.focused()
    locked.moment += timedelta(hours=3)
    QTest.keyClick(field, Qt.Key.Key_Shift)
    assert program.diary.is_locked


def test_never_is_never(locked: Person) -> None:
    program = locked.start(lock_after_minutes=0)
    locked.moment += timedelta(hours=30)
    program.window._guard._idle.look()
    locked.press("5")
    assert not program.diary.is_locked


def test_a_plain_journal_never_locks(person: Person) -> None:
    program = person.start(lock_after_minutes=5)
    person.moment += timedelta(hours=1)
    person.press("5")
    program.window._guard._idle.look()
    assert not program.diary.is_locked


def test_another_limit_holds_at_once(locked: Person) -> None:
    program = locked.start(lock_after_minutes=0)
    program.window._choices.change(lock_after_minutes=5)
    locked.moment += timedelta(minutes=5)
    program.window._guard._idle.look()
    assert program.diary.is_locked
