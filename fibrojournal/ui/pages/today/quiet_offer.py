"""The Quiet view, offered once on a hard day."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fibrojournal.text import _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide

_SIDE, _EDGE, _GAP = 16, 4, 12


class QuietOffer(Card):
    """Comes on the first hard day, unless the view is quiet already; never again after it."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.theme, parent)
        self._choices = around.choices
        theme = around.theme
        words = _("The Quiet view is dimmer and shows less.")
        about = Label(theme, words, role="small", wraps=True)
        take = LinkButton(theme, _("Take the Quiet view"), "moon")
        take.clicked.connect(self._take)
        leave = LinkButton(theme, _("Leave it as it is"))
        leave.clicked.connect(self.hide)
        ways = in_lines(take, leave, line_gap=0)
        line = SideBySide(
            (about, ways),
            lambda: about.line_width() + _GAP + ways.sizeHint().width(),
            stretches=(1, 0),
            gap=_GAP,
        )
        theme.changed.connect(line.arrange)
        self.box.addWidget(line)
        self.box.setContentsMargins(_SIDE, _EDGE, _EDGE, _EDGE)
        self.hide()

    def come(self) -> None:
        """Show the offer if it was never made."""
        is_new = not self._choices.now.quiet_offered and not self._theme.is_quiet
        self.setVisible(is_new)
        if is_new:
            self._choices.change(quiet_offered=True)

    def _take(self) -> None:
        self.hide()
        self._choices.change(theme="quiet")
