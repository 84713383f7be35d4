"""What the window remembers of itself from one day to the next. Nothing of a journal is kept."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from fibrojournal import settings

_PLACE = "window/geometry"
_REMINDER = "backups/reminder"


def remember(window: QWidget) -> None:
    """Note the window's place and size."""
    _file().setValue(_PLACE, window.saveGeometry())


def restore(window: QWidget, size: tuple[int, int]) -> None:
    """Put the window where it stood last, or give it its first size."""
    place = _file().value(_PLACE)
    if not (isinstance(place, QByteArray) and window.restoreGeometry(place)):
        window.resize(*size)


def last_reminder() -> date | None:
    """Return the day on which the window last said that a backup would be good."""
    try:
        return date.fromisoformat(str(_file().value(_REMINDER)))
    except ValueError:
        return None


def remember_reminder(day: date) -> None:
    """Note that it was said on this day."""
    _file().setValue(_REMINDER, day.isoformat())


def _file() -> QSettings:
    path = settings.settings_path().with_name("window.ini")
    return QSettings(str(path), QSettings.Format.IniFormat)
