"""Settings, Keyboard: which keys work, and the list of them all."""

from __future__ import annotations

from fibrojournal.text import _
from fibrojournal.ui.actions import GROUPS
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.pages.settings.setting_row import setting_row
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.switch import Switch


class KeyboardCard(SettingsCard):
    """Every choice applies at once."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _("Keyboard"), _("everything works without a mouse"))
        theme, choices = around.theme, around.choices
        self._choices, self._list_theme = choices, theme
        letters, after = _("Keys of one letter"), _("Go to the next question after a number")
        self._letters = Switch(theme, letters)
        self._letters.clicked.connect(lambda on: choices.change(single_letter_keys=on))
        self.box.addWidget(setting_row(theme, letters, _letters_in_words(), self._letters))
        self._after = Switch(theme, after)
        self._after.clicked.connect(lambda on: choices.change(next_after_number=on))
        hint = _("After 1 it waits, so that 10 can be typed; Tab goes on.")
        self.box.addWidget(setting_row(theme, after, hint, self._after))
        show = TextButton(theme, _("List of all keys"), "table")
        show.clicked.connect(self._show_list)
        self.box.addWidget(in_lines(show))
        choices.changed.connect(self.shown)
        self.shown()

    def shown(self) -> None:
        """Show how it is now."""
        self._letters.setChecked(self._choices.now.single_letter_keys)
        self._after.setChecked(self._choices.now.next_after_number)

    def _show_list(self) -> None:
        from fibrojournal.ui.keyboard_list import KeyboardList

        KeyboardList(self._list_theme, self.window()).open()


def _letters_in_words() -> str:
    letters = [command for _title, group in GROUPS for command in group if command.is_letter]
    named = "; ".join(f"{command.keys[0]}: {_(command.name)}" for command in letters)
    return _("Only where no text is being typed: {keys}.").format(keys=named)
