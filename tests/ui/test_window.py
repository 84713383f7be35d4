"""The window: pages, panes, looks, a new day, a journal changed from outside, and leaving."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from fibrojournal import app, settings
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import Edit, SetReading
from fibrojournal.journal.errors import JournalNotWritable, JournalOpen, NotAJournal
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui import window_place
from fibrojournal.ui.keyboard_list import KeyboardList
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.page import Page
from fibrojournal.ui.pages.calendar.page import CalendarPage
from fibrojournal.ui.pages.today.page import TodayPage
from fibrojournal.ui.pages.trends.page import TrendsPage
from fibrojournal.ui.widgets.notice import Notice
from fibrojournal.ui.widgets.scroll import ScrollPage
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


def front(window: MainWindow) -> Page:
    page = window._stack.currentWidget()
    assert isinstance(page, Page)
    return page


def write_from_outside(journal: Path, day: date, pain: float) -> None:
    """What a command does while the window is open."""
    stamp = stamp_of(datetime(2026, 3, 12, 12, tzinfo=ZoneInfo("Europe/Berlin")))
    with JournalFile.open(journal) as other:
        other.save([SetReading(day, "pain", Reading(pain, stamp))])


def test_each_page_has_its_key(person: Person) -> None:
    program = person.start()
    for keys, kind in (
        ("Control+2", CalendarPage),
        ("Control+3", TrendsPage),
        ("Control+1", TodayPage),
    ):
        person.press(keys)
        assert isinstance(front(program.window), kind)


def test_a_page_asked_for_too_early_comes_as_soon_as_it_can(person: Person) -> None:
    program = person.start(ready=False)
    program.window.show_page("trends")
    assert isinstance(front(program.window), TodayPage)
    app.go_on(program, lambda: None)
    person.qtbot.waitUntil(lambda: isinstance(front(program.window), TrendsPage), timeout=20_000)


def test_ctrl_d_comes_back_to_today_from_anywhere(person: Person) -> None:
    program = person.start()
    program.window.open_day(date(2020, 5, 5))
    program.window.show_page("calendar")
    person.press("Control+D")
    page = front(program.window)
    assert isinstance(page, TodayPage)
    person.qtbot.waitUntil(lambda: page.day == TODAY)


def test_f6_goes_round_the_parts_of_the_window(person: Person) -> None:
    program = person.start()
    parts = []
    for _turn in range(4):
        focused = person.focused()
        parts.append(
            "navigation"
            if program.window._navigation.isAncestorOf(focused)
            else "sidebar"
            if program.window._side.isAncestorOf(focused)
            else "page"
        )
        person.press("F6")
    assert parts == ["page", "sidebar", "navigation", "page"]
    person.press("Shift+F6")
    assert front(program.window).isAncestorOf(person.focused())


def test_the_sidebar_follows_the_focus_without_taking_it(person: Person) -> None:
    program = person.start()
    sidebar = program.window._side._sidebar
    assert sidebar is not None
    person.press("Tab")
    held = person.focused()
    person.qtbot.waitUntil(lambda: sidebar.topic_id == "sleep", timeout=2_000)
    assert person.focused() is held


def test_f9_closes_the_sidebar_and_that_is_remembered(person: Person) -> None:
    program = person.start()
    person.press("F9")
    assert not program.window._side.isVisible()
    assert settings.load(settings.settings_path()).sidebar_open is False


def test_in_a_narrow_window_the_sidebar_lies_over_the_page(person: Person) -> None:
    program = person.start(size=(1000, 700))
    side = program.window._side
    assert not side.isVisible()
    width = front(program.window).width()
    person.press("F9")
    assert side.isVisible()
    assert front(program.window).width() == width
    assert side.geometry().right() == program.window._whole.rect().right()


def test_in_a_very_narrow_window_names_stand_under_their_icons(person: Person) -> None:
    program = person.start(size=(960, 640))
    assert program.window._navigation.width() < 120
    program.window.resize(1280, 800)
    QApplication.processEvents()
    assert program.window._navigation.width() == 200


def test_colours_and_text_size_change_and_are_remembered(person: Person) -> None:
    program = person.start()
    program.window._choices.set_theme("dark")
    person.press("Control+Plus")
    assert program.theme.name == "dark"
    assert program.theme.scale == 1.15
    kept = settings.load(settings.settings_path())
    assert (kept.theme, kept.text_scale) == ("dark", 1.15)
    person.press("Control+Minus Control+Minus Control+0")
    assert program.theme.scale == 1.0


def test_the_keyboard_list_holds_every_key(person: Person) -> None:
    program = person.start()
    person.press("F1")
    keys = program.window.findChild(KeyboardList)
    assert keys is not None
    items = [keys.table.item(row, 1) for row in range(keys.table.rowCount())]
    shown = {item.text() for item in items if item is not None}
    assert {"Ctrl+Z", "F9", "Ctrl+T", "M"} <= shown
    keys.accept()


def test_the_menu_opens_by_key_and_holds_every_command(person: Person) -> None:
    program = person.start()
    names = {
        action.text()
        for part in program.window._menu.findChildren(QMenu)
        for action in part.actions()
    }
    assert {"Undo", "Reading sidebar", "Dark", "Keyboard list", "Quit"} <= names
    person.press("F10")
    assert program.window._menu.isVisible()
    program.window._menu.close()


def test_a_new_day_shows_by_itself_when_the_form_rests(person: Person) -> None:
    program = person.start()
    person.moment = datetime(2026, 3, 13, 3, 59, tzinfo=ZoneInfo("Europe/Berlin"))
    program.window._watch.look()
    page = today_page(program)
    assert page.day == TODAY
    person.moment = datetime(2026, 3, 13, 4, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    program.window._watch.look()
    person.qtbot.waitUntil(lambda: page.day == TODAY + timedelta(days=1))


def test_a_new_day_waits_while_the_form_is_in_use(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.moment = datetime(2026, 3, 13, 4, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    program.window._watch.look()
    QTest.qWait(30)
    page = today_page(program)
    assert page.day == TODAY
    notice = program.window._notices.notice
    assert "new day" in notice.text
    assert page._top._forward.isEnabled()
    notice._buttons[0].click()
    person.qtbot.waitUntil(lambda: page.day == TODAY + timedelta(days=1))


def test_what_a_command_writes_shows_in_the_open_window(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    write_from_outside(person.journal, TODAY, 8)
    control = page._ratings.rows["pain"].control
    person.qtbot.waitUntil(lambda: control.answer == 8, timeout=5_000)


def test_our_own_saves_are_no_change_from_outside(person: Person) -> None:
    program = person.start()
    told: list[bool] = []
    program.diary.journal_changed.connect(lambda: told.append(True))
    person.press("6")
    person.saved(program)
    program.diary.look_for_changes()
    QTest.qWait(500)
    assert not told


class _FullDisk:
    """Stands before the real store and refuses to write while the disk is full."""

    def __init__(self, store: object) -> None:
        self._store = store
        self.is_full = True

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def save(self, edits: list[Edit]) -> None:
        if self.is_full:
            raise JournalNotWritable("The disk is full.")
        self._store.save(edits)  # type: ignore[attr-defined]


def test_what_cannot_be_saved_is_kept_and_tried_again(person: Person) -> None:
    program = person.start()
    disk = _FullDisk(program.diary._store)
    program.diary._store = disk  # type: ignore[assignment]
    person.press("6 Tab 3")
    notice = program.window._notices.notice
    person.qtbot.waitUntil(notice.isVisible)
    assert "kept here" in notice.text
    assert "The disk is full." in notice.text
    assert program.diary.has_unsaved
    disk.is_full = False
    notice._buttons[0].click()
    person.saved(program)
    person.qtbot.waitUntil(lambda: not notice.isVisible())
    journal = QuickJournal.open(person.journal)
    assert journal is not None
    with journal:
        assert set(journal.day(TODAY).readings) == {"pain", "sleep_quality"}


def test_leaving_waits_for_what_is_not_saved_and_can_be_insisted_on(person: Person) -> None:
    program = person.start()
    disk = _FullDisk(program.diary._store)
    program.diary._store = disk  # type: ignore[assignment]
    person.press("6")
    program.window.close()
    notice = program.window._notices.notice
    person.qtbot.waitUntil(lambda: len(notice._buttons) == 2)
    assert program.window.isVisible()
    assert notice._buttons[1].text() == "Close without saving"
    notice._buttons[1].click()
    assert not program.window.isVisible()


def test_the_window_comes_back_where_it_was(person: Person) -> None:
    program = person.start(size=(970, 660))
    person.leave(program)
    again = person.start(ready=False)
    window_place.restore(again.window, (1280, 800))
    # The off-screen screen is 800 px wide, so only the height can tell.
    assert again.window.height() == 660


HOLD_IT = """
import sys
from pathlib import Path
from fibrojournal.journal.errors import JournalBusy
from fibrojournal.storage import lock
try:
    held = lock.hold(Path(sys.argv[1]))
