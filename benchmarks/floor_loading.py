"""The floor of loading behind a window: the same libraries, imported by a thread, nothing else.

A program of its own. Reports how long it took and the gaps between 5 ms ticks.
"""

from __future__ import annotations

import builtins
import importlib
import sys
import threading
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.gaps import Gaps, report

# As the product does: without PySide's import hook and with short turns for the loading thread.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
sys.setswitchinterval(0.0005)

LIBRARIES = (
    "numpy",
    "sqlalchemy",
    "sqlalchemy.orm",
    "matplotlib",
    "matplotlib.figure",
    "matplotlib.backends.backend_agg",
)


def main() -> None:
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Today"))
    window.show()
    gaps = Gaps()
    span: list[int] = []

    def load() -> None:
        for name in LIBRARIES:
            importlib.import_module(name)
        span.append(time.monotonic_ns())

    def begin() -> None:
        span.append(time.monotonic_ns())
        threading.Thread(target=load, daemon=True).start()

    def look() -> None:
        if len(span) == 2:
            watch.stop()
            start, end = span
            report(
                loading=(end - start) / 1e6,
                longest_gap=gaps.longest_ms(start, end),
                usual_gap=gaps.usual_ms(start, end),
            )

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(20)
    QTimer.singleShot(200, begin)
    app.exec()


if __name__ == "__main__":
    main()
