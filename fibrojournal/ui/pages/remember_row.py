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
        self.look()

    def look(self) -> None:
        """Show how it is now."""
        self._show(remembers=key_slots.is_remembered(self._around.journal))

    def _show(self, *, remembers: bool) -> None:
        self._switch.setChecked(remembers)
        self._words.setText(
            _("Whoever uses your account on this computer can open the journal.")
            if remembers
            else _("It opens by itself here then; elsewhere the passphrase or the code opens it.")
        )

    def _change(self) -> None:
        journal, wanted = self._around.journal, self._switch.isChecked()

        def work(key: DataKey | None) -> bool:
            if wanted and key is not None:
                return key_slots.remember(journal, key)
            key_slots.forget(journal)
            return False

        def changed(kept: bool) -> None:  # noqa: FBT001  what `work` returns
            self._show(remembers=kept)
            if wanted and not kept:
                self._say(_("This computer has no safe place for it. The passphrase opens it."))

        self._around.diary.beside(self, work, changed, self._refused)

    def _refused(self, error: BaseException) -> None:
        self.look()
        if isinstance(error, JournalError):
            self._say(str(error))
        else:
            report(error)

    def _say(self, sentence: str) -> None:
        self._words.setText(sentence)
        announce(self, sentence)
