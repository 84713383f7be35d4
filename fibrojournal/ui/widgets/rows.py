"""One question with its control: the name and answer beside it, or above it where text is large."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fibrojournal.journal.measures import Measure
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.rating import FEW_CELLS, RatingScale
from fibrojournal.ui.widgets.stepper import Stepper

_LABEL_WIDTH = 154
_RING_ROOM = 4
_WIDE = 2000
_NO_BREAK = "\N{NO-BREAK SPACE}"
# Plain numbers: Python takes milliseconds to make up each new mixture of two kinds of flags.
_WRAP = Qt.TextFlag.TextWordWrap.value
_LEFT = _WRAP | Qt.AlignmentFlag.AlignLeft.value
_MIDDLE = _WRAP | Qt.AlignmentFlag.AlignHCenter.value
_RIGHT = _WRAP | Qt.AlignmentFlag.AlignRight.value


class _Word(NamedTuple):
    """A few words beside the control, at their place in the row."""

    text: str
    place: QRect
    flags: int
    strong: bool = False


class _Plan(NamedTuple):
    """Where the parts of a row stand at one width."""

    name: QRect
    answer: QRect
    control: QRect
    words: tuple[_Word, ...]

    @property
    def height(self) -> int:
        """The height that holds them all."""
        places = (self.name, self.answer, self.control, *(word.place for word in self.words))
        return max(place.bottom() for place in places) + 1

    def mirrored(self, width: int) -> _Plan:
        """Return the same for a language that is written from right to left."""
        return _Plan(
            _mirrored(self.name, width),
            _mirrored(self.answer, width),
            _mirrored(self.control, width),
            tuple(word._replace(place=_mirrored(word.place, width)) for word in self.words),
        )


class AnswerRow(QWidget):
    """The common part of rows: they paint the words, the control keeps the accessible name."""

    answered = Signal(object)
    """A float, or None where the answer was cleared; only when the person acts."""

    def __init__(
        self, theme: Theme, control: RatingScale | Stepper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.control: RatingScale | Stepper = control
        self._remark = ""
        self._plans: dict[int, _Plan] = {}
        control.setParent(self)
        control.answered.connect(self.answered)
        control.answer_changed.connect(self._show_answer)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @property
    def measure(self) -> Measure:
        """The question."""
        return self.control.measure

    def show_value(self, value: float | None, source: str = "") -> None:
        """Show an answer without telling anyone; None shows "Not answered".

        `source` says where an answer comes from that was not given here.
        """
        self.control.show_value(value, source)

    def set_remark(self, remark: str) -> None:
        """Add a few words to the answer, such as "short for you"; nothing removes them."""
        self._remark = remark
        self._show_answer()

    def answer_text(self) -> str:
        """Write the answer as it stands in the row: "6 · strong", or "Not answered"."""
        answer = self.control.answer
        if answer is None:
            return _("Not answered")
        value, word = self.measure.value_text(answer), self.measure.word_for(answer)
        source = self.control.source.replace(" ", _NO_BREAK)
        parts = (value, word, self._remark, source)
        return " · ".join(part for part in parts if part)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the row needs at a width."""
        return self._plan(width).height

    def sizeHint(self) -> QSize:
        """Return the size with the label beside the control."""
        width = self._label_width() + self.control.sizeHint().width() + _RING_ROOM
        return QSize(width, self._plan(width).height)

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest width and the lowest height; they need not go together."""
        return QSize(self.control.minimumSizeHint().width(), self._plan(_WIDE).height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the control out."""
        self.control.setGeometry(self._plan(self.width()).control)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the focus to the control, from anywhere in the row."""
        self.control.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name, the answer and the words around the control."""
        plan, theme = self._plan(self.width()), self._theme
        painter = QPainter(self)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.qcolor("ink"))
        painter.drawText(plan.name, _WRAP, self.measure.label)
        answered = self.control.answer is not None
        color = theme.measure_qcolor(self.measure.id) if answered else theme.qcolor("ink_3")
        painter.setFont(self._answer_font_of(answered=answered))
        painter.setPen(color)
        painter.drawText(plan.answer, _WRAP, self.answer_text())
        for word in plan.words:
            painter.setFont(theme.font("caption_strong" if word.strong else "caption"))
            painter.setPen(theme.qcolor("ink" if word.strong else "ink_3"))
            painter.drawText(word.place, word.flags, word.text)

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    def _words(self, control: QRect, width: int) -> list[_Word]:
        """Return the words that belong to a control at its place in a row of a width."""
        raise NotImplementedError

    def _plan(self, width: int) -> _Plan:
        """Return the plan for a width; layouts ask for the same ones again and again."""
        if width not in self._plans:
            plan = self._new_plan(width)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._plans[width] = plan.mirrored(width) if mirrored else plan
        return self._plans[width]

    def _new_plan(self, width: int) -> _Plan:
        label, smallest = self._label_width(), self.control.minimumSizeHint().width()
        if self._theme.is_large_text or width < label + smallest:
            return self._stacked(width)
        return self._side_by_side(width, label)

    def _side_by_side(self, width: int, label: int) -> _Plan:
        inner = label - self._theme.px(8)
        name, answer = self._text_sizes(inner)
        space = self._theme.px(2)
        text_height = name.height() + space + answer.height()
        control = QRect(label, 0, self._control_width(width - label - _RING_ROOM), 0)
        control.setHeight(self.control.sizeHint().height())
        top = max(0, (control.height() - text_height) // 2)
        below = top + name.height() + space
        return _Plan(
            QRect(0, top, inner, name.height()),
            QRect(0, below, inner, answer.height()),
            control,
            tuple(self._words(control, width)),
        )

    def _stacked(self, width: int) -> _Plan:
        name, answer = self._text_sizes(width)
        gap = self._theme.px(10)
        if name.width() + gap + answer.width() <= width:  # both on one line
            drop = QFontMetrics(self._theme.font("label")).ascent()
            drop -= QFontMetrics(self._theme.font("small")).ascent()
            left = name.width() + gap
            answer_place = QRect(left, drop, width - left, answer.height())
        else:
            answer_place = QRect(0, name.height(), width, answer.height())
        top = max(name.height(), answer_place.bottom() + 1) + self._theme.px(6)
        control = QRect(0, top, self._control_width(width), self.control.sizeHint().height())
        name_place = QRect(0, 0, width, name.height())
        return _Plan(name_place, answer_place, control, tuple(self._words(control, width)))

    def _text_sizes(self, width: int) -> tuple[QSize, QSize]:
        answered = self.control.answer is not None
        name = _text_size(QFontMetrics(self._theme.font("label")), width, self.measure.label)
        font = QFontMetrics(self._answer_font_of(answered=answered))
        return name, _text_size(font, width, self.answer_text())

    def _answer_font_of(self, *, answered: bool) -> QFont:
        return self._theme.font("small_medium" if answered else "small")

    def _control_width(self, available: int) -> int:
        control = self.control
        if isinstance(control, RatingScale):
            return min(max(available, control.minimumSizeHint().width()), control.widest)
        return control.sizeHint().width()

    def _label_width(self) -> int:
        return self._theme.px(_LABEL_WIDTH)

    def _show_answer(self) -> None:
        self._plans.clear()
        if not self.isVisible() or self._plan(self.width()).height != self.height():
            self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self._plans.clear()
        self.control.setGeometry(self._plan(self.width()).control)
        self.updateGeometry()
        self.update()


class RatingRow(AnswerRow):
    """A question with a rating scale, and words under its ends or under each of a few cells."""

    left_row = Signal(int)
    """Up (-1) or Down (+1) was pressed."""

    control: RatingScale

    def __init__(self, theme: Theme, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(theme, RatingScale(theme, measure), parent)
        self.control.left_row.connect(self.left_row)

    def _words(self, control: QRect, width: int) -> list[_Word]:
        space = self._theme.size("size", "focus_ring") + self._theme.size("size", "focus_offset")
        below = QRect(control.left(), control.bottom() + 1 + space, control.width(), 0)
        if self.control.cells <= FEW_CELLS:
            return self._word_for_each_cell(below)
        return self._words_at_the_ends(below)

    def _word_for_each_cell(self, below: QRect) -> list[_Word]:
        measure, scale = self.measure, self.measure.scale
        words = [measure.word_for(value) for value in range(int(scale.low), int(scale.high) + 1)]
        pitch, metrics = (
            below.width() / len(words),
            QFontMetrics(self._theme.font("caption_strong")),
        )
        cell = int(pitch)
        height = max(_text_size(metrics, cell, word).height() for word in words)
        answer = self.control.answer
        shown = "" if answer is None else measure.word_for(answer)
        return [
            _Word(
                word,
                QRect(below.left() + round(index * pitch), below.top(), cell, height),
                _MIDDLE,
                strong=word == shown,
            )
            for index, word in enumerate(words)
            if word
        ]

    def _words_at_the_ends(self, below: QRect) -> list[_Word]:
        """Lay the words of the two ends on one line, or one under the other."""
        if not self.measure.low_end:
            return []
        low, high = _(self.measure.low_end), _(self.measure.high_end)
        metrics, place = QFontMetrics(self._theme.font("caption")), below.adjusted(2, 0, -2, 0)
        one, other = (_text_size(metrics, place.width(), text) for text in (low, high))
        together = one.width() + other.width() + 12 <= place.width()
        drop = 0 if together else one.height()
        place.setHeight(drop + other.height())
        low_place, high_place = QRect(place), place.adjusted(0, drop, 0, 0)
        return [
            _Word(low, low_place, _LEFT),
            _Word(high, high_place, _RIGHT),
        ]


class NumberRow(AnswerRow):
    """A question with a stepper, and a hint beside it (or below it where there is no room)."""

    control: Stepper

    def __init__(
        self,
        theme: Theme,
        measure: Measure,
        *,
        hint: str = "",
        start: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, Stepper(theme, measure, start=start), parent)
        self._hint = hint

    def _words(self, control: QRect, width: int) -> list[_Word]:
        if not self._hint:
            return []
        metrics, gap = QFontMetrics(self._theme.font("caption")), self._theme.px(13)
        left = control.right() + 1 + gap
        beside = _text_size(metrics, width - left, self._hint)
        if beside.width() <= width - left and beside.height() <= control.height():
            top = control.top() + (control.height() - beside.height()) // 2
            return [_Word(self._hint, QRect(left, top, width - left, beside.height()), _WRAP)]
        below = _text_size(metrics, width - control.left(), self._hint)
        top = control.bottom() + 1 + self._theme.px(6)
        place = QRect(control.left(), top, width - control.left(), below.height())
        return [_Word(self._hint, place, _WRAP)]


def link_rows(rows: Sequence[AnswerRow]) -> None:
    """Let Up and Down on a rating go to the row before and after it."""
    for index, row in enumerate(rows):
        if isinstance(row, RatingRow):
            row.left_row.connect(partial(_go_from, rows, index))


def _go_from(rows: Sequence[AnswerRow], index: int, by: int) -> None:
    if 0 <= index + by < len(rows):
        reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        rows[index + by].control.setFocus(reason)


def _mirrored(place: QRect, width: int) -> QRect:
    return QRect(width - place.right() - 1, place.top(), place.width(), place.height())


def _text_size(metrics: QFontMetrics, width: int, text: str) -> QSize:
    """Measure a text wrapped at a width."""
    return metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), _WRAP, text).size()
