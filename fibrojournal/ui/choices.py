"""What the person has chosen about the window: shared by whoever reads or changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from fibrojournal import settings
from fibrojournal.settings import Settings


class Choices(QObject):
    """The settings in force. Changing one keeps it for the next start."""

    changed = Signal()
    not_kept = Signal()
    """The settings file cannot be written; the choice holds until the window is closed."""

    def __init__(self, now: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now

    def change(self, **changes: Any) -> None:  # noqa: ANN401  the fields of Settings
        """Change some fields of the settings."""
        self.take(replace(self.now, **changes))

    def take(self, chosen: Settings) -> None:
        """Let these settings hold from now on."""
        self.now = chosen
        try:
            settings.save(self.now, settings.settings_path())
        except OSError:
            self.not_kept.emit()
        self.changed.emit()

    def set_theme(self, choice: str) -> None:
        """Choose the colours."""
        self.take(self.now.with_theme(choice))
