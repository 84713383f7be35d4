"""One quiet line on Today in the first month: that suspicions can be named."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.suspicions import Suspicion, set_suspicion
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.factors.page import FactorsPage
from fibrojournal.ui.pages.today.company import CompanyLine
from fibrojournal.ui.pages.today.suspects_line import SuspectsLine
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


def noted(person: Person, count: int, **values: float) -> None:
    """Note days up to yesterday."""
    stamp = stamp_of(person.moment)
    days = [TODAY - timedelta(days=ago) for ago in range(count, 0, -1)]
    with JournalFile.create(person.journal) as journal:
        journal.save(
            [
                SetReading(day, id, Reading(value, stamp))
                for day in days
                for id, value in ({"pain": 4.0} | values).items()
            ]
        )


def line(program: Program) -> SuspectsLine:
    found = today_page(program).findChild(SuspectsLine)
    assert isinstance(found, SuspectsLine)
    return found


def come(person: Person, program: Program) -> SuspectsLine:
    shown = line(program)
    person.qtbot.waitUntil(lambda: not shown.isHidden())
    return shown


def press(part: SuspectsLine, name: str) -> None:
    next(one for one in part.findChildren(QAbstractButton) if one.text() == name).click()


def test_after_some_days_it_leads_to_where_suspicions_are_named(person: Person) -> None:
    noted(person, 3)
    program = person.start()
    shown = come(person, program)
    assert not shown.isAncestorOf(person.focused())
    press(shown, "Name them")
    page = program.window._front
    assert isinstance(page, FactorsPage)
    card = page.findings.suspects
    person.qtbot.waitUntil(card.factor.hasFocus)
    person.qtbot.waitUntil(lambda: page.rect().contains(card.mapTo(page, QPoint(1, 1))))
    card.add.click()
    assert shown.isHidden()
    program.diary.undo()
    assert not shown.isHidden()


def test_once_left_it_stays_away(person: Person) -> None:
    noted(person, 5)
    program = person.start()
    press(come(person, program), "Leave it")
    assert line(program).isHidden()
    person.saved(program)
    person.leave(program)
    program = person.start()
    person.qtbot.wait(50)
    assert line(program).isHidden()


def test_it_goes_when_the_day_turns_hard_and_in_the_quiet_view(person: Person) -> None:
    noted(person, 5)
    program = person.start()
    shown = come(person, program)
    program.theme.set_choice("quiet")
    assert shown.isHidden()
    program.theme.set_choice("light")
    assert not shown.isHidden()
    pain = Reading(8, stamp_of(person.moment))
    program.diary.edit([SetReading(TODAY, "pain", pain)], "Pain")
    assert shown.isHidden()
    program.diary.undo()
    assert shown.isHidden()  # nothing comes while somebody answers


def test_beside_what_is_said_after_heavy_days_nothing_is_asked(person: Person) -> None:
    noted(person, 5, mood=0)
    program = person.start()
    company = today_page(program).findChild(CompanyLine)
    assert isinstance(company, CompanyLine)
    person.qtbot.waitUntil(lambda: not company.isHidden())
    person.qtbot.wait(20)
    assert line(program).isHidden()


def test_with_something_named_nothing_is_asked(person: Person) -> None:
    noted(person, 5)
    with JournalFile.open(person.journal) as journal:
        journal.save([set_suspicion(Suspicion("stress", 0), on=True)])
    program = person.start()
    person.qtbot.wait(50)
    assert line(program).isHidden()


def test_where_nothing_can_be_named_nothing_is_asked(person: Person) -> None:
    noted(person, 5)
    program = person.start(why_read_only="Another window has it.")
    person.qtbot.wait(50)
    assert line(program).isHidden()
