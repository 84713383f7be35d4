"""What the window says above every page: what happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.text import _
from fibrojournal.ui.page import Breadth
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.notice import Action, Notice


class Notices(Breadth):
    """A strip that stays, for what is true of the whole journal, and a notice that comes and goes.

    A notice that stays holds until it is taken away; any other one is read by the time another
    page comes to the front.
    """

    def __init__(self, theme: Theme) -> None:
        margin, top = theme.size("size", "content_margin"), theme.size("space", "m")
        super().__init__(theme, 2 * margin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strip, self.notice = Notice(theme, is_strip=True), Notice(theme)
        for notice in (self.strip, self.notice):
            notice.setContentsMargins(margin, top, margin, 0)
            column.addWidget(notice)
        self._stays = False
        self._before: QWidget | None = None

    def come_after(self, control: QWidget) -> None:
        """Let Tab come to the buttons of a notice after this control."""
        self._before = control

    def say_of_journal(self, text: str, ways: Sequence[Action] = ()) -> None:
        """Say something that is true as long as this journal is open."""
        self.strip.say(text, ways)
        self._order_tabs()

    def tell(self, text: str, ways: Sequence[Action] = (), *, stays: bool = False) -> None:
        """Say something, with up to two ways to go on."""
        self._stays = stays
        self.notice.say(text, ways)
        self._order_tabs()

    def _order_tabs(self) -> None:
        if self._before is not None:
            tab_after(self._before, self)

    def not_saved(self, text: str, ways: Sequence[Action]) -> None:
        """Say why answers wait to be saved, until `all_saved`.

        It is told at every trial: a notice that says the same already keeps its buttons, as one
        of them may have the focus, and is not read out again.
        """
        labels = tuple(label for label, _act in ways)
        if not (self._stays and (self.notice.text, self.notice.labels) == (text, labels)):
            self.tell(text, ways, stays=True)

    def all_saved(self) -> None:
        """Take away what was said of answers that waited."""
        if self._stays:
            self._stays = False
            self.notice.hide()
            announce(self, _("All is saved now."))

    def page_changed(self) -> None:
        """Take away what was read by now."""
        if not self._stays:
            self.notice.hide()
