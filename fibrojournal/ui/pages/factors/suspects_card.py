"""What the person suspects: asked before the first labels, then held beside what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.insights.labels import label_word
from fibrojournal.insights.names import title
from fibrojournal.insights.record import Record
from fibrojournal.insights.suspects import (
    LAGS,
    choices,
    is_open,
    may_change,
    named_words,
    suspicion_words,
    when_words,
)
from fibrojournal.insights.words import sentence_of
from fibrojournal.journal.suspicions import MOST, Suspicion, set_suspicion, suspicions
from fibrojournal.text import N_, _, plural
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton, TextButton
from fibrojournal.ui.widgets.cards import FoldCard
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.focus import stop_before, tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.scroll import page_around

_ASK = N_(
    "Name up to five things that may go with your pain. They are looked at harder than the rest,"
    " which is looked at a little less hard. On day 30 of your journal they are set, so that"
    " nothing found can choose them."
)
_SET = N_(
    "These were named before anything could be found, and stay as they are: choosing them by what"
    " was found would make chance look like an answer."
)
_LATER = N_("From day 30 on, what has no days in your journal yet can still be named.")


class SuspectsCard(FoldCard):
    """Open in the first month, then closed. It is of pain alone."""

    def __init__(self, theme: Theme, diary: Diary) -> None:
        super().__init__(theme, _("What you suspect"))
        self._diary = diary
        self._record: Record | None = None
        self._page: Page | None = None
        self._was_open: bool | None = None
        self._rows: QWidget | None = None
        self._is_called = False
        self.take_back: dict[Suspicion, LinkButton] = {}
        self._build()

    def call(self) -> None:
        """Come into view, with the focus, once it is known what may be named."""
        self._is_called = True

    def show_found(self, record: Record | None, page: Page | None) -> None:
        """Show what is suspected beside what a page says of it."""
        self._record, self._page = record, page
        named = suspicions(self._diary.common.settings)
        taken = {one.factor for one in named}
        offered = tuple(id for id in choices(self._diary.questions, record) if id not in taken)
        is_first_month = is_open(record)
        self._words.setText(self._said(named, is_first_month=is_first_month, offers=bool(offered)))
        self._offer(offered)
        self._show_named(named)
        for part in (self.factor, self.when, self.add):
            part.setVisible(bool(offered) and len(named) < MOST)
        self.row.set_summary(plural("{n} named", "{n} named", len(named)) if named else "")
        self.setVisible(bool(named or offered))
        if self._was_open is not is_first_month:
            self._was_open = is_first_month
            self.set_open(is_open=is_first_month)
        if self._is_called and self.isVisible():
            self._come()

    def _come(self) -> None:
        self._is_called = False
        self.set_open(is_open=True)
        first = self.row if self.factor.isHidden() else self.factor
        first.setFocus(Qt.FocusReason.TabFocusReason)
        page = page_around(self)
        if page is not None:
            page.show_opened(self)

    def _said(self, named: tuple[Suspicion, ...], *, is_first_month: bool, offers: bool) -> str:
        if is_first_month:
            return _(_ASK)
        parts = [_(_SET)] if named else []
        parts += [_(_LATER)] if offers else []
        return " ".join(parts)

    def _show_named(self, named: tuple[Suspicion, ...]) -> None:
        """List what is named, each with what was found or a way to take it back."""
        former, held = self._rows, self._holds_focus()
        self.take_back = {}
        self._rows = rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for one in named:
            column.addWidget(self._line_of(one))
        self.body.insertWidget(1, rows)
        if former is not None:
            former.hide()
            former.deleteLater()
            rows.setVisible(self.is_open)
            before = stop_before(rows)
            if before is not None:
                tab_after(before, rows)
        if held:
            self.factor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        return any(button.hasFocus() for button in self.take_back.values())

    def _line_of(self, one: Suspicion) -> QWidget:
        theme, questions = self._theme, self._diary.questions
        words = suspicion_words(questions, one)
        if may_change(self._record, one.factor):
            name = Label(theme, words, role="label", wraps=True)
            back = LinkButton(theme, _("Take it back"), "x")
            back.setAccessibleName(_("Take back: {what}").format(what=words))
            back.clicked.connect(partial(self._set, one, on=False))
            self.take_back[one] = back
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(name, 1)
            row.addWidget(back)
            return line
        found = self._found(one)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        label = label_word(found.label, self._page.milestone) if found and self._page else ""
        named = _("{what}: {label}").format(what=words, label=label) if label else words
        column.addWidget(Label(theme, named, role="label", wraps=True))
        if found is not None:
            said = sentence_of(questions, found)
            column.addWidget(Label(theme, said, role="small", color="ink_2", wraps=True))
        return holder

    def _found(self, one: Suspicion) -> Relation | None:
        relations = self._page.relations if self._page is not None else ()
        return next(
            (
                found
                for found in relations
                if (found.answer.question.factor, found.answer.question.lag) == one
            ),
            None,
        )

    def _offer(self, ids: tuple[str, ...]) -> None:
        questions, chosen = self._diary.questions, self.factor.currentData()
        known = [self.factor.itemData(at) for at in range(self.factor.count())]
        if known != list(ids):
            self.factor.clear()
            for id in ids:
                self.factor.addItem(title(questions, id), id)
            self.factor.setCurrentIndex(max(self.factor.findData(chosen), 0))
        self._offer_when()

    def _offer_when(self) -> None:
        id, lag = self.factor.currentData(), max(self.when.currentIndex(), 0)
        self.when.clear()
        if id:
            for one in LAGS:
                self.when.addItem(when_words(self._diary.questions, id, one), one)
            self.when.setCurrentIndex(lag)

    def _add(self) -> None:
        named = Suspicion(self.factor.currentData(), self.when.currentData())
        self._set(named, on=True)
        if self.add.isHidden() and named in self.take_back:  # it was the last that could be named
            self.take_back[named].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, one: Suspicion, *, on: bool) -> None:
        words = named_words(self._diary.questions, one)
        if self._diary.edit([set_suspicion(one, on=on)], words):
            self.show_found(self._record, self._page)

    def _build(self) -> None:
        theme = self._theme
        self._words = Label(theme, role="small", color="ink_2", wraps=True)
        self.factor = Choice(theme, _("What you suspect"))
        self.factor.activated.connect(lambda _at: self._offer_when())
        self.when = Choice(theme, _("When it shows"))
        self.add = TextButton(theme, _("Name it"), "plus")
        self.add.clicked.connect(self._add)
        self.body.addWidget(self._words)
        self.body.addWidget(in_lines(self.factor, self.when, self.add))
