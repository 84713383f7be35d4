"""Turning the lock on and off, another passphrase, another code: each on its page, by keys."""

from __future__ import annotations

import logging
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from fibrojournal.app import Program
from fibrojournal.exchange.demo import made_up_days
from fibrojournal.journal.errors import JournalNotWritable, WrongKey
from fibrojournal.settings import backup_folder
from fibrojournal.storage import encryption, key_slots
from fibrojournal.storage.backups import backups_of, make_backup
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted
from fibrojournal.storage.recovery_code import code_of, groups_of
from fibrojournal.ui.code_printing import draw_code
from fibrojournal.ui.pages.lock.code import CodeStep
from fibrojournal.ui.pages.lock.errand import LockErrand, told_of
from fibrojournal.ui.pages.lock.forms import LockForm, LockOffPage, PassphrasePage
from fibrojournal.ui.pages.lock.page import CODE, DONE, PASSPHRASE, LockPage, NewCodePage
from fibrojournal.ui.theme import Theme
from tests.ui.conftest import Person, today_page
from tests.ui.locked import PASSPHRASE as WORDS
from tests.ui.locked import cheap_locks, lock_up

__all__ = ["cheap_locks"]
pytestmark = pytest.mark.usefixtures("cheap_locks")

NEW = "brick cloud rain spoon"


def go_to(person: Person, program: Program, page_id: str) -> LockErrand:
    program.window.show_page(page_id)
    page = program.window._front
    assert isinstance(page, LockErrand)
    return page


def lock_page(person: Person, program: Program, page_id: str = "lock") -> LockPage:
    page = go_to(person, program, page_id)
    assert isinstance(page, LockPage)
    return page


def code_step(page: LockPage) -> CodeStep:
    assert page._code is not None
    return page._code


def type_words(person: Person, words: str) -> None:
    QTest.keyClicks(person.focused(), words)


def type_new(person: Person, words: str) -> None:
    """Type a new passphrase twice: Tab passes the button that shows it."""
    type_words(person, words)
    person.press("Tab Tab")
    type_words(person, words)


def type_group_back(person: Person, page: LockPage) -> None:
    step = code_step(page)
    step.field.setFocus()
    type_words(person, step._groups[step.asked - 1].lower())


def done(person: Person, program: Program) -> None:
    person.qtbot.waitUntil(lambda: program.diary.is_ready, timeout=10_000)


# Turning it on


def test_the_lock_is_turned_on_by_keys_alone(person: Person) -> None:
    with JournalFile.create(person.journal) as journal:
        journal.save(made_up_days(3, end=person.moment.date()))
    program = person.start()
    page = lock_page(person, program)
    type_new(person, WORDS)
    person.press("Return")
    assert page._step == CODE
    key = page._key
    person.press("Tab Tab")
    assert person.focused() is code_step(page).field
    type_words(person, code_step(page)._groups[code_step(page).asked - 1])
    assert page.go.isEnabled()
    person.press("Return")
    person.qtbot.waitUntil(lambda: page._step == DONE, timeout=10_000)
    assert is_encrypted(person.journal)
    assert program.diary.is_encrypted
    assert key is not None
    assert key_slots.code_key(person.journal, code_of(key)) == key
    assert key_slots.passphrase_key(person.journal, WORDS) == key
    with JournalFile.open(person.journal, key) as journal:
        assert len(journal.days(*(journal.noted_span() or ()))) == 3
    assert page._key is None
    assert page._passphrase == ""


def test_nothing_changes_before_a_group_is_typed_back(person: Person) -> None:
    program = person.start()
    page = lock_page(person, program)
    type_new(person, WORDS)
    person.press("Return")
    step = code_step(page)
    assert not page.go.isEnabled()
    assert page.go.accessibleDescription() == f"Type back group {step.asked} first."
    step.field.setFocus()
    type_words(person, "oooo")
    assert step._words.text().startswith(f"That is not group {step.asked} yet.")
    person.press("Return")
    assert page._step == CODE
    page.not_now.click()
    assert not is_encrypted(person.journal)
    assert page._key is None


def test_the_passphrases_must_be_the_same(person: Person) -> None:
    program = person.start()
    page = lock_page(person, program)
    type_words(person, WORDS)
    person.press("Return")  # goes on to the second field
    assert person.focused().accessibleName() == "The same once more"
    type_words(person, "rain tomato lump")
    assert not page.go.isEnabled()
    person.press("Return")
    assert page._step == PASSPHRASE


def test_alt_left_goes_back_to_the_passphrase(person: Person) -> None:
    program = person.start()
    page = lock_page(person, program)
    type_new(person, WORDS)
    person.press("Return Alt+Left")
    assert page._step == PASSPHRASE
    assert page._key is None


def test_another_page_in_between_keeps_the_code(person: Person) -> None:
    program = person.start()
    page = lock_page(person, program)
    type_new(person, WORDS)
    person.press("Return")
    step = code_step(page)
    program.window.show_page("today")
    program.window.show_page("lock")
    assert page._code is step


