"""Any chart of the registry as a card: finding in words, picture or table, ways to keep it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.charts import Chart
from fibrojournal.charts.material import Known, Option, Scope, gather
from fibrojournal.charts.view import View
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.stores import Store
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.view_card import ViewCard

_NARROWEST, _BETWEEN = 330, 12
_OPTION = 220
"""An option's words may be so many px wide at 100 %; half a page is room enough for the card."""


def abreast(theme: Theme, cards: Sequence[ViewCard]) -> SideBySide:
    """Stand cards side by side, equally wide, where there is room for their charts."""
    together = SideBySide(
        cards,
        lambda: len(cards) * theme.px(_NARROWEST) + (len(cards) - 1) * _BETWEEN,
        stretches=[1] * len(cards),
        gap=_BETWEEN,
    )
    theme.changed.connect(together.arrange)
    return together


class ChartCard(ViewCard):
    """Reads what its chart needs when it is shown a scope, and again when the journal changes.

    `is_titled`: the chart's name stands above its finding, where nothing else names it. `known`
    gives what is known of the journal as it is now, where several cards share it.
    """

    was_read = Signal()
    """What is shown was read from the journal just now."""

    def __init__(
        self,
        theme: Theme,
        diary: Diary,
        chart: Chart,
        parent: QWidget | None = None,
        *,
        is_titled: bool = False,
        known: Callable[[], Known] = Known,
    ) -> None:
        choice = Choice(theme, _("{chart}: about what").format(chart=chart.label))
        super().__init__(theme, chart.id, chart.label if is_titled else "", choice, parent)
        self.chart, self.choice = chart, choice
        self._diary, self._known = diary, known
        self._scope: Scope | None = None
        self._options: tuple[Option, ...] = ()
        self._is_stale = False
        choice.hide()
        choice.activated.connect(self._take_option)
        self._widen_choice()
        theme.changed.connect(self._widen_choice)
        # Not when a day or an event changes: it is saved first, and then everything is read once.
        for changed in (diary.saved, diary.journal_changed):
            changed.connect(self._outdated)

    def show_scope(self, scope: Scope) -> None:
        """Read and show a part of the journal; what was chosen here stays chosen."""
        if not scope.other and self._scope is not None:
            scope = replace(scope, other=self._scope.other)
        if scope != self._scope:
            self._scope = scope
            self._outdated()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _outdated(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        scope, questions, chart = self._scope, self._diary.questions, self.chart
        known = self._known()
        if scope is None:
            return

        def ask(store: Store) -> tuple[View, tuple[Option, ...]]:
            material = gather(store, chart.needs, scope, questions, known)
            options = chart.options(material, scope) if chart.options else ()
            return chart.view(material, scope), options

        self._diary.fetch(self, ask, partial(self._take, scope))

    def _take(self, scope: Scope, shown: tuple[View, tuple[Option, ...]]) -> None:
        if scope != self._scope:
            return  # what was asked for since is on its way
        view, options = shown
        self._offer(options, view.option)
        self.show_view(view)
        self.was_read.emit()

    def _offer(self, options: tuple[Option, ...], chosen: str) -> None:
        """Offer what the chart can be about; nothing where there is no choice."""
        choice = self.choice
        if options != self._options:
            self._options = options
            choice.clear()
            for option in options:
                choice.addItem(option.label, option.id)
        choice.setCurrentIndex(choice.findData(chosen))
        choice.setVisible(len(options) > 1)

    def _take_option(self, at: int) -> None:
        if self._scope is not None:
            self.show_scope(replace(self._scope, other=self._options[at].id))

    def _widen_choice(self) -> None:
        self.choice.most = self._theme.px(_OPTION)
        self.choice.updateGeometry()
