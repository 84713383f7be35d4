"""Remembers where the window stood. Nothing of a journal is kept here."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from fibrojournal import settings

_KEY = "window/geometry"


def remember(window: QWidget) -> None:
    """Note the window's place and size."""
    _file().setValue(_KEY, window.saveGeometry())


def restore(window: QWidget, size: tuple[int, int]) -> None:
    """Put the window where it stood last, or give it its first size."""
    place = _file().value(_KEY)
    if not (isinstance(place, QByteArray) and window.restoreGeometry(place)):
        window.resize(*size)


def _file() -> QSettings:
    path = settings.settings_path().with_name("window.ini")
    return QSettings(str(path), QSettings.Format.IniFormat)
