"""What happens when our own code fails: log it, say so once, and carry on."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from fibrojournal.text import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class FaultReporter(QObject):
    """Takes every error that nobody caught, from any thread, and shows one calm dialog."""

    _arrived = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: QMessageBox | None = None
        self.window: QWidget | None = None
        self._arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the program's exception hooks."""
        sys.excepthook = self._from_main
        threading.excepthook = lambda fault: self._take(fault.exc_value)
        sys.unraisablehook = lambda fault: self._take(fault.exc_value)

    def remove(self) -> None:
        """Put Python's own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def _from_main(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        del kind, trace
        self._take(error)

    def _take(self, error: BaseException | None) -> None:
        if error is None or isinstance(error, KeyboardInterrupt):
            return
        from fibrojournal import faults  # logging would cost time at every start

        faults.note(error)
        self._arrived.emit(faults.places(error))

    def _show(self, places: str) -> None:
        if self._box is not None:  # one dialog at a time; the log has them all
            return
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QMessageBox  # no start should have to pay for it

        from fibrojournal.ui.refusal import TARGET

        box = QMessageBox(self.window)
        box.setWindowTitle(_("Something went wrong in fibrojournal"))
        box.setText(
            _("Something went wrong in the program. What you noted is kept, and you can carry on.")
        )
        box.setInformativeText(
            _("A report for the developers can be copied. It holds places in the program only.")
        )
        box.setDetailedText(places)
        copy = box.addButton(_("Copy the report"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(places))
        carry_on = box.addButton(_("Carry on"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(carry_on)
        box.setEscapeButton(carry_on)
        for button in box.buttons():
            button.setMinimumHeight(TARGET)
        box.finished.connect(self._closed)
        self._box = box
        box.open()

    def _closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
        self._box = None
