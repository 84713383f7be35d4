"""The form of a question of one's own: its name, its scale, which end is good, its factor."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.measures import ZERO_TO_TEN, Direction, Scale
from fibrojournal.journal.questions import own_id, own_measure
from fibrojournal.text import N_, _
from fibrojournal.ui.pages.settings.name_line import NameLine
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.segments import Segments

NETWORK = "network"


class OwnScale(NamedTuple):
    """A scale that a question of one's own may have."""

    name: str
    scale: Scale


OWN_SCALES: tuple[OwnScale, ...] = (
    OwnScale(N_("0 to 10"), ZERO_TO_TEN),
    OwnScale(N_("0 to 3"), Scale(0, 3)),
    OwnScale(N_("A count"), Scale(0, 100)),
    OwnScale(N_("Minutes"), Scale(0, 1440, 5)),
    OwnScale(N_("Hours"), Scale(0, 24, 0.5)),
)
_DIRECTIONS = (
    (Direction.NEITHER, N_("Neither")),
    (Direction.HIGH_IS_GOOD, N_("High")),
    (Direction.HIGH_IS_BAD, N_("Low")),
)


class OwnQuestion(QWidget):
    """Asks for a question of one's own. Only the name is needed."""

    added = Signal(object)
    """The measure."""
    refused = Signal(str)
    """A sentence: why there is none."""
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name = NameLine(
            theme, _("Its name"), _("Name of your own question"), _("Add this question")
        )
        self.scale = Choice(theme, _("Its scale"), "chart-line")
        for one in OWN_SCALES:
            self.scale.addItem(_(one.name))
        self.good = Segments(
            theme, _("Which end is good"), [(end.value, _(name)) for end, name in _DIRECTIONS]
        )
        self.good.show_choice(_DIRECTIONS[0][0].value)
        self.factor = Choice(theme, _("What it belongs to"), "network")
        self.factor.addItem(_("Nothing of these"), None)
        for factor in FACTORS:
            if factor.id != NETWORK:
                self.factor.addItem(_(factor.name), factor.id)
        leave = LinkButton(theme, _("Leave it"))
        self.name.named.connect(self._take)
        self.name.left.connect(self.left)
        leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "s"))
        column.addWidget(self.name)
        for words, control in (
            (_("Its scale"), self.scale),
            (_("Which end is good"), self.good),
            (_("What it belongs to"), self.factor),
        ):
            column.addWidget(Label(theme, words, role="caption", color="ink_2", wraps=True))
            column.addWidget(in_lines(control))
        column.addWidget(in_lines(leave))

    def _take(self, name: str) -> None:
        try:
            id = own_id(name)
        except ValueError:
            self.refused.emit(_("A name needs a letter or a digit."))
            return
        scale = OWN_SCALES[self.scale.currentIndex()].scale
        direction, factor = Direction(self.good.choice), self.factor.currentData()
        self.added.emit(own_measure(id, name, scale=scale, direction=direction, factor=factor))
