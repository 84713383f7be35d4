"""The body map of one day: the figure, the list, and how strong, if the person likes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fibrojournal.journal.areas import AREAS
from fibrojournal.journal.day import BodyMap
from fibrojournal.text import _
from fibrojournal.ui.pages.body.words import (
    area_names,
    box_words,
    count_words,
    strength_question,
    strengths_noted,
)
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.area_list import NOTHING, AreaList
from fibrojournal.ui.widgets.body_figure import BodyFigure
from fibrojournal.ui.widgets.cards import Card, FoldCard
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.rows import RatingRow
from fibrojournal.ui.widgets.side_by_side import SideBySide

_GAP, _SIDE = 12, 16
_FIGURE_FROM = 304
"""Below this width in px of the figure, the list stands below it."""


class AreasPicker(QWidget):
    """Figure and list side by side: one answer, two views. Used by the check-in too."""

    ticked = Signal(str, bool)
    """The id of an area, or `NOTHING`, and whether the person marked or unmarked it."""

    def __init__(self, theme: Theme, *, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._areas: Mapping[str, float | None] | None = None
        self.figure = BodyFigure(theme)
        self.figure.take_clicks(taken=True)
        self.figure.area_pressed.connect(self._press)
        self.figure.area_pointed.connect(self._tell)
        self.list = AreaList(theme, _("Areas of the body"), nothing=nothing)
        self.list.ticked.connect(self.ticked)
        self.list.reached.connect(self._reach)
        self._told = _Told(theme)
        left, right = Card(theme), Card(theme)
        left.box.addWidget(self.figure)
        left.box.addStretch(1)
        left.box.addWidget(self._told)
        right.box.setSpacing(theme.size("space", "s"))
        right.box.addWidget(card_title(theme, _("As a list")))
        right.box.addWidget(self.list)
        right.box.addStretch(1)
        for card in (left, right):
            card.box.setContentsMargins(_SIDE, 16, _SIDE, _SIDE)
        both = SideBySide(
            (left, right),
            lambda: _FIGURE_FROM + 2 * _SIDE + _GAP + right.sizeHint().width(),
            stretches=(1, 0),
            gap=_GAP,
        )
        theme.changed.connect(both.arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)
        self._tell("")

    def show_areas(self, areas: Mapping[str, float | None] | None) -> None:
        """Show what is marked in both views, without telling anyone; None: not filled in."""
        self._areas = areas
        self.list.show_marks(areas)
        self.figure.show_marks(frozenset(areas or ()))
        words = _("Not filled in") if areas is None else count_words(areas)
        if areas:
            words = f"{words}: {area_names(areas)}"
        self.figure.setAccessibleDescription(words)
        self._tell(self._told.about)

    def hold_still(self, why: str) -> None:
        """Show what is marked and take nothing."""
        self.figure.take_clicks(taken=False)
        self.list.hold_still(why)

    def _press(self, area: str) -> None:
        self.ticked.emit(area, area not in (self._areas or ()))

    def _reach(self, id: str) -> None:
        self.figure.show_current("" if id == NOTHING else id)
        self._tell(id)

    def _tell(self, id: str) -> None:
        self._told.say(id, box_words(id, self._areas) if id else "")


class _Told(QFrame):
    """What the pointer or the keys have come to, and how to change it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.about = ""
        self._what = Label(theme, role="label", wraps=True)
        self._how = Label(theme, role="small", color="ink_2", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 16, 9)
        column.setSpacing(2)
        column.addWidget(self._what)
        column.addWidget(self._how)
        theme.changed.connect(self.update)

    def say(self, id: str, what: str) -> None:
        self.about = id
        self._what.setText(what or _("Left means your own left"))
        self._how.setText(
            _("Space or a click changes it.")
            if what
            else _("From the front it lies on the right, as in a photo.")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        draw_box(
            painter, QRectF(self.rect()), theme.size("radius", "control"), theme.qcolor("inset")
        )


class StrengthCard(FoldCard):
    """How strongly each marked area hurts, 0-10: not asked for until the card is opened.

    Every area has its row from the start: Tab would come to one that is made later at the end.
    """

    given = Signal(str, object)
    """The id of an area, and a float or None where it was cleared."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("How strong"))
        self.rows = {area.id: self._make_row(area.id) for area in AREAS}

    @property
    def asked(self) -> list[str]:
        """The areas that have a row now, from head to foot."""
        return [id for id, row in self.rows.items() if not row.isHidden()]

    def show_map(self, body_map: BodyMap | None) -> None:
        """Ask of every marked area."""
        areas = {} if body_map is None else body_map.areas
        for id, row in self.rows.items():
            is_left = id not in areas and row.control.hasFocus()
            row.setVisible(id in areas)
            row.show_value(areas.get(id))
            if is_left:
                self.row.setFocus(Qt.FocusReason.OtherFocusReason)
        if body_map is not None:
            self.row.set_summary(strengths_noted(body_map))

    def hold_still(self, why: str) -> None:
        """Show strengths and take none."""
        for row in self.rows.values():
            row.control.hold_still(why)

    def _make_row(self, area: str) -> RatingRow:
        row = RatingRow(self._theme, strength_question(area))
        row.answered.connect(lambda value: self.given.emit(area, value))
        row.left_row.connect(lambda by: self._go_from(area, by))
        row.hide()
        self.body.addWidget(row)
        return row

    def _go_from(self, area: str, by: int) -> None:
        asked = self.asked
        place = asked.index(area) + by
        if 0 <= place < len(asked):
            reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
            self.rows[asked[place]].control.setFocus(reason)
