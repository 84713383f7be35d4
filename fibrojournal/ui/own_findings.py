"""What a person's own days say of the matter they read about, with how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.learn.topics import Topic
from fibrojournal.text import _
from fibrojournal.ui.insights import Insights
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.certainty import CertaintyDots
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fibrojournal.analysis.pages import Page
    from fibrojournal.insights.record import Record
    from fibrojournal.insights.words import Told

PAIN = "pain"
_GAP, _ABOVE = 6, 16
_WIDE = 420
"""So wide it must be for the label to stand beside its sentence."""


class OwnFindings(QWidget):
    """The surest links with an outcome among what a topic is about; empty where there are none.

    Made anew for each topic. It asks once the topic has been on show for `rest_ms`, so that whoever
    passes by, or notes a day beside it, has the computer to themselves. `most` of them, or as many
    as a reading has.
    """

    def __init__(
        self,
        theme: Theme,
        insights: Insights,
        shown: Topic,
        *,
        has_heading: bool = False,
        rest_ms: int = 0,
        outcome: str = PAIN,
        most: int | None = None,
    ) -> None:
        super().__init__()
        self._outcome, self._most = outcome, most
        self._theme, self._insights = theme, insights
        self._about = frozenset((*shown.measures, *shown.triggers))
        self._has_heading = has_heading
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._inside: QWidget | None = None
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._ask)
        insights.changed.connect(self._wait)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found, or nothing is known yet."""
        return self._inside is None

    def set_outcome(self, outcome: str) -> None:
        """Look for links with another measure; of one without a page there are none."""
        if outcome != self._outcome:
            self._outcome = outcome
            self._show(())
            self._wait()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to wait."""
        super().showEvent(event)
        self._wait()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing out of sight."""
        super().hideEvent(event)
        self._rest.stop()

    def _wait(self) -> None:
        if self.isVisible() and self._about:
            self._rest.start()

    def _ask(self) -> None:
        self._insights.record(self, self._take_record)

    def _take_record(self, record: Record | None) -> None:
        if record is None:
            self._show(())
            return

        from fibrojournal.insights.of_topic import told_of
        from fibrojournal.insights.results import OUTCOMES

        about, outcome = self._about, self._outcome

        def take(page: Page | None) -> None:
            if outcome == self._outcome:
                self._show(told_of(record, page, about) if page else ())

        if outcome in OUTCOMES:
            self._insights.page(self, outcome, take)

    def _show(self, found: Sequence[Told]) -> None:
        former, self._inside = self._inside, None
        if former is not None:
            former.hide()
            former.deleteLater()
        if not found:
            return
        self._inside = inside = QWidget()
        theme = self._theme
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme.px(_ABOVE) if self._has_heading else 0, 0, _GAP)
        column.setSpacing(_GAP)
        if self._has_heading:
            heading = Label(
                theme, _("In your journal"), role="small_strong", color="ink_2", wraps=True
            )
            column.addWidget(heading)
        for place, one in enumerate(found[: self._most]):
            if place:
                column.addSpacing(_GAP)
            lead = Label(theme, one.lead, role="block", wraps=True)
            dots = CertaintyDots(theme)
            dots.show_label(one.dots, one.label)
            column.addWidget(SideBySide((lead, dots), lambda: theme.px(_WIDE), stretches=(1, 0)))
            column.addWidget(Label(theme, one.sentence, role="small", color="ink_2", wraps=True))
        self._column.addWidget(inside)
