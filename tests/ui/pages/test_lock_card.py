"""Settings, Lock: says how it is, and leads to all that can be done about it."""

from __future__ import annotations

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fibrojournal import settings
from fibrojournal.app import Program
from fibrojournal.storage import key_slots
from fibrojournal.ui.pages.settings.lock_card import AFTER, ERRANDS, LockCard
from fibrojournal.ui.widgets.buttons import TextButton
from tests.ui.conftest import Person
from tests.ui.locked import lock_up
from tests.ui.memory import Memory


@pytest.fixture
def locked(person: Person) -> Person:
    lock_up(person)
    return person


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    found = Memory()
    monkeypatch.setattr(keyring, "get_keyring", lambda: found)
    return found


def card_of(program: Program) -> LockCard:
    program.window.show_page("settings")
    card = program.window._front.findChild(LockCard)
    assert isinstance(card, LockCard)
    return card


def button(card: LockCard, words: str) -> TextButton:
    return next(one for one in card.findChildren(TextButton) if one.text() == words)


def test_a_plain_journal_is_offered_a_lock(person: Person) -> None:
    program = person.start()
    card = card_of(program)
    assert card._state.text().startswith("There is no lock.")
    assert not card._locked.isVisible()
    button(card, "Set up a lock").click()
    assert program.window._front is program.window._pages["lock"]
    assert program.window._navigation._items["settings"].isChecked()


def test_ctrl_l_offers_a_plain_journal_a_lock(person: Person) -> None:
    program = person.start()
    person.press("Control+L")
    notice = program.window._notices.notice
    assert notice.text == "This journal has no lock yet."
    notice._buttons[0].click()
    assert program.window._front is program.window._pages["lock"]


def test_a_locked_journal_leads_to_every_errand(locked: Person) -> None:
    program = locked.start()
    for page_id, words in ERRANDS:
        card = card_of(program)
        assert not card._offer.isVisible()
        button(card, words).click()
        page = program.window._pages[page_id]
        assert program.window._front is page
        page._back.click()  # type: ignore[attr-defined]
        assert program.window._front is program.window._pages["settings"]


def test_lock_now_locks(locked: Person) -> None:
    program = locked.start()
    button(card_of(program), "Lock now").click()
    assert program.diary.is_locked


def test_the_minutes_are_chosen_and_kept(locked: Person) -> None:
    program = locked.start()
    card = card_of(program)
    assert card._after.choice == "10"
    for id, segment in zip(AFTER, card._after.options, strict=True):
        segment.click()
        assert settings.load(locked.home / "settings.toml").lock_after_minutes == int(id)


def test_minutes_that_are_not_offered_leave_the_choice_as_it_is(locked: Person) -> None:
    program = locked.start(lock_after_minutes=45)
    assert card_of(program)._after.choice == ""


def test_this_computer_remembers_and_forgets(locked: Person, memory: Memory) -> None:
    card = card_of(locked.start())
    switch = card._remember._switch
    QTest.keyClick(switch, Qt.Key.Key_Space)
    locked.qtbot.waitUntil(lambda: key_slots.is_remembered(locked.journal))
    assert key_slots.remembered_key(locked.journal) == locked.key
    QTest.keyClick(switch, Qt.Key.Key_Space)
    locked.qtbot.waitUntil(lambda: memory.kept == {})
    assert not key_slots.is_remembered(locked.journal)


def test_without_a_safe_place_the_switch_goes_back(
    locked: Person, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Memory, "priority", 0)
    row = card_of(locked.start())._remember
    row._switch.click()
    locked.qtbot.waitUntil(lambda: "no safe place" in row._words.text())
    assert not row._switch.isChecked()
