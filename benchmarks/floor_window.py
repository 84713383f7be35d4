"""The floors of a start: an empty window, and a bare form filled from SQLite before it is painted.

A program of its own, run as a file; it marks `first_paint` as the product does.
"""

from __future__ import annotations

import signal
import sqlite3
import sys
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QSpinBox,
    QWidget,
)


class FirstPaint(QObject):
    """Marks the window's first completed paint."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Paint, QEvent.Type.UpdateRequest):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, mark)
        return False


def mark() -> None:
    sys.stderr.write(f"figure cpu {time.process_time() * 1e3}\n")
    sys.stderr.write(f"trace first_paint {time.monotonic_ns()}\n")
    sys.stderr.flush()


def empty() -> QWidget:
    return QLabel("Today")


def form(database: str) -> QWidget:
    connection = sqlite3.connect(database)
    answers = dict(
        connection.execute(
            "SELECT measure, value FROM answer WHERE day = (SELECT max(day) FROM answer)"
        )
    )
    connection.close()
    box = QWidget()
    rows = QFormLayout(box)
    for number in range(20):
        slider, digits = QSlider(Qt.Orientation.Horizontal), QSpinBox()
        slider.setRange(0, 10)
        digits.setRange(0, 10)
        slider.setAccessibleName(f"Measure {number}")
        slider.valueChanged.connect(digits.setValue)
        digits.valueChanged.connect(slider.setValue)
        slider.setValue(int(answers[number]))
        row = QHBoxLayout()
        row.addWidget(slider)
        row.addWidget(digits)
        rows.addRow(QLabel(f"Measure {number}"), row)
    rows.addRow(QLabel("Note"), QPlainTextEdit())
    area = QScrollArea()
    area.setWidget(box)
    area.setWidgetResizable(True)
    return area


def main() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.setCentralWidget(form(sys.argv[2]) if sys.argv[1] == "form" else empty())
    first_paint = FirstPaint()
    window.installEventFilter(first_paint)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
