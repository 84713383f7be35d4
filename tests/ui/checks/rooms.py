"""All that a person can have in front of them, and the way there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from fibrojournal.app import Program
from fibrojournal.exchange.guesses import role_for
from fibrojournal.journal.chosen import set_place
from fibrojournal.journal.edits import set_own
from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.journal.measures import MEASURE_BY_ID, Place
from fibrojournal.journal.questions import own_measure
from fibrojournal.journal.scoring import CheckIn, SymptomAnswers
from fibrojournal.settings import sample_path
from fibrojournal.text import _, long_date
from fibrojournal.ui.first_run import FirstRunWindow
from fibrojournal.ui.licences import Licences
from fibrojournal.ui.now_panel import NowPanel
from fibrojournal.ui.pages.body.page import BodyMapPage
from fibrojournal.ui.pages.bring_in.page import BringInPage
from fibrojournal.ui.pages.check_in.feelings import FeelingsPage
from fibrojournal.ui.pages.check_in.page import CheckInPage
from fibrojournal.ui.pages.data.delete_all import DeleteAllPage
from fibrojournal.ui.pages.data.export import ExportPage
from fibrojournal.ui.pages.events.page import EventPage
from fibrojournal.ui.pages.history.page import HistoryPage
from fibrojournal.ui.pages.lock.page import LockPage
from fibrojournal.ui.pages.medication.page import MedicationPage
from fibrojournal.ui.pages.restore.page import RestorePage
from fibrojournal.ui.pages.search.page import SearchPage
from fibrojournal.ui.pages.settings.questions_card import QuestionsCard
from fibrojournal.ui.pages.today.day_menu import DayMenu
from fibrojournal.ui.pages.today.hard_day import HardDayPage
from fibrojournal.ui.pages.today.move_day import MoveDayPage
from fibrojournal.ui.pages.today.past_days import PastDaysPage
from fibrojournal.ui.pages.trends.page import TrendsPage
from fibrojournal.ui.widgets.chart_picture import ChartPicture
from fibrojournal.ui.widgets.passphrase import NewPassphrase
from tests.ui.conftest import Person, shown_page, today_page

OWN_QUESTIONS = ("ice", "cold")
"""Questions of the person's own."""
OLD_DIARY = ("Date", "pain", "a rather long name of a column", "note")
"""The columns of a file to bring in; the first names the file as well."""
SIDEBAR_REST_MS = 450
LONG_DAY = date(2025, 9, 24)
PART_OF_A_WORD, NEARLY_A_WORD = "th", "gardn"
"""What is typed into the search, the second only like a word of the notes."""


@dataclass(frozen=True)
class Visit:
    """Someone in a room: who, in which program, and the window or panel in front."""

    person: Person
    program: Program
    room: str
    front: QWidget

    @property
    def widgets(self) -> list[QWidget]:
        """Everything that shows now, the front itself included."""
        return [w for w in (self.front, *self.front.findChildren(QWidget)) if w.isVisible()]


def settle(turns: int = 20) -> None:
    """Let layouts, scrolling and drawing come to rest."""
    for _turn in range(turns):
        QTest.qWait(1)


def _today(person: Person, program: Program) -> QWidget:
    program.window.show_page("today")
    return program.window


def _another_day(person: Person, program: Program) -> QWidget:
    """A day with a long name, and the way back to today."""
    program.window.open_day(LONG_DAY)
    person.qtbot.waitUntil(lambda: today_page(program).day == LONG_DAY)
    return program.window


def _today_open(person: Person, program: Program) -> QWidget:
    page = today_page(program)
    program.window.show_page("today")
    page._note.set_open(is_open=True)
    page._triggers._ask_name()
    if not page._more.is_open:
        page.open_more()
    assert page._more.topics is not None
    night = page._more.topics.buttons[0]
    if not night.isChecked():
        night.click()
    return program.window


def _hard_day(person: Person, program: Program) -> QWidget:
    """With the offer of the Quiet view, which comes once."""
    page = shown_page(program, "hard_day", HardDayPage)
    page._offer.show()
    return program.window


def _hard_day_done(person: Person, program: Program) -> QWidget:
    _hard_day(person, program)
    program.window._front._finish()  # type: ignore[attr-defined]
    return program.window


def _past_days(person: Person, program: Program) -> QWidget:
    page = shown_page(program, "past_days", PastDaysPage)
    person.qtbot.waitUntil(lambda: bool(page._about.text()), timeout=10_000)
    return program.window


def _now(person: Person, program: Program) -> QWidget:
    program.window._actions["now"].trigger()
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NowPanel))
    panel = QApplication.activeModalWidget()
    assert panel is not None
    return panel


