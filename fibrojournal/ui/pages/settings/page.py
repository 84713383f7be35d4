"""Settings: a list of what can be set, and a card for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from fibrojournal.text import N_, _
from fibrojournal.ui.page import Breadth, Page, Surroundings
from fibrojournal.ui.pages.calendar.day_card import DayCard
from fibrojournal.ui.pages.settings.about_card import AboutCard
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.pages.settings.data_card import DataCard
from fibrojournal.ui.pages.settings.keyboard_card import KeyboardCard
from fibrojournal.ui.pages.settings.lock_card import LockCard
from fibrojournal.ui.pages.settings.look_card import LookCard
from fibrojournal.ui.pages.settings.medication_card import MedicationCard
from fibrojournal.ui.pages.settings.profile_card import ProfileCard
from fibrojournal.ui.pages.settings.questions_card import QuestionsCard
from fibrojournal.ui.pages.settings.region_card import RegionCard
from fibrojournal.ui.pages.settings.removed_card import RemovedCard
from fibrojournal.ui.pages.settings.sidebar_card import SidebarCard
from fibrojournal.ui.pages.settings.triggers_card import TriggersCard
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import page_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.scroll import ScrollPage
from fibrojournal.ui.widgets.section_list import SectionList

_TOP = 16
_ABOVE = 24
_SIDE = 16
_INDENT = 12
_BETWEEN = 20 - SectionList.GUTTER
_GAP = 10
_NARROWEST_CARDS = 520
"""Below this width of the cards, at 100 % text, the list beside them gives way."""


@dataclass(frozen=True, slots=True)
class Section:
    """A card of Settings, and its row in the list."""

    id: str
    title: str
    icon: str
    make: Callable[[Surroundings], SettingsCard]


SECTIONS: tuple[Section, ...] = (
    Section("look", N_("Look"), "sun", LookCard),
    Section("questions", N_("Questions"), "pencil", QuestionsCard),
    Section("triggers", N_("Triggers"), "flag", TriggersCard),
    Section("medication", N_("Medication"), "pill", MedicationCard),
    Section("day", N_("Day and reminders"), "clock", DayCard),
    Section("region", N_("Dates and units"), "calendar", RegionCard),
    Section("profile", N_("About you"), "smile", ProfileCard),
    Section("sidebar", N_("Reading sidebar"), "book-open", SidebarCard),
    Section("lock", N_("Lock"), "lock", LockCard),
    Section("data", N_("Data"), "server", DataCard),
    Section("removed", N_("Recently removed"), "undo-2", RemovedCard),
    Section("keyboard", N_("Keyboard"), "table", KeyboardCard),
    Section("about", N_("About and licences"), "info", AboutCard),
)


class SettingsPage(Page):
    """The list leads to a card, and follows what is in sight."""

    leaves_room = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme = around.theme
        self._leads = False
        self._build(around)

    def shown(self) -> None:
        """Let every card look at what it shows."""
        for card in self._cards:
            card.shown()

    def focus_first(self) -> None:
        """Focus the list, or the first card where there is no room for the list."""
        if self._list.isVisibleTo(self):
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._enter(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list room only where all of it fits, beside cards that are wide enough."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        cards = self._theme.px(_NARROWEST_CARDS)
        is_wide = self.width() >= _SIDE + self._list.width() + _BETWEEN + cards
        above = _ABOVE + self._title.sizeHint().height() + self._theme.size("space", "m")
        has_list = is_wide and self.height() >= above + self._list.height() + _TOP
        if has_list != self._list.isHidden():
            return
        self._list.setVisible(has_list)
        column = self._side if has_list else self._column
        column.insertWidget(0, self._title)

    def _go_to(self, row: int) -> None:
        self._leads = True
        bar = self._area.verticalScrollBar()
        bar.setValue(self._cards[row].y() - _TOP if row else 0)
        self._leads = False

    def _follow(self, value: int) -> None:
        """Mark the card at the top of what is in sight; at the very end the last one."""
        if self._leads:
            return
        bar = self._area.verticalScrollBar()
        at_end = value == bar.maximum() > bar.minimum()
        above = [row for row, card in enumerate(self._cards) if card.y() - _TOP <= value + _GAP]
        self._list.follow(len(self._cards) - 1 if at_end else max(above, default=0))

    def _enter(self, row: int) -> None:
        stops = tab_after(self._list, self._cards[row])
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, around: Surroundings) -> None:
        theme = self._theme
        self._side = side = QVBoxLayout()
        side.setContentsMargins(_SIDE, _ABOVE, 0, _TOP)
        side.setSpacing(theme.size("space", "m"))
        self._title = page_title(theme, _("Settings"))
        self._title.setContentsMargins(_INDENT, 0, 0, 0)
        self._list = SectionList(
            theme, _("Settings"), [(_(section.title), section.icon) for section in SECTIONS]
        )
        side.addWidget(self._title)
        side.addWidget(self._list)
        side.addStretch(1)
        self._cards = [section.make(around) for section in SECTIONS]
        self._area = ScrollPage(theme)
        right = _SIDE - ScrollPage.GUTTER
        body = Breadth(theme, _BETWEEN + right)
        self._column = column = QVBoxLayout(body)
        column.setContentsMargins(_BETWEEN, _TOP, right, _TOP)
        column.setSpacing(_GAP)
        for card in self._cards:
            column.addWidget(card)
            card.page_wanted.connect(self.page_wanted)
            card.told.connect(self.told)
            card.did.connect(self.did)
        column.addStretch(1)
        self._area.show_page(body)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        add_layout(whole, side)
        whole.addWidget(self._area, 1)
        self._list.chosen.connect(self._go_to)
        self._list.entered.connect(self._enter)
        self._area.verticalScrollBar().valueChanged.connect(self._follow)
        theme.changed.connect(self._arrange)
