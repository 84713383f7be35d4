"""What a diary cannot see of a factor and what it can, and the one question that helps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.profile import FACTS, PRIVATE, Fact, set_fact
from fibrojournal.learn.topics import Topic
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.answer_segments import AnswerSegments
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import IconLabel, Label, card_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.side_by_side import SideBySide

_NARROWEST = 200


class BlindCard(Card):
    """Two short lists side by side: what is out of a diary's sight, and what is not."""

    def __init__(self, theme: Theme, topic: Topic) -> None:
        super().__init__(theme)
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(
            IconLabel(theme, "eye-off", "accent", side=20), 0, Qt.AlignmentFlag.AlignTop
        )
        words = _("A diary cannot see this, and that is fine.")
        title.addWidget(Label(theme, words, role="block", wraps=True), 1)
        add_layout(self.box, title)
        cannot = _points(theme, _("It cannot see"), topic.cannot_see, ("x", "ink_3"))
        can = _points(theme, _("It can see"), topic.can_see, ("check", "accent"))
        least = 2 * theme.px(_NARROWEST)
        self.box.addWidget(
            SideBySide((cannot, can), lambda: least, stretches=(1, 1), gap=theme.size("space", "m"))
        )


class FactCard(Card):
    """One question of the profile; it may stay open, and its answer can be taken back."""

    def __init__(self, theme: Theme, diary: Diary, fact: Fact) -> None:
        super().__init__(theme)
        self._diary, self._fact = diary, fact
        answers = [(answer.id, answer.label) for answer in fact.answers]
        self.answers = AnswerSegments(theme, fact.label, [*answers, (PRIVATE, _("Rather not say"))])
        self.answers.answered.connect(self._answer)
        if diary.why_read_only:
            self.answers.hold_still(diary.why_read_only)
        self.box.addWidget(card_title(theme, fact.label))
        self.box.addWidget(self.answers)
        words = _(
            "Asked once. It changes no number here, and stays off your report unless you add it."
        )
        self.box.addWidget(Label(theme, words, role="caption", color="ink_2", wraps=True))
        diary.common_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.answers.show_answer(self._fact.answer(self._diary.common.settings) or None)

    def _answer(self, answer: str | None) -> None:
        self._diary.edit([set_fact(self._fact, answer or "")], self._fact.label)


def fact_of(topic: Topic) -> Fact | None:
    """Find the question of the profile that belongs to a topic."""
    return next((fact for fact in FACTS if fact.id == topic.fact), None)


def _points(theme: Theme, title: str, points: Sequence[str], mark: tuple[str, str]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(Label(theme, title, role="small_strong", wraps=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, point in enumerate(points):
        grid.addWidget(IconLabel(theme, *mark), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(theme, point, role="small", color="ink_2", wraps=True), row, 1)
    add_layout(column, grid)
    column.addStretch(1)
    return whole
