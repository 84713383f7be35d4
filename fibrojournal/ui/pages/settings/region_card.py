"""Settings, Dates and units: what the system's own place would decide otherwise."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from fibrojournal.text import CELSIUS, FAHRENHEIT, _, weekday_name
from fibrojournal.ui.customs import SYSTEM, first_weekday, is_fahrenheit
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.pages.settings.setting_row import setting_row
from fibrojournal.ui.widgets.choice import Choice


class RegionCard(SettingsCard):
    """Both choices are this computer's. Only the order of dates is left to the system."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _("Dates and units"), _("as on this computer, or as you say"))
        self._choices, theme = around.choices, around.theme
        here = QLocale()
        usual = weekday_name(first_weekday(here, SYSTEM))
        weekdays = {
            SYSTEM: _("As system, {usual}").format(usual=usual),
            "monday": weekday_name(0),
            "saturday": weekday_name(5),
            "sunday": weekday_name(6),
        }
        self._weekday = Choice(theme, _("Weeks begin on"), "calendar")
        self._fill(self._weekday, weekdays, "first_weekday")
        degrees = _(FAHRENHEIT) if is_fahrenheit(here, SYSTEM) else _(CELSIUS)
        temperatures = {
            SYSTEM: _("As system, {usual}").format(usual=degrees),
            "celsius": _(CELSIUS),
            "fahrenheit": _(FAHRENHEIT),
        }
        self._degrees = Choice(theme, _("Temperature in"), "sun")
        self._fill(self._degrees, temperatures, "temperature")
        names = (self._weekday.accessibleName(), self._degrees.accessibleName())
        hint = _("Holds from the next start.")
        self.box.addWidget(setting_row(theme, names[0], "", self._weekday))
        self.box.addWidget(setting_row(theme, names[1], hint, self._degrees))

    def _fill(self, choice: Choice, names: dict[str, str], setting: str) -> None:
        ids = list(names)
        choice.addItems(list(names.values()))
        choice.setCurrentIndex(ids.index(getattr(self._choices.now, setting)))
        choice.activated.connect(lambda place: self._choices.change(**{setting: ids[place]}))
