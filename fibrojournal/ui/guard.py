"""Locks the window: nothing of the journal is in it until the key is given again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QClipboard
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget
from shiboken6 import isValid

from fibrojournal.settings import backup_folder
from fibrojournal.text import _
from fibrojournal.ui.idle import Idle
from fibrojournal.ui.notices import Notices
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.watch import Watch
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.notice import Action

if TYPE_CHECKING:
    from fibrojournal.storage.key import DataKey
    from fibrojournal.ui.unlocking import UnlockPage

T = TypeVar("T")

LOOK_AGAIN_MS = 500

STAY = frozenset({"quit", "larger", "smaller", "normal"})
"""Commands that a locked window still obeys."""


class Guard(QObject):
    """Puts the unlock page in the place of all that the window shows, and back.

    The contents leave the window, as what is merely hidden in it can still be read by assistive
    tools; what stands in their fields, and the focus, come back with them.
    """

    about_to_lock = Signal()
    """What is still being typed is to be handed over now."""
    page_wanted = Signal(str)
    """The id of a page that the person wants to go to."""

    def __init__(
        self,
        window: QMainWindow,
        around: Surroundings,
        actions: Mapping[str, QAction],
        watch: Watch,
        notices: Notices,
    ) -> None:
        super().__init__(window)
        self._window, self._around = window, around
        self._watch, self._notices = watch, notices
        self._actions = [action for id, action in actions.items() if id not in STAY]
        self._contents: QWidget | None = None
        self._focused: QWidget | None = None
        self._page: UnlockPage | None = None
        self._once_more = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._once_more.timeout.connect(self.lock)
        self._idle = Idle(around.now, self)
        self._idle.too_long.connect(self.lock)
        around.diary.lock_wanted.connect(self.lock)
        for changed in (around.choices.changed, around.diary.journal_changed):
            changed.connect(self._follow)
        self._follow()

    @property
    def is_locked(self) -> bool:
        """Tell whether the unlock page is shown."""
        return self._page is not None

    def ask(self) -> None:
        """Lock an encrypted journal; say of another one that it has no lock, and offer one."""
        if self._around.diary.is_encrypted:
            self.lock()
        else:
            ways: list[Action] = [(_("Set up a lock"), lambda: self.page_wanted.emit("lock"))]
            self._notices.tell(_("This journal has no lock yet."), ways)

    def lock(self) -> None:
        """Show the unlock page and close the file; as soon as it is open, if it is not just now."""
        if self.is_locked or not self._around.diary.is_encrypted:
            return
        if not self._around.diary.is_ready:
            self._once_more.start()
            return
        from fibrojournal.ui.unlocking import UnlockPage  # no start should have to pay for it

        self.about_to_lock.emit()
        self._around.insights.forget()
        self._watch.pause(paused=True)
        self._close_what_lies_above()
        _take_back_what_was_copied()
        self._focused = self._window.focusWidget()
        contents = self._window.takeCentralWidget()
        if contents is None:
            raise TypeError("the window always has contents")
        # A window of its own that is never shown: it stays the window's child for its end only.
        contents.setParent(self._window, Qt.WindowType.Window)
        self._contents = contents
        journal = self._around.journal
        backups = backup_folder(self._around.choices.now, journal)
        page = UnlockPage(self._around.theme, journal, backups, self._run)
        page.opened.connect(self._open)
        self._page = page
        for action in self._actions:
            action.setEnabled(False)
        self._window.setCentralWidget(page)
        page.show()
        page.focus_first()
        announce(page, _("The journal is locked."))
        self._around.diary.lock(self._show_again)

    def ask_of_unsaved(self, leave: Callable[[], None]) -> None:
        """Say that something waits to be saved, which needs the key; offer to leave now."""
        if self._page is not None:
            ways: list[Action] = [(_("Close without saving"), leave)]
            self._page.say(_("Not all is saved yet. Once the journal is open it will be."), ways)

    def _run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._around.diary.beside(owner, lambda _: work(), done, failed)

    def _open(self, key: DataKey) -> None:
        page = self._page
        if page is not None:
            self._around.diary.unlock(self, key, self._show_again, page.not_opened)

    def _show_again(self) -> None:
        contents, page = self._contents, self._page
        if contents is None or page is None:
            return
        self._contents = self._page = None
        self._window.takeCentralWidget()
        page.hide()
        page.deleteLater()
        contents.setParent(self._window, Qt.WindowType.Widget)
        self._window.setCentralWidget(contents)
        contents.show()
        for action in self._actions:
            action.setEnabled(True)
        focused, self._focused = self._focused, None
        if focused is not None and isValid(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._watch.pause(paused=False)

    def _follow(self) -> None:
        minutes = self._around.choices.now.lock_after_minutes
        self._idle.watch(minutes if self._around.diary.is_encrypted else 0)

    def _close_what_lies_above(self) -> None:
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.close()


def _take_back_what_was_copied() -> None:
    """Empty the clipboard, and what X11 pastes with the middle button, of words of the journal.

    Whoever sits down at the locked window could paste them into a field. What another program
    copied stays.
    """
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
