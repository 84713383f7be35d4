"""Settings, Data: where everything lies."""

from __future__ import annotations

from fibrojournal.text import _
from fibrojournal.ui.folders import show_folder
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings_card import SettingsCard
from fibrojournal.ui.widgets.buttons import LinkButton


class DataCard(SettingsCard):
    """The folder of the journal."""

    def __init__(self, around: Surroundings) -> None:
        show = LinkButton(around.theme, _("Show folder"), "folder")
        show.clicked.connect(self._show_folder)
        words = _("one folder that you can see, copy and delete")
        super().__init__(around, _("Data"), words, show)
        self._around = around

    def _show_folder(self) -> None:
        folder = self._around.journal.absolute().parent
        if not show_folder(folder):
            self.told.emit(_("Your journal lies in {folder}.").format(folder=folder))
