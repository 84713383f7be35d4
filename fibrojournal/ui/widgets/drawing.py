"""A label that paints itself and is a picture to readers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class Drawing(QLabel):
    """Has the role of a picture, which Qt gives to labels that hold one: here a clear dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dot = QPixmap(1, 1)
        dot.fill(Qt.GlobalColor.transparent)
        self.setPixmap(dot)
