"""Settings, Lock: whether the journal is encrypted, and all that can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.text import N_, _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.lock.remember_row import RememberRow
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide

NEVER = "0"
AFTER = ("5", "10", "30", NEVER)
ERRANDS = (
    ("lock_passphrase", N_("Change the passphrase")),
    ("lock_code", N_("Make a new recovery code")),
    ("lock_off", N_("Turn the lock off")),
)
_GAP = 16


class LockCard(SettingsCard):
    """Offers a lock to a plain journal; to a locked one what goes with it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _("Lock"), _("a passphrase, and a code on paper"))
        self._around = around
        self._state = Label(around.theme, color="ink_2", wraps=True)
        self._set_up = TextButton(around.theme, _("Set up a lock"), "lock")
        self._set_up.clicked.connect(lambda: self.page_wanted.emit("lock"))
        self._offer = in_lines(self._set_up)
        self._locked = self._build_locked()
        for part in (self._state, self._offer, self._locked):
            self.box.addWidget(part)
        around.diary.journal_changed.connect(self.shown)
        around.choices.changed.connect(self.shown)
        self.shown()

    def shown(self) -> None:
        """Show how it is now."""
        is_locked = self._around.diary.is_encrypted
        self._state.setText(
            _("The lock is on. The journal and its backups are encrypted.")
            if is_locked
            else _("There is no lock. Whoever can open this computer's files can read the journal.")
        )
        self._offer.setVisible(not is_locked)
        self._locked.setVisible(is_locked)
        self._remember.look()
        minutes = self._around.choices.now.lock_after_minutes
        if str(minutes) in AFTER:
            self._after.show_choice(str(minutes))

    def _build_locked(self) -> QWidget:
        theme, whole = self._around.theme, QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._build_after())
        self._remember = RememberRow(self._around)
        column.addWidget(self._remember)
        now = TextButton(theme, _("Lock now"), "lock")
        now.clicked.connect(self._around.diary.lock_wanted)
        errands = [now]
        for page, name in ERRANDS:
            button = TextButton(theme, _(name))
            button.clicked.connect(lambda _checked=False, id=page: self.page_wanted.emit(id))
            errands.append(button)
        column.addWidget(in_lines(*errands))
        return whole

    def _build_after(self) -> QWidget:
        theme, name = self._around.theme, _("Lock after minutes without use")
        label = Label(theme, name, role="label", wraps=True)
        choices = [(id, _("Never") if id == NEVER else id) for id in AFTER]
        self._after = Segments(theme, name, choices)
        self._after.chosen.connect(self._choose)
        row = SideBySide(
            (label, self._after),
            lambda: label.line_width() + self._after.sizeHint().width() + _GAP,
            gap=_GAP,
        )
        theme.changed.connect(row.arrange)
        return row

    def _choose(self, id: str) -> None:
        self._around.choices.change(lock_after_minutes=int(id))
