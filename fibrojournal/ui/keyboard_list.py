"""The list of keys, from the same commands as the menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fibrojournal.text import N_, _
from fibrojournal.ui.actions import GROUPS
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton
from fibrojournal.ui.widgets.labels import page_title

# Keys that belong to the controls themselves.
IN_CONTROLS: tuple[tuple[str, str], ...] = (
    (N_("Next or previous question"), "Tab, Shift+Tab, ↓, ↑"),
    (N_("A rating: set it"), "0 … 9, 1 0"),
    (N_("A rating: one step, or an end"), "←, →, Home, End"),
    (N_("Clear an answer"), "Delete"),
    (N_("Move among chips, days and choices"), "←, →, ↑, ↓"),
    (N_("Tick a chip, open a day"), "Space, Enter"),
)


class KeyboardList(QDialog):
    """Every command with its keys, in a table that a reader can walk through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(page_title(theme, _("Keyboard list")))
        self.table = self._build_table(theme)
        column.addWidget(self.table)
        close = PrimaryButton(theme, _("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(theme.px(560), min(theme.px(620), parent.height()))

    def _build_table(self, theme: Theme) -> QTableWidget:
        rows = [(_(name), keys) for name, keys in IN_CONTROLS]
        for _title, group in GROUPS:
            for command in group:
                keys = [
                    QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                    for key in command.keys
                ]
                if keys:
                    rows.append((_(command.name), ", ".join(keys)))
        table = QTableWidget(len(rows), 2)
        table.setAccessibleName(_("Keyboard list"))
        table.setHorizontalHeaderLabels([_("Does"), _("Keys")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(44, theme.px(44)))
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for row, cells in enumerate(rows):
            for at, cell in enumerate(cells):
                table.setItem(row, at, QTableWidgetItem(cell))
        return table
