"""What the reading sidebar is made of: text to read, a grade with its tile, a round mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextEdit, QWidget

from fibrojournal.journal.finding import hits
from fibrojournal.learn.grades import Grade
from fibrojournal.learn.topics import BULLET, Block, Source, Topic
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.mark import draw_mark
from fibrojournal.ui.widgets.paint import draw_box

MARK = 40
_SMALL_ICON = 16
_SMALL_ICON_GAP = 12
_TILE = 22
_TILE_ROUND = 0.27
"""Radius of a tile's corners, as a share of its side."""
_TILE_GAP = 7
_BLOCK_GAP = 16
_PARAGRAPH_GAP = 6
_ABOVE_LEAD = 4
_RING_ROOM = 4
_CAPTION_SPREAD = 1.35
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_SCROLL_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_MOVE_KEYS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph: font role, colour, gap above it in px at 100 %; a heading has a level."""

    text: str
    role: str
    color: str
    gap: int = 0
    level: int = 0


class ReadingText(RingFocus, QTextEdit):
    """Text to read, select and copy, by mouse or keys; as high as it needs at its width."""

    cursor_moved = Signal(QRect)
    """Where a key has put the text cursor, for whoever scrolls the text."""

    def __init__(self, theme: Theme, name: str, lines: Iterable[_Line]) -> None:
        super().__init__()
        self._theme = theme
        # A text field lays its document out again whenever it is measured, so a twin is measured.
        self._twin = QTextDocument(self)
        self._heights: dict[int, int] = {}
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(_WRAP)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        written = tuple(lines)
        for document in (self._twin, self.document()):
            _write(document, theme, written)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def ring_place(self) -> QRect:
        """Leave some room between the letters and the ring."""
        return self.rect().adjusted(-_RING_ROOM, -_RING_ROOM, _RING_ROOM, _RING_ROOM)

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that a narrower text is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the text needs at a width, both in px."""
        if width not in self._heights:
            self._twin.setTextWidth(width)
            self._heights[width] = ceil(self._twin.size().height())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Any width will do; the height follows from it."""
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Any width will do; the height follows from it."""
        return QSize(0, 0)

    def mark(self, words: Iterable[str]) -> None:
        """Mark words wherever they stand, and put the text cursor on the first of them."""
        text, marked = self.toPlainText(), []
        for start, end in hits(text, words):
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_place_in_qt(text, start))
            cursor.setPosition(_place_in_qt(text, end), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setForeground(self._theme.qcolor("accent"))
            look.setBackground(self._theme.qcolor("accent_soft"))
            one.cursor, one.format = cursor, look
            marked.append(one)
        self.setExtraSelections(marked)
        if marked:
            first = QTextCursor(self.document())
            first.setPosition(marked[0].cursor.selectionStart())
            self.setTextCursor(first)
            self.cursor_moved.emit(self.cursorRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave whole pages to the area that scrolls; go on from there with the other keys."""
        if event.key() in _SCROLL_KEYS:
            event.ignore()
            return
        moves = event.key() in _MOVE_KEYS
        in_sight = self.viewport().visibleRegion().boundingRect()
        if moves and not in_sight.intersects(self.cursorRect()):
            self.setTextCursor(self.cursorForPosition(in_sight.topLeft()))
        super().keyPressEvent(event)
        if moves:
            self.cursor_moved.emit(self.cursorRect())


def _place_in_qt(text: str, place: int) -> int:
    """Return a place in a text as Qt counts letters."""
    return len(text[:place].encode("utf-16-le")) // 2


def topic_text(theme: Theme, shown: Topic) -> ReadingText:
    """Make the short text of a topic, for the sidebar: headings with their paragraphs."""
    lines = (_block_lines(block, "small_strong", "ink_2") for block in shown.in_brief)
    return ReadingText(theme, shown.title, chain.from_iterable(lines))


def page_text(theme: Theme, shown: Topic) -> ReadingText:
    """Make the whole text of a topic, for the full page."""
    lines = (_block_lines(block, "block", "ink") for block in shown.blocks)
    return ReadingText(theme, shown.title, chain.from_iterable(lines))


def source_text(theme: Theme, source: Source) -> ReadingText:
    """Make the text of a source: who, where, and how to find it again."""
    lines = [
        _Line(source.heading, "small_strong", "ink"),
        _Line(source.detail, "caption", "ink_2"),
        _Line(source.identifier, "caption", "ink_3"),
    ]
    return ReadingText(theme, source.heading, [line for line in lines if line.text])


def _block_lines(block: Block, role: str, color: str) -> Iterator[_Line]:
    yield _Line(block.heading, role, color, _BLOCK_GAP, level=2)
    gap = 0
    for paragraph in block.paragraphs:
        if paragraph in block.leads:
            yield _Line(paragraph, "small_strong", "ink_2", gap + _ABOVE_LEAD, level=3)
            gap = 0
        else:
            yield _Line(paragraph, "reading", "ink", gap)
            gap = _PARAGRAPH_GAP


def _write(document: QTextDocument, theme: Theme, lines: tuple[_Line, ...]) -> None:
    document.setDocumentMargin(0)
    document.setDefaultFont(theme.font("reading"))
    option = document.defaultTextOption()
    option.setWrapMode(_WRAP)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    for number, line in enumerate(lines):
        font = theme.font(line.role)
        # No more than that: the rest, such as the shape of the a, is the document's own.
        letters = QTextCharFormat()
        letters.setFontFamilies([font.family()])
        letters.setProperty(QTextCharFormat.Property.FontPixelSize, font.pixelSize())
        letters.setFontWeight(font.weight())
        letters.setForeground(theme.qcolor(line.color))
        paragraph = QTextBlockFormat()
        height = font.pixelSize() * _line_spread(theme, line.role)
        paragraph.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        paragraph.setHeadingLevel(line.level)
        if line.text.startswith(BULLET):
            hang = QFontMetricsF(font).horizontalAdvance(BULLET)
            paragraph.setLeftMargin(hang)
            paragraph.setTextIndent(-hang)
        if number:
            paragraph.setTopMargin(theme.px(line.gap))
            cursor.insertBlock(paragraph, letters)
        else:
            cursor.setBlockFormat(paragraph)
        cursor.insertText(line.text, letters)


def _line_spread(theme: Theme, role: str) -> float:
    if role == "caption":
        return _CAPTION_SPREAD
    name = "line_height_reading" if role == "reading" else "line_height_body"
    spread: float = theme.tokens.data["type"][name]
    return spread


def draw_tile(painter: QPainter, theme: Theme, letter: str, place: QRectF, role: str) -> None:
    """Draw the tile of a grade with its letter in a font role of the theme."""
    radius = place.height() * _TILE_ROUND
    draw_box(painter, place, radius, theme.qcolor("inset"), theme.qcolor("border_strong"))
    painter.setFont(theme.font(role))
    painter.setPen(theme.qcolor("ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)


class GradeRow(QLabel):
    """One grade: a tile with its letter, the question, the word. Its name says all of it."""

    def __init__(self, theme: Theme, grade: Grade) -> None:
        super().__init__()
        self._theme, self._grade = theme, grade
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setFont(theme.font("caption"))
        self.setContentsMargins(theme.px(_TILE + _TILE_GAP), 0, 0, 0)
        self.setMinimumHeight(theme.px(_TILE))
        self.setText(self._rich_text())
        self.setAccessibleName(grade.spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile beside the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, side = self._theme, self._theme.px(_TILE)
        left = self.width() - side if self.layoutDirection() == _RIGHT_TO_LEFT else 0
        tile = QRectF(left, (self.height() - side) / 2, side, side)
        draw_tile(painter, theme, self._grade.letter, tile, "caption_strong")
        painter.end()
        super().paintEvent(event)

    def _rich_text(self) -> str:
        question = self._span(self._grade.question, "caption", "ink_3")
        return f"{question}&nbsp; {self._span(self._grade.word, 'small_strong', 'ink_2')}"

    def _span(self, text: str, role: str, color: str) -> str:
        font = self._theme.font(role)
        look = f"font-size:{font.pixelSize()}px; font-weight:{font.weight().value}"
        ink = self._theme.tokens.color(color)
        return f'<span style="color:{ink}; {look}">{escape(text)}</span>'


class IconLabel(Label):
    """Words with a small icon before them; the words alone where they are large."""

    def __init__(self, theme: Theme, icon: str, text: str, *, role: str, color: str) -> None:
        self._icon = icon
        super().__init__(theme, text, role=role, color=color)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon before the words."""
        if not self._theme.is_large_text:
            side = self._theme.px(_SMALL_ICON)
            left = self.width() - side - 1 if self.layoutDirection() == _RIGHT_TO_LEFT else 1
            place = QRectF(left, (self.height() - side) / 2, side, side)
            painter = QPainter(self)
            icons.draw(painter, self._icon, self._theme.qcolor(self._color), place)
            painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        super()._restyle()
        room = self._theme.px(_SMALL_ICON) + _SMALL_ICON_GAP
        self.setContentsMargins(0 if self._theme.is_large_text else room, 0, 0, 0)


class TopicMark(QWidget):
    """A topic's icon in a tinted circle; decoration, the title says it in words."""

    def __init__(self, theme: Theme, topic: Topic, side: int = MARK) -> None:
        super().__init__()
        self._theme, self._topic, self._side = theme, topic, side
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        side = self._theme.px(self._side)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the icon."""
        place = QRectF(self.rect())
        draw_mark(QPainter(self), self._theme, self._topic.icon, self._color(), place)

    def _color(self) -> QColor:
        if self._topic.measure:
            return self._theme.measure_qcolor(self._topic.measure)
        if self._topic.factor:
            return self._theme.factor_qcolor(self._topic.factor)
        return self._theme.qcolor("accent")


_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
