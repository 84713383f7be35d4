"""Reading: a list of all topics, one of them as a full page, and what stands beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.finding import wanted_words
from fibrojournal.learn.library import FACTOR_TOPICS, TOPIC_IDS, topic
from fibrojournal.learn.searching import search
from fibrojournal.text import _
from fibrojournal.ui.page import RING_ROOM, Page, Surroundings
from fibrojournal.ui.pages.reading.article import Article, text_width
from fibrojournal.ui.pages.reading.contents import Contents
from fibrojournal.ui.pages.reading.found_list import FoundList
from fibrojournal.ui.pages.reading.rail import Rail, RailPlace, rail_width
from fibrojournal.ui.pages.reading.top import ReadingTop
from fibrojournal.ui.trail import Trail
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.focus import last_stop, tab_after
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.scroll import ScrollPage
from fibrojournal.ui.widgets.section_list import SectionList

_SIDE, _ABOVE, _BELOW = 16, 24, 16
_BETWEEN = 28 - SectionList.GUTTER
_RIGHT = 8
"""Room for the focus ring of the text, beside the bar."""
_NARROWEST = 420
"""The narrowest text, at 100 %, beside which another column may stand."""
_REST_MS = 400
"""So long nothing is typed before readers hear what was found."""
_ARRIVE_MS = 120
"""So long a row of the list is rested on before its text comes: rows may be passed over."""


class ReadingPage(Page):
    """Every topic has its place here; what was read is gone through as in a browser."""

    leaves_room = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._theme, self._diary = around, around.theme, around.diary
        self._trail = Trail()
        self._places: dict[str, int] = {}
        self._article: Article | None = None
        self._rail: Rail | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell_found)
        self._arrival = QTimer(self, singleShot=True, interval=_ARRIVE_MS)
        self._arrival.timeout.connect(self._arrive)
        self._wanted = ""
        self._build()
        self._theme.changed.connect(self._redress)

    @property
    def topic_id(self) -> str:
        """The topic that is open."""
        return self._article.topic.id if self._article is not None else ""

    # What the window asks

    def open_at(self, part: str) -> None:
        """Turn to a topic; one that does not exist leaves the page as it is."""
        if part in TOPIC_IDS and part != self.topic_id:
            self._turn_to(part)

    def came_from(self, page_id: str) -> None:
        """Name the way back after the page that was left."""
        self._top.lead_back_to(page_id)

    def shown(self) -> None:
        """Begin with the first topic; let the sidebar have the same, for when it is wanted."""
        if self._article is None:
            self._turn_to(FACTOR_TOPICS[0])
        self._tell_subject()

    def focus_first(self) -> None:
        """Focus the list of topics."""
        self._contents.focus_topics()

    def parts(self) -> list[QWidget]:
        """Return the list, the text, and what stands beside it."""
        return [self._contents, self._area, self._rail_place]

    def step(self, by: int) -> None:
        """Go back or forward through what was read."""
        id = self._trail.step(by)
        if id:
            self._open(id, self._places.get(id, 0))

    def toggle_table(self) -> None:
        """Show the person's own days as a table, or as a picture."""
        own = self._rail.own if self._rail is not None else None
        if own is not None and own.has_chart:
            own.toggle_table()
            self._arrange()
            own.focus_chart()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give list and rail a column of their own where there is room."""
        super().resizeEvent(event)
        self._arrange()

    # Reading

    def _head_for(self, id: str) -> None:
        self._wanted = id
        self._arrival.start()

    def _arrive(self) -> None:
        """Turn to the row of the list that was rested on."""
        self._arrival.stop()
        if self._wanted and self._wanted != self.topic_id:
            self._turn_to(self._wanted)
        self._wanted = ""

    def _enter_text(self) -> None:
        self._arrive()
        self._show_found(shown=False)
        self._focus_text()

    def _turn_to(self, id: str) -> None:
        """Read another topic, from its top."""
        self._trail.visit(id)
        self._open(id)

    def _open(self, id: str, scrolled: int = 0) -> None:
        if self._article is not None:
            self._places[self.topic_id] = self._area.verticalScrollBar().value()
        self._contents.follow(id)
        self._put(id)
        self._show_found(shown=False)
        self._area.scroll_to(scrolled)
        self._top.show_steps(back=self._trail.can_step(-1), forward=self._trail.can_step(1))
        if self.isVisible():
            self._tell_subject()

    def _put(self, id: str) -> None:
        """Make the topic's text and what stands beside it, in the place of the former ones."""
        theme, shown, former = self._theme, topic(id), (self._article, self._rail)
        focused = QApplication.focusWidget()
        self._article = article = Article(theme, self._diary, shown)
        article.topic_wanted.connect(self._read_on)
        article.text.cursor_moved.connect(self._keep_in_sight)
        self._column.insertWidget(self._column.indexOf(self._found), article)
        self._rail = rail = Rail(self._around, shown, self._present_day)
        rail.day_wanted.connect(self.day_wanted)
        rail.page_wanted.connect(self.page_wanted)
        held = any(gone.isAncestorOf(focused) for gone in former if gone and focused)
        for gone in former:
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._arrange()
        tab_after(self._top.last, article)
        if held:
            self._focus_text()

    def _read_on(self, id: str) -> None:
        self._turn_to(id)
        self._focus_text()

    def _redress(self) -> None:
        if self._article is None:
            return
        self._put(self.topic_id)
        self._show_found(shown=self._found.isVisibleTo(self))

    def _focus_text(self) -> None:
        if self._article is not None:
            self._article.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_in_sight(self, cursor: QRect) -> None:
        if self._article is not None:
            self._area.keep_in_sight(self._article.text, cursor)

    def _tell_subject(self) -> None:
        self.subject_changed.emit(self.topic_id, _("You are reading this."))

    def _present_day(self) -> date:
        return self._diary.day_of(self._around.now())

    # Searching

    def _typed(self) -> None:
        typed = self._contents.field.text()
        self._rest.start()
        if wanted_words(typed):
            self._found.show_found(typed, search(typed))
        self._show_found(shown=bool(wanted_words(typed)))

    def _show_found(self, *, shown: bool) -> None:
        self._found.setVisible(shown)
        if self._article is not None:
            self._article.setVisible(not shown)
        if self._rail is not None:
            self._rail.setVisible(not shown)
        self._arrange()  # no empty column stands beside what was found
        if shown:
            self._area.scroll_to(0)

    def _tell_found(self) -> None:
        if self._found.isVisible():
            announce(self._contents.field, self._found.words)

    def _enter_found(self) -> None:
        """Go from the field into what was found."""
        self._typed()
        if self._found.isVisible() and self._found.list.rows:
            self._found.list.setCurrentRow(0)
            self._found.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_found(self, id: str) -> None:
        """Read what was found, with the words marked."""
        self._turn_to(id)
        self._focus_text()
        QTimer.singleShot(0, self, self._mark_found)  # once the text has its place

    def _mark_found(self) -> None:
        if self._article is not None:
            self._article.text.mark(wanted_words(self._contents.field.text()))

    def _focus_field(self) -> None:
        self._contents.field.setFocus(Qt.FocusReason.TabFocusReason)

    # Columns

    def _arrange(self) -> None:
        """Stand list and rail beside the text, or above and below it."""
        contents, width = self._contents, self.width()
        text = self._theme.px(_NARROWEST) + _BETWEEN + ScrollPage.GUTTER
        side = _SIDE + contents.list_width
        has_list = width >= side + text
        place = self._side if has_list else self._column
        if place.indexOf(contents) < 0 or contents.is_list != has_list:
            held = contents.isAncestorOf(QApplication.focusWidget() or self)
            place.insertWidget(0, contents)
            contents.show_as_list(is_list=has_list)
            if held:  # what moves to another parent loses the focus
                contents.focus_topics()
        left = _BETWEEN if has_list else self._theme.size("size", "content_margin")
        self._column.setContentsMargins(left, _ABOVE - RING_ROOM, _RIGHT, _BELOW)
        self._body.setMaximumWidth(left + text_width(self._theme) + _RIGHT)
        if self._rail is not None:
            is_wide = width >= side + text + rail_width(self._theme)
            self._place_rail(self._rail, beside=is_wide and not self._rail.shows_table)

    def _place_rail(self, rail: Rail, *, beside: bool) -> None:
        self._rail_place.setVisible(beside and not rail.is_empty and self._found.isHidden())
        place = self._rail_place.inside if beside else self._column
        rail.set_apart(apart=not beside)
        if place.indexOf(rail) < 0:
            focused = QApplication.focusWidget()
            held = focused if focused is not None and rail.isAncestorOf(focused) else None
            place.addWidget(rail)
            if held is not None:
                held.setFocus(Qt.FocusReason.OtherFocusReason)
        tab_after(self._last_of_text, rail)

    @property
    def _last_of_text(self) -> QWidget:
        """The last control of the article, after which comes what stands beside it."""
        article = self._article
        return (last_stop(article) or self._top.last) if article is not None else self._top.last

    def _build(self) -> None:
        theme = self._theme
        self._side = side = QVBoxLayout()
        side.setContentsMargins(_SIDE, _ABOVE, 0, _BELOW)
        self._contents = Contents(theme)
        self._contents.topic_chosen.connect(self._head_for)
        self._contents.entered.connect(self._enter_text)
        self._contents.field.textChanged.connect(self._typed)
        self._contents.field.went_on.connect(self._enter_found)
        side.addWidget(self._contents)
        side.addStretch(1)  # of a window higher than the list
        self._top = ReadingTop(theme, self._around.choices)
        self._top.page_wanted.connect(self.page_wanted)
        self._top.stepped.connect(self.step)
        self._found = FoundList(theme)
        self._found.opened.connect(self._open_found)
        self._found.list.left.connect(self._focus_field)
        self._area, self._body = ScrollPage(theme), QWidget()
        self._column = column = QVBoxLayout(self._body)
        column.setSpacing(theme.size("space", "s"))
        column.addWidget(self._top)
        column.addWidget(self._found)
        column.addStretch(1)
        self._area.show_page(self._body)
        self._rail_place = RailPlace(theme)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        add_layout(whole, side)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._rail_place)
