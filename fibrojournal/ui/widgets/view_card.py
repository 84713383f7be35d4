"""A chart that was made elsewhere, as a card: words, picture or table, and ways to keep it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from fibrojournal.charts.view import View
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.chart_view import ChartView
from fibrojournal.ui.widgets.keep_picture import KeepPicture
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.side_by_side import SideBySide


class ViewCard(Card):
    """Shows a view. With a `title` that stands above the finding, else the finding is the title.

    `lead` is what stands between the two.
    """

    day_chosen = Signal(object)
    """The date of a day that the person wants to open."""
    told = Signal(str)
    """A sentence about what was done with the picture."""

    def __init__(
        self,
        theme: Theme,
        id: str,
        title: str = "",
        lead: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._view: View | None = None
        if title:
            self.box.addWidget(card_title(theme, title))
        if lead is not None:
            self.box.addWidget(lead, 0, Qt.AlignmentFlag.AlignLeft)
        self._build(theme, id, "small_strong" if title else "heading")

    @property
    def view(self) -> View | None:
        """What is shown, once there is something."""
        return self._view

    @property
    def shows_table(self) -> bool:
        """Tell whether the numbers stand there as a table."""
        return self.body.shows_table

    def show_view(self, view: View) -> None:
        """Show a chart; where nothing is drawn, its sentence stands alone."""
        self._view = self.keep.view = view
        self._sentence.setText(view.sentence)
        self._detail.setText(view.detail)
        self._detail.setVisible(bool(view.detail))
        self.body.setVisible(not view.is_empty)
        self._tools.setVisible(not view.is_empty)
        self.body.show_view(view, view.title)

    def toggle_table(self) -> None:
        """Change between picture and table; where nothing is drawn, there is none."""
        if self._view is None or self._view.is_empty:
            return
        self.body.toggle_table()
        self._table.setText(_("Picture") if self.shows_table else _("Table"))
        self._table.set_icon("chart-line" if self.shows_table else "table")

    def _build(self, theme: Theme, id: str, role: str) -> None:
        self._sentence = Label(theme, role=role, wraps=True)
        self._detail = Label(theme, role="small", color="ink_2", wraps=True)
        self.body = ChartView(theme, id)
        self.body.day_chosen.connect(self.day_chosen)
        self._table = LinkButton(theme, _("Table"), "table")
        self._table.clicked.connect(self.toggle_table)
        self.keep = KeepPicture(theme, id)
        self.keep.told.connect(self.told)
        buttons = (self._table, self.keep)
        self._tools = SideBySide(
            (QWidget(), *buttons),
            lambda: sum(button.sizeHint().width() for button in buttons),
            stretches=(1, 0, 0),
            gap=0,
        )
        theme.changed.connect(self._tools.arrange)
        self.box.addWidget(self._sentence)
        self.box.addWidget(self._detail)
        self.box.addWidget(self.body, 1)
        self.box.addWidget(self._tools)
        self.box.addStretch(0)  # words alone stand at the top of a high card
