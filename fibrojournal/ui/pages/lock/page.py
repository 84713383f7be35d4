"""Lock: encrypts the journal, in three steps, or gives an encrypted one a new recovery code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fibrojournal.storage import encryption, key_slots
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.recovery_code import groups_of
from fibrojournal.text import N_, _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.lock.code import CodeStep
from fibrojournal.ui.pages.lock.errand import DoneCard, LockErrand, told_of
from fibrojournal.ui.pages.lock.remember_row import RememberRow
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.passphrase import NewPassphrase, PassphraseEntry
from fibrojournal.ui.widgets.step_marks import StepMarks

TRACES = N_(
    "A disk may keep traces of what was deleted. Where that matters, encrypt the whole disk too."
)
PASSPHRASE, CODE, DONE = 1, 2, 3


class LockPage(LockErrand):
    """Turns the lock on. The code is shown, and typed back in part, before anything changes."""

    title = N_("Lock this journal")
    about = N_("Only someone with your passphrase, or with the recovery code, can read it.")
    deed = N_("Turn the lock on")
    unchanged = N_("Nothing changes until you turn it on.")
    finished = N_("The lock is on")

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _(self.title), _(self.about))
        self._marks = StepMarks(self.theme, (_("Passphrase"), _("Recovery code"), _("Done")))
        self.head.addWidget(self._marks)
        self._step = PASSPHRASE
        self._key: DataKey | None = None
        self._asked: NewPassphrase | PassphraseEntry | None = None
        self._code: CodeStep | None = None
        self._passphrase = ""
        self.begin()

    # What the errand is

    def ask(self) -> NewPassphrase | PassphraseEntry:
        """Make what asks for the passphrase."""
        return NewPassphrase(self.theme)

    def check(self, passphrase: str) -> None:
        """Go on to the code with this passphrase, if it is right."""
        self._passphrase = passphrase
        self._show_code()

    def carry_out(
        self, present: DataKey | None, copies: Sequence[Path], new: DataKey, passphrase: str
    ) -> DataKey:
        """Encrypt the closed file. Runs on the journal's thread."""
        del present  # it is not encrypted
        return encryption.encrypt(
            self.around.journal, passphrase, key=new, copies=copies, on_copy=self.note_fate
        )

    # The steps

    def begin(self) -> None:
        """Go back to an empty first step."""
        self._key, self._code, self._passphrase = None, None, ""
        self._asked = self.ask()
        self._asked.changed.connect(self._judge)
        self._asked.entered.connect(self.act)
        card = Card(self.theme)
        card.box.setContentsMargins(20, 17, 20, 17)
        card.box.addWidget(self._asked)
        self._show(PASSPHRASE, card)

    def shown(self) -> None:
        """Begin anew where it was carried out before."""
        super().shown()
        if self._step == DONE:
            self.begin()

    def focus_first(self) -> None:
        """Focus the passphrase, or what comes first with the code."""
        if self._code is not None:
            self._code.focus_first()
        elif self._asked is not None:
            self._asked.focus_first()
        else:
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Go back from the code to the passphrase."""
        if by < 0 and self._step == CODE:
            self.begin()
            self.focus_first()

    def act(self) -> None:
        """Go on to the next step, if this one allows it."""
        if not self.go.isEnabled():
            return
        if self._step == DONE:
            self.leave()
        elif self._asked is not None:
            self.check(self._asked.passphrase)
        elif self._key is not None:
            self._turn(self._key, self._passphrase)

    def _show_code(self) -> None:
        self._key, self._asked = DataKey.new(), None
        self._code = CodeStep(self.theme, groups_of(self._key))
        self._code.changed.connect(self._judge)
        self._code.told.connect(self.notice.say)
        self._code.entered.connect(self.act)
        self._show(CODE, self._code)
        self._code.focus_first()

    def _turn(self, new: DataKey, passphrase: str) -> None:
        self.rewrite(
            lambda present, copies: self.carry_out(present, copies, new, passphrase),
            self._show_done,
        )

    def _show_done(self) -> None:
        self._key, self._code, self._passphrase = None, None, ""
        card = DoneCard(self.theme, _(self.finished), [*self.closing_words(), _(TRACES)])
        card.box.addWidget(RememberRow(self.around))
        self._show(DONE, card)
        self.focus_first()

    def closing_words(self) -> list[str]:
        """Say what holds from now on, and what became of older copies."""
        opens = _("The journal asks for the passphrase at each start, and Ctrl+L locks it at once.")
        return [opens, *told_of(self.fates)]

    def _show(self, step: int, part: QWidget) -> None:
        self._step = step
        self.notice.hide()
        self.show_part(part)
        self._marks.show_step(step)
        self.not_now.setVisible(step != DONE)
        self._judge()

    def _judge(self) -> None:
        """Say on the button what it does, and why it cannot yet."""
        reason, hint = "", ""
        if self._step == CODE and self._code is not None:
            reason, hint = self._code.reason, _(self.unchanged)
        elif self._asked is not None and not self._asked.passphrase:
            reason = _("Type the passphrase first.")
        names = {PASSPHRASE: _("Go on"), CODE: _(self.deed), DONE: _("Back to Settings")}
        self.set_button(names[self._step], "lock" if self._step == CODE else "", reason)
        self.hint.setText(hint)


class NewCodePage(LockPage):
    """Encrypts a locked journal anew with another key: the former code opens nothing then."""

    title = N_("A new recovery code")
    about = N_("For when someone may have seen the former one. The passphrase stays.")
    deed = N_("Use the new code")
    unchanged = N_("The former code holds until then.")
    finished = N_("The new code holds")

    def ask(self) -> NewPassphrase | PassphraseEntry:
        """Ask for the present passphrase."""
        return PassphraseEntry(self.theme, _("Passphrase"))

    def check(self, passphrase: str) -> None:
        """Try the passphrase on the journal first."""
        journal = self.around.journal

        def fits(_key: DataKey) -> None:
            self.set_busy(busy=False)
            self._passphrase = passphrase
            self._show_code()

        self.set_busy(busy=True)
        self.around.diary.beside(
            self, lambda _key: key_slots.passphrase_key(journal, passphrase), fits, self.not_done
        )

    def carry_out(
        self, present: DataKey | None, copies: Sequence[Path], new: DataKey, passphrase: str
    ) -> DataKey:
        """Encrypt the closed file and its copies with the new key."""
        if present is None:
            raise RuntimeError("only an encrypted journal has a code")
        return encryption.change_key(
            self.around.journal,
            present,
            passphrase,
            new=new,
            copies=copies,
            on_copy=self.note_fate,
        )

    def closing_words(self) -> list[str]:
        """Say that the former code is worth nothing now."""
        return [_("The former code opens nothing any more."), *told_of(self.fates)]
