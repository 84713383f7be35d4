"""The list of keys, from the same commands as the menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.text import N_, _
from fibrojournal.ui.actions import GROUPS
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import page_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.scroll import ScrollPage
from fibrojournal.ui.widgets.text_table import TextTable

_MARGIN = 24
_SIZE = QSize(600, 640)

# Keys that belong to the controls themselves.
IN_CONTROLS: tuple[tuple[str, str], ...] = (
    (N_("Next or previous question"), "Tab, Shift+Tab, ↓, ↑"),
    (N_("A rating: set it"), "0 … 9, 1 0"),
    (N_("A rating: one step, or an end"), "←, →, Home, End"),
    (N_("Clear an answer"), "Delete"),
    (N_("Move among chips, days and choices"), "←, →, ↑, ↓"),
    (N_("Tick a chip, open a day"), "Space, Enter"),
    (N_("A chart: read it out, part by part"), "←, →, ↑, ↓, Home, End"),
    (N_("A chart of days: closer, further away"), "+, −"),
    (N_("A chart of days: earlier, later"), "Shift+←, Shift+→"),
)


class KeyboardList(QDialog):
    """Every command with its keys, in a table that a reader can walk through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = TextTable(theme)
        self.table.setAccessibleName(_("Keyboard list"))
        self.table.show_texts((_("Does"), _("Keys")), rows())
        self.table.setCurrentCell(0, 0)
        card = Card(theme)
        card.box.setContentsMargins(12, 8, 12, 12)
        card.box.addWidget(self.table)
        area = ScrollPage(theme)
        area.show_page(card)
        close = PrimaryButton(theme, _("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN - ScrollPage.GUTTER, _MARGIN)
        column.setSpacing(theme.size("space", "m"))
        column.addWidget(page_title(theme, _("Keyboard list")))
        column.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, ScrollPage.GUTTER, 0)
        foot.addStretch(1)
        foot.addWidget(close)
        add_layout(column, foot)
        room = parent.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        self.resize(QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())).boundedTo(room))


def rows() -> list[tuple[str, str]]:
    """List what can be done, and its keys as this platform writes them."""
    listed = [(_(name), keys) for name, keys in IN_CONTROLS]
    for _title, group in GROUPS:
        for command in group:
            keys = [
                QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                for key in command.keys
            ]
            if keys:
                listed.append((_(command.name), ", ".join(keys)))
    return listed
