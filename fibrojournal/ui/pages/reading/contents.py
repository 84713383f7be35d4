"""What there is to read: a field to search it, and the list of all topics."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.learn.library import CONTENTS, FACTOR_TOPICS, topic
from fibrojournal.text import _
from fibrojournal.ui.pages.search.parts import SearchField
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.labels import page_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.section_list import SectionList

_INDENT = 12


class Contents(QWidget):
    """Stands at the side as a list, or above the text as a choice where there is no room."""

    topic_chosen = Signal(str)
    """The id of a topic that the person turned to."""
    entered = Signal()
    """The person wants to go into the text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows = tuple(_rows())
        self._ids = [id for _title, id in self._rows]
        self._build()

    @property
    def is_list(self) -> bool:
        """Tell whether the topics stand in a list."""
        return not self.list.isHidden()

    @property
    def list_width(self) -> int:
        """How wide the list is."""
        return self.list.minimumWidth()

    def show_as_list(self, *, is_list: bool) -> None:
        """Stand as a list, or as a choice."""
        self.list.setVisible(is_list)
        self.choice.setVisible(not is_list)
        self._inset(_INDENT if is_list else 0)

    def follow(self, topic_id: str) -> None:
        """Show which topic is open, without telling anyone."""
        self.list.follow(self._ids.index(topic_id))
        self.list.scrollToItem(self.list.currentItem())
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(topic_id))

    def focus_topics(self) -> None:
        """Put the focus on the list, or on the choice."""
        (self.list if self.is_list else self.choice).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme = self._theme
        self._title = page_title(theme, _("Reading"))
        self.field = SearchField(theme, _("Search all reading"))
        self.field.setPlaceholderText(_("Search all reading"))
        rows = [(title, topic(id).icon if id else "") for title, id in self._rows]
        factors = {at: id for at, id in enumerate(self._ids) if id in FACTOR_TOPICS}
        self.list = SectionList(theme, _("All there is to read"), rows, factors=factors)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self.entered)
        self.choice = Choice(theme, _("All there is to read"), "book-open")
        for title, id in self._rows:
            if id:
                self.choice.addItem(title, id)
        self.choice.activated.connect(
            lambda place: self.topic_chosen.emit(self.choice.itemData(place))
        )
        self._above = QVBoxLayout()
        self._above.setSpacing(theme.size("space", "s"))
        self._above.addWidget(self._title)
        self._above.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "s"))
        add_layout(column, self._above)
        column.addWidget(self.list, 1)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_as_list(is_list=True)

    def _inset(self, left: int) -> None:
        right = SectionList.GUTTER if left else 0
        self._title.setContentsMargins(left, 0, 0, 0)
        self._above.setContentsMargins(0, 0, right, 0)

    def _choose(self, row: int) -> None:
        if row >= 0 and self._ids[row]:
            self.topic_chosen.emit(self._ids[row])


def _rows() -> Iterator[tuple[str, str]]:
    """Yield the title and id of each topic; a heading has no id."""
    for section in CONTENTS:
        yield section.label, ""
        for id in section.topics:
            yield topic(id).title, id
