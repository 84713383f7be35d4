"""The room for the words of a control: a line, or more where one would be very long."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF

MOST = 400
"""Words that are wider than so many px are broken: other languages and large text need it."""
BROKEN = Qt.TextFlag.TextWordWrap.value
"""Draw the words of a control with this."""
_FAR = 10_000.0


def words_size(font: QFont, words: str, most: float = MOST) -> QSize:
    """Return the size of words on one line, or broken where they are wider than `most`."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(words)
    if width <= most:
        return QSize(round(width), ceil(metrics.height()))
    room = metrics.boundingRect(QRectF(0, 0, most, _FAR), BROKEN, words)
    return QSize(ceil(room.width()) + 1, ceil(room.height()))
