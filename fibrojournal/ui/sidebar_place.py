"""Where the reading sidebar lies: beside the page in a wide window, over it in a narrow one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger
from fibrojournal.ui.theme import Theme

if TYPE_CHECKING:
    from fibrojournal.ui.insights import Insights
    from fibrojournal.ui.reading_sidebar import ReadingSidebar

REST_MS = 4000
"""So long a topic is stayed with before the whole journal is read for it."""
BESIDE_FROM = 1180
"""Window width in px from which the sidebar stands beside the page."""

Subject = Measure | Trigger | str


class SidebarPlace(QFrame):
    """Holds the sidebar, which is filled once the first paint is over.

    It follows what the person does, never takes the focus, and is closed or opened by F9.
    """

    closed = Signal()
    page_wanted = Signal(str)
    """The page of Reading that the person wants to go to."""

    def __init__(self, theme: Theme, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sidebar: ReadingSidebar | None = None
        self._first: QWidget | None = None
        self._last: tuple[Subject, str] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch(0)  # until the sidebar is there, which takes all the room
        self._beside = width
        self.stand_beside()
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def reading(self) -> str:
        """The page of Reading at the topic on show."""
        topic = self._sidebar.topic_id if self._sidebar is not None else ""
        return f"reading:{topic}" if topic else "reading"

    def fill(self, insights: Insights) -> None:
        """Make the sidebar itself, with what was last asked for."""
        from fibrojournal.ui.own_findings import OwnFindings
        from fibrojournal.ui.reading_sidebar import ReadingSidebar

        own = partial(OwnFindings, self._theme, insights, has_heading=True, rest_ms=REST_MS)
        self._sidebar = ReadingSidebar(self._theme, own)
        self._sidebar.closed.connect(self.closed)
        self._sidebar.full_page_wanted.connect(lambda: self.page_wanted.emit(self.reading))
        # What stands above it takes the height that it needs.
        self._sidebar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._layout.insertWidget(self._layout.count() - 1, self._sidebar, 1)
        if self._last is not None:
            self._sidebar.show_topic(*_topic_of(*self._last))
        self.share_room()

    def stand_first(self, part: QWidget) -> None:
        """Stand something above the sidebar; `share_room` is called when it comes or goes."""
        self._first = part
        self._layout.insertWidget(0, part)

    def share_room(self) -> None:
        """Let the reading wait where what stands above it leaves it no room."""
        if self._sidebar is None or self._first is None:
            return
        self._sidebar.setVisible(self._first.isHidden() or self._has_room_below(self._first))

    def _has_room_below(self, first: QWidget) -> bool:
        rest = self.height() - first.heightForWidth(self.width())
        return self._sidebar is not None and rest >= self._sidebar.minimumSizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.share_room()

    def want(self, subject: Subject, why: str) -> None:
        """Follow what the person looks at now, after a moment of rest."""
        self._last = (subject, why)
        if self._sidebar is not None:
            self._sidebar.want(*_topic_of(subject, why))

    def set_width(self, width: int) -> None:
        """Take another width, beside the page at once."""
        is_beside = self.minimumWidth() == self._beside
        self._beside = width
        if is_beside:
            self.stand_beside()

    def stand_beside(self) -> None:
        """Take the width that the person chose."""
        self.setFixedWidth(self._beside)

    def lie_over(self, width: int, height: int) -> None:
        """Lie over the right edge of a page that is too narrow to give room.

        There it may be wider for larger text, up to half of the window.
        """
        widest = self._theme.size("size", "sidebar_max")
        wanted = max(self._theme.px(self._beside), self._beside)
        self.setFixedWidth(max(min(wanted, widest, width // 2), self._beside))
        self.setGeometry(width - self.width(), 0, self.width(), height)
        self.raise_()

    def focus_text(self) -> None:
        """Put the focus on the text, so that it can be read and scrolled by keys."""
        if self._sidebar is not None:
            self._sidebar.focus_text()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), self._theme.qcolor("surface"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)


def _topic_of(subject: Subject, why: str) -> tuple[str, str]:
    from fibrojournal.learn import library

    if isinstance(subject, Measure):
        return library.topic_for_measure(subject), why
    if isinstance(subject, Trigger):
        return library.topic_for_trigger(subject), why
    return subject, why
