"""The other cards of Bring in a file: the file, what needs a look, what is assumed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.exchange.dates import Order
from fibrojournal.text import _, plural
from fibrojournal.ui.pages.bring_in.words import Item
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.flow import FlowLayout, in_lines
from fibrojournal.ui.widgets.focus import last_stop, tab_after
from fibrojournal.ui.widgets.labels import IconLabel, Label, card_title
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide

_GAP = 12
_CHOICE, _WORDS = 136, 120


class StartCard(Card):
    """Before a file was chosen: what can be read, and the way to choose one."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        words = _("A table of days, such as a CSV file from a spreadsheet or another app.")
        self.box.addWidget(Label(theme, words, wraps=True))
        words = _("An archive that this program exported can come in, too.")
        self.box.addWidget(Label(theme, words, role="small", color="ink_2", wraps=True))
        self.choose = PrimaryButton(theme, _("Choose a file"), "folder")
        self.choose.clicked.connect(self.wanted)
        self.box.addWidget(in_lines(self.choose))
        words = _("You can also drop one here.")
        self.box.addWidget(Label(theme, words, role="caption", color="ink_3", wraps=True))
        self.box.setContentsMargins(20, 20, 20, 20)


class FileCard(Card):
    """Which file it is, what was recognised, and the figures."""

    wanted = Signal()
    """The person wants another file."""
    order_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._name = Label(theme, role="label", wraps=True)
        self._kind = Label(theme, role="small", color="ink_2", wraps=True)
        names = QWidget()
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._kind)
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(IconLabel(theme, "file", "accent", side=24))
        row.addWidget(names, 1)
        self.another = TextButton(theme, _("Choose another"))
        self.another.clicked.connect(self.wanted)
        top = SideBySide(
            (left, self.another),
            lambda: theme.px(280) + self.another.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(top.arrange)
        self.box.addWidget(top)
        self._order_words = Label(theme, role="small_strong", wraps=True)
        orders = [(Order.DAY_FIRST.value, _("The day")), (Order.MONTH_FIRST.value, _("The month"))]
        self.order = Segments(theme, _("What comes first in a date"), orders)
        self.order.chosen.connect(lambda id: self.order_chosen.emit(Order(id)))
        self._order = SideBySide(
            (self._order_words, self.order),
            lambda: theme.px(240) + self.order.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(self._order.arrange)
        self.box.addWidget(self._order)
        figures = QWidget()
        self._flow = FlowLayout(figures, gap=14, line_gap=4)
        self._figures = [
            (Label(theme, role="title"), Label(theme, role="small", color="ink_2"))
            for _place in range(5)
        ]
        for number, what in self._figures:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(number)
            row.addWidget(what)
            self._flow.addWidget(pair)
        self.box.addWidget(figures)

    def show_file(self, name: str, kind: str) -> None:
        """Show which file it is."""
        self._name.setText(name)
        self._kind.setText(kind)

    def ask_order(self, words: str, order: Order | None) -> None:
        """Ask what comes first in a date; no order asks nothing."""
        self._order.setVisible(order is not None)
        if order is not None:
            self._order_words.setText(words)
            self.order.show_choice(order.value)

    def show_counts(self, counts: Sequence[tuple[int, str]]) -> None:
        """Show the figures."""
        for (number, what), (count, words) in zip(self._figures, counts, strict=True):
            number.setText(f"{count:,}")
            what.setText(words)
        self._flow.invalidate()


class TroublesCard(Card):
    """Every row that needs a look, with what becomes of it."""

    chosen = Signal(object, str)
    """An item, and the option that the person chose for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.box.setSpacing(4)
        self._title = card_title(theme)
        self.box.addWidget(self._title)
        self._shown: tuple[Item, ...] = ()
        self.choices: dict[int, Choice] = {}
        self._inside = QWidget()
        self.box.addWidget(self._inside)
        self.box.addStretch(1)

    def show_items(self, items: Sequence[Item], rows: int, before: QWidget) -> None:
        """Show other items, of so many rows; Tab comes to them after `before`."""
        self._title.setText(plural("One row to look at", "{n} rows to look at", rows))
        if tuple(items) == self._shown:
            return
        if [_frame(item) for item in items] == [_frame(item) for item in self._shown]:
            for place, choice in self.choices.items():
                choice.setCurrentIndex(choice.findData(items[place].chosen))
            self._shown = tuple(items)
            return
        self._shown = tuple(items)
        former, self._inside = self._inside, QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.choices = {}
        for place, item in enumerate(items):
            column.addWidget(self._row(place, item))
        self.box.insertWidget(1, self._inside)
        former.hide()
        former.deleteLater()
        tab_after(last_stop(before) or before, self._inside)

    def _row(self, place: int, item: Item) -> QWidget:
        theme = self._theme
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(theme, item.title, role="small_strong", wraps=True))
        column.addWidget(Label(theme, item.words, role="caption", color="ink_2", wraps=True))
        outcome = self._outcome(place, item)
        row = SideBySide(
            (words, outcome),
            lambda: theme.px(_WORDS) + outcome.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(row.arrange)
        return row

    def _outcome(self, place: int, item: Item) -> QWidget:
        theme = self._theme
        if len(item.options) == 1:  # nothing to choose
            return Label(theme, item.options[0][1], role="small_strong", color="ink_2")
        choice = Choice(theme, _("{row}: {what}").format(row=item.title, what=item.words))
        choice.setMinimumWidth(theme.px(_CHOICE))
        for id, label in item.options:
            choice.addItem(label, id)
        choice.setCurrentIndex(choice.findData(item.chosen))
        choice.activated.connect(partial(self._choose, place))
        self.choices[place] = choice
        return choice

    def _choose(self, place: int, option: int) -> None:
        self.chosen.emit(self._shown[place], self.choices[place].itemData(option))


def _frame(item: Item) -> tuple[object, ...]:
    return item.title, item.words, item.options


class AssumedCard(Card):
    """What is assumed, in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.box.setSpacing(6)
        self.box.addWidget(card_title(theme, _("What is assumed")))
        self._lines: list[tuple[QWidget, Label]] = []
        self.box.addStretch(1)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        while len(self._lines) < len(lines):
            whole = QWidget()
            row = QHBoxLayout(whole)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(_GAP)
            row.addWidget(IconLabel(self._theme, "check", "accent"), 0, Qt.AlignmentFlag.AlignTop)
            label = Label(self._theme, role="small", wraps=True)
            row.addWidget(label, 1)
            self.box.insertWidget(self.box.count() - 1, whole)
            self._lines.append((whole, label))
        for place, (whole, label) in enumerate(self._lines):
            whole.setVisible(place < len(lines))
            label.setText(lines[place] if place < len(lines) else "")
