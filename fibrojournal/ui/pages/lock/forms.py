"""Two small errands of a locked journal: another passphrase, and no lock any more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from fibrojournal.journal.errors import WrongKey
from fibrojournal.storage import encryption, key_slots
from fibrojournal.storage.key import DataKey
from fibrojournal.text import _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.lock.errand import DoneCard, LockErrand, told_of
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.passphrase import NewPassphrase, PassphraseEntry


class LockForm(LockErrand):
    """Asks for the present passphrase, then does one thing and says so."""

    def __init__(self, around: Surroundings, title: str, words: str, deed: str) -> None:
        super().__init__(around, title, words)
        self._deed, self._is_done = deed, False
        self._present = PassphraseEntry(self.theme, _("Present passphrase"))
        self.begin()

    def begin(self) -> None:
        """Ask for the passphrase, with nothing typed."""
        self._is_done = False
        self.notice.hide()
        self.not_now.show()
        self._present = PassphraseEntry(self.theme, _("Present passphrase"))
        self._present.changed.connect(self.judge)
        self._present.entered.connect(self.act)
        card = Card(self.theme)
        card.box.setContentsMargins(20, 17, 20, 17)
        card.box.setSpacing(16)
        card.box.addWidget(self._present)
        self.fill(card.box)
        self.show_part(card)
        self.judge()

    def fill(self, box: QVBoxLayout) -> None:
        """Add what else is asked."""

    def reason(self) -> str:
        """Why it cannot be done yet; empty where it can."""
        return "" if self._present.passphrase else _("Type the passphrase first.")

    def carry_out(self, key: DataKey, copies: Sequence[Path]) -> DataKey | None:
        """Do it to the closed file, and return its key then. Runs on the journal's thread."""
        raise NotImplementedError

    def closing(self) -> tuple[str, str]:
        """Name what was done, and say what follows."""
        raise NotImplementedError

    def shown(self) -> None:
        """Begin anew where it was done before."""
        super().shown()
        if self._is_done:
            self.begin()

    def focus_first(self) -> None:
        """Focus the first field."""
        self._present.focus_first()

    def judge(self) -> None:
        """Say on the button what it does, and why it cannot yet."""
        self.set_button(self._deed, "", self.reason())

    def act(self) -> None:
        """Check the passphrase and do it; once it is done, go back."""
        if self._is_done:
            self.leave()
        elif self.go.isEnabled():
            journal, passphrase = self.around.journal, self._present.passphrase

            def work(key: DataKey | None, copies: Sequence[Path]) -> DataKey | None:
                if key is None or key_slots.passphrase_key(journal, passphrase) != key:
                    raise WrongKey(_("That is not the passphrase of this journal."))
                return self.carry_out(key, copies)

            self.rewrite(work, self._show_done)

    def _show_done(self) -> None:
        self._is_done = True
        title, sentence = self.closing()
        self.show_part(DoneCard(self.theme, title, [sentence, *told_of(self.fates)]))
        self.not_now.hide()
        self.set_button(_("Back to Settings"), "", "")
        self.go.setFocus()


class PassphrasePage(LockForm):
    """Another passphrase opens the journal; the recovery code stays as it is."""

    def __init__(self, around: Surroundings) -> None:
        self._new: NewPassphrase | None = None
        title, deed = _("Change the passphrase"), _("Use the new passphrase")
        super().__init__(around, title, _("The recovery code stays as it is."), deed)

    def fill(self, box: QVBoxLayout) -> None:
        """Ask for the new passphrase."""
        self._new = NewPassphrase(self.theme)
        self._new.changed.connect(self.judge)
        self._new.entered.connect(self.act)
        box.addWidget(self._new)

    def reason(self) -> str:
        """Ask for the new passphrase as well."""
        if self._new is None or not self._new.passphrase:
            return super().reason() or _("Type the new passphrase twice.")
        return super().reason()

    def carry_out(self, key: DataKey, copies: Sequence[Path]) -> DataKey | None:
        """Wrap the same key anew."""
        passphrase = self._new.passphrase if self._new is not None else ""
        encryption.change_passphrase(
            self.around.journal, key, passphrase, copies=copies, on_copy=self.note_fate
        )
        return key

    def closing(self) -> tuple[str, str]:
        """Say that the new one holds."""
        return _("The passphrase is changed"), _("The former one opens the journal no longer.")


class LockOffPage(LockForm):
    """Nothing is asked any more at the start."""

    def __init__(self, around: Surroundings) -> None:
        words = _(
            "Whoever can open this computer's files can then read the journal and its copies."
        )
        super().__init__(around, _("Turn the lock off"), words, _("Turn the lock off"))

    def carry_out(self, key: DataKey, copies: Sequence[Path]) -> DataKey | None:
        """Write the file and its copies without encryption."""
        encryption.decrypt(self.around.journal, key, copies=copies, on_copy=self.note_fate)
        return None

    def closing(self) -> tuple[str, str]:
        """Say that it is off."""
        return _("The lock is off"), _("The paper with the code has no use any more.")
