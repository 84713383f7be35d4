"""Which measures Trends draw: pills for those that are asked on Today, a menu for all others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.charts.trend_view import MOST_MEASURES, PAIN
from fibrojournal.journal.measures import Measure, Place
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.focus import stop_before, tab_after
from fibrojournal.ui.widgets.measure_toggle import MeasureToggle
from fibrojournal.ui.widgets.menu import Menu
from fibrojournal.ui.widgets.side_by_side import SideBySide

_NOT_DRAWN = (Place.WHOLE_DAY, Place.MOMENT)


class MeasureChoice(SideBySide):
    """One measure or two; a third takes the place of the first."""

    changed = Signal()

    def __init__(self, theme: Theme, diary: Diary) -> None:
        self._standing, self._links = QWidget(), QWidget()
        self._pills = FlowLayout(self._standing)
        row = QHBoxLayout(self._links)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        super().__init__(
            (self._standing, self._links),
            lambda: self._pills.line_width() + self._links.sizeHint().width(),
            stretches=(1, 0),
            gap=0,
        )
        self._theme, self._diary = theme, diary
        self._asked = diary.questions
        self.chosen = [PAIN]
        """Ids, the latest choice last."""
        self.toggles: dict[str, MeasureToggle] = {}
        for measure in diary.questions.asked_on(Place.TODAY):
            self._add(measure)
        self.others = LinkButton(theme, _("Others"), "plus")
        self.others.clicked.connect(self.offer_others)
        self.table = LinkButton(theme, _("Table"), "table")
        for button in (self.others, self.table):
            row.addWidget(button)
        row.addStretch(0)
        theme.changed.connect(self.arrange)

    @property
    def latest(self) -> Measure:
        """The measure that was chosen last."""
        return self.measure(self.chosen[-1])

    def measure(self, id: str) -> Measure:
        """Find a measure in the person's own words. Raises KeyError for an id that is none."""
        measure = self._diary.questions.measure(id)
        if measure is None:
            raise KeyError(id)
        return measure

    def ask_anew(self) -> None:
        """Offer what the person chose to be asked, and choose nothing that is gone."""
        questions = self._diary.questions
        if questions == self._asked:
            return
        self._asked = questions
        standing = [id for id in self.toggles if questions.measure(id) is not None]
        self.chosen = [id for id in self.chosen if id in standing] or [PAIN]
        asked = [measure.id for measure in questions.asked_on(Place.TODAY)]
        self._offer(dict.fromkeys([*asked, *self.chosen]))

    def set_table(self, *, shown: bool) -> None:
        """Name what the button brings."""
        self.table.setText(_("Picture") if shown else _("Table"))
        self.table.set_icon("chart-line" if shown else "table")

    def offer_others(self) -> None:
        """Open the menu of all measures that have no pill."""
        menu = Menu(self._theme, self.others.text(), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        standing = set(self.toggles)
        for measure in self._diary.questions.measures:
            if measure.id not in standing and measure.place not in _NOT_DRAWN:
                menu.addAction(measure.label, partial(self._add_other, measure.id))
        menu.popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))

    def _offer(self, ids: Iterable[str]) -> None:
        """Stand a toggle for each of these, in the place of those that stand there."""
        for toggle in self.toggles.values():
            self._pills.removeWidget(toggle)
            toggle.hide()
            toggle.deleteLater()
        self.toggles = {}
        for id in ids:
            self._add(self.measure(id))
            self.toggles[id].show()  # at once, so that Tab comes to it
        before = stop_before(self._standing)
        if before is not None:
            tab_after(before, self._standing)
        self.arrange()

    def _toggle(self, id: str, *, on: bool) -> None:
        if on:
            self.chosen = [*self.chosen, id][-MOST_MEASURES:]
        elif len(self.chosen) > 1:
            self.chosen.remove(id)
        for measure_id, toggle in self.toggles.items():
            toggle.setChecked(measure_id in self.chosen)
        self.changed.emit()

    def _add_other(self, id: str) -> None:
        former = list(self.toggles.values())[-1]
        self._add(self.measure(id))
        QWidget.setTabOrder(former, self.toggles[id])  # what is made later would come last
        self.toggles[id].show()  # at once, so that it can take the focus
        self.arrange()
        self._toggle(id, on=True)
        self.toggles[id].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, measure: Measure) -> None:
        toggle = MeasureToggle(self._theme, measure)
        toggle.setChecked(measure.id in self.chosen)
        toggle.clicked.connect(lambda on, id=measure.id: self._toggle(id, on=on))
        self.toggles[measure.id] = toggle
        self._pills.addWidget(toggle)
