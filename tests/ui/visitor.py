"""Someone who acts in a program that runs its own loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from fibrojournal.ui.main_window import MainWindow


def shown(kind: type[QWidget]) -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


class Visitor:
    """Does one thing after the other, each as soon as what it needs is there."""

    def __init__(self, *steps: Callable[[], bool]) -> None:
        self.steps = list(steps)
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if self.steps and self.steps[0]():
            self.steps.pop(0)


def close(kind: type[QWidget]) -> Callable[[], bool]:
    def step() -> bool:
        open_now = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        if len(open_now) != 1 or not isinstance(open_now[0], kind):
            return False
        (window,) = open_now
        if isinstance(window, MainWindow) and not window._diary.is_ready:
            return False
        window.close()
        return True

    return step


def press(kind: type[QWidget], label: str) -> Callable[[], bool]:
    """Press a button of a window, once both are there."""

    def step() -> bool:
        for front in shown(kind):
            for button in front.findChildren(QAbstractButton):
                if button.text() == label and button.isVisible():
                    button.click()
                    return True
        return False

    return step


def sees(look: Callable[[MainWindow], bool]) -> Callable[[], bool]:
    """Wait until the journal's window shows something."""

    def step() -> bool:
        windows = [one for one in shown(MainWindow) if isinstance(one, MainWindow)]
        return bool(windows) and look(windows[0])

    return step


def act(do: Callable[[MainWindow], object]) -> Callable[[], bool]:
    """Do something in the journal's window."""

    def step() -> bool:
        windows = [one for one in shown(MainWindow) if isinstance(one, MainWindow)]
        if windows:
            do(windows[0])
        return bool(windows)

    return step
