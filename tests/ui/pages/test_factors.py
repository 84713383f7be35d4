"""Factors, and the place of each: what is listed, where it leads, and the way back."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from fibrojournal import app
from fibrojournal.charts import CHARTS
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.suited import thing_for
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages import has_page
from fibrojournal.ui.pages.experiments.door import TryOutDoor
from fibrojournal.ui.pages.factors.content import groups
from fibrojournal.ui.pages.factors.page import FactorsPage
from fibrojournal.ui.pages.factors.place import FactorPage
from fibrojournal.ui.pages.factors.sight import BriefCard, SightCard
from fibrojournal.ui.pages.factors.words import LINES
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.result_list import ResultList
from tests.ui.conftest import Person, shown_page

TODAY = date(2026, 3, 12)
DAYS = 60


@pytest.fixture
def program(person: Person) -> app.Program:
    """Open a journal with sleep, pain and fatigue on sixty days, and nothing of the stomach."""
    stamp = stamp_of(person.moment)
    edits = [
        SetReading(TODAY - timedelta(days=back), id, Reading(value, stamp))
        for back in range(DAYS)
        for id, value in (
            ("sleep_quality", (2.0, 5.0, 8.0)[back % 3]),
            ("pain", (7.0, 5.0, 3.0)[back % 3]),
            ("fatigue", (8.0, 5.0, 2.0)[back % 3]),
        )
    ]
    with JournalFile.create(person.journal) as journal:
        journal.save(edits)
    return person.start()


def listed(person: Person, program: app.Program) -> FactorsPage:
    page = shown_page(program, "factors:all", FactorsPage)
    person.qtbot.waitUntil(lambda: any("60" in row.beside for row in page.doors.lists[0].rows))
    return page


def place(person: Person, program: app.Program, part: str) -> FactorPage:
    page = shown_page(program, f"factor:{part}", FactorPage)
    cards = page.charts.cards
    person.qtbot.waitUntil(lambda: all(card.view is not None for card in cards if card.isVisible()))
    return page


def said(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def row_of(page: FactorsPage, factor: str) -> tuple[ResultList, int]:
    """Find a factor: in which list it stands, and in which row."""
    return next(
        (rows, at)
        for rows in page.doors.lists
        for at, row in enumerate(rows.rows)
        if row.factor == factor
    )


def beside(page: FactorsPage, factor: str) -> str:
    rows, at = row_of(page, factor)
    return rows.rows[at].beside


def test_a_place_without_charts_has_nothing_to_choose_days_by(
    person: Person, program: app.Program
) -> None:
    page = place(person, program, "sleep")
    assert page._spans.buttons.isVisible()
    program.window.show_page("today")
    assert place(person, program, "genetics") is page
    assert not page._spans.buttons.isVisible()


def test_until_the_days_are_compared_the_page_says_so(program: app.Program) -> None:
    results = shown_page(program, "factors", FactorsPage).findings.results
    said = [label.text() for label in results.findChildren(QLabel) if label.isVisible()]
    assert "One moment: your days are being compared." in said
    assert results.past.isHidden()


def test_every_factor_is_listed_once() -> None:
    rows = [row.factor.id for group in groups({}) for row in group.rows]
    assert sorted(rows) == sorted(factor.id for factor in FACTORS)


def test_before_the_journal_is_read_nothing_is_said_of_it() -> None:
    assert not any(row.noted for group in groups(None) for row in group.rows)


def test_what_is_noted_is_counted_in_days(person: Person, program: app.Program) -> None:
    page = listed(person, program)
    assert beside(page, "sleep") == "60 days noted"
    assert beside(page, "gut_brain") == "Nothing noted"


def test_what_is_noted_meanwhile_is_counted_when_the_page_is_seen(
    person: Person, program: app.Program
) -> None:
    page = listed(person, program)
    edit = SetReading(TODAY, "gut", Reading(3.0, stamp_of(person.moment)))
    program.diary.edit([edit], "Stomach")
    person.qtbot.waitUntil(lambda: beside(page, "gut_brain") == "1 day noted")


def test_medicines_are_counted_where_they_act() -> None:
    noted = {row.factor.id: row.noted for group in groups({}, 2) for row in group.rows}
    assert noted["neurotransmitters"] == "2 medicines listed"


def test_factors_stand_by_how_much_a_diary_sees_of_them() -> None:
    well, little, read = ({row.factor.id for row in group.rows} for group in groups({}))
    assert {"sleep", "stress_trauma"} <= well
    assert {"small_fiber", "immune"} <= little
    assert read == {"genetics", "network"}


def test_nothing_leads_to_a_page_that_is_not_there() -> None:
    pages = {row.page.partition(":")[0] for group in groups({}) for row in group.rows}
    assert all(has_page(page) for page in pages)


def test_enter_opens_a_place_and_the_link_leads_back(person: Person, program: app.Program) -> None:
    page = listed(person, program)
    rows, at = row_of(page, "gut_brain")
    rows.setCurrentRow(at)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    person.press("Return")
    shown = program.window._front
    assert isinstance(shown, FactorPage)
    assert shown.factor.id == "gut_brain"
    assert shown.back.hasFocus()
    assert shown.back.text() == "Back to Factors"
    shown.back.click()
    assert program.window._front is page
    assert rows.hasFocus()
    assert rows.currentRow() == at


def test_the_way_back_names_where_one_came_from(person: Person, program: app.Program) -> None:
    page = place(person, program, "sleep:reading")
    wanted: list[str] = []
    page.page_wanted.disconnect()
    page.page_wanted.connect(wanted.append)
    assert page.back.text() == "Back to the reading"
    page.back.click()
    page.open_at("sleep")
    page.back.click()
    assert wanted == ["reading:sleep", "factors"]


def test_selecting_a_row_brings_its_reading(person: Person, program: app.Program) -> None:
    page = listed(person, program)
    subjects: list[object] = []
    page.subject_changed.connect(lambda subject, _why: subjects.append(subject))
    rows, at = row_of(page, "sleep")
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    rows.setCurrentRow(at)
    assert subjects[-1] == "sleep"


def test_every_factor_has_a_place_of_its_own(person: Person, program: app.Program) -> None:
    for factor in FACTORS:
        page = place(person, program, factor.id)
        shown = {card.chart.id for card in page.charts.cards}
        assert shown == {chart.id for chart in CHARTS if chart.factor == factor.id}
        assert LINES[factor.id] in said(page)
        assert page._body is not None
        assert (page._body.findChild(TryOutDoor) is not None) is (thing_for(factor.id) is not None)


def test_from_a_place_leads_a_plan_of_what_suits_it(person: Person, program: app.Program) -> None:
    page = place(person, program, "sleep")
    door = page.findChild(TryOutDoor)
    assert door is not None
    wanted = QSignalSpy(page.page_wanted)
    door.go.click()
    assert wanted.at(0) == ["try_out:about:sleep"]


def test_without_pictures_a_place_has_words_and_no_choices(
    person: Person, program: app.Program
) -> None:
    page = place(person, program, "genetics")
    assert page.findChild(BriefCard) is not None
    assert "Genetics" in said(page).splitlines()  # not "in your journal", of which nothing shows
    assert page.findChild(SightCard) is not None
    assert not page.ranges.isVisible()


def test_an_energy_place_says_that_it_measures_no_hormone(
    person: Person, program: app.Program
) -> None:
    assert "It does not measure a hormone." in said(place(person, program, "hpa_axis"))


def test_the_chosen_outcome_and_days_hold_for_all_pictures_and_the_next_place(
    person: Person, program: app.Program
) -> None:
    page = place(person, program, "sleep")
    first = page.charts.cards[0]
    page.outcomes.options[1].click()
    person.qtbot.waitUntil(lambda: "fatigue averaged 8.0" in first._sentence.text())
    page.ranges.options[0].click()
    person.qtbot.waitUntil(lambda: "30 of 30 days" in first._detail.text())
    page = place(person, program, "stress_trauma")
    assert page.outcomes.choice == "fatigue"
    assert page.ranges.choice == "month"


def test_what_is_drawn_day_by_day_begins_with_fewer_days(
    person: Person, program: app.Program
) -> None:
    assert place(person, program, "sleep").ranges.choice == "year"
    assert place(person, program, "hpa_axis").ranges.choice == "quarter"
    page = place(person, program, "sleep")
    assert page.ranges.choice == "year"
    page.ranges.options[0].click()
    assert place(person, program, "hpa_axis").ranges.choice == "month"


def test_the_table_key_turns_the_picture_that_has_the_focus(
    person: Person, program: app.Program
) -> None:
    page = place(person, program, "sleep")
    first = page.charts.cards[0]
    person.qtbot.waitUntil(first.body.isVisible)
    page.toggle_table()
    assert first.shows_table
    first._table.setFocus(Qt.FocusReason.TabFocusReason)
    page.toggle_table()
    assert not first.shows_table
    place(person, program, "genetics").toggle_table()  # where there is none, nothing happens


def test_tab_goes_from_the_way_back_through_choices_to_the_pictures(
    person: Person, program: app.Program
) -> None:
    place(person, program, "genetics")
    page = place(person, program, "sleep")
    page.back.setFocus(Qt.FocusReason.TabFocusReason)
    stops = []
    for _stop in range(3):
        person.press("Tab")
        stops.append(person.focused())
    assert stops[0] in page.ranges.options
    assert stops[1] in page.outcomes.options
    assert page.charts.cards[0].isAncestorOf(stops[2])


def test_a_day_of_a_picture_opens_on_today(person: Person, program: app.Program) -> None:
    page = place(person, program, "sleep")
    page.charts.cards[0].day_chosen.emit(TODAY - timedelta(days=4))
    today = program.window._pages["today"]
    assert program.window._front is today
    person.qtbot.waitUntil(partial(_shows, today, TODAY - timedelta(days=4)))


def _shows(today: QWidget, day: date) -> bool:
    return bool(getattr(today, "day", None) == day)


def test_a_place_follows_the_journal(person: Person, program: app.Program) -> None:
    page = place(person, program, "sleep")
    first = page.charts.cards[0]
    person.qtbot.waitUntil(lambda: "60 of 60 days" in first._detail.text())
    edit = SetReading(TODAY, "pain", None)
    program.diary.edit([edit], "Pain")
    person.qtbot.waitUntil(lambda: "59 of 60 days" in first._detail.text())


def test_what_is_no_factor_is_refused(person: Person, program: app.Program) -> None:
    page = place(person, program, "sleep")
    with pytest.raises(KeyError):
        page.open_at("weather")


def test_reading_leads_to_the_place_and_the_place_back(
    person: Person, program: app.Program
) -> None:
    program.window.show_page("reading:sleep")
    reading = program.window._front
    person.qtbot.waitUntil(lambda: any(_leads_on(link) for link in _links(reading)))
    next(link for link in _links(reading) if _leads_on(link)).click()
    shown = program.window._front
    assert isinstance(shown, FactorPage)
    assert shown.back.text() == "Back to the reading"
    shown.back.click()
    assert program.window._front is reading


def _links(page: QWidget) -> list[LinkButton]:
    return page.findChildren(LinkButton)


def _leads_on(link: LinkButton) -> bool:
    return link.isVisible() and link.text() == "Open its own page"


def test_the_days_in_view_can_be_chosen_after_a_place_without_pictures(
    person: Person, program: app.Program
) -> None:
    for factor in ("sleep", "genetics", "stress_trauma"):
        program.window.show_page(f"factor:{factor}")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page = program.window._pages["factor"]
    assert isinstance(page, FactorPage)
    assert page._spans.buttons.isVisible()
    former = page._spans.span
    page._spans.buttons.closer.click()
    assert page._spans.span.days < former.days
