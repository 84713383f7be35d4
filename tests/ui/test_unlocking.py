"""An encrypted journal asks for its key at the start, and then starts as any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from fibrojournal import app
from fibrojournal.settings import Settings, backup_folder
from fibrojournal.storage import key_slots
from fibrojournal.storage.backups import make_backup
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.storage.recovery_code import code_of
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.unlocking import UnlockPage, UnlockWindow
from tests.ui.conftest import Person
from tests.ui.locked import PASSPHRASE, cheap_locks, lock_up
from tests.ui.memory import Memory
from tests.ui.visitor import Visitor, close, shown

__all__ = ["cheap_locks"]


def enter(field: QLineEdit, text: str) -> None:
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def give(passphrase: str) -> Callable[[], bool]:
    def step() -> bool:
        for window in shown(UnlockWindow):
            assert isinstance(window, UnlockWindow)
            enter(window.page._passphrase.field, passphrase)
            return True
        return False

    return step


@pytest.fixture
def locked(person: Person) -> Person:
    lock_up(person)
    return person


def unlock_window(person: Person) -> UnlockWindow:
    chosen = Settings(theme="light")
    folder = backup_folder(chosen, person.journal)
    window = UnlockWindow(app._themed(chosen), person.journal, folder)

    def end(_: QWidget) -> None:
        window.end()

    person.qtbot.addWidget(window, before_close_func=end)
    window.show()
    return window


@pytest.fixture
def page(locked: Person) -> UnlockPage:
    """The unlock page in a window, as at the start."""
    return unlock_window(locked).page


def key_of(page: UnlockPage) -> list[DataKey]:
    keys: list[DataKey] = []
    page.opened.connect(keys.append)
    return keys


def test_the_passphrase_opens_the_window_and_closing_it_ends_the_program(locked: Person) -> None:
    visitor = Visitor(give(PASSPHRASE), close(MainWindow))
    assert app.run_window() == 0
    assert visitor.steps == []


def test_closing_the_unlock_window_ends_the_program_without_a_word(
    locked: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor = Visitor(close(UnlockWindow))
    assert app.run_window() == 0
    assert visitor.steps == []
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("change", [str, str.lower, lambda code: code.replace("-", " ")])
def test_the_recovery_code_opens_it_however_it_is_typed(
    locked: Person, page: UnlockPage, change: Callable[[str], str]
) -> None:
    keys = key_of(page)
    page._other.click()
    assert locked.key is not None
    enter(page._code, change(code_of(locked.key)))
    locked.qtbot.waitUntil(lambda: keys == [locked.key])


def test_a_wrong_code_says_so(locked: Person, page: UnlockPage) -> None:
    page._other.click()
    enter(page._code, code_of(DataKey.new()))
    locked.qtbot.waitUntil(page._notice.isVisible)
    assert page._notice.text == "That did not open it."


def test_the_field_stays_usable_while_a_passphrase_is_tried(
    locked: Person, page: UnlockPage
) -> None:
    field = page._passphrase.field
    enter(field, "another one")
    assert field.isEnabled()
    QTest.keyClicks(field, "s")
    QTest.keyClick(field, Qt.Key.Key_Return)  # one trial at a time
    locked.qtbot.waitUntil(page._notice.isVisible)
    assert field.text() == "another ones"


def test_an_empty_passphrase_is_not_tried(locked: Person, page: UnlockPage) -> None:
    enter(page._passphrase.field, " ")
    assert not page._is_asking


def test_without_a_passphrase_the_code_leads_to_a_new_one(
    cheap_locks: None, locked: Person, page: UnlockPage
) -> None:
    with JournalFile.open(locked.journal, locked.key) as journal:
        copy = make_backup(journal, backup_folder(Settings(), locked.journal), locked.moment)
    keys = key_of(page)
    page._without.click()
    assert "nobody can open this journal, not you and not us" in page._words.text()
    assert locked.key is not None
    enter(page._code, code_of(locked.key))
    locked.qtbot.waitUntil(page._new.isVisible)
    page._new.first.setText("a new passphrase")
    enter(page._new.second, "a new passphrase")
    locked.qtbot.waitUntil(lambda: keys == [locked.key])
    for file in (locked.journal, copy.path):
        assert key_slots.passphrase_key(file, "a new passphrase") == locked.key


def test_a_new_passphrase_may_be_left_out(locked: Person, page: UnlockPage) -> None:
    keys = key_of(page)
    page._without.click()
    assert locked.key is not None
    enter(page._code, code_of(locked.key))
    locked.qtbot.waitUntil(page._new.isVisible)
    page._keep()
    assert keys == [locked.key]
    assert key_slots.passphrase_key(locked.journal, PASSPHRASE) == locked.key


def test_where_no_passphrase_lies_beside_it_the_code_leads_to_one(
    cheap_locks: None, locked: Person
) -> None:
    keys_path(locked.journal).unlink()
    window = unlock_window(locked)
    keys = key_of(window.page)
    locked.qtbot.waitUntil(window.page._code.isVisible)
    assert not window.page._passphrase.isVisible()
    assert not window.page._other.isVisible()
    assert locked.key is not None
    enter(window.page._code, code_of(locked.key))
    locked.qtbot.waitUntil(window.page._new.isVisible)
    window.page._new.first.setText("a new passphrase")
    enter(window.page._new.second, "a new passphrase")
    locked.qtbot.waitUntil(lambda: keys == [locked.key])
    assert key_slots.passphrase_key(locked.journal, "a new passphrase") == locked.key


def test_where_no_passphrase_lies_beside_it_that_of_a_backup_opens_it(locked: Person) -> None:
    with JournalFile.open(locked.journal, locked.key) as journal:
        make_backup(journal, locked.home / "backups", locked.moment)
    keys_path(locked.journal).unlink()
    page = unlock_window(locked).page
    keys = key_of(page)
    enter(page._passphrase.field, PASSPHRASE)
    locked.qtbot.waitUntil(lambda: keys == [locked.key])
    assert key_slots.has_passphrase(locked.journal)
    assert page._passphrase.isVisible()


def test_a_journal_that_is_gone_meanwhile_is_a_sentence(
    locked: Person, page: UnlockPage, tmp_path: Path
) -> None:
    locked.journal.rename(tmp_path / "elsewhere")
    enter(page._passphrase.field, PASSPHRASE)
    locked.qtbot.waitUntil(page._notice.isVisible)
    assert page._notice.text.startswith("There is no journal at")


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    found = Memory()
    monkeypatch.setattr(keyring, "get_keyring", lambda: found)
    return found


def test_what_this_computer_remembers_is_tried_by_itself(locked: Person, memory: Memory) -> None:
    assert locked.key is not None
    assert key_slots.remember(locked.journal, locked.key)
    visitor = Visitor(close(MainWindow))
    assert app.run_window() == 0
    assert visitor.steps == []


def test_where_this_computer_gives_nothing_the_passphrase_is_asked_for(
    locked: Person, memory: Memory
) -> None:
    assert locked.key is not None
    assert key_slots.remember(locked.journal, locked.key)
    memory.kept.clear()
    window = unlock_window(locked)
    locked.qtbot.waitUntil(window.page._notice.isVisible)
    assert window.page._notice.text.startswith("This computer did not give the key.")
    assert window.page._passphrase.isVisible()


def test_a_locked_window_opens_again_with_what_this_computer_remembers(
    locked: Person, memory: Memory
) -> None:
    assert locked.key is not None
    assert key_slots.remember(locked.journal, locked.key)
    program = locked.start()
    program.window._guard.lock()
    page = program.window.centralWidget()
    assert isinstance(page, UnlockPage)
    locked.qtbot.waitUntil(page._remembered.isVisible)
    assert program.diary.is_locked, "it does not open by itself: it was locked on purpose"
    page._remembered.click()
    locked.qtbot.waitUntil(lambda: not program.diary.is_locked)
