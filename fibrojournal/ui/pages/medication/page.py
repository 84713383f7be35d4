"""Medication: what was taken on a day, what is taken since when, and what it did.

It keeps what a person notes. It never suggests, warns, praises or counts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from fibrojournal.journal.as_needed import counted_to
from fibrojournal.journal.clock import Stamp, stamp_of
from fibrojournal.journal.day import Day, Intake, MedicineEffect
from fibrojournal.journal.edits import Edit, SetEffect, SetIntake, SetMedicine
from fibrojournal.journal.medicine_day import Dose, with_course
from fibrojournal.journal.medicines import Course, Medicine, Plan
from fibrojournal.text import _, long_date
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back
from fibrojournal.ui.pages.medication.cards import AddCard, headed, never_alone
from fibrojournal.ui.pages.medication.detail import CourseCard, EffectCard
from fibrojournal.ui.pages.medication.lists import MedicineLists
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import PrimaryButton
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.still import hold_still

_BY_KEY = Qt.FocusReason.TabFocusReason


class MedicationPage(Page):
    """The medicines of the day that Today shows; every change is one step of undo."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._now = around.theme, around.diary, around.now
        self._day = Day(self.today)
        self._from_settings = False
        self._open: str | None = None
        """The medicine whose cards are open."""
        self._build()
        self._diary.day_changed.connect(self._day_changed)
        self._diary.common_changed.connect(self._show)
        self._diary.journal_changed.connect(self._read)
        if why := self._diary.why_read_only:
            self._lists.hold_still(why)
            self._effect.hold_still(why)
            self._course.hold_still(why)
            hold_still(self._add_button, why)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    # What the window asks

    def came_from(self, page_id: str) -> None:
        """Lead back where one came from: Settings are a second door."""
        self._from_settings = page_id == "settings"
        self._back.setText(_("Back to Settings") if self._from_settings else _("Back to the day"))
        self._back.updateGeometry()

    def look_at(self, day: date) -> None:
        """Take the day on which medicines are noted."""
        if day != self._day.date:
            self._day = Day(day)
        self._line.setText(
            _("{day}. It keeps what you note and never suggests a change.").format(
                day=long_date(day)
            )
        )

    def is_about(self, day: date) -> bool:
        """Tell whether the page shows what changes on a day."""
        return day == self._day.date

    def shown(self) -> None:
        """Read the day as it is now."""
        self.subject_changed.emit("neurotransmitters", _("You opened Medication."))
        self._read()
        self._diary.settle()  # so that the focus finds its row

    def focus_first(self) -> None:
        """Focus what is not noted yet, or the way to add a medicine."""
        first = self._lists.first_stop()
        if first is None or self._diary.why_read_only:
            first = self._back if self._diary.why_read_only else self._add_button
        first.setFocus(_BY_KEY)

    def step(self, by: int) -> None:
        """Show the next or previous day; never past today."""
        target = self._day.date + timedelta(days=by)
        if target <= self.today:
            self.finish()
            self.look_at(target)
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc what is open; what was written there is kept."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._adding.isVisible():
            self._leave_new()
        elif self._open is not None:
            self.finish()
            self._close_medicine()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        if self._from_settings:
            self.page_wanted.emit("settings")
        else:
            self.day_wanted.emit(self._day.date)

    def finish(self) -> None:
        """Hand over the side effects that are being written."""
        self._effect.effects.hand_over()

    # Reading and showing

    def _read(self) -> None:
        if self.isVisible():
            self._diary.fetch_day(self, self._day.date, self._take)

    def _take(self, day: Day) -> None:
        if day.date == self._day.date:
            self._day = day
            self._show()

    def _day_changed(self, day: date) -> None:
        if day == self._day.date:
            self._take(self._diary.known(day))

    def _show(self) -> None:
        medicines = self._diary.common.medicines
        self._lists.show_day(self._day, list(medicines.values()), self.today)
        if self._open is not None and self._open not in medicines:
            self._open = None
        medicine = medicines.get(self._open or "")
        for card in (self._effect, self._course):
            card.setVisible(medicine is not None)
        if medicine is not None:
            effect = self._day.effects.get(medicine.id)
            self._effect.show_effect(medicine.name, self._day.date, effect)
            self._course.show_medicine(medicine, self._day.date, self.today)

    def _open_medicine(self, id: str) -> None:
        self._effect.effects.hand_over()
        self._open = id
        self._show()
        self._area.show_opened(self._effect)
        self._effect.rating.control.setFocus(_BY_KEY)

    def _close_medicine(self) -> None:
        former, self._open = self._open, None
        self._show()
        (self._lists.stop_of(former or "") or self._add_button).setFocus(_BY_KEY)

    # A day

    def _stamp(self) -> Stamp:
        return stamp_of(self._now())

    def _answer(self, dose: Dose, taken: bool | None) -> None:  # noqa: FBT001  an answer
        intake = None if taken is None else Intake(taken, self._stamp())
        self._edit_day(
            dose.medicine, [SetIntake(self._day.date, dose.medicine.id, dose.slot.part, intake)]
        )

    def _count(self, medicine: Medicine, number: float | None) -> None:
        changes = counted_to(
            self._day, medicine.id, number or 0, self._stamp(), lambda: str(uuid4())
        )
        self._edit_day(medicine, list(changes))

    def _take_one(self, medicine: Medicine) -> None:
        now = self._stamp()
        clock = None
        if self._day.date == self.today:
            clock = now.local.time().replace(second=0, microsecond=0)
        intake = Intake(taken=True, entered=now, time=clock)
        self._edit_day(medicine, [SetIntake(self._day.date, medicine.id, str(uuid4()), intake)])

    def _help(self, helped: float | None) -> None:
        self._keep_effect(replace(self._effect_now(), helped=helped))

    def _write_side_effects(self, text: str) -> None:
        self._keep_effect(replace(self._effect_now(), side_effects=text.strip()))

    def _effect_now(self) -> MedicineEffect:
        now = self._stamp()
        former = self._day.effects.get(self._open or "")
        return replace(former, entered=now) if former else MedicineEffect(now)

    def _keep_effect(self, effect: MedicineEffect) -> None:
        medicine = self._diary.common.medicines.get(self._open or "")
        if medicine is not None:
            kept = effect if effect.helped is not None or effect.side_effects else None
            self._edit_day(medicine, [SetEffect(self._day.date, medicine.id, kept)])

    def _edit_day(self, medicine: Medicine, edits: list[SetIntake] | list[SetEffect]) -> None:
        if edits:
            words = _("{medicine} on {day}")
            self._diary.edit(
                edits, words.format(medicine=medicine.name, day=long_date(self._day.date))
            )

    # A medicine

    def _ask_new(self) -> None:
        self._adding.begin(self._day.date, self.today)
        self._adding.show()
        self._add_button.hide()
        self._area.show_opened(self._adding)
        self._adding.name.field.setFocus(_BY_KEY)

    def _leave_new(self) -> None:
        self._adding.hide()
        self._add_button.show()
        self._add_button.setFocus(_BY_KEY)

    def _add(self, name: str, plan: Plan, start: date) -> None:
        now = self._stamp()
        medicine = Medicine(str(uuid4()), name, now, (Course(start, plan, now),))
        if self._keep(medicine, _("{medicine} is added.")):
            self._leave_new()
            (self._lists.stop_of(medicine.id) or self._add_button).setFocus(_BY_KEY)

    def _change(self, start: date, plan: Plan | None) -> None:
        medicine = self._diary.common.medicines.get(self._open or "")
        if medicine is None or plan == medicine.plan_on(start):
            return
        course = Course(start, plan, self._stamp())
        done = _("{medicine} is stopped. It stays in the history.")
        if plan is not None:
            done = _("{medicine} is changed. Earlier days keep what they had.")
        self._keep(replace(medicine, courses=with_course(medicine, course)), done)

    def _rename(self, name: str) -> None:
        medicine = self._diary.common.medicines.get(self._open or "")
        if medicine is not None and name != medicine.name:
            self._keep(replace(medicine, name=name), _("It is called {medicine} now."))

    def _keep(self, medicine: Medicine, done: str) -> bool:
        edits: list[Edit] = [SetMedicine(medicine.id, medicine)]
        kept = self._diary.edit(edits, medicine.name)
        if kept:
            self.did.emit(done.format(medicine=medicine.name))
        return kept

    # Building

    def _build(self) -> None:
        self._area, column = all_scrolling(self, self._theme)
        self._back = BackLink(self._theme, _("Back to the day"))
        self._back.clicked.connect(self._go_back)
        lead_back(self._theme, column, self._back)
        self._line = Label(self._theme, role="small", color="ink_2", wraps=True)
        self._add_button = PrimaryButton(self._theme, _("Add a medicine"), "plus")
        self._add_button.clicked.connect(self._ask_new)
        column.addWidget(headed(self._theme, self._line, self._add_button))
        self._adding = AddCard(self._theme)
        self._adding.added.connect(self._add)
        self._adding.left.connect(self._leave_new)
        self._adding.hide()
        self._lists = MedicineLists(self._theme, self._adding.leave, self._diary.day_of)
        self._lists.answered.connect(self._answer)
        self._lists.counted.connect(self._count)
        self._lists.took_one.connect(self._take_one)
        self._lists.open_wanted.connect(self._open_medicine)
        self._effect, self._course = EffectCard(self._theme), CourseCard(self._theme)
        self._effect.helped.connect(self._help)
        self._effect.side_effects.connect(self._write_side_effects)
        self._effect.left.connect(self._close_medicine)
        self._course.changed.connect(self._change)
        self._course.renamed.connect(self._rename)
        for card in (self._adding, self._lists, self._effect, self._course):
            column.addWidget(card)
        add_layout(column, never_alone(self._theme))
        column.addStretch(1)
        self.look_at(self._day.date)
