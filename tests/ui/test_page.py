"""The top of a page stays while the rest scrolls, and scrolls along where text is large."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fibrojournal.ui.page import Top
from fibrojournal.ui.widgets.buttons import IconButton
from fibrojournal.ui.widgets.scroll import ScrollPage
from tests.ui.conftest import Person, today_page


@pytest.mark.parametrize(("scale", "scrolls"), [(1.0, False), (1.15, False), (1.3, True)])
def test_the_top_scrolls_along_with_large_text_only(
    person: Person, scale: float, *, scrolls: bool
) -> None:
    page = today_page(person.start(text_scale=scale))
    area, top = page.findChild(ScrollPage), page.findChild(Top)
    assert area is not None
    assert top is not None
    assert area.isAncestorOf(top) == scrolls


def test_a_button_in_the_top_keeps_the_focus_while_the_text_grows(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    previous = page.findChild(IconButton)
    assert previous is not None
    previous.setFocus(Qt.FocusReason.TabFocusReason)
    for scale in (2.0, 1.0):
        program.theme.set_scale(scale)
        assert person.focused() is previous


def test_a_page_grows_broader_with_its_text(person: Person) -> None:
    program = person.start(size=(1600, 900), sidebar_open=False)
    top = today_page(program).findChild(Top)
    assert top is not None
    before = top.maximumWidth()
    assert before == 880 + 2 * 28
    program.theme.set_scale(2.0)
    assert top.maximumWidth() == 2 * 880 + 2 * 28
    program.theme.set_scale(0.9)
    assert top.maximumWidth() == before
