"""A question with a few answers, each a cell: by digits, by Y and N, by clicks; or left blank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.journal.measures import Measure
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.one_of import OneOf, Option
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.still import hold_still
from fibrojournal.ui.widgets.words import BROKEN, words_size

_HEIGHT, _NARROWEST = 44, 108
_SIDE, _GAP = 12, 9
_CLEARS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_LEFT = Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter.value | BROKEN


class Cell(Option):
    """One answer: its number, where there is one, and its word."""

    def __init__(self, theme: Theme, value: int, word: str, *, number: str, least: int) -> None:
        self._number, self._least = number, least
        super().__init__(theme, str(value), word)

    def sizeHint(self) -> QSize:
        """Return its width, and the height of a finger."""
        theme = self._theme
        words = words_size(theme.font("small_strong"), self.text()).height() + 2 * _SIDE
        return QSize(theme.px(self._least), max(_HEIGHT, theme.px(_HEIGHT), words))

    def ring_radius(self) -> float:
        """Follow the cell's corners."""
        return self._theme.size("radius", "cell")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cell; the chosen one is filled, and its words are bolder."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        takes, chosen = self.isEnabled(), self.isChecked()
        fill = theme.qcolor("accent" if chosen else "inset")
        frame = theme.qcolor("border_strong") if self.underMouse() and takes else None
        draw_box(painter, QRectF(self.rect()), theme.size("radius", "cell"), fill, frame)
        ink = "on_accent" if chosen else "ink" if takes else "ink_3"
        painter.setPen(theme.qcolor(ink))
        room = QRectF(self.rect()).adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)
        if not self._number:
            painter.setFont(theme.font("small_strong" if chosen else "small"))
            painter.drawText(room, _MIDDLE, self.text())
            return
        digit = QFontMetrics(theme.font("digit_selected")).horizontalAdvance(self._number)
        beside = digit + theme.px(_GAP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = room.adjusted(0, 0, -beside, 0) if mirrored else room.adjusted(beside, 0, 0, 0)
        painter.setFont(theme.font("digit_selected" if chosen else "digit"))
        painter.drawText(room, _LEFT, self._number)
        painter.setFont(theme.font("small_strong" if chosen else "small"))
        painter.drawText(words, _LEFT.value | BROKEN, self.text())


class ShortScale(OneOf[Cell]):
    """The cells of one question, all of one width if `even`.

    Digits answer it, and the letters of `keys`; Delete clears it.
    """

    answered = Signal(object)
    """An int, or None where the answer was cleared."""

    def __init__(
        self,
        theme: Theme,
        measure: Measure,
        *,
        numbers: bool = True,
        keys: str = "",
        even: bool = True,
        order: Iterable[int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        low, high = int(measure.scale.low), int(measure.scale.high)
        values = list(order or range(low, high + 1))
        words = {value: measure.word_for(value) for value in values}
        widest = _least_width(theme, words.values(), numbers=numbers)
        cells = [
            Cell(
                theme,
                value,
                words[value],
                number=str(value) * numbers,
                least=widest if even else _least_width(theme, [words[value]], numbers=numbers),
            )
            for value in values
        ]
        super().__init__(theme, measure.label, cells, gap=theme.size("space", "xs"), parent=parent)
        self.measure = measure
        self._keys = {str(value): cell for value, cell in zip(values, cells, strict=True)}
        self._keys |= dict(zip(keys, cells, strict=False))
        for cell, value in zip(cells, values, strict=True):
            # Each may be unchecked: a question may be left blank again.
            cell.setAutoExclusive(False)
            spoken = f"{value}, {words[value]}" if numbers else words[value]
            cell.setAccessibleName(
                _("{question}: {answer}").format(question=measure.label, answer=spoken)
            )
            cell.installEventFilter(self)
        self.chosen.connect(self._take_choice)

    @property
    def answer(self) -> int | None:
        """What is chosen now; None is blank."""
        return int(self.choice) if self.choice else None

    @property
    def stop(self) -> Cell:
        """The cell that Tab comes to."""
        return next(cell for cell in self.options if cell.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def show_answer(self, value: int | None) -> None:
        """Show an answer without telling anyone; None shows a blank."""
        for cell in self.options:
            cell.setChecked(cell.id == str(value))
        if value is not None:
            self.show_choice(str(value))

    def hold_still(self, why: str) -> None:
        """Show what is chosen and take nothing."""
        for cell in self.options:
            hold_still(cell, why)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer by a key, or clear."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _CLEARS:
            if self.answer is not None:
                self.show_answer(None)
                self.answered.emit(None)
            return True
        cell = self._keys.get(event.text().lower())
        if cell is None:
            return False
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        cell.click()
        return True

    def _take_choice(self, id: str) -> None:
        self.show_answer(int(id))  # a second click on it does not uncheck it
        self.answered.emit(int(id))


def _least_width(theme: Theme, words: Iterable[str], *, numbers: bool) -> int:
    """Return the width of the widest answer, at 100 % text."""
    font = theme.font("small_strong")
    widest = max(words_size(font, word).width() for word in words) / theme.scale
    digit = 12 + _GAP if numbers else 0
    return max(round(widest + digit + 2 * _SIDE + 2), _NARROWEST if numbers else 72)


def first_blank(scales: Sequence[ShortScale]) -> ShortScale:
    """Return the first question without an answer, else the first."""
    return next((scale for scale in scales if scale.answer is None), scales[0])
