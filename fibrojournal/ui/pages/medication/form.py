"""How a medicine is taken, as a form: dose, unit, form, and when in the day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.medicine_words import time_words
from fibrojournal.journal.medicines import PARTS_OF_DAY, Plan, Slot
from fibrojournal.text import _, plain_number
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.chips import ChipGroup
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, Phrase
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.still import hold_still

_NEEDED = "needed"
_NUMBER = re.compile(r"\d{1,6}([.,]\d{1,4})?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?", re.ASCII)
_NARROW, _WIDE = 120, 190


class NotRead(ValueError):
    """What was typed is not what the field takes; the text is the sentence that says so."""

    line: LineOf | None = None
    """Where it was typed."""


def dose_of(text: str) -> float | None:
    """Read a dose; nothing is none. Raises NotRead."""
    bare = text.strip()
    if not bare:
        return None
    dose = float(bare.replace(",", ".")) if _NUMBER.fullmatch(bare) else 0.0
    if dose == 0:
        raise NotRead(_("The dose takes a number, such as 30 or 2.5."))
    return dose


def time_of(text: str) -> time | None:
    """Read a time of the clock, also an hour alone; nothing is none. Raises NotRead."""
    bare = text.strip()
    if not bare:
        return None
    found = _CLOCK.fullmatch(bare)
    try:
        if found:
            return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        found = None
    raise NotRead(_("A time takes hours and minutes, such as 8:00 or 21:30."))


T = TypeVar("T")


class Labelled(QWidget):
    """A field with its visible label above it."""

    def __init__(self, theme: Theme, label: str, field: QWidget, *, width: int = 0) -> None:
        super().__init__()
        self._theme, self._field, self._width = theme, field, width
        words = Phrase(theme, label, role="small_strong")
        words.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(words)
        column.addWidget(field)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        if self._width:
            self._field.setFixedWidth(self._theme.px(self._width))


class LineOf(Labelled):
    """A line of text with its label."""

    def __init__(self, theme: Theme, label: str, *, width: int = 0) -> None:
        self.field = TextField(theme, label)
        self.field.setMaxLength(40)
        super().__init__(theme, label, self.field, width=width)


def trouble_label(theme: Theme) -> Label:
    """Make the words below a field that say what it takes; they show where it was not that."""
    label = Label(theme, role="small_strong", color="accent", wraps=True)
    label.hide()
    return label


class PlanForm(QWidget):
    """Asks how a medicine is taken; any of it may stay blank. `before` stands in its first line."""

    changed = Signal()
    entered = Signal()
    """Return was pressed in a field."""

    def __init__(self, theme: Theme, *before: Labelled) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.dose = self._field(_("Dose"), _NARROW)
        self.unit = self._field(_("Unit, such as mg"), _NARROW)
        self.form = self._field(_("Form, such as 1 capsule"), _WIDE)
        self.when = ChipGroup(theme, _("When"))
        parts = [part for part in PARTS_OF_DAY if part != "any"]
        names = {"morning": _("Morning"), "noon": _("Noon"), "evening": _("Evening")}
        names |= {"bedtime": _("Bedtime"), _NEEDED: _("As needed")}
        self.when.set_choices([(id, names[id]) for id in (*parts, _NEEDED)], _("when it is taken"))
        self.when.ticked.connect(self._tick)
        self.times = {
            part: self._field(_("{part}, at").format(part=names[part]), _NARROW) for part in parts
        }
        self.dose_trouble, self.time_trouble = trouble_label(theme), trouble_label(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(in_lines(*before, self.dose, self.unit, self.form, gap=12, line_gap=12))
        column.addWidget(self.dose_trouble)
        when = QVBoxLayout()
        when.setSpacing(4)
        when.addWidget(Phrase(theme, _("When"), role="small_strong"))
        when.addWidget(self.when)
        add_layout(column, when)
        self._clocks = in_lines(*self.times.values(), gap=12, line_gap=12)
        column.addWidget(self._clocks)
        column.addWidget(self.time_trouble)
        self._show_times()

    def show_plan(self, plan: Plan) -> None:
        """Fill the form in."""
        for part, text in (
            (self.dose, "" if plan.dose is None else plain_number(plan.dose)),
            (self.unit, plan.unit),
            (self.form, plan.form),
        ):
            part.field.setText(text)
        ticked = {slot.part for slot in plan.slots}
        self.when.show_ticked(dict.fromkeys(ticked if plan.slots else {_NEEDED}))
        clocks = {slot.part: slot.time for slot in plan.slots}
        for name, part in self.times.items():
            clock = clocks.get(name)
            part.field.setText(time_words(clock) if clock else "")
        self._tell(None, "")
        self._show_times()

    def clear(self) -> None:
        """Empty the form: nothing is chosen, which is every day at any time."""
        self.show_plan(Plan(slots=(Slot("any"),)))

    def plan(self) -> Plan | None:
        """Return what stands in the form; None where a field is not read, which is then said."""
        try:
            plan = self.draft()
        except NotRead as error:
            self._tell(error.line, str(error))
            return None
        self._tell(None, "")
        return plan

    def draft(self) -> Plan:
        """Return what stands in the form. Raises NotRead, and says nothing."""
        dose = _read(self.dose, dose_of)
        slots = tuple(
            Slot(name, _read(part, time_of))
            for name, part in self.times.items()
            if name in self._ticked
        )
        if not slots and _NEEDED not in self._ticked:
            slots = (Slot("any"),)
        unit, form = (part.field.text().strip() for part in (self.unit, self.form))
        return Plan(dose, unit, form, slots)

    def hold_still(self, why: str) -> None:
        """Show what is there and take nothing."""
        self.when.hold_still(why)
        for part in (self.dose, self.unit, self.form, *self.times.values()):
            hold_still(part.field, why)

    @property
    def _ticked(self) -> set[str]:
        return {chip.id for chip in self.when.chips if chip.isChecked()}

    def _field(self, label: str, width: int) -> LineOf:
        line = LineOf(self._theme, label, width=width)
        line.field.textEdited.connect(self.changed)
        line.field.returnPressed.connect(self.entered)
        return line

    def _tick(self, id: str, is_on: bool) -> None:  # noqa: FBT001  Qt's signal decides
        """As needed stands alone: it is no time of the day."""
        ticked = self._ticked
        if is_on:
            ticked = {_NEEDED} if id == _NEEDED else ticked - {_NEEDED}
        self.when.show_ticked(dict.fromkeys(ticked))
        self._show_times()
        self.changed.emit()

    def _show_times(self) -> None:
        for name, part in self.times.items():
            part.setVisible(name in self._ticked)
        self._clocks.setVisible(bool(self._ticked - {_NEEDED}))

    def _tell(self, line: LineOf | None, trouble: str) -> None:
        for label, is_here in (
            (self.dose_trouble, line is self.dose),
            (self.time_trouble, line is not self.dose),
        ):
            label.setText(trouble if is_here else "")
            label.setVisible(bool(label.text()))
        for part in (self.dose, *self.times.values()):
            part.field.setAccessibleDescription(trouble if part is line else "")
        if line is not None:
            line.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _read(line: LineOf, read: Callable[[str], T]) -> T:
    try:
        return read(line.field.text())
    except NotRead as error:
        error.line = line
        raise
