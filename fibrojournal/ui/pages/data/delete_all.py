"""Delete everything: after a backup, if wanted, and a typed word the journal begins anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from fibrojournal import settings
from fibrojournal.journal.errors import JournalError, JournalNotWritable
from fibrojournal.text import _, place, plural
from fibrojournal.ui.background import report
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back, titled
from fibrojournal.ui.stores import Store
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import LinkButton, PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.still import with_reason
from fibrojournal.ui.widgets.ways import Ways

if TYPE_CHECKING:
    from fibrojournal.storage.key import DataKey

KEEP, DELETE = "keep", "delete"


class _Standing(NamedTuple):
    """What there is to delete."""

    days: int
    backups: tuple[Path, ...]

    @property
    def folders(self) -> str:
        """The folders that the backups lie in."""
        return ", ".join(dict.fromkeys(place(path.parent) for path in self.backups))


class DeleteAllPage(Page):
    """Nothing goes before the word is typed and the button pressed; backups go only if chosen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._theme, self._diary = around, around.theme, around.diary
        self._standing = _Standing(0, ())
        self._build()
        around.backups.changed.connect(self._look)

    @property
    def word(self) -> str:
        """The word that has to be typed."""
        return _("delete")

    def shown(self) -> None:
        """Begin anew, and see what there is."""
        self.subject_changed.emit("backups", _("You opened Delete everything."))
        self.field.clear()
        self.ways.show_choice(KEEP)
        self._trouble.hide()
        self._look()

    def focus_first(self) -> None:
        """Focus the way back: nothing here is done by accident."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    # Looking

    def _look(self) -> None:
        if not self.isVisible() or not self._diary.is_ready:
            return
        journal = self._around.journal
        folders = settings.backup_folders(self._around.choices.now, journal)

        def ask(store: Store) -> _Standing:
            from fibrojournal.storage.backups import backups_of

            days = sum(day.is_noted for day in store.snapshot().days)
            found = [one.path for folder in folders for one in backups_of(journal, folder)]
            return _Standing(days, tuple(found))

        self._diary.fetch(self, ask, self._take)

    def _take(self, standing: _Standing) -> None:
        self._standing = standing
        words = plural("One noted day goes", "{n} noted days go", standing.days)
        rest = _("with every note, event and choice about questions, and the whole history.")
        self._what.setText(f"{words} {rest}")
        count = len(standing.backups)
        are_there = plural(
            "One backup lies in {{folder}}.", "{n} backups lie in {{folder}}.", count
        )
        self._backups.setText(
            are_there.format(folder=standing.folders) if count else _("No backup is there.")
        )
        self.ways.setVisible(count > 0)
        self._judge()

    def _judge(self) -> None:
        reason = self._diary.why_read_only
        if not reason and self.field.text().strip().casefold() != self.word.casefold():
            reason = _("Type the word first.")
        self.go.setEnabled(not reason)
        self.go.setAccessibleDescription(with_reason("", reason))

    # Deleting

    def _back_up(self) -> None:
        self._around.backups.back_up(self._say)

    def _say(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        announce(self, sentence)

    def _delete(self) -> None:
        journal, is_sample = self._around.journal, self._diary.is_sample
        chosen = self.ways.choice == DELETE
        backups = self._standing.backups if chosen else ()
        left: list[str] = []

        def work(_key: DataKey | None) -> None:
            from fibrojournal.storage.erasing import erase, erase_backups

            erase(journal, sample=is_sample)
            try:
                erase_backups(backups)
            except JournalNotWritable as error:
                left.append(str(error))

        def done() -> None:
            self._diary.steps.clear()
            self._around.backups.look()
            self.page_wanted.emit("today")
            self.told.emit(left[0] if left else self._told(deleted=chosen))

        def failed(error: BaseException) -> None:
            self._judge()
            if isinstance(error, JournalError):
                self._say(str(error))
            else:
                report(error)

        self.field.clear()
        self.focus_first()
        self._diary.with_file_closed(self, work, done, failed)

    def _told(self, *, deleted: bool) -> str:
        words = _("Everything was deleted. The journal is new and empty.")
        if self._standing.backups and not deleted:
            kept = _("Its backups are kept in {folder}.")
            words = f"{words} {kept.format(folder=self._standing.folders)}"
        return words

    # Building

    def _build(self) -> None:
        theme = self._theme
        _area, column = all_scrolling(self, theme)
        self._back = BackLink(theme, _("Back to Settings"))
        self._back.clicked.connect(lambda: self.page_wanted.emit("settings"))
        lead_back(theme, column, self._back)
        words = _("The journal begins anew, empty. This cannot be undone here.")
        line = Label(theme, words, role="small", color="ink_2", wraps=True)
        add_layout(column, titled(theme, _("Delete everything"), line))
        for part in (self._build_what(), self._build_backups(), self._build_word()):
            column.addWidget(part)
        column.addStretch(1)

    def _build_what(self) -> Card:
        card = Card(self._theme)
        card.box.addWidget(card_title(self._theme, _("What goes")))
        self._what = Label(self._theme, wraps=True)
        card.box.addWidget(self._what)
        words = _(
            "A lock goes as well. Exports that you made stay where they are. Special programs may "
            "find traces of a deleted file on a disk for a while."
        )
        card.box.addWidget(Label(self._theme, words, role="small", color="ink_2", wraps=True))
        return card

    def _build_backups(self) -> Card:
        theme, card = self._theme, Card(self._theme)
        card.box.addWidget(card_title(theme, _("Backups")))
        self._backups = Label(theme, role="small", color="ink_2", wraps=True)
        card.box.addWidget(self._backups)
        choices = [(KEEP, _("Keep the backups")), (DELETE, _("Delete the backups too"))]
        self.ways = Ways(theme, _("What becomes of the backups"), choices)
        self.ways.options[0].set_meaning(_("A day can come back from them, or all of it."))
        self.ways.options[1].set_meaning(_("Nothing of this journal is left in their folder."))
        self.ways.show_choice(KEEP)
        card.box.addWidget(self.ways)
        self.first = TextButton(theme, _("Back up first"), "server")
        self.first.clicked.connect(self._back_up)
        self.first.setEnabled(self._around.backups.are_kept)
        export = LinkButton(theme, _("Export first"), "upload")
        export.clicked.connect(lambda: self.page_wanted.emit("export"))
        card.box.addWidget(in_lines(self.first, export, gap=12))
        return card

    def _build_word(self) -> Card:
        theme, card = self._theme, Card(self._theme)
        name = _("Type “{word}” to go on").format(word=self.word)
        card.box.addWidget(Label(theme, name, role="label", wraps=True))
        self.field = TextField(theme, name)
        self.field.textChanged.connect(self._judge)
        card.box.addWidget(self.field)
        self._trouble = Label(theme, color="notice_ink", wraps=True)
        self._trouble.hide()
        card.box.addWidget(self._trouble)
        self.go = PrimaryButton(theme, _("Delete everything"), "x")
        self.go.clicked.connect(self._delete)
        leave = TextButton(theme, _("Leave everything as it is"))
        leave.clicked.connect(lambda: self.page_wanted.emit("settings"))
        card.box.addWidget(in_lines(self.go, leave, gap=12, line_gap=10))
        return card
