"""Short sentences below each other, each after a small mark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import IconLabel, Label


class Points(QWidget):
    """Sentences that may become others while they are shown."""

    def __init__(self, theme: Theme, icon: str, color: str) -> None:
        super().__init__()
        self._theme, self._icon, self._color = theme, icon, color
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.size("space", "s"))
        self._grid.setVerticalSpacing(theme.size("space", "s"))
        self._grid.setColumnStretch(1, 1)
        self._labels: list[Label] = []
        self._marks: list[IconLabel] = []

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands there."""
        return tuple(label.text() for label in self._labels if not label.isHidden())

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other sentences."""
        while len(self._labels) < len(texts):
            mark = IconLabel(self._theme, self._icon, self._color)
            label = Label(self._theme, role="small", color="ink_2", wraps=True)
            row = len(self._labels)
            self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 1)
            self._marks.append(mark)
            self._labels.append(label)
        for at, (mark, label) in enumerate(zip(self._marks, self._labels, strict=True)):
            label.setText(texts[at] if at < len(texts) else "")
            label.setVisible(at < len(texts))
            mark.setVisible(at < len(texts))
