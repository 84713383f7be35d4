"""The button that keeps a chart's picture elsewhere: on the clipboard, or in a file."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage

from fibrojournal.charts.view import View
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.chart_saving import save_picture
from fibrojournal.ui.widgets.menu import Menu


class KeepPicture(LinkButton):
    """Offers the ways in a menu; the picture carries its words."""

    told = Signal(str)
    """A sentence about what was done with the picture."""

    def __init__(self, theme: Theme, id: str) -> None:
        super().__init__(theme, _("Keep this picture"), "download")
        self._id = id
        self.view: View | None = None
        """The chart that is kept; set anew with each that is shown."""
        self.clicked.connect(self._offer)

    def copy(self) -> None:
        """Put the picture, and its words for programs that take text, on the clipboard."""
        if self.view is None:
            return
        from fibrojournal.charts.saving import picture_bytes

        data = QMimeData()
        png = picture_bytes(self.view, self._theme.tokens, "png")
        data.setImageData(QImage.fromData(png))
        words = (self.view.title, self.view.sentence, self.view.detail)
        data.setText("\n".join(part for part in words if part))
        QGuiApplication.clipboard().setMimeData(data)
        self._tell(_("The picture is on the clipboard."))

    def save(self, form: str) -> None:
        """Ask where to, and write the picture as "png" or "svg"."""
        if self.view is not None:
            told = save_picture(self, self.view, self._theme.tokens, self._id, form)
            if told:
                self._tell(told)

    def _offer(self) -> None:
        menu = Menu(self._theme, self.text(), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Copy as a picture"), self.copy)
        menu.addAction(_("Save as a picture (PNG)"), partial(self.save, "png"))
        menu.addAction(_("Save as a drawing (SVG)"), partial(self.save, "svg"))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _tell(self, words: str) -> None:
        announce(self, words)
        self.told.emit(words)
