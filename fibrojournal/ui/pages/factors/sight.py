"""What a diary cannot see of a factor and what it can, from its reading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fibrojournal.learn.topics import Topic
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import IconLabel, Label, card_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.side_by_side import SideBySide

_NARROWEST = 240


class SightCard(Card):
    """Two short lists, side by side where there is room."""

    def __init__(self, theme: Theme, topic: Topic) -> None:
        super().__init__(theme)
        cannot = _points(theme, _("What a diary cannot see here"), topic.cannot_see, "minus")
        can = _points(theme, _("What it can"), topic.can_see, "check")
        both = SideBySide((cannot, can), lambda: 2 * theme.px(_NARROWEST), stretches=(1, 1), gap=20)
        theme.changed.connect(both.arrange)
        self.box.addWidget(both)


class BriefCard(Card):
    """The first lines of a factor's reading, where no picture can say more."""

    def __init__(self, theme: Theme, topic: Topic) -> None:
        super().__init__(theme)
        first = topic.in_brief[0]
        self.box.addWidget(card_title(theme, topic.title))
        text = " ".join(first.paragraphs)
        self.box.addWidget(Label(theme, text, role="body", color="ink_2", wraps=True))


def _points(theme: Theme, title: str, points: Sequence[str], icon: str) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.size("space", "s"))
    column.addWidget(Label(theme, title, role="label", wraps=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.size("space", "s"))
    grid.setVerticalSpacing(theme.size("space", "xs"))
    grid.setColumnStretch(1, 1)
    for row, point in enumerate(points):
        color = "accent" if icon == "check" else "ink_3"
        grid.addWidget(IconLabel(theme, icon, color), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(theme, point, role="small", color="ink_2", wraps=True), row, 1)
    add_layout(column, grid)
    column.addStretch(1)
    return whole
