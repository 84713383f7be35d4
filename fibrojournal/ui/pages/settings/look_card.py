"""Settings, Look: the theme, the size of the text, and whether anything may move."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.text import N_, _
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.theme import SYSTEM
from fibrojournal.ui.widgets.labels import Label, Phrase
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.swatches import Swatches
from fibrojournal.ui.widgets.switch import Switch

THEMES = (
    (SYSTEM, N_("As system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("quiet", N_("Quiet")),
    ("quiet_paper", N_("Quiet paper")),
)
_GAP = 16


class LookCard(SettingsCard):
    """Every choice applies at once, and is kept."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _("Look"), _("applies at once"))
        self._choices = around.choices
        theme = around.theme
        self._swatches = Swatches(theme, _("Theme"), [(id, _(name)) for id, name in THEMES])
        self._swatches.chosen.connect(self._choose_theme)
        self.box.addWidget(self._swatches)
        self._sizes = {f"{size:.0%}".rstrip("%"): size for size in theme.scale_steps}
        *rest, last = self._sizes
        names = [(id, id) for id in rest] + [(last, _("{size} %").format(size=last))]
        self._segments = Segments(theme, _("Text size"), names)
        self._segments.chosen.connect(self._choose_size)
        self._motion = Switch(theme, _("Reduce motion"))
        self._motion.toggled.connect(lambda on: self._choices.change(reduce_motion=on))
        parts = (
            Label(theme, _("Text size"), role="label"),
            self._segments,
            self._reduce_motion(around),
        )
        line = SideBySide(
            parts,
            lambda: sum(part.sizeHint().width() + _GAP for part in parts),
            gap=_GAP,
        )
        theme.changed.connect(line.arrange)
        self.box.addWidget(line)
        self._choices.changed.connect(self._show)
        self._show()

    def _reduce_motion(self, around: Surroundings) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(around.theme.size("space", "xs"))
        row.addStretch(1)
        row.addWidget(Phrase(around.theme, _("Reduce motion"), role="label"))
        row.addWidget(self._motion)
        return whole

    def _choose_theme(self, id: str) -> None:
        self._choices.set_theme(id)

    def _choose_size(self, id: str) -> None:
        self._choices.change(text_scale=self._sizes[id])

    def _show(self) -> None:
        chosen = self._choices.now
        self._swatches.show_choice(chosen.theme)
        nearest = min(self._sizes, key=lambda id: abs(self._sizes[id] - chosen.text_scale))
        self._segments.show_choice(nearest)
        self._motion.setChecked(chosen.reduce_motion)
