"""Settings, Medication: how much is noted, and the way to the page."""

from __future__ import annotations

from fibrojournal.text import _, plural
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label


class MedicationCard(SettingsCard):
    """The second door to the page that the tile of Today leads to."""

    def __init__(self, around: Surroundings) -> None:
        words = _("what you take and since when; it never suggests a change")
        super().__init__(around, _("Medication"), words)
        self._around = around
        self._state = Label(around.theme, color="ink_2", wraps=True)
        look = TextButton(around.theme, _("Look or change"), "pill")
        look.clicked.connect(lambda: self.page_wanted.emit("medication"))
        self.box.addWidget(self._state)
        self.box.addWidget(in_lines(look))
        around.diary.common_changed.connect(self.shown)
        self.shown()

    def shown(self) -> None:
        """Say how many medicines are noted."""
        count = len(self._around.diary.common.medicines)
        noted = plural("{n} medicine is noted.", "{n} medicines are noted.", count)
        self._state.setText(noted if count else _("No medicine is noted, and none needs to be."))
