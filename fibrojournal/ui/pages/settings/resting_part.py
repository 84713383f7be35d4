"""Questions that could rest: a quiet offer below the list of questions, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.text import _, plural
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.setting_row import setting_row
from fibrojournal.ui.widgets.buttons import LinkButton, TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.focus import stop_before, tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.line import Line
from fibrojournal.ui.widgets.still import hold_still

if TYPE_CHECKING:
    from fibrojournal.insights.record import Record
    from fibrojournal.insights.resting import Resting

_GAP = 6


class RestingPart(QWidget):
    """Not there where no question could rest. It computes when Settings is looked at."""

    rest_wanted = Signal(str)
    """The id of a question that is to be asked no more."""
    keep_wanted = Signal(str)
    """The id of a question that is to be asked, whatever comes of it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._insights = around.theme, around.diary, around.insights
        self._offered: Sequence[Resting] = ()
        self._inside: QWidget | None = None
        self.buttons: list[TextButton] = []
        """What lets a question rest, from the top."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._insights.changed.connect(self._ask)

    def showEvent(self, event: QShowEvent) -> None:
        """Look whether there is something to offer."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        if self.isVisible() and self._diary.is_ready:
            self._insights.ask(self, "resting", _resting_of, self._take)

    def _take(self, offered: Sequence[Resting] | None) -> None:
        offered = offered or ()
        if offered == self._offered:
            return
        self._offered = offered
        former, self._inside = self._inside, None
        place = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), None)
        self.buttons = []
        if offered:
            self._inside = self._made(offered)
            self._column.addWidget(self._inside)
            self._inside.show()  # now: a button may take the focus
            before = stop_before(self)
            if before is not None:
                tab_after(before, self)
        if place is not None and self.buttons:
            at = min(place, len(self.buttons) - 1)
            self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif place is not None:
            self.focusNextPrevChild(False)  # noqa: FBT003  Qt's own name: backwards
        if former is not None:
            former.hide()
            former.deleteLater()

    def _made(self, offered: Sequence[Resting]) -> QWidget:
        theme, inside = self._theme, QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, _GAP, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(Line(theme))
        column.addWidget(Label(theme, _("Could rest"), role="label", wraps=True))
        about = _(
            "You note these often, and nothing stood out with them so far. Whatever you choose,"
            " nothing is lost, and a question that rests can come back above at any time."
        )
        column.addWidget(Label(theme, about, role="small", color="ink_2", wraps=True))
        for one in offered:
            column.addWidget(self._row(one))
        return inside

    def _row(self, one: Resting) -> QWidget:
        measure = self._diary.questions.measure(one.id)
        name = measure.label if measure else one.id
        noted = plural(
            "noted on {n} of the last 90 days", "noted on {n} of the last 90 days", one.noted
        )
        rest = TextButton(self._theme, _("Let it rest"))
        rest.setAccessibleName(_("Let “{name}” rest").format(name=name))
        rest.setAccessibleDescription(noted)
        rest.clicked.connect(partial(self._decided, self.rest_wanted, one))
        keep = LinkButton(self._theme, _("Keep asking"))
        keep.setAccessibleName(_("Keep asking “{name}”").format(name=name))
        keep.clicked.connect(partial(self._decided, self.keep_wanted, one))
        if self._diary.why_read_only:
            for button in (rest, keep):
                hold_still(button, self._diary.why_read_only)
        self.buttons.append(rest)
        return setting_row(self._theme, name, noted, in_lines(rest, keep))

    def _decided(self, wanted: SignalInstance, one: Resting) -> None:
        """Take a line away at once, and let the card do what was decided."""
        self._take([other for other in self._offered if other != one])
        wanted.emit(one.id)


def _resting_of(record: Record) -> Sequence[Resting]:
    from fibrojournal.insights.resting import resting

    return resting(record)
