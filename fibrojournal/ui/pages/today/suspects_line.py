"""One quiet line in the first month: that suspicions can be named before anything is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fibrojournal.journal.day import Day
from fibrojournal.journal.hard_days import is_hard
from fibrojournal.journal.suspicions import is_left, leave, suspicions
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.stores import Store
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide

_SIDE, _EDGE, _GAP = 20, 4, 12
_WORDS = 260
"""Width in px at 100 % text below which the links stand under the words."""


class SuspectsLine(Card):
    """Stands below the form and takes no focus, until something is named or it is left for good.

    Like what is said after heavy days it looks when the window opens, and never beside `other`. It
    goes at once when the day turns hard, and does not come in the quiet view.
    """

    page_wanted = Signal(str)

    def __init__(
        self, theme: Theme, diary: Diary, today: Callable[[], date], other: QWidget
    ) -> None:
        super().__init__(theme)
        self._theme, self._diary, self._today, self._other = theme, diary, today, other
        self._is_time = False
        words = _("What do you suspect? Name up to five things before the results come in.")
        go = LinkButton(theme, _("Name them"), "sliders-horizontal")
        go.setAccessibleName(_("Name them: what you suspect"))
        go.clicked.connect(partial(self.page_wanted.emit, "factors:suspects"))
        leaving = LinkButton(theme, _("Leave it"))
        leaving.clicked.connect(self._leave)
        ways = in_lines(go, leaving, line_gap=0)
        line = SideBySide(
            (Label(theme, words, role="small", wraps=True), ways),
            lambda: theme.px(_WORDS) + _GAP + ways.sizeHint().width(),
            stretches=(1, 0),
            gap=_GAP,
        )
        theme.changed.connect(line.arrange)
        self.box.setContentsMargins(_SIDE, _EDGE, _EDGE, _EDGE)
        self.box.addWidget(line)
        self.hide()
        if diary.why_read_only:
            return
        diary.became_ready.connect(self._look)
        diary.journal_changed.connect(self._look)
        diary.common_changed.connect(self._show)
        diary.day_changed.connect(self._turn)
        theme.changed.connect(self._show)
        if diary.is_ready:
            self._look()

    @property
    def _is_wanted(self) -> bool:
        settings = self._diary.common.settings
        return not (suspicions(settings) or is_left(settings))

    def _look(self) -> None:
        if self._is_wanted:
            today = self._today()
            self._diary.fetch(self, partial(_first_days, today), partial(self._take, today))

    def _take(self, today: date, days: list[Day]) -> None:
        from fibrojournal.insights.suspects import is_time_to_ask

        self._is_time = is_time_to_ask(days, today) and self._other.isHidden()
        self._show()

    def _show(self) -> None:
        self.setVisible(self._is_time and self._is_wanted and not self._theme.is_quiet)

    def _turn(self, day: date) -> None:
        if day == self._today() and is_hard(self._diary.known(day)):
            self._is_time = False
            self._show()

    def _leave(self) -> None:
        self._diary.edit([leave()], _("Left: what you suspect"))


def _first_days(today: date, store: Store) -> list[Day]:
    """Read the days of a journal's first weeks; of an older one nothing is needed."""
    from fibrojournal.insights.suspects import is_first_month

    span = store.noted_span()
    return store.days(span[0], today) if span and is_first_month(span[0], today) else []
