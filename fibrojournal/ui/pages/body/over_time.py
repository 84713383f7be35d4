"""How often each area hurt over a period: the figure in the heat ramp, and the same in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fibrojournal.charts.body_words import (
    by_frequency,
    details,
    finding,
    often,
    spoken,
    usual_strength,
)
from fibrojournal.heat import STEPS, heat_ramp
from fibrojournal.journal.areas import AREA_BY_ID, AREAS
from fibrojournal.journal.body_maps import Composite
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.body_figure import BodyFigure
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import Label, Phrase, card_title
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.text_table import Texts, TextTable

_GAP = 12
_LIST_WIDTH = 300


class OverTime(QWidget):
    """A sentence, the shaded figure with a table of what hurt beside it, or all as a table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over: Composite | None = None
        self._span = 0
        self._is_table = False
        self._sentence = card_title(theme)
        self._detail = Label(theme, role="small", color="ink_2", wraps=True)
        self.figure = BodyFigure(theme)
        self._legend = RampLegend(theme)
        self.table = TextTable(theme)
        self.table.setAccessibleName(_("How often each area hurt"))
        head, self._left, self._right = Card(theme), Card(theme), Card(theme)
        head.box.setSpacing(theme.size("space", "xs"))
        head.box.addWidget(self._sentence)
        head.box.addWidget(self._detail)
        self._left.box.addWidget(self.figure)
        self._left.box.addWidget(self._legend)
        self._left.box.addStretch(1)
        self._right.box.addWidget(self.table)
        self._right.box.addStretch(1)
        self._both = SideBySide(
            (self._left, self._right),
            lambda: self._left.sizeHint().width() + _GAP + theme.px(_LIST_WIDTH),
            stretches=(1, 1),
            gap=_GAP,
        )
        theme.changed.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(head)
        column.addWidget(self._both)

    @property
    def shows_table(self) -> bool:
        """Tell whether all the numbers stand there as a table."""
        return self._is_table

    @property
    def has_picture(self) -> bool:
        """Tell whether there are days enough for a picture."""
        return self._over is not None and self._over.is_fair

    def show_content(self, over: Composite, span: int) -> None:
        """Show what a period of so many days came to."""
        self._over, self._span = over, span
        self._show()

    def toggle_table(self) -> None:
        """Change between the figure and a table of every area."""
        self._is_table = not self._is_table
        self._show()

    def _show(self) -> None:
        over = self._over
        if over is None:
            return
        self._sentence.setText(finding(over))
        detail = details(over, self._span)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._both.setVisible(over.is_fair)
        if over.is_fair:
            self._left.setVisible(not self._is_table)
            self._fill(over)
            self._both.arrange()

    def _fill(self, over: Composite) -> None:
        self.figure.show_shares({area.id: over.share(area.id) for area in AREAS})
        self.figure.setAccessibleDescription(f"{finding(over)} {spoken(over)}")
        ids = [area.id for area in AREAS] if self._is_table else by_frequency(over)
        has_strength = bool(over.strength)
        headings = [_("Area"), _("Days it hurt")]
        rows: list[Texts] = [(AREA_BY_ID[id].label, often(over, id)) for id in ids]
        if has_strength:
            headings.append(_("Mean strength"))
            rows = [(*row, usual_strength(over, id)) for row, id in zip(rows, ids, strict=True)]
        self.table.show_texts(headings, rows)
        self._right.setVisible(bool(rows))


class RampLegend(QWidget):
    """The heat ramp between the words for its two ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "s"))
        row.addStretch(1)
        row.addWidget(Phrase(theme, _("never"), role="caption", color="ink_2"))
        row.addWidget(_Ramp(theme))
        row.addWidget(Phrase(theme, _("every day"), role="caption", color="ink_2"))
        row.addStretch(1)


class _Ramp(QLabel):
    """The eleven colours of the ramp."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(132), self._theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        step = self.width() / STEPS
        for place, color in enumerate(heat_ramp(self._theme.tokens, "pain")):
            box = QRectF(place * step, 0, step + 0.5, self.height())
            painter.fillRect(box, self._theme.hex_color(color))

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
