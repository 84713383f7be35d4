"""Restore: look at a copy of the journal, then bring back days of it, or all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from fibrojournal.journal.differences import DayDifference, edits_to_restore, medicines_to_restore
from fibrojournal.journal.edits import set_own
from fibrojournal.journal.errors import JournalError, JournalLocked
from fibrojournal.text import _, plural
from fibrojournal.ui.background import report
from fibrojournal.ui.copies import Look, look_at, unlock
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back
from fibrojournal.ui.pages.restore.found import Found
from fibrojournal.ui.pages.restore.header import RestoreHeader
from fibrojournal.ui.pages.restore.parts import UnlockCard
from fibrojournal.ui.pages.restore.words import moment, names_of, size, when
from fibrojournal.ui.stores import Store
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.nested import add_layout

if TYPE_CHECKING:
    from fibrojournal.journal.day import Day
    from fibrojournal.storage.backups import Backup
    from fibrojournal.storage.key import DataKey


class RestorePage(Page):
    """Nothing changes until a button says so; the present journal is copied before it does."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._theme, self._diary = around, around.theme, around.diary
        self._backups: Sequence[Backup] = ()
        self._look: Look | None = None
        self._asked = 0
        self._build()
        around.diary.journal_changed.connect(self._journal_changed)

    # What the window asks

    def shown(self) -> None:
        """See which copies there are, and look at the chosen one."""
        self.subject_changed.emit("backups", _("You opened Restore."))
        self._list()

    def focus_first(self) -> None:
        """Focus the choice of the copy, or the way back where there is none."""
        first = self._header.choice if self._header.choice.isVisibleTo(self) else self._back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading

    def _journal_changed(self) -> None:
        if self.isVisible():
            self._list()

    def _list(self) -> None:
        journal, folder = self._around.journal, self._around.backups.folder

        def ask(store: Store) -> list[Backup]:
            from fibrojournal.storage.backups import backups_of

            return backups_of(journal, folder)

        self._diary.fetch(self, ask, self._take_list)

    def _take_list(self, backups: list[Backup]) -> None:
        chosen = self._chosen
        self._backups = backups
        choice = self._header.choice
        moves_on = choice.isHidden() == bool(backups)
        had_focus = self._back.hasFocus() or choice.hasFocus()
        names = names_of(backups, self._around.now())
        self._header.show_copies(names, backups.index(chosen) if chosen in backups else 0)
        if moves_on and had_focus:
            self.focus_first()
        if backups:
            self._look_at(backups[choice.currentIndex()])
        else:
            self._show_parts(None)

    @property
    def _chosen(self) -> Backup | None:
        place = self._header.choice.currentIndex()
        return self._backups[place] if 0 <= place < len(self._backups) else None

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._backups):
            self._look_at(self._backups[place])

    def _look_at(self, backup: Backup, key: DataKey | None = None) -> None:
        self._asked += 1
        asked, others = self._asked, tuple(self._backups)

        def seen(look: Look) -> None:
            if asked == self._asked:  # else another copy was chosen since
                self._show(look)

        if self._look is None or self._look.backup != backup:
            self._header.say(_("Reading the copy…"))
            self._header.show_size(size(backup))
            self._show_parts(None)
        self._diary.fetch(self, lambda store: look_at(store, backup, others, key), seen)

    def _try(self, secret: str) -> None:
        backup = self._chosen
        if backup is None:
            return

        def opened(key: DataKey) -> None:
            self._look_at(backup, key)

        def wrong(error: BaseException) -> None:
            if not isinstance(error, JournalError):
                report(error)
                return
            is_wrong = isinstance(error, JournalLocked)
            self._unlock.say(_("That did not open it.") if is_wrong else str(error))

        self._diary.fetch(self, lambda _store: unlock(backup.path, secret), opened, wrong)

    # Showing

    def _show(self, look: Look) -> None:
        self._look = look
        now = self._around.now()
        self._header.show_size(size(look.backup))
        if look.comparison is not None:
            words = _("This backup is whole: every page of it was read and checked.")
            if look.comparison.is_of_another:
                words = _("This is a copy of another journal with the same name. {words}").format(
                    words=words
                )
            self._header.say(words, icon="check")
            taken = moment(look.backup, now)
            self._found.show_comparison(look.comparison, self._diary.questions, taken)
        elif look.is_locked:
            self._header.say(_("Another passphrase or recovery code locked this backup."))
            self._unlock.ask()
        else:
            self._header.say(self._trouble(look))
        self._show_parts(look)

    def _trouble(self, look: Look) -> str:
        if look.whole is None:
            return look.trouble
        taken = moment(look.whole, self._around.now())
        words = _("This copy cannot be read in full. The one from {moment} is whole.")
        return words.format(moment=taken)

    def _show_parts(self, look: Look | None) -> None:
        """Show what belongs to what was seen; nothing of it while a copy is being read."""
        is_read = look is not None and look.comparison is not None
        self._found.setVisible(is_read)
        self._unlock.setVisible(look is not None and look.is_locked)
        self._whole_one.setVisible(look is not None and look.whole is not None)

    # Bringing back

    def _go_on(self) -> None:
        look = self._look
        if look is None or look.comparison is None:
            return
        if self._found.is_whole:
            self._bring_back_all(look)
        elif days := self._found.chosen_days:
            self._bring_back(days, look)
        else:
            self._found.days.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _bring_back(self, days: Sequence[DayDifference], look: Look) -> None:
        """Make chosen days what they were, in one step that undo takes back."""
        wanted = {difference.date: difference for difference in days}
        present: dict[date, Day] = {}

        def go_on(_done: object = None) -> None:
            for day in wanted:
                self._diary.fetch_day(self, day, take)

        def take(day: Day) -> None:
            present[day.date] = day
            if len(present) == len(wanted):
                self._make([replace(wanted[day], journal=present[day]) for day in wanted], look)

        folder, now = self._around.backups.folder, self._around.now()
        self._diary.fetch(self, lambda store: store.back_up_if_changed(folder, now), go_on)

    def _make(self, days: Sequence[DayDifference], look: Look) -> None:
        medicines = look.comparison.medicines if look.comparison else ()
        known = self._diary.common.medicines
        edits = [*medicines_to_restore(days, medicines, known), *edits_to_restore(days)]
        only_there = look.comparison.only_in_backup if edits and look.comparison else ()
        added = [set_own(own) for own in only_there]
        words = plural("One day from a backup", "{n} days from a backup", len(days))
        if edits and self._diary.edit([*added, *edits], words):
            done = plural("One day was brought back.", "{n} days were brought back.", len(days))
            self.did.emit(done)
        self.focus_first()  # the button offers something else from now on
        self._list()

    def _bring_back_all(self, look: Look) -> None:
        journal, folder = self._around.journal, self._around.backups.folder
        now, former = self._around.now(), []

        def work(key: DataKey | None) -> DataKey | None:
            from fibrojournal.storage.restoring import restore_whole

            former.append(
                restore_whole(journal, look.backup.path, folder, key, now, backup_key=look.key)
            )
            return key

        def done() -> None:
            self._diary.steps.clear()
            words = _("Your journal is as it was on {moment}.")
            told = words.format(moment=moment(look.backup, now))
            kept = former[0]
            if kept is not None:
                words = _("What it was before is kept as the backup {when}.")
                told = f"{told} {words.format(when=when(kept, now))}"
            self.told.emit(told)

        def failed(error: BaseException) -> None:
            if isinstance(error, JournalError):
                self.told.emit(str(error))
            else:
                report(error)
            self._list()

        self.focus_first()  # what has the focus goes
        self._header.say(_("Bringing the journal back…"))
        self._show_parts(None)
        self._look = None
        self._diary.with_file_closed(self, work, done, failed)

    # Building

    def _build(self) -> None:
        _area, column = all_scrolling(self, self._theme)
        self._back = BackLink(self._theme, _("Back to Settings"))
        self._back.clicked.connect(lambda: self.page_wanted.emit("settings"))
        lead_back(self._theme, column, self._back)
        self._header = RestoreHeader(self._theme)
        self._header.chosen.connect(self._choose)
        column.addWidget(self._header)
        self._whole_one = LinkButton(self._theme, _("Look at it"), "history")
        self._whole_one.clicked.connect(self._look_at_whole)
        row = QHBoxLayout()
        row.addWidget(self._whole_one)
        row.addStretch(1)
        add_layout(column, row)
        self._unlock = UnlockCard(self._theme)
        self._unlock.tried.connect(self._try)
        column.addWidget(self._unlock)
        self._found = Found(self._theme)
        self._found.wanted.connect(self._go_on)
        self._found.left.connect(lambda: self.page_wanted.emit("settings"))
        column.addWidget(self._found)
        column.addStretch(1)
        self._show_parts(None)

    def _look_at_whole(self) -> None:
        if self._look is not None and self._look.whole is not None:
            self._header.choice.setCurrentIndex(list(self._backups).index(self._look.whole))
            self._header.choice.setFocus(Qt.FocusReason.TabFocusReason)
