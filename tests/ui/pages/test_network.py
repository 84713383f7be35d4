"""The Network page: too early, shown, chosen, and as a list."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fibrojournal import app
from fibrojournal.charts.network_view import NetworkView, network_view
from fibrojournal.charts.research_view import ResearchView
from fibrojournal.exchange.demo import create_demo
from fibrojournal.insights.links import Part
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.ui.pages import place_of
from fibrojournal.ui.pages.network.content import NOTHING_NOTED, general_picture, unseen
from fibrojournal.ui.pages.network.main_card import MainCard
from fibrojournal.ui.pages.network.page import NetworkPage
from fibrojournal.ui.pages.network.picture import NetworkPicture
from fibrojournal.ui.pages.network.side_cards import LoopCards
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.scroll import ScrollPage
from tests.charts.networks import CROWDED, LOOPED, links, too_early
from tests.ui.conftest import Person, shown_page

Key = Qt.Key


def page_of(person: Person, days: int) -> tuple[app.Program, NetworkPage]:
    """Open a made-up journal of so many days at its network."""
    if days:
        create_demo(person.journal, days, end=person.moment.date())
    program = person.start()
    page = shown_page(program, "network", NetworkPage)
    person.qtbot.waitUntil(lambda: page.found is not None, timeout=10_000)
    return program, page


def said(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> MainCard:
    """The card alone, with a network whose arrows make a loop."""
    card = MainCard(theme, "network")
    qtbot.addWidget(card)
    card.resize(700, 700)
    card.show_view(network_view(LOOPED))
    card.show()
    card.activateWindow()
    qtbot.waitUntil(lambda: card.picture.drawn is not None)
    card.picture.setFocus()
    return card


def card_parts(card: MainCard) -> tuple[Part, ...]:
    view = card.picture.view
    assert isinstance(view, NetworkView)
    return view.parts


def top_of(picture: NetworkPicture, at: int) -> float:
    assert picture.drawn is not None
    return picture.drawn.area(at).top


def press(picture: NetworkPicture, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(picture, key)


def chosen(card: MainCard) -> int | None:
    view = card.picture.view
    assert isinstance(view, NetworkView)
    return view.chosen


def test_before_day_ninety_the_general_picture_stands_there(person: Person) -> None:
    _program, page = page_of(person, 20)
    assert isinstance(page.main.view, ResearchView)
    assert "70 more days" in said(page)
    assert page.general.isHidden()
    assert page.ties.isHidden()
    assert not page.loops.cards
    told: list[object] = []
    page.subject_changed.connect(lambda subject, _why: told.append(subject))
    page.main.picture.choose(0)
    assert told == ["central_sensitization"]
    assert page.main.door.text() == "Open: Central sensitization"

    page._take(LOOPED)
    assert page.loops.cards
    view = page.main.view
    assert isinstance(view, NetworkView)
    page.main.picture.choose([part.id for part in view.parts].index("travel"))
    assert page.main.door.text() == "Open: Environment and lifestyle"

    page._take(CROWDED)
    picture = page.main.picture
    person.qtbot.waitUntil(lambda: picture.drawn is not None and picture.drawn.count > 40)
    picture.setFocus()
    press(picture, *(Key.Key_Right,) * 10)  # to the foot of the ring
    assert picture.drawn is not None
    assert picture.at is not None
    area = picture.drawn.area(picture.at)
    spot = QPoint(round(area.left + area.width / 2), round(area.top + area.height / 2))
    assert picture.visibleRegion().contains(spot)


def test_what_is_read_out_stays_in_sight_where_it_has_room(theme: Theme, qtbot: QtBot) -> None:
    area, card = ScrollPage(theme), MainCard(theme, "network")
    qtbot.addWidget(area)
    area.show_page(card)
    area.resize(760, 460)
    card.show_view(network_view(CROWDED))
    area.show()
    picture = card.picture
    qtbot.waitUntil(lambda: picture.drawn is not None and picture.height() > 460)
    words = next(one for one in card.findChildren(QLabel) if one.text() == card.words)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert words.visibleRegion().isEmpty()
    press(picture, Key.Key_Home)
    assert not words.visibleRegion().isEmpty()
    at_foot = max(range(len(card_parts(card))), key=lambda at: top_of(picture, at))
    press(picture, *(Key.Key_Right,) * at_foot)
    assert picture.at == at_foot
    foot = QPoint(picture.width() // 2, round(top_of(picture, at_foot)))
    assert picture.visibleRegion().contains(foot)


def test_an_empty_journal_has_the_general_picture_too(person: Person) -> None:
    _program, page = page_of(person, 0)
    assert page.found == NOTHING_NOTED
    assert "90 more days" in said(page)


def test_until_the_days_are_compared_words_stand_alone(person: Person) -> None:
    page = shown_page(person.start(), "network", NetworkPage)
    assert page.found is None
    assert "One moment: your days are being compared." in said(page)
    assert page.main.isHidden()


def test_a_network_is_shown_and_followed(person: Person) -> None:
    program, page = page_of(person, 240)
    view = page.main.view
    assert isinstance(view, NetworkView)
    assert view.links
    told: list[object] = []
    wanted: list[str] = []
    page.subject_changed.connect(lambda subject, _why: told.append(subject))
    page.page_wanted.connect(wanted.append)
    stress = [part.id for part in view.parts].index("stress")
    page.main.picture.choose(stress)
    assert told == [view.parts[stress]]
    assert page.main.door.text() == "Open: Stress and trauma"
    page.main.door.click()
    page.main.picture._point(stress)
    press(page.main.picture, Key.Key_Return)
    assert wanted == ["factor:stress_trauma:network"] * 2
    program.window.show_page("network")
    assert page.main.picture.hasFocus()

    page.toggle_table()
    page.focus_first()
    assert not page.main.picture.hasFocus()
    assert page.main.table.isVisible()
    assert page.main.table.rowCount() == len(view.links)
    page.general.set_open(is_open=True)
    assert page.general_view is not None
    page.general.set_open(is_open=False)
    page.general.set_open(is_open=True)  # made once
    assert page.general.body.count() == 3

    page.main.picture.choose(None)
    assert page.main.door.isHidden()
    page._open_door()  # there is none
    assert len(wanted) == 2


def test_a_change_has_it_computed_anew_when_somebody_looks(person: Person) -> None:
    program, page = page_of(person, 0)
    edits = [
        SetReading(person.moment.date() - timedelta(days=back), "pain", reading)
        for back, reading in ((30, Reading(4.0, stamp_of(person.moment))),)
    ]
    program.diary.fetch_day(
        page, edits[0].day, lambda _: (program.diary.edit(edits, "Noted"), None)[1]
    )
    person.qtbot.waitUntil(lambda: page.found != NOTHING_NOTED, timeout=10_000)
    assert page.found is not None
    assert page.found.days_needed == 89
    program.window.show_page("today")
    page._insights.changed.emit()
    assert not page._is_fresh
    program.window.show_page("network")
    person.qtbot.waitUntil(lambda: page._is_fresh)


def test_large_text_begins_with_the_list(person: Person) -> None:
    program = person.start(text_scale=1.5)
    page = shown_page(program, "network", NetworkPage)
    person.qtbot.waitUntil(lambda: page.found is not None, timeout=10_000)
    assert not page.main.picture.isVisible()
    assert page._ways.segments[1].isChecked()


def test_left_and_right_walk_the_parts(card: MainCard) -> None:
    count = len(network_view(LOOPED).parts)
    press(card.picture, Key.Key_Right)
    assert (card.picture.at, chosen(card)) == (0, 0)
    press(card.picture, Key.Key_Left)
    assert chosen(card) == count - 1
    press(card.picture, Key.Key_Home)
    assert chosen(card) == 0
    press(card.picture, Key.Key_End)
    assert chosen(card) == count - 1


def test_left_alone_begins_at_the_last_part(card: MainCard) -> None:
    press(card.picture, Key.Key_Left)
    assert chosen(card) == len(network_view(LOOPED).parts) - 1


def test_up_and_down_walk_the_arrows_of_a_part(card: MainCard) -> None:
    view = network_view(LOOPED)
    pain = [part.id for part in view.parts].index("pain")
    card.picture._point(pain)
    card.picture.choose(pain)
    seen = []
    for _step in view.touching(view.parts[pain]):
        press(card.picture, Key.Key_Down)
        seen.append(chosen(card))
    assert tuple(seen) == view.touching(view.parts[pain])
    press(card.picture, Key.Key_Down)
    assert chosen(card) == pain
    press(card.picture, Key.Key_Up)
    assert chosen(card) == seen[-1]


def test_what_is_chosen_is_read_out_and_escape_lets_go(card: MainCard) -> None:
    press(card.picture, Key.Key_Right)
    assert card.words == network_view(LOOPED).read_out(0)
    press(card.picture, Key.Key_Escape)
    assert chosen(card) is None
    assert card.words.startswith("Left and Right walk")


def test_a_click_chooses_and_a_click_beside_lets_go(card: MainCard) -> None:
    assert card.picture.drawn is not None
    area = card.picture.drawn.area(1)
    spot = card.picture.rect().topLeft()
    spot.setX(round(area.left + area.width / 2))
    spot.setY(round(area.top + area.height / 2))
    QTest.mouseMove(card.picture, spot)
    card.picture._point(1)
    QTest.mouseClick(card.picture, Qt.MouseButton.LeftButton, pos=spot)
    assert chosen(card) == 1
    card.picture._point(None)
    assert card.words == network_view(LOOPED).read_out(1)  # what stands out stays read out
    QTest.mouseClick(card.picture, Qt.MouseButton.RightButton, pos=spot)
    assert chosen(card) == 1
    QTest.mouseClick(card.picture, Qt.MouseButton.LeftButton, pos=spot)
    assert chosen(card) is None


def test_a_row_of_the_list_is_chosen_like_its_arrow(card: MainCard) -> None:
    told: list[object] = []
    card.chosen.connect(told.append)
    card.table.setCurrentCell(0, 0)
    assert not told  # nobody is there
    card.show_list(on=True)
    card.table.setFocus()
    card.table.setCurrentCell(2, 0)
    assert told[-1] == len(network_view(LOOPED).parts) + 2
    card.table.setCurrentCell(-1, -1)
    assert told[-1] == len(network_view(LOOPED).parts) + 2


def test_the_general_picture_can_be_walked_too(card: MainCard) -> None:
    told: list[object] = []
    card.chosen.connect(told.append)
    view = general_picture(too_early(30))
    card.show_view(view)
    card.picture.repaint()
    card.picture._later.stop()
    card.picture._draw()
    press(card.picture, Key.Key_Home)
    assert told == [0]
    assert card.words == view.read_out(0)
    card.show_list(on=True)
    assert card.table.rowCount() == 10
    card.table.setFocus()
    card.table.setCurrentCell(1, 0)
    assert told[-1] == 1


def test_where_nothing_was_found_words_stand_alone(card: MainCard) -> None:
    card.show_view(network_view(links()))
    assert card.picture.isHidden()
    assert card.table.isHidden()
    assert "No arrow so far." in said(card)


def test_the_list_holds_the_arrows_alone(card: MainCard) -> None:
    card.show_view(network_view(CROWDED))
    assert card.table.rowCount() == len(CROWDED.links)


def test_a_row_says_in_words_what_is_drawn_before_them(card: MainCard) -> None:
    card.show_list(on=True)
    table = card.table
    texts = [table.model().index(1, column).data() for column in range(table.columnCount())]
    assert texts == [
        "Poor sleep",
        "Pain",
        "1.3 higher (0.7 to 2.0)\ntwo days later",
        "likely, loop 1",
        "200",
    ]
    assert table.room_before(1) > table.room_before(0) > 0
    assert table.room_before(4) == 0


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_markers_stand_before_the_words(card: MainCard, way: Qt.LayoutDirection) -> None:
    card.setLayoutDirection(way)
    card.show_list(on=True)
    table = card.table
    place = table.visualRect(table.model().index(0, 0)).translated(table.viewport().pos())
    picture = table.grab(place).toImage()
    pain = card._theme.measure_qcolor("pain").name()
    seen = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).name() == pain
    ]
    assert seen
    is_left = sum(seen) / len(seen) < picture.width() / 2
    assert is_left is (way == Qt.LayoutDirection.LeftToRight)


def test_in_large_text_the_words_stand_alone(card: MainCard) -> None:
    card._theme.set_scale(2.0)
    assert not any(card.table.room_before(column) for column in range(5))
    card._theme.set_scale(1.0)


def test_loops_are_told_in_words(theme: Theme, qtbot: QtBot) -> None:
    cards = LoopCards(theme)
    qtbot.addWidget(cards)
    cards.show_links(LOOPED)
    cards.show()
    assert "Loop 1: Pain and poor sleep may feed each other." in said(cards)
    assert "something else behind both" in said(cards)
    cards.show_links(links())
    assert cards.isHidden()


def test_the_network_has_a_page_in_place_of_a_factors_place() -> None:
    assert place_of("network", "reading") == "network"
    assert place_of("sleep", "reading") == "factor:sleep:reading"
    assert place_of("sleep") == "factor:sleep"


def test_what_a_diary_hardly_sees_is_named() -> None:
    assert {one.id for one in unseen()} == {
        "central_sensitization",
        "neurotransmitters",
        "immune",
        "genetics",
        "small_fiber",
        "hpa_axis",
    }
