"""Parts side by side where there is room, else one below the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget


class SideBySide(QWidget):
    """Stands its parts in a row, or in a column where the width is below `least()` px.

    `stretches` shares the room of the row out; in the column every part keeps its own height.
    """

    def __init__(
        self,
        parts: Sequence[QWidget],
        least: Callable[[], int],
        *,
        stretches: Sequence[int] = (),
        gap: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts, self._least = tuple(parts), least
        self._stretches = tuple(stretches)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        for part in parts:
            self._row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._arrange(row=True)

    @property
    def is_row(self) -> bool:
        """Tell whether the parts stand side by side."""
        return self._row.direction() == QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part: narrower than the row, it turns into a column."""
        widths = [part.minimumSizeHint().width() for part in self._parts if not part.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the row into a column, or back."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Look again whether the parts fit; after `least` has changed."""
        fits = self.width() >= self._least()
        if fits != self.is_row:
            self._arrange(row=fits)

    def _arrange(self, *, row: bool) -> None:
        direction = QBoxLayout.Direction.LeftToRight if row else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        for place, stretch in enumerate(self._stretches):
            self._row.setStretch(place, stretch if row else 0)
        if not self._stretches:
            for part in self._parts:
                self._row.setAlignment(part, _side(part, row=row))


def _side(part: QWidget, *, row: bool) -> Qt.AlignmentFlag:
    """Return where a part stands in its place: what takes any width fills it."""
    if row:
        return Qt.AlignmentFlag.AlignVCenter
    if part.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal:
        return Qt.AlignmentFlag(0)
    return Qt.AlignmentFlag.AlignLeading
