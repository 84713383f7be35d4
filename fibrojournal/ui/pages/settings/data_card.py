"""Settings, Data: where everything lies, and how its backups stand."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.text import _, place
from fibrojournal.ui.folders import choose_folder, show_folder
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.bring_in.brought_rows import BroughtRows
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import LinkButton, PrimaryButton, TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import IconLabel, Label
from fibrojournal.ui.widgets.nested import add_layout


class DataCard(SettingsCard):
    """One line says when the newest backup was made and checked; buttons make one or go back."""

    def __init__(self, around: Surroundings) -> None:
        show = LinkButton(around.theme, _("Show folder"), "folder")
        show.clicked.connect(self._show_folder)
        words = _("one folder that you can see, copy and delete")
        super().__init__(around, _("Data"), words, show)
        self._around = around
        add_layout(self.box, self._build_line())
        self._trouble = Label(around.theme, role="small", color="notice_ink", wraps=True)
        self._place = Label(around.theme, role="caption", color="ink_3", wraps=True)
        self.box.addWidget(self._trouble)
        self.box.addWidget(self._build_buttons())
        self.box.addWidget(self._place)
        self.brought = BroughtRows(around)
        """What was brought in lately."""
        self.brought.did.connect(self.did)
        self.box.addWidget(self.brought)
        around.backups.changed.connect(self._show)
        around.choices.changed.connect(self._show)
        self._show()

    def shown(self) -> None:
        """Look which backups there are."""
        self._around.backups.look()

    def _build_line(self) -> QHBoxLayout:
        theme = self._around.theme
        row = QHBoxLayout()
        row.setSpacing(theme.size("space", "m"))
        self._check = IconLabel(theme, "check", "accent", side=18)
        self._line = Label(theme, role="label", wraps=True)
        row.addWidget(self._check)
        row.addWidget(self._line, 1)
        return row

    def _build_buttons(self) -> QWidget:
        theme = self._around.theme
        self._back_up = PrimaryButton(theme, _("Back up now"), "server")
        self._back_up.clicked.connect(lambda: self._around.backups.back_up(self._say))
        self._restore = TextButton(theme, _("Restore a backup"), "history")
        self._restore.clicked.connect(lambda: self.page_wanted.emit("restore"))
        self._export = TextButton(theme, _("Export"), "upload")
        self._export.clicked.connect(lambda: self.page_wanted.emit("export"))
        self._bring_in = TextButton(theme, _("Bring in a file"), "download")
        self._bring_in.clicked.connect(lambda: self.page_wanted.emit("bring_in"))
        self._choose = LinkButton(theme, _("Choose another folder"))
        self._choose.clicked.connect(self._choose_folder)
        self._delete = LinkButton(theme, _("Delete everything"))
        self._delete.clicked.connect(lambda: self.page_wanted.emit("delete_all"))
        first = (self._back_up, self._restore, self._export)
        then = (self._bring_in, self._choose, self._delete)
        return in_lines(*first, *then, gap=10, line_gap=10)

    def _show(self) -> None:
        backups, now = self._around.backups, self._around.now()
        for button in (self._back_up, self._restore, self._choose):
            button.setEnabled(backups.are_kept)
        standing = backups.standing
        if self._around.diary.is_sample:
            self._tell(_("This is made-up data; no backups are kept of it."))
        elif not backups.are_kept:
            self._tell(_("No backups are made while the journal is only looked at."))
        elif standing is None:
            self._tell(_("Looking for backups"))
        else:
            overdue = standing.is_overdue(now)
            is_made = standing.newest is not None and not overdue
            self._tell(standing.in_words(now), is_made=is_made, is_overdue=overdue)
        self._trouble.setText(standing.trouble if standing else "")
        self._trouble.setVisible(bool(self._trouble.text()))
        self._place.setText(_("Backups lie in {folder}.").format(folder=place(backups.folder)))
        self._place.setVisible(backups.are_kept)

    def _tell(self, text: str, *, is_made: bool = False, is_overdue: bool = False) -> None:
        self._check.setVisible(is_made)
        self._line.set_color("notice_ink" if is_overdue else "ink")
        self._line.setText(text)

    def _say(self, sentence: str) -> None:
        """Let readers hear what the line, or the trouble below it, shows."""
        announce(self, sentence)

    def _choose_folder(self) -> None:
        folder = choose_folder(self, _("Folder for backups"), self._around.backups.folder)
        if folder is not None:
            self._around.backups.move_to(folder, self.told.emit)

    def _show_folder(self) -> None:
        journal = self._around.journal.absolute()
        if not show_folder(journal):
            folder = journal.parent
            self.told.emit(_("Your journal lies in {folder}.").format(folder=place(folder)))
