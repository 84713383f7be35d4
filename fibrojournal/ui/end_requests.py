"""Closes the windows, as a person would, when the system asks the program to end.

Python would end at once on such a signal, or not before the next line of Python runs; the last
half second of a note would be lost.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")  # a shutdown, Ctrl+C in a terminal, its end


class EndRequests(QObject):
    """Calls `end` on the UI thread for every such signal, until `remove`.

    Does nothing on Windows, where Qt itself closes the windows when the system shuts down.
    """

    def __init__(self, end: Callable[[], object]) -> None:
        super().__init__()
        self._end = end
        self._before: dict[int, object] = {}
        if os.name == "posix":
            self._listen()

    def remove(self) -> None:
        """Let the signals do what they did before."""
        if not self._before:
            return
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # as `signal` gave it
        self._before = {}
        self._notifier.setEnabled(False)
        os.close(self._read)
        os.close(self._write)

    def _listen(self) -> None:
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for name in _NAMES:
            number = getattr(signal, name)
            self._before[number] = signal.signal(number, lambda *_: None)
        # Python's own handlers wait for Python to run; Qt sleeps until something can be read.
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    def _asked(self) -> None:
        os.read(self._read, 1024)
        self._end()
