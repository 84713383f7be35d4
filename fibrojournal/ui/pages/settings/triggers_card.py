"""Settings, Triggers: which chips stand on Today, in which order, in which words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.journal.arranging import move_trigger
from fibrojournal.journal.chosen import (
    set_strength_asked,
    set_trigger_order,
    set_trigger_shown,
    set_trigger_words,
)
from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import CommonEdit, Edit, set_own
from fibrojournal.journal.joining import join_triggers
from fibrojournal.journal.questions import own_id, own_trigger
from fibrojournal.journal.triggers import Trigger
from fibrojournal.text import _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.arrange_card import FEWEST_ROWS, ArrangeCard
from fibrojournal.ui.pages.settings.arranged_rows import Entry
from fibrojournal.ui.pages.settings.name_line import NameLine
from fibrojournal.ui.widgets.labels import Phrase
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still
from fibrojournal.ui.widgets.switch import Switch

SHOWN, HIDDEN = "shown", "hidden"
BY_USE, OWN_ORDER = "use", "own"
_GAP = 16


class TriggersCard(ArrangeCard[Trigger]):
    """Lists every trigger, says how they are ordered and asked, and adds those of one's own."""

    def __init__(self, around: Surroundings) -> None:
        words = _("what the chips on Today offer; hidden ones keep their answers")
        places = [(SHOWN, _("Shown")), (HIDDEN, _("Hidden"))]
        super().__init__(around, _("Triggers"), words, places)
        theme = around.theme
        orders = [(BY_USE, _("Most used first")), (OWN_ORDER, _("My own order"))]
        self.order = Segments(theme, _("Their order on Today"), orders)
        self.order.chosen.connect(self._choose_order)
        self.strength = Switch(theme, _("Ask how strong, 1 to 3"))
        self.strength.clicked.connect(self._choose_strength)
        self.box.addWidget(self._head())
        if around.diary.why_read_only:
            for control in (self.strength, *self.order.segments):
                hold_still(control, around.diary.why_read_only)
        self.build(_("Add a trigger of your own"), self._make_form)
        self.add.clicked.connect(lambda: self.open_form(self.name.field))

    def _make_form(self) -> NameLine:
        name = NameLine(self._theme, _("Its name"), _("Name of your own trigger"), _("Add"))
        self.name = name
        name.named.connect(self._add)
        name.left.connect(self.close_form)
        return name

    def _head(self) -> SideBySide:
        theme, switch = self._theme, QWidget()
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "xs"))
        row.addStretch(1)
        row.addWidget(Phrase(theme, _("Ask how strong, 1 to 3"), role="label"))
        row.addWidget(self.strength)
        parts = (Phrase(theme, _("Their order on Today"), role="label"), self.order, switch)
        line = SideBySide(parts, lambda: sum(p.sizeHint().width() + _GAP for p in parts), gap=_GAP)
        theme.changed.connect(line.arrange)
        return line

    def show_rows(self) -> None:
        """Show what the person chose, for all triggers and for each."""
        chosen = self.diary.questions.chosen
        self.order.show_choice(OWN_ORDER if chosen.trigger_order else BY_USE)
        self.strength.setChecked(chosen.asks_strength)
        super().show_rows()

    def entries(self) -> tuple[Sequence[Entry], int]:
        """Return all triggers; they go up and down only in an order of the person's own."""
        chosen, triggers = self.diary.questions.chosen, self.diary.questions.triggers
        is_own, last = bool(chosen.trigger_order), len(triggers) - 1
        return [
            Entry(
                one.id,
                one.label,
                _("may help") if one.protects else "",
                HIDDEN if one.id in chosen.hidden_triggers else SHOWN,
                can_rise=is_own and at > 0,
                can_sink=is_own and at < last,
            )
            for at, one in enumerate(triggers)
        ], FEWEST_ROWS

    def one(self, id: str) -> Trigger:
        """Return the trigger of a row."""
        return next(one for one in self.diary.questions.triggers if one.id == id)

    def others(self, own: Trigger) -> Sequence[Trigger]:
        """List the other own triggers."""
        return [one for one in self.diary.questions.own_triggers if one.id != own.id]

    def joined(
        self, gone: Trigger, stays: Trigger, days: Sequence[Day], *, gone_wins: bool
    ) -> list[Edit]:
        """Return the edits that join two triggers."""
        return join_triggers(gone, stays, days, gone_wins=gone_wins)

    def words_edit(self, one: Trigger, words: str) -> CommonEdit:
        """Return the edit that calls a trigger by other words."""
        return set_trigger_words(one.id, words)

    def move_row(self, id: str, by: int) -> None:
        """Move a trigger in the person's own order."""
        if not self.diary.questions.chosen.trigger_order:
            self.told.emit(_("The most used stand first. Choose “My own order” to move them."))
            return
        edit = move_trigger(self.diary.questions, id, by)
        if edit is not None:
            self.shows_all = self.shows_all or id == self.rows.entries[-1].id
            self.change([edit], _("Moving “{name}”").format(name=self.one(id).label))

    def place_row(self, id: str, place: str) -> None:
        """Show or hide a trigger."""
        name, is_shown = self.one(id).label, place == SHOWN
        told = (
            _("“{name}” stands on Today.")
            if is_shown
            else _("“{name}” is hidden. Its answers stay.")
        )
        self.change(
            [set_trigger_shown(id, is_shown=is_shown)],
            _("Where “{name}” stands").format(name=name),
            told.format(name=name),
        )

    def _choose_order(self, order: str) -> None:
        ids: list[str] = []
        if order == OWN_ORDER:  # it begins as the chips stand now
            counts = self.diary.trigger_counts
            ids = [one.id for one in self.diary.questions.triggers]
            ids.sort(key=lambda id: -counts.get(id, 0))
        self.change([set_trigger_order(ids)], _("The order of triggers"))

    def _choose_strength(self) -> None:
        edit = set_strength_asked(is_asked=self.strength.isChecked())
        self.change([edit], _("Asking how strong a trigger was"))

    def _add(self, name: str) -> None:
        try:
            trigger = own_trigger(own_id(name), name)
        except ValueError:
            self.told.emit(_("A name needs a letter or a digit."))
            return
        if self.diary.questions.trigger(trigger.id) is not None:
            self.told.emit(_("There is a trigger of that name already."))
            return
        self.close_form()
        self.shows_all = True
        self.change(
            [set_own(trigger), set_trigger_shown(trigger.id, is_shown=True)],
            _("Adding “{name}”").format(name=name),
            _("“{name}” stands on Today.").format(name=name),
        )