def test_the_group_is_covered_only_while_it_is_typed(person: Person) -> None:
    program = person.start()
    page = lock_page(person, program)
    type_new(person, WORDS)
    person.press("Return")
    step = code_step(page)
    group = step._groups[step.asked - 1]
    label = step._all._cells[step.asked - 1]._label
    assert label.text() == group
    step.field.setFocus()
    assert label.text() == "••••"
    assert label.accessibleName() == f"Group {step.asked}, covered while you type it back"
    step.focus_first()
    assert label.text() == group


def test_one_group_at_a_time_is_large_and_spelt(person: Person) -> None:
    program = person.start()
    page = lock_page(person, program)
    type_new(person, WORDS)
    person.press("Return Tab Space")
    step = code_step(page)
    assert step._one.isVisible()
    assert not step._all.isVisible()
    step._one._on.click()
    assert step._one._label.text() == step._groups[1]
    assert step._one._label.accessibleName() == "Group 2: " + ", ".join(step._groups[1])
    assert step._one._place.text() == "Group 2 of 14"
    step._one._back.click()
    step._one._back.click()
    assert step._one._place.text() == "Group 14 of 14"


def test_what_became_of_older_copies_is_said(person: Person) -> None:
    program = person.start()
    folder = backup_folder(program.window._choices.now, person.journal)
    with JournalFile.open(person.journal) as journal:
        make_backup(journal, folder, person.moment)
    page = lock_page(person, program)
    type_new(person, WORDS)
    person.press("Return")
    type_group_back(person, page)
    person.press("Return")
    person.qtbot.waitUntil(lambda: page._step == DONE, timeout=10_000)
    (copy,) = backups_of(person.journal, folder)
    assert is_encrypted(copy.path)
    said = [label.text() for label in page.findChildren(QLabel)]
    assert "One older copy was changed as well." in said


def test_each_fate_of_a_copy_has_its_sentence() -> None:
    fate = encryption.Fate
    fates = {
        Path("a"): fate.CONVERTED,
        Path("b"): fate.CONVERTED,
        Path("c"): fate.REMOVED,
        Path("e"): fate.LEFT,
        Path("d"): fate.LEFT,
    }
    assert told_of(fates) == [
        "2 older copies were changed as well.",
        "These could not be encrypted and were removed: c",
        "These are as they were: d, e",
    ]
    assert told_of({}) == []


