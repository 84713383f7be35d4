"""Bring in a file: it is looked over first, and nothing is written before the button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.exchange.plan import Kind, Remedy
from fibrojournal.journal.edits import SetImport
from fibrojournal.journal.errors import BadFile, JournalError
from fibrojournal.text import _, place, plural
from fibrojournal.ui.background import report
from fibrojournal.ui.bring_in import Preview, TableFile
from fibrojournal.ui.folders import choose_file
from fibrojournal.ui.looking_over import LookingOver
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back, titled
from fibrojournal.ui.pages.bring_in.columns import ColumnsCard
from fibrojournal.ui.pages.bring_in.parts import AssumedCard, FileCard, StartCard, TroublesCard
from fibrojournal.ui.pages.bring_in.words import (
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
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import IconLabel, Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

if TYPE_CHECKING:
    from fibrojournal.storage.snapshot import Snapshot

_HALF = 300


class BringInPage(Page):
    """Nothing is written before the button; what was looked over last is what comes in."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._theme, self._diary = around, around.theme, around.diary
        self._over = LookingOver(around, self)
        self._is_shown = False
        self.setAcceptDrops(True)
        self._build()
        self._over.looked.connect(self._show)
        self._over.not_read.connect(self._say_not_read)
        self._diary.journal_changed.connect(self._look_anew)

    # What the window asks

    def shown(self) -> None:
        """Name the subject for the sidebar, and look again: the journal may have changed."""
        self.subject_changed.emit("bring_in", _("You are bringing in a file."))
        self._look_anew()

    def focus_first(self) -> None:
        """Focus the button that chooses a file, or the first column of the one that is shown."""
        first: QWidget = self._start.choose
        if self._over.preview is not None:
            rows = self._columns.rows if self._over.plan else []
            first = rows[0].becomes if rows else self._go
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> list[QWidget]:
        """Return the file, its columns and the rows to look at."""
        return [self._file_card, self._columns, self._troubles]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that is dragged here."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look the dropped file over."""
        self._over.open(Path(event.mimeData().urls()[0].toLocalFile()))
        event.acceptProposedAction()

    # Reading

    def _choose_file(self) -> None:
        kinds = _("Tables and archives ({patterns})").format(patterns="*.csv *.tsv *.txt *.json")
        path = choose_file(self, _("Bring in a file"), f"{kinds};;{_('All files')} (*)")
        if path is not None:
            self._over.open(path)

    def _say_not_read(self, path: Path, error: BaseException) -> None:
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
        if self.isVisible():
            self._over.look()

    # Showing

    def _show(self) -> None:
        preview, plan, archive = self._over.preview, self._over.plan, self._over.archive
        if preview is None:
            return
        self._trouble.hide()
        self._show_file(preview)
        self._file_card.show_counts(counts(preview))
        found = items(plan, preview, self._diary.questions, self._over.today)
        before = self._columns if plan is not None else self._file_card
        self._troubles.show_items(found, to_look_at(preview), before)
        self._troubles.setVisible(bool(found))
        is_whole = archive is not None and archive.whole is not None
        left_out = archive.left_out if archive is not None else ()
        self._assumed.show_lines(assumed(plan, left_out, is_whole=is_whole))
        self._promise.setVisible(not is_whole)
        days = preview.look.days
        words = plural("Bring in one day", "Bring in {n} days", days)
        self._go.setText(words if days else _("Nothing new to bring in"))
        self._go.setEnabled(days > 0 and not self._diary.why_read_only)
        self._go.updateGeometry()
        was_shown, self._is_shown = self._is_shown, True
        self._show_parts()
        if was_shown:
            announce(self._go, self._go.text())
        else:
            self.focus_first()

    def _show_file(self, preview: Preview) -> None:
        file, drawn = self._over.file, preview.drawn
        plan = self._over.plan
        if plan is None or drawn is None or not isinstance(file, TableFile):
            words = _("An archive that this program exported.")
            self._file_card.show_file(preview.batch.file_name, words)
            self._file_card.ask_order("", None)
            return
        again = sum(trouble.kind is Kind.AGAIN for trouble in drawn.troubles)
        self._file_card.show_file(plan.sheet.name, kind_words(plan, again))
        unsure = file.dates is not None and not file.dates.is_sure
        self._file_card.ask_order(order_words(plan), plan.order if unsure else None)
        self._columns.show_plan(plan, drawn.filled, self._file_card)

    def _show_parts(self) -> None:
        self._start.setVisible(not self._is_shown)
        for part in (self._file_card, self._lower, self._bottom):
            part.setVisible(self._is_shown)
        self._columns.setVisible(self._is_shown and self._over.plan is not None)

    def _choose_outcome(self, item: Item, option: str) -> None:
        if item.clashes:
            self._over.let_win(item.clashes, wins=option == THEIRS)
        else:
            self._over.choose_remedy(item.places, Remedy(option))

    # Bringing in

    def _bring_in(self) -> None:
        preview, archive = self._over.preview, self._over.archive
        if preview is None or not self._over.is_settled:
            return  # what was chosen last is on its way to the button
        days = preview.look.days
        if archive is not None and archive.whole is not None:
            self._fill(archive.whole, days)
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

        def refused(error: BaseException) -> None:
            if isinstance(error, JournalError):  # something was noted meanwhile
                self._leave()
                self.told.emit(str(error))
            else:
                report(error)

        self._diary.fetch(self, lambda store: store.restore_snapshot(whole), done, refused)

    def _leave(self) -> None:
        self._over.leave()
        self._is_shown = False
        self._trouble.hide()
        self._show_parts()
        self.page_wanted.emit("settings")

    # Building

    def _build(self) -> None:
        theme = self._theme
        _area, column = all_scrolling(self, theme)
        column.setSpacing(10)
        self._back = BackLink(theme, _("Back to Settings"))
        self._back.clicked.connect(lambda: self.page_wanted.emit("settings"))
        lead_back(theme, column, self._back)
        words = _("Nothing is written yet. Look it over first.")
        line = Label(theme, words, role="small", color="ink_2", wraps=True)
        add_layout(column, titled(theme, _("Bring in a file"), line))
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
        self._file_card.order_chosen.connect(self._over.choose_order)
        self._columns.changed.connect(self._over.choose_role)
        self._troubles.chosen.connect(self._choose_outcome)
        self._show_parts()

    def _build_bottom(self) -> QWidget:
        theme, bottom = self._theme, QWidget()
        column = QVBoxLayout(bottom)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._go = PrimaryButton(theme, "", "download")
        self._go.clicked.connect(self._bring_in)
        if self._diary.why_read_only:
            hold_still(self._go, self._diary.why_read_only)
        cancel = TextButton(theme, _("Cancel"))
        cancel.clicked.connect(self._leave)
        self._promise = QWidget()
        promise = QHBoxLayout(self._promise)
        promise.setContentsMargins(0, 0, 0, 0)
        promise.setSpacing(12)
        promise.addWidget(IconLabel(theme, "undo-2", "ink_2"))
        words = _("It can be taken out again as a whole, for 30 days.")
        promise.addWidget(Label(theme, words, role="small", color="ink_2", wraps=True), 1)
        column.addWidget(in_lines(self._go, cancel, gap=12, line_gap=10))
        column.addWidget(self._promise)
        return bottom
