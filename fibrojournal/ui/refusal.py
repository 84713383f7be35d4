"""The window that says, in one sentence, why a journal cannot be opened."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from fibrojournal.text import _

TARGET = 44
"""Every button is at least so many px high."""


def show_refusal(sentence: str) -> None:
    """Show the sentence and wait until it is read. Needs a running application."""
    box = QMessageBox()
    box.setWindowTitle("fibrojournal")
    box.setText(_("This journal was not opened. Nothing was changed."))
    box.setInformativeText(sentence)
    close = box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
    close.setMinimumHeight(TARGET)
    box.exec()
