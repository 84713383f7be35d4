"""Restore: a copy is looked at, and days of it or all of it come back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.exchange.exporting import export_file
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Intake, Note, Reading
from fibrojournal.journal.edits import Edit, SetIntake, SetMedicine, SetNote, SetReading, set_own
from fibrojournal.journal.errors import JournalNotWritable, JournalTooNew, WrongKey
from fibrojournal.journal.medicines import Medicine
from fibrojournal.journal.questions import own_measure
from fibrojournal.storage import key_slots, restoring
from fibrojournal.storage.backups import Backup, backups_of
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.ui.copies import unlock
from fibrojournal.ui.pages.restore import page as restore_page
from fibrojournal.ui.pages.restore.page import RestorePage
from tests.ui.checks.visit import settle
from tests.ui.conftest import Person, shown_page

NOW = datetime(2026, 3, 12, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
STAMP = stamp_of(NOW)
TODAY = NOW.date()


def rated(day: date, value: float, measure: str = "pain") -> Edit:
    return SetReading(day, measure, Reading(value, STAMP))


def day(number: int) -> date:
    return date(2026, 3, number)


@pytest.fixture
def changed(person: Person) -> Person:
    """Someone whose newest backup, of yesterday, differs from the journal in three days."""
    with JournalFile.create(person.journal) as journal:
        journal.save([rated(day(n), 7) for n in range(1, 11)])
        journal.save([SetNote(day(2), Note("as it was", STAMP))])
        journal.back_up(person.home / "backups", NOW - timedelta(days=1))
        journal.save([rated(day(4), 8), rated(day(12), 6), rated(day(12), 3, "stress")])
        journal.save([SetNote(day(2), Note("otherwise", STAMP))])
    return person


def copies_of(person: Person) -> list[Backup]:
    return backups_of(person.journal, person.home / "backups")


def opened(person: Person, program: Program) -> RestorePage:
    page = shown_page(program, "restore", RestorePage)
    person.qtbot.waitUntil(lambda: page._found.isVisible() or page._header.empty.isVisible())
    settle()
    return page


def stored(person: Person, of: date) -> dict[str, float]:
    with JournalFile.open(person.journal) as journal:
        return {id: read.value for id, read in journal.day(of).readings.items()}


def json_of(path: Path, folder: Path) -> bytes:
    export_file(path, folder / "export.json", "json")
    return (folder / "export.json").read_bytes()


# Looking


def test_a_copy_is_held_beside_the_journal(changed: Person) -> None:
    page = opened(changed, changed.start())
    assert page._header.choice.currentText() == "Wednesday 11 March, 20:00"
    assert page._header.line.text().startswith("This backup is whole")
    assert page._header.size_of.text().endswith("one file")
    table = page._found.counts.table
    texts = [[table.model().index(row, at).data() for at in range(4)] for row in range(3)]
    assert texts == [
        ["Days noted", "10", "11", "one more"],
        ["From, to", "1 March to 10 March", "1 March to 12 March", ""],
        ["Notes", "1", "1", "same"],
    ]
    rows = [(row.name, row.what, row.outcome) for row in page._found.days.list.rows]
    assert rows == [
        ("Thursday 12 March", "in the journal only: pain 6, stress 3", "would be set aside"),
        ("Wednesday 4 March", "pain 7 in the backup, 8 in the journal", "would become 7"),
        ("Monday 2 March", "the note reads otherwise", "as in the backup"),
        ("8 other days", "the same in both", "no change"),
    ]


def test_it_is_reached_by_keys_from_settings(changed: Person) -> None:
    program = changed.start()
    changed.press("Control+Comma")
    while getattr(changed.focused(), "text", str)() != "Restore a backup":
        changed.press("Tab")
    changed.press("Space")
    page = program.window._front
    assert isinstance(page, RestorePage)
    changed.qtbot.waitUntil(page._found.isVisible)
    assert changed.focused() is page._header.choice
    assert program.window._navigation._items["settings"].isChecked()
    changed.press("Shift+Backtab Space")
    assert program.window._front is not page


def test_another_copy_can_be_chosen(changed: Person) -> None:
    with JournalFile.open(changed.journal) as journal:
        journal.back_up(changed.home / "backups", NOW - timedelta(minutes=5))
    page = opened(changed, changed.start())
    assert [row.name for row in page._found.days.list.rows] == ["Every day"]
    assert page._found.ways.choice == "whole"
    changed.press("Down")
    changed.qtbot.waitUntil(lambda: len(page._found.days.list.rows) == 4)
    assert page._found.ways.choice == "days"


def test_where_nothing_differs_nothing_is_offered(changed: Person) -> None:
    with JournalFile.open(changed.journal) as journal:
        journal.back_up(changed.home / "backups", NOW - timedelta(minutes=5))
    page = opened(changed, changed.start())
    assert not page._found.go.isVisible()
    changed.press("Down")
    changed.qtbot.waitUntil(page._found.go.isVisible)


def test_two_copies_of_one_minute_have_two_names(changed: Person) -> None:
    with JournalFile.open(changed.journal) as journal:
        for seconds in (1, 2):
            journal.back_up(changed.home / "backups", NOW - timedelta(hours=1, seconds=seconds))
    page = opened(changed, changed.start())
    choice = page._header.choice
    names = [choice.itemText(row) for row in range(choice.count())]
    assert names[:2] == ["Thursday 12 March, 18:59 (2)", "Thursday 12 March, 18:59 (1)"]


def test_a_copy_of_another_journal_is_named_as_such(changed: Person) -> None:
    with JournalFile.create(changed.home / "another" / "journal.fjnl") as another:
        another.back_up(changed.home / "backups", NOW - timedelta(minutes=5))
    program = changed.start()
    page = shown_page(program, "restore", RestorePage)
    words = "This is a copy of another journal with the same name."
    changed.qtbot.waitUntil(lambda: page._header.line.text().startswith(words))
    assert page._found.go.isVisible()


def test_without_copies_it_says_so(person: Person) -> None:
    program = person.start()
    page = opened(person, program)
    assert page._header.empty.text() == "No copies yet. One is made when you close the journal."
    assert person.focused() is page._back
    program.window._backups.keep_up()
    person.qtbot.waitUntil(lambda: len(copies_of(person)) == 1)
    page.shown()
    person.qtbot.waitUntil(page._found.isVisible)
    assert person.focused() is page._header.choice


def test_a_damaged_copy_points_to_a_whole_one(changed: Person) -> None:
    with JournalFile.open(changed.journal) as journal:
        damaged = journal.back_up(changed.home / "backups", NOW - timedelta(hours=1))
    damaged.path.write_bytes(damaged.path.read_bytes()[:20_000])
    program = changed.start()
    page = shown_page(program, "restore", RestorePage)
    changed.qtbot.waitUntil(page._whole_one.isVisible)
    words = "This copy cannot be read in full. The one from 11 March at 20:00 is whole."
    assert page._header.line.text() == words
    assert not page._found.isVisible()
    page._whole_one.click()
    changed.qtbot.waitUntil(page._found.isVisible)
    assert page._header.choice.currentText() == "Wednesday 11 March, 20:00"


def test_of_damaged_copies_alone_the_trouble_is_said(changed: Person) -> None:
    (only,) = copies_of(changed)
    only.path.write_bytes(only.path.read_bytes()[:20_000])
    program = changed.start()
    page = shown_page(program, "restore", RestorePage)
    changed.qtbot.waitUntil(lambda: page._look is not None)
    assert "cannot be read in full" in page._header.line.text()
    assert not page._whole_one.isVisible()


def test_a_copy_of_a_newer_version_is_left_alone(
    changed: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "This copy comes from a newer fibrojournal. Nothing was changed."

    def refuse(*_: object) -> None:
        raise JournalTooNew(words)

    monkeypatch.setattr(restoring, "compare", refuse)
    program = changed.start()
    page = shown_page(program, "restore", RestorePage)
    changed.qtbot.waitUntil(lambda: page._header.line.text() == words)
    assert not page._found.isVisible()


# Bringing days back


def test_chosen_days_come_back_in_one_step_by_keys_alone(changed: Person) -> None:
    program = changed.start()
    page = opened(changed, program)
    before = json_of_store(program, changed)
    days = page._found.days.list
    assert page._found.go.text() == "Choose the days"
    page._found.go.setFocus(Qt.FocusReason.TabFocusReason)
    changed.press("Space")
    assert changed.focused() is days
    changed.press("Space Down Down Space")
    assert days.chosen_rows == [0, 2]
    assert page._found.go.text() == "Bring back 2 days"
    page._found.go.setFocus(Qt.FocusReason.TabFocusReason)
    changed.press("Space")
    changed.qtbot.waitUntil(program.window._toast.isVisible)
    assert program.window._toast.text == "2 days were brought back."
    assert changed.focused() is page._header.choice
    changed.saved(program)
    assert stored(changed, day(12)) == {}
    assert stored(changed, day(4)) == {"pain": 8}
    changed.qtbot.waitUntil(lambda: len(days.rows) == 2)
    assert len(copies_of(changed)) == 2, "the present was copied first"

    changed.press("Control+Z")
    changed.saved(program)
    assert json_of_store(program, changed) == before


def json_of_store(program: Program, person: Person) -> bytes:
    program.diary.settle()
    return json_of(person.journal, person.home)


def test_a_click_ticks_a_day_and_unticks_it(changed: Person) -> None:
    page = opened(changed, changed.start())
    days = page._found.days.list
    for expected in ([1], []):
        place = days.visualItemRect(days.item(1)).center()
        QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert days.chosen_rows == expected
    place = days.visualItemRect(days.item(3)).center()
    QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert days.chosen_rows == [], "the days that are the same cannot be chosen"


def test_a_row_is_heard_whole_with_its_state(changed: Person) -> None:
    days = opened(changed, changed.start())._found.days.list
    heard = days.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    words = "Wednesday 4 March, pain 7 in the backup, 8 in the journal, would become 7"
    assert heard == f"{words}, not chosen"
    days.setCurrentRow(1)
    QTest.keyClick(days, Qt.Key.Key_Space)
    assert days.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == f"{words}, chosen"


def test_a_question_that_only_the_backup_knows_comes_back_too(person: Person) -> None:
    own = own_measure("own:itching", "Itching")
    with JournalFile.create(person.journal) as journal:
        journal.save([rated(day(3), 5)])
        copy = person.home / "backups"
        journal.back_up(copy, NOW - timedelta(days=2))
    (backup,) = copies_of(person)
    with JournalFile.open(backup.path) as journal:
        journal.save([set_own(own)])
        journal.save([rated(day(3), 4, "own:itching")])
    program = person.start()
    page = opened(person, program)
    page._found.days.list.setFocus()
    person.press("Space")
    page._found.go.click()
    person.qtbot.waitUntil(program.window._toast.isVisible)
    person.saved(program)
    assert stored(person, day(3)) == {"pain": 5, "own:itching": 4}
    assert program.diary.questions.measure("own:itching") is not None


def test_a_medicine_that_only_the_backup_knows_comes_back_in_the_same_step(person: Person) -> None:
    stamp = stamp_of(NOW)
    with JournalFile.create(person.journal) as journal:
        journal.save([rated(day(3), 5)])
        journal.back_up(person.home / "backups", NOW - timedelta(days=2))
    (backup,) = copies_of(person)
    taken = SetIntake(day(3), "pill", "any", Intake(taken=True, entered=stamp))
    with JournalFile.open(backup.path) as journal:
        journal.save([SetMedicine("pill", Medicine("pill", "Iron", stamp)), taken])
    program = person.start()
    page = opened(person, program)
    page._found.days.list.setFocus()
    person.press("Space")
    page._found.go.click()
    person.qtbot.waitUntil(program.window._toast.isVisible)
    assert program.diary.common.medicines["pill"].name == "Iron"
    assert program.diary.known(day(3)).intakes == {("pill", "any"): taken.intake}
    program.diary.undo()
    assert program.diary.common.medicines == {}


# Bringing all back


def test_the_whole_journal_comes_back_and_the_former_one_is_kept(
    changed: Person, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("exports")
    (backup,) = copies_of(changed)
    wanted, former = json_of(backup.path, folder), json_of(changed.journal, folder)
    program = changed.start()
    page = opened(changed, program)
    page._found.ways.options[0].setFocus()
    changed.press("Right")
    assert page._found.go.text() == "Bring back the whole journal"
    page._found.go.setFocus(Qt.FocusReason.TabFocusReason)
    changed.press("Space")
    notice = program.window._notices.notice
    changed.qtbot.waitUntil(notice.isVisible)
    assert notice.text.startswith("Your journal is as it was on 11 March at 20:00.")
    assert "is kept as the backup Thursday 12 March, 20:00." in notice.text
    changed.qtbot.waitUntil(page._found.isVisible)
    assert json_of(changed.journal, folder) == wanted
    kept = next(one for one in copies_of(changed) if one.path != backup.path)
    assert json_of(kept.path, folder) == former
    assert len(program.diary.steps) == 0
    assert changed.focused() is page._header.choice
    assert [row.what for row in page._found.days.list.rows][-1] == "the same in both"


def test_a_refusal_leaves_the_journal_as_it_was(
    changed: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise JournalNotWritable("The disk is full.")

    monkeypatch.setattr(restoring, "restore_whole", refuse)
    program = changed.start()
    page = opened(changed, program)
    page._found.ways.options[1].click()
    page._found.go.click()
    notice = program.window._notices.notice
    changed.qtbot.waitUntil(notice.isVisible)
    assert notice.text == "The disk is full."
    changed.qtbot.waitUntil(page._found.isVisible)
    assert stored(changed, day(4)) == {"pain": 8}


def test_leaving_everything_as_it_is_changes_nothing(changed: Person) -> None:
    program = changed.start()
    page = opened(changed, program)
    page._found.leave.click()
    assert program.window._front is not page
    assert len(copies_of(changed)) == 1


# A copy with a lock of its own


def locked_copy(person: Person) -> DataKey:
    key = DataKey.new()
    folder = person.home / "backups"
    folder.mkdir()
    place = folder / "journal.2026-03-11-190000Z.fjnl"
    with JournalFile.create(place, key=key) as journal:
        journal.save([rated(day(3), 5)])
    return key


def test_a_locked_copy_asks_for_what_opens_it(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = locked_copy(person)

    def open_with(_path: Path, secret: str) -> DataKey:
        if secret != "right":
            raise WrongKey("It does not open the journal.")
        return key

    monkeypatch.setattr(restore_page, "unlock", open_with)
    program = person.start()
    page = shown_page(program, "restore", RestorePage)
    person.qtbot.waitUntil(page._unlock.isVisible)
    page._unlock._field.setFocus()
    person.press("w r o n g Return")
    person.qtbot.waitUntil(page._unlock._wrong.isVisible)
    assert page._unlock._wrong.text() == "That did not open it."
    assert person.focused() is page._unlock._field
    person.press("r i g h t Return")
    person.qtbot.waitUntil(page._found.isVisible)
    assert page._found.days.list.rows[0].outcome == "would come back"


def test_a_code_is_tried_before_a_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    key = DataKey.new()

    def no_code(_path: Path, code: str) -> DataKey:
        if code == "code":
            return key
        raise WrongKey("No code.")

    monkeypatch.setattr(key_slots, "code_key", no_code)
    monkeypatch.setattr(key_slots, "passphrase_key", lambda _path, _words: DataKey(b"p" * 32))
    assert unlock(Path("a"), "code") is key
    assert unlock(Path("a"), "words").secret == b"p" * 32


def test_only_the_copy_that_was_chosen_last_is_shown(changed: Person) -> None:
    page = opened(changed, changed.start())
    (backup,) = page._backups
    other = Backup(backup.path.with_name("journal.gone.fjnl"), backup.taken, 1)
    page._look_at(other)
    page._look_at(backup)
    page._diary.settle()
    settle()
    assert page._look is not None
    assert page._look.backup == backup
    assert page._found.isVisible()
