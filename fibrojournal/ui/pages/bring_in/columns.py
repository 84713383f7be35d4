"""The columns of a file: what stands in each, what it becomes, and how."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.exchange.cells import is_empty
from fibrojournal.exchange.guesses import DAY, LEAVE_OUT, Role, measure_of, role_for, ways_of
from fibrojournal.exchange.plan import Plan
from fibrojournal.exchange.ways import Way
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _
from fibrojournal.ui.pages.bring_in.words import example, how_words, target_icon, targets
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.focus import last_stop, tab_after
from fibrojournal.ui.widgets.labels import Label

_NAME, _BECOMES, _HOW, _FILLED = 140, 212, 226, 40
_ANY = 16_777_215
_GAP = 12
_DASH = "\N{EN DASH}"


class Fourfold(QWidget):
    """Four parts on one line where there is room, else one below the other."""

    def __init__(self, theme: Theme, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 4, 0, 4)
        self._row.setSpacing(_GAP)
        _first, *self._measured = parts
        for part in parts:
            self._row.addWidget(part)
        theme.changed.connect(self._arrange)
        self._arrange()

    @property
    def is_row(self) -> bool:
        """Tell whether the parts stand side by side."""
        return self._row.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the parts side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Any width will do: the parts then stand one below the other."""
        return QSize(1, super().minimumSizeHint().height())

    def _filled_width(self) -> int:
        """Return the room that the heading of the last part takes in any row."""
        metrics = QFontMetrics(self._theme.font("caption_strong"))
        return metrics.horizontalAdvance(_("Filled")) + 2

    def _arrange(self) -> None:
        px = self._theme.px
        widths = (px(_BECOMES), px(_HOW), max(px(_FILLED), self._filled_width()))
        fits = self.width() >= px(_NAME) + sum(widths) + 3 * _GAP and all(
            part.minimumSizeHint().width() <= width
            for part, width in zip(self._measured, widths, strict=True)
        )
        sides = QBoxLayout.Direction
        self._row.setDirection(sides.LeftToRight if fits else sides.TopToBottom)
        self._row.setStretch(0, 1 if fits else 0)
        for part, width in zip(self._measured, widths, strict=True):
            part.setMinimumWidth(width if fits else 0)
            part.setMaximumWidth(width if fits else _ANY)


class _Snug(Choice):
    is_snug = True


class ColumnRow(Fourfold):
    """One column of the file."""

    changed = Signal(object)
    """The person chose another role."""

    def __init__(self, theme: Theme, plan: Plan, column: int, questions: Questions) -> None:
        self._questions = questions
        self._sheet, self._column = plan.sheet, column
        self._cells = [cell for cell in plan.sheet.filled(column) if not is_empty(cell)]
        self._ways: tuple[Way, ...] = ()
        self._role = Role()
        name = plan.sheet.header[column]
        self._name = Label(theme, name, role="small_strong", wraps=True)
        words = example(self._cells[0]) if self._cells else _("nothing")
        self._example = Label(theme, words, role="small", color="ink_2", wraps=True)
        self.becomes = _Snug(theme, _("Column {name} becomes").format(name=name), "x")
        for target, label in targets(questions):
            self.becomes.addItem(label, target)
        self.how = _Snug(theme, _("How {name} is read").format(name=name))
        self._words = Label(theme, role="small", color="ink_2", wraps=True)
        self._filled = Label(theme, role="small", color="ink_2")
        parts = (self._first_part(), self.becomes, self._manner(), self._filled)
        super().__init__(theme, parts)
        self.becomes.activated.connect(self._choose)
        self.how.activated.connect(self._choose_way)

    def show_role(self, role: Role, filled: int) -> None:
        """Show what the column becomes, and how many values it gives."""
        self._role = role
        with QSignalBlocker(self.becomes):
            self.becomes.setCurrentIndex(max(self.becomes.findData(role.target), 0))
        self.becomes.set_icon(target_icon(role.target, self._questions))
        self._show_ways(role)
        self._arrange()
        self._filled.setText(str(filled) if role.target not in (LEAVE_OUT, DAY) else _DASH)

    def _show_ways(self, role: Role) -> None:
        name = self._sheet.header[self._column]
        self._ways = ways_of(role.target, self._cells, self._sheet, self._questions)
        measure = measure_of(role.target, name, self._questions)
        has_choice = measure is not None and len(self._ways) > 1
        if measure is not None:
            with QSignalBlocker(self.how):
                self.how.clear()
                self.how.addItems([way.words(measure) for way in self._ways])
                chosen = self._ways.index(role.way) if role.way in self._ways else 0
                self.how.setCurrentIndex(chosen if self._ways else -1)
        self._words.setText(how_words(role, name, self._questions))
        self.how.setVisible(has_choice)
        self._words.setVisible(not has_choice)
        self.how.updateGeometry()

    def _choose(self, place: int) -> None:
        target = self.becomes.itemData(place)
        self.changed.emit(role_for(target, self._sheet, self._column, self._questions))

    def _choose_way(self, place: int) -> None:
        self.changed.emit(Role(self._role.target, self._ways[place]))

    def _first_part(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._example)
        return whole

    def _manner(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.how)
        row.addWidget(self._words)
        return whole


class HeadRow(Fourfold):
    """Names the parts of the rows below, where these stand side by side."""

    def __init__(self, theme: Theme) -> None:
        names = (_("In the file"), _("Becomes"), _("How"), _("Filled"))
        self._parts = [Label(theme, name, role="caption_strong", color="ink_2") for name in names]
        super().__init__(theme, self._parts)

    def _arrange(self) -> None:
        super()._arrange()
        for part in self._parts:
            part.setVisible(self.is_row)


class ColumnsCard(Card):
    """A row a column; they are made anew for another file."""

    changed = Signal(int, object)
    """A column, and the role that the person chose for it."""

    def __init__(self, theme: Theme, questions: Questions) -> None:
        super().__init__(theme)
        self._questions = questions
        self._sheet: object = None
        self.rows: list[ColumnRow] = []
        self._inside = QWidget()
        self.box.setSpacing(0)
        self.box.setContentsMargins(20, 10, 20, 10)
        self.box.addWidget(self._inside)

    def show_plan(self, plan: Plan, filled: Sequence[int], before: QWidget) -> None:
        """Show the columns of a file; Tab comes to them after `before`."""
        if self._sheet is not plan.sheet:
            self._sheet = plan.sheet
            former, self._inside = self._inside, QWidget()
            column = QVBoxLayout(self._inside)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            self.rows = []
            column.addWidget(HeadRow(self._theme))
            for at in range(len(plan.roles)):
                row = ColumnRow(self._theme, plan, at, self._questions)
                row.changed.connect(partial(self.changed.emit, at))
                column.addWidget(_Line(self._theme))
                column.addWidget(row)
                self.rows.append(row)
            self.box.addWidget(self._inside)
            former.hide()
            former.deleteLater()
            tab_after(last_stop(before) or before, self._inside)
        for row, role, count in zip(self.rows, plan.roles, filled, strict=True):
            row.show_role(role, count)


class _Line(QWidget):
    """The line between two columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)
        self.setAutoFillBackground(True)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), self._theme.qcolor("border"))
        self.setPalette(palette)
