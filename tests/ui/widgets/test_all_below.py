"""What stands in a widget is found without taking it from where it stands."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import all_below
from fibrojournal.ui.widgets.scroll import ScrollPage


class Page(QWidget):
    """A label in a part."""

    def __init__(self) -> None:
        super().__init__()
        part = QWidget()
        QVBoxLayout(self).addWidget(part)
        QVBoxLayout(part).addWidget(QLabel("Pain"))


def whole(qtbot: QtBot) -> tuple[QWidget, Page]:
    window, page = QWidget(), Page()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(page)
    return window, page


def test_each_comes_before_what_stands_in_it(qtbot: QtBot) -> None:
    window, page = whole(qtbot)
    found = list(all_below(window))
    assert found[0] is page
    assert [type(one) for one in found] == [Page, QWidget, QLabel]


def test_what_is_found_stays_where_it_stands(qtbot: QtBot) -> None:
    window, page = whole(qtbot)
    (part,) = (one for one in all_below(window) if one.parentWidget() is page)
    list(all_below(window))
    assert any(holder is page for holder in gc.get_referrers(part))
    assert not any(holder is window for holder in gc.get_referrers(part))


def test_a_page_that_scrolls_is_held_while_qt_has_it(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(ScrollPage(theme))
    (area,) = theme._held.values()
    assert isinstance(area, ScrollPage)
    del area
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not theme._held
