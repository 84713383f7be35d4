"""Folders of the person's own: shown in the computer's file manager, chosen in its dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget


def show_folder(path: Path) -> bool:
    """Show a folder, or that of a file; tell whether some program took it.

    Where the folder is gone, the nearest one above it that is there is shown.
    """
    from PySide6.QtGui import QDesktopServices  # no start should have to pay for it

    folder = path if path.is_dir() else path.parent
    while not folder.is_dir():
        folder = folder.parent
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.absolute())))


def choose_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Let the person choose a file to read; None where they leave it."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return Path(chosen) if chosen else None


def choose_new_file(parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
    """Let the person name a file to write; None where they leave it."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    return Path(chosen) if chosen else None


def choose_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Let the person choose a folder; None where they leave it."""
    from PySide6.QtWidgets import QFileDialog  # nor for this

    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None
