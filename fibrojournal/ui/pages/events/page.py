"""Events: what has a date or a span of its own, such as an infection, a journey, an operation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt

from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Event
from fibrojournal.journal.edits import SetEvent
from fibrojournal.text import _, long_date
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back, titled
from fibrojournal.ui.pages.events.form import Draft, EventForm
from fibrojournal.ui.pages.events.list import EventList
from fibrojournal.ui.pages.events.words import on_day_words
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout


class EventPage(Page):
    """Adds, changes and removes events, each in one step that can be taken back.

    An event belongs to its own days; the day that Today shows is only where a new one begins.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._now = around.theme, around.diary, around.now
        self._day = date.min
        self._changing: Event | None = None
        self._build()
        self._diary.common_changed.connect(self._show)
        if self._diary.why_read_only:
            self._form.hold_still(self._diary.why_read_only)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    def look_at(self, day: date) -> None:
        """Take the day on which a new event begins; one that is being written stays."""
        if day != self._day:
            self._day = day
            if not self._form.is_begun:
                self._ask_new()

    def shown(self) -> None:
        """Show the events as they are now."""
        self.subject_changed.emit("events", _("You opened Events."))
        self._show()

    def focus_first(self) -> None:
        """Focus what it is, the first thing to answer, or the way back where nothing can be."""
        if self._diary.why_read_only:
            self._back.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._form.focus_first()

    # Showing

    def _show(self) -> None:
        common = self._diary.common
        self._list.show_events(common.events_between(date.min, date.max)[::-1], self.today)
        on_day = on_day_words(common.events_between(self._day, self._day), self._day)
        self._line.setText(
            _("{day}: {events}").format(day=long_date(self._day), events=on_day)
            if on_day
            else _("What has a date of its own, so that charts can mark it.")
        )
        if self._changing is not None and common.events.get(self._changing.id) != self._changing:
            self._ask_new()  # it was taken back, or changed elsewhere, while its form was open

    def _ask_new(self) -> None:
        self._changing = None
        self._form.ask_new(self._day, self.today)

    def _ask_change(self, event: Event) -> None:
        self._changing = event
        self._form.ask_change(event, self.today)
        self._area.ensureVisible(0, 0)
        self._form.focus_first()

    def _let_be(self) -> None:
        self._ask_new()
        self._form.focus_first()

    # Doing

    def _keep(self, draft: Draft) -> None:
        former = self._changing
        event = Event(
            former.id if former else str(uuid4()),
            draft.kind,
            draft.name,
            draft.start,
            draft.last if draft.last > draft.start else None,
            stamp_of(self._now()),
        )
        if former is not None and replace(event, entered=former.entered) == former:
            self._let_be()
            return
        done = _("{event} is changed.") if former else _("{event} is added.")
        self._edit(SetEvent(event.id, event), event, done)
        self._form.focus_first()

    def _remove(self, event: Event) -> None:
        self._edit(SetEvent(event.id, None), event, _("{event} is removed."))

    def _edit(self, edit: SetEvent, event: Event, done: str) -> None:
        name = event.label
        if self._diary.edit([edit], _("Event: {name}").format(name=name)):
            self._ask_new()
            self.did.emit(done.format(event=name))

    # Building

    def _build(self) -> None:
        self._area, column = all_scrolling(self, self._theme)
        self._back = BackLink(self._theme, _("Back to the day"))
        self._back.clicked.connect(lambda: self.day_wanted.emit(self._day))
        lead_back(self._theme, column, self._back)
        self._line = Label(self._theme, role="small", color="ink_2", wraps=True)
        add_layout(column, titled(self._theme, _("Events"), self._line))
        self._form = EventForm(self._theme)
        self._form.given.connect(self._keep)
        self._form.let_be.connect(self._let_be)
        self._list = EventList(self._theme, self._form.last_stop, self._diary.why_read_only)
        self._list.change_wanted.connect(self._ask_change)
        self._list.removal_wanted.connect(self._remove)
        column.addWidget(self._form)
        column.addWidget(self._list)
        column.addStretch(1)
