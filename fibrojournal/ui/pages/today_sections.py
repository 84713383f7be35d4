"""The parts of Today: rows of questions, the triggers and the note."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, plural
from fibrojournal.ui.theme import Theme, application
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.chips import ChipGroup
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.note_field import NoteField
from fibrojournal.ui.widgets.rows import NumberRow, RatingRow, link_rows
from fibrojournal.ui.widgets.tile import Tile

FIRST_TRIGGERS = 8
"""So many chips stand on the form at first; a press shows the rest."""
HALF_AN_HOUR = 0.5


class QuestionRows(QWidget):
    """The rows of some measures, one under the other."""

    answered = Signal(object, object)
    """A measure, and its value or None."""
    focused = Signal(object)
    """The measure that has the focus."""

    def __init__(
        self, theme: Theme, measures: Sequence[Measure], source: Callable[[Reading], str]
    ) -> None:
        """Let `source` say where an answer comes from that is not one of the day's own."""
        super().__init__()
        self._source = source
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "s"))
        self.rows: dict[str, RatingRow | NumberRow] = {}
        for measure in measures:
            row = _row(theme, measure)
            row.answered.connect(partial(self.answered.emit, measure))
            row.control.installEventFilter(self)
            self.rows[measure.id] = row
            column.addWidget(row)
        link_rows(tuple(self.rows.values()))

    def show_answers(self, day: Day) -> None:
        """Fill every row with what the day holds."""
        for measure_id, row in self.rows.items():
            reading = day.readings.get(measure_id)
            row.show_value(day.value(measure_id), self._source(reading) if reading else "")

    def hold_still(self, why: str) -> None:
        """Show answers and take none."""
        for row in self.rows.values():
            row.control.hold_still(why)

    def focus_first(self) -> None:
        """Focus the first row without an answer, else the first."""
        rows = tuple(self.rows.values())
        blank = next((row for row in rows if row.control.answer is None), rows[0])
        blank.control.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which question has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(next(r.measure for r in self.rows.values() if r.control is watched))
        return False


def _row(theme: Theme, measure: Measure) -> RatingRow | NumberRow:
    if measure.scale.is_rating:
        return RatingRow(theme, measure)
    return NumberRow(theme, measure, hint=_step_hint(measure), start=measure.first_step)


def _step_hint(measure: Measure) -> str:
    if measure.unit == "h" and measure.scale.step == HALF_AN_HOUR:
        return _("half an hour a step; − and + or the arrow keys")
    if measure.scale.step == 1:
        return _("− and +, the arrow keys, or a number")
    step = measure.value_text(measure.scale.step)
    return _("{step} a step, or any number").format(step=step)


