"""A layout in a layout, without the trap that PySide sets there."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLayout
from shiboken6 import invalidate


def add_layout(into: QBoxLayout, layout: QLayout, stretch: int = 0) -> None:
    """Add a layout, most often a line of parts, to another; use it in place of `addLayout`.

    That one (PySide 6.11) makes a Python object of every item of the added layout, and keeps it
    as long as the outer layout lives. Qt frees an item with its widget, and tells nobody. The
    next widget of Qt's own at the same place in memory, such as a scroll bar, is then handed out
    as that item ("'QWidgetItem' object has no attribute 'focusPolicy'").
    """
    into.addLayout(layout, stretch)
    _forget_items(layout)


def _forget_items(layout: QLayout) -> None:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if isinstance(item, QLayout):
            _forget_items(item)
        else:
            invalidate(item)  # of what Python has for it; the item itself stays
