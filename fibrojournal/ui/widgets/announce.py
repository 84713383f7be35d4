"""Words and values for screen readers."""

from __future__ import annotations

from PySide6 import QtGui  # its accessible parts are made up when first asked for, not at start
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say a sentence when it is next silent; builds of Qt may lack this."""
    if not QtGui.QAccessible.isActive() or not hasattr(QtGui, "QAccessibleAnnouncementEvent"):
        return
    event = QtGui.QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QtGui.QAccessible.AnnouncementPoliteness.Polite)
    QtGui.QAccessible.updateAccessibility(event)


def announce_value(widget: QWidget, value: float) -> None:
    """Tell assistive tools that a control's value changed, where Qt does not notice."""
    QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleValueChangeEvent(widget, value))
