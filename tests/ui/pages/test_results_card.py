"""The results as a card, and what is said of one: without a journal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fibrojournal.analysis.families import Label
from fibrojournal.insights.ranking import Row, to_dismiss
from fibrojournal.ui.pages.factors.detail import DetailCard, MadeCard, reverse_of
from fibrojournal.ui.pages.factors.results_card import ResultsCard
from fibrojournal.ui.theme import Theme
from tests.insights.grid import answered, asked_of, page_on, related
from tests.ui.pages.test_result_rows import FEW, SLEEP, TRAVEL, seen_of

SEEN = seen_of(SLEEP, TRAVEL, FEW)
ROW = Row(SLEEP)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> ResultsCard:
    made = ResultsCard(theme)
    qtbot.addWidget(made)
    made.resize(712, 600)
    made.show_seen(SEEN, frozenset(), ("less pain", "more pain"))
    made.show()
    return made


@pytest.fixture
def detail(qtbot: QtBot, theme: Theme) -> DetailCard:
    made = DetailCard(theme)
    qtbot.addWidget(made)
    made.resize(712, 600)
    made.show()
    return made


def titles(card: ResultsCard) -> list[str]:
    return [row.title for row in card.rows.rows]


def said(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_the_first_link_is_looked_at_first(card: ResultsCard) -> None:
    assert card.row == ROW
    assert "Poor sleep stands out in your journal." in said(card)
    assert not card.past.isVisible()


def test_while_one_waits_the_next_look_is_named(card: ResultsCard) -> None:
    card.show_seen(seen_of(FEW, day=20), frozenset(), ("less pain", "more pain"))
    assert any("on day 20; the next look is on day 30." in line for line in said(card))
    card.show_seen(None, frozenset(), ("less pain", "more pain"))
    assert not any("next look" in line for line in said(card))


def test_what_is_folded_opens_and_closes(card: ResultsCard) -> None:
    assert card.more.text() == "Show 1 more without a clear link"
    card.more.click()
    assert titles(card)[-1] == "Unwell"
    assert card.more.text() == "Show fewer"
    card.more.click()
    assert "Unwell" not in titles(card)


def test_a_row_is_told_when_it_is_chosen(card: ResultsCard) -> None:
    chosen = QSignalSpy(card.chosen)
    card.rows.setFocus()
    QTest.keyClick(card.rows, Qt.Key.Key_Down)
    assert chosen.at(0)[0] == Row(TRAVEL)
    card.show_seen(SEEN, frozenset(), ("less pain", "more pain"))
    assert card.row == Row(TRAVEL)  # kept from one look to the next


def test_enter_opens_what_a_row_is_about(card: ResultsCard) -> None:
    opened = QSignalSpy(card.opened)
    QTest.keyClick(card.rows, Qt.Key.Key_Return)
    assert opened.at(0)[0] == ROW


def test_what_has_no_row_cannot_be_chosen(card: ResultsCard) -> None:
    card.choose("mood")
    assert card.row == ROW


def test_the_rows_turn_into_a_table_that_can_be_copied(card: ResultsCard) -> None:
    card.rows.setFocus()
    card.toggle_table()
    assert card.shows_table
    assert card.table.hasFocus()
    assert not card.rows.isVisible()
    card.copy.click()
    assert QGuiApplication.clipboard().text().startswith("What\tWhen\tPoints")
    card.more.click()
    assert card.table.rowCount() == 3
    card.toggle_table()
    assert card.rows.hasFocus()


def test_what_is_put_aside_is_counted_and_can_be_seen(card: ResultsCard) -> None:
    card.show_seen(SEEN, frozenset(to_dismiss(ROW)), ("less pain", "more pain"))
    assert card.aside.text() == "Show 1 put aside"
    card.aside.click()
    assert titles(card)[-2:] == ["Put aside", "Poor sleep"]


def test_a_result_is_said_in_full(detail: DetailCard) -> None:
    detail.show_row(SEEN, ROW, is_aside=False, has_place=True)
    words = said(detail)
    assert words[:2] == ["Poor sleep", "clear"]
    assert any("likely between 0.8 and 1.8" in line for line in words)
    assert "Weekday, slow drift and the days before are taken into account." in words
    assert detail.place.isVisible()
    assert detail.aside.isVisible()


def test_no_clear_link_has_its_numbers_and_nothing_to_put_aside(detail: DetailCard) -> None:
    detail.show_row(SEEN, Row(TRAVEL), is_aside=False, has_place=False)
    words = said(detail)
    assert "no clear link" in words
    assert any("0.1 points higher" in line for line in words)
    assert not detail.aside.isVisible()


def test_too_few_days_say_what_is_missing(detail: DetailCard) -> None:
    detail.show_row(SEEN, Row(FEW), is_aside=False, has_place=False)
    assert any("3 days with" in line and "5 are needed" in line for line in said(detail))
    assert not any("taken into account" in line for line in said(detail))


def test_the_other_delay_of_a_factor_is_told_beside_it(detail: DetailCard) -> None:
    other = related(answered(asked_of("sleep_quality", lag=1), effect=-0.6), Label.LIKELY)
    row = Row(SLEEP, (other,))
    detail.show_row(seen_of(SLEEP, other), row, is_aside=False, has_place=False)
    assert any("0.6 points higher two days" in line and "(likely)" in line for line in said(detail))


@pytest.mark.parametrize(
    ("label", "start"),
    [
        (Label.NONE, "The other way round: No clear link so far."),
        (Label.LIKELY, "The other way round (likely): The night after days you rated pain"),
    ],
)
def test_the_other_way_round_stands_below_where_it_was_asked(
    detail: DetailCard, label: Label, start: str
) -> None:
    back = related(answered(asked_of("pain", "sleep_quality", lag=1)), label)
    detail.show_reverse(reverse_of(SEEN, page_on(200, back)))
    assert any(line.startswith(start) for line in said(detail))
    assert reverse_of(SEEN, None) == reverse_of(SEEN, page_on(200)) == ""


def test_how_a_number_was_made_is_one_click_away(qtbot: QtBot, theme: Theme) -> None:
    made = MadeCard(theme)
    qtbot.addWidget(made)
    made.show_row(SEEN, ROW)
    made.show()
    assert not any("1." in line for line in said(made))
    made.row.click()
    (steps,) = said(made)
    assert steps.startswith("1. 128 of the 200 days looked at have both sleep quality and pain.")
    assert "questions were asked" in steps
