"""One question in large: for a day on which little can be read and little be hit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.day import Reading
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import Label, Phrase
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.rating import RatingScale

_WIDE, _LEAST, _HIGH, _GAP = 70, 44, 62, 5
_ABOVE, _BELOW = 10, 7


class LargeScale(RatingScale):
    """The same scale with cells of 70 x 62 px."""

    digit_role = "digit_large"
    answer_role = "answer_large"
    cell_border = "border"

    @property
    def widest(self) -> int:
        """The width beyond which the cells do not grow."""
        return self._width_of(self._theme.px(_WIDE))

    def sizeHint(self) -> QSize:
        """Cells of 70 px."""
        return QSize(self._width_of(_WIDE), max(_HIGH, self._theme.px(_HIGH)))

    def minimumSizeHint(self) -> QSize:
        """No cell is smaller than 44 px."""
        return QSize(self._width_of(_LEAST), self.sizeHint().height())

    @property
    def _gap(self) -> int:
        return _GAP


class LargeQuestion(QWidget):
    """A question above its scale, and the words of the two ends below it."""

    answered = Signal(object)
    """A float, or None where the answer was cleared; only when the person acts."""

    def __init__(self, theme: Theme, measure: Measure, question: str) -> None:
        super().__init__()
        self._theme, self.measure = theme, measure
        self.scale = LargeScale(theme, measure)
        self.scale.answered.connect(self.answered)
        self._words = Label(theme, question, role="question", wraps=True)
        self._words.setBuddy(self.scale)
        self.source = Label(theme, color="ink_2", wraps=True)
        self.source.hide()
        ends = QHBoxLayout()
        ends.setContentsMargins(2, 0, 2, 0)
        ends.addWidget(Phrase(theme, _(measure.low_end), color="ink_3"))
        ends.addStretch(1)
        ends.addWidget(Phrase(theme, _(measure.high_end), color="ink_3"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self.source)
        column.addSpacing(_ABOVE)
        column.addWidget(self.scale)
        column.addSpacing(_BELOW)
        add_layout(column, ends)
        theme.changed.connect(self._limit)
        self._limit()

    def show_reading(self, reading: Reading | None, source: str) -> None:
        """Show what the day holds, and where that comes from if it was not given here."""
        self.scale.show_value(None if reading is None else reading.value, source)
        self.source.setText(source)
        self.source.setVisible(bool(source))

    def _limit(self) -> None:
        self.setMaximumWidth(self.scale.widest)
