"""Settings, Day and reminders: when a day begins, and whether anything is said of it."""

from __future__ import annotations

from datetime import time

from fibrojournal.journal.chosen import LATEST_START, set_day_starts
from fibrojournal.text import _
from fibrojournal.ui import autostart
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.pages.settings.setting_row import setting_row
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.switch import Switch

_HALF_HOURS = 48


class DayCard(SettingsCard):
    """The start of a day travels with the journal and can be undone; the rest is this computer's.

    Reminders are off until they are asked for.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _("Day and reminders"), _("no count, and nothing that scolds"))
        self._around = around
        self._add_start()
        self._add_reminder()
        if autostart.is_offered():
            self._add_autostart()
        around.choices.changed.connect(self.shown)
        around.diary.common_changed.connect(self.shown)
        self.shown()

    def shown(self) -> None:
        """Show how it is now."""
        chosen = self._around.choices.now
        self._starts.setCurrentIndex(self._around.diary.questions.chosen.day_starts)
        self._reminds.setChecked(chosen.reminder)
        place = self._at.findText(chosen.reminder_at)
        if place < 0:  # a time from the settings file that is not offered
            self._at.addItem(chosen.reminder_at)
            place = self._at.count() - 1
        self._at.setCurrentIndex(place)
        self._at.setEnabled(chosen.reminder)

    def _add_start(self) -> None:
        theme, name = self._around.theme, _("My day starts at")
        self._starts = Choice(theme, name, "sunrise")
        self._starts.addItems([f"{hour:02}:00" for hour in range(LATEST_START + 1)])
        self._starts.activated.connect(self._start_at)
        self._starts.setEnabled(not self._around.diary.why_read_only)
        hint = _(
            "What you note before then belongs to the day before. Noted days stay as they are."
        )
        self.box.addWidget(setting_row(theme, name, hint, self._starts))

    def _add_reminder(self) -> None:
        theme, choices = self._around.theme, self._around.choices
        self._reminds = Switch(theme, _("Offer to note the day"))
        self._reminds.clicked.connect(lambda on: choices.change(reminder=on))
        hint = _("Once a day, while fibrojournal is open, and only if nothing is noted yet.")
        self.box.addWidget(setting_row(theme, _("Offer to note the day"), hint, self._reminds))
        self._at = Choice(theme, _("Offer it at"), "clock")
        times = [time(half // 2, half % 2 * 30) for half in range(_HALF_HOURS)]
        self._at.addItems([f"{one:%H:%M}" for one in times])
        self._at.activated.connect(
            lambda place: choices.change(reminder_at=self._at.itemText(place))
        )
        self.box.addWidget(setting_row(theme, _("Offer it at"), "", self._at))

    def _add_autostart(self) -> None:
        name = _("Start with the computer")
        self._begins = Switch(self._around.theme, name)
        self._begins.setChecked(autostart.is_on())
        self._begins.clicked.connect(self._begin_with_computer)
        hint = _("Its window is put away until you want it.")
        self.box.addWidget(setting_row(self._around.theme, name, hint, self._begins))

    def _start_at(self, hour: int) -> None:
        diary = self._around.diary
        if hour != diary.questions.chosen.day_starts:
            diary.edit(
                [set_day_starts(hour)], _("Days start at {time}").format(time=f"{hour:02}:00")
            )

    def _begin_with_computer(self, on: bool) -> None:  # noqa: FBT001  what the switch tells
        try:
            autostart.switch(on=on)
        except OSError:
            self.told.emit(_("This computer's folder for that cannot be written."))
        self._begins.setChecked(autostart.is_on())
