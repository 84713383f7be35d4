"""The list of events: each with its days, and the ways to change and to remove it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.day import Event
from fibrojournal.text import _, plural
from fibrojournal.ui.pages.events.words import detail_words
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import Button, FlushLink, LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.mark import draw_mark
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

FIRST_SHOWN = 12
"""So many events stand in the list before it is asked for all of them."""
_SIDE = 20
_MARK = 36
_WORDS = 220
"""Width in px at 100 % text below which the buttons stand under the words."""


class EventList(Card):
    """Events from the newest to the oldest."""

    change_wanted = Signal(object)
    """An Event."""
    removal_wanted = Signal(object)
    """An Event."""

    def __init__(self, theme: Theme, after: QWidget, why_still: str = "") -> None:
        """Be the list that Tab comes to after a control."""
        super().__init__(theme)
        self._after, self._why_still = after, why_still
        self._events: Sequence[Event] | None = None
        self._today = date.min
        self._shows_all = False
        self._rows: QWidget | None = None
        self.buttons: list[Button] = []
        """From the top, two an event; then the one that shows the rest."""
        self.box.setContentsMargins(_SIDE, 17, _SIDE - LinkButton.padding, 17)
        self.box.addWidget(card_title(theme, _("Your events")))

    def show_events(self, events: Sequence[Event], today: date) -> None:
        """Show events, which come the newest first; the focus stays where it was."""
        if events == self._events and today == self._today:
            return
        self._events, self._today = events, today
        self._fill()

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()

    def _fill(self) -> None:
        events = self._events or ()
        place = self._focused_button()
        former, self._rows = self._rows, QWidget()
        self.buttons = []
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.size("space", "m"))
        shown = events if self._shows_all else events[:FIRST_SHOWN]
        for event in shown:
            column.addWidget(self._row(event))
        if len(shown) < len(events):
            column.addWidget(self._rest(len(events) - len(shown)), 0, Qt.AlignmentFlag.AlignLeading)
        if not events:
            words = _("Nothing here yet. One day or a few weeks: charts then mark it.")
            column.addWidget(Label(self._theme, words, color="ink_2", wraps=True))
        self.box.addWidget(self._rows)
        self._rows.show()  # now: a button may take the focus
        tab_after(self._after, self._rows)
        if place is not None and self.buttons:
            self.buttons[min(place, len(self.buttons) - 1)].setFocus(_BY_KEY)
        if former is not None:
            former.hide()
            former.deleteLater()

    def _focused_button(self) -> int | None:
        focused = QApplication.focusWidget()
        return next((n for n, one in enumerate(self.buttons) if one is focused), None)

    def _row(self, event: Event) -> SideBySide:
        theme, details = self._theme, detail_words(event, self._today)
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(words)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "m"))
        row.addWidget(_Flag(theme), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(theme, event.label, role="small_strong", wraps=True))
        column.addWidget(Label(theme, details, role="small", color="ink_2", wraps=True))
        add_layout(row, column, 1)
        buttons = QWidget()
        ends = QHBoxLayout(buttons)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(0)
        for text, name, wanted in (
            (_("Change"), _("Change {event}"), self.change_wanted),
            (_("Remove"), _("Remove {event}"), self.removal_wanted),
        ):
            button = LinkButton(theme, text)
            button.setAccessibleName(name.format(event=event.label))
            button.setAccessibleDescription(details)
            button.clicked.connect(partial(wanted.emit, event))
            if self._why_still:
                hold_still(button, self._why_still)
            self.buttons.append(button)
            ends.addWidget(button)
        whole = SideBySide(
            (words, buttons), lambda: theme.px(_WORDS) + buttons.sizeHint().width(), gap=0
        )
        theme.changed.connect(whole.arrange)
        return whole

    def _rest(self, count: int) -> Button:
        words = plural("Show {n} older event", "Show {n} older events", count)
        button = FlushLink(self._theme, words, "chevron-down")
        button.clicked.connect(self._show_all)
        self.buttons.append(button)
        return button


class _Flag(QWidget):
    """The flag that marks events in the calendar; readers pass over it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(_MARK), theme.px(_MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        color = self._theme.qcolor("accent")
        draw_mark(QPainter(self), self._theme, "flag", color, QRectF(self.rect()))


_BY_KEY = Qt.FocusReason.TabFocusReason
