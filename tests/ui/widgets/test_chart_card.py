"""A chart as a card: read, shown, read anew; its picture kept elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.charts import CHART_BY_ID
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.view import View
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Event, Reading
from fibrojournal.journal.edits import SetEvent, SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.widgets import chart_saving
from fibrojournal.ui.widgets.chart_card import ChartCard
from fibrojournal.ui.widgets.chart_saving import save_picture, write_picture
from fibrojournal.ui.widgets.labels import Label
from tests.ui.checks.visit import settle
from tests.ui.conftest import Person

TODAY = date(2026, 3, 12)
SCOPE = Scope(TODAY - timedelta(days=29), TODAY, TODAY)


@pytest.fixture
def program(person: Person) -> Program:
    stamp = stamp_of(person.moment)
    days = [TODAY - timedelta(days=back) for back in range(20)]
    with JournalFile.create(person.journal) as journal:
        journal.save([SetReading(day, "pain", Reading(5.0, stamp)) for day in days])
    return person.start()


@pytest.fixture
def card(person: Person, program: Program) -> Iterator[ChartCard]:
    shown = ChartCard(program.theme, program.diary, CHART_BY_ID["trend"])
    shown.resize(700, 500)
    shown.show()
    shown.show_scope(SCOPE)
    person.qtbot.waitUntil(lambda: shown.view is not None)
    person.qtbot.waitUntil(lambda: not shown.body.picture.pixmap().isNull())
    yield shown
    shown.close()
    shown.deleteLater()


def test_how_a_chart_is_read_out_is_told_where_the_focus_is(card: ChartCard) -> None:
    words, picture = card.body._words, card.body.picture
    picture.setFocus()
    assert words.text() == "Arrow keys read out a day; Enter or a click opens it."
    high = words.heightForWidth(words.width())
    picture.clearFocus()
    assert not words.text().strip()
    assert words.heightForWidth(words.width()) == high  # nothing below it moves


def test_it_says_and_draws_what_the_journal_holds(card: ChartCard) -> None:
    assert card.view is not None
    assert card._sentence.text() == card.view.sentence
    assert card.body.isVisible()


def test_it_reads_again_when_a_day_changes(
    person: Person, program: Program, card: ChartCard
) -> None:
    former = card.view
    stamp = stamp_of(person.moment)
    program.diary.edit([SetReading(TODAY, "pain", Reading(9.0, stamp))], "A day")
    person.qtbot.waitUntil(lambda: card.view is not former)


def test_a_change_of_events_has_it_read_once(person: Person, program: Program) -> None:
    made: list[View] = []
    known = CHART_BY_ID["trend"]

    def counted(material: Material, scope: Scope) -> View:
        made.append(known.view(material, scope))
        return made[-1]

    shown = ChartCard(program.theme, program.diary, replace(known, view=counted))
    person.qtbot.addWidget(shown)
    shown.show()
    shown.show_scope(SCOPE)
    person.qtbot.waitUntil(lambda: shown.view is not None)
    made.clear()
    event = Event("move", "other", "The move", TODAY, None, stamp_of(person.moment))
    program.diary.edit([SetEvent("move", event)], "An event")
    person.qtbot.waitUntil(lambda: not program.diary.has_unsaved and bool(made))
    settle()
    assert len(made) == 1


def test_without_days_it_is_its_sentence_alone(person: Person, card: ChartCard) -> None:
    card.show_scope(Scope(date(2020, 1, 1), date(2020, 1, 30), TODAY))
    person.qtbot.waitUntil(lambda: not card.body.isVisible())
    assert card._sentence.text()


def test_where_nothing_is_drawn_no_key_brings_a_table(person: Person, card: ChartCard) -> None:
    card.toggle_table()
    card.show_scope(Scope(date(2020, 1, 1), date(2020, 1, 30), TODAY))
    person.qtbot.waitUntil(lambda: not card.body.isVisible())
    card.toggle_table()
    assert card.shows_table  # as it was left: days that are drawn come back as a table
    card.show_scope(SCOPE)
    person.qtbot.waitUntil(lambda: card.body.isVisible() and card.body.table.rowCount() == 30)


def test_the_buttons_stand_below_each_other_where_the_text_is_long(
    person: Person, card: ChartCard
) -> None:
    assert card._tools.is_row
    card._theme.set_scale(2.0)
    card.resize(400, 900)
    person.qtbot.waitUntil(lambda: not card._tools.is_row)
    assert card.minimumSizeHint().width() <= 400


def test_the_button_names_what_it_brings(card: ChartCard) -> None:
    card._table.click()
    assert card.shows_table
    assert card._table.text() == "Picture"
    assert card.body.table.rowCount() == 30
    card._table.click()
    assert not card.shows_table


def test_the_copied_picture_carries_its_words(card: ChartCard) -> None:
    told: list[str] = []
    card.told.connect(told.append)
    card.keep.copy()
    assert card.view is not None
    assert card.view.sentence in QGuiApplication.clipboard().text()
    assert not QGuiApplication.clipboard().image().isNull()
    assert told == ["The picture is on the clipboard."]


@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_picture_goes_where_the_person_says_and_replaces_nothing_else(
    card: ChartCard, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "journal.fjnl"
    other.write_text("a journal")
    monkeypatch.setattr(chart_saving, "choose_new_file", lambda *_asked: other)
    told: list[str] = []
    card.told.connect(told.append)
    card.keep.save(form)
    assert other.read_text() == "a journal"
    assert (tmp_path / f"journal.fjnl.{form}").stat().st_size > 1000
    assert told[0].startswith("The picture was written to ")


def test_nothing_is_said_where_the_dialog_is_left(
    card: ChartCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart_saving, "choose_new_file", lambda *_asked: None)
    assert card.view is not None
    assert not save_picture(card, card.view, card._theme.tokens, "trend", "png")


def test_a_place_that_cannot_be_written_is_named(card: ChartCard, tmp_path: Path) -> None:
    assert card.view is not None
    target = tmp_path / "nowhere" / "x.png"
    told = write_picture(target, card.view, card._theme.tokens, "png")
    assert "could not be written" in told


def test_keeping_a_picture_is_offered_in_words(person: Person, card: ChartCard) -> None:
    from fibrojournal.ui.widgets.menu import Menu

    card.keep.setFocus(Qt.FocusReason.TabFocusReason)
    card.keep.click()
    menu = card.keep.findChild(Menu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "Copy as a picture",
        "Save as a picture (PNG)",
        "Save as a drawing (SVG)",
    ]
    menu.close()


def test_what_a_chart_can_be_about_is_offered_and_stays_chosen(
    person: Person, program: Program
) -> None:
    stamp = stamp_of(person.moment)
    for back, name in ((40, "the move"), (60, "the flood")):
        event = Event(name, "other", name, TODAY - timedelta(days=back), None, stamp)
        program.diary.edit([SetEvent(name, event)], name)
    shown = ChartCard(program.theme, program.diary, CHART_BY_ID["before_after"])
    person.qtbot.addWidget(shown)
    shown.resize(330, 400)
    shown.show()
    shown.show_scope(SCOPE)
    person.qtbot.waitUntil(lambda: shown.choice.count() == 2)
    assert shown.choice.currentData() == "the move"
    assert shown.choice.isVisible()
    shown.choice.setFocus()
    QTest.keyClick(shown.choice, Qt.Key.Key_Down)
    person.qtbot.waitUntil(lambda: shown.view is not None and shown.view.option == "the flood")
    shown.show_scope(replace(SCOPE, start=TODAY - timedelta(days=10)))
    person.qtbot.waitUntil(lambda: "the flood" in shown._sentence.text())
    assert shown.choice.currentData() == "the flood"


def test_a_chart_about_one_thing_offers_none(card: ChartCard) -> None:
    assert not card.choice.isVisible()


def test_its_name_stands_above_it_only_where_nothing_else_names_it(program: Program) -> None:
    for is_titled in (False, True):
        card = ChartCard(program.theme, program.diary, CHART_BY_ID["trend"], is_titled=is_titled)
        names = [label.text() for label in card.findChildren(Label)]
        assert ("Over time" in names) == is_titled
        card.deleteLater()


def test_what_nobody_sees_is_read_when_it_is_seen(person: Person, program: Program) -> None:
    card = ChartCard(program.theme, program.diary, CHART_BY_ID["trend"])
    card.show_scope(SCOPE)
    settle()
    assert card.view is None
    card.show()
    person.qtbot.waitUntil(lambda: card.view is not None)
    card.close()
    card.deleteLater()
