"""One gentle line after several heavy days: that there are people to talk with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label

if TYPE_CHECKING:
    from fibrojournal.storage.series import Series

_MOOD = "mood"


class CompanyLine(Card):
    """Stands below the form, takes no focus, and is gone for this window once it is left.

    It looks when the window opens, never while somebody answers: an answer has no consequence.
    """

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, diary: Diary, today: Callable[[], date]) -> None:
        super().__init__(theme)
        self._diary, self._today = diary, today
        self._is_left = False
        words = _(
            "If these days are heavy: you do not have to carry them alone. "
            "There are people to talk with."
        )
        self.box.setContentsMargins(20, 12, 20, 4)
        self.box.setSpacing(0)
        self.box.addWidget(Label(theme, words, wraps=True))
        support = LinkButton(theme, _("Get support"), "life-buoy")
        support.clicked.connect(partial(self.page_wanted.emit, "support"))
        leave = LinkButton(theme, _("Leave it"))
        leave.clicked.connect(self._leave)
        self.box.addWidget(in_lines(support, leave))
        self.hide()
        diary.became_ready.connect(self._look)
        diary.journal_changed.connect(self._look)
        if diary.is_ready:
            self._look()

    def _look(self) -> None:
        if not self._is_left:
            self._diary.fetch(self, lambda store: store.series((_MOOD,))[_MOOD], self._take)

    def _take(self, mood: Series) -> None:
        from fibrojournal.analysis.low_days import are_heavy
        from fibrojournal.charts.axis import day_number

        self.setVisible(are_heavy(mood, day_number(self._today())) and not self._is_left)

    def _leave(self) -> None:
        self._is_left = True
        self.hide()
