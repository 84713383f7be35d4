"""Showing a folder in the computer's own file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl


def show_folder(path: Path) -> bool:
    """Show a folder, or that of a file; tell whether some program took it.

    Where the folder is gone, the nearest one above it that is there is shown.
    """
    from PySide6.QtGui import QDesktopServices  # no start should have to pay for it

    folder = path if path.is_dir() else path.parent
    while not folder.is_dir():
        folder = folder.parent
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.absolute())))