def history(person: Person, program: Program) -> HistoryPage:
    """Go to the past values of today and wait for them."""
    page = shown_page(program, "history", HistoryPage)
    person.qtbot.waitUntil(page._card.isVisible)
    return page


def _history(person: Person, program: Program) -> QWidget:
    history(person, program)
    return program.window


def body_map(person: Person, program: Program) -> BodyMapPage:
    """Go to the body map of today and wait until it is read."""
    page = shown_page(program, "body_map", BodyMapPage)
    person.qtbot.waitUntil(lambda: page._is_read)
    return page


def medication(person: Person, program: Program) -> MedicationPage:
    """Go to the medicines of today and wait until the day is read."""
    page = shown_page(program, "medication", MedicationPage)
    page._leave_new()
    page._close_medicine()
    page.focus_first()
    return page


def _medication(person: Person, program: Program) -> QWidget:
    """All that is listed, and the cards of one medicine."""
    page = medication(person, program)
    page._lists._earlier.set_open(is_open=True)
    if "long" in program.diary.common.medicines:
        page._open_medicine("long")
        page._course.form.dose.field.setText("forty")
        page._course.form.plan()
    return program.window


def _medicine_added(person: Person, program: Program) -> QWidget:
    """The form of a new one, with a time that is none and a day of its own."""
    page = medication(person, program)
    page._ask_new()
    form = page._adding.form
    for chip in form.when.chips:
        if chip.id in ("morning", "bedtime"):
            chip.click()
    form.times["morning"].field.setText("late")
    form.plan()
    page._adding._add()
    page._adding.since._choice.options[-1].click()
    return program.window


def _body_map(person: Person, program: Program) -> QWidget:
    """Two marked areas, with how strong they hurt."""
    page = body_map(person, program)
    for area in ("neck", "lower_back"):
        page._tick(area, on=True)
    page._strengths.set_open(is_open=True)
    return program.window


def _body_over_time(person: Person, program: Program) -> QWidget:
    page = body_map(person, program)
    page._segments.segments[-1].click()
    person.qtbot.waitUntil(page._over.isVisible)
    return program.window


def _body_table(person: Person, program: Program) -> QWidget:
    _body_over_time(person, program)
    page = program.window._front
    if not page._over.shows_table:  # type: ignore[attr-defined]
        page.toggle_table()
    return program.window


def events(program: Program) -> EventPage:
    """Go to the events."""
    return shown_page(program, "event", EventPage)


def _events(person: Person, program: Program) -> QWidget:
    """A new event that lacks something."""
    events(program)._let_be()
    return program.window


def _event_changed(person: Person, program: Program) -> QWidget:
    """An event of several days with a long name, as it is changed."""
    page = events(program)
    page._list.buttons[0].click()
    page._form._spans.segments[1].click()
    return program.window


def check_in(person: Person, program: Program) -> CheckInPage:
    """Go to the check-in and wait until it is read."""
    page = shown_page(program, "check_in", CheckInPage)
    person.qtbot.waitUntil(lambda: page._day is not None)
    return page


def _check_in_where(person: Person, program: Program) -> QWidget:
    page = check_in(person, program)
    page._answer(CheckIn(frozenset({"neck"})))
    page._show_step(0)
    page.focus_first()
    return program.window


def _check_in_how(person: Person, program: Program) -> QWidget:
    page = check_in(person, program)
    page._show_step(1)
    page.focus_first()
    return program.window


def _check_in_result(person: Person, program: Program) -> QWidget:
    page = check_in(person, program)
    page._answer(CheckIn(frozenset({"neck"}), SymptomAnswers(2, 3, 2, 1, 0, 1), lasting=True))
    page._show_step(2)
    page.focus_first()
    return program.window


def feelings(person: Person, program: Program) -> FeelingsPage:
    """Go to mood, worry and change and wait until today is read."""
    page = shown_page(program, "feelings", FeelingsPage)
    person.qtbot.waitUntil(lambda: page._day is not None)
    return page


def _feelings(person: Person, program: Program) -> QWidget:
    feelings(person, program)
    return program.window


def _day_menu(person: Person, program: Program) -> QWidget:
    program.window.show_page("today")
    today_page(program).findChild(DayMenu).click()  # type: ignore[union-attr]
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, QMenu)
    return panel


def _calendar(person: Person, program: Program) -> QWidget:
    program.window.show_page("calendar")
    front = program.window._front
    person.qtbot.waitUntil(lambda: front._content is not None)  # type: ignore[attr-defined]
    return program.window


def _calendar_table(person: Person, program: Program) -> QWidget:
    _calendar(person, program)
    program.window._front.toggle_table()
    return program.window


