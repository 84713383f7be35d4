"""What was in the day: the triggers on Today, the usual ones first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from fibrojournal.journal.chosen import Chosen
from fibrojournal.journal.day import Day
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, plural
from fibrojournal.ui.pages.settings.name_line import NameLine
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.chips import ChipGroup
from fibrojournal.ui.widgets.labels import Phrase
from fibrojournal.ui.widgets.nested import add_layout

FIRST_TRIGGERS = 8
"""So many chips stand on the form at first; a press shows the rest."""


class TriggerSection(Card):
    """What was in the day: chips, the usual ones first, their order frozen within a day."""

    ticked = Signal(str, bool, object)
    """The id of a trigger, whether it is ticked now, and how strong it was, or None."""
    own_named = Signal(str)
    focused = Signal(object)
    """The trigger that has the focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._questions = Questions()
        self._counts: Mapping[str, int] = {}
        self._order: list[str] = []
        self._shown = FIRST_TRIGGERS
        head = QHBoxLayout()
        head.addWidget(Phrase(theme, _("What was in your day?"), role="heading"))
        self._about = Phrase(theme, role="small", color="ink_2")
        head.addWidget(self._about, 1)
        add_layout(self.box, head)
        self._chips = ChipGroup(theme, _("What was in your day?"), _("Add your own"))
        self._chips.ticked.connect(self._tell_ticked)
        self._chips.rest_requested.connect(self._show_all)
        self._chips.add_requested.connect(self._ask_name)
        self.box.addWidget(self._chips)
        self._name = NameLine(theme, _("Its name"), _("Name of your own trigger"), _("Add"))
        self._name.named.connect(self._take_name)
        self._name.left.connect(partial(self._take_name, ""))
        self._name.hide()
        self.box.addWidget(self._name)

    @property
    def offered(self) -> tuple[str, ...]:
        """The ids of the triggers that stand on the form now."""
        return tuple(self._order[: self._shown])

    def order_by_use(self, counts: Mapping[str, int], today: Day) -> None:
        """Let the most used stand first, what is ticked today aside: the order holds all day."""
        self._counts = {id: count - (id in today.ticked) for id, count in counts.items()}

    def arrange(self, questions: Questions, day: Day) -> None:
        """Choose and order the chips for a day: the most used first, or as the person chose.

        Whatever was ticked once stands on every later form: a chip that is asked for only when
        it is to be ticked would have no days of "no" to compare with. A hidden one stands on the
        days that hold it.
        """
        self._questions = questions
        self._say_how(questions.chosen)
        shown = questions.shown_triggers
        ids = [one.id for one in questions.triggers if one in shown or one.id in day.ticked]
        if not questions.chosen.trigger_order:
            ids.sort(key=lambda id: -self._counts.get(id, 0))
        standing = [
            id
            for place, id in enumerate(ids)
            if place < FIRST_TRIGGERS or self._counts.get(id, 0) > 0 or id in day.triggers
        ]
        self._order = [*standing, *(id for id in ids if id not in standing)]
        self._shown = len(standing)
        self._fill()

    def _say_how(self, chosen: Chosen) -> None:
        words = _("optional · your usual ones first")
        if chosen.trigger_order:
            words = _("optional · in your order")
        if chosen.asks_strength:
            words = _("{words} · press again for stronger").format(words=words)
        self._about.setText(words)

    def show_answers(self, day: Day) -> None:
        """Tick what the day holds; what was ticked elsewhere than on the form joins it."""
        if not set(day.ticked) <= set(self.offered):
            self.arrange(self._questions, day)
        strengths = {id: day.triggers[id].strength for id in day.ticked}
        self._chips.show_ticked(strengths)

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
        choices = [(t.id, t.label) for t in triggers if t]
        strength = self._questions.chosen.asks_strength
        self._chips.set_choices(choices, _("trigger"), with_strength=strength)
        for chip in self._chips.chips:
            chip.installEventFilter(self)
        hidden = len(self._order) - self._shown
        self._chips.offer_rest(plural("{n} more", "{n} more", hidden) if hidden else "")

    def _tell_ticked(self, id: str, ticked: bool) -> None:  # noqa: FBT001  a Qt signal's shape
        chip = next(one for one in self._chips.chips if one.id == id)
        self.ticked.emit(id, ticked, chip.strength)

    def _show_all(self) -> None:
        first_new, self._shown = self._shown, len(self._order)
        ticked = {chip.id: chip.strength for chip in self._chips.chips if chip.isChecked()}
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
