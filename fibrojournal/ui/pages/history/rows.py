"""The rows of the history: one a change, with the way back to it, in groups by day of entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.day import Moment, Note
from fibrojournal.journal.past import How, PastValue, PlaceKind
from fibrojournal.journal.questions import Questions
from fibrojournal.learn.library import topic, topic_for_measure
from fibrojournal.ui.pages.calendar.content import date_words
from fibrojournal.ui.pages.history.words import Told, by_day_of_entry, clock_time
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.mark import draw_mark
from fibrojournal.ui.widgets.side_by_side import SideBySide

_SIDE = 20
_ROW = 64
_TIME = 66
_MARK = 32
_GAP = 15
_WORDS = 210
"""Width in px at 100 % text below which the way back stands under the words."""
_ICONS = {
    How.COPIED: "repeat",
    How.CLEARED: "undo-2",
    How.BROUGHT_BACK: "undo-2",
    How.IMPORT_UNDONE: "undo-2",
}
_PLACES = {
    PlaceKind.NOTE: "text",
    PlaceKind.TRIGGER: "tags",
    PlaceKind.BODY_MAP: "person-standing",
    PlaceKind.BODY_AREA: "person-standing",
    PlaceKind.INTAKE: "pill",
    PlaceKind.EFFECT: "pill",
}


class ChangesCard(Card):
    """Every change that is shown, the newest first."""

    back_wanted = Signal(object)
    """A PastValue that the person wants to have again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.box.setContentsMargins(_SIDE, 8, _SIDE - LinkButton.padding, 8)
        self.box.setSpacing(0)
        self._rows: QWidget | None = None
        self.buttons: list[LinkButton] = []
        """The ways back, from the top."""

    def show_changes(
        self, told: Sequence[Told], questions: Questions, today: date, none: str
    ) -> None:
        """Show rows, or the sentence `none` where there are none."""
        former, self._rows = self._rows, QWidget()
        self.buttons = []
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        groups = by_day_of_entry(told)
        for number, (day, group) in enumerate(groups.items()):
            if number:
                column.addWidget(_Line(self._theme))
            column.addWidget(self._heading(date_words(day, today)))
            for place, one in enumerate(group):
                ends = (place == 0, place == len(group) - 1)
                column.addWidget(self._row(one, questions, ends))
        if not groups:
            empty = Label(self._theme, none, color="ink_2", wraps=True)
            empty.setContentsMargins(0, 8, 0, 8)
            column.addWidget(empty)
        self.box.addWidget(self._rows)
        self._rows.show()  # now: a way back may take the focus
        if former is not None:
            former.hide()
            former.deleteLater()

    def _heading(self, day: str) -> Label:
        heading = Label(self._theme, day, role="caption_strong", color="ink_2", wraps=True)
        heading.setContentsMargins(0, 4, 0, 2)
        return heading

    def _row(self, told: Told, questions: Questions, ends: tuple[bool, bool]) -> ChangeRow:
        row = ChangeRow(self._theme, told, questions, ends)
        if row.button is not None:
            row.button.clicked.connect(lambda: self.back_wanted.emit(told.change))
            self.buttons.append(row.button)
        return row