class TriggerSection(Card):
    """What was in the day: chips, the usual ones first, their order frozen within a day."""

    ticked = Signal(str, bool)
    own_named = Signal(str)
    focused = Signal(object)
    """The trigger that has the focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._questions = Questions()
        self._order: list[str] = []
        self._shown = FIRST_TRIGGERS
        head = QHBoxLayout()
        head.addWidget(card_title(theme, _("What was in your day?")))
        head.addWidget(
            Label(theme, _("optional · your usual ones first"), role="small", color="ink_2")
        )
        head.addStretch(1)
        self.box.addLayout(head)
        self._chips = ChipGroup(theme, _("What was in your day?"), _("Add your own"))
        self._chips.ticked.connect(self.ticked)
        self._chips.rest_requested.connect(self._show_all)
        self._chips.add_requested.connect(self._ask_name)
        self.box.addWidget(self._chips)
        self._name = _OwnName(theme)
        self._name.named.connect(self._take_name)
        self._name.hide()
        self.box.addWidget(self._name)

    @property
    def offered(self) -> tuple[str, ...]:
        """The ids of the triggers that stand on the form now."""
        return tuple(self._order[: self._shown])

    def arrange(self, questions: Questions, counts: Mapping[str, int], day: Day) -> None:
        """Choose and order the chips for a day: the most used first, then as registered.

        Whatever was ticked once stands on every later form: a chip that is asked for only when
        it is to be ticked would have no days of "no" to compare with.
        """
        self._questions = questions
        ids = [trigger.id for trigger in questions.triggers]
        self._order = sorted(ids, key=lambda id: (-counts.get(id, 0), ids.index(id)))
        asked = [place for place, id in enumerate(self._order, 1) if id in day.triggers]
        used = sum(counts.get(id, 0) > 0 for id in ids)
        self._shown = max([FIRST_TRIGGERS, used, *asked])
        self._fill()

    def add_own(self, questions: Questions, trigger_id: str) -> None:
        """Put a trigger of one's own at the end of the chips that stand there."""
        self._questions = questions
        if trigger_id not in self.offered:
            self._order = [id for id in self._order if id != trigger_id]
            self._order.insert(self._shown, trigger_id)
            self._shown += 1
            self._fill()

    def show_answers(self, day: Day) -> None:
        """Tick what the day holds."""
        self._chips.show_ticked(set(day.ticked))

    def hold_still(self, why: str) -> None:
        """Show what is ticked and take nothing."""
        self._chips.hold_still(why)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which trigger has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            chip = next((c for c in self._chips.chips if c is watched), None)
            trigger = self._questions.trigger(chip.id) if chip else None
            if trigger:
                self.focused.emit(trigger)
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        triggers = [self._questions.trigger(id) for id in self.offered]
        self._chips.set_choices([(t.id, t.label) for t in triggers if t], _("trigger"))
        for chip in self._chips.chips:
            chip.installEventFilter(self)
        hidden = len(self._order) - self._shown
        self._chips.offer_rest(plural("{n} more", "{n} more", hidden) if hidden else "")

    def _show_all(self) -> None:
        first_new, self._shown = self._shown, len(self._order)
        ticked = {chip.id for chip in self._chips.chips if chip.isChecked()}
        self._fill()
        self._chips.show_ticked(ticked)
        self._chips.chips[first_new].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_name(self) -> None:
        self._name.show()
        self._name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_name(self, name: str) -> None:
        self._name.hide()
        self._chips.setFocus(Qt.FocusReason.OtherFocusReason)
        if name:
            self.own_named.emit(name)


class _OwnName(QWidget):
    """One line in which to name a trigger of one's own. Enter takes it, Esc leaves it."""

    named = Signal(str)
    """The name, or nothing where none is wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "m"))
        label = Label(theme, _("Its name"), role="small_strong")
        self.field = TextField(theme, _("Name of your own trigger"))
        self.field.setMaxLength(40)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        label.setBuddy(self.field)
        add = TextButton(theme, _("Add"))
        add.clicked.connect(self._take)
        for part in (label, self.field, add):
            row.addWidget(part, 1 if part is self.field else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the line on Esc."""
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.field.clear()
            self.named.emit("")
            return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        name = self.field.text().strip()
        self.field.clear()
        self.named.emit(name)


class NoteSection(Card):
    """The day in the person's own words: below the tiles, while that of the note is pressed.

    Focus goes into the field when it opens, and back to the tile when it closes.
    """

    opened = Signal(bool)

    def __init__(self, theme: Theme, tile: Tile) -> None:
        super().__init__(theme)
        self._tile = tile
        self.field = NoteField(theme)
        self.field.setAccessibleName(_("Note"))
        self.box.addWidget(self.field)
        self.hide()
        tile.toggled.connect(self._fold)

    def set_open(self, *, is_open: bool) -> None:
        """Open or close the field."""
        self._tile.setChecked(is_open)

    def hold_still(self, why: str) -> None:
        """Let the note be read and copied, and not written."""
        self.field.setReadOnly(True)
        self.field.setAccessibleDescription(why)

    def _fold(self, is_open: bool) -> None:  # noqa: FBT001  Qt's signal decides
        held = self.isAncestorOf(application().focusWidget() or self._tile)
        self.setVisible(is_open)
        self.opened.emit(is_open)
        if is_open and self._tile.hasFocus():
            self.field.setFocus(Qt.FocusReason.TabFocusReason)
        elif held:
            self._tile.setFocus(Qt.FocusReason.BacktabFocusReason)
