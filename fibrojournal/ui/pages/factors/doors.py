"""The ten strands and the picture that joins them, as doors to their places."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.factors.content import Group, groups, noted_days
from fibrojournal.ui.pages.factors.marks import selected_words
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import card_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.result_list import ResultList, ResultRow


class Doors(QWidget):
    """A row a factor: Enter or a click opens its place, or its reading where there is none."""

    subject_changed = Signal(object, str)
    page_wanted = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary = around.theme, around.diary
        self.lists: list[ResultList] = []
        self._shown: tuple[Group, ...] = ()
        self._entered = 0
        self._build()
        diary = self._diary
        for changed in (diary.day_changed, diary.journal_changed, diary.common_changed):
            changed.connect(self._outdated)
        self._is_read = False

    def showEvent(self, event: QShowEvent) -> None:
        """Count anew what is noted, where the journal has changed since."""
        super().showEvent(event)
        if not self._is_read:
            self._read()

    def focus_first(self) -> None:
        """Focus the factor that was opened last, else the first."""
        self.lists[self._entered].setFocus(Qt.FocusReason.OtherFocusReason)

    def _outdated(self) -> None:
        self._is_read = False
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._is_read = True
        self._diary.fetch(self, noted_days, self._take)

    def _take(self, counts: dict[str, int]) -> None:
        self._show(groups(counts, len(self._diary.common.medicines)))

    def _show(self, found: tuple[Group, ...]) -> None:
        self._shown = found
        for rows, group in zip(self.lists, found, strict=True):
            rows.show_rows(
                [
                    ResultRow(
                        icon=row.factor.icon,
                        title=row.title,
                        beside=row.noted,
                        text=row.why,
                        spans=(),
                        spoken=", ".join(part for part in (row.title, row.noted) if part),
                        whole=row.why,
                        factor=row.factor.id,
                    )
                    for row in group.rows
                ]
            )

    def _open(self, group: int, row: int) -> None:
        self._entered = group
        self.page_wanted.emit(self._shown[group].rows[row].page)

    def _select(self, group: int, row: int) -> None:
        rows = self._shown[group].rows if self._shown else ()
        if 0 <= row < len(rows) and self.lists[group].hasFocus():
            chosen = rows[row]
            self.subject_changed.emit(chosen.factor.id, selected_words(chosen.title))

    def _build(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        for number, group in enumerate(groups(None)):
            column.addWidget(self._build_group(number, group))
        self._show(groups(None))

    def _build_group(self, number: int, group: Group) -> QWidget:
        card = Card(self._theme)
        card.box.addWidget(card_title(self._theme, group.title))
        rows = ResultList(self._theme, group.title)
        rows.opened.connect(partial(self._open, number))
        rows.currentRowChanged.connect(partial(self._select, number))
        self.lists.append(rows)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(rows)
        add_layout(card.box, inside)
        return card
