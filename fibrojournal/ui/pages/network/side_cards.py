"""What stands below the network: loops in words, what it cannot see, and how it was made."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fibrojournal.charts import network_words as words
from fibrojournal.charts.network_view import NetworkView
from fibrojournal.insights.links import Links
from fibrojournal.text import _, plural
from fibrojournal.ui.pages.network.content import HOW_MADE, unseen
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.cards import Card, FoldCard
from fibrojournal.ui.widgets.labels import IconLabel, Label, card_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.text_table import TextTable


class LoopCards(QWidget):
    """A card a loop: what may feed or damp itself, step by step, and what else it may be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.size("space", "m"))
        self.cards: list[Card] = []

    def show_links(self, found: Links) -> None:
        """Show the loops of a network; the card is away where there are none."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for loop, name in zip(found.rounds, words.loop_names(found), strict=True):
            card = Card(self._theme)
            card.box.addWidget(card_title(self._theme, f"{name}: {loop.words}"))
            text = words.loop_steps(found.questions, loop, found.links)
            card.box.addWidget(Label(self._theme, text, role="small", color="ink_2", wraps=True))
            self._column.addWidget(card)
            card.show()
            self.cards.append(card)
        self.setVisible(bool(self.cards))


class TiesCard(FoldCard):
    """Which ratings went together on a day, in no order."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Went together, without an arrow"))
        line = _(
            "Ratings of one day have no order. A night comes before its day, yet if some days are"
            " simply worse all round, it seems to lead to all of them; so it has no arrow either."
        )
        self.body.addWidget(Label(theme, line, role="small", color="ink_2", wraps=True))
        self.table = TextTable(theme)
        self.table.setAccessibleName(self.row.text())
        self.body.addWidget(self.table)

    def show_ties(self, view: NetworkView) -> None:
        """List the pairs of a network; the card is away where there are none."""
        numbers = view.ties()
        self.table.show_texts(numbers.headers, numbers.rows)
        self.row.set_summary(plural("{n} pair", "{n} pairs", len(numbers.rows)))
        self.setVisible(bool(numbers.rows))


class UnseenCard(Card):
    """What research speaks of, and no arrow of a diary can show."""

    read_wanted = Signal(str)
    """The id of a topic that the person wants to read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.box.addWidget(card_title(theme, _("What no arrow here can show")))
        line = _("Research speaks of these too. A diary sees little or nothing of them.")
        self.box.addWidget(Label(theme, line, role="small", color="ink_2", wraps=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.size("space", "s"))
        grid.setVerticalSpacing(theme.size("space", "s"))
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(unseen()):
            icon = IconLabel(theme, one.icon, "ink_3", side=18)
            text = _("{name}: {why}").format(name=one.name, why=one.why)
            label = Label(theme, text, role="small", wraps=True)
            grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
        add_layout(self.box, grid)
        link = LinkButton(theme, _("Read: {topic}").format(topic=_("A network, not one cause")))
        link.set_icon("book-open")
        link.clicked.connect(partial(self.read_wanted.emit, "network"))
        self.box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)


class HowMadeCard(FoldCard):
    """How the arrows come about, in plain words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("How the arrows are found"))
        for step in HOW_MADE:
            self.body.addWidget(Label(theme, _(step), role="small", color="ink_2", wraps=True))
