"""The reading sidebar: what the article and research say about what the person looks at now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.learn.library import topic
from fibrojournal.learn.topics import Topic
from fibrojournal.text import _
from fibrojournal.ui.reading_parts import GradeRow, IconLabel, TopicMark, topic_text
from fibrojournal.ui.reading_sources import SourceRow, beside_or_below
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.trail import Trail
from fibrojournal.ui.widgets.buttons import IconButton, LinkButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.scroll import ScrollPage

REST_MS = 400
"""How long the person rests on something before the sidebar follows."""
_MARGIN = 24
_HEADER_TOP = 22
_RIGHT_MARGIN = 22
_GAP = 12
_TITLE_GAP = 10
_SOURCES_GAP = 16
_GRADE_GAP = 5


OwnPart = Callable[[Topic], QWidget]
"""Makes what stands beside a topic of the person's own days; it has no height without any."""


class ReadingSidebar(QFrame):
    """Shows one topic. It never takes the focus and says nothing of its own accord.

    `want` follows the person after a moment of rest, unless the sidebar is pinned; `show_topic`
    shows a topic at once. `closed` comes when the person closes it: its owner hides it.
    """

    closed = Signal()
    full_page_wanted = Signal()
    """The person wants to read the whole of the topic."""

    def __init__(self, theme: Theme, own: OwnPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._own = theme, own
        self._view: TopicView | None = None
        self._shown: tuple[str, str] | None = None
        self._wanted: tuple[str, str] | None = None
        self._trail = Trail()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._follow)
        self.setAccessibleName(_("Reading"))
        self.setMinimumWidth(theme.size("size", "sidebar_min"))
        self._build()
        theme.changed.connect(self._redress)

    @property
    def topic_id(self) -> str:
        """The topic on show; empty before the first."""
        return self._shown[0] if self._shown else ""

    @property
    def pinned(self) -> bool:
        """Tell whether the topic stays, whatever the person looks at."""
        return self._pin.isChecked()

    def set_pinned(self, *, pinned: bool) -> None:
        """Keep the topic, or follow the person again."""
        self._pin.setChecked(pinned)

    def want(self, topic_id: str, why: str) -> None:
        """Show a topic once the person has rested on it; `why` says in words what leads to it."""
        self._wanted = (topic_id, why)
        if not self.pinned:
            self._rest.start()

    def show_topic(self, topic_id: str, why: str) -> None:
        """Show a topic now. Raises KeyError for a topic that does not exist."""
        self._rest.stop()
        if topic_id == self.topic_id and self._view is not None:
            self._view.show_why(why)
        else:
            self._put(self._view_of(topic_id, why))
            self._scroll.verticalScrollBar().setValue(0)
        self._shown = (topic_id, why)
        self._trail.visit(topic_id)
        self._foot.show_steps(self._trail)

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) through what was shown."""
        id = self._trail.step(by)
        if id:
            self.show_topic(id, _("You went back to this.") if by < 0 else "")

    def hasHeightForWidth(self) -> bool:
        """Tell that it takes any height: its text scrolls."""
        return False

    def focus_text(self) -> None:
        """Go to the text, because the person asked to."""
        if self._view is not None:
            self._view.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface, and the line between page and sidebar."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.qcolor("surface"))
        left = self.rect().right() if self.isRightToLeft() else 0
        painter.fillRect(left, 0, 1, self.height(), self._theme.qcolor("border"))

    def _follow(self) -> None:
        if self._wanted is not None:
            self.show_topic(*self._wanted)

    def _pin_toggled(self, pinned: bool) -> None:  # noqa: FBT001  a Qt signal's own argument
        self._pin.ink = "accent" if pinned else "ink_2"
        self._pin.fill = "accent_soft" if pinned else ""
        self._pin.update()
        if pinned:
            self._rest.stop()
        elif self._wanted is not None:
            self._rest.start()

    def _redress(self) -> None:
        self.update()
        if self._shown is None or self._view is None:
            return
        topic_id, why = self._shown
        was_reading = self._view.text.hasFocus()
        self._put(self._view_of(topic_id, why))
        if was_reading:
            self.focus_text()

    def _view_of(self, topic_id: str, why: str) -> TopicView:
        shown = topic(topic_id)
        return TopicView(self._theme, shown, why, self._own(shown))

    def _put(self, view: TopicView) -> None:
        view.text.cursor_moved.connect(partial(self._keep_in_sight, view))
        former = self._scroll.takeWidget()
        self._scroll.show_page(view)
        tab_after(self._close, view)
        self._view = view
        if former is not None:
            former.hide()
            former.deleteLater()

    def _keep_in_sight(self, view: TopicView, cursor: QRect) -> None:
        spot = view.text.mapTo(view, cursor.center())
        self._scroll.ensureVisible(spot.x(), spot.y(), 0, 2 * cursor.height())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        add_layout(column, self._build_header())
        self._scroll = ScrollPage(self._theme)
        column.addWidget(self._scroll, 1)
        self._foot = SidebarFoot(self._theme)
        self._foot.stepped.connect(self.step)
        self._foot.full_page_wanted.connect(self.full_page_wanted)
        column.addWidget(self._foot)

    def _build_header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN, _HEADER_TOP, _RIGHT_MARGIN, 0)
        row.setSpacing(0)
        heading = IconLabel(
            self._theme, "book-open", _("Reading"), role="small_strong", color="ink_2"
        )
        row.addWidget(heading, 1)
        self._pin = HeaderButton(self._theme, "pin", _("Keep this reading"), plain=True)
        self._pin.setCheckable(True)
        self._pin.toggled.connect(self._pin_toggled)
        row.addWidget(self._pin)
        self._close = HeaderButton(self._theme, "x", _("Close the reading"), plain=True)
        self._close.clicked.connect(self.closed)
        row.addWidget(self._close)
        return row


class TopicView(QWidget):
    """One topic from its title to its sources, as long as it is."""

    def __init__(self, theme: Theme, shown: Topic, why: str, own: QWidget) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 2, _RIGHT_MARGIN - ScrollPage.GUTTER, _MARGIN)
        column.setSpacing(0)
        self._why = Label(theme, why, role="caption", color="ink_3", wraps=True)
        column.addWidget(self._why)
        column.addSpacing(_GAP + 2)
        add_layout(column, self._title(shown))
        column.addSpacing(_GAP)
        for grade in shown.grades:
            column.addWidget(GradeRow(theme, grade))
            column.addSpacing(theme.px(_GRADE_GAP))
        if shown.grades:
            column.addSpacing(_GAP - theme.px(_GRADE_GAP))
        self.text = topic_text(theme, shown)
        column.addWidget(self.text)
        column.addWidget(own)
        if shown.sources:
            column.addSpacing(theme.px(_SOURCES_GAP))
            column.addWidget(
                Label(theme, _("Sources"), role="small_strong", color="ink_2", wraps=True)
            )
        for source in shown.sources:
            column.addSpacing(theme.px(_GRADE_GAP))
            column.addWidget(SourceRow(theme, source))
        column.addStretch(1)

    def show_why(self, why: str) -> None:
        """Say anew what led to this topic."""
        self._why.setText(why)

    def _title(self, shown: Topic) -> QBoxLayout:
        row = QBoxLayout(beside_or_below(self._theme))
        row.setSpacing(_TITLE_GAP)
        row.addWidget(TopicMark(self._theme, shown))
        title = Label(self._theme, shown.title, role="title", wraps=True)
        row.addWidget(title, 1)
        return row


class SidebarFoot(QWidget):
    """Leads on from what is shown: to the whole of it, and through what was shown before."""

    stepped = Signal(int)
    full_page_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._back = HeaderButton(theme, "arrow-left", _("Back to what was shown"), plain=True)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._forward = HeaderButton(theme, "arrow-right", _("Forward again"), plain=True)
        self._forward.clicked.connect(lambda: self.stepped.emit(1))
        full = _FullPage(theme, _("Read the full page"), "book-open")
        full.clicked.connect(self.full_page_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN - full.padding, 4, _RIGHT_MARGIN, 8)
        row.addWidget(in_lines(full, self._back, self._forward, gap=0, line_gap=0))

    def show_steps(self, trail: Trail) -> None:
        """Say whether there is something before and after what is shown."""
        self._back.setEnabled(trail.can_step(-1))
        self._forward.setEnabled(trail.can_step(1))


_WORDS = 210


class _FullPage(LinkButton):
    def widest(self) -> int:
        """Break the words before a narrow sidebar has no room for them."""
        return self._theme.px(_WORDS)


class HeaderButton(IconButton):
    """An icon button as quiet as the heading beside it."""

    ink = "ink_2"
    icon_side = 18

    def sizeHint(self) -> QSize:
        """Grow in height only, so that the heading keeps its room in a narrow sidebar."""
        return QSize(self._theme.size("size", "target"), super().sizeHint().height())
