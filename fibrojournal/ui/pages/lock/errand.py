"""What the pages about the lock have in common: the way back, one thing to do, and "Not now"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal import settings
from fibrojournal.journal.errors import JournalError, WrongKey
from fibrojournal.storage.encryption import Fate, copies_of
from fibrojournal.storage.key import DataKey
from fibrojournal.text import _, plural
from fibrojournal.ui.background import report
from fibrojournal.ui.page import Page, Surroundings, lead_back, scrolling, titled
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.focus import last_stop, tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.notice import Notice
from fibrojournal.ui.widgets.side_by_side import SideBySide

Fates = dict[Path, Fate]
"""What became of each older copy of the journal."""

_GAP = 10


class LockErrand(Page):
    """Something about the lock that is done on one page. Nothing changes before its button.

    The passphrases that were typed are forgotten when the journal is locked meanwhile.
    """

    def __init__(self, around: Surroundings, title: str, words: str) -> None:
        super().__init__()
        self.around, self.theme = around, around.theme
        self.fates: Fates = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._back = BackLink(self.theme, _("Back to Settings"))
        self._back.clicked.connect(self.leave)
        area, form = scrolling(self.theme)
        form.setSpacing(_GAP)
        lead_back(self.theme, form, self._back)
        self.head = QVBoxLayout()
        self.head.setContentsMargins(0, 2, 0, 0)
        self.head.setSpacing(_GAP)
        line = Label(self.theme, words, role="small", color="ink_2", wraps=True)
        add_layout(self.head, titled(self.theme, title, line))
        add_layout(form, self.head)
        self.notice = Notice(self.theme)
        self._part = QWidget()
        self._inside = QVBoxLayout()
        add_layout(form, self._inside)
        form.addWidget(self.notice)
        form.addWidget(self._build_foot())
        form.addStretch(1)
        column.addWidget(area, 1)

    def begin(self) -> None:
        """Show the page as it is at first, with nothing typed."""

    def act(self) -> None:
        """Do what the button says."""

    def shown(self) -> None:
        """Let the sidebar follow."""
        self.subject_changed.emit("lock", _("You opened Lock."))

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed where the window is being locked."""
        super().hideEvent(event)
        if self.around.diary.is_encrypted and not event.spontaneous():
            self.begin()

    # What the page shows

    def show_part(self, part: QWidget) -> None:
        """Put a part in the place of the one that stands between the title and the button."""
        former, self._part = self._part, part
        self._inside.addWidget(part)
        self._inside.removeWidget(former)
        former.hide()
        former.deleteLater()
        part.show()
        tab_after(self._back, part)
        last = last_stop(part)
        if last is not None:
            tab_after(last, self._foot)

    def set_button(self, name: str, icon: str, reason: str) -> None:
        """Say on the button what it does; a reason says why it cannot be pressed yet."""
        self.go.setText(name)
        self.go.set_icon(icon)
        self.go.setEnabled(not reason)
        self.go.setAccessibleDescription(reason)
        self.go.setToolTip(reason)
        self.go.updateGeometry()

    # Doing it

    def rewrite(
        self,
        work: Callable[[DataKey | None, Sequence[Path]], DataKey | None],
        done: Callable[[], None],
    ) -> None:
        """Do `work` to the closed file and all known copies; say why where it cannot be."""
        self.notice.hide()
        self.fates = {}
        self.set_busy(busy=True)
        chosen, journal = self.around.choices.now, self.around.journal

        def whole(key: DataKey | None) -> DataKey | None:
            return work(key, copies_of(journal, *settings.backup_folders(chosen, journal)))

        before = self.hint.text()
        self.hint.setText(_("One moment: the journal and its copies are being changed."))
        announce(self, self.hint.text())

        def ended() -> None:
            self.hint.setText(before)
            self.set_busy(busy=False)
            done()

        def refused(error: BaseException) -> None:
            self.hint.setText(before)
            self.not_done(error)

        self.around.diary.with_file_closed(self, whole, ended, refused)

    def note_fate(self, copy: Path, fate: Fate) -> None:
        """Remember what became of a copy. Runs on the journal's thread."""
        self.fates[copy] = fate

    def not_done(self, error: BaseException) -> None:
        """Say why nothing was done, and give the focus back, which a page at work cannot hold."""
        self.set_busy(busy=False)
        if isinstance(error, WrongKey):
            self.notice.say(_("That is not the passphrase of this journal."))
            self.focus_first()
        elif isinstance(error, JournalError):
            self.notice.say(str(error))
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            report(error)

    def set_busy(self, *, busy: bool) -> None:
        """Take no second order while one is carried out."""
        for part in (self._part, self._foot):
            part.setEnabled(not busy)

    def leave(self) -> None:
        """Go back to Settings with nothing changed but what was."""
        self.begin()
        self.page_wanted.emit("settings")

    def _build_foot(self) -> QWidget:
        self.go = PrimaryButton(self.theme)
        self.go.clicked.connect(self.act)
        self.not_now = TextButton(self.theme, _("Not now"))
        self.not_now.clicked.connect(self.leave)
        self.hint = Label(self.theme, role="small", color="ink_2", wraps=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        buttons = in_lines(self.go, self.not_now)
        self._foot = SideBySide(
            (buttons, self.hint),
            lambda: 2 * self.go.sizeHint().width() + self.not_now.sizeHint().width(),
            stretches=(1, 1),
        )
        self.theme.changed.connect(self._foot.arrange)
        return self._foot


class DoneCard(Card):
    """What was done, and what follows from it."""

    def __init__(self, theme: Theme, title: str, sentences: Sequence[str]) -> None:
        super().__init__(theme)
        self.box.addWidget(Label(theme, title, role="heading", wraps=True))
        for sentence in sentences:
            self.box.addWidget(Label(theme, sentence, color="ink_2", wraps=True))
        self.box.setContentsMargins(20, 17, 20, 17)


def told_of(fates: Fates) -> list[str]:
    """Say what became of older copies; those that were not changed by their names."""
    names = {
        fate: ", ".join(sorted(copy.name for copy in fates if fates[copy] is fate)) for fate in Fate
    }
    sentences = []
    if n := list(fates.values()).count(Fate.CONVERTED):
        sentences.append(
            plural(
                "One older copy was changed as well.", "{n} older copies were changed as well.", n
            )
        )
    if removed := names[Fate.REMOVED]:
        sentence = _("These could not be encrypted and were removed: {names}")
        sentences.append(sentence.format(names=removed))
    if left := names[Fate.LEFT]:
        sentences.append(_("These are as they were: {names}").format(names=left))
    return sentences
