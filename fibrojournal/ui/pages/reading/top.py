"""The row above a reading: the way back, through what was read, and the size of the text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.text import _
from fibrojournal.ui.choices import Choices
from fibrojournal.ui.pages.reading.where import name_of
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import IconButton, LinkButton
from fibrojournal.ui.widgets.flow import in_lines


class ReadingTop(QWidget):
    """Buttons that keep their places; what leads nowhere is disabled."""

    page_wanted = Signal(str)
    stepped = Signal(int)
    """Back (-1) or forward (1) through what was read."""

    def __init__(self, theme: Theme, choices: Choices) -> None:
        super().__init__()
        self._theme, self._choices = theme, choices
        self._from = "today"
        self._link = BackLink(theme, "")
        self._link.clicked.connect(lambda: self.page_wanted.emit(self._from))
        self._back = IconButton(theme, "arrow-left", _("Back to what was read before"), plain=True)
        self._forward = IconButton(theme, "arrow-right", _("Forward again"), plain=True)
        self._smaller = LinkButton(theme, _("A−"))
        self._smaller.setAccessibleName(_("Smaller text"))
        self._larger = LinkButton(theme, _("A+"))
        self._larger.setAccessibleName(_("Larger text"))
        for by, arrow, size in ((-1, self._back, self._smaller), (1, self._forward, self._larger)):
            arrow.clicked.connect(partial(self.stepped.emit, by))
            size.clicked.connect(partial(self._resize_text, by))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(in_lines(self._link, self._back, self._forward, gap=2), 1)
        sizes = in_lines(self._smaller, self._larger, gap=2)
        row.addWidget(sizes, 0, Qt.AlignmentFlag.AlignTop)
        self.lead_back_to("today")
        self.show_steps(back=False, forward=False)

    @property
    def last(self) -> QWidget:
        """The last of the buttons."""
        return self._larger

    def lead_back_to(self, page_id: str) -> None:
        """Name the page that the link leads back to."""
        self._from, name = name_of(page_id)
        self._link.setText(_("Back to {page}").format(page=name))

    def show_steps(self, *, back: bool, forward: bool) -> None:
        """Say whether there is something before and after what is read."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def _resize_text(self, steps: int) -> None:
        self._theme.step_scale(steps)
        self._choices.change(text_scale=self._theme.scale)
