"""Whether this computer remembers the key, so that the journal opens without a passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.journal.errors import JournalError
from fibrojournal.storage import key_slots
from fibrojournal.storage.key import DataKey
from fibrojournal.text import _
from fibrojournal.ui.background import report
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.switch import Switch

_GAP = 8


class RememberRow(QWidget):
    """The switch, off at first, with what it means; it asks the system's keyring off the UI."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._changes = 0
        """How many presses are being carried out."""
        theme, name = around.theme, _("This computer remembers it")
        self._switch = Switch(theme, name)
        self._switch.clicked.connect(self._change)
        label = Label(theme, name, role="label", wraps=True)
        self._words = Label(theme, role="small", color="ink_2", wraps=True)
        row = SideBySide(
            (label, self._switch),
            lambda: label.line_width() + self._switch.sizeHint().width() + _GAP,
            gap=_GAP,
        )
        theme.changed.connect(row.arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(row)
        column.addWidget(self._words)
        self._show(remembers=False)
        self.look()

    def look(self) -> None:
        """Show how it is now."""
        journal = self._around.journal

        def seen(remembers: bool) -> None:  # noqa: FBT001  what `is_remembered` returns
            if not self._changes:  # else what was seen is out of date
                self._show(remembers)

        self._around.diary.beside(
            self, lambda _: key_slots.is_remembered(journal), seen, self._refused
        )

    def _show(self, remembers: bool) -> None:  # noqa: FBT001  what was found or is wished
        self._switch.setChecked(remembers)
        self._words.setText(
            _("Whoever uses your account on this computer can open the journal.")
            if remembers
            else _("It opens by itself here then; elsewhere the passphrase or the code opens it.")
        )

    def _change(self) -> None:
        journal, wanted = self._around.journal, self._switch.isChecked()
        self._changes += 1

        def work(key: DataKey | None) -> bool:
            if wanted and key is not None:
                return key_slots.remember(journal, key)
            key_slots.forget(journal)
            return False

        def changed(kept: bool) -> None:  # noqa: FBT001  what `work` returns
            self._changes -= 1
            if self._changes:  # pressed once more meanwhile
                return
            self._show(kept)
            if wanted and not kept:
                self._say(_("This computer has no safe place for it. The passphrase opens it."))

        self._around.diary.beside(self, work, changed, self._refused)

    def _refused(self, error: BaseException) -> None:
        self._changes = 0
        self._show(not self._switch.isChecked())
        if isinstance(error, JournalError):
            self._say(str(error))
        else:
            report(error)

    def _say(self, sentence: str) -> None:
        self._words.setText(sentence)
        announce(self, sentence)
