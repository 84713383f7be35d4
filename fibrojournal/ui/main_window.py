"""The window: navigation, the page in front, the reading sidebar. Knows pages, not contents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fibrojournal import settings
from fibrojournal.journal.day import Day
from fibrojournal.text import _, long_date
from fibrojournal.ui import window_place
from fibrojournal.ui.background import Background
from fibrojournal.ui.backing_up import BackingUp
from fibrojournal.ui.choices import Choices
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.frame import Frame
from fibrojournal.ui.insights import Insights
from fibrojournal.ui.navigation import SIDE_PAGES, Navigation
from fibrojournal.ui.notices import Notices
from fibrojournal.ui.other_journals import OtherJournals
from fibrojournal.ui.page import Page, Surroundings
from fibrojournal.ui.pages import make_page, page_ids
from fibrojournal.ui.pages.today.page import TodayPage
from fibrojournal.ui.panes import Panes
from fibrojournal.ui.theme import CHOICES, Theme
from fibrojournal.ui.trouble import Trouble
from fibrojournal.ui.widgets.focus import last_stop, tab_after
from fibrojournal.ui.widgets.notice import Action


class MainWindow(QMainWindow):
    """The one window of the program."""

    turning_to = Signal(str)
    """The id of the page that comes to the front."""

    def __init__(
        self,
        theme: Theme,
        diary: Diary,
        chosen: settings.Settings,
        journal: Path,
        *,
        now: Callable[[], datetime],
        loading: Background,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._diary = diary
        self._choices = Choices(chosen, self)
        self._backups = BackingUp(diary, self._choices, journal, now, self)
        insights = Insights(diary, loading, self)
        self._around = Surroundings(
            theme, diary, self._choices, journal, now, self._backups, insights
        )
        self._wanted: str | None = None
        self._front_id = "today"
        self._build()
        self._trouble = Trouble(self._around, self._notices, self)
        diary.moved.connect(self._moved)
        diary.refused.connect(self._notices.tell)
        self._choices.not_kept.connect(self._tell_not_kept)
        self._backups.overdue.connect(self._tell_overdue)
        diary.became_ready.connect(self._became_ready)
        diary.journal_changed.connect(self._show_wanted)  # it may have been closed for a while

    def complete(self) -> None:
        """Make what the first paint does without: commands, their keys, the menu, the watch."""
        from fibrojournal.ui.actions import make_actions, make_menu
        from fibrojournal.ui.following import Following
        from fibrojournal.ui.guard import Guard
        from fibrojournal.ui.neighbours import Neighbours
        from fibrojournal.ui.reminder import Reminder
        from fibrojournal.ui.tour import Tour
        from fibrojournal.ui.undo_toast import UndoToast
        from fibrojournal.ui.watch import Watch

        self._today.complete()  # before the toast, which Tab comes to after the page
        self._toast = UndoToast(
            self._theme, self._whole, self._content, self._diary, self._finish_typing
        )
        self._order_tabs(self._today)
        now, day_of = self._around.now, self._diary.day_of
        self._watch = Watch(self._around.journal, lambda: day_of(now()), self)
        self._diary.common_changed.connect(self._watch.look)
        self._watch.day_began.connect(self._day_began)
        self._watch.file_touched.connect(self._diary.look_for_changes)
        Neighbours(self._around, self._notices, self)
        self._reminder = Reminder(self, self._around, self._notices)
        self._reminder.wanted.connect(self._note_today)
        self._actions = make_actions(
            self,
            self._deeds(),
            letters=self._choices.now.single_letter_keys,
            why_still=self._diary.why_read_only,
        )
        self._today.now_wanted.connect(self._actions["now"].trigger)
        Following(self._around, self._actions, self._side, self._whole.follow, self)
        self._tour = Tour(self._around, self._side, self)
        self.turning_to.connect(self._tour.turn_to)
        self._tour.turn_to("today")
        self._menu = make_menu(self._theme, self, self._actions)
        self._guard = Guard(self, self._around, self._actions, self._watch, self._notices)
        self._guard.about_to_lock.connect(self._hand_over)
        self._guard.page_wanted.connect(self.show_page)

    def come_forward(self) -> None:
        """Come to the front; a window manager that allows no such thing marks the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def _note_today(self) -> None:
        self.come_forward()
        self.open_day(self._today.today)

    # Pages

    def show_first(self, day: Day) -> None:
        """Fill Today before the window is shown."""
        self._today.show_content(day)
        self._bring_forward("today", self._today)

    def show_page(self, page_id: str) -> None:
        """Bring a page to the front; while the journal is still loading, as soon as it can be.

        After a colon the id may name a part of the page: "reading:sleep".
        """
        if page_id != "today" and not self._diary.is_ready:
            self._wanted = page_id
            return
        self._wanted = None
        page_id, _colon, part = page_id.partition(":")
        if page_id not in self._pages:
            page = make_page(page_id, self._around)
            self._adopt(page_id, page)
            self._order_tabs(page)
        if part:
            self._pages[page_id].open_at(part)
        self._bring_forward(page_id, self._pages[page_id])

    def open_day(self, day: date) -> None:
        """Show a day on Today."""
        self._today.show_day(day)
        self.show_page("today")

    def _adopt(self, page_id: str, page: Page) -> None:
        page.subject_changed.connect(self._side.want)
        page.day_wanted.connect(self.open_day)
        page.page_wanted.connect(self.show_page)
        page.told.connect(self._notices.tell)
        page.did.connect(self._offer_undo)
        self._pages[page_id] = page
        self._stack.addWidget(page)

    def _order_tabs(self, page: Page) -> None:
        """Let the toast and the sidebar come after a page that was added."""
        last = last_stop(page)
        if last is not None:
            tab_after(last, self._toast)
            tab_after(self._toast.button, self._side)

    def _bring_forward(self, page_id: str, page: Page) -> None:
        self.turning_to.emit(page_id)
        if self._front is not page:
            self._front.finish()
            page.came_from(self._front_id)
        self._front_id = page_id
        self._notices.page_changed()
        self._stack.setCurrentWidget(page)
        self._whole.arrange()
        self._navigation.show_page(SIDE_PAGES.get(page_id, page_id))
        page.look_at(self._today.day)
        page.shown()
        page.focus_first()

    @property
    def _front(self) -> Page:
        page = self._stack.currentWidget()
        if not isinstance(page, Page):
            raise TypeError("the window always shows a page")
        return page

    # What the person does

    def _offer_undo(self, done: str) -> None:
        self._toast.offer_undo(done)  # which comes after the first page

    def _on_today(self, do: Callable[[], None]) -> None:
        if self._front is self._today:
            do()

    def _on_its_day(self, do: Callable[[], None]) -> None:
        if self._front.is_about(self._today.day):
            do()
        else:
            self._notices.tell(_("Open the day on Today first."))

    def _go_on(self) -> None:
        self._front.go_on()

    def _toggle_table(self) -> None:
        self._front.toggle_table()

    def _toggle_sidebar(self) -> None:
        self._whole.toggle_sidebar()

    def _toggle_quiet(self) -> None:
        self._choices.take(self._choices.now.with_quiet_view())

    def _step_text(self, steps: int) -> None:
        if steps:
            self._theme.step_scale(steps)
        else:
            self._theme.set_scale(1.0)
        self._choices.change(text_scale=self._theme.scale)

    def _tell_not_kept(self) -> None:
        self._notices.tell(_("This choice holds until the window is closed."))

    def _tell_overdue(self, sentence: str) -> None:
        if self._diary.has_unsaved:  # which is said there, and matters more
            return
        self._notices.tell(sentence, [(_("Back up now"), self._back_up)])

    def _back_up(self) -> None:
        self._backups.back_up(self._notices.tell)

    def _show_menu(self) -> None:
        self._menu.dress()
        for choice in CHOICES:
            self._actions[f"theme_{choice}"].setChecked(self._theme.choice == choice)
        corner = self._navigation.menu_button.mapToGlobal(QPoint(0, 0))
        corner.setY(corner.y() - self._menu.sizeHint().height())
        self._menu.popup(corner)

    def _show_keys(self) -> None:
        from fibrojournal.ui.keyboard_list import KeyboardList

        KeyboardList(self._theme, self).open()

    # What happens behind the window

    def _became_ready(self) -> None:
        self._side.fill(self._around.insights)
        self._watch.start()
        self._reminder.follow()
        self._show_wanted()

    def _show_wanted(self) -> None:
        if self._wanted is not None:
            self.show_page(self._wanted)

    def _day_began(self, former: date, day: date) -> None:
        followed = self._today.day == former
        self._today.day_began()
        self._backups.keep_up()
        if followed and self._today.is_in_use:
            ways: list[Action] = [(long_date(day), lambda: self.open_day(day))]
            went_back = _("The computer's clock went back a day. This day stays as you left it.")
            self._notices.tell(went_back if day < former else _("A new day has begun."), ways)
        elif followed:
            self._today.show_day(day)
        if self._front is not self._today:
            self._front.shown()  # what it calls today has moved on

    def _moved(self, day: date) -> None:
        if not self._front.is_about(day):
            self.open_day(day)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything is on the disk."""
        self._front.finish()
        if not self._trouble.lets_go():
            event.ignore()
            if self._diary.is_locked:
                self._guard.ask_of_unsaved(self._trouble.leave)
            return
        self._backups.keep_up()  # the window goes; what is still to be done ends behind it
        window_place.remember(self)
        super().closeEvent(event)

    # Building

    def _build(self) -> None:
        self.setMinimumSize(*self._theme.tokens.data["size"]["window_min"])
        self._navigation = Navigation(self._theme)
        self._navigation.page_chosen.connect(self.show_page)
        self._navigation.quiet_wanted.connect(self._toggle_quiet)
        self._navigation.menu_wanted.connect(self._show_menu)
        content = self._build_content()
        self._whole = Frame(
            self._theme, self._choices, self._navigation, content, lambda: self._front
        )
        self._side = self._whole.sidebar
        self._side.page_wanted.connect(self.show_page)
        self._panes = Panes(self._navigation, self._stack, self._side, lambda: self._front)
        self._whole.leaving_sidebar.connect(self._panes.go_back_to_page)
        self.setCentralWidget(self._whole)
        self.others = OtherJournals(self, self._around, self._notices)
        self.others.introduce()
        self._pages: dict[str, Page] = {}
        self._today = TodayPage(self._theme, self._diary, self._around.now)
        self._adopt("today", self._today)

    def _build_content(self) -> QWidget:
        self._content = content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._notices = Notices(self._theme)
        self._notices.come_after(self._navigation.menu_button)
        column.addWidget(self._notices)
        self._stack = QStackedWidget()
        # A long notice takes the height that it needs, whatever pages would rather have.
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(self._stack, 1)
        return content

    def _deeds(self) -> dict[str, Callable[[], None]]:
        from fibrojournal.ui.now_panel import ask_now

        return {page: partial(self.show_page, page) for page in ("today", *page_ids())} | {
            "back": lambda: self._front.step(-1),
            "forward": lambda: self._front.step(1),
            "this_day": lambda: self.open_day(self._today.today),
            "undo": self._toast.undo,
            "redo": self._toast.redo,
            "more": lambda: self._on_today(self._today.open_more),
            "same": lambda: self._on_today(self._today.fill_from_before),
            "reading": lambda: self.show_page(self._side.reading),
            "next_step": self._go_on,
            "now": lambda: ask_now(self._around, self),
            "too_ill": lambda: self._on_its_day(self._today.turn_too_ill),
            "remove_day": lambda: self._on_its_day(self._today.remove_day),
            "sidebar": self._toggle_sidebar,
            "table": self._toggle_table,
            "next_pane": lambda: self._panes.go(1),
            "previous_pane": lambda: self._panes.go(-1),
            "larger": lambda: self._step_text(1),
            "smaller": lambda: self._step_text(-1),
            "normal": lambda: self._step_text(0),
            "quiet_view": self._toggle_quiet,
            **{f"theme_{theme}": partial(self._choices.set_theme, theme) for theme in CHOICES},
            "menu": self._show_menu,
            "keys": self._show_keys,
            "sample": self.others.toggle_sample,
            "open_journal": self.others.choose,
            "lock": self._lock,
            "quit": self._quit,
        }

    def _lock(self) -> None:
        self._guard.ask()

    def _finish_typing(self) -> None:
        self._front.finish()

    def _hand_over(self) -> None:
        self._finish_typing()
        self._toast.leave()
        self._backups.keep_up()

    def _quit(self) -> None:
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc what lies over the page: the toast, then the sidebar."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._toast.isVisible():
            self._toast.leave()
        elif self._whole.is_sidebar_over:
            self._toggle_sidebar()
