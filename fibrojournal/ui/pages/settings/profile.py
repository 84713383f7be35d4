"""About you: facts that seldom change, each to be answered or left."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt

from fibrojournal.journal.profile import GROUPS, LONGEST_TEXT, PRIVATE, Fact, set_fact
from fibrojournal.text import _
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back
from fibrojournal.ui.pages.settings.setting_row import setting_row
from fibrojournal.ui.widgets.answer_choice import AnswerChoice
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.labels import Label, card_title, page_title

_CONTROL = 260


class ProfilePage(Page):
    """Every answer is kept as it is given, travels with the journal, and can be undone."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary = around.theme, around.diary
        self._controls: dict[Fact, AnswerChoice | TextField] = {}
        theme = self._theme
        _area, column = all_scrolling(self, theme)
        self._back = BackLink(theme, _("Back to Settings"))
        self._back.clicked.connect(lambda: self.page_wanted.emit("settings"))
        lead_back(theme, column, self._back)
        column.addWidget(page_title(theme, _("About you")))
        promise = _(
            "Any of these, or none. It changes no number here, and stays off your report "
            "unless you add it."
        )
        column.addWidget(Label(theme, promise, color="ink_2", wraps=True))
        for title, facts in GROUPS:
            card = Card(theme)
            card.box.addWidget(card_title(theme, _(title)))
            for fact in facts:
                card.box.addWidget(setting_row(theme, fact.label, "", self._build(fact)))
            column.addWidget(card)
        column.addStretch(1)
        theme.changed.connect(self._widen)
        self._diary.common_changed.connect(self._show)
        self._widen()
        self._show()

    def focus_first(self) -> None:
        """Focus the first fact without an answer, or the way back where nothing can be given."""
        first = next(
            (c for c in self._controls.values() if c.isEnabled() and not _is_answered(c)),
            self._back,
        )
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep the line that is being written."""
        for fact, control in self._controls.items():
            if isinstance(control, TextField):
                self._take_words(fact, control)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which fact has the focus, where there is something to read about it."""
        if event.type() == QEvent.Type.FocusIn:
            fact = next(fact for fact, one in self._controls.items() if one is watched)
            if fact.factor is not None:
                why = _("You are on “{name}”.").format(name=fact.label)
                self.subject_changed.emit(fact.factor, why)
        return False

    def _build(self, fact: Fact) -> AnswerChoice | TextField:
        control = self._build_choice(fact) if fact.answers else self._build_field(fact)
        control.installEventFilter(self)
        control.setEnabled(not self._diary.why_read_only)
        self._controls[fact] = control
        return control

    def _build_choice(self, fact: Fact) -> AnswerChoice:
        answers = [(answer.id, answer.label) for answer in fact.answers]
        rather_not = (PRIVATE, _("Rather not say"))
        choice = AnswerChoice(self._theme, fact.label, [*answers, rather_not])
        choice.answered.connect(partial(self._answer, fact))
        return choice

    def _build_field(self, fact: Fact) -> TextField:
        field = TextField(self._theme, fact.label)
        field.setMaxLength(LONGEST_TEXT)
        field.editingFinished.connect(lambda: self._take_words(fact, field))
        return field

    def _take_words(self, fact: Fact, field: TextField) -> None:
        field.setModified(False)
        self._answer(fact, field.text())

    def _answer(self, fact: Fact, answer: str) -> None:
        edit = set_fact(fact, answer)
        if (edit.value or "") != fact.answer(self._diary.common.settings):
            self._diary.edit([edit], _("About you: {what}").format(what=fact.label))

    def _show(self) -> None:
        for fact, control in self._controls.items():
            answer = fact.answer(self._diary.common.settings)
            if isinstance(control, AnswerChoice):
                control.show_answer(answer)
            elif control.text() != answer and not control.isModified():  # which is being written
                control.setText(answer)

    def _widen(self) -> None:
        for control in self._controls.values():
            widest = max(self._theme.px(_CONTROL), control.sizeHint().width())
            control.setFixedWidth(widest)


def _is_answered(control: AnswerChoice | TextField) -> bool:
    if isinstance(control, AnswerChoice):
        return control.currentIndex() > 0
    return bool(control.text())
