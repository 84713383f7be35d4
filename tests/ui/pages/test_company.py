"""One gentle line on Today after several heavy days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QAbstractButton

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.today.company import CompanyLine
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


def moods(person: Person, *values: float) -> None:
    """Note moods of the days up to yesterday, the last one last."""
    stamp = stamp_of(person.moment)
    days = [TODAY - timedelta(days=ago) for ago in range(len(values), 0, -1)]
    with JournalFile.create(person.journal) as journal:
        journal.save(
            [
                SetReading(day, "mood", Reading(value, stamp))
                for day, value in zip(days, values, strict=True)
            ]
        )


def line(program: Program) -> CompanyLine:
    found = today_page(program).findChild(CompanyLine)
    assert isinstance(found, CompanyLine)
    return found


def press(part: CompanyLine, name: str) -> None:
    next(one for one in part.findChildren(QAbstractButton) if one.text() == name).click()


def test_after_several_heavy_days_it_leads_to_support(person: Person) -> None:
    moods(person, 1, 0, 1)
    program = person.start()
    shown = line(program)
    person.qtbot.waitUntil(lambda: not shown.isHidden())
    assert not shown.isAncestorOf(person.focused())
    press(shown, "Get support")
    assert program.window._front_id == "support"


def test_once_left_it_does_not_come_back(person: Person) -> None:
    moods(person, 1, 0, 1)
    program = person.start()
    shown = line(program)
    person.qtbot.waitUntil(lambda: not shown.isHidden())
    press(shown, "Leave it")
    program.diary.journal_changed.emit()
    person.qtbot.wait(50)
    assert shown.isHidden()


def test_other_days_bring_no_line(person: Person) -> None:
    moods(person, 1, 0, 2)
    program = person.start()
    person.qtbot.wait(50)
    assert line(program).isHidden()


def test_an_answer_brings_no_line_while_the_form_is_used(person: Person) -> None:
    moods(person, 1, 0)
    program = person.start()
    stamp = stamp_of(person.moment)
    program.diary.edit([SetReading(TODAY, "mood", Reading(0, stamp))], "Mood")
    person.saved(program)
    person.qtbot.wait(50)
    assert line(program).isHidden()
