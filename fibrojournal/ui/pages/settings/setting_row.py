"""A line of Settings: what it is about, with a few words, and its control at the far end."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide

_GAP = 16
_NARROWEST_WORDS = 220


def setting_row(theme: Theme, title: str, hint: str, control: QWidget) -> SideBySide:
    """Stand a control beside its words, or below them where there is no room."""
    words = QWidget()
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    label = Label(theme, title, role="label", wraps=True)
    label.setBuddy(control)
    column.addStretch(1)
    column.addWidget(label)
    if hint:
        column.addWidget(Label(theme, hint, role="small", color="ink_3", wraps=True))
    column.addStretch(1)

    def on_one_line() -> int:
        narrowest = max(theme.px(_NARROWEST_WORDS), label.line_width())
        return narrowest + _GAP + control.sizeHint().width()

    row = SideBySide((words, control), on_one_line, gap=_GAP)
    theme.changed.connect(row.arrange)
    return row
