"""Menus: entries that can be hit, in the theme, with the chosen one marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.menu import Menu
from tests.ui.widgets.conftest import Show


@pytest.fixture
def menu(theme: Theme, show: Show) -> Iterator[Menu]:
    window = show(QWidget())
    menu = Menu(theme, "Colours", window)
    for name in ("Light", "Dark"):
        menu.addAction(name).setCheckable(True)
    yield menu
    menu.close()


def open_menu(menu: Menu) -> list[QAction]:
    window = menu.parentWidget()
    assert window is not None
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    QTest.qWait(1)
    return menu.actions()


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5, 2.0])
def test_entries_are_as_high_as_a_finger_needs(menu: Menu, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    heights = [menu.actionGeometry(action).height() for action in open_menu(menu)]

    assert min(heights) >= max(44, 44 * scale)
    assert menu.font().pixelSize() == round(15 * scale)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_is_drawn_in_the_theme(menu: Menu, theme: Theme, name: str) -> None:
    theme.set_choice(name)
    first, _second = open_menu(menu)
    menu.setActiveAction(first)
    picture, place = menu.grab().toImage(), menu.actionGeometry(first)

    assert picture.pixelColor(place.right() - 12, place.center().y()) == theme.qcolor("accent")
    below = picture.pixelColor(place.right() - 12, place.bottom() + 12)
    assert below == theme.qcolor("surface")


def test_the_chosen_entry_has_a_mark(menu: Menu) -> None:
    first, second = open_menu(menu)
    before = menu.grab().toImage()
    second.setChecked(True)
    QTest.qWait(1)
    after = menu.grab().toImage()

    places = (menu.actionGeometry(first), menu.actionGeometry(second))
    assert before.copy(places[0]) == after.copy(places[0])
    assert before.copy(places[1]) != after.copy(places[1])


def test_a_part_opens_from_its_own_entry(menu: Menu) -> None:
    part = menu.add_part("More")
    part.addAction("Inside")

    assert menu.actions()[-1].menu() is part
    assert part.accessibleName() == "More"