def test_where_it_cannot_be_turned_on_the_reason_is_said(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = person.start()

    def refuse(*_: object, **__: object) -> None:
        raise JournalNotWritable("The disk is full.")

    monkeypatch.setattr(encryption, "encrypt", refuse)
    page = lock_page(person, program)
    type_new(person, WORDS)
    person.press("Return")
    type_group_back(person, page)
    person.press("Return")
    person.qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.text == "The disk is full."
    assert page._step == CODE
    assert not program.diary.is_encrypted
    program.window.show_page("today")
    person.press("5")
    person.saved(program)


# The code stays here


def test_the_code_goes_nowhere(person: Person, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    program = person.start()
    QGuiApplication.clipboard().setText("something else")
    page = lock_page(person, program)
    type_new(person, WORDS)
    person.press("Return")
    step = code_step(page)
    assert not [label for label in page.findChildren(QLabel) if is_selectable(label)]
    type_group_back(person, page)
    person.press("Return")
    person.qtbot.waitUntil(lambda: page._step == DONE, timeout=10_000)
    program.window._choices.change(text_scale=1.0)
    person.leave(program)
    files = [path.read_bytes() for path in person.home.rglob("*") if path.is_file()]
    assert any(b"text_scale" in content for content in files), "the walk finds what is written"
    for two in ("".join(pair) for pair in pairwise(step._groups)):
        assert not [content for content in files if two in only_signs(content)]
        assert two not in only_signs(caplog.text.encode())
    assert QGuiApplication.clipboard().text() == "something else"


def is_selectable(label: QLabel) -> bool:
    return bool(label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)


def only_signs(content: bytes) -> str:
    return content.decode("latin-1").upper().replace("-", "").replace(" ", "")


def test_where_there_is_no_printer_a_sentence_says_so(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page = lock_page(person, person.start())
    type_new(person, WORDS)
    person.press("Return Space")
    assert page.notice.text.startswith("There is no printer here.")


def test_what_is_no_printer_gets_no_code(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["a file"])
    page = lock_page(person, person.start())
    type_new(person, WORDS)
    before = sorted(tmp_path.rglob("*"))
    person.press("Return Space")
    dialog = page.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert not dialog.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    dialog.accepted.emit(dialog.printer())
    dialog.close()
    assert page.notice.text.startswith("The printer did not take the page.")
    assert sorted(tmp_path.rglob("*")) == before


def test_the_printed_page_holds_every_group(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[QRectF, str]] = []
    paper = QImage(840, 1188, QImage.Format.Format_RGB32)
    painter = QPainter(paper)
    monkeypatch.setattr(
        QPainter, "drawText", lambda _self, place, _flags, text: drawn.append((place, text))
    )
    groups = groups_of(DataKey.new())
    draw_code(painter, QRectF(paper.rect()), groups)
    painter.end()
    texts = [text for _place, text in drawn]
    assert [text for text in texts if text in groups] == list(groups)
    assert all(paper.rect().toRectF().contains(place) for place, _text in drawn)


# A locked journal


@pytest.fixture
def locked(person: Person) -> Person:
    lock_up(person)
    return person


def form(person: Person, program: Program, page_id: str) -> LockForm:
    page = go_to(person, program, page_id)
    assert isinstance(page, LockForm)
    return page


def test_another_passphrase_opens_the_same_journal(locked: Person) -> None:
    program = locked.start()
    page = form(locked, program, "lock_passphrase")
    assert isinstance(page, PassphrasePage)
    type_words(locked, WORDS)
    assert page.go.accessibleDescription() == "Type the new passphrase twice."
    locked.press("Tab Tab")
    type_new(locked, NEW)
    locked.press("Return")
    locked.qtbot.waitUntil(lambda: page._is_done, timeout=10_000)
    assert key_slots.passphrase_key(locked.journal, NEW) == locked.key
    with pytest.raises(WrongKey):
        key_slots.passphrase_key(locked.journal, WORDS)
    locked.press("Space")
    assert program.window._front is program.window._pages["settings"]


def test_a_wrong_present_passphrase_changes_nothing(locked: Person) -> None:
    program = locked.start()
    page = form(locked, program, "lock_off")
    type_words(locked, "another one")
    locked.press("Return")
    locked.qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.text == "That is not the passphrase of this journal."
    assert is_encrypted(locked.journal)
    done(locked, program)


def test_after_a_wrong_passphrase_the_right_one_is_just_typed(locked: Person) -> None:
    page = form(locked, locked.start(), "lock_off")
    assert isinstance(page, LockOffPage)
    type_words(locked, "another one")
    locked.press("Return")
    locked.qtbot.waitUntil(page.notice.isVisible)
    type_words(locked, WORDS)
    locked.press("Return")
    locked.qtbot.waitUntil(lambda: page._is_done, timeout=10_000)


def test_a_page_at_work_says_so(locked: Person) -> None:
    page = form(locked, locked.start(), "lock_off")
    assert isinstance(page, LockOffPage)
    type_words(locked, WORDS)
    locked.press("Return")
    assert page.hint.text() == "One moment: the journal and its copies are being changed."
    locked.qtbot.waitUntil(lambda: page._is_done, timeout=10_000)
    assert not page.hint.text()


def test_the_lock_is_turned_off(locked: Person) -> None:
    program = locked.start()
    page = form(locked, program, "lock_off")
    assert isinstance(page, LockOffPage)
    type_words(locked, WORDS)
    locked.press("Return")
    locked.qtbot.waitUntil(lambda: page._is_done, timeout=10_000)
    assert not is_encrypted(locked.journal)
    assert not program.diary.is_encrypted
    program.window.show_page("today")
    program.window.show_page("lock_off")
    assert not page._is_done


def test_a_new_code_makes_the_former_one_worthless(locked: Person) -> None:
    program = locked.start()
    page = lock_page(locked, program, "lock_code")
    assert isinstance(page, NewCodePage)
    type_words(locked, WORDS)
    locked.press("Return")
    locked.qtbot.waitUntil(lambda: page._step == CODE, timeout=10_000)
    new = page._key
    assert new is not None
    type_group_back(locked, page)
    locked.press("Return")
    locked.qtbot.waitUntil(lambda: page._step == DONE, timeout=10_000)
    assert key_slots.code_key(locked.journal, code_of(new)) == new
    assert key_slots.passphrase_key(locked.journal, WORDS) == new
    assert locked.key is not None
    with pytest.raises(WrongKey):
        key_slots.code_key(locked.journal, code_of(locked.key))
    program.window.show_page("today")
    locked.press("7")
    locked.saved(program)
    with JournalFile.open(locked.journal, new) as journal:
        assert journal.day(today_page(program).day).readings["pain"].value == 7


def test_a_new_code_needs_the_passphrase(locked: Person) -> None:
    program = locked.start()
    page = lock_page(locked, program, "lock_code")
    type_words(locked, "another one")
    locked.press("Return")
    locked.qtbot.waitUntil(page.notice.isVisible)
    assert page._step == PASSPHRASE
    assert page.go.isEnabled()


def test_locking_forgets_what_was_typed_on_such_a_page(locked: Person) -> None:
    program = locked.start()
    page = lock_page(locked, program, "lock_code")
    type_words(locked, WORDS)
    locked.press("Return")
    locked.qtbot.waitUntil(lambda: page._step == CODE, timeout=10_000)
    program.window._guard.lock()
    assert page._step == PASSPHRASE
    assert page._key is None
    assert page._passphrase == ""
