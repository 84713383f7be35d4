"""What goes with what, in the window: chosen, put aside, suspected, and worked out anew."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QWidget

from fibrojournal import app
from fibrojournal.exchange.demo import create_demo
from fibrojournal.insights.ranking import Row
from fibrojournal.journal.chosen import set_words
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.suspicions import Suspicion, set_suspicion, suspicions
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.factors.findings import Findings
from fibrojournal.ui.pages.factors.page import FactorsPage
from tests.ui.conftest import Person, shown_page

TODAY = date(2026, 3, 12)


@pytest.fixture(scope="session")
def months(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("months") / "journal.fjnl"
    create_demo(path, 150, end=TODAY)
    return path


@pytest.fixture
def program(person: Person, months: Path) -> app.Program:
    shutil.copy(months, person.journal)
    return person.start()


def page(program: app.Program, part: str = "pain") -> FactorsPage:
    return shown_page(program, f"factors:{part}", FactorsPage)


def found(person: Person, program: app.Program) -> Findings:
    """Wait for the results of pain and all that belongs to the first."""
    shown = page(program).findings
    person.qtbot.waitUntil(lambda: shown.pictures.answers.view is not None)
    return shown


def first_row(shown: Findings) -> Row:
    row = shown.results.row
    assert row is not None
    return row


def titles(shown: Findings) -> list[str]:
    return [row.title for row in shown.results.rows.rows]


def said(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def few_days(person: Person, days: int) -> app.Program:
    create_demo(person.journal, days, end=person.moment.date())
    return person.start()


def test_the_page_opens_on_what_stands_out(person: Person, program: app.Program) -> None:
    shown = found(person, program)
    assert first_row(shown).is_found
    assert "stands out" in said(shown.results)
    assert "points higher" in said(shown.detail)
    assert shown.pictures.delays.isVisible()
    assert shown.news.isVisible()


def test_a_chosen_row_leads_all_that_stands_below(person: Person, program: app.Program) -> None:
    shown = found(person, program)
    before, subjects = said(shown.detail), QSignalSpy(shown.subject_changed)
    shown.results.rows.setFocus()
    QTest.keyClick(shown.results.rows, Qt.Key.Key_Down)
    assert said(shown.detail) != before
    assert subjects.count() == 1
    factor = first_row(shown).factor
    person.qtbot.waitUntil(lambda: getattr(shown.pictures.answers.view, "factor", "") == factor)


def test_the_other_way_round_is_told_where_it_can_be_asked(
    person: Person, program: app.Program
) -> None:
    shown = found(person, program)
    shown.results.choose("sleep_quality")
    person.qtbot.waitUntil(lambda: "The other way round" in said(shown.detail))


def test_another_outcome_has_a_page_of_its_own(person: Person, program: app.Program) -> None:
    shown = found(person, program)
    next(one for one in shown.outcomes.segments if one.id == "fatigue").click()
    person.qtbot.waitUntil(lambda: first_row(shown).lead.answer.question.outcome == "fatigue")
    assert not shown.suspects.isVisible()  # of pain alone


def test_a_result_is_put_aside_and_back_again(person: Person, program: app.Program) -> None:
    shown = found(person, program)
    factor, title = first_row(shown).factor, titles(shown)[1]
    shown.detail.aside.click()
    assert title not in titles(shown)
    assert program.diary.undo() == f"Put aside: {title}"
    assert titles(shown)[1] == title
    assert program.diary.redo() == f"Put aside: {title}"
    assert title not in titles(shown)
    assert first_row(shown).factor != factor
    assert title not in shown.results._title.text()
    shown.results.aside.click()
    assert title in titles(shown)
    shown.results.choose(factor)
    assert shown.detail.aside.text() == "Take it up again"
    shown.detail.aside.click()
    assert first_row(shown).factor == factor
    assert not shown.results.aside.isVisible()


def test_a_picture_with_the_focus_turns_into_its_own_table(
    person: Person, program: app.Program
) -> None:
    shown = found(person, program)
    shown.pictures.answers.body.picture.setFocus()
    shown.toggle_table()
    assert shown.pictures.answers.shows_table
    assert not shown.results.shows_table


def test_outcomes_go_by_the_names_that_the_person_gave(
    person: Person, program: app.Program
) -> None:
    shown = page(program).findings
    program.diary.edit([set_words(MEASURE_BY_ID["pain"], "Ache")], "Ache")
    assert [one.text() for one in shown.outcomes.segments][:2] == ["Ache", "Fatigue"]
    assert shown.outcomes.segments[0].isChecked()


def test_the_place_of_a_factor_is_one_click_away(person: Person, program: app.Program) -> None:
    shown = found(person, program)
    shown.results.choose("sleep_quality")
    shown.detail.place.click()
    assert program.window._front_id == "factor"


def test_what_was_found_can_be_tried_out(person: Person, program: app.Program) -> None:
    shown = found(person, program)
    shown.results.choose("sleep_quality")
    wanted = QSignalSpy(shown.page_wanted)
    shown.detail.try_out.click()
    assert wanted.at(0) == ["try_out:about:sleep_quality"]
    assert program.window._front_id == "try_out"


def test_how_links_are_found_is_there_to_read(person: Person, program: app.Program) -> None:
    found(person, program).news.reading.click()
    assert program.window._front_id == "reading"


def test_what_changes_is_worked_out_anew(person: Person, program: app.Program) -> None:
    shown = found(person, program)
    former = shown.results._seen
    shown.detail.aside.click()  # saved, so the journal is another one
    person.qtbot.waitUntil(lambda: shown.results._seen is not former)


def test_what_takes_long_greys_what_is_shown(person: Person, program: app.Program) -> None:
    shown = found(person, program)
    shown._wait.timeout.emit()
    assert shown.results.rows.is_stale
    shown.take("gut", None)  # of another outcome, so it is dropped
    assert shown.results.rows.is_stale
    shown.take(shown.outcome, shown.results._seen)
    assert not shown.results.rows.is_stale


@pytest.mark.parametrize("days", [1, 19])
def test_few_days_are_counted_without_an_estimate(person: Person, days: int) -> None:
    program = few_days(person, days)
    shown = page(program).findings
    person.qtbot.waitUntil(lambda: bool(titles(shown)))
    assert not any(row.interval for row in shown.results.rows.rows)
    assert "Not enough days yet to say something fair." in said(shown.results)
    for part in (shown.detail, shown.pictures, shown.made, shown.news):
        assert not part.isVisible()


def test_an_empty_journal_offers_past_days_and_suspects(person: Person) -> None:
    whole = page(person.start())
    shown, wanted = whole.findings, QSignalSpy(whole.findings.page_wanted)
    person.qtbot.waitUntil(shown.suspects.isVisible)
    subjects = QSignalSpy(whole.subject_changed)
    whole.shown()
    assert subjects.at(0) == ["factors", "You opened Factors."]
    assert titles(shown) == []
    shown.results.past.click()
    assert wanted.at(0) == ["past_days"]
    assert shown.suspects.is_open


def test_a_suspect_is_named_and_taken_back(person: Person) -> None:
    program = few_days(person, 6)
    card = page(program).findings.suspects
    person.qtbot.waitUntil(card.isVisible)
    card.factor.setCurrentIndex(card.factor.findData("stress"))
    card.factor.activated.emit(card.factor.currentIndex())
    card.when.setCurrentIndex(1)
    card.add.click()
    named = Suspicion("stress", 1)
    assert suspicions(program.diary.common.settings) == (named,)
    assert "Stress, the day after" in said(card)
    card.take_back[named].click()
    assert suspicions(program.diary.common.settings) == ()
    assert program.diary.undo() == "Suspected stress"


def test_five_suspects_are_all(person: Person) -> None:
    program = few_days(person, 6)
    card = page(program).findings.suspects
    person.qtbot.waitUntil(card.isVisible)
    for _time in range(5):
        card.add.click()  # the next one is offered by itself
    assert len(card.take_back) == 5
    assert not card.add.isVisible()
    assert any(button.hasFocus() for button in card.take_back.values())


def test_after_the_first_labels_a_suspect_stands_beside_what_was_found(
    person: Person, months: Path
) -> None:
    shutil.copy(months, person.journal)
    with JournalFile.open(person.journal) as journal:
        journal.save([set_suspicion(Suspicion("sleep_quality", 0), on=True)])
    shown = found(person, person.start())
    assert not shown.suspects.is_open
    shown.suspects.row.click()
    assert "Poor sleep, the day after: " in said(shown.suspects)
    assert "stay as they are" in said(shown.suspects)
    assert not shown.suspects.take_back


def test_both_views_keep_their_place(person: Person, program: app.Program) -> None:
    shown = page(program)
    next(one for one in shown.views.options if one.id == "all").click()
    assert shown.doors.isVisible()
    assert not shown.findings.isVisible()
    shown.toggle_table()  # nothing here has one
    assert program.window._front is shown
