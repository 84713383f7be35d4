"""Folders of the person's own, shown in the file manager of the desktop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_folder(folder: Path) -> bool:
    """Open a folder in the file manager; tell whether there is one that took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
