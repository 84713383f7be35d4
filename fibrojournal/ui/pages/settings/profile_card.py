"""Settings, About you: how much is answered, and the way to the page."""

from __future__ import annotations

from fibrojournal.journal.profile import count_answered
from fibrojournal.text import _, plural
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label


class ProfileCard(SettingsCard):
    """Optional from end to end."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _("About you"), _("optional; it changes no number here"))
        self._around = around
        self._state = Label(around.theme, color="ink_2", wraps=True)
        look = TextButton(around.theme, _("Look or answer"), "smile")
        look.clicked.connect(lambda: self.page_wanted.emit("profile"))
        self.box.addWidget(self._state)
        self.box.addWidget(in_lines(look))
        around.diary.common_changed.connect(self.shown)
        self.shown()

    def shown(self) -> None:
        """Say how many facts have an answer."""
        count = count_answered(self._around.diary.common.settings)
        answered = plural("{n} answer is kept.", "{n} answers are kept.", count)
        self._state.setText(
            answered if count else _("Nothing is answered, and nothing needs to be.")
        )
