"""Any chart of the registry as a card: finding in words, picture or table, ways to keep it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.charts import Chart
from fibrojournal.charts.material import Option, Scope, gather
from fibrojournal.charts.view import View
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.stores import Store
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.chart_view import ChartView
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.keep_picture import KeepPicture
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.side_by_side import SideBySide

_NARROWEST, _BETWEEN = 330, 12
_OPTION = 220
"""An option's words may be so many px wide at 100 %; half a page is room enough for the card."""


def abreast(theme: Theme, cards: Sequence[ChartCard]) -> SideBySide:
    """Stand cards side by side, equally wide, where there is room for their charts."""
    together = SideBySide(
        cards,
        lambda: len(cards) * theme.px(_NARROWEST) + (len(cards) - 1) * _BETWEEN,
        stretches=[1] * len(cards),
        gap=_BETWEEN,
    )
    theme.changed.connect(together.arrange)
    return together


class ChartCard(Card):
    """Reads what its chart needs when it is shown a scope, and again when the journal changes.

    `is_titled`: the chart's name stands above its finding, where nothing else names it.
    """

    day_chosen = Signal(object)
    """The date of a day that the person wants to open."""
    told = Signal(str)
    """A sentence about what was done with the picture."""

    def __init__(
        self,
        theme: Theme,
        diary: Diary,
        chart: Chart,
        parent: QWidget | None = None,
        *,
        is_titled: bool = False,
    ) -> None:
        super().__init__(theme, parent)
        self.chart = chart
        self._is_titled = is_titled
        self._diary = diary
        self._scope: Scope | None = None
        self._options: tuple[Option, ...] = ()
        self._is_stale = False
        self._view: View | None = None
        self._build()
        # Not when a day changes: until that is saved, the file would be read as it was before.
        for changed in (diary.saved, diary.journal_changed, diary.common_changed):
            changed.connect(self._outdated)

    @property
    def view(self) -> View | None:
        """What is shown, once it was read."""
        return self._view

    @property
    def shows_table(self) -> bool:
        """Tell whether the numbers stand there as a table."""
        return self.body.shows_table

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

    def toggle_table(self) -> None:
        """Change between picture and table; where nothing is drawn, there is none."""
        if self._view is None or self._view.is_empty:
            return
        self.body.toggle_table()
        self._table.setText(_("Picture") if self.shows_table else _("Table"))
        self._table.set_icon("chart-line" if self.shows_table else "table")

    def _outdated(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        scope, questions, chart = self._scope, self._diary.questions, self.chart
        if scope is None:
            return

        def ask(store: Store) -> tuple[View, tuple[Option, ...]]:
            material = gather(store, chart.needs, scope, questions)
            options = chart.options(material, scope) if chart.options else ()
            return chart.view(material, scope), options

        self._diary.fetch(self, ask, partial(self._take, scope))

    def _take(self, scope: Scope, shown: tuple[View, tuple[Option, ...]]) -> None:
        if scope != self._scope:
            return  # what was asked for since is on its way
        view, options = shown
        self._view = self.keep.view = view
        self._offer(options, view.option)
        self._sentence.setText(view.sentence)
        self._detail.setText(view.detail)
        self._detail.setVisible(bool(view.detail))
        self.body.setVisible(not view.is_empty)
        self._tools.setVisible(not view.is_empty)
        self.body.show_view(view, view.title)

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

    def _build(self) -> None:
        theme = self._theme
        self.choice = Choice(theme, _("{chart}: about what").format(chart=self.chart.label))
        self._widen_choice()
        theme.changed.connect(self._widen_choice)
        self.choice.hide()
        self.choice.activated.connect(self._take_option)
        if self._is_titled:
            self.box.addWidget(card_title(theme, self.chart.label))
        self._sentence = (
            Label(theme, role="small_strong", wraps=True) if self._is_titled else card_title(theme)
        )
        self._detail = Label(theme, role="small", color="ink_2", wraps=True)
        self.body = ChartView(theme, self.chart.id)
        self.body.day_chosen.connect(self.day_chosen)
        self._table = LinkButton(theme, _("Table"), "table")
        self._table.clicked.connect(self.toggle_table)
        self.keep = KeepPicture(theme, self.chart.id)
        self.keep.told.connect(self.told)
        buttons = (self._table, self.keep)
        self._tools = SideBySide(
            (QWidget(), *buttons),
            lambda: sum(button.sizeHint().width() for button in buttons),
            stretches=(1, 0, 0),
            gap=0,
        )
        theme.changed.connect(self._tools.arrange)
        self.box.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self._sentence)
        self.box.addWidget(self._detail)
        self.box.addWidget(self.body, 1)
        self.box.addWidget(self._tools)
        self.box.addStretch(0)  # words alone stand at the top of a high card
