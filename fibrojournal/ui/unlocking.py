"""What stands in the window while an encrypted journal is closed: the ways to open it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.errors import JournalError, WrongKey
from fibrojournal.storage import key_slots
from fibrojournal.storage.key import DataKey
from fibrojournal.text import _
from fibrojournal.ui import window_place
from fibrojournal.ui.background import Background, report
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton, PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import IconLabel, Label, page_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.notice import Action, Notice
from fibrojournal.ui.widgets.passphrase import NewPassphrase, PassphraseEntry
from fibrojournal.ui.widgets.scroll import ScrollPage

T = TypeVar("T")

_WIDEST = 620
_ABOVE = 90
_LONGEST_CODE = 200


class Runner(Protocol):
    """Does work off the UI thread and answers on it, as `Background.run` does."""

    def __call__(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> object:
        """Run `work`, then `done` or `failed`."""


class UnlockPage(QWidget):
    """Asks for the passphrase or the recovery code of a journal; `opened` brings the key."""

    opened = Signal(object)
    """The key; it was tried on the file."""

    def __init__(self, theme: Theme, journal: Path, backups: Path, run: Runner) -> None:
        """Ask for the key of a journal whose backups are in a folder; `run` does slow work."""
        super().__init__()
        self._theme, self._journal, self._backups, self._run = theme, journal, backups, run
        self._is_asking = self._renews = False
        self._key: DataKey | None = None
        self._build()
        self._ask_passphrase()
        run(
            self,
            lambda: (_has_passphrase(journal, backups), key_slots.is_remembered(journal)),
            self._know_ways,
            report,
        )

    def focus_first(self) -> None:
        """Focus the field that is asked for."""
        field = self._code if self._code.isVisibleTo(self) else self._passphrase.field
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str, ways: Sequence[Action] = ()) -> None:
        """Say a sentence above the field, with ways to go on."""
        self._notice.say(sentence, ways)

    def not_opened(self, error: BaseException) -> None:
        """Say why it did not open."""
        self._is_asking = False
        if isinstance(error, WrongKey):
            self._say_wrong()
        elif isinstance(error, JournalError):
            self.say(str(error))
        else:
            report(error)

    # Asking

    def ask_computer(self, run: Runner) -> None:
        """Open it with what this computer remembers; takes up to 3 s where that does not answer."""
        journal = self._journal
        run(self, lambda: key_slots.remembered_key(journal), self._given, self.not_opened)

    def _given(self, key: DataKey | None) -> None:
        if key is not None:
            self._found(key)
        else:
            self.say(_("This computer did not give the key. The passphrase opens it."))

    def _know_ways(self, known: tuple[bool, bool]) -> None:
        """Ask for the code where no passphrase can open it; offer this computer's help."""
        has_passphrase, is_remembered = known
        self._remembered.setVisible(is_remembered)
        if not has_passphrase:
            self._ask_code()
            self._words.setText(
                _("What its passphrase needs does not lie beside it. The recovery code opens it.")
            )
            self._other.hide()
            self._renews = True
            self.focus_first()

    def _ask_passphrase(self) -> None:
        self._show_ways(by_code=False)
        self._renews = False
        self._words.setText(_("Its passphrase opens it."))
        self._other.setText(_("Use the recovery code"))

    def _ask_code(self) -> None:
        self._show_ways(by_code=True)
        self._words.setText(_("Its recovery code opens it, from the paper where you keep it."))
        self._other.setText(_("Use the passphrase"))

    def _ask_instead(self) -> None:
        (self._ask_passphrase if self._code.isVisibleTo(self) else self._ask_code)()
        self.focus_first()

    def _do_without(self) -> None:
        self._ask_code()
        self._words.setText(
            _(
                "Its recovery code opens it, and then you may choose a new passphrase. Without the "
                "passphrase and without the recovery code nobody can open this journal, not you "
                "and not us. A backup from before it was locked may still be readable."
            )
        )
        self._renews = True
        self.focus_first()

    def _show_ways(self, *, by_code: bool) -> None:
        self._notice.hide()
        self._passphrase.setVisible(not by_code)
        self._code_part.setVisible(by_code)
        self._without.setVisible(not by_code)

    def _open(self) -> None:
        by_code = self._code.isVisibleTo(self)
        field = self._code if by_code else self._passphrase.field
        journal, backups, typed = self._journal, self._backups, field.text()
        if self._is_asking or not typed.strip():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._is_asking = True

        def find() -> DataKey:
            if by_code:
                return key_slots.code_key(journal, typed)
            return _passphrase_key(journal, typed, backups)

        self._run(self, find, self._code_fits if by_code else self._found, self.not_opened)

    def _say_wrong(self) -> None:
        by_code = self._code.isVisibleTo(self)
        field = self._code if by_code else self._passphrase.field
        sentence = _("That did not open it.")
        if not by_code and self._passphrase.field.caps_lock_is_on:
            sentence = _("That did not open it. Caps lock is on.")
        self.say(sentence)
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self, key: DataKey) -> None:
        self._is_asking = False
        self.opened.emit(key)

    # A new passphrase

    def _code_fits(self, key: DataKey) -> None:
        """Offer a new passphrase, where the code is not just used for once."""
        if not self._renews:
            self._found(key)
            return
        self._is_asking = False
        self._key = key
        self._notice.hide()
        self._words.setText(
            _("The code fits. You may choose a new passphrase; the code stays as it is.")
        )
        self._asked.hide()
        self._renewal.show()
        self._new.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew(self) -> None:
        journal, folder = self._journal, self._backups
        key, passphrase = self._key, self._new.passphrase
        if key is None or self._is_asking or not passphrase:
            return
        self._is_asking = True

        def renew() -> DataKey:
            from fibrojournal.storage.encryption import change_passphrase, copies_of

            copies = copies_of(journal, folder)
            change_passphrase(journal, key, passphrase, copies=copies)
            return key

        self._run(self, renew, self._found, self.not_opened)

    def _keep(self) -> None:
        if self._key is not None:
            self._found(self._key)

    # Building

    def _build(self) -> None:
        theme = self._theme
        area = ScrollPage(theme)
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(theme.size("space", "l"), 0, theme.size("space", "l") - 14, 0)
        across.addStretch(1)
        middle = QWidget()
        middle.setMaximumWidth(max(_WIDEST, theme.px(_WIDEST)))
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        across.addWidget(middle, 100)
        across.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, _ABOVE, 0, theme.size("space", "l"))
        column.setSpacing(theme.size("space", "m"))
        title = QHBoxLayout()
        title.setSpacing(theme.size("space", "s") + 4)
        title.addWidget(IconLabel(theme, "lock", "accent", side=26))
        title.addWidget(page_title(theme, _("Your journal is locked")), 1)
        add_layout(column, title)
        self._words = Label(theme, color="ink_2", wraps=True)
        column.addWidget(self._words)
        self._notice = Notice(theme)
        column.addWidget(self._notice)
        self._asked, self._renewal = self._build_asked(), self._build_renewal()
        column.addWidget(self._asked)
        column.addWidget(self._renewal)
        column.addStretch(1)
        area.show_page(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _build_asked(self) -> Card:
        theme = self._theme
        card = Card(theme)
        card.box.setSpacing(theme.size("space", "l"))
        self._passphrase = PassphraseEntry(theme, _("Passphrase"))
        self._passphrase.entered.connect(self._open)
        self._code_part = self._build_code()
        self._open_button = PrimaryButton(theme, _("Open"))
        self._open_button.clicked.connect(self._open)
        self._other = LinkButton(theme)
        self._other.clicked.connect(self._ask_instead)
        self._without = LinkButton(theme, _("No passphrase at hand?"))
        self._without.clicked.connect(self._do_without)
        card.box.setContentsMargins(20, 20, 20, 20)
        self._remembered = LinkButton(theme, _("Let this computer open it"))
        self._remembered.clicked.connect(lambda: self.ask_computer(self._run))
        self._remembered.hide()
        ways = in_lines(self._open_button, self._other, self._without, self._remembered)
        for part in (self._passphrase, self._code_part, ways):
            card.box.addWidget(part)
        return card

    def _build_code(self) -> QWidget:
        theme, part = self._theme, QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        name = _("Recovery code, 14 groups of 4")
        self._code = TextField(theme, name)
        self._code.setMaxLength(_LONGEST_CODE)
        self._code.returnPressed.connect(self._open)
        label = Label(theme, name, role="small_strong", wraps=True)
        label.setBuddy(self._code)
        hint = _("Capitals, spaces and hyphens do not matter.")
        for widget in (label, self._code, Label(theme, hint, role="small", color="ink_2")):
            column.addWidget(widget)
        return part

    def _build_renewal(self) -> Card:
        card = Card(self._theme)
        card.box.setContentsMargins(20, 20, 20, 20)
        card.box.setSpacing(self._theme.size("space", "l"))
        self._new = NewPassphrase(self._theme)
        renew = PrimaryButton(self._theme, _("Use the new passphrase"))
        renew.clicked.connect(self._renew)
        renew.setEnabled(False)
        self._new.changed.connect(lambda: renew.setEnabled(bool(self._new.passphrase)))
        self._new.entered.connect(self._renew)
        keep = TextButton(self._theme, _("Open without a new one"))
        keep.clicked.connect(self._keep)
        card.box.addWidget(self._new)
        card.box.addWidget(in_lines(renew, keep))
        card.hide()
        return card


def _has_passphrase(journal: Path, backups: Path) -> bool:
    return key_slots.has_passphrase(journal) or any(
        key_slots.has_passphrase(copy) for copy in _copies(journal, backups)
    )


def _passphrase_key(journal: Path, passphrase: str, backups: Path) -> DataKey:
    """Try a passphrase; where its part beside the journal is lost, with that of a backup."""
    if key_slots.has_passphrase(journal):
        return key_slots.passphrase_key(journal, passphrase)
    return key_slots.passphrase_key_beside(journal, passphrase, _copies(journal, backups))


def _copies(journal: Path, backups: Path) -> list[Path]:
    from fibrojournal.storage.backups import backups_of  # most starts have no need of it

    return [backup.path for backup in backups_of(journal, backups)]


class UnlockWindow(QMainWindow):
    """A window of the usual size and place, with nothing in it but the unlock page."""

    opened = Signal()
    """There is a key."""

    def __init__(self, theme: Theme, journal: Path, backups: Path) -> None:
        super().__init__()
        self.key: DataKey | None = None
        self._asked, self._computer = Background("unlocking"), Background("keyring")
        self.setWindowTitle("fibrojournal")
        self.setMinimumSize(*theme.tokens.data["size"]["window_min"])
        self.page = UnlockPage(theme, journal, backups, self._asked.run)
        self.page.opened.connect(self._take)
        self.setCentralWidget(self.page)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        window_place.restore(self, theme.tokens.data["size"]["window"])
        self.page.focus_first()
        # On a thread of its own: a keyring that does not answer keeps no passphrase waiting.
        self._computer.run(self, lambda: key_slots.is_remembered(journal), self._ask_computer)

    def end(self) -> DataKey | None:
        """Let the threads go and keep the window's place for the next one; return the key.

        The window itself goes when the program next waits: Qt takes it apart, in an order that
        Python's collector does not know.
        """
        window_place.remember(self)
        for thread in (self._asked, self._computer):
            thread.close(finish=False)
        if self.isVisible():
            self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        else:
            self.deleteLater()
        return self.key

    def _ask_computer(self, is_remembered: bool) -> None:  # noqa: FBT001  what the thread found
        if is_remembered:
            self.page.ask_computer(self._computer.run)

    def _take(self, key: DataKey) -> None:
        if self.key is None:
            self.key = key
            self.opened.emit()
