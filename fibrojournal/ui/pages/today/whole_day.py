"""What can be done with a day as a whole; each is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Qt, Signal

from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.copying import Copying
from fibrojournal.journal.day import Day, Moment, Reading
from fibrojournal.journal.edits import SetMoment, SetReading, emptied
from fibrojournal.journal.measures import TOO_ILL
from fibrojournal.text import _, long_date
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.pages.today.moments import moment_words


class WholeDay(QObject):
    """Removes a day, fills it from the day before, or marks it as too hard to note."""

    told = Signal(str)
    """A sentence: why nothing was done."""
    did = Signal(str)
    """What was done, as a sentence."""

    def __init__(self, diary: Diary, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._diary, self._now = diary, now

    def remove(self, day: date) -> None:
        """Take away everything that a day holds."""
        if not self._diary.is_ready:
            once = Qt.ConnectionType.SingleShotConnection
            self._diary.became_ready.connect(lambda: self.remove(day), once)
            return
        known, name = self._diary.known(day), long_date(day)
        if not known.is_noted:
            self.told.emit(_("Nothing is noted on this day."))
        elif self._diary.edit(emptied(known), _("Removing {day}").format(day=name)):
            self.did.emit(
                _("{day} is removed. For 30 days it can be brought back.").format(day=name)
            )

    def look_back(self, done: Callable[[date], None]) -> None:
        """Find out which day was noted last; a journal without any does not answer."""

        def tell(span: tuple[date, date] | None) -> None:
            if span is not None:
                done(span[1])

        self._diary.fetch(self, lambda store: store.noted_span(), tell)

    def take_away(self, moments: tuple[Moment, ...]) -> None:
        """Take away what was noted at one moment."""
        words = moment_words(moments)
        edits = [SetMoment(moment.day, moment.id, None) for moment in moments]
        if self._diary.edit(edits, _("Taking away {moment}").format(moment=words)):
            self.did.emit(_("Taken away: {moment}").format(moment=words))

    def turn_too_ill(self, day: date) -> None:
        """Mark a day as too hard to note anything, or take the mark away."""
        is_marked = bool(self._diary.known(day).value(TOO_ILL))
        mark = None if is_marked else Reading(1.0, stamp_of(self._now()))
        words = _("Too ill to log on {day}").format(day=long_date(day))
        if not self._diary.edit([SetReading(day, TOO_ILL, mark)], words):
            return
        if is_marked:
            self.did.emit(_("The day is no longer noted as too ill to log."))
        else:
            self.did.emit(_("Noted as too ill to log. That is enough."))

    def fill(self, day: date, asked: tuple[str, ...]) -> None:
        """Fill what is unanswered from the day before; `asked` are the questions on the form."""
        self._diary.fetch_day(
            self, day - timedelta(days=1), lambda former: self._fill(former, day, asked)
        )

    def _fill(self, former: Day, day: date, asked: tuple[str, ...]) -> None:
        now = self._now()
        is_today = day == self._diary.day_of(now)
        wish = Copying(former, self._diary.known(day), asked, self._diary.common, stamp_of(now))
        edits = wish.edits()
        if edits:
            words = _("Same as the day before on {day}").format(day=long_date(day))
            if self._diary.edit(edits, words):
                from_there = _("Filled from yesterday.")
                self.did.emit(from_there if is_today else _("Filled from the day before."))
        elif wish.finds_something:
            self.told.emit(_("All that the day before could fill is answered already."))
        elif is_today:
            self.told.emit(_("Yesterday holds nothing to fill in from."))
        else:
            self.told.emit(_("The day before holds nothing to fill in from."))
