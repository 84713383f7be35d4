"""What the window remembers of itself from one day to the next. Nothing of a journal is kept."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from fibrojournal import settings

_PLACE = "window/geometry"
_REMINDER = "backups/reminder"
_REMINDED = "reminder/day"
_TOLD = "told/of"


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


def reminded_on() -> date | None:
    """Return the day on which the window last offered to note the day."""
    try:
        return date.fromisoformat(str(_file().value(_REMINDED)))
    except ValueError:
        return None


def remember_reminded(day: date) -> None:
    """Note that it was offered on this day."""
    _file().setValue(_REMINDED, day.isoformat())


def told_of() -> list[str]:
    """Return the paths of which something was said once and for all."""
    told = _file().value(_TOLD)
    if isinstance(told, str):  # so a list of one comes back
        return [told]
    return [str(path) for path in told] if isinstance(told, list) else []


def remember_telling_of(path: str) -> None:
    """Note that something was said of a path."""
    _file().setValue(_TOLD, [*told_of(), path])


def _file() -> QSettings:
    path = settings.settings_path().with_name("window.ini")
    with suppress(OSError):  # then nothing is remembered
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)  # Qt keeps the mode that it finds
    return QSettings(str(path), QSettings.Format.IniFormat)
