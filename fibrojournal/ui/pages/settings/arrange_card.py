"""What the cards of questions and triggers have in common: rows, words, joining, adding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import CommonEdit, Edit, set_own
from fibrojournal.journal.joining import holds, holds_two
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.own_removal import is_answered, removed
from fibrojournal.journal.questions import is_own_id
from fibrojournal.journal.triggers import Trigger
from fibrojournal.text import _, plural
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.arranged_rows import ArrangedRows, Entry
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.pages.settings.delete_line import DeleteLine
from fibrojournal.ui.pages.settings.join_line import JoinLine
from fibrojournal.ui.pages.settings.name_line import NameLine
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.still import hold_still

FEWEST_ROWS = 6
"""So many rows stand in the card at first."""
T = TypeVar("T", Measure, Trigger)


class ArrangeCard(SettingsCard, Generic[T]):
    """Every choice applies at once, changes no answer, and can be taken back."""

    def __init__(
        self,
        around: Surroundings,
        title: str,
        words: str,
        places: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(around, title, words)
        self.diary = around.diary
        self.shows_all = False
        self._edited = ""
        self._to_join: Callable[..., None] | None = None
        self.rows = ArrangedRows(around.theme, places, around.diary.why_read_only)
        self.rows.moved.connect(self.move_row)
        self.rows.placed.connect(self.place_row)
        self.rows.edit_wanted.connect(self._edit)
        self.words = NameLine(around.theme, _("In your words"), _("In your words"), _("Done"))
        self.words.named.connect(self._reword)
        self.words.left.connect(self._leave_editor)
        self.joining = JoinLine(around.theme)
        self.joining.wanted.connect(self._look_at_both)
        self.joining.decided.connect(self._decided)
        self.deleting = DeleteLine(around.theme)
        self.deleting.wanted.connect(self._look_at_answers)
        self._editor = QWidget()
        column = QVBoxLayout(self._editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.joining)
        column.addWidget(self.deleting)
        self._editor.hide()

    def build(self, add_words: str, make_form: Callable[[], QWidget]) -> None:
        """Stand the rows, and below them the form that adds one, where the card is built so far.

        All is made in the order in which Tab comes to it.
        """
        entries, always = self.entries()
        self.rows.show_entries(entries[:always])
        self.box.addWidget(self.rows)
        self.rest = LinkButton(self._theme, "", "chevron-down")
        self.rest.clicked.connect(self._turn_rest)
        self.add = LinkButton(self._theme, add_words, "plus")
        self.box.addWidget(in_lines(self.rest, self.add))
        self._form = make_form()
        self._form.hide()
        self.box.addWidget(self._form)
        if self.diary.why_read_only:
            hold_still(self.add, self.diary.why_read_only)
        self.diary.common_changed.connect(self.show_rows)
        self.show_rows()

    # What a card says of its own

    def entries(self) -> tuple[Sequence[Entry], int]:
        """Return all entries, and how many of them always show."""
        raise NotImplementedError

    def one(self, id: str) -> T:
        """Return what a row is about."""
        raise NotImplementedError

    def others(self, own: T) -> Sequence[T]:
        """List what something of one's own can be joined with."""
        raise NotImplementedError

    def joined(self, gone: T, stays: T, days: Sequence[Day], *, gone_wins: bool) -> list[Edit]:
        """Return the edits that join two."""
        raise NotImplementedError

    def words_edit(self, one: T, words: str) -> CommonEdit:
        """Return the edit that calls one that everybody has by other words."""
        raise NotImplementedError

    def move_row(self, id: str, by: int) -> None:
        """Move a row up (-1) or down (1)."""
        raise NotImplementedError

    def place_row(self, id: str, place: str) -> None:
        """Stand one at another place."""
        raise NotImplementedError

    # Rows

    def show_rows(self) -> None:
        """Show what the person chose."""
        self._editor.hide()
        entries, always = self.entries()
        self.rows.show_entries(entries if self.shows_all else entries[:always])
        rest = len(entries) - always
        words = plural("Show {n} more", "Show {n} more", rest)
        self.rest.setText(_("Show fewer") if self.shows_all else words)
        self.rest.set_icon("chevron-up" if self.shows_all else "chevron-down")

    def change(self, edits: Sequence[Edit], words: str, done: str = "") -> None:
        """Make edits as one step, and say what was done."""
        if self.diary.edit(edits, words) and done:
            self.did.emit(done)

    def open_form(self, first: QWidget) -> None:
        """Show the form that adds one, and go there."""
        self._form.show()
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def close_form(self) -> None:
        """Hide the form again."""
        self._form.hide()
        self.add.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _turn_rest(self) -> None:
        self.shows_all = not self.shows_all
        self.show_rows()

    # Words

    def _edit(self, id: str) -> None:
        if self._editor.isVisible() and self._edited == id:
            self._leave_editor()
            return
        self._edited, one = id, self.one(id)
        self.words.field.setText(one.label)
        self.words.field.setAccessibleName(_("{name}, in your words").format(name=one.label))
        others = self.others(one) if is_own_id(id) else ()
        self.joining.offer([(other.id, other.label) for other in others])
        self.deleting.setVisible(is_own_id(id))
        self.deleting.offer(one.label)
        self.rows.put_below(id, self._editor)
        self.words.field.setFocus(Qt.FocusReason.TabFocusReason)
        self.words.field.selectAll()

    def _reword(self, words: str) -> None:
        one = self.one(self._edited)
        self._leave_editor()
        if not is_own_id(one.id):
            edit = self.words_edit(one, words)
        elif words:
            edit = set_own(renamed(one, words))
        else:
            return
        self.change([edit], _("The words of “{name}”").format(name=one.label))

    def _leave_editor(self) -> None:
        self._editor.hide()
        row = self.rows.row_of(self._edited)
        if row is not None:
            row.edit.setFocus(Qt.FocusReason.BacktabFocusReason)

    # Joining

    def _look_at_both(self, other_id: str) -> None:
        gone, stays = self.one(self._edited), self.one(other_id)

        def held(days: list[Day]) -> None:
            both = sum(holds_two(day, gone.id, stays.id) for day in days)
            self._to_join = partial(self._join, gone, stays, days)
            if both:
                self.joining.ask_whose(gone.label, stays.label, both)
            else:
                self._to_join(gone_wins=False)

        self.diary.fetch_days(self, lambda day: holds(day, gone.id), held)

    def _decided(self, gone_wins: bool) -> None:  # noqa: FBT001  a Qt signal's shape
        if self._to_join is not None:
            self._to_join(gone_wins=gone_wins)

    def _join(self, gone: T, stays: T, days: Sequence[Day], *, gone_wins: bool) -> None:
        present = [self.diary.known(day.date) for day in days]
        edits = self.joined(gone, stays, present, gone_wins=gone_wins)
        names = {"gone": gone.label, "stays": stays.label}
        words = _("Joining “{gone}” with “{stays}”").format(**names)
        self.change(edits, words, _("“{gone}” is part of “{stays}” now.").format(**names))

    # Deleting

    def _look_at_answers(self) -> None:
        own = self.one(self._edited)

        def held(days: list[Day]) -> None:
            answered = sum(is_answered(day, own.id) for day in days)
            if answered:
                self.deleting.refuse(answered)
                return
            words = _("Deleting “{name}”").format(name=own.label)
            self.add.setFocus(Qt.FocusReason.BacktabFocusReason)
            self.change(removed(own, days), words, _("“{name}” is deleted.").format(name=own.label))

        self.diary.fetch_days(self, lambda day: holds(day, own.id), held)


def renamed(own: T, name: str) -> T:
    """Give something of one's own another name; its id stays."""
    if isinstance(own, Measure):
        return own._replace(name=name, question=name)
    return own._replace(name=name)
