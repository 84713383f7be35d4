"""A11: whatever is done across pages and days is undone in turn, and done again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.exchange.demo import made_up_days
from fibrojournal.exchange.json_writer import archive_parts
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import BodyMap, Moment
from fibrojournal.journal.edits import SetBodyMap, SetMoment
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.history.page import HistoryPage
from fibrojournal.ui.widgets.rating import RatingScale
from tests.storage.build import ask
from tests.ui.conftest import Person, today_page

EDITS = 20
WORDS = ("rain", "slept in the sun", "cancelled Ana", "a walk by the river")


def exported(path: Path) -> str:
    with JournalFile.open(path) as journal:
        return "".join(archive_parts(journal.snapshot()))


def history_of(path: Path) -> list[tuple[int, str]]:
    return ask(path, "SELECT seq, before FROM history ORDER BY seq")


class Hands:
    """Someone who does this and that, on this day and on that."""

    def __init__(self, person: Person, program: Program) -> None:
        self.person, self.program, self.random = person, program, Random(11)

    def do(self) -> None:
        """Do one thing."""
        deeds: list[Callable[[], None]] = [self.rate, self.rate, self.tick, self.write]
        deeds += [self.remove, self.bring_back]
        steps = list(self.program.diary.steps._done)
        while self.program.diary.steps._done == steps:
            self.random.choice(deeds)()

    def go_to_a_day(self) -> None:
        page = today_page(self.program)
        day = page.today - timedelta(days=self.random.randrange(4))
        self.program.window.open_day(day)
        self.person.qtbot.waitUntil(lambda: page._wanted is None and page.day == day)

    def rate(self) -> None:
        self.go_to_a_day()
        page = today_page(self.program)
        more = page._more.rows
        assert more is not None
        rows = self.random.choice((page._ratings, more)).rows
        row = self.random.choice([r for r in rows.values() if isinstance(r.control, RatingScale)])
        digit = str(self.random.randrange(4))
        if row.control.cells > int(digit):
            QTest.keyClicks(row.control, digit)

    def tick(self) -> None:
        self.go_to_a_day()
        self.random.choice(today_page(self.program)._triggers._chips.chips).click()

    def write(self) -> None:
        self.go_to_a_day()
        field = today_page(self.program)._note.field
        field.setPlainText(self.random.choice(WORDS))
        field.hand_over()

    def remove(self) -> None:
        self.go_to_a_day()
        self.program.window._actions["remove_day"].trigger()

    def history(self) -> HistoryPage:
        """Go to the past values of the day, with all that was done."""
        self.person.saved(self.program)
        self.program.window.show_page("history")
        page = self.program.window._front
        assert isinstance(page, HistoryPage)
        page._told = None
        page._read()
        self.person.qtbot.waitUntil(lambda: page._told is not None)
        return page

    def bring_back(self) -> None:
        page = self.history()
        if page._card.buttons:
            before = len(self.program.diary.steps)
            self.random.choice(page._card.buttons).click()
            self.person.qtbot.waitUntil(lambda: len(self.program.diary.steps) > before)


def test_twenty_edits_undone_in_turn_leave_the_same_export(person: Person) -> None:
    today, stamp = person.moment.date(), stamp_of(person.moment)
    with JournalFile.create(person.journal) as journal:
        journal.save(made_up_days(3, end=today))
        journal.save([SetBodyMap(today, BodyMap({"neck": 3}, stamp))])
        journal.save([SetMoment(today, "noon", Moment("noon", today, "pain", 4, stamp))])
        journal.save([SetMoment(today, "noon", None), SetBodyMap(today, None)])
    before = exported(person.journal)
    program = person.start()
    hands = Hands(person, program)
    for _edit in range(EDITS):
        hands.do()
    person.saved(program)
    edited, steps = exported(person.journal), len(program.diary.steps)
    assert edited != before

    histories = [history_of(person.journal)]
    for _step in range(steps):
        program.window._toast.undo()
    person.saved(program)
    histories.append(history_of(person.journal))
    assert exported(person.journal) == before

    for _step in range(steps):
        program.window._toast.redo()
    person.saved(program)
    histories.append(history_of(person.journal))
    assert exported(person.journal) == edited
    for shorter, longer in pairwise(histories):
        assert longer[: len(shorter)] == shorter
        assert len(longer) > len(shorter)


def test_a_note_brought_back_is_a_step_of_its_own(person: Person) -> None:
    program = person.start()
    hands = Hands(person, program)
    for text in ("It rained the whole day", "no"):
        today_page(program)._note.field.setPlainText(text)
        today_page(program)._note.field.hand_over()
    page = hands.history()
    page._card.buttons[0].click()
    person.qtbot.waitUntil(lambda: len(program.diary.steps) == 2)
    program.window._toast.undo()
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        note = journal.day(person.moment.date()).note
    assert note is not None
    assert note.text == "no"


def test_ctrl_z_leaves_the_journal_alone_while_a_word_is_typed(person: Person) -> None:
    program = person.start()
    person.press("6")
    page = today_page(program)
    page._note.set_open(is_open=True)
    page._note.field.setFocus()
    QTest.keyClicks(page._note.field, "rain")
    person.press("Control+Z")
    assert page._note.field.toPlainText() == ""
    assert page._ratings.rows["pain"].control.answer == 6
    QTest.keyClicks(page._note.field, "sun")
    page._note.field.hand_over()
    person.press("Control+Z")
    person.saved(program)
    assert page._note.field.toPlainText() == ""
    assert page._ratings.rows["pain"].control.answer == 6
    person.press("Control+Z")
    assert page._ratings.rows["pain"].control.answer is None


def test_undo_of_another_day_goes_there_and_says_so(person: Person) -> None:
    program = person.start()
    person.press("6")
    program.window.show_page("calendar")
    program.window._toast.undo()
    assert program.window._front is today_page(program)
    assert program.window._toast.text == "Taken back: Pain on Thursday 12 March"