def trends(person: Person, program: Program) -> TrendsPage:
    """Go to Trends and wait for its picture."""
    page = shown_page(program, "trends", TrendsPage)
    picture = page.findChild(ChartPicture)
    assert picture is not None
    person.qtbot.waitUntil(lambda: not picture.pixmap().isNull())
    return page


def _trends(person: Person, program: Program) -> QWidget:
    trends(person, program)
    return program.window


def _trends_of_two(person: Person, program: Program) -> QWidget:
    page = trends(person, program)
    sleep = page._toggles["sleep_quality"]
    sleep.click()
    person.qtbot.waitUntil(lambda: sleep.text() in page._sentence.text())
    return program.window


def _trends_table(person: Person, program: Program) -> QWidget:
    trends(person, program).toggle_table()
    return program.window


def _search(person: Person, program: Program) -> QWidget:
    """Some days that were found."""
    page = shown_page(program, "search", SearchPage)
    page._field.setText(PART_OF_A_WORD)
    person.qtbot.waitUntil(lambda: bool(page._found.list.rows))
    return program.window


def _search_nothing(person: Person, program: Program) -> QWidget:
    """Nothing was found, but something like it."""
    _search(person, program)
    page = program.window._front
    assert isinstance(page, SearchPage)
    page._field.setText(NEARLY_A_WORD)
    person.qtbot.waitUntil(page._found._near.isVisible)
    return program.window


def _settings(person: Person, program: Program) -> QWidget:
    program.window.show_page("settings")
    return program.window


def _profile(person: Person, program: Program) -> QWidget:
    program.window.show_page("profile")
    return program.window


def _arranging(person: Person, program: Program) -> QWidget:
    """The questions of Settings, with all that can be opened there."""
    ids = ("own:ice", "own:cold")
    ice, cold = (own_measure(id, name) for id, name in zip(ids, OWN_QUESTIONS, strict=True))
    edits = [set_own(ice), set_own(cold), set_place(ice, Place.TODAY)]
    program.diary.edit(edits, "Two questions")
    program.window.show_page("settings")
    card = program.window.findChild(QuestionsCard)
    assert isinstance(card, QuestionsCard)
    row = card.rows.row_of("own:ice")
    assert row is not None
    row.edit.click()
    card.joining.ask_whose(*OWN_QUESTIONS, 3)
    card.add.click()
    return program.window


def _arranged(program: Program) -> None:
    card = program.window.findChild(QuestionsCard)
    assert isinstance(card, QuestionsCard)
    card.close_form()
    program.diary.undo()


def _move_day(person: Person, program: Program) -> QWidget:
    page = shown_page(program, "move_day", MoveDayPage)
    person.qtbot.waitUntil(lambda: page._goal is not None)
    return program.window


def _restore(person: Person, program: Program) -> QWidget:
    """A copy from which some days differ."""
    page = shown_page(program, "restore", RestorePage)
    person.qtbot.waitUntil(page._found.isVisible)
    return program.window


def _bring_in(person: Person, program: Program) -> QWidget:
    """A file with rows that need a look, and a date that can be read in two ways."""
    page = shown_page(program, "bring_in", BringInPage)
    path = person.home / f"{OLD_DIARY[0]}.csv"
    rows = f"01/02/2026;3;30;\n02/02/2026;14;40;{OLD_DIARY[0]}\n02/02/2026;3;20;\n03/02/2026;4;5;\n"
    path.write_text(f"{';'.join(OLD_DIARY)}\n{rows}", "utf-8")
    page._over.open(path)
    person.qtbot.waitUntil(lambda: page._over.preview is not None)
    assert page._over.plan is not None
    page._over.choose_role(1, role_for("pain", page._over.plan.sheet, 1, program.diary.questions))
    person.qtbot.waitUntil(page._columns.rows[1].how.isVisible)
    page.focus_first()
    return program.window


def _bring_in_nothing(person: Person, program: Program) -> QWidget:
    """No file is chosen; the one before could not be read."""
    page = shown_page(program, "bring_in", BringInPage)
    page._leave()
    program.window.show_page("bring_in")
    path = person.home / "nothing.csv"
    path.touch()
    page._over.open(path)
    person.qtbot.waitUntil(page._trouble.isVisible)
    page.focus_first()
    return program.window


def _export(person: Person, program: Program) -> QWidget:
    """After an export that could not be written."""
    page = shown_page(program, "export", ExportPage)
    page.write(person.home / "1" / "2")
    person.qtbot.waitUntil(page._line.isVisible)
    return program.window


def _delete_all(person: Person, program: Program) -> QWidget:
    page = shown_page(program, "delete_all", DeleteAllPage)
    person.qtbot.waitUntil(page.ways.isVisible)
    return program.window


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


