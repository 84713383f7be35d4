"""The first look at a page: a few words about it, above the reading, once.

Nothing lies over the page, nothing has to be pressed: who goes on has seen it.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fibrojournal.text import N_, _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.sidebar_place import SidebarPlace
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.paint import draw_box

_OUTSIDE, _INSIDE, _BELOW = 16, 16, 4


class Stop(NamedTuple):
    """A page, and what is said at the first look at it."""

    page: str
    title: str
    words: str


STOPS: tuple[Stop, ...] = (
    Stop(
        "today",
        N_("This is Today"),
        N_(
            "One number is a whole entry. Type a digit, Tab goes on, Ctrl+Z takes anything back. "
            "F1 lists all keys, and F9 puts this reading away."
        ),
    ),
    Stop(
        "calendar",
        N_("This is the Calendar"),
        N_(
            "Every day that you noted: a stronger colour means more. Choose a day to look at it or "
            "to add to it. Gaps are fine."
        ),
    ),
    Stop(
        "trends",
        N_("These are Trends"),
        N_(
            "How things went over time. A sentence comes first, and Ctrl+T shows any picture as a "
            "table."
        ),
    ),
    Stop(
        "factors",
        N_("These are the Factors"),
        N_(
            "What research links with fibromyalgia, and what your own days say about it. A diary "
            "cannot see all of it, and each page says so."
        ),
    ),
    Stop(
        "network",
        N_("This is the Network"),
        N_(
            "What tended to come before what in your days. It waits for day 90, so that chance "
            "draws few of the arrows; until then it shows what research links."
        ),
    ),
    Stop(
        "body_map",
        N_("This is the body map"),
        N_(
            "Mark where it hurts, on the figure or in the list. How strong each area hurts is "
            "yours to add, or to leave."
        ),
    ),
    Stop(
        "medication",
        N_("This is Medication"),
        N_(
            "What you take, and since when. A new dose never changes the days before it. Nothing "
            "here suggests a change."
        ),
    ),
)


class _Done(LinkButton):
    padding = 5


class FirstLook(QFrame):
    """A box with a heading, two or three sentences and a way to put it away."""

    understood = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = Label(theme, role="small_strong", wraps=True)
        self.words = Label(theme, role="small", color="ink_2", wraps=True)
        self.done = _Done(theme, _("All right"), "check")
        self.done.clicked.connect(self.understood)
        column = QVBoxLayout(self)
        around = _OUTSIDE + _INSIDE
        column.setContentsMargins(around, around, around, _BELOW)
        column.setSpacing(theme.size("space", "xs"))
        for part in (self.title, self.words, in_lines(self.done)):
            column.addWidget(part)
        theme.changed.connect(self.update)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.rect().right() if self.isRightToLeft() else 0
        painter.fillRect(left, 0, 1, self.height(), theme.qcolor("border"))  # goes on below
        box = QRectF(self.rect()).adjusted(_OUTSIDE, _OUTSIDE, -_OUTSIDE, 0)
        draw_box(painter, box, theme.size("radius", "control"), theme.qcolor("inset"))


class Tour(QObject):
    """Knows which pages were looked at, and says the words of those that were not."""

    def __init__(self, around: Surroundings, sidebar: SidebarPlace, parent: QObject) -> None:
        super().__init__(parent)
        self._choices, self._sidebar = around.choices, sidebar
        self._here: Stop | None = None
        self.card = FirstLook(around.theme)
        self.card.understood.connect(self._put_away)
        sidebar.stand_first(self.card)
        around.diary.saved.connect(self._remember)

    def turn_to(self, page: str) -> None:
        """Say the words of a page at the first look at it; those of the one before are read."""
        if self._here is not None and self._here.page == page:
            return
        self._remember()
        seen = self._choices.now.toured.split()
        self._here = next((one for one in STOPS if one.page == page and page not in seen), None)
        if self._here is not None:
            self.card.title.setText(_(self._here.title))
            self.card.words.setText(_(self._here.words))
        self.card.setVisible(self._here is not None)
        self._sidebar.share_room()

    def _put_away(self) -> None:
        self._remember()
        self._here = None
        self.card.hide()
        self._sidebar.share_room()

    def _remember(self) -> None:
        """Keep that the words were there to be read: not if the sidebar was away."""
        seen = self._choices.now.toured.split()
        if self._here is not None and self.card.isVisible() and self._here.page not in seen:
            self._choices.change(toured=" ".join((*seen, self._here.page)))
