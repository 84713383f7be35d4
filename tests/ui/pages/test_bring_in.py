"""Bring in a file: looked over, chosen, brought in, and taken out again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel

from fibrojournal.app import Program
from fibrojournal.exchange.exporting import export_file
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Day, Note, Reading, TriggerAnswer
from fibrojournal.journal.edits import SetNote, SetReading, SetTrigger
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.bring_in import page as page_module
from fibrojournal.ui.pages.bring_in.page import BringInPage
from fibrojournal.ui.pages.settings.page import SettingsPage
from tests.ui.conftest import Person, shown_page

TODAY = date(2026, 3, 12)
FIRST = date(2025, 11, 3)


def table(folder: Path, *, days: int = 30, name: str = "my-diary.csv") -> Path:
    """Thirty days of a diary; some of its rows need a look."""
    rows = ["Date;pain_score;tired;Cold hands;Comments;Overdid it"]
    for by in range(days):
        day = FIRST + timedelta(days=by)
        rows.append(f"{day};{by % 9};{by * 3};2;a walk {by};{'yes' if by % 2 else 'no'}")
    rows[3] = "31 Feb;3;30;2;;"
    rows[6] = rows[6].replace(f";{5 % 9};", ";14;", 1)
    rows.append(rows[-1].replace("a walk", "again"))
    path = folder / name
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


@pytest.fixture
def owner(person: Person) -> Person:
    """Someone who noted one of the days of the file themselves."""
    stamp = stamp_of(person.moment)
    with JournalFile.create(person.journal) as journal:
        journal.save(
            [
                SetReading(FIRST, "pain", Reading(7, stamp)),
                SetReading(FIRST, "stress", Reading(2, stamp)),
                SetNote(FIRST, Note("mine", stamp)),
                SetTrigger(FIRST, "overdid_it", TriggerAnswer(ticked=True, entered=stamp)),
            ]
        )
    return person


def opened(person: Person, program: Program, path: Path) -> BringInPage:
    page = shown_page(program, "bring_in", BringInPage)
    page._over.open(path)
    person.qtbot.waitUntil(lambda: page._over.preview is not None, timeout=20_000)
    return page


def looked(person: Person, page: BringInPage) -> None:
    """Wait until what was chosen was looked over."""
    former = page._over.preview
    person.qtbot.waitUntil(lambda: page._over.preview is not former, timeout=20_000)


def shown(page: BringInPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def become(person: Person, page: BringInPage, column: int, target: str) -> None:
    choice = page._columns.rows[column].becomes
    place = choice.findData(target)
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    looked(person, page)


def choose(person: Person, page: BringInPage, title: str, option: str) -> None:
    items = page._troubles._shown
    place = next(n for n, item in enumerate(items) if item.title == title)
    choice = page._troubles.choices[place]
    index = choice.findData(option)
    choice.setCurrentIndex(index)
    choice.activated.emit(index)
    looked(person, page)


def stored(person: Person, day: date) -> Day:
    with JournalFile.open(person.journal) as journal:
        return journal.day(day)


def test_a_file_is_looked_over_and_nothing_is_written(owner: Person, tmp_path: Path) -> None:
    program = owner.start()
    page = opened(owner, program, table(tmp_path))

    said = shown(page)
    assert "my-diary.csv" in said
    assert "A table: one row a day, dates such as 2025-11-03." in said
    assert page._go.text() == "Bring in 29 days"
    becomes = [row.becomes.currentData() for row in page._columns.rows]
    assert becomes == ["day", "pain", "fatigue", "", "note", "overdid_it"]
    assert page._columns.rows[2].how.currentText() == "0 to 100, divided by 10"
    assert page._columns.rows[1].becomes.accessibleName() == "Column pain_score becomes"
    assert [item.title for item in page._troubles._shown] == [
        "Row 4",
        "Row 7",
        "Row 32",
        "3 November 2025",
    ]
    assert "4 rows to look at" in said
    assert "Where both have an answer, yours stays." in said
    assert page._columns.rows[0].becomes.hasFocus()
    assert stored(owner, FIRST + timedelta(days=1)) == Day(FIRST + timedelta(days=1))


def test_the_button_brings_in_and_undo_takes_all_of_it_out(owner: Person, tmp_path: Path) -> None:
    before = export(owner, tmp_path)
    program = owner.start()
    page = opened(owner, program, table(tmp_path))
    day = FIRST + timedelta(days=1)

    page._go.click()
    owner.saved(program)

    assert isinstance(program.window._front, SettingsPage)
    assert program.window._toast.isVisible()
    assert stored(owner, day).value("fatigue") == 0.3
    assert stored(owner, FIRST).value("pain") == 7
    program.window._toast.undo()
    owner.saved(program)
    assert stored(owner, day) == Day(day)
    program.window._toast.redo()
    owner.saved(program)
    assert stored(owner, day).value("fatigue") == 0.3
    program.window._toast.undo()
    owner.saved(program)
    owner.leave(program)
    assert export(owner, tmp_path) == before


def export(person: Person, folder: Path) -> str:
    """The journal as an archive, without the list of imports that are out again."""
    import json

    out = folder / "export.json"
    export_file(person.journal, out, "json")
    archive = json.loads(out.read_text("utf-8"))
    archive.pop("imports", None)
    return json.dumps(archive)


def test_what_was_brought_in_is_listed_for_30_days_with_its_way_out(
    owner: Person, tmp_path: Path
) -> None:
    program = owner.start()
    opened(owner, program, table(tmp_path))._go.click()
    owner.saved(program)
    owner.leave(program)

    program = owner.start()
    program.window.show_page("settings")
    settings = program.window._front
    assert isinstance(settings, SettingsPage)
    rows = next(card for card in settings._cards if hasattr(card, "brought")).brought
    owner.qtbot.waitUntil(lambda: len(rows.buttons) == 1)
    said = [label.text() for label in rows.findChildren(QLabel)]
    assert said == ["Brought in on 12 March", "my-diary.csv · can be taken out until 11 April"]
    rows.buttons[0].setFocus()
    rows.buttons[0].click()
    owner.qtbot.waitUntil(lambda: rows.buttons == [])
    owner.saved(program)

    assert stored(owner, FIRST + timedelta(days=1)).readings == {}
    program.window._toast.undo()
    owner.saved(program)
    assert stored(owner, FIRST + timedelta(days=1)).value("fatigue") == 0.3
    owner.leave(program)
    owner.moment += timedelta(days=31)
    program = owner.start()
    program.window.show_page("settings")
    owner.qtbot.wait(50)
    settings = program.window._front
    assert isinstance(settings, SettingsPage)
    rows = next(card for card in settings._cards if hasattr(card, "brought")).brought
    assert rows.buttons == []


def test_another_role_updates_all_counts_at_once(owner: Person, tmp_path: Path) -> None:
    page = opened(owner, owner.start(), table(tmp_path))
    answers = page._over.preview.look.answers  # type: ignore[union-attr]

    become(owner, page, 3, "own question")
    assert page._over.preview.look.answers == answers + 29  # type: ignore[union-attr]
    become(owner, page, 3, "pain")
    assert page._columns.rows[1].becomes.currentData() == ""
    assert page._columns.rows[1]._filled.text() == "\N{EN DASH}"
    become(owner, page, 0, "")
    assert page._go.text() == "Nothing new to bring in"
    assert not page._go.isEnabled()
    assert "A table. No column looks like a date. Choose one to go on." in shown(page)


def test_another_way_of_reading_a_column_changes_its_values(owner: Person, tmp_path: Path) -> None:
    page = opened(owner, owner.start(), table(tmp_path))
    how = page._columns.rows[2].how

    place = how.findText("0 to 100, turned round")
    how.setCurrentIndex(place)
    how.activated.emit(place)
    looked(owner, page)

    day = page._over.preview.batch.days[FIRST + timedelta(days=1)]  # type: ignore[union-attr]
    assert day.readings["fatigue"] == pytest.approx(9.7)
    assert how.currentText() == "0 to 100, turned round"


def test_each_row_to_look_at_has_its_choice(owner: Person, tmp_path: Path) -> None:
    page = opened(owner, owner.start(), table(tmp_path))

    choose(owner, page, "Row 7", "nearest")
    choose(owner, page, "Row 32", "last")

    days = page._over.preview.batch.days  # type: ignore[union-attr]
    assert days[FIRST + timedelta(days=5)].readings["pain"] == 10
    assert days[FIRST + timedelta(days=29)].note == "again 29"


def test_the_file_wins_only_where_it_is_chosen(owner: Person, tmp_path: Path) -> None:
    program = owner.start()
    page = opened(owner, program, table(tmp_path))
    item = page._troubles._shown[-1]
    assert (
        item.words == "the note reads otherwise; overdid it, not in the file; pain 7, in the file 0"
    )

    choose(owner, page, "3 November 2025", "theirs")
    choose(owner, page, "3 November 2025", "mine")
    choose(owner, page, "3 November 2025", "theirs")
    page._go.click()
    owner.saved(program)

    day = stored(owner, FIRST)
    assert (day.value("pain"), day.value("stress")) == (0, 2)
    assert day.note is not None
    assert day.note.text == "a walk 0"


def test_many_alike_stand_on_one_line(owner: Person, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    days = [FIRST + timedelta(days=by) for by in range(20)]
    rows = [f"{day},{value}" for day in days for value in (2, 4)]
    path.write_text("date,pain\n" + "\n".join(rows), "utf-8")
    page = opened(owner, owner.start(), path)

    assert "A table: several rows a day, dates such as 2025-11-03." in shown(page)
    first = page._troubles._shown[0]
    assert (first.title, first.words) == ("20 rows", "such as row 3: another entry that day")
    assert page._over.preview.batch.days[FIRST].readings == {"pain": 3}  # type: ignore[union-attr]


def test_days_with_other_answers_beyond_the_first_eight_stand_together(
    owner: Person, tmp_path: Path
) -> None:
    stamp = stamp_of(owner.moment)
    days = [FIRST + timedelta(days=by) for by in range(12)]
    with JournalFile.open(owner.journal) as journal:
        journal.save([SetReading(day, "pain", Reading(1, stamp)) for day in days])
    path = tmp_path / "other.csv"
    path.write_text("date,pain\n" + "\n".join(f"{day},9" for day in days), "utf-8")
    page = opened(owner, owner.start(), path)

    assert len(page._troubles._shown) == 9
    assert page._troubles._shown[-1].title == "4 more days"
    assert page._go.text() == "Nothing new to bring in"
    choose(owner, page, "4 more days", "theirs")
    assert page._go.text() == "Bring in 4 days"


def test_dates_that_can_be_read_in_two_ways_are_asked_about(owner: Person, tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    path.write_text("date,pain\n03/04/2025,2\n05/04/2025,3\n", "utf-8")
    page = opened(owner, owner.start(), path)

    assert "In 03/04/2025, what comes first?" in shown(page)
    assert date(2025, 4, 3) in page._over.preview.batch.days  # type: ignore[union-attr]
    page._file_card.order.segments[1].click()
    looked(owner, page)
    assert date(2025, 3, 4) in page._over.preview.batch.days  # type: ignore[union-attr]
    assert "Dates are read month first." in shown(page)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"date,pain\n", "There are no rows in this file."),
        (b"", "The file is empty."),
        (b"\xff\xd8\xff\xe0\x00\x10", "This file could not be read as a table."),
        (b'date,"pain\n1,2', "It was not changed."),
    ],
)
def test_a_file_that_is_no_table_is_said_so(
    owner: Person, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    program = owner.start()
    page = shown_page(program, "bring_in", BringInPage)

    page._over.open(path)

    owner.qtbot.waitUntil(page._trouble.isVisible)
    assert sentence in page._trouble.text()
    assert path.read_bytes() == content
    assert page._start.isVisible()


def test_an_archive_comes_in_and_says_what_does_not(owner: Person, tmp_path: Path) -> None:
    from fibrojournal.journal.day import BodyMap
    from fibrojournal.journal.edits import SetBodyMap

    stamp = stamp_of(owner.moment)
    other = tmp_path / "other.fjnl"
    with JournalFile.create(other) as journal:
        journal.save(
            [
                SetReading(FIRST, "pain", Reading(2, stamp)),
                SetReading(TODAY, "pain", Reading(3, stamp)),
                SetBodyMap(TODAY, BodyMap({"neck": None}, stamp)),
            ]
        )
    archive = tmp_path / "archive.json"
    export_file(other, archive, "json")
    program = owner.start()
    page = opened(owner, program, archive)

    said = shown(page)
    assert "An archive that this program exported." in said
    assert "Not brought in: body maps." in said
    assert not page._columns.isVisible()
    choose(owner, page, "3 November 2025", "theirs")
    page._go.click()
    owner.saved(program)
    assert stored(owner, FIRST).value("pain") == 2
    assert stored(owner, TODAY).value("pain") == 3


def test_an_empty_journal_takes_the_whole_of_an_archive(person: Person, tmp_path: Path) -> None:
    from fibrojournal.journal.day import BodyMap
    from fibrojournal.journal.edits import SetBodyMap

    stamp = stamp_of(person.moment)
    other = tmp_path / "other.fjnl"
    with JournalFile.create(other) as journal:
        journal.save([SetBodyMap(TODAY, BodyMap({"neck": None}, stamp))])
        journal.save([SetReading(TODAY, "pain", Reading(3, stamp))])
        held = journal.day(TODAY)
    archive = tmp_path / "archive.json"
    export_file(other, archive, "json")
    program = person.start()
    page = opened(person, program, archive)
    assert "Your journal is empty, so all of the archive comes in, as it was." in shown(page)
    assert not page._promise.isVisible()

    page._go.click()

    person.qtbot.waitUntil(lambda: isinstance(program.window._front, SettingsPage))
    assert stored(person, TODAY) == held
    person.qtbot.waitUntil(lambda: program.diary.known(TODAY) == held)


def test_what_was_noted_meanwhile_is_not_written_over(person: Person, tmp_path: Path) -> None:
    other = tmp_path / "other.fjnl"
    stamp = stamp_of(person.moment)
    with JournalFile.create(other) as journal:
        journal.save([SetReading(TODAY, "pain", Reading(3, stamp))])
    archive = tmp_path / "archive.json"
    export_file(other, archive, "json")
    program = person.start()
    page = opened(person, program, archive)
    with JournalFile.open(person.journal) as journal:
        journal.save([SetReading(TODAY, "pain", Reading(9, stamp))])
    told: list[str] = []
    page.told.connect(told.append)

    page._go.click()

    person.qtbot.waitUntil(lambda: bool(told))
    assert stored(person, TODAY).value("pain") == 9


def test_f6_goes_from_card_to_card(owner: Person, tmp_path: Path) -> None:
    program = owner.start()
    page = opened(owner, program, table(tmp_path))
    cards = {"file": page._file_card, "columns": page._columns, "rows": page._troubles}

    def card() -> str:
        focus = owner.focused()
        return next((name for name, one in cards.items() if one.isAncestorOf(focus)), "elsewhere")

    page._go.setFocus()
    went = []
    for _turn in range(6):
        owner.press("Shift+F6")
        went.append(card())
    assert went == ["rows", "columns", "file", "elsewhere", "elsewhere", "rows"]


def test_cancel_leaves_everything_as_it_is(owner: Person, tmp_path: Path) -> None:
    program = owner.start()
    page = opened(owner, program, table(tmp_path))
    cancel = next(
        b for b in page.findChildren(type(page._file_card.another)) if b.text() == "Cancel"
    )

    cancel.click()

    assert isinstance(program.window._front, SettingsPage)
    program.window.show_page("bring_in")
    assert page._start.isVisible()
    assert page._start.choose.hasFocus()


def test_a_file_can_be_chosen_or_dropped(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path)
    program = owner.start()
    page = shown_page(program, "bring_in", BringInPage)
    chosen: list[Path | None] = [None, path]
    monkeypatch.setattr(page_module, "choose_file", lambda *_given: chosen.pop(0))
    page._start.choose.click()
    assert page._over.preview is None
    page._start.choose.click()
    owner.qtbot.waitUntil(lambda: page._over.preview is not None)

    other = table(tmp_path, days=20, name="dropped.csv")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), actions, data, button, no_keys)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPoint(9, 9), actions, data, button, no_keys))
    owner.qtbot.waitUntil(lambda: "dropped.csv" in shown(page))
    empty = QMimeData()
    nothing = QDragEnterEvent(QPoint(9, 9), actions, empty, button, no_keys)
    nothing.ignore()
    page.dragEnterEvent(nothing)
    assert not nothing.isAccepted()


def test_a_journal_that_is_only_looked_at_takes_nothing(owner: Person, tmp_path: Path) -> None:
    program = owner.start(why_read_only="It is open elsewhere.")
    page = opened(owner, program, table(tmp_path))
    assert not page._go.isEnabled()
