"""Three cards that say how sure research is: each claim of a topic has its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.learn.grades import Claim, Grade
from fibrojournal.text import _
from fibrojournal.ui.reading_parts import draw_tile
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide

_NARROWEST = 150
_TILE, _GAP = 34, 10


class GradeCard(Card):
    """The question, a tile with the letter, the word, and in a line why; then what differs."""

    def __init__(self, theme: Theme, claim: Claim, grades: Sequence[Grade]) -> None:
        super().__init__(theme)
        self.box.setContentsMargins(13, 10, 13, 12)
        self.box.setSpacing(6)
        self.box.addWidget(
            Label(theme, claim.question, role="caption_medium", color="ink_2", wraps=True)
        )
        whole = [grade for grade in grades if not grade.scope]
        for grade in whole:
            self.box.addWidget(_GradeWord(theme, grade))
            self._tell_why(grade.why)
        for grade in grades:
            if grade.scope:
                self._tell_why(_of_a_part(grade))
        self.box.addStretch(1)

    def _tell_why(self, words: str) -> None:
        self.box.addWidget(Label(self._theme, words, role="caption", color="ink_2", wraps=True))


class _GradeWord(Label):
    """The tile, and beside it the word for its letter."""

    def __init__(self, theme: Theme, grade: Grade) -> None:
        self._letter = grade.letter
        super().__init__(theme, grade.word, role="heading", wraps=True)
        self.setAccessibleName(_spoken(grade))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile before the word."""
        painter, side = QPainter(self), self._theme.px(_TILE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - side if mirrored else 0
        tile = QRectF(left, (self.height() - side) / 2, side, side)
        draw_tile(painter, self._theme, self._letter, tile, "heading")
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        super()._restyle()
        side = self._theme.px(_TILE)
        self.setContentsMargins(side + _GAP, 0, 0, 0)
        self.setMinimumHeight(side)


def grade_cards(theme: Theme, grades: Sequence[Grade]) -> QWidget:
    """Make the cards of all claims that are graded, side by side where there is room."""
    claims = {claim: [one for one in grades if one.claim is claim] for claim in Claim}
    cards = [GradeCard(theme, claim, found) for claim, found in claims.items() if found]
    least = len(cards) * theme.px(_NARROWEST)
    return SideBySide(cards, lambda: least, stretches=[1] * len(cards), gap=10)


def _spoken(grade: Grade) -> str:
    if grade.letter == "–":
        return grade.word
    return _("{word}, grade {letter}").format(word=grade.word, letter=grade.letter)


def _of_a_part(grade: Grade) -> str:
    """Say how sure research is of a part of a claim: "For named genes: D, contested. Mixed."."""
    words = _("{part}: {letter}, {word}. {why}")
    if grade.letter == "–":
        words = _("{part}: {word}. {why}")
    return words.format(
        part=grade.scope, letter=grade.letter, word=grade.word.lower(), why=grade.why
    )
