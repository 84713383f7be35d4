"""Recently removed, as a card on a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fibrojournal import app
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import (
    BodyMap,
    Day,
    Intake,
    MedicineEffect,
    Moment,
    Note,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.edits import emptied, refilled
from fibrojournal.journal.past import REST
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.settings.removed_card import RemovedCard, held_words
from fibrojournal.ui.widgets.buttons import TextButton
from tests.journal.build import EVENING
from tests.ui.conftest import Person

TODAY = date(2026, 3, 12)


def day_with_pain(person: Person, days_ago: int) -> Day:
    stamp = stamp_of(person.moment)
    return Day(TODAY - timedelta(days=days_ago), {"pain": Reading(5, stamp)})


def removed(person: Person, *days: Day) -> None:
    """Note some days and remove them again, as they were named."""
    with JournalFile.create(person.journal) as journal:
        for day in days:
            journal.save(refilled(day))
        for day in days:
            journal.save(emptied(day))
            QTest.qWait(3)


class Page(QWidget):
    """A page with a button before the card and one after it."""

    def __init__(self, program: app.Program) -> None:
        super().__init__()
        self.before, self.after = (TextButton(program.theme, name) for name in ("before", "after"))
        self.card = RemovedCard(program.window._around)
        self.did: list[str] = []
        self.card.did.connect(self.did.append)
        column = QVBoxLayout(self)
        for part in (self.before, self.card, self.after):
            column.addWidget(part)

    @property
    def texts(self) -> list[str]:
        """The title, and all that the card says below its line."""
        labels = [label.text() for label in self.card.findChildren(QLabel) if label.isVisible()]
        return [labels[0], *labels[2:]]


@pytest.fixture
def shown(person: Person) -> Iterator[list[Page]]:
    pages: list[Page] = []
    yield pages
    for page in pages:
        page.close()
        page.deleteLater()


def look(person: Person, program: app.Program, shown: list[Page]) -> Page:
    page = Page(program)
    shown.append(page)
    page.show()
    page.activateWindow()
    person.qtbot.waitUntil(page.isActiveWindow)
    person.qtbot.waitUntil(lambda: page.card._removed is not None)
    return page


def real_now(person: Person) -> None:
    """Set the person's clock by the file's: what was removed was removed just now."""
    with JournalFile.open(person.journal) as journal:
        (latest, *_rest) = journal.removed_days(person.moment - timedelta(days=9999))
    person.moment = latest.at.astimezone(person.moment.tzinfo)


def test_where_nothing_was_removed_it_says_so(person: Person, shown: list[Page]) -> None:
    page = look(person, person.start(), shown)
    assert page.texts == ["Recently removed", "Nothing was removed in the last 30 days."]


def test_it_lists_days_with_what_they_held_the_latest_first(
    person: Person, shown: list[Page]
) -> None:
    removed(person, day_with_pain(person, 2), day_with_pain(person, 5))
    real_now(person)
    page = look(person, person.start(), shown)
    assert page.texts[2::2] == ["Saturday 7 March", "Tuesday 10 March"]
    assert page.texts[3].startswith("1 answer · rests here until ")
    assert [one.accessibleName() for one in page.card.buttons] == [
        "Bring back Saturday 7 March",
        "Bring back Tuesday 10 March",
    ]


def test_a_day_leaves_the_list_after_thirty_days(person: Person, shown: list[Page]) -> None:
    removed(person, day_with_pain(person, 2))
    real_now(person)
    person.moment += REST + timedelta(seconds=1)
    page = look(person, person.start(), shown)
    assert page.card.buttons == []


def test_a_day_comes_back_in_one_step(person: Person, shown: list[Page]) -> None:
    day = day_with_pain(person, 2)
    removed(person, day)
    real_now(person)
    program = person.start()
    page = look(person, program, shown)
    page.card.buttons[0].click()
    person.qtbot.waitUntil(lambda: page.card.buttons == [])
    assert page.did == ["Tuesday 10 March is back."]
    assert len(program.diary.steps) == 1
    with JournalFile.open(person.journal) as journal:
        assert journal.day(day.date) == day
    assert program.diary.undo() == "Bringing back Tuesday 10 March"
    person.qtbot.waitUntil(lambda: len(page.card.buttons) == 1)


def test_what_was_noted_meanwhile_stands(person: Person, shown: list[Page]) -> None:
    day = day_with_pain(person, 2)
    removed(person, day)
    real_now(person)
    program = person.start()
    page = look(person, program, shown)
    newer = Day(day.date, {"fog": Reading(1, stamp_of(person.moment))})
    with JournalFile.open(person.journal) as other:
        other.save(refilled(newer))
    page.card.buttons[0].click()
    person.qtbot.waitUntil(lambda: day.date in program.diary._days)
    assert not len(program.diary.steps)
    assert page.did == []


def test_tab_comes_to_the_days_between_what_stands_around_the_card(
    person: Person, shown: list[Page]
) -> None:
    removed(person, day_with_pain(person, 2), day_with_pain(person, 5))
    real_now(person)
    page = look(person, person.start(), shown)
    page.before.setFocus()
    stops = []
    for _turn in range(3):
        person.press("Tab")
        stops.append(person.focused())
    assert stops == [*page.card.buttons, page.after]


def test_the_focus_goes_on_to_the_next_day_and_then_back(person: Person, shown: list[Page]) -> None:
    removed(person, day_with_pain(person, 2), day_with_pain(person, 5))
    real_now(person)
    page = look(person, person.start(), shown)
    page.card.buttons[0].setFocus()
    person.press("Space")
    person.qtbot.waitUntil(lambda: len(page.card.buttons) == 1)
    assert person.focused() is page.card.buttons[0]
    person.press("Space")
    person.qtbot.waitUntil(lambda: len(page.card.buttons) == 0)
    assert person.focused() is page.before


def test_a_card_that_nothing_stands_before_is_still_filled(
    person: Person, shown: list[Page]
) -> None:
    removed(person, day_with_pain(person, 2))
    real_now(person)
    program = person.start()
    page = Page(program)
    shown.append(page)
    for button in (page.before, page.after):
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.show()
    person.qtbot.waitUntil(lambda: len(page.card.buttons) == 1)


def test_a_journal_that_is_only_looked_at_gives_no_day_back(
    person: Person, shown: list[Page]
) -> None:
    removed(person, day_with_pain(person, 2))
    real_now(person)
    page = look(person, person.start(why_read_only="Read only."), shown)
    (button,) = page.card.buttons
    assert not button.isEnabled()
    assert button.accessibleDescription().endswith(". Read only.")
    page.card._bring_back(day_with_pain(person, 2))
    QTest.qWait(50)
    assert page.did == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (Day(TODAY, {"pain": Reading(1, EVENING)}), "1 answer"),
        (
            Day(
                TODAY,
                {"pain_areas": Reading(1, EVENING)},
                body_map=BodyMap({"neck": None}, EVENING),
            ),
            "a body map",
        ),
        (
            Day(
                TODAY,
                {"pain": Reading(1, EVENING), "fog": Reading(1, EVENING)},
                {
                    "travel": TriggerAnswer(ticked=True, entered=EVENING),
                    "period": TriggerAnswer(ticked=False, entered=EVENING),
                },
                Note("Rain", EVENING),
                None,
                (Moment("m", TODAY, "pain", 1, EVENING),),
            ),
            "2 answers, 1 trigger, a note, 1 moment",
        ),
        (
            Day(
                TODAY,
                intakes={("pill", "noon"): Intake(taken=False, entered=EVENING)},
                effects={"pill": MedicineEffect(EVENING, 3), "tea": MedicineEffect(EVENING, 4)},
            ),
            "2 medicines",
        ),
    ],
)
def test_what_a_day_held_is_told_in_few_words(day: Day, words: str) -> None:
    assert held_words(day) == words