def _lock_page(program: Program) -> LockPage:
    page = shown_page(program, "lock", LockPage)
    page.begin()
    page.focus_first()
    return page


def _lock(person: Person, program: Program) -> QWidget:
    """The first step, with two passphrases that differ."""
    asked = _lock_page(program)._asked
    assert isinstance(asked, NewPassphrase)
    asked.first.setText("rain tomato lamp brick")
    asked.second.setText("another")
    return program.window


def _lock_code(person: Person, program: Program) -> QWidget:
    """The second step, with a wrong group typed back."""
    page = _lock_page(program)
    page.check("rain tomato lamp brick")
    assert page._code is not None
    page._code.field.setText("oooo")
    page._code.field.setFocus()
    return program.window


def _lock_one_group(person: Person, program: Program) -> QWidget:
    page = _lock_page(program)
    page.check("rain tomato lamp brick")
    assert page._code is not None
    page._code._switch.click()
    return program.window


ROOMS: dict[str, Callable[[Person, Program], QWidget]] = {
    "today": _today,
    "today, all open": _today_open,
    "another day": _another_day,
    "hard day": _hard_day,
    "hard day, done": _hard_day_done,
    "past days": _past_days,
    "how is it now": _now,
    "history": _history,
    "move a day": _move_day,
    "body map": _body_map,
    "body map over time": _body_over_time,
    "body map as a table": _body_table,
    "medication": _medication,
    "a medicine, added": _medicine_added,
    "events": _events,
    "an event, changed": _event_changed,
    "check-in, where": _check_in_where,
    "check-in, how": _check_in_how,
    "check-in, the result": _check_in_result,
    "mood, worry and change": _feelings,
    "calendar": _calendar,
    "calendar as a table": _calendar_table,
    "trends": _trends,
    "trends of two": _trends_of_two,
    "trends as a table": _trends_table,
    "search": _search,
    "search, nothing found": _search_nothing,
    "settings": _settings,
    "settings, arranging": _arranging,
    "lock": _lock,
    "about you": _profile,
    "restore": _restore,
    "bring in": _bring_in,
    "export": _export,
    "delete everything": _delete_all,
    "bring in, no file": _bring_in_nothing,
    "a notice and a toast": _trouble,
    "the sidebar": _sidebar,
    "keyboard list": _keyboard_list,
    "licences": _licences,
    "first run": _first_run,
    "the day's menu": _day_menu,
    "menu": _menu,
    "the longest menu": _long_menu,
}


def _as_it_is(program: Program) -> None:
    """Leave a room that needs nothing put back."""


LEAVING: dict[str, Callable[[Program], None]] = {"settings, arranging": _arranged}
"""What brings a room back to what it was."""
SETTING_UP: dict[str, Callable[[Person, Program], QWidget]] = {
    "lock, the code": _lock_code,
    "lock, one group": _lock_one_group,
}
"""Steps that take the place of others; they have a test of their own in `test_lock_rooms`."""
ALONE = ("keyboard list", "licences", "first run", "how is it now")
"""What is a window of its own."""
IN_WINDOW = tuple(room for room in ROOMS if "menu" not in room and room not in ALONE)


@contextmanager
def visiting(person: Person, program: Program, room: str) -> Iterator[Visit]:
    """Go to a room, and leave it as it was."""
    window = program.window
    sidebar = window._side.isVisible()
    front = ROOMS[room](person, program)
    settle()
    yield Visit(person, program, room, front)
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    if front is not window:
        front.close()
    window._notices.notice.hide()
    window._toast.leave()
    window.show_page("today")  # beside which the sidebar has room: elsewhere it is away
    if window._side.isVisible() != sidebar:
        window._toggle_sidebar()
    LEAVING.get(room, _as_it_is)(program)
    page = today_page(program)
    page._triggers._name.hide()
    if page.day != page.today:
        page.show_day(page.today)
        person.qtbot.waitUntil(lambda: page.day == page.today)
    if "trends" in window._pages:
        chart = window._pages["trends"]
        assert isinstance(chart, TrendsPage)
        if chart._chart.shows_table:
            chart.toggle_table()
        if len(chart._chosen) > 1:
            chart._toggles["sleep_quality"].click()
    if "table" in room and room.startswith("calendar"):
        window._pages["calendar"].toggle_table()
    settle()


def visits(
    person: Person, program: Program, rooms: tuple[str, ...] = tuple(ROOMS)
) -> Iterator[Visit]:
    """Go through rooms one after the other."""
    for room in rooms:
        try:
            with visiting(person, program, room) as visit:
                yield visit
        except Exception as error:
            error.add_note(f"in the room {room!r}")
            raise
