"""Settings, About and licences."""

from __future__ import annotations

from platform import python_version

from PySide6.QtCore import qVersion

from fibrojournal import __version__
from fibrojournal.text import _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label


class AboutCard(SettingsCard):
    """What the program is, what it is not, and whose work it stands on."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _("About and licences"), "fibrojournal " + __version__)
        self._about_theme = theme = around.theme
        sentences = (
            _("It does not diagnose or replace a doctor. Nothing leaves this computer."),
            _("Free software under the GNU General Public License, version 3 or later."),
            _(
                "Letters: Inter and Noto Serif (SIL Open Font License 1.1). Icons: Lucide (ISC). "
                "Window: Qt {qt} (LGPL 3) in Python {python}."
            ).format(qt=qVersion(), python=python_version()),
        )
        for sentence in sentences:
            self.box.addWidget(Label(theme, sentence, role="small", color="ink_2", wraps=True))
        show = TextButton(theme, _("Read the licences"), "book-open")
        show.clicked.connect(self._show_licences)
        self.box.addWidget(in_lines(show))

    def _show_licences(self) -> None:
        from fibrojournal.ui.licences import Licences

        Licences(self._about_theme, self.window()).open()
