"""Bring in a file: it is looked over first, and nothing is written before the button."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.exchange.dates import Order
from fibrojournal.exchange.guesses import Role
from fibrojournal.exchange.plan import Kind, Plan, Remedy
from fibrojournal.journal.clock import Stamp, journal_day, stamp_of
from fibrojournal.journal.edits import SetImport
from fibrojournal.journal.errors import BadFile, JournalError
from fibrojournal.text import _, place, plural
from fibrojournal.ui.background import report
from fibrojournal.ui.bring_in import ArchiveFile, Preview, TableFile, look_over, open_file
from fibrojournal.ui.folders import choose_file
from fibrojournal.ui.page import Page, Surroundings, lead_back, scrolling
from fibrojournal.ui.pages.bring_in_columns import ColumnsCard
from fibrojournal.ui.pages.bring_in_parts import AssumedCard, FileCard, StartCard, TroublesCard
from fibrojournal.ui.pages.bring_in_words import (
    THEIRS,
    Item,
    assumed,
    counts,
    items,
    kind_words,
    order_words,
    to_look_at,
)
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.labels import IconLabel, Label, page_title
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

if TYPE_CHECKING:
    from fibrojournal.storage.snapshot import Snapshot

_HALF = 300


class BringInPage(Page):
    """Every choice is looked over anew at once; what was looked over last is what comes in."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._theme, self._diary = around, around.theme, around.diary
        self._file: TableFile | ArchiveFile | None = None
        self._plan: Plan | None = None
        self._preview: Preview | None = None
        self._asked = 0
        self.setAcceptDrops(True)
        self._build()
        self._diary.journal_changed.connect(self._look_anew)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return journal_day(self._around.now().replace(tzinfo=None))

    # What the window asks

    def shown(self) -> None:
        """Name the subject for the sidebar, and look again: the journal may have changed."""
        self.subject_changed.emit("bring_in", _("You are bringing in a file."))
        self._look_anew()

    def focus_first(self) -> None:
        """Focus the button that chooses a file, or the first column of the one that is shown."""
        first: QWidget = self._start.choose
        if self._file is not None:
            rows = self._columns.rows if self._plan else []
            first = rows[0].becomes if rows else self._go
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that is dragged here."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look the dropped file over."""
        self.open(Path(event.mimeData().urls()[0].toLocalFile()))
        event.acceptProposedAction()

    # Reading

    def open(self, path: Path) -> None:
        """Read a file and look it over."""
        self._asked += 1
        questions, today, stamp = self._diary.questions, self.today, self._stamp
        self._diary.fetch(
            self,
            lambda store: open_file(store, path, questions, today, stamp),
            self._opened,
            partial(self._not_read, path),
        )

    @property
    def _stamp(self) -> Stamp:
        return stamp_of(self._around.now())

    def _choose_file(self) -> None:
        kinds = _("Tables and archives ({patterns})").format(patterns="*.csv *.tsv *.txt *.json")
        path = choose_file(self, _("Bring in a file"), f"{kinds};;{_('All files')} (*)")
        if path is not None:
            self.open(path)

    def _opened(self, file: TableFile | ArchiveFile) -> None:
        self._file, self._preview = file, None
        self._plan = file.plan if isinstance(file, TableFile) else None
        self._trouble.hide()
        self._look()

    def _not_read(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, JournalError):
            report(error)
            return
        words = str(error)
        if isinstance(error, BadFile):
            unread = _("This file could not be read as a table. It was not changed.")
            why = str(error).replace(str(path), place(path))
            words = f"{unread} {why}"
        self._trouble.setText(words)
        self._trouble.show()
        announce(self, words)

    def _look_anew(self) -> None:
        if self.isVisible() and self._file is not None and self._diary.is_ready:
            self._look()

    def _look(self) -> None:
        self._asked += 1
        asked, file = self._asked, self._plan
        if isinstance(self._file, ArchiveFile):
            batch = replace(self._file.batch, over=self._over)
            to_look_at: Plan | None = None
        else:
            batch, to_look_at = None, file
        questions, today, stamp = self._diary.questions, self.today, self._stamp
        what = batch or to_look_at
        if what is None:
            return
        self._diary.fetch(
            self,
            lambda store: look_over(store, what, questions, today, stamp),
            partial(self._take, asked),
        )

    @property
    def _over(self) -> frozenset[tuple[date, str]]:
        return self._preview.batch.over if self._preview else frozenset()

    def _take(self, asked: int, preview: Preview) -> None:
        if asked != self._asked or self._file is None:
            return  # something else was chosen since
        is_first = self._preview is None
        self._preview = preview
        self._show(preview, self._file)
        if is_first:
            self.focus_first()
        else:
            announce(self._go, self._go.text())

    # Showing

    def _show(self, preview: Preview, file: TableFile | ArchiveFile) -> None:
        plan, drawn = self._plan, preview.drawn
        if plan is not None and drawn is not None and isinstance(file, TableFile):
            again = sum(trouble.kind is Kind.AGAIN for trouble in drawn.troubles)
            self._file_card.show_file(plan.sheet.name, kind_words(plan, again))
            unsure = file.dates is not None and not file.dates.is_sure
            self._file_card.ask_order(order_words(plan), plan.order if unsure else None)
            self._columns.show_plan(plan, drawn.filled, self._file_card)
        else:
            self._file_card.show_file(
                preview.batch.file_name, _("An archive that this program exported.")
            )
            self._file_card.ask_order("", None)
        self._columns.setVisible(plan is not None)
        left_out = file.left_out if isinstance(file, ArchiveFile) else ()
        is_whole = isinstance(file, ArchiveFile) and file.whole is not None
        self._promise.setVisible(not is_whole)
        self._file_card.show_counts(counts(preview))
        found = items(plan, preview, self._diary.questions, self.today)
        before = self._columns if plan is not None else self._file_card
        self._troubles.show_items(found, to_look_at(preview), before)
        self._troubles.setVisible(bool(found))
        self._assumed.show_lines(assumed(plan, left_out, is_whole=is_whole))
        days = preview.look.days
        words = plural("Bring in one day", "Bring in {n} days", days)
        self._go.setText(words if days else _("Nothing new to bring in"))
        self._go.setEnabled(days > 0 and not self._diary.why_read_only)
        self._go.updateGeometry()
        self._show_parts()

    def _show_parts(self) -> None:
        is_open = self._preview is not None
        self._start.setVisible(not is_open)
        for part in (self._file_card, self._lower, self._bottom):
            part.setVisible(is_open)
        if not is_open:
            self._columns.hide()

    # Choosing

    def _change(self, plan: Plan) -> None:
        self._plan = plan
        self._look()

    def _choose_role(self, column: int, role: Role) -> None:
        if self._plan is not None:
            self._change(self._plan.with_role(column, role))

    def _choose_order(self, order: Order) -> None:
        if self._plan is not None:
            self._change(replace(self._plan, order=order))

    def _choose_remedy(self, item: Item, option: str) -> None:
        if item.clashes:
            over = self._over
            over = over | set(item.clashes) if option == THEIRS else over - set(item.clashes)
            if self._plan is not None:
                self._change(replace(self._plan, over=over))
            elif isinstance(self._file, ArchiveFile) and self._preview is not None:
                batch = replace(self._preview.batch, over=over)
                self._preview = replace(self._preview, batch=batch)
                self._look()
        elif self._plan is not None:
            chosen = dict.fromkeys(item.places, Remedy(option))
            self._change(replace(self._plan, remedies={**self._plan.remedies, **chosen}))

    # Bringing in

    def _bring_in(self) -> None:
        preview, file = self._preview, self._file
        if preview is None:
            return
        days = preview.look.days
        if isinstance(file, ArchiveFile) and file.whole is not None:
            self._fill(file.whole, days)
            return
        words = plural("Bringing in one day", "Bringing in {n} days", days)
        if self._diary.edit([SetImport(preview.batch, is_in=True)], words):
            self._leave()
            self.did.emit(plural("One day was brought in.", "{n} days were brought in.", days))

    def _fill(self, whole: Snapshot, days: int) -> None:
        """Fill the empty journal with all that an archive holds."""

        def done(_none: None) -> None:
            self._diary.read_anew()
            self._leave()
            self.told.emit(plural("One day was brought in.", "{n} days were brought in.", days))

        self._diary.fetch(self, lambda store: store.restore_snapshot(whole), done, self._not_filled)

    def _not_filled(self, error: BaseException) -> None:
        if isinstance(error, JournalError):  # something was noted meanwhile
            self._leave()
            self.told.emit(str(error))
        else:
            report(error)

    def _leave(self) -> None:
        self._asked += 1
        self._file = self._plan = self._preview = None
        self._trouble.hide()
        self._show_parts()
        self.page_wanted.emit("settings")

    # Building

    def _build(self) -> None:
        theme = self._theme
        area, column = scrolling(theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        column.setSpacing(10)
        self._back = BackLink(theme, _("Back to Settings"))
        self._back.clicked.connect(lambda: self.page_wanted.emit("settings"))
        lead_back(theme, column, self._back)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(page_title(theme, _("Bring in a file")))
        words = _("Nothing is written yet. Look it over first.")
        titles.addWidget(Label(theme, words, role="small", color="ink_2", wraps=True))
        column.addLayout(titles)
        self._trouble = Label(theme, color="notice_ink", wraps=True)
        self._trouble.hide()
        self._start, self._file_card = StartCard(theme), FileCard(theme)
        self._columns = ColumnsCard(theme, self._diary.questions)
        self._troubles, self._assumed = TroublesCard(theme), AssumedCard(theme)
        self._lower = SideBySide(
            (self._troubles, self._assumed), lambda: 2 * theme.px(_HALF), stretches=(1, 1), gap=12
        )
        theme.changed.connect(self._lower.arrange)
        self._bottom = self._build_bottom()
        for part in (
            self._trouble,
            self._start,
            self._file_card,
            self._columns,
            self._lower,
            self._bottom,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self._start.wanted.connect(self._choose_file)
        self._file_card.wanted.connect(self._choose_file)
        self._file_card.order_chosen.connect(self._choose_order)
        self._columns.changed.connect(self._choose_role)
        self._troubles.chosen.connect(self._choose_remedy)
        self._show_parts()

    def _build_bottom(self) -> QWidget:
        theme, bottom = self._theme, QWidget()
        column = QVBoxLayout(bottom)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=12, line_gap=10)
        self._go = PrimaryButton(theme, "", "download")
        self._go.clicked.connect(self._bring_in)
        if self._diary.why_read_only:
            hold_still(self._go, self._diary.why_read_only)
        cancel = TextButton(theme, _("Cancel"))
        cancel.clicked.connect(self._leave)
        row.addWidget(self._go)
        row.addWidget(cancel)
        self._promise = QWidget()
        promise = QHBoxLayout(self._promise)
        promise.setContentsMargins(0, 0, 0, 0)
        promise.setSpacing(12)
        promise.addWidget(IconLabel(theme, "undo-2", "ink_2"))
        words = _("It can be taken out again as a whole, for 30 days.")
        promise.addWidget(Label(theme, words, role="small", color="ink_2", wraps=True), 1)
        column.addWidget(buttons)
        column.addWidget(self._promise)
        return bottom
