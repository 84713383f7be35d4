"""The parts of the Search page: the field, and what was found."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, plural
from fibrojournal.ui import icons
from fibrojournal.ui.pages.calendar.content import date_words
from fibrojournal.ui.pages.search.found import BESIDE, MOST_NEAR, Answer, Find
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.day_strip import DAYS, DayStrip
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.result_list import ResultList, ResultRow
from fibrojournal.ui.widgets.side_by_side import SideBySide

_HEIGHT = 52
_ICON, _LEFT, _GAP = 18, 16, 12
_ON = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BETWEEN = 16


class SearchField(TextField):
    """Takes the words; Down and Enter go on to what was found."""

    went_on = Signal()

    def sizeHint(self) -> QSize:
        """Return a field of 52 px."""
        return QSize(super().sizeHint().width(), max(_HEIGHT, self._theme.px(_HEIGHT)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the first day."""
        if event.key() in _ON:
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field with a magnifier before its words."""
        super().paintEvent(event)
        theme, painter = self._theme, QPainter(self)
        side = theme.px(_ICON)
        spot = QRectF(theme.px(_LEFT), (self.height() - side) / 2, side, side)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            spot.moveRight(self.width() - theme.px(_LEFT))
        icons.draw(painter, "search", theme.qcolor("ink_2"), spot)

    def _restyle(self) -> None:
        super()._restyle()
        theme = self._theme
        self.setFont(theme.font("reading"))
        before, after = theme.px(_LEFT + _ICON + _GAP), theme.px(_LEFT)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        self.setTextMargins(before, 0, after, 0)


class Found(QWidget):
    """A sentence, the strip of the last days, the days that were found."""

    day_wanted = Signal(object)
    more_wanted = Signal()
    word_wanted = Signal(str)
    """A word of the notes that the person may have meant."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.answer: Answer | None = None
        """What is shown; None before anything was found or not found."""
        self._line = Label(theme, role="label", wraps=True)
        self._also = Label(theme, role="caption", color="ink_2")
        self._words = SideBySide(
            (self._line, self._also),
            lambda: self._line.line_width() + _BETWEEN + self._also.line_width(),
            stretches=(1, 0),
            gap=_BETWEEN,
        )
        theme.changed.connect(self._words.arrange)
        self.near = [LinkButton(theme, "", "search") for _place in range(MOST_NEAR)]
        """Buttons of words that were perhaps meant."""
        for button in self.near:
            button.clicked.connect(partial(self._want, button))
        self._near = in_lines(*self.near)
        self._strip = DayStrip(theme)
        self._strip_card = Card(theme)
        self._strip_card.box.setContentsMargins(20, 12, 20, 6)
        self._strip_card.box.addWidget(self._strip)
        self.list = ResultList(theme, _("Days that were found"))
        self.list.opened.connect(self._open)
        self._card = Card(theme)
        self._card.box.setContentsMargins(12, 2, 12, 2)
        self._card.box.addWidget(self.list)
        self._more = TextButton(theme, _("Show more"), "chevron-down")
        self._more.clicked.connect(self.more_wanted)
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "s") + 2)
        for part in (self._words, self._near, self._strip_card, self._card):
            column.addWidget(part)
        add_layout(column, row)

    @property
    def words(self) -> str:
        """The sentence that says what was found."""
        return self._line.text()

    def show_nothing_typed(self) -> None:
        """Show what the page is for."""
        self.answer = None
        self._say(_("Type a word from your notes."))
        self._show_parts(found=False)

    def show_answer(self, answer: Answer, questions: Questions, today: date) -> None:
        """Show what was found."""
        self.answer = answer
        self._say(_count_words(answer), _also_words(answer))
        self.list.show_rows([_row(find, questions, today) for find in answer.finds])
        recent = sum((today - day).days < DAYS for day in answer.days)
        words = plural(
            "Found on {n} of the last 120 days.", "Found on {n} of the last 120 days.", recent
        )
        self._strip.show_days(today, answer.days, words)
        self._show_parts(found=bool(answer.finds))
        self._more.setVisible(answer.count > len(answer.finds))

    def show_near(self, answer: Answer, near: list[str]) -> None:
        """Offer words that were perhaps meant, where nothing was found."""
        if answer is not self.answer or not near:
            return
        typed = answer.query.typed.strip()
        words = _("“{typed}” stands nowhere. Near it: {words}.")
        self._say(words.format(typed=typed, words=", ".join(near)))
        for place, button in enumerate(self.near):
            button.setText(near[place] if place < len(near) else "")
            button.setAccessibleName(_("Search for {word}").format(word=button.text()))
            button.setVisible(bool(button.text()))
        self._near.show()

    def _want(self, button: LinkButton) -> None:
        self.word_wanted.emit(button.text())

    def _say(self, sentence: str, also: str = "") -> None:
        self._line.setText(sentence)
        self._also.setText(also)
        self._also.setVisible(bool(also))
        self._words.arrange()

    def _show_parts(self, *, found: bool) -> None:
        for part in (self._strip_card, self._card):
            part.setVisible(found)
        self._more.hide()
        self._near.hide()
        if not found:
            self.list.show_rows([])

    def _open(self, row: int) -> None:
        if self.answer is not None:
            self.day_wanted.emit(self.answer.finds[row].day)


def _count_words(answer: Answer) -> str:
    typed, days = answer.query.typed.strip(), len(answer.days)
    if not days:
        return _("“{typed}” stands nowhere.").format(typed=typed)
    words = plural(
        "“{{typed}}” stands on one day.", "“{{typed}}” stands on {n} days, newest first.", days
    )
    return words.format(typed=typed)


def _also_words(answer: Answer) -> str:
    return _("also found: {words}").format(words=", ".join(answer.also)) if answer.also else ""


def _row(find: Find, questions: Questions, today: date) -> ResultRow:
    values = [
        (measure, measure.value_text(find.values[id]))
        for id in BESIDE
        if id in find.values and (measure := questions.measure(id)) is not None
    ]
    title = date_words(find.day, today)
    kind = _("event") if find.is_event else _("note")
    spoken = ", ".join([title, kind, *(f"{one.inner_label} {value}" for one, value in values)])
    return ResultRow(
        "flag" if find.is_event else "text",
        title,
        " · ".join(f"{one.short_label} {value}" for one, value in values),
        find.text,
        find.spans,
        spoken,
        find.whole,
    )
