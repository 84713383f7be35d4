"""Recently removed: the days that hold nothing now and can still come back whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import PAIN_AREAS, refilled
from fibrojournal.journal.past import REST, RemovedDay
from fibrojournal.text import _, day_and_month, long_date, plural
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.calendar.content import date_words
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.focus import stop_before, tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

_WORDS = 260
"""Width in px at 100 % text below which a button stands under the words."""


class RemovedCard(SettingsCard):
    """Lists the days removed in the last 30 days, the latest first, each with its way back."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _("Recently removed"), _("days that can come back"))
        theme, diary = around.theme, around.diary
        self._diary, self._now = diary, around.now
        self._removed: Sequence[RemovedDay] | None = None
        self._rows: QWidget | None = None
        self.buttons: list[TextButton] = []
        """The ways back, from the top."""
        self._line = Label(theme, role="small", color="ink_2", wraps=True)
        self.box.addWidget(self._line)
        diary.saved.connect(self._read)
        diary.journal_changed.connect(self._read)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was removed since the card was last seen."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self.isVisible() and self._diary.is_ready:
            since = self._now() - REST
            self._diary.fetch(self, lambda store: store.removed_days(since), self._take)

    def _take(self, removed: Sequence[RemovedDay]) -> None:
        if removed == self._removed:
            return
        self._removed = removed
        text = _("Each can come back as it was. After 30 days it leaves this list.")
        self._line.setText(text if removed else _("Nothing was removed in the last 30 days."))
        former, self._rows = self._rows, QWidget()
        place = next((n for n, one in enumerate(self.buttons) if one.hasFocus()), None)
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.size("space", "m"))
        self.buttons = []
        for one in removed:
            column.addWidget(self._row(one))
        self.box.addWidget(self._rows)
        self._rows.show()  # now: a way back may take the focus
        before = stop_before(self)
        if before is not None:
            tab_after(before, self._rows)
        if place is not None and self.buttons:
            self.buttons[min(place, len(self.buttons) - 1)].setFocus(_BY_KEY)
        elif place is not None:
            self.focusNextPrevChild(False)  # noqa: FBT003  Qt's own name: backwards
        if former is not None:
            former.hide()
            former.deleteLater()

    def _row(self, removed: RemovedDay) -> SideBySide:
        theme = self._theme
        day = date_words(removed.held.date, self._now().date())
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(theme, day, role="small_strong", wraps=True))
        rests = (removed.at + REST).astimezone(self._now().tzinfo).date()
        line = _("{held} · rests here until {day}").format(
            held=held_words(removed.held), day=day_and_month(rests)
        )
        column.addWidget(Label(theme, line, role="caption", color="ink_2", wraps=True))
        button = TextButton(theme, _("Bring back"), "undo-2")
        button.setAccessibleName(_("Bring back {day}").format(day=day))
        button.setAccessibleDescription(line)
        button.clicked.connect(partial(self._bring_back, removed.held))
        if self._diary.why_read_only:
            hold_still(button, self._diary.why_read_only)
        self.buttons.append(button)
        row = SideBySide((words, button), lambda: theme.px(_WORDS) + button.sizeHint().width())
        theme.changed.connect(row.arrange)
        return row

    def _bring_back(self, held: Day) -> None:
        self._diary.fetch_day(self, held.date, partial(self._fill, held))

    def _fill(self, held: Day, now: Day) -> None:
        if now.is_noted:
            return  # something was noted there meanwhile, and stands
        day = long_date(held.date)
        if self._diary.edit(refilled(held), _("Bringing back {day}").format(day=day)):
            self.did.emit(_("{day} is back.").format(day=day))


def held_words(day: Day) -> str:
    """Say in a few words what a day held."""
    parts = []
    answers = len(day.readings)
    if day.body_map is not None:
        answers -= PAIN_AREAS in day.readings  # it counts the map
    if answers:
        parts.append(plural("{n} answer", "{n} answers", answers))
    if day.ticked:
        parts.append(plural("{n} trigger", "{n} triggers", len(day.ticked)))
    if day.note is not None:
        parts.append(_("a note"))
    if day.body_map is not None:
        parts.append(_("a body map"))
    if day.moments:
        parts.append(plural("{n} moment", "{n} moments", len(day.moments)))
    if medicines := {medicine for medicine, _slot in day.intakes}.union(day.effects):
        parts.append(plural("{n} medicine", "{n} medicines", len(medicines)))
    return ", ".join(parts)


_BY_KEY = Qt.FocusReason.TabFocusReason
