"""Which days charts show: usual ranges, and any span between them by keys, pointer or buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.charts.span import Span
from fibrojournal.charts.trend_view import RANGES, Range
from fibrojournal.text import _, day_and_month, with_year
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import IconButton
from fibrojournal.ui.widgets.days_picture import DaysPicture
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.segments import Segments

FIRST_RANGE = "quarter"
_ALL = RANGES[-1]
_A_PAGE = 2
"""Shift with an arrow goes on by one part in so many of the days in view."""


class SpanChoice(QObject):
    """Holds the choice; `segments` and `buttons` show it, a picture's wishes change it."""

    changed = Signal()

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QObject, first: str = FIRST_RANGE
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.first_noted: date | None = None
        self._is_chosen = False
        self._range: Range | None = next(one for one in RANGES if one.id == first)
        self._span = Span(*self._range.span(today(), None))
        choices = [(choice.id, _(choice.name)) for choice in RANGES]
        self.segments = Segments(theme, _("How far back"), choices)
        self.segments.show_choice(first)
        self.segments.chosen.connect(self.choose_range)
        self.buttons = SpanButtons(theme)
        self.buttons.earlier.clicked.connect(lambda: self._page(-1))
        self.buttons.later.clicked.connect(lambda: self._page(1))
        self.buttons.closer.clicked.connect(lambda: self._step(1, None))
        self.buttons.further.clicked.connect(lambda: self._step(-1, None))

    @property
    def whole(self) -> Span:
        """All days that can be looked at."""
        return Span(*_ALL.span(self._today(), self.first_noted))

    @property
    def span(self) -> Span:
        """The days that are looked at."""
        if self._range is not None and self._range.days is None:
            return self.whole
        return self._span

    def follow(self, picture: DaysPicture) -> None:
        """Let a picture's keys, wheel and drags choose."""
        picture.can_move = True
        picture.stepped.connect(self._step)
        picture.scaled.connect(self._scale)
        picture.paged.connect(self._page)
        picture.moved.connect(self._move)

    def to_today(self) -> None:
        """End with today: a new day has begun, or the page is new."""
        self._span = self._span.moved((self._today() - self._span.end).days, self.whole)

    def begin(self, id: str) -> None:
        """Look at a usual range up to today, unless the person chose which days to look at."""
        if not self._is_chosen:
            self._take_range(id)

    def choose_range(self, id: str) -> None:
        """Look at a usual range up to today, because the person chose it."""
        self._is_chosen = True
        self._take_range(id)
        self.changed.emit()

    def _take_range(self, id: str) -> None:
        self._range = next(choice for choice in RANGES if choice.id == id)
        self._span = Span(*self._range.span(self._today(), self.first_noted))

    def step(self, by: int) -> None:
        """Go back or forward by all days in view, never past today."""
        if self._range is None or self._range.days is not None:
            self._move(by * self._span.days)

    def show(self) -> None:
        """Show the choice on segments and buttons."""
        if self._range is not None:
            self.segments.show_choice(self._range.id)
        else:
            self.segments.show_none()
        self.buttons.show_span(self.span, self.whole)

    def _page(self, by: int) -> None:
        self._move(by * max(self.span.days // _A_PAGE, 1))

    def _move(self, days: int) -> None:
        self._take(self.span.moved(days, self.whole))

    def _step(self, by: int, around: date | None) -> None:
        span = self.span
        go = span.closer if by > 0 else span.further
        self._take(go(self.whole, around))

    def _scale(self, factor: float, around: date) -> None:
        self._take(self.span.scaled(factor, self.whole, around))

    def _take(self, span: Span) -> None:
        """Look at a span: the usual range of its length, where it has one, is shown as chosen."""
        if span == self.span:
            return
        self._is_chosen = True
        self._range = _range_of(span, self.whole)
        self._span = span
        self.changed.emit()
        announce(self.buttons, self.buttons.words)


def _range_of(span: Span, whole: Span) -> Range | None:
    if span == whole:
        return _ALL
    return next((choice for choice in RANGES if choice.days == span.days), None)


class SpanButtons(QWidget):
    """Earlier, later, closer, further, and between them the days in view."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.earlier = IconButton(theme, "chevron-left", _("Earlier days"), plain=True)
        self.later = IconButton(theme, "chevron-right", _("Later days"), plain=True)
        self.closer = IconButton(theme, "zoom-in", _("Fewer days, closer"), plain=True)
        self.further = IconButton(theme, "zoom-out", _("More days, further away"), plain=True)
        self._words = Label(theme, role="caption", color="ink_2", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        row.addSpacing(theme.size("space", "s"))
        row.addWidget(self._words, 1)
        row.addWidget(self.further)
        row.addWidget(self.closer)

    @property
    def words(self) -> str:
        """The days in view, in words."""
        return self._words.text()

    def show_span(self, span: Span, whole: Span) -> None:
        """Say which days are in view, and let go where there is somewhere to go."""
        start = day_and_month(span.start)
        if span.start.year != span.end.year:
            start = with_year(start, span.start)
        end = with_year(day_and_month(span.end), span.end)
        self._words.setText(_("{start} to {end}").format(start=start, end=end))
        self.earlier.setEnabled(span.start > whole.start)
        self.later.setEnabled(span.end < whole.end)
        self.closer.setEnabled(span.closer(whole) != span)
        self.further.setEnabled(span.further(whole) != span)
