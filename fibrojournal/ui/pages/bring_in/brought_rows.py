"""What was brought in from files in the last 30 days, each with its way out again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.edits import SetImport
from fibrojournal.journal.imported import ImportBatch
from fibrojournal.journal.past import REST
from fibrojournal.text import _, day_and_month
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.focus import stop_before, tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

if TYPE_CHECKING:
    from fibrojournal.storage.snapshot import ImportRecord

_WORDS = 260
"""Width in px at 100 % text below which a button stands under the words."""


class BroughtRows(QWidget):
    """Lists the imports of the last 30 days, the latest first; nothing where there are none."""

    did = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._theme, self._diary = around, around.theme, around.diary
        self._records: Sequence[ImportRecord] = ()
        self.buttons: list[TextButton] = []
        """The ways out, from the top."""
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._rows)
        self._diary.saved.connect(self._read)
        self._diary.journal_changed.connect(self._read)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was brought in since the card was last seen."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self.isVisible() and self._diary.is_ready:
            since = self._around.now() - REST
            self._diary.fetch(self, lambda store: store.imports_since(since), self._take)

    def _take(self, records: Sequence[ImportRecord]) -> None:
        if list(records) == list(self._records):
            return
        self._records = records
        had_focus = any(button.hasFocus() for button in self.buttons)
        before = stop_before(self)
        former, self._rows = self._rows, QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.size("space", "s"))
        self.buttons = []
        for record in records:
            column.addWidget(self._row(record))
        self._column.addWidget(self._rows)
        self._rows.show()
        if before is not None:
            tab_after(before, self._rows)
        if had_focus and (first := self.buttons[0] if self.buttons else before) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        former.hide()
        former.deleteLater()

    def _row(self, record: ImportRecord) -> SideBySide:
        theme = self._theme
        entered = record.entered.local.date()
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = _("Brought in on {day}").format(day=day_and_month(entered))
        column.addWidget(Label(theme, title, role="small_strong", wraps=True))
        rests = (record.entered.at + REST).astimezone(self._around.now().tzinfo).date()
        line = _("{file} · can be taken out until {day}").format(
            file=record.file_name, day=day_and_month(rests)
        )
        column.addWidget(Label(theme, line, role="caption", color="ink_2", wraps=True))
        button = TextButton(theme, _("Take it out again"), "undo-2")
        button.setAccessibleName(_("Take {file} out again").format(file=record.file_name))
        button.setAccessibleDescription(title)
        button.clicked.connect(partial(self._take_out, record))
        if self._diary.why_read_only:
            hold_still(button, self._diary.why_read_only)
        self.buttons.append(button)
        row = SideBySide(
            (words, button),
            lambda: theme.px(_WORDS) + button.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(row.arrange)
        return row

    def _take_out(self, record: ImportRecord) -> None:
        self._diary.fetch(self, lambda store: store.import_batch(record.id), self._go)

    def _go(self, batch: ImportBatch) -> None:
        words = _("Taking {file} out").format(file=batch.file_name)
        if self._diary.edit([SetImport(batch, is_in=False)], words):
            self.did.emit(_("{file} was taken out again.").format(file=batch.file_name))
