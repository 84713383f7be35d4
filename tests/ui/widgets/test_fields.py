"""Fields for a line of text."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from fibrojournal.ui.pages.settings.name_line import NameLine
from tests.ui.conftest import Person, today_page


def test_enter_in_a_field_presses_no_button_that_gets_the_focus_by_it(person: Person) -> None:
    program = person.start()
    triggers = today_page(program)._triggers
    triggers._ask_name()
    line = triggers.findChild(NameLine)
    assert isinstance(line, NameLine)
    pressed: list[bool] = []
    more = today_page(program)._more.row
    more.clicked.connect(lambda: pressed.append(True))
    line.named.connect(lambda _name: more.setFocus())
    person.press("R a i n Return")
    assert QApplication.focusWidget() is more
    assert pressed == []
