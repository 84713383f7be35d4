"""Search: find a day by a word of its note, or of an event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer

from fibrojournal.journal.errors import JournalError
from fibrojournal.text import _
from fibrojournal.ui.background import report
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.page import Page, all_scrolling
from fibrojournal.ui.pages.search.found import (
    ALL,
    EVENTS,
    NOTES,
    Answer,
    Query,
    look_near,
    look_up,
)
from fibrojournal.ui.pages.search.parts import Found, SearchField
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.labels import page_title
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide

REST_MS = 400
"""So long nothing is typed before readers hear what was found, and near words are looked for."""
_MORE = 40


class SearchPage(Page):
    """Searches with every letter typed, one search at a time: what was typed meanwhile is next."""

    def __init__(self, theme: Theme, diary: Diary, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme, self._diary, self._now = theme, diary, now
        self._query = Query("")
        self._asking: Query | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._rested)
        self._build()
        diary.saved.connect(self._ask_anew)
        diary.journal_changed.connect(self._ask_anew)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    # What the window asks

    def shown(self) -> None:
        """Search again for what stands in the field: the journal may have changed."""
        self.subject_changed.emit("search", _("You opened Search."))
        self._ask_anew()

    def focus_first(self) -> None:
        """Focus the field, ready to type another word."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    # Asking

    def _typed(self) -> None:
        self._query = Query(self._field.text(), self._kinds.choice)
        self._rest.start()
        self._ask()

    def _show_more(self) -> None:
        query = self._query
        self._query = Query(query.typed, query.kind, query.most + _MORE)
        self._ask()

    def _ask_anew(self) -> None:
        if self.isVisible() and self._diary.is_ready:
            self._asking = None
            self._ask()

    def _ask(self) -> None:
        query = self._query
        if query.is_empty:
            self._found.show_nothing_typed()
        elif self._asking is None:
            self._asking = query
            events = self._diary.common.events.values()
            self._diary.fetch(
                self,
                lambda store: look_up(store, events, query),
                partial(self._take, query),
                self._failed,
            )

    def _take(self, asked: Query, answer: Answer) -> None:
        if asked is self._asking:
            self._asking = None
        if answer.query == self._query:
            self._found.show_answer(answer, self._diary.questions, self.today)
        else:
            self._ask()

    def _failed(self, error: BaseException) -> None:
        self._asking = None
        if isinstance(error, JournalError):
            self.told.emit(str(error))
        else:
            report(error)

    def _rested(self) -> None:
        answer, query = self._found.answer, self._query
        if answer is None or answer.query != query:
            if not query.is_empty and self._asking is not None:
                self._rest.start()  # the answer is on its way
            return
        announce(self._field, self._found.words)
        if not answer.finds:
            events = self._diary.common.events.values()
            self._diary.fetch(
                self,
                lambda store: look_near(store, events, query),
                partial(self._found.show_near, answer),
                self._failed,
            )

    # Going on

    def _enter(self) -> None:
        if self._found.list.rows:
            self._found.list.setCurrentRow(0)
            self._found.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _look_for(self, word: str) -> None:
        self._field.setText(word)
        self.focus_first()

    def _open(self, day: date) -> None:
        self.day_wanted.emit(day)

    # Building

    def _build(self) -> None:
        theme = self._theme
        area, column = all_scrolling(self, theme)
        margins = column.contentsMargins()
        margins.setTop(theme.size("space", "xl") - theme.size("space", "m"))
        column.setContentsMargins(margins)
        title = page_title(theme, _("Search"))
        kinds = [(NOTES, _("Notes")), (EVENTS, _("Events")), (ALL, _("All"))]
        self._kinds = Segments(theme, _("Where to look"), kinds)
        self._kinds.show_choice(ALL)
        self._field = SearchField(theme, _("Search"))
        self._found = Found(theme)
        top = SideBySide(
            (title, self._kinds),
            lambda: title.line_width() + theme.px(24) + self._kinds.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(top.arrange)
        for part in (top, self._field, self._found):
            column.addWidget(part)
        column.addStretch(1)
        self._field.textChanged.connect(self._typed)
        self._field.went_on.connect(self._enter)
        self._kinds.chosen.connect(self._typed)
        self._found.list.left.connect(self.focus_first)
        self._found.list.currentRowChanged.connect(
            lambda _row: area.keep_in_sight(self._found.list, self._found.list.current_place())
        )
        self._found.day_wanted.connect(self._open)
        self._found.more_wanted.connect(self._show_more)
        self._found.word_wanted.connect(self._look_for)
        self._found.show_nothing_typed()
