"""What was found in a copy of the journal, and the two ways to bring it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.differences import DayDifference
from fibrojournal.journal.questions import Questions
from fibrojournal.storage.restoring import Comparison
from fibrojournal.text import _, plural
from fibrojournal.ui.pages.restore.parts import CountsCard, DaysCard
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import IconLabel, Label
from fibrojournal.ui.widgets.ways import Ways

DAYS, WHOLE = "days", "whole"
_GAP = 12


class Found(QWidget):
    """Counts, the days that differ, and the choice between some of them and all."""

    wanted = Signal()
    """The person wants what is chosen; with no day chosen, to choose one."""
    left = Signal()
    """The person leaves everything as it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._differing: Sequence[DayDifference] = ()
        self.counts, self.days = CountsCard(theme), DaysCard(theme)
        self.days.list.chosen.connect(self._show_way)
        self.ways = Ways(
            theme,
            _("How much to bring back"),
            [(DAYS, _("Only the days that differ")), (WHOLE, _("The whole journal"))],
        )
        self.ways.options[0].set_meaning(_("Choose them one by one."))
        self.ways.show_choice(DAYS)
        self.ways.chosen.connect(lambda _id: self._show_way())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        self._offer = (self.ways, self._buttons(theme), _promise(theme))
        for part in (self.counts, self.days, *self._offer):
            column.addWidget(part)

    @property
    def is_whole(self) -> bool:
        """Tell whether the whole journal is to come back."""
        return self.ways.choice == WHOLE

    @property
    def chosen_days(self) -> list[DayDifference]:
        """The days that are to come back."""
        return [self._differing[row] for row in self.days.list.chosen_rows]

    def show_comparison(self, found: Comparison, questions: Questions, taken: str) -> None:
        """Show what was found; `taken` says in words when the copy was made."""
        self._differing = found.days
        self.counts.show_comparison(found)
        self.days.show_comparison(found, questions)
        for part in self._offer:
            part.setVisible(not found.is_same)
        by_day, whole = self.ways.options
        whole.set_meaning(_("As it was on {moment}.").format(moment=taken))
        by_day.setEnabled(bool(found.days))
        self.ways.show_choice(DAYS if found.days else WHOLE)
        self._show_way()

    def _show_way(self) -> None:
        self.days.list.show_boxes(shown=not self.is_whole)
        count = len(self.days.list.chosen_rows)
        words = plural("Bring back one day", "Bring back {n} days", count)
        if self.is_whole:
            words = _("Bring back the whole journal")
        elif not count:
            words = _("Choose the days")
        self.go.setText(words)
        self.go.updateGeometry()

    def _buttons(self, theme: Theme) -> QWidget:
        self.go = PrimaryButton(theme, _("Choose the days"), "history")
        self.go.clicked.connect(self.wanted)
        self.leave = TextButton(theme, _("Leave everything as it is"))
        self.leave.clicked.connect(self.left)
        return in_lines(self.go, self.leave, gap=_GAP, line_gap=_GAP)


def _promise(theme: Theme) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(_GAP)
    line.addWidget(IconLabel(theme, "undo-2", "ink_2"))
    words = _("Today’s journal is copied first and stays in the list, so you can come back.")
    line.addWidget(Label(theme, words, role="small", color="ink_2", wraps=True), 1)
    return whole
