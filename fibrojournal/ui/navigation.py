"""The column at the left: the pages, the menu, and the promise that nothing leaves the machine."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.text import N_, _
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.logo import Logo
from fibrojournal.ui.widgets.nav import NavItem
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.scroll import ScrollPage

_ROOMY, _TIGHT = 8, 2
"""Room between two entries, in px."""
_ABOVE = 30


class PageEntry(NamedTuple):
    """A page that the navigation shows; its key with Ctrl is in `actions`, under the same id."""

    id: str
    title: str
    icon: str
    is_lower: bool = False
    """Whether it stands in the lower group, above the menu."""


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", N_("Today"), "pencil"),
    PageEntry("calendar", N_("Calendar"), "calendar"),
    PageEntry("trends", N_("Trends"), "chart-line"),
    PageEntry("factors", N_("Factors"), "sliders-horizontal"),
    PageEntry("network", N_("Network"), "network"),
    PageEntry("reading", N_("Reading"), "book-open", is_lower=True),
    PageEntry("support", N_("Get support"), "life-buoy", is_lower=True),
    PageEntry("settings", N_("Settings"), "settings", is_lower=True),
)

SIDE_PAGES: dict[str, str] = {
    "hard_day": "today",
    "past_days": "today",
    "history": "today",
    "move_day": "today",
    "medication": "today",
    "search": "calendar",
    "body_map": "today",
    "check_in": "trends",
    "feelings": "trends",
    "event": "today",
    "factor": "factors",
    "try_out": "factors",
    "profile": "settings",
    "restore": "settings",
    "bring_in": "settings",
    "export": "settings",
    "delete_all": "settings",
    "lock": "settings",
    "lock_passphrase": "settings",
    "lock_code": "settings",
    "lock_off": "settings",
}
"""Pages that are reached from others: which entry of the navigation is lit while one is shown."""


class Navigation(QFrame):
    """The pages as a column of buttons, always with their names."""

    page_chosen = Signal(str)
    quiet_wanted = Signal()
    """Quiet view is to come, or to go."""
    menu_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: dict[str, NavItem] = {}
        self._is_narrow = self._has_bar = self._is_laid_out = self._is_tight = False
        self._roomy_height = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._dress)
        self._build()
        theme.changed.connect(self._dress)
        self._dress()

    def show_page(self, page_id: str) -> None:
        """Light the entry of the page that is shown."""
        for entry, item in self._items.items():
            item.setChecked(entry == page_id)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the icons over their names, for a narrow window."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for item in (*self._items.values(), self._quiet, self._menu):
            item.set_narrow(narrow=narrow)
        self._name.setVisible(not narrow)
        self._promise.setVisible(not narrow)
        self._dress()

    @property
    def menu_button(self) -> NavItem:
        """The button under which the menu opens."""
        return self._menu

    def focus_current(self) -> None:
        """Put the focus on the entry of the page that is shown."""
        for item in self._items.values():
            if item.isChecked():
                item.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the entries closer together in a low window; where not all fit, make room for a bar.

        That happens at large text.
        """
        super().resizeEvent(event)
        self._is_laid_out = True
        if self._needs_bar != self._has_bar or self._must_be_tight != self._is_tight:
            self._later.start()  # its width cannot change while it is being laid out

    @property
    def _must_be_tight(self) -> bool:
        return self._is_laid_out and self._roomy_height > self.height()

    @property
    def _needs_bar(self) -> bool:
        return self._is_laid_out and self._column.sizeHint().height() > self.height()

    def _build(self) -> None:
        area, body = ScrollPage(self._theme), QWidget()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        area.show_page(body)
        self._column = column = QVBoxLayout(body)
        column.setSpacing(_ROOMY)
        add_layout(column, self._build_mark())
        column.addSpacing(22)
        self._add_items(lower=False)
        column.addStretch(1)
        self._add_items(lower=True, before_last=self._build_quiet())
        self._menu = NavItem(self._theme, _("Menu"), "menu")
        self._menu.setCheckable(False)
        self._menu.clicked.connect(self.menu_wanted)
        column.addWidget(self._menu)
        self._promise = _Promise(self._theme)
        column.addWidget(self._promise)

    def _build_quiet(self) -> NavItem:
        self._quiet = NavItem(self._theme, _("Quiet view"), "moon")
        self._quiet.clicked.connect(self.quiet_wanted)
        return self._quiet

    def _add_items(self, *, lower: bool, before_last: NavItem | None = None) -> None:
        entries = [entry for entry in PAGES if entry.is_lower == lower]
        for entry in entries:
            if before_last is not None and entry is entries[-1]:
                self._column.addWidget(before_last)
            item = NavItem(self._theme, _(entry.title), entry.icon)
            item.clicked.connect(lambda _checked=False, id=entry.id: self.page_chosen.emit(id))
            self._items[entry.id] = item
            self._column.addWidget(item)

    def _build_mark(self) -> QHBoxLayout:
        self._mark_row = row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(0)  # as strong as the one behind it where the name does not show
        row.addWidget(Logo(self._theme))
        self._name = Label(self._theme, "fibrojournal", role="wordmark")
        row.addWidget(self._name)
        row.addStretch(1)
        return row

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), self._theme.qcolor("nav_bg"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._quiet.setChecked(self._theme.is_quiet)
        self._mark_row.setStretch(0, 1 if self._is_narrow else 0)
        self._mark_row.setContentsMargins(0 if self._is_narrow else 3, 0, 0, 0)
        side = 6 if self._is_narrow else 16
        self._column.setContentsMargins(side, _ABOVE, side, 10)
        self._column.setSpacing(_ROOMY)
        self._roomy_height = self._column.sizeHint().height()
        self._is_tight = self._must_be_tight
        if self._is_tight:
            self._column.setContentsMargins(side, _ABOVE - 8, side, 10)
            self._column.setSpacing(_TIGHT)
        self._column.activate()
        name = "nav_width_narrow" if self._is_narrow else "nav_width"
        self._has_bar = self._needs_bar
        width = max(self._theme.size("size", name), self._column.sizeHint().width())
        self.setFixedWidth(width + ScrollPage.GUTTER * self._has_bar)


class _Promise(Label):
    """The promise, with a lock before it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("On this device only"), role="caption", color="ink_3")
        self.setContentsMargins(48, 6, 0, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = 14
        spot = QRectF(17, (self.height() - side) / 2, side, side)
        icons.draw(painter, "lock", self._theme.qcolor("ink_3"), spot)
