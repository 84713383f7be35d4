"""A layout that fills lines like words on a page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Lays widgets side by side and goes on in the next line, from the side where reading starts.

    The last line may be any length; widgets keep the size that they ask for.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self._heights: dict[int, int] = {}
        """Layouts ask for the height of a width again and again."""
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        """Measure anew: an item came, went or changed."""
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in; `addWidget` comes through here."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the number of lines depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def sizeHint(self) -> QSize:
        """Ask for one line; less width makes more of them."""
        return QSize(self._line_width_with_margins(), self.minimumSize().height())

    def line_width(self) -> int:
        """Return the width at which all stands on one line."""
        sizes = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(sizes) + self._gap * max(len(sizes) - 1, 0)

    def _line_width_with_margins(self) -> int:
        margins = self.contentsMargins()
        return self.line_width() + margins.left() + margins.right()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        x, y, line = 0, 0, 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if size.width() > max(inner.width(), 1):
                size.setWidth(max(inner.width(), 1))
                if item.hasHeightForWidth():
                    size.setHeight(item.heightForWidth(size.width()))
            if x and x + size.width() > inner.width():
                x, y, line = 0, y + line + self._line_gap, 0
            if move:
                item.setGeometry(QRect(self._corner(inner, x, y, size), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        margins = self.contentsMargins()
        return y + line + margins.top() + margins.bottom()

    def _corner(self, inner: QRect, x: int, y: int, size: QSize) -> QPoint:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QPoint(inner.right() + 1 - x - size.width(), inner.top() + y)
        return QPoint(inner.left() + x, inner.top() + y)


class Lines(QWidget):
    """Stands widgets in a line, or in more where the width is short."""

    def __init__(self, *, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__()
        self.line = FlowLayout(self, gap=gap, line_gap=line_gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def in_lines(*widgets: QWidget, gap: int = 8, line_gap: int = 8) -> Lines:
    """Stand a few widgets in a line, or in more where the width is short."""
    whole = Lines(gap=gap, line_gap=line_gap)
    for widget in widgets:
        whole.line.addWidget(widget)
    return whole