class ChangeRow(QWidget):
    """One change: when, where, from what to what, how, and the way back."""

    def __init__(
        self, theme: Theme, told: Told, questions: Questions, ends: tuple[bool, bool]
    ) -> None:
        super().__init__()
        self._theme = theme
        self.button: LinkButton | None = None
        self.setAccessibleName(told.spoken)
        self.setMinimumHeight(theme.px(_ROW))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        time = Label(theme, clock_time(told.change.at), role="small", color="ink_2")
        time.setMinimumWidth(theme.px(_TIME))
        row.addWidget(time)
        icon, color = _mark_of(told.change, questions, theme)
        row.addWidget(_Rail(theme, icon, color, ends))
        row.addSpacing(_GAP)
        words, end = self._words(told), self._end(told)
        row.addWidget(
            SideBySide(
                (words, end),
                lambda: theme.px(_WORDS) + end.sizeHint().width(),
                gap=0,
            ),
            1,
        )

    def _words(self, told: Told) -> QWidget:
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, self._theme.px(5), 0, self._theme.px(5))
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(_Change(self._theme, told))
        how = Label(self._theme, told.how, role="caption", color="ink_2", wraps=True)
        column.addWidget(how)
        column.addStretch(1)
        return words

    def _end(self, told: Told) -> QWidget:
        if told.way_back:
            self.button = _WayBack(self._theme, told.way_back, "undo-2")
            self.button.setAccessibleName(told.way_back_spoken)
            return self.button
        color = "accent" if told.change.stands else "ink_3"
        state = Label(self._theme, told.state, role="small_medium", color=color)
        state.setContentsMargins(0, 0, self._theme.px(LinkButton.padding), 0)
        return state


class _WayBack(LinkButton):
    """As light as the words that stand in its place where there is no way back to take."""

    role = "small_medium"


class _Change(Label):
    """The name of the place, what it held, and what it got: each with its own weight."""

    def __init__(self, theme: Theme, told: Told) -> None:
        super().__init__(theme, role="small", wraps=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        parts = [_styled(theme, told.name, "ink", 600)]
        if told.before:
            parts += [_styled(theme, f"{told.before} →", "ink_2", 400)]
        parts.append(_styled(theme, told.after, "ink", 600))
        self.setText(" &nbsp;".join(parts))
        notes = (told.change.before, told.change.after)
        whole = " → ".join(note.text for note in notes if isinstance(note, Note))
        self.setAccessibleName(" ".join((told.name, told.before, "→", told.after)))
        self.setAccessibleDescription(whole)


def _styled(theme: Theme, text: str, color: str, weight: int) -> str:
    look = f"color:{theme.tokens.color(color)}; font-weight:{weight}"
    return f'<span style="{look}">{escape(text)}</span>'


class _Rail(QWidget):
    """The marks of one day's changes, joined by a line."""

    def __init__(self, theme: Theme, icon: str, color: QColor, ends: tuple[bool, bool]) -> None:
        super().__init__()
        self._theme, self._icon, self._color, self._ends = theme, icon, color, ends
        self.setFixedWidth(theme.px(_MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line as far as there are neighbours, and the mark on it."""
        painter, side = QPainter(self), self.width()
        middle, gap = QRectF(self.rect()).center(), self._theme.size("space", "xs")
        painter.setPen(QPen(self._theme.qcolor("border"), 2))
        above, below = middle.y() - side / 2 - gap, middle.y() + side / 2 + gap
        is_first, is_last = self._ends
        if not is_first:
            painter.drawLine(round(middle.x()), 0, round(middle.x()), round(above))
        if not is_last:
            painter.drawLine(round(middle.x()), round(below), round(middle.x()), self.height())
        place = QRectF(0, middle.y() - side / 2, side, side)
        draw_mark(painter, self._theme, self._icon, self._color, place)


class _Line(QFrame):
    """A thin line between two groups; it ends where the words of a way back end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setContentsMargins(0, 4, LinkButton.padding, 4)
        self.setFixedHeight(9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.contentsRect(), self._theme.qcolor("border"))


def _mark_of(change: PastValue, questions: Questions, theme: Theme) -> tuple[str, QColor]:
    """Choose the icon and its colour: that of the question, grey for what was not typed."""
    if change.how in _ICONS:
        return _ICONS[change.how], theme.qcolor("ink_3")
    if change.kind in _PLACES:
        return _PLACES[change.kind], theme.qcolor("accent")
    held = change.after or change.before
    id = held.measure if isinstance(held, Moment) else change.id
    measure = questions.measure(id)
    icon = topic(topic_for_measure(measure)).icon if measure else "pencil"
    return icon, theme.measure_qcolor(id)
