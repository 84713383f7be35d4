"""Today: a whole day in under twenty seconds, by keys or by few clicks."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from fibrojournal import text
from fibrojournal.journal.chosen import set_trigger_shown
from fibrojournal.journal.clock import Stamp, stamp_of
from fibrojournal.journal.copying import how_noted
from fibrojournal.journal.day import Day, Note, Reading, TriggerAnswer
from fibrojournal.journal.edits import (
    CommonEdit,
    Edit,
    SetNote,
    SetReading,
    SetTrigger,
    set_own,
)
from fibrojournal.journal.measures import TOO_ILL, Measure, Place
from fibrojournal.journal.questions import own_id, own_trigger
from fibrojournal.journal.triggers import Trigger
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.page import Page, scrolling
from fibrojournal.ui.pages.today.moments import MomentsLine
from fibrojournal.ui.pages.today.more import MoreSection
from fibrojournal.ui.pages.today.save_line import SaveLine
from fibrojournal.ui.pages.today.sections import NoteSection, QuestionRows
from fibrojournal.ui.pages.today.tiles import DayTiles
from fibrojournal.ui.pages.today.top import DayTop
from fibrojournal.ui.pages.today.triggers import TriggerSection
from fibrojournal.ui.pages.today.whole_day import WholeDay
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.focus import stop_before, tab_after

_GAP = 9
ONE_DAY = timedelta(days=1)
IN_USE_SECONDS = 300
"""So long after the last answer the form is taken to be in use."""


class TodayPage(Page):
    """The form of one day. Every answer is saved as it is given."""

    now_wanted = Signal()
    """The person wants to note this very moment."""
    filled = Signal(object)
    """The day that the form shows, as it is now."""

    def __init__(self, theme: Theme, diary: Diary, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme = theme
        self._diary = diary
        self._now = now
        self._day = Day(self.today)
        self._answered_at = float("-inf")
        self._wanted: date | None = None
        self._ordered_on: date | None = None
        self._asked = diary.questions
        self._held: QWidget | None = None
        self._build()
        self._whole = WholeDay(diary, now, self)
        self._whole.told.connect(self.told)
        self._whole.did.connect(self.did)
        self._moments.removed.connect(self._whole.take_away)
        diary.day_changed.connect(self._day_changed)
        diary.common_changed.connect(self._show_tiles)
        diary.journal_changed.connect(self.reload)
        diary.common_changed.connect(self._ask_anew)
        diary.saved.connect(self._show_saved)
        diary.save_failed.connect(self._show_unsaved)
        if diary.why_read_only:
            for part in (self._ratings, self._triggers, self._note, self._more):
                part.hold_still(diary.why_read_only)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    @property
    def day(self) -> date:
        """The date that the form shows."""
        return self._day.date

    @property
    def is_in_use(self) -> bool:
        """Tell whether something was answered in the last minutes."""
        return time.monotonic() - self._answered_at < IN_USE_SECONDS

    def complete(self) -> None:
        """Make what the first paint does without."""
        from fibrojournal.ui.pages.today.offers import offers
        from fibrojournal.ui.pages.today.short_nights import ShortNights
        from fibrojournal.ui.pages.today.trying import TryingLine

        self._more.complete()
        ShortNights(self._diary, self._more)
        for line in offers(self._theme, self._diary, lambda: self.today):
            line.page_wanted.connect(self.page_wanted)
            self._form.insertWidget(self._form.indexOf(self._more) + 1, line)
        trying = TryingLine(self._theme, self._diary, self._stamp, self._day)
        trying.page_wanted.connect(self.page_wanted)
        self.filled.connect(trying.show_day)
        self._form.insertWidget(self._form.indexOf(self._triggers), trying)
        before = stop_before(self._triggers)
        if before is not None:
            tab_after(before, trying)
        once = Qt.ConnectionType.SingleShotConnection
        self._diary.became_ready.connect(lambda: self._whole.look_back(self._greet), once)

    # Showing

    def show_day(self, day: date) -> None:
        """Show another day, once what is being typed is handed over."""
        self.finish()
        self._wanted = day
        self._diary.fetch_day(self, day, self._show_wanted)
        # A key that follows is an answer for that day: it must not meet the form of the last one.
        self._diary.settle()
        if self._wanted is not None:
            self._wait_for(day)

    def _show_wanted(self, day: Day) -> None:
        if day.date != self._wanted:
            return  # the person has gone on
        self._wanted = None
        self.show_content(day)
        if not self._area.isEnabled():
            self._area.setEnabled(True)
            if self._held is not None and isValid(self._held):
                self._held.setFocus()

    def _wait_for(self, day: date) -> None:
        """Stand for a day that the journal is slow to give: empty, and taking no answers."""
        if self._area.isEnabled():
            self._held = self._area.focusWidget()
            self._area.setEnabled(False)
        self._day = Day(day)
        self._show_date()
        self._fill()

    def show_content(self, day: Day) -> None:
        """Fill the form with a day that was read from the journal."""
        self._day = day
        self._show_date()
        if day.date == self.today != self._ordered_on:
            self._ordered_on = day.date
            self._triggers.order_by_use(self._diary.trigger_counts, day)
        self._triggers.arrange(self._diary.questions, day)
        if self._diary.why_read_only:
            self._show_state(_("Only to look at. Nothing is changed."), saved=False)
        elif not self._diary.has_unsaved:
            self._show_state(_("Saved as you go. Whatever you note is enough."))
        self._fill()

    def _ask_anew(self) -> None:
        """Ask what the person chose, if that is something else now."""
        questions = self._diary.questions
        if questions == self._asked:
            return
        self._asked = questions
        self._ratings.ask(questions.asked_on(Place.TODAY))
        self._more.ask(questions)
        self._triggers.arrange(questions, self._day)
        self._fill()

    def day_began(self) -> None:
        """Another day is today now."""
        self._show_date()

    def reload(self) -> None:
        """Read the day anew: another program may have written to the journal."""
        # A day that could not be read when it was wanted is waited for still.
        show = self._show_anew if self._wanted is None else self._show_wanted
        self._diary.fetch_day(self, self.day, show)

    def _show_anew(self, day: Day) -> None:
        if self._wanted is None and day.date == self.day:
            self.show_content(day)

    def is_about(self, day: date) -> bool:
        """Tell whether the form is that of a day."""
        return day == self.day

    def shown(self) -> None:
        """Let the sidebar follow, even before a question has the focus."""
        self.subject_changed.emit("today", _("You are on today's page."))

    def focus_first(self) -> None:
        """Focus the first question without an answer, else the first, or what leads to days."""
        if self._diary.why_read_only:
            self._top.back.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._ratings.focus_first()

    def step(self, by: int) -> None:
        """Go to the next or previous day; never past today."""
        target = self.day + timedelta(days=by)
        if target <= self.today:
            self.show_day(target)

    def finish(self) -> None:
        """Hand over the note that is being written."""
        self._note.field.hand_over()

    def open_more(self) -> None:
        """Open or close More about today."""
        self._more.row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._more.set_open(is_open=not self._more.is_open)

    def _show_date(self) -> None:
        self._top.show_day(self.day, self.today)

    def _day_changed(self, day: date) -> None:
        if day == self.day:
            self._day = self._diary.known(day)
            self._fill()

    def _fill(self) -> None:
        self._ratings.show_answers(self._day)
        self._more.show_answers(self._day)
        self._triggers.show_answers(self._day)
        self._note.field.show_text(self._day.note.text if self._day.note else "")
        self._show_tiles()
        self._moments.show_day(self._day)
        self.filled.emit(self._day)

    def _show_tiles(self) -> None:
        self._tiles.show_day(self._day, self._diary.common)

    def _greet(self, last_noted: date) -> None:
        if self.day == self.today and not self._day.is_noted and last_noted < self.day - ONE_DAY:
            words = _("Good to see you. Start with today, or add past days if you like.")
            self._show_state(words, saved=False)

    def _show_saved(self) -> None:
        self._show_state(_("Saved. Whatever you note is enough."))

    def _show_unsaved(self) -> None:
        if self._diary.has_unsaved:
            self._show_state(_("Not saved yet, but kept here."), saved=False)

    def _show_state(self, words: str, *, saved: bool = True) -> None:
        if self._day.value(TOO_ILL):
            words = " ".join((_("Noted as too ill to log."), words))
        self._saved.say(words, saved=saved)

    # Answering

    def _answer(self, measure: Measure, value: float | None) -> None:
        reading = None if value is None else Reading(value, self._stamp())
        self._edit([SetReading(self.day, measure.id, reading)], measure.label)

    def _tick(self, trigger_id: str, ticked: bool, strength: int | None) -> None:  # noqa: FBT001
        trigger = self._diary.questions.trigger(trigger_id)
        answer = TriggerAnswer(ticked, self._stamp(), strength)
        name = trigger.label if trigger else trigger_id
        self._edit([SetTrigger(self.day, trigger_id, answer)], name)

    def _write(self, note: str) -> None:
        content = Note(note, self._stamp()) if note.strip() else None
        self._edit([SetNote(self.day, content)], _("Note"))

    def _add_own(self, name: str) -> None:
        try:
            trigger_id = own_id(name)
        except ValueError:
            self._show_state(_("A name needs a letter or a digit."), saved=False)
            return
        trigger = self._diary.questions.trigger(trigger_id)
        added: CommonEdit = set_trigger_shown(trigger_id, is_shown=True)
        if trigger is None:
            trigger = own_trigger(trigger_id, name)
            added = set_own(trigger)
        answer = TriggerAnswer(ticked=True, entered=self._stamp())
        self._edit([SetTrigger(self.day, trigger_id, answer), added], trigger.label)

    def remove_day(self) -> None:
        """Take away everything that the day holds."""
        self.finish()
        self._whole.remove(self.day)

    def turn_too_ill(self) -> None:
        """Mark the day as too hard to note anything, or take the mark away."""
        self._whole.turn_too_ill(self.day)

    def fill_from_before(self) -> None:
        """Fill what is unanswered from the day before."""
        self._answered_at = time.monotonic()
        self._whole.fill(self.day, tuple(self._ratings.rows))

    def _edit(self, edits: list[Edit], name: str) -> None:
        self._answered_at = time.monotonic()
        # The day was offered the triggers that stand on the open form: only from now on is one
        # that stays unticked a "no". They are stored with an answer, never by merely looking.
        ticked = {edit.trigger for edit in edits if isinstance(edit, SetTrigger)}
        unticked = TriggerAnswer(ticked=False, entered=self._stamp())
        offered: list[Edit] = [
            SetTrigger(self.day, trigger_id, unticked)
            for trigger_id in self._triggers.offered
            if trigger_id not in self._day.triggers and trigger_id not in ticked
        ]
        words = _("{question} on {day}").format(question=name, day=text.long_date(self.day))
        sitting = "note" if isinstance(edits[0], SetNote) else ""
        self._diary.edit([*edits, *offered], words, sitting=sitting)

    def _stamp(self) -> Stamp:
        return stamp_of(self._now())

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = self._build_top()
        self._ratings = self._questions(self._asked.asked_on(Place.TODAY))
        self._triggers = TriggerSection(self._theme)
        self._triggers.ticked.connect(self._tick)
        self._triggers.own_named.connect(self._add_own)
        self._triggers.focused.connect(self._follow)
        self._tiles = DayTiles(self._theme)
        self._tiles.page_wanted.connect(self.page_wanted)
        self._note = NoteSection(self._theme, self._tiles.note)
        why_still = self._diary.why_read_only
        self._moments = MomentsLine(self._theme, self._note.field, why_still)
        self._note.field.written.connect(self._write)
        self._more = MoreSection(self._theme, self._asked, self._questions)
        card = Card(self._theme)
        card.box.addWidget(self._ratings)
        self._area, self._form = scrolling(self._theme)
        form = self._form
        for section in (self._note, self._more):
            section.opened.connect(partial(self._bring_up, section))
        self._more.topic_opened.connect(self._area.show_opened)
        self._saved = SaveLine(self._theme, can_undo=not why_still)
        form.addWidget(self._saved)
        for part in (
            card,
            self._triggers,
            self._tiles,
            self._note,
            self._moments,
            self._more,
        ):
            form.addWidget(part)
        form.addStretch(1)
        column.addWidget(self._area, 1)
        self._top.stand(column, form)

    def _build_top(self) -> DayTop:
        top = DayTop(self._theme, self, self._diary.why_read_only)
        top.stepped.connect(self.step)
        top.today_wanted.connect(lambda: self.show_day(self.today))
        top.same_wanted.connect(self.fill_from_before)
        top.hard_day_wanted.connect(lambda: self.page_wanted.emit("hard_day"))
        top.menu.too_ill_wanted.connect(self.turn_too_ill)
        top.menu.now_wanted.connect(self.now_wanted)
        top.menu.past_days_wanted.connect(lambda: self.page_wanted.emit("past_days"))
        top.menu.history_wanted.connect(lambda: self.page_wanted.emit("history"))
        top.menu.moving_wanted.connect(lambda: self.page_wanted.emit("move_day"))
        top.menu.removal_wanted.connect(self.remove_day)
        return top

    def _bring_up(self, section: QWidget, is_open: bool) -> None:  # noqa: FBT001  a Qt signal's
        if is_open:
            self._area.show_opened(section)

    def _questions(self, measures: Sequence[Measure]) -> QuestionRows:
        rows = QuestionRows(self._theme, measures, self._source)
        rows.answered.connect(self._answer)
        rows.focused.connect(self._follow)
        return rows

    def _source(self, reading: Reading) -> str:
        return how_noted(reading, self.day, self.today, self._diary.questions.chosen.day_starts)

    def _follow(self, subject: Measure | Trigger) -> None:
        name = subject.short_label if isinstance(subject, Measure) else subject.label
        if isinstance(subject, Measure):
            why = _("You are on the {question} question.").format(question=name)
        else:
            why = _("You are on “{trigger}”.").format(trigger=name)
        self.subject_changed.emit(subject, why)
