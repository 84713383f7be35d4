"""What a search over all reading found: a line of words, and a row for each topic."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.learn.searching import Found
from fibrojournal.text import _, plural
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.result_list import ResultList, ResultRow


class FoundList(QWidget):
    """Takes the place of the text while words are looked for."""

    opened = Signal(str)
    """The id of the topic that the person wants to read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ids: tuple[str, ...] = ()
        self._line = Label(theme, role="label", wraps=True)
        self.list = ResultList(theme, _("Readings that were found"))
        self.list.opened.connect(lambda row: self.opened.emit(self._ids[row]))
        self._card = Card(theme)
        self._card.box.setContentsMargins(12, 2, 12, 2)
        self._card.box.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "s"))
        column.addWidget(self._line)
        column.addWidget(self._card)

    @property
    def words(self) -> str:
        """The sentence that says what was found."""
        return self._line.text()

    def show_found(self, typed: str, found: Sequence[Found]) -> None:
        """Show the topics that hold what was typed."""
        self._ids = tuple(one.topic.id for one in found)
        self._line.setText(_count_words(typed.strip(), len(found)))
        self.list.show_rows([_row(one) for one in found])
        self._card.setVisible(bool(found))


def _count_words(typed: str, count: int) -> str:
    if not count:
        return _("“{typed}” was not found. Part of a word is enough.").format(typed=typed)
    words = plural(
        "“{{typed}}” was found in one reading.", "“{{typed}}” was found in {n} readings.", count
    )
    return words.format(typed=typed)


def _row(one: Found) -> ResultRow:
    spoken = _("{title}, {heading}").format(title=one.topic.title, heading=one.heading)
    return ResultRow(
        one.topic.icon,
        one.topic.title,
        one.heading,
        one.sentence,
        one.spans,
        spoken,
        one.sentence,
    )
