"""One medicine: what it did on this day, its doses over time, a change, its name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.journal.day import MedicineEffect
from fibrojournal.journal.measures import ZERO_TO_TEN, Asked, Direction, Measure, Place
from fibrojournal.journal.medicine_words import amount_words, dose_words
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan
from fibrojournal.text import N_, _, day_and_month, long_date, with_year
from fibrojournal.ui.pages.medication.form import Labelled, LineOf, NotRead, PlanForm
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import IconButton, PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.day_field import DayField
from fibrojournal.ui.widgets.dose_bar import DoseBar, Stretch
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.line import Line
from fibrojournal.ui.widgets.note_field import NoteField
from fibrojournal.ui.widgets.rows import RatingRow
from fibrojournal.ui.widgets.still import hold_still

_HELPED = Measure(
    "helped",
    N_("How far it helped"),
    N_("how far it helped on this day"),
    ZERO_TO_TEN,
    Direction.HIGH_IS_GOOD,
    Asked.EVENING,
    Place.DETAIL,
    low_end=N_("not at all"),
    high_end=N_("very much"),
)
_NAME = 220


class _TwoLines(NoteField):
    """A note of a few words."""

    def sizeHint(self) -> QSize:
        """Return the room for two lines less than a whole note has; longer ones scroll."""
        size = super().sizeHint()
        return QSize(size.width(), size.height() - 2 * self.fontMetrics().lineSpacing())


class EffectCard(Card):
    """What a medicine did on a day, as far as the person wants to say."""

    helped = Signal(object)
    side_effects = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title = card_title(theme)
        self.close_button = IconButton(theme, "x", _("Close"), plain=True)
        self.close_button.clicked.connect(self.left)
        self.rating = RatingRow(theme, _HELPED)
        self.rating.answered.connect(self.helped)
        self.effects = _TwoLines(theme)
        self.effects.setAccessibleName(_("Side effects, in your own words"))
        self.effects.written.connect(self.side_effects)
        self.box.addWidget(_headed(self._title, self.close_button))
        self.box.addWidget(self.rating)
        self.box.addWidget(Labelled(theme, _("Side effects, in your own words"), self.effects))

    def show_effect(self, name: str, day: date, effect: MedicineEffect | None) -> None:
        """Show what was noted of a medicine on a day."""
        self._title.setText(_("{medicine} on {day}").format(medicine=name, day=long_date(day)))
        self.rating.show_value(effect.helped if effect else None)
        self.effects.show_text(effect.side_effects if effect else "")

    def hold_still(self, why: str) -> None:
        """Show what is there and take nothing."""
        self.rating.control.hold_still(why)
        self.effects.setReadOnly(True)
        self.effects.setAccessibleDescription(why)


class CourseCard(Card):
    """The doses of a medicine over time, a change from a day on, and its name."""

    changed = Signal(object, object)
    """The first day of a course, and its plan; None: it is stopped."""
    renamed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._medicine: Medicine | None = None
        self._title = card_title(theme)
        self.bar = DoseBar(theme)
        self._told = Label(theme, role="small", color="ink_2", wraps=True)
        self.day = DayField(theme, _("From"))
        self.form = PlanForm(theme, Labelled(theme, _("From"), self.day))
        self.note = PrimaryButton(theme, _("Note the change"), "check")
        self.stop = TextButton(theme, _("Stopped from that day"))
        self.name = LineOf(theme, _("Name"), width=_NAME)
        self.name.field.setMaxLength(60)
        self.rename = TextButton(theme, _("Rename"))
        self._build(theme)
        self.day.dateChanged.connect(self._preview)
        self.form.changed.connect(self._preview)
        self.form.entered.connect(self._change)
        self.note.clicked.connect(self._change)
        self.stop.clicked.connect(lambda: self.changed.emit(self.day.day, None))
        self.rename.clicked.connect(self._rename)
        self.name.field.returnPressed.connect(self._rename)

    def show_medicine(self, medicine: Medicine, day: date, today: date) -> None:
        """Show a medicine as it is; what is being written stays while its courses stay."""
        if medicine == self._medicine:
            return
        self._medicine = medicine
        self._title.setText(_("{medicine}: change of dose").format(medicine=medicine.name))
        words = _told(medicine)
        self._told.setText(words)
        self.bar.show_doses(_stretches(medicine), today, words)
        self.day.show_day(day, today)
        plan = medicine.plan_on(day) or _last_plan(medicine)
        self.form.show_plan(plan)
        self.name.field.setText(medicine.name)
        self.stop.setVisible(medicine.plan is not None)
        self._preview()

    def hold_still(self, why: str) -> None:
        """Show what is there and take nothing."""
        self.form.hold_still(why)
        for part in (self.day, self.note, self.stop, self.name.field, self.rename):
            hold_still(part, why)

    def _build(self, theme: Theme) -> None:
        beside = Label(
            theme, _("Earlier days keep the dose they had."), role="small", color="ink_3"
        )
        self.box.addWidget(self._title)
        self.box.addWidget(beside)
        self.box.addWidget(self.bar)
        self.box.addWidget(self._told)
        self.box.addWidget(self.form)
        self.box.addWidget(in_lines(self.note, self.stop))
        self.box.addWidget(Line(theme))
        self.box.addWidget(_beside(self.name, self.rename))
        self.box.setContentsMargins(20, 17, 20, 17)
        self.box.setSpacing(12)

    def _preview(self) -> None:
        medicine = self._medicine
        if medicine is None:
            return
        try:
            plan = self.form.draft()
        except NotRead:
            self.bar.show_next(None)
            return
        is_new = plan != medicine.plan_on(self.day.day)
        words = dose_words(plan) or plan.form
        self.bar.show_next(Stretch(self.day.day, words) if is_new else None)

    def _change(self) -> None:
        plan = self.form.plan()
        if plan is not None:
            self.changed.emit(self.day.day, plan)

    def _rename(self) -> None:
        name = self.name.field.text().strip()
        if name:
            self.renamed.emit(name)


def _last_plan(medicine: Medicine) -> Plan:
    plans = [course.plan for course in medicine.courses if course.plan is not None]
    return plans[-1] if plans else Plan()


def _stretches(medicine: Medicine) -> Sequence[Stretch]:
    return [
        Stretch(
            None if course.start == ALWAYS else course.start,
            dose_words(course.plan) if course.plan else "",
            is_taken=course.plan is not None,
        )
        for course in _by_dose(medicine.courses)
    ]


def _by_dose(courses: Sequence[Course]) -> list[Course]:
    """Leave the courses that begin another dose: the bar tells no other change."""
    return [
        later
        for earlier, later in pairwise((None, *courses))
        if later is not None and (earlier is None or _dose(earlier) != _dose(later))
    ]


def _dose(course: Course) -> str | None:
    return dose_words(course.plan) if course.plan else None


def _told(medicine: Medicine) -> str:
    """Say what the bar shows: "20 mg from 9 January, 30 mg from 6 February"."""
    parts = []
    for course in medicine.courses:
        what = _("stopped")
        if course.plan is not None:
            what = amount_words(course.plan) or _("taken")
        if course.start != ALWAYS:
            what = _("{what} from {day}").format(
                what=what, day=with_year(day_and_month(course.start), course.start)
            )
        parts.append(what)
    return ", ".join(parts)


def _headed(title: Label, button: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(title, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return whole


def _beside(line: QWidget, button: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(line)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
    row.addStretch(1)
    return whole
