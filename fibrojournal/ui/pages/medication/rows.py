"""The rows of the medication page: what is taken every day, and what as needed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.as_needed import count_of, last_time
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Intake, Origin
from fibrojournal.journal.measures import Asked, Direction, Measure, Place, Scale
from fibrojournal.journal.medicine_day import Dose
from fibrojournal.journal.medicine_words import amount_words, dose_words, slot_words, time_words
from fibrojournal.journal.medicines import Medicine, Plan
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.answer_segments import AnswerSegments
from fibrojournal.ui.widgets.buttons import IconButton, TextButton
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.mark import draw_mark
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.stepper import Stepper
from fibrojournal.ui.widgets.still import hold_still

TAKEN, SKIPPED = "taken", "skipped"
_MARK = 38
_WHO, _WHEN = 200, 130
_COUNT = 140
_MOST = 40.0


class PillMark(QWidget):
    """A pill in a tinted circle; decoration, the words beside it say it all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the pill."""
        color = self._theme.qcolor("accent")
        draw_mark(QPainter(self), self._theme, "pill", color, QRectF(self.rect()))

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(_MARK), self._theme.px(_MARK))


class Words(QWidget):
    """Two lines that belong together; the second goes where it says nothing."""

    def __init__(self, theme: Theme, first: str, *, role: str = "label") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Label(theme, first, role=role, wraps=True))
        self._second = Label(theme, role="small", color="ink_2", wraps=True)
        column.addWidget(self._second)

    def set_second(self, words: str) -> None:
        """Say what stands in the second line."""
        self._second.setText(words)
        self._second.setVisible(bool(words))


class CountStepper(Stepper):
    """A stepper for a small number, as narrow as one can press."""

    def __init__(self, theme: Theme, name: str) -> None:
        scale = Scale(0, _MOST, 1)
        measure = Measure(
            "count", name, name, scale, Direction.NEITHER, Asked.EVENING, Place.DETAIL
        )
        super().__init__(theme, measure, start=1)

    def sizeHint(self) -> QSize:
        """As wide as two ends of 44 px and two digits."""
        return QSize(self._theme.px(_COUNT), super().sizeHint().height())


class MedicineRow(QWidget):
    """The common part: who it is, and the way to the rest."""

    open_wanted = Signal(str)
    """The id of a medicine whose courses and effects are wanted."""

    def __init__(self, theme: Theme, medicine: Medicine, plan: Plan) -> None:
        super().__init__()
        self._theme, self.medicine, self.medicine_id = theme, medicine, medicine.id
        self.spoken = " ".join(part for part in (medicine.name, dose_words(plan)) if part)
        self.who = Words(theme, medicine.name)
        self.who.set_second(amount_words(plan))
        self.more = IconButton(theme, "chevron-right", "", plain=True)
        self.more.set_name(_("{medicine}: dose, effects and more").format(medicine=medicine.name))
        self.more.clicked.connect(lambda: self.open_wanted.emit(medicine.id))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def lay_out(self, middle: list[QWidget], stretches: tuple[int, ...], least: int) -> None:
        """Stand mark, words and controls in a row, or one below the other where it is narrow.

        The way to the rest stays beside the last of the controls.
        """
        head = QWidget()
        head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(PillMark(self._theme))
        row.addWidget(self.who, 1)
        last = QWidget()
        last.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        ends = QHBoxLayout(last)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(8)  # room for the ring between them
        ends.addWidget(middle[-1], 0, Qt.AlignmentFlag.AlignVCenter)
        ends.addWidget(self.more)
        ends.addStretch(1)
        parts = (head, *middle[:-1], last)
        beside = SideBySide(
            parts,
            lambda: (
                self._theme.px(least + _MARK)
                + sum(part.sizeHint().width() + 12 for part in parts if not _grows(part))
            ),
            stretches=stretches,
        )
        self._theme.changed.connect(beside.arrange)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(beside)

    @property
    def first_stop(self) -> QWidget:
        """The first of the controls."""
        return self.more

    def hold_still(self, why: str) -> None:
        """Show what is there and take nothing."""


class DoseRow(MedicineRow):
    """A medicine at one part of the day: taken, skipped, or not noted."""

    answered = Signal(object, object)
    """The Dose, and True for taken, False for skipped, None where it was taken back."""

    def __init__(self, theme: Theme, dose: Dose) -> None:
        super().__init__(theme, dose.medicine, dose.plan)
        self.dose = dose
        self._when = Words(theme, slot_words(dose.slot), role="small_strong")
        name = f"{self.spoken}, {slot_words(dose.slot)}"
        choices = ((TAKEN, _("Taken")), (SKIPPED, _("Skipped")))
        self.answer = AnswerSegments(theme, name, choices)
        self.answer.answered.connect(
            lambda id: self.answered.emit(self.dose, None if id is None else id == TAKEN)
        )
        self.lay_out([self._when, self.answer], (5, 3, 0), _WHO + _WHEN)

    @property
    def first_stop(self) -> QWidget:
        """What is chosen, or the first of the choices."""
        chosen = (option for option in self.answer.options if option.isChecked())
        return next(chosen, self.answer.options[0])

    def show_day(self, day: Day, noted: Callable[[Stamp], str]) -> None:
        """Show what was noted; `noted` says when."""
        intake = self.dose.noted(day)
        self._when.set_second(_state(intake, noted))
        self.answer.show_answer(None if intake is None else TAKEN if intake.taken else SKIPPED)

    def hold_still(self, why: str) -> None:
        """Show what is there and take nothing."""
        self.answer.hold_still(why)


class NeededRow(MedicineRow):
    """A medicine that is taken as needed: how many on this day, and one more."""

    counted = Signal(object, object)
    """The medicine, and how many; None where the number was taken back."""
    took_one = Signal(object)

    def __init__(self, theme: Theme, medicine: Medicine, plan: Plan, *, is_today: bool) -> None:
        super().__init__(theme, medicine, plan)
        self._plan = plan
        self.count = CountStepper(theme, _("{medicine}, how many").format(medicine=self.spoken))
        self.count.answered.connect(lambda number: self.counted.emit(medicine, number))
        icon = "clock" if is_today else "plus"
        self.take = TextButton(theme, _("Took one now") if is_today else _("Took one"), icon)
        self.take.setAccessibleName(f"{self.spoken}: {self.take.text()}")
        self.take.clicked.connect(lambda: self.took_one.emit(medicine))
        self.lay_out([self.count, self.take], (1, 0, 0), _WHO)

    @property
    def first_stop(self) -> QWidget:
        """The button that is pressed most."""
        return self.take

    def show_day(self, day: Day) -> None:
        """Show how many were taken, and when the last one was."""
        last = last_time(day, self.medicine.id)
        told = _("last at {time}").format(time=time_words(last)) if last else ""
        self.who.set_second(" · ".join(part for part in (amount_words(self._plan), told) if part))
        self.count.show_value(count_of(day, self.medicine.id))

    def hold_still(self, why: str) -> None:
        """Show what is there and take nothing."""
        self.count.hold_still(why)
        hold_still(self.take, why)


def _state(intake: Intake | None, noted: Callable[[Stamp], str]) -> str:
    if intake is None:
        return _("not noted yet")
    if intake.origin is Origin.COPIED:
        return _("from yesterday")
    return noted(intake.entered)


def _grows(part: QWidget) -> bool:
    return part.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
