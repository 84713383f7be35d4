"""What lies over the pages or beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from fibrojournal.app import Program
from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.settings import sample_path
from fibrojournal.text import _, long_date
from fibrojournal.ui.first_run import FirstRunWindow
from fibrojournal.ui.licences import Licences
from tests.ui.checks.visit import SIDEBAR_REST_MS, Way
from tests.ui.conftest import ALL_TOURED, Person, today_page


def _trouble(person: Person, program: Program) -> QWidget:
    """A notice with two buttons, and the toast, at once."""
    program.window.show_page("today")
    no_room = JournalNotWritable(_("There is no room left on the disk."))
    program.window._trouble.tell(no_room, leaving=True)
    what = _("{question} on {day}").format(
        question=MEASURE_BY_ID["sleep_quality"].label, day=long_date(date(2026, 9, 30))
    )
    program.window._toast.say(_("Taken back: {what}").format(what=what), _("Redo"))
    return program.window


def _sidebar(person: Person, program: Program) -> QWidget:
    """The sidebar, where it lies over the page."""
    program.window.show_page("today")
    if not program.window._side.isVisible():
        program.window._toggle_sidebar()
    today_page(program)._ratings.rows["sleep_quality"].control.setFocus()
    QTest.qWait(SIDEBAR_REST_MS)
    return program.window


def _keyboard_list(person: Person, program: Program) -> QWidget:
    program.window._show_keys()
    panel = QApplication.activeModalWidget()
    assert panel is not None
    return panel


def _licences(person: Person, program: Program) -> QWidget:
    Licences(program.theme, program.window).open()
    panel = QApplication.activeModalWidget()
    assert panel is not None
    return panel


def _menu(person: Person, program: Program) -> QWidget:
    program.window._show_menu()
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, QMenu)
    return panel


def _long_menu(person: Person, program: Program) -> QWidget:
    """The submenu with the most entries."""
    _menu(person, program)
    longest = max(program.window._menu.findChildren(QMenu), key=lambda part: len(part.actions()))
    longest.popup(program.window.mapToGlobal(program.window.rect().topLeft()))
    return longest


def _first_run(person: Person, program: Program) -> QWidget:
    window = FirstRunWindow(program.theme, person.journal, sample_path(), date(2026, 3, 12))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.resize(program.window.size())
    window.show()
    window.activateWindow()
    person.qtbot.waitUntil(window.isActiveWindow)
    return window


def _first_look(person: Person, program: Program) -> QWidget:
    """A page that somebody sees for the first time."""
    program.window._choices.change(toured="today")
    program.window.show_page("calendar")
    if not program.window._side.isVisible():
        program.window._toggle_sidebar()
    person.qtbot.waitUntil(program.window._tour.card.isVisible)
    return program.window


def _toured(program: Program) -> None:
    program.window._choices.change(toured=ALL_TOURED)
    program.window._tour._put_away()


ROOMS: dict[str, Way] = {
    "a first look": _first_look,
    "a notice and a toast": _trouble,
    "the sidebar": _sidebar,
    "keyboard list": _keyboard_list,
    "licences": _licences,
    "first run": _first_run,
    "menu": _menu,
    "the longest menu": _long_menu,
}
LEAVING: dict[str, Callable[[Program], None]] = {"a first look": _toured}
"""What brings a room back to what it was."""
