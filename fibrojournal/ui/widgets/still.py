"""Controls that only show what is there, because nothing may be written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def hold_still(control: QWidget, why: str) -> None:
    """Let a control take nothing; readers are told why, after what they are told already."""
    control.setEnabled(False)
    control.setAccessibleDescription(with_reason(control.accessibleDescription(), why))


def with_reason(words: str, why: str) -> str:
    """Add to a description why nothing is taken; no reason adds nothing."""
    return ". ".join(filter(None, (words, why)))
