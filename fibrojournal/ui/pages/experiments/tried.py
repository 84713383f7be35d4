"""The experiments that were: a row each, which opens what came out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from fibrojournal.journal.experiments import Experiment, State
from fibrojournal.text import _
from fibrojournal.ui.pages.experiments import words
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import card_title
from fibrojournal.ui.widgets.result_list import ResultList, ResultRow


class TriedCard(Card):
    """Lists them, the latest first."""

    opened = Signal(str)
    """The id of the one to read out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: tuple[Experiment, ...] = ()
        self.box.addWidget(card_title(theme, _("Tried before")))
        self.list = ResultList(theme, _("Tried before"))
        self.list.opened.connect(lambda row: self.opened.emit(self._shown[row].id))
        self.box.addWidget(self.list)

    def show_experiments(self, those: Sequence[Experiment], today: date) -> None:
        """Show others."""
        self._shown = tuple(those)
        self.list.show_rows([_row(each, today) for each in those])


def _row(experiment: Experiment, today: date) -> ResultRow:
    line = words.row_line(experiment, today)
    return ResultRow(
        icon="scale" if experiment.state(today) is State.OVER else "flag",
        title=experiment.question,
        beside="",
        text=line,
        spans=(),
        spoken=f"{experiment.question}, {line}",
        whole=line,
    )
