"""What ends a plan: what would count, and the button that seals it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.journal.experiments import Design
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _
from fibrojournal.ui.pages.experiments import words
from fibrojournal.ui.pages.experiments.numbered import Numbered, NumberedCard
from fibrojournal.ui.pages.experiments.points import Points
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton, PrimaryButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide

_WORDS = 260
"""Width in px at 100 % text below which words stand under the buttons."""
_NUMBER = 4


class CountsCard(NumberedCard):
    """What is agreed before anything is seen."""

    def __init__(self, theme: Theme) -> None:
        title = _("What would count, agreed before the start")
        super().__init__(theme, Numbered(theme, _NUMBER, title))
        self._points = Points(theme, "check", "accent")
        self._power = Label(theme, role="small", color="ink_2", wraps=True)
        self.box.addWidget(self._points)
        self.box.addWidget(self._power)

    def show_design(self, design: Design, measure: Measure | None) -> None:
        """Say what would count in such an experiment."""
        if measure is not None:
            self._points.show_texts(words.what_counts(design, measure))
        self._power.setText(words.power(design))


class PlanFoot(SideBySide):
    """Seals the plan once it lacks nothing, or begins anew; beside it stands what it lacks."""

    def __init__(self, theme: Theme) -> None:
        self.go = PrimaryButton(theme, _("Flip and seal"), "shield")
        self.fresh = LinkButton(theme, _("Start over"), "undo-2")
        self.ways = (self.go, self.fresh)
        self.lack = Label(theme, role="small", color="ink_2", wraps=True)
        kept = _("A draft, kept as you go.")
        self._kept = Label(theme, kept, role="small", color="ink_2", wraps=True)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.lack)
        column.addWidget(self._kept)
        column.addStretch(1)
        ways = in_lines(*self.ways)
        super().__init__(
            (ways, said),
            lambda: ways.sizeHint().width() + theme.px(_WORDS),
            stretches=(0, 1),
        )
        theme.changed.connect(self.arrange)

    def show_state(self, lack: str, *, is_blank: bool) -> None:
        """Say what a plan lacks; a blank one is no draft."""
        self.go.setEnabled(not lack)
        self.go.setAccessibleDescription(lack)
        self.go.setToolTip(lack)
        self.lack.setText(lack or _("You can end it on any day."))
        for part in (self._kept, self.fresh):
            part.setVisible(not is_blank)
        self.arrange()
