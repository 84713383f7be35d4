from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card, FoldCard
from fibrojournal.ui.widgets.labels import Label, card_title, page_title
from fibrojournal.ui.widgets.rows import RatingRow

Show = Callable[..., QWidget]


@pytest.fixture
def fold(theme: Theme, show: Show) -> FoldCard:
    """A card whose contents are made when it first opens, on a page that goes on after it."""
    card = FoldCard(theme, "More about today")

    def fill(is_open: bool) -> None:  # noqa: FBT001  Qt's signal decides
        if is_open and not card.body.count():
            for measure in ("mood", "gut"):
                card.body.addWidget(RatingRow(theme, MEASURE_BY_ID[measure]))

    card.opened.connect(fill)
    show(card, QPushButton("after"))
    card.row.setFocus(Qt.FocusReason.TabFocusReason)
    return card


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_closed_it_is_a_row_of_44_px(fold: FoldCard) -> None:
    assert fold.height() == 44
    assert not fold.is_open
    assert name(fold.row) == "More about today, closed"


def test_opening_moves_the_focus_into_it(fold: FoldCard) -> None:
    QTest.keyClick(fold.row, Qt.Key.Key_Space)
    assert fold.is_open
    assert name(fold.row) == "More about today, open"
    assert name(focused()).startswith("Mood")


def test_tab_goes_through_contents_made_late_and_then_on(fold: FoldCard) -> None:
    QTest.keyClick(fold.row, Qt.Key.Key_Space)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert name(focused()).startswith("Stomach")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert name(focused()) == "after"


def test_closing_brings_the_focus_back_to_the_row(fold: FoldCard) -> None:
    QTest.keyClick(fold.row, Qt.Key.Key_Space)
    fold.set_open(is_open=False)
    assert fold.row.hasFocus()
    assert not fold._inside.isVisible()


def test_opening_from_afar_leaves_the_focus_where_it_is(fold: FoldCard) -> None:
    after = fold.window().findChild(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(after, QPushButton)
    after.setFocus()
    fold.set_open(is_open=True)
    assert after.hasFocus()


def test_an_empty_card_keeps_the_focus_on_its_row(theme: Theme, show: Show) -> None:
    card = FoldCard(theme, "Empty")
    show(card)
    card.row.setFocus()
    QTest.keyClick(card.row, Qt.Key.Key_Space)
    assert card.row.hasFocus()


def test_a_summary_is_described_in_its_own_words(fold: FoldCard) -> None:
    interface = QAccessible.queryAccessibleInterface(fold.row)
    fold.row.set_summary("hours slept, energy · 3 noted", "3 noted")
    assert interface.text(QAccessible.Text.Description) == "3 noted"
    fold.row.set_summary("none yet")
    assert interface.text(QAccessible.Text.Description) == "none yet"


@pytest.mark.parametrize("is_open", [False, True])
def test_a_long_summary_goes_under_the_title(fold: FoldCard, *, is_open: bool) -> None:
    fold.row.set_summary("hours slept, energy, mood, stomach, activity · 3 noted")
    fold.set_open(is_open=is_open)
    assert fold.row.heightForWidth(712) == 44
    assert fold.row.heightForWidth(420) > 60
    assert fold.row.heightForWidth(200) > fold.row.heightForWidth(420)


def test_a_long_summary_is_drawn_where_it_has_room(fold: FoldCard) -> None:
    fold.row.set_summary("hours slept, energy, mood, stomach, activity · 3 noted")
    fold.window().resize(420, 400)
    QTest.qWait(10)
    assert fold.row.height() == fold.row.heightForWidth(fold.row.width()) > 60
    picture = fold.row.grab().toImage()
    below = [picture.pixel(x, y) for x in range(20, 300) for y in range(46, fold.row.height())]
    assert len(set(below)) > 1


def test_a_card_is_a_framed_surface(theme: Theme, show: Show) -> None:
    card = Card(theme)
    card.box.addWidget(card_title(theme, "What was in your day?"))
    show(card)
    picture = card.grab().toImage()
    middle = card.height() // 2
    assert picture.pixelColor(0, middle) == theme.qcolor("border")
    assert picture.pixelColor(QPoint(6, middle)) == theme.qcolor("surface")


def test_labels_follow_the_theme(theme: Theme) -> None:
    label, title = Label(theme, "Saved", role="small", color="ink_2"), page_title(theme, "Trends")
    theme.set_choice("dark")
    theme.set_scale(2.0)
    assert label.palette().windowText().color() == theme.qcolor("ink_2")
    assert label.font().pixelSize() == 28
    assert title.font().family() == "Noto Serif"
    label.set_color("ink_3")
    assert label.palette().windowText().color() == theme.qcolor("ink_3")


def test_labels_are_read_as_their_text(theme: Theme) -> None:
    label = Label(theme, "Saved <b>as</b> you go")
    assert name(label) == "Saved <b>as</b> you go"
