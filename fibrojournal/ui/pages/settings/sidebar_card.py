"""Settings, Reading sidebar: whether it stands beside the pages, and how wide."""

from __future__ import annotations

from fibrojournal.text import N_, _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.pages.settings.setting_row import setting_row
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.switch import Switch

WIDTHS = ((280, N_("Narrow")), (312, N_("Usual")), (400, N_("Wide")), (480, N_("Widest")))


class SidebarCard(SettingsCard):
    """The quiet themes have a choice of their own: they begin without it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _("Reading sidebar"), _("F9 opens and closes it on any page"))
        theme, choices = around.theme, around.choices
        self._choices = choices
        beside, quiet, width = _("Open beside the page"), _("Open in Quiet view"), _("Width")
        self._beside = Switch(theme, beside)
        self._beside.clicked.connect(lambda on: choices.change(sidebar_open=on))
        self._quiet = Switch(theme, quiet)
        self._quiet.clicked.connect(lambda on: choices.change(sidebar_open_in_quiet=on))
        self._width = Segments(theme, width, [(str(px), _(name)) for px, name in WIDTHS])
        self._width.chosen.connect(lambda px: choices.change(sidebar_width=int(px)))
        self.box.addWidget(setting_row(theme, beside, "", self._beside))
        self.box.addWidget(setting_row(theme, quiet, "", self._quiet))
        self.box.addWidget(setting_row(theme, width, "", self._width))
        choices.changed.connect(self.shown)
        self.shown()

    def shown(self) -> None:
        """Show how it is now."""
        chosen = self._choices.now
        self._beside.setChecked(chosen.sidebar_open)
        self._quiet.setChecked(chosen.sidebar_open_in_quiet)
        nearest = min((px for px, _name in WIDTHS), key=lambda px: abs(px - chosen.sidebar_width))
        self._width.show_choice(str(nearest))
