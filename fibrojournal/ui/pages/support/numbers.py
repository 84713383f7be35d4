"""The number to call now, and lines to talk: those of a country, or what holds everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fibrojournal.learn.support import ALWAYS_RIGHT, CHOOSE, Line, Numbers
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.paint import draw_box


class NumbersBox(QFrame):
    """What to call, as large as a title; it can be selected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        theme.changed.connect(self.update)

    def show_numbers(self, numbers: Numbers, *, can_choose: bool) -> None:
        """Show the numbers; `can_choose` where choosing a country would bring lines to talk."""
        while (item := self._column.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self._add(numbers.emergency, "title")
        for words in about_numbers(numbers, can_choose=can_choose):
            self._add(words, "small", "ink_2")
        for line in numbers.lines:
            self._add(line.name, "label")
            self._add(line_words(line), "body")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(
            painter, QRectF(self.rect()), theme.size("radius", "control"), theme.qcolor("inset")
        )

    def _add(self, words: str, role: str, color: str = "ink") -> None:
        label = Label(self._theme, words, role=role, color=color, wraps=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)
        label.show()  # at once, not with the next turn


def about_numbers(numbers: Numbers, *, can_choose: bool) -> Iterator[str]:
    """Say for whom the numbers are right."""
    if numbers.is_general:
        words = [_(ALWAYS_RIGHT), *([_(CHOOSE)] if can_choose else [])]
        yield " ".join(words)
    else:
        yield _("In an emergency, at any hour.")


def line_words(line: Line) -> str:
    """Say how to reach a line, and when: "call 000 111 · day and night"."""
    parts = []
    if line.call:
        parts.append(_("call {number}").format(number=line.call))
    if line.text:
        parts.append(_("text {number}").format(number=line.text))
    if line.hours:
        parts.append(line.hours)
    return " · ".join(parts)


def all_words(numbers: Numbers) -> Iterator[tuple[str, str]]:
    """Yield the numbers in pairs, what is called and how: for large text and for paper."""
    yield numbers.emergency, next(about_numbers(numbers, can_choose=False))
    for line in numbers.lines:
        yield line.name, line_words(line)
