"""How is it now? Two questions about this moment, as often in a day as one likes."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Day, Moment
from fibrojournal.journal.edits import SetMoment
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.moments import ASKED_OF_A_MOMENT
from fibrojournal.text import _, long_date
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.history.words import clock_time
from fibrojournal.ui.widgets.buttons import PrimaryButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, page_title
from fibrojournal.ui.widgets.rows import RatingRow, link_rows
from fibrojournal.ui.widgets.scroll import ScrollPage

_MARGIN = 24
_SIZE = QSize(780, 390)


class NowPanel(QDialog):
    """Saves each answer as it is given. Closing it, by Esc too, takes nothing back."""

    def __init__(self, around: Surroundings, day: Day, parent: QWidget) -> None:
        super().__init__(parent)
        self._diary, self._day = around.diary, day.date
        self._stamp = stamp_of(around.now())
        self._ids = {measure.id: str(uuid4()) for measure in ASKED_OF_A_MOMENT}
        self.setWindowTitle(_("How is it now?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build(around, parent)
        self._diary.day_changed.connect(self._show)

    def _answer(self, measure: Measure, value: float | None) -> None:
        id = self._ids[measure.id]
        moment = None if value is None else Moment(id, self._day, measure.id, value, self._stamp)
        words = _("{question} at {time} on {day}").format(
            question=measure.label, time=clock_time(self._stamp), day=long_date(self._day)
        )
        self._diary.edit([SetMoment(self._day, id, moment)], words)

    def _show(self) -> None:
        held = {moment.id: moment.value for moment in self._diary.known(self._day).moments}
        for measure_id, row in self._rows.items():
            row.show_value(held.get(self._ids[measure_id]))

    def _build(self, around: Surroundings, parent: QWidget) -> None:
        theme = around.theme
        title = page_title(theme, _("How is it now?"))
        when = _("At {time}. One of the two is enough, and it is saved as you go.")
        about = Label(theme, when.format(time=clock_time(self._stamp)), color="ink_2", wraps=True)
        card = Card(theme)
        self._rows = {measure.id: RatingRow(theme, measure) for measure in ASKED_OF_A_MOMENT}
        for row in self._rows.values():
            row.answered.connect(partial(self._answer, row.measure))
            card.box.addWidget(row)
        link_rows(tuple(self._rows.values()))
        close = PrimaryButton(theme, _("Close"))
        close.clicked.connect(self.accept)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN - ScrollPage.GUTTER, _MARGIN)
        column.setSpacing(theme.size("space", "m"))
        for part in (title, about, card, in_lines(close)):
            column.addWidget(part)
        column.addStretch(1)
        area = ScrollPage(theme)
        area.show_page(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        room = parent.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        self.resize(QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())).boundedTo(room))
        self._rows[ASKED_OF_A_MOMENT[0].id].control.setFocus(Qt.FocusReason.TabFocusReason)


def ask_now(around: Surroundings, parent: QWidget) -> None:
    """Ask about this moment, as soon as its day is read."""
    today = around.diary.day_of(around.now())
    around.diary.fetch_day(parent, today, lambda day: NowPanel(around, day, parent).open())
