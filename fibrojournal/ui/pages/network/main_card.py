"""The network as a card: what it shows in words, above its picture or its list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from fibrojournal.charts.network_view import NetworkView
from fibrojournal.charts.research_view import ResearchView
from fibrojournal.charts.view import View
from fibrojournal.text import _
from fibrojournal.ui.pages.network.link_table import LinkTable
from fibrojournal.ui.pages.network.picture import NetworkPicture
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.keep_picture import KeepPicture
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.side_by_side import SideBySide


class MainCard(Card):
    """Shows a person's own network or, until there is one, the general picture."""

    chosen = Signal(object)
    """The number of the mark that stands out, or None."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self._view: View | None = None
        self._shows_list = False
        self._sentence = card_title(theme)
        self._detail = Label(theme, role="small", color="ink_2", wraps=True)
        self._read = Label(theme, role="caption", color="ink_2", wraps=True)
        self.picture = NetworkPicture(theme, name, self._read)
        self.picture.pointed.connect(self._point)
        self.picture.chosen.connect(self._choose)
        self.table = LinkTable(theme)
        self.table.currentCellChanged.connect(self._choose_row)
        self.keep = KeepPicture(theme, name)
        for part in (self._sentence, self._detail, self._read, self.picture, self.table):
            self.box.addWidget(part)
        self.door = LinkButton(theme, "", "chart-line")
        tools = SideBySide(
            (self.door, QWidget(), self.keep),
            lambda: self.door.sizeHint().width() + self.keep.sizeHint().width(),
            stretches=(0, 1, 0),
            gap=0,
        )
        theme.changed.connect(tools.arrange)
        self._tools = tools
        self.box.addWidget(tools)
        self.door.hide()
        theme.changed.connect(self._keep_lines)
        self._keep_lines()
        self._arrange()

    @property
    def view(self) -> View | None:
        """What is shown, once it is known."""
        return self._view

    @property
    def words(self) -> str:
        """What is read out of the picture."""
        return self._read.text()

    @property
    def front(self) -> QWidget:
        """The picture, or the list in its place."""
        return self.table if self._shows_list else self.picture

    def show_view(self, view: NetworkView | ResearchView) -> None:
        """Show a network in words and, where there is anything to draw, as a picture."""
        self._view = self.keep.view = view
        self._sentence.setText(view.sentence)
        self._detail.setText(view.detail)
        self.picture.show_view(view, view.title)
        self.table.show_view(view)
        self._say(None)
        self._arrange()

    def show_door(self, words: str) -> None:
        """Offer a way to the place of what stands out, or none."""
        self.door.setText(words)
        self.door.setVisible(bool(words))
        self._tools.arrange()

    def show_list(self, *, on: bool) -> None:
        """Change between picture and list."""
        self._shows_list = on
        self._arrange()
        self._say(None)

    def _arrange(self) -> None:
        is_drawn = self._view is not None and not self._view.is_empty
        self.picture.setVisible(is_drawn and not self._shows_list)
        self.table.setVisible(self.table.rowCount() > 0 and self._shows_list)
        self._tools.setVisible(is_drawn)

    def _keep_lines(self) -> None:
        """Keep two lines for what is read out, so that the picture does not jump."""
        line = QFontMetrics(self._theme.font("caption")).lineSpacing()
        self._read.setMinimumHeight(2 * line)

    def _point(self, at: int | None) -> None:
        """Read out what is pointed at, else what stands out."""
        view = self._view
        if at is None and isinstance(self.picture.view, NetworkView):
            at = self.picture.view.chosen
        self._say(at)
        if view is not None and at is not None:
            announce(self.picture, view.read_out(at))

    def _choose(self, at: int | None) -> None:
        self._say(at)
        self.chosen.emit(at)

    def _choose_row(self, row: int) -> None:
        view = self._view
        if not self.table.hasFocus() or row < 0:
            return
        if isinstance(view, NetworkView):
            self.chosen.emit(len(view.parts) + row)
        else:
            self.chosen.emit(row)

    def _say(self, at: int | None) -> None:
        view = self._view
        self._read.setVisible(view is not None and not view.is_empty)
        if view is not None and at is not None:
            self._read.setText(view.read_out(at))
        elif self._shows_list:
            self._read.setText(_("Ctrl+T brings the picture back."))
        elif isinstance(view, NetworkView):
            self._read.setText(
                _(
                    "Left and Right walk the parts, Up and Down the arrows of one; Enter opens its"
                    " place."
                )
            )
        else:
            self._read.setText(_("Arrow keys or the pointer read out each part."))
