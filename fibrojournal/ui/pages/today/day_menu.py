"""The button in Today's header that holds what can be done with the day as a whole."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import IconButton

_BELOW = 4
"""Room in px between the button and its menu."""


class DayMenu(IconButton):
    """Opens a short menu; the window's own menu holds the same commands."""

    now_wanted = Signal()
    past_days_wanted = Signal()
    too_ill_wanted = Signal()
    history_wanted = Signal()
    moving_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, why_still: str = "") -> None:
        """Let `why_still` say why nothing may be written, where that is so."""
        super().__init__(theme, "ellipsis", _("This day"))
        self._why_still = why_still
        self.clicked.connect(self._open)

    def _open(self) -> None:
        from fibrojournal.ui.widgets.menu import Menu  # the first paint does without

        menu = Menu(self._theme, _("This day"), self)
        for words, wanted, writes in (
            (_("How is it now?"), self.now_wanted, True),
            (_("Every past value"), self.history_wanted, False),
            (_("Add past days"), self.past_days_wanted, False),
            (_("Too ill to log"), self.too_ill_wanted, True),
            (_("Move to another day"), self.moving_wanted, True),
            (_("Remove this day"), self.removal_wanted, True),
        ):
            entry = menu.addAction(words)
            entry.triggered.connect(wanted)
            if writes and self._why_still:
                entry.setEnabled(False)
                entry.setStatusTip(self._why_still)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.dress()
        corner = self.mapToGlobal(QPoint(self.width(), self.height() + _BELOW))
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)