except JournalBusy as refused:
    sys.exit(str(refused))
print("held", flush=True)
sys.stdin.read()
"""


def another_program(journal: Path) -> subprocess.Popen[str]:
    """Start a program that takes the journal's lock and holds it until its input ends."""
    # The lock belongs to the program, so only another one can find it taken.
    return subprocess.Popen(
        [sys.executable, "-c", HOLD_IT, str(journal)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_an_open_window_holds_its_journal(person: Person) -> None:
    person.start()
    out, err = another_program(person.journal).communicate(timeout=20)
    assert "open in another window" in err
    assert not out


def test_a_second_window_is_refused_before_it_writes(person: Person) -> None:
    QuickJournal.create(person.journal).close()
    with another_program(person.journal) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        program = person.start(ready=False)
        refusals: list[BaseException] = []
        app.go_on(program, lambda: pytest.fail("it went on"), refusals.append)
        person.qtbot.waitUntil(lambda: bool(refusals))
        other.communicate()
    assert isinstance(refusals[0], JournalOpen)


def test_a_journal_that_was_replaced_while_the_window_came_up_is_refused(person: Person) -> None:
    QuickJournal.create(person.journal).close()
    program = person.start(ready=False)
    other = person.home / "other.fjnl"
    QuickJournal.create(other).close()
    other.replace(person.journal)
    refusals: list[BaseException] = []
    app.go_on(program, lambda: pytest.fail("it went on"), refusals.append)
    person.qtbot.waitUntil(lambda: bool(refusals))
    assert "replaced" in str(refusals[0])


def test_an_empty_file_becomes_a_journal(person: Person) -> None:
    person.journal.touch()
    program = person.start()
    person.press("6")
    person.saved(program)


def test_a_path_that_is_no_journal_is_refused_in_a_sentence(person: Person) -> None:
    person.journal.write_text("a letter to my aunt")
    with pytest.raises(NotAJournal) as refused:
        app.start(person.journal, settings.Settings(), lambda: person.moment)
    assert str(refused.value).endswith(".")
    assert person.journal.read_text() == "a letter to my aunt"


def test_sample_days_say_so_on_every_page(person: Person) -> None:
    QuickJournal.create(person.journal, sample=True).close()
    program = person.start()
    strips = [n for n in program.window.findChildren(Notice) if n.text == "Sample data, made up"]
    for page in ("today", "calendar", "trends"):
        program.window.show_page(page)
        assert [strip.isVisible() for strip in strips] == [True]


def test_enter_presses_the_button_in_focus(person: Person) -> None:
    program = person.start()
    item = program.window._navigation._items["trends"]
    item.setFocus()
    person.press("Return")
    assert program.window._front is program.window._pages["trends"]


def test_a_low_window_with_large_text_scrolls_its_navigation(person: Person) -> None:
    program = person.start(size=(960, 640), text_scale=2.0)
    assert program.window.height() == 640
    navigation = program.window._navigation
    menu = navigation.menu_button
    assert menu.mapTo(navigation, menu.rect().center()).y() > navigation.height()
    menu.setFocus(Qt.FocusReason.TabFocusReason)
    person.qtbot.waitUntil(
        lambda: navigation.rect().contains(menu.mapTo(navigation, menu.rect().center()))
    )
    width = navigation.width()
    program.window.resize(960, 1500)
    person.qtbot.waitUntil(lambda: navigation.width() == width - ScrollPage.GUTTER)


def test_all_entries_fit_the_smallest_window(person: Person) -> None:
    program = person.start(size=(960, 640))
    navigation = program.window._navigation
    person.qtbot.waitUntil(lambda: navigation._column.sizeHint().height() <= 640)
    assert not navigation._has_bar
    program.window.resize(960, 1000)
    person.qtbot.waitUntil(lambda: not navigation._is_tight)
