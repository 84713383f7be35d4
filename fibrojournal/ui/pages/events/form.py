"""The form of one event: what it is, its name, its day or its first and last day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.day import EVENT_KINDS, Event
from fibrojournal.text import _
from fibrojournal.ui.pages.events.words import days_words, lacking
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.day_field import DayField
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.flow import FlowLayout, in_lines
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.pills import Pills
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.still import hold_still

AHEAD = timedelta(days=5 * 365)
"""So far ahead an event may lie, as a planned operation does."""
_LONGEST_NAME = 200
_SPANS = {"day": False, "days": True}


class Draft(NamedTuple):
    """An event as it stands in the form."""

    kind: str
    name: str
    start: date
    last: date


class EventForm(Card):
    """Asks for an event and gives it when its button is pressed; until then nothing is kept."""

    given = Signal(object)
    """A Draft that lacks nothing."""
    let_be = Signal()
    """The event that was being changed stays as it was."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._today = self._day = date.min
        self._build()

    @property
    def draft(self) -> Draft:
        """The event as it stands in the form."""
        start = self._first.day
        last = self._last.day if self._is_span else start
        return Draft(self._kinds.choice, self._name.text().strip(), start, last)

    @property
    def is_begun(self) -> bool:
        """Tell whether anything was chosen or typed that would be lost."""
        return bool(self._kinds.choice or self._name.text().strip())

    @property
    def last_stop(self) -> QWidget:
        """What Tab comes to last."""
        return self._leave

    def ask_new(self, day: date, today: date) -> None:
        """Ask for a new event, on a day."""
        self._kinds.show_none()
        self._show(Draft("", "", day, day), day, today)
        self._title.setText(_("Add an event"))
        self._go.setText(_("Add this event"))
        self._go.set_icon("plus")
        self._leave.hide()

    def ask_change(self, event: Event, today: date) -> None:
        """Show an event so that it can be changed."""
        self._kinds.show_choice(event.kind)
        self._show(Draft(event.kind, event.name, event.start, event.last), event.start, today)
        self._title.setText(_("Change “{event}”").format(event=event.label))
        self._go.setText(_("Keep this change"))
        self._go.set_icon("check")
        self._leave.show()

    def focus_first(self) -> None:
        """Focus the kind that is chosen, else the first."""
        kinds = self._kinds.options
        chosen = next((kind for kind in kinds if kind.isChecked()), kinds[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def hold_still(self, why: str) -> None:
        """Take nothing; readers hear why."""
        controls = (self._name, self._first, self._last, self._go)
        for control in (*self._kinds.options, *self._spans.options, *controls):
            hold_still(control, why)

    @property
    def _is_span(self) -> bool:
        return _SPANS[self._spans.choice]

    def _show(self, draft: Draft, day: date, today: date) -> None:
        self._day, self._today = day, today
        self._name.setText(draft.name)
        self._spans.show_choice("days" if draft.last > draft.start else "day")
        latest = max(today + AHEAD, draft.last)
        with QSignalBlocker(self._first), QSignalBlocker(self._last):
            self._first.show_day(draft.start, latest)
            self._last.show_day(draft.last, latest)
        self._judge()

    def _move(self) -> None:
        """Move the last day along with the first, so that a span keeps its length."""
        moved, self._day = self._first.day - self._day, self._first.day
        with QSignalBlocker(self._last):
            self._last.setDate(self._last.date().addDays(moved.days))
        self._judge()

    def _judge(self) -> None:
        draft = self.draft
        self._last_pair.setVisible(self._is_span)
        self._day_name.setText(_("First day") if self._is_span else _("Day"))
        self._dates.updateGeometry()
        lack = lacking(*draft)
        self._go.setEnabled(not lack)
        self._go.setAccessibleDescription(lack)
        self._go.setToolTip(lack)
        self._go.updateGeometry()
        self._words.setText(lack or days_words(draft.start, draft.last, self._today))

    def _give(self) -> None:
        if self._go.isEnabled():
            self.given.emit(self.draft)

    # Building

    def _build(self) -> None:
        theme = self._theme
        self._title = card_title(theme)
        self._kinds = Pills(theme, _("What it is"), [(id, _(name)) for id, name in _kinds()])
        self._kinds.chosen.connect(self._judge)
        self._name = TextField(theme, _("Its name, if it needs one"))
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.textChanged.connect(self._judge)
        self._name.returnPressed.connect(self._give)
        words = Label(theme, self._name.accessibleName(), role="small", color="ink_2", wraps=True)
        name = QVBoxLayout()
        name.setSpacing(theme.size("space", "xs"))
        name.addWidget(words)
        name.addWidget(self._name)
        self.box.setContentsMargins(20, 17, 20, 17)
        self.box.addWidget(self._title)
        self.box.addWidget(self._kinds)
        add_layout(self.box, name)
        self.box.addWidget(self._build_dates())
        self._words = Label(theme, role="small", color="ink_2", wraps=True)
        self.box.addWidget(self._words)
        self.box.addWidget(self._build_foot())

    def _build_dates(self) -> QWidget:
        theme = self._theme
        choices = (("day", _("One day")), ("days", _("Several days")))
        self._spans = Segments(theme, _("How long"), choices)
        self._spans.show_choice("day")
        self._spans.chosen.connect(self._judge)
        self._first = DayField(theme, _("First day"))
        self._first.dateChanged.connect(self._move)
        self._last = DayField(theme, _("Last day"))
        self._last.dateChanged.connect(self._judge)
        self._day_name = Label(theme, color="ink_2")
        self._dates = QWidget()
        flow = FlowLayout(self._dates, gap=theme.size("space", "m"))
        flow.addWidget(self._spans)
        flow.addWidget(self._pair(self._day_name, self._first))
        words = Label(theme, self._last.accessibleName(), color="ink_2")
        self._last_pair = self._pair(words, self._last)
        flow.addWidget(self._last_pair)
        return self._dates

    def _pair(self, words: Label, field: DayField) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.size("space", "s"))
        row.addWidget(words)
        row.addWidget(field)
        return pair

    def _build_foot(self) -> QWidget:
        theme = self._theme
        self._go = PrimaryButton(theme)
        self._go.clicked.connect(self._give)
        self._leave = TextButton(theme, _("Leave it as it was"))
        self._leave.clicked.connect(self.let_be)
        return in_lines(self._go, self._leave)


def _kinds() -> list[tuple[str, str]]:
    return list(EVENT_KINDS.items())
